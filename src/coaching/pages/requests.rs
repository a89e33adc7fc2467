//! Without consent: a coordinator asks with a reason, and another of the organisation decides with a reason. Contents are
//! on none of these pages.
use askama::Template;
use axum::extract::Path;
use uuid::Uuid;

use super::{
    super::{
        eras::{self, DECIDERS, RequestState},
        store::{self, cases::Case, eras::Request},
    },
    consent::{self, Told},
};
use crate::{
    db::Tx,
    desk::{Desk, Posted},
    ident, people,
    privacy::{self, Class, Role},
    web::{Answer, Check, Failure, Sheet, Ui},
};

#[derive(Template)]
#[template(path = "coaching/pages/request_new.html")]
pub struct AskPage {
    pub ui: Ui,
    pub case_id: Uuid,
    pub name: String,
    /// Who would read; none when there is nothing to ask.
    pub coach: Option<String>,
    pub sheet: Sheet,
}

/// A case of the coordinator's own organisation.
async fn case_of(desk: &Desk, tx: &mut Tx, id: Uuid) -> Result<(Case, String), Failure> {
    let grant = desk.grant(tx, id, Class::Service).await?;
    let case = store::cases::case(tx, &grant).await?;
    let own = |seat: &privacy::Seat| seat.role == Role::Coordinator && seat.organisation_id == case.controller_id;
    if !desk.actor()?.seats.iter().any(own) {
        return Err(Failure::NotFound);
    }
    desk.note(&grant, &[case.person_id]);
    let person = people::person(tx, case.person_id).await?;
    Ok((case, person.map(|person| person.name()).unwrap_or_default()))
}

/// Who would read what an earlier coach wrote; none when there is nothing, or nobody, to ask for.
async fn asked_for(desk: &Desk, tx: &mut Tx, case: &Case) -> Result<Option<(Uuid, String)>, Failure> {
    let Some(coach) = case.coach_human_id.filter(|_| case.contract_id.is_some()) else { return Ok(None) };
    let eras = store::eras::eras(tx, case.id).await?;
    if coach == desk.actor()?.human_id || !eras::has_words(&eras, Some(coach)) {
        return Ok(None);
    }
    Ok(Some((coach, case.coach_name.clone().unwrap_or_default())))
}

pub async fn ask(desk: Desk, Path(id): Path<Uuid>) -> Answer {
    let mut tx = desk.read().await?;
    let (case, name) = case_of(&desk, &mut tx, id).await?;
    let coach = asked_for(&desk, &mut tx, &case).await?.map(|(_, name)| name);
    desk.page(&AskPage { ui: desk.ui(), case_id: id, name, coach, sheet: Sheet::empty() })
}

pub async fn create(Path(id): Path<Uuid>, Posted { desk, words }: Posted) -> Answer {
    let mut act = desk.act(&words).await?;
    let (case, name) = case_of(&desk, &mut act, id).await?;
    let Some((coach_human_id, coach_name)) = asked_for(&desk, &mut act, &case).await? else {
        return Err(Failure::Refused("conflict-coaching-consent"));
    };
    let mut check = Check::new(desk.lang, &words);
    let reason = check.text("reason", "fault-coaching-reason");
    let reason = match check.done(Some(reason)) {
        Ok(reason) => reason,
        Err(sheet) => {
            let page = AskPage { ui: desk.ui(), case_id: id, name, coach: Some(coach_name), sheet: *sheet };
            return desk.faulty(&page);
        }
    };
    let actor = desk.actor()?;
    let request = Request {
        id: ident::at(desk.now),
        case_id: id,
        controller_id: case.controller_id,
        coach_human_id,
        coach_name,
        state: RequestState::Asked,
        asked_by: actor.human_id,
        asked_name: actor.name.clone(),
        asked_at: desk.now,
        asked_reason: desk.house.vault.seal(&mut act, id, &reason).await?,
        decided_name: None,
        decided_at: None,
        decided_reason: None,
        person_id: case.person_id,
        name,
    };
    if !eras::ask(&mut act, &desk.house, &case, &request).await? {
        return Err(Failure::Conflict("conflict-coaching-request-waits"));
    }
    desk.done(act, "/earlier-memos?done=done-coaching-request-asked").await
}

/// A request in the list.
pub struct Line {
    pub id: Uuid,
    pub name: String,
    pub waits: bool,
    pub told: Told,
}

#[derive(Template)]
#[template(path = "coaching/pages/requests.html")]
pub struct RequestsPage {
    pub ui: Ui,
    pub lines: Vec<Line>,
}

/// The organisation in which the reader may ask or decide.
fn organisation(desk: &Desk) -> Result<Uuid, Failure> {
    let actor = desk.actor()?;
    DECIDERS.iter().find_map(|role| actor.organisation(*role)).ok_or(Failure::NotFound)
}

pub async fn list(desk: Desk) -> Answer {
    let mut tx = desk.read().await?;
    let ids = store::eras::request_ids(&mut tx, organisation(&desk)?).await?;
    let grants = privacy::grants(&mut tx, desk.actor()?, (&ids, Class::Service), desk.now).await?;
    let requests = store::eras::requests_of(&mut tx, &grants).await?;
    for grant in &grants {
        let people = requests.iter().filter(|request| request.id == grant.resource()).map(|request| request.person_id);
        desk.note(grant, &people.collect::<Vec<_>>());
    }
    let ui = desk.ui();
    let mut lines: Vec<Line> = requests.iter().map(|request| line(&ui, request)).collect();
    lines.sort_by_key(|line| !line.waits);
    desk.page(&RequestsPage { ui, lines })
}

pub fn line(ui: &Ui, request: &Request) -> Line {
    let told = consent::told(ui, request, (String::new(), String::new()));
    Line { id: request.id, name: request.name.clone(), waits: request.state == RequestState::Asked, told }
}

#[derive(Template)]
#[template(path = "coaching/pages/request.html")]
pub struct RequestPage {
    pub ui: Ui,
    pub id: Uuid,
    pub name: String,
    /// The reader may decide: a request that waits, which another has asked.
    pub decides: bool,
    /// The reader asked it: another decides.
    pub is_own: bool,
    pub told: Vec<Told>,
    pub sheet: Sheet,
}

async fn request_page(desk: &Desk, tx: &mut Tx, request: &Request, sheet: Sheet) -> Result<RequestPage, Failure> {
    let reasons = consent::reasons(desk, tx, std::slice::from_ref(request)).await?;
    let ui = desk.ui();
    let told = reasons.into_iter().map(|reasons| consent::told(&ui, request, reasons)).collect();
    let me = desk.actor()?.human_id;
    let waits = request.state == RequestState::Asked;
    let is_own = waits && me == request.asked_by;
    let decides = waits && !is_own && me != request.coach_human_id;
    Ok(RequestPage { ui, id: request.id, name: request.name.clone(), decides, is_own, told, sheet })
}

async fn request_of(desk: &Desk, tx: &mut Tx, id: Uuid) -> Result<Request, Failure> {
    let grant = desk.grant(tx, id, Class::Service).await?;
    let request = store::eras::request(tx, &grant).await?;
    desk.note(&grant, &[request.person_id]);
    Ok(request)
}

pub async fn show(desk: Desk, Path(id): Path<Uuid>) -> Answer {
    let mut tx = desk.read().await?;
    let request = request_of(&desk, &mut tx, id).await?;
    let page = request_page(&desk, &mut tx, &request, Sheet::empty()).await?;
    desk.page(&page)
}

/// Approved or declined by another human than who asked, whatever seats either holds.
pub async fn decide(Path(id): Path<Uuid>, Posted { desk, words }: Posted) -> Answer {
    let mut act = desk.act(&words).await?;
    let request = request_of(&desk, &mut act, id).await?;
    let actor = desk.actor()?;
    if actor.human_id == request.asked_by || actor.human_id == request.coach_human_id {
        return Err(Failure::Refused("conflict-coaching-request-own"));
    }
    let mut check = Check::new(desk.lang, &words);
    let reason = check.text("reason", "fault-coaching-reason");
    let approved = [RequestState::Approved, RequestState::Declined];
    let state = check.one_of("decision", "fault-choose", |words| approved.into_iter().find(|one| one.code() == words));
    let (state, reason) = match check.done(state.map(|state| (state, reason))) {
        Ok(decision) => decision,
        Err(sheet) => {
            let page = request_page(&desk, &mut act, &request, *sheet).await?;
            return desk.faulty(&page);
        }
    };
    let case = store::cases::case_unseen(&mut act, request.case_id).await?.ok_or(Failure::NotFound)?;
    let sealed = desk.house.vault.seal(&mut act, case.id, &reason).await?;
    let by = (actor.human_id, actor.name.as_str());
    if !eras::decide(&mut act, &desk.house, (&case, &request), (state, sealed), by).await? {
        return Err(Failure::Conflict("conflict-changed"));
    }
    desk.done(act, "/earlier-memos?done=done-coaching-request-decided").await
}
