//! The participant's own meetings that are over: when, how it went, and with whom.
use askama::Template;

use super::{
    super::store::{self, sessions::Session},
    view::{self, Shown},
};
use crate::{
    desk::Desk,
    privacy::{self, Class, Grant, Purpose, ReadBy},
    web::{Answer, Ui},
};

#[derive(Template)]
#[template(path = "coaching/pages/past.html")]
pub struct PastPage {
    ui: Ui,
    meetings: Vec<Shown>,
}

pub async fn show(desk: Desk) -> Answer {
    let mut tx = desk.read().await?;
    let own = desk.own(&mut tx).await?;
    let sessions = store::sessions::past_of_own(&mut tx, &own, desk.now).await?;
    let mut cases: Vec<Grant> = own.into_iter().filter(|grant| grant.class() == Class::Own).collect();
    cases.retain(|grant| sessions.iter().any(|session| session.case_id == grant.resource()));
    for grant in &cases {
        desk.note(grant, &[]);
    }
    let coaches = if cases.is_empty() {
        Vec::new()
    } else {
        privacy::read_by(&mut tx, &cases, (Class::Coaching, Purpose::Coaching)).await?
    };
    desk.page(&page(desk.ui(), &sessions, &coaches))
}

pub fn page(ui: Ui, sessions: &[Session], coaches: &[ReadBy]) -> PastPage {
    let shown = |session: &Session| {
        let shown = view::shown(&ui, session);
        let meta = match coach(session, coaches) {
            Some(coach) => format!("{} · {}", ui.t1("coaching-coach-is", "name", &coach.name), shown.meta),
            None => shown.meta,
        };
        Shown { meta, ..shown }
    };
    PastPage { meetings: sessions.iter().map(shown).collect(), ui }
}

/// Who was the coach when the meeting began; of two whose days meet, the later one.
fn coach<'r>(session: &Session, coaches: &'r [ReadBy]) -> Option<&'r ReadBy> {
    let at = session.starts_at?;
    let mut of_case = coaches.iter().filter(|coach| coach.resource == session.case_id);
    of_case.find(|coach| coach.from <= at && at < coach.until)
}
