//! Text messages, through whatever HTTP gateway the organisation has: a POST of `{"to", "text"}` with a bearer token.
use futures_util::future::BoxFuture;
use serde::{Deserialize, Serialize};

use super::http;
use crate::{
    clock::Moment,
    db::{Result, Tx},
    house::{House, JobResult},
    jobs::{self, Job},
};

/// The kind of job that sends a text message.
pub(super) const SEND: &str = "signin.sms";

/// A text message as it waits.
#[derive(Serialize, Deserialize)]
pub(super) struct Message {
    /// `+358401234567`
    pub to: String,
    pub text: String,
    /// After this it is no use to anybody.
    pub until: Moment,
}

/// Whether the organisation has a gateway for text messages.
pub fn can_text(house: &House) -> bool {
    !house.config.get("sms_url").is_empty()
}

/// Puts a text message to `to` (`+358401234567`) in the queue, in the act's own transaction; after `until` it is not sent.
pub async fn text_message(tx: &mut Tx, (to, text): (String, String), (now, until): (Moment, Moment)) -> Result<()> {
    jobs::ask(tx, SEND, &Message { to, text, until }, now).await
}

/// The job: sends a text message, unless its time is over.
pub(super) fn send(house: House, job: Job) -> BoxFuture<'static, JobResult> {
    Box::pin(async move {
        let message: Message = serde_json::from_str(&job.payload).map_err(|_| "the message cannot be read")?;
        if message.until > house.clock.now() {
            let asked = http::client()?
                .post(house.config.get("sms_url"))
                .bearer_auth(house.config.get("sms_token"))
                .json(&serde_json::json!({ "to": message.to, "text": message.text }));
            // The address may stand in the error, and with it nothing of whom it was for.
            let answer = asked.send().await.map_err(reqwest::Error::without_url)?;
            answer.error_for_status().map_err(reqwest::Error::without_url)?;
        }
        let mut tx = house.db.write().await?;
        if jobs::done(&mut tx, &job).await? {
            tx.commit().await?;
        }
        Ok(())
    })
}
