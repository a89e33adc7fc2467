//! SQL of measures, outcomes and links.
use chrono::NaiveDate;
use uuid::Uuid;

use super::{Phase, Source};
use crate::{
    clock::Moment,
    db::{FromRow, Result, Tx},
    ident,
    privacy::Grant,
};

/// A step that is answered on a page.
#[derive(Clone, Debug, FromRow)]
pub struct AskedStep {
    pub step_id: Uuid,
    pub case_id: Uuid,
    pub round_id: Uuid,
    pub human_id: Uuid,
    pub controller_id: Uuid,
    pub step_key: String,
    pub state: String,
    pub due_on: Option<NaiveDate>,
    /// An answer to it is stored here.
    pub answered: i64,
}

impl AskedStep {
    pub fn is_over(&self) -> bool {
        self.answered > 0 || matches!(self.state.as_str(), "done" | "skipped" | "missed")
    }

    pub fn is_waiting(&self) -> bool {
        self.state == "waiting"
    }
}

const STEP: &str = "select s.step_id, s.case_id, s.round_id, s.human_id, s.controller_id, s.step_key, s.state, s.due_on, \
                    (select count(*) from measure m where m.step_id = s.step_id) + (select count(*) from outcome o \
                    where o.case_id = s.case_id and o.at_point = s.step_key) as answered \
                    from coaching_step_state s where s.kind in ('instrument', 'feedback', 'outcome') \
                    and s.for_whom = 'participant'";

pub async fn step(tx: &mut Tx, id: Uuid) -> Result<Option<AskedStep>> {
    tx.compose(&[STEP, "and s.step_id = $1"]).bind(id).optional().await
}

/// The outcome steps of a case that wait for their day.
pub async fn later_outcomes(tx: &mut Tx, case_id: Uuid) -> Result<Vec<AskedStep>> {
    tx.compose(&[STEP, "and s.case_id = $1 and s.kind = 'outcome' and s.state = 'waiting' and s.due_on is not null order by s.due_on, s.step_id"])
        .bind(case_id)
        .all()
        .await
}

/// The sealed answers so far to a step of the case that the grant is for.
pub async fn draft(tx: &mut Tx, grant: &Grant, step_id: Uuid) -> Result<Option<String>> {
    let found: Option<(String,)> = tx
        .sql("select answers from measure_draft where step_id = $1 and case_id = $2")
        .bind(step_id)
        .bind(grant.resource())
        .optional()
        .await?;
    Ok(found.map(|(answers,)| answers))
}

pub async fn put_draft(tx: &mut Tx, step: &AskedStep, answers: String) -> Result<()> {
    tx.sql(
        "insert into measure_draft (step_id, case_id, answers) values ($1, $2, $3) \
         on conflict (step_id) do update set answers = $3",
    )
    .bind(step.step_id)
    .bind(step.case_id)
    .bind(answers)
    .execute()
    .await?;
    Ok(())
}

pub async fn drop_draft(tx: &mut Tx, step_id: Uuid) -> Result<()> {
    tx.sql("delete from measure_draft where step_id = $1").bind(step_id).execute().await?;
    Ok(())
}

/// A measure as it is stored: answers sealed, scores open to reports.
pub struct Measure {
    pub instrument_key: String,
    pub phase: Phase,
    pub answers: String,
    pub scores: String,
    pub answered_on: NaiveDate,
}

/// False when the step has been answered already.
pub async fn insert_measure(tx: &mut Tx, step: &AskedStep, measure: Measure) -> Result<bool> {
    let added = tx
        .sql(
            "insert into measure (id, case_id, round_id, step_id, step_key, instrument_key, phase, answers, scores, answered_on) \
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict (step_id) do nothing",
        )
        .bind(ident::random())
        .bind(step.case_id)
        .bind(step.round_id)
        .bind(step.step_id)
        .bind(step.step_key.clone())
        .bind(measure.instrument_key)
        .bind(measure.phase)
        .bind(measure.answers)
        .bind(measure.scores)
        .bind(measure.answered_on)
        .execute()
        .await?;
    Ok(added == 1)
}

/// The sealed answers to a step of the case that the grant is for.
pub async fn answers(tx: &mut Tx, grant: &Grant, step_id: Uuid) -> Result<Option<String>> {
    let found: Option<(String,)> = tx
        .sql("select answers from measure where step_id = $1 and case_id = $2")
        .bind(step_id)
        .bind(grant.resource())
        .optional()
        .await?;
    Ok(found.map(|(answers,)| answers))
}

/// What became of somebody at a step; false when it is known already.
pub async fn insert_outcome(
    tx: &mut Tx,
    step: &AskedStep,
    kind: &str,
    (on, source): (NaiveDate, Source),
) -> Result<bool> {
    let added = tx
        .sql(
            "insert into outcome (id, case_id, round_id, at_point, kind, answered_on, source) \
             values ($1, $2, $3, $4, $5, $6, $7) on conflict (case_id, at_point) do nothing",
        )
        .bind(ident::random())
        .bind(step.case_id)
        .bind(step.round_id)
        .bind(step.step_key.clone())
        .bind(kind.to_owned())
        .bind(on)
        .bind(source)
        .execute()
        .await?;
    Ok(added == 1)
}

/// What was answered to an outcome step of the case that the grant is for.
pub async fn outcome(tx: &mut Tx, grant: &Grant, step_key: &str) -> Result<Option<String>> {
    let found: Option<(String,)> = tx
        .sql("select kind from outcome where case_id = $1 and at_point = $2")
        .bind(grant.resource())
        .bind(step_key.to_owned())
        .optional()
        .await?;
    Ok(found.map(|(kind,)| kind))
}

/// A link that takes one answer; only the hash of its token is kept.
pub async fn insert_link(tx: &mut Tx, hash: Vec<u8>, step: &AskedStep, (now, until): (Moment, Moment)) -> Result<()> {
    tx.sql(
        "insert into ask_link (token_hash, case_id, round_id, step_id, at_point, made_at, until) \
         values ($1, $2, $3, $4, $5, $6, $7)",
    )
    .bind(hash)
    .bind(step.case_id)
    .bind(step.round_id)
    .bind(step.step_id)
    .bind(step.step_key.clone())
    .bind(now)
    .bind(until)
    .execute()
    .await?;
    Ok(())
}

/// The step of a link that can still be used.
pub async fn link(tx: &mut Tx, hash: Vec<u8>, now: Moment) -> Result<Option<Uuid>> {
    let found: Option<(Uuid,)> = tx
        .sql("select step_id from ask_link where token_hash = $1 and used_at is null and until > $2")
        .bind(hash)
        .bind(now)
        .optional()
        .await?;
    Ok(found.map(|(step,)| step))
}

/// Uses the link; false when it has been used or is past.
pub async fn use_link(tx: &mut Tx, hash: Vec<u8>, now: Moment) -> Result<bool> {
    let used = tx
        .sql("update ask_link set used_at = $2 where token_hash = $1 and used_at is null and until > $2")
        .bind(hash)
        .bind(now)
        .execute()
        .await?;
    Ok(used == 1)
}
