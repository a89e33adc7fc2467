//! What is known of somebody when rules are judged, and the schema of it.
use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::people::{Education, Employment, Position};

/// A known value.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum Fact {
    Yes(bool),
    Number(i64),
    Words(String),
}

/// What values a field has.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum FieldKind {
    /// One of these codes.
    Code(&'static [&'static str]),
    /// A group of the blueprint's own title table.
    TitleGroup,
    Words,
    Yes,
    Number,
}

/// A field that rules may speak of.
#[derive(Clone, Copy, Debug)]
pub struct Field {
    pub name: &'static str,
    pub kind: FieldKind,
}

/// Every field that rules may speak of.
pub const FIELDS: &[Field] = &[
    Field { name: "person.education", kind: FieldKind::Code(&["secondary", "higher", "other"]) },
    Field {
        name: "employment.position",
        kind: FieldKind::Code(&["employee", "supervisor", "expert", "physician", "corporate_support"]),
    },
    Field { name: "employment.title", kind: FieldKind::Words },
    Field { name: "employment.title_group", kind: FieldKind::TitleGroup },
    Field { name: "employment.client_work", kind: FieldKind::Yes },
    Field { name: "employment.active", kind: FieldKind::Yes },
    Field { name: "employment.months", kind: FieldKind::Number },
    Field { name: "employment.unit", kind: FieldKind::Words },
    Field { name: "employment.service_area", kind: FieldKind::Words },
    Field { name: "change.affected", kind: FieldKind::Yes },
    Field {
        name: "change.reason",
        kind: FieldKind::Code(&["transfer", "reorganisation", "production", "financial", "functional"]),
    },
    Field { name: "round.late", kind: FieldKind::Yes },
];

/// The group of titles that a person checks.
pub const CHECKED_BY_HAND: &str = "check";

/// The known facts by field; a field that is not here is unknown.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Facts(BTreeMap<String, Fact>);

impl Facts {
    /// The facts of an employment as they stand on a day.
    pub fn of(employment: &Employment, (unit, service_area): (&str, &str), today: NaiveDate) -> Facts {
        let mut facts = Facts::default();
        facts.words("employment.title", &employment.title);
        facts.words("employment.unit", unit);
        facts.words("employment.service_area", service_area);
        facts.words("employment.position", employment.position.code());
        if employment.education != Education::Other {
            facts.words("person.education", employment.education.code());
        }
        if let Some(client_work) = employment.client_work {
            facts.set("employment.client_work", Fact::Yes(client_work));
        }
        let active = employment.starts_on <= today && employment.ends_on.is_none_or(|end| end >= today);
        facts.set("employment.active", Fact::Yes(active));
        facts.set("employment.months", Fact::Number(months(employment.starts_on, today)));
        facts
    }

    pub fn get(&self, field: &str) -> Option<&Fact> {
        self.0.get(field)
    }

    pub fn set(&mut self, field: &str, fact: Fact) {
        self.0.insert(field.to_owned(), fact);
    }

    fn words(&mut self, field: &str, words: &str) {
        if !words.trim().is_empty() {
            self.set(field, Fact::Words(words.trim().to_owned()));
        }
    }

    /// The facts with the group that the title table gives the title; none when the title is not in it or is to be
    /// checked by a person.
    #[must_use]
    pub fn with_title_group(&self, titles: &BTreeMap<String, Vec<String>>) -> Facts {
        let mut facts = self.clone();
        let Some(Fact::Words(title)) = self.get("employment.title") else { return facts };
        let title = plain(title);
        let holds = |(_, list): &(&String, &Vec<String>)| list.iter().any(|known| plain(known) == title);
        if let Some((group, _)) = titles.iter().find(holds).filter(|(group, _)| *group != CHECKED_BY_HAND) {
            facts.words("employment.title_group", group);
        }
        facts
    }
}

/// A title as it is compared: small letters, single spaces.
fn plain(title: &str) -> String {
    title.to_lowercase().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whole months from a day to another.
fn months(from: NaiveDate, to: NaiveDate) -> i64 {
    let count = |day: NaiveDate| i64::from(day.year()) * 12 + i64::from(day.month());
    (count(to) - count(from) - i64::from(to.day() < from.day())).max(0)
}

/// Whether a position code is one the register knows; keeps the schema and the register together.
const _: fn(Position) -> &'static str = Position::code;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_schema_knows_every_position_and_education_of_the_register() {
        let codes = |name: &str| match FIELDS.iter().find(|field| field.name == name).unwrap().kind {
            FieldKind::Code(codes) => codes.to_vec(),
            _ => Vec::new(),
        };
        assert_eq!(codes("employment.position"), Position::ALL.iter().map(|it| it.code()).collect::<Vec<_>>());
        assert_eq!(codes("person.education"), Education::ALL.iter().map(|it| it.code()).collect::<Vec<_>>());
    }

    #[test]
    fn titles_are_compared_without_case_and_a_doubtful_one_has_no_group() {
        let table = BTreeMap::from([
            ("client_work".to_owned(), vec!["Lähihoitaja".to_owned()]),
            ("check".to_owned(), vec!["Laskentasihteeri".to_owned()]),
        ]);
        let group = |title: &str| {
            let mut facts = Facts::default();
            facts.words("employment.title", title);
            facts.with_title_group(&table).get("employment.title_group").cloned()
        };
        assert_eq!(group("  lähihoitaja "), Some(Fact::Words("client_work".into())));
        assert_eq!((group("laskentasihteeri"), group("puutarhuri")), (None, None));
    }

    #[test]
    fn months_are_whole() {
        let day = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).unwrap();
        assert_eq!(months(day(2023, 1, 31), day(2023, 2, 28)), 0);
        assert_eq!(months(day(2018, 10, 2), day(2023, 10, 2)), 60);
        assert_eq!(months(day(2024, 1, 1), day(2023, 1, 1)), 0);
    }
}
