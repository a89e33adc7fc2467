//! The coordinator's rounds: the list, one round, and moving it on by one button at a time.
use askama::Template;
use axum::extract::Path;
use uuid::Uuid;

use super::{edit_round, shown};
use crate::{
    db::Tx,
    desk::{Desk, Posted},
    privacy::Role,
    programmes::{Blueprint, Round, RoundState, Selection, StepFor, blueprint, kickoff, store},
    web::{Answer, Failure, Ui},
};

/// A round in the list.
pub(super) struct Line {
    pub href: String,
    pub name: String,
    pub meta: String,
    pub state: String,
    pub tag: &'static str,
}

#[derive(Template)]
#[template(path = "programmes/pages/rounds.html")]
pub(super) struct RoundsPage {
    pub ui: Ui,
    pub lines: Vec<Line>,
}

pub async fn list(desk: Desk) -> Answer {
    let controller = own_organisation(&desk)?;
    let mut tx = desk.read().await?;
    let rounds = store::rounds_of(&mut tx, controller).await?;
    let lines = rounds.iter().map(|round| line(&desk.ui(), round)).collect();
    desk.page(&RoundsPage { ui: desk.ui(), lines })
}

pub(super) fn line(ui: &Ui, round: &Round) -> Line {
    Line {
        href: format!("/rounds/{}", round.id),
        name: round.name().say(ui.lang).to_owned(),
        meta: ui.t2("programmes-dates", ("from", "to"), ui.day(&round.opens_on), ui.day(&round.closes_on)),
        state: shown::state(round.state, ui.lang),
        tag: shown::state_tag(round.state),
    }
}

/// The organisation whose coordinator is here.
pub(super) fn own_organisation(desk: &Desk) -> Result<Uuid, Failure> {
    desk.actor()?.organisation(Role::Coordinator).ok_or(Failure::NotFound)
}

/// A round of the coordinator's own organisation.
pub(super) async fn own_round(desk: &Desk, tx: &mut Tx, id: Uuid) -> Result<Round, Failure> {
    let controller = own_organisation(desk)?;
    store::round(tx, id).await?.filter(|round| round.controller_id == controller).ok_or(Failure::NotFound)
}

#[derive(Template)]
#[template(path = "programmes/pages/round.html")]
pub(super) struct RoundPage {
    pub ui: Ui,
    pub id: Uuid,
    pub name: String,
    pub service: String,
    pub state: String,
    pub tag: &'static str,
    /// What the next button does and what follows; empty after the last state.
    pub next: String,
    pub next_lead: String,
    pub facts: Vec<(String, String)>,
    /// Whether there is anything to report or select yet.
    pub begun: bool,
    pub may_change: bool,
    pub lottery: bool,
    /// The service has a path for supervisors too.
    pub supervisors: bool,
    /// The blueprint is not used for new rounds any more.
    pub retired: bool,
    /// Name, place and place in words of each state.
    pub states: Vec<(String, &'static str, String)>,
    /// The round begins with a kick-off; what it aims at, when that stands fixed.
    pub has_kickoff: bool,
    pub aims: String,
    /// It can be reviewed.
    pub ended: bool,
    /// Participants may be named to it.
    pub by_name: bool,
}

impl RoundPage {
    fn path(&self, rest: &str) -> String {
        format!("/rounds/{}{rest}", self.id)
    }

    /// Where the next step is taken: a closed round becomes a reviewed one by its written review.
    fn next_path(&self) -> String {
        self.path(if self.ended { "/review" } else { "/move" })
    }
}

pub async fn show(desk: Desk, Path(id): Path<Uuid>) -> Answer {
    let mut tx = desk.read().await?;
    let round = own_round(&desk, &mut tx, id).await?;
    let blueprint = store::blueprint_of(&mut tx, &round).await?;
    let hash = blueprint::version_of(&store::hash_of(&mut tx, round.blueprint_id).await?);
    let retired = store::is_retired(&mut tx, round.blueprint_id).await?;
    let mut page = RoundPage { retired, ..page(desk.ui(), (&round, &blueprint), &hash) };
    if page.has_kickoff {
        page.aims = kickoff::fixed(&mut tx, id).await?.map(|fixed| fixed.aims).unwrap_or_default();
    }
    desk.page(&page)
}

pub(super) fn page(ui: Ui, (round, blueprint): (&Round, &Blueprint), hash: &str) -> RoundPage {
    let (next, next_lead) = next(round.state).map_or_else(Default::default, |(a, b)| (ui.t(a), ui.t(b)));
    RoundPage {
        id: round.id,
        name: round.name().say(ui.lang).to_owned(),
        service: blueprint.name.say(ui.lang).to_owned(),
        state: shown::state(round.state, ui.lang),
        tag: shown::state_tag(round.state),
        next,
        next_lead,
        facts: facts(&ui, (round, blueprint), hash),
        begun: round.state != RoundState::Planned,
        may_change: edit_round::may_change(round),
        lottery: round.selection == Selection::Lottery,
        supervisors: round.state != RoundState::Planned
            && blueprint.steps.iter().any(|step| step.who == StepFor::Supervisor),
        retired: false,
        states: RoundState::ALL.iter().map(|state| station(*state, (round.state, &ui))).collect(),
        has_kickoff: blueprint.kickoff().is_some(),
        aims: String::new(),
        ended: matches!(round.state, RoundState::Closed | RoundState::Reviewed),
        by_name: blueprint.intake.by_name,
        ui,
    }
}

/// How a state stands on the path of the round.
fn station(state: RoundState, (now, ui): (RoundState, &Ui)) -> (String, &'static str, String) {
    let (place, words) = match state.cmp(&now) {
        std::cmp::Ordering::Less => ("done", "programmes-place-done"),
        std::cmp::Ordering::Equal => ("current", "programmes-place-current"),
        std::cmp::Ordering::Greater => ("open", "programmes-place-open"),
    };
    (shown::state(state, ui.lang), place, ui.t(words))
}

/// The words of the button to the next state, and of what it does.
fn next(state: RoundState) -> Option<(&'static str, &'static str)> {
    Some(match state.next()? {
        RoundState::Open => ("programmes-move-open", "programmes-move-open-lead"),
        RoundState::Selecting => ("programmes-move-selecting", "programmes-move-selecting-lead"),
        RoundState::Running => ("programmes-move-running", "programmes-move-running-lead"),
        RoundState::Closed => ("programmes-move-closed", "programmes-move-closed-lead"),
        RoundState::Reviewed => ("programmes-move-reviewed", "programmes-move-reviewed-lead"),
        RoundState::Planned => return None,
    })
}

fn facts(ui: &Ui, (round, blueprint): (&Round, &Blueprint), hash: &str) -> Vec<(String, String)> {
    let lang = ui.lang;
    let yes_no = if round.returns_unused { "programmes-returns-yes" } else { "programmes-returns-no" };
    let version = format!("{} @ {} ({hash})", blueprint.id, blueprint.version);
    [
        (
            "programmes-fact-dates",
            ui.t2("programmes-dates", ("from", "to"), ui.day(&round.opens_on), ui.day(&round.closes_on)),
        ),
        (
            "programmes-fact-places",
            ui.tn1("programmes-places", round.places, ("visits", &round.visits_per_package.to_string())),
        ),
        ("programmes-fact-visits", round.visits.to_string()),
        ("programmes-fact-selection", shown::selection(round.selection, lang)),
        ("programmes-fact-supervisor", shown::supervisor_part(round.supervisor_part, lang)),
        ("programmes-fact-offer-days", ui.tn("programmes-days", round.offer_days)),
        ("programmes-fact-hand-on", shown::hand_on(round.hand_on, lang)),
        ("programmes-fact-returns", ui.t(yes_no)),
        ("programmes-fact-version", version),
    ]
    .into_iter()
    .map(|(key, words)| (ui.t(key), words))
    .collect()
}

#[derive(Template)]
#[template(path = "programmes/pages/move.html")]
pub(super) struct MovePage {
    pub ui: Ui,
    pub id: Uuid,
    pub name: String,
    pub to: &'static str,
    pub title: String,
    pub lead: String,
    /// The kick-off has to be fixed first.
    pub lacks_kickoff: bool,
    /// The review has to be written first: finishing it makes the round a reviewed one.
    pub lacks_review: bool,
}

impl MovePage {
    fn path(&self, rest: &str) -> String {
        format!("/rounds/{}{rest}", self.id)
    }
}

pub async fn ask_move(desk: Desk, Path(id): Path<Uuid>) -> Answer {
    let mut tx = desk.read().await?;
    let round = own_round(&desk, &mut tx, id).await?;
    let mut page = move_page(desk.ui(), &round).ok_or(Failure::NotFound)?;
    page.lacks_kickoff = lacks_kickoff(&mut tx, &round).await?;
    desk.page(&page)
}

/// Whether the round cannot be opened yet: its service begins with a kick-off, and none stands fixed.
async fn lacks_kickoff(tx: &mut Tx, round: &Round) -> Result<bool, Failure> {
    if round.state != RoundState::Planned || store::blueprint_of(tx, round).await?.kickoff().is_none() {
        return Ok(false);
    }
    Ok(kickoff::fixed(tx, round.id).await?.is_none())
}

pub(super) fn move_page(ui: Ui, round: &Round) -> Option<MovePage> {
    let (title, lead) = next(round.state)?;
    Some(MovePage {
        id: round.id,
        name: round.name().say(ui.lang).to_owned(),
        to: round.state.next()?.code(),
        title: ui.t(title),
        lead: ui.t(lead),
        lacks_kickoff: false,
        lacks_review: round.state.next() == Some(RoundState::Reviewed),
        ui,
    })
}

pub async fn do_move(Path(id): Path<Uuid>, Posted { desk, words }: Posted) -> Answer {
    let mut act = desk.act(&words).await?;
    let round = own_round(&desk, &mut act, id).await?;
    let to = RoundState::read(words.get("to")).filter(|to| round.state.next() == Some(*to));
    let to = to.ok_or(Failure::Conflict("conflict-changed"))?;
    if to == RoundState::Open && store::is_retired(&mut act, round.blueprint_id).await? {
        return Err(Failure::Refused("fault-programmes-retired"));
    }
    if to == RoundState::Reviewed {
        let page = move_page(desk.ui(), &round).ok_or(Failure::NotFound)?;
        return desk.faulty(&page);
    }
    if lacks_kickoff(&mut act, &round).await? {
        let page = move_page(desk.ui(), &round).ok_or(Failure::NotFound)?;
        return desk.faulty(&MovePage { lacks_kickoff: true, ..page });
    }
    // What the coordinator saw and confirmed is the state; the revision also grows with every place given meanwhile.
    let by = Some(desk.actor()?.human_id);
    if !store::move_round(&mut act, &round, to, (by, desk.now)).await? {
        return Err(Failure::Conflict("conflict-changed"));
    }
    desk.done(act, &format!("/rounds/{id}?done=done-programmes-moved")).await
}
