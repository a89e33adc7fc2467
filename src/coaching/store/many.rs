//! SQL of many cases at once: generated worlds.
use chrono::Duration;
use uuid::Uuid;

use super::{
    super::{
        Contract, StepState, open,
        three::{self, Shared},
    },
    contracts::{self, Coach},
    steps::Step,
};
use crate::{
    clock::Moment,
    db::{Result, Tx},
    ident,
    intake::Accepted,
    privacy::{self, Class, Edge, Purpose, Reader, Role},
    programmes::{Blueprint, StepKind, blueprint},
};

/// How many rows go into one statement.
const ROWS: usize = 200;

/// A running case: one visit was held, the next is agreed. Of three, when there is a supervisor: the three have met and
/// agreed, everything is shared, and the first period is agreed.
#[derive(Clone, Debug)]
pub struct MadeCase {
    pub id: Uuid,
    pub accepted: Accepted,
    pub coach_human_id: Uuid,
    pub coach_name: String,
    pub opened_at: Moment,
    /// Who, and the name.
    pub supervisor: Option<(Uuid, String)>,
}

/// A contract with its coaches, and who reads it.
pub async fn add_contract(tx: &mut Tx, contract: &Contract, coaches: &[(Uuid, String)], now: Moment) -> Result<()> {
    contracts::insert_contract(tx, contract, now).await?;
    let seat = |organisation, role| Reader::Seat(privacy::seat_id(organisation, role));
    let edge = |reader, resource, purpose| Edge {
        reader,
        resource,
        class: Class::Service,
        purpose,
        from: now,
        until: contract.over_at(),
        because_event: contract.id,
        controller_id: contract.controller_id,
    };
    let mut edges = vec![
        edge(seat(contract.controller_id, Role::Coordinator), contract.id, Purpose::Administration),
        edge(seat(contract.provider_id, Role::Provider), contract.id, Purpose::ServiceDelivery),
    ];
    for (human_id, name) in coaches {
        let coach = Coach { contract_id: contract.id, human_id: *human_id, name: name.clone() };
        contracts::add_coach(tx, &coach, contract.id, now).await?;
        edges.push(edge(Reader::Human(*human_id), *human_id, Purpose::Coaching));
    }
    privacy::open_edges(tx, &edges).await
}

/// Writes cases under one contract with their steps, meetings and readers.
pub async fn add_made(tx: &mut Tx, (contract, blueprint): (&Contract, &Blueprint), cases: &[MadeCase]) -> Result<()> {
    insert_cases(tx, contract, cases).await?;
    let steps: Vec<_> = cases.iter().flat_map(|case| copied(case, blueprint)).collect();
    super::steps::insert_steps(tx, &steps).await?;
    insert_sessions(tx, cases, &meetings(blueprint)).await?;
    insert_supervisors(tx, cases).await?;
    let edges: Vec<Edge> = cases.iter().flat_map(|case| readers(case, contract)).collect();
    privacy::open_edges(tx, &edges).await
}

fn copied(case: &MadeCase, blueprint: &Blueprint) -> Vec<(Step, Option<Moment>)> {
    let meetings = meetings(blueprint);
    let first = meetings.get(1).and_then(|key| blueprint.steps.iter().position(|step| step.key == *key));
    let one = |(position, step): (usize, &blueprint::Step)| {
        let (copy, ready_at) = open::copy_of(case.id, (position, step), case.opened_at);
        let state = match first.filter(|_| case.supervisor.is_some()) {
            Some(first) if position < first => StepState::Done,
            Some(first) if position == first => StepState::Scheduled,
            _ => copy.state,
        };
        (Step { id: part_id(case, &copy.step_key), state, ..copy }, ready_at)
    };
    open::of_case(blueprint).map(one).collect()
}

/// The id of a part of the case.
fn part_id(case: &MadeCase, part: &str) -> Uuid {
    ident::of(&case.id.to_string(), part)
}

/// The keys of the steps in which one meets, in order.
fn meetings(blueprint: &Blueprint) -> Vec<String> {
    let meets = open::of_case(blueprint).filter(|(_, step)| step.kind == StepKind::Meeting);
    meets.map(|(_, step)| step.key.clone()).collect()
}

fn readers(case: &MadeCase, contract: &Contract) -> Vec<Edge> {
    let seat = |organisation, role| Reader::Seat(privacy::seat_id(organisation, role));
    let (own, coach) = (Reader::Human(case.accepted.human_id), Reader::Human(case.coach_human_id));
    let edge = |(reader, resource): (Reader, Uuid), (class, purpose, until)| Edge {
        reader,
        resource,
        class,
        purpose,
        from: case.opened_at,
        until,
        because_event: case.id,
        controller_id: contract.controller_id,
    };
    let mut edges: Vec<Edge> = [
        (own, Class::Own, Purpose::OwnAffairs, Edge::open_end()),
        (own, Class::Coaching, Purpose::OwnAffairs, Edge::open_end()),
        (own, Class::Service, Purpose::OwnAffairs, Edge::open_end()),
        (seat(contract.controller_id, Role::Coordinator), Class::Service, Purpose::Administration, Edge::open_end()),
        (seat(contract.provider_id, Role::Provider), Class::Service, Purpose::ServiceDelivery, contract.over_at()),
        (coach, Class::Coaching, Purpose::Coaching, contract.over_at()),
        (coach, Class::CoachOwn, Purpose::Coaching, contract.over_at()),
        (coach, Class::Service, Purpose::Coaching, contract.over_at()),
    ]
    .map(|(reader, class, purpose, until)| edge((reader, case.id), (class, purpose, until)))
    .into();
    if let Some((supervisor, _)) = &case.supervisor {
        let until = Edge::open_end();
        edges.push(edge((own, case.id), (Class::Agreed, Purpose::OwnAffairs, until)));
        edges.push(edge((coach, case.id), (Class::Agreed, Purpose::Coaching, contract.over_at())));
        let shared = Shared::ALL.iter().map(|what| three::shared_id(case.id, *what));
        for resource in [case.id, *supervisor].into_iter().chain(shared) {
            edges.push(edge((Reader::Human(*supervisor), resource), (Class::Agreed, Purpose::Supervision, until)));
        }
    }
    edges
}

async fn insert_supervisors(tx: &mut Tx, cases: &[MadeCase]) -> Result<()> {
    let head = "insert into case_supervisor (id, case_id, human_id, name, named_by, named_at) values";
    let named: Vec<_> = cases.iter().filter_map(|case| Some((case, case.supervisor.clone()?))).collect();
    for part in named.chunks(ROWS) {
        let mut query = tx.many(head, (part.len(), 6), "");
        for (case, (human_id, name)) in part {
            query = query
                .bind(part_id(case, "supervisor"))
                .bind(case.id)
                .bind(*human_id)
                .bind(name.clone())
                .bind(case.accepted.human_id)
                .bind(case.opened_at);
        }
        query.execute().await?;
    }
    Ok(())
}

async fn insert_cases(tx: &mut Tx, contract: &Contract, cases: &[MadeCase]) -> Result<()> {
    let head = "insert into coaching_case (id, round_id, application_id, person_id, human_id, controller_id, contract_id, \
                provider_id, coach_human_id, coach_name, coach_since, state, visits_granted, visits_used, opened_at, \
                first_session_at) values";
    for part in cases.chunks(ROWS) {
        let mut query = tx.many(head, (part.len(), 16), "");
        for case in part {
            query = query
                .bind(case.id)
                .bind(case.accepted.round_id)
                .bind(case.accepted.application_id)
                .bind(case.accepted.person_id)
                .bind(case.accepted.human_id)
                .bind(case.accepted.controller_id)
                .bind(contract.id)
                .bind(contract.provider_id)
                .bind(case.coach_human_id)
                .bind(case.coach_name.clone())
                .bind(case.opened_at)
                .bind("running")
                .bind(case.accepted.visits)
                .bind(i32::from(case.supervisor.is_none()))
                .bind(case.opened_at)
                .bind(case.opened_at + Duration::days(7));
        }
        query.execute().await?;
    }
    Ok(())
}

async fn insert_sessions(tx: &mut Tx, cases: &[MadeCase], meetings: &[String]) -> Result<()> {
    let head = "insert into case_session (id, case_id, state, starts_at, ends_at, minutes, way, place, own_time, \
                substitute_needed, uses_visit, made_by, made_at, step_id, with_supervisor) values";
    let sessions: Vec<_> = cases.iter().flat_map(|case| [(case, "held", 7, 0), (case, "invited", 45, 1)]).collect();
    for part in sessions.chunks(ROWS) {
        let mut query = tx.many(head, (part.len(), 15), "");
        for (case, state, days, place) in part {
            let of_three = case.supervisor.is_some();
            let starts_at = case.opened_at + Duration::days(*days);
            query = query
                .bind(part_id(case, state))
                .bind(case.id)
                .bind(*state)
                .bind(starts_at)
                .bind(starts_at + Duration::hours(1))
                .bind(60)
                .bind("remote")
                .bind("https://video.example.invalid/valmennus")
                .bind(false)
                .bind(false)
                .bind(*state == "held" && !of_three)
                .bind(case.coach_human_id)
                .bind(case.opened_at)
                .bind(meetings.get(*place).filter(|_| of_three).map(|key| part_id(case, key)))
                .bind(of_three && *place == 0);
        }
        query.execute().await?;
    }
    Ok(())
}
