//! Periods of meetings: what can be agreed on now, and what comes before what. Pure.
use std::collections::HashMap;

use uuid::Uuid;

use super::{
    session,
    store::{cases::Case, sessions::Session, steps::Step},
};

/// The steps that can take one more meeting, in the order of the path. Meetings of the three use no visit; the one that
/// follows up is agreed on when its day has come, although the coaching is over.
pub fn bookable<'s>(case: &Case, steps: &'s [Step], open: &[Session]) -> Vec<&'s Step> {
    let package = package_has_room(case, open);
    let free = |step: &Step| open.iter().all(|session| session.step_id != Some(step.id));
    let takes = |step: &&Step| match (step.is_follow_up_talk(), step.is_of_three()) {
        (true, _) => step.state.is_now() && free(step),
        (false, true) => case.state.is_open() && free(step),
        (false, false) => case.state.is_open() && package,
    };
    steps.iter().filter(|step| step.is_meeting() && !step.state.is_over()).filter(takes).collect()
}

/// Whether the package has room for one more meeting of participant and coach.
pub fn package_has_room(case: &Case, open: &[Session]) -> bool {
    let open = open.iter().filter(|session| session.standing().is_open() && !session.with_supervisor).count();
    session::fits(case.visits_granted, case.visits_used, i32::try_from(open).unwrap_or(i32::MAX))
}

/// The step that a meeting belongs to when nothing else is said: the first whose turn it is.
pub fn current<'s>(bookable: &[&'s Step]) -> Option<&'s Step> {
    bookable.iter().find(|step| step.state.is_now()).or(bookable.first()).copied()
}

/// The periods on the way to this one that have been met for and are not over: going on to the next ends them.
pub fn ended_by<'s>(steps: &'s [Step], next: &Step, held: &HashMap<Uuid, i32>) -> Vec<&'s Step> {
    let mut waits: Vec<&str> = next.after_keys.split_whitespace().collect();
    let mut at = 0;
    while let Some(key) = waits.get(at).copied() {
        at += 1;
        let before = steps.iter().find(|step| step.step_key == key);
        for key in before.iter().flat_map(|step| step.after_keys.split_whitespace()) {
            if !waits.contains(&key) {
                waits.push(key);
            }
        }
    }
    let met = |step: &Step| held.get(&step.id).is_some_and(|held| *held >= step.meetings_least.max(1));
    steps
        .iter()
        .filter(|step| waits.contains(&step.step_key.as_str()))
        .filter(|step| step.is_meeting() && !step.state.is_over() && met(step))
        .collect()
}

/// What a meeting that was held means for its step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Held {
    /// One more can be agreed on.
    GoesOn,
    /// The step is done; the next ones follow.
    Done,
    /// It was the last of all: the coaching comes to its end.
    Last,
}

/// `held` are the meetings of each step, this one counted; `used_up`: the package is.
pub fn after_held(steps: &[Step], step: &Step, held: &HashMap<Uuid, i32>, used_up: bool) -> Held {
    let full = held.get(&step.id).is_some_and(|held| *held >= step.meetings.max(1));
    let left = steps
        .iter()
        .any(|other| other.id != step.id && other.is_meeting() && !other.is_of_three() && !other.state.is_over());
    let last = used_up || full && !left;
    if last && !step.is_follow_up_talk() {
        Held::Last
    } else if full {
        Held::Done
    } else {
        Held::GoesOn
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::{coaching::StepState, ident};

    fn step(key: &str, (for_whom, after): (&str, &str), (least, most): (i32, i32)) -> Step {
        Step {
            id: ident::of("test", key),
            case_id: Uuid::nil(),
            step_key: key.into(),
            position: 0,
            kind: "meeting".into(),
            name: String::new(),
            for_whom: for_whom.into(),
            meetings: most,
            minutes: 60,
            after_keys: after.into(),
            due: None,
            waits_for_day: key == "later",
            required: true,
            state: if after.is_empty() { StepState::Ready } else { StepState::Waiting },
            due_on: None,
            done_at: None,
            theme: None,
            meetings_least: least,
            asks_before: false,
            asks_closing: false,
            before_at: None,
            before_shared_with: None,
            closing_at: None,
            closing_shared_with: None,
        }
    }

    fn path() -> Vec<Step> {
        vec![
            step("joint", ("three", ""), (1, 1)),
            step("one", ("participant", "joint"), (1, 2)),
            step("two", ("participant", "one"), (1, 2)),
            step("later", ("three", "two"), (1, 1)),
        ]
    }

    #[test]
    fn going_on_ends_the_periods_that_were_met_for_and_no_other() {
        let steps = path();
        let held = HashMap::from([(steps[1].id, 1)]);
        let ended = ended_by(&steps, &steps[2], &held);
        assert_eq!(ended.iter().map(|step| step.step_key.as_str()).collect::<Vec<_>>(), ["one"]);
    }

    #[test]
    fn the_last_period_ends_the_coaching_and_the_follow_up_never_does() {
        let mut steps = path();
        let held = |step: &Step, times: i32| HashMap::from([(step.id, times)]);
        assert_eq!(after_held(&steps, &steps[1], &held(&steps[1], 1), false), Held::GoesOn);
        assert_eq!(after_held(&steps, &steps[1], &held(&steps[1], 2), false), Held::Done);
        assert_eq!(after_held(&steps, &steps[0], &held(&steps[0], 1), false), Held::Done);
        assert_eq!(after_held(&steps, &steps[1], &held(&steps[1], 1), true), Held::Last);
        steps[1].state = StepState::Done;
        assert_eq!(after_held(&steps, &steps[2], &held(&steps[2], 2), false), Held::Last);
        assert_eq!(after_held(&steps, &steps[3], &held(&steps[3], 1), true), Held::Done);
    }

    proptest! {
        /// However many meetings are held in whatever order, a step that is full never goes on.
        #[test]
        fn a_full_step_never_goes_on(which in 0..4usize, times in 0..6i32, used_up: bool) {
            let steps = path();
            let held = HashMap::from([(steps[which].id, times)]);
            let goes_on = after_held(&steps, &steps[which], &held, used_up) == Held::GoesOn;
            prop_assert!(!goes_on || times < steps[which].meetings);
        }
    }
}
