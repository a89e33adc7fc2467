//! The steps of a case: what is waiting, ready and done. Pure.
use std::collections::BTreeSet;

use chrono::{Months, NaiveDate};

use crate::codes;

codes! {
    /// Where a step stands.
    pub enum StepState {
        /// Something before it is not done, or its day has not come.
        Waiting = "waiting",
        /// It can be done now.
        Ready = "ready",
        /// A time has been agreed.
        Scheduled = "scheduled",
        Done = "done",
        Skipped = "skipped",
        Missed = "missed",
    }
}

impl StepState {
    /// Nothing more happens to it.
    pub fn is_over(self) -> bool {
        matches!(self, StepState::Done | StepState::Skipped | StepState::Missed)
    }

    pub fn is_now(self) -> bool {
        matches!(self, StepState::Ready | StepState::Scheduled)
    }
}

/// What decides whether a step is ready.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    pub key: String,
    pub state: StepState,
    pub after: Vec<String>,
    /// Months after the end of the coaching.
    pub due_months: Option<i32>,
}

/// The keys of the steps that become ready: everything before them is over, and they wait for no day.
pub fn readied(steps: &[Mark]) -> Vec<String> {
    let over: BTreeSet<&str> = steps.iter().filter(|step| step.state.is_over()).map(|step| step.key.as_str()).collect();
    steps
        .iter()
        .filter(|step| step.state == StepState::Waiting && step.due_months.is_none())
        .filter(|step| step.after.iter().all(|key| over.contains(key.as_str())))
        .map(|step| step.key.clone())
        .collect()
}

/// The day `months` after the coaching ended; the last of the month where the day is missing.
pub fn due_on(ended_on: NaiveDate, months: i32) -> NaiveDate {
    ended_on.checked_add_months(Months::new(u32::try_from(months).unwrap_or_default())).unwrap_or(ended_on)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn mark(key: &str, state: StepState, after: &[&str], due_months: Option<i32>) -> Mark {
        Mark { key: key.into(), state, after: after.iter().map(|key| (*key).to_owned()).collect(), due_months }
    }

    #[test]
    fn a_step_is_ready_when_all_before_it_are_over_and_it_waits_for_no_day() {
        let steps = [
            mark("before", StepState::Done, &[], None),
            mark("coaching", StepState::Waiting, &["before"], None),
            mark("after", StepState::Waiting, &["coaching"], None),
            mark("outcome", StepState::Waiting, &["before"], Some(3)),
        ];
        assert_eq!(readied(&steps), ["coaching"]);
    }

    #[test]
    fn a_due_day_keeps_to_the_month() {
        let day = |words: &str| crate::clock::read_day(words).unwrap();
        assert_eq!(due_on(day("30.11.2023"), 3), day("29.2.2024"));
        assert_eq!(due_on(day("15.1.2024"), 12), day("15.1.2025"));
    }

    proptest! {
        /// A chain of steps is walked to its end, one after the other, whatever its length.
        #[test]
        fn a_chain_is_walked_one_by_one(length in 1..12usize) {
            let mut steps: Vec<Mark> = (0..length).map(|n| {
                let before = n.checked_sub(1).map(|before| before.to_string());
                mark(&n.to_string(), StepState::Waiting, &before.as_deref().into_iter().collect::<Vec<_>>(), None)
            }).collect();
            for n in 0..length {
                prop_assert_eq!(readied(&steps), vec![n.to_string()]);
                steps[n].state = if n % 2 == 0 { StepState::Done } else { StepState::Skipped };
            }
            prop_assert!(readied(&steps).is_empty());
        }
    }
}
