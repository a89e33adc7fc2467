//! When somebody wants to be reminded, and when that is. Pure.
use chrono::{Datelike, Days, NaiveDate, NaiveTime, Weekday};

use crate::{
    clock::{self, Moment},
    codes,
};

/// The earliest and the latest hour that can be chosen.
pub const HOURS: std::ops::RangeInclusive<i32> = 6..=21;
/// A reminder comes so many days before the day of an action …
const BEFORE: u64 = 2;
/// … and so many after it.
const AFTER: u64 = 3;

codes! {
    /// On which days.
    pub enum ReminderDays {
        Working = "working",
        All = "all",
    }
}

codes! {
    /// Why somebody is reminded.
    pub enum Which {
        /// The day of an own action comes.
        Before = "before",
        /// It has passed, and the action is not done.
        After = "after",
        /// A proposal waits for the participant's word.
        ToRelease = "to_release",
        /// An action waits for its owner's word.
        ToAgree = "to_agree",
    }
}

/// When somebody wants to be reminded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Times {
    /// 6–21, local time.
    pub hour: i32,
    pub days: ReminderDays,
}

impl Default for Times {
    /// 9.00 on working days.
    fn default() -> Times {
        Times { hour: 9, days: ReminderDays::Working }
    }
}

impl Times {
    fn fits(self, day: NaiveDate) -> bool {
        self.days == ReminderDays::All || !matches!(day.weekday(), Weekday::Sat | Weekday::Sun)
    }

    fn at(self, day: NaiveDate) -> Moment {
        let hour = u32::try_from(self.hour).unwrap_or(9);
        clock::local(day, NaiveTime::from_hms_opt(hour, 0, 0).unwrap_or_default())
    }

    /// The chosen hour of the first day that fits, from this day on.
    fn from(self, day: NaiveDate) -> Moment {
        let day = day.iter_days().take(7).find(|day| self.fits(*day)).unwrap_or(day);
        self.at(day)
    }

    /// Two days before the day of an action, on an earlier day when that one does not fit.
    pub fn before(self, due_on: NaiveDate) -> Moment {
        let first = due_on.checked_sub_days(Days::new(BEFORE)).unwrap_or(due_on);
        let fitting = (0..7).filter_map(|back| first.checked_sub_days(Days::new(back))).find(|day| self.fits(*day));
        self.at(fitting.unwrap_or(first))
    }

    /// Three days after the day of an action, on a later day when that one does not fit.
    pub fn after(self, due_on: NaiveDate) -> Moment {
        self.from(due_on.checked_add_days(Days::new(AFTER)).unwrap_or(due_on))
    }

    /// The next time that suits, not before this moment.
    pub fn next(self, now: Moment) -> Moment {
        let today = self.from(clock::day(now));
        if today >= now { today } else { self.from(clock::day(now).succ_opt().unwrap_or(clock::day(now))) }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn day(words: &str) -> NaiveDate {
        clock::read_day(words).unwrap()
    }

    fn shown(at: Moment) -> String {
        format!("{} {}", clock::show_day(clock::day(at)), clock::show_time(at))
    }

    #[test]
    fn a_weekend_is_left_alone_by_whoever_chose_working_days() {
        let (working, all) =
            (Times { hour: 7, days: ReminderDays::Working }, Times { hour: 20, days: ReminderDays::All });
        // Monday 16.10.2023: two days before it is Saturday.
        assert_eq!(shown(working.before(day("16.10.2023"))), "13.10.2023 7.00");
        assert_eq!(shown(all.before(day("16.10.2023"))), "14.10.2023 20.00");
        // Thursday 12.10.2023: three days after it is Sunday.
        assert_eq!(shown(working.after(day("12.10.2023"))), "16.10.2023 7.00");
        assert_eq!(shown(all.after(day("12.10.2023"))), "15.10.2023 20.00");
        let friday_evening = clock::local(day("13.10.2023"), NaiveTime::from_hms_opt(18, 0, 0).unwrap());
        assert_eq!(shown(working.next(friday_evening)), "16.10.2023 7.00");
        assert_eq!(shown(all.next(friday_evening)), "13.10.2023 20.00");
    }

    proptest! {
        /// Always at the chosen hour, never on a day that was not chosen; before is before and after is after.
        #[test]
        fn every_reminder_is_at_the_chosen_time(offset in 0_u64..2000, hour in HOURS, working: bool) {
            let days = if working { ReminderDays::Working } else { ReminderDays::All };
            let (times, due) = (Times { hour, days }, day("1.1.2023").checked_add_days(Days::new(offset)).unwrap());
            for at in [times.before(due), times.after(due), times.next(clock::start_of(due))] {
                prop_assert_eq!(clock::show_time(at), format!("{hour}.00"));
                prop_assert!(times.fits(clock::day(at)));
            }
            prop_assert!(clock::day(times.before(due)) <= due - Days::new(2));
            prop_assert!(clock::day(times.after(due)) >= due + Days::new(3));
            prop_assert!(times.next(clock::start_of(due)) >= clock::start_of(due));
        }
    }
}
