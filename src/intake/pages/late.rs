//! Somebody added late by the coordinator, with the reason; from then on the application goes like the others.
use askama::Template;
use axum::extract::Path;
use uuid::Uuid;

use super::shown;
use crate::{
    desk::{Desk, Posted},
    house::Sample,
    ident,
    intake::{
        apply::{self, Started},
        places,
        scene::Scene,
        store,
    },
    people,
    privacy::{self, Class},
    programmes,
    text::Lang,
    web::{Answer, Check, Failure, Fault, Sheet, Ui},
};

#[derive(Template)]
#[template(path = "intake/pages/late.html")]
struct LatePage {
    ui: Ui,
    round_id: Uuid,
    service: String,
    back: String,
    sheet: Sheet,
}

pub async fn show(desk: Desk, Path(id): Path<Uuid>) -> Answer {
    let mut tx = desk.read().await?;
    desk.grant(&mut tx, id, Class::Service).await?;
    let round = programmes::round(&mut tx, id).await?.ok_or(Failure::NotFound)?;
    desk.page(&page(&desk, (&round, Sheet::empty())))
}

fn page(desk: &Desk, (round, sheet): (&programmes::Round, Sheet)) -> LatePage {
    LatePage {
        ui: desk.ui(),
        round_id: round.id,
        service: round.name().say(desk.lang).to_owned(),
        back: format!("/applications?round={}", round.id),
        sheet,
    }
}

pub async fn add(Path(id): Path<Uuid>, Posted { desk, words }: Posted) -> Answer {
    let mut act = desk.act(&words).await?;
    desk.grant(&mut act, id, Class::Service).await?;
    let round = programmes::round(&mut act, id).await?.ok_or(Failure::NotFound)?;
    if !places::gives_places(&round) {
        return Err(Failure::Refused("intake-stop-round"));
    }
    let human = privacy::human_by_address(&mut act, words.get("address")).await?;
    let person = match human {
        Some(human) => people::person_of(&mut act, human.id, round.controller_id).await?,
        None => None,
    };
    let mut check = Check::new(desk.lang, &words);
    let reason = check.text("reason", "fault-intake-late-reason");
    if person.is_none() {
        check.fault("address", "fault-intake-late-address");
    }
    let person = match check.done(person) {
        Ok(person) => person,
        Err(sheet) => return desk.faulty(&page(&desk, (&round, *sheet))),
    };
    let scene = Scene::of(&desk);
    let refused =
        |key| Sheet { words: words.clone(), faults: vec![Fault { name: "address".into(), text: desk.lang.t(key) }] };
    let started = match apply::start_of(&mut act, &round, &person, (scene, true)).await? {
        Started::New(started) => started,
        Started::There(_) => return desk.faulty(&page(&desk, (&round, refused("intake-stop-there")))),
        Started::NotStaff => return desk.faulty(&page(&desk, (&round, refused("intake-stop-not-staff")))),
    };
    let blueprint = programmes::blueprint_of(&mut act, &round).await?;
    let mut application = store::for_work(&mut act, started).await?.ok_or(Failure::NotFound)?;
    apply::submit(&mut act, (&round, &blueprint), &mut application, scene).await?;
    store::keep_reason(&mut act, started, &reason).await?;
    desk.done(act, &format!("/rounds/{id}/applications/{started}?done=done-intake-late")).await
}

pub fn samples() -> Vec<Sample> {
    fn page(lang: Lang) -> String {
        let page = LatePage {
            ui: Ui::plain(lang),
            round_id: ident::of("sample", "round"),
            service: shown::sample_service(lang),
            back: "/applications".into(),
            sheet: Sheet::empty(),
        };
        page.render().unwrap_or_default()
    }
    vec![Sample { name: "intake/late", render: page }]
}
