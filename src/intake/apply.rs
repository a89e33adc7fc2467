//! Applying: a draft, its answers, and sending it. The rules judge in the same act.
use uuid::Uuid;

use super::{
    application::{Act, State},
    record::{Application, Start, Support, Work},
    scene::{News, Scene},
    selection,
    store::{self, Counts, Stop},
};
use crate::{
    clock,
    db::{Result, Tx},
    events::Event,
    ident,
    people::{self, Employment, Person, sort_key},
    privacy::{self, Class, Edge, Purpose, Reader},
    programmes::{
        self, Blueprint, Round, SupervisorPart,
        audience::{self, Facts, Outcome, RuleOutcome},
    },
};

/// What came of beginning to apply.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Started {
    New(Uuid),
    /// There was an application to this round already.
    There(Uuid),
    /// The human has no employment in the organisation that offers the round.
    NotStaff,
}

/// Begins an application of the person, whom `human_id` is in the register.
pub async fn start(tx: &mut Tx, round: &Round, human_id: Uuid, scene: Scene<'_>) -> Result<Started> {
    let Some(person) = people::person_of(tx, human_id, round.controller_id).await? else {
        return Ok(Started::NotStaff);
    };
    start_of(tx, round, &person, (scene, false)).await
}

/// [`start`] for a known person; `late` when the coordinator adds somebody after the closing day.
pub async fn start_of(
    tx: &mut Tx,
    round: &Round,
    person: &Person,
    (scene, late): (Scene<'_>, bool),
) -> Result<Started> {
    let mut counts = Counts::default();
    let started = start_counted(tx, round, person, (scene, late, &mut counts)).await?;
    counts.write(tx, round.id).await?;
    Ok(started)
}

/// [`start_of`] within an act that counts more.
pub async fn start_counted(
    tx: &mut Tx,
    round: &Round,
    person: &Person,
    (scene, late, counts): (Scene<'_>, bool, &mut Counts),
) -> Result<Started> {
    if let Some((id, _)) = store::of_person(tx, round.id, person.id).await? {
        return Ok(Started::There(id));
    }
    let Some((employment, work)) = work_of(tx, person.id).await? else { return Ok(Started::NotStaff) };
    if employment.ends_on.is_some_and(|end| end < clock::day(scene.now)) {
        return Ok(Started::NotStaff);
    }
    let start = Start {
        id: ident::at(scene.now),
        round_id: round.id,
        controller_id: round.controller_id,
        human_id: person.human_id,
        person_id: person.id,
        ticket: selection::new_ticket(),
        first_name: person.first_name.clone(),
        last_name: person.last_name.clone(),
        sort_key: sort_key(&person.last_name, &person.first_name),
        work,
        late,
        at: scene.now,
    };
    if !store::insert(tx, &start).await? {
        let there = store::of_person(tx, round.id, person.id).await?;
        return Ok(there.map_or(Started::NotStaff, |(id, _)| Started::There(id)));
    }
    open_own(tx, &start, scene).await?;
    counts.add("state", State::Draft.code(), 1);
    Ok(Started::New(start.id))
}

/// The applicant reads the own application from now on.
async fn open_own(tx: &mut Tx, start: &Start, scene: Scene<'_>) -> Result<()> {
    let event = Event::new("application.started", start.id, start.controller_id, scene.now)
        .fact("round", start.round_id.to_string())
        .by(scene.by);
    let because_event = event.record(tx).await?;
    let edge = Edge {
        reader: Reader::Human(start.human_id),
        resource: start.id,
        class: Class::Own,
        purpose: Purpose::OwnAffairs,
        from: scene.now,
        until: Edge::open_end(),
        because_event,
        controller_id: start.controller_id,
    };
    privacy::open_edge(tx, &edge).await
}

/// Where the person works now; `None` without an employment.
pub async fn work_of(tx: &mut Tx, person_id: Uuid) -> Result<Option<(Employment, Work)>> {
    let Some(employment) = people::employment(tx, person_id).await? else { return Ok(None) };
    let unit = people::unit(tx, employment.unit_id).await?;
    let supervisor = people::supervisor_of(tx, person_id).await?;
    let work = Work {
        employment_id: Some(employment.id),
        unit_name: unit.as_ref().map(|unit| unit.name.clone()).unwrap_or_default(),
        service_area: unit.map(|unit| unit.service_area).unwrap_or_default(),
        title: employment.title.clone(),
        education: employment.education.code().to_owned(),
        supervisor_id: supervisor.map(|person| person.human_id),
    };
    Ok(Some((employment, work)))
}

/// What the rules find of an employment, and the points it has by the priorities.
pub fn judge(
    blueprint: &Blueprint,
    (employment, work): (&Employment, &Work),
    today: chrono::NaiveDate,
) -> (Act, Vec<RuleOutcome>, i64) {
    let facts = Facts::of(employment, (&work.unit_name, &work.service_area), today);
    let verdict = audience::judge(&blueprint.audience, &facts);
    let act = match verdict.outcome {
        Outcome::Met => Act::FindEligible,
        Outcome::NotMet => Act::FindIneligible,
        Outcome::Unknown => Act::LeaveToPerson,
    };
    let facts = facts.with_title_group(&blueprint.audience.titles);
    let met = blueprint.intake.priority.iter().filter(|line| line.when.truth(&facts) == Outcome::Met);
    (act, verdict.reasons, met.map(|line| i64::from(line.points)).sum())
}

/// Sends the draft: judged, counted, its supervisor asked where the round says so, and receipted.
pub async fn submit(
    tx: &mut Tx,
    (round, blueprint): (&Round, &Blueprint),
    application: &mut Application,
    scene: Scene<'_>,
) -> Result<(), Stop> {
    let (employment, work) = work_of(tx, application.person_id).await?.ok_or(Stop::Cannot)?;
    let (found, reasons, score) = judge(blueprint, (&employment, &work), clock::day(scene.now));
    application.verdict = serde_json::to_string(&reasons).unwrap_or_else(|_| "[]".to_owned());
    application.score = score;
    application.supervisor_id = work.supervisor_id;
    // Who is told is told of an accepted place, not of a wish: see `tell_of_place`.
    let asked = round.supervisor_part == SupervisorPart::Approves && found != Act::FindIneligible;
    application.support = if asked { Support::Waiting } else { Support::None };
    if !store::send(tx, application, &work, scene.now).await? {
        return Err(Stop::Changed);
    }
    let mut counts = Counts::default();
    count_work(&mut counts, &work);
    store::advance(tx, application, Act::Submit, (&mut counts, scene.now)).await?;
    store::advance(tx, application, found, (&mut counts, scene.now)).await?;
    let because_event = scene.event(tx, "application.submitted", application).await?;
    tell_supervisor(tx, application, (scene, because_event)).await?;
    scene.tell(tx, application.human_id, (News::Receipt, format!("/applications/{}", application.id))).await?;
    counts.write(tx, round.id).await?;
    Ok(())
}

fn count_work(counts: &mut Counts, work: &Work) {
    for (kind, value) in [
        ("area", &work.service_area),
        ("unit", &work.unit_name),
        ("title", &work.title),
        ("education", &work.education),
    ] {
        counts.add(kind, value.clone(), 1);
    }
}

/// Somebody who was named says yes: the application stands as if it had been sent and found eligible by a person. What
/// the rules found is kept; the supervisor has no say, and is told of the place as the round has it.
pub async fn enter_named(
    tx: &mut Tx,
    blueprint: &Blueprint,
    application: &mut Application,
    (counts, scene): (&mut Counts, Scene<'_>),
) -> Result<(), Stop> {
    let (employment, work) = work_of(tx, application.person_id).await?.ok_or(Stop::Cannot)?;
    let (_, reasons, score) = judge(blueprint, (&employment, &work), clock::day(scene.now));
    application.verdict = serde_json::to_string(&reasons).unwrap_or_else(|_| "[]".to_owned());
    application.score = score;
    application.supervisor_id = work.supervisor_id;
    if !store::send(tx, application, &work, scene.now).await? {
        return Err(Stop::Changed);
    }
    count_work(counts, &work);
    store::advance(tx, application, Act::Submit, (counts, scene.now)).await?;
    store::advance(tx, application, Act::FindEligible, (counts, scene.now)).await?;
    scene.event(tx, "application.named", application).await?;
    Ok(())
}

/// Where the round says so, the supervisor at this moment is told of an accepted place. A wish that got no place stays
/// the applicant's own.
pub async fn tell_of_place(
    tx: &mut Tx,
    application: &mut Application,
    (scene, because_event): (Scene<'_>, Uuid),
) -> Result<()> {
    let round = programmes::round(tx, application.round_id).await?;
    if round.is_none_or(|round| round.supervisor_part != SupervisorPart::IsTold) {
        return Ok(());
    }
    let Some((_, work)) = work_of(tx, application.person_id).await? else { return Ok(()) };
    // Who leads the unit has no supervisor there to be told.
    application.supervisor_id = work.supervisor_id.filter(|supervisor| *supervisor != application.human_id);
    application.support = Support::Told;
    store::support::tell(tx, application.id, application.supervisor_id).await?;
    tell_supervisor(tx, application, (scene, because_event)).await
}

/// The supervisor who has a part may see who it is about, and which service: nothing of the answers.
async fn tell_supervisor(
    tx: &mut Tx,
    application: &Application,
    (scene, because_event): (Scene<'_>, Uuid),
) -> Result<()> {
    let (Support::Told | Support::Waiting, Some(supervisor)) = (application.support, application.supervisor_id) else {
        return Ok(());
    };
    let edge = Edge {
        reader: Reader::Human(supervisor),
        resource: application.id,
        class: Class::Agreed,
        purpose: Purpose::Supervision,
        from: scene.now,
        until: scene.now + chrono::Duration::days(180),
        because_event,
        controller_id: application.controller_id,
    };
    privacy::open_edge(tx, &edge).await?;
    // The supervisor's own desk, which lists these applications.
    privacy::open_edge(tx, &Edge { resource: supervisor, ..edge }).await?;
    let news = if application.support == Support::Waiting { News::SupervisorAsked } else { News::SupervisorTold };
    scene.tell(tx, supervisor, (news, "/waiting".to_owned())).await
}
