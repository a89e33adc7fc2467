//! Noting what the three agree in their discussion: a new version, or the one that nobody has confirmed yet.
use chrono::NaiveDate;
use uuid::Uuid;

use super::{
    joint::Joint,
    letters::{self, Word},
    record::Stage,
    remind,
    store::{self, Noted},
    terms::{self, Terms},
    together::{self, New},
};
use crate::{
    clock,
    coaching::three::{Party, Shared},
    db::Tx,
    desk::Desk,
    events::Event,
    ident,
    programmes::blueprint::Blueprint,
    web::{Check, Failure, Sheet, Words},
};

/// What was typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Typed {
    pub aims: String,
    pub timetable: String,
    pub ends_on: Option<NaiveDate>,
    pub shares: Vec<Shared>,
    /// The version and revision that the form was made with; 0 when there was none.
    pub base: (i32, i64),
}

/// Reads the form with the goals and actions in it. What a screen in a room leaves out (`kept`) stays as it was.
pub fn read(
    desk: &Desk,
    words: &Words,
    (joint, terms, blueprint): (&Joint, &Terms, &Blueprint),
) -> Result<(Typed, New), Box<Sheet>> {
    let mut check = Check::new(desk.lang, words);
    let before = joint.newest();
    let is_kept = |what: Shared| words.all("kept").contains(&what.code());
    let aims = match before {
        Some(one) if is_kept(Shared::Aims) => one.aims.clone(),
        _ => check.text("aims", "fault-agreements-aims"),
    };
    let (timetable, ends_on) = match before {
        Some(one) if is_kept(Shared::Timetable) => (one.timetable.clone(), one.agreement.ends_on),
        _ => {
            let day = if words.has("ends_on") { check.day("ends_on") } else { None };
            (check.optional("timetable"), day)
        }
    };
    let ticked = words.all("shares");
    let shares = terms.offered().into_iter().filter(|what| ticked.contains(&what.code())).collect();
    let number = |name: &str| words.get(name).parse().unwrap_or(-1);
    let base = (i32::try_from(number("version")).unwrap_or(-1), number("rev"));
    let new = together::read((joint, blueprint), (words, &mut check), desk);
    check.done(Some((Typed { aims, timetable, ends_on, shares, base }, new)))
}

/// Saves it; none when somebody saved meanwhile.
pub async fn save(
    desk: &Desk,
    tx: &mut Tx,
    (joint, terms): (&Joint, &Terms),
    typed: &Typed,
) -> Result<Option<Uuid>, Failure> {
    let (three, now, vault) = (&joint.sight.three, desk.now, &desk.house.vault);
    let newest = joint.newest().map(|one| &one.agreement);
    if newest.map_or((0, 0), |one| (one.version, one.rev)) != typed.base {
        return Ok(None);
    }
    let noted = Noted {
        sealed_aims: vault.seal(tx, three.case_id, &typed.aims).await?,
        sealed_timetable: vault.seal(tx, three.case_id, &typed.timetable).await?,
        ends_on: typed.ends_on,
        proposed: terms::codes(&typed.shares),
        terms: terms.json(),
    };
    let by = joint.sight.grant().human_id();
    // Who writes in many turns in one meeting does not send as many letters.
    let told = newest.is_some_and(|one| one.stage() == Stage::Noted && clock::day(one.noted_at) == clock::day(now));
    let (id, version, rev, saved) = if let Some(open) = newest.filter(|one| one.stage() == Stage::Noted) {
        let saved = store::change(tx, (open.id, open.rev), noted, (by, now)).await?;
        (open.id, open.version, open.rev + 1, saved)
    } else {
        let (id, version) = (ident::at(now), typed.base.0 + 1);
        (id, version, 0, store::insert(tx, &joint.sight, (id, version), noted, now).await?)
    };
    if !saved {
        return Ok(None);
    }
    let event = Event::new("agreement.noted", id, three.controller_id, now).fact("case", three.case_id.to_string());
    event.fact("version", version).by(Some(by)).record(tx).await?;
    if joint.sight.party != Party::Participant && !told {
        letters::ask_participant(tx, &desk.house, three, Word::Ask).await?;
    }
    remind::order(tx, (id, false, rev), now).await?;
    Ok(Some(id))
}

/// The form filled with what stands now.
pub fn filled(joint: &Joint) -> Sheet {
    let Some(newest) = joint.newest() else { return Sheet::empty() };
    let day = newest.agreement.ends_on.map(clock::show_day).unwrap_or_default();
    Sheet::filled([("aims", newest.aims.clone()), ("timetable", newest.timetable.clone()), ("ends_on", day)])
}
