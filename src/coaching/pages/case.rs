//! The coach's page of a case: the person, the path, the meetings, and the two notes side by side.
use askama::Template;
use axum::extract::Path;
use uuid::Uuid;

use super::{
    super::{
        period,
        store::{
            self,
            cases::{Case, CoachCase},
            sessions::Session,
            steps::Step,
        },
    },
    supervisor::supervisor_lines,
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
    /// What the participant has shared of preparing and looking back, each with its page.
    pub prepared: Vec<(String, String, String)>,
    /// What the supervisor sees, in words; empty when there is no meeting of three.
    pub supervisor: Vec<String>,
}

/// Names, parts and pages of what is shared with this coach.
fn prepared(ui: &Ui, case: &Case, steps: &[Step]) -> Vec<(String, String, String)> {
    let coach = case.coach_human_id;
    let line = |step: &Step, part: &str, key: &str| {
        let page = format!("/cases/{}/steps/{}/{part}", case.id, step.id);
        (ui.say(&step.text()).to_owned(), ui.t(key), page)
    };
    let mut lines = Vec::new();
    for step in steps.iter().filter(|_| coach.is_some()) {
        if step.before_shared_with == coach {
            lines.push(line(step, "preparation", "coaching-prepare-title"));
        }
        if step.closing_shared_with == coach {
            lines.push(line(step, "closing", "coaching-look-back-title"));
        }
    }
    lines
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
    let supervisor = supervisor_lines(&mut tx, &desk.ui(), (&seen.case, &steps), desk.now).await?;
    let page = page(desk.ui(), seen, (&steps, &sessions), (memo, working_note));
    desk.page(&CasePage { supervisor, ..page })
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
    let case = &seen.case;
    let open: Vec<Session> = sessions.iter().filter(|session| session.standing().is_open()).cloned().collect();
    let may_book = !period::bookable(case, steps, &open).is_empty()
        || case.state.is_open() && period::package_has_room(case, &open);
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
        prepared: prepared(&ui, case, steps),
        supervisor: Vec::new(),
        may_book,
        memo,
        working_note,
        ui,
        seen,
    }
}
