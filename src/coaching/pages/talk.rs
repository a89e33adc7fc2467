//! A meeting of the three as the supervisor sees it: when, where and with whom, nothing else. The supervisor can propose
//! another time to the coach, or say that this one does not fit; neither stops the meeting.
use askama::Template;
use axum::{extract::Path, http::header, response::IntoResponse};
use uuid::Uuid;

use super::{
    super::{
        SessionState, calendar,
        letters::{self, Says},
        store::{
            self,
            sessions::{Proposed, Session},
        },
        three::{self, Party, Sight},
    },
    booking::read_times,
    take_rev,
    view::{self, Shown},
};
use crate::{
    db::Tx,
    desk::{Desk, Posted},
    events::Event,
    house::{
        House,
        waiting::{Awaited, Found, Waiting},
    },
    ident,
    privacy::{self, Role},
    web::{Answer, Check, Failure, Sheet, Ui},
};

#[derive(Template)]
#[template(path = "coaching/pages/talk.html")]
pub struct TalkPage {
    pub ui: Ui,
    pub shown: Shown,
    pub rev: i64,
    pub participant: String,
    pub coach: String,
    pub away: bool,
    pub sheet: Sheet,
}

impl TalkPage {
    pub fn of(
        ui: Ui,
        (participant, coach): (String, String),
        (session, rev): (&Session, i64),
        sheet: Sheet,
    ) -> TalkPage {
        TalkPage {
            shown: view::shown(&ui, session),
            rev,
            participant,
            coach,
            away: session.supervisor_away_at.is_some(),
            sheet,
            ui,
        }
    }
}

/// The meeting, when the reader is its supervisor.
async fn seen(desk: &Desk, tx: &mut Tx, id: Uuid) -> Result<(Sight, Session), Failure> {
    let case_id = store::sessions::session_case(tx, id).await?.ok_or(Failure::NotFound)?;
    let sight = three::sight(desk, tx, case_id).await?;
    let session = store::sessions::session(tx, sight.grant(), id).await?;
    if sight.party == Party::Supervisor && session.with_supervisor {
        Ok((sight, session))
    } else {
        Err(Failure::NotFound)
    }
}

fn page(desk: &Desk, (sight, session): (&Sight, &Session), sheet: Sheet) -> TalkPage {
    let name = |party| sight.three.name_of(party).unwrap_or_default().to_owned();
    let names = (name(Party::Participant), name(Party::Coach));
    TalkPage::of(desk.ui(), names, (session, sight.three.rev), sheet)
}

pub async fn show(desk: Desk, Path(id): Path<Uuid>) -> Answer {
    let mut tx = desk.read().await?;
    let (sight, session) = seen(&desk, &mut tx, id).await?;
    desk.page(&page(&desk, (&sight, &session), Sheet::empty()))
}

pub async fn file(desk: Desk, Path(id): Path<Uuid>) -> Answer {
    let mut tx = desk.read().await?;
    let (_, session) = seen(&desk, &mut tx, id).await?;
    let time = session.starts_at.zip(session.ends_at).ok_or(Failure::NotFound)?;
    let human = privacy::human(&mut tx, desk.actor()?.human_id).await?.ok_or(Failure::NotFound)?;
    let calendar = calendar::calendar(&letters::invitation(&desk.house, &session, time, &human));
    let headers = [
        (header::CONTENT_TYPE, format!("text/calendar; charset=utf-8; method={}", calendar.method)),
        (header::CONTENT_DISPOSITION, "attachment; filename=\"tapaaminen.ics\"".to_owned()),
    ];
    Ok((headers, calendar.text).into_response())
}

/// Another time is proposed to the coach; what is agreed stands until the coach has answered.
pub async fn propose(Path(id): Path<Uuid>, Posted { desk, words }: Posted) -> Answer {
    let mut act = desk.act(&words).await?;
    let (sight, session) = seen(&desk, &mut act, id).await?;
    let mut check = Check::new(desk.lang, &words);
    let times = read_times(&mut check, &words, desk.now);
    let starts_at = match check.done(times.first().copied()) {
        Ok(starts_at) => starts_at,
        Err(sheet) => return desk.faulty(&page(&desk, (&sight, &session), *sheet)),
    };
    open(&session)?;
    take_rev(&mut act, sight.case_id(), &words).await?;
    let proposer = sight.grant().human_id();
    let time = Proposed { id: ident::random(), session_id: id, proposer, by_supervisor: true, starts_at };
    store::sessions::insert_time(&mut act, &time).await?;
    let event = Event::new("session.proposed", id, sight.three.controller_id, desk.now);
    desk.event(&mut act, event.fact("case", sight.case_id().to_string())).await?;
    tell_coach(&mut act, &desk, (&sight, id), "coaching-mail-proposed").await?;
    desk.done(act, "/waiting?done=done-coaching-proposed").await
}

/// The supervisor cannot come. The others decide whether they meet without.
pub async fn absent(Path(id): Path<Uuid>, Posted { desk, words }: Posted) -> Answer {
    let mut act = desk.act(&words).await?;
    let (sight, session) = seen(&desk, &mut act, id).await?;
    open(&session)?;
    take_rev(&mut act, sight.case_id(), &words).await?;
    store::sessions::set_supervisor_away(&mut act, id, desk.now).await?;
    let event = Event::new("session.supervisor_away", id, sight.three.controller_id, desk.now);
    desk.event(&mut act, event.fact("case", sight.case_id().to_string())).await?;
    tell_coach(&mut act, &desk, (&sight, id), "coaching-mail-supervisor-away").await?;
    desk.done(act, "/waiting?done=done-coaching-absent").await
}

fn open(session: &Session) -> Result<(), Failure> {
    if session.standing().is_open() { Ok(()) } else { Err(Failure::Refused(super::super::Refusal::Over.key())) }
}

async fn tell_coach(tx: &mut Tx, desk: &Desk, (sight, id): (&Sight, Uuid), key: &'static str) -> Result<(), Failure> {
    let Some(coach) = sight.three.coach_human_id else { return Ok(()) };
    let path = format!("/sessions/{id}");
    Ok(letters::tell(tx, &desk.house, coach, Says { key, path: &path }).await?)
}

/// What of the slice waits for the supervisor: meetings of the three.
pub async fn awaits(_: &House, tx: &mut Tx, awaited: &Awaited) -> Found {
    if awaited.role != Role::Supervisor {
        return Ok(Vec::new());
    }
    let ui = Ui::plain(awaited.lang);
    let talks = store::sessions::talks_of_supervisor(tx, &awaited.grant).await?;
    Ok(talks.iter().map(|talk| talk_row(&ui, talk)).collect())
}

fn talk_row(ui: &Ui, talk: &store::sessions::Talk) -> Waiting {
    Waiting {
        title: ui.t1("coaching-talk-row", "name", format!("{} {}", talk.first_name, talk.last_name)),
        meta: talk.starts_at.map_or_else(|| ui.t("coaching-no-time-yet"), |at| ui.moment(&at)),
        href: format!("/talks/{}", talk.id),
        verb: ui.t("coaching-talk-verb"),
        due: talk.starts_at.map(crate::clock::day),
        person_id: Some(talk.person_id),
    }
}

/// As it stands in the gallery.
pub fn sample(ui: Ui, session: &Session) -> TalkPage {
    let session = Session { with_supervisor: true, state: SessionState::Invited, ..session.clone() };
    TalkPage::of(ui, ("Maija Virtanen".into(), "Aino Laine".into()), (&session, 4), Sheet::empty())
}
