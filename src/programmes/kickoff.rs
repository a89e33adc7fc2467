//! The kick-off of a round: who were present, what is aimed at, for whom and when. Noted first, then fixed.
use chrono::NaiveDate;
use uuid::Uuid;

use crate::{clock::Moment, db::FromRow};

pub use super::store::kickoff::{fix, fixed, note, versions};

/// One version of what was agreed at the kick-off.
#[derive(Clone, Debug, FromRow)]
pub struct Kickoff {
    pub id: Uuid,
    pub round_id: Uuid,
    /// From 1.
    pub version: i32,
    pub held_on: NaiveDate,
    /// Names and roles, one a line.
    pub present: String,
    pub aims: String,
    pub target_group: String,
    pub timetable: String,
    /// Why it was changed.
    pub reason: Option<String>,
    /// None while it may be written.
    pub fixed_at: Option<Moment>,
    pub rev: i64,
}

/// What is written down, before it is fixed.
#[derive(Clone, Debug)]
pub struct Noted {
    pub held_on: NaiveDate,
    pub present: String,
    pub aims: String,
    pub target_group: String,
    pub timetable: String,
    pub reason: Option<String>,
}
