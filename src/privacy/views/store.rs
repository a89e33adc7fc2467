//! SQL of the view log.
use uuid::Uuid;

use super::View;
use crate::{
    clock::Moment,
    db::{Result, Tx},
    privacy::Purpose,
};

pub(super) async fn insert(tx: &mut Tx, views: &[View]) -> Result<()> {
    for view in views {
        tx.sql("insert into view_log (id, at, human_id, purpose, route) values ($1, $2, $3, $4, $5)")
            .bind(view.id)
            .bind(view.at)
            .bind(view.human_id)
            .bind(view.purpose)
            .bind(view.route.clone())
            .execute()
            .await?;
        for subject in &view.subjects {
            tx.sql("insert into view_subject (subject_id, view_id) values ($1, $2)")
                .bind(*subject)
                .bind(view.id)
                .execute()
                .await?;
        }
    }
    Ok(())
}

pub(super) async fn of(tx: &mut Tx, subject_id: Uuid, but: Uuid) -> Result<Vec<(Moment, Uuid, Purpose, String)>> {
    tx.sql(
        "select l.at, l.human_id, l.purpose, l.route from view_subject s join view_log l on l.id = s.view_id \
         where s.subject_id = $1 and l.human_id <> $2 order by l.at desc, l.id desc limit 500",
    )
    .bind(subject_id)
    .bind(but)
    .all()
    .await
}

pub(super) async fn count(tx: &mut Tx) -> Result<i64> {
    let (count,): (i64,) = tx.sql("select count(*) from view_log").one().await?;
    Ok(count)
}
