//! What people chose, in order.

use std::cmp::Ordering;
use std::fmt;

/// One respondent's answer, as keys of options.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Choice {
    /// The dearest first; the options not named share the places after them.
    Ordered(Vec<String>),
    /// Chosen without order: they share the first places, the others share the rest.
    Set(Vec<String>),
}

/// An option's place among all.
#[derive(Debug, Clone, PartialEq)]
pub struct Ranked {
    /// The option's key.
    pub key: String,
    /// How many respondents chose it.
    pub chosen: usize,
    /// The mean of its rank over all respondents, 1 = always first, at most the number of options; `None` without
    /// respondents.
    pub mean_rank: Option<f64>,
}

/// Why there is no ranking.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NoRank {
    /// An answer names an option that was not offered.
    Unknown(String),
    /// An option is offered twice, or an answer names it twice.
    Twice(String),
}

impl fmt::Display for NoRank {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unknown(key) => write!(f, "{key} was not offered"),
            Self::Twice(key) => write!(f, "{key} stands twice"),
        }
    }
}

impl std::error::Error for NoRank {}

/// The options from the most to the least wanted, by mean rank over all respondents, then by the number who chose it, then
/// by key, so that the order is always the same.
///
/// Options that share places get the mean of those places (midranks, as in Friedman 1937, J. Am. Stat. Assoc. 32, p. 675):
/// an option few name cannot win by being named first by those few. Ties are exact (ranks are summed as whole halves).
/// Errors: an unknown option, one named twice. An empty answer ranks all options alike.
pub fn rank_mean(options: &[&str], answers: &[Choice]) -> Result<Vec<Ranked>, NoRank> {
    let offered: Vec<String> = options.iter().map(|key| (*key).to_string()).collect();
    no_twin(&offered)?;
    let mut tally: Vec<(u64, usize)> = vec![(0, 0); options.len()];
    for answer in answers {
        let (keys, ordered) = match answer {
            Choice::Ordered(keys) => (keys, true),
            Choice::Set(keys) => (keys, false),
        };
        no_twin(keys)?;
        if let Some(stranger) = keys.iter().find(|key| !offered.contains(key)) {
            return Err(NoRank::Unknown(stranger.clone()));
        }
        for (key, (doubled, chosen)) in offered.iter().zip(&mut tally) {
            let place = keys.iter().position(|named| named == key);
            *doubled += doubled_rank(place, ordered, keys.len(), options.len());
            *chosen += usize::from(place.is_some());
        }
    }
    let mut order: Vec<(String, u64, usize)> =
        offered.into_iter().zip(tally).map(|(key, (doubled, chosen))| (key, doubled, chosen)).collect();
    order.sort_by(wanted_first);
    Ok(order.into_iter().map(|(key, doubled, chosen)| ranked(key, doubled, chosen, answers.len())).collect())
}

/// Twice the rank, so that halves stay whole numbers.
fn doubled_rank(place: Option<usize>, ordered: bool, named: usize, offered: usize) -> u64 {
    let doubled = match place {
        Some(i) if ordered => 2 * (i + 1),
        Some(_) => 1 + named,
        None => named + 1 + offered,
    };
    u64::try_from(doubled).unwrap_or(u64::MAX)
}

fn wanted_first(a: &(String, u64, usize), b: &(String, u64, usize)) -> Ordering {
    a.1.cmp(&b.1).then(b.2.cmp(&a.2)).then_with(|| a.0.cmp(&b.0))
}

fn ranked(key: String, doubled: u64, chosen: usize, answers: usize) -> Ranked {
    let whole = |n: u64| f64::from(u32::try_from(n).unwrap_or(u32::MAX));
    let people = crate::scale::count(answers);
    Ranked { key, chosen, mean_rank: (answers > 0).then(|| whole(doubled) / 2.0 / people) }
}

fn no_twin(keys: &[String]) -> Result<(), NoRank> {
    let twin = keys.iter().enumerate().find(|(i, key)| keys[..*i].contains(key));
    twin.map_or(Ok(()), |(_, key)| Err(NoRank::Twice(key.clone())))
}

#[cfg(test)]
mod tests {
    use super::*;

    const OPTIONS: [&str; 4] = ["coaching", "study", "visit", "mentor"];

    fn keys(named: &[&str]) -> Vec<String> {
        named.iter().map(|key| (*key).to_string()).collect()
    }

    /// By hand: ranks 1 2 3.5 3.5 / 2 1 3 4 / 1.5 3.5 1.5 3.5 in the order of OPTIONS.
    #[test]
    fn mean_ranks_by_hand() {
        let answers = [
            Choice::Ordered(keys(&["coaching", "study"])),
            Choice::Ordered(keys(&["study", "coaching", "visit", "mentor"])),
            Choice::Set(keys(&["visit", "coaching"])),
        ];
        let order = rank_mean(&OPTIONS, &answers).expect("known options");
        let seen: Vec<(&str, usize)> = order.iter().map(|one| (one.key.as_str(), one.chosen)).collect();
        assert_eq!(seen, [("coaching", 3), ("study", 2), ("visit", 2), ("mentor", 1)]);
        let means: Vec<f64> = order.iter().filter_map(|one| one.mean_rank).collect();
        for (found, wanted) in means.iter().zip([4.5 / 3.0, 6.5 / 3.0, 8.0 / 3.0, 11.0 / 3.0]) {
            assert!((found - wanted).abs() < 1e-12, "{means:?}");
        }
    }

    #[test]
    fn ties_stand_by_key() {
        let order = rank_mean(&OPTIONS, &[Choice::Set(keys(&["visit", "coaching"]))]).expect("known options");
        let seen: Vec<&str> = order.iter().map(|one| one.key.as_str()).collect();
        assert_eq!(seen, ["coaching", "visit", "mentor", "study"]);
    }

    #[test]
    fn one_loud_voice_does_not_win() {
        let mut answers = vec![Choice::Ordered(keys(&["study"])); 3];
        answers.push(Choice::Ordered(keys(&["mentor"])));
        let order = rank_mean(&OPTIONS, &answers).expect("known options");
        assert_eq!(order[0].key, "study");
    }

    #[test]
    fn strangers_and_twins_are_refused() {
        assert_eq!(rank_mean(&OPTIONS, &[Choice::Set(keys(&["gym"]))]), Err(NoRank::Unknown("gym".into())));
        let twice = Choice::Ordered(keys(&["study", "study"]));
        assert_eq!(rank_mean(&OPTIONS, &[twice]), Err(NoRank::Twice("study".into())));
        assert_eq!(rank_mean(&["a", "a"], &[]), Err(NoRank::Twice("a".into())));
        assert_eq!(rank_mean(&["a"], &[]).map(|order| order[0].mean_rank), Ok(None));
        assert_eq!(NoRank::Unknown("gym".into()).to_string(), "gym was not offered");
    }

    #[test]
    fn of_equal_ranks_the_more_chosen_comes_first() {
        let full = Choice::Ordered(keys(&["coaching", "study", "visit", "mentor"]));
        let back = Choice::Ordered(keys(&["mentor", "visit", "study"]));
        let order = rank_mean(&OPTIONS, &[full, back]).expect("known options");
        assert!(order.iter().all(|one| one.mean_rank == Some(2.5)));
        let seen: Vec<&str> = order.iter().map(|one| one.key.as_str()).collect();
        assert_eq!(seen, ["mentor", "study", "visit", "coaching"]);
    }
}
