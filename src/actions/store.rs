//! SQL of actions.
pub mod kept;
pub mod reminders;
pub mod many;

use chrono::NaiveDate;
use uuid::Uuid;

use super::action::ActionState;
use crate::{
    clock::Moment,
    coaching::three::{Party, Shared, Sight, Three},
    db::{FromRow, Result, Tx},
    privacy::{Grant, Role},
};

/// An action, still sealed.
#[derive(Clone, Debug, FromRow)]
pub struct Row {
    pub id: Uuid,
    pub owner: Party,
    pub state: ActionState,
    pub due_on: NaiveDate,
    pub what: Vec<u8>,
    pub proposed_by: Party,
    pub proposed_at: Moment,
    pub released_at: Option<Moment>,
    pub agreed_at: Option<Moment>,
    pub done_at: Option<Moment>,
    pub dropped_at: Option<Moment>,
    pub closed_by: Option<Party>,
    pub reason: Option<Vec<u8>>,
    pub rev: i64,
}

const ROW: &str = "select a.id, a.owner, a.state, a.due_on, a.what, a.proposed_by, a.proposed_at, a.released_at, a.agreed_at, a.done_at, \
                   a.dropped_at, a.closed_by, a.rev,";
const FROM: &str = "as reason from case_action a where a.case_id = $1";
const ORDER: &str = "order by a.due_on, a.id";

impl Row {
    /// Without what was said in the time of an earlier coach than the reader and was not let go: proposals that stayed
    /// between the two, and reasons. Without what was let go to an earlier supervisor, unless it is agreed and shared.
    fn cut(self, sight: &Sight) -> Option<Row> {
        let hidden = if sight.party == Party::Supervisor {
            let agreed = matches!(self.state, ActionState::Agreed | ActionState::Done | ActionState::Dropped);
            !(agreed && sight.sees(Shared::Actions)) && sight.hides(self.released_at.unwrap_or(self.proposed_at))
        } else {
            matches!(self.state, ActionState::Proposed | ActionState::Refused) && sight.hides(self.proposed_at)
        };
        if hidden {
            return None;
        }
        let reason = self.reason.filter(|_| self.dropped_at.is_none_or(|at| !sight.hides(at)));
        Some(Row { reason, ..self })
    }
}

/// What the supervisor sees: own proposals; own actions that the participant has let go; others' agreed ones when those
/// are shared. A reason is only for who gave it.
const OWN: &str = "and (a.proposed_by = 'supervisor' \
                   or a.owner = 'supervisor' and a.state in ('released', 'agreed', 'done', 'dropped')";
const SHARED: &str = "or a.state in ('agreed', 'done', 'dropped')";

/// The actions of the case that the reader may see, what is due first first.
pub async fn rows(tx: &mut Tx, sight: &Sight) -> Result<Vec<Row>> {
    let pieces: &[&'static str] = if sight.party != Party::Supervisor {
        &[ROW, "a.reason", FROM, ORDER]
    } else if sight.sees(Shared::Actions) {
        &[ROW, "case when a.closed_by = 'supervisor' then a.reason end", FROM, OWN, SHARED, ")", ORDER]
    } else {
        &[ROW, "case when a.closed_by = 'supervisor' then a.reason end", FROM, OWN, ")", ORDER]
    };
    let rows: Vec<Row> = tx.compose(pieces).bind(sight.case_id()).all().await?;
    Ok(rows.into_iter().filter_map(|row| row.cut(sight)).collect())
}

/// All actions of the case that the grant is for: one's own coaching.
pub async fn own_rows(tx: &mut Tx, grant: &Grant) -> Result<Vec<Row>> {
    tx.compose(&[ROW, "a.reason", FROM, ORDER]).bind(grant.resource()).all().await
}

/// An action to be kept.
pub struct Kept {
    pub id: Uuid,
    pub owner: Party,
    pub state: ActionState,
    pub due_on: NaiveDate,
    pub what: Vec<u8>,
}

pub async fn insert(tx: &mut Tx, three: &Three, action: Kept, (by, now): (Party, Moment)) -> Result<()> {
    let released = action.state != ActionState::Proposed;
    let agreed = action.state == ActionState::Agreed;
    tx.sql(
        "insert into case_action (id, case_id, round_id, controller_id, owner, state, due_on, what, proposed_by, \
         proposed_at, released_at, agreed_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
    )
    .bind(action.id)
    .bind(three.case_id)
    .bind(three.round_id)
    .bind(three.controller_id)
    .bind(action.owner)
    .bind(action.state)
    .bind(action.due_on)
    .bind(action.what)
    .bind(by)
    .bind(now)
    .bind(released.then_some(now))
    .bind(agreed.then_some(now))
    .execute()
    .await?;
    Ok(())
}

/// Moves an action on from where it was read: `(id, rev, state)`; false when it was changed meanwhile.
pub async fn go_on(
    tx: &mut Tx,
    case_id: Uuid,
    (id, rev, from): (Uuid, i64, ActionState),
    to: ActionState,
    now: Moment,
) -> Result<bool> {
    let stamp = match to {
        ActionState::Released => "released_at = $6,",
        ActionState::Agreed => "released_at = coalesce(released_at, $6), agreed_at = $6,",
        _ => "done_at = $6,",
    };
    let moved = tx
        .compose(&[
            "update case_action set state = $5,",
            stamp,
            "rev = rev + 1 where id = $1 and case_id = $2 and rev = $3 and state = $4",
        ])
        .bind(id)
        .bind(case_id)
        .bind(rev)
        .bind(from)
        .bind(to)
        .bind(now)
        .execute()
        .await?;
    Ok(moved == 1)
}

/// Ends an action that is not done: `(by, reason)`; false when it was changed meanwhile.
pub async fn end(
    tx: &mut Tx,
    case_id: Uuid,
    (id, rev, from): (Uuid, i64, ActionState),
    (to, by, reason): (ActionState, Party, Option<Vec<u8>>),
    now: Moment,
) -> Result<bool> {
    let ended = tx
        .sql(
            "update case_action set state = $5, closed_by = $6, reason = $7, dropped_at = $8, rev = rev + 1 \
             where id = $1 and case_id = $2 and rev = $3 and state = $4",
        )
        .bind(id)
        .bind(case_id)
        .bind(rev)
        .bind(from)
        .bind(to)
        .bind(by)
        .bind(reason)
        .bind(now)
        .execute()
        .await?;
    Ok(ended == 1)
}

/// Gives an agreed action another day; false when it was changed meanwhile.
pub async fn move_day(tx: &mut Tx, case_id: Uuid, (id, rev): (Uuid, i64), due_on: NaiveDate) -> Result<bool> {
    let moved = tx
        .sql(
            "update case_action set due_on = $4, rev = rev + 1 \
             where id = $1 and case_id = $2 and rev = $3 and state = 'agreed'",
        )
        .bind(id)
        .bind(case_id)
        .bind(rev)
        .bind(due_on)
        .execute()
        .await?;
    Ok(moved == 1)
}

/// An action that waits for somebody, with whose coaching it is of.
#[derive(Clone, Debug, FromRow)]
pub struct Waits {
    pub id: Uuid,
    pub case_id: Uuid,
    pub person_id: Uuid,
    pub first_name: String,
    pub last_name: String,
    pub owner: Party,
    pub state: ActionState,
    pub due_on: NaiveDate,
    pub what: Vec<u8>,
}

const OF_SUPERVISOR: &str = "t.supervisor_human_id = $1 and a.owner = 'supervisor' \
                             and (a.state = 'released' or a.state = 'agreed' and a.due_on <= $2) \
                             and not exists (select 1 from privacy_open e where e.resource = a.case_id \
                             and e.class = 'agreed' and e.purpose = 'supervision' and e.valid_until <= $3 \
                             and e.valid_until > coalesce(a.released_at, a.proposed_at))";
const OF_COACH: &str = "t.coach_human_id = $1 and (a.owner = 'coach' and (a.state = 'released' \
                        or a.state = 'agreed' and a.due_on <= $2) or a.state = 'agreed' and a.due_on < $3)";
const OF_PARTICIPANT: &str = "t.human_id = $1 and (a.state = 'proposed' \
                              or a.owner = 'participant' and a.state = 'agreed' and a.due_on <= $2)";

/// What waits for the human of the grant in this role: to let go, to agree, and to do by the day `soon`; for a coach also
/// what others have left undone before `today`. A supervisor is not asked for what another was asked for before them. At
/// most so many as a first screen holds.
pub async fn waiting(
    tx: &mut Tx,
    grant: &Grant,
    role: Role,
    (soon, today, now): (NaiveDate, NaiveDate, Moment),
) -> Result<Vec<Waits>> {
    let whose = match role {
        Role::Supervisor => OF_SUPERVISOR,
        Role::Coach => OF_COACH,
        _ => OF_PARTICIPANT,
    };
    let query = tx.compose(&[
        "select a.id, a.case_id, t.person_id, n.first_name, n.last_name, a.owner, a.state, a.due_on, a.what \
         from coaching_three t join case_action a on a.case_id = t.case_id \
         join people_name n on n.person_id = t.person_id where",
        whose,
        "order by a.due_on, a.id limit 50",
    ]);
    let query = query.bind(grant.human_id()).bind(soon);
    let query = match role {
        Role::Coach => query.bind(today),
        Role::Supervisor => query.bind(now),
        _ => query,
    };
    query.all().await
}
