//! Mean and quantiles.

use crate::scale::count;

/// The arithmetic mean, in the values' unit; `None` for no values or one that is not finite.
pub fn mean(values: &[f64]) -> Option<f64> {
    let right = !values.is_empty() && values.iter().all(|x| x.is_finite());
    right.then(|| values.iter().sum::<f64>() / count(values.len()))
}

/// The quantile at `share` (0..=1) by rule 7 of Hyndman & Fan 1996 (American Statistician 50, p. 361; the default of R
/// and numpy): with sorted values x₀…xₙ₋₁ and h = (n − 1)·share, the value is x⌊h⌋ + (h − ⌊h⌋)(x⌊h⌋₊₁ − x⌊h⌋).
///
/// In the values' unit, between the least and the greatest; `None` for no values, a value that is not finite or a share
/// outside 0..=1. Order of the values does not matter.
pub fn quantile(values: &[f64], share: f64) -> Option<f64> {
    if !(0.0..=1.0).contains(&share) || values.iter().any(|x| !x.is_finite()) {
        return None;
    }
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let last = sorted.len().checked_sub(1)?;
    let height = count(last) * share;
    let below = (0..=last).rev().find(|i| count(*i) <= height)?;
    let (low, high) = (sorted[below], sorted[last.min(below + 1)]);
    Some(low + (height - count(below)) * (high - low))
}

/// The median: [`quantile`] at 0.5, the mean of the middle two when n is even.
pub fn median(values: &[f64]) -> Option<f64> {
    quantile(values, 0.5)
}

/// The 90th percentile: [`quantile`] at 0.9.
pub fn p90(values: &[f64]) -> Option<f64> {
    quantile(values, 0.9)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn near(found: Option<f64>, wanted: f64) {
        assert!(found.is_some_and(|x| (x - wanted).abs() < 1e-12), "{found:?}, wanted {wanted}");
    }

    /// numpy 2: median(v) = 5.0, quantile(v, .9) = 8.38; quantile([1,2,3,4], .9) = 3.7, median([1,2,3,4]) = 2.5
    #[test]
    fn quantiles_agree_with_numpy() {
        let v = [3.1, 9.4, 2.2, 7.7, 5.0, 1.8, 6.6];
        near(median(&v), 5.0);
        near(p90(&v), 8.38);
        near(p90(&[1.0, 2.0, 3.0, 4.0]), 3.7);
        near(median(&[4.0, 2.0, 3.0, 1.0]), 2.5);
    }

    #[test]
    fn the_ends_are_the_least_and_the_greatest() {
        near(quantile(&[2.0, 9.0, 4.0], 0.0), 2.0);
        near(quantile(&[2.0, 9.0, 4.0], 1.0), 9.0);
        near(p90(&[7.0]), 7.0);
    }

    #[test]
    fn nothing_comes_from_nothing_or_from_nonsense() {
        assert_eq!(median(&[]), None);
        assert_eq!(mean(&[]), None);
        assert_eq!(mean(&[1.0, f64::NAN]), None);
        assert_eq!(median(&[1.0, f64::INFINITY]), None);
        assert_eq!(quantile(&[1.0], 1.1), None);
        near(mean(&[1.0, 2.0, 6.0]), 3.0);
    }
}
