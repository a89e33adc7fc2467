//! Attitudes, experiences and change of a group: shown as a whole or not at all.

use crate::Rule;

/// A statistic of a group with the number of people it rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct GroupStatistic<T> {
    /// People, at least k.
    pub n: usize,
    /// The statistic, in its own unit.
    pub value: T,
}

/// A statistic (mean, median, p90, change…) of one value per person, or `None` when it may not be shown: fewer than k
/// people, a value that is not a number, or all, or all but 1..k, gave the same answer (see [`may_show_distribution`]).
/// `statistic` is asked only when it may be shown; its own `None` stays `None`.
pub fn group_statistic<T>(
    values: &[f64],
    rule: Rule,
    statistic: impl FnOnce(&[f64]) -> Option<T>,
) -> Option<GroupStatistic<T>> {
    if values.iter().any(|x| !x.is_finite()) {
        return None;
    }
    // + 0.0 makes one zero of the two.
    let mut sorted: Vec<f64> = values.iter().map(|x| x + 0.0).collect();
    sorted.sort_by(f64::total_cmp);
    let counts: Vec<u64> = sorted.chunk_by(|a, b| a.total_cmp(b).is_eq()).map(length).collect();
    if !may_show_distribution(&counts, rule.k()) {
        return None;
    }
    statistic(values).map(|value| GroupStatistic { n: values.len(), value })
}

/// Whether the distribution of a group's answers may be shown: `counts` are people per answer. At least `k` people, and
/// not all, nor all but 1..k, of one answer — that would tell what nearly everyone in the group answered. An answer that
/// fewer than half gave is not taken for such unison: with 5 people of 5 opinions nobody's is told.
pub fn may_show_distribution(counts: &[u64], k: u64) -> bool {
    let n: u64 = counts.iter().sum();
    let most = counts.iter().copied().max().unwrap_or(0);
    let k = k.max(1);
    let unison = n - most < k && 2 * most >= n;
    n >= k && !unison
}

/// Whether a new edition of a group may appear: only with at least `k` answers more than the previous one (0 for the
/// first), so that the two cannot be subtracted. Counts only: answers withdrawn since must not be in `previous_n`.
pub fn edition_step_ok(previous_n: u64, new_n: u64, k: u64) -> bool {
    new_n.checked_sub(previous_n).is_some_and(|fresh| fresh >= k.max(1))
}

fn length(answers: &[f64]) -> u64 {
    u64::try_from(answers.len()).unwrap_or(u64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn first(values: &[f64]) -> Option<f64> {
        values.first().copied()
    }

    #[test]
    fn a_group_of_four_is_too_small() {
        assert_eq!(group_statistic(&[1.0, 2.0, 3.0, 4.0], Rule::USUAL, first), None);
        let five = group_statistic(&[1.0, 2.0, 3.0, 4.0, 5.0], Rule::USUAL, first);
        assert_eq!(five, Some(GroupStatistic { n: 5, value: 1.0 }));
    }

    #[test]
    fn unison_is_not_shown() {
        assert_eq!(group_statistic(&[4.0; 20], Rule::USUAL, first), None);
        let mut nearly = vec![4.0; 16];
        nearly.extend([1.0, 2.0, 3.0, 5.0]);
        assert_eq!(group_statistic(&nearly, Rule::USUAL, first), None);
        nearly.push(1.0);
        assert!(group_statistic(&nearly, Rule::USUAL, first).is_some());
    }

    #[test]
    fn zero_has_no_sign_and_nonsense_no_statistic() {
        let zeros = [0.0, -0.0, 0.0, -0.0, 0.0, -0.0, 1.0];
        assert_eq!(group_statistic(&zeros, Rule::USUAL, first), None);
        assert_eq!(group_statistic(&[1.0, 2.0, 3.0, 4.0, f64::NAN], Rule::USUAL, first), None);
        assert_eq!(group_statistic(&[], Rule::USUAL, first), None);
    }

    #[test]
    fn distributions() {
        assert!(may_show_distribution(&[5, 5], 5));
        assert!(!may_show_distribution(&[6, 4], 5));
        assert!(!may_show_distribution(&[4, 1, 1, 1, 1], 5));
        assert!(!may_show_distribution(&[0, 9, 0], 5));
        assert!(!may_show_distribution(&[2, 2], 5));
        assert!(may_show_distribution(&[1, 1, 1, 1, 1], 5));
        assert!(!may_show_distribution(&[], 5));
        assert!(!may_show_distribution(&[], 0));
    }

    #[test]
    fn an_edition_waits_for_k_new_answers() {
        assert!(edition_step_ok(0, 5, 5));
        assert!(!edition_step_ok(0, 4, 5));
        assert!(!edition_step_ok(20, 24, 5));
        assert!(edition_step_ok(20, 25, 5));
        assert!(!edition_step_ok(20, 20, 5));
        assert!(!edition_step_ok(20, 19, 5));
        assert!(!edition_step_ok(20, 20, 0));
    }
}
