//! Whether what the three of a coaching do together fits together: whose steps there are, what an agreement may share,
//! what is asked around a period of meetings, and how goals are set.
use super::{
    Blueprint, GoalForm, Step, StepFor, StepKind,
    check::{Found, said},
    sound::{once, questions},
};
use crate::forms::QuestionKind;

/// What an agreement may share with the supervisor, each apart.
pub const SHARES: [&str; 5] = ["aims", "timetable", "goals", "ratings", "actions"];

/// The most goals that one person can keep in mind.
const MOST_GOALS: i32 = 10;

pub fn look(blueprint: &Blueprint, found: &mut Found) {
    for (at, step) in blueprint.steps.iter().enumerate() {
        let path = format!("steps[{}]", at + 1);
        whose(blueprint, step, (&path, found));
        agreement(step, (&path, found));
        around(step, (&path, found));
    }
    goals(blueprint, found);
}

/// A participant's path holds the steps of participant, coach and the three. What belongs to the round or to the
/// supervisors has no place there, and nothing on the path can wait for it.
fn whose(blueprint: &Blueprint, step: &Step, (path, found): (&str, &mut Found)) {
    let fits = !step.sparring || step.who == StepFor::Supervisor;
    found.must(fits, format!("{path}.sparring"), "programmes-finding-sparring");
    for (nth, before) in step.after.iter().enumerate() {
        let other = blueprint.step(before).filter(|other| step.who.is_of_case() && !other.who.is_of_case());
        if let Some(other) = other {
            let message =
                said("programmes-finding-path-waits", [("key", before.clone()), ("value", other.who.to_string())]);
            found.add(format!("{path}.after[{}]", nth + 1), message);
        }
    }
}

fn agreement(step: &Step, (path, found): (&str, &mut Found)) {
    let Some(terms) = &step.agreement else {
        return found.must(step.kind != StepKind::Agreement, path, "programmes-finding-agreement-terms");
    };
    let path = format!("{path}.agreement");
    found.must(step.kind == StepKind::Agreement, &path, "programmes-finding-agreement-kind");
    found.must(step.who == StepFor::Three, &path, "programmes-finding-agreement-three");
    let list = format!("{path}.shares");
    once(&terms.shares.iter().map(|share| share.key.clone()).collect::<Vec<_>>(), (&list, "key"), found);
    for (nth, share) in terms.shares.iter().enumerate() {
        if !SHARES.contains(&share.key.as_str()) {
            let message = said("programmes-finding-share", [("key", share.key.clone()), ("known", SHARES.join(", "))]);
            found.add(format!("{list}[{}].key", nth + 1), message);
        }
    }
}

/// What is asked before a period and after it.
fn around(step: &Step, (path, found): (&str, &mut Found)) {
    for (field, list) in [("before", &step.before), ("closing", &step.closing)] {
        let list_path = format!("{path}.{field}");
        let meets = step.kind == StepKind::Meeting && step.who.is_of_case();
        found.must(list.is_empty() || meets, &list_path, "programmes-finding-around-meets");
        questions(list, &list_path, found);
        for (nth, question) in list.iter().enumerate() {
            let plain = matches!(question.kind, QuestionKind::Short | QuestionKind::Long | QuestionKind::Scale { .. });
            found.must(plain, format!("{list_path}[{}].kind", nth + 1), "programmes-finding-around-kind");
        }
    }
}

fn goals(blueprint: &Blueprint, found: &mut Found) {
    let Some(goals) = &blueprint.goals else { return };
    let keys = |list: &[crate::forms::Choice]| list.iter().map(|it| it.key.clone()).collect::<Vec<_>>();
    once(&keys(&goals.areas), ("goals.areas", "key"), found);
    once(&keys(&goals.occasions), ("goals.occasions", "key"), found);
    found.must(!goals.occasions.is_empty(), "goals.occasions", "programmes-finding-occasions");
    let fits = 1 <= goals.least && goals.least <= goals.most && goals.most <= MOST_GOALS;
    found.must(fits, "goals.least", "programmes-finding-goals-run");
    let areas = goals.form == GoalForm::Light || !goals.areas.is_empty();
    found.must(areas, "goals.areas", "programmes-finding-goal-area");
}
