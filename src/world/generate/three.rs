//! Coachings of participant, supervisor and coach: a round of its own in which the three of each case have agreed.
use chrono::Duration;
use indicatif::ProgressBar;
use uuid::Uuid;

use super::{
    GenerateError,
    applications::{self, Kind},
    cases::{self, OF_A_COACH},
    id,
    staff::County,
};
use crate::{
    actions::{self, MadeAction},
    agreements::{self, MadeAgreement, Terms},
    clock::{self, Moment},
    coaching::{
        self, MadeCase,
        three::{Party, Three},
    },
    db::Tx,
    forms::Answers,
    goals::{self, MadeGoal, MadePlan, Written},
    house::House,
    intake::{self, Accepted, Made, State},
    privacy::{self, Edge, Human, Role},
    programmes::{self, Blueprint},
    world::seed::Seeded,
};

/// How many coachings a supervisor has.
pub const OF_A_SUPERVISOR: usize = 12;
/// How many cases go into one transaction.
const BATCH: usize = 500;
/// The cases open one after the other over so many days.
const DAYS: i64 = 20;

const ROUND: Kind = Kind {
    blueprint: "palkeet-renewal-of-work",
    name: ["Työn uusiutuminen, syksy", "Arbetet förnyas, hösten", "Renewal of work, autumn"],
    visits: 8,
};

/// Who does each action.
const OWNERS: [Party; 10] = [
    Party::Participant,
    Party::Participant,
    Party::Supervisor,
    Party::Participant,
    Party::Participant,
    Party::Supervisor,
    Party::Participant,
    Party::Participant,
    Party::Supervisor,
    Party::Coach,
];
const WHAT: &str = "Tutustun rinnakkaisen tiimin työhön ja kerron, mitä siitä opin";

/// How many coachings there are room for: participants come first in the staff, supervisors after them.
pub fn room(county: &County, three: usize) -> usize {
    three.min(county.people * OF_A_SUPERVISOR / (OF_A_SUPERVISOR + 1))
}

/// Who supervises the case with this number among so many.
pub fn supervisor(county: &County, (number, all): (usize, usize)) -> Human {
    county.somebody(all + number / OF_A_SUPERVISOR).human
}

/// The id of the case with this number among so many.
pub fn case_id(county: &County, (number, all): (usize, usize)) -> Uuid {
    id(&mut Seeded::of(county.seed ^ 0x3ca5e, low(number)), opened_at(county, (number, all)))
}

fn low(number: usize) -> u64 {
    u64::try_from(number).unwrap_or_default()
}

fn opened_at(county: &County, (number, all): (usize, usize)) -> Moment {
    let part = Duration::days(DAYS).num_milliseconds() / i64::try_from(all.max(1)).unwrap_or(1);
    county.began + Duration::milliseconds(part * i64::try_from(number).unwrap_or_default())
}

/// Writes the round, its coaches and supervisors, and the cases with all that the three agreed.
pub async fn fill(
    house: &House,
    county: &County,
    (three, coaches): (usize, usize),
    bar: &ProgressBar,
) -> Result<(), GenerateError> {
    let all = room(county, three);
    bar.inc_length(low(all));
    let mut tx = house.db.write().await?;
    let round_id = applications::open_round(&mut tx, county, (&ROUND, all)).await?;
    let Some(round) = programmes::round(&mut tx, round_id).await? else { return Ok(()) };
    let blueprint = programmes::blueprint_of(&mut tx, &round).await?;
    let coaches = cases::coaches(&mut tx, county, coaches..coaches + all.div_ceil(OF_A_COACH)).await?;
    let contract = cases::contract(county, (ROUND.name[0], Some(round_id)), (all, ROUND.visits));
    coaching::add_contract(&mut tx, &contract, &coaches, county.began).await?;
    for number in (0..all).step_by(OF_A_SUPERVISOR) {
        let seat = (county.id, Role::Supervisor);
        let supervisor = supervisor(county, (number, all)).id;
        privacy::give_seat(&mut tx, supervisor, seat, (county.began, Edge::open_end())).await?;
    }
    tx.commit().await?;
    let numbers: Vec<usize> = (0..all).collect();
    for batch in numbers.chunks(BATCH) {
        let made: Vec<Made> = batch.iter().map(|number| application(county, round_id, (*number, all))).collect();
        let one = |(number, made): (&usize, &Made)| case(county, (*number, all), made, &coaches[number / OF_A_COACH]);
        let cases: Vec<MadeCase> = batch.iter().zip(&made).map(one).collect();
        let mut tx = house.db.write().await?;
        intake::add_made(&mut tx, round_id, &made).await?;
        coaching::add_made(&mut tx, (&contract, &blueprint), &cases).await?;
        agree(&mut tx, house, (county, &blueprint), &cases).await?;
        tx.commit().await?;
        bar.inc(low(batch.len()));
    }
    Ok(())
}

/// Somebody who was named, said yes and has a place; the supervisor is told.
fn application(county: &County, round_id: Uuid, (number, all): (usize, usize)) -> Made {
    let mut made = applications::application(county, round_id, number);
    let mut seeded = Seeded::of(county.seed ^ 0x3a991, low(number));
    made.start.at = opened_at(county, (number, all));
    made.start.id = id(&mut seeded, made.start.at);
    made.start.work.supervisor_id = Some(supervisor(county, (number, all)).id);
    Made {
        state: State::Accepted,
        answers: Answers::default().to_json(),
        submitted_at: Some(made.start.at),
        offer: Some((id(&mut seeded, made.start.at), ROUND.visits)),
        ..made
    }
}

fn case(county: &County, number: (usize, usize), made: &Made, (coach, name): &(Uuid, String)) -> MadeCase {
    let start = &made.start;
    let supervisor = supervisor(county, number);
    MadeCase {
        id: case_id(county, number),
        accepted: Accepted {
            application_id: start.id,
            round_id: start.round_id,
            person_id: start.person_id,
            human_id: start.human_id,
            controller_id: county.id,
            visits: ROUND.visits,
        },
        coach_human_id: *coach,
        coach_name: name.clone(),
        opened_at: start.at,
        supervisor: Some((supervisor.id, supervisor.name)),
    }
}

fn three_of(case: &MadeCase) -> Three {
    let (supervisor_human_id, supervisor_name) = case.supervisor.clone().unzip();
    Three {
        case_id: case.id,
        round_id: case.accepted.round_id,
        controller_id: case.accepted.controller_id,
        person_id: case.accepted.person_id,
        human_id: case.accepted.human_id,
        coach_human_id: Some(case.coach_human_id),
        coach_name: Some(case.coach_name.clone()),
        supervisor_human_id,
        supervisor_name,
        ..Three::sample()
    }
}

/// What the words of a case are, in this order: aims, timetable, two goals, ten actions.
fn words() -> Vec<String> {
    let written = Written {
        words: "Osaamiseni näkyy ja käytän siitä suuremman osan työssäni.".into(),
        levels: vec!["Näin on, kun tämä taso on saavutettu.".to_owned(); 5],
    };
    let goal = serde_json::to_string(&written).unwrap_or_default();
    let mut words = vec![
        "Löytää suunta työlle ja tehdä siitä tekoja.".to_owned(),
        "Neljä jaksoa kahden viikon välein, jatkokeskustelu kahden kuukauden päästä.".to_owned(),
        goal.clone(),
        goal,
    ];
    words.extend((1..=OWNERS.len()).map(|number| format!("{WHAT} ({number}).")));
    words
}

/// An agreement in force, goals rated at the start and actions: the three met a week after the case opened.
async fn agree(
    tx: &mut Tx,
    house: &House,
    (county, blueprint): (&County, &Blueprint),
    cases: &[MadeCase],
) -> Result<(), GenerateError> {
    let all: Vec<Three> = cases.iter().map(three_of).collect();
    let words: Vec<(Uuid, Vec<String>)> = all.iter().map(|three| (three.case_id, words())).collect();
    let mut sealed = house.vault.seal_new(tx, &words).await?;
    let (mut agreed, mut plans, mut acts) = (Vec::new(), Vec::new(), Vec::new());
    for ((three, case), words) in all.iter().zip(cases).zip(&mut sealed) {
        let mut seeded = Seeded::of(county.seed ^ 0xa6eed, three.case_id.as_u64_pair().1);
        let at = case.opened_at + Duration::days(8);
        let mut words = std::mem::take(words).into_iter();
        let mut next = || words.next().unwrap_or_default();
        let ends_on = clock::day(at + Duration::days(120));
        agreed.push(MadeAgreement { three, sealed: (next(), next()), ends_on, at });
        plans.extend(plan(blueprint, (three, at), &mut seeded, [next(), next()]));
        for owner in OWNERS {
            acts.push(action(county, (three, at), &mut seeded, (owner, next())));
        }
    }
    agreements::add_made(tx, &Terms::of(blueprint), &agreed).await?;
    if let Some(terms) = &blueprint.goals {
        goals::add_made(tx, terms.form, &plans).await?;
    }
    Ok(actions::add_made(tx, &acts).await?)
}

/// Two goals, rated by each; in one of six cases the supervisor has not rated yet.
fn plan<'t>(
    blueprint: &Blueprint,
    (three, at): (&'t Three, Moment),
    seeded: &mut Seeded,
    sealed: [Vec<u8>; 2],
) -> Option<MadePlan<'t>> {
    let terms = blueprint.goals.as_ref()?;
    let open = seeded.below(6) == 0;
    let areas: Vec<&str> = terms.areas.iter().map(|area| area.key.as_str()).collect();
    let goals = (1..).zip(sealed).map(|(weight, sealed)| MadeGoal {
        id: id(seeded, at),
        area: (!areas.is_empty()).then(|| seeded.one_of(&areas).to_owned()),
        weight,
        sealed,
        ratings: Party::ALL
            .iter()
            .filter(|party| !open || **party != Party::Supervisor)
            .map(|party| (*party, 0))
            .collect(),
    });
    let goals = goals.collect();
    Some(MadePlan { three, occasion: (terms.occasions.first()?.key.clone(), open), at, goals })
}

/// An action whose day is in the ten days before the middle of the round or the five weeks after it. Most of the past are
/// done, and so are some of the coming.
fn action<'t>(
    county: &County,
    (three, agreed_at): (&'t Three, Moment),
    seeded: &mut Seeded,
    (owner, what): (Party, Vec<u8>),
) -> MadeAction<'t> {
    let today = county.began + Duration::days(30);
    let days = i64::try_from(seeded.below(46)).unwrap_or_default() - 10;
    let done = seeded.chance(if days < 0 { 85 } else { 15 });
    MadeAction {
        three,
        id: id(seeded, agreed_at),
        owner,
        due_on: clock::day(today + Duration::days(days)),
        what,
        agreed_at,
        done_at: done.then(|| today - Duration::days(1)),
    }
}
