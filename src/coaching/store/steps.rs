//! SQL of the steps of a case.
use chrono::NaiveDate;
use uuid::Uuid;

use super::super::StepState;
use crate::{
    clock::Moment,
    db::{FromRow, Result, Tx},
    text::Text,
};

/// A step of a case, copied from the blueprint when the case opened.
#[derive(Clone, Debug, FromRow)]
pub struct Step {
    pub id: Uuid,
    pub case_id: Uuid,
    /// The key in the blueprint.
    pub step_key: String,
    pub position: i32,
    /// The code of the blueprint's kind: `meeting`, `instrument`, …
    pub kind: String,
    /// A [`Text`] as JSON.
    pub name: String,
    pub for_whom: String,
    /// How many meetings it holds; 0: none.
    pub meetings: i32,
    pub minutes: i32,
    pub after_keys: String,
    /// `end + 6 months`
    pub due: Option<String>,
    /// It becomes ready on its day, not before.
    pub waits_for_day: bool,
    pub required: bool,
    pub state: StepState,
    pub due_on: Option<NaiveDate>,
    pub done_at: Option<Moment>,
}

impl Step {
    pub fn text(&self) -> Text {
        serde_json::from_str(&self.name).unwrap_or_else(|_| Text::same(self.name.clone()))
    }

    /// Whether it is answered on a page of its own.
    pub fn is_asked(&self) -> bool {
        matches!(self.kind.as_str(), "instrument" | "feedback" | "outcome")
    }

    pub fn is_meeting(&self) -> bool {
        self.kind == "meeting"
    }
}

const STEP: &str = "select t.id, t.case_id, t.step_key, t.position, t.kind, t.name, t.for_whom, t.meetings, t.minutes, \
                    t.after_keys, t.due, t.waits_for_day, t.required, t.state, t.due_on, t.done_at from case_step t";

pub async fn insert_step(tx: &mut Tx, step: &Step, ready_at: Option<Moment>) -> Result<()> {
    tx.sql(
        "insert into case_step (id, case_id, step_key, position, kind, name, for_whom, meetings, minutes, after_keys, \
         due, waits_for_day, required, state, due_on, ready_at) \
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)",
    )
    .bind(step.id)
    .bind(step.case_id)
    .bind(step.step_key.clone())
    .bind(step.position)
    .bind(step.kind.clone())
    .bind(step.name.clone())
    .bind(step.for_whom.clone())
    .bind(step.meetings)
    .bind(step.minutes)
    .bind(step.after_keys.clone())
    .bind(step.due.clone())
    .bind(step.waits_for_day)
    .bind(step.required)
    .bind(step.state)
    .bind(step.due_on)
    .bind(ready_at)
    .execute()
    .await?;
    Ok(())
}

/// The steps of a case in order: states and dates, no contents.
pub async fn steps(tx: &mut Tx, case_id: Uuid) -> Result<Vec<Step>> {
    tx.compose(&[STEP, "where t.case_id = $1 order by t.position"]).bind(case_id).all().await
}

/// The case and state of a step.
pub async fn step_case(tx: &mut Tx, id: Uuid) -> Result<Option<(Uuid, StepState)>> {
    tx.sql("select case_id, state from case_step where id = $1").bind(id).optional().await
}

/// The step moves on; false when it is there already or over.
pub async fn set_step(tx: &mut Tx, id: Uuid, state: StepState, now: Moment) -> Result<bool> {
    let changed = if state == StepState::Ready {
        tx.sql("update case_step set state = $2, ready_at = $3 where id = $1 and state in ('waiting', 'scheduled')")
    } else if state == StepState::Scheduled {
        tx.sql("update case_step set state = $2, ready_at = coalesce(ready_at, $3) where id = $1 and state in ('waiting', 'ready')")
    } else {
        tx.sql(
            "update case_step set state = $2, done_at = $3 where id = $1 and state in ('waiting', 'ready', 'scheduled')",
        )
    }
    .bind(id)
    .bind(state)
    .bind(now)
    .execute()
    .await?;
    Ok(changed == 1)
}

pub async fn set_due(tx: &mut Tx, id: Uuid, due_on: NaiveDate) -> Result<()> {
    tx.sql("update case_step set due_on = $2 where id = $1").bind(id).bind(due_on).execute().await?;
    Ok(())
}

/// A step that waits for its participant's answers.
#[derive(Clone, Debug, PartialEq, Eq, FromRow)]
pub struct ReadyStep {
    pub step_id: Uuid,
    pub case_id: Uuid,
    pub round_id: Uuid,
    pub step_key: String,
    pub kind: String,
    /// A [`Text`] as JSON.
    pub name: String,
    pub minutes: i32,
    pub due_on: Option<NaiveDate>,
}

/// The instrument, feedback and outcome steps that wait for this human's answers, in order.
pub async fn ready_steps(tx: &mut Tx, human_id: Uuid) -> Result<Vec<ReadyStep>> {
    tx.sql(
        "select t.id as step_id, t.case_id, c.round_id, t.step_key, t.kind, t.name, t.minutes, t.due_on \
         from case_step t join coaching_case c on c.id = t.case_id where c.human_id = $1 \
         and t.for_whom = 'participant' and t.kind in ('instrument', 'feedback', 'outcome') and t.state = 'ready' \
         order by c.opened_at, t.position",
    )
    .bind(human_id)
    .all()
    .await
}
