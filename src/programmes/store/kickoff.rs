//! SQL of kick-offs.
use uuid::Uuid;

use crate::{
    clock::Moment,
    db::{Result, Tx},
    ident,
    programmes::{
        Round,
        kickoff::{Kickoff, Noted},
    },
};

const KICKOFF: &str = "select id, round_id, version, held_on, present, aims, target_group, timetable, reason, fixed_at, \
                       rev from round_kickoff";

/// Every version of a round, the newest first.
pub async fn versions(tx: &mut Tx, round_id: Uuid) -> Result<Vec<Kickoff>> {
    tx.compose(&[KICKOFF, "where round_id = $1 order by version desc"]).bind(round_id).all().await
}

/// What stands fixed for the round now.
pub async fn fixed(tx: &mut Tx, round_id: Uuid) -> Result<Option<Kickoff>> {
    tx.compose(&[KICKOFF, "where round_id = $1 and fixed_at is not null order by version desc limit 1"])
        .bind(round_id)
        .optional()
        .await
}

/// Writes the version that is not fixed yet; `newest` is what the writer saw. False when somebody wrote first.
pub async fn note(
    tx: &mut Tx,
    round: &Round,
    (newest, rev): (Option<&Kickoff>, i64),
    noted: &Noted,
    (by, now): (Uuid, Moment),
) -> Result<bool> {
    let open = newest.filter(|newest| newest.fixed_at.is_none());
    let written = match open {
        Some(open) => tx
            .sql(
                "update round_kickoff set held_on = $3, present = $4, aims = $5, target_group = $6, timetable = $7, \
                 reason = $8, noted_by = $9, noted_at = $10, rev = rev + 1 where id = $1 and rev = $2 and fixed_at is null",
            )
            .bind(open.id)
            .bind(rev),
        None => tx
            .sql(
                "insert into round_kickoff (id, version, held_on, present, aims, target_group, timetable, reason, noted_by, \
                 noted_at, round_id, controller_id) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) \
                 on conflict do nothing",
            )
            .bind(ident::at(now))
            .bind(newest.map_or(1, |newest| newest.version + 1)),
    };
    let written = written
        .bind(noted.held_on)
        .bind(noted.present.clone())
        .bind(noted.aims.clone())
        .bind(noted.target_group.clone())
        .bind(noted.timetable.clone())
        .bind(noted.reason.clone())
        .bind(by)
        .bind(now);
    let written = if open.is_none() { written.bind(round.id).bind(round.controller_id) } else { written };
    Ok(written.execute().await? == 1)
}

/// Fixes the version as it was shown; false when it has changed since, or stands fixed.
pub async fn fix(tx: &mut Tx, (id, rev): (Uuid, i64), (by, now): (Uuid, Moment)) -> Result<bool> {
    let fixed = tx
        .sql(
            "update round_kickoff set fixed_by = $3, fixed_at = $4, rev = rev + 1 \
             where id = $1 and rev = $2 and fixed_at is null",
        )
        .bind(id)
        .bind(rev)
        .bind(by)
        .bind(now)
        .execute()
        .await?;
    Ok(fixed == 1)
}
