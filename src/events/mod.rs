//! Every state change leaves one event in the same transaction: who, when, what was done to which thing, in ids and
//! codes. What people wrote is never here. The sealer chains the events of each controller, so that a changed or
//! missing row is seen later.
mod seal;
mod store;

use serde_json::{Map, Value};
use uuid::Uuid;

use crate::{
    clock::Moment,
    db::{Result, Tx},
    ident,
};

pub use seal::{Audit, Broken, audit, seal};

/// One state change.
#[derive(Clone, Debug)]
pub struct Event {
    pub id: Uuid,
    /// The organisation that keeps the register this belongs to.
    pub controller_id: Uuid,
    pub at: Moment,
    /// Who did it; none for the clock.
    pub human_id: Option<Uuid>,
    /// `application.submitted`: the noun and what happened to it.
    pub what: &'static str,
    pub root_kind: &'static str,
    pub root_id: Uuid,
    facts: Map<String, Value>,
}

impl Event {
    /// `what` is `noun.verb`; the noun is the kind of the root.
    pub fn new(what: &'static str, root_id: Uuid, controller_id: Uuid, at: Moment) -> Event {
        let root_kind = what.split('.').next().unwrap_or(what);
        Event { id: ident::at(at), controller_id, at, human_id: None, what, root_kind, root_id, facts: Map::new() }
    }

    #[must_use]
    pub fn by(mut self, human_id: Option<Uuid>) -> Event {
        self.human_id = human_id;
        self
    }

    /// An id, a code or a number that belongs to what happened; never a name or words of a person.
    #[must_use]
    pub fn fact(mut self, name: &str, value: impl Into<Value>) -> Event {
        self.facts.insert(name.to_owned(), value.into());
        self
    }

    /// Writes it in the act's own transaction; gives its id.
    pub async fn record(self, tx: &mut Tx) -> Result<Uuid> {
        store::insert(tx, &self, &Value::Object(self.facts.clone()).to_string()).await?;
        Ok(self.id)
    }
}

/// What has happened to one thing, oldest first: `(at, what, human)`.
pub async fn history(tx: &mut Tx, root_id: Uuid) -> Result<Vec<(Moment, String, Option<Uuid>)>> {
    store::history(tx, root_id).await
}

/// How many events are not sealed yet, and since when the oldest of them.
pub async fn unsealed(tx: &mut Tx) -> Result<(i64, Option<Moment>)> {
    store::tail(tx).await
}

/// When the newest event was; none in a house where nothing has happened.
pub async fn latest(tx: &mut Tx) -> Result<Option<Moment>> {
    store::latest(tx).await
}
