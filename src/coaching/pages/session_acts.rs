//! What either party does to a meeting.
use axum::extract::Path;
use uuid::Uuid;

use super::{
    super::{
        CancelReason,
        meetings::Scene,
        store::{self, sessions::Proposed},
    },
    Seen,
    booking::read_times,
    seen,
    session::SessionPage,
    take_rev,
};
use crate::{
    desk::{Act, Desk, Posted},
    web::{Answer, Check, Failure, Sheet},
};

/// The parties and the meeting, in the act's own transaction.
fn scene<'s>(desk: &'s Desk, seen: &'s Seen) -> Scene<'s> {
    Scene { house: &desk.house, case: &seen.case, by: seen.grant.human_id(), now: desk.now }
}

/// Where the actor goes on, with the notice of what was done.
fn on(seen: &Seen, done: &str) -> String {
    let is_participant = seen.grant.human_id() == seen.case.human_id;
    let home = if is_participant { "/path".to_owned() } else { format!("/cases/{}", seen.case.id) };
    format!("{home}?done={done}")
}

async fn again(desk: &Desk, act: &mut Act, seen: &Seen, sheet: Sheet) -> Answer {
    let times = store::sessions::times(act, &seen.grant).await?;
    let reader = (seen.grant.human_id(), desk.now);
    desk.faulty(&SessionPage::of(desk.ui(), (&seen.case, &seen.session), (&times, sheet), reader))
}

/// One of the other party's times is chosen.
pub async fn choose(Path(id): Path<Uuid>, Posted { desk, words }: Posted) -> Answer {
    let mut act = desk.act(&words).await?;
    let mut seen = seen(&desk, &mut act, id).await?;
    let times = store::sessions::times(&mut act, &seen.grant).await?;
    let reader = seen.grant.human_id();
    let may = |by_supervisor: bool| reader != seen.case.human_id || !by_supervisor;
    let mut check = Check::new(desk.lang, &words);
    let time = check.one_of("time", "fault-coaching-choose", |words| {
        let chosen = Uuid::parse_str(words).ok()?;
        let fits = |time: &&Proposed| time.session_id == id && time.proposer != reader && may(time.by_supervisor);
        times.iter().filter(fits).find(|time| time.id == chosen)
    });
    let starts_at = match check.done(time.map(|time| time.starts_at)) {
        Ok(starts_at) => starts_at,
        Err(sheet) => return again(&desk, &mut act, &seen, *sheet).await,
    };
    take_rev(&mut act, seen.case.id, &words).await?;
    let mut session = seen.session.clone();
    scene(&desk, &seen).agree(&mut act, &mut session, starts_at).await?;
    seen.session = session;
    desk.done(act, &on(&seen, "done-coaching-booked")).await
}

/// Another time is proposed to the other party; what is agreed stands until it is answered.
pub async fn propose(Path(id): Path<Uuid>, Posted { desk, words }: Posted) -> Answer {
    let mut act = desk.act(&words).await?;
    let seen = seen(&desk, &mut act, id).await?;
    let mut check = Check::new(desk.lang, &words);
    let times = read_times(&mut check, &words, desk.now);
    let times = match check.done(Some(times)) {
        Ok(times) => times,
        Err(sheet) => return again(&desk, &mut act, &seen, *sheet).await,
    };
    take_rev(&mut act, seen.case.id, &words).await?;
    scene(&desk, &seen).propose(&mut act, &seen.session, &times).await?;
    desk.done(act, &on(&seen, "done-coaching-proposed")).await
}

/// The coach moves the meeting.
pub async fn shift(Path(id): Path<Uuid>, Posted { desk, words }: Posted) -> Answer {
    let mut act = desk.act(&words).await?;
    let seen = seen(&desk, &mut act, id).await?;
    only_coach(&seen)?;
    let mut check = Check::new(desk.lang, &words);
    let times = read_times(&mut check, &words, desk.now);
    let starts_at = match check.done(times.first().copied()) {
        Ok(starts_at) => starts_at,
        Err(sheet) => return again(&desk, &mut act, &seen, *sheet).await,
    };
    take_rev(&mut act, seen.case.id, &words).await?;
    scene(&desk, &seen).agree(&mut act, &mut seen.session.clone(), starts_at).await?;
    desk.done(act, &on(&seen, "done-coaching-moved")).await
}

/// Either party calls the meeting off.
pub async fn cancel(Path(id): Path<Uuid>, Posted { desk, words }: Posted) -> Answer {
    let mut act = desk.act(&words).await?;
    let seen = seen(&desk, &mut act, id).await?;
    let mut check = Check::new(desk.lang, &words);
    let reason = check.one_of("reason", "fault-choose", CancelReason::read);
    let reason = match check.done(reason) {
        Ok(reason) => reason,
        Err(sheet) => return again(&desk, &mut act, &seen, *sheet).await,
    };
    take_rev(&mut act, seen.case.id, &words).await?;
    scene(&desk, &seen).cancel(&mut act, &mut seen.session.clone(), reason).await?;
    desk.done(act, &on(&seen, "done-coaching-cancelled")).await
}

pub async fn held(path: Path<Uuid>, posted: Posted) -> Answer {
    end(path, posted, true).await
}

pub async fn no_show(path: Path<Uuid>, posted: Posted) -> Answer {
    end(path, posted, false).await
}

async fn end(Path(id): Path<Uuid>, Posted { desk, words }: Posted, came: bool) -> Answer {
    let mut act = desk.act(&words).await?;
    let seen = seen(&desk, &mut act, id).await?;
    only_coach(&seen)?;
    take_rev(&mut act, seen.case.id, &words).await?;
    scene(&desk, &seen).end(&mut act, &mut seen.session.clone(), came).await?;
    desk.done(act, &on(&seen, if came { "done-coaching-held" } else { "done-coaching-no-show" })).await
}

fn only_coach(seen: &Seen) -> Result<(), Failure> {
    if seen.grant.human_id() == seen.case.human_id { Err(Failure::NotFound) } else { Ok(()) }
}
