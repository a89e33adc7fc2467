//! Reading a round's facts from the views of the slices before.
use std::collections::BTreeMap;

use uuid::Uuid;

use super::super::facts::{About, Applicant, Became, Facts, Measured, Named, Reached, WHOLE};
use crate::{
    clock::{self, Moment},
    db::{FromRow, Result, Tx},
    forms::{Answers, Instrument, QuestionKind},
    programmes::{self, Blueprint, Round, StepKind},
};

#[derive(FromRow)]
struct Line {
    person_id: Uuid,
    state: String,
    unit_name: String,
    service_area: String,
    title: String,
    education: String,
    submitted_at: Option<Moment>,
    answers: String,
    case_id: Option<Uuid>,
    provider_id: Option<Uuid>,
    case_state: Option<String>,
    visits_used: Option<i32>,
    opened_at: Option<Moment>,
    first_session_at: Option<Moment>,
}

/// Everything that the report of a round is made of.
pub async fn facts(tx: &mut Tx, round: &Round) -> Result<Facts> {
    let blueprint = programmes::blueprint_of(tx, round).await?;
    let expectations = expectations(&blueprint);
    let key = expectations.as_ref().map_or("", |(key, _)| key.as_str());
    let applicants = applicants(tx, round.id, key).await?;
    Ok(Facts {
        programme: blueprint.name.clone(),
        round: round.name(),
        packages: round.places.into(),
        visits_per_package: u64::try_from(round.visits_per_package).unwrap_or(0),
        applicants,
        measured: measured(tx, round.id).await?,
        became: became(tx, round.id).await?,
        together: super::three::together(tx, round.id, &blueprint).await?,
        leading: super::leading::leading(tx, round.id, &blueprint).await?,
        expectations: expectations.map(|(_, options)| options).unwrap_or_default(),
        instruments: instruments(&blueprint),
        feedback: feedback(&blueprint),
        points: points(&blueprint),
        kinds: kinds(&blueprint),
    })
}

async fn applicants(tx: &mut Tx, round_id: Uuid, ranking: &str) -> Result<Vec<Applicant>> {
    let lines: Vec<Line> = tx
        .sql(
            "select p.person_id, p.state, p.unit_name, p.service_area, p.title, p.education, p.submitted_at, p.answers, \
             c.case_id, c.provider_id, c.state as case_state, c.visits_used, c.opened_at, c.first_session_at \
             from intake_place p left join coaching_case_state c on c.application_id = p.application_id \
             where p.round_id = $1 order by p.submitted_at, p.application_id",
        )
        .bind(round_id)
        .all()
        .await?;
    // Who withdrew and applied again is one applicant.
    let mut people: BTreeMap<Uuid, Line> = BTreeMap::new();
    for line in lines {
        let stays = people.get(&line.person_id).is_some_and(|known| known.state != "withdrawn");
        if !stays {
            people.insert(line.person_id, line);
        }
    }
    Ok(people.into_values().map(|line| applicant(line, ranking)).collect())
}

fn applicant(line: Line, ranking: &str) -> Applicant {
    let reached = reached(&line);
    Applicant {
        reached,
        service_area: line.service_area,
        unit: line.unit_name,
        title: line.title,
        education: line.education,
        provider: line.provider_id,
        case_id: line.case_id,
        visits_used: u64::try_from(line.visits_used.unwrap_or(0)).unwrap_or(0),
        applied_on: line.submitted_at.map(clock::day),
        placed_on: line.opened_at.map(clock::day),
        first_session_on: line.first_session_at.map(clock::day),
        expectations: Answers::of_json(&line.answers).keys(ranking).to_vec(),
    }
}

fn reached(line: &Line) -> Reached {
    let case = line.case_state.as_deref().unwrap_or_default();
    if matches!(case, "completed" | "followed_up") {
        Reached::Completed
    } else if line.first_session_at.is_some() {
        Reached::Started
    } else if line.state == "accepted" || line.case_id.is_some() {
        Reached::Placed
    } else if matches!(line.state.as_str(), "submitted" | "ineligible" | "to_be_checked" | "withdrawn") {
        Reached::Applied
    } else {
        Reached::Eligible
    }
}

async fn measured(tx: &mut Tx, round_id: Uuid) -> Result<Vec<Measured>> {
    let rows: Vec<(Uuid, String, String, String)> = tx
        .sql("select case_id, instrument_key, phase, scores from surveys_measure where round_id = $1 order by case_id, instrument_key, phase")
        .bind(round_id)
        .all()
        .await?;
    let one = |(case_id, instrument, phase, scores): (Uuid, String, String, String)| {
        let scores: BTreeMap<String, f64> = serde_json::from_str(&scores).unwrap_or_default();
        Measured { case_id, instrument, phase, scores }
    };
    Ok(rows.into_iter().map(one).collect())
}

async fn became(tx: &mut Tx, round_id: Uuid) -> Result<Vec<Became>> {
    let rows: Vec<(Uuid, String, String)> = tx
        .sql("select case_id, at_point, kind from surveys_outcome where round_id = $1 order by case_id, at_point")
        .bind(round_id)
        .all()
        .await?;
    Ok(rows.into_iter().map(|(case_id, at_point, kind)| Became { case_id, at_point, kind }).collect())
}

/// Cases of the round that the provider has coached, the newest first: by the access to one of them it reads on.
pub async fn delivered(tx: &mut Tx, round_id: Uuid, provider_id: Uuid) -> Result<Vec<Uuid>> {
    let found: Vec<(Uuid,)> = tx
        .sql(
            "select case_id from coaching_case_state where round_id = $1 and provider_id = $2 \
             order by opened_at desc, case_id limit 20",
        )
        .bind(round_id)
        .bind(provider_id)
        .all()
        .await?;
    Ok(found.into_iter().map(|(case_id,)| case_id).collect())
}

/// The ranking question of the application with its options.
fn expectations(blueprint: &Blueprint) -> Option<(String, Vec<Named>)> {
    blueprint.intake.questions.iter().find_map(|question| match &question.kind {
        QuestionKind::Ranking { options, .. } => {
            let options = options.iter().map(|option| (option.key.clone(), option.text.clone()));
            Some((question.key.clone(), options.collect()))
        }
        _ => None,
    })
}

/// The instruments that the steps of a kind ask of participants, each once, in the order of the path.
fn asked(blueprint: &Blueprint, kind: StepKind) -> Vec<&Instrument> {
    let mut found: Vec<&Instrument> = Vec::new();
    let steps = blueprint.steps.iter().filter(|step| step.kind == kind && step.who.is_of_case());
    for instrument in steps.filter_map(|step| blueprint.instrument(step.instrument.as_deref()?)) {
        if found.iter().all(|known| known.key != instrument.key) {
            found.push(instrument);
        }
    }
    found
}

fn instruments(blueprint: &Blueprint) -> Vec<About> {
    let about = |instrument: &Instrument| {
        let whole = (WHOLE.to_owned(), instrument.name.clone());
        let parts = instrument.subscales.iter().map(|part| (part.key.clone(), part.name.clone()));
        of(instrument, std::iter::once(whole).chain(parts).collect())
    };
    asked(blueprint, StepKind::Instrument).into_iter().map(about).collect()
}

fn feedback(blueprint: &Blueprint) -> Vec<About> {
    let about =
        |form: &Instrument| of(form, form.items.iter().map(|item| (item.key.clone(), item.text.clone())).collect());
    asked(blueprint, StepKind::Feedback).into_iter().map(about).collect()
}

fn of(instrument: &Instrument, scores: Vec<Named>) -> About {
    About {
        key: instrument.key.clone(),
        name: instrument.name.clone(),
        scores,
        lowest: instrument.from.into(),
        highest: instrument.to.into(),
    }
}

fn points(blueprint: &Blueprint) -> Vec<Named> {
    let steps = blueprint.steps.iter().filter(|step| step.kind == StepKind::Outcome);
    steps.map(|step| (step.key.clone(), step.name.clone())).collect()
}

fn kinds(blueprint: &Blueprint) -> Vec<Named> {
    let options = asked(blueprint, StepKind::Outcome).into_iter().flat_map(|form| &form.questions);
    let options = options.filter_map(|question| match &question.kind {
        QuestionKind::OneOf { options } => Some(options),
        _ => None,
    });
    options.take(1).flatten().map(|option| (option.key.clone(), option.text.clone())).collect()
}
