//! Goal attainment scaling.

use std::fmt;

/// The assumed correlation between goals (Kiresuk & Sherman 1968).
const RHO: f64 = 0.3;

/// Why there is no T.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoGas {
    /// No goals, or only goals of weight 0.
    NoGoals,
    /// The goal at this index lacks a rating.
    Unrated(usize),
    /// The goal at this index has a rating outside −2..=2.
    OutOfRange(usize),
}

impl fmt::Display for NoGas {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoGoals => f.write_str("there is no goal with weight"),
            Self::Unrated(i) => write!(f, "goal {} lacks a rating", i + 1),
            Self::OutOfRange(i) => write!(f, "the rating of goal {} is not between -2 and 2", i + 1),
        }
    }
}

impl std::error::Error for NoGas {}

/// The GAS T-score of one person's goals, each (attainment −2..=2 or not yet rated, weight).
///
/// T = 50 + 10·Σwx / √((1 − ρ)Σw² + ρ(Σw)²), ρ = 0.3 (Kiresuk & Sherman 1968, Community Ment. Health J. 4, p. 443; the
/// formula is misprinted in Turner-Stokes 2009 pp. 364 and 367). 50 means the goals were met as expected. Errors: no
/// goals, a goal without a rating (a part of the goals would give a T of something else), a rating out of range.
pub fn gas_t(goals: &[(Option<i8>, u8)]) -> Result<f64, NoGas> {
    let mut reached = 0.0;
    let (mut weights, mut squares) = (0.0, 0.0);
    for (i, (attainment, weight)) in goals.iter().enumerate() {
        let x = attainment.ok_or(NoGas::Unrated(i))?;
        if !(-2..=2).contains(&x) {
            return Err(NoGas::OutOfRange(i));
        }
        let w = f64::from(*weight);
        reached += w * f64::from(x);
        weights += w;
        squares += w * w;
    }
    if weights == 0.0 {
        return Err(NoGas::NoGoals);
    }
    Ok(50.0 + 10.0 * reached / ((1.0 - RHO) * squares + RHO * weights * weights).sqrt())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn t(goals: &[(i8, u8)]) -> f64 {
        let rated: Vec<(Option<i8>, u8)> = goals.iter().map(|(x, w)| (Some(*x), *w)).collect();
        gas_t(&rated).expect("rated goals")
    }

    /// The five vectors of DOMAIN §5, to two decimals.
    #[test]
    fn the_five_vectors() {
        let known: [(&[(i8, u8)], f64); 5] = [
            (&[(1, 1), (1, 1), (1, 1)], 63.69),
            (&[(2, 3), (1, 2), (0, 1)], 67.63),
            (&[(-1, 1), (-1, 1)], 37.60),
            (&[(-2, 3), (-1, 2), (-1, 1)], 30.17),
            (&[(2, 1)], 70.0),
        ];
        for (goals, wanted) in known {
            assert!((t(goals) - wanted).abs() < 0.005, "{goals:?}: {} not {wanted}", t(goals));
        }
    }

    #[test]
    fn goals_met_as_expected_give_fifty() {
        assert!((t(&[(0, 3), (0, 1)]) - 50.0).abs() < 1e-12);
        assert!((t(&[(2, 1), (-2, 1)]) - 50.0).abs() < 1e-12);
    }

    #[test]
    fn an_unrated_or_wrong_goal_gives_no_t() {
        assert_eq!(gas_t(&[(Some(1), 1), (None, 1)]), Err(NoGas::Unrated(1)));
        assert_eq!(gas_t(&[(Some(3), 1)]), Err(NoGas::OutOfRange(0)));
        assert_eq!(gas_t(&[]), Err(NoGas::NoGoals));
        assert_eq!(gas_t(&[(Some(1), 0)]), Err(NoGas::NoGoals));
        assert_eq!(NoGas::Unrated(1).to_string(), "goal 2 lacks a rating");
    }
}
