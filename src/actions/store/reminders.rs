//! SQL of reminders and when people want them.
use chrono::NaiveDate;
use uuid::Uuid;

use super::super::{
    action::ActionState,
    times::{ReminderDays, Times, Which},
};
use crate::{
    clock::Moment,
    coaching::three::Party,
    db::{FromRow, Result, Tx},
};

/// When the human wants to be reminded; none when nothing was chosen.
pub async fn times(tx: &mut Tx, human_id: Uuid) -> Result<Option<Times>> {
    let found: Option<(i32, ReminderDays)> =
        tx.sql("select hour, days from action_reminder_time where human_id = $1").bind(human_id).optional().await?;
    Ok(found.map(|(hour, days)| Times { hour, days }))
}

pub async fn set_times(tx: &mut Tx, human_id: Uuid, times: Times, now: Moment) -> Result<()> {
    tx.sql(
        "insert into action_reminder_time (human_id, hour, days, saved_at) values ($1, $2, $3, $4) \
         on conflict (human_id) do update set hour = $2, days = $3, saved_at = $4",
    )
    .bind(human_id)
    .bind(times.hour)
    .bind(times.days)
    .bind(now)
    .execute()
    .await?;
    Ok(())
}

/// What a reminder is about, and who the three are now.
#[derive(Clone, Debug, FromRow)]
pub struct Reminded {
    pub owner: Party,
    pub state: ActionState,
    pub due_on: NaiveDate,
    pub human_id: Uuid,
    pub supervisor_human_id: Option<Uuid>,
    pub coach_human_id: Option<Uuid>,
}

impl Reminded {
    pub fn human(&self, party: Party) -> Option<Uuid> {
        match party {
            Party::Participant => Some(self.human_id),
            Party::Supervisor => self.supervisor_human_id,
            Party::Coach => self.coach_human_id,
        }
    }
}

/// For the clock's own work, which nobody sees.
pub async fn reminded(tx: &mut Tx, action_id: Uuid) -> Result<Option<Reminded>> {
    tx.sql(
        "select a.owner, a.state, a.due_on, t.human_id, t.supervisor_human_id, t.coach_human_id \
         from case_action a join coaching_three t on t.case_id = a.case_id where a.id = $1",
    )
    .bind(action_id)
    .optional()
    .await
}

/// The reminder is being sent; false when it was sent before.
pub async fn begin(tx: &mut Tx, (action_id, which): (Uuid, Which), due_on: NaiveDate, now: Moment) -> Result<bool> {
    let begun = tx
        .sql(
            "insert into action_reminder (action_id, which, due_on, sent_at) values ($1, $2, $3, $4) \
             on conflict (action_id, which, due_on) do nothing",
        )
        .bind(action_id)
        .bind(which)
        .bind(due_on)
        .bind(now)
        .execute()
        .await?;
    Ok(begun == 1)
}

/// The agreed actions of which the human is the owner, in all their coachings: `(action, day)`.
pub async fn promised(tx: &mut Tx, human_id: Uuid) -> Result<Vec<(Uuid, NaiveDate)>> {
    let mut found = Vec::new();
    for whose in [
        "t.human_id = $1 and a.owner = 'participant'",
        "t.supervisor_human_id = $1 and a.owner = 'supervisor'",
        "t.coach_human_id = $1 and a.owner = 'coach'",
    ] {
        let query = tx.compose(&[
            "select a.id, a.due_on from coaching_three t join case_action a on a.case_id = t.case_id \
             where a.state = 'agreed' and",
            whose,
            "order by a.id",
        ]);
        found.extend(query.bind(human_id).all::<(Uuid, NaiveDate)>().await?);
    }
    Ok(found)
}
