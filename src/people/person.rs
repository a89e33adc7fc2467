//! People and their employments.
use std::sync::LazyLock;

use chrono::NaiveDate;
use icu_collator::{CollatorBorrowed, options::CollatorOptions};
use uuid::Uuid;

use crate::{codes, db::FromRow};

codes! {
    /// The level of education.
    pub enum Education {
        /// Toinen aste.
        Secondary = "secondary",
        /// Korkeakoulu.
        Higher = "higher",
        Other = "other",
    }
}

codes! {
    /// What somebody's work is in the organisation.
    pub enum Position {
        Employee = "employee",
        Supervisor = "supervisor",
        Expert = "expert",
        Physician = "physician",
        CorporateSupport = "corporate_support",
    }
}

/// A record of a human in one organisation.
#[derive(Clone, Debug, PartialEq, Eq, FromRow)]
pub struct Person {
    pub id: Uuid,
    pub organisation_id: Uuid,
    pub human_id: Uuid,
    /// The key within the organisation.
    pub employee_number: String,
    pub first_name: String,
    pub last_name: String,
    pub work_address: Option<String>,
    pub work_phone: Option<String>,
    pub private_address: Option<String>,
    pub private_phone: Option<String>,
}

impl Person {
    pub fn name(&self) -> String {
        format!("{} {}", self.first_name, self.last_name)
    }
}

/// A person's place in a unit.
#[derive(Clone, Debug, PartialEq, Eq, FromRow)]
pub struct Employment {
    pub id: Uuid,
    pub person_id: Uuid,
    pub unit_id: Uuid,
    pub title: String,
    pub education: Education,
    pub position: Position,
    /// Whether it is work with clients or patients; unknown when the register does not say.
    pub client_work: Option<bool>,
    pub starts_on: NaiveDate,
    pub ends_on: Option<NaiveDate>,
}

static FINNISH: LazyLock<Option<CollatorBorrowed<'static>>> = LazyLock::new(|| {
    CollatorBorrowed::try_new(
        icu_collator::CollatorPreferences::from(&icu_locale_core::locale!("fi")),
        CollatorOptions::default(),
    )
    .ok()
});

/// The key that sorts names as Finns do (å, ä and ö last), the same on both engines.
pub fn sort_key(last_name: &str, first_name: &str) -> Vec<u8> {
    let name = format!("{last_name} {first_name}");
    let mut key = Vec::new();
    match &*FINNISH {
        Some(collator) => {
            let _ = collator.write_sort_key_to(&name, &mut key);
        }
        None => key.extend(name.to_lowercase().bytes()),
    }
    key
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finnish_letters_come_last_and_in_their_order() {
        let mut names = ["Öhman", "Zetterberg", "Ääri", "Åberg", "Aalto", "aho"];
        names.sort_by_key(|name| sort_key(name, ""));
        assert_eq!(names, ["Aalto", "aho", "Zetterberg", "Åberg", "Ääri", "Öhman"]);
    }
}
