//! The coach's page of a case: the person, the path, the meetings, and the two notes side by side.
use askama::Template;
use axum::extract::Path;
use uuid::Uuid;

use super::{
    super::store::{self, cases::CoachCase, sessions::Session, steps::Step},
    view::{self, Shown, Station},
};
use crate::{
    db::Tx,
    desk::Desk,
    privacy::Class,
    web::{Answer, Failure, Ui},
};

#[derive(Template)]
#[template(path = "coaching/pages/case.html")]
pub struct CasePage {
    pub ui: Ui,
    pub seen: CoachCase,
    pub state: String,
    pub stations: Vec<Station>,
    pub meetings: Vec<Shown>,
    pub next: Option<Shown>,
    pub memo: String,
    pub working_note: String,
    pub may_book: bool,
    /// Where the agreement of the three stands; empty when the service has none.
    pub agreed: String,
}

pub async fn show(desk: Desk, Path(id): Path<Uuid>) -> Answer {
    let mut tx = desk.read().await?;
    // Who reads the coach's own note is the coach, who reads everything of the case but the participant's own.
    let grant = desk.grant(&mut tx, id, Class::CoachOwn).await?;
    let seen = store::cases::coach_case(&mut tx, &grant).await?;
    desk.note(&grant, &[seen.case.person_id]);
    let steps = store::steps::steps(&mut tx, id).await?;
    let sessions = store::sessions::sessions(&mut tx, &grant).await?;
    let (memo, working_note) = open_notes(&desk, &mut tx, &seen).await?;
    desk.page(&page(desk.ui(), seen, (&steps, &sessions), (memo, working_note)))
}

async fn open_notes(desk: &Desk, tx: &mut Tx, seen: &CoachCase) -> Result<(String, String), Failure> {
    let sealed: Vec<&[u8]> = [&seen.memo, &seen.working_note].into_iter().flatten().map(Vec::as_slice).collect();
    let mut opened = desk.house.vault.open_all(tx, seen.case.id, &sealed).await?.into_iter();
    let memo = seen.memo.as_ref().and_then(|_| opened.next()).unwrap_or_default();
    let working_note = seen.working_note.as_ref().and_then(|_| opened.next()).unwrap_or_default();
    Ok((memo, working_note))
}

pub fn page(
    ui: Ui,
    seen: CoachCase,
    (steps, sessions): (&[Step], &[Session]),
    (memo, working_note): (String, String),
) -> CasePage {
    let open =
        i32::try_from(sessions.iter().filter(|session| session.standing().is_open()).count()).unwrap_or(i32::MAX);
    let case = &seen.case;
    let next = sessions
        .iter()
        .filter(|session| session.standing().is_open())
        .min_by_key(|session| (session.starts_at.is_none(), session.starts_at));
    CasePage {
        state: view::coded(&ui, "coaching-state-", case.state.code()),
        stations: view::stations(&ui, case, steps),
        agreed: view::agreed(&ui, steps),
        meetings: sessions.iter().map(|session| view::shown(&ui, session)).collect(),
        next: next.map(|session| view::shown(&ui, session)),
        may_book: case.state.is_open() && super::super::session::fits(case.visits_granted, case.visits_used, open),
        memo,
        working_note,
        ui,
        seen,
    }
}
