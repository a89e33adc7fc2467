//! Opening a case from an accepted place: its steps, who may read it, and the contract it is placed under.
use futures_util::future::BoxFuture;
use serde::Deserialize;
use uuid::Uuid;

use super::{
    CaseState, Contract, StepState, case, contract, eras,
    letters::{self, Says},
    store::{self, cases::Case, contracts::Coach, steps::Step},
};
use crate::{
    clock::{self, Moment},
    db::{Result, Tx},
    events::Event,
    house::{House, JobResult},
    ident,
    intake::{self, Accepted},
    jobs::{self, Job},
    privacy::{self, Class, Edge, Purpose, Reader, Role},
    programmes::{self, Blueprint, Round, StepKind, blueprint},
};

#[derive(Deserialize)]
struct Order {
    application_id: Uuid,
}

/// The job `coaching.open_case`: opens the case of an accepted place, exactly once.
pub fn open_case(house: House, job: Job) -> BoxFuture<'static, JobResult> {
    Box::pin(async move {
        let order: Order = serde_json::from_str(&job.payload)?;
        let mut tx = house.db.write().await?;
        if let Some(accepted) = intake::accepted(&mut tx, order.application_id).await? {
            open(&mut tx, &house, &accepted).await?;
        }
        if jobs::done(&mut tx, &job).await? {
            tx.commit().await?;
        }
        Ok(())
    })
}

/// Opens the case; nothing when the application has one already.
pub async fn open(tx: &mut Tx, house: &House, accepted: &Accepted) -> Result<()> {
    let now = house.clock.now();
    let Some(round) = programmes::round(tx, accepted.round_id).await? else { return Ok(()) };
    let case = case_of(accepted, now);
    if !store::cases::insert_case(tx, &case).await? {
        return Ok(());
    }
    let event = Event::new("case.opened", case.id, case.controller_id, now).fact("round", case.round_id.to_string());
    let because_event = event.record(tx).await?;
    for (class, purpose, reader) in [
        (Class::Own, Purpose::OwnAffairs, Reader::Human(case.human_id)),
        (Class::Coaching, Purpose::OwnAffairs, Reader::Human(case.human_id)),
        (Class::Service, Purpose::OwnAffairs, Reader::Human(case.human_id)),
        (Class::Agreed, Purpose::OwnAffairs, Reader::Human(case.human_id)),
        (
            Class::Service,
            Purpose::Administration,
            Reader::Seat(privacy::seat_id(case.controller_id, Role::Coordinator)),
        ),
    ] {
        let until = Edge::open_end();
        privacy::open_edge(tx, &edge(&case, (class, purpose, reader), (now, until), because_event)).await?;
    }
    copy_steps(tx, &case, &round, now).await?;
    let contracts = store::contracts::contracts_of_controller(tx, case.controller_id).await?;
    place(tx, &case, (&contracts, accepted.visits), now).await?;
    letters::tell(tx, house, case.human_id, Says { key: "coaching-mail-opened", path: "/path" }).await
}

fn case_of(accepted: &Accepted, now: Moment) -> Case {
    Case {
        id: ident::at(now),
        round_id: accepted.round_id,
        application_id: accepted.application_id,
        person_id: accepted.person_id,
        human_id: accepted.human_id,
        controller_id: accepted.controller_id,
        contract_id: None,
        provider_id: None,
        coach_human_id: None,
        coach_name: None,
        state: CaseState::Opened,
        visits_granted: 0,
        visits_used: 0,
        opened_at: now,
        first_session_at: None,
        ended_at: None,
        contact_asked_at: None,
        closing_asked_at: None,
        supervisor_human_id: None,
        supervisor_name: None,
        rev: 0,
    }
}

fn edge(
    case: &Case,
    (class, purpose, reader): (Class, Purpose, Reader),
    (from, until): (Moment, Moment),
    because_event: Uuid,
) -> Edge {
    Edge { reader, resource: case.id, class, purpose, from, until, because_event, controller_id: case.controller_id }
}

/// The blueprint's steps, copied with their keys. Those with nothing before them are ready at once.
async fn copy_steps(tx: &mut Tx, case: &Case, round: &Round, now: Moment) -> Result<()> {
    let blueprint = programmes::blueprint_of(tx, round).await?;
    let steps: Vec<_> = of_case(&blueprint).map(|part| copy_of(case.id, part, now)).collect();
    store::steps::insert_steps(tx, &steps).await
}

/// The steps of one participant's path, with their places in the blueprint. What belongs to the round or to the
/// supervisors is not among them.
pub fn of_case(blueprint: &Blueprint) -> impl Iterator<Item = (usize, &blueprint::Step)> {
    blueprint.steps.iter().enumerate().filter(|(_, step)| step.who.is_of_case())
}

/// A step as it stands in a case that opens now, and since when it is ready.
pub fn copy_of(case_id: Uuid, (position, step): (usize, &blueprint::Step), now: Moment) -> (Step, Option<Moment>) {
    let waits_for_day = waits_for_day(step);
    let ready = step.after.is_empty() && !waits_for_day;
    let copy = Step {
        id: ident::random(),
        case_id,
        step_key: step.key.clone(),
        position: i32::try_from(position).unwrap_or(i32::MAX),
        kind: step.kind.code().to_owned(),
        name: serde_json::to_string(&step.name).unwrap_or_default(),
        for_whom: step.who.code().to_owned(),
        meetings: step.meetings.unwrap_or_default(),
        minutes: step.minutes.unwrap_or_default(),
        after_keys: step.after.join(" "),
        due: step.due.map(String::from),
        waits_for_day,
        required: step.required,
        state: if ready { StepState::Ready } else { StepState::Waiting },
        due_on: step.due.and_then(|due| due.on(clock::day(now), None)),
        done_at: None,
        theme: step.theme.as_ref().and_then(|theme| serde_json::to_string(theme).ok()),
        meetings_least: step.meetings_least.unwrap_or_default(),
        asks_before: !step.before.is_empty(),
        asks_closing: !step.closing.is_empty(),
        before_at: None,
        before_shared_with: None,
        closing_at: None,
        closing_shared_with: None,
    };
    (copy, ready.then_some(now))
}

/// A follow-up becomes ready on its day; of every other step the day is the last to do it.
fn waits_for_day(step: &blueprint::Step) -> bool {
    let later = step.due.is_some_and(|due| due.anchor == blueprint::Anchor::End && due.count > 0);
    let asked = step.kind == StepKind::Outcome || step.phase == Some(blueprint::Phase::FollowUp);
    later && (asked || step.kind == StepKind::Meeting)
}

/// Places the case under the contract that takes it and gives it its visits; false when none takes it. A case that was
/// under another contract gets what it has not used.
pub async fn place(tx: &mut Tx, case: &Case, (contracts, visits): (&[Contract], i32), now: Moment) -> Result<bool> {
    let Some(contract) = fit(tx, case, contracts, now).await? else { return Ok(false) };
    let visits = case::package(visits - case.visits_used, contract.bought(), contract.visits_given);
    if visits == 0 || !store::contracts::give_visits(tx, contract.id, visits).await? {
        return Ok(false);
    }
    let granted = case.visits_used + visits;
    store::cases::set_contract(tx, case.id, (contract.id, contract.provider_id), granted).await?;
    let event = Event::new("case.placed", case.id, case.controller_id, now)
        .fact("contract", contract.id.to_string())
        .fact("visits", visits);
    let because_event = event.record(tx).await?;
    let provider = Reader::Seat(privacy::seat_id(contract.provider_id, Role::Provider));
    let reads = (Class::Service, Purpose::ServiceDelivery, provider);
    privacy::open_edge(tx, &edge(case, reads, (now, contract.over_at()), because_event)).await?;
    Ok(true)
}

/// The first contract that takes the case and whose provider is fit for its service.
async fn fit<'c>(tx: &mut Tx, case: &Case, contracts: &'c [Contract], now: Moment) -> Result<Option<&'c Contract>> {
    let choices = contract::choices(contracts, case.round_id, clock::day(now));
    if choices.is_empty() {
        return Ok(None);
    }
    let Some(round) = programmes::round(tx, case.round_id).await? else { return Ok(None) };
    let blueprint = programmes::blueprint_of(tx, &round).await?;
    for contract in choices {
        let met = store::contracts::met(tx, contract.id).await?;
        let met: Vec<String> = met.into_iter().map(|met| met.requirement_key).collect();
        let asked = blueprint.provider.requirements.iter().map(|asked| asked.key.as_str());
        if contract.requirements_met_at.is_some() || contract::is_fit(asked, &met) {
            return Ok(Some(contract));
        }
    }
    Ok(None)
}

/// Names the coach of a case, or another one: the path stays, and the one before sees nothing any more. What was written
/// before stays shut for the new one until it is opened.
pub async fn name_coach(
    tx: &mut Tx,
    house: &House,
    (case, contract): (&Case, &Contract),
    (coach, by): (&Coach, Uuid),
) -> Result<()> {
    let now = house.clock.now();
    let event = Event::new("case.coach_named", case.id, case.controller_id, now)
        .fact("coach", coach.human_id.to_string())
        .by(Some(by));
    let because_event = event.record(tx).await?;
    if let Some(before) = case.coach_human_id {
        privacy::close_reader(tx, case.id, Reader::Human(before), now).await?;
    }
    eras::begin(tx, case, (coach.human_id, contract.over_at()), (because_event, now)).await?;
    let reader = Reader::Human(coach.human_id);
    for class in [Class::Coaching, Class::CoachOwn, Class::Service, Class::Agreed] {
        let reads = (class, Purpose::Coaching, reader);
        privacy::open_edge(tx, &edge(case, reads, (now, contract.over_at()), because_event)).await?;
    }
    open_day(tx, contract, coach.human_id, (now, because_event)).await?;
    store::cases::set_coach(tx, case.id, (coach.human_id, &coach.name), now).await?;
    for mut session in store::sessions::open_sessions(tx, case.id).await? {
        if let Some(before) = case.coach_human_id {
            let gone = store::sessions::Session {
                state: super::SessionState::Cancelled,
                sequence: session.sequence + 1,
                ..session.clone()
            };
            letters::invite(tx, house, &gone, &[before]).await?;
        }
        session.sequence += i32::from(session.starts_at.is_some());
        store::sessions::set_sequence(tx, session.id, session.sequence).await?;
        letters::invite(tx, house, &session, &[coach.human_id]).await?;
    }
    let path = format!("/cases/{}", case.id);
    letters::tell(tx, house, coach.human_id, Says { key: "coaching-mail-case-given", path: &path }).await?;
    letters::tell(tx, house, case.human_id, Says { key: "coaching-mail-coach-named", path: "/path" }).await
}

/// The coach's own lists are read until the last of the coach's contracts ends.
async fn open_day(tx: &mut Tx, contract: &Contract, coach: Uuid, (now, because_event): (Moment, Uuid)) -> Result<()> {
    let contracts = store::contracts::coach_contracts(tx, coach, clock::day(now)).await?;
    let until = contracts.iter().map(Contract::over_at).max().unwrap_or_else(|| contract.over_at());
    let edge = Edge {
        reader: Reader::Human(coach),
        resource: coach,
        class: Class::Service,
        purpose: Purpose::Coaching,
        from: now,
        until,
        because_event,
        controller_id: contract.controller_id,
    };
    privacy::open_edge(tx, &edge).await
}
