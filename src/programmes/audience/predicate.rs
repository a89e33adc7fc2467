//! Predicates in three-valued logic (Kleene): what is not known stays unknown unless the rest decides without it.
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Fact, Facts};
use crate::{
    codes,
    programmes::blueprint::{Said, said},
};

codes! {
    /// The answer to a condition.
    #[derive(Serialize, Deserialize, JsonSchema)]
    #[serde(rename_all = "snake_case")]
    pub enum Truth {
        Met = "met",
        NotMet = "not_met",
        /// A person checks.
        Unknown = "unknown",
    }
}

impl Truth {
    #[must_use]
    pub fn and(self, other: Truth) -> Truth {
        match (self, other) {
            (Truth::NotMet, _) | (_, Truth::NotMet) => Truth::NotMet,
            (Truth::Met, Truth::Met) => Truth::Met,
            _ => Truth::Unknown,
        }
    }

    #[must_use]
    pub fn or(self, other: Truth) -> Truth {
        self.negated().and(other.negated()).negated()
    }

    #[must_use]
    pub fn negated(self) -> Truth {
        match self {
            Truth::Met => Truth::NotMet,
            Truth::NotMet => Truth::Met,
            Truth::Unknown => Truth::Unknown,
        }
    }
}

impl From<bool> for Truth {
    fn from(is: bool) -> Truth {
        if is { Truth::Met } else { Truth::NotMet }
    }
}

codes! {
    /// How a field is compared.
    #[derive(Serialize, Deserialize, JsonSchema)]
    #[serde(rename_all = "snake_case")]
    pub enum Op {
        /// Is one of the values.
        In = "in",
        /// Is the value or more.
        AtLeast = "at_least",
        /// Is the value or less.
        AtMost = "at_most",
    }
}

/// A condition.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "WrittenPredicate", into = "WrittenPredicate")]
pub enum Predicate {
    All(Vec<Predicate>),
    Any(Vec<Predicate>),
    Not(Box<Predicate>),
    Test { field: String, op: Op, values: Vec<Fact> },
}

/// A condition as it is written: one of `all`, `any`, `not`, or a `field` with `op` and `values`.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct WrittenPredicate {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub all: Option<Vec<WrittenPredicate>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub any: Option<Vec<WrittenPredicate>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub not: Option<Box<WrittenPredicate>>,
    /// `person.education`, `employment.title_group` and so on; `urasilta blueprint schema` lists them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub field: Option<String>,
    /// in | at_least | at_most; `in` when it is not said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub op: Option<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub values: Vec<Fact>,
}

/// The deepest nesting of conditions; a reader loses the thread long before.
const DEEPEST: usize = 8;

impl TryFrom<WrittenPredicate> for Predicate {
    type Error = String;

    fn try_from(written: WrittenPredicate) -> Result<Predicate, String> {
        read(written, 0)
    }
}

fn read(written: WrittenPredicate, depth: usize) -> Result<Predicate, String> {
    if depth > DEEPEST {
        return Err(said("programmes-finding-deep", [("n", DEEPEST.to_string())]).carried());
    }
    let list = |list: Vec<WrittenPredicate>| {
        if list.is_empty() {
            return Err(Said::from("programmes-finding-no-conditions").carried());
        }
        list.into_iter().map(|written| read(written, depth + 1)).collect::<Result<Vec<_>, _>>()
    };
    match written {
        WrittenPredicate { all: Some(all), any: None, not: None, field: None, .. } => Ok(Predicate::All(list(all)?)),
        WrittenPredicate { all: None, any: Some(any), not: None, field: None, .. } => Ok(Predicate::Any(list(any)?)),
        WrittenPredicate { all: None, any: None, not: Some(not), field: None, .. } => {
            Ok(Predicate::Not(Box::new(read(*not, depth + 1)?)))
        }
        WrittenPredicate { all: None, any: None, not: None, field: Some(field), op, values } => {
            let op = op.as_deref().unwrap_or("in");
            let op =
                Op::read(op).ok_or_else(|| said("programmes-finding-operator", [("op", op.to_owned())]).carried())?;
            Ok(Predicate::Test { field, op, values })
        }
        _ => Err(Said::from("programmes-finding-one-of-four").carried()),
    }
}

impl From<Predicate> for WrittenPredicate {
    fn from(predicate: Predicate) -> WrittenPredicate {
        let list = |list: Vec<Predicate>| Some(list.into_iter().map(WrittenPredicate::from).collect());
        match predicate {
            Predicate::All(all) => WrittenPredicate { all: list(all), ..WrittenPredicate::default() },
            Predicate::Any(any) => WrittenPredicate { any: list(any), ..WrittenPredicate::default() },
            Predicate::Not(not) => {
                WrittenPredicate { not: Some(Box::new((*not).into())), ..WrittenPredicate::default() }
            }
            Predicate::Test { field, op, values } => WrittenPredicate {
                field: Some(field),
                op: Some(op.code().into()),
                values,
                ..WrittenPredicate::default()
            },
        }
    }
}

impl Predicate {
    /// The answer for these facts.
    pub fn truth(&self, facts: &Facts) -> Truth {
        match self {
            Predicate::All(all) => all.iter().fold(Truth::Met, |so_far, one| so_far.and(one.truth(facts))),
            Predicate::Any(any) => any.iter().fold(Truth::NotMet, |so_far, one| so_far.or(one.truth(facts))),
            Predicate::Not(not) => not.truth(facts).negated(),
            Predicate::Test { field, op, values } => match facts.get(field) {
                Some(fact) => compare(fact, *op, values),
                None => Truth::Unknown,
            },
        }
    }

    /// Every test in it, in order.
    pub fn tests(&self) -> Vec<(&str, Op, &[Fact])> {
        match self {
            Predicate::All(list) | Predicate::Any(list) => list.iter().flat_map(Predicate::tests).collect(),
            Predicate::Not(not) => not.tests(),
            Predicate::Test { field, op, values } => vec![(field, *op, values)],
        }
    }
}

fn compare(fact: &Fact, op: Op, values: &[Fact]) -> Truth {
    let bound = values.first();
    match (op, fact, bound) {
        (Op::In, _, _) => values.contains(fact).into(),
        (Op::AtLeast, Fact::Number(number), Some(Fact::Number(bound))) => (number >= bound).into(),
        (Op::AtMost, Fact::Number(number), Some(Fact::Number(bound))) => (number <= bound).into(),
        // Ill-typed tests do not pass `blueprint check`; were one met, a person decides.
        _ => Truth::Unknown,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn truth() -> impl Strategy<Value = Truth> {
        prop_oneof![Just(Truth::Met), Just(Truth::NotMet), Just(Truth::Unknown)]
    }

    const NAMES: [&str; 3] = ["a", "b", "c"];

    fn predicate() -> impl Strategy<Value = Predicate> {
        let test = (0..3_usize, 0..3_i64).prop_map(|(name, value)| Predicate::Test {
            field: NAMES[name].into(),
            op: Op::AtLeast,
            values: vec![Fact::Number(value)],
        });
        test.prop_recursive(4, 24, 3, |inner| {
            prop_oneof![
                prop::collection::vec(inner.clone(), 1..4).prop_map(Predicate::All),
                prop::collection::vec(inner.clone(), 1..4).prop_map(Predicate::Any),
                inner.prop_map(|one| Predicate::Not(Box::new(one))),
            ]
        })
    }

    fn facts(values: &[Option<i64>]) -> Facts {
        let mut facts = Facts::default();
        for (name, value) in NAMES.into_iter().zip(values) {
            if let Some(value) = value {
                facts.set(name, Fact::Number(*value));
            }
        }
        facts
    }

    proptest! {
        #[test]
        fn the_laws_of_kleene_hold(a in truth(), b in truth(), c in truth()) {
            prop_assert_eq!(a.negated().negated(), a);
            prop_assert_eq!(a.and(b), b.and(a));
            prop_assert_eq!(a.and(b.and(c)), a.and(b).and(c));
            prop_assert_eq!(a.and(b.or(c)), a.and(b).or(a.and(c)));
            prop_assert_eq!(a.or(b.and(c)), a.or(b).and(a.or(c)));
            prop_assert_eq!(a.and(b).negated(), a.negated().or(b.negated()));
            prop_assert_eq!((a.and(Truth::Met), a.or(Truth::NotMet)), (a, a));
            prop_assert_eq!((a.and(Truth::NotMet), a.or(Truth::Met)), (Truth::NotMet, Truth::Met));
            prop_assert_eq!((a.and(a.or(b)), a.and(a)), (a, a));
        }

        /// What is decided without a fact stays so whatever the fact turns out to be.
        #[test]
        fn learning_more_never_turns_a_decision(
            predicate in predicate(),
            values in prop::collection::vec(0..3_i64, 3),
            known in prop::collection::vec(any::<bool>(), 3),
        ) {
            let all: Vec<Option<i64>> = values.iter().copied().map(Some).collect();
            let some: Vec<Option<i64>> = values.iter().zip(&known).map(|(value, known)| known.then_some(*value)).collect();
            let before = predicate.truth(&facts(&some));
            let after = predicate.truth(&facts(&all));
            prop_assert!(after != Truth::Unknown, "with every fact known nothing is unknown");
            prop_assert!(before == Truth::Unknown || before == after, "{before} became {after}");
        }

        #[test]
        fn nothing_known_is_unknown(predicate in predicate()) {
            prop_assert_eq!(predicate.truth(&Facts::default()), Truth::Unknown);
        }

        #[test]
        fn a_predicate_is_read_as_it_was_written(predicate in predicate()) {
            let json = serde_json::to_string(&predicate).unwrap();
            prop_assert_eq!(serde_json::from_str::<Predicate>(&json).unwrap(), predicate);
        }
    }
}
