//! A place offered: yes or no with one tap. After the deadline, or after an answer, the page says so plainly.
use askama::Template;
use axum::extract::Path;
use uuid::Uuid;

use super::shown;
use crate::{
    clock,
    desk::{Desk, Posted, see_other},
    house::Sample,
    ident,
    intake::{
        places::{self, Answer as Ending},
        scene::Scene,
        store::offers::{self, Offer, OfferState},
    },
    programmes::SupervisorPart,
    text::Lang,
    web::{Answer, Failure, Ui},
};

#[derive(Template)]
#[template(path = "intake/pages/offer.html")]
struct OfferPage {
    ui: Ui,
    id: Uuid,
    service: String,
    visits: i32,
    answer_by: String,
    /// The supervisor is told of a yes.
    told: bool,
    /// What has become of it; `open` while it can be answered.
    outcome: &'static str,
    is_open: bool,
}

pub async fn show(desk: Desk, Path(id): Path<Uuid>) -> Answer {
    let mut tx = desk.read().await?;
    let application = shown::own(&desk, &mut tx, id).await?;
    let offer = offers::newest_for_work(&mut tx, id).await?.ok_or(Failure::NotFound)?;
    let (round, _) = shown::service(&mut tx, &application).await?;
    let outcome = outcome(&offer, desk.now);
    desk.page(&OfferPage {
        ui: desk.ui(),
        id,
        service: round.name().say(desk.lang).to_owned(),
        visits: offer.visits,
        answer_by: clock::show_day(offer.answer_by),
        told: round.supervisor_part == SupervisorPart::IsTold,
        outcome,
        is_open: outcome == OfferState::Open.code(),
    })
}

/// An offer whose day is over counts as lapsed, also before the clock's job has come round to it.
fn outcome(offer: &Offer, now: clock::Moment) -> &'static str {
    if offer.state == OfferState::Open && now >= clock::end_of(offer.answer_by) {
        OfferState::Lapsed.code()
    } else {
        offer.state.code()
    }
}

pub async fn accept(path: Path<Uuid>, posted: Posted) -> Answer {
    answer(path, posted, (Ending::Accept, "done-intake-accepted")).await
}

pub async fn refuse(path: Path<Uuid>, posted: Posted) -> Answer {
    answer(path, posted, (Ending::Refuse, "done-intake-refused")).await
}

async fn answer(
    Path(id): Path<Uuid>,
    Posted { desk, words }: Posted,
    (ending, done): (Ending, &'static str),
) -> Answer {
    let mut act = desk.act(&words).await?;
    let mut application = shown::own(&desk, &mut act, id).await?;
    let offer = offers::newest_for_work(&mut act, id).await?.ok_or(Failure::NotFound)?;
    // The offer's page tells what became of an offer that can be answered no more.
    if outcome(&offer, desk.now) != OfferState::Open.code() {
        return Ok(see_other(&format!("/applications/{id}/offer")));
    }
    places::answer(&mut act, (&mut application, &offer), ending, Scene::of(&desk)).await?;
    desk.done(act, &format!("/applications/{id}?done={done}")).await
}

pub fn samples() -> Vec<Sample> {
    fn page(lang: Lang, outcome: &'static str) -> String {
        let page = OfferPage {
            ui: Ui::plain(lang),
            id: ident::of("sample", "application"),
            service: shown::sample_service(lang),
            visits: 3,
            answer_by: "10.11.2023".into(),
            told: true,
            outcome,
            is_open: outcome == OfferState::Open.code(),
        };
        page.render().unwrap_or_default()
    }
    vec![
        Sample { name: "intake/offer", render: |lang| page(lang, "open") },
        Sample { name: "intake/offer-lapsed", render: |lang| page(lang, "lapsed") },
        Sample { name: "intake/offer-accepted", render: |lang| page(lang, "accepted") },
    ]
}
