//! Scores of questionnaires and the few statistics a report of change needs.
//!
//! Everything is a pure function of values: no clock, no chance, no input or output. A number that is not defined
//! (too few people, no spread) is `None` or an error, never a zero or a NaN.

mod scale;
mod change;
mod quantile;
mod goal;
mod ranking;

pub use change::{Change, Difference, Unfit, paired_change, welch_difference};
pub use goal::{NoGas, gas_t};
pub use quantile::{mean, median, p90, quantile};
pub use ranking::{Choice, NoRank, Ranked, rank_mean};
pub use scale::{Alpha, Item, Scale, Subscale, cronbach_alpha};
