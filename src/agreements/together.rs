//! Goals and actions that the three write in the same save as the rest of what they agree.
use super::joint::Joint;
use crate::{
    actions::{self, ActionFields, NewAction},
    clock,
    coaching::three::Party,
    db::Tx,
    desk::Desk,
    goals::{self, GoalFields, NewGoal},
    programmes::blueprint::{Blueprint, Goals},
    web::{Check, Failure, Sheet, Ui, Words},
};

/// So many of each fit in the form; more have pages of their own.
const EACH: usize = 3;

fn prefixes(kind: char) -> impl Iterator<Item = String> {
    (1..=EACH).map(move |n| format!("{kind}{n}-"))
}

/// The fields of both.
#[derive(Default)]
pub struct Fields {
    pub goals: Vec<GoalFields>,
    pub actions: Vec<ActionFields>,
}

impl Fields {
    /// Empty ones, or with what was typed. Goals are there when the service sets them.
    pub fn of(ui: &Ui, (joint, blueprint): (&Joint, &Blueprint), sheet: &Sheet) -> Fields {
        let who = (&joint.sight.three, joint.sight.party);
        let of_goals = |terms: &Goals| prefixes('g').map(|at| goals::fields(ui, terms, (&at, sheet))).collect();
        Fields {
            goals: blueprint.goals.as_ref().map(of_goals).unwrap_or_default(),
            actions: prefixes('a').map(|at| actions::fields(ui, who, (&at, sheet))).collect(),
        }
    }
}

/// What was typed.
#[derive(Default)]
pub struct New {
    goals: Vec<NewGoal>,
    actions: Vec<NewAction>,
}

/// Reads those that have something in them.
pub fn read((joint, blueprint): (&Joint, &Blueprint), (words, check): (&Words, &mut Check), desk: &Desk) -> New {
    let mut new = New::default();
    if let Some(terms) = &blueprint.goals {
        for at in prefixes('g').filter(|at| words.has(&format!("{at}goal"))) {
            new.goals.extend(goals::read(terms, (&at, words), check));
        }
    }
    let today = clock::day(desk.now);
    for at in prefixes('a').filter(|at| words.has(&format!("{at}what"))) {
        new.actions.extend(actions::read((&joint.sight.three, today), &at, check));
    }
    new
}

/// Writes them: an action is agreed at once; goals are locked when the participant is the one who saves and there are
/// as many as the service asks for, else they wait for the participant's word on their page.
pub async fn add(tx: &mut Tx, desk: &Desk, joint: &Joint, new: New) -> Result<(), Failure> {
    let (house, sight) = (&desk.house, &joint.sight);
    let any = !new.goals.is_empty();
    for goal in new.goals {
        goals::add(tx, house, sight, goal).await?;
    }
    if any && sight.party == Party::Participant {
        match goals::agree_all(tx, house, sight).await {
            Err(Failure::Refused("conflict-goals-least")) => {}
            other => drop(other?),
        }
    }
    for action in new.actions {
        actions::add_agreed(tx, house, sight, action).await?;
    }
    Ok(())
}
