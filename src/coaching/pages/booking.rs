//! A new meeting: times proposed to the participant, or one booked directly.
use askama::Template;
use axum::extract::Path;
use chrono::NaiveDate;
use uuid::Uuid;

use super::{
    super::{
        Way,
        meetings::{Plan, Scene},
        period, roster,
        store::{self, cases::CoachCase, steps::Step},
    },
    take_rev,
    view::{self, Pick},
};
use crate::{
    clock::{self, Moment},
    db::Tx,
    desk::{Desk, Posted},
    privacy::{Class, Grant},
    text::Lang,
    web::{Answer, Check, Failure, Sheet, Ui, Words},
};

/// How many times can be proposed at once.
pub const TIMES: usize = 3;

#[derive(Template)]
#[template(path = "coaching/pages/booking.html")]
pub struct BookingPage {
    pub ui: Ui,
    pub case_id: Uuid,
    pub rev: i64,
    pub name: String,
    pub ways: Vec<Pick>,
    pub whose_time: Vec<Pick>,
    /// The roster that has closed already: the warning.
    pub roster_closed: Option<NaiveDate>,
    /// The unit's next closing day, when it has one.
    pub closes_day: Option<i32>,
    /// What the meeting belongs to, when there is more than one to choose from.
    pub periods: Vec<Pick>,
    /// There will be three, and the participant has not confirmed who the supervisor is.
    pub nobody: bool,
    pub sheet: Sheet,
}

impl BookingPage {
    pub fn of(ui: Ui, seen: &CoachCase, bookable: &[&Step], sheet: Sheet) -> BookingPage {
        let way = |way: &Way| Pick {
            value: way.code().to_owned(),
            label: view::coded(&ui, "coaching-way-", way.code()),
            hint: String::new(),
            chosen: sheet.chosen("way", way.code()),
        };
        let whose = |value: &str, key: &str| Pick {
            value: value.to_owned(),
            label: ui.t(key),
            hint: String::new(),
            chosen: sheet.chosen("whose_time", value),
        };
        BookingPage {
            case_id: seen.case.id,
            rev: seen.case.rev,
            name: seen.name(),
            ways: Way::ALL.iter().map(way).collect(),
            whose_time: vec![whose("work", "coaching-work-time"), whose("own", "coaching-own-time")],
            roster_closed: None,
            closes_day: seen.roster_closes_day,
            periods: periods(&ui, bookable, &sheet),
            nobody: seen.case.supervisor_name.is_none() && bookable.iter().any(|step| step.is_of_three()),
            sheet,
            ui,
        }
    }
}

/// The periods to choose from; the one whose turn it is stands first and is chosen.
fn periods(ui: &Ui, bookable: &[&Step], sheet: &Sheet) -> Vec<Pick> {
    let Some(current) = period::current(bookable).filter(|_| bookable.len() > 1) else { return Vec::new() };
    let others = bookable.iter().copied().filter(|step| step.id != current.id);
    let pick = |step: &Step| Pick {
        value: step.id.to_string(),
        label: ui.say(&step.text()).to_owned(),
        hint: step.about().map(|theme| ui.say(&theme).to_owned()).unwrap_or_default(),
        chosen: sheet.chosen("step", &step.id.to_string()) || !sheet.words.has("step") && step.id == current.id,
    };
    std::iter::once(current).chain(others).map(pick).collect()
}

/// The case as its coach sees it, and the steps that can take one more meeting.
async fn scene(desk: &Desk, tx: &mut Tx, id: Uuid) -> Result<(Grant, CoachCase, Vec<Step>), Failure> {
    let grant = desk.grant(tx, id, Class::CoachOwn).await?;
    let seen = store::cases::coach_case(tx, &grant).await?;
    desk.note(&grant, &[seen.case.person_id]);
    let steps = store::steps::steps(tx, id).await?;
    let open = store::sessions::open_sessions(tx, id).await?;
    let bookable = period::bookable(&seen.case, &steps, &open).into_iter().cloned().collect();
    Ok((grant, seen, bookable))
}

pub async fn ask(desk: Desk, Path(id): Path<Uuid>) -> Answer {
    let mut tx = desk.read().await?;
    let (_, seen, steps) = scene(&desk, &mut tx, id).await?;
    let bookable: Vec<&Step> = steps.iter().collect();
    let minutes = period::current(&bookable).map(|step| step.minutes).filter(|minutes| *minutes > 0).unwrap_or(60);
    let sheet =
        Sheet::filled([("minutes", minutes.to_string()), ("way", "remote".into()), ("whose_time", "work".into())]);
    desk.page(&BookingPage::of(desk.ui(), &seen, &bookable, sheet))
}

pub async fn book(Path(id): Path<Uuid>, Posted { desk, words }: Posted) -> Answer {
    let mut act = desk.act(&words).await?;
    let (grant, seen, steps) = scene(&desk, &mut act, id).await?;
    let bookable: Vec<&Step> = steps.iter().collect();
    let (plan, times) = match read((desk.lang, desk.now), &words) {
        Ok(read) => read,
        Err(sheet) => return desk.faulty(&BookingPage::of(desk.ui(), &seen, &bookable, *sheet)),
    };
    let book = words.get("how") == "book";
    let times = if book { times.get(..1).unwrap_or_default().to_vec() } else { times };
    let closed = roster_closed(&times, &plan, (seen.roster_closes_day, desk.now));
    if closed.is_some() && !words.has("roster_seen") {
        let sheet = Sheet { words: words.clone(), faults: Vec::new() };
        return desk
            .faulty(&BookingPage { roster_closed: closed, ..BookingPage::of(desk.ui(), &seen, &bookable, sheet) });
    }
    take_rev(&mut act, id, &words).await?;
    let scene = Scene { house: &desk.house, case: &seen.case, by: grant.human_id(), now: desk.now };
    scene.plan(&mut act, plan, (&times, book)).await?;
    let done = if book { "done-coaching-booked" } else { "done-coaching-proposed" };
    desk.done(act, &format!("/cases/{id}?done={done}")).await
}

fn read((lang, now): (Lang, Moment), words: &Words) -> Result<(Plan, Vec<Moment>), Box<Sheet>> {
    let mut check = Check::new(lang, words);
    let way = check.one_of("way", "fault-choose", Way::read);
    let place = check.optional("place");
    if place.is_empty() && way.is_some_and(|way| way != Way::Phone) {
        check.fault("place", "fault-coaching-place");
    }
    let minutes = check.number("minutes", 15..=240);
    let own_time = check.one_of("whose_time", "fault-choose", |words| match words {
        "own" => Some(true),
        "work" => Some(false),
        _ => None,
    });
    let times = read_times(&mut check, words, now);
    let plan = way.zip(minutes).zip(own_time).map(|((way, minutes), own_time)| Plan {
        minutes: i32::try_from(minutes).unwrap_or(60),
        way,
        place,
        own_time,
        substitute_needed: words.has("substitute") && !own_time,
        step_id: Uuid::parse_str(words.get("step")).ok(),
    });
    check.done(plan.map(|plan| (plan, times)))
}

/// The proposed times: the first must be there, the others may be; all in the future.
pub fn read_times(check: &mut Check<'_>, words: &Words, now: Moment) -> Vec<Moment> {
    let mut times = Vec::new();
    for number in 1..=TIMES {
        let (day, time) = (format!("day{number}"), format!("time{number}"));
        if number > 1 && !words.has(&day) && !words.has(&time) {
            continue;
        }
        let (Some(on), Some(at)) = (check.day(&day), check.time(&time)) else { continue };
        let starts_at = clock::local(on, at);
        if starts_at <= now {
            check.fault(&day, "fault-coaching-past");
        }
        times.push(starts_at);
    }
    times
}

/// When one of the times falls on a roster that has closed already: the day it closed.
fn roster_closed(times: &[Moment], plan: &Plan, (closes_day, now): (Option<i32>, Moment)) -> Option<NaiveDate> {
    if plan.own_time {
        return None;
    }
    times.iter().find_map(|at| roster::closed(clock::day(*at), clock::day(now), closes_day))
}
