//! A case for each accepted place, under one contract, with a coach for every forty.
use std::ops::Range;

use chrono::Duration;
use uuid::Uuid;

use super::{applications, id, staff::County};
use crate::{
    clock,
    coaching::{self, Contract, MadeCase},
    db::{self, Tx},
    house::House,
    intake::{Accepted, Made, State},
    privacy::{self, Edge, Role},
    programmes,
    world::seed::Seeded,
};

/// How many cases a coach has.
pub const OF_A_COACH: usize = 40;
/// How many cases go into one transaction.
const BATCH: usize = 500;

/// The case of an accepted application: the same id each time.
pub fn case_id(county: &County, made: &Made) -> Uuid {
    let low = made.start.id.as_u64_pair().1;
    id(&mut Seeded::of(county.seed ^ 0xca5e, low), made.start.at)
}

/// Writes the contract, the coaches and the cases; gives how many coaches there are.
pub async fn fill(house: &House, county: &County, (round_id, apply): (Uuid, usize)) -> db::Result<usize> {
    let accepted: Vec<Made> = applications::applicants(county, apply)
        .map(|number| applications::application(county, round_id, number))
        .filter(|made| made.state == State::Accepted)
        .collect();
    let mut tx = house.db.write().await?;
    let Some(round) = programmes::round(&mut tx, round_id).await? else { return Ok(0) };
    let blueprint = programmes::blueprint_of(&mut tx, &round).await?;
    let coaches = coaches(&mut tx, county, 0..accepted.len().div_ceil(OF_A_COACH).max(1)).await?;
    let contract = contract(county, ("Valmennus", None), (accepted.len(), 3));
    coaching::add_contract(&mut tx, &contract, &coaches, county.began).await?;
    tx.commit().await?;
    for (number, batch) in accepted.chunks(BATCH).enumerate() {
        let case = |(place, made): (usize, &Made)| {
            let (coach_human_id, coach_name) = coaches[(number * BATCH + place) / OF_A_COACH].clone();
            let start = &made.start;
            let accepted = Accepted {
                application_id: start.id,
                round_id,
                person_id: start.person_id,
                human_id: start.human_id,
                controller_id: county.id,
                visits: 3,
            };
            MadeCase {
                id: case_id(county, made),
                accepted,
                coach_human_id,
                coach_name,
                opened_at: start.at,
                supervisor: None,
            }
        };
        let cases: Vec<MadeCase> = batch.iter().enumerate().map(case).collect();
        let mut tx = house.db.write().await?;
        coaching::add_made(&mut tx, (&contract, &blueprint), &cases).await?;
        tx.commit().await?;
    }
    Ok(coaches.len())
}

/// The provider's coaches with these numbers; the first has come with the organisation.
pub async fn coaches(tx: &mut Tx, county: &County, numbers: Range<usize>) -> db::Result<Vec<(Uuid, String)>> {
    let mut coaches = Vec::new();
    for number in numbers {
        let coach = county.seated(Role::Coach, number);
        if number > 0 {
            privacy::add_human(tx, &coach, county.began).await?;
            let seat = (county.provider_id, Role::Coach);
            privacy::give_seat(tx, coach.id, seat, (county.began, Edge::open_end())).await?;
        }
        coaches.push((coach.id, coach.name));
    }
    Ok(coaches)
}

/// A contract for so many cases of so many visits.
pub fn contract(
    county: &County,
    (name, round_id): (&str, Option<Uuid>),
    (cases, visits_per_package): (usize, i32),
) -> Contract {
    Contract {
        id: crate::ident::of(&county.id.to_string(), name),
        controller_id: county.id,
        provider_id: county.provider_id,
        round_id,
        name: name.to_owned(),
        starts_on: clock::day(county.began),
        ends_on: clock::day(county.began + Duration::days(400)),
        packages: i32::try_from(cases + 100).unwrap_or(i32::MAX),
        visits_per_package,
        visits_given: 0,
        returns_unused: true,
        no_show_uses_visit: true,
        requirements_met_by: None,
        requirements_met_at: Some(county.began),
        ended_at: None,
        end_reason: None,
        rev: 0,
    }
}
