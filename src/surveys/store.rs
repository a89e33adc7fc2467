//! SQL of measures, outcomes and links.
pub mod kept;

use chrono::NaiveDate;
use uuid::Uuid;

use super::{Phase, Source, follow_up::Sent};
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
    /// By which version its round runs, with the newest correction of its texts.
    pub blueprint_id: Uuid,
    pub erratum: Option<i32>,
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
                    b.blueprint_id, b.erratum, (select count(*) from measure m where m.step_id = s.step_id) + (select count(*) from outcome o \
                    where o.case_id = s.case_id and o.at_point = s.step_key) as answered \
                    from coaching_step_state s join programmes_blueprint b on b.round_id = s.round_id where s.kind in ('instrument', 'feedback', 'outcome') \
                    and s.for_whom = 'participant'";

pub async fn step(tx: &mut Tx, id: Uuid) -> Result<Option<AskedStep>> {
    tx.compose(&[STEP, "and s.step_id = $1"]).bind(id).optional().await
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

/// The step is being asked about; false when it was before.
pub async fn begin_follow_up(tx: &mut Tx, step: &AskedStep, now: Moment) -> Result<bool> {
    let begun = tx
        .sql(
            "insert into follow_up (step_id, case_id, round_id, at_point, way, asked_at) values ($1, $2, $3, $4, $5, $6) \
             on conflict (step_id) do nothing",
        )
        .bind(step.step_id)
        .bind(step.case_id)
        .bind(step.round_id)
        .bind(step.step_key.clone())
        .bind(Sent::Nowhere)
        .bind(now)
        .execute()
        .await?;
    Ok(begun == 1)
}

pub async fn set_sent(tx: &mut Tx, step_id: Uuid, sent: Sent) -> Result<()> {
    tx.sql("update follow_up set way = $2 where step_id = $1").bind(step_id).bind(sent).execute().await?;
    Ok(())
}

/// Somebody is being reminded: when the question was asked, or nothing when they were reminded before.
pub async fn begin_reminder(tx: &mut Tx, step_id: Uuid, now: Moment) -> Result<Option<Moment>> {
    let found: Option<(Moment,)> = tx
        .sql("update follow_up set reminded_at = $2 where step_id = $1 and reminded_at is null returning asked_at")
        .bind(step_id)
        .bind(now)
        .optional()
        .await?;
    Ok(found.map(|(asked_at,)| asked_at))
}

/// How the questions of a point of time stand in a round: numbers alone.
#[derive(Clone, Debug, FromRow)]
pub struct FollowUp {
    pub at_point: String,
    /// Those whose day has not come.
    pub coming: i64,
    /// The day of the next of them.
    pub next_on: Option<NaiveDate>,
    pub asked: i64,
    pub answered: i64,
    pub reminded: i64,
    /// Those whom no message could reach.
    pub nowhere: i64,
}

/// The outcome steps of cases that have ended, in the round that the grant is for, by point of time.
pub async fn points(tx: &mut Tx, grant: &Grant) -> Result<Vec<FollowUp>> {
    tx.sql(
        "select s.step_key as at_point, count(case when s.state = 'waiting' then 1 end) as coming, \
         min(case when s.state = 'waiting' then s.due_on end) as next_on, \
         count(case when s.state in ('ready', 'done', 'missed') then 1 end) as asked, count(o.id) as answered, \
         count(f.reminded_at) as reminded, count(case when f.way = 'none' then 1 end) as nowhere \
         from coaching_step_state s join coaching_case_state c on c.case_id = s.case_id \
         left join follow_up f on f.step_id = s.step_id \
         left join outcome o on o.case_id = s.case_id and o.at_point = s.step_key \
         where s.round_id = $1 and s.kind = 'outcome' and s.for_whom = 'participant' and c.ended_at is not null \
         group by s.step_key order by s.step_key",
    )
    .bind(grant.resource())
    .all()
    .await
}
