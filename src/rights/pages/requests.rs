//! A request of somebody's, for the coordinator who answers it.
use askama::Template;
use axum::extract::Path;
use uuid::Uuid;

use super::{
    super::{
        erasing,
        request::Kind,
        store::requests::{self, Request},
    },
    key,
};
use crate::{
    db::Tx,
    desk::{Act, Desk, Posted},
    events::Event,
    mail::{self, Letter},
    people,
    privacy::{self, Class, Grant},
    web::{Answer, Check, Failure, Sheet, Ui, Words},
};

#[derive(Template)]
#[template(path = "rights/pages/request.html")]
pub struct RequestPage {
    pub ui: Ui,
    pub id: Uuid,
    pub title: String,
    pub name: String,
    pub meta: String,
    pub words: String,
    /// Empty while it waits.
    pub answer: String,
    pub may_erase: bool,
    pub sheet: Sheet,
}

async fn open(desk: &Desk, tx: &mut Tx, id: Uuid) -> Result<(Grant, Request), Failure> {
    let grant = desk.grant(tx, id, Class::Service).await?;
    let request = requests::request(tx, &grant).await?;
    desk.note(&grant, &[request.person_id]);
    Ok((grant, request))
}

async fn page(desk: &Desk, tx: &mut Tx, request: Request, sheet: Sheet) -> Result<RequestPage, Failure> {
    let ui = desk.ui();
    let sealed: Vec<&[u8]> = std::iter::once(&request.words).chain(&request.answer).map(Vec::as_slice).collect();
    let mut opened = desk.house.vault.open_all(tx, request.id, &sealed).await?.into_iter();
    let person = people::person(tx, request.person_id).await?;
    Ok(RequestPage {
        id: request.id,
        title: ui.t(&key("rights-kind-", request.kind.code())),
        name: person.map(|person| person.name()).unwrap_or_default(),
        meta: match request.answered_at {
            Some(at) => ui.t1("rights-answered-on", "day", ui.date(&at)),
            None => ui.t2("rights-waits", ("sent", "due"), ui.date(&request.sent_at), ui.day(&request.due_on)),
        },
        words: opened.next().unwrap_or_default(),
        answer: opened.next().unwrap_or_default(),
        may_erase: request.kind == Kind::Erasure && request.answered_at.is_none(),
        ui,
        sheet,
    })
}

pub async fn show(desk: Desk, Path(id): Path<Uuid>) -> Answer {
    let mut tx = desk.read().await?;
    let (_, request) = open(&desk, &mut tx, id).await?;
    let page = page(&desk, &mut tx, request, Sheet::empty()).await?;
    desk.page(&page)
}

/// The answer; with `how` = `erase` what has closed of the person is erased too.
pub async fn answer(Path(id): Path<Uuid>, Posted { desk, words }: Posted) -> Answer {
    let erases = words.get("how") == "erase";
    let mut act = desk.act(&words).await?;
    let (grant, request) = open(&desk, &mut act, id).await?;
    let text = match read(&desk, &words) {
        Ok(text) => text,
        Err(sheet) => {
            let page = page(&desk, &mut act, request, *sheet).await?;
            return desk.faulty(&page);
        }
    };
    if erases && request.kind != Kind::Erasure {
        return Err(Failure::NotFound);
    }
    let sealed = desk.house.vault.seal(&mut act, id, &text).await?;
    if !requests::answer(&mut act, &grant, sealed, desk.now).await? {
        return Err(Failure::Conflict("conflict-changed"));
    }
    let event = Event::new("data_request.answered", id, request.controller_id, desk.now).fact("erases", erases);
    desk.event(&mut act, event).await?;
    if erases {
        let whose = (request.controller_id, request.person_id);
        erasing::erase_person(&mut act, &desk.house, whose, desk.actor()?.human_id).await?;
    }
    tell(&desk, &mut act, request.human_id).await?;
    desk.done(act, "/retention?done=done-rights-answered").await
}

fn read(desk: &Desk, words: &Words) -> Result<String, Box<Sheet>> {
    let mut check = Check::new(desk.lang, words);
    let text = check.text("answer", "fault-missing");
    check.done(Some(text))
}

/// A letter without content: there is an answer.
async fn tell(desk: &Desk, act: &mut Act, human_id: Uuid) -> Result<(), Failure> {
    let Some(human) = privacy::human(act, human_id).await? else { return Ok(()) };
    let Some(to) = human.address.clone() else { return Ok(()) };
    let (lang, base) = (human.lang(), desk.house.config.get("public_url").trim_end_matches('/'));
    let text = lang.t_with("rights-mail-answered", [("link", format!("{base}/me/data").into())]);
    let letter = Letter { to, subject: lang.t("rights-mail-subject"), text, calendar: None };
    Ok(mail::post(act, &letter, desk.now).await?)
}
