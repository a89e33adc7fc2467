//! Rounds that change and versions that are retired.
use urasilta::{privacy, programmes, walk::Walker};

use super::{opened, plan, published};
use crate::support::{Actor, Stage};

/// Kirsi plans a round; gives its id.
async fn planned(kirsi: &mut Actor, version: &str) -> String {
    kirsi.see("/rounds/new").await;
    kirsi.send_form("/rounds/new", &plan(version)).await;
    kirsi.page.path.split(['/', '?']).nth(2).unwrap().to_owned()
}

#[tokio::test]
async fn everything_of_a_planned_round_may_change_and_who_came_second_keeps_the_words() {
    let stage = Stage::new().await;
    let version = published(&stage).await;
    let mut kirsi = stage.actor("Kirsi").await;
    let id = planned(&mut kirsi, &version).await;
    let edit = format!("/rounds/{id}/edit");
    let mut other = stage.actor("Kirsi").await;
    let page = other.see(&edit).await;
    assert!(page.contains("Voit muuttaa kaikkea"), "{page}");
    assert!(other.page.html().contains("value=\"Syksy 2023\"") && other.page.html().contains("value=\"23.10.2023\""));
    kirsi.see(&edit).await;
    let mut mine = plan(&version);
    mine.retain(|(name, _)| !["selection", "places", "name_fi"].contains(name));
    mine.extend([("selection", "manual"), ("places", "12"), ("name_fi", "Talvi 2023")]);
    let page = kirsi.send_form(&edit, &mine).await;
    assert!(page.contains("Talvi 2023") && page.contains("12 paikkaa"), "{page}");
    other.submit(&edit, &plan(&version)).await;
    assert_eq!(other.page.status.as_u16(), 409);
    assert!(other.page.words().contains("Kierros muuttui, kun lomake oli auki"), "{}", other.page.words());
    assert!(other.page.html().contains("value=\"Syksy 2023\""), "the words are kept");
    let page = other.send_form(&edit, &plan(&version)).await;
    assert!(page.contains("Syksy 2023") && page.contains("30 paikkaa"), "sent again from the new page: {page}");
    stage.end().await;
}

#[tokio::test]
async fn a_new_round_has_the_terms_of_the_service_that_was_chosen_and_changes_them_with_it() {
    let stage = Stage::new().await;
    let first = published(&stage).await;
    let mut tx = stage.write().await;
    let text = programmes::shipped("palkeet-renewal-of-work").unwrap();
    let other = programmes::publish(&mut tx, stage.world.county, text, (None, None), stage.now()).await.unwrap();
    tx.commit().await.unwrap();
    let mut kirsi = stage.actor("Kirsi").await;
    let page = kirsi.see("/rounds/new").await;
    assert!(page.contains("Työn uusiutuminen, versio 2") && page.contains("Työuravalmennus, versio 1"), "{page}");
    assert!(kirsi.page.form("/rounds/new", "").is_none(), "the service is chosen first");
    let to = format!("/rounds/new?blueprint={}", other.blueprint_id);
    assert!(kirsi.page.addresses().contains(&to), "{:?}", kirsi.page.addresses());
    let terms = |kirsi: &Actor, start: &str| {
        let form = kirsi.page.form(start, "").unwrap();
        let pairs = form.pairs();
        let of = |name: &str| pairs.iter().find(|(field, _)| field == name).map(|(_, value)| value.clone()).unwrap();
        ["selection", "offer_days", "visits_per_package", "name_fi"].map(of)
    };
    kirsi.see(&to).await;
    assert_eq!(terms(&kirsi, "/rounds/new"), ["manual", "14", "8", ""]);
    assert!(kirsi.page.words().contains("Työn uusiutuminen, versio 2"));
    let mut form = kirsi.page.form("/rounds/new", "").unwrap();
    form.set("name_fi", "Syksy 2023");
    form.set("name_sv", "Hösten 2023");
    Walker::send_form(&mut kirsi, &form).await;
    let page = kirsi.page.words();
    assert!(page.contains("Työn uusiutuminen") && page.contains("palkeet-renewal-of-work @ 2"), "{page}");
    let edit = format!("{}/edit", kirsi.page.path.split('?').next().unwrap());
    kirsi.see(&edit).await;
    assert_eq!(terms(&kirsi, &edit), ["manual", "14", "8", "Syksy 2023"]);
    kirsi.see(&format!("{edit}?blueprint=")).await;
    let to = format!("{edit}?blueprint={first}");
    assert!(kirsi.page.addresses().contains(&to), "{:?}", kirsi.page.addresses());
    kirsi.see(&to).await;
    let [selection, offer_days, visits, name] = terms(&kirsi, &edit);
    assert_ne!((selection.as_str(), visits.as_str()), ("manual", "8"), "the other service's terms");
    assert_eq!((offer_days.as_str(), name.as_str()), ("7", "Syksy 2023"), "and the round's own name");
    let form = kirsi.page.form(&edit, "").unwrap();
    Walker::send_form(&mut kirsi, &form).await;
    assert!(kirsi.page.words().contains("keusote-coaching-pilot @ 1"), "{}", kirsi.page.words());
    stage.end().await;
}

#[tokio::test]
async fn an_open_round_grows_longer_and_wider_and_who_applied_is_told() {
    let stage = Stage::new().await;
    let id = opened(&stage).await;
    let mut maija = stage.actor("Maija").await;
    maija.see(&format!("/services/{id}/apply")).await;
    maija.send_form(&format!("/services/{id}/apply"), &[]).await;
    let mut kirsi = stage.actor("Kirsi").await;
    let round = kirsi.see(&format!("/rounds/{id}")).await;
    for link in ["Hakemukset", "Päätösten julkaiseminen", "Lisää hakija myöhässä", "raportti"] {
        assert!(round.to_lowercase().contains(&link.to_lowercase()), "{link}: {round}");
    }
    let edit = format!("/rounds/{id}/edit");
    kirsi.see(&edit).await;
    kirsi.submit(&edit, &[("closes_on", "20.10.2023"), ("places", "29")]).await;
    assert_eq!(kirsi.page.status.as_u16(), 422);
    let words = kirsi.page.words();
    assert!(words.contains("Hakuaikaa voi vain pidentää.") && words.contains("Paikkoja voi vain lisätä."), "{words}");
    let words = kirsi.send_form(&edit, &[("closes_on", "30.10.2023"), ("places", "32")]).await;
    assert!(words.contains("2.10.2023–30.10.2023") && words.contains("32 paikkaa") && words.contains("96"), "{words}");
    let letters = stage.letters().await;
    assert_eq!(letters.len(), 1, "Maija, whose application is not finished");
    assert_eq!(letters[0].subject, "Hakukierroksen tiedot ovat muuttuneet");
    assert!(!letters[0].text.contains("valmennus"), "{}", letters[0].text);
    kirsi.see(&edit).await;
    kirsi.send_form(&edit, &[("closes_on", "30.10.2023"), ("places", "32")]).await;
    assert!(stage.letters().await.is_empty(), "nothing changed, nobody is told");
    stage.on("25.10.2023");
    assert!(stage.visitor().see(&format!("/services/{id}")).await.contains("Aloita hakeminen"));
    assert_eq!(stage.actor("Pekka").await.status(&edit).await, 404);
    stage.end().await;
}

#[tokio::test]
async fn a_retired_version_begins_no_rounds_and_its_running_ones_go_on() {
    let stage = Stage::new().await;
    let id = opened(&stage).await;
    let version = published(&stage).await;
    let mut kirsi = stage.actor("Kirsi").await;
    let waiting = planned(&mut kirsi, &version).await;
    let mut tx = stage.write().await;
    let second = programmes::shipped("keusote-coaching-pilot")
        .unwrap()
        .replacen("version = 1", "version = 2", 1)
        .replace("offer_days = 7", "offer_days = 10");
    programmes::publish(&mut tx, stage.world.county, &second, (None, None), stage.now()).await.unwrap();
    tx.commit().await.unwrap();
    let list = kirsi.see("/blueprints").await;
    assert!(list.contains("Työuravalmennus, versio 2") && list.contains("Työuravalmennus, versio 1"), "{list}");
    let newest = kirsi.page.addresses().into_iter().find(|it| it.starts_with("/blueprints/versions/")).unwrap();
    let page = kirsi.see(&newest).await;
    assert!(page.contains("Hakeminen ja paikat (intake.offer_days) 7 10"), "what changed, side by side: {page}");
    let path = format!("/blueprints/versions/{version}");
    kirsi.see(&path).await;
    let page = kirsi.send_form(&format!("{path}/retirement"), &[]).await;
    assert!(page.contains("Versio on poistettu käytöstä."), "{page}");
    let page = kirsi.see("/rounds/new").await;
    assert!(page.contains("versio 2") && !page.contains("versio 1"), "{page}");
    assert!(kirsi.see(&format!("/rounds/{id}")).await.contains("Tämä kierros jatkuu sen mukaan"));
    assert!(stage.visitor().see(&format!("/services/{id}")).await.contains("Aloita hakeminen"), "the open one goes on");
    kirsi.see(&format!("/rounds/{waiting}/move")).await;
    kirsi.submit(&format!("/rounds/{waiting}/move"), &[]).await;
    assert_eq!(kirsi.page.status.as_u16(), 409, "a planned one needs another version");
    assert!(kirsi.page.words().contains("Vaihda kierrokselle toinen versio"), "{}", kirsi.page.words());
    assert_eq!(stage.actor("Pekka").await.status(&path).await, 404);
    stage.end().await;
}

#[tokio::test]
async fn a_service_whose_versions_are_all_retired_leaves_the_catalogue_and_says_so() {
    let stage = Stage::new().await;
    let version = published(&stage).await;
    let list = stage.visitor().see("/services").await;
    assert!(list.contains("Työuravalmennus"), "{list}");
    let mut visitor = stage.visitor();
    visitor.see("/services").await;
    let service = visitor.page.addresses().into_iter().find(|it| it.starts_with("/services/")).unwrap();
    let mut kirsi = stage.actor("Kirsi").await;
    kirsi.see(&format!("/blueprints/versions/{version}")).await;
    kirsi.send_form(&format!("/blueprints/versions/{version}/retirement"), &[]).await;
    assert!(visitor.see("/services").await.contains("Palveluja ei ole vielä julkaistu"));
    assert!(visitor.see(&service).await.contains("Palvelua ei enää järjestetä"));
    stage.end().await;
}

#[tokio::test]
async fn a_blueprint_comes_as_a_file_too_and_a_picture_is_refused() {
    let stage = Stage::new().await;
    let mut tx = stage.write().await;
    let seat = (stage.world.county, privacy::Role::Coordinator);
    let term = (stage.now(), privacy::Edge::open_end());
    privacy::give_seat(&mut tx, stage.world.human("Sara"), seat, term).await.unwrap();
    tx.commit().await.unwrap();
    let mut kirsi = stage.actor("Kirsi").await;
    kirsi.see("/blueprints").await;
    let form = kirsi.page.form("/blueprints/file", "").unwrap();
    for (name, bytes, words) in [
        ("kuva.toml", &[0x89_u8, 0x50, 0xff, 0xfe][..], "Tiedosto ei ole tekstiä."),
        ("tyhjä.toml", &b" \n"[..], "Valitse tiedosto."),
    ] {
        kirsi.send_file(&form, "file", (name, "application/toml", bytes)).await;
        assert_eq!(kirsi.page.status.as_u16(), 422);
        assert!(kirsi.page.words().contains(words), "{}", kirsi.page.words());
    }
    let whole = programmes::shipped("keusote-coaching-pilot").unwrap();
    let form = kirsi.page.form("/blueprints/file", "").unwrap();
    kirsi.send_file(&form, "file", ("palvelu.toml", "application/toml", whole.as_bytes())).await;
    assert_eq!(kirsi.page.status.as_u16(), 200, "{}", kirsi.page.words());
    assert!(kirsi.page.words().contains("Kuvaus on kunnossa"), "{}", kirsi.page.words());
    stage.end().await;
}

#[tokio::test]
async fn an_erratum_corrects_the_texts_of_a_running_round_and_no_rule() {
    let stage = Stage::new().await;
    let id = opened(&stage).await;
    let whole = programmes::shipped("keusote-coaching-pilot").unwrap();
    let county = stage.world.county;
    let corrected = whole.replacen("version = 1", "version = 1\nerratum = 1", 1).replacen(
        "name.fi = \"Työuravalmennus\"",
        "name.fi = \"Uravalmennus työssä\"",
        1,
    );
    let smuggled = corrected.replace("offer_days = 7", "offer_days = 30");
    let mut tx = stage.write().await;
    let refused = programmes::publish(&mut tx, county, &smuggled, (None, None), stage.now()).await;
    assert!(
        matches!(&refused, Err(programmes::Unpublished::MoreThanTexts(parts)) if parts == &["intake.offer_days"]),
        "{refused:?}"
    );
    let second = corrected.replacen("erratum = 1", "erratum = 2", 1);
    let refused = programmes::publish(&mut tx, county, &second, (None, None), stage.now()).await;
    assert!(matches!(refused, Err(programmes::Unpublished::NoBase)), "they follow one another");
    drop(tx);
    let mut kirsi = stage.actor("Kirsi").await;
    kirsi.see("/blueprints").await;
    let page = kirsi.send_form("/blueprints", &[("from", ""), ("source", &smuggled)]).await;
    assert!(page.contains("Tämä muuttaa muutakin: intake.offer_days."), "{page}");
    let path = kirsi.page.path.split('?').next().unwrap().to_owned();
    assert!(kirsi.send_form(&path, &[("source", &corrected)]).await.contains("se muuttaa vain tekstejä"));
    assert!(stage.visitor().see(&format!("/services/{id}")).await.contains("Työuravalmennus"));
    let mut tx = stage.write().await;
    programmes::publish(&mut tx, county, &corrected, (None, None), stage.now()).await.unwrap();
    tx.commit().await.unwrap();
    let page = stage.visitor().see(&format!("/services/{id}")).await;
    assert!(page.contains("Uravalmennus työssä"), "the running round says the corrected text: {page}");
    assert!(kirsi.see(&format!("/rounds/{id}")).await.contains("7 päivää"), "and keeps its terms");
    stage.end().await;
}
