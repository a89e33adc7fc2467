//! The link that takes one answer: it shows nothing of the person or the service, and is used once.
use askama::Template;
use axum::extract::Path;
use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::{
    Source, ask, steps,
    store::{self, AskedStep},
};
use crate::{
    clock, coaching,
    db::Tx,
    desk::{Desk, Posted},
    forms::{self, Question},
    programmes,
    web::{Answer, Check, Failure, Sheet, Ui},
};

#[derive(Template)]
#[template(path = "surveys/link.html")]
pub struct LinkPage {
    pub ui: Ui,
    pub action: String,
    /// One, or none when the link has been used or is past: the same page whichever it is.
    pub questions: Vec<Question>,
    pub sheet: Sheet,
}

/// The one question, or thanks.
pub async fn show(desk: Desk, Path(token): Path<String>) -> Answer {
    let mut tx = desk.read().await?;
    let question = match store::link(&mut tx, hash(&token), desk.now).await? {
        Some(step_id) => asked(&mut tx, step_id).await?.map(|(_, question)| question),
        None => None,
    };
    let action = if question.is_some() { format!("/o/{token}") } else { String::new() };
    desk.page(&LinkPage { ui: desk.ui(), action, questions: question.into_iter().collect(), sheet: Sheet::empty() })
}

/// One answer; the link is used up.
pub async fn answer(Path(token): Path<String>, Posted { desk, words }: Posted) -> Answer {
    let mut act = desk.act(&words).await?;
    let done = format!("/o/{token}");
    let Some(step_id) = store::link(&mut act, hash(&token), desk.now).await? else {
        return desk.done(act, &done).await;
    };
    let Some((step, question)) = asked(&mut act, step_id).await? else { return desk.done(act, &done).await };
    let mut check = Check::new(desk.lang, &words);
    let read = forms::read(&question, &words, &mut check);
    let kind = match check.done(read) {
        Ok(forms::Answer::Keys(keys)) => keys.into_iter().next().unwrap_or_default(),
        Ok(_) => return Err(Failure::NotFound),
        Err(sheet) => {
            let page = LinkPage { ui: desk.ui(), action: done, questions: vec![question], sheet: *sheet };
            return desk.faulty(&page);
        }
    };
    if store::use_link(&mut act, hash(&token), desk.now).await? {
        store::insert_outcome(&mut act, &step, &kind, (clock::day(desk.now), Source::Link)).await?;
        coaching::mark_step_done(&mut act, step_id, desk.now).await?;
    }
    desk.done(act, &done).await
}

/// The outcome step and its question; none when it has been answered otherwise.
async fn asked(tx: &mut Tx, step_id: Uuid) -> Result<Option<(AskedStep, Question)>, Failure> {
    let Some(step) = store::step(tx, step_id).await?.filter(|step| !step.is_over()) else { return Ok(None) };
    let Some(round) = programmes::round(tx, step.round_id).await? else { return Ok(None) };
    let blueprint = programmes::blueprint_of(tx, &round).await?;
    let (_, instrument) = steps::parts(&blueprint, &step)?;
    Ok(ask::outcome_question(instrument).cloned().map(|question| (step, question)))
}

pub(super) fn hash(token: &str) -> Vec<u8> {
    Sha256::digest(token.as_bytes()).to_vec()
}
