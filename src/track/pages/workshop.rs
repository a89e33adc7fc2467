//! The supervisors' workshop: set by the coordinator or the provider, seen by the supervisors, attendance by names.
use askama::Template;
use axum::extract::Path;
use uuid::Uuid;

use super::{guidance::calendar_file, mine};
use crate::{
    clock,
    db::Tx,
    desk::{Desk, Posted},
    events::Event,
    ident, privacy,
    programmes::Step,
    track::{
        letters::{self, Time},
        path::{self, Kind},
        reach::{self, Reach},
        record::Presence,
        store::{self, acts::Workshop, round::Leader},
    },
    web::{Answer, Check, Failure, Sheet, Ui},
};

const MINUTES: std::ops::RangeInclusive<i64> = 30..=480;

#[derive(Template)]
#[template(path = "track/pages/own_workshop.html")]
pub struct OwnWorkshopPage {
    pub ui: Ui,
    pub round_id: Uuid,
    pub title: String,
    pub text: String,
    pub when: String,
    pub minutes: String,
    pub place: String,
    pub agenda: Vec<(String, String)>,
    pub over: bool,
    pub cannot_come: bool,
}

impl OwnWorkshopPage {
    fn path(&self, rest: &str) -> String {
        format!("/track/{}{rest}", self.round_id)
    }
}

pub async fn own(desk: Desk, Path(id): Path<Uuid>) -> Answer {
    let mut tx = desk.read().await?;
    let (_, track) = mine::own(&desk, &mut tx, id).await?;
    let page = own_page(desk.ui(), &track, desk.now).ok_or(Failure::NotFound)?;
    desk.page(&page)
}

pub fn own_page(ui: Ui, track: &mine::Track, now: clock::Moment) -> Option<OwnWorkshopPage> {
    let of = &track.mine;
    let step = path::step_of(&track.blueprint, Kind::Workshop)?;
    Some(OwnWorkshopPage {
        round_id: of.round_id,
        title: of.workshop_title.clone()?,
        text: step.text.as_ref().map(|text| ui.say(text).to_owned()).unwrap_or_default(),
        when: ui.moment(&of.workshop_starts_at?),
        minutes: ui.tn("track-minutes", of.workshop_minutes.unwrap_or_default()),
        place: of.workshop_place.clone().unwrap_or_default(),
        agenda: agenda(&ui, step),
        over: track.facts(now).workshop_over,
        cannot_come: of.cannot_come_at.is_some(),
        ui,
    })
}

pub fn agenda(ui: &Ui, step: &Step) -> Vec<(String, String)> {
    step.agenda
        .iter()
        .map(|part| (ui.say(&part.text).to_owned(), ui.tn("track-agenda-minutes", part.minutes)))
        .collect()
}

/// The workshop as a calendar file, without contents.
pub async fn file(desk: Desk, Path(id): Path<Uuid>) -> Answer {
    let mut tx = desk.read().await?;
    let (_, track) = mine::own(&desk, &mut tx, id).await?;
    let of = &track.mine;
    let path = format!("/track/{id}/workshop");
    let time = Time {
        id: entry_id(id),
        sequence: of.workshop_sequence.unwrap_or_default(),
        starts_at: of.workshop_starts_at.ok_or(Failure::NotFound)?,
        minutes: of.workshop_minutes.unwrap_or_default(),
        cancelled: false,
        path: &path,
    };
    calendar_file(&desk, &mut tx, &time).await
}

/// The calendar entry of a round's workshop.
fn entry_id(round_id: Uuid) -> Uuid {
    ident::of("urasilta:track-workshop", &round_id.to_string())
}

/// The supervisor cannot come, or can after all.
pub async fn say(Path(id): Path<Uuid>, Posted { desk, words }: Posted) -> Answer {
    let mut act = desk.act(&words).await?;
    let (_, track) = mine::own(&desk, &mut act, id).await?;
    if track.mine.workshop_starts_at.is_none() || track.facts(desk.now).workshop_over {
        return Err(Failure::Conflict("conflict-changed"));
    }
    let comes = words.get("comes") == "yes";
    let controller = track.mine.controller_id;
    let member_id = store::member(&mut act, (id, controller), desk.actor()?.human_id).await?;
    store::acts::set_cannot_come(&mut act, member_id, (!comes).then_some(desk.now)).await?;
    let event = Event::new("track.workshop_answered", member_id, controller, desk.now).fact("comes", comes);
    desk.event(&mut act, event).await?;
    let done = if comes { "done-track-comes" } else { "done-track-cannot-come" };
    desk.done(act, &format!("/track/{id}?done={done}")).await
}

/// A supervisor in the list of names.
pub struct Attendee {
    pub id: String,
    pub name: String,
    pub meta: String,
    pub came: bool,
}

#[derive(Template)]
#[template(path = "track/pages/workshop.html")]
pub struct WorkshopPage {
    pub ui: Ui,
    pub round_id: Uuid,
    pub round: String,
    pub rev: i64,
    /// When it is; empty before it has been set.
    pub when: String,
    /// Its day has come: attendance can be noted.
    pub begun: bool,
    pub names: Vec<Attendee>,
    pub agenda: Vec<(String, String)>,
    pub sheet: Sheet,
}

impl WorkshopPage {
    fn path(&self, rest: &str) -> String {
        format!("/rounds/{}/track{rest}", self.round_id)
    }
}

struct Scene {
    reach: Reach,
    workshop: Option<Workshop>,
    supervisors: Vec<Leader>,
}

impl Scene {
    async fn open(desk: &Desk, tx: &mut Tx, round_id: Uuid) -> Result<Scene, Failure> {
        let reach = reach::reach(desk, tx, round_id).await?;
        if !reach.sets_workshop() || path::step_of(&reach.blueprint, Kind::Workshop).is_none() {
            return Err(Failure::NotFound);
        }
        let workshop = store::acts::workshop(tx, round_id).await?;
        let supervisors = store::round::supervisors(tx, &reach).await?;
        desk.note(&reach.grant, &supervisors.iter().filter_map(|one| one.person_id).collect::<Vec<_>>());
        Ok(Scene { reach, workshop, supervisors })
    }

    async fn page(&self, desk: &Desk, tx: &mut Tx, sheet: Option<Sheet>) -> Result<WorkshopPage, Failure> {
        let ids: Vec<Uuid> = self.supervisors.iter().map(|one| one.supervisor_id).collect();
        let names = privacy::human_names(tx, &ids).await?;
        let name = |one: &Leader| names.get(&one.supervisor_id).cloned().unwrap_or_default();
        let named = self.supervisors.iter().map(|one| (one, name(one))).collect::<Vec<_>>();
        page(desk.ui(), &self.reach, (self.workshop.as_ref(), &named, desk.now), sheet)
    }
}

/// What the page is made of: the workshop, the supervisors with their names, and the time.
type Parts<'p> = (Option<&'p Workshop>, &'p [(&'p Leader, String)], clock::Moment);

fn page(ui: Ui, reach: &Reach, parts: Parts<'_>, sheet: Option<Sheet>) -> Result<WorkshopPage, Failure> {
    let step = path::step_of(&reach.blueprint, Kind::Workshop).ok_or(Failure::NotFound)?;
    let round = ui.say(&reach.round.name()).to_owned();
    Ok(shown(ui, (reach.round_id, round, step), parts, sheet))
}

pub fn shown(
    ui: Ui,
    (round_id, round, step): (Uuid, String, &Step),
    (workshop, supervisors, now): Parts<'_>,
    sheet: Option<Sheet>,
) -> WorkshopPage {
    let filled = Sheet::filled([
        ("title", workshop.map_or_else(|| ui.say(&step.name).to_owned(), |one| one.title.clone())),
        ("day", workshop.map(|one| ui.date(&one.starts_at)).unwrap_or_default()),
        ("time", workshop.map(|one| ui.time(&one.starts_at)).unwrap_or_default()),
        ("minutes", workshop.map_or(step.minutes.unwrap_or(180), |one| one.minutes).to_string()),
        ("place", workshop.map(|one| one.place.clone()).unwrap_or_default()),
    ]);
    let name = |(one, name): &(&Leader, String)| Attendee {
        id: one.supervisor_id.to_string(),
        name: name.clone(),
        meta: if one.cannot_come_at.is_some() { ui.t("track-cannot-come") } else { String::new() },
        came: one.attended == Some(Presence::Came),
    };
    WorkshopPage {
        round_id,
        round,
        rev: workshop.map_or(0, |one| one.rev),
        when: workshop.map(|one| ui.moment(&one.starts_at)).unwrap_or_default(),
        begun: workshop.is_some_and(|one| one.starts_at <= now),
        names: supervisors.iter().map(name).collect(),
        agenda: agenda(&ui, step),
        sheet: sheet.unwrap_or(filled),
        ui,
    }
}

pub async fn show(desk: Desk, Path(id): Path<Uuid>) -> Answer {
    let mut tx = desk.read().await?;
    let scene = Scene::open(&desk, &mut tx, id).await?;
    let page = scene.page(&desk, &mut tx, None).await?;
    desk.page(&page)
}

/// Sets the workshop or changes it; every supervisor of the round gets the time.
pub async fn set(Path(id): Path<Uuid>, Posted { desk, words }: Posted) -> Answer {
    let mut act = desk.act(&words).await?;
    let scene = Scene::open(&desk, &mut act, id).await?;
    let mut check = Check::new(desk.lang, &words);
    let title = check.text("title", "fault-track-title");
    let place = check.text("place", "fault-track-place");
    let (day, at, minutes) = (check.day("day"), check.time("time"), check.number("minutes", MINUTES));
    let starts_at = day.zip(at).map(|(day, at)| clock::local(day, at));
    if starts_at.is_some_and(|starts_at| starts_at <= desk.now) {
        check.fault("day", "fault-track-past");
    }
    let (starts_at, minutes) = match check.done(starts_at.zip(minutes)) {
        Ok(both) => both,
        Err(sheet) => {
            let page = scene.page(&desk, &mut act, Some(*sheet)).await?;
            return desk.faulty(&page);
        }
    };
    let rev = words.get("rev").parse().map_err(|_| Failure::Conflict("conflict-changed"))?;
    let minutes = i32::try_from(minutes).map_err(Failure::broken)?;
    let workshop = Workshop { round_id: id, title, starts_at, minutes, place, sequence: 0, rev };
    let controller = scene.reach.round.controller_id;
    if !store::acts::set_workshop(&mut act, &workshop, controller, (desk.actor()?.human_id, desk.now)).await? {
        return Err(Failure::Conflict("conflict-changed"));
    }
    if scene.workshop.as_ref().is_some_and(|before| before.starts_at != starts_at) {
        store::acts::ask_again(&mut act, id).await?;
    }
    desk.event(&mut act, Event::new("track.workshop_set", id, controller, desk.now)).await?;
    let stored = store::acts::workshop(&mut act, id).await?.ok_or(Failure::NotFound)?;
    let path = format!("/track/{id}/workshop");
    let sequence = stored.sequence;
    let time = Time { id: entry_id(id), sequence, starts_at, minutes, cancelled: false, path: &path };
    for human_id in store::round::everybody(&mut act, id).await? {
        letters::invite(&mut act, &desk.house, human_id, &time).await?;
    }
    desk.done(act, &format!("/rounds/{id}/track/workshop?done=done-track-workshop")).await
}

/// Who came: those whose names were tapped.
pub async fn attendance(Path(id): Path<Uuid>, Posted { desk, words }: Posted) -> Answer {
    let mut act = desk.act(&words).await?;
    let scene = Scene::open(&desk, &mut act, id).await?;
    let begun = scene.workshop.as_ref().is_some_and(|workshop| workshop.starts_at <= desk.now);
    if !begun {
        return Err(Failure::Refused("fault-track-workshop-early"));
    }
    let came = words.all("came");
    let controller = scene.reach.round.controller_id;
    let mut present = 0;
    for one in &scene.supervisors {
        let here = came.contains(&one.supervisor_id.to_string().as_str());
        present += i64::from(here);
        let member_id = store::member(&mut act, (id, controller), one.supervisor_id).await?;
        let presence = if here { Presence::Came } else { Presence::Away };
        store::acts::set_attended(&mut act, member_id, presence).await?;
    }
    let event = Event::new("track.attendance_noted", id, controller, desk.now).fact("came", present);
    desk.event(&mut act, event).await?;
    desk.done(act, &format!("/rounds/{id}/track?done=done-track-attendance")).await
}
