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

/// The range of [`sort_key`]s, `from..to`, of those whose name begins so ("Virt", "Virtanen M"), capitals and accents
/// the same. Everybody when it is empty.
pub fn key_range(start: &str) -> (Vec<u8>, Vec<u8>) {
    let mut from = Vec::new();
    if let Some(collator) = &*FINNISH {
        let _ = collator.write_sort_key_to(start, &mut from);
    } else {
        from.extend(start.to_lowercase().bytes());
    }
    // A key has levels with 1 between them: letters first, then accents, then capitals. Letters alone begin alike.
    from.truncate(from.iter().position(|byte| *byte == 1).unwrap_or(from.len()));
    let to = from.iter().copied().chain([0xFF, 0xFF]).collect();
    (from, to)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn a_name_is_found_by_each_of_its_beginnings(last in "[A-Za-zÅÄÖåäöüéß' -]{1,12}", first in "[A-ZÅÄÖa-zåäö]{1,8}", cut in 0_usize..24) {
            let key = sort_key(&last, &first);
            let start: String = format!("{last} {first}").chars().take(cut).collect();
            let (from, to) = key_range(&start);
            prop_assert!(from <= key && key < to, "{start:?} in {last} {first}");
        }
    }

    #[test]
    fn another_name_is_not_found() {
        let (from, to) = key_range("Virt");
        assert!((from.clone()..to.clone()).contains(&sort_key("virtanen", "Maija")));
        for other in ["Virsta", "Virkki", "Wirtanen", "Aho", "Öhman", "Vir"] {
            assert!(!(from.clone()..to.clone()).contains(&sort_key(other, "Maija")), "{other}");
        }
    }

    #[test]
    fn finnish_letters_come_last_and_in_their_order() {
        let mut names = ["Öhman", "Zetterberg", "Ääri", "Åberg", "Aalto", "aho"];
        names.sort_by_key(|name| sort_key(name, ""));
        assert_eq!(names, ["Aalto", "aho", "Zetterberg", "Åberg", "Ääri", "Öhman"]);
    }
}
