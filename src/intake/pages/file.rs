//! One application as the coordinator reads it: who, what the rules found, the answers, what has happened; and the
//! check by hand.
use askama::Template;
use axum::{extract::Path, http::StatusCode};
use uuid::Uuid;

use super::{
    queue,
    shown::{self, Answered},
};
use crate::{
    clock,
    db::Tx,
    desk::{Desk, Posted},
    events,
    forms::Answers,
    house::Sample,
    ident,
    intake::{
        application::{Act, State},
        record::Application,
        scene::{News, Scene},
        store::{self, Counts, offers},
    },
    privacy::{Class, Grant},
    programmes::audience::RuleOutcome,
    text::Lang,
    web::{Answer, Check, Failure, Sheet, Ui},
};

/// A rule and what it found.
struct Found {
    reason: String,
    outcome: String,
    kind: &'static str,
}

/// Something that has happened.
struct Happened {
    day: String,
    at: String,
    what: String,
}

#[derive(Template)]
#[template(path = "intake/pages/file.html")]
struct FilePage {
    ui: Ui,
    id: Uuid,
    round_id: Uuid,
    rev: i64,
    service: String,
    name: String,
    mark: String,
    title: String,
    unit: String,
    area: String,
    education: String,
    /// The supervisor's words, when they were asked.
    support_words: String,
    look_words: String,
    check_words: String,
    reason: String,
    /// The last day to answer the newest offer.
    answer_by: String,
    found: Vec<Found>,
    rows: Vec<Answered>,
    log: Vec<Happened>,
    can_check: bool,
    who: String,
    back: String,
    sheet: Sheet,
}

pub async fn show(desk: Desk, Path((round_id, id)): Path<(Uuid, Uuid)>) -> Answer {
    let mut tx = desk.read().await?;
    let (grant, application) = open(&desk, &mut tx, (round_id, id)).await?;
    let page = page(&desk, &mut tx, (&grant, &application, Sheet::empty())).await?;
    desk.page(&page)
}

/// The application, when the actor may read its round; noted as a view of the person.
async fn open(desk: &Desk, tx: &mut Tx, (round_id, id): (Uuid, Uuid)) -> Result<(Grant, Application), Failure> {
    let grant = desk.grant(tx, round_id, Class::Service).await?;
    let sent = store::application(tx, &grant, id).await?.filter(|one| one.submitted_at.is_some());
    let application = sent.ok_or(Failure::NotFound)?;
    desk.note(&grant, &[application.id, application.person_id]);
    Ok((grant, application))
}

async fn page(
    desk: &Desk,
    tx: &mut Tx,
    (grant, application, sheet): (&Grant, &Application, Sheet),
) -> Result<FilePage, Failure> {
    let lang = desk.lang;
    let (round, blueprint) = shown::service(tx, application).await?;
    let offer = offers::newest(tx, grant, application.id).await?;
    let log = events::history(tx, application.id).await?;
    Ok(FilePage {
        ui: desk.ui(),
        id: application.id,
        round_id: round.id,
        rev: application.rev,
        service: round.name().say(lang).to_owned(),
        name: application.name(),
        mark: queue::mark(application.state, lang),
        title: application.title.clone(),
        unit: application.unit_name.clone(),
        area: application.service_area.clone(),
        education: queue::education(&application.education, lang),
        support_words: application.support_words.clone().unwrap_or_default(),
        look_words: application.look_words.clone().unwrap_or_default(),
        check_words: application.check_words.clone().unwrap_or_default(),
        reason: application.reason.clone().unwrap_or_default(),
        answer_by: offer.map(|offer| clock::show_day(offer.answer_by)).unwrap_or_default(),
        found: found(application, lang),
        rows: shown::answered(&blueprint.intake.questions, &Answers::of_json(&application.answers), lang),
        log: log.into_iter().map(|(at, what, _)| happened(at, &what, lang)).collect(),
        can_check: application.state == State::ToBeChecked,
        who: lang.t("intake-file-who"),
        back: format!("/applications?round={}", round.id),
        sheet,
    })
}

fn found(application: &Application, lang: Lang) -> Vec<Found> {
    let rules: Vec<RuleOutcome> = serde_json::from_str(&application.verdict).unwrap_or_default();
    let one = |rule: &RuleOutcome| Found {
        reason: rule.reason.say(lang).to_owned(),
        outcome: shown::word(lang, "intake-rule", rule.outcome.code()),
        kind: if rule.outcome.code() == "met" { "done" } else { "wait" },
    };
    // The reason tells why somebody is outside: it is said of the rules that are not simply met.
    rules.iter().filter(|rule| rule.outcome.code() != "met").map(one).collect()
}

fn happened(at: clock::Moment, what: &str, lang: Lang) -> Happened {
    Happened {
        day: clock::day(at).to_string(),
        at: format!("{} {}", clock::show_day(clock::day(at)), clock::show_time(at)),
        what: shown::word(lang, "intake-event", what.trim_start_matches("application.")),
    }
}

/// A person decides what the rules could not.
pub async fn check(Path((round_id, id)): Path<(Uuid, Uuid)>, Posted { desk, words }: Posted) -> Answer {
    let mut act = desk.act(&words).await?;
    let (grant, mut application) = open(&desk, &mut act, (round_id, id)).await?;
    if application.rev != shown::rev(&words)? {
        return Err(Failure::Conflict("conflict-changed"));
    }
    let mut check = Check::new(desk.lang, &words);
    let reason = check.text("reason", "fault-intake-check");
    let found = check.one_of("outcome", "fault-choose", |code| match code {
        "eligible" => Some(Act::FindEligible),
        "ineligible" => Some(Act::FindIneligible),
        _ => None,
    });
    let found = match check.done(found) {
        Ok(found) => found,
        Err(sheet) => {
            let page = page(&desk, &mut act, (&grant, &application, *sheet)).await?;
            let mut response = desk.page(&page)?;
            *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
            return Ok(response);
        }
    };
    let mut counts = Counts::default();
    let scene = Scene::of(&desk);
    store::advance(&mut act, &mut application, found, (&mut counts, desk.now)).await?;
    store::keep_check(&mut act, id, &reason).await?;
    scene.event(&mut act, "application.checked", &application).await?;
    scene.tell(&mut act, application.human_id, (News::Checked, format!("/applications/{id}"))).await?;
    counts.write(&mut act, round_id).await?;
    desk.done(act, &format!("/rounds/{round_id}/applications/{id}?done=done-intake-checked")).await
}

pub fn samples() -> Vec<Sample> {
    fn page(lang: Lang, can_check: bool) -> String {
        let reason = shown::sample_text("Tarkista nimike.", "Kontrollera beteckningen.", "Check the job title.");
        let page = FilePage {
            ui: Ui::plain(lang),
            id: ident::of("sample", "application"),
            round_id: ident::of("sample", "round"),
            rev: 2,
            service: shown::sample_service(lang),
            name: "Sara Öhman".into(),
            mark: queue::mark(State::ToBeChecked, lang),
            title: "ohjaaja".into(),
            unit: "Vastaanottopalvelut".into(),
            area: "Terveys- ja sairaanhoitopalvelut".into(),
            education: queue::education("secondary", lang),
            support_words: reason.say(lang).to_owned(),
            look_words: reason.say(lang).to_owned(),
            check_words: String::new(),
            reason: String::new(),
            answer_by: "10.11.2023".into(),
            found: vec![Found {
                reason: reason.say(lang).to_owned(),
                outcome: shown::word(lang, "intake-rule", "unknown"),
                kind: "wait",
            }],
            rows: Vec::new(),
            log: vec![Happened {
                day: "2023-10-12".into(),
                at: "12.10.2023 13.05".into(),
                what: shown::word(lang, "intake-event", "submitted"),
            }],
            can_check,
            who: lang.t("intake-file-who"),
            back: "/applications".into(),
            sheet: Sheet::empty(),
        };
        page.render().unwrap_or_default()
    }
    vec![
        Sample { name: "intake/file", render: |lang| page(lang, false) },
        Sample { name: "intake/file-to-check", render: |lang| page(lang, true) },
    ]
}
