//! The applicant's own page: where the application stands in words, and what happens next.
use askama::Template;
use axum::{extract::Path, http::StatusCode};
use uuid::Uuid;

use super::shown::{self, Answered};
use crate::{
    clock,
    desk::{Desk, Posted},
    forms::Answers,
    house::Sample,
    ident,
    intake::{
        application::{Act, State},
        places::{self, Answer as Ending},
        record::{Application, Support},
        scene::Scene,
        store::{
            self, Counts, Stop,
            invitations::{self, InvitationState},
            offers, queue,
        },
    },
    privacy::{self, Class},
    programmes::{
        self, Round, SupervisorPart,
        audience::{Outcome, RuleOutcome},
    },
    text::Lang,
    web::{Answer, Check, Failure, Sheet, Ui},
};

#[derive(Template)]
#[template(path = "intake/pages/own.html")]
struct OwnPage {
    ui: Ui,
    id: Uuid,
    rev: i64,
    service: String,
    state: State,
    /// The state, and what happens next, in words.
    stands: String,
    follows: String,
    /// Place on the reserve list, from 1.
    position: Option<i64>,
    /// Why the terms are not met, in words.
    reasons: Vec<String>,
    /// What the person who looked again said.
    check_words: String,
    can_look: bool,
    /// The last day to answer an offer.
    answer_by: String,
    rows: Vec<Answered>,
    /// The key of where the supervisor's word stands; empty when there is none to tell.
    support: &'static str,
    /// The application's ticket in a lottery, and where the draw is told.
    ticket: String,
    draw: String,
    who: String,
    sheet: Sheet,
}

pub async fn show(desk: Desk, Path(id): Path<Uuid>) -> Answer {
    let mut tx = desk.read().await?;
    let application = shown::own(&desk, &mut tx, id).await?;
    let page = page(&desk, &mut tx, (&application, Sheet::empty())).await?;
    desk.page(&page)
}

async fn page(
    desk: &Desk,
    tx: &mut crate::db::Tx,
    (application, sheet): (&Application, Sheet),
) -> Result<OwnPage, Failure> {
    let (round, blueprint) = shown::service(tx, application).await?;
    let position = match (application.state, application.reserve_rank) {
        (State::OnReserve, Some(rank)) => Some(queue::before_on_reserve(tx, round.id, rank).await? + 1),
        _ => None,
    };
    let answer_by = match application.state {
        State::Offered => offers::newest_for_work(tx, application.id).await?,
        _ => None,
    };
    let rows = shown::answered(&blueprint.intake.questions, &Answers::of_json(&application.answers), desk.lang);
    let draws = round.selection == programmes::Selection::Lottery && application.state != State::Draft;
    Ok(OwnPage {
        ui: desk.ui(),
        id: application.id,
        rev: application.rev,
        service: round.name().say(desk.lang).to_owned(),
        state: application.state,
        stands: shown::word(desk.lang, "intake-state", application.state.code()),
        follows: shown::word(desk.lang, "intake-next", application.state.code()),
        position,
        reasons: unmet(application, desk.lang),
        check_words: application.check_words.clone().unwrap_or_default(),
        can_look: application.state == State::Ineligible && application.look_asked_at.is_none(),
        answer_by: answer_by.map(|offer| clock::show_day(offer.answer_by)).unwrap_or_default(),
        rows,
        support: support_key(application),
        ticket: if draws { application.ticket.clone() } else { String::new() },
        draw: format!("/services/{}/draw", round.id),
        who: shown::who_sees(round.supervisor_part, desk.lang),
        sheet,
    })
}

/// The reasons of the rules that are not met.
fn unmet(application: &Application, lang: Lang) -> Vec<String> {
    if application.state != State::Ineligible {
        return Vec::new();
    }
    let rules: Vec<RuleOutcome> = serde_json::from_str(&application.verdict).unwrap_or_default();
    rules.iter().filter(|rule| rule.outcome == Outcome::NotMet).map(|rule| rule.reason.say(lang).to_owned()).collect()
}

fn support_key(application: &Application) -> &'static str {
    match application.support {
        _ if !application.state.is_open() => "",
        Support::None | Support::Told => "",
        Support::Waiting => "intake-own-support-waiting",
        Support::Supported => "intake-own-supported",
        Support::NotSupported => "intake-own-not-supported",
    }
}

pub async fn withdraw(Path(id): Path<Uuid>, Posted { desk, words }: Posted) -> Answer {
    let mut act = desk.act(&words).await?;
    let mut application = shown::own(&desk, &mut act, id).await?;
    if application.rev != shown::rev(&words)? {
        return Err(Failure::Conflict("conflict-changed"));
    }
    let scene = Scene::of(&desk);
    let open = match application.state {
        State::Offered => offers::newest_for_work(&mut act, id).await?,
        _ => None,
    };
    if let Some(offer) = open {
        places::answer(&mut act, (&mut application, &offer), Ending::Withdraw, scene).await?;
    } else {
        let mut counts = Counts::default();
        store::advance(&mut act, &mut application, Act::Withdraw, (&mut counts, desk.now)).await?;
        scene.event(&mut act, "application.withdrawn", &application).await?;
        counts.write(&mut act, application.round_id).await?;
    }
    // What was taken back is no longer the supervisor's to see.
    privacy::close(&mut act, id, Class::Agreed, desk.now).await?;
    desk.done(act, &format!("/applications/{id}?done=done-intake-withdrawn")).await
}

pub async fn ask_another_look(Path(id): Path<Uuid>, Posted { desk, words }: Posted) -> Answer {
    let mut act = desk.act(&words).await?;
    let mut application = shown::own(&desk, &mut act, id).await?;
    if application.rev != shown::rev(&words)? {
        return Err(Failure::Conflict("conflict-changed"));
    }
    if application.look_asked_at.is_some() {
        return Err(Stop::Cannot.into());
    }
    let mut check = Check::new(desk.lang, &words);
    let said = check.text("look", "fault-intake-look");
    let said = match check.done(Some(said)) {
        Ok(said) => said,
        Err(sheet) => {
            let page = page(&desk, &mut act, (&application, *sheet)).await?;
            let mut response = desk.page(&page)?;
            *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
            return Ok(response);
        }
    };
    let mut counts = Counts::default();
    store::advance(&mut act, &mut application, Act::AskAnotherLook, (&mut counts, desk.now)).await?;
    store::keep_look(&mut act, id, &said, desk.now).await?;
    Scene::of(&desk).event(&mut act, "application.look_asked", &application).await?;
    counts.write(&mut act, application.round_id).await?;
    desk.done(act, &format!("/applications/{id}?done=done-intake-look")).await
}

#[derive(Template)]
#[template(path = "intake/pages/own_list.html")]
struct OwnList {
    ui: Ui,
    rows: Vec<OwnLine>,
}

struct OwnLine {
    href: String,
    service: String,
    state: String,
}

pub async fn list(desk: Desk) -> Answer {
    let mut tx = desk.read().await?;
    let own = store::own(&mut tx, desk.actor()?.human_id).await?;
    let mut rows = Vec::with_capacity(own.len());
    for line in invitations::own(&mut tx, desk.actor()?.human_id).await? {
        if line.state != InvitationState::Invited {
            continue;
        }
        let round = programmes::round(&mut tx, line.round_id).await?;
        let service = round.map(|round| round.name().say(desk.lang).to_owned()).unwrap_or_default();
        let state = shown::word(desk.lang, "intake-invitation-state", line.state.code());
        rows.push(OwnLine { href: format!("/invitations/{}", line.id), service, state });
    }
    for line in own {
        let round: Option<Round> = programmes::round(&mut tx, line.round_id).await?;
        let service = round.map(|round| round.name().say(desk.lang).to_owned()).unwrap_or_default();
        let state = shown::word(desk.lang, "intake-state", line.state.code());
        rows.push(OwnLine { href: format!("/applications/{}", line.id), service, state });
    }
    desk.page(&OwnList { ui: desk.ui(), rows })
}

pub fn samples() -> Vec<Sample> {
    fn page(lang: Lang, state: State) -> String {
        let ineligible = state == State::Ineligible;
        let reason = shown::sample_text(
            "Palvelu on tarkoitettu asiakas- ja potilastyötä tekeville.",
            "Tjänsten är avsedd för dem som arbetar med klienter och patienter.",
            "The service is for those who work with clients and patients.",
        );
        let page = OwnPage {
            ui: Ui::plain(lang),
            id: ident::of("sample", "application"),
            rev: 3,
            service: shown::sample_service(lang),
            state,
            stands: shown::word(lang, "intake-state", state.code()),
            follows: shown::word(lang, "intake-next", state.code()),
            position: (state == State::OnReserve).then_some(2),
            reasons: if ineligible { vec![reason.say(lang).to_owned()] } else { Vec::new() },
            check_words: String::new(),
            can_look: ineligible,
            answer_by: "10.11.2023".into(),
            rows: Vec::new(),
            support: if state == State::Eligible { "intake-own-support-waiting" } else { "" },
            ticket: if state == State::Eligible { "0011223344556677".into() } else { String::new() },
            draw: "/services".into(),
            who: shown::who_sees(SupervisorPart::IsTold, lang),
            sheet: Sheet::empty(),
        };
        page.render().unwrap_or_default()
    }
    fn list(lang: Lang, rows: Vec<OwnLine>) -> String {
        OwnList { ui: Ui::plain(lang), rows }.render().unwrap_or_default()
    }
    vec![
        Sample { name: "intake/own-draft", render: |lang| page(lang, State::Draft) },
        Sample { name: "intake/own-eligible", render: |lang| page(lang, State::Eligible) },
        Sample { name: "intake/own-ineligible", render: |lang| page(lang, State::Ineligible) },
        Sample { name: "intake/own-reserve", render: |lang| page(lang, State::OnReserve) },
        Sample { name: "intake/own-offered", render: |lang| page(lang, State::Offered) },
        Sample { name: "intake/own-lapsed", render: |lang| page(lang, State::Lapsed) },
        Sample { name: "intake/own-list-empty", render: |lang| list(lang, Vec::new()) },
        Sample {
            name: "intake/own-list",
            render: |lang| {
                let service = shown::sample_service(lang);
                list(
                    lang,
                    vec![OwnLine {
                        href: "/applications".into(),
                        service,
                        state: shown::word(lang, "intake-state", "accepted"),
                    }],
                )
            },
        },
    ]
}
