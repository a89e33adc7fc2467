//! SQL of the organisation's policy on the coach's working note.
use chrono::NaiveDate;
use uuid::Uuid;

use crate::{
    clock::Moment,
    db::{Result, Tx},
};

/// Whether the organisation gives the working note on `day`; it does not until it has decided so.
pub async fn gives_note(tx: &mut Tx, controller_id: Uuid, day: NaiveDate) -> Result<bool> {
    Ok(decision(tx, controller_id, day).await?.is_some_and(|(_, gives)| gives))
}

/// The decision in force on `day`: since when, and whether the note is given.
pub async fn decision(tx: &mut Tx, controller_id: Uuid, day: NaiveDate) -> Result<Option<(NaiveDate, bool)>> {
    tx.sql("select from_on, gives from note_policy where controller_id = $1 and from_on <= $2 order by from_on desc limit 1")
        .bind(controller_id)
        .bind(day)
        .optional()
        .await
}

/// Decides it from a day on; a later decision for the same day stands.
pub async fn decide(
    tx: &mut Tx,
    controller_id: Uuid,
    (from_on, gives): (NaiveDate, bool),
    (by, now): (Uuid, Moment),
) -> Result<()> {
    tx.sql(
        "insert into note_policy (controller_id, from_on, gives, decided_by, decided_at) values ($1, $2, $3, $4, $5) \
         on conflict (controller_id, from_on) do update set gives = $3, decided_by = $4, decided_at = $5",
    )
    .bind(controller_id)
    .bind(from_on)
    .bind(gives)
    .bind(by)
    .bind(now)
    .execute()
    .await?;
    Ok(())
}
