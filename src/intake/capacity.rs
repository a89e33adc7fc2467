//! How much there is to give: places and visits, both counted, both handed on when they come back. Pure.

/// The places and visits of a round and what has become of them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Capacity {
    pub places: i64,
    /// Visits of all packages together.
    pub visits: i64,
    /// The most that one person gets.
    pub visits_per_package: i64,
    /// Applications that hold a place: selected, offered or accepted.
    pub held: i64,
    /// Visits granted to those.
    pub granted: i64,
    /// Places whose coaching broke off and gave visits back.
    pub returned_places: i64,
    pub returned_visits: i64,
}

impl Capacity {
    pub fn free_places(&self) -> i64 {
        (self.places + self.returned_places - self.held).max(0)
    }

    pub fn free_visits(&self) -> i64 {
        (self.visits + self.returned_visits - self.granted).max(0)
    }

    /// The visits the next person gets: a whole package, or what is left of the visits; `None` when nothing is left.
    pub fn next_grant(&self) -> Option<i64> {
        let grant = self.visits_per_package.min(self.free_visits());
        (self.free_places() > 0 && grant > 0).then_some(grant)
    }

    /// The capacity after one person was given `visits`.
    #[must_use]
    pub fn with_given(self, visits: i64) -> Capacity {
        Capacity { held: self.held + 1, granted: self.granted + visits, ..self }
    }

    /// How many more people can be given a place now.
    pub fn room(&self) -> usize {
        std::iter::successors(Some(*self), |now| now.next_grant().map(|visits| now.with_given(visits))).skip(1).count()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Keusote: 30 packages of at most three visits.
    fn keusote() -> Capacity {
        Capacity { places: 30, visits: 90, visits_per_package: 3, ..Capacity::default() }
    }

    #[test]
    fn thirty_packages_and_two_that_came_back_serve_thirty_two() {
        assert_eq!(keusote().room(), 30);
        let full = Capacity { held: 30, granted: 90, ..keusote() };
        assert_eq!(full.next_grant(), None);
        let back = Capacity { returned_places: 2, returned_visits: 3, ..full };
        assert_eq!((back.room(), back.next_grant()), (1, Some(3)));
        let back = Capacity { returned_visits: 4, ..back };
        assert_eq!((back.room(), back.with_given(3).next_grant()), (2, Some(1)));
    }

    #[test]
    fn visits_run_out_before_places() {
        let narrow = Capacity { places: 30, visits: 7, visits_per_package: 3, ..Capacity::default() };
        assert_eq!(narrow.room(), 3);
    }

    proptest! {
        #[test]
        fn nothing_is_given_twice(places in 0i64..50, visits in 0i64..150, per in 1i64..5, back in 0i64..5, back_visits in 0i64..12) {
            let mut now = Capacity {
                places, visits, visits_per_package: per, returned_places: back, returned_visits: back_visits, ..Capacity::default()
            };
            while let Some(grant) = now.next_grant() {
                now = now.with_given(grant);
            }
            prop_assert!(now.held <= places + back);
            prop_assert!(now.granted <= visits + back_visits);
        }
    }
}
