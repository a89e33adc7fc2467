//! "Näin esihenkilö näkee tämän": the supervisor's own page, made by the same road, for the participant and the coach.
use askama::Template;
use axum::extract::{Path, Query};
use uuid::Uuid;

use super::{
    super::{
        joint::{self, Joint},
        terms,
    },
    agreed::Body,
    confirmation,
    view::{self, Pick},
};
use crate::{
    clock::Moment,
    coaching::three::Party,
    desk::Desk,
    web::{Answer, Failure, Ui, Words},
};

#[derive(Template)]
#[template(path = "agreements/pages/seen.html")]
pub struct SeenPage {
    pub ui: Ui,
    pub case_id: Uuid,
    pub title: String,
    /// What lies on the table for the supervisor.
    pub theirs: Body,
    pub picks: Vec<Pick>,
    pub rev: i64,
    /// The participant may confirm what is shown.
    pub may_confirm: bool,
    /// The ticked ones, for the form that confirms.
    pub shares: Vec<&'static str>,
}

/// `chosen`: what the reader has ticked to try; none at first.
pub fn page(ui: Ui, joint: &Joint, (chosen, now): (Option<&Words>, Moment)) -> Option<SeenPage> {
    let newest = &joint.newest()?.agreement;
    let three = &joint.sight.three;
    let shares = match chosen {
        Some(words) => confirmation::ticked(joint, words),
        None => newest.named_shares(),
    };
    let theirs = Body::of(&ui, &joint.as_supervisor(&shares, now));
    let proposed = terms::shares(&newest.proposed);
    Some(SeenPage {
        case_id: joint.sight.case_id(),
        title: ui.t1("agreements-preview-link", "name", three.supervisor_name.clone().unwrap_or_default()),
        theirs,
        picks: view::picks(&ui, &newest.terms(), (&proposed, &shares)),
        rev: newest.rev,
        may_confirm: joint.sight.party == Party::Participant && newest.asks(three, Party::Participant),
        shares: shares.iter().map(|what| what.code()).collect(),
        ui,
    })
}

pub async fn show(desk: Desk, Path(id): Path<Uuid>, Query(pairs): Query<Vec<(String, String)>>) -> Answer {
    let words = Words::of(pairs);
    let mut tx = desk.read().await?;
    let joint = joint::joint(&desk, &mut tx, id).await?;
    let named = joint.sight.three.supervisor_human_id.is_some();
    if joint.sight.party == Party::Supervisor || !named || joint.erased {
        return Err(Failure::NotFound);
    }
    let chosen = words.has("try").then_some(&words);
    desk.page(&page(desk.ui(), &joint, (chosen, desk.now)).ok_or(Failure::NotFound)?)
}
