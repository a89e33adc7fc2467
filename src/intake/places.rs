//! Places: proposed, published, offered, answered, and handed on, each exactly once. Whoever gives places first takes
//! the round's revision, so that two coordinators or two servers never give the same one.
use chrono::Days;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{
    application::{Act, State},
    apply,
    capacity::Capacity,
    record::Application,
    scene::{News, Scene},
    selection::Proposal,
    store::{
        self, Counts, Stop, counts,
        offers::{self, Offer, OfferState},
        queue,
    },
};
use crate::{
    clock,
    db::{Result, Tx},
    ident, jobs,
    programmes::{self, HandOn, Round, RoundState},
};

/// The job at an offer's deadline.
pub const LAPSE: &str = "intake.lapse";
/// The job that gives free places to the reserve list.
pub const FILL: &str = "intake.fill";
/// The job that coaching asks when visits come back.
pub const HAND_ON: &str = "intake.hand_on";
/// The job that programmes asks when a round under way grows longer or gets more places.
pub const ROUND_CHANGED: &str = "intake.round_changed";
/// What coaching does when a place is accepted.
pub const OPEN_CASE: &str = "coaching.open_case";

/// The payload of [`LAPSE`].
#[derive(Debug, Serialize, Deserialize)]
pub struct LapseOf {
    pub offer_id: Uuid,
}

/// The payload of [`FILL`].
#[derive(Debug, Serialize, Deserialize)]
pub struct FillOf {
    pub round_id: Uuid,
}

/// The payload of [`HAND_ON`].
#[derive(Debug, Serialize, Deserialize)]
pub struct HandOnOf {
    pub round_id: Uuid,
    pub visits: i64,
}

/// The payload of [`ROUND_CHANGED`].
#[derive(Debug, Serialize, Deserialize)]
pub struct ChangedOf {
    pub round_id: Uuid,
    /// The time to apply ends later.
    pub longer: bool,
    /// There are more places.
    pub more: bool,
}

/// The payload of [`OPEN_CASE`].
#[derive(Debug, Serialize, Deserialize)]
pub struct CaseOf {
    pub application_id: Uuid,
}

/// What the round has to give, by its running numbers.
pub fn capacity(round: &Round, counts: &[counts::Count]) -> Capacity {
    let of = |kind: &str, value: &str| counts::number(counts, kind, value);
    let held: i64 = State::ALL.iter().filter(|state| state.holds_place()).map(|state| of("state", state.code())).sum();
    Capacity {
        places: i64::from(round.places),
        visits: i64::from(round.visits),
        visits_per_package: i64::from(round.visits_per_package),
        held: held + of("capacity", "invited"),
        granted: of("capacity", "granted"),
        returned_places: of("capacity", "returned_places"),
        returned_visits: of("capacity", "returned_visits"),
    }
}

/// Publishes every proposal of the round; gives how many people were told.
pub async fn publish(tx: &mut Tx, round: &Round, rev: i64, scene: Scene<'_>) -> Result<usize, Stop> {
    if !programmes::take_rev(tx, round.id, rev).await? {
        return Err(Stop::Changed);
    }
    let mut capacity = capacity(round, &counts::of(tx, round.id).await?);
    let mut counts = Counts::default();
    let proposed = queue::proposed(tx, round.id).await?;
    for (id, proposal) in &proposed {
        let mut application = store::for_work(tx, *id).await?.ok_or(Stop::Changed)?;
        match proposal {
            Proposal::Select => {
                let visits = capacity.next_grant().ok_or(Stop::Full)?;
                capacity = capacity.with_given(visits);
                give(tx, (round, visits), &mut application, (&mut counts, scene)).await?;
            }
            Proposal::Reserve if application.state == State::OnReserve => {
                queue::unpropose(tx, application.id).await?;
            }
            Proposal::Reserve | Proposal::LeaveOut => {
                let act = if *proposal == Proposal::Reserve { Act::Reserve } else { Act::LeaveOut };
                store::advance(tx, &mut application, act, (&mut counts, scene.now)).await?;
                scene.event(tx, "application.decided", &application).await?;
                let path = format!("/applications/{}", application.id);
                scene.tell(tx, application.human_id, (News::Decision, path)).await?;
            }
        }
    }
    counts.write(tx, round.id).await?;
    Ok(proposed.len())
}

/// Selects the person and offers a place with so many visits until the end of a local day.
pub async fn give(
    tx: &mut Tx,
    (round, visits): (&Round, i64),
    application: &mut Application,
    (counts, scene): (&mut Counts, Scene<'_>),
) -> Result<(), Stop> {
    let offer = offer(tx, (round, visits), application, (counts, scene)).await?;
    let at_deadline = (clock::end_of(offer.answer_by), format!("{LAPSE}:{}", offer.id));
    jobs::ask_once(tx, LAPSE, &LapseOf { offer_id: offer.id }, at_deadline).await?;
    scene.tell(tx, application.human_id, (News::Offer, format!("/applications/{}/offer", application.id))).await?;
    Ok(())
}

/// Selects the person and offers the place, of which nobody is told yet.
pub async fn offer(
    tx: &mut Tx,
    (round, visits): (&Round, i64),
    application: &mut Application,
    (counts, scene): (&mut Counts, Scene<'_>),
) -> Result<Offer, Stop> {
    store::advance(tx, application, Act::Select, (counts, scene.now)).await?;
    store::advance(tx, application, Act::Offer, (counts, scene.now)).await?;
    let days = Days::new(u64::try_from(round.offer_days).unwrap_or(1));
    let today = clock::day(scene.now);
    let offer = Offer {
        id: ident::at(scene.now),
        application_id: application.id,
        round_id: round.id,
        visits: i32::try_from(visits).unwrap_or(i32::MAX),
        state: OfferState::Open,
        offered_at: scene.now,
        answer_by: today.checked_add_days(days).unwrap_or(today),
    };
    offers::insert(tx, &offer).await?;
    counts.add("capacity", "granted", visits);
    scene.event(tx, "application.offered", application).await?;
    Ok(offer)
}

/// How an offer ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    Accept,
    Refuse,
    Lapse,
    Withdraw,
}

/// Ends an open offer. Somebody else's answer first, or the deadline, is [`Stop::Changed`].
pub async fn answer(
    tx: &mut Tx,
    (application, offer): (&mut Application, &Offer),
    answer: Answer,
    scene: Scene<'_>,
) -> Result<(), Stop> {
    let (round_id, mut counts) = (application.round_id, Counts::default());
    answer_counted(tx, (application, offer), answer, (&mut counts, scene)).await?;
    counts.write(tx, round_id).await?;
    Ok(())
}

/// [`answer`] within an act that counts more.
pub async fn answer_counted(
    tx: &mut Tx,
    (application, offer): (&mut Application, &Offer),
    answer: Answer,
    (counts, scene): (&mut Counts, Scene<'_>),
) -> Result<(), Stop> {
    let (state, act, what) = match answer {
        Answer::Accept => (OfferState::Accepted, Act::Accept, "application.accepted"),
        Answer::Refuse => (OfferState::Refused, Act::Refuse, "application.refused"),
        Answer::Lapse => (OfferState::Lapsed, Act::Lapse, "application.lapsed"),
        Answer::Withdraw => (OfferState::Withdrawn, Act::Withdraw, "application.withdrawn"),
    };
    if !offers::answer(tx, offer.id, state, scene.now).await? {
        return Err(Stop::Changed);
    }
    store::advance(tx, application, act, (counts, scene.now)).await?;
    let because_event = scene.event(tx, what, application).await?;
    if answer == Answer::Accept {
        apply::tell_of_place(tx, application, (scene, because_event)).await?;
        jobs::ask(tx, OPEN_CASE, &CaseOf { application_id: application.id }, scene.now).await?;
    } else {
        counts.add("capacity", "granted", -i64::from(offer.visits));
        jobs::ask(tx, FILL, &FillOf { round_id: application.round_id }, scene.now).await?;
    }
    if answer == Answer::Lapse {
        scene.tell(tx, application.human_id, (News::Lapsed, format!("/applications/{}", application.id))).await?;
    }
    Ok(())
}

/// Gives free places to the first on the reserve list: all of them by the clock, at most so many by a coordinator's
/// yes. Gives how many were offered one.
pub async fn fill(tx: &mut Tx, round: &Round, (rev, at_most): (i64, usize), scene: Scene<'_>) -> Result<usize, Stop> {
    if !programmes::take_rev(tx, round.id, rev).await? {
        return Err(Stop::Changed);
    }
    let mut capacity = capacity(round, &counts::of(tx, round.id).await?);
    let mut counts = Counts::default();
    let mut given = 0;
    while given < at_most {
        let Some(visits) = capacity.next_grant() else { break };
        let Some(id) = queue::first_on_reserve(tx, round.id).await? else { break };
        let mut application = store::for_work(tx, id).await?.ok_or(Stop::Changed)?;
        give(tx, (round, visits), &mut application, (&mut counts, scene)).await?;
        capacity = capacity.with_given(visits);
        given += 1;
    }
    counts.write(tx, round.id).await?;
    Ok(given)
}

/// Whether free places go on by themselves now.
pub fn hands_on_by_itself(round: &Round) -> bool {
    round.hand_on == HandOn::Automatic && gives_places(round)
}

/// Whether places may be given at all now.
pub fn gives_places(round: &Round) -> bool {
    matches!(round.state, RoundState::Open | RoundState::Selecting | RoundState::Running)
}
