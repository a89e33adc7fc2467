//! Preparing apart: own thoughts stay own until their writer shares them, and can be taken back.
use askama::Template;
use axum::extract::Path;
use uuid::Uuid;

use super::super::{
    joint::{self, Joint},
    store,
};
use crate::{
    clock::Moment,
    coaching::three::Party,
    desk::{Desk, Posted},
    events::Event,
    web::{Answer, Check, Failure, Sheet, Ui},
};

#[derive(Template)]
#[template(path = "agreements/pages/preparation.html")]
pub struct PreparationPage {
    pub ui: Ui,
    pub case_id: Uuid,
    pub back: String,
    /// What one might think about.
    pub hints: Vec<String>,
    /// The others, by name.
    pub others: String,
    pub words: String,
    pub rev: i64,
    pub saved_at: Option<Moment>,
    pub shared: bool,
    /// What was saved meanwhile in another window.
    pub clash: Option<String>,
    /// The coaching goes on.
    pub open: bool,
    pub erased: bool,
    pub sheet: Sheet,
}

pub fn hints(ui: &Ui, party: Party) -> Vec<String> {
    (1..=3).map(|n| ui.t(&format!("agreements-hint-{party}-{n}"))).collect()
}

pub fn page(ui: Ui, joint: &Joint) -> PreparationPage {
    let own = joint.own();
    PreparationPage {
        case_id: joint.sight.case_id(),
        back: super::back(joint),
        hints: hints(&ui, joint.sight.party),
        others: super::others(&ui, joint),
        words: own.map(|own| own.words.clone()).unwrap_or_default(),
        rev: own.map_or(0, |own| own.preparation.rev),
        saved_at: own.map(|own| own.preparation.saved_at),
        shared: own.is_some_and(|own| own.preparation.shared_at.is_some()),
        clash: None,
        open: joint.sight.three.state.is_open() && !joint.erased,
        erased: joint.erased,
        sheet: Sheet::empty(),
        ui,
    }
}

pub async fn show(desk: Desk, Path(id): Path<Uuid>) -> Answer {
    let mut tx = desk.read().await?;
    let joint = joint::joint(&desk, &mut tx, id).await?;
    desk.page(&page(desk.ui(), &joint))
}

/// Saves the thoughts, and shares them or takes them back when that button was pressed.
pub async fn save(Path(id): Path<Uuid>, Posted { desk, words }: Posted) -> Answer {
    let mut act = desk.act(&words).await?;
    let joint = joint::joint(&desk, &mut act, id).await?;
    if !joint.sight.three.state.is_open() || joint.erased {
        return Err(Failure::Refused("conflict-coaching-ended"));
    }
    let before = page(desk.ui(), &joint);
    let how = words.get("how");
    let mut check = Check::new(desk.lang, &words);
    let text =
        if how == "share" { check.text("thoughts", "fault-agreements-thoughts") } else { check.optional("thoughts") };
    let text = match check.done(Some(text)) {
        Ok(text) => text,
        Err(sheet) => {
            let typed = words.get("thoughts").to_owned();
            return desk.faulty(&PreparationPage { words: typed, sheet: *sheet, ..before });
        }
    };
    let shared = if before.shared { how != "keep" } else { how == "share" };
    let rev = words.get("rev").parse().unwrap_or(-1);
    let sealed = desk.house.vault.seal(&mut act, id, &text).await?;
    if !store::prepared::save(&mut act, &joint.sight, (sealed, rev), shared, desk.now).await? {
        let joint = joint::joint(&desk, &mut act, id).await?;
        let now = page(desk.ui(), &joint);
        return desk.faulty(&PreparationPage { clash: Some(now.words.clone()), words: text, ..now });
    }
    let (what, done) = match (before.shared, shared) {
        (false, true) => ("preparation.shared", "done-agreements-shared"),
        (true, false) => ("preparation.kept", "done-agreements-kept"),
        _ => ("preparation.saved", "done-agreements-saved"),
    };
    let event = Event::new(what, id, joint.sight.three.controller_id, desk.now);
    desk.event(&mut act, event.fact("party", joint.sight.party.code())).await?;
    desk.done(act, &format!("/cases/{id}/preparation?done={done}")).await
}
