//! My own data: a copy of everything, and a message to the organisation to put right or erase something.
use askama::Template;
use axum::{
    http::header,
    response::{IntoResponse, Response},
};
use uuid::Uuid;

use super::{
    super::{
        copy,
        request::{self, Kind},
        store::requests::{self, Request},
    },
    Pick, key,
};
use crate::{
    clock,
    db::Tx,
    desk::{Desk, Posted},
    events::Event,
    ident,
    mail::{self, Letter},
    people::{self, Organisation, Person},
    privacy::{self, Class, Edge, Purpose, Reader, Role, account},
    web::{Answer, Check, Failure, Sheet, Ui},
};

/// A request of the reader's own.
pub struct Sent {
    pub title: String,
    pub meta: String,
    pub words: String,
    /// Empty until it comes.
    pub answer: String,
}

#[derive(Template)]
#[template(path = "rights/pages/own.html")]
pub struct OwnPage {
    pub ui: Ui,
    /// Whose registers the reader is in.
    pub organisations: Vec<Pick>,
    pub kinds: Vec<Pick>,
    pub sent: Vec<Sent>,
    pub sheet: Sheet,
}

impl OwnPage {
    pub fn of(ui: Ui, organisations: &[Organisation], sent: Vec<Sent>, sheet: Sheet) -> OwnPage {
        let only = organisations.len() == 1;
        let organisation = |one: &Organisation| {
            let id = one.id.to_string();
            Pick::new(&id, one.name.clone(), only || sheet.chosen("organisation", &id))
        };
        let kind = |kind: &Kind| {
            Pick::new(kind.code(), ui.t(&key("rights-kind-", kind.code())), sheet.chosen("kind", kind.code()))
        };
        OwnPage {
            organisations: organisations.iter().map(organisation).collect(),
            kinds: Kind::ALL.iter().map(kind).collect(),
            ui,
            sent,
            sheet,
        }
    }
}

async fn records(desk: &Desk, tx: &mut Tx) -> Result<Vec<(Person, Organisation)>, Failure> {
    let mut records = Vec::new();
    for (person, organisation) in people::people_of_human(tx, desk.actor()?.human_id).await? {
        if desk.may(tx, person.id, Class::Own).await?.is_some() {
            records.push((person, organisation));
        }
    }
    Ok(records)
}

async fn page(desk: &Desk, tx: &mut Tx, sheet: Sheet) -> Result<OwnPage, Failure> {
    let organisations: Vec<Organisation> = records(desk, tx).await?.into_iter().map(|(_, one)| one).collect();
    let mut sent = Vec::new();
    for request in requests::of_human(tx, desk.actor()?.human_id).await? {
        sent.push(shown(desk, tx, request).await?);
    }
    Ok(OwnPage::of(desk.ui(), &organisations, sent, sheet))
}

async fn shown(desk: &Desk, tx: &mut Tx, request: Request) -> Result<Sent, Failure> {
    let ui = desk.ui();
    let sealed: Vec<&[u8]> = std::iter::once(&request.words).chain(&request.answer).map(Vec::as_slice).collect();
    let mut opened = desk.house.vault.open_all(tx, request.id, &sealed).await?.into_iter();
    let meta = match request.answered_at {
        Some(at) => ui.t1("rights-answered-on", "day", ui.date(&at)),
        None => ui.t2("rights-waits", ("sent", "due"), ui.date(&request.sent_at), ui.day(&request.due_on)),
    };
    Ok(Sent {
        title: ui.t(&key("rights-kind-", request.kind.code())),
        meta,
        words: opened.next().unwrap_or_default(),
        answer: opened.next().unwrap_or_default(),
    })
}

pub async fn show(desk: Desk) -> Answer {
    let mut tx = desk.read().await?;
    let page = page(&desk, &mut tx, Sheet::empty()).await?;
    desk.page(&page)
}

/// Everything of the reader's own in one file.
pub async fn download(desk: Desk) -> Answer {
    let mut tx = desk.read().await?;
    let bytes = copy::gather(&desk, &mut tx).await?.zip()?;
    let name = format!("attachment; filename=\"tietoni-{}.zip\"", clock::day(desk.now));
    let headers = [(header::CONTENT_TYPE, "application/zip".to_owned()), (header::CONTENT_DISPOSITION, name)];
    let answer: Response = (headers, bytes).into_response();
    Ok(answer)
}

/// A message to the organisation; the day by which it answers is shown at once.
pub async fn ask(Posted { desk, words }: Posted) -> Answer {
    let mut act = desk.act(&words).await?;
    let records = records(&desk, &mut act).await?;
    let mut check = Check::new(desk.lang, &words);
    let kind = check.one_of("kind", "fault-choose", Kind::read);
    let text = check.text("words", "fault-missing");
    let record = check.one_of("organisation", "fault-choose", |words| {
        records.iter().find(|(_, organisation)| organisation.id.to_string() == words).map(|(person, _)| person)
    });
    let (kind, person) = match check.done(kind.zip(record)) {
        Ok(both) => both,
        Err(sheet) => {
            let page = page(&desk, &mut act, *sheet).await?;
            return desk.faulty(&page);
        }
    };
    let id = ident::at(desk.now);
    let sealed = desk.house.vault.seal(&mut act, id, &text).await?;
    let request = Request {
        id,
        controller_id: person.organisation_id,
        human_id: person.human_id,
        person_id: person.id,
        kind,
        words: sealed,
        sent_at: desk.now,
        due_on: request::due_on(clock::day(desk.now)),
        answered_at: None,
        answer: None,
    };
    requests::insert(&mut act, &request).await?;
    let event = Event::new("data_request.sent", id, request.controller_id, desk.now).fact("kind", kind.code());
    let because_event = desk.event(&mut act, event).await?;
    open_to_readers(&mut act, &request, because_event).await?;
    tell_coordinators(&desk, &mut act, &request).await?;
    desk.done(act, "/me/data?done=done-rights-sent").await
}

/// A letter without content to each coordinator of the organisation: something waits.
async fn tell_coordinators(desk: &Desk, tx: &mut Tx, request: &Request) -> Result<(), Failure> {
    let seat = privacy::seat_id(request.controller_id, Role::Coordinator);
    let link = format!("{}/retention", desk.house.config.get("public_url").trim_end_matches('/'));
    for holder in account::holders_of(tx, seat, desk.now).await? {
        let Some(human) = privacy::human(tx, holder.human_id).await? else { continue };
        let lang = human.lang();
        let Some(to) = human.address else { continue };
        let text = lang.t_with("rights-mail-asked", [("link", link.clone().into())]);
        mail::post(tx, &Letter { to, subject: lang.t("rights-mail-subject"), text, calendar: None }, desk.now).await?;
    }
    Ok(())
}

async fn open_to_readers(tx: &mut Tx, request: &Request, because_event: Uuid) -> Result<(), Failure> {
    let coordinators = Reader::Seat(privacy::seat_id(request.controller_id, Role::Coordinator));
    for (reader, class, purpose) in [
        (Reader::Human(request.human_id), Class::Own, Purpose::OwnAffairs),
        (coordinators, Class::Service, Purpose::Administration),
    ] {
        let edge = Edge {
            reader,
            resource: request.id,
            class,
            purpose,
            from: request.sent_at,
            until: Edge::open_end(),
            because_event,
            controller_id: request.controller_id,
        };
        privacy::open_edge(tx, &edge).await?;
    }
    Ok(())
}
