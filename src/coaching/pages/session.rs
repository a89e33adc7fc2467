//! One meeting: its time, choosing among proposed times, moving, calling off, and its calendar entry.
use askama::Template;
use axum::{extract::Path, http::header, response::IntoResponse};
use uuid::Uuid;

use super::{
    super::{
        CancelReason, SessionState, calendar, letters,
        store::{
            self,
            cases::Case,
            sessions::{Proposed, Session},
        },
    },
    Seen, opened, seen,
    view::{self, Pick, Shown},
};
use crate::{
    clock::Moment,
    desk::Desk,
    privacy::{self, Class},
    web::{Answer, Failure, Sheet, Ui},
};

#[derive(Template)]
#[template(path = "coaching/pages/session.html")]
pub struct SessionPage {
    pub ui: Ui,
    pub shown: Shown,
    pub rev: i64,
    pub back: String,
    pub is_coach: bool,
    pub has_begun: bool,
    /// Times of the other party to choose from.
    pub offered: Vec<Pick>,
    /// Times the reader proposed and the other has not answered.
    pub waiting: Vec<String>,
    pub reasons: Vec<Pick>,
    pub coach: String,
    /// The participant's preparation for the period; empty when there is none.
    pub prepare: String,
    pub sheet: Sheet,
}

impl SessionPage {
    pub fn of(
        ui: Ui,
        (case, session): (&Case, &Session),
        (times, sheet): (&[Proposed], Sheet),
        (reader, now): (Uuid, Moment),
    ) -> SessionPage {
        let is_coach = reader != case.human_id;
        let own = times.iter().filter(|time| time.session_id == session.id && time.proposer == reader);
        SessionPage {
            shown: view::shown(&ui, session),
            rev: case.rev,
            back: if is_coach { format!("/cases/{}", case.id) } else { "/path".into() },
            is_coach,
            has_begun: session.state == SessionState::Invited && session.starts_at.is_some_and(|at| at <= now),
            offered: view::offered(&ui, times, session.id, (reader, is_coach)),
            waiting: own.map(|time| ui.moment(&time.starts_at)).collect(),
            reasons: reasons(&ui, &sheet, is_coach),
            coach: case.coach_name.clone().unwrap_or_default(),
            prepare: prepare(session, is_coach),
            sheet,
            ui,
        }
    }
}

/// Where the participant prepares for the period.
fn prepare(session: &Session, is_coach: bool) -> String {
    match session.step_id {
        Some(step) if session.asks_before == Some(true) && !is_coach => {
            format!("/cases/{}/steps/{step}/preparation", session.case_id)
        }
        _ => String::new(),
    }
}

/// The reasons that this party can give.
fn reasons(ui: &Ui, sheet: &Sheet, is_coach: bool) -> Vec<Pick> {
    let fits = |reason: &&CancelReason| match reason {
        CancelReason::Ending => false,
        CancelReason::Coach => is_coach,
        _ => true,
    };
    let pick = |reason: &CancelReason| Pick {
        value: reason.code().to_owned(),
        label: view::coded(ui, "coaching-cancel-reason-", reason.code()),
        hint: String::new(),
        chosen: sheet.chosen("reason", reason.code()),
    };
    CancelReason::ALL.iter().filter(fits).map(pick).collect()
}

pub async fn show(desk: Desk, Path(id): Path<Uuid>) -> Answer {
    let mut tx = desk.read().await?;
    let case_id = store::sessions::session_case(&mut tx, id).await?.ok_or(Failure::NotFound)?;
    let (grant, case) = opened(&desk, &mut tx, (case_id, Class::Coaching)).await?;
    let (sessions, times) = store::sessions::sessions_and_times(&mut tx, &grant).await?;
    let session = sessions.into_iter().find(|session| session.id == id).ok_or(Failure::NotFound)?;
    let reader = (grant.human_id(), desk.now);
    desk.page(&SessionPage::of(desk.ui(), (&case, &session), (&times, Sheet::empty()), reader))
}

/// The meeting as a calendar file.
pub async fn file(desk: Desk, Path(id): Path<Uuid>) -> Answer {
    let mut tx = desk.read().await?;
    let Seen { session, .. } = seen(&desk, &mut tx, id).await?;
    let time = session.starts_at.zip(session.ends_at).ok_or(Failure::NotFound)?;
    let human = privacy::human(&mut tx, desk.actor()?.human_id).await?.ok_or(Failure::NotFound)?;
    let calendar = calendar::calendar(&letters::invitation(&desk.house, &session, time, &human));
    let headers = [
        (header::CONTENT_TYPE, format!("text/calendar; charset=utf-8; method={}", calendar.method)),
        (header::CONTENT_DISPOSITION, "attachment; filename=\"tapaaminen.ics\"".to_owned()),
    ];
    Ok((headers, calendar.text).into_response())
}
