//! The rules of an audience against the schema of facts: every field known, every value of its kind, and no rule that
//! nobody or everybody meets. Tried on empty and on full samples.
use std::collections::{BTreeMap, BTreeSet};

use super::{
    Blueprint,
    check::{Found, Said, said},
};
use crate::programmes::audience::{FIELDS, Fact, Facts, Field, FieldKind, Op, Predicate, Truth};

/// The group of titles that a person checks: no rule speaks of it.
const BY_HAND: &str = crate::programmes::audience::CHECKED_BY_HAND;
/// The most full samples that one rule is tried on.
const MOST_SAMPLES: usize = 4096;

pub fn look(blueprint: &Blueprint, found: &mut Found) {
    let mut seen = BTreeSet::new();
    for (at, rule) in blueprint.audience.rules.iter().enumerate() {
        let path = format!("audience.rules[{}]", at + 1);
        if !seen.insert(&rule.id) || rule.id.is_empty() {
            found.add(format!("{path}.id"), said("programmes-finding-rule-id", [("key", rule.id.clone())]));
        }
        predicate(&rule.when, &format!("{path}.when"), blueprint, found);
    }
    for (at, points) in blueprint.intake.priority.iter().enumerate() {
        predicate(&points.when, &format!("intake.priority[{}].when", at + 1), blueprint, found);
    }
    titles(blueprint, found);
}

fn titles(blueprint: &Blueprint, found: &mut Found) {
    let mut group_of: BTreeMap<String, &str> = BTreeMap::new();
    for (group, titles) in &blueprint.audience.titles {
        for (at, title) in titles.iter().enumerate() {
            if let Some(other) = group_of.insert(title.trim().to_lowercase(), group) {
                let path = format!("audience.titles.{group}[{}]", at + 1);
                found.add(
                    path,
                    said("programmes-finding-title-twice", [("title", title.clone()), ("key", other.to_owned())]),
                );
            }
        }
    }
}

fn predicate(predicate: &Predicate, path: &str, blueprint: &Blueprint, found: &mut Found) {
    let mut typed = true;
    for (field, op, values) in predicate.tests() {
        if let Err(message) = test(field, (op, values), blueprint) {
            found.add(path, message);
            typed = false;
        }
    }
    if !typed {
        return;
    }
    found.must(predicate.truth(&Facts::default()) == Truth::Unknown, path, "programmes-finding-not-unknown");
    let samples = samples(predicate, blueprint);
    let truths: BTreeSet<Truth> = samples.iter().map(|facts| predicate.truth(facts)).collect();
    found.must(!truths.contains(&Truth::Unknown), path, "programmes-finding-still-unknown");
    found.must(truths.contains(&Truth::Met), path, "programmes-finding-nobody-meets");
    found.must(truths.contains(&Truth::NotMet), path, "programmes-finding-everybody-meets");
}

fn test(name: &str, (op, values): (Op, &[Fact]), blueprint: &Blueprint) -> Result<(), Said> {
    let field = FIELDS.iter().find(|field| field.name == name).ok_or_else(|| {
        let known: Vec<&str> = FIELDS.iter().map(|field| field.name).collect();
        said("programmes-finding-field", [("key", name.to_owned()), ("known", known.join(", "))])
    })?;
    if values.is_empty() {
        return Err(said("programmes-finding-no-values", [("key", name.to_owned())]));
    }
    if op != Op::In && (field.kind != FieldKind::Number || values.len() != 1) {
        return Err(said("programmes-finding-op", [("op", op.to_string()), ("key", name.to_owned())]));
    }
    values.iter().find_map(|value| wrong(field, value, blueprint)).map_or(Ok(()), Err)
}

/// What is wrong with a value of a field, if anything is.
fn wrong(field: &Field, value: &Fact, blueprint: &Blueprint) -> Option<Said> {
    let name = field.name;
    match (field.kind, value) {
        (FieldKind::Yes, Fact::Yes(_)) | (FieldKind::Number, Fact::Number(_)) | (FieldKind::Words, Fact::Words(_)) => {
            None
        }
        (FieldKind::Code(codes), Fact::Words(word)) => (!codes.contains(&word.as_str())).then(|| {
            said(
                "programmes-finding-value",
                [("value", word.clone()), ("key", name.to_owned()), ("known", codes.join(", "))],
            )
        }),
        (FieldKind::TitleGroup, Fact::Words(word)) => {
            let groups = groups(blueprint);
            (!groups.contains(&word.as_str())).then(|| {
                said("programmes-finding-title-group", [("value", word.clone()), ("known", groups.join(", "))])
            })
        }
        (FieldKind::Yes, _) => Some(said("programmes-finding-yes", [("key", name.to_owned())])),
        (FieldKind::Number, _) => Some(said("programmes-finding-number", [("key", name.to_owned())])),
        _ => Some(said("programmes-finding-word", [("key", name.to_owned())])),
    }
}

fn groups(blueprint: &Blueprint) -> Vec<&str> {
    blueprint.audience.titles.keys().map(String::as_str).filter(|group| *group != BY_HAND).collect()
}

/// Facts with every field of the predicate known, in every combination of values that could matter.
fn samples(predicate: &Predicate, blueprint: &Blueprint) -> Vec<Facts> {
    let mut candidates: BTreeMap<&str, Vec<Fact>> = BTreeMap::new();
    for (name, _, values) in predicate.tests() {
        let list = candidates.entry(name).or_insert_with(|| of_schema(name, blueprint));
        for value in values {
            let around = match value {
                Fact::Number(n) => vec![Fact::Number(n - 1), Fact::Number(*n), Fact::Number(n + 1)],
                other => vec![other.clone()],
            };
            for one in around {
                if !list.contains(&one) {
                    list.push(one);
                }
            }
        }
    }
    let mut samples = vec![Facts::default()];
    for (name, values) in candidates {
        let values =
            if samples.len() * values.len() > MOST_SAMPLES { &values[values.len() - 1..] } else { &values[..] };
        samples = samples
            .iter()
            .flat_map(|facts| {
                values.iter().map(move |value| {
                    let mut facts = facts.clone();
                    facts.set(name, value.clone());
                    facts
                })
            })
            .collect();
    }
    samples
}

fn of_schema(name: &str, blueprint: &Blueprint) -> Vec<Fact> {
    let words = |words: &[&str]| words.iter().map(|word| Fact::Words((*word).to_owned())).collect();
    match FIELDS.iter().find(|field| field.name == name).map(|field| field.kind) {
        Some(FieldKind::Code(codes)) => words(codes),
        Some(FieldKind::TitleGroup) => words(&[groups(blueprint), vec!["another group"]].concat()),
        Some(FieldKind::Yes) => vec![Fact::Yes(true), Fact::Yes(false)],
        Some(FieldKind::Number) => vec![Fact::Number(0)],
        Some(FieldKind::Words) | None => words(&["something else"]),
    }
}
