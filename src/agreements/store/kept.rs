//! SQL of what agreements keep of people.
use uuid::Uuid;

use super::super::record::Agreement;
use super::AGREEMENT;
use crate::{
    clock::Moment,
    db::{FromRow, Result, Tx},
    privacy::Grant,
};

/// What was written goes; that something was agreed, and when, stays.
pub async fn erase(tx: &mut Tx, case_id: Uuid) -> Result<()> {
    for statement in [
        "delete from preparation where case_id = $1",
        "delete from confirmation_link where case_id = $1",
        "update agreement set participant_signature = null, supervisor_signature = null, coach_signature = null \
         where case_id = $1",
    ] {
        tx.sql(statement).bind(case_id).execute().await?;
    }
    tx.sql("update agreement set sealed_aims = $2, sealed_timetable = $2, waiting_since = null where case_id = $1")
        .bind(case_id)
        .bind(Vec::new())
        .execute()
        .await?;
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

/// The cases of others in which the human has thoughts of their own as supervisor or coach.
pub async fn cases_beside(tx: &mut Tx, human_id: Uuid) -> Result<Vec<Uuid>> {
    let found: Vec<(Uuid,)> = tx
        .sql(
            "select p.case_id from preparation p join coaching_case_state c on c.case_id = p.case_id \
             where p.owner_id = $1 and c.human_id <> $1 order by p.case_id",
        )
        .bind(human_id)
        .all()
        .await?;
    Ok(found.into_iter().map(|(id,)| id).collect())
}

/// Every version of the case that the grant is for, for the copy that its participant takes home.
pub async fn versions(tx: &mut Tx, grant: &Grant) -> Result<Vec<Agreement>> {
    tx.compose(&[AGREEMENT, "from agreement a where a.case_id = $1 order by a.version"])
        .bind(grant.resource())
        .all()
        .await
}

/// What somebody thought beforehand.
#[derive(Clone, Debug, FromRow)]
pub struct Thoughts {
    pub sealed: Vec<u8>,
    pub saved_at: Moment,
}

/// The own thoughts of whom the grant is for.
pub async fn thoughts(tx: &mut Tx, grant: &Grant) -> Result<Option<Thoughts>> {
    tx.sql("select sealed, saved_at from preparation where case_id = $1 and owner_id = $2")
        .bind(grant.resource())
        .bind(grant.human_id())
        .optional()
        .await
}
