//! Changing a round. Everything may change while it is planned. Once applications are open people rely on the terms: the
//! time to apply may only grow longer and places may only be added; who applied is told where it touches them.
use askama::Template;
use axum::{
    extract::{Path, Query},
    http::StatusCode,
    response::Response,
};
use chrono::NaiveDate;
use serde_json::json;
use uuid::Uuid;

use super::{
    new_round::{self, Asked, NewRoundPage, Version},
    rounds::own_round,
};
use crate::{
    clock,
    desk::{Act, Desk, Posted},
    events::Event,
    jobs,
    programmes::{Round, RoundState, Selection, store},
    text::Lang,
    web::{Answer, Check, Failure, Sheet, Ui, Words},
};

/// What intake does when a round that takes or has taken applications changes.
const CHANGED: &str = "intake.round_changed";

/// What may change of a round that is under way.
#[derive(Template)]
#[template(path = "programmes/pages/change_round.html")]
pub(super) struct ChangePage {
    pub ui: Ui,
    pub id: Uuid,
    pub rev: i64,
    pub name: String,
    /// Whether the time to apply can still grow longer.
    pub can_lengthen: bool,
    pub places: i32,
    /// Somebody else changed the round while the form was open.
    pub clash: bool,
    pub sheet: Sheet,
}

impl ChangePage {
    fn path(&self, rest: &str) -> String {
        format!("/rounds/{}{rest}", self.id)
    }
}

/// Whether anything of the round may change now.
pub(super) fn may_change(round: &Round) -> bool {
    !matches!(round.state, RoundState::Closed | RoundState::Reviewed)
}

/// A drawn lottery's seed is public: who applied after that could choose among tickets.
fn can_lengthen(round: &Round) -> bool {
    round.state == RoundState::Open && !(round.selection == Selection::Lottery && round.lottery_seed.is_some())
}

pub async fn ask(desk: Desk, Path(id): Path<Uuid>, Query(asked): Query<Asked>) -> Answer {
    let mut tx = desk.read().await?;
    let round = own_round(&desk, &mut tx, id).await?;
    if !may_change(&round) {
        return Err(Failure::NotFound);
    }
    if round.state != RoundState::Planned {
        return desk.page(&change_page(desk.ui(), &round, filled(&round)));
    }
    let versions = new_round::versions(&mut tx, round.controller_id).await?;
    let Some(chosen) = asked.blueprint else {
        return desk.page(&planned_page(desk.ui(), &round, (new_round::of_round(&round), &versions)));
    };
    if chosen.is_empty() {
        let form = format!("/rounds/{id}/edit");
        return desk.page(&new_round::choose_page(desk.ui(), (form.clone(), &form), &versions));
    }
    let version = new_round::of_id(&versions, &chosen).ok_or(Failure::NotFound)?;
    let sheet = new_round::with_terms(&round, version, clock::day(desk.now));
    desk.page(&planned_page(desk.ui(), &round, (sheet, &versions)))
}

fn filled(round: &Round) -> Sheet {
    Sheet::filled([("closes_on", clock::show_day(round.closes_on)), ("places", round.places.to_string())])
}

pub(super) fn change_page(ui: Ui, round: &Round, sheet: Sheet) -> ChangePage {
    ChangePage {
        id: round.id,
        rev: round.rev,
        name: round.name().say(ui.lang).to_owned(),
        can_lengthen: can_lengthen(round),
        places: round.places,
        clash: false,
        sheet,
        ui,
    }
}

/// The form of a planned round.
pub(super) fn planned_page(ui: Ui, round: &Round, (sheet, versions): (Sheet, &[Version])) -> NewRoundPage {
    let (title, lead, button) = (ui.t("programmes-edit-round"), ui.t("programmes-edit-lead"), ui.t("web-save"));
    let back = format!("/rounds/{}", round.id);
    let page = new_round::page(ui, sheet, versions);
    let (action, choose) = (format!("{back}/edit"), format!("{back}/edit?blueprint="));
    NewRoundPage { action, choose, back, title, lead, button, rev: round.rev, ..page }
}

pub async fn save(Path(id): Path<Uuid>, Posted { desk, words }: Posted) -> Answer {
    let mut act = desk.act(&words).await?;
    let round = own_round(&desk, &mut act, id).await?;
    let rev = words.get("rev").parse().unwrap_or(-1);
    match round.state {
        RoundState::Closed | RoundState::Reviewed => Err(Failure::Conflict("conflict-changed")),
        RoundState::Planned => save_planned(&desk, act, (&round, rev), &words).await,
        _ => save_change(&desk, act, (&round, rev), &words).await,
    }
}

async fn save_planned(desk: &Desk, mut act: Act, (round, rev): (&Round, i64), words: &Words) -> Answer {
    let versions = new_round::versions(&mut act, round.controller_id).await?;
    let new = match new_round::read(words, (round.controller_id, &versions), desk.lang) {
        Ok(new) => new,
        Err(sheet) => return desk.faulty(&planned_page(desk.ui(), round, (*sheet, &versions))),
    };
    if !store::edit_round(&mut act, (round.id, rev), &new).await? {
        let page = planned_page(desk.ui(), round, (kept(words), &versions));
        return Ok(conflict(desk.page(&NewRoundPage { clash: true, ..page })?));
    }
    let event = Event::new("round.edited", round.id, round.controller_id, desk.now)
        .fact("blueprint", new.blueprint_id.to_string())
        .fact("places", new.places);
    desk.event(&mut act, event).await?;
    desk.done(act, &format!("/rounds/{}?done=done-saved", round.id)).await
}

/// What was typed, without the revision that has grown old.
fn kept(words: &Words) -> Sheet {
    Sheet { words: words.clone(), faults: Vec::new() }
}

fn conflict(mut response: Response) -> Response {
    *response.status_mut() = StatusCode::CONFLICT;
    response
}

async fn save_change(desk: &Desk, mut act: Act, (round, rev): (&Round, i64), words: &Words) -> Answer {
    let (closes_on, places) = match read(round, words, (clock::day(desk.now), desk.lang)) {
        Ok(terms) => terms,
        Err(sheet) => return desk.faulty(&change_page(desk.ui(), round, *sheet)),
    };
    if rev != round.rev || !store::change_round(&mut act, round, (closes_on, places)).await? {
        let page = change_page(desk.ui(), round, kept(words));
        return Ok(conflict(desk.page(&ChangePage { clash: true, ..page })?));
    }
    let (longer, more) = (closes_on > round.closes_on, places > round.places);
    if longer || more {
        tell(desk, &mut act, (round, closes_on, places)).await?;
        let changed = json!({ "round_id": round.id, "longer": longer, "more": more });
        jobs::ask(&mut act, CHANGED, &changed, desk.now).await?;
    }
    desk.done(act, &format!("/rounds/{}?done=done-saved", round.id)).await
}

async fn tell(desk: &Desk, tx: &mut Act, (round, closes, places): (&Round, NaiveDate, i32)) -> Result<(), Failure> {
    let event = Event::new("round.changed", round.id, round.controller_id, desk.now)
        .fact("closes_on", closes.to_string())
        .fact("places", places);
    desk.event(tx, event).await?;
    Ok(())
}

fn read(round: &Round, words: &Words, (today, lang): (NaiveDate, Lang)) -> Result<(NaiveDate, i32), Box<Sheet>> {
    let mut check = Check::new(lang, words);
    let closes_on = if can_lengthen(round) { check.day("closes_on") } else { Some(round.closes_on) };
    if closes_on.is_some_and(|day| day < round.closes_on || (day != round.closes_on && day < today)) {
        check.fault("closes_on", "fault-programmes-later");
    }
    let places = check.number("places", 1..=10_000).and_then(|places| i32::try_from(places).ok());
    if places.is_some_and(|places| places < round.places) {
        check.fault("places", "fault-programmes-more");
    }
    check.done(closes_on.zip(places))
}
