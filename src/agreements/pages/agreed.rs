//! The joint discussion on one page: what was thought beforehand and shared, what stands, and the form to note it.
use std::sync::Arc;

use askama::Template;
use axum::extract::{Path, Query};
use uuid::Uuid;

use super::{
    super::{
        confirm,
        joint::{self, Joint},
        note,
        record::Stage,
        terms::Terms,
        together::{self, Fields},
    },
    view::{self, Pick, Shown, Thought},
};
use crate::{
    coaching::three::{Party, Shared},
    desk::{Desk, Posted},
    programmes::Blueprint,
    web::{Answer, Failure, Sheet, Ui, Words},
};

/// The form of what the three agree.
pub struct NoteForm {
    pub version: i32,
    pub rev: i64,
    pub picks: Vec<Pick>,
    /// What a screen in a room does not show and the form leaves as it is.
    pub kept: Vec<&'static str>,
    /// What somebody else noted meanwhile.
    pub theirs: Option<Shown>,
    pub sheet: Sheet,
    /// Who sees it, and when.
    pub who: String,
    pub submit: String,
    pub together: Fields,
}

impl NoteForm {
    pub fn keeps(&self, what: &str) -> bool {
        self.kept.contains(&what)
    }
}

/// What lies on the table, as its reader sees it: the same for the supervisor and for who looks at it as the supervisor.
#[derive(Template)]
#[template(path = "agreements/pages/body.html")]
pub struct Body {
    pub ui: Ui,
    pub erased: bool,
    pub thoughts: Vec<Thought>,
    pub versions: Vec<Shown>,
    /// Versions that others have come in the place of.
    pub earlier: Vec<Shown>,
}

impl Body {
    pub fn of(ui: &Ui, joint: &Joint) -> Body {
        let earlier = joint.versions.iter().filter(|one| one.agreement.stage() == Stage::Replaced);
        Body {
            erased: joint.erased,
            thoughts: view::thoughts(ui, joint),
            versions: joint.standing().map(|one| view::shown(ui, joint, one)).collect(),
            earlier: earlier.map(|one| view::shown(ui, joint, one)).collect(),
            ui: ui.clone(),
        }
    }
}

#[derive(Template)]
#[template(path = "agreements/pages/agreed.html")]
pub struct AgreedPage {
    pub ui: Ui,
    pub case_id: Uuid,
    pub back: String,
    pub lead: String,
    /// For a screen that all three look at.
    pub room: bool,
    pub body: Body,
    pub form: Option<NoteForm>,
    /// What is asked of the reader, by the page and the verb.
    pub ask: Option<(String, String)>,
    /// The reader may open the form.
    pub may_note: bool,
    pub is_supervisor: bool,
    /// Whose eyes the preview shows; empty when nobody is named.
    pub supervisor: String,
    /// The pages of goals and actions, when the reader sees them.
    pub links: Vec<(String, String)>,
}

/// The page for this reader.
pub fn page(ui: Ui, joint: &Joint, room: bool) -> AgreedPage {
    let is_supervisor = joint.sight.party == Party::Supervisor;
    let names = super::others(&ui, joint);
    let lead = match joint.newest() {
        None if is_supervisor => ui.t("agreements-lead-none"),
        _ if names.is_empty() => ui.t("agreements-lead-alone"),
        _ if Party::ALL.iter().any(|party| joint.sight.three.human(*party).is_none()) => {
            ui.t1("agreements-lead-two", "name", &names)
        }
        _ => ui.t1("agreements-lead", "names", &names),
    };
    AgreedPage {
        case_id: joint.sight.case_id(),
        back: super::back(joint),
        lead,
        room,
        body: if room { Body::of(&ui, &joint.for_room()) } else { Body::of(&ui, joint) },
        form: None,
        ask: ask(&ui, joint).filter(|_| !room),
        may_note: joint.may_note(),
        is_supervisor,
        supervisor: joint.sight.three.supervisor_name.clone().unwrap_or_default(),
        links: links(&ui, joint),
        ui,
    }
}

fn ask(ui: &Ui, joint: &Joint) -> Option<(String, String)> {
    let (three, party) = (&joint.sight.three, joint.sight.party);
    let newest = &joint.newest()?.agreement;
    let page = |end: &str| format!("/cases/{}/agreed/{end}", joint.sight.case_id());
    if confirm::may_sign(newest, three, party) {
        return Some((page("signature"), ui.t("agreements-verb-sign")));
    }
    let taps = !newest.terms().signed || party == Party::Participant;
    (taps && newest.asks(three, party)).then(|| (page("confirmation"), ui.t("agreements-verb-confirm")))
}

/// Goals and actions stand on pages of their own.
fn links(ui: &Ui, joint: &Joint) -> Vec<(String, String)> {
    let page = |what: Shared| {
        let name = match what {
            Shared::Goals => "agreements-to-goals",
            _ => "agreements-to-actions",
        };
        (format!("/cases/{}/{what}", joint.sight.case_id()), ui.t(name))
    };
    [Shared::Goals, Shared::Actions].into_iter().filter(|what| joint.sight.sees(*what)).map(page).collect()
}

/// The form, filled with what stands or with what was typed.
fn form(
    ui: &Ui,
    joint: &Joint,
    (terms, blueprint): &(Terms, Arc<Blueprint>),
    (room, sheet): (bool, Option<Sheet>),
) -> NoteForm {
    let newest = joint.newest().map(|one| &one.agreement);
    let named = newest.map(super::super::record::Agreement::named_shares).unwrap_or_default();
    let typed = sheet.as_ref().map(|sheet| -> Vec<Shared> {
        terms.offered().into_iter().filter(|what| sheet.chosen("shares", what.code())).collect()
    });
    let hidden = |what: &Shared| room && newest.is_some_and(|one| one.confirmed_at.is_some()) && !named.contains(what);
    let kept = [Shared::Aims, Shared::Timetable]
        .into_iter()
        .filter(hidden)
        .map(crate::coaching::three::Shared::code)
        .collect();
    let chosen = typed.unwrap_or(named);
    let name = &joint.sight.three.name;
    let own = joint.sight.party == Party::Participant;
    NoteForm {
        version: newest.map_or(0, |one| one.version),
        rev: newest.map_or(0, |one| one.rev),
        picks: view::picks(ui, terms, (&terms.offered(), &chosen)),
        kept,
        theirs: None,
        together: Fields::of(ui, (joint, blueprint), sheet.as_ref().unwrap_or(&Sheet::empty())),
        sheet: sheet.unwrap_or_else(|| note::filled(joint)),
        who: if own { ui.t("agreements-who-own") } else { ui.t1("agreements-who", "name", name) },
        submit: ui.t("agreements-note"),
    }
}

/// How the page is looked at: `?screen=room`, `?note=1`.
fn asked(pairs: Vec<(String, String)>) -> (bool, bool) {
    let words = Words::of(pairs);
    (words.get("screen") == "room", words.has("note"))
}

pub async fn show(desk: Desk, Path(id): Path<Uuid>, Query(pairs): Query<Vec<(String, String)>>) -> Answer {
    let (room, noting) = asked(pairs);
    let mut tx = desk.read().await?;
    let joint = joint::joint(&desk, &mut tx, id).await?;
    let ui = desk.ui();
    let wants = joint.may_note() && (noting || joint.newest().is_none());
    let form = if wants { Some(form(&ui, &joint, &super::terms(&mut tx, &joint).await?, (room, None))) } else { None };
    desk.page(&AgreedPage { form, ..page(ui, &joint, room) })
}

/// Saves what the three have agreed.
pub async fn save(Path(id): Path<Uuid>, Posted { desk, words }: Posted) -> Answer {
    let mut act = desk.act(&words).await?;
    let joint = joint::joint(&desk, &mut act, id).await?;
    if joint.sight.party == Party::Supervisor {
        return Err(Failure::NotFound);
    }
    if !joint.may_note() {
        return Err(Failure::Refused("conflict-coaching-ended"));
    }
    let room = words.get("screen") == "room";
    let terms = super::terms(&mut act, &joint).await?;
    let (typed, new) = match note::read(&desk, &words, (&joint, &terms.0, &terms.1)) {
        Ok(typed) => typed,
        Err(sheet) => {
            let ui = desk.ui();
            let base = (words.get("version").parse().unwrap_or(0), words.get("rev").parse().unwrap_or(0));
            let form = NoteForm { version: base.0, rev: base.1, ..form(&ui, &joint, &terms, (room, Some(*sheet))) };
            return desk.faulty(&AgreedPage { form: Some(form), ..page(ui, &joint, room) });
        }
    };
    if note::save(&desk, &mut act, (&joint, &terms.0), &typed).await?.is_none() {
        return clashed(&desk, &words, joint::joint(&desk, &mut act, id).await?, (&terms, room));
    }
    together::add(&mut act, &desk, &joint, new).await?;
    let own = joint.sight.party == Party::Participant;
    let next = match (own, room) {
        (_, true) => format!("/cases/{id}/agreed?screen=room&done=done-agreements-noted"),
        (true, false) => format!("/cases/{id}/agreed/confirmation?done=done-agreements-noted"),
        (false, false) => format!("/cases/{id}/agreed?done=done-agreements-noted"),
    };
    desk.done(act, &next).await
}

/// Somebody noted meanwhile: their words are shown, and what was typed stands in the form.
fn clashed(desk: &Desk, words: &Words, joint: Joint, (terms, room): (&(Terms, Arc<Blueprint>), bool)) -> Answer {
    let ui = desk.ui();
    let sheet = Sheet { words: words.clone(), faults: Vec::new() };
    let theirs = joint.newest().map(|one| view::shown(&ui, &joint, one));
    let form = NoteForm { theirs, ..form(&ui, &joint, terms, (room, Some(sheet))) };
    let shown = page(ui, &joint, room);
    let body = Body { versions: Vec::new(), ..shown.body };
    desk.faulty(&AgreedPage { form: Some(form), body, ..shown })
}
