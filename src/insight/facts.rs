//! What a round's report is made of: one record a person, as the slices before tell it. Never leaves the house.
use std::collections::BTreeMap;

use chrono::NaiveDate;
use uuid::Uuid;

use super::report::Leading;
use crate::{codes, text::Text};

codes! {
    /// How far somebody came; each step's people are among those of the step before.
    pub enum Reached {
        Applied = "applied",
        Eligible = "eligible",
        Placed = "placed",
        Started = "started",
        Completed = "completed",
    }
}

/// Somebody who applied.
#[derive(Clone, Debug)]
pub struct Applicant {
    pub reached: Reached,
    pub service_area: String,
    pub unit: String,
    pub title: String,
    /// `secondary`, `higher` or `other`.
    pub education: String,
    /// The organisation that coaches.
    pub provider: Option<Uuid>,
    pub case_id: Option<Uuid>,
    pub visits_used: u64,
    pub applied_on: Option<NaiveDate>,
    pub placed_on: Option<NaiveDate>,
    pub first_session_on: Option<NaiveDate>,
    /// The expectations in the applicant's own order, the dearest first.
    pub expectations: Vec<String>,
}

/// The scores of one answer to an instrument.
#[derive(Clone, Debug)]
pub struct Measured {
    pub case_id: Uuid,
    pub instrument: String,
    pub phase: String,
    pub scores: BTreeMap<String, f64>,
}

/// What became of somebody, at a point of time.
#[derive(Clone, Debug)]
pub struct Became {
    pub case_id: Uuid,
    /// The key of the outcome step.
    pub at_point: String,
    pub kind: String,
}

/// What the three of a case share, in numbers and days alone.
#[derive(Clone, Debug, Default)]
pub struct Together {
    pub case_id: Uuid,
    /// The agreement stands in force.
    pub in_force: bool,
    pub sessions_held: u32,
    /// The days of agreed actions, and whether each is done; of dropped ones the day is none.
    pub actions: Vec<(Option<NaiveDate>, bool)>,
    /// The participant's own ratings of the goals together, first and last: T-scores, or means of the light form.
    pub goals: Option<(f64, f64)>,
}

/// A key with its words.
pub type Named = (String, Text);

/// An instrument or a feedback form as the report needs to know it.
#[derive(Clone, Debug)]
pub struct About {
    pub key: String,
    pub name: Text,
    /// The scores it gives, in the order to show them; the whole scale's is [`WHOLE`].
    pub scores: Vec<Named>,
    pub lowest: f64,
    pub highest: f64,
}

/// The key of an instrument's score over all its items.
pub const WHOLE: &str = "all";

/// Everything known of a round when its report is made.
#[derive(Clone, Debug, Default)]
pub struct Facts {
    pub programme: Text,
    pub round: Text,
    /// Coaching packages bought.
    pub packages: i64,
    pub visits_per_package: u64,
    pub applicants: Vec<Applicant>,
    pub measured: Vec<Measured>,
    pub became: Vec<Became>,
    /// Of services in which three agree; else empty.
    pub together: Vec<Together>,
    /// In services that ask supervisors of their own leading.
    pub leading: Option<Leading>,
    /// The expectations that were offered.
    pub expectations: Vec<Named>,
    /// Instruments measured before and after.
    pub instruments: Vec<About>,
    /// Feedback forms.
    pub feedback: Vec<About>,
    /// The outcome steps in order.
    pub points: Vec<Named>,
    /// What may have become of somebody.
    pub kinds: Vec<Named>,
}

impl Facts {
    /// Everything that has been answered so far, in answers.
    pub fn answers(&self) -> usize {
        self.applicants.len() + self.measured.len() + self.became.len()
    }
}
