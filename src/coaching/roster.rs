//! Shift work: a meeting in working time is proposed before the unit's duty roster for that month closes. Pure.
use chrono::{Datelike, Months, NaiveDate};

/// The day on which the roster of the month of `day` closes: that day of the month before, or the last of a short month.
pub fn closes_on(day: NaiveDate, closes_day: i32) -> Option<NaiveDate> {
    let first = day.with_day(1)?;
    let before = first.checked_sub_months(Months::new(1))?;
    let last = first.pred_opt()?.day();
    before.with_day(u32::try_from(closes_day).ok()?.clamp(1, last))
}

/// When the roster that holds `day` has closed already by `today`: the day it closed.
pub fn closed(day: NaiveDate, today: NaiveDate, closes_day: Option<i32>) -> Option<NaiveDate> {
    closes_on(day, closes_day?).filter(|closes_on| today > *closes_on)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(words: &str) -> NaiveDate {
        crate::clock::read_day(words).unwrap()
    }

    #[test]
    fn the_roster_of_november_closes_in_october() {
        assert_eq!(closed(day("10.11.2023"), day("20.10.2023"), Some(20)), None);
        assert_eq!(closed(day("10.11.2023"), day("21.10.2023"), Some(20)), Some(day("20.10.2023")));
        assert_eq!(closed(day("10.11.2023"), day("21.10.2023"), None), None);
    }

    #[test]
    fn a_short_month_closes_on_its_last_day() {
        assert_eq!(closes_on(day("5.3.2024"), 31), Some(day("29.2.2024")));
        assert_eq!(closes_on(day("5.1.2024"), 31), Some(day("31.12.2023")));
    }
}
