//! A round of the pilot with its applicants written straight into the tables: for stories of what comes after.
use urasilta::{
    db::Tx,
    ident,
    privacy::{self, Class, Edge, Purpose, Reader, Role},
    programmes::{self, HandOn, NewRound, Selection, SupervisorPart},
    text::Text,
};
use uuid::Uuid;

use super::Stage;

/// A round of `keusote-coaching-pilot` in the county, which its coordinators may read.
pub async fn round(stage: &Stage) -> Uuid {
    round_of(stage, "keusote-coaching-pilot", |new| new).await
}

/// A round of a shipped service, on other terms.
pub async fn round_of(stage: &Stage, service: &str, terms: impl FnOnce(NewRound) -> NewRound) -> Uuid {
    let mut tx = stage.write().await;
    let (county, now) = (stage.world.county, stage.now());
    let text = programmes::shipped(service).unwrap();
    let published = programmes::publish(&mut tx, county, text, (None, None), now).await.unwrap();
    let today = urasilta::clock::day(now);
    let new = NewRound {
        controller_id: county,
        programme_id: published.programme_id,
        blueprint_id: published.blueprint_id,
        name: Text::same("2023–2024"),
        opens_on: today,
        closes_on: today,
        places: 30,
        visits_per_package: 3,
        supervisor_part: SupervisorPart::IsNotTold,
        selection: Selection::FirstCome,
        offer_days: 7,
        hand_on: HandOn::Automatic,
        returns_unused: true,
    };
    let id = programmes::create_round(&mut tx, &terms(new), now).await.unwrap();
    let edge = Edge {
        reader: Reader::Seat(privacy::seat_id(county, Role::Coordinator)),
        resource: id,
        class: Class::Service,
        purpose: Purpose::Selection,
        from: now,
        until: Edge::open_end(),
        because_event: ident::random(),
        controller_id: county,
    };
    privacy::open_edge(&mut tx, &edge).await.unwrap();
    tx.commit().await.unwrap();
    id
}

/// Somebody who applied: where they work, and whether they have come through the coaching.
pub struct Applied<'a> {
    pub area: &'a str,
    pub title: &'a str,
    pub education: &'a str,
    /// None: without a place; else the visits used in a completed coaching.
    pub visits: Option<i32>,
}

/// An application that was sent today, and its case when there is a place; gives the application's id.
pub async fn applied(stage: &Stage, tx: &mut Tx, round_id: Uuid, who: &Applied<'_>) -> Uuid {
    let (id, now) = (ident::random(), stage.now());
    let (human, person) = (stage.world.human("Maija"), stage.world.person("Maija"));
    tx.sql(
        "insert into application (id, round_id, controller_id, human_id, person_id, state, answers, ticket, first_name, \
         last_name, sort_key, unit_name, service_area, title, education, started_at, saved_at, submitted_at) \
         values ($1, $2, $3, $4, $5, $6, $7, 't', 'A', 'B', $8, $9, $10, $11, $12, $13, $13, $13)",
    )
    .bind(id)
    .bind(round_id)
    .bind(stage.world.county)
    .bind(human)
    .bind(ident::random())
    .bind(if who.visits.is_some() { "accepted" } else { "eligible" })
    .bind(r#"{"expectations":{"keys":["plan","self"]}}"#)
    .bind(vec![0_u8])
    .bind(format!("Yksikkö {id}"))
    .bind(who.area.to_owned())
    .bind(who.title.to_owned())
    .bind(who.education.to_owned())
    .bind(now)
    .execute()
    .await
    .unwrap();
    let Some(visits) = who.visits else { return id };
    let case = ident::random();
    tx.sql(
        "insert into coaching_case (id, round_id, application_id, person_id, human_id, controller_id, provider_id, state, \
         visits_granted, visits_used, opened_at, first_session_at, ended_at) \
         values ($1, $2, $3, $4, $5, $6, $7, 'completed', 3, $8, $9, $9, $9)",
    )
    .bind(case)
    .bind(round_id)
    .bind(id)
    .bind(person)
    .bind(human)
    .bind(stage.world.county)
    .bind(stage.world.provider)
    .bind(visits)
    .bind(now)
    .execute()
    .await
    .unwrap();
    read_by_provider(stage, tx, case).await;
    id
}

/// The provider reads the case, as when it was placed under a contract.
async fn read_by_provider(stage: &Stage, tx: &mut Tx, case: Uuid) {
    let edge = Edge {
        reader: Reader::Seat(privacy::seat_id(stage.world.provider, Role::Provider)),
        resource: case,
        class: Class::Service,
        purpose: Purpose::ServiceDelivery,
        from: stage.now(),
        until: Edge::open_end(),
        because_event: ident::random(),
        controller_id: stage.world.county,
    };
    privacy::open_edge(tx, &edge).await.unwrap();
}
