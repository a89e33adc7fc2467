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
use crate::{text::Text, web::Ui};

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
    stations(ui, case, steps)
        .into_iter()
        .zip(shown)
        .map(|(one, step)| Station { href: own_page(step), ..one })
        .collect()
}

/// Where one's own answers of a step are: those of a period while it can be prepared for, and after it.
fn own_page(step: &Step) -> String {
    let period = |part: &str| format!("/cases/{}/steps/{}/{part}", step.case_id, step.id);
    match step.state {
        StepState::Done if step.is_asked_of_participant() => format!("/steps/{}", step.id),
        StepState::Done if step.asks_closing => period("closing"),
        state if state.is_now() && step.asks_before => period("preparation"),
        _ => String::new(),
    }
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
    let plain = step.about().is_none() && !step.is_of_three();
    let when = match (step.done_at, step.due_on) {
        (Some(at), _) => ui.date(&at),
        _ if plain && step.is_meeting() && case.visits_granted > 0 => {
            visits(ui, &case.visits_used, &case.visits_granted)
        }
        (None, Some(day)) if step.waits_for_day => ui.day(&day),
        (None, Some(day)) => ui.t1("coaching-due-by", "day", ui.day(&day)),
        _ if step.minutes > 0 && plain => ui.tn("coaching-minutes", step.minutes),
        _ => String::new(),
    };
    let about = step.about().map(|theme| ui.say(&theme).to_owned());
    let three = step.is_of_three().then(|| ui.t("coaching-three"));
    let meta = join([about.or(three).unwrap_or_default(), when]);
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

/// What is there, with a point between.
fn join<const N: usize>(parts: [String; N]) -> String {
    parts.iter().filter(|part| !part.is_empty()).map(String::as_str).collect::<Vec<_>>().join(" · ")
}

/// A meeting in words.
pub struct Shown {
    pub id: Uuid,
    /// The period it belongs to and what that is about; empty where there is one kind of meeting.
    pub about: String,
    /// Of a meeting of the three: with whom, and whether the supervisor can come.
    pub supervisor: String,
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

impl Shown {
    /// What it is about, how and where, in one line.
    pub fn line(&self) -> String {
        join([self.about.clone(), self.meta.clone()])
    }
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
    Shown {
        id: session.id,
        about: about(ui, session),
        supervisor: supervisor(ui, session),
        when,
        meta: join([way, place, time]),
        state: coded(ui, "coaching-session-", session.state.code()),
        tag,
        is_open: session.standing().is_open(),
        is_agreed: session.state == SessionState::Invited,
        link: if is_link(&session.place) { session.place.clone() } else { String::new() },
    }
}

fn about(ui: &Ui, session: &Session) -> String {
    let say = |text: &Option<String>| {
        let text: Option<Text> = text.as_deref().and_then(|text| serde_json::from_str(text).ok());
        text.map(|text| ui.say(&text).to_owned()).unwrap_or_default()
    };
    if session.theme.is_none() && !session.with_supervisor {
        return String::new();
    }
    join([say(&session.step_name), say(&session.theme)])
}

fn supervisor(ui: &Ui, session: &Session) -> String {
    match (session.with_supervisor, &session.supervisor_name) {
        (false, _) => String::new(),
        (true, None) => ui.t("coaching-talk-nobody"),
        (true, Some(name)) if session.supervisor_away_at.is_some() => ui.t1("coaching-talk-away", "name", name),
        (true, Some(name)) => ui.t1("coaching-talk-with", "name", name),
    }
}

/// The times that the other party proposed, to choose one of. The supervisor's are for the coach to answer.
pub fn offered(ui: &Ui, times: &[Proposed], session_id: Uuid, (reader, is_coach): (Uuid, bool)) -> Vec<Pick> {
    times
        .iter()
        .filter(|time| time.session_id == session_id && time.proposer != reader && (is_coach || !time.by_supervisor))
        .map(|time| Pick {
            value: time.id.to_string(),
            label: ui.moment(&time.starts_at),
            hint: if time.by_supervisor { ui.t("coaching-time-of-supervisor") } else { String::new() },
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
