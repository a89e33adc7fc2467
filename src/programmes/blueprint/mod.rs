//! A blueprint: a service as data (DOMAIN §2). Written in TOML, checked with words that point at line and key, and
//! frozen when published.
mod step;
mod goals;
mod check;
mod places;
mod sound;
mod shared;
mod typing;
mod canonical;
mod changes;

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

pub use canonical::{canonical, of_canonical, schema, sha256, version_of};
pub use changes::{Change, changes, rules_changed};
pub use check::{Finding, Said, check, load, said};
pub use goals::{GoalForm, Goals};
pub use shared::SHARES;
pub use step::{Agenda, AgreementTerms, Anchor, Due, Phase, Signature, Step, StepFor, StepKind, Unit};

use super::{
    audience::Audience,
    round::{HandOn, Selection, SupervisorPart},
};
use crate::{
    codes,
    forms::{Choice, Instrument, Question},
    text::Text,
};

/// A service as data.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Blueprint {
    /// The service's own name for the machine: small letters, digits and hyphens.
    pub id: String,
    /// Grows with every published change.
    pub version: i32,
    /// Of a correction of the texts of a published version: 1, 2 and so on; it changes no rule.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub erratum: i32,
    /// The blueprint this one was made of, `id@version`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub based_on: Option<String>,
    /// What was learnt and changed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub changes: Vec<Text>,
    /// The review of a round that this version was learnt from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub learnt_from: Option<Text>,
    pub name: Text,
    /// What it is, in a sentence.
    pub summary: Text,
    /// What it is, in a few paragraphs; an empty line parts them.
    pub description: Text,
    /// How long it takes, in words.
    pub duration: Text,
    /// Who decides, in words.
    pub decides: Text,
    /// Where it happens, in words.
    pub places: Text,
    pub aim: Aim,
    /// The parties, by the keys that responsibilities and steps use.
    pub roles: Vec<Choice>,
    pub responsibilities: Vec<Responsibility>,
    /// What is kept, and who sees it.
    pub visibility: Vec<Sight>,
    pub audience: Audience,
    /// Asked before there is an application; the answers are not kept.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub precheck: Vec<PrecheckQuestion>,
    /// Other services that the pre-check guides to.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub guides: Vec<Guide>,
    pub intake: Intake,
    pub steps: Vec<Step>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tracks: Vec<Track>,
    /// Whether and how participants set goals.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub goals: Option<Goals>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub group: Option<Group>,
    #[serde(default)]
    pub provider: Provider,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub instruments: Vec<Instrument>,
}

codes! {
    /// Whether the service keeps or develops.
    #[derive(Serialize, Deserialize, JsonSchema)]
    #[serde(rename_all = "snake_case")]
    pub enum AimKind {
        Maintain = "maintain",
        Develop = "develop",
    }
}

/// What the service is for.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Aim {
    pub kind: AimKind,
    pub text: Text,
    /// What it is judged by.
    pub outcomes: Vec<Choice>,
}

/// Who does what in one task, by role keys.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Responsibility {
    pub task: Text,
    pub responsible: Vec<String>,
    /// The one who answers for it.
    pub accountable: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub consulted: Vec<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub informed: Vec<String>,
}

/// Who sees a kind of data.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Sight {
    pub what: Text,
    pub who: Text,
    /// own | coach_own | coaching | agreed | service | health | aggregate
    pub class: String,
}

/// A question asked before there is an application.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PrecheckQuestion {
    pub key: String,
    pub text: Text,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hint: Option<Text>,
    pub options: Vec<PrecheckOption>,
}

/// An answer, and the service it guides to.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PrecheckOption {
    pub key: String,
    pub text: Text,
    /// The key of a guide; none when one may apply here.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub guide: Option<String>,
}

/// Another service.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Guide {
    pub key: String,
    pub name: Text,
    /// What it gives and how to get there.
    pub text: Text,
}

/// How one gets in.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Intake {
    pub questions: Vec<Question>,
    pub selection: Selection,
    /// Of the priority policy: what gives points.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub priority: Vec<Points>,
    pub supervisor_in_intake: SupervisorPart,
    /// Places, that is coaching packages.
    pub places: i32,
    pub visits_per_package: i32,
    #[serde(default = "one")]
    pub least_visits: i32,
    /// Unused visits come back to the round: a term of the contract.
    pub returns_unused: bool,
    pub hand_on: HandOn,
    /// Days to answer an offer.
    pub offer_days: i32,
    /// Participants may be named to the round and invited, without applying.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub by_name: bool,
}

fn is_zero(number: &i32) -> bool {
    *number == 0
}

fn one() -> i32 {
    1
}

/// Points of the priority policy.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Points {
    pub text: Text,
    pub points: i32,
    pub when: super::audience::Predicate,
}

/// An alternative way through the path.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Track {
    pub key: String,
    pub name: Text,
    pub steps: Vec<String>,
}

/// How groups are made.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Group {
    pub min: i32,
    pub max: i32,
    /// Supervisors and employees in the same group.
    #[serde(default)]
    pub mixed: bool,
    #[serde(default)]
    pub trainers: i32,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub qualification: Option<Text>,
}

/// What a provider must be recorded as meeting before it can be assigned.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Provider {
    /// Bought from outside.
    #[serde(default)]
    pub external: bool,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub requirements: Vec<Choice>,
}

impl Blueprint {
    /// `2`, or `2.1` of a corrected one.
    pub fn number(&self) -> String {
        match self.erratum {
            0 => self.version.to_string(),
            erratum => format!("{}.{erratum}", self.version),
        }
    }

    pub fn instrument(&self, key: &str) -> Option<&Instrument> {
        self.instruments.iter().find(|instrument| instrument.key == key)
    }

    /// The meeting that a round begins with; none when the service has no such step.
    pub fn kickoff(&self) -> Option<&Step> {
        self.steps.iter().find(|step| step.kind == StepKind::Meeting && step.who == StepFor::Round)
    }

    pub fn step(&self, key: &str) -> Option<&Step> {
        self.steps.iter().find(|step| step.key == key)
    }

    /// The name of a role.
    pub fn role(&self, key: &str) -> Option<&Text> {
        self.roles.iter().find(|role| role.key == key).map(|role| &role.text)
    }

    /// The guides by key.
    pub fn guides(&self) -> BTreeMap<&str, &Guide> {
        self.guides.iter().map(|guide| (guide.key.as_str(), guide)).collect()
    }
}
