//! SQL of many cases at once: generated worlds.
use chrono::Duration;
use uuid::Uuid;

use super::{
    super::{Contract, open},
    contracts::{self, Coach},
    steps::Step,
};
use crate::{
    clock::Moment,
    db::{Result, Tx},
    ident,
    intake::Accepted,
    privacy::{self, Class, Edge, Purpose, Reader, Role},
    programmes::Blueprint,
};

/// How many rows go into one statement.
const ROWS: usize = 200;

/// A running case: one visit was held, the next is agreed.
#[derive(Clone, Debug)]
pub struct MadeCase {
    pub id: Uuid,
    pub accepted: Accepted,
    pub coach_human_id: Uuid,
    pub coach_name: String,
    pub opened_at: Moment,
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
    insert_sessions(tx, cases).await?;
    let edges: Vec<Edge> = cases.iter().flat_map(|case| readers(case, contract)).collect();
    privacy::open_edges(tx, &edges).await
}

fn copied(case: &MadeCase, blueprint: &Blueprint) -> Vec<(Step, Option<Moment>)> {
    let one = |(position, step)| {
        let (copy, ready_at) = open::copy_of(case.id, (position, step), case.opened_at);
        (Step { id: ident::of(&case.id.to_string(), &copy.step_key), ..copy }, ready_at)
    };
    open::of_case(blueprint).map(one).collect()
}

fn readers(case: &MadeCase, contract: &Contract) -> Vec<Edge> {
    let seat = |organisation, role| Reader::Seat(privacy::seat_id(organisation, role));
    let (own, coach) = (Reader::Human(case.accepted.human_id), Reader::Human(case.coach_human_id));
    [
        (own, Class::Own, Purpose::OwnAffairs, Edge::open_end()),
        (own, Class::Coaching, Purpose::OwnAffairs, Edge::open_end()),
        (own, Class::Service, Purpose::OwnAffairs, Edge::open_end()),
        (seat(contract.controller_id, Role::Coordinator), Class::Service, Purpose::Administration, Edge::open_end()),
        (seat(contract.provider_id, Role::Provider), Class::Service, Purpose::ServiceDelivery, contract.over_at()),
        (coach, Class::Coaching, Purpose::Coaching, contract.over_at()),
        (coach, Class::CoachOwn, Purpose::Coaching, contract.over_at()),
        (coach, Class::Service, Purpose::Coaching, contract.over_at()),
    ]
    .map(|(reader, class, purpose, until)| Edge {
        reader,
        resource: case.id,
        class,
        purpose,
        from: case.opened_at,
        until,
        because_event: case.id,
        controller_id: contract.controller_id,
    })
    .into()
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
                .bind(1)
                .bind(case.opened_at)
                .bind(case.opened_at + Duration::days(7));
        }
        query.execute().await?;
    }
    Ok(())
}

async fn insert_sessions(tx: &mut Tx, cases: &[MadeCase]) -> Result<()> {
    let head = "insert into case_session (id, case_id, state, starts_at, ends_at, minutes, way, place, own_time, \
                substitute_needed, uses_visit, made_by, made_at) values";
    let sessions: Vec<_> = cases.iter().flat_map(|case| [(case, "held", 7), (case, "invited", 45)]).collect();
    for part in sessions.chunks(ROWS) {
        let mut query = tx.many(head, (part.len(), 13), "");
        for (case, state, days) in part {
            let starts_at = case.opened_at + Duration::days(*days);
            query = query
                .bind(ident::of(&case.id.to_string(), state))
                .bind(case.id)
                .bind(*state)
                .bind(starts_at)
                .bind(starts_at + Duration::hours(1))
                .bind(60)
                .bind("remote")
                .bind("https://video.example.invalid/valmennus")
                .bind(false)
                .bind(false)
                .bind(*state == "held")
                .bind(case.coach_human_id)
                .bind(case.opened_at);
        }
        query.execute().await?;
    }
    Ok(())
}
