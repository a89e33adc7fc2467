//! SQL of agreements: the versions of a case and how they change.
pub mod prepared;
pub mod links;
pub mod lists;
pub mod kept;
pub mod many;

use chrono::NaiveDate;
use uuid::Uuid;

use super::record::{Agreement, InForce};
use crate::{
    clock::Moment,
    coaching::three::{Party, Sight},
    db::{FromRow, Result, Tx},
};
use prepared::Preparation;

const AGREEMENT: &str = "select 'agreement' as kind, a.id, a.case_id, a.round_id, a.controller_id, a.version, a.terms, \
                         a.sealed_aims, a.sealed_timetable, a.ends_on, a.proposed, a.shares, a.noted_by, a.noted_at, \
                         a.confirmed_at, a.supervisor_id, a.supervisor_confirmed_at, a.coach_confirmed_at, \
                         a.participant_signature, a.participant_signed_at, a.supervisor_signature, a.coach_signature, \
                         a.in_force_at, a.replaced_at, a.rev";

/// What an agreement's row says where a preparation would stand.
const NO_PREPARATION: &str = ", 'participant' as party, a.id as owner_id, a.sealed_aims as sealed, \
                              a.noted_at as saved_at, a.noted_at as shared_at, a.id as shared_supervisor_id, \
                              a.rev as preparation_rev from agreement a where a.case_id = $1";

/// And the other way round, so that a page asks for both at once.
const PREPARATION: &str = "union all select 'preparation', p.case_id, p.case_id, p.case_id, p.case_id, 0, '', p.sealed, \
                           p.sealed, null, '', '', p.owner_id, p.saved_at, null, null, null, null, null, null, null, \
                           null, null, null, p.rev, p.party, p.owner_id, p.sealed, p.saved_at, p.shared_at, \
                           p.shared_supervisor_id, p.rev from preparation p where p.case_id = $1 \
                           and (p.owner_id = $2 or p.shared_at is not null)";

#[derive(FromRow)]
struct Row {
    kind: String,
    #[sqlx(flatten)]
    agreement: Agreement,
    #[sqlx(flatten)]
    preparation: Preparation,
}

/// What is in force in a case now.
pub async fn in_force(tx: &mut Tx, case_id: Uuid) -> Result<Option<InForce>> {
    tx.sql(
        "select case_id, version, noted_at, confirmed_at, in_force_at from agreement \
         where case_id = $1 and in_force_at is not null and replaced_at is null order by version desc limit 1",
    )
    .bind(case_id)
    .optional()
    .await
}

/// The versions of the case, the newest first, and what was thought beforehand: each cut to what the reader may see.
pub async fn table(tx: &mut Tx, sight: &Sight) -> Result<(Vec<Agreement>, Vec<Preparation>)> {
    let reader = sight.three.human(sight.party);
    let rows: Vec<Row> =
        tx.compose(&[AGREEMENT, NO_PREPARATION, PREPARATION]).bind(sight.case_id()).bind(reader).all().await?;
    let (mut agreements, mut preparations) = (Vec::new(), Vec::new());
    for row in rows {
        if row.kind == "agreement" {
            agreements.extend(row.agreement.cut(sight));
        } else if row.preparation.is_seen(sight) {
            preparations.push(row.preparation);
        }
    }
    agreements.sort_by_key(|one: &Agreement| std::cmp::Reverse(one.version));
    preparations.sort_by_key(|one: &Preparation| one.party);
    Ok((agreements, preparations))
}

/// A version for the clock's own work, which nobody sees.
pub async fn unseen(tx: &mut Tx, id: Uuid) -> Result<Option<Agreement>> {
    tx.compose(&[AGREEMENT, "from agreement a where a.id = $1"]).bind(id).optional().await
}

/// What is written down of a version, sealed.
pub struct Noted {
    pub sealed_aims: Vec<u8>,
    pub sealed_timetable: Vec<u8>,
    pub ends_on: Option<NaiveDate>,
    pub proposed: String,
    pub terms: String,
}

/// A new version with this number; false when there is one already.
pub async fn insert(tx: &mut Tx, sight: &Sight, (id, version): (Uuid, i32), noted: Noted, now: Moment) -> Result<bool> {
    let inserted = tx
        .sql(
            "insert into agreement (id, case_id, round_id, controller_id, version, terms, sealed_aims, sealed_timetable, \
             ends_on, proposed, noted_by, noted_at, waiting_since) \
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $12) on conflict (case_id, version) do nothing",
        )
        .bind(id)
        .bind(sight.case_id())
        .bind(sight.three.round_id)
        .bind(sight.three.controller_id)
        .bind(version)
        .bind(noted.terms)
        .bind(noted.sealed_aims)
        .bind(noted.sealed_timetable)
        .bind(noted.ends_on)
        .bind(noted.proposed)
        .bind(sight.grant().human_id())
        .bind(now)
        .execute()
        .await?;
    Ok(inserted == 1)
}

/// Writes over a version that nobody has confirmed; false when it is not as it was at revision `rev`.
pub async fn change(tx: &mut Tx, (id, rev): (Uuid, i64), noted: Noted, (by, now): (Uuid, Moment)) -> Result<bool> {
    let changed = tx
        .sql(
            "update agreement set sealed_aims = $3, sealed_timetable = $4, ends_on = $5, proposed = $6, noted_by = $7, \
             noted_at = $8, waiting_since = $8, rev = rev + 1 where id = $1 and rev = $2 and confirmed_at is null",
        )
        .bind(id)
        .bind(rev)
        .bind(noted.sealed_aims)
        .bind(noted.sealed_timetable)
        .bind(noted.ends_on)
        .bind(noted.proposed)
        .bind(by)
        .bind(now)
        .execute()
        .await?;
    Ok(changed == 1)
}

/// The participant confirms that this is shared with this supervisor; false when the words have changed meanwhile.
pub async fn confirm(
    tx: &mut Tx,
    (id, rev): (Uuid, i64),
    (shares, supervisor_id): (String, Option<Uuid>),
    now: Moment,
) -> Result<bool> {
    let confirmed = tx
        .sql(
            "update agreement set shares = $3, supervisor_id = $4, confirmed_at = $5, waiting_since = $5, rev = rev + 1 \
             where id = $1 and rev = $2 and confirmed_at is null",
        )
        .bind(id)
        .bind(rev)
        .bind(shares)
        .bind(supervisor_id)
        .bind(now)
        .execute()
        .await?;
    Ok(confirmed == 1)
}

/// Supervisor or coach confirms; false when that was done before, or a later version stands in its place.
pub async fn second(tx: &mut Tx, (id, party): (Uuid, Party), now: Moment) -> Result<bool> {
    let set = match party {
        Party::Supervisor => {
            "update agreement set supervisor_confirmed_at = $2 where id = $1 and confirmed_at is not null \
             and replaced_at is null and supervisor_confirmed_at is null"
        }
        Party::Coach => {
            "update agreement set coach_confirmed_at = $2 where id = $1 and confirmed_at is not null \
             and replaced_at is null and coach_confirmed_at is null"
        }
        Party::Participant => return Ok(false),
    };
    Ok(tx.sql(set).bind(id).bind(now).execute().await? == 1)
}

/// The party has signed with this sealed name; false when that was done before.
pub async fn sign(tx: &mut Tx, (id, party): (Uuid, Party), name: Vec<u8>, now: Moment) -> Result<bool> {
    let set = match party {
        Party::Participant => {
            "update agreement set participant_signature = $2, participant_signed_at = $3 where id = $1 \
             and confirmed_at is not null and replaced_at is null and participant_signature is null"
        }
        Party::Supervisor => {
            "update agreement set supervisor_signature = $2, supervisor_confirmed_at = $3 where id = $1 \
             and confirmed_at is not null and replaced_at is null and supervisor_signature is null"
        }
        Party::Coach => {
            "update agreement set coach_signature = $2, coach_confirmed_at = $3 where id = $1 \
             and confirmed_at is not null and replaced_at is null and coach_signature is null"
        }
    };
    Ok(tx.sql(set).bind(id).bind(name).bind(now).execute().await? == 1)
}

/// Since when it is in force and waited for.
pub async fn settle(
    tx: &mut Tx,
    id: Uuid,
    (in_force_at, waiting_since): (Option<Moment>, Option<Moment>),
) -> Result<()> {
    tx.sql("update agreement set in_force_at = $2, waiting_since = $3 where id = $1")
        .bind(id)
        .bind(in_force_at)
        .bind(waiting_since)
        .execute()
        .await?;
    Ok(())
}

/// A later version stands in the place of those before it; of those never in force at once, of the others when it is.
pub async fn replace_before(tx: &mut Tx, (case_id, version): (Uuid, i32), in_force: bool, now: Moment) -> Result<()> {
    let which = if in_force { "" } else { "and in_force_at is null" };
    tx.compose(&[
        "update agreement set replaced_at = $3, waiting_since = null where case_id = $1 and version < $2 \
         and replaced_at is null",
        which,
    ])
    .bind(case_id)
    .bind(version)
    .bind(now)
    .execute()
    .await?;
    Ok(())
}

/// The case's step that is done when something is in force: the one whose turn it is.
pub async fn step(tx: &mut Tx, case_id: Uuid) -> Result<Option<Uuid>> {
    let found: Option<(Uuid,)> = tx
        .sql(
            "select step_id from coaching_step_state where case_id = $1 and kind = 'agreement' \
             and state in ('waiting', 'ready', 'scheduled') order by state, step_key limit 1",
        )
        .bind(case_id)
        .optional()
        .await?;
    Ok(found.map(|(id,)| id))
}
