//! What the service asks of its provider: the state's operating environment and the law on public servants.
use uuid::Uuid;

use super::support::round;
use crate::{
    coaching::support::{accept, add_coach, contract_page, meet_requirements, name_coach},
    support::{Actor, Stage},
};

/// Olli tries to name Aino the coach of the case, past every page.
async fn try_by_hand(stage: &Stage, olli: &mut Actor, case: Uuid) -> u16 {
    olli.see("/assignments").await;
    let mut fields = olli.page.hidden("/signout").unwrap();
    fields.push(("coach".to_owned(), stage.world.human("Aino").to_string()));
    olli.post(&format!("/assignments/{case}/coach"), &fields).await;
    olli.page.status.as_u16()
}

#[tokio::test]
async fn a_provider_who_has_not_shown_to_know_the_state_and_its_law_is_assigned_nobody() {
    let stage = Stage::new().await;
    let round = round(&stage).await;
    accept(&stage, round, "Maija", 1).await;
    stage.letters().await;
    let (provider, round) = (stage.world.provider.to_string(), round.to_string());
    let mut kirsi = stage.actor("Kirsi").await;
    kirsi.see("/contracts/new").await;
    let fields = [
        ("name", "Työn uusiutuminen 2023"),
        ("provider", provider.as_str()),
        ("round", round.as_str()),
        ("starts_on", "1.9.2023"),
        ("ends_on", "31.12.2023"),
        ("packages", "2"),
        ("visits", "8"),
    ];
    let page = kirsi.send_form("/contracts", &fields).await;
    for words in [
        "Tuottajalle voi antaa valmennuksia, kun palvelun kaikki vaatimukset on kirjattu täytetyiksi.",
        "Tuntee valtionhallinnon toimintaympäristön",
        "Tuntee valtion virkamieslain",
    ] {
        assert!(page.contains(words), "{words}\n{page}");
    }
    add_coach(&stage, "Aino").await;
    stage.letters().await;
    let (case,): (Uuid,) = stage.write().await.sql("select id from coaching_case").one().await.unwrap();

    let mut olli = stage.actor("Olli").await;
    assert!(!olli.see("/assignments").await.contains("Maija Virtanen"), "{}", olli.page.words());
    assert_eq!(try_by_hand(&stage, &mut olli, case).await, 404, "not by hand either");
    let contract = contract_page(&stage).await;
    let page = kirsi.see(&contract).await;
    assert!(!page.contains("Kirsi Salo ·"), "nothing has been seen to be met: {page}");
    // The first two are what the state asks; the other three do not do without them, nor they without the others.
    meet_requirements(&mut kirsi, 1).await;
    stage.on("3.10.2023");
    let mut kirsi = stage.actor("Kirsi").await;
    kirsi.see(&contract).await;
    meet_requirements(&mut kirsi, 3).await;
    assert!(kirsi.see("/contracts").await.contains("Sopimusta odottavia valmennuksia: 1"), "four of five");
    let mut olli = stage.actor("Olli").await;
    assert_eq!(try_by_hand(&stage, &mut olli, case).await, 404, "four of five");

    kirsi.see(&contract).await;
    meet_requirements(&mut kirsi, 1).await;
    let page = kirsi.page.words();
    let [first, others] = ["Kirsi Salo · 2.10.2023", "Kirsi Salo · 3.10.2023"].map(|by| page.matches(by).count());
    assert_eq!((first, others), (1, 4), "by whom and when: {page}");
    assert!(olli.see("/assignments").await.contains("Maija Virtanen"), "{}", olli.page.words());
    name_coach(&stage, "Aino").await;
    stage.letters().await;
    assert!(stage.actor("Aino").await.see("/people").await.contains("Maija"));
    stage.end().await;
}
