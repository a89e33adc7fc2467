//! SQL of written reviews.
use uuid::Uuid;

use crate::{
    clock::Moment,
    db::{Result, Tx},
    insight::review::{Noted, Review},
    programmes::Round,
};

const REVIEW: &str = "select round_id, held_on, present, worked, changes, changes_sv, changes_en, finished_at, \
                      draft_id, rev from round_review";

pub async fn review(tx: &mut Tx, round_id: Uuid) -> Result<Option<Review>> {
    tx.compose(&[REVIEW, "where round_id = $1"]).bind(round_id).optional().await
}

/// The finished reviews of an organisation.
pub async fn finished(tx: &mut Tx, controller_id: Uuid) -> Result<Vec<Review>> {
    tx.compose(&[REVIEW, "where controller_id = $1 and finished_at is not null order by held_on, round_id"])
        .bind(controller_id)
        .all()
        .await
}

/// Writes the review; `rev` is what the writer saw of it, none of a new one. False when somebody wrote first.
pub async fn note(
    tx: &mut Tx,
    round: &Round,
    rev: Option<i64>,
    noted: &Noted,
    (by, now): (Uuid, Moment),
) -> Result<bool> {
    let sql = match rev {
        Some(rev) => tx
            .sql(
                "update round_review set held_on = $3, present = $4, worked = $5, changes = $6, changes_sv = $7, \
                 changes_en = $8, noted_by = $9, noted_at = $10, rev = rev + 1 where round_id = $1 and rev = $2 and finished_at is null",
            )
            .bind(round.id)
            .bind(rev),
        None => tx
            .sql(
                "insert into round_review (round_id, controller_id, held_on, present, worked, changes, changes_sv, \
                 changes_en, noted_by, noted_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict (round_id) do nothing",
            )
            .bind(round.id)
            .bind(round.controller_id),
    };
    let sql = sql.bind(noted.held_on).bind(noted.present.clone()).bind(noted.worked.clone());
    let sql = sql.bind(noted.changes.clone()).bind(noted.changes_sv.clone()).bind(noted.changes_en.clone());
    Ok(sql.bind(by).bind(now).execute().await? == 1)
}

/// From now on it does not change; false when somebody wrote or finished first.
pub async fn finish(tx: &mut Tx, (round_id, rev): (Uuid, i64), now: Moment) -> Result<bool> {
    let done = tx
        .sql(
            "update round_review set finished_at = $3, rev = rev + 1 \
             where round_id = $1 and rev = $2 and finished_at is null",
        )
        .bind(round_id)
        .bind(rev)
        .bind(now)
        .execute()
        .await?;
    Ok(done == 1)
}

/// The draft that was begun from it; false when there is one already.
pub async fn begun(tx: &mut Tx, round_id: Uuid, draft_id: Uuid) -> Result<bool> {
    let done = tx
        .sql("update round_review set draft_id = $2 where round_id = $1 and draft_id is null")
        .bind(round_id)
        .bind(draft_id)
        .execute()
        .await?;
    Ok(done == 1)
}
