//! Change between two measurements of the same people, and the difference of two groups' changes.

use crate::quantile::mean;
use crate::scale::{count, variance};
use statrs::distribution::{ContinuousCDF, StudentsT};
use std::fmt;

/// Why a statistic is not given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unfit {
    /// Fewer than two people (in the smaller group): no spread can be estimated. Holds the n there was.
    TooFew(usize),
    /// A value is infinite or not a number.
    NotFinite,
}

impl fmt::Display for Unfit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooFew(n) => write!(f, "at least two people are needed, there are {n}"),
            Self::NotFinite => f.write_str("a value is not a finite number"),
        }
    }
}

impl std::error::Error for Unfit {}

/// Change of one group, people with both measurements only. Values are in the unit of the scale.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Change {
    /// The number of pairs, at least 2.
    pub n: usize,
    /// The mean before.
    pub mean_before: f64,
    /// The mean after.
    pub mean_after: f64,
    /// The mean of after − before.
    pub mean: f64,
    /// The 95 % confidence interval of `mean`; `None` when everyone changed by the same amount (no spread).
    pub ci95: Option<(f64, f64)>,
    /// `mean` in standard deviations of the first measurement; `None` when all began alike.
    pub d: Option<f64>,
}

/// The change of people measured twice; each pair is (before, after).
///
/// CI: mean ± t(0.975; n − 1)·s/√n with s the sample SD of the differences (any textbook's paired t). Effect size:
/// d = mean(Δ) / SD(before), sample SD (Becker 1988, Br. J. Math. Stat. Psychol. 41, p. 257, without its small-sample
/// correction). Errors: fewer than two pairs, a value that is not finite. Says nothing of causes.
pub fn paired_change(pairs: &[(f64, f64)]) -> Result<Change, Unfit> {
    let before: Vec<f64> = pairs.iter().map(|pair| pair.0).collect();
    let after: Vec<f64> = pairs.iter().map(|pair| pair.1).collect();
    let differences: Vec<f64> = pairs.iter().map(|pair| pair.1 - pair.0).collect();
    let (middle, error) = mean_and_error(&differences)?;
    let (mean_before, error_before) = mean_and_error(&before)?;
    let (mean_after, _) = mean_and_error(&after)?;
    let n = pairs.len();
    Ok(Change {
        n,
        mean_before,
        mean_after,
        mean: middle,
        ci95: interval(middle, error, count(n - 1)),
        d: (error_before > 0.0).then(|| middle / (error_before * count(n)).sqrt()),
    })
}

/// The difference of two groups' mean changes.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Difference {
    /// People in the first group, at least 2.
    pub n_a: usize,
    /// People in the second group, at least 2.
    pub n_b: usize,
    /// Mean of the first − mean of the second, in the unit of the scale.
    pub mean: f64,
    /// Its 95 % confidence interval; `None` when neither group has spread.
    pub ci95: Option<(f64, f64)>,
    /// Welch–Satterthwaite degrees of freedom; `None` as above.
    pub df: Option<f64>,
}

/// The difference of means of `a` and `b` (each one value per person: the change) without assuming equal variances.
///
/// Standard error √(s²ₐ/nₐ + s²ᵦ/nᵦ), degrees of freedom by Welch 1947 (Biometrika 34, p. 28) and Satterthwaite 1946.
/// Errors: fewer than two values in a group, a value that is not finite.
pub fn welch_difference(a: &[f64], b: &[f64]) -> Result<Difference, Unfit> {
    let (mean_a, error_a) = mean_and_error(a)?;
    let (mean_b, error_b) = mean_and_error(b)?;
    let error = error_a + error_b;
    let below = error_a.powi(2) / count(a.len() - 1) + error_b.powi(2) / count(b.len() - 1);
    let df = (below > 0.0).then(|| error.powi(2) / below);
    let middle = mean_a - mean_b;
    let ci95 = df.and_then(|df| interval(middle, error, df));
    Ok(Difference { n_a: a.len(), n_b: b.len(), mean: middle, ci95, df })
}

/// The mean and the square of its standard error (s²/n).
fn mean_and_error(values: &[f64]) -> Result<(f64, f64), Unfit> {
    if values.iter().any(|x| !x.is_finite()) {
        return Err(Unfit::NotFinite);
    }
    let few = Unfit::TooFew(values.len());
    let spread = variance(values).ok_or(few)?;
    Ok((mean(values).ok_or(few)?, spread / count(values.len())))
}

fn interval(middle: f64, error: f64, df: f64) -> Option<(f64, f64)> {
    let student = StudentsT::new(0.0, 1.0, df).ok().filter(|_| error > 0.0)?;
    let half = student.inverse_cdf(0.975) * error.sqrt();
    Some((middle - half, middle + half))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn near(found: f64, wanted: f64) {
        assert!((found - wanted).abs() < 1e-9, "{found}, wanted {wanted}");
    }

    /// scipy 1.17: stats.t.interval(.95, 7, d.mean(), stats.sem(d)); numpy for means and d.mean()/b.std(ddof=1)
    #[test]
    fn paired_change_agrees_with_scipy() {
        let before = [3.0, 4.0, 2.5, 5.0, 3.2, 4.4, 2.8, 3.6];
        let after = [3.5, 4.2, 3.8, 4.6, 3.9, 4.4, 3.1, 4.5];
        let pairs: Vec<(f64, f64)> = before.into_iter().zip(after).collect();
        let change = paired_change(&pairs).expect("eight pairs");
        assert_eq!(change.n, 8);
        near(change.mean_before, 3.5625);
        near(change.mean_after, 4.0);
        near(change.mean, 0.4375);
        let (low, high) = change.ci95.expect("spread");
        near(low, -0.009_232_310_238_697_972);
        near(high, 0.884_232_310_238_697_2);
        near(change.d.expect("spread before"), 0.511_617_177_929_100_3);
    }

    /// scipy 1.17: stats.ttest_ind(x, y, equal_var=False).confidence_interval(), .df
    #[test]
    fn welch_agrees_with_scipy() {
        let x = [0.5, 0.2, 1.3, -0.4, 0.7, 0.0, 0.3, 0.9];
        let y = [0.1, -0.2, 0.4, 0.0, 0.3, -0.5];
        let found = welch_difference(&x, &y).expect("two groups");
        near(found.mean, 0.420_833_333_333_333_34);
        near(found.df.expect("spread"), 11.706_962_832_992_245);
        let (low, high) = found.ci95.expect("spread");
        near(low, -0.086_743_931_505_219_14);
        near(high, 0.928_410_598_171_885_8);
        assert_eq!((found.n_a, found.n_b), (8, 6));
    }

    /// scipy 1.17: stats.t.ppf(.975, df)
    #[test]
    fn the_t_quantile_agrees_with_scipy() {
        let known = [(1.0, 12.706_204_736_174_694), (2.0, 4.302_652_729_749_462), (29.0, 2.045_229_642_132_703)];
        for (df, t) in known.into_iter().chain([(1000.0, 1.962_339_080_826_408_3), (7.3, 2.345_066_736_547_703)]) {
            near(interval(0.0, 1.0, df).expect("spread").1, t);
        }
    }

    #[test]
    fn without_spread_there_is_no_interval_and_no_effect_size() {
        let same = paired_change(&[(3.1, 4.1), (3.1, 4.1), (3.1, 4.1)]).expect("three pairs");
        assert_eq!((same.ci95, same.d), (None, None));
        let rounded = paired_change(&[(3.1, 4.1), (0.2, 1.2), (2.7, 3.7)]).expect("three pairs");
        assert_eq!((rounded.ci95, rounded.d.is_some()), (None, true));
        let still = welch_difference(&[1.0, 1.0], &[0.5, 0.5]).expect("two groups");
        assert_eq!((still.mean, still.ci95, still.df), (0.5, None, None));
    }

    #[test]
    fn too_few_and_nonsense_are_said() {
        assert_eq!(paired_change(&[]), Err(Unfit::TooFew(0)));
        assert_eq!(paired_change(&[(1.0, 2.0)]), Err(Unfit::TooFew(1)));
        assert_eq!(paired_change(&[(1.0, 2.0), (f64::NAN, 1.0)]), Err(Unfit::NotFinite));
        assert_eq!(welch_difference(&[1.0, 2.0], &[1.0]), Err(Unfit::TooFew(1)));
        assert_eq!(Unfit::TooFew(1).to_string(), "at least two people are needed, there are 1");
    }
}
