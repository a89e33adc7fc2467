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
    /// What a period is about: a [`Text`] as JSON.
    pub theme: Option<String>,
    /// So many of its meetings are held at least.
    pub meetings_least: i32,
    /// Something is asked before the period; after it.
    pub asks_before: bool,
    pub asks_closing: bool,
    /// When that was answered, and the coach it is shared with.
    pub before_at: Option<Moment>,
    pub before_shared_with: Option<Uuid>,
    pub closing_at: Option<Moment>,
    pub closing_shared_with: Option<Uuid>,
}

impl Step {
    /// What a period is about.
    pub fn about(&self) -> Option<Text> {
        serde_json::from_str(self.theme.as_deref()?).ok()
    }

    /// Whether participant, supervisor and coach do it together.
    pub fn is_of_three(&self) -> bool {
        self.for_whom == "three"
    }

    /// Whether it is held some time after the end, when the coaching is over.
    pub fn is_follow_up_talk(&self) -> bool {
        self.is_meeting() && self.waits_for_day
    }

    pub fn text(&self) -> Text {
        serde_json::from_str(&self.name).unwrap_or_else(|_| Text::same(self.name.clone()))
    }

    /// Whether it is answered on a page of its own.
    pub fn is_asked(&self) -> bool {
        matches!(self.kind.as_str(), "instrument" | "feedback" | "outcome")
    }

    pub fn is_asked_of_participant(&self) -> bool {
        self.is_asked() && self.for_whom == "participant"
    }

    /// Whether it is asked of the participant when the coaching comes to its end.
    pub fn is_closing(&self) -> bool {
        let at_end = self.due.as_deref().is_some_and(|due| due.starts_with("end"));
        self.is_asked_of_participant() && at_end && !self.waits_for_day
    }

    /// Whether it asks, some time after the end, what became of the participant.
    pub fn is_follow_up(&self) -> bool {
        self.kind == "outcome" && self.for_whom == "participant" && self.waits_for_day
    }

    pub fn is_meeting(&self) -> bool {
        self.kind == "meeting"
    }
}

const STEP: &str = "select t.id, t.case_id, t.step_key, t.position, t.kind, t.name, t.for_whom, t.meetings, t.minutes, \
                    t.after_keys, t.due, t.waits_for_day, t.required, t.state, t.due_on, t.done_at, t.theme, \
                    t.meetings_least, t.asks_before, t.asks_closing, b.saved_at as before_at, \
                    b.shared_with as before_shared_with, a.saved_at as closing_at, a.shared_with as closing_shared_with \
                    from case_step t left join period_answer b on b.step_id = t.id and b.part = 'before' \
                    left join period_answer a on a.step_id = t.id and a.part = 'closing'";

/// How many rows go into one statement.
const ROWS: usize = 200;

/// Writes steps, each with since when it is ready.
pub async fn insert_steps(tx: &mut Tx, steps: &[(Step, Option<Moment>)]) -> Result<()> {
    let head = "insert into case_step (id, case_id, step_key, position, kind, name, for_whom, meetings, minutes, after_keys, \
                due, waits_for_day, required, state, due_on, theme, meetings_least, asks_before, asks_closing, ready_at) values";
    for part in steps.chunks(ROWS) {
        let mut query = tx.many(head, (part.len(), 20), "");
        for (step, ready_at) in part {
            query = query
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
                .bind(step.theme.clone())
                .bind(step.meetings_least)
                .bind(step.asks_before)
                .bind(step.asks_closing)
                .bind(*ready_at);
        }
        query.execute().await?;
    }
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

/// One step, for the acts on it and the clock's own work.
pub async fn step(tx: &mut Tx, id: Uuid) -> Result<Option<Step>> {
    tx.compose(&[STEP, "where t.id = $1"]).bind(id).optional().await
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

/// A follow-up of a case that has ended, which the clock does not know of yet.
#[derive(Clone, Debug, FromRow)]
pub struct Unasked {
    pub step_id: Uuid,
    pub due: Option<String>,
    pub ended_at: Moment,
}

/// Follow-ups that nobody has ordered although the case has ended; those of interrupted coachings were skipped once.
pub async fn unasked(tx: &mut Tx, at_most: i64) -> Result<Vec<Unasked>> {
    tx.sql(
        "select t.id as step_id, t.due, c.ended_at from case_step t join coaching_case c on c.id = t.case_id \
         where t.kind = 'outcome' and t.for_whom = 'participant' and t.waits_for_day = true and t.asked_for_at is null \
         and t.state in ('waiting', 'ready', 'skipped') and c.ended_at is not null order by c.ended_at, t.id limit $1",
    )
    .bind(at_most)
    .all()
    .await
}

/// The follow-up has its day and the clock its order; one that comes too late is missed. False when it had them before.
pub async fn set_follow_up(tx: &mut Tx, id: Uuid, (due_on, too_late): (NaiveDate, bool), now: Moment) -> Result<bool> {
    let changed = tx
        .sql(
            "update case_step set due_on = $2, asked_for_at = $3, state = case when $4 then 'missed' \
             when state = 'skipped' then 'waiting' else state end where id = $1 and asked_for_at is null",
        )
        .bind(id)
        .bind(due_on)
        .bind(now)
        .bind(too_late)
        .execute()
        .await?;
    Ok(changed == 1)
}
