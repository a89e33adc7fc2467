//! The jobs that reach people: letters by mail, codes by text message.
use futures_util::future::BoxFuture;

use crate::{
    house::{House, JobResult},
    jobs::{self, Job},
    mail::Letter,
};

/// Sends a letter. A server that dies between sending and forgetting sends it once more: better twice than never.
pub(super) fn send_letter(house: House, job: Job) -> BoxFuture<'static, JobResult> {
    Box::pin(async move {
        let letter: Letter = serde_json::from_str(&job.payload)?;
        house.mailer.send(&letter).await?;
        let mut tx = house.db.write().await?;
        if jobs::done(&mut tx, &job).await? {
            tx.commit().await?;
        }
        Ok(())
    })
}
