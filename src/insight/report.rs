//! A report as it is published. Whatever shows something of a round reads this and nothing else.
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::told::Told;
use crate::text::Text;

/// All that is published of a round in one edition.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Report {
    pub programme: Text,
    pub round: Text,
    /// Every number of people is 0 or at least this.
    pub k: u64,
    /// Coaching packages bought.
    pub packages: i64,
    pub population: Population,
    pub expectations: Option<Ranking>,
    pub waits: Vec<Wait>,
    pub experiences: Vec<Experience>,
    pub changes: Vec<Change>,
    /// What participants, supervisors and coaches did together.
    #[serde(default)]
    pub together: Vec<Shared>,
    /// How supervisors rated their own leading, in services that ask it.
    #[serde(default)]
    pub leading: Option<Leading>,
    /// The words of the outcome steps and of what may have become of somebody, by key.
    pub points: Vec<(String, Text)>,
    pub kinds: Vec<(String, Text)>,
}

/// What the names of outcome tables begin with; the key of the step follows.
pub const OUTCOME: &str = "outcome:";
/// The table of agreements, and its row of those in force.
pub const AGREEMENT: &str = "agreement";
pub const IN_FORCE: &str = "in_force";

/// The people by steps and by categories: suppressed as one.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Population {
    pub as_of: NaiveDate,
    pub funnel: Vec<Step>,
    pub tables: Vec<Table>,
    /// All visits used; hidden when it would tell of a few people.
    pub visits_used: Option<u64>,
}

/// One step and how many reached it; no number when it is hidden.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Step {
    pub key: String,
    pub n: Option<u64>,
}

/// People by category and step.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Table {
    pub name: String,
    /// The day of its counts: an earlier one when the table could not be made anew without telling of a few.
    pub as_of: NaiveDate,
    /// The row of the table above that this one divides.
    pub within: Option<String>,
    pub steps: Vec<String>,
    pub rows: Vec<Row>,
    /// Small categories together.
    pub other: Option<Vec<Option<u64>>>,
    pub total: Vec<Option<u64>>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Row {
    pub key: String,
    pub counts: Vec<Option<u64>>,
}

/// What applicants hoped for, the most wanted first.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Ranking {
    pub as_of: NaiveDate,
    pub n: Told,
    pub options: Vec<Ranked>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Ranked {
    pub key: String,
    pub text: Text,
    /// The mean place, 1 = always first; hidden when nearly all gave the same.
    pub mean_rank: Option<f64>,
}

/// A waiting time in days.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Wait {
    pub key: String,
    pub as_of: NaiveDate,
    pub n: Told,
    pub median: f64,
    pub p90: f64,
}

/// The answers to one question of a feedback form.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Experience {
    pub form: String,
    pub key: String,
    pub text: Text,
    pub as_of: NaiveDate,
    pub n: Told,
    pub lowest: f64,
    pub highest: f64,
    pub mean: f64,
}

/// How a score changed in people with both measurements.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Change {
    pub instrument: String,
    pub instrument_name: Text,
    /// `all`, or a part of the scale.
    pub key: String,
    pub text: Text,
    pub as_of: NaiveDate,
    pub n: Told,
    pub lowest: f64,
    pub highest: f64,
    pub before: f64,
    pub after: f64,
    pub mean: f64,
    pub ci95: Option<(f64, f64)>,
    pub d: Option<f64>,
}

/// Something that the three of each case did together: meetings held, actions agreed, followed through, goals.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Shared {
    /// `sessions`, `actions`, `follow_through` or `goals`.
    pub key: String,
    pub as_of: NaiveDate,
    pub n: Told,
    /// Of all cases; none of shares and changes.
    pub total: Option<u64>,
    /// A mean of cases; of goals, of the changes.
    pub mean: f64,
    pub ci95: Option<(f64, f64)>,
}

/// How the supervisors of a round rated their own leading before and after: a group of their own, whose change has been
/// published after disclosure control by the slice that asks them.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Leading {
    /// What was asked.
    pub name: Text,
    pub lowest: f64,
    pub highest: f64,
    /// None while fewer than k have answered both, or when nearly all answered alike.
    pub told: Option<Led>,
}

/// The published change of the supervisors.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Led {
    pub as_of: NaiveDate,
    pub n: u64,
    pub before: f64,
    pub after: f64,
    pub mean: f64,
    pub ci95: Option<(f64, f64)>,
}

impl Report {
    pub fn together(&self, key: &str) -> Option<&Shared> {
        self.together.iter().find(|shared| shared.key == key)
    }

    pub fn step(&self, key: &str) -> Option<u64> {
        self.population.funnel.iter().find(|step| step.key == key).and_then(|step| step.n)
    }

    /// The table of the whole population with this name.
    pub fn table(&self, name: &str) -> Option<&Table> {
        self.population.tables.iter().find(|table| table.name == name && table.within.is_none())
    }

    /// Agreements that stand in force; none when the number may not be told, or nothing is agreed in the service.
    pub fn agreements(&self) -> Option<u64> {
        let row = self.table(AGREEMENT)?.rows.iter().find(|row| row.key == IN_FORCE)?;
        row.counts.first().copied().flatten()
    }

    /// The tables that divide the rows of another.
    pub fn divided(&self, name: &str) -> impl Iterator<Item = &Table> {
        self.population.tables.iter().filter(move |table| table.name == name && table.within.is_some())
    }
}

impl Table {
    /// Whether categories stand in it, not the total alone.
    pub fn is_divided(&self) -> bool {
        !self.rows.is_empty()
    }
}
