//! The answers once more before sending, each with a way to change it; and sending.
use askama::Template;
use axum::{extract::Path, http::StatusCode};
use uuid::Uuid;

use super::shown::{self, Answered};
use crate::{
    desk::{Desk, Posted, see_other},
    forms::Answers,
    house::Sample,
    ident,
    intake::{application::State, apply, record::Application, scene::Scene},
    programmes::{Blueprint, Round, SupervisorPart},
    text::Lang,
    web::{Answer, Failure, Ui},
};

#[derive(Template)]
#[template(path = "intake/pages/check.html")]
struct CheckPage {
    ui: Ui,
    id: Uuid,
    rev: i64,
    service: String,
    rows: Vec<Answered>,
    /// Questions that must be answered and are not.
    missing: Vec<Answered>,
    part: String,
    who: String,
    back: String,
}

pub async fn show(desk: Desk, Path(id): Path<Uuid>) -> Answer {
    let mut tx = desk.read().await?;
    let application = shown::own(&desk, &mut tx, id).await?;
    if application.state != State::Draft {
        return Ok(see_other(&format!("/applications/{id}")));
    }
    let (round, blueprint) = shown::service(&mut tx, &application).await?;
    desk.page(&page(&desk, &application, (&round, &blueprint)))
}

pub async fn send(Path(id): Path<Uuid>, Posted { desk, words }: Posted) -> Answer {
    let mut act = desk.act(&words).await?;
    let mut application = shown::own(&desk, &mut act, id).await?;
    if application.state != State::Draft {
        return Ok(see_other(&format!("/applications/{id}")));
    }
    if application.rev != shown::rev(&words)? {
        return Err(Failure::Conflict("conflict-changed"));
    }
    let (round, blueprint) = shown::service(&mut act, &application).await?;
    if !round.takes_applications(desk.now) {
        return Err(Failure::Refused("intake-stop-closed"));
    }
    let page = page(&desk, &application, (&round, &blueprint));
    if !page.missing.is_empty() {
        let mut response = desk.page(&page)?;
        *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
        return Ok(response);
    }
    apply::submit(&mut act, (&round, &blueprint), &mut application, Scene::of(&desk)).await?;
    desk.done(act, &format!("/applications/{id}?done=done-intake-sent")).await
}

fn page(desk: &Desk, application: &Application, (round, blueprint): (&Round, &Blueprint)) -> CheckPage {
    let questions = &blueprint.intake.questions;
    let rows = shown::answered(questions, &Answers::of_json(&application.answers), desk.lang);
    let must = |row: &&Answered| questions.iter().any(|question| question.key == row.key && question.required);
    let missing = rows.iter().filter(must).filter(|row| row.lines.is_empty()).cloned().collect();
    let last = questions.last().map(|question| super::apply::step(application.id, &question.key));
    CheckPage {
        ui: desk.ui(),
        id: application.id,
        rev: application.rev,
        service: round.name().say(desk.lang).to_owned(),
        rows,
        missing,
        part: shown::supervisor_part(round.supervisor_part, desk.lang),
        who: shown::who_sees(round.supervisor_part, desk.lang),
        back: last.unwrap_or_else(|| format!("/applications/{}", application.id)),
    }
}

pub fn samples() -> Vec<Sample> {
    fn page(lang: Lang, missing: bool) -> String {
        let text = |fi, sv, en| shown::sample_text(fi, sv, en).say(lang).to_owned();
        let rows = vec![
            Answered {
                key: "situation".into(),
                question: text("Mikä työssäsi on muuttumassa?", "Vad förändras i ditt arbete?", "What is changing?"),
                lines: vec![text("Yksikkömme yhdistyy.", "Vår enhet slås ihop.", "Our unit is being merged.")],
            },
            Answered {
                key: "expectations".into(),
                question: text("Mitä odotat valmennukselta?", "Vad väntar du dig?", "What do you expect?"),
                lines: Vec::new(),
            },
        ];
        let page = CheckPage {
            ui: Ui::plain(lang),
            id: ident::of("sample", "application"),
            rev: 4,
            service: shown::sample_service(lang),
            missing: if missing { rows[1..].to_vec() } else { Vec::new() },
            rows,
            part: shown::supervisor_part(SupervisorPart::Approves, lang),
            who: shown::who_sees(SupervisorPart::Approves, lang),
            back: "/own-applications".into(),
        };
        page.render().unwrap_or_default()
    }
    vec![
        Sample { name: "intake/check", render: |lang| page(lang, false) },
        Sample { name: "intake/check-missing", render: |lang| page(lang, true) },
    ]
}
