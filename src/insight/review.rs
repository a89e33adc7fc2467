//! The written review of a round: what its parties learnt, in words, also when the numbers are too small to tell.
use chrono::NaiveDate;
use uuid::Uuid;

use crate::{clock::Moment, db::FromRow};

/// A review as it is kept.
#[derive(Clone, Debug, FromRow)]
pub struct Review {
    pub round_id: Uuid,
    pub held_on: NaiveDate,
    /// Names and roles, one a line.
    pub present: String,
    pub worked: String,
    /// One change a line.
    pub changes: String,
    /// None while it is being written.
    pub finished_at: Option<Moment>,
    pub draft_id: Option<Uuid>,
    pub rev: i64,
}

impl Review {
    /// The changes, each by itself.
    pub fn changed(&self) -> Vec<String> {
        self.changes.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
    }
}

/// What is written down.
#[derive(Clone, Debug)]
pub struct Noted {
    pub held_on: NaiveDate,
    pub present: String,
    pub worked: String,
    pub changes: String,
}
