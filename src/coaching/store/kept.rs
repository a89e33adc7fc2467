//! SQL of what coachings keep of people.
use uuid::Uuid;

use crate::{
    clock::Moment,
    db::{Result, Tx},
    house::keeping::{Closed, Scope},
};

const CLOSED: &str = "select c.id as subject_id, c.person_id, c.controller_id, c.ended_at as closed_at from coaching_case c \
                      where c.contents_erased_at is null and c.ended_at is not null";

/// Cases that have ended and whose contents are there.
pub async fn closed(tx: &mut Tx, scope: Scope, at_most: i64) -> Result<Vec<Closed>> {
    scope.find(tx, CLOSED, at_most).await
}

/// Erases what was written and where people met; the first time stays.
pub async fn erase(tx: &mut Tx, id: Uuid, now: Moment) -> Result<()> {
    tx.sql("delete from note where case_id = $1").bind(id).execute().await?;
    tx.sql("delete from period_answer where case_id = $1").bind(id).execute().await?;
    super::eras::erase(tx, id).await?;
    tx.sql("update case_session set place = '' where case_id = $1").bind(id).execute().await?;
    tx.sql("update coaching_case set contents_erased_at = $2 where id = $1 and contents_erased_at is null")
        .bind(id)
        .bind(now)
        .execute()
        .await?;
    Ok(())
}
