//! An act: one transaction, done once however often the same form is sent.
use std::ops::{Deref, DerefMut};

use axum::response::Response;
use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::{Desk, see_other, store};
use crate::{
    db::{self, Tx},
    events::Event,
    web::{Answer, Failure, Words},
};

/// A writing transaction with the key that makes the form harmless when sent again.
pub struct Act {
    tx: Tx,
    human_id: Uuid,
    once: Option<String>,
}

impl Deref for Act {
    type Target = Tx;
    fn deref(&self) -> &Tx {
        &self.tx
    }
}

impl DerefMut for Act {
    fn deref_mut(&mut self) -> &mut Tx {
        &mut self.tx
    }
}

impl Desk {
    /// Begins an act. The same form sent again gets the answer it got before; another form under the same key is refused.
    pub async fn act(&self, words: &Words) -> Result<Act, Failure> {
        let human_id = self.maybe_actor().map_or_else(Uuid::nil, |actor| actor.human_id);
        let mut tx = self.house.db.write_counted(&self.visit.tally).await?;
        let once = Some(words.get("_once")).filter(|key| (16..=64).contains(&key.len())).map(str::to_owned);
        if let Some(key) = &once {
            let hash = body_hash(words);
            if !store::claim_once(&mut tx, (human_id, &self.route, key), (hash.clone(), self.now)).await? {
                let (known, location) = store::answered(&mut tx, (human_id, &self.route, key)).await?;
                return Err(if known == hash {
                    Failure::Again(location)
                } else {
                    Failure::Conflict("conflict-other-form")
                });
            }
        }
        Ok(Act { tx, human_id, once })
    }

    /// Writes the event of what was done; gives its id.
    pub async fn event(&self, act: &mut Act, event: Event) -> Result<Uuid, Failure> {
        let by = self.maybe_actor().map(|actor| actor.human_id);
        Ok(event.by(by).record(&mut act.tx).await?)
    }

    /// Commits and goes on to `location`.
    pub async fn done(&self, act: Act, location: &str) -> Answer {
        Ok(self.committed(act, location).await?)
    }

    async fn committed(&self, mut act: Act, location: &str) -> Result<Response, db::Error> {
        if let Some(key) = &act.once {
            store::answer(&mut act.tx, (act.human_id, &self.route, key), location).await?;
        }
        act.tx.commit().await?;
        Ok(see_other(location))
    }
}

fn body_hash(words: &Words) -> Vec<u8> {
    let mut hash = Sha256::new();
    for (name, value) in words.pairs() {
        for part in [name, value] {
            hash.update((part.len() as u64).to_be_bytes());
            hash.update(part.as_bytes());
        }
    }
    hash.finalize().to_vec()
}
