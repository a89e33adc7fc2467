//! What the stories of supervisors begin with: a round of Palkeet's service, and coachings with their supervisors.
use urasilta::{
    clock,
    coaching::three,
    ident,
    privacy::{self, Class, Edge, Purpose, Reader, Role},
    programmes::{self, HandOn, NewRound, Selection, SupervisorPart},
    text::Text,
};
use uuid::Uuid;

use crate::support::{Actor, Stage};

/// A running round with these coachings, `(participant, supervisor)`; Aino coaches for Polku Valmennus.
pub async fn round(stage: &Stage, people: &[(&str, &str)]) -> Uuid {
    let mut tx = stage.write().await;
    let (county, now) = (stage.world.county, stage.now());
    let text = programmes::shipped("palkeet-renewal-of-work").unwrap();
    let published = programmes::publish(&mut tx, county, text, (None, None), now).await.unwrap();
    let today = clock::day(now);
    let new = NewRound {
        controller_id: county,
        programme_id: published.programme_id,
        blueprint_id: published.blueprint_id,
        name: Text::same("Syksy 2023"),
        opens_on: today,
        closes_on: today,
        places: 5,
        visits_per_package: 8,
        supervisor_part: SupervisorPart::IsTold,
        selection: Selection::Manual,
        offer_days: 14,
        hand_on: HandOn::Confirmed,
        returns_unused: true,
    };
    let id = programmes::create_round(&mut tx, &new, now).await.unwrap();
    let coordinator = Reader::Seat(privacy::seat_id(county, Role::Coordinator));
    open(stage, &mut tx, (coordinator, id, Class::Service, Purpose::Selection)).await;
    tx.commit().await.unwrap();
    for (participant, supervisor) in people {
        coaching(stage, id, (participant, supervisor)).await;
    }
    id
}

async fn open(
    stage: &Stage,
    tx: &mut urasilta::db::Tx,
    (reader, resource, class, purpose): (Reader, Uuid, Class, Purpose),
) {
    let edge = Edge {
        reader,
        resource,
        class,
        purpose,
        from: stage.now(),
        until: Edge::open_end(),
        because_event: ident::random(),
        controller_id: stage.world.county,
    };
    privacy::open_edge(tx, &edge).await.unwrap();
}

/// A coaching of the participant with the supervisor, who leads somewhere.
pub async fn coaching(stage: &Stage, round_id: Uuid, (participant, supervisor): (&str, &str)) -> Uuid {
    let mut tx = stage.write().await;
    let (case, now) = (ident::random(), stage.now());
    let (human, coach) = (stage.world.human(participant), stage.world.human("Aino"));
    tx.sql(
        "insert into coaching_case (id, round_id, application_id, person_id, human_id, controller_id, provider_id, \
         coach_human_id, coach_name, state, visits_granted, opened_at) \
         values ($1, $2, $3, $4, $5, $6, $7, $8, 'Aino Laine', 'running', 8, $9)",
    )
    .bind(case)
    .bind(round_id)
    .bind(ident::random())
    .bind(stage.world.person(participant))
    .bind(human)
    .bind(stage.world.county)
    .bind(stage.world.provider)
    .bind(coach)
    .bind(now)
    .execute()
    .await
    .unwrap();
    let provider = Reader::Seat(privacy::seat_id(stage.world.provider, Role::Provider));
    open(stage, &mut tx, (provider, case, Class::Service, Purpose::ServiceDelivery)).await;
    open(stage, &mut tx, (Reader::Human(coach), case, Class::Service, Purpose::Coaching)).await;
    let supervisor = stage.world.human(supervisor);
    name(stage, &mut tx, (case, supervisor)).await;
    tx.commit().await.unwrap();
    case
}

async fn name(stage: &Stage, tx: &mut urasilta::db::Tx, (case, supervisor): (Uuid, Uuid)) {
    let now = stage.now();
    let seat = (stage.world.county, Role::Supervisor);
    privacy::give_seat(tx, supervisor, seat, (now, Edge::open_end())).await.unwrap();
    let three = three::three_unseen(tx, case).await.unwrap().unwrap();
    let human = privacy::human(tx, supervisor).await.unwrap().unwrap();
    three::name_supervisor(tx, &three, (supervisor, &human.name), (supervisor, now)).await.unwrap();
}

/// Another supervisor takes the place in the coaching.
pub async fn rename(stage: &Stage, case: Uuid, supervisor: &str) {
    let mut tx = stage.write().await;
    let supervisor = stage.world.human(supervisor);
    name(stage, &mut tx, (case, supervisor)).await;
    tx.commit().await.unwrap();
}

/// Answers every statement of the measure with the number.
pub async fn answer(actor: &mut Actor, round: Uuid, phase: &str, number: i32) -> String {
    let page = format!("/track/{round}/measure/{phase}");
    actor.see(&page).await;
    let number = number.to_string();
    let keys = ["development", "mapping", "induction", "feedback", "raising", "wellbeing", "promises", "onward"];
    let fields: Vec<(&str, &str)> = keys.iter().map(|key| (*key, number.as_str())).collect();
    actor.send_form(&page, &fields).await
}
