//! An action, who may do what to it, and how many agreed ones are followed through. Pure.
use chrono::NaiveDate;
use uuid::Uuid;

use crate::{clock::Moment, coaching::three::Party, codes};

codes! {
    /// Where an action stands. That it is late is never stored: it follows from its day.
    pub enum ActionState {
        /// By one of the three; the participant has not let it go on.
        Proposed = "proposed",
        /// By the participant to its owner.
        Released = "released",
        Agreed = "agreed",
        Done = "done",
        /// With a reason.
        Dropped = "dropped",
        /// By the participant or its owner, or taken back by who proposed it.
        Refused = "refused",
    }
}

/// An action that is being written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewAction {
    pub what: String,
    pub owner: Party,
    pub due_on: NaiveDate,
}

/// An action as the reader may see it.
#[derive(Clone, Debug)]
pub struct Action {
    pub id: Uuid,
    pub what: String,
    pub owner: Party,
    pub state: ActionState,
    pub due_on: NaiveDate,
    pub proposed_by: Party,
    pub agreed_at: Option<Moment>,
    pub done_at: Option<Moment>,
    /// When it was dropped or refused.
    pub dropped_at: Option<Moment>,
    pub closed_by: Option<Party>,
    /// Why it was dropped; none when it is not the reader's to see.
    pub reason: Option<String>,
    pub rev: i64,
}

impl Action {
    /// Agreed, not done, and its day has passed.
    pub fn is_late(&self, today: NaiveDate) -> bool {
        self.state == ActionState::Agreed && self.due_on < today
    }

    pub fn may_release(&self, party: Party) -> bool {
        self.state == ActionState::Proposed && party == Party::Participant
    }

    pub fn may_agree(&self, party: Party) -> bool {
        self.state == ActionState::Released && party == self.owner
    }

    /// Says no to it, or takes the own proposal back.
    pub fn may_refuse(&self, party: Party) -> bool {
        let open = matches!(self.state, ActionState::Proposed | ActionState::Released);
        self.may_release(party) || self.may_agree(party) || open && party == self.proposed_by
    }

    pub fn may_do(&self, party: Party) -> bool {
        self.state == ActionState::Agreed && party == self.owner
    }

    /// Moves its day or drops it: its owner or the participant.
    pub fn may_change(&self, party: Party) -> bool {
        self.state == ActionState::Agreed && (party == self.owner || party == Party::Participant)
    }
}

/// Where an action stands that somebody proposes outside the joint meeting. What the participant proposes the
/// participant lets go at once.
pub fn proposed(by: Party, owner: Party) -> ActionState {
    if by == Party::Participant { released(by, owner) } else { ActionState::Proposed }
}

/// Where it stands when the participant lets it go: its owner agrees, who has agreed already by proposing or letting it go.
pub fn released(proposed_by: Party, owner: Party) -> ActionState {
    if owner == proposed_by || owner == Party::Participant { ActionState::Agreed } else { ActionState::Released }
}

/// What is counted of agreed actions.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct FollowThrough {
    /// Agreed actions whose day has passed, the dropped ones left out.
    pub due: u32,
    /// Those of them that are done, by their day or later.
    pub done: u32,
    /// Agreed once, and dropped with a reason: told apart.
    pub dropped: u32,
}

impl FollowThrough {
    /// done ÷ due; none when no day has passed.
    pub fn rate(self) -> Option<f64> {
        (self.due > 0).then(|| f64::from(self.done) / f64::from(self.due))
    }
}

/// How agreed actions are followed through on a day: **done (by their day or later) ÷ agreed whose day has passed**.
/// An action counts once its day is over, whenever it was done; one done early counts from then on too. Those dropped with
/// a reason are in neither number and are counted apart; proposed, released and refused ones are nowhere.
pub fn follow_through(actions: impl IntoIterator<Item = (ActionState, NaiveDate)>, today: NaiveDate) -> FollowThrough {
    let mut counted = FollowThrough::default();
    for (state, due_on) in actions {
        let passed = u32::from(due_on < today);
        match state {
            ActionState::Agreed => counted.due += passed,
            ActionState::Done => {
                counted.due += passed;
                counted.done += passed;
            }
            ActionState::Dropped => counted.dropped += 1,
            ActionState::Proposed | ActionState::Released | ActionState::Refused => {}
        }
    }
    counted
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn day(n: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2023, 10, n).unwrap()
    }

    #[test]
    fn what_is_done_is_counted_once_its_day_has_passed_and_what_is_dropped_apart() {
        let actions = [
            (ActionState::Done, day(5)),
            (ActionState::Done, day(30)),
            (ActionState::Agreed, day(5)),
            (ActionState::Agreed, day(10)),
            (ActionState::Dropped, day(5)),
            (ActionState::Proposed, day(1)),
            (ActionState::Released, day(1)),
            (ActionState::Refused, day(1)),
        ];
        let counted = follow_through(actions, day(10));
        assert_eq!(counted, FollowThrough { due: 2, done: 1, dropped: 1 });
        assert_eq!(counted.rate(), Some(0.5));
        assert_eq!(follow_through([(ActionState::Done, day(10))], day(10)).rate(), None, "its day is not over");
    }

    #[test]
    fn nothing_is_agreed_without_the_participant_and_its_owner() {
        use Party::{Coach, Participant, Supervisor};
        assert_eq!(proposed(Coach, Coach), ActionState::Proposed);
        assert_eq!(proposed(Supervisor, Participant), ActionState::Proposed);
        assert_eq!(proposed(Participant, Supervisor), ActionState::Released);
        assert_eq!(proposed(Participant, Participant), ActionState::Agreed);
        assert_eq!(released(Coach, Supervisor), ActionState::Released);
        assert_eq!(released(Supervisor, Supervisor), ActionState::Agreed);
    }

    fn states() -> impl Strategy<Value = ActionState> {
        (0..ActionState::ALL.len()).prop_map(|at| ActionState::ALL[at])
    }

    proptest! {
        /// No more is done than was due, and a day later no fewer days have passed.
        #[test]
        fn a_rate_is_a_share(rows in proptest::collection::vec((states(), 1_u32..=30), 0..40), today in 1_u32..=29) {
            let rows = rows.into_iter().map(|(state, due)| (state, day(due))).collect::<Vec<_>>();
            let (one, next) = (follow_through(rows.clone(), day(today)), follow_through(rows, day(today + 1)));
            prop_assert!(one.done <= one.due && one.due <= next.due && one.dropped == next.dropped);
            prop_assert!(one.rate().is_none_or(|rate| (0.0..=1.0).contains(&rate)));
        }
    }
}
