//! What differs between two versions, part by part. Pure.
use serde_json::{Map, Value};

use super::Blueprint;

/// A part that is not the same in both.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// `intake.offer_days`, `steps[coaching].minutes`: the members of a list are named by their key.
    pub part: String,
    /// Nothing when it was added.
    pub before: Option<Value>,
    /// Nothing when it was taken out.
    pub now: Option<Value>,
}

/// Every part that differs; the version's number and its authors' own words are left out.
pub fn changes(before: &Blueprint, now: &Blueprint) -> Vec<Change> {
    let read = |blueprint: &Blueprint| {
        let mut whole = serde_json::to_value(blueprint).unwrap_or_default();
        if let Some(whole) = whole.as_object_mut() {
            for own in ["version", "erratum", "based_on", "changes"] {
                whole.remove(own);
            }
        }
        whole
    };
    let mut found = Vec::new();
    compare("", (Some(&read(before)), Some(&read(now))), &mut found);
    found
}

/// The parts that are more than a correction of texts: a rule, a number, a key, a question added or taken out.
pub fn rules_changed(before: &Blueprint, now: &Blueprint) -> Vec<Change> {
    let text = |value: &Option<Value>| value.as_ref().is_none_or(|it| it.as_object().is_some_and(is_text));
    changes(before, now).into_iter().filter(|change| !(text(&change.before) && text(&change.now))).collect()
}

fn compare(path: &str, (before, now): (Option<&Value>, Option<&Value>), found: &mut Vec<Change>) {
    if before == now {
        return;
    }
    match (before, now) {
        (Some(Value::Object(one)), Some(Value::Object(other))) if !is_text(one) && !is_text(other) => {
            let keys = other.keys().chain(one.keys().filter(|key| !other.contains_key(*key)));
            for key in keys {
                let inner = if path.is_empty() { key.clone() } else { format!("{path}.{key}") };
                compare(&inner, (one.get(key), other.get(key)), found);
            }
        }
        (Some(Value::Array(one)), Some(Value::Array(other))) if named(one) && named(other) => {
            let of = |all: &[Value], key: &Value| all.iter().find(|it| name(it) == Some(key)).cloned();
            let keys = other.iter().chain(one.iter().filter(|it| name(it).is_some_and(|key| of(other, key).is_none())));
            for key in keys.filter_map(name) {
                let inner = format!("{path}[{}]", key.as_str().unwrap_or_default());
                compare(&inner, (of(one, key).as_ref(), of(other, key).as_ref()), found);
            }
            turned(path, (one, other), found);
        }
        (Some(Value::Array(one)), Some(Value::Array(other))) if one.len() == other.len() => {
            for (at, (one, other)) in one.iter().zip(other).enumerate() {
                compare(&format!("{path}[{}]", at + 1), (Some(one), Some(other)), found);
            }
        }
        _ => found.push(Change { part: path.to_owned(), before: before.cloned(), now: now.cloned() }),
    }
}

/// The order of a list's members is a part too: of steps, of options, of questions.
fn turned(path: &str, (before, now): (&[Value], &[Value]), found: &mut Vec<Change>) {
    let both = |own: &[Value], others: &[Value]| -> Vec<Value> {
        let there = |key: &Value| others.iter().any(|other| name(other) == Some(key));
        own.iter().filter_map(name).filter(|key| there(key)).cloned().collect()
    };
    let (before, now) = (both(before, now), both(now, before));
    if before != now {
        let (before, now) = (Some(Value::Array(before)), Some(Value::Array(now)));
        found.push(Change { part: path.to_owned(), before, now });
    }
}

/// A text in three languages is one thing.
fn is_text(object: &Map<String, Value>) -> bool {
    !object.is_empty() && object.keys().all(|key| matches!(key.as_str(), "fi" | "sv" | "en"))
}

fn name(value: &Value) -> Option<&Value> {
    value.get("key").or_else(|| value.get("id")).filter(|name| name.is_string())
}

fn named(all: &[Value]) -> bool {
    all.iter().all(|one| name(one).is_some())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::programmes::{blueprint::load, shipped};

    #[test]
    fn each_change_is_named_by_its_part_and_nothing_else_is() {
        let text = shipped("keusote-coaching-pilot").unwrap();
        let before = load(text).unwrap();
        assert_eq!(changes(&before, &before), []);
        let other = text
            .replacen("version = 1", "version = 2", 1)
            .replace("offer_days = 7", "offer_days = 10")
            .replace("name.fi = \"Työuravalmennus\"", "name.fi = \"Uravalmennus\"");
        let found = changes(&before, &load(&other).unwrap());
        let days = Change { part: "intake.offer_days".into(), before: Some(7.into()), now: Some(10.into()) };
        assert!(found.len() == 2 && found.contains(&days), "{found:?}");
        assert!(found.iter().any(|change| change.part == "name"), "{found:?}");
    }

    #[test]
    fn a_corrected_text_changes_no_rule_and_a_changed_number_does() {
        let text = shipped("keusote-coaching-pilot").unwrap();
        let before = load(text).unwrap();
        let corrected = text.replace("name.fi = \"Työuravalmennus\"", "erratum = 1\nname.fi = \"Uravalmennus\"");
        assert_eq!(rules_changed(&before, &load(&corrected).unwrap()), []);
        for (from, to) in [
            ("offer_days = 7", "offer_days = 8"),
            ("values = [\"physician\"]", "values = [\"expert\"]"),
            ("required = true", "required = false"),
            ("minutes = 60", "minutes = 90"),
        ] {
            let other = corrected.replacen(from, to, 1);
            assert_ne!(other, corrected, "{from}");
            let Ok(other) = load(&other) else { continue };
            assert!(!rules_changed(&before, &other).is_empty(), "{from} → {to}");
        }
        let mut turned = before.clone();
        turned.steps.swap(0, 1);
        assert_eq!(rules_changed(&before, &turned).len(), 1, "the order of steps is a rule");
    }

    #[test]
    fn what_is_added_or_taken_out_of_a_list_is_told_by_its_key() {
        let before = load(shipped("keusote-coaching-pilot").unwrap()).unwrap();
        let mut now = before.clone();
        let gone = now.aim.outcomes.remove(0);
        let found = changes(&before, &now);
        assert_eq!(found.len(), 1);
        assert_eq!((found[0].part.clone(), found[0].now.clone()), (format!("aim.outcomes[{}]", gone.key), None));
    }
}
