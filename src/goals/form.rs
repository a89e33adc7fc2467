//! The fields of a goal in a form: on its own page, and in the one form of a joint discussion, there with a prefix.
use super::goal::{Goal, NewGoal, Written};
use crate::{
    forms::ShownChoice,
    programmes::blueprint::{GoalForm, Goals},
    web::{Check, Sheet, Ui, Words},
};

/// The longest sentence of a goal or a level, in characters.
const LONGEST: usize = 500;
/// From −2 to +2.
pub const LEVELS: usize = 5;

/// What `goals/fields.html` draws.
pub struct GoalFields {
    pub name: String,
    pub value: String,
    pub error: String,
    /// In the full form, from the best level down.
    pub levels: Vec<LevelField>,
    pub area_name: String,
    pub areas: Vec<ShownChoice>,
    pub area_error: String,
    pub weight_name: String,
    /// In the full form alone.
    pub weights: Vec<ShownChoice>,
    pub weight_error: String,
}

/// The field of a level.
pub struct LevelField {
    pub name: String,
    /// `+2, paljon odotettua paremmin`
    pub label: String,
    pub value: String,
    pub error: String,
}

/// The fields of a goal; `prefix` stands before their names.
pub fn fields(ui: &Ui, terms: &Goals, (prefix, sheet): (&str, &Sheet)) -> GoalFields {
    let named = |name: &str| format!("{prefix}{name}");
    let (value, error) = (|name: &str| sheet.value(name).to_owned(), |name: &str| sheet.error(name).to_owned());
    let (name, area_name, weight_name) = (named("goal"), named("area"), named("weight"));
    let full = terms.form == GoalForm::Full;
    let level = |at: usize| {
        let name = named(&format!("level{at}"));
        LevelField { label: super::shown::level(ui, at), value: value(&name), error: error(&name), name }
    };
    let area = |choice: &crate::forms::Choice| ShownChoice {
        value: choice.key.clone(),
        label: ui.say(&choice.text).to_owned(),
        hint: choice.hint.as_ref().map_or_else(String::new, |hint| ui.say(hint).to_owned()),
        chosen: sheet.chosen(&area_name, &choice.key),
    };
    let weight = |n: i32| ShownChoice {
        value: n.to_string(),
        label: super::shown::weight(ui, n),
        hint: String::new(),
        chosen: sheet.value(&weight_name) == n.to_string() || n == 1 && sheet.value(&weight_name).is_empty(),
    };
    GoalFields {
        value: value(&name),
        error: error(&name),
        levels: if full { (0..LEVELS).rev().map(level).collect() } else { Vec::new() },
        areas: terms.areas.iter().map(area).collect(),
        area_error: error(&area_name),
        weights: if full { (1..=4).map(weight).collect() } else { Vec::new() },
        weight_error: error(&weight_name),
        name,
        area_name,
        weight_name,
    }
}

/// Reads the fields of a goal. None when something is wrong; then the fault is in `check`.
pub fn read(terms: &Goals, (prefix, words): (&str, &Words), check: &mut Check) -> Option<NewGoal> {
    let named = |name: &str| format!("{prefix}{name}");
    let mut short = |name: &str, missing: &str| {
        let said = check.text(&named(name), missing);
        if said.chars().count() > LONGEST {
            check.fault(&named(name), "fault-goals-long");
        }
        said
    };
    let goal = short("goal", "fault-goals-words");
    let full = terms.form == GoalForm::Full;
    let levels: Vec<String> = if full {
        (0..LEVELS).map(|at| short(&format!("level{at}"), "fault-goals-level")).collect()
    } else {
        Vec::new()
    };
    let known = |said: &str| terms.areas.iter().find(|area| area.key == said).map(|area| area.key.clone());
    let area = if terms.areas.is_empty() || !full && !words.has(&named("area")) {
        None
    } else {
        Some(check.one_of(&named("area"), "fault-choose", known)?)
    };
    let weight = if full { check.number(&named("weight"), 1..=4).and_then(|n| i32::try_from(n).ok())? } else { 1 };
    let whole = !goal.is_empty() && levels.iter().all(|level| !level.is_empty());
    whole.then_some(NewGoal { written: Written { words: goal, levels }, area, weight })
}

/// The form filled in with a goal as it stands.
pub(super) fn filled(goal: &Goal) -> Sheet {
    let mut words = vec![
        ("goal".to_owned(), goal.written.words.clone()),
        ("area".to_owned(), goal.area.clone().unwrap_or_default()),
        ("weight".to_owned(), goal.weight.to_string()),
    ];
    words.extend(goal.written.levels.iter().enumerate().map(|(at, level)| (format!("level{at}"), level.clone())));
    Sheet { words: Words::of(words), faults: Vec::new() }
}
