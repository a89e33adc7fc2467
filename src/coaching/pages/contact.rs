//! A private address and phone, asked before the work address ends.
use askama::Template;
use axum::extract::Path;
use uuid::Uuid;

use super::super::store;
use crate::{
    desk::{Desk, Posted},
    events::Event,
    people,
    privacy::{Class, Grant},
    web::{Answer, Check, Failure, Sheet, Ui},
};

#[derive(Template)]
#[template(path = "coaching/pages/contact.html")]
pub struct ContactPage {
    pub ui: Ui,
    pub case_id: Uuid,
    pub sheet: Sheet,
}

pub async fn show(desk: Desk, Path(id): Path<Uuid>) -> Answer {
    let mut tx = desk.read().await?;
    let grant = desk.grant(&mut tx, id, Class::Own).await?;
    let case = store::cases::case(&mut tx, &grant).await?;
    let person = people::person(&mut tx, case.person_id).await?.ok_or(Failure::NotFound)?;
    let sheet = Sheet::filled([
        ("address", person.private_address.unwrap_or_default()),
        ("phone", person.private_phone.unwrap_or_default()),
    ]);
    desk.page(&ContactPage { ui: desk.ui(), case_id: id, sheet })
}

pub async fn save(Path(id): Path<Uuid>, Posted { desk, words }: Posted) -> Answer {
    let mut act = desk.act(&words).await?;
    let grant: Grant = desk.grant(&mut act, id, Class::Own).await?;
    let case = store::cases::case(&mut act, &grant).await?;
    let mut check = Check::new(desk.lang, &words);
    let (address, phone) = (check.optional("address"), check.optional("phone"));
    if !address.is_empty() && !looks_like_address(&address) {
        check.fault("address", "fault-coaching-address");
    }
    let (address, phone) = match check.done(Some((address, phone))) {
        Ok(both) => both,
        Err(sheet) => return desk.faulty(&ContactPage { ui: desk.ui(), case_id: id, sheet: *sheet }),
    };
    let some = |words: &str| (!words.is_empty()).then(|| words.to_owned());
    people::set_private_contact(&mut act, case.person_id, some(&address).as_deref(), some(&phone).as_deref()).await?;
    store::cases::set_contact_asked(&mut act, id, desk.now).await?;
    desk.event(&mut act, Event::new("case.contact_given", id, case.controller_id, desk.now)).await?;
    desk.done(act, "/path?done=done-coaching-contact").await
}

/// Something before and after one `@`, with a dot after it.
pub fn looks_like_address(words: &str) -> bool {
    words.split_once('@').is_some_and(|(name, host)| {
        !name.is_empty() && host.contains('.') && !host.contains('@') && !words.contains(char::is_whitespace)
    })
}
