//! The measure of leading: its scores, one's own change in sentences, and the change of a group after disclosure
//! control. Pure.
use std::collections::BTreeMap;

use disclosure::{Rule, edition_step_ok, group_statistic};
use serde::{Deserialize, Serialize};

use crate::forms::{Answers, Instrument};

/// The key of the score over all statements.
const WHOLE: &str = "all";

/// The same rule as in the reports of rounds.
const RULE: Rule = Rule::USUAL;

/// The scores of these answers by their keys.
pub fn scores(instrument: &Instrument, answers: &Answers) -> BTreeMap<String, f64> {
    let scores = instrument.score(answers);
    let parts = scores.parts.into_iter().filter_map(|(key, score)| Some((key, score?)));
    parts.chain(scores.total.map(|total| (WHOLE.to_owned(), total))).collect()
}

/// The score over all statements among stored scores.
pub fn whole(scores: &str) -> Option<f64> {
    serde_json::from_str::<BTreeMap<String, f64>>(scores).ok()?.get(WHOLE).copied()
}

/// The keys of the statements whose answer rose, and of those whose answer fell. A reversed statement counts by what it
/// measures.
pub fn moved(instrument: &Instrument, before: &Answers, after: &Answers) -> (Vec<String>, Vec<String>) {
    let (mut rose, mut fell) = (Vec::new(), Vec::new());
    for item in &instrument.items {
        let (Some(first), Some(last)) = (before.number(&item.key), after.number(&item.key)) else { continue };
        let by = if item.reverse { first - last } else { last - first };
        if by > 0.0 {
            rose.push(item.key.clone());
        } else if by < 0.0 {
            fell.push(item.key.clone());
        }
    }
    (rose, fell)
}

/// How a group's own ratings changed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct GroupChange {
    pub n: u64,
    pub before: f64,
    pub after: f64,
    pub mean: f64,
    /// The 95 % confidence interval of the mean change.
    pub ci95: Option<(f64, f64)>,
}

/// The change of those with both measures; none when there are too few of them, when nearly all changed alike, or when
/// fewer than k are new since the last one that was published (`known` people).
pub fn group_change(pairs: &[(f64, f64)], known: u64) -> Option<GroupChange> {
    let n = u64::try_from(pairs.len()).unwrap_or(u64::MAX);
    if !edition_step_ok(known, n, RULE.k()) {
        return None;
    }
    let mut pairs = pairs.to_vec();
    pairs.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.total_cmp(&b.1)));
    let differences: Vec<f64> = pairs.iter().map(|(before, after)| rounded(after - before, 6)).collect();
    let found = group_statistic(&differences, RULE, |_| scales::paired_change(&pairs).ok())?.value;
    Some(GroupChange {
        n,
        before: rounded(found.mean_before, 2),
        after: rounded(found.mean_after, 2),
        mean: rounded(found.mean, 2),
        ci95: found.ci95.map(|(low, high)| (rounded(low, 2), rounded(high, 2))),
    })
}

fn rounded(value: f64, decimals: i32) -> f64 {
    let unit = 10_f64.powi(decimals);
    // + 0.0 makes one zero of the two.
    (value * unit).round() / unit + 0.0
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pairs(n: u32) -> Vec<(f64, f64)> {
        (0..n).map(|at| (1.0, 1.0 + f64::from(at % 3) / 2.0)).collect()
    }

    #[test]
    fn four_are_too_few_and_five_are_enough() {
        assert_eq!(group_change(&pairs(4), 0), None);
        let five = group_change(&pairs(5), 0).unwrap();
        assert_eq!((five.n, five.before, five.after, five.mean), (5, 1.0, 1.4, 0.4));
    }

    #[test]
    fn the_next_is_told_when_five_more_have_answered() {
        assert_eq!(group_change(&pairs(9), 5), None);
        assert_eq!(group_change(&pairs(10), 5).map(|change| change.n), Some(10));
    }

    #[test]
    fn what_all_answered_alike_is_not_told() {
        assert_eq!(group_change(&[(1.0, 2.0); 8], 0), None);
    }
}
