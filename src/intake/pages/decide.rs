//! Proposing by the round's policy, drawing lots, publishing and handing on.
use std::collections::BTreeMap;

use askama::Template;
use axum::extract::Path;
use uuid::Uuid;

use super::shown;
use crate::{
    desk::{Act, Desk, Posted},
    events::Event,
    house::Sample,
    ident,
    intake::{
        places,
        scene::Scene,
        selection::{self, Candidate, Proposal},
        store::{
            Stop, counts,
            draws::{self, Lot},
            queue::{self, Proposed},
        },
    },
    privacy::{Class, Grant},
    programmes::{self, Round, Selection},
    text::Lang,
    web::{Answer, Failure, Ui, Words},
};

/// The round, when the actor may select for it.
pub async fn round(desk: &Desk, act: &mut Act, id: Uuid) -> Result<(Grant, Round), Failure> {
    let grant = desk.grant(act, id, Class::Service).await?;
    let round = programmes::round(act, id).await?.ok_or(Failure::NotFound)?;
    if !places::gives_places(&round) {
        return Err(Failure::Refused("intake-stop-round"));
    }
    Ok((grant, round))
}

/// Takes the round's revision as the form knew it.
async fn take(act: &mut Act, round: &Round, words: &Words) -> Result<(), Failure> {
    if programmes::take_rev(act, round.id, shown::rev(words)?).await? { Ok(()) } else { Err(Stop::Changed.into()) }
}

pub async fn propose_by_policy(Path(id): Path<Uuid>, Posted { desk, words }: Posted) -> Answer {
    let mut act = desk.act(&words).await?;
    let (_, round) = round(&desk, &mut act, id).await?;
    take(&mut act, &round, &words).await?;
    let candidates = queue::candidates(&mut act, id).await?;
    let revs: BTreeMap<Uuid, i64> = candidates.iter().map(|(one, rev)| (one.id, *rev)).collect();
    let candidates: Vec<Candidate> = candidates.into_iter().map(|(one, _)| one).collect();
    let ordered = match round.selection {
        Selection::FirstCome => selection::first_come(candidates),
        Selection::Priority => selection::by_priority(candidates),
        Selection::Lottery => draw(&desk, &mut act, (&round, candidates)).await?,
        Selection::Manual => return Err(Failure::Refused("intake-stop-by-hand")),
    };
    let room = places::capacity(&round, &counts::of(&mut act, id).await?).room();
    let mut rank = queue::last_rank(&mut act, id).await?;
    for (application_id, proposal) in selection::propose(&ordered, room) {
        rank += 1;
        let rev = revs.get(&application_id).copied().unwrap_or(-1);
        let one = Proposed { id: application_id, rev, proposal: Some(proposal), reason: None, rank: Some(rank) };
        if !queue::propose(&mut act, id, &one).await? {
            return Err(Stop::Changed.into());
        }
    }
    let event = Event::new("round.proposed", id, round.controller_id, desk.now)
        .fact("policy", round.selection.code())
        .fact("count", ordered.len());
    desk.event(&mut act, event).await?;
    desk.done(act, &format!("/applications?round={id}&done=done-intake-proposed")).await
}

/// Draws: the sealed seed becomes public, and so do the tickets, for good. Who has been drawn before keeps the place;
/// who came into the draw after that stands after them.
async fn draw(
    desk: &Desk,
    act: &mut Act,
    (round, candidates): (&Round, Vec<Candidate>),
) -> Result<Vec<Candidate>, Failure> {
    if round.takes_applications(desk.now) {
        return Err(Failure::Refused("intake-stop-draw-early"));
    }
    let seed = programmes::open_seal(act, round.id).await?.ok_or(Failure::Refused("intake-stop-unsealed"))?;
    let mut lots = draws::of(act, round.id).await?;
    let turn = lots.last().map_or(1, |lot| lot.turn + 1);
    let fresh = candidates.iter().filter(|one| lots.iter().all(|lot| lot.ticket != one.ticket)).cloned().collect();
    let drawn: Vec<Lot> = selection::by_lottery(fresh, &seed)
        .into_iter()
        .zip(1..)
        .map(|(one, place)| Lot { turn, place, ticket: one.ticket, drawn_at: desk.now })
        .collect();
    if !drawn.is_empty() {
        draws::keep(act, round.id, &drawn).await?;
        let event = Event::new("round.drawn", round.id, round.controller_id, desk.now).fact("seed", seed);
        desk.event(act, event.fact("turn", turn).fact("count", drawn.len())).await?;
    }
    lots.extend(drawn);
    let places: BTreeMap<&str, (i32, i64)> =
        lots.iter().map(|lot| (lot.ticket.as_str(), (lot.turn, lot.place))).collect();
    let mut ordered = candidates;
    ordered.sort_by_key(|one| places.get(one.ticket.as_str()).copied());
    Ok(ordered)
}

#[derive(Template)]
#[template(path = "intake/pages/decisions.html")]
struct DecisionsPage {
    ui: Ui,
    round_id: Uuid,
    rev: i64,
    service: String,
    selected: usize,
    reserved: usize,
    left_out: usize,
    free_places: i64,
    free_visits: i64,
    answer_days: i32,
    /// More are proposed than there is to give.
    too_many: bool,
    back: String,
}

pub async fn decisions(desk: Desk, Path(id): Path<Uuid>) -> Answer {
    let mut tx = desk.read().await?;
    desk.grant(&mut tx, id, Class::Service).await?;
    let round = programmes::round(&mut tx, id).await?.ok_or(Failure::NotFound)?;
    let proposed = queue::proposed(&mut tx, id).await?;
    let capacity = places::capacity(&round, &counts::of(&mut tx, id).await?);
    let count = |proposal: Proposal| proposed.iter().filter(|(_, one)| *one == proposal).count();
    desk.page(&DecisionsPage {
        ui: desk.ui(),
        round_id: id,
        rev: round.rev,
        service: round.name().say(desk.lang).to_owned(),
        selected: count(Proposal::Select),
        reserved: count(Proposal::Reserve),
        left_out: count(Proposal::LeaveOut),
        free_places: capacity.free_places(),
        free_visits: capacity.free_visits(),
        answer_days: round.offer_days,
        too_many: count(Proposal::Select) > capacity.room(),
        back: format!("/applications?round={id}"),
    })
}

pub async fn publish(Path(id): Path<Uuid>, Posted { desk, words }: Posted) -> Answer {
    let mut act = desk.act(&words).await?;
    let (_, round) = round(&desk, &mut act, id).await?;
    let told = places::publish(&mut act, &round, shown::rev(&words)?, Scene::of(&desk)).await?;
    let event = Event::new("round.decided", id, round.controller_id, desk.now).fact("count", told);
    desk.event(&mut act, event).await?;
    desk.done(act, &format!("/applications?round={id}&done=done-intake-published")).await
}

/// The coordinator's yes: one free place goes to the first on the reserve list.
pub async fn hand_on(Path(id): Path<Uuid>, Posted { desk, words }: Posted) -> Answer {
    let mut act = desk.act(&words).await?;
    let (_, round) = round(&desk, &mut act, id).await?;
    let given = places::fill(&mut act, &round, (shown::rev(&words)?, 1), Scene::of(&desk)).await?;
    if given == 0 {
        return Err(Stop::Cannot.into());
    }
    desk.done(act, &format!("/applications?round={id}&done=done-intake-handed-on")).await
}

pub fn samples() -> Vec<Sample> {
    fn decisions(lang: Lang, selected: usize) -> String {
        let page = DecisionsPage {
            ui: Ui::plain(lang),
            round_id: ident::of("sample", "round"),
            rev: 7,
            service: shown::sample_service(lang),
            selected,
            reserved: usize::from(selected > 0) * 9,
            left_out: 0,
            free_places: 30,
            free_visits: 90,
            answer_days: 7,
            too_many: selected > 30,
            back: "/applications".into(),
        };
        page.render().unwrap_or_default()
    }
    vec![
        Sample { name: "intake/decisions", render: |lang| decisions(lang, 30) },
        Sample { name: "intake/decisions-too-many", render: |lang| decisions(lang, 31) },
        Sample { name: "intake/decisions-none", render: |lang| decisions(lang, 0) },
    ]
}
