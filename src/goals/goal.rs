//! A goal, its ratings, and what is counted of them.
use scales::NoGas;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::{clock::Moment, coaching::three::Party, programmes::blueprint::GoalForm};

/// What people wrote of a goal.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Written {
    /// The goal in one sentence.
    pub words: String,
    /// In the full form, what each level looks like, from −2 to +2.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub levels: Vec<String>,
}

/// A goal that is being written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewGoal {
    pub written: Written,
    /// A key of the service's areas.
    pub area: Option<String>,
    /// 1–4; 1 in the light form.
    pub weight: i32,
}

/// A goal of a case, opened.
#[derive(Clone, Debug)]
pub struct Goal {
    pub id: Uuid,
    pub form: GoalForm,
    pub area: Option<String>,
    pub weight: i32,
    pub written: Written,
    /// From then on it is locked.
    pub agreed_at: Option<Moment>,
    pub rev: i64,
    /// Those that the reader may see.
    pub ratings: Vec<Rating>,
}

/// One party's rating on one occasion.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rating {
    pub party: Party,
    pub occasion: String,
    pub rating: i32,
}

/// The goals of a case as the reader may see them.
#[derive(Clone, Debug, Default)]
pub struct Plan {
    pub goals: Vec<Goal>,
    /// The occasion that is open now.
    pub open: Option<String>,
    /// The last that was opened.
    pub last: Option<String>,
}

impl Goal {
    pub fn is_agreed(&self) -> bool {
        self.agreed_at.is_some()
    }

    pub fn rating(&self, party: Party, occasion: &str) -> Option<i32> {
        let found = self.ratings.iter().find(|one| one.party == party && one.occasion == occasion);
        found.map(|one| one.rating)
    }
}

/// The lowest and the highest number of a form: −2…2 or 0…10.
pub fn range(form: GoalForm) -> (i32, i32) {
    match form {
        GoalForm::Light => (0, 10),
        GoalForm::Full => (-2, 2),
    }
}

/// The GAS T-score of one party's ratings on one occasion, over every agreed goal: see [`scales::gas_t`]. Goals in the
/// light form have none.
///
/// # Errors
/// Why there is none: no agreed goal in the full form, or one that lacks a rating (its place among the agreed ones).
pub fn t_score(goals: &[Goal], party: Party, occasion: &str) -> Result<f64, NoGas> {
    let full = goals.iter().filter(|goal| goal.is_agreed() && goal.form == GoalForm::Full);
    let rated: Vec<(Option<i8>, u8)> = full
        .map(|goal| {
            let rating = goal.rating(party, occasion).and_then(|rating| i8::try_from(rating).ok());
            (rating, u8::try_from(goal.weight).unwrap_or(1))
        })
        .collect();
    scales::gas_t(&rated)
}

/// The lowest and the highest rating of a goal on an occasion, with whose they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spread {
    pub low: (Party, i32),
    pub high: (Party, i32),
}

impl Spread {
    pub fn by(self) -> i32 {
        self.high.1 - self.low.1
    }
}

/// How far apart the ratings of a goal are; none with fewer than two.
pub fn spread(goal: &Goal, occasion: &str) -> Option<Spread> {
    let rated: Vec<(Party, i32)> =
        Party::ALL.iter().filter_map(|party| Some((*party, goal.rating(*party, occasion)?))).collect();
    if rated.len() < 2 {
        return None;
    }
    let low = rated.iter().copied().min_by_key(|(_, rating)| *rating)?;
    let high = rated.iter().copied().max_by_key(|(_, rating)| *rating)?;
    Some(Spread { low, high })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn goals(rated: &[(Option<i32>, i32)]) -> Vec<Goal> {
        let one = |(rating, weight): &(Option<i32>, i32)| Goal {
            id: Uuid::nil(),
            form: GoalForm::Full,
            area: None,
            weight: *weight,
            written: Written::default(),
            agreed_at: Some(Moment::UNIX_EPOCH),
            rev: 1,
            ratings: rating
                .iter()
                .map(|rating| Rating { party: Party::Coach, occasion: "end".into(), rating: *rating })
                .collect(),
        };
        rated.iter().map(one).collect()
    }

    fn t(rated: &[(i32, i32)]) -> f64 {
        let rated: Vec<_> = rated.iter().map(|(rating, weight)| (Some(*rating), *weight)).collect();
        t_score(&goals(&rated), Party::Coach, "end").unwrap()
    }

    /// The vectors of DOMAIN §5.
    #[test]
    fn the_five_vectors() {
        let known: [(&[(i32, i32)], f64); 5] = [
            (&[(1, 1), (1, 1), (1, 1)], 63.69),
            (&[(2, 3), (1, 2), (0, 1)], 67.63),
            (&[(-1, 1), (-1, 1)], 37.60),
            (&[(-2, 3), (-1, 2), (-1, 1)], 30.17),
            (&[(2, 1)], 70.0),
        ];
        for (rated, wanted) in known {
            assert!((t(rated) - wanted).abs() < 0.005, "{rated:?}: {} not {wanted}", t(rated));
        }
    }

    #[test]
    fn a_goal_without_a_rating_is_named_and_gives_no_score() {
        let some = goals(&[(Some(1), 1), (None, 2)]);
        assert_eq!(t_score(&some, Party::Coach, "end"), Err(NoGas::Unrated(1)));
        assert_eq!(t_score(&some, Party::Supervisor, "end"), Err(NoGas::Unrated(0)));
        assert_eq!(t_score(&some, Party::Coach, "start"), Err(NoGas::Unrated(0)));
        let mut draft = goals(&[(Some(1), 1)]);
        draft[0].agreed_at = None;
        assert_eq!(t_score(&draft, Party::Coach, "end"), Err(NoGas::NoGoals));
    }

    #[test]
    fn ratings_differ_by_the_highest_and_the_lowest() {
        let mut some = goals(&[(Some(-1), 1)]).remove(0);
        assert_eq!(spread(&some, "end"), None);
        some.ratings.push(Rating { party: Party::Participant, occasion: "end".into(), rating: 2 });
        let found = spread(&some, "end").unwrap();
        assert_eq!((found.by(), found.low.0, found.high.0), (3, Party::Coach, Party::Participant));
    }

    proptest! {
        /// Turned ratings give a score as far on the other side of 50; a better rating never a worse score.
        #[test]
        fn a_score_is_even_about_fifty_and_grows(rated in proptest::collection::vec((-2_i32..=2, 1_i32..=4), 1..10)) {
            let turned: Vec<_> = rated.iter().map(|(rating, weight)| (-rating, *weight)).collect();
            prop_assert!((t(&rated) + t(&turned) - 100.0).abs() < 1e-9);
            let mut better = rated.clone();
            better[0].0 = 2;
            prop_assert!(t(&better) >= t(&rated) - 1e-9);
            prop_assert!((0.0..=100.0).contains(&t(&rated)));
        }
    }
}
