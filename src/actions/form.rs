//! The fields of an action in a form: on its own page, and in the one form of a joint discussion, there with a prefix.
use chrono::NaiveDate;

use super::{NewAction, shown};
use crate::{
    coaching::three::{Party, Three},
    forms::ShownChoice,
    web::{Check, Sheet, Ui},
};

/// The longest action and reason, in characters.
pub const LONGEST: usize = 500;

/// What `actions/fields.html` draws: what, who and by when, nothing more.
pub struct ActionFields {
    pub what_name: String,
    pub what: String,
    pub what_error: String,
    pub owner_name: String,
    pub owners: Vec<ShownChoice>,
    pub owner_error: String,
    pub due_name: String,
    pub due: String,
    pub due_error: String,
}

/// The fields of an action of these three, as this one of them reads; `prefix` stands before their names.
pub fn fields(ui: &Ui, (three, reader): (&Three, Party), (prefix, sheet): (&str, &Sheet)) -> ActionFields {
    let [what_name, owner_name, due_name] = ["what", "owner", "due"].map(|name| format!("{prefix}{name}"));
    let there = Party::ALL.iter().filter(|party| three.human(**party).is_some());
    let owner = |party: &Party| ShownChoice {
        value: party.code().to_owned(),
        label: shown::owner(ui, (three, reader), *party),
        hint: String::new(),
        chosen: sheet.chosen(&owner_name, party.code()),
    };
    ActionFields {
        what: sheet.value(&what_name).to_owned(),
        what_error: sheet.error(&what_name).to_owned(),
        owners: there.map(owner).collect(),
        owner_error: sheet.error(&owner_name).to_owned(),
        due: sheet.value(&due_name).to_owned(),
        due_error: sheet.error(&due_name).to_owned(),
        what_name,
        owner_name,
        due_name,
    }
}

/// Reads the fields of an action. None when something is wrong; then the fault is in `check`.
pub fn read((three, today): (&Three, NaiveDate), prefix: &str, check: &mut Check) -> Option<NewAction> {
    let [what_name, owner_name, due_name] = ["what", "owner", "due"].map(|name| format!("{prefix}{name}"));
    let what = short(check, &what_name, "fault-actions-what");
    let known = |code: &str| Party::read(code).filter(|party| three.human(*party).is_some());
    let owner = check.one_of(&owner_name, "fault-choose", known);
    let due_on = day(check, &due_name, today);
    (!what.is_empty()).then_some(NewAction { what, owner: owner?, due_on: due_on? })
}

/// Words that must be there and fit on a few lines.
pub fn short(check: &mut Check, name: &str, missing: &str) -> String {
    let said = check.text(name, missing);
    if said.chars().count() > LONGEST {
        check.fault(name, "fault-actions-long");
    }
    said
}

/// A day that has not passed.
pub fn day(check: &mut Check, name: &str, today: NaiveDate) -> Option<NaiveDate> {
    let day = check.day(name)?;
    if day < today {
        check.fault(name, "fault-actions-past");
        return None;
    }
    Some(day)
}
