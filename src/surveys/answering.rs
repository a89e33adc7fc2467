//! How many have answered what became of them, for the coordinator: numbers alone, never who answered what.
use askama::Template;
use axum::extract::Path;
use uuid::Uuid;

use super::store::{self, FollowUp};
use crate::{
    desk::Desk,
    privacy::Class,
    programmes::{self, Blueprint, StepKind},
    web::{Answer, Failure, Ui},
};

/// A point of time.
pub struct Line {
    pub name: String,
    pub meta: String,
    /// `12 / 15 vastannut`
    pub answered: String,
}

#[derive(Template)]
#[template(path = "surveys/answering.html")]
pub struct AnsweringPage {
    pub ui: Ui,
    pub round_id: Uuid,
    pub round: String,
    pub lines: Vec<Line>,
}

pub async fn show(desk: Desk, Path(id): Path<Uuid>) -> Answer {
    let mut tx = desk.read().await?;
    let grant = desk.grant(&mut tx, id, Class::Service).await?;
    let round = programmes::round(&mut tx, id).await?.ok_or(Failure::NotFound)?;
    let blueprint = programmes::blueprint_of(&mut tx, &round).await?;
    let points = store::points(&mut tx, &grant).await?;
    let ui = desk.ui();
    let round = ui.say(&round.name()).to_owned();
    desk.page(&AnsweringPage { lines: lines(&ui, &blueprint, &points), ui, round_id: id, round })
}

/// The outcome steps in the order of the path.
fn lines(ui: &Ui, blueprint: &Blueprint, points: &[FollowUp]) -> Vec<Line> {
    let steps = blueprint.steps.iter().filter(|step| step.kind == StepKind::Outcome);
    let shown = |step: &programmes::Step| {
        let point = points.iter().find(|point| point.at_point == step.key)?;
        Some(line(ui, ui.say(&step.name).to_owned(), point))
    };
    steps.filter_map(shown).collect()
}

pub fn line(ui: &Ui, name: String, point: &FollowUp) -> Line {
    let mut meta = Vec::new();
    if let Some(day) = point.next_on {
        meta.push(ui.t2("surveys-answering-coming", ("n", "day"), point.coming, ui.day(&day)));
    }
    for (n, key) in [(point.reminded, "surveys-answering-reminded"), (point.nowhere, "surveys-answering-nowhere")] {
        if n > 0 {
            meta.push(ui.tn(key, n));
        }
    }
    Line {
        name,
        meta: meta.join(" · "),
        answered: ui.t2("surveys-answering-of", ("answered", "asked"), point.answered, point.asked),
    }
}
