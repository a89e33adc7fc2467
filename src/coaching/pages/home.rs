//! Oma polkuni: the participant's home with one next step.
use askama::Template;
use axum::extract::Path;
use uuid::Uuid;

use super::{
    super::{
        SessionState, StepState, path,
        store::{
            self,
            cases::Case,
            sessions::{Proposed, Session},
            steps::Step,
        },
    },
    supervisor::supervisor_lines,
    view::{self, Shown, Station},
};
use crate::{
    clock::Moment,
    db::Tx,
    desk::{Desk, Posted},
    house::waiting::{Awaited, Waiting},
    privacy::{Class, Grant, Purpose, Role},
    programmes,
    web::{Answer, Failure, Ui},
};

/// The one next step.
pub struct Next {
    pub title: String,
    pub text: String,
    /// Empty when there is nothing to press.
    pub href: String,
    pub button: String,
    /// The revision of the case, when the button sends a form to `href`.
    pub rev: Option<i64>,
}

/// What the page shows of a case.
pub struct OwnCase {
    pub case: Case,
    pub state: String,
    pub stations: Vec<Station>,
    pub meeting: Option<Shown>,
    /// Where the agreement of the three stands; empty when the service has none.
    pub agreed: String,
    /// Who can read what, in words.
    pub readers: Vec<String>,
}

/// An application of the reader's own, when there is no case yet.
pub struct Application {
    pub name: String,
    pub meta: String,
    pub href: String,
    /// A place is offered, and an answer is waited for.
    pub offered: bool,
}

#[derive(Template)]
#[template(path = "coaching/pages/home.html")]
pub struct HomePage {
    pub ui: Ui,
    pub first_name: String,
    pub lead: String,
    pub next: Next,
    /// What waits besides, what is due first first.
    pub others: Vec<Waiting>,
    pub own: Option<OwnCase>,
    pub applications: Vec<Application>,
}

pub async fn show(desk: Desk) -> Answer {
    let mut tx = desk.read().await?;
    let ui = desk.ui();
    let actor = desk.actor()?;
    let first_name = actor.name.split(' ').next().unwrap_or_default().to_owned();
    let own = desk.own(&mut tx).await?;
    let any = own.first().cloned();
    let Some((grant, own)) = store::own::newest_own(&mut tx, &own, desk.now).await? else {
        let applications = applications(&mut tx, &ui, actor.human_id).await?;
        let mut others = match any {
            Some(grant) => awaited(&desk, &mut tx, grant).await?,
            None => Vec::new(),
        };
        let next = first(&mut others).unwrap_or_else(|| next_without_case(&ui, &applications));
        let lead = ui.t("coaching-home-lead-none");
        return desk.page(&HomePage { ui, first_name, lead, next, others, own: None, applications });
    };
    desk.note(&grant, &[]);
    let read_in = own.read_in();
    let (case, unasked, blueprint) = (own.case, own.unasked, (own.blueprint_id, own.erratum));
    let steps = store::steps::steps(&mut tx, case.id).await?;
    let (sessions, times) = store::sessions::sessions_and_times(&mut tx, &grant).await?;
    let three = supervisor_lines(&mut tx, &ui, (&case, &steps), desk.now).await?;
    let readers = lines_of(&ui, &case, &read_in, three);
    let next = match reading(&mut tx, &ui, (&case, blueprint), &steps).await? {
        Some(reading) if times.is_empty() => reading,
        _ => next(&ui, &case, (&steps, &sessions, &times), desk.now),
    };
    // A meeting has its day; what other slices wait for has time.
    let own_first = needs_supervisor(&case, &steps) || period_next(&ui, &case, (&steps, &sessions)).is_some();
    let has_time = times.is_empty() && !own_first;
    let mut others = awaited(&desk, &mut tx, grant).await?;
    let next = match unasked {
        Some(coach) if has_time && case.state.is_open() => consent(&ui, &case, &coach),
        _ if has_time => first(&mut others).unwrap_or(next),
        _ => next,
    };
    others.extend(asked(&ui, &steps).filter(|row| row.href != next.href));
    let meeting = sessions
        .iter()
        .filter(|session| session.state == SessionState::Invited && session.ends_at.is_some_and(|end| end > desk.now))
        .min_by_key(|session| session.starts_at)
        .map(|session| view::shown(&ui, session));
    let stations = view::own_stations(&ui, &case, &steps);
    let state = view::coded(&ui, "coaching-state-", case.state.code());
    let lead = lead(&ui, &case);
    let agreed = view::agreed(&ui, &steps);
    let own = Some(OwnCase { case, state, stations, meeting, agreed, readers });
    desk.page(&HomePage { ui, first_name, lead, next, others, own, applications: Vec::new() })
}

/// Whether the new coach may read what was written before: it need not be decided, and is not asked twice.
fn consent(ui: &Ui, case: &Case, coach: &str) -> Next {
    Next {
        title: ui.t1("coaching-consent-wait", "name", coach),
        text: ui.t("coaching-consent-wait-text"),
        href: format!("/cases/{}/consent", case.id),
        button: ui.t("coaching-consent-wait-do"),
        rev: None,
    }
}

/// What waits for the participant in the slices after this one.
async fn awaited(desk: &Desk, tx: &mut Tx, grant: Grant) -> Result<Vec<Waiting>, Failure> {
    let awaited = Awaited { grant, role: Role::Participant, lang: desk.lang, now: desk.now };
    desk.house.waiting(tx, &awaited).await.map_err(Failure::broken)
}

/// The first of what waits becomes the one next step.
fn first(rows: &mut Vec<Waiting>) -> Option<Next> {
    let row = (!rows.is_empty()).then(|| rows.remove(0))?;
    Some(Next { title: row.title, text: row.meta, href: row.href, button: row.verb, rev: None })
}

/// The questions that the participant can answer now.
pub fn asked<'s>(ui: &'s Ui, steps: &'s [Step]) -> impl Iterator<Item = Waiting> + 's {
    steps.iter().filter(|step| is_asked_now(step)).map(|step| Waiting {
        title: ui.say(&step.text()).to_owned(),
        meta: step.due_on.map(|day| ui.t1("coaching-due-by", "day", ui.day(&day))).unwrap_or_default(),
        href: format!("/steps/{}", step.id),
        verb: ui.t("coaching-next-answer-do"),
        due: step.due_on,
        person_id: None,
    })
}

fn is_asked_now(step: &Step) -> bool {
    step.is_asked_of_participant() && step.state.is_now()
}

/// Something to read that comes before what follows it.
async fn reading(
    tx: &mut Tx,
    ui: &Ui,
    (case, blueprint): (&Case, (Uuid, Option<i32>)),
    steps: &[Step],
) -> Result<Option<Next>, Failure> {
    let to_read = |step: &&Step| step.kind == "information" && step.for_whom == "participant" && step.state.is_now();
    let Some(step) = steps.iter().find(to_read) else { return Ok(None) };
    let blueprint = programmes::blueprint_at(tx, blueprint).await?;
    let text = blueprint.step(&step.step_key).and_then(|step| step.text.clone());
    Ok(Some(Next {
        title: ui.say(&step.text()).to_owned(),
        text: text.map(|text| ui.say(&text).to_owned()).unwrap_or_default(),
        href: format!("/cases/{}/steps/{}/reading", case.id, step.id),
        button: ui.t("coaching-next-read-do"),
        rev: Some(case.rev),
    }))
}

/// The participant has read it.
pub async fn read(Path((id, step_id)): Path<(Uuid, Uuid)>, Posted { desk, words }: Posted) -> Answer {
    let mut act = desk.act(&words).await?;
    let grant = desk.grant(&mut act, id, Class::Own).await?;
    let steps = store::steps::steps(&mut act, grant.resource()).await?;
    let to_read = |step: &&Step| step.id == step_id && step.kind == "information" && step.for_whom == "participant";
    steps.iter().find(to_read).ok_or(Failure::NotFound)?;
    super::take_rev(&mut act, id, &words).await?;
    path::mark_step_done(&mut act, step_id, desk.now).await?;
    desk.done(act, "/path").await
}

fn lead(ui: &Ui, case: &Case) -> String {
    match &case.coach_name {
        _ if !case.state.is_open() => ui.t("coaching-home-lead-ended"),
        Some(name) => ui.t1("coaching-home-lead-coach", "name", name),
        None => ui.t("coaching-home-lead-open"),
    }
}

async fn applications(tx: &mut Tx, ui: &Ui, human_id: Uuid) -> Result<Vec<Application>, Failure> {
    let mut shown = Vec::new();
    for own in store::applications::own(tx, human_id).await? {
        let round = programmes::round(tx, own.round_id).await?;
        shown.push(Application {
            name: round.map(|round| ui.say(&round.name()).to_owned()).unwrap_or_default(),
            meta: ui.t1("coaching-application-sent", "day", ui.date(&own.submitted_at)),
            href: format!("/applications/{}", own.application_id),
            offered: own.is_offered(),
        });
    }
    Ok(shown)
}

pub fn next_without_case(ui: &Ui, applications: &[Application]) -> Next {
    let offered = applications.iter().find(|own| own.offered);
    match offered.or(applications.first()) {
        Some(own) if own.offered => Next {
            title: ui.t("coaching-next-offer"),
            text: ui.t1("coaching-next-offer-text", "name", &own.name),
            href: format!("{}/offer", own.href),
            button: ui.t("coaching-next-offer-do"),
            rev: None,
        },
        Some(own) => Next {
            title: ui.t("coaching-next-application"),
            text: own.meta.clone(),
            href: own.href.clone(),
            button: ui.t("coaching-next-application-do"),
            rev: None,
        },
        None => Next {
            title: ui.t("coaching-next-services"),
            text: ui.t("coaching-next-services-text"),
            href: "/services".into(),
            button: ui.t("coaching-next-services-do"),
            rev: None,
        },
    }
}

/// The one thing to do next: a time to choose, a page to answer, an address to give, else what is waited for.
pub fn next(ui: &Ui, case: &Case, (steps, sessions, times): (&[Step], &[Session], &[Proposed]), now: Moment) -> Next {
    let theirs = |time: &&Proposed| time.proposer != case.human_id && !time.by_supervisor;
    let to_choose = times.iter().filter(theirs).find(|time| time.starts_at > now);
    if let Some(time) = to_choose {
        let href = format!("/sessions/{}", time.session_id);
        return pressed(ui, ("coaching-next-choose", "coaching-next-choose-text", "coaching-next-choose-do"), href);
    }
    if needs_supervisor(case, steps) {
        let href = format!("/cases/{}/supervisor", case.id);
        let keys = ("coaching-next-supervisor", "coaching-next-supervisor-text", "coaching-next-supervisor-do");
        return pressed(ui, keys, href);
    }
    if let Some(step) = steps.iter().find(|step| is_asked_now(step)) {
        let text = if step.minutes > 0 {
            ui.tn("coaching-next-answer-text", step.minutes)
        } else {
            ui.t("coaching-next-answer-later")
        };
        return Next {
            title: ui.say(&step.text()).to_owned(),
            text,
            href: format!("/steps/{}", step.id),
            button: ui.t("coaching-next-answer-do"),
            rev: None,
        };
    }
    let near_the_end = case.closing_asked_at.is_some()
        || case.visits_granted > 0 && case.visits_used + 1 >= case.visits_granted
        || !case.state.is_open();
    if case.contact_asked_at.is_none() && near_the_end {
        let href = format!("/cases/{}/contact", case.id);
        return pressed(ui, ("coaching-next-contact", "coaching-next-contact-text", "coaching-next-contact-do"), href);
    }
    if let Some(period) = period_next(ui, case, (steps, sessions)) {
        return period;
    }
    let agreed = sessions.iter().any(|session| session.state == SessionState::Invited);
    if case.state.is_open() && case.closing_asked_at.is_some() && !agreed {
        let href = format!("/cases/{}/completion", case.id);
        return pressed(ui, ("coaching-next-complete", "coaching-next-complete-text", "coaching-complete-do"), href);
    }
    let (title, text) = match () {
        () if !case.state.is_open() => ("coaching-next-ended", "coaching-next-ended-text"),
        () if agreed => ("coaching-next-prepare", "coaching-next-prepare-text"),
        () if case.coach_human_id.is_none() => ("coaching-next-coach", "coaching-next-coach-text"),
        () => ("coaching-next-wait", "coaching-next-wait-text"),
    };
    let href = if agreed && case.state.is_open() { format!("/cases/{}/memo", case.id) } else { String::new() };
    Next { title: ui.t(title), text: ui.t(text), href, button: ui.t("coaching-next-prepare-do"), rev: None }
}

/// Three meet in this coaching, and nobody knows yet who the supervisor is.
fn needs_supervisor(case: &Case, steps: &[Step]) -> bool {
    let meets = |step: &Step| step.is_of_three() && step.is_meeting() && !step.state.is_over();
    case.state.is_open() && case.supervisor_human_id.is_none() && steps.iter().any(meets)
}

/// A period to look back on, or one to prepare for: its meeting is agreed.
fn period_next(ui: &Ui, case: &Case, (steps, sessions): (&[Step], &[Session])) -> Option<Next> {
    let agreed = |step: &Step| {
        sessions.iter().any(|session| session.step_id == Some(step.id) && session.state == SessionState::Invited)
    };
    let back = |step: &&Step| step.asks_closing && step.closing_at.is_none() && step.state == StepState::Done;
    let ahead = |step: &&Step| step.asks_before && step.before_at.is_none() && agreed(step);
    let next = |step: &Step, part: &str, (title, button): (String, String)| Next {
        title,
        text: ui.t("coaching-next-period-text"),
        href: format!("/cases/{}/steps/{}/{part}", case.id, step.id),
        button,
        rev: None,
    };
    let back = steps.iter().find(back).map(|step| {
        let title = ui.t1("coaching-next-look-back", "name", ui.say(&step.text()));
        next(step, "closing", (title, ui.t("coaching-next-look-back-do")))
    });
    let ahead = steps.iter().find(ahead).map(|step| {
        let title = ui.t1("coaching-next-period", "name", ui.say(&step.text()));
        next(step, "preparation", (title, ui.t("coaching-next-period-do")))
    });
    back.or(ahead).filter(|_| case.state.is_open())
}

fn pressed(ui: &Ui, (title, text, button): (&str, &str, &str), href: String) -> Next {
    Next { title: ui.t(title), text: ui.t(text), href, button: ui.t(button), rev: None }
}

/// Who can read what, from the rows that decide it.
/// `three`: what the supervisor sees where three meet.
pub fn lines_of(ui: &Ui, case: &Case, read_in: &[(Class, Purpose)], three: Vec<String>) -> Vec<String> {
    let has = |class, purpose| read_in.contains(&(class, purpose));
    let coach = case.coach_name.clone().unwrap_or_default();
    let mut lines = Vec::new();
    if has(Class::Coaching, Purpose::Coaching) {
        lines.push(ui.t1("coaching-sees-memo", "name", &coach));
        lines.push(ui.t1("coaching-sees-note", "name", &coach));
    } else {
        lines.push(ui.t("coaching-sees-memo-you"));
    }
    if has(Class::Service, Purpose::Administration) {
        lines.push(ui.t("coaching-sees-coordinator"));
    }
    if has(Class::Service, Purpose::ServiceDelivery) {
        lines.push(ui.t("coaching-sees-provider"));
    }
    if three.is_empty() {
        lines.push(ui.t("coaching-sees-supervisor"));
    }
    lines.extend(three);
    lines
}
