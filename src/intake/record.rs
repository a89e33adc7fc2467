//! An application as it is kept.
use uuid::Uuid;

use super::{application::State, selection::Proposal};
use crate::{clock::Moment, codes, db::FromRow};

codes! {
    /// The supervisor's part in one application.
    pub enum Support {
        /// The supervisor is not told.
        None = "none",
        Told = "told",
        /// The supervisor's word is waited for.
        Waiting = "waiting",
        Supported = "supported",
        NotSupported = "not_supported",
    }
}

/// An application with the person's place at work when it was sent.
#[derive(Clone, Debug, FromRow)]
pub struct Application {
    pub id: Uuid,
    pub round_id: Uuid,
    pub controller_id: Uuid,
    pub human_id: Uuid,
    pub person_id: Uuid,
    pub state: State,
    pub rev: i64,
    /// JSON of [`crate::forms::Answers`].
    pub answers: String,
    pub ticket: String,
    pub first_name: String,
    pub last_name: String,
    pub unit_name: String,
    pub service_area: String,
    pub title: String,
    pub education: String,
    /// JSON of what each rule found.
    pub verdict: String,
    pub score: i64,
    pub support: Support,
    /// The human who is the supervisor.
    pub supervisor_id: Option<Uuid>,
    pub support_words: Option<String>,
    pub look_words: Option<String>,
    pub look_asked_at: Option<Moment>,
    pub check_words: Option<String>,
    pub proposal: Option<Proposal>,
    pub reason: Option<String>,
    pub reserve_rank: Option<i64>,
    pub saved_at: Moment,
    pub submitted_at: Option<Moment>,
}

impl Application {
    pub fn name(&self) -> String {
        format!("{} {}", self.first_name, self.last_name)
    }
}

/// Where somebody works, as far as a service asks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Work {
    pub employment_id: Option<Uuid>,
    pub unit_name: String,
    pub service_area: String,
    pub title: String,
    pub education: String,
    /// The human who leads the unit.
    pub supervisor_id: Option<Uuid>,
}

/// A draft being started.
#[derive(Clone, Debug)]
pub struct Start {
    pub id: Uuid,
    pub round_id: Uuid,
    pub controller_id: Uuid,
    pub human_id: Uuid,
    pub person_id: Uuid,
    pub ticket: String,
    pub first_name: String,
    pub last_name: String,
    pub sort_key: Vec<u8>,
    pub work: Work,
    pub late: bool,
    pub at: Moment,
}
