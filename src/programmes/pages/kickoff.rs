//! The kick-off of a round: noted by the coordinator, fixed by one button, changed by a new version with its reason.
use askama::Template;
use axum::extract::{Path, Query};
use serde::Deserialize;
use uuid::Uuid;

use super::rounds::own_round;
use crate::{
    clock,
    desk::{Desk, Posted},
    events::Event,
    programmes::{
        Round,
        kickoff::{self, Kickoff, Noted},
    },
    text::Lang,
    web::{Answer, Check, Failure, Sheet, Ui, Words},
};

/// Whether a fixed kick-off is to be changed.
#[derive(Debug, Default, Deserialize)]
pub struct Asked {
    #[serde(default)]
    change: String,
}

/// A version as it is read.
pub(super) struct Shown {
    pub version: i32,
    /// When it was held and fixed, in words.
    pub days: String,
    pub present: Vec<String>,
    pub aims: String,
    pub target_group: String,
    pub timetable: String,
    pub reason: String,
}

#[derive(Template)]
#[template(path = "programmes/pages/kickoff.html")]
pub(super) struct KickoffPage {
    pub ui: Ui,
    pub round_id: Uuid,
    pub name: String,
    /// What stands fixed, the newest first.
    pub fixed: Vec<Shown>,
    /// There is a form: nothing is fixed, or a change is being written.
    pub writes: bool,
    /// A new version needs its reason.
    pub is_change: bool,
    /// The open version with its revision, which can be fixed.
    pub open: Option<(Uuid, i64)>,
    pub sheet: Sheet,
}

pub async fn show(desk: Desk, Path(id): Path<Uuid>, Query(asked): Query<Asked>) -> Answer {
    let mut tx = desk.read().await?;
    let round = own_round(&desk, &mut tx, id).await?;
    let versions = kickoff::versions(&mut tx, id).await?;
    let change = asked.change == "yes";
    desk.page(&page(desk.ui(), (&round, &versions), (change, filled(versions.first()))))
}

/// The form with the words of the newest version.
fn filled(newest: Option<&Kickoff>) -> Sheet {
    let Some(newest) = newest else { return Sheet::empty() };
    let reason = newest.reason.clone().filter(|_| newest.fixed_at.is_none()).unwrap_or_default();
    Sheet::filled([
        ("held_on", clock::show_day(newest.held_on)),
        ("present", newest.present.clone()),
        ("aims", newest.aims.clone()),
        ("target_group", newest.target_group.clone()),
        ("timetable", newest.timetable.clone()),
        ("reason", reason),
    ])
}

pub(super) fn page(ui: Ui, (round, versions): (&Round, &[Kickoff]), (change, sheet): (bool, Sheet)) -> KickoffPage {
    let open = versions.first().filter(|newest| newest.fixed_at.is_none());
    let fixed: Vec<Shown> = versions.iter().filter(|one| one.fixed_at.is_some()).map(|one| shown(&ui, one)).collect();
    KickoffPage {
        round_id: round.id,
        name: round.name().say(ui.lang).to_owned(),
        writes: open.is_some() || fixed.is_empty() || change,
        is_change: !fixed.is_empty(),
        open: open.map(|open| (open.id, open.rev)),
        fixed,
        sheet,
        ui,
    }
}

fn shown(ui: &Ui, one: &Kickoff) -> Shown {
    let fixed_on = one.fixed_at.map(|at| ui.date(&at)).unwrap_or_default();
    Shown {
        version: one.version,
        days: ui.t2("programmes-kickoff-days", ("held", "fixed"), ui.day(&one.held_on), fixed_on),
        present: one.present.lines().map(str::to_owned).collect(),
        aims: one.aims.clone(),
        target_group: one.target_group.clone(),
        timetable: one.timetable.clone(),
        reason: one.reason.clone().unwrap_or_default(),
    }
}

/// What the form says; the reason only of a change.
fn read(lang: Lang, words: &Words, is_change: bool) -> Result<Noted, Box<Sheet>> {
    let mut check = Check::new(lang, words);
    let held_on = check.day("held_on");
    let present = check.text("present", "fault-programmes-kickoff-present");
    let aims = check.text("aims", "fault-programmes-kickoff-aims");
    let target_group = check.text("target_group", "fault-programmes-kickoff-target");
    let timetable = check.text("timetable", "fault-programmes-kickoff-timetable");
    let reason = is_change.then(|| check.text("reason", "fault-programmes-kickoff-reason"));
    let noted = held_on.map(|held_on| Noted { held_on, present, aims, target_group, timetable, reason });
    check.done(noted)
}

pub async fn note(Path(id): Path<Uuid>, Posted { desk, words }: Posted) -> Answer {
    let mut act = desk.act(&words).await?;
    let round = own_round(&desk, &mut act, id).await?;
    let versions = kickoff::versions(&mut act, id).await?;
    let is_change = versions.iter().any(|one| one.fixed_at.is_some());
    let noted = match read(desk.lang, &words, is_change) {
        Ok(noted) => noted,
        Err(sheet) => return desk.faulty(&page(desk.ui(), (&round, &versions), (true, *sheet))),
    };
    // Whoever began before somebody else fixed a version would write a change without having read it.
    let seen = words.get("open").parse().ok();
    let newest = versions.first();
    let open = newest.filter(|newest| newest.fixed_at.is_none()).map(|open| open.id);
    let by = desk.actor()?.human_id;
    let rev = words.get("rev").parse().unwrap_or_default();
    if seen != open || !kickoff::note(&mut act, &round, (newest, rev), &noted, (by, desk.now)).await? {
        return Err(Failure::Conflict("conflict-changed"));
    }
    desk.event(&mut act, Event::new("round.kickoff_noted", id, round.controller_id, desk.now)).await?;
    desk.done(act, &format!("/rounds/{id}/kickoff?done=done-programmes-kickoff-noted")).await
}

pub async fn fix(Path(id): Path<Uuid>, Posted { desk, words }: Posted) -> Answer {
    let mut act = desk.act(&words).await?;
    let round = own_round(&desk, &mut act, id).await?;
    let versions = kickoff::versions(&mut act, id).await?;
    let open = versions.first().filter(|newest| newest.fixed_at.is_none());
    let open = open.ok_or(Failure::Conflict("conflict-changed"))?;
    let rev = words.get("rev").parse().map_err(|_| Failure::Conflict("conflict-changed"))?;
    if !kickoff::fix(&mut act, (open.id, rev), (desk.actor()?.human_id, desk.now)).await? {
        return Err(Failure::Conflict("conflict-changed"));
    }
    let event = Event::new("round.kickoff_fixed", id, round.controller_id, desk.now);
    desk.event(&mut act, event.fact("version", open.version)).await?;
    desk.done(act, &format!("/rounds/{id}/kickoff?done=done-programmes-kickoff-fixed")).await
}
