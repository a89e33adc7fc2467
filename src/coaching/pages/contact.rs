//! A private address and phone, asked before the work address ends.
use askama::Template;
use axum::extract::Path;
use uuid::Uuid;

use super::{
    super::store,
    view::{self, Pick},
};
use crate::{
    desk::{Desk, Posted},
    events::Event,
    people::{self, ContactWay},
    privacy::{Class, Grant},
    signin,
    web::{Answer, Check, Failure, Sheet, Ui},
};

#[derive(Template)]
#[template(path = "coaching/pages/contact.html")]
pub struct ContactPage {
    pub ui: Ui,
    pub case_id: Uuid,
    /// By mail or by text message; nothing to choose where the house sends no text messages.
    pub ways: Vec<Pick>,
    pub sheet: Sheet,
}

impl ContactPage {
    pub fn of(ui: Ui, case_id: Uuid, sheet: Sheet, texts: bool) -> ContactPage {
        let pick = |way: &ContactWay| Pick {
            value: way.code().to_owned(),
            label: view::coded(&ui, "coaching-contact-way-", way.code()),
            hint: String::new(),
            chosen: sheet.chosen("way", way.code()),
        };
        let ways = if texts { ContactWay::ALL.iter().map(pick).collect() } else { Vec::new() };
        ContactPage { ui, case_id, ways, sheet }
    }
}

pub async fn show(desk: Desk, Path(id): Path<Uuid>) -> Answer {
    let mut tx = desk.read().await?;
    let grant = desk.grant(&mut tx, id, Class::Own).await?;
    let case = store::cases::case(&mut tx, &grant).await?;
    let contact = people::contact(&mut tx, case.person_id).await?.ok_or(Failure::NotFound)?;
    let sheet = Sheet::filled([
        ("address", contact.private_address.unwrap_or_default()),
        ("phone", contact.private_phone.unwrap_or_default()),
        ("way", contact.contact_way.code().to_owned()),
    ]);
    desk.page(&ContactPage::of(desk.ui(), id, sheet, signin::can_text(&desk.house)))
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
    let way = ContactWay::read(words.get("way")).unwrap_or(ContactWay::Mail);
    let no_phone = signin::phone(&phone).is_none();
    if no_phone && (!phone.is_empty() || way == ContactWay::Text) {
        check.fault("phone", "fault-coaching-phone");
    }
    let texts = signin::can_text(&desk.house);
    let (address, phone) = match check.done(Some((address, phone))) {
        Ok(both) => both,
        Err(sheet) => return desk.faulty(&ContactPage::of(desk.ui(), id, *sheet, texts)),
    };
    let some = |words: &str| (!words.is_empty()).then(|| words.to_owned());
    people::set_private_contact(&mut act, case.person_id, some(&address).as_deref(), some(&phone).as_deref()).await?;
    people::set_contact_way(&mut act, case.person_id, way).await?;
    store::cases::set_contact_asked(&mut act, id, desk.now).await?;
    desk.event(&mut act, Event::new("case.contact_given", id, case.controller_id, desk.now).fact("way", way.code()))
        .await?;
    desk.done(act, "/path?done=done-coaching-contact").await
}

/// Something before and after one `@`, with a dot after it.
pub fn looks_like_address(words: &str) -> bool {
    words.split_once('@').is_some_and(|(name, host)| {
        !name.is_empty() && host.contains('.') && !host.contains('@') && !words.contains(char::is_whitespace)
    })
}
