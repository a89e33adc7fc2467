//! What the stories of coaching begin with: a round, a contract, a case with its coach.
use urasilta::{
    clock, ident, jobs,
    mail::Letter,
    privacy::{self, Class, Edge, Purpose, Reader},
};
use uuid::Uuid;

use crate::support::{Actor, Stage, round};

/// Somebody has accepted a place in the round; the case is asked for `times` times.
pub async fn accept(stage: &Stage, round_id: Uuid, name: &'static str, times: usize) {
    let mut tx = stage.write().await;
    let application_id = ident::at(stage.now());
    tx.sql(
        "insert into application (id, round_id, controller_id, human_id, person_id, state, ticket, first_name, last_name, \
         sort_key, unit_name, service_area, title, education, started_at, saved_at, submitted_at) \
         values ($1, $2, $3, $4, $5, 'accepted', $6, $7, '', $8, '', '', '', 'secondary', $9, $9, $9)",
    )
    .bind(application_id)
    .bind(round_id)
    .bind(stage.world.county)
    .bind(stage.world.human(name))
    .bind(stage.world.person(name))
    .bind(ident::random().to_string())
    .bind(name.to_owned())
    .bind(vec![0_u8])
    .bind(stage.now())
    .execute()
    .await
    .unwrap();
    tx.sql(
        "insert into offer (id, application_id, round_id, visits, state, offered_at, answer_by) \
         values ($1, $2, $3, 3, 'accepted', $4, $5)",
    )
    .bind(ident::random())
    .bind(application_id)
    .bind(round_id)
    .bind(stage.now())
    .bind(clock::day(stage.now()))
    .execute()
    .await
    .unwrap();
    let edge = Edge {
        reader: Reader::Human(stage.world.human(name)),
        resource: application_id,
        class: Class::Own,
        purpose: Purpose::OwnAffairs,
        from: stage.now(),
        until: Edge::open_end(),
        because_event: application_id,
        controller_id: stage.world.county,
    };
    privacy::open_edge(&mut tx, &edge).await.unwrap();
    for _ in 0..times {
        let order = serde_json::json!({ "application_id": application_id });
        jobs::ask(&mut tx, "coaching.open_case", &order, stage.now()).await.unwrap();
    }
    tx.commit().await.unwrap();
}

/// Kirsi records a contract until the end of 2023 and Olli adds a coach to it.
pub async fn contract(stage: &Stage, coach: &str) {
    let provider = stage.world.provider.to_string();
    let mut kirsi = stage.actor("Kirsi").await;
    kirsi.see("/contracts/new").await;
    let fields = [
        ("name", "Valmennus 2023"),
        ("provider", provider.as_str()),
        ("starts_on", "1.9.2023"),
        ("ends_on", "31.12.2023"),
        ("packages", "2"),
        ("visits", "3"),
        ("returns_unused", "yes"),
        ("no_show_uses_visit", "yes"),
    ];
    let page = kirsi.send_form("/contracts", &fields).await;
    assert!(page.contains("Sopimus on kirjattu") && page.contains("Polku Valmennus Oy"), "{page}");
    meet_requirements(&mut kirsi, 4).await;
    add_coach(stage, coach).await;
}

/// On the contract's page Kirsi records so many of the requirements that are open.
pub async fn meet_requirements(kirsi: &mut Actor, so_many: usize) {
    let contract = kirsi.page.path.split('?').next().unwrap().to_owned();
    let html = kirsi.page.html();
    let keys: Vec<&str> =
        html.split("name=\"met\" value=\"").skip(1).filter_map(|rest| rest.split('"').next()).take(so_many).collect();
    let fields: Vec<(&str, &str)> = keys.iter().map(|key| ("met", *key)).collect();
    if !fields.is_empty() {
        kirsi.send_form(&format!("{contract}/requirements"), &fields).await;
    }
}

/// The address of the one contract, for the coordinator.
pub async fn contract_page(stage: &Stage) -> String {
    let mut kirsi = stage.actor("Kirsi").await;
    kirsi.see("/contracts").await;
    kirsi.page.addresses().into_iter().find(|to| to.starts_with("/contracts/") && !to.ends_with("new")).unwrap()
}

/// The address of the one round, for the coordinator.
pub async fn round_page(stage: &Stage) -> String {
    let mut kirsi = stage.actor("Kirsi").await;
    kirsi.see("/rounds").await;
    kirsi.page.addresses().into_iter().find(|to| to.starts_with("/rounds/") && !to.ends_with("new")).unwrap()
}

pub async fn add_coach(stage: &Stage, coach: &str) {
    let mut olli = stage.actor("Olli").await;
    olli.see("/assignments/coaches").await;
    let contract = olli.page.html().split("name=\"contract\" value=\"").nth(1).unwrap()[..36].to_owned();
    let address = format!("{}@example.invalid", coach.to_lowercase());
    let fields = [("name", coach), ("address", address.as_str()), ("contract", contract.as_str())];
    let page = olli.send_form("/assignments/coaches", &fields).await;
    assert!(page.contains("Valmentaja on lisätty"), "{page}");
}

/// Olli names the coach of the first case on his list.
pub async fn name_coach(stage: &Stage, coach: &str) {
    let mut olli = stage.actor("Olli").await;
    olli.see("/assignments").await;
    let case = olli
        .page
        .addresses()
        .into_iter()
        .find(|address| address.starts_with("/assignments/") && !address.ends_with("coaches"))
        .unwrap();
    olli.see(&case).await;
    let coach = stage.world.human(coach).to_string();
    let page = olli.send_form(&format!("{case}/coach"), &[("coach", &coach)]).await;
    assert!(page.contains("Valmentaja on nimetty"), "{page}");
}

/// Maija's case with Aino as her coach; gives its address for the coach.
pub async fn coached(stage: &Stage) -> String {
    let round = round(stage).await;
    contract(stage, "Aino").await;
    accept(stage, round, "Maija", 1).await;
    stage.letters().await;
    name_coach(stage, "Aino").await;
    stage.letters().await;
    let mut aino = stage.actor("Aino").await;
    aino.see("/people").await;
    aino.page.address("/cases/", "").unwrap()
}

/// Aino books a time directly; gives the meeting's address.
pub async fn book(stage: &Stage, case: &str, (day, time): (&str, &str)) -> String {
    let mut aino = stage.actor("Aino").await;
    aino.see(&format!("{case}/sessions/new")).await;
    let fields = [
        ("way", "place"),
        ("place", "Kirjastokatu 1"),
        ("minutes", "90"),
        ("whose_time", "work"),
        ("day1", day),
        ("time1", time),
        ("roster_seen", "yes"),
        ("how", "book"),
    ];
    let page = aino.send_form(&format!("{case}/sessions"), &fields).await;
    assert!(page.contains("Tapaaminen on sovittu"), "{page}");
    aino.page.address("/sessions/", "").unwrap()
}

pub fn calendars(letters: &[Letter]) -> Vec<(&str, &str, String)> {
    let of = |letter: &'_ Letter| {
        let text = letter.calendar.as_ref()?.text.replace("\r\n ", "");
        let line = |name: &str| text.lines().find(|line| line.starts_with(name)).unwrap_or_default().to_owned();
        Some(format!("{} {}", line("UID"), line("SEQUENCE")))
    };
    letters
        .iter()
        .filter_map(|letter| Some((letter.to.as_str(), letter.calendar.as_ref()?.method.as_str(), of(letter)?)))
        .collect()
}

/// Takes the order to hand visits on from the queue, which the applications' slice does.
pub async fn stage_forget_hand_on(stage: &Stage, visits: i64) {
    let mut tx = stage.write().await;
    let orders: Vec<(String,)> = tx.sql("select payload from job where kind = 'intake.hand_on'").all().await.unwrap();
    let order: serde_json::Value = serde_json::from_str(&orders[0].0).unwrap();
    assert_eq!((orders.len(), order["visits"].as_i64()), (1, Some(visits)));
    tx.sql("delete from job where kind = 'intake.hand_on'").execute().await.unwrap();
    tx.commit().await.unwrap();
}

/// Aino asks the closing questions, Maija gives her private address, and Aino ends the coaching; two visits go back.
pub async fn ended(stage: &Stage, case: &str) {
    let mut aino = stage.actor("Aino").await;
    aino.see(&format!("{case}/completion")).await;
    aino.send_form(&format!("{case}/closing"), &[]).await;
    let mut maija = stage.actor("Maija").await;
    maija.see(&format!("{case}/contact")).await;
    maija.send_form(&format!("{case}/contact"), &[("address", "maija@koti.example"), ("phone", "")]).await;
    aino.see(&format!("{case}/completion")).await;
    let page = aino.send_form(&format!("{case}/completion"), &[]).await;
    assert!(page.contains("Valmennus on päätetty"), "{page}");
    stage_forget_hand_on(stage, 2).await;
    stage.letters().await;
}
