//! A round is reviewed in words, the next version is begun from it, and two rounds stand side by side.
use urasilta::{programmes, text::Text};
use uuid::Uuid;

use crate::support::{Applied, Stage, applied, round};

async fn set_state(stage: &Stage, id: Uuid, state: &str) {
    let mut tx = stage.write().await;
    let sql = tx.sql("update round set state = $2 where id = $1").bind(id).bind(state.to_owned());
    sql.execute().await.unwrap();
    tx.commit().await.unwrap();
}

async fn filled(stage: &Stage, id: Uuid, people: usize) {
    let mut tx = stage.write().await;
    for i in 0..people {
        let visits = (i % 11 < 9).then(|| i32::try_from(i % 3).unwrap() + 1);
        let who = Applied { area: "Terveys", title: "Ohjaaja", education: "higher", visits };
        applied(stage, &mut tx, id, &who).await;
    }
    tx.commit().await.unwrap();
}

#[tokio::test]
async fn the_parties_write_what_worked_and_the_next_version_cites_it() {
    let stage = Stage::new().await;
    let id = round(&stage).await;
    filled(&stage, id, 4).await;
    set_state(&stage, id, "running").await;
    let (mut kirsi, path) = (stage.actor("Kirsi").await, format!("/rounds/{id}/review"));
    assert!(kirsi.see(&path).await.contains("Kierros on kesken"));
    set_state(&stage, id, "closed").await;
    kirsi.see(&format!("/rounds/{id}")).await;
    assert!(kirsi.page.addresses().contains(&path), "{:?}", kirsi.page.addresses());
    let by_move = format!("/rounds/{id}/move");
    let page = kirsi.see(&by_move).await;
    assert!(page.contains("Kierros on arvioitu, kun sen arviointi on kirjoitettu"), "{page}");
    let by_hand = [kirsi.page.hidden("/signout").unwrap(), vec![("to".to_owned(), "reviewed".to_owned())]].concat();
    kirsi.post(&by_move, &by_hand).await;
    assert_eq!(kirsi.page.status.as_u16(), 422, "not by hand either");
    assert!(kirsi.page.words().contains("merkitty valmiiksi"), "{}", kirsi.page.words());
    assert!(kirsi.see(&format!("/rounds/{id}")).await.contains("Päättynyt"), "the round stays a closed one");
    kirsi.see(&path).await;
    kirsi.submit(&path, &[("held_on", "1.6.2018"), ("present", "Anja Rautio, Polku Valmennus")]).await;
    assert!(kirsi.page.words().contains("Kirjoita, mikä toimi."), "{}", kirsi.page.words());
    let form = [
        ("held_on", "1.6.2018"),
        ("present", "Anja Rautio, palveluesihenkilö"),
        ("worked", "Jokainen sai sanat osaamiselleen."),
        ("changes", "Esihenkilö saa oman tapaamisen\nTyöpaja lisätään"),
        ("changes_sv", "Chefen får en egen träff"),
    ];
    kirsi.submit(&path, &form).await;
    assert!(kirsi.page.words().contains("Kirjoita yhtä monta riviä kuin suomeksi"), "{}", kirsi.page.words());
    let form = [&form[..4], &[("changes_sv", "Chefen får en egen träff\nEn workshop läggs till")]].concat();
    assert!(kirsi.send_form(&path, &form).await.contains("Arviointi on tallennettu luonnokseksi."));
    let mut olli = stage.actor("Olli").await;
    let own = format!("/assignments/{id}/report");
    assert!(!olli.see(&own).await.contains("Jokainen sai sanat"), "a draft is the coordinators'");
    let page = kirsi.see(&path).await;
    assert!(page.contains("ei ole kirjoitettu englanniksi") && !page.contains("kirjoitettu ruotsiksi"), "{page}");
    let page = kirsi.send_form(&format!("{path}/finishing"), &[]).await;
    assert!(page.contains("Arviointi on valmis.") && page.contains("Työpaja lisätään"), "{page}");
    assert!(kirsi.see(&format!("/rounds/{id}")).await.contains("Arvioitu"), "the round is a reviewed one");
    assert!(olli.see(&own).await.contains("Jokainen sai sanat"), "the provider reads it: {}", olli.page.words());
    kirsi.see(&path).await;
    let page = kirsi.send_form(&format!("{path}/draft"), &[]).await;
    assert!(page.contains("Luonnos on aloitettu."), "{page}");
    let html = kirsi.page.html();
    for words in [
        "version = 2",
        "keusote-coaching-pilot@1",
        "Esihenkilö saa oman tapaamisen",
        "En workshop läggs till",
        "1.6.2018",
    ] {
        assert!(html.contains(words), "{words}\n{html}");
    }
    kirsi.see(&path).await;
    assert!(kirsi.page.address("/blueprints/", "").is_some(), "the draft is found from the review");
    assert_eq!(stage.actor("Pekka").await.status(&path).await, 404);
    stage.end().await;
}

#[tokio::test]
async fn two_rounds_stand_side_by_side_and_small_ones_tell_no_numbers() {
    let stage = Stage::new().await;
    let (big, small) = (round(&stage).await, round(&stage).await);
    filled(&stage, big, 39).await;
    filled(&stage, small, 4).await;
    let mut tx = stage.write().await;
    let name = serde_json::to_string(&Text::same("Syksy")).unwrap();
    tx.sql("update round set name = $2 where id = $1").bind(small).bind(name).execute().await.unwrap();
    tx.commit().await.unwrap();
    for id in [big, small] {
        set_state(&stage, id, "closed").await;
    }
    let mut kirsi = stage.actor("Kirsi").await;
    let report = format!("/rounds/{big}/report");
    kirsi.see(&report).await;
    kirsi.send_form(&report, &[]).await;
    assert!(kirsi.see("/rounds/compare").await.contains("Valitse kaksi kierrosta"));
    let page = kirsi.see(&format!("/rounds/compare?a={big}&b={small}")).await;
    for words in [
        "Syksy: luvut ovat liian pieniä kertoakseen mitään",
        "Haki",
        "39",
        "Ei kerrota",
        "Luvuista ei voi päätellä, mistä erot johtuvat.",
        "Arviointia ei ole kirjoitettu.",
    ] {
        assert!(page.contains(words), "{words}\n{page}");
    }
    for causal in ["vaikutti", "ansiosta", "paransi"] {
        assert!(!page.contains(causal), "{causal}");
    }
    assert!(!kirsi.page.html().contains("<td data-label=\"Syksy\">4"), "four people are no number");
    assert_eq!(stage.actor("Olli").await.status("/rounds/compare").await, 404);
    let sound = programmes::shipped("palkeet-renewal-of-work");
    assert!(sound.is_some(), "the service with two versions comes with the house");
    stage.end().await;
}
