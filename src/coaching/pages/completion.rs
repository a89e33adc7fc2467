//! Completing a coaching: what is asked before the end, what stands in the way, and the end itself.
use askama::Template;
use axum::extract::Path;
use uuid::Uuid;

use super::{
    super::{
        closing::{Closing, NotYet},
        letters::{self, Says},
        path::{self, End},
        store::{self, cases::Case, steps::Step},
    },
    ending, take_rev, view,
};
use crate::{
    clock,
    db::Tx,
    desk::{Desk, Posted},
    privacy::Class,
    web::{Answer, Failure, Ui},
};

/// A closing question, or the private address.
pub struct Asked {
    pub name: String,
    pub state: String,
    /// The look of the tag.
    pub tag: &'static str,
    /// Empty for the coach.
    pub href: String,
}

#[derive(Template)]
#[template(path = "coaching/pages/completion.html")]
pub struct CompletionPage {
    pub ui: Ui,
    pub case_id: Uuid,
    pub rev: i64,
    pub back: String,
    pub is_participant: bool,
    /// Why not yet; empty when it can be completed.
    pub refused: String,
    /// From when the coach may end alone; empty when that does not matter.
    pub alone: String,
    pub may_ask: bool,
    pub may_complete: bool,
    pub questions: Vec<Asked>,
}

/// A case with what decides about its end.
struct Scene {
    case: Case,
    closing: Closing,
    is_participant: bool,
}

async fn scene(desk: &Desk, tx: &mut Tx, id: Uuid) -> Result<Scene, Failure> {
    let grant = desk.grant(tx, id, Class::Coaching).await?;
    let case = store::cases::case(tx, &grant).await?;
    desk.note(&grant, &[case.person_id]);
    if !case.state.is_open() {
        return Err(Failure::Refused("conflict-coaching-ended"));
    }
    let closing = Closing {
        held: case.first_session_at.is_some(),
        open_meetings: store::sessions::open_sessions(tx, id).await?.len(),
        asked_at: case.closing_asked_at,
        contact_asked: case.contact_asked_at.is_some(),
    };
    Ok(Scene { is_participant: desk.actor()?.human_id == case.human_id, case, closing })
}

pub async fn ask(desk: Desk, Path(id): Path<Uuid>) -> Answer {
    let mut tx = desk.read().await?;
    let scene = scene(&desk, &mut tx, id).await?;
    let steps = store::steps::steps(&mut tx, id).await?;
    let back = ending::back(&desk, &scene.case)?;
    let may = scene.closing.may_complete(scene.is_participant, clock::day(desk.now));
    desk.page(&page(desk.ui(), (&scene.case, &scene.closing), &steps, (back, scene.is_participant, may)))
}

pub fn page(
    ui: Ui,
    (case, closing): (&Case, &Closing),
    steps: &[Step],
    (back, is_participant, may): (String, bool, Result<(), NotYet>),
) -> CompletionPage {
    let alone = closing.alone_on().filter(|_| !is_participant && may == Err(NotYet::ContactNotAsked));
    let questions = if closing.asked_at.is_some() { questions(&ui, case, steps, is_participant) } else { Vec::new() };
    CompletionPage {
        case_id: case.id,
        rev: case.rev,
        back,
        is_participant,
        refused: may.err().map(|not_yet| ui.t(not_yet.key())).unwrap_or_default(),
        alone: alone.map(|day| ui.t1("coaching-complete-alone", "day", ui.day(&day))).unwrap_or_default(),
        may_ask: closing.may_ask(),
        may_complete: may.is_ok(),
        questions,
        ui,
    }
}

fn questions(ui: &Ui, case: &Case, steps: &[Step], is_participant: bool) -> Vec<Asked> {
    let one = |name: String, done: bool, href: String| Asked {
        name,
        state: ui.t(if done { "coaching-closing-answered" } else { "coaching-closing-unanswered" }),
        tag: if done { "done" } else { "wait" },
        href: if is_participant { href } else { String::new() },
    };
    let closing = steps.iter().filter(|step| step.is_closing());
    let mut all: Vec<Asked> = closing
        .map(|step| one(ui.say(&step.text()).to_owned(), step.state.is_over(), format!("/steps/{}", step.id)))
        .collect();
    let contact = ui.t("coaching-contact-title");
    all.push(one(contact, case.contact_asked_at.is_some(), format!("/cases/{}/contact", case.id)));
    all
}

/// Either of the two says that the coaching comes to its end: the closing questions are asked.
pub async fn ask_closing(Path(id): Path<Uuid>, Posted { desk, words }: Posted) -> Answer {
    let mut act = desk.act(&words).await?;
    let scene = scene(&desk, &mut act, id).await?;
    take_rev(&mut act, id, &words).await?;
    if !scene.closing.may_ask() {
        let held = scene.closing.held;
        return Err(Failure::Refused(if held { "conflict-changed" } else { NotYet::NothingHeld.key() }));
    }
    path::ask_closing(&mut act, &desk.house, &scene.case, desk.actor()?.human_id).await?;
    desk.done(act, &format!("/cases/{id}/completion?done=done-coaching-closing-asked")).await
}

/// Either of the two says that the coaching is complete.
pub async fn complete(Path(id): Path<Uuid>, Posted { desk, words }: Posted) -> Answer {
    let mut act = desk.act(&words).await?;
    let Scene { case, closing, is_participant } = scene(&desk, &mut act, id).await?;
    take_rev(&mut act, id, &words).await?;
    closing.may_complete(is_participant, clock::day(desk.now)).map_err(|not_yet| Failure::Refused(not_yet.key()))?;
    let state = case.state.complete().ok_or(Failure::Refused("conflict-coaching-ended"))?;
    path::end(&mut act, &desk.house, &case, End { state, reason: None, by: desk.actor()?.human_id }).await?;
    let other = if is_participant { case.coach_human_id } else { Some(case.human_id) };
    if let Some(other) = other {
        letters::tell(&mut act, &desk.house, other, Says { key: "coaching-mail-completed", path: "/" }).await?;
    }
    let back = ending::back(&desk, &case)?;
    desk.done(act, &format!("{back}?done=done-coaching-completed")).await
}

/// As it stands in the gallery.
pub fn sample(ui: Ui, case: &Case, steps: &[Step], is_participant: bool) -> CompletionPage {
    let asked_at = (!is_participant).then_some(case.opened_at);
    let closing = Closing { held: true, open_meetings: 0, asked_at, contact_asked: false };
    let may = closing.may_complete(is_participant, clock::day(case.opened_at));
    page(ui, (case, &closing), steps, (view::case_page(case), is_participant, may))
}
