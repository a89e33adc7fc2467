//! Confirming what was noted: the participant chooses item by item what is shared; supervisor and coach tap once.
use askama::Template;
use axum::extract::Path;
use uuid::Uuid;

use super::{
    super::{
        confirm,
        joint::{self, Joint},
        terms,
    },
    view::{self, Pick, Shown},
};
use crate::{
    coaching::three::{Party, Shared},
    desk::{Desk, Posted},
    web::{Answer, Failure, Ui, Words},
};

#[derive(Template)]
#[template(path = "agreements/pages/confirmation.html")]
pub struct ConfirmationPage {
    pub ui: Ui,
    pub case_id: Uuid,
    pub one: Shown,
    pub rev: i64,
    pub is_participant: bool,
    /// What the participant may share.
    pub picks: Vec<Pick>,
    /// Empty when nobody is named.
    pub supervisor: String,
    /// There is something to confirm.
    pub asked: bool,
}

pub fn page(ui: Ui, joint: &Joint) -> Option<ConfirmationPage> {
    let (three, party) = (&joint.sight.three, joint.sight.party);
    let newest = joint.newest()?;
    let terms = newest.agreement.terms();
    let proposed = terms::shares(&newest.agreement.proposed);
    let taps = !terms.signed || party == Party::Participant;
    Some(ConfirmationPage {
        case_id: joint.sight.case_id(),
        one: view::shown(&ui, joint, newest),
        rev: newest.agreement.rev,
        is_participant: party == Party::Participant,
        picks: view::picks(&ui, &terms, (&proposed, &joint.consented())),
        supervisor: three.supervisor_name.clone().unwrap_or_default(),
        asked: taps && newest.agreement.asks(three, party) && !joint.erased,
        ui,
    })
}

pub async fn show(desk: Desk, Path(id): Path<Uuid>) -> Answer {
    let mut tx = desk.read().await?;
    let joint = joint::joint(&desk, &mut tx, id).await?;
    desk.page(&page(desk.ui(), &joint).ok_or(Failure::NotFound)?)
}

/// What is ticked of what was spoken of.
pub fn ticked(joint: &Joint, words: &Words) -> Vec<Shared> {
    let proposed = joint.newest().map(|one| terms::shares(&one.agreement.proposed)).unwrap_or_default();
    let ticked = words.all("shares");
    proposed.into_iter().filter(|what| ticked.contains(&what.code())).collect()
}

pub async fn confirm(Path(id): Path<Uuid>, Posted { desk, words }: Posted) -> Answer {
    let mut act = desk.act(&words).await?;
    let joint = joint::joint(&desk, &mut act, id).await?;
    if joint.erased {
        return Err(Failure::Refused("conflict-agreements-erased"));
    }
    let newest = &joint.newest().ok_or(Failure::NotFound)?.agreement;
    let signed = newest.terms().signed;
    if joint.sight.party == Party::Participant {
        let rev = words.get("rev").parse().unwrap_or(-1);
        confirm::confirm(&mut act, &desk.house, &joint, (&ticked(&joint, &words), rev)).await?;
    } else if !confirm::second(&mut act, &desk.house, &joint.sight.three, (newest.id, joint.sight.party)).await? {
        return Err(Failure::Conflict("conflict-agreements-over"));
    }
    let next = if signed { "agreed/signature" } else { "agreed" };
    desk.done(act, &format!("/cases/{id}/{next}?done=done-agreements-confirmed")).await
}
