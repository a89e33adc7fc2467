//! Time. Every moment in the house comes from a [`Clock`], in UTC, cut to milliseconds (both engines keep those exactly).
//! Days are local days in Europe/Helsinki: a deadline is a date that ends at the next local midnight.
use std::sync::{
    Arc, Mutex, PoisonError,
    atomic::{AtomicI64, Ordering},
};

use chrono::{DateTime, Datelike, Days, Duration, NaiveDate, NaiveTime, SubsecRound, TimeZone, Utc};
use chrono_tz::Europe::Helsinki;

/// A moment in UTC with millisecond precision.
pub type Moment = DateTime<Utc>;

/// Where "now" comes from: the machine, a hand that tests and replays move, or the machine and what the visitor of a
/// demo has added to it.
#[derive(Clone, Debug)]
pub enum Clock {
    System,
    Set(Arc<Mutex<Moment>>),
    /// Machine time and so many milliseconds.
    Ahead(Arc<AtomicI64>),
}

impl Clock {
    /// A clock that stands still at `at` until it is moved.
    pub fn set_to(at: Moment) -> Clock {
        Clock::Set(Arc::new(Mutex::new(at.trunc_subsecs(3))))
    }

    /// The machine's clock and `by`; it goes on, and can be moved.
    pub fn ahead_by(by: Duration) -> Clock {
        Clock::Ahead(Arc::new(AtomicI64::new(by.num_milliseconds())))
    }

    #[expect(clippy::disallowed_methods, reason = "the one place that asks the machine for the time")]
    pub fn now(&self) -> Moment {
        match self {
            Clock::System => Utc::now().trunc_subsecs(3),
            Clock::Set(hand) => *hand.lock().unwrap_or_else(PoisonError::into_inner),
            Clock::Ahead(by) => Clock::System.now() + Duration::milliseconds(by.load(Ordering::Acquire)),
        }
    }

    /// Moves the clock to `to`; the system clock is not ours to move.
    pub fn move_to(&self, to: Moment) {
        match self {
            Clock::System => {}
            Clock::Set(hand) => *hand.lock().unwrap_or_else(PoisonError::into_inner) = to.trunc_subsecs(3),
            Clock::Ahead(by) => by.store((to - Clock::System.now()).num_milliseconds(), Ordering::Release),
        }
    }
}

/// The local day of a moment.
pub fn day(at: Moment) -> NaiveDate {
    at.with_timezone(&Helsinki).date_naive()
}

/// The local time of day of a moment.
pub fn time(at: Moment) -> NaiveTime {
    at.with_timezone(&Helsinki).time()
}

/// The moment when a local day is over: the next local midnight.
pub fn end_of(day: NaiveDate) -> Moment {
    start_of(day.checked_add_days(Days::new(1)).unwrap_or(day))
}

/// The first moment of a local day.
pub fn start_of(day: NaiveDate) -> Moment {
    local(day, NaiveTime::MIN)
}

/// A local date and time as a moment; an hour that the clock skips in spring is taken as the hour after it.
pub fn local(day: NaiveDate, time: NaiveTime) -> Moment {
    let at = day.and_time(time);
    Helsinki
        .from_local_datetime(&at)
        .earliest()
        .or_else(|| Helsinki.from_local_datetime(&(at + Duration::hours(1))).earliest())
        .map_or_else(|| at.and_utc(), |found| found.with_timezone(&Utc))
}

/// `26.11.2026`
pub fn show_day(day: NaiveDate) -> String {
    format!("{}.{}.{}", day.day(), day.month(), day.year())
}

/// `9.05`, local time.
pub fn show_time(at: Moment) -> String {
    at.with_timezone(&Helsinki).format("%-H.%M").to_string()
}

/// Reads `26.11.2026` or `2026-11-26`; spaces around are forgiven.
pub fn read_day(words: &str) -> Option<NaiveDate> {
    let words = words.trim();
    NaiveDate::parse_from_str(words, "%d.%m.%Y").or_else(|_| NaiveDate::parse_from_str(words, "%Y-%m-%d")).ok()
}

/// Reads `13.05` or `13:05`, or a whole hour `13`.
pub fn read_time(words: &str) -> Option<NaiveTime> {
    let words = words.trim().replace(':', ".");
    let (hour, minute) = words.split_once('.').unwrap_or((&words, "0"));
    NaiveTime::from_hms_opt(hour.parse().ok()?, minute.parse().ok()?, 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_deadline_ends_at_the_next_local_midnight_in_summer_and_winter() {
        let winter = end_of(NaiveDate::from_ymd_opt(2026, 12, 4).unwrap());
        let summer = end_of(NaiveDate::from_ymd_opt(2026, 6, 4).unwrap());
        assert_eq!(winter.to_rfc3339(), "2026-12-04T22:00:00+00:00");
        assert_eq!(summer.to_rfc3339(), "2026-06-04T21:00:00+00:00");
    }

    #[test]
    fn dates_and_times_are_read_as_finns_write_them() {
        assert_eq!(read_day(" 4.12.2026 ").map(show_day).as_deref(), Some("4.12.2026"));
        assert_eq!(read_day("31.2.2026"), None);
        assert_eq!(read_time("9.05"), NaiveTime::from_hms_opt(9, 5, 0));
        assert_eq!(read_time("25.00"), None);
    }

    #[test]
    fn a_set_clock_stands_still_until_moved() {
        let clock = Clock::set_to(start_of(NaiveDate::from_ymd_opt(2023, 10, 2).unwrap()));
        let before = clock.now();
        assert_eq!(clock.now(), before);
        clock.move_to(before + Duration::days(1));
        assert_eq!(day(clock.now()), NaiveDate::from_ymd_opt(2023, 10, 3).unwrap());
    }

    #[test]
    fn a_clock_that_is_ahead_goes_on_from_where_it_was_moved_to() {
        let clock = Clock::ahead_by(Duration::days(90));
        assert!(clock.now() >= Clock::System.now() + Duration::days(90) - Duration::seconds(1));
        let to = clock.now() + Duration::days(31);
        clock.move_to(to);
        assert!(clock.now() >= to && clock.now() < to + Duration::minutes(1));
    }
}
