//! A coaching that breaks off, by either of the two.
use askama::Template;
use axum::extract::Path;
use uuid::Uuid;

use super::{
    super::{
        EndReason,
        path::{self, End},
        store,
    },
    opened, take_rev,
    view::{self, Pick},
};
use crate::{
    desk::{Desk, Posted},
    privacy::Class,
    web::{Answer, Check, Failure, Sheet, Ui},
};

#[derive(Template)]
#[template(path = "coaching/pages/interruption.html")]
pub struct InterruptionPage {
    pub ui: Ui,
    pub case_id: Uuid,
    pub rev: i64,
    pub back: String,
    pub reasons: Vec<Pick>,
    pub sheet: Sheet,
}

pub fn reasons(ui: &Ui, sheet: &Sheet) -> Vec<Pick> {
    EndReason::ALL
        .iter()
        .map(|reason| Pick {
            value: reason.code().to_owned(),
            label: view::coded(ui, "coaching-end-reason-", reason.code()),
            hint: String::new(),
            chosen: sheet.chosen("reason", reason.code()),
        })
        .collect()
}

pub async fn ask(desk: Desk, Path(id): Path<Uuid>) -> Answer {
    let mut tx = desk.read().await?;
    let (_, case) = opened(&desk, &mut tx, (id, Class::Coaching)).await?;
    if !case.state.is_open() {
        return Err(Failure::Refused("conflict-coaching-ended"));
    }
    let back = back(&desk, &case)?;
    let (ui, sheet) = (desk.ui(), Sheet::empty());
    desk.page(&InterruptionPage { reasons: reasons(&ui, &sheet), ui, case_id: id, rev: case.rev, back, sheet })
}

pub fn back(desk: &Desk, case: &store::cases::Case) -> Result<String, Failure> {
    let is_participant = desk.actor()?.human_id == case.human_id;
    Ok(if is_participant { "/path".to_owned() } else { view::case_page(case) })
}

pub async fn interrupt(Path(id): Path<Uuid>, Posted { desk, words }: Posted) -> Answer {
    let mut act = desk.act(&words).await?;
    let (_, case) = opened(&desk, &mut act, (id, Class::Coaching)).await?;
    let back = back(&desk, &case)?;
    let mut check = Check::new(desk.lang, &words);
    let reason = check.one_of("reason", "fault-choose", EndReason::read);
    let reason = match check.done(reason) {
        Ok(reason) => reason,
        Err(sheet) => {
            let ui = desk.ui();
            let reasons = reasons(&ui, &sheet);
            return desk.faulty(&InterruptionPage { ui, case_id: id, rev: case.rev, back, reasons, sheet: *sheet });
        }
    };
    take_rev(&mut act, id, &words).await?;
    let state = case.state.interrupt().ok_or(Failure::Refused("conflict-coaching-ended"))?;
    let end = End { state, reason: Some(reason), by: desk.actor()?.human_id };
    path::end(&mut act, &desk.house, &case, end).await?;
    desk.done(act, &format!("{back}?done=done-coaching-interrupted")).await
}
