//! The beginning: what applying means, before anything is kept.
use askama::Template;
use axum::extract::Path;
use uuid::Uuid;

use super::shown;
use crate::{
    db::Tx,
    desk::{Desk, Posted, see_other},
    house::Sample,
    ident,
    intake::{
        apply::{self, Started},
        scene::Scene,
        store,
    },
    people,
    programmes::{self, Round, SupervisorPart},
    text::Lang,
    web::{Answer, Failure, Ui},
};

#[derive(Template)]
#[template(path = "intake/pages/apply.html")]
struct ApplyPage {
    ui: Ui,
    round_id: Uuid,
    service: String,
    closes_on: String,
    questions: usize,
    part: String,
    who: String,
    /// Why one cannot apply; empty when one can.
    refusal: String,
    /// The address of the application that there is already.
    there: Option<String>,
    /// The service's own page.
    back: String,
}

/// The round, if the reader may know of it.
async fn told(desk: &Desk, tx: &mut Tx, round_id: Uuid) -> Result<Round, Failure> {
    let round = programmes::round(tx, round_id).await?.filter(|round| round.is_told_to(desk.maybe_actor()));
    round.ok_or(Failure::NotFound)
}

pub async fn show(desk: Desk, Path(round_id): Path<Uuid>) -> Answer {
    let mut tx = desk.read().await?;
    let round = told(&desk, &mut tx, round_id).await?;
    let blueprint = programmes::blueprint_of(&mut tx, &round).await?;
    let person = people::person_of(&mut tx, desk.actor()?.human_id, round.controller_id).await?;
    let there = match &person {
        Some(person) => {
            store::of_person(&mut tx, round_id, person.id).await?.map(|(id, _)| format!("/applications/{id}"))
        }
        None => None,
    };
    let refusal = if !round.takes_applications(desk.now) {
        desk.lang.t("intake-apply-closed")
    } else if person.is_none() {
        desk.lang.t("intake-apply-not-staff")
    } else {
        String::new()
    };
    desk.page(&ApplyPage {
        ui: desk.ui(),
        round_id,
        service: round.name().say(desk.lang).to_owned(),
        closes_on: crate::clock::show_day(round.closes_on),
        questions: blueprint.intake.questions.len(),
        part: shown::supervisor_part(round.supervisor_part, desk.lang),
        who: shown::who_sees(round.supervisor_part, desk.lang),
        refusal,
        there,
        back: format!("/services/{round_id}"),
    })
}

pub async fn begin(Path(round_id): Path<Uuid>, Posted { desk, words }: Posted) -> Answer {
    let mut act = desk.act(&words).await?;
    let round = told(&desk, &mut act, round_id).await?;
    if !round.takes_applications(desk.now) {
        return Err(Failure::Refused("intake-stop-closed"));
    }
    let blueprint = programmes::blueprint_of(&mut act, &round).await?;
    match apply::start(&mut act, &round, desk.actor()?.human_id, Scene::of(&desk)).await? {
        Started::New(id) => {
            let first = blueprint.intake.questions.first().map(|question| question.key.as_str());
            let to = first.map_or_else(|| format!("/applications/{id}/check"), |key| step(id, key));
            desk.done(act, &to).await
        }
        Started::There(id) => Ok(see_other(&format!("/applications/{id}"))),
        Started::NotStaff => Err(Failure::Refused("intake-apply-not-staff")),
    }
}

/// The address of a question.
pub fn step(id: Uuid, key: &str) -> String {
    format!("/applications/{id}/steps/{key}")
}

pub fn samples() -> Vec<Sample> {
    fn page(lang: Lang, refusal: &str) -> ApplyPage {
        ApplyPage {
            ui: Ui::plain(lang),
            round_id: ident::of("sample", "round"),
            service: shown::sample_service(lang),
            closes_on: "20.10.2023".into(),
            questions: 9,
            part: shown::supervisor_part(SupervisorPart::IsTold, lang),
            who: shown::who_sees(SupervisorPart::IsTold, lang),
            refusal: refusal.into(),
            there: None,
            back: "/services".into(),
        }
    }
    vec![
        Sample { name: "intake/apply", render: |lang| page(lang, "").render().unwrap_or_default() },
        Sample {
            name: "intake/apply-closed",
            render: |lang| page(lang, &lang.t("intake-apply-closed")).render().unwrap_or_default(),
        },
    ]
}
