//! A supervisor's own meeting with a coach: proposed and marked held by the coordinator, the provider or the coach.
use askama::Template;
use axum::{
    extract::Path,
    http::header,
    response::{IntoResponse, Response},
};
use uuid::Uuid;

use super::mine;
use crate::{
    clock,
    coaching::calendar,
    db::Tx,
    desk::{Desk, Posted},
    events::Event,
    privacy,
    track::{
        letters::{self, Time},
        path::{self, Kind},
        reach::{self, Reach},
        record::{self, Guidance},
        store::{self, acts::Meeting, round::Leader},
    },
    web::{Answer, Check, Failure, Sheet, Ui},
};

/// A meeting takes from a quarter to four hours.
const MINUTES: std::ops::RangeInclusive<i64> = 15..=240;

#[derive(Template)]
#[template(path = "track/pages/own_meeting.html")]
pub struct OwnMeetingPage {
    pub ui: Ui,
    pub back: String,
    pub calendar: String,
    pub title: String,
    pub text: String,
    pub when: String,
    pub place: String,
    pub minutes: String,
    pub held: bool,
}

/// The supervisor's own look at the meeting.
pub async fn own(desk: Desk, Path(id): Path<Uuid>) -> Answer {
    let mut tx = desk.read().await?;
    let (_, track) = mine::own(&desk, &mut tx, id).await?;
    let page = own_page(desk.ui(), &track).ok_or(Failure::NotFound)?;
    desk.page(&page)
}

pub fn own_page(ui: Ui, track: &mine::Track) -> Option<OwnMeetingPage> {
    let of = &track.mine;
    let step = path::step_of(&track.blueprint, Kind::Guidance)?;
    Some(OwnMeetingPage {
        back: format!("/track/{}", of.round_id),
        calendar: format!("/track/{}/guidance.ics", of.round_id),
        title: ui.say(&step.name).to_owned(),
        text: step.text.as_ref().map(|text| ui.say(text).to_owned()).unwrap_or_default(),
        when: ui.moment(&of.guidance_starts_at?),
        place: of.guidance_place.clone().unwrap_or_default(),
        minutes: ui.tn("track-minutes", of.guidance_minutes.unwrap_or_default()),
        held: of.guidance_state == Some(Guidance::Held),
        ui,
    })
}

/// The own meeting as a calendar file.
pub async fn file(desk: Desk, Path(id): Path<Uuid>) -> Answer {
    let mut tx = desk.read().await?;
    let (_, track) = mine::own(&desk, &mut tx, id).await?;
    let of = &track.mine;
    let (member_id, meeting_id) = of.member_id.zip(of.guidance_id).ok_or(Failure::NotFound)?;
    let meeting = store::acts::own_meeting(&mut tx, member_id, meeting_id).await?.ok_or(Failure::NotFound)?;
    calendar_file(&desk, &mut tx, &time(&meeting, &format!("/track/{id}/guidance"))).await
}

/// A time of the reader's as a calendar file, without contents.
pub async fn calendar_file(desk: &Desk, tx: &mut Tx, time: &Time<'_>) -> Result<Response, Failure> {
    let human = privacy::human(tx, desk.actor()?.human_id).await?.ok_or(Failure::NotFound)?;
    let file = calendar::calendar(&letters::invitation(&desk.house, &human, time));
    let headers = [
        (header::CONTENT_TYPE, format!("text/calendar; charset=utf-8; method={}", file.method)),
        (header::CONTENT_DISPOSITION, "attachment; filename=\"tapaaminen.ics\"".to_owned()),
    ];
    Ok((headers, file.text).into_response())
}

fn time<'t>(meeting: &Meeting, path: &'t str) -> Time<'t> {
    Time {
        id: meeting.id,
        sequence: meeting.sequence,
        starts_at: meeting.starts_at,
        minutes: meeting.minutes,
        cancelled: meeting.state == Guidance::Cancelled,
        path,
    }
}

#[derive(Template)]
#[template(path = "track/pages/guidance.html")]
pub struct GuidancePage {
    pub ui: Ui,
    pub round_id: Uuid,
    pub supervisor_id: Uuid,
    pub round: String,
    pub name: String,
    /// When it has been proposed; empty before.
    pub when: String,
    pub rev: i64,
    /// Its time has come: it can be marked held.
    pub may_be_held: bool,
    pub held: String,
    pub left: String,
    pub sheet: Sheet,
}

impl GuidancePage {
    fn path(&self, rest: &str) -> String {
        format!("/rounds/{}/track/guidance/{}{rest}", self.round_id, self.supervisor_id)
    }
}

/// A supervisor whom the reader reaches, with what has been arranged.
struct Scene {
    reach: Reach,
    supervisor: Leader,
    name: String,
    meeting: Option<Meeting>,
    /// Minutes left of the round's share.
    left: i64,
    /// Minutes of one supervisor's share.
    share: i32,
}

impl Scene {
    async fn open(desk: &Desk, tx: &mut Tx, (round_id, supervisor_id): (Uuid, Uuid)) -> Result<Scene, Failure> {
        let reach = reach::reach(desk, tx, round_id).await?;
        let share = path::step_of(&reach.blueprint, Kind::Guidance).ok_or(Failure::NotFound)?.minutes.unwrap_or(45);
        let all = store::round::supervisors(tx, &reach).await?;
        let supervisor = all.into_iter().find(|one| one.supervisor_id == supervisor_id).ok_or(Failure::NotFound)?;
        desk.note(&reach.grant, supervisor.person_id.as_slice());
        let names = privacy::human_names(tx, &[supervisor_id]).await?;
        let meeting = match supervisor.guidance_id {
            Some(id) => store::acts::meeting(tx, &reach, id).await?,
            None => None,
        };
        let held = store::acts::minutes_held(tx, &reach).await?;
        let left = record::minutes_left(share, store::round::count(tx, round_id).await?, held);
        let name = names.get(&supervisor_id).cloned().unwrap_or_default();
        Ok(Scene { reach, supervisor, name, meeting, left, share })
    }

    fn proposed(&self) -> Option<&Meeting> {
        self.meeting.as_ref().filter(|meeting| meeting.state == Guidance::Proposed)
    }

    fn page(&self, desk: &Desk, sheet: Option<Sheet>) -> GuidancePage {
        let ui = desk.ui();
        let proposed = self.proposed();
        let minutes = proposed.map_or(self.share, |meeting| meeting.minutes);
        let filled = Sheet::filled([
            ("day", proposed.map(|meeting| ui.date(&meeting.starts_at)).unwrap_or_default()),
            ("time", proposed.map(|meeting| ui.time(&meeting.starts_at)).unwrap_or_default()),
            ("minutes", minutes.to_string()),
            ("held_minutes", minutes.to_string()),
            ("place", proposed.map(|meeting| meeting.place.clone()).unwrap_or_default()),
        ]);
        GuidancePage {
            round_id: self.reach.round_id,
            supervisor_id: self.supervisor.supervisor_id,
            round: ui.say(&self.reach.round.name()).to_owned(),
            name: self.name.clone(),
            when: proposed.map(|meeting| ui.moment(&meeting.starts_at)).unwrap_or_default(),
            rev: proposed.map_or(0, |meeting| meeting.rev),
            may_be_held: proposed.is_some_and(|meeting| meeting.starts_at <= desk.now),
            held: ui.tn("track-minutes-held", self.supervisor.minutes_held),
            left: ui.tn("track-minutes-left", self.left),
            sheet: sheet.unwrap_or(filled),
            ui,
        }
    }
}

pub async fn show(desk: Desk, Path(ids): Path<(Uuid, Uuid)>) -> Answer {
    let mut tx = desk.read().await?;
    let scene = Scene::open(&desk, &mut tx, ids).await?;
    desk.page(&scene.page(&desk, None))
}

/// Proposes a time, or moves the one that has been proposed; the supervisor is told.
pub async fn propose(Path(ids): Path<(Uuid, Uuid)>, Posted { desk, words }: Posted) -> Answer {
    let mut act = desk.act(&words).await?;
    let scene = Scene::open(&desk, &mut act, ids).await?;
    let mut check = Check::new(desk.lang, &words);
    let (day, at) = (check.day("day"), check.time("time"));
    let minutes = check.number("minutes", MINUTES);
    let place = check.text("place", "fault-track-place");
    let starts_at = day.zip(at).map(|(day, at)| clock::local(day, at));
    if starts_at.is_some_and(|starts_at| starts_at <= desk.now) {
        check.fault("day", "fault-track-past");
    }
    let (starts_at, minutes) = match check.done(starts_at.zip(minutes)) {
        Ok(both) => both,
        Err(sheet) => return desk.faulty(&scene.page(&desk, Some(*sheet))),
    };
    if words.get("rev") != scene.proposed().map_or(0, |meeting| meeting.rev).to_string() {
        return Err(Failure::Conflict("conflict-changed"));
    }
    let minutes = i32::try_from(minutes).map_err(Failure::broken)?;
    let by = desk.actor()?.human_id;
    let controller = scene.reach.round.controller_id;
    let member_id = store::member(&mut act, (ids.0, controller), ids.1).await?;
    let meeting = (starts_at, minutes, place.as_str());
    let id = store::acts::propose(&mut act, (member_id, ids.0), meeting, (by, desk.now)).await?;
    let event = Event::new("track.guidance_proposed", id, controller, desk.now).fact("member", member_id.to_string());
    desk.event(&mut act, event).await?;
    let meeting = store::acts::own_meeting(&mut act, member_id, id).await?.ok_or(Failure::NotFound)?;
    letters::invite(&mut act, &desk.house, ids.1, &time(&meeting, &format!("/track/{}/guidance", ids.0))).await?;
    desk.done(act, &format!("/rounds/{}/track?done=done-track-proposed", ids.0)).await
}

/// The meeting has been held: its minutes count against the round's share.
pub async fn held(Path(ids): Path<(Uuid, Uuid)>, Posted { desk, words }: Posted) -> Answer {
    let mut act = desk.act(&words).await?;
    let scene = Scene::open(&desk, &mut act, ids).await?;
    let Some(meeting) = scene.proposed() else { return Err(Failure::Conflict("conflict-changed")) };
    let mut check = Check::new(desk.lang, &words);
    let minutes = check.number("held_minutes", MINUTES);
    if meeting.starts_at > desk.now {
        check.fault("held_minutes", "fault-track-not-held");
    } else if minutes.is_some_and(|minutes| minutes > scene.left) {
        check.fault("held_minutes", "fault-track-share");
    }
    let minutes = match check.done(minutes) {
        Ok(minutes) => i32::try_from(minutes).map_err(Failure::broken)?,
        Err(sheet) => {
            let filled = scene.page(&desk, None).sheet;
            let mut sheet = *sheet;
            for field in ["day", "time", "minutes", "place"] {
                sheet.words.set(field, filled.value(field));
            }
            return desk.faulty(&scene.page(&desk, Some(sheet)));
        }
    };
    settle(&desk, &mut act, (&scene, meeting, words.get("rev")), (Guidance::Held, minutes)).await?;
    desk.done(act, &format!("/rounds/{}/track?done=done-track-held", ids.0)).await
}

pub async fn cancel(Path(ids): Path<(Uuid, Uuid)>, Posted { desk, words }: Posted) -> Answer {
    let mut act = desk.act(&words).await?;
    let scene = Scene::open(&desk, &mut act, ids).await?;
    let Some(meeting) = scene.proposed() else { return Err(Failure::Conflict("conflict-changed")) };
    settle(&desk, &mut act, (&scene, meeting, words.get("rev")), (Guidance::Cancelled, meeting.minutes)).await?;
    let gone = Meeting { state: Guidance::Cancelled, sequence: meeting.sequence + 1, ..meeting.clone() };
    letters::invite(&mut act, &desk.house, ids.1, &time(&gone, &format!("/track/{}", ids.0))).await?;
    desk.done(act, &format!("/rounds/{}/track?done=done-track-cancelled", ids.0)).await
}

async fn settle(
    desk: &Desk,
    act: &mut crate::desk::Act,
    (scene, meeting, rev): (&Scene, &Meeting, &str),
    (state, minutes): (Guidance, i32),
) -> Result<(), Failure> {
    let rev = rev.parse().map_err(|_| Failure::Conflict("conflict-changed"))?;
    if !store::acts::settle(act, (meeting.id, rev), state, minutes).await? {
        return Err(Failure::Conflict("conflict-changed"));
    }
    let what = if state == Guidance::Held { "track.guidance_held" } else { "track.guidance_cancelled" };
    let event = Event::new(what, meeting.id, scene.reach.round.controller_id, desk.now);
    desk.event(act, event.fact("minutes", minutes)).await?;
    Ok(())
}
