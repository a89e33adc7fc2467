//! Periods of meetings, and what the participant writes around them.
use super::support::{book, coached, confirmed, held};
use crate::support::Stage;

const MARK: &str = "Jaksomerkki-Pajulintu";

#[tokio::test]
async fn maijas_preparation_is_hers_until_she_gives_it_to_aino_and_again_when_she_takes_it_back() {
    let stage = Stage::new().await;
    let case = coached(&stage).await;
    confirmed(&stage, &case).await;
    stage.letters().await;
    book(&stage, &case, ("12.10.2023", "13.00"), Some("1. jakso: Tilanne")).await;
    stage.letters().await;
    let mut maija = stage.actor("Maija").await;
    maija.see("/path").await;
    let page = maija.page.address(&format!("{case}/steps/"), "/preparation").unwrap();
    assert!(maija.see(&page).await.contains("Mitä työssäsi on nyt meneillään?"));
    let answers = [("now", MARK), ("change", ""), ("content", "4")];
    let keep = [&answers[..], &[("how", "keep")]].concat();
    let share = [&answers[..], &[("how", "share")]].concat();
    assert!(maija.send_form(&page, &keep).await.contains("Vain sinä näet vastauksesi."));
    let mut aino = stage.actor("Aino").await;
    assert_eq!(aino.status(&page).await, 404, "not given yet");
    assert!(!aino.see(&case).await.contains("Valmennettavan jakamat vastaukset"));
    assert!(maija.send_form(&page, &share).await.contains("Jaettu: Aino"));
    assert!(aino.see(&case).await.contains("Valmennettavan jakamat vastaukset"));
    assert!(aino.see(&page).await.contains(MARK));
    for name in ["Pekka", "Kirsi", "Olli", "Arja", "Eeva"] {
        assert_eq!(stage.actor(name).await.status(&page).await, 404, "{name}");
    }
    maija.see(&page).await;
    maija.send_form(&page, &keep).await;
    assert_eq!(aino.status(&page).await, 404, "taken back");
    let mut tx = stage.write().await;
    let (sealed,): (Vec<u8>,) = tx.sql("select sealed from period_answer").one().await.unwrap();
    assert!(!sealed.windows(MARK.len()).any(|part| part == MARK.as_bytes()), "it lies sealed");
    drop(tx);
    stage.end().await;
}

#[tokio::test]
async fn the_next_period_follows_when_its_meeting_is_agreed_and_the_path_tells_its_theme() {
    let stage = Stage::new().await;
    let case = coached(&stage).await;
    confirmed(&stage, &case).await;
    stage.letters().await;
    let joint = book(&stage, &case, ("12.10.2023", "13.00"), None).await;
    held(&stage, &joint, "12.10.2023").await;
    let mut aino = stage.actor("Aino").await;
    let page = aino.see(&format!("{case}/sessions/new")).await;
    let places = ["1. jakso: Tilanne", "2. jakso: Osaaminen näkyväksi"].map(|name| page.find(name).unwrap());
    assert!(places[0] < places[1] && !page.contains("Jatkokeskustelu"), "the period whose turn it is first: {page}");
    let first = book(&stage, &case, ("16.10.2023", "13.00"), None).await;
    assert!(aino.see(&first).await.contains("1. jakso: Tilanne · Tilanne"));
    held(&stage, &first, "16.10.2023").await;
    let mut aino = stage.actor("Aino").await;
    assert!(aino.see(&case).await.contains("1 / 3 käyntiä käytetty"));
    book(&stage, &case, ("19.10.2023", "13.00"), Some("2. jakso: Osaaminen")).await;
    stage.letters().await;
    let mut maija = stage.actor("Maija").await;
    let page = maija.see("/path").await;
    assert!(page.contains("Katse taaksepäin: 1. jakso: Tilanne") || page.contains("Vastaa kysymyksiin"), "{page}");
    let back = maija.page.address("/cases/", "/closing").unwrap();
    assert!(maija.see(&back).await.contains("Mikä tilanteessasi selkeni?"), "the first period is over");
    stage.end().await;
}
