//! SQL of what measures keep of people.
use chrono::NaiveDate;
use uuid::Uuid;

use crate::{
    db::{FromRow, Result, Tx},
    house::keeping::{Closed, Scope},
    privacy::Grant,
};

const CLOSED: &str = "select c.case_id as subject_id, c.person_id, c.controller_id, c.ended_at as closed_at \
                      from coaching_case_state c where c.ended_at is not null and ( \
                      exists (select 1 from measure m where m.case_id = c.case_id) \
                      or exists (select 1 from outcome o where o.case_id = c.case_id) \
                      or exists (select 1 from ask_link l where l.case_id = c.case_id) \
                      or exists (select 1 from measure_draft d where d.case_id = c.case_id) \
                      or exists (select 1 from follow_up f where f.case_id = c.case_id))";

/// Cases that have ended and whose answers still name them.
pub async fn closed(tx: &mut Tx, scope: Scope, at_most: i64) -> Result<Vec<Closed>> {
    scope.find(tx, CLOSED, at_most).await
}

/// The answers of a case are from now on nobody's: the numbers stay together under an id that is in no other table.
pub async fn unlink(tx: &mut Tx, case_id: Uuid, nobody: Uuid) -> Result<()> {
    for statement in [
        "update measure set case_id = $2, step_id = null, answers = '' where case_id = $1",
        "update outcome set case_id = $2 where case_id = $1",
    ] {
        tx.sql(statement).bind(case_id).bind(nobody).execute().await?;
    }
    for statement in [
        "delete from ask_link where case_id = $1",
        "delete from follow_up where case_id = $1",
        "delete from measure_draft where case_id = $1",
    ] {
        tx.sql(statement).bind(case_id).execute().await?;
    }
    Ok(())
}

/// The human's cases.
pub async fn cases_of(tx: &mut Tx, human_id: Uuid) -> Result<Vec<Uuid>> {
    let found: Vec<(Uuid,)> = tx
        .sql("select case_id from coaching_case_state where human_id = $1 order by opened_at, case_id")
        .bind(human_id)
        .all()
        .await?;
    Ok(found.into_iter().map(|(id,)| id).collect())
}

/// An answer to an instrument or feedback, its answers sealed.
#[derive(Clone, Debug, FromRow)]
pub struct OwnMeasure {
    pub round_id: Uuid,
    pub step_key: String,
    pub instrument_key: String,
    pub answers: String,
    pub scores: String,
    pub answered_on: NaiveDate,
}

/// The measures of the case that the grant is for.
pub async fn measures(tx: &mut Tx, grant: &Grant) -> Result<Vec<OwnMeasure>> {
    tx.sql(
        "select round_id, step_key, instrument_key, answers, scores, answered_on from measure where case_id = $1 \
         order by answered_on, step_key",
    )
    .bind(grant.resource())
    .all()
    .await
}

/// What was told of what became of the person.
#[derive(Clone, Debug, FromRow)]
pub struct OwnOutcome {
    pub round_id: Uuid,
    pub at_point: String,
    pub kind: String,
    pub answered_on: NaiveDate,
}

pub async fn outcomes(tx: &mut Tx, grant: &Grant) -> Result<Vec<OwnOutcome>> {
    tx.sql(
        "select round_id, at_point, kind, answered_on from outcome where case_id = $1 order by answered_on, at_point",
    )
    .bind(grant.resource())
    .all()
    .await
}
