//! Who is proposed for a place: four policies as pure functions on the list of candidates.
//!
//! The lottery can be done again by anyone from what is published. When applications open, the house seals a seed (see
//! `programmes::lottery`). Each application has a random ticket. When the time to apply is over, the draw makes the seed
//! and the tickets public; the tickets are set in the order of the SHA-256 of `SEED:TICKET`, smallest first. On a command
//! line: `printf '%s:%s' SEED TICKET | sha256sum`.
use data_encoding::HEXLOWER;
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::{clock::Moment, codes, ident};

codes! {
    /// What is proposed for an application before the decisions are published.
    pub enum Proposal {
        Select = "select",
        Reserve = "reserve",
        LeaveOut = "leave_out",
    }
}

/// An eligible application as the policies see it: nothing of the person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    pub id: Uuid,
    pub submitted_at: Moment,
    pub ticket: String,
    /// Points by the blueprint's priorities; more stands first.
    pub score: i64,
}

/// In the order of arrival.
pub fn first_come(mut candidates: Vec<Candidate>) -> Vec<Candidate> {
    candidates.sort_by_key(|one| (one.submitted_at, one.id));
    candidates
}

/// By points, most first; equal points in the order of arrival.
pub fn by_priority(mut candidates: Vec<Candidate>) -> Vec<Candidate> {
    candidates.sort_by_key(|one| (std::cmp::Reverse(one.score), one.submitted_at, one.id));
    candidates
}

/// In the order the seed gives the tickets.
pub fn by_lottery(mut candidates: Vec<Candidate>, seed: &str) -> Vec<Candidate> {
    candidates.sort_by_cached_key(|one| lot(seed, &one.ticket));
    candidates
}

/// A new ticket: 16 hexadecimal digits.
pub fn new_ticket() -> String {
    HEXLOWER.encode(&ident::secret::<8>())
}

/// The value by which a ticket stands in the draw.
pub fn lot(seed: &str, ticket: &str) -> String {
    HEXLOWER.encode(&Sha256::digest(format!("{seed}:{ticket}").as_bytes()))
}

/// The first `room` are proposed for a place, the others for the reserve list in their order.
pub fn propose(ordered: &[Candidate], room: usize) -> Vec<(Uuid, Proposal)> {
    let proposal = |at: usize| if at < room { Proposal::Select } else { Proposal::Reserve };
    ordered.iter().enumerate().map(|(at, one)| (one.id, proposal(at))).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::clock;

    fn candidate(number: u8, minute: i64, score: i64) -> Candidate {
        let start = clock::start_of(chrono::NaiveDate::from_ymd_opt(2023, 10, 2).unwrap());
        Candidate {
            id: Uuid::from_bytes([number; 16]),
            submitted_at: start + chrono::Duration::minutes(minute),
            ticket: format!("{number:016x}"),
            score,
        }
    }

    fn numbers(ordered: &[Candidate]) -> Vec<u8> {
        ordered.iter().map(|one| one.id.as_bytes()[0]).collect()
    }

    #[test]
    fn first_come_is_first_served_and_points_come_before_time() {
        let list = vec![candidate(1, 30, 0), candidate(2, 10, 5), candidate(3, 20, 5)];
        assert_eq!(numbers(&first_come(list.clone())), [2, 3, 1]);
        assert_eq!(numbers(&by_priority(vec![candidate(1, 0, 7), list[1].clone(), list[2].clone()])), [1, 2, 3]);
    }

    /// Test vectors that anyone can check with sha256sum.
    #[test]
    fn the_draw_can_be_done_again_with_sha256sum() {
        let seed = "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";
        assert_eq!(lot(seed, "0000000000000001"), "780142588a8daccfc44875540055f766c4a09111ccfdab8282e50bba947abdc3");
        assert_eq!(numbers(&by_lottery((1..=5).map(|n| candidate(n, 0, 0)).collect(), seed)), [3, 1, 5, 4, 2]);
    }

    proptest! {
        #[test]
        fn a_draw_keeps_everyone_and_forgets_the_order_they_stood_in(mut seconds in prop::collection::btree_set(1u8..=200, 0..40), turn in 0usize..40) {
            let list: Vec<Candidate> = std::mem::take(&mut seconds).into_iter().map(|n| candidate(n, i64::from(n), 0)).collect();
            let mut turned = list.clone();
            if !turned.is_empty() { let by = turn % turned.len(); turned.rotate_left(by); }
            let seed = crate::programmes::lottery::seal("any");
            let drawn = by_lottery(list.clone(), &seed);
            prop_assert_eq!(&drawn, &by_lottery(turned, &seed));
            let mut kept = numbers(&drawn);
            kept.sort_unstable();
            prop_assert_eq!(kept, numbers(&list));
        }

        #[test]
        fn no_more_are_proposed_than_there_is_room(count in 0u8..60, room in 0usize..80) {
            let list: Vec<Candidate> = (0..count).map(|n| candidate(n, i64::from(n), 0)).collect();
            let proposed = propose(&list, room);
            prop_assert_eq!(proposed.len(), list.len());
            let selected = proposed.iter().filter(|(_, proposal)| *proposal == Proposal::Select).count();
            prop_assert_eq!(selected, room.min(list.len()));
        }
    }
}
