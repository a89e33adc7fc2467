//! How many people a statistic rests on, told so that no two such numbers differ by a few: those few would be counted.
use std::collections::BTreeSet;

use disclosure::Rule;
use serde::{Deserialize, Serialize};

/// A number of people, or the number they are at least.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Told {
    pub n: u64,
    pub exact: bool,
}

/// The numbers of people that an edition has told already.
#[derive(Clone, Debug)]
pub struct Ledger {
    told: BTreeSet<u64>,
    rule: Rule,
}

impl Ledger {
    pub fn new(rule: Rule) -> Ledger {
        Ledger { told: BTreeSet::new(), rule }
    }

    /// This number stands in the edition.
    pub fn note(&mut self, n: u64) {
        self.told.insert(n);
    }

    /// The number as it may be told: exactly when it differs from all that have been told by nobody or by at least k, else
    /// as the round number it is at least, far enough below.
    pub fn tell(&mut self, n: u64) -> Told {
        let near = self.told.iter().filter(|other| self.rule.small(other.abs_diff(n))).min();
        match near {
            None => {
                self.note(n);
                Told { n, exact: true }
            }
            Some(near) => {
                let k = self.rule.k();
                let least = (*near).min(n).saturating_sub(k - 1) / k * k;
                Told { n: least.max(k), exact: false }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_near_another_is_told_as_at_least() {
        let mut ledger = Ledger::new(Rule::USUAL);
        ledger.note(28);
        assert_eq!(ledger.tell(28), Told { n: 28, exact: true });
        assert_eq!(ledger.tell(26), Told { n: 20, exact: false });
        assert_eq!(ledger.tell(23), Told { n: 23, exact: true });
        assert_eq!(ledger.tell(25), Told { n: 15, exact: false });
        assert_eq!(ledger.tell(6), Told { n: 6, exact: true });
        assert_eq!(ledger.tell(5), Told { n: 5, exact: false });
    }
}
