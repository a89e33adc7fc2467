//! One action: what it is, and everything that can be done to it.
use askama::Template;
use axum::extract::Path;
use chrono::NaiveDate;
use uuid::Uuid;

use super::{
    super::{action::Action, acts, form, shown},
    home,
};
use crate::{
    clock,
    coaching::three::{self, Party, Sight, Three},
    db::Tx,
    desk::{Act, Desk, Posted},
    web::{Answer, Check, Failure, Sheet, Ui, Words},
};

#[derive(Template)]
#[template(path = "actions/pages/one.html")]
pub struct OnePage {
    pub ui: Ui,
    pub case_id: Uuid,
    pub id: Uuid,
    pub rev: i64,
    pub what: String,
    /// `(label, words)`
    pub facts: Vec<(String, String)>,
    pub state: String,
    pub tag: &'static str,
    /// The one thing to do at once; empty when there is none.
    pub act: &'static str,
    pub verb: String,
    pub about: String,
    pub may_refuse: bool,
    /// What saying no is called here.
    pub refuse: String,
    pub may_change: bool,
    pub sheet: Sheet,
}

pub fn page(ui: Ui, (three, party): (&Three, Party), (action, today): (&Action, NaiveDate), sheet: Sheet) -> OnePage {
    let (act, verb) = shown::verb(action, party);
    let (state, tag) = shown::state(&ui, (three, party), (action, today));
    let supervisor = three.name_of(Party::Supervisor).unwrap_or_default();
    let mut facts = vec![
        (ui.t("actions-field-owner"), shown::owner(&ui, (three, party), action.owner)),
        (ui.t("actions-field-due"), ui.day(&action.due_on)),
        (ui.t("actions-proposed-by"), shown::owner(&ui, (three, party), action.proposed_by)),
    ];
    facts.extend(action.closed_by.map(|by| (ui.t("actions-closed-by"), shown::owner(&ui, (three, party), by))));
    facts.extend(action.reason.clone().map(|reason| (ui.t("actions-field-reason"), reason)));
    let about = match act {
        "release" if action.owner == Party::Supervisor => ui.t1("actions-release-to", "name", supervisor),
        "release" => ui.t("actions-release-about"),
        "agreement" => ui.t("actions-agree-about"),
        _ => String::new(),
    };
    let refuse = if party == action.proposed_by { "actions-take-back" } else { "actions-refuse" };
    OnePage {
        case_id: three.case_id,
        id: action.id,
        rev: action.rev,
        what: action.what.clone(),
        facts,
        state,
        tag,
        act,
        verb: if verb.is_empty() { String::new() } else { ui.t(verb) },
        about,
        may_refuse: action.may_refuse(party),
        refuse: ui.t(refuse),
        may_change: action.may_change(party),
        ui,
        sheet,
    }
}

/// The case and the action, when the reader may see it.
async fn found(desk: &Desk, tx: &mut Tx, (id, action_id): (Uuid, Uuid)) -> Result<(Sight, Action), Failure> {
    let sight = three::sight(desk, tx, id).await?;
    let actions = acts::of(tx, &desk.house, &sight).await?;
    let action = actions.into_iter().find(|action| action.id == action_id).ok_or(Failure::NotFound)?;
    Ok((sight, action))
}

pub async fn show(desk: Desk, Path(at): Path<(Uuid, Uuid)>) -> Answer {
    let mut tx = desk.read().await?;
    let (sight, action) = found(&desk, &mut tx, at).await?;
    let today = clock::day(desk.now);
    desk.page(&page(desk.ui(), (&sight.three, sight.party), (&action, today), Sheet::empty()))
}

/// An act on the action as the form was made with it.
async fn acting(desk: &Desk, words: &Words, at: (Uuid, Uuid)) -> Result<(Act, Sight, Action), Failure> {
    let mut act = desk.act(words).await?;
    let (sight, mut action) = found(desk, &mut act, at).await?;
    action.rev = words.get("rev").parse().map_err(|_| Failure::Conflict("conflict-changed"))?;
    Ok((act, sight, action))
}

async fn on(desk: &Desk, act: Act, (id, done): (Uuid, &str)) -> Answer {
    desk.done(act, &format!("{}?done={done}", home(id))).await
}

pub async fn release(Path(at): Path<(Uuid, Uuid)>, Posted { desk, words }: Posted) -> Answer {
    let (mut act, sight, action) = acting(&desk, &words, at).await?;
    acts::release(&mut act, &desk.house, &sight, &action).await?;
    on(&desk, act, (at.0, "done-actions-released")).await
}

pub async fn refuse(Path(at): Path<(Uuid, Uuid)>, Posted { desk, words }: Posted) -> Answer {
    let (mut act, sight, action) = acting(&desk, &words, at).await?;
    acts::refuse(&mut act, &desk.house, &sight, &action).await?;
    on(&desk, act, (at.0, "done-actions-refused")).await
}

pub async fn agree(Path(at): Path<(Uuid, Uuid)>, Posted { desk, words }: Posted) -> Answer {
    let (mut act, sight, action) = acting(&desk, &words, at).await?;
    acts::agree(&mut act, &desk.house, &sight, &action).await?;
    on(&desk, act, (at.0, "done-actions-agreed")).await
}

pub async fn done(Path(at): Path<(Uuid, Uuid)>, Posted { desk, words }: Posted) -> Answer {
    let (mut act, sight, action) = acting(&desk, &words, at).await?;
    acts::mark_done(&mut act, &desk.house, &sight, &action).await?;
    on(&desk, act, (at.0, "done-actions-done")).await
}

pub async fn move_day(Path(at): Path<(Uuid, Uuid)>, Posted { desk, words }: Posted) -> Answer {
    let (mut act, sight, action) = acting(&desk, &words, at).await?;
    let mut check = Check::new(desk.lang, &words);
    let today = clock::day(desk.now);
    let day = form::day(&mut check, "due", today);
    match check.done(day) {
        Ok(day) => acts::move_day(&mut act, &desk.house, &sight, (&action, day)).await?,
        Err(sheet) => {
            return desk.faulty(&page(desk.ui(), (&sight.three, sight.party), (&action, today), *sheet));
        }
    }
    on(&desk, act, (at.0, "done-actions-moved")).await
}

pub async fn drop_it(Path(at): Path<(Uuid, Uuid)>, Posted { desk, words }: Posted) -> Answer {
    let (mut act, sight, action) = acting(&desk, &words, at).await?;
    let mut check = Check::new(desk.lang, &words);
    let reason = form::short(&mut check, "reason", "fault-actions-reason");
    match check.done(Some(reason)) {
        Ok(reason) => acts::drop_with(&mut act, &desk.house, &sight, (&action, &reason)).await?,
        Err(sheet) => {
            let today = clock::day(desk.now);
            return desk.faulty(&page(desk.ui(), (&sight.three, sight.party), (&action, today), *sheet));
        }
    }
    on(&desk, act, (at.0, "done-actions-dropped")).await
}
