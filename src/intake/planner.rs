//! What a round asks of its coordinator on a day: pure.
use chrono::NaiveDate;

use crate::programmes::{HandOn, Round, RoundState};

/// A round in numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Numbers {
    pub to_check: i64,
    pub eligible: i64,
    pub reserve: i64,
    pub proposed: i64,
    pub free_places: i64,
    /// Offers that wait for an answer, and the last day of the one that ends first.
    pub offers: i64,
    pub first_offer: Option<NaiveDate>,
}

/// Something to do now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Task {
    /// The opening day has come.
    OpenApplications,
    /// A person has to look at so many.
    Check(i64),
    /// The time to apply is over, and the round still stands open.
    CloseApplications,
    /// So many wait for a proposal.
    Propose(i64),
    /// So many proposals wait to be published.
    Publish(i64),
    /// A free place waits for the coordinator's yes.
    HandOn,
    /// So many places are free, and nobody stands in line.
    Fill(i64),
}

/// The tasks of a round, the first to be done first.
pub fn tasks(round: &Round, numbers: &Numbers, today: NaiveDate) -> Vec<Task> {
    let mut tasks = Vec::new();
    let over = round.closes_on < today;
    let gives = match round.state {
        RoundState::Planned => {
            if round.opens_on <= today {
                tasks.push(Task::OpenApplications);
            }
            return tasks;
        }
        RoundState::Open => over,
        RoundState::Selecting | RoundState::Running => true,
        RoundState::Closed | RoundState::Reviewed => return tasks,
    };
    if numbers.to_check > 0 {
        tasks.push(Task::Check(numbers.to_check));
    }
    if round.state == RoundState::Open && over {
        tasks.push(Task::CloseApplications);
    }
    let unproposed = numbers.eligible - numbers.proposed;
    if gives && unproposed > 0 {
        tasks.push(Task::Propose(unproposed));
    }
    if numbers.proposed > 0 {
        tasks.push(Task::Publish(numbers.proposed));
    }
    if gives && numbers.free_places > 0 {
        let nobody = numbers.reserve == 0 && numbers.eligible == 0 && numbers.to_check == 0;
        if numbers.reserve > 0 && round.hand_on == HandOn::Confirmed {
            tasks.push(Task::HandOn);
        } else if nobody && round.state == RoundState::Running {
            tasks.push(Task::Fill(numbers.free_places));
        }
    }
    tasks
}

/// A day ahead that a round waits for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ahead {
    Opens,
    Closes,
    /// The first of so many open offers ends.
    OfferEnds(i64),
}

/// The days ahead of a round, the nearest first.
pub fn ahead(round: &Round, numbers: &Numbers, today: NaiveDate) -> Vec<(NaiveDate, Ahead)> {
    let living = !matches!(round.state, RoundState::Closed | RoundState::Reviewed);
    let applies = matches!(round.state, RoundState::Planned | RoundState::Open);
    let mut days = Vec::new();
    if applies && round.opens_on > today {
        days.push((round.opens_on, Ahead::Opens));
    }
    if applies && round.closes_on >= today {
        days.push((round.closes_on, Ahead::Closes));
    }
    if let Some(first) = numbers.first_offer.filter(|_| living && numbers.offers > 0) {
        days.push((first, Ahead::OfferEnds(numbers.offers)));
    }
    days.sort_by_key(|(day, _)| *day);
    days
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use uuid::Uuid;

    use super::*;
    use crate::programmes::{Selection, SupervisorPart};

    fn day(day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2023, 10, day).unwrap()
    }

    fn round(state: RoundState, hand_on: HandOn) -> Round {
        Round {
            id: Uuid::nil(),
            controller_id: Uuid::nil(),
            programme_id: Uuid::nil(),
            blueprint_id: Uuid::nil(),
            name: "{}".into(),
            state,
            opens_on: day(2),
            closes_on: day(20),
            places: 30,
            visits: 90,
            visits_per_package: 3,
            supervisor_part: SupervisorPart::IsTold,
            selection: Selection::FirstCome,
            offer_days: 7,
            hand_on,
            returns_unused: true,
            lottery_commitment: None,
            lottery_seed: None,
            erratum: None,
            rev: 0,
        }
    }

    #[test]
    fn a_round_says_what_it_needs_from_its_opening_to_its_reserve_list() {
        let none = Numbers::default();
        let planned = round(RoundState::Planned, HandOn::Confirmed);
        assert_eq!(tasks(&planned, &none, day(1)), []);
        assert_eq!(tasks(&planned, &none, day(2)), [Task::OpenApplications]);
        let open = round(RoundState::Open, HandOn::Confirmed);
        let some = Numbers { to_check: 2, eligible: 37, ..none };
        assert_eq!(tasks(&open, &some, day(20)), [Task::Check(2)], "people still apply");
        assert_eq!(tasks(&open, &some, day(21)), [Task::Check(2), Task::CloseApplications, Task::Propose(37)]);
        let selecting = round(RoundState::Selecting, HandOn::Confirmed);
        let proposed = Numbers { eligible: 37, proposed: 37, free_places: 30, ..none };
        assert_eq!(tasks(&selecting, &proposed, day(23)), [Task::Publish(37)]);
        let refused = Numbers { reserve: 7, free_places: 1, offers: 29, first_offer: Some(day(30)), ..none };
        assert_eq!(tasks(&selecting, &refused, day(25)), [Task::HandOn]);
        assert_eq!(tasks(&round(RoundState::Running, HandOn::Automatic), &refused, day(25)), []);
        let empty = Numbers { reserve: 0, ..refused };
        assert_eq!(tasks(&round(RoundState::Running, HandOn::Automatic), &empty, day(25)), [Task::Fill(1)]);
    }

    #[test]
    fn the_days_ahead_stand_in_their_order_and_the_past_is_left_out() {
        let numbers = Numbers { offers: 3, first_offer: Some(day(9)), ..Numbers::default() };
        let open = round(RoundState::Open, HandOn::Automatic);
        assert_eq!(ahead(&open, &numbers, day(5)), [(day(9), Ahead::OfferEnds(3)), (day(20), Ahead::Closes)]);
        assert_eq!(ahead(&round(RoundState::Planned, HandOn::Automatic), &Numbers::default(), day(1)).len(), 2);
        assert_eq!(ahead(&round(RoundState::Closed, HandOn::Automatic), &numbers, day(5)), []);
    }

    proptest! {
        #[test]
        fn an_ended_round_asks_nothing_and_no_task_counts_nobody(
            state in prop::sample::select(RoundState::ALL), n in prop::array::uniform6(0i64..4), today in 1u32..28,
        ) {
            let [to_check, eligible, reserve, proposed, free_places, offers] = n;
            let numbers = Numbers { to_check, eligible, reserve, proposed, free_places, offers, first_offer: None };
            let tasks = tasks(&round(state, HandOn::Confirmed), &numbers, day(today));
            if matches!(state, RoundState::Closed | RoundState::Reviewed) {
                prop_assert!(tasks.is_empty());
            }
            for task in tasks {
                if let Task::Check(n) | Task::Propose(n) | Task::Publish(n) | Task::Fill(n) = task {
                    prop_assert!(n > 0);
                }
            }
        }
    }
}
