//! The actions of a case, each with one button for whoever's turn it is.
use askama::Template;
use axum::extract::Path;
use chrono::NaiveDate;
use uuid::Uuid;

use super::{
    super::{
        action::Action,
        acts,
        shown::{self, Section, ShownAction},
    },
    back,
};
use crate::{
    clock,
    coaching::{
        CaseState,
        three::{self, Party, Shared, Three},
    },
    desk::Desk,
    web::{Answer, Ui},
};

/// Rows under a heading.
pub struct Group {
    pub title: String,
    pub rows: Vec<ShownAction>,
}

#[derive(Template)]
#[template(path = "actions/pages/list.html")]
pub struct ListPage {
    pub ui: Ui,
    pub case_id: Uuid,
    pub back: String,
    pub lead: String,
    pub groups: Vec<Group>,
    /// What is over: done, dropped and refused.
    pub over: Vec<Group>,
    pub may_propose: bool,
    pub readers: Vec<String>,
}

pub async fn show(desk: Desk, Path(id): Path<Uuid>) -> Answer {
    let mut tx = desk.read().await?;
    let sight = three::sight(&desk, &mut tx, id).await?;
    let actions = acts::of(&mut tx, &desk.house, &sight).await?;
    let shared = match sight.party {
        Party::Supervisor => sight.sees(Shared::Actions),
        _ => three::shared(&mut tx, &sight.three, desk.now).await?.contains(&Shared::Actions),
    };
    let who = (&sight.three, sight.party);
    desk.page(&page(desk.ui(), who, (&actions, clock::day(desk.now)), shared))
}

pub fn page(ui: Ui, (three, party): (&Three, Party), actions: (&[Action], NaiveDate), shared: bool) -> ListPage {
    let mut rows = shown::shown(&ui, (three, party), actions);
    let mut take = |section: Section, title: &str| {
        let (taken, left): (Vec<_>, Vec<_>) = rows.drain(..).partition(|row| row.section == section);
        rows = left;
        Group { title: ui.t(title), rows: taken }
    };
    let groups = vec![take(Section::Proposed, "actions-proposed"), take(Section::Agreed, "actions-agreed")];
    let over = vec![take(Section::Done, "actions-done"), take(Section::Left, "actions-left")];
    let full = |groups: Vec<Group>| groups.into_iter().filter(|group| !group.rows.is_empty()).collect();
    ListPage {
        case_id: three.case_id,
        back: back(three.case_id, party),
        lead: match party {
            Party::Participant => ui.t("actions-lead-own"),
            _ => ui.t1("actions-lead-other", "name", &three.name),
        },
        groups: full(groups),
        over: full(over),
        may_propose: three.state.is_open() || three.state == CaseState::Completed,
        readers: readers(&ui, (three, party), shared),
        ui,
    }
}

/// Who sees the actions, from what is shared now.
fn readers(ui: &Ui, (three, party): (&Three, Party), shared: bool) -> Vec<String> {
    if party == Party::Supervisor {
        return vec![ui.t(if shared { "actions-who-shared" } else { "actions-who-own" })];
    }
    let coach = three.coach_name.as_deref().unwrap_or_default();
    let two: Vec<&str> = [three.name.as_str(), coach].into_iter().filter(|name| !name.is_empty()).collect();
    let mut lines = vec![ui.t1("actions-who", "names", two.join(", "))];
    if let Some(name) = &three.supervisor_name {
        lines.push(ui.t1(if shared { "actions-who-supervisor" } else { "actions-who-supervisor-own" }, "name", name));
    }
    lines
}
