//! What the stories of three begin with: a round of the service in which participant, supervisor and coach meet.
use urasilta::{
    people,
    programmes::{HandOn, NewRound, Selection, SupervisorPart},
};
use uuid::Uuid;

use crate::{
    coaching::support::{accept, contract, contract_page, meet_requirements, name_coach},
    support::{Stage, round_of},
};

/// A running round of the second version in the county; Pekka leads the ward in which Maija works.
pub async fn round(stage: &Stage) -> Uuid {
    let mut tx = stage.write().await;
    people::set_unit_supervisor(&mut tx, stage.world.ward, Some(stage.world.person("Pekka"))).await.unwrap();
    tx.commit().await.unwrap();
    let terms = |new| NewRound {
        places: 5,
        supervisor_part: SupervisorPart::IsTold,
        selection: Selection::Manual,
        offer_days: 14,
        hand_on: HandOn::Confirmed,
        ..new
    };
    round_of(stage, "palkeet-renewal-of-work", terms).await
}

/// Maija's case with Aino as her coach; she has read how it goes. Gives its address for the coach.
pub async fn coached(stage: &Stage) -> String {
    let round = round(stage).await;
    contract(stage, "Aino").await;
    let page = contract_page(stage).await;
    let mut kirsi = stage.actor("Kirsi").await;
    kirsi.see(&page).await;
    meet_requirements(&mut kirsi, 9).await;
    accept(stage, round, "Maija", 1).await;
    stage.letters().await;
    name_coach(stage, "Aino").await;
    stage.letters().await;
    let mut maija = stage.actor("Maija").await;
    maija.see("/path").await;
    let reading = maija.page.address("/cases/", "/reading").unwrap();
    maija.send_form(&reading, &[]).await;
    let mut aino = stage.actor("Aino").await;
    aino.see("/people").await;
    aino.page.address("/cases/", "").unwrap()
}

/// Maija confirms that Pekka is her supervisor.
pub async fn confirmed(stage: &Stage, case: &str) {
    let mut maija = stage.actor("Maija").await;
    let path = format!("{case}/supervisor");
    maija.see(&path).await;
    let pekka = stage.world.human("Pekka").to_string();
    let page = maija.send_form(&path, &[("who", &pekka), ("name", "")]).await;
    assert!(page.contains("Esihenkilö on vahvistettu."), "{page}");
}

/// Aino books a meeting of the step whose name it is, or of the one that is proposed; gives its address.
pub async fn book(stage: &Stage, case: &str, (day, time): (&str, &str), period: Option<&str>) -> String {
    let mut aino = stage.actor("Aino").await;
    aino.see(&format!("{case}/sessions/new")).await;
    let step = period.map(|name| value_of(&aino.page.html(), name));
    let mut fields = vec![
        ("way", "place"),
        ("place", "Kirjastokatu 1"),
        ("minutes", "60"),
        ("whose_time", "work"),
        ("day1", day),
        ("time1", time),
        ("roster_seen", "yes"),
        ("how", "book"),
    ];
    if let Some(step) = &step {
        fields.push(("step", step.as_str()));
    }
    let page = aino.send_form(&format!("{case}/sessions"), &fields).await;
    assert!(page.contains("Tapaaminen on sovittu"), "{page}");
    aino.page.address("/sessions/", "").unwrap()
}

/// The value of the radio button with this label.
pub fn value_of(html: &str, label: &str) -> String {
    let before =
        html.split(label).next().filter(|before| before.len() < html.len()).unwrap_or_else(|| panic!("{label}"));
    before.rsplit("value=\"").next().unwrap()[..36].to_owned()
}

/// The meeting's time has come, and Aino marks it as held.
pub async fn held(stage: &Stage, meeting: &str, day: &str) {
    stage.on(day);
    stage.later(chrono::Duration::hours(8));
    let mut aino = stage.actor("Aino").await;
    aino.see(meeting).await;
    let page = aino.send_form(&format!("{meeting}/held"), &[]).await;
    assert!(page.contains("Maija"), "{page}");
    stage.letters().await;
}
