//! A questionnaire scale: items on one answering range, some of them worded the other way round.

use crate::quantile::mean;

/// One item (statement, question) of a scale.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// The item's key, unique in its scale.
    pub key: String,
    /// True when agreeing means less of what the scale measures; its answer x counts as min + max − x.
    pub reverse: bool,
}

/// A part of a scale with a score of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Subscale {
    /// The subscale's key, unique in its scale.
    pub key: String,
    /// Indices of its items in [`Scale::items`].
    pub items: Vec<usize>,
    /// How many of its items may lack an answer.
    pub missing_allowed: usize,
}

/// A scale: its items, their common answering range and how many answers may be missing.
#[derive(Debug, Clone, PartialEq)]
pub struct Scale {
    /// The items in the order of the form; answers come in the same order.
    pub items: Vec<Item>,
    /// The lowest answer (inclusive).
    pub min: f64,
    /// The highest answer (inclusive).
    pub max: f64,
    /// How many items may lack an answer before there is no score (the instrument's own rule).
    pub missing_allowed: usize,
    /// Parts with scores of their own; may be empty.
    pub subscales: Vec<Subscale>,
}

impl Scale {
    /// The score of one person: the mean of the answered items after flipping, in the unit of the answers, within
    /// `min..=max`.
    ///
    /// `answers` holds one entry per item, `None` for no answer. `None` when nothing is answered, when more answers are
    /// missing than [`Scale::missing_allowed`], when the number of answers is not the number of items, or when an answer
    /// lies outside the range: a wrong answer sheet gets no score rather than a doubtful one.
    pub fn score(&self, answers: &[Option<f64>]) -> Option<f64> {
        let all: Vec<usize> = (0..self.items.len()).collect();
        self.part(answers, &all, self.missing_allowed)
    }

    /// The score of the subscale `key`, by the same rule as [`Scale::score`] with the subscale's own allowance; answers
    /// are those of the whole scale. `None` also when there is no such subscale.
    pub fn subscore(&self, key: &str, answers: &[Option<f64>]) -> Option<f64> {
        let part = self.subscales.iter().find(|part| part.key == key)?;
        self.part(answers, &part.items, part.missing_allowed)
    }

    /// One person's answers with the reverse items flipped (min + max − x), missing ones still missing. `None` on a wrong
    /// number of answers or one outside the range. Flipping twice gives the answers back.
    pub fn flipped(&self, answers: &[Option<f64>]) -> Option<Vec<Option<f64>>> {
        let right = answers.len() == self.items.len() && answers.iter().flatten().all(|x| self.holds(*x));
        right.then(|| self.items.iter().zip(answers).map(|(item, x)| x.map(|x| self.flip(item, x))).collect())
    }

    /// Cronbach's alpha of the scale over the people who answered every item, reverse items flipped first. One row of
    /// answers per person; rows with gaps or wrong values are left out, `n` tells how many stayed.
    pub fn alpha(&self, people: &[Vec<Option<f64>>]) -> Option<Alpha> {
        let whole: Vec<Vec<f64>> =
            people.iter().filter_map(|row| self.flipped(row)?.into_iter().collect::<Option<Vec<f64>>>()).collect();
        cronbach_alpha(&whole)
    }

    fn part(&self, answers: &[Option<f64>], items: &[usize], missing_allowed: usize) -> Option<f64> {
        let flipped = self.flipped(answers)?;
        let wanted: Vec<Option<f64>> = items.iter().map(|i| flipped.get(*i).copied()).collect::<Option<_>>()?;
        let given: Vec<f64> = wanted.iter().flatten().copied().collect();
        if items.len() - given.len() > missing_allowed { None } else { mean(&given) }
    }

    fn flip(&self, item: &Item, x: f64) -> f64 {
        if item.reverse { self.min + self.max - x } else { x }
    }

    fn holds(&self, x: f64) -> bool {
        (self.min..=self.max).contains(&x)
    }
}

/// Internal consistency of a scale with the number of people it rests on.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Alpha {
    /// Cronbach's alpha, at most 1; negative when items pull against each other (look for an unflipped item).
    pub alpha: f64,
    /// The number of people.
    pub n: usize,
}

/// Cronbach's alpha: k/(k−1) · (1 − Σ var(item) / var(sum)), sample variances (Cronbach 1951, Psychometrika 16, p. 299).
///
/// One row per person, one column per item, reverse items already flipped ([`Scale::alpha`] does it). `None` with fewer
/// than two people or two items, rows of unequal length, values that are not finite, or no spread in the sums.
pub fn cronbach_alpha(people: &[Vec<f64>]) -> Option<Alpha> {
    let items = people.first()?.len();
    let right = items >= 2 && people.iter().all(|row| row.len() == items && row.iter().all(|x| x.is_finite()));
    if !right {
        return None;
    }
    let sums: Vec<f64> = people.iter().map(|row| row.iter().sum()).collect();
    let total = variance(&sums).filter(|v| *v > 0.0)?;
    let column = |i: usize| people.iter().map(|row| row[i]).collect::<Vec<f64>>();
    let parts: f64 = (0..items).map(|i| variance(&column(i))).sum::<Option<f64>>()?;
    let k = count(items);
    Some(Alpha { alpha: k / (k - 1.0) * (1.0 - parts / total), n: people.len() })
}

/// The sample variance (divisor n − 1), in the square of the values' unit; `None` with fewer than two values. Exactly 0
/// when the values differ by rounding only (a range under 1e-12 of the greatest), so that rounding never passes for spread.
pub(crate) fn variance(values: &[f64]) -> Option<f64> {
    let middle = mean(values).filter(|_| values.len() >= 2)?;
    let most = values.iter().fold(1.0, |most: f64, x| most.max(x.abs()));
    if values.iter().all(|x| (x - middle).abs() <= 1e-12 * most) {
        return Some(0.0);
    }
    Some(values.iter().map(|x| (x - middle).powi(2)).sum::<f64>() / count(values.len() - 1))
}

/// A count as a float: exact up to u32, far above any survey; saturates there.
pub(crate) fn count(n: usize) -> f64 {
    f64::from(u32::try_from(n).unwrap_or(u32::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scale() -> Scale {
        let item = |key: &str, reverse| Item { key: key.into(), reverse };
        Scale {
            items: vec![item("a", false), item("b", true), item("c", false), item("d", false)],
            min: 1.0,
            max: 5.0,
            missing_allowed: 1,
            subscales: vec![Subscale { key: "first".into(), items: vec![0, 1], missing_allowed: 0 }],
        }
    }

    #[test]
    fn a_reverse_item_is_flipped_and_the_mean_taken() {
        let score = scale().score(&[Some(4.0), Some(1.0), Some(3.0), Some(4.0)]);
        assert_eq!(score, Some(4.0)); // (4 + 5 + 3 + 4) / 4
    }

    #[test]
    fn one_gap_is_allowed_and_two_are_not() {
        assert_eq!(scale().score(&[Some(4.0), None, Some(3.0), Some(2.0)]), Some(3.0));
        assert_eq!(scale().score(&[Some(4.0), None, None, Some(2.0)]), None);
        assert_eq!(Scale { missing_allowed: 4, ..scale() }.score(&[None; 4]), None);
    }

    #[test]
    fn a_wrong_sheet_gets_no_score() {
        assert_eq!(scale().score(&[Some(4.0), Some(6.0), Some(3.0), Some(2.0)]), None);
        assert_eq!(scale().score(&[Some(f64::NAN), Some(3.0), Some(3.0), Some(2.0)]), None);
        assert_eq!(scale().score(&[Some(4.0)]), None);
    }

    #[test]
    fn a_subscale_has_its_own_items_and_allowance() {
        assert_eq!(scale().subscore("first", &[Some(2.0), Some(2.0), None, None]), Some(3.0));
        assert_eq!(scale().subscore("first", &[Some(2.0), None, Some(1.0), Some(1.0)]), None);
        assert_eq!(scale().subscore("second", &[Some(2.0); 4]), None);
    }

    /// numpy 2: k/(k-1)*(1-m.var(axis=0,ddof=1).sum()/m.sum(axis=1).var(ddof=1)) = 0.946808510638298
    #[test]
    fn alpha_agrees_with_numpy() {
        let rows = [[4, 5, 4, 3], [2, 3, 2, 2], [5, 5, 4, 5], [3, 3, 3, 4], [1, 2, 2, 1], [4, 4, 5, 4]];
        let people: Vec<Vec<f64>> = rows.iter().map(|row| row.iter().copied().map(f64::from).collect()).collect();
        let found = cronbach_alpha(&people).expect("six people, four items");
        assert!((found.alpha - 0.946_808_510_638_298).abs() < 1e-12, "{found:?}");
        assert_eq!(found.n, 6);
    }

    #[test]
    fn alpha_of_a_scale_flips_first_and_leaves_gaps_out() {
        let mut people: Vec<Vec<Option<f64>>> =
            [1.0, 2.0, 4.0, 5.0].iter().map(|x| vec![Some(*x), Some(6.0 - x), Some(*x), Some(*x)]).collect();
        people.push(vec![Some(3.0), None, Some(3.0), Some(3.0)]);
        let found = scale().alpha(&people).expect("four whole rows");
        assert!((found.alpha - 1.0).abs() < 1e-12, "{found:?}");
        assert_eq!(found.n, 4);
    }

    #[test]
    fn alpha_is_undefined_without_spread_people_or_items() {
        assert_eq!(cronbach_alpha(&[]), None);
        assert_eq!(cronbach_alpha(&[vec![1.0, 2.0]]), None);
        assert_eq!(cronbach_alpha(&[vec![1.0], vec![2.0]]), None);
        assert_eq!(cronbach_alpha(&[vec![0.1, 0.2], vec![0.1, 0.2], vec![0.1, 0.2]]), None);
        assert_eq!(cronbach_alpha(&[vec![1.0, 2.0], vec![1.0]]), None);
    }
}
