//! How long the contents of each class of data are kept: data, not code (`retention.toml`). Pure.
use std::sync::LazyLock;

use chrono::{Months, NaiveDate};
use serde::Deserialize;

use crate::clock::{self, Moment};

/// Something that is kept for a time.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Class {
    pub key: String,
    pub from: From,
    pub years: u32,
}

/// The day from which the years are counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum From {
    ApplicationClosed,
    CaseEnded,
}

#[derive(Deserialize)]
struct Schedule {
    class: Vec<Class>,
}

static CLASSES: LazyLock<Vec<Class>> = LazyLock::new(|| {
    let read: Result<Schedule, _> = toml::from_str(include_str!("retention.toml"));
    read.map(|schedule| schedule.class).unwrap_or_default()
});

/// Every class, in the order of the schedule.
pub fn classes() -> &'static [Class] {
    &CLASSES
}

/// The class with this key.
pub fn class(key: &str) -> Option<&'static Class> {
    CLASSES.iter().find(|class| class.key == key)
}

impl Class {
    /// What closed before this moment is past its time on `today`.
    pub fn closed_before(&self, today: NaiveDate) -> Moment {
        let day = today.checked_sub_months(Months::new(self.years * 12)).unwrap_or(NaiveDate::MIN);
        clock::end_of(day)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_schedule_is_read_and_years_are_whole() {
        assert!(classes().len() >= 3 && classes().iter().all(|class| class.years > 0));
        let day = |words: &str| clock::read_day(words).unwrap();
        let two = Class { key: "x".into(), from: From::CaseEnded, years: 2 };
        let ended = clock::local(day("4.10.2023"), clock::read_time("23.59").unwrap());
        assert!(ended < two.closed_before(day("4.10.2025")));
        assert!(ended >= two.closed_before(day("3.10.2025")));
        assert_eq!(two.closed_before(day("29.2.2024")), clock::end_of(day("28.2.2022")));
    }
}
