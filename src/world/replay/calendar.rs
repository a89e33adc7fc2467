//! When what happens: the same days in every replay.
use chrono::{Duration, Months, NaiveDate};

use super::Walk;
use crate::clock::{self, Moment};

/// How many acts there are about, for the bar.
pub const ACTS: usize = 450;

/// The local hour of a day.
pub fn at((year, month, day): (i32, u32, u32), hour: i64) -> Moment {
    clock::start_of(NaiveDate::from_ymd_opt(year, month, day).unwrap_or_default()) + Duration::hours(hour)
}

/// What somebody does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum What {
    /// The self-assessments before the coaching.
    AnswerBefore,
    /// The coach proposes a time for the visit with this number from 1, and the participant takes it.
    Agree(usize),
    /// The visit was held.
    Hold(usize),
    Interrupt,
    /// The coordinator hands the returned places on, and those who get one take it.
    HandOn,
    /// The coach asks the closing questions.
    Close,
    /// The coach ends the coaching.
    Complete,
    /// The self-assessments, feedback and outcome after the coaching.
    AnswerAfter,
    /// What became of somebody, so many months after the end.
    AnswerLater(u32),
}

/// An act on a day, by the place of the one it is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Act {
    pub at: Moment,
    pub place: usize,
    pub what: What,
}

/// The round's first places, and the places in the order of applying of those who do not take theirs: two say no and
/// one lets the day go by. Three more are then asked from the reserve list.
pub const SAY_NO: [usize; 2] = [6, 19];
pub const LAPSES: usize = 24;
/// Those whose coaching breaks off after one visit: four visits come back, and two from the reserve list get places.
pub const BREAK_OFF: [usize; 2] = [3, 14];

/// How many visits somebody uses; the packages are of one to three.
pub fn visits(place: usize) -> usize {
    match place {
        _ if BREAK_OFF.contains(&place) => 1,
        33 => 2,
        34.. => 1,
        _ => [3, 2, 3, 3, 2, 3, 1][place % 7],
    }
}

/// When the coaching of the applicant with this place begins.
fn begins(place: usize) -> Moment {
    let days = i64::try_from(place % 12).unwrap_or_default();
    let first = if place >= 33 { at((2023, 11, 24), 8) } else { at((2023, 10, 18), 8) };
    first + Duration::days(days) + Duration::minutes(i64::try_from(place).unwrap_or_default())
}

/// Who answers when asked afterwards: seven of eight.
fn answers_after(place: usize) -> bool {
    place % 8 != 5
}

/// What happens after the places have been taken, in order of time.
pub fn acts(walks: &[Walk]) -> Vec<Act> {
    let mut acts = vec![Act { at: at((2023, 11, 20), 9), place: usize::MAX, what: What::HandOn }];
    for place in 0..walks.len() {
        acts.extend(of_one(place));
    }
    acts.sort_unstable();
    acts
}

fn of_one(place: usize) -> Vec<Act> {
    let begin = begins(place);
    let mut acts = vec![Act { at: begin, place, what: What::AnswerBefore }];
    let mut last = begin;
    for visit in 1..=visits(place) {
        let weeks = i64::try_from(visit).unwrap_or_default() * 3 - 2;
        acts.push(Act { at: begin + Duration::weeks(weeks - 1) + Duration::hours(1), place, what: What::Agree(visit) });
        last = begin + Duration::weeks(weeks) + Duration::hours(7);
        acts.push(Act { at: last, place, what: What::Hold(visit) });
    }
    if BREAK_OFF.contains(&place) {
        acts.push(Act { at: at((2023, 11, 16), 9), place, what: What::Interrupt });
        return acts;
    }
    let end = (last + Duration::hours(1)).max(at((2023, 11, 27), 9) + Duration::minutes(begin.timestamp() / 60 % 60));
    acts.push(Act { at: end, place, what: What::Close });
    if answers_after(place) {
        acts.push(Act { at: end + Duration::days(5), place, what: What::AnswerAfter });
    }
    acts.push(Act { at: end + Duration::days(15), place, what: What::Complete });
    acts
}

/// What is asked 3, 6 and 12 months after the end: those answer who answered at the end, ten days after they are asked.
pub fn follow_ups(walks: &[Walk]) -> Vec<Act> {
    let mut acts = Vec::new();
    for (place, end) in
        (0..walks.len()).filter(|place| answers_after(*place)).filter_map(|place| Some((place, completed(place)?)))
    {
        for months in [3, 6, 12] {
            let at = end.checked_add_months(Months::new(months)).unwrap_or(end) + Duration::days(10);
            acts.push(Act { at, place, what: What::AnswerLater(months) });
        }
    }
    acts.sort_unstable();
    acts
}

/// When the coaching of the one with this place was completed.
fn completed(place: usize) -> Option<Moment> {
    of_one(place).into_iter().find(|act| act.what == What::Complete).map(|act| act.at)
}
