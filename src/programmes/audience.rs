//! For whom a service is: rules as structured predicates over facts, answered met, not met or unknown. Unknown is never
//! a no: a person checks.
mod facts;
mod predicate;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

pub use facts::{CHECKED_BY_HAND, FIELDS, Fact, Facts, Field, FieldKind};
pub use predicate::{Op, Predicate, Truth, WrittenPredicate};

use crate::text::Text;

/// The target group of a service.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Audience {
    /// For whom, in a sentence or two.
    pub summary: Text,
    #[serde(default)]
    pub rules: Vec<Rule>,
    /// Job titles by group. A title in no group, or in the group `check`, is checked by a person.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub titles: BTreeMap<String, Vec<String>>,
}

/// One condition. All rules must be met.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    pub id: String,
    /// The condition as the service page says it.
    pub text: Text,
    /// Why somebody is outside, told to that person alone.
    pub reason: Text,
    pub when: Predicate,
}

/// Met, not met, or a person checks.
pub type Outcome = Truth;

/// What the rules say of somebody.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Verdict {
    pub outcome: Outcome,
    /// Every rule in order.
    pub reasons: Vec<RuleOutcome>,
}

/// What one rule says.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RuleOutcome {
    pub id: String,
    pub outcome: Outcome,
    pub reason: Text,
}

/// Judges the facts by every rule.
pub fn judge(audience: &Audience, facts: &Facts) -> Verdict {
    let facts = facts.with_title_group(&audience.titles);
    let reasons: Vec<RuleOutcome> = audience
        .rules
        .iter()
        .map(|rule| RuleOutcome { id: rule.id.clone(), outcome: rule.when.truth(&facts), reason: rule.reason.clone() })
        .collect();
    Verdict { outcome: reasons.iter().fold(Truth::Met, |so_far, rule| so_far.and(rule.outcome)), reasons }
}
