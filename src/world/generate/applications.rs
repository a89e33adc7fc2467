//! A round and its applications, in every state they can be in.
use chrono::{Duration, NaiveDate};
use indicatif::ProgressBar;
use uuid::Uuid;

use super::{
    GenerateError, id,
    staff::{County, Somebody},
};
use crate::{
    clock,
    db::Tx,
    forms::{Answer, Answers},
    house::House,
    intake::{self, Made, Start, State, Work},
    people::sort_key,
    privacy::Role,
    programmes::{self, HandOn, NewRound, RoundState, Selection, SupervisorPart},
    text::Text,
    world::seed::Seeded,
};

/// How many applications go into one transaction.
const BATCH: usize = 2_000;

/// The states and how common they are.
const STATES: &[(State, usize)] = &[
    (State::Eligible, 52),
    (State::ToBeChecked, 10),
    (State::Ineligible, 6),
    (State::OnReserve, 8),
    (State::Offered, 3),
    (State::Accepted, 15),
    (State::Refused, 2),
    (State::Withdrawn, 2),
    (State::Draft, 2),
];

/// Opens a round and writes its applications.
pub async fn fill(house: &House, county: &County, (apply, bar): (usize, &ProgressBar)) -> Result<Uuid, GenerateError> {
    let mut tx = house.db.write().await?;
    let round_id = open_round(&mut tx, county, (&PILOT, apply / 5 + 1)).await?;
    tx.commit().await?;
    let numbers: Vec<usize> = applicants(county, apply).collect();
    bar.inc_length(u64::try_from(numbers.len()).unwrap_or_default());
    for batch in numbers.chunks(BATCH) {
        let made: Vec<Made> = batch.iter().map(|number| application(county, round_id, *number)).collect();
        let mut tx = house.db.write().await?;
        intake::add_made(&mut tx, round_id, &made).await?;
        tx.commit().await?;
        bar.inc(u64::try_from(batch.len()).unwrap_or_default());
    }
    Ok(round_id)
}

/// The service that a round is of.
pub struct Kind {
    pub blueprint: &'static str,
    /// In Finnish, Swedish and English.
    pub name: [&'static str; 3],
    pub visits: i32,
}

/// The round of those who apply.
pub const PILOT: Kind = Kind {
    blueprint: "keusote-coaching-pilot",
    name: ["Työuravalmennus, syksy", "Karriärcoachning, hösten", "Career coaching, autumn"],
    visits: 3,
};

/// Opens a round of so many places.
pub async fn open_round(tx: &mut Tx, county: &County, (kind, places): (&Kind, usize)) -> Result<Uuid, GenerateError> {
    let text = programmes::shipped(kind.blueprint).unwrap_or_default();
    let (coordinator, now) = (county.seated(Role::Coordinator, 0).id, county.began);
    let published = programmes::publish(tx, county.id, text, (None, Some(coordinator)), now).await?;
    let opens_on: NaiveDate = clock::day(now);
    let new = NewRound {
        controller_id: county.id,
        programme_id: published.programme_id,
        blueprint_id: published.blueprint_id,
        name: Text { fi: kind.name[0].into(), sv: Some(kind.name[1].into()), en: Some(kind.name[2].into()) },
        opens_on,
        closes_on: clock::day(now + Duration::days(60)),
        places: i32::try_from(places).unwrap_or(i32::MAX),
        visits_per_package: kind.visits,
        supervisor_part: SupervisorPart::IsTold,
        selection: Selection::FirstCome,
        offer_days: 7,
        hand_on: HandOn::Confirmed,
        returns_unused: true,
    };
    let id = programmes::create_round(tx, &new, now).await?;
    if let Some(round) = programmes::round(tx, id).await? {
        programmes::move_round(tx, &round, RoundState::Open, (Some(coordinator), now)).await?;
    }
    Ok(id)
}

/// The numbers of those who apply, spread over all people.
pub fn applicants(county: &County, apply: usize) -> impl Iterator<Item = usize> {
    let people = county.people;
    (0..apply).map(move |place| place * people / apply.max(1))
}

/// The application of the somebody with this number.
pub fn application(county: &County, round_id: Uuid, number: usize) -> Made {
    let Somebody { person, employment, unit, .. } = county.somebody(number);
    let unit = &county.units[unit];
    let mut seeded = Seeded::of(county.seed ^ 0xa991, u64::try_from(number).unwrap_or_default());
    let weights: Vec<usize> = STATES.iter().map(|(_, weight)| *weight).collect();
    let (state, _) = STATES[seeded.weighted(&weights)];
    let minutes = i64::try_from(seeded.below(29 * 24 * 60)).unwrap_or_default();
    let at = county.began + Duration::minutes(minutes);
    let work = Work {
        employment_id: Some(employment.id),
        unit_name: unit.name.clone(),
        service_area: unit.service_area.clone(),
        title: employment.title.clone(),
        education: employment.education.code().to_owned(),
        supervisor_id: None,
    };
    let start = Start {
        id: id(&mut seeded, at),
        round_id,
        controller_id: county.id,
        human_id: person.human_id,
        person_id: person.id,
        ticket: format!("{:016x}", seeded.draw()),
        first_name: person.first_name.clone(),
        last_name: person.last_name.clone(),
        sort_key: sort_key(&person.last_name, &person.first_name),
        work,
        late: false,
        at,
    };
    let offered = matches!(state, State::Offered | State::Accepted | State::Refused);
    Made {
        start,
        state,
        answers: answers(&mut seeded).to_json(),
        submitted_at: (state != State::Draft).then_some(at + Duration::minutes(12)),
        offer: offered.then(|| (id(&mut seeded, at), 3)),
    }
}

fn answers(seeded: &mut Seeded) -> Answers {
    const EXPECTED: [&str; 7] = [
        "career_planning",
        "opportunities",
        "motivation",
        "recognise_competence",
        "use_competence",
        "strengths",
        "develop_competence",
    ];
    let order = seeded.order(&[16, 13, 10, 8, 6, 5, 4]);
    let mut answers = Answers::default();
    let keys = order.into_iter().take(3).map(|place| EXPECTED[place].to_owned()).collect();
    answers.set("expectations", Some(Answer::Keys(keys)));
    answers
}
