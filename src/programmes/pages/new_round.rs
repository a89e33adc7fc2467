//! The form of a new round: whole, filled in beforehand from the blueprint.
use std::sync::Arc;

use askama::Template;
use axum::extract::Query;
use chrono::Days;
use serde::Deserialize;
use uuid::Uuid;

use super::{rounds::own_organisation, shown};
use crate::{
    clock,
    db::Tx,
    desk::{Desk, Posted},
    events::Event,
    forms::ShownChoice,
    programmes::{Blueprint, HandOn, NewRound, Round, Selection, SupervisorPart, store},
    text::{Lang, Text},
    web::{Answer, Check, Failure, Sheet, Ui, Words},
};

#[derive(Template)]
#[template(path = "programmes/pages/new_round.html")]
pub(super) struct NewRoundPage {
    pub ui: Ui,
    /// Where the form goes, and the words around it.
    pub action: String,
    pub back: String,
    pub title: String,
    pub lead: String,
    pub button: String,
    pub rev: i64,
    /// Somebody else changed the round while the form was open.
    pub clash: bool,
    pub sheet: Sheet,
    /// There is something to run.
    pub any: bool,
    /// The version that the round will run, in words; empty when it is not to be had any more.
    pub service: String,
    /// Where another one is chosen.
    pub choose: String,
    pub supervisor: Vec<ShownChoice>,
    pub selection: Vec<ShownChoice>,
    pub hand_on: Vec<ShownChoice>,
}

/// The services to choose from, each with the way to the form that has its terms.
#[derive(Template)]
#[template(path = "programmes/pages/choose_service.html")]
pub(super) struct ChoosePage {
    pub ui: Ui,
    pub back: String,
    /// `(service, a word of its terms, the way on)`.
    pub services: Vec<(String, String, String)>,
}

/// Which service was chosen; none has been yet, or an empty one asks to choose.
#[derive(Debug, Default, Deserialize)]
pub struct Asked {
    pub blueprint: Option<String>,
}

/// A published version with what it holds.
pub(super) type Version = (store::VersionLine, Arc<Blueprint>);

pub(super) async fn versions(tx: &mut Tx, controller: Uuid) -> Result<Vec<Version>, Failure> {
    let mut found = Vec::new();
    for line in store::versions_of(tx, controller).await?.into_iter().filter(|line| line.retired_at.is_none()) {
        let blueprint = store::blueprint_version(tx, line.id).await?;
        found.push((line, blueprint));
    }
    Ok(found)
}

pub async fn ask(desk: Desk, Query(asked): Query<Asked>) -> Answer {
    let controller = own_organisation(&desk)?;
    let mut tx = desk.read().await?;
    let versions = versions(&mut tx, controller).await?;
    let chosen = match asked.blueprint.as_deref() {
        None => versions.first().filter(|_| versions.len() == 1),
        Some("") => None,
        Some(id) => Some(of_id(&versions, id).ok_or(Failure::NotFound)?),
    };
    match chosen {
        Some(version) => desk.page(&page(desk.ui(), filled(version, clock::day(desk.now)), &versions)),
        None if versions.is_empty() => desk.page(&page(desk.ui(), Sheet::empty(), &versions)),
        None => desk.page(&choose_page(desk.ui(), ("/rounds".into(), "/rounds/new"), &versions)),
    }
}

pub(super) fn of_id<'v>(versions: &'v [Version], id: &str) -> Option<&'v Version> {
    versions.iter().find(|(line, _)| line.id.to_string() == id)
}

pub(super) fn choose_page(ui: Ui, (back, form): (String, &str), versions: &[Version]) -> ChoosePage {
    let one = |version: &Version| {
        let (line, blueprint) = version;
        (named(version, ui.lang), blueprint.summary.say(ui.lang).to_owned(), format!("{form}?blueprint={}", line.id))
    };
    ChoosePage { services: versions.iter().map(one).collect(), back, ui }
}

fn named((_, blueprint): &Version, lang: Lang) -> String {
    let values = [("name", blueprint.name.say(lang).into()), ("version", blueprint.number().into())];
    lang.t_with("programmes-version", values)
}

/// The form as the service would have it.
pub(super) fn filled((line, blueprint): &Version, today: chrono::NaiveDate) -> Sheet {
    let intake = &blueprint.intake;
    let after = |days| clock::show_day(today.checked_add_days(Days::new(days)).unwrap_or(today));
    Sheet::filled([
        ("blueprint", line.id.to_string()),
        ("opens_on", after(7)),
        ("closes_on", after(28)),
        ("places", intake.places.to_string()),
        ("visits_per_package", intake.visits_per_package.to_string()),
        ("offer_days", intake.offer_days.to_string()),
        ("supervisor_part", intake.supervisor_in_intake.to_string()),
        ("selection", intake.selection.to_string()),
        ("hand_on", intake.hand_on.to_string()),
        ("returns_unused", if intake.returns_unused { "yes".into() } else { String::new() }),
    ])
}

/// A planned round's form with the terms of another service: its name and days stay.
pub(super) fn with_terms(round: &Round, version: &Version, today: chrono::NaiveDate) -> Sheet {
    let (mut sheet, terms) = (of_round(round), filled(version, today));
    for (name, value) in terms.words.pairs().filter(|(name, _)| !matches!(*name, "opens_on" | "closes_on")) {
        sheet.words.set(name, value);
    }
    if terms.value("returns_unused").is_empty() {
        sheet.words.set("returns_unused", "");
    }
    sheet
}

/// The form as a planned round has it.
pub(super) fn of_round(round: &Round) -> Sheet {
    let name = round.name();
    Sheet::filled([
        ("blueprint", round.blueprint_id.to_string()),
        ("name_fi", name.fi),
        ("name_sv", name.sv.unwrap_or_default()),
        ("name_en", name.en.unwrap_or_default()),
        ("opens_on", clock::show_day(round.opens_on)),
        ("closes_on", clock::show_day(round.closes_on)),
        ("places", round.places.to_string()),
        ("visits_per_package", round.visits_per_package.to_string()),
        ("offer_days", round.offer_days.to_string()),
        ("supervisor_part", round.supervisor_part.to_string()),
        ("selection", round.selection.to_string()),
        ("hand_on", round.hand_on.to_string()),
        ("returns_unused", if round.returns_unused { "yes".into() } else { String::new() }),
    ])
}

pub(super) fn page(ui: Ui, sheet: Sheet, versions: &[Version]) -> NewRoundPage {
    let lang = ui.lang;
    NewRoundPage {
        action: "/rounds/new".into(),
        back: "/rounds".into(),
        title: ui.t("programmes-new-round"),
        lead: ui.t("programmes-new-round-lead"),
        button: ui.t("programmes-plan-round"),
        rev: 0,
        clash: false,
        any: !versions.is_empty(),
        service: of_id(versions, sheet.value("blueprint")).map(|version| named(version, lang)).unwrap_or_default(),
        choose: "/rounds/new?blueprint=".into(),
        supervisor: shown::choices(
            SupervisorPart::ALL,
            (SupervisorPart::code, shown::supervisor_part),
            ("supervisor_part", &sheet),
            lang,
        ),
        selection: shown::choices(Selection::ALL, (Selection::code, shown::selection), ("selection", &sheet), lang),
        hand_on: shown::choices(HandOn::ALL, (HandOn::code, shown::hand_on), ("hand_on", &sheet), lang),
        sheet,
        ui,
    }
}

pub async fn add(Posted { desk, words }: Posted) -> Answer {
    let controller = own_organisation(&desk)?;
    let mut act = desk.act(&words).await?;
    let versions = versions(&mut act, controller).await?;
    let new = match read(&words, (controller, &versions), desk.lang) {
        Ok(new) => new,
        Err(sheet) => return desk.faulty(&page(desk.ui(), *sheet, &versions)),
    };
    let id = store::create_round(&mut act, &new, desk.now).await?;
    let event = Event::new("round.planned", id, controller, desk.now)
        .fact("blueprint", new.blueprint_id.to_string())
        .fact("places", new.places);
    desk.event(&mut act, event).await?;
    desk.done(act, &format!("/rounds/{id}?done=done-programmes-planned")).await
}

pub(super) fn read(
    words: &Words,
    (controller_id, versions): (Uuid, &[Version]),
    lang: Lang,
) -> Result<NewRound, Box<Sheet>> {
    let mut check = Check::new(lang, words);
    let known = |id: &str| versions.iter().find(|(line, _)| line.id.to_string() == id).map(|(line, _)| line);
    let version = check.one_of("blueprint", "fault-programmes-version", known);
    let name = Text {
        fi: check.text("name_fi", "fault-programmes-name"),
        sv: Some(check.text("name_sv", "fault-programmes-name")),
        en: Some(check.optional("name_en")).filter(|name| !name.is_empty()),
    };
    let (opens_on, closes_on) = (check.day("opens_on"), check.day("closes_on"));
    if opens_on.zip(closes_on).is_some_and(|(opens, closes)| closes < opens) {
        check.fault("closes_on", "fault-programmes-closes");
    }
    let mut number = |field, most| check.number(field, 1..=most).and_then(|number| i32::try_from(number).ok());
    let (places, visits_per_package, offer_days) =
        (number("places", 10_000), number("visits_per_package", 100), number("offer_days", 60));
    let supervisor_part = check.one_of("supervisor_part", "fault-choose", SupervisorPart::read);
    let selection = check.one_of("selection", "fault-choose", Selection::read);
    let hand_on = check.one_of("hand_on", "fault-choose", HandOn::read);
    let new = (|| {
        Some(NewRound {
            controller_id,
            programme_id: version?.programme_id,
            blueprint_id: version?.id,
            name,
            opens_on: opens_on?,
            closes_on: closes_on?,
            places: places?,
            visits_per_package: visits_per_package?,
            supervisor_part: supervisor_part?,
            selection: selection?,
            offer_days: offer_days?,
            hand_on: hand_on?,
            returns_unused: words.get("returns_unused") == "yes",
        })
    })();
    check.done(new)
}
