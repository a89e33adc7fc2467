//! SQL of what goals keep of people.
use uuid::Uuid;

use crate::{
    db::{Result, Tx},
    house::keeping::{Closed, Scope},
};

const CLOSED: &str = "select c.case_id as subject_id, c.person_id, c.controller_id, c.ended_at as closed_at \
                      from coaching_case_state c join goal_plan p on p.case_id = c.case_id where c.ended_at is not null";

/// Cases that have ended and have goals.
pub async fn closed(tx: &mut Tx, scope: Scope, at_most: i64) -> Result<Vec<Closed>> {
    scope.find(tx, CLOSED, at_most).await
}

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
