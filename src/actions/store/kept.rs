//! SQL of what actions keep of people.
use uuid::Uuid;

use crate::db::{Result, Tx};

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
