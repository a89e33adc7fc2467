//! Who spars with whom: a fair proposal that leaves nobody alone. Pure.
use std::collections::BTreeMap;

use sha2::{Digest, Sha256};
use uuid::Uuid;

/// A supervisor to be paired.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Peer {
    pub id: Uuid,
    /// Where they lead; a pair of two units tells each other more.
    pub unit: Option<Uuid>,
}

impl Peer {
    /// Whoever has no unit is a unit alone.
    fn unit(&self) -> Uuid {
        self.unit.unwrap_or(self.id)
    }
}

/// Two supervisors, or three.
pub type Group = Vec<Uuid>;

/// So many orders are tried, to part those who have asked to be parted.
const TRIES: u64 = 64;

/// Pairs, and one three when the number is odd; with fewer than two there is nobody to pair. The same peers, wishes and
/// seed give the same groups, in whatever order they come. Two of one unit are together only when their unit has more
/// than half of the peers or when it parts two who are `apart`.
pub fn propose(peers: &[Peer], apart: &[(Uuid, Uuid)], seed: Uuid) -> Vec<Group> {
    let tries = (0..TRIES).map(|round| sat(peers, seed, round));
    let best = tries.min_by_key(|groups| cost(groups, peers, apart));
    best.unwrap_or_default()
}

/// The groups after some have gone, come, or asked for another pair: whoever is content stays with whom they are, and
/// one more group is opened when the others cannot be paired well without it.
pub fn reform(peers: &[Peer], content: &[Group], apart: &[(Uuid, Uuid)], seed: Uuid) -> Vec<Group> {
    let loose: Vec<Peer> =
        peers.iter().filter(|peer| !content.iter().any(|group| group.contains(&peer.id))).copied().collect();
    if loose.is_empty() {
        return sorted(content.to_vec());
    }
    let alone = propose(&loose, apart, seed);
    let well = |groups: &[Group]| !groups.is_empty() && parted(groups, apart) == 0;
    let opened = (0..content.len()).map(|at| {
        let joined: Vec<Peer> = peers
            .iter()
            .filter(|peer| content[at].contains(&peer.id) || loose.iter().any(|one| one.id == peer.id))
            .copied()
            .collect();
        let rest = content.iter().enumerate().filter(|(other, _)| *other != at).map(|(_, group)| group.clone());
        (propose(&joined, apart, seed), rest.collect::<Vec<_>>())
    });
    let best = opened.min_by_key(|(groups, _)| cost(groups, peers, apart));
    let (fresh, kept) = match best {
        Some(best) if !well(&alone) => best,
        _ => (alone, content.to_vec()),
    };
    sorted(kept.into_iter().chain(fresh).collect())
}

/// Peers by unit, units in a drawn order: the first half sits opposite the second, so that nobody sits opposite their
/// own unit unless it has more than half of the seats.
fn sat(peers: &[Peer], seed: Uuid, round: u64) -> Vec<Group> {
    let mut seats = peers.to_vec();
    seats.sort_by_key(|peer| (drawn(seed, round, peer.unit()), peer.unit(), drawn(seed, round, peer.id), peer.id));
    let half = seats.len() / 2;
    let mut groups: Vec<Group> = (0..half).map(|at| vec![seats[at].id, seats[at + half].id]).collect();
    if seats.len() % 2 == 1
        && let Some(last) = seats.last()
    {
        let other_unit = |at: &usize| [*at, *at + half].iter().all(|seat| seats[*seat].unit() != last.unit());
        let host = (0..half).find(other_unit).unwrap_or(0);
        if let Some(group) = groups.get_mut(host) {
            group.push(last.id);
        }
    }
    sorted(groups)
}

fn drawn(seed: Uuid, round: u64, id: Uuid) -> [u8; 8] {
    let mut hash = Sha256::new();
    hash.update(seed.as_bytes());
    hash.update(round.to_be_bytes());
    hash.update(id.as_bytes());
    hash.finalize()[..8].try_into().unwrap_or_default()
}

fn sorted(mut groups: Vec<Group>) -> Vec<Group> {
    for group in &mut groups {
        group.sort_unstable();
    }
    groups.sort_unstable();
    groups
}

/// First those who asked to be parted, then those of one unit.
fn cost(groups: &[Group], peers: &[Peer], apart: &[(Uuid, Uuid)]) -> (usize, usize) {
    (parted(groups, apart), same_unit(groups, peers))
}

fn parted(groups: &[Group], apart: &[(Uuid, Uuid)]) -> usize {
    let together = |(a, b): &&(Uuid, Uuid)| groups.iter().any(|group| group.contains(a) && group.contains(b));
    apart.iter().filter(together).count()
}

/// How many twos of one unit are together.
pub fn same_unit(groups: &[Group], peers: &[Peer]) -> usize {
    let units: BTreeMap<Uuid, Uuid> = peers.iter().map(|peer| (peer.id, peer.unit())).collect();
    let twos = |group: &Group| {
        let of = |id: &Uuid| units.get(id).copied();
        let all = (0..group.len()).flat_map(|a| (0..a).map(move |b| (a, b)));
        all.filter(|(a, b)| of(&group[*a]) == of(&group[*b])).count()
    };
    groups.iter().map(twos).sum()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::ident;

    fn peer(number: u32, unit: u8) -> Peer {
        let id = |space: &str, name: String| ident::of(space, &name);
        Peer { id: id("peer", number.to_string()), unit: Some(id("unit", unit.to_string())) }
    }

    fn peers(units: &[u8]) -> Vec<Peer> {
        (0..).zip(units).map(|(number, unit)| peer(number, *unit)).collect()
    }

    fn all_of(groups: &[Group]) -> Vec<Uuid> {
        let mut all: Vec<Uuid> = groups.iter().flatten().copied().collect();
        all.sort_unstable();
        all
    }

    fn ids(peers: &[Peer]) -> Vec<Uuid> {
        let mut all: Vec<Uuid> = peers.iter().map(|peer| peer.id).collect();
        all.sort_unstable();
        all
    }

    proptest! {
        #[test]
        fn nobody_is_alone_and_an_odd_number_makes_one_three(units in prop::collection::vec(0_u8..5, 0..40), seed: u64) {
            let peers = peers(&units);
            let groups = propose(&peers, &[], ident::of("seed", &seed.to_string()));
            let threes = groups.iter().filter(|group| group.len() == 3).count();
            prop_assert!(groups.iter().all(|group| group.len() == 2 || group.len() == 3));
            prop_assert_eq!(threes, usize::from(peers.len() >= 3 && peers.len() % 2 == 1));
            let expected = if peers.len() < 2 { Vec::new() } else { ids(&peers) };
            prop_assert_eq!(all_of(&groups), expected);
        }

        #[test]
        fn one_unit_meets_another_when_no_unit_has_more_than_half(units in prop::collection::vec(0_u8..5, 2..40), seed: u64) {
            let peers = peers(&units);
            let largest = (0..5).map(|unit| units.iter().copied().filter(|one| *one == unit).count()).max().unwrap_or(0);
            let groups = propose(&peers, &[], ident::of("seed", &seed.to_string()));
            if largest <= peers.len() / 2 {
                prop_assert_eq!(same_unit(&groups, &peers), 0);
            }
        }

        #[test]
        fn the_same_people_and_seed_give_the_same_groups_in_any_order(units in prop::collection::vec(0_u8..4, 2..20), seed: u64, turn in 0_usize..20) {
            let mut peers = peers(&units);
            let seed = ident::of("seed", &seed.to_string());
            let groups = propose(&peers, &[], seed);
            let by = turn % peers.len();
            peers.rotate_left(by);
            prop_assert_eq!(propose(&peers, &[], seed), groups);
        }

        #[test]
        fn whoever_asks_for_another_pair_gets_one_and_the_others_stay(units in prop::collection::vec(0_u8..4, 4..20), seed: u64, asks in 0_usize..20) {
            let peers = peers(&units);
            let seed = ident::of("seed", &seed.to_string());
            let mut groups = propose(&peers, &[], seed);
            let broken = groups.remove(asks % groups.len());
            let apart = [(broken[0], broken[1])];
            let again = reform(&peers, &groups, &apart, seed);
            prop_assert_eq!(all_of(&again), ids(&peers));
            prop_assert!(again.iter().all(|group| group.len() == 2 || group.len() == 3));
            prop_assert_eq!(parted(&again, &apart), 0);
            prop_assert!(groups.iter().filter(|group| !again.contains(group)).count() <= 1, "one more group is opened at most");
        }

        #[test]
        fn a_broken_pair_is_formed_anew(units in prop::collection::vec(0_u8..4, 4..20), seed: u64) {
            let mut peers = peers(&units);
            let seed = ident::of("seed", &seed.to_string());
            let mut groups = propose(&peers, &[], seed);
            let gone = groups[0][0];
            peers.retain(|peer| peer.id != gone);
            groups.remove(0);
            let again = reform(&peers, &groups, &[], seed);
            prop_assert_eq!(all_of(&again), ids(&peers));
            prop_assert!(again.iter().all(|group| (2..=3).contains(&group.len())));
        }
    }
}
