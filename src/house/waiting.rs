//! What waits for somebody: each slice brings its rows to the first screens that empty (Oma polkuni, Odottaa sinua,
//! Tänään), one verb a row.
use chrono::NaiveDate;
use futures_util::future::BoxFuture;
use uuid::Uuid;

use super::House;
use crate::{
    clock::Moment,
    db::Tx,
    privacy::{Grant, Role},
    text::Lang,
};

/// On whose first screen, and in which role.
pub struct Awaited {
    /// The reader's own desk: participant: an own case; supervisor and coach: what is theirs to see.
    pub grant: Grant,
    /// [`Role::Participant`], [`Role::Supervisor`] or [`Role::Coach`].
    pub role: Role,
    pub lang: Lang,
    pub now: Moment,
}

/// One thing to do.
#[derive(Clone, Debug)]
pub struct Waiting {
    pub title: String,
    pub meta: String,
    pub href: String,
    /// What pressing it does: "Vahvista". Empty: nothing is to be done, the row is for information.
    pub verb: String,
    /// Until when; what is due first stands first, what has no day last.
    pub due: Option<NaiveDate>,
    /// Whom the row tells about, when that is not the reader: it goes to the view log.
    pub person_id: Option<Uuid>,
}

/// Finds what waits, with one query if it can: the first screens ask every slice.
pub type Awaits = for<'a> fn(&'a House, &'a mut Tx, &'a Awaited) -> BoxFuture<'a, Found>;

/// What was found, or what went wrong.
pub type Found = Result<Vec<Waiting>, Box<dyn std::error::Error + Send + Sync>>;

impl House {
    /// What waits, of every slice, what is due first first.
    pub async fn waiting(&self, tx: &mut Tx, awaited: &Awaited) -> Found {
        let mut rows = Vec::new();
        for awaits in &self.plan.awaits {
            rows.extend(awaits(self, tx, awaited).await?);
        }
        rows.sort_by_key(|row| (row.due.is_none(), row.due));
        Ok(rows)
    }
}
