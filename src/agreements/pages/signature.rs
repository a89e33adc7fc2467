//! The signature page, for services that ask for it: each signs with a typed name; it prints as a paper.
use askama::Template;
use axum::extract::Path;
use uuid::Uuid;

use super::{
    super::{
        confirm,
        joint::{self, Joint},
    },
    view::{self, Shown},
};
use crate::{
    coaching::three::Party,
    desk::{Desk, Posted},
    web::{Answer, Check, Failure, Sheet, Ui},
};

/// A line of the paper.
pub struct Line {
    pub role: String,
    pub name: String,
    /// Empty when not signed.
    pub day: String,
}

#[derive(Template)]
#[template(path = "agreements/pages/signature.html")]
pub struct SignaturePage {
    pub ui: Ui,
    pub case_id: Uuid,
    pub lead: String,
    pub one: Shown,
    pub lines: Vec<Line>,
    pub may_sign: bool,
    pub sheet: Sheet,
}

/// None when nothing is signed in this service.
pub fn page(ui: Ui, joint: &Joint, sheet: Sheet) -> Option<SignaturePage> {
    let (three, party) = (&joint.sight.three, joint.sight.party);
    let newest = joint.newest().filter(|one| one.agreement.terms().signed)?;
    let line = |party: &Party| Line {
        role: ui.t(&format!("agreements-party-{party}")),
        name: newest.names.iter().find(|(who, _)| who == party).map(|(_, name)| name.clone()).unwrap_or_default(),
        day: newest
            .agreement
            .signature(*party)
            .and(newest.agreement.signed_at(*party))
            .map(|at| ui.date(&at))
            .unwrap_or_default(),
    };
    let confirmed = newest.agreement.confirmed_at.is_some();
    Some(SignaturePage {
        case_id: joint.sight.case_id(),
        lead: ui.t(if confirmed { "agreements-sign-lead" } else { "agreements-sign-not-yet" }),
        one: Shown { parties: Vec::new(), ..view::shown(&ui, joint, newest) },
        lines: Party::ALL.iter().map(line).collect(),
        may_sign: confirm::may_sign(&newest.agreement, three, party) && !joint.erased,
        sheet,
        ui,
    })
}

pub async fn show(desk: Desk, Path(id): Path<Uuid>) -> Answer {
    let mut tx = desk.read().await?;
    let joint = joint::joint(&desk, &mut tx, id).await?;
    desk.page(&page(desk.ui(), &joint, Sheet::empty()).ok_or(Failure::NotFound)?)
}

pub async fn sign(Path(id): Path<Uuid>, Posted { desk, words }: Posted) -> Answer {
    let mut act = desk.act(&words).await?;
    let joint = joint::joint(&desk, &mut act, id).await?;
    let mut check = Check::new(desk.lang, &words);
    let name = check.text("name", "fault-agreements-name");
    if words.get("sure") != "yes" {
        check.fault("sure", "fault-agreements-sure");
    }
    let name = match check.done(Some(name)) {
        Ok(name) => name,
        Err(sheet) => return desk.faulty(&page(desk.ui(), &joint, *sheet).ok_or(Failure::NotFound)?),
    };
    if !confirm::sign(&mut act, &desk.house, &joint, &name).await? {
        return Err(Failure::Conflict("conflict-agreements-over"));
    }
    desk.done(act, &format!("/cases/{id}/agreed/signature?done=done-agreements-signed")).await
}
