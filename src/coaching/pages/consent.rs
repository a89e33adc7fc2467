//! The participant decides whether the coach of now may read what was written with the one before. Not answering is
//! fine, and an answer can be changed. What two persons have decided without it stands here too.
use askama::Template;
use axum::extract::Path;
use uuid::Uuid;

use super::{
    super::{
        eras::{self, Answer as Says, RequestState},
        store::{
            self,
            cases::Case,
            eras::{Era, Request},
        },
    },
    earlier, take_rev, view,
};
use crate::{
    clock::Moment,
    db::Tx,
    desk::{Desk, Posted},
    privacy::{Class, Grant},
    web::{Answer, Failure, Ui},
};

/// What was asked and decided without the participant, in words.
pub struct Told {
    pub coach: String,
    pub state: String,
    /// The look of the tag.
    pub tag: &'static str,
    /// `(who, when)`
    pub asked: (String, Moment),
    pub asked_reason: String,
    pub decided: Option<(String, Moment)>,
    pub decided_reason: String,
}

impl Told {
    pub fn asked_words(&self, ui: &Ui) -> String {
        let (name, at) = &self.asked;
        ui.t2("coaching-request-asked", ("name", "when"), name, ui.moment(at))
    }
    pub fn decided_words(&self, ui: &Ui) -> String {
        let words =
            |(name, at): &(String, Moment)| ui.t2("coaching-request-decided", ("name", "when"), name, ui.moment(at));
        self.decided.as_ref().map(words).unwrap_or_default()
    }
}

#[derive(Template)]
#[template(path = "coaching/pages/consent.html")]
pub struct ConsentPage {
    pub ui: Ui,
    pub case_id: Uuid,
    pub rev: i64,
    /// The coach of now; none when none is named.
    pub coach: Option<String>,
    /// The times of others than the coach of now.
    pub times: Vec<String>,
    pub answer: Option<(Says, Moment)>,
    pub told: Vec<Told>,
}

pub async fn show(desk: Desk, Path(id): Path<Uuid>) -> Answer {
    let mut tx = desk.read().await?;
    let (grant, case) = super::opened(&desk, &mut tx, (id, Class::Own)).await?;
    let eras = store::eras::eras(&mut tx, case.id).await?;
    let told = requests(&desk, &mut tx, &grant).await?;
    desk.page(&page(desk.ui(), &case, &eras, told))
}

/// What has been asked and decided of the case, opened for whose case it is.
async fn requests(desk: &Desk, tx: &mut Tx, grant: &Grant) -> Result<Vec<Told>, Failure> {
    let requests = store::eras::requests(tx, grant).await?;
    let reasons = reasons(desk, tx, &requests).await?;
    let ui = desk.ui();
    Ok(requests.iter().zip(reasons).map(|(request, reasons)| told(&ui, request, reasons)).collect())
}

/// The two reasons of each request; empty where there is none, or it has been erased.
pub async fn reasons(desk: &Desk, tx: &mut Tx, requests: &[Request]) -> Result<Vec<(String, String)>, Failure> {
    let parts = |request: &Request| [Some(request.asked_reason.clone()), request.decided_reason.clone()];
    let sealed: Vec<(Uuid, Vec<u8>)> = requests
        .iter()
        .flat_map(|request| parts(request).map(|part| (request.case_id, part.unwrap_or_default())))
        .collect();
    let there: Vec<(Uuid, &[u8])> =
        sealed.iter().filter(|(_, part)| !part.is_empty()).map(|(id, part)| (*id, part.as_slice())).collect();
    let mut opened = desk.house.vault.open_many(tx, &there).await?.into_iter();
    let mut words =
        sealed.iter().map(|(_, part)| if part.is_empty() { None } else { opened.next().flatten() }.unwrap_or_default());
    let mut reasons = Vec::new();
    while let (Some(asked), Some(decided)) = (words.next(), words.next()) {
        reasons.push((asked, decided));
    }
    Ok(reasons)
}

pub fn told(ui: &Ui, request: &Request, (asked_reason, decided_reason): (String, String)) -> Told {
    Told {
        coach: request.coach_name.clone(),
        state: match request.state {
            RequestState::Asked => ui.t("coaching-request-asked-state"),
            state => view::coded(ui, "coaching-request-", state.code()),
        },
        tag: if request.state == RequestState::Asked { "wait" } else { "quiet" },
        asked: (request.asked_name.clone(), request.asked_at),
        asked_reason,
        decided: request.decided_name.clone().zip(request.decided_at),
        decided_reason,
    }
}

pub fn page(ui: Ui, case: &Case, eras: &[Era], told: Vec<Told>) -> ConsentPage {
    let others = |era: &&Era| eras::is_of_another(era, case.coach_human_id);
    ConsentPage {
        case_id: case.id,
        rev: case.rev,
        coach: case.coach_name.clone(),
        times: eras.iter().filter(others).map(|era| earlier::title(&ui, era)).collect(),
        answer: eras.first().and_then(|era| era.answer.zip(era.answered_at)),
        told,
        ui,
    }
}

pub async fn save(Path(id): Path<Uuid>, Posted { desk, words }: Posted) -> Answer {
    let mut act = desk.act(&words).await?;
    let (_, case) = super::opened(&desk, &mut act, (id, Class::Own)).await?;
    let says = Says::read(words.get("answer")).ok_or(Failure::Refused("conflict-coaching-consent"))?;
    let eras = store::eras::eras(&mut act, case.id).await?;
    if case.coach_human_id.is_none() || !eras.iter().any(|era| eras::is_of_another(era, case.coach_human_id)) {
        return Err(Failure::Refused("conflict-coaching-consent"));
    }
    take_rev(&mut act, id, &words).await?;
    eras::answer(&mut act, &case, (says, desk.actor()?.human_id), desk.now).await?;
    let location = match says {
        Says::Yes => format!("/cases/{id}/consent?done=done-coaching-consent-yes"),
        Says::No => format!("/cases/{id}/consent?done=done-coaching-consent-no"),
        Says::Later => "/path?done=done-coaching-consent-later".to_owned(),
    };
    desk.done(act, &location).await
}

impl ConsentPage {
    fn is(&self, says: &str) -> bool {
        self.answer.is_some_and(|(answer, _)| answer.code() == says)
    }
}
