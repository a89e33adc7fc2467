//! A blueprint being written: whose it is, in which state, and the acts upon it.
use uuid::Uuid;

use crate::{clock::Moment, codes, db::FromRow};

pub use super::store::draft::{add, ask_review, draft, of, published, save};

codes! {
    /// Where a draft stands.
    pub enum DraftState {
        Draft = "draft",
        InReview = "in_review",
        Published = "published",
    }
}

/// A blueprint being written.
#[derive(Clone, Debug, FromRow)]
pub struct Draft {
    pub id: Uuid,
    pub controller_id: Uuid,
    /// The blueprint's id, as far as it can be read.
    pub key: String,
    pub source: String,
    pub state: DraftState,
    /// Who changed it last: another human publishes.
    pub author_id: Uuid,
    pub programme_id: Option<Uuid>,
    pub changed_at: Moment,
    pub rev: i64,
}
