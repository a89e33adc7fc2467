//! That something is stuck, for the coordinator: in which coachings and since when, never why or whose word is missing.
use askama::Template;
use axum::extract::Path;
use uuid::Uuid;

use super::super::{
    remind,
    store::lists::{self, Stuck},
};
use crate::{
    clock::Moment,
    desk::Desk,
    privacy::Class,
    programmes,
    web::{Answer, Failure, Ui},
};

/// A coaching in which something waits.
pub struct Line {
    pub name: String,
    pub meta: String,
}

#[derive(Template)]
#[template(path = "agreements/pages/stuck.html")]
pub struct StuckPage {
    pub ui: Ui,
    pub round_id: Uuid,
    pub round: String,
    pub lines: Vec<Line>,
}

pub async fn show(desk: Desk, Path(id): Path<Uuid>) -> Answer {
    let mut tx = desk.read().await?;
    let grant = desk.grant(&mut tx, id, Class::Service).await?;
    let round = programmes::round(&mut tx, id).await?.ok_or(Failure::NotFound)?;
    let stuck = lists::stuck(&mut tx, &grant, desk.now - remind::AFTER).await?;
    desk.note(&grant, &stuck.iter().map(|one| one.person_id).collect::<Vec<_>>());
    let ui = desk.ui();
    let round = ui.say(&round.name()).to_owned();
    desk.page(&page(ui, (id, round), (&stuck, desk.now)))
}

pub fn page(ui: Ui, (round_id, round): (Uuid, String), (stuck, now): (&[Stuck], Moment)) -> StuckPage {
    let line = |one: &Stuck| Line {
        name: one.name.clone(),
        meta: ui.tn("agreements-stuck-days", (now - one.since).num_days()),
    };
    StuckPage { round_id, round, lines: stuck.iter().map(line).collect(), ui }
}
