//! The coach's day and the coach's people.
use askama::Template;
use uuid::Uuid;

use super::{
    super::{
        SessionState,
        store::{self, cases::CaseLine, sessions::Meeting},
    },
    view,
};
use crate::{
    clock::{self, Moment},
    db::Tx,
    desk::Desk,
    house::waiting::Awaited,
    privacy::{Class, Role},
    web::{Answer, Failure, Ui},
};

/// For how many days after the last meeting of an ended case its memo is asked for.
const MEMO_ASKED_DAYS: i64 = 30;

/// A row with one thing to do.
pub struct Row {
    pub title: String,
    pub meta: String,
    pub href: String,
    pub verb: String,
}

#[derive(Template)]
#[template(path = "coaching/pages/today.html")]
pub struct TodayPage {
    pub ui: Ui,
    pub day: String,
    pub today: Vec<Row>,
    pub to_answer: Vec<Row>,
    pub to_write: Vec<Row>,
    pub to_begin: Vec<Row>,
    pub to_end: Vec<Row>,
    pub later: Vec<Row>,
    /// What waits in the slices after this one.
    pub waiting: Vec<Row>,
}

impl TodayPage {
    pub fn is_empty(&self) -> bool {
        [&self.today, &self.to_answer, &self.waiting, &self.to_write, &self.to_begin, &self.to_end, &self.later]
            .iter()
            .all(|rows| rows.is_empty())
    }
}

pub async fn show(desk: Desk) -> Answer {
    let mut tx = desk.read().await?;
    let (cases, meetings) = caseload(&desk, &mut tx).await?;
    let later = awaited(&desk, &mut tx).await?;
    let due = cases.iter().filter(|case| case.talk_due_on.is_some() && case.open_sessions == 0);
    let waiting = due.map(|case| talk_row(&desk.ui(), case)).chain(later).collect();
    desk.page(&TodayPage { waiting, ..today(desk.ui(), (&cases, &meetings), desk.now) })
}

/// What waits for the coach in the slices after this one.
async fn awaited(desk: &Desk, tx: &mut Tx) -> Result<Vec<Row>, Failure> {
    let Some(grant) = desk.may(tx, desk.actor()?.human_id, Class::Service).await? else { return Ok(Vec::new()) };
    let awaited = Awaited { grant, role: Role::Coach, lang: desk.lang, now: desk.now };
    let rows = desk.house.waiting(tx, &awaited).await.map_err(Failure::broken)?;
    desk.note(&awaited.grant, &rows.iter().filter_map(|row| row.person_id).collect::<Vec<_>>());
    Ok(rows.into_iter().map(|row| Row { title: row.title, meta: row.meta, href: row.href, verb: row.verb }).collect())
}

async fn caseload(desk: &Desk, tx: &mut Tx) -> Result<(Vec<CaseLine>, Vec<Meeting>), Failure> {
    let coach = desk.actor()?.human_id;
    let Some(grant) = desk.may(tx, coach, Class::Service).await? else { return Ok((Vec::new(), Vec::new())) };
    let day = clock::day(desk.now);
    let cases = store::cases::cases_of_coach(tx, &grant, day).await?;
    let meetings = store::sessions::meetings_of_coach(tx, &grant, day).await?;
    let people: Vec<Uuid> = cases.iter().map(|case| case.person_id).collect();
    desk.note(&grant, &people);
    Ok((cases, meetings))
}

/// What waits for the coach, in the order of the day.
pub fn today(ui: Ui, (cases, meetings): (&[CaseLine], &[Meeting]), now: Moment) -> TodayPage {
    let day = clock::day(now);
    let agreed = |meeting: &&Meeting| meeting.state == SessionState::Invited && meeting.asked == 0;
    let day_of = |meeting: &Meeting| meeting.starts_at.map(clock::day);
    let row = |meeting: &Meeting, verb: &str| meeting_row(&ui, meeting, verb);
    let open = |case: &&CaseLine| case.state.is_open();
    TodayPage {
        day: ui.day(&day),
        today: meetings
            .iter()
            .filter(agreed)
            .filter(|meeting| day_of(meeting).is_some_and(|at| at <= day))
            .map(|meeting| {
                let begun = meeting.starts_at.is_some_and(|at| at <= now);
                row(meeting, if begun { "coaching-verb-mark" } else { "coaching-verb-open" })
            })
            .collect(),
        to_answer: meetings
            .iter()
            .filter(|meeting| meeting.asked > 0)
            .map(|meeting| row(meeting, "coaching-verb-answer"))
            .collect(),
        to_write: cases.iter().filter(|case| unwritten(case, now)).map(|case| unwritten_row(&ui, case)).collect(),
        to_begin: cases
            .iter()
            .filter(open)
            .filter(|case| case.first_session_at.is_none() && case.open_sessions == 0)
            .map(|case| first_time_row(&ui, case))
            .collect(),
        to_end: cases
            .iter()
            .filter(open)
            .filter(|case| case.visits_granted > 0 && case.visits_used >= case.visits_granted)
            .map(|case| end_row(&ui, case))
            .collect(),
        later: meetings
            .iter()
            .filter(agreed)
            .filter(|meeting| day_of(meeting).is_some_and(|at| at > day))
            .take(20)
            .map(|meeting| row(meeting, "coaching-verb-open"))
            .collect(),
        waiting: Vec::new(),
        ui,
    }
}

/// A meeting was held and the shared memo has not been saved since it began. After a month in an ended case nobody
/// remembers what was said: it is asked no more.
fn unwritten(case: &CaseLine, now: Moment) -> bool {
    case.last_held_at.is_some_and(|held| {
        let fresh = case.state.is_open() || now - held < chrono::Duration::days(MEMO_ASKED_DAYS);
        let own = case.era_ended_at.is_none_or(|ended| ended < held);
        fresh && own && case.memo_saved_at.is_none_or(|saved| saved < held)
    })
}

fn meeting_row(ui: &Ui, meeting: &Meeting, verb: &str) -> Row {
    let when = match (meeting.starts_at, meeting.ends_at) {
        (Some(from), Some(to)) => ui.t2("coaching-span", ("from", "to"), ui.moment(&from), ui.time(&to)),
        _ => ui.t("coaching-no-time-yet"),
    };
    let way = view::coded(ui, "coaching-way-", meeting.way.code());
    let place = if view::is_link(&meeting.place) { String::new() } else { meeting.place.clone() };
    let meta = [when, way, place];
    Row {
        title: meeting.name(),
        meta: meta.iter().filter(|part| !part.is_empty()).map(String::as_str).collect::<Vec<_>>().join(" · "),
        href: format!("/sessions/{}", meeting.id),
        verb: ui.t(verb),
    }
}

fn unwritten_row(ui: &Ui, case: &CaseLine) -> Row {
    let held = case.last_held_at.map(|at| ui.date(&at)).unwrap_or_default();
    Row {
        title: case.name(),
        meta: ui.t1("coaching-held-on", "day", held),
        href: format!("/cases/{}#memo", case.id),
        verb: ui.t("coaching-verb-write"),
    }
}

fn first_time_row(ui: &Ui, case: &CaseLine) -> Row {
    Row {
        title: case.name(),
        meta: ui.t1("coaching-waits-since", "day", ui.date(&case.opened_at)),
        href: format!("/cases/{}/sessions/new", case.id),
        verb: ui.t("coaching-verb-propose"),
    }
}

fn talk_row(ui: &Ui, case: &CaseLine) -> Row {
    Row {
        title: case.name(),
        meta: ui.t("coaching-talk-due"),
        href: format!("/cases/{}/sessions/new", case.id),
        verb: ui.t("coaching-verb-propose"),
    }
}

fn end_row(ui: &Ui, case: &CaseLine) -> Row {
    Row {
        title: case.name(),
        meta: ui.t("coaching-all-used"),
        href: format!("/cases/{}/completion", case.id),
        verb: ui.t("coaching-verb-end"),
    }
}

#[derive(Template)]
#[template(path = "coaching/pages/people.html")]
pub struct PeoplePage {
    pub ui: Ui,
    pub cases: Vec<CaseLine>,
    pub ended: Vec<CaseLine>,
}

pub async fn people(desk: Desk) -> Answer {
    let mut tx = desk.read().await?;
    let (cases, _) = caseload(&desk, &mut tx).await?;
    let (cases, ended) = cases.into_iter().partition(|case| case.state.is_open());
    desk.page(&PeoplePage { ui: desk.ui(), cases, ended })
}
