//! Contracts with providers: fit before they are assigned, changed, and ended before their time.
use super::support::{accept, book, coached, contract_page, meet_requirements, name_coach};
use crate::support::{Stage, round};

#[tokio::test]
async fn a_provider_is_assigned_when_every_requirement_is_recorded_as_met() {
    let stage = Stage::new().await;
    let round = round(&stage).await;
    accept(&stage, round, "Maija", 1).await;
    stage.letters().await;
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
    ];
    let page = kirsi.send_form("/contracts", &fields).await;
    assert!(page.contains("Tuntee sosiaali- ja terveysalan työn"), "{page}");
    meet_requirements(&mut kirsi, 3).await;
    let page = kirsi.page.words();
    assert!(page.contains("Vaatimukset on kirjattu") && page.contains("Kirsi Salo · 2.10.2023"), "{page}");
    assert!(kirsi.see("/contracts").await.contains("Sopimusta odottavia valmennuksia: 1"), "three of four");
    let mut olli = stage.actor("Olli").await;
    assert!(!olli.see("/assignments").await.contains("Maija Virtanen"));
    let contract = contract_page(&stage).await;
    kirsi.see(&contract).await;
    meet_requirements(&mut kirsi, 1).await;
    assert!(!kirsi.see("/contracts").await.contains("odottavia"));
    let page = olli.see("/assignments").await;
    assert!(page.contains("Maija Virtanen") && page.contains("Julkaistut tulokset: 2023–2024"), "{page}");
    let report = olli.page.address("/assignments/", "/report").unwrap();
    olli.see(&report).await;
    stage.end().await;
}

#[tokio::test]
async fn access_follows_the_changed_last_day() {
    let stage = Stage::new().await;
    let case = coached(&stage).await;
    let contract = contract_page(&stage).await;
    let mut kirsi = stage.actor("Kirsi").await;
    kirsi.see(&format!("{contract}/edit")).await;
    let change = |ends_on: &'static str, packages: &'static str| {
        [
            ("name", "Valmennus"),
            ("starts_on", "1.9.2023"),
            ("ends_on", ends_on),
            ("packages", packages),
            ("visits", "1"),
        ]
    };
    kirsi.submit(&contract, &change("30.11.2023", "2")).await;
    assert_eq!(kirsi.page.status.as_u16(), 422, "three visits have been given");
    kirsi.see(&format!("{contract}/edit")).await;
    let page = kirsi.send_form(&contract, &change("29.2.2024", "6")).await;
    assert!(page.contains("Sopimusta on muutettu") && page.contains("29.2.2024"), "{page}");
    stage.on("15.1.2024");
    let (mut olli, mut aino) = (stage.actor("Olli").await, stage.actor("Aino").await);
    let assignment = case.replace("/cases/", "/assignments/");
    assert_eq!((olli.status(&assignment).await, aino.status(&case).await), (200, 200), "longer than it was");
    assert!(aino.see("/people").await.contains("Maija"));
    let mut kirsi = stage.actor("Kirsi").await;
    kirsi.see(&format!("{contract}/edit")).await;
    kirsi.send_form(&contract, &change("16.1.2024", "6")).await;
    stage.on("17.1.2024");
    let (mut olli, mut aino) = (stage.actor("Olli").await, stage.actor("Aino").await);
    assert_eq!((olli.status(&assignment).await, aino.status(&case).await), (404, 404), "and shorter");
    stage.end().await;
}

#[tokio::test]
async fn a_contract_ends_before_its_time_and_its_people_see_nothing_from_that_moment() {
    let stage = Stage::new().await;
    let case = coached(&stage).await;
    let meeting = book(&stage, &case, ("12.10.2023", "13.00")).await;
    stage.letters().await;
    let assignment = case.replace("/cases/", "/assignments/");
    let (mut olli, mut aino) = (stage.actor("Olli").await, stage.actor("Aino").await);
    aino.see(&case).await;
    aino.send_form(&format!("{case}/memo"), &[("memo", "Kaislaranta")]).await;
    let contract = contract_page(&stage).await;
    let mut kirsi = stage.actor("Kirsi").await;
    kirsi.see(&format!("{contract}/end")).await;
    kirsi.submit(&format!("{contract}/end"), &[]).await;
    assert_eq!(kirsi.page.status.as_u16(), 422, "a reason is chosen");
    let page = kirsi.send_form(&format!("{contract}/end"), &[("reason", "provider")]).await;
    assert!(page.contains("Sopimus on päätetty") && page.contains("Tuottaja ei voi jatkaa"), "{page}");
    for path in [&assignment, &contract] {
        assert_eq!(olli.status(path).await, 404, "{path}");
    }
    for path in [&case, &format!("{case}/memo"), &meeting] {
        assert_eq!(aino.status(path).await, 404, "{path}");
    }
    assert!(!olli.see("/assignments").await.contains("Maija") && !aino.see("/people").await.contains("Maija"));
    assert!(!aino.see("/today").await.contains("Maija"));
    assert_eq!(kirsi.status(&format!("{contract}/edit")).await, 409, "what has ended does not change");
    let told = stage.letters().await;
    assert!(told.iter().any(|letter| letter.to.starts_with("maija") && letter.text.contains("Valmentajasi vaihtuu")));
    let mut maija = stage.actor("Maija").await;
    assert!(maija.see(&format!("{case}/memo")).await.contains("Aiempien valmentajien"), "a new memo begins");
    assert!(maija.see(&format!("{case}/earlier")).await.contains("Kaislaranta"), "what is hers stays hers");
    assert!(kirsi.see("/contracts").await.contains("Sopimusta odottavia valmennuksia: 1"));
    // A new contract takes her on along the same path.
    super::support::contract(&stage, "Eeva").await;
    name_coach(&stage, "Eeva").await;
    stage.letters().await;
    let mut eeva = stage.actor("Eeva").await;
    let page = eeva.see(&case).await;
    assert!(page.contains("0 / 3 käyntiä käytetty") && !page.contains("Kaislaranta"), "{page}");
    assert!(!eeva.see(&format!("{case}/earlier")).await.contains("Kaislaranta"));
    stage.end().await;
}
