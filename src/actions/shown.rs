//! Actions in words.
use chrono::NaiveDate;
use uuid::Uuid;

use super::action::{Action, ActionState};
use crate::{
    coaching::three::{Party, Three},
    web::Ui,
};

/// An action as a row, with the one thing the reader can do to it.
pub struct ShownAction {
    pub id: Uuid,
    pub rev: i64,
    pub what: String,
    /// Its own page.
    pub href: String,
    /// Who and by when.
    pub meta: String,
    pub state: String,
    /// The look of the tag.
    pub tag: &'static str,
    /// Where the one button goes, after the address of the action: `done`; empty when there is none.
    pub act: &'static str,
    pub verb: String,
    pub section: Section,
}

/// Where a row stands on the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Section {
    Agreed,
    Proposed,
    Done,
    Left,
}

/// Who does it, to this reader: `Sinä`, or the name with the role.
pub fn owner(ui: &Ui, (three, reader): (&Three, Party), party: Party) -> String {
    if party == reader {
        return ui.t("actions-you");
    }
    let role = ui.t(&format!("actions-party-{party}"));
    match three.name_of(party) {
        Some(name) => ui.t2("actions-name-role", ("name", "role"), name, role),
        None => role,
    }
}

/// The actions as rows.
pub fn shown(ui: &Ui, who: (&Three, Party), (actions, today): (&[Action], NaiveDate)) -> Vec<ShownAction> {
    actions.iter().map(|action| one(ui, who, (action, today))).collect()
}

fn one(ui: &Ui, who: (&Three, Party), (action, today): (&Action, NaiveDate)) -> ShownAction {
    let (act, verb) = verb(action, who.1);
    let (state, tag) = state(ui, who, (action, today));
    ShownAction {
        id: action.id,
        rev: action.rev,
        what: action.what.clone(),
        href: format!("/cases/{}/actions/{}", who.0.case_id, action.id),
        meta: ui.t2("actions-meta", ("who", "day"), owner(ui, who, action.owner), ui.day(&action.due_on)),
        state,
        tag,
        act,
        verb: if verb.is_empty() { String::new() } else { ui.t(verb) },
        section: match action.state {
            ActionState::Agreed => Section::Agreed,
            ActionState::Proposed | ActionState::Released => Section::Proposed,
            ActionState::Done => Section::Done,
            ActionState::Dropped | ActionState::Refused => Section::Left,
        },
    }
}

/// The one thing the reader can do at once: `(where, words)`.
pub fn verb(action: &Action, reader: Party) -> (&'static str, &'static str) {
    match () {
        () if action.may_do(reader) => ("done", "actions-done-do"),
        () if action.may_agree(reader) => ("agreement", "actions-agree-do"),
        () if action.may_release(reader) => ("release", "actions-release-do"),
        () => ("", ""),
    }
}

/// Where it stands in words, with the look of the tag.
pub fn state(
    ui: &Ui,
    (three, reader): (&Three, Party),
    (action, today): (&Action, NaiveDate),
) -> (String, &'static str) {
    let day = |at: Option<crate::clock::Moment>| at.map(|at| ui.date(&at)).unwrap_or_default();
    match action.state {
        ActionState::Proposed if reader == Party::Participant => (ui.t("actions-state-proposed-own"), "wait"),
        ActionState::Proposed => (ui.t("actions-state-proposed"), "wait"),
        ActionState::Released if reader == action.owner => (ui.t("actions-state-released-own"), "wait"),
        ActionState::Released => {
            let name = three.name_of(action.owner).unwrap_or_default();
            (ui.t1("actions-state-released", "name", name), "wait")
        }
        ActionState::Agreed if action.is_late(today) => (ui.t("actions-state-late"), "wait"),
        ActionState::Agreed => (ui.t("actions-state-agreed"), ""),
        ActionState::Done => (ui.t1("actions-state-done", "day", day(action.done_at)), "done"),
        ActionState::Dropped => (ui.t1("actions-state-dropped", "day", day(action.dropped_at)), "quiet"),
        ActionState::Refused => (ui.t("actions-state-refused"), "quiet"),
    }
}
