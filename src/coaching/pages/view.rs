//! What a page shows of steps and meetings: the words are chosen here, the templates only place them.
use uuid::Uuid;

use super::super::{
    CaseState, Contract, SessionState, StepState,
    store::{
        cases::Case,
        sessions::{Proposed, Session},
        steps::Step,
    },
};
use crate::web::Ui;

/// A choice of a form.
pub struct Pick {
    pub value: String,
    pub label: String,
    pub hint: String,
    pub chosen: bool,
}

/// A station of the path.
pub struct Station {
    pub number: usize,
    /// `done`, `current` or `open`: the look.
    pub look: &'static str,
    pub state: String,
    pub name: String,
    pub meta: String,
    /// What was answered, for who answered it; empty for everybody else.
    pub href: String,
}

/// The path with a way to what one has answered, as the participant alone sees it.
pub fn own_stations(ui: &Ui, case: &Case, steps: &[Step]) -> Vec<Station> {
    let shown = steps.iter().filter(|step| step.state != StepState::Skipped);
    let answered = |step: &Step| step.state == StepState::Done && step.is_asked() && step.for_whom == "participant";
    let href = |step: &Step| if answered(step) { format!("/steps/{}", step.id) } else { String::new() };
    stations(ui, case, steps).into_iter().zip(shown).map(|(one, step)| Station { href: href(step), ..one }).collect()
}

/// The path as the participant and the coach see it; what was left out is not on it.
pub fn stations(ui: &Ui, case: &Case, steps: &[Step]) -> Vec<Station> {
    let shown = steps.iter().filter(|step| step.state != StepState::Skipped);
    shown.enumerate().map(|(at, step)| station(ui, case, at + 1, step)).collect()
}

fn station(ui: &Ui, case: &Case, number: usize, step: &Step) -> Station {
    let look = match step.state {
        StepState::Done => "done",
        state if state.is_now() => "current",
        _ => "open",
    };
    let meta = match (step.done_at, step.due_on) {
        (Some(at), _) => ui.date(&at),
        _ if step.is_meeting() && case.visits_granted > 0 => visits(ui, &case.visits_used, &case.visits_granted),
        (None, Some(day)) if step.waits_for_day => ui.day(&day),
        (None, Some(day)) => ui.t1("coaching-due-by", "day", ui.day(&day)),
        _ if step.minutes > 0 => ui.tn("coaching-minutes", step.minutes),
        _ => String::new(),
    };
    Station {
        number,
        look,
        state: coded(ui, "coaching-step-", step.state.code()),
        name: ui.say(&step.text()).to_owned(),
        meta,
        href: String::new(),
    }
}

/// Where the agreement of the three stands; empty when the service has none.
pub fn agreed(ui: &Ui, steps: &[Step]) -> String {
    let step = steps.iter().find(|step| step.kind == "agreement");
    step.map(|step| coded(ui, "coaching-step-", step.state.code())).unwrap_or_default()
}

/// A meeting in words.
pub struct Shown {
    pub id: Uuid,
    /// `26.11.2026 klo 13.00–14.30`, or that no time is agreed.
    pub when: String,
    /// How and where, and whose time it is on.
    pub meta: String,
    pub state: String,
    /// The look of the tag.
    pub tag: &'static str,
    pub is_open: bool,
    /// A time is agreed.
    pub is_agreed: bool,
    pub link: String,
}

pub fn shown(ui: &Ui, session: &Session) -> Shown {
    let tag = match session.state {
        SessionState::Held => "done",
        SessionState::Planned => "wait",
        SessionState::Invited => "",
        SessionState::NoShow | SessionState::Cancelled => "quiet",
    };
    let when = match (session.starts_at, session.ends_at) {
        (Some(from), Some(to)) => ui.t2("coaching-span", ("from", "to"), ui.moment(&from), ui.time(&to)),
        _ => ui.t("coaching-no-time-yet"),
    };
    let way = coded(ui, "coaching-way-", session.way.code());
    let time = ui.t(if session.own_time { "coaching-own-time" } else { "coaching-work-time" });
    let place = if is_link(&session.place) { String::new() } else { session.place.clone() };
    let parts = [way, place, time];
    Shown {
        id: session.id,
        when,
        meta: parts.iter().filter(|part| !part.is_empty()).map(String::as_str).collect::<Vec<_>>().join(" · "),
        state: coded(ui, "coaching-session-", session.state.code()),
        tag,
        is_open: session.standing().is_open(),
        is_agreed: session.state == SessionState::Invited,
        link: if is_link(&session.place) { session.place.clone() } else { String::new() },
    }
}

/// The times that the other party proposed, to choose one of.
pub fn offered(ui: &Ui, times: &[Proposed], session_id: Uuid, reader: Uuid) -> Vec<Pick> {
    times
        .iter()
        .filter(|time| time.session_id == session_id && time.proposer != reader)
        .map(|time| Pick {
            value: time.id.to_string(),
            label: ui.moment(&time.starts_at),
            hint: String::new(),
            chosen: false,
        })
        .collect()
}

/// `1 / 3 käyntiä käytetty`
pub fn visits(ui: &Ui, used: &i32, granted: &i32) -> String {
    ui.t2("coaching-visits-of", ("used", "granted"), used, granted)
}

/// How many of the contract's visits have been given to cases.
pub fn given(ui: &Ui, contract: &Contract) -> String {
    ui.t2("coaching-visits-given", ("given", "bought"), contract.visits_given, contract.bought())
}

/// `30 × 3 käyntiä`
pub fn packages(ui: &Ui, contract: &Contract) -> String {
    ui.t2("coaching-packages-of", ("packages", "visits"), contract.packages, contract.visits_per_package)
}

/// The coach's page of a case.
pub fn case_page(case: &Case) -> String {
    format!("/cases/{}", case.id)
}

/// The state of a case in a word.
pub fn state(ui: &Ui, state: &CaseState) -> String {
    coded(ui, "coaching-state-", state.code())
}

/// The word of a code; keys are written with hyphens.
pub fn coded(ui: &Ui, prefix: &str, code: &str) -> String {
    ui.t(&format!("{prefix}{}", code.replace('_', "-")))
}

/// A place that is opened, not gone to: shown as a link with words, never as its address.
pub fn is_link(place: &str) -> bool {
    place.starts_with("https://")
}
