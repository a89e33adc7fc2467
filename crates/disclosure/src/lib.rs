//! Statistical disclosure control: which counts of a small population may be published, so that no one can be computed
//! from what stands there, also not by subtracting one published number from another.
//!
//! One [`Edition`] holds everything that is published of one population at one time: the funnel (nested steps such as
//! applied ⊇ chosen ⊇ completed) and tables of categories over those steps. [`Edition::publish`] merges small categories,
//! then hides cells, then hides more until [`audit::leaks`] (an attacker with all published numbers, every category's name
//! and exact linear programming) finds nothing. What an edition does not hold, it cannot protect: publish nothing else of
//! the same people.
//!
//! How it is kept simple enough to be exact:
//! 1. A step is shown in a table only where its total is shown, so tables cannot fill in a hidden total.
//! 2. The first step of a table is never hidden cell by cell: small categories are merged until every row is 0 or ≥ k.
//! 3. A row with later cells hidden is a chain of falling unknowns between known neighbours. Rows with the same cells
//!    hidden add up to one such chain, so the exact bounds of a row need a program of a few unknowns only, whatever the
//!    number of rows (order simplices of one shape add by their widths; both families of known sums are nested, so the
//!    corners are whole numbers).
//!
//! Not defended: what a reader knows already (a person who stands in a merged row knows the row without oneself), and
//! crossing two attributes. Categories inside other categories (units in areas) must be given as [`Edition::nested`].

mod simplex;
mod attack;
mod draft;
mod published;
mod edition;
pub mod audit;
mod group;

pub use edition::{Broken, Edition, funnel, table};
pub use group::{GroupStatistic, edition_step_ok, group_statistic, may_show_distribution};
pub use published::{Published, Row, Step, Table, Withheld};

/// A published number of people, or its absence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Cell {
    /// A count of people: 0 or at least k.
    Shown(u64),
    /// Not published; says nothing of how many there are.
    Hidden,
}

impl Cell {
    /// The number when it is shown.
    pub fn value(self) -> Option<u64> {
        match self {
            Self::Shown(n) => Some(n),
            Self::Hidden => None,
        }
    }
}

/// How small is too small.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rule {
    k: u64,
    room: u64,
}

impl Rule {
    /// k = 5: counts by identifying attributes.
    pub const USUAL: Self = Self { k: 5, room: 4 };
    /// k = 10: health, redundancy, open survey groups below unit level.
    pub const SENSITIVE: Self = Self { k: 10, room: 9 };

    /// Every published count is 0 or at least `k` people; `k` under 3 counts as 3 (with 2, one of a pair knows the other).
    ///
    /// The room of a hidden small count is k − 1: its narrowest computable interval is as wide as 0..=k−1, so that the
    /// numbers around it tell no more than that it was not shown.
    pub fn new(k: u64) -> Self {
        let k = k.max(3);
        Self { k, room: k - 1 }
    }

    /// The same rule with another least width (greatest − least, in people) of what can be computed of a hidden small
    /// count: from 1, which forbids exact disclosure only, to k − 1.
    #[must_use]
    pub fn with_room(self, room: u64) -> Self {
        Self { room: room.clamp(1, self.k - 1), ..self }
    }

    /// The least count that may be published, in people.
    pub fn k(self) -> u64 {
        self.k
    }

    /// The least width of the interval that can be computed of a hidden small count, in people.
    pub fn room(self) -> u64 {
        self.room
    }

    /// True for 1..k: a count that must neither be published nor be computable.
    pub fn small(self, n: u64) -> bool {
        0 < n && n < self.k
    }
}

impl Default for Rule {
    fn default() -> Self {
        Self::USUAL
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rule_knows_what_is_small() {
        let rule = Rule::default();
        let small: Vec<u64> = (0..8).filter(|n| rule.small(*n)).collect();
        assert_eq!(small, [1, 2, 3, 4]);
        assert_eq!(Rule::new(5), Rule::USUAL);
        assert_eq!(Rule::new(10), Rule::SENSITIVE);
        assert_eq!((Rule::new(0).k(), Rule::USUAL.room()), (3, 4));
        assert_eq!((Rule::USUAL.with_room(0).room(), Rule::USUAL.with_room(9).room()), (1, 4));
    }

    #[test]
    fn a_hidden_cell_has_no_value() {
        assert_eq!((Cell::Shown(7).value(), Cell::Hidden.value()), (Some(7), None));
    }
}
