//! The life of an application, pure: which act leads from which state to which.
use crate::codes;

codes! {
    /// Where an application stands.
    pub enum State {
        /// Being written; only the applicant sees it.
        Draft = "draft",
        /// Sent; judged in the same act.
        Submitted = "submitted",
        Eligible = "eligible",
        /// With a reason that only the applicant is told.
        Ineligible = "ineligible",
        /// The register does not tell enough, or the applicant asked for another look: a person decides.
        ToBeChecked = "to_be_checked",
        Selected = "selected",
        OnReserve = "on_reserve",
        NotSelected = "not_selected",
        /// A place waits for the applicant's yes or no until a deadline.
        Offered = "offered",
        Accepted = "accepted",
        Refused = "refused",
        /// The deadline went by without an answer.
        Lapsed = "lapsed",
        Withdrawn = "withdrawn",
    }
}

codes! {
    /// What may be done to an application.
    pub enum Act {
        Submit = "submit",
        FindEligible = "find_eligible",
        FindIneligible = "find_ineligible",
        LeaveToPerson = "leave_to_person",
        AskAnotherLook = "ask_another_look",
        Select = "select",
        Reserve = "reserve",
        LeaveOut = "leave_out",
        Offer = "offer",
        Accept = "accept",
        Refuse = "refuse",
        Lapse = "lapse",
        Withdraw = "withdraw",
    }
}

impl State {
    /// The state after `act`; `None` when that cannot be done from here.
    pub fn after(self, act: Act) -> Option<State> {
        use State::{
            Accepted, Draft, Eligible, Ineligible, Lapsed, NotSelected, Offered, OnReserve, Refused, Selected,
            Submitted, ToBeChecked, Withdrawn,
        };
        match (self, act) {
            (Draft, Act::Submit) => Some(Submitted),
            (Submitted | ToBeChecked, Act::FindEligible) => Some(Eligible),
            (Submitted | ToBeChecked, Act::FindIneligible) => Some(Ineligible),
            (Submitted, Act::LeaveToPerson) | (Ineligible, Act::AskAnotherLook) => Some(ToBeChecked),
            (Eligible | OnReserve, Act::Select) => Some(Selected),
            (Eligible, Act::Reserve) => Some(OnReserve),
            (Eligible | OnReserve, Act::LeaveOut) => Some(NotSelected),
            (Selected, Act::Offer) => Some(Offered),
            (Offered, Act::Accept) => Some(Accepted),
            (Offered, Act::Refuse) => Some(Refused),
            (Offered, Act::Lapse) => Some(Lapsed),
            (from, Act::Withdraw) if from.is_open() => Some(Withdrawn),
            _ => None,
        }
    }

    /// The applicant may still withdraw.
    pub const fn is_open(self) -> bool {
        matches!(
            self,
            State::Draft
                | State::Submitted
                | State::Eligible
                | State::ToBeChecked
                | State::Selected
                | State::OnReserve
                | State::Offered
        )
    }

    /// A place of the round is held.
    pub const fn holds_place(self) -> bool {
        matches!(self, State::Selected | State::Offered | State::Accepted)
    }

    /// The states a coordinator sees: a draft is its writer's own.
    pub fn sent() -> impl Iterator<Item = State> {
        State::ALL.iter().copied().filter(|state| *state != State::Draft)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn acts() -> impl Strategy<Value = Vec<Act>> {
        prop::collection::vec(prop::sample::select(Act::ALL), 0..40)
    }

    /// The states walked through from a draft, what cannot be done left undone.
    fn walk(acts: &[Act]) -> Vec<State> {
        let mut states = vec![State::Draft];
        for act in acts {
            states.extend(states.last().and_then(|state| state.after(*act)));
        }
        states
    }

    proptest! {
        #[test]
        fn nobody_accepts_without_an_offer_and_nobody_is_offered_without_being_found_eligible(acts in acts()) {
            let states = walk(&acts);
            if states.contains(&State::Accepted) {
                prop_assert!(states.contains(&State::Offered));
                prop_assert!(states.contains(&State::Eligible));
            }
        }

        #[test]
        fn an_answered_offer_and_a_withdrawal_are_the_end(acts in acts()) {
            let states = walk(&acts);
            for end in [State::Accepted, State::Refused, State::Lapsed, State::Withdrawn, State::NotSelected] {
                if let Some(at) = states.iter().position(|state| *state == end) {
                    prop_assert_eq!(at, states.len() - 1);
                }
            }
        }

        #[test]
        fn withdrawing_is_possible_exactly_while_it_is_open(acts in acts()) {
            let last = *walk(&acts).last().unwrap();
            prop_assert_eq!(last.after(Act::Withdraw).is_some(), last.is_open());
        }
    }

    #[test]
    fn every_state_can_be_reached() {
        let mut reached = vec![State::Draft];
        let mut at = 0;
        while let Some(state) = reached.get(at).copied() {
            at += 1;
            for next in Act::ALL.iter().filter_map(|act| state.after(*act)) {
                if !reached.contains(&next) {
                    reached.push(next);
                }
            }
        }
        assert_eq!(reached.len(), State::ALL.len());
    }
}
