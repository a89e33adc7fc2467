//! The steps of a case: what is waiting, ready and done. Pure.
use std::collections::BTreeSet;

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
    /// It becomes ready on its day, not before.
    pub waits_for_day: bool,
}

/// The keys of the steps that become ready: everything before them is over, and they wait for no day.
pub fn readied(steps: &[Mark]) -> Vec<String> {
    let over: BTreeSet<&str> = steps.iter().filter(|step| step.state.is_over()).map(|step| step.key.as_str()).collect();
    steps
        .iter()
        .filter(|step| step.state == StepState::Waiting && !step.waits_for_day)
        .filter(|step| step.after.iter().all(|key| over.contains(key.as_str())))
        .map(|step| step.key.clone())
        .collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn mark(key: &str, state: StepState, after: &[&str], waits_for_day: bool) -> Mark {
        Mark { key: key.into(), state, after: after.iter().map(|key| (*key).to_owned()).collect(), waits_for_day }
    }

    #[test]
    fn a_step_is_ready_when_all_before_it_are_over_and_it_waits_for_no_day() {
        let steps = [
            mark("before", StepState::Done, &[], false),
            mark("coaching", StepState::Waiting, &["before"], false),
            mark("after", StepState::Waiting, &["coaching"], false),
            mark("outcome", StepState::Waiting, &["before"], true),
        ];
        assert_eq!(readied(&steps), ["coaching"]);
    }

    proptest! {
        /// A chain of steps is walked to its end, one after the other, whatever its length.
        #[test]
        fn a_chain_is_walked_one_by_one(length in 1..12usize) {
            let mut steps: Vec<Mark> = (0..length).map(|n| {
                let before = n.checked_sub(1).map(|before| before.to_string());
                mark(&n.to_string(), StepState::Waiting, &before.as_deref().into_iter().collect::<Vec<_>>(), false)
            }).collect();
            for n in 0..length {
                prop_assert_eq!(readied(&steps), vec![n.to_string()]);
                steps[n].state = if n % 2 == 0 { StepState::Done } else { StepState::Skipped };
            }
            prop_assert!(readied(&steps).is_empty());
        }
    }
}
