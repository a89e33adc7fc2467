//! The link that confirms: it shows nothing of the person or the service, has one button, and is used once.
use askama::Template;
use axum::extract::Path;

use super::super::{
    confirm, letters,
    store::{self, links::Link},
};
use crate::{
    coaching::three::{self, Three},
    db::Tx,
    desk::{Desk, Posted},
    web::{Answer, Failure, Ui},
};

#[derive(Template)]
#[template(path = "agreements/pages/link.html")]
pub struct LinkPage {
    pub ui: Ui,
    /// Empty when the link has been used or is past: the same page whichever it is.
    pub action: String,
}

pub async fn show(desk: Desk, Path(token): Path<String>) -> Answer {
    let mut tx = desk.read().await?;
    let open = asked(&desk, &mut tx, &token).await?.is_some();
    desk.page(&LinkPage { ui: desk.ui(), action: if open { format!("/v/{token}") } else { String::new() } })
}

/// One tap; the link is used up.
pub async fn tap(Path(token): Path<String>, Posted { desk, words }: Posted) -> Answer {
    let mut act = desk.act(&words).await?;
    if let Some((link, three)) = asked(&desk, &mut act, &token).await?
        && store::links::spend(&mut act, letters::hash(&token), desk.now).await?
    {
        confirm::second(&mut act, &desk.house, &three, (link.agreement_id, link.party)).await?;
    }
    desk.done(act, &format!("/v/{token}")).await
}

/// What the link asks, while it asks: the version stands, and its reader is still that party of the coaching.
async fn asked(desk: &Desk, tx: &mut Tx, token: &str) -> Result<Option<(Link, Three)>, Failure> {
    let Some(link) = store::links::open(tx, letters::hash(token), desk.now).await? else { return Ok(None) };
    let Some(three) = three::three_unseen(tx, link.case_id).await? else { return Ok(None) };
    let Some(agreement) = store::unseen(tx, link.agreement_id).await? else { return Ok(None) };
    let same = three.human(link.party) == Some(link.human_id);
    Ok((same && agreement.asks(&three, link.party)).then_some((link, three)))
}
