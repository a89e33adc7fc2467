//! The jobs that reach people: letters by mail, codes by text message.
use futures_util::future::BoxFuture;

use crate::{
    demo,
    house::{House, JobResult},
    jobs::{self, Job},
    mail::Letter,
};

/// Sends a letter. A server that dies between sending and forgetting sends it once more: better twice than never.
pub(super) fn send_letter(house: House, job: Job) -> BoxFuture<'static, JobResult> {
    Box::pin(async move {
        // What serde says of a wrong payload quotes it; the administrator is told nothing of contents.
        let letter: Letter = serde_json::from_str(&job.payload).map_err(|_| "the letter cannot be read")?;
        house.mailer.send(&letter).await?;
        let mut tx = house.db.write().await?;
        if house.demo {
            demo::keep(&mut tx, &letter, house.clock.now()).await?;
        }
        if jobs::done(&mut tx, &job).await? {
            tx.commit().await?;
        }
        Ok(())
    })
}
