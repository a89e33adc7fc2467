//! The form of a new round: whole, filled in beforehand from the blueprint.
use std::sync::Arc;

use askama::Template;
use chrono::Days;
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
    pub versions: Vec<ShownChoice>,
    pub supervisor: Vec<ShownChoice>,
    pub selection: Vec<ShownChoice>,
    pub hand_on: Vec<ShownChoice>,
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

pub async fn ask(desk: Desk) -> Answer {
    let controller = own_organisation(&desk)?;
    let mut tx = desk.read().await?;
    let versions = versions(&mut tx, controller).await?;
    let sheet = versions.first().map_or_else(Sheet::empty, |version| filled(version, clock::day(desk.now)));
    desk.page(&page(desk.ui(), sheet, &versions))
}

/// The form as the newest blueprint would have it.
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
        versions: versions.iter().map(|version| choice(version, &sheet, lang)).collect(),
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

fn choice((line, blueprint): &Version, sheet: &Sheet, lang: Lang) -> ShownChoice {
    let values = [("name", blueprint.name.say(lang).into()), ("version", blueprint.number().into())];
    ShownChoice {
        value: line.id.to_string(),
        label: lang.t_with("programmes-version", values),
        hint: String::new(),
        chosen: sheet.chosen("blueprint", &line.id.to_string()),
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
