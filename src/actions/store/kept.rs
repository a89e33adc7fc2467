//! SQL of what actions keep of people.
use uuid::Uuid;

use super::{FROM, ORDER, ROW, Row};
use crate::{
    clock::Moment,
    db::{Result, Tx},
    privacy::Grant,
};

/// The actions of a case go.
pub async fn erase(tx: &mut Tx, case_id: Uuid) -> Result<()> {
    for statement in [
        "delete from action_reminder where action_id in (select id from case_action where case_id = $1)",
        "delete from case_action where case_id = $1",
    ] {
        tx.sql(statement).bind(case_id).execute().await?;
    }
    Ok(())
}

/// The human's cases that have actions.
pub async fn cases_of(tx: &mut Tx, human_id: Uuid) -> Result<Vec<Uuid>> {
    let found: Vec<(Uuid,)> = tx
        .sql(
            "select t.case_id from coaching_three t where t.human_id = $1 \
             and exists (select 1 from case_action a where a.case_id = t.case_id) order by t.case_id",
        )
        .bind(human_id)
        .all()
        .await?;
    Ok(found.into_iter().map(|(id,)| id).collect())
}

/// The cases in which the human is the supervisor and something was proposed by one.
pub async fn cases_beside(tx: &mut Tx, human_id: Uuid) -> Result<Vec<Uuid>> {
    let found: Vec<(Uuid,)> = tx
        .sql(
            "select t.case_id from coaching_three t where t.supervisor_human_id = $1 and exists (select 1 from case_action a \
             where a.case_id = t.case_id and a.proposed_by = 'supervisor') order by t.case_id",
        )
        .bind(human_id)
        .all()
        .await?;
    Ok(found.into_iter().map(|(id,)| id).collect())
}

/// What the supervisor of the case that the grant is for has proposed since then: their own words.
pub async fn proposed_rows(tx: &mut Tx, grant: &Grant, since: Moment) -> Result<Vec<Row>> {
    let own = "and a.proposed_by = 'supervisor' and a.proposed_at >= $2";
    let reason = "case when a.closed_by = 'supervisor' then a.reason end";
    tx.compose(&[ROW, reason, FROM, own, ORDER]).bind(grant.resource()).bind(since).all().await
}
