//! SQL of what goals keep of people.
use uuid::Uuid;

use crate::db::{Result, Tx};

/// The goals and ratings of a case go.
pub async fn erase(tx: &mut Tx, case_id: Uuid) -> Result<()> {
    for statement in [
        "delete from goal_rating where goal_id in (select id from goal where case_id = $1)",
        "delete from goal where case_id = $1",
        "delete from goal_plan where case_id = $1",
    ] {
        tx.sql(statement).bind(case_id).execute().await?;
    }
    Ok(())
}

/// The human's cases that have goals, with the version of the service.
pub async fn cases_of(tx: &mut Tx, human_id: Uuid) -> Result<Vec<(Uuid, Uuid)>> {
    tx.sql(
        "select t.case_id, r.blueprint_id from coaching_three t join goal_plan p on p.case_id = t.case_id \
         join programmes_round r on r.round_id = t.round_id where t.human_id = $1 order by t.case_id",
    )
    .bind(human_id)
    .all()
    .await
}
