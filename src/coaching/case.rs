//! A case: one person on the path of a round, from the accepted place to the last follow-up. Pure.
use crate::codes;

codes! {
    /// Where a case stands.
    pub enum CaseState {
        /// The place is accepted; no meeting has been agreed.
        Opened = "opened",
        Running = "running",
        Completed = "completed",
        Interrupted = "interrupted",
        /// The last follow-up has been answered.
        FollowedUp = "followed_up",
    }
}

codes! {
    /// Why a coaching was interrupted. A code, so that nobody needs to write about their health or family.
    pub enum EndReason {
        NewWork = "new_work",
        OtherService = "other_service",
        NoTime = "no_time",
        NotNeeded = "not_needed",
        Other = "other",
    }
}

impl CaseState {
    /// Meetings can be agreed and the memo written.
    pub fn is_open(self) -> bool {
        matches!(self, CaseState::Opened | CaseState::Running)
    }

    /// The first meeting has been agreed, or one more.
    pub fn run(self) -> Option<CaseState> {
        self.is_open().then_some(CaseState::Running)
    }

    pub fn complete(self) -> Option<CaseState> {
        self.is_open().then_some(CaseState::Completed)
    }

    pub fn interrupt(self) -> Option<CaseState> {
        self.is_open().then_some(CaseState::Interrupted)
    }

    /// Nothing more is asked of the participant.
    pub fn follow_up(self) -> Option<CaseState> {
        (self == CaseState::Completed).then_some(CaseState::FollowedUp)
    }
}

/// The visits that go back when a coaching ends before its package is used, if the contract lets them.
pub fn returned(granted: i32, used: i32, returns_unused: bool) -> i32 {
    if returns_unused { (granted - used).max(0) } else { 0 }
}

/// The visits a new case gets: a package, or what is left of the contract.
pub fn package(per_package: i32, bought: i32, given: i32) -> i32 {
    per_package.min(bought - given).max(0)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn a_case_that_has_ended_never_opens_again(acts in prop::collection::vec(0..4u8, 0..12)) {
            let mut state = CaseState::Opened;
            for act in acts {
                let next = match act {
                    0 => state.run(),
                    1 => state.complete(),
                    2 => state.interrupt(),
                    _ => state.follow_up(),
                };
                if let Some(next) = next {
                    prop_assert!(state.is_open() || !next.is_open());
                    prop_assert!(next >= state || !next.is_open());
                    state = next;
                }
            }
        }

        /// Thirty packages of three with any interruptions: what is given never passes what was bought.
        #[test]
        fn visits_given_never_pass_those_bought(used in prop::collection::vec(0..=3i32, 0..60)) {
            let (bought, mut given) = (90, 0);
            for used in used {
                let granted = package(3, bought, given);
                given += granted;
                prop_assert!(given <= bought);
                given -= returned(granted, used.min(granted), true);
                prop_assert!(given >= 0);
            }
        }
    }

    #[test]
    fn unused_visits_return_only_where_the_contract_says_so() {
        assert_eq!(returned(3, 1, true), 2);
        assert_eq!(returned(3, 1, false), 0);
        assert_eq!(package(3, 90, 89), 1);
    }
}
