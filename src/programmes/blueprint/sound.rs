//! Whether the parts of a blueprint fit together: keys that are said are there, once each, and numbers make sense.
use std::collections::{BTreeMap, BTreeSet};

use super::{
    Blueprint, StepKind,
    check::{Found, said},
    shared,
};
use crate::{
    forms::{Instrument, Question, QuestionKind},
    privacy::Class,
    programmes::Selection,
};

/// Everything but the rules of the audience, which have a look of their own.
pub fn look(blueprint: &Blueprint, found: &mut Found) {
    heads(blueprint, found);
    people(blueprint, found);
    precheck(blueprint, found);
    intake(blueprint, found);
    steps(blueprint, found);
    order(blueprint, found);
    shared::look(blueprint, found);
    for (at, instrument) in blueprint.instruments.iter().enumerate() {
        self::instrument(instrument, &format!("instruments[{}]", at + 1), found);
    }
}

fn heads(blueprint: &Blueprint, found: &mut Found) {
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    let named = !blueprint.id.is_empty() && blueprint.id.chars().all(plain);
    found.must(named, "id", "programmes-finding-id");
    found.must(blueprint.version >= 1, "version", "programmes-finding-version");
    found.must(!blueprint.steps.is_empty(), "steps", "programmes-finding-steps");
    found.must(!blueprint.responsibilities.is_empty(), "responsibilities", "programmes-finding-responsibilities");
    found.must(!blueprint.visibility.is_empty(), "visibility", "programmes-finding-visibility");
    let keys = |list: &[crate::forms::Choice]| list.iter().map(|it| it.key.clone()).collect::<Vec<_>>();
    once(&keys(&blueprint.roles), ("roles", "key"), found);
    once(&keys(&blueprint.aim.outcomes), ("aim.outcomes", "key"), found);
    once(&keys(&blueprint.provider.requirements), ("provider.requirements", "key"), found);
    let guides: Vec<String> = blueprint.guides.iter().map(|guide| guide.key.clone()).collect();
    once(&guides, ("guides", "key"), found);
    let instruments: Vec<String> = blueprint.instruments.iter().map(|it| it.key.clone()).collect();
    once(&instruments, ("instruments", "key"), found);
    let tracks: Vec<String> = blueprint.tracks.iter().map(|it| it.key.clone()).collect();
    once(&tracks, ("tracks", "key"), found);
    if let Some(group) = &blueprint.group {
        found.must(1 <= group.min && group.min <= group.max, "group.min", "programmes-finding-group");
    }
}

/// Each key once in its list.
pub fn once(keys: &[String], (list, field): (&str, &str), found: &mut Found) {
    let mut seen = BTreeSet::new();
    for (at, key) in keys.iter().enumerate() {
        let path = format!("{list}[{}].{field}", at + 1);
        if key.trim().is_empty() {
            found.add(path, "programmes-finding-key-empty");
        } else if !seen.insert(key) {
            found.add(path, said("programmes-finding-key-twice", [("key", key.clone())]));
        }
    }
}

fn people(blueprint: &Blueprint, found: &mut Found) {
    let known: BTreeSet<&str> = blueprint.roles.iter().map(|role| role.key.as_str()).collect();
    let mut role = |path: String, key: &str| {
        if !known.contains(key) {
            found.add(path, said("programmes-finding-role", [("key", key.to_owned()), ("known", join(&known))]));
        }
    };
    for (at, line) in blueprint.responsibilities.iter().enumerate() {
        let path = format!("responsibilities[{}]", at + 1);
        role(format!("{path}.accountable"), &line.accountable);
        for (field, keys) in
            [("responsible", &line.responsible), ("consulted", &line.consulted), ("informed", &line.informed)]
        {
            for (nth, key) in keys.iter().enumerate() {
                role(format!("{path}.{field}[{}]", nth + 1), key);
            }
        }
    }
    for (at, step) in blueprint.steps.iter().enumerate() {
        role(format!("steps[{}].owner", at + 1), &step.owner);
    }
    for (at, line) in blueprint.responsibilities.iter().enumerate() {
        let path = format!("responsibilities[{}].responsible", at + 1);
        found.must(!line.responsible.is_empty(), path, "programmes-finding-nobody");
    }
    for (at, sight) in blueprint.visibility.iter().enumerate() {
        let is = sight.class == "aggregate" || Class::read(&sight.class).is_some();
        found.must(is, format!("visibility[{}].class", at + 1), CLASSES);
    }
}

const CLASSES: &str = "programmes-finding-class";

fn join(known: &BTreeSet<&str>) -> String {
    known.iter().copied().collect::<Vec<_>>().join(", ")
}

fn precheck(blueprint: &Blueprint, found: &mut Found) {
    let guides: BTreeSet<&str> = blueprint.guides.iter().map(|guide| guide.key.as_str()).collect();
    let keys: Vec<String> = blueprint.precheck.iter().map(|question| question.key.clone()).collect();
    once(&keys, ("precheck", "key"), found);
    for (at, question) in blueprint.precheck.iter().enumerate() {
        let path = format!("precheck[{}]", at + 1);
        found.must(question.options.len() >= 2, format!("{path}.options"), "programmes-finding-options");
        let open = question.options.iter().any(|option| option.guide.is_none());
        found.must(open, format!("{path}.options"), "programmes-finding-all-guided");
        let keys: Vec<String> = question.options.iter().map(|option| option.key.clone()).collect();
        once(&keys, (&format!("{path}.options"), "key"), found);
        for (nth, option) in question.options.iter().enumerate() {
            if let Some(guide) = option.guide.as_deref().filter(|guide| !guides.contains(guide)) {
                let path = format!("{path}.options[{}].guide", nth + 1);
                found
                    .add(path, said("programmes-finding-guide", [("key", guide.to_owned()), ("known", join(&guides))]));
            }
        }
    }
}

fn intake(blueprint: &Blueprint, found: &mut Found) {
    let intake = &blueprint.intake;
    found.must(intake.places > 0, "intake.places", "programmes-finding-places");
    found.must(intake.visits_per_package > 0, "intake.visits_per_package", "programmes-finding-package");
    found.must(
        (1..=intake.visits_per_package.max(1)).contains(&intake.least_visits),
        "intake.least_visits",
        "programmes-finding-least-visits",
    );
    found.must((1..=60).contains(&intake.offer_days), "intake.offer_days", "programmes-finding-offer-days");
    let by_points = intake.selection == Selection::Priority;
    let message = "programmes-finding-points-missing";
    found.must(!by_points || !intake.priority.is_empty(), "intake.selection", message);
    let message = "programmes-finding-points-unused";
    found.must(by_points || intake.priority.is_empty(), "intake.priority", message);
    let drawn = intake.selection == Selection::Lottery;
    let phases: BTreeSet<_> = blueprint.steps.iter().filter_map(|step| step.phase).collect();
    let message = "programmes-finding-draw-measures";
    found.must(!drawn || phases.len() >= 2, "intake.selection", message);
    questions(&intake.questions, "intake.questions", found);
}

pub fn questions(questions: &[Question], list: &str, found: &mut Found) {
    let keys: Vec<String> = questions.iter().map(|question| question.key.clone()).collect();
    once(&keys, (list, "key"), found);
    for (at, question) in questions.iter().enumerate() {
        let path = format!("{list}[{}]", at + 1);
        // Hyphens part the key of a ranking from its options in a form's fields.
        found.must(!question.key.contains('-'), format!("{path}.key"), "programmes-finding-question-hyphen");
        if let QuestionKind::OneOf { options }
        | QuestionKind::ManyOf { options }
        | QuestionKind::Ranking { options, .. } = &question.kind
        {
            let keys: Vec<String> = options.iter().map(|option| option.key.clone()).collect();
            once(&keys, (&format!("{path}.options"), "key"), found);
        }
    }
}

fn instrument(instrument: &Instrument, path: &str, found: &mut Found) {
    let keys = instrument.items.iter().map(|item| item.key.clone());
    once(&keys.collect::<Vec<_>>(), (&format!("{path}.items"), "key"), found);
    questions(&instrument.questions, &format!("{path}.questions"), found);
    let asks = !instrument.items.is_empty() || !instrument.questions.is_empty();
    found.must(asks, path, "programmes-finding-asks-nothing");
    let range = i64::from(instrument.to) - i64::from(instrument.from);
    found.must((1..=20).contains(&range), format!("{path}.to"), "programmes-finding-scale");
    let few = instrument.items.is_empty() || instrument.missing_allowed < instrument.items.len();
    found.must(few, format!("{path}.missing_allowed"), "programmes-finding-missing-allowed");
    let parts: Vec<String> = instrument.subscales.iter().map(|part| part.key.clone()).collect();
    once(&parts, (&format!("{path}.subscales"), "key"), found);
    let known: BTreeSet<&str> = parts.iter().map(String::as_str).collect();
    for (at, item) in instrument.items.iter().enumerate() {
        if let Some(part) = item.subscale.as_deref().filter(|part| !known.contains(part)) {
            found.add(
                format!("{path}.items[{}].subscale", at + 1),
                said("programmes-finding-subscale", [("key", part.to_owned())]),
            );
        }
    }
    for (at, part) in instrument.subscales.iter().enumerate() {
        let used = instrument.items.iter().any(|item| item.subscale.as_ref() == Some(&part.key));
        found.must(used, format!("{path}.subscales[{}]", at + 1), "programmes-finding-subscale-empty");
    }
}

fn steps(blueprint: &Blueprint, found: &mut Found) {
    let keys: Vec<String> = blueprint.steps.iter().map(|step| step.key.clone()).collect();
    once(&keys, ("steps", "key"), found);
    let known: BTreeSet<&str> = keys.iter().map(String::as_str).collect();
    for (at, step) in blueprint.steps.iter().enumerate() {
        let path = format!("steps[{}]", at + 1);
        for (nth, before) in step.after.iter().enumerate() {
            if !known.contains(before.as_str()) {
                let path = format!("{path}.after[{}]", nth + 1);
                found.add(
                    path,
                    said("programmes-finding-step-after", [("key", before.clone()), ("known", join(&known))]),
                );
            }
        }
        found.must(Class::read(&step.visibility).is_some(), format!("{path}.visibility"), CLASSES);
        let asks = matches!(step.kind, StepKind::Instrument | StepKind::Feedback | StepKind::Outcome);
        match step.instrument.as_deref() {
            Some(key) if blueprint.instrument(key).is_none() => {
                found.add(
                    format!("{path}.instrument"),
                    said("programmes-finding-instrument", [("key", key.to_owned())]),
                );
            }
            Some(key) if step.kind == StepKind::Outcome && !tells_outcome(blueprint, key) => {
                let message =
                    said("programmes-finding-outcome", [("key", key.to_owned()), ("known", OUTCOMES.join(", "))]);
                found.add(format!("{path}.instrument"), message);
            }
            None if asks => found.add(path.clone(), "programmes-finding-step-asks"),
            _ => {}
        }
        let phase = step.kind != StepKind::Instrument || step.phase.is_some();
        found.must(phase, path.clone(), "programmes-finding-phase");
        let (least, most) = (step.meetings_least.unwrap_or(1), step.meetings.unwrap_or(i32::MAX));
        found.must(1 <= least && least <= most, format!("{path}.meetings"), "programmes-finding-meetings");
        found.must(
            step.minutes.is_none_or(|minutes| minutes > 0),
            format!("{path}.minutes"),
            "programmes-finding-minutes",
        );
    }
    for (at, track) in blueprint.tracks.iter().enumerate() {
        for (nth, key) in track.steps.iter().enumerate().filter(|(_, key)| !known.contains(key.as_str())) {
            found.add(
                format!("tracks[{}].steps[{}]", at + 1, nth + 1),
                said("programmes-finding-step", [("key", key.clone())]),
            );
        }
    }
}

/// What may become of somebody (DOMAIN §3), so that rounds and organisations can be compared.
const OUTCOMES: [&str; 11] = [
    "same_work",
    "changed_tasks",
    "new_work_here",
    "elsewhere_public",
    "elsewhere",
    "studies",
    "entrepreneur",
    "rehabilitation",
    "retired",
    "unemployed",
    "unknown",
];

fn tells_outcome(blueprint: &Blueprint, instrument: &str) -> bool {
    let asked = blueprint.instrument(instrument).and_then(|it| it.questions.iter().find(|it| it.key == "outcome"));
    match asked.map(|question| &question.kind) {
        Some(QuestionKind::OneOf { options }) => options.iter().all(|it| OUTCOMES.contains(&it.key.as_str())),
        _ => false,
    }
}

/// Steps that wait for one another can never begin.
fn order(blueprint: &Blueprint, found: &mut Found) {
    let keys: BTreeSet<&str> = blueprint.steps.iter().map(|step| step.key.as_str()).collect();
    let mut waits: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for step in &blueprint.steps {
        let before = step.after.iter().map(String::as_str).filter(|key| keys.contains(key));
        waits.entry(&step.key).or_default().extend(before);
    }
    loop {
        let free: Vec<&str> = waits.iter().filter(|(_, before)| before.is_empty()).map(|(key, _)| *key).collect();
        if free.is_empty() {
            break;
        }
        for key in free {
            waits.remove(key);
            for before in waits.values_mut() {
                before.remove(key);
            }
        }
    }
    for (at, step) in blueprint.steps.iter().enumerate() {
        if let Some(before) = waits.get(step.key.as_str()) {
            let message = said("programmes-finding-circle", [("known", join(before))]);
            found.add(format!("steps[{}].after", at + 1), message);
        }
    }
}
