//! Naming the supervisor, and the meeting of the three as each of them sees it.
use super::support::{book, coached, confirmed, held};
use crate::{coaching::support::calendars, support::Stage};

#[tokio::test]
async fn nobody_is_told_before_maija_confirms_and_then_pekka_gets_the_time_alone() {
    let stage = Stage::new().await;
    let case = coached(&stage).await;
    let mut maija = stage.actor("Maija").await;
    let page = maija.see("/path").await;
    assert!(
        page.contains("Vahvista, kuka on esihenkilösi") && page.contains("Esihenkilöä ei ole vielä vahvistettu"),
        "{page}"
    );
    assert!(
        !page.contains("Aloituskokous") && !page.contains("Parisparraus"),
        "what is not hers is not on her path: {page}"
    );
    let mut pekka = stage.actor("Pekka").await;
    assert!(!pekka.see("/waiting").await.contains("Maija"));
    let mut aino = stage.actor("Aino").await;
    assert!(aino.see(&format!("{case}/sessions/new")).await.contains("ei ole vielä vahvistanut"));
    let meeting = book(&stage, &case, ("12.10.2023", "13.00"), None).await;
    assert_eq!(calendars(&stage.letters().await).len(), 2, "only the two who are known");

    confirmed(&stage, &case).await;
    let letters = stage.letters().await;
    assert_eq!(letters.iter().filter(|letter| letter.to == "pekka@example.invalid").count(), 2);
    let uid = format!("UID:{}@urasilta SEQUENCE:1", meeting.rsplit('/').next().unwrap());
    assert_eq!(calendars(&letters), [("pekka@example.invalid", "REQUEST", uid)]);
    for letter in &letters {
        let all = format!("{letter:?}").to_lowercase();
        for word in ["valmennu", "virtanen", "maija", "kirjastokatu", "uusiutumi"] {
            assert!(!all.contains(word), "{word} in {all}");
        }
    }
    let page = pekka.see("/waiting").await;
    assert!(page.contains("Yhteinen keskustelu: Maija Virtanen") && page.contains("12.10.2023"), "{page}");
    let talk = pekka.page.address("/talks/", "").unwrap();
    let page = pekka.see(&talk).await;
    for words in ["12.10.2023 klo 13.00", "Kirjastokatu 1", "Osallistuja: Maija Virtanen", "valmentaja: Aino"] {
        assert!(page.contains(words), "{words} in {page}");
    }
    assert!(!page.contains("uistio") && !page.contains("Tilanne"), "{page}");
    let ics = pekka.send("GET", &format!("{talk}/calendar.ics"), None).await.html();
    assert!(ics.contains("SUMMARY:Tapaaminen") && ics.contains("/talks/") && !ics.contains("Kirjastokatu"), "{ics}");
    for shut in [case.clone(), meeting.clone(), format!("{case}/memo"), format!("{case}/supervisor")] {
        assert_eq!(pekka.status(&shut).await, 404, "{shut}");
    }
    assert_eq!(stage.actor("Ville").await.status(&talk).await, 404);
    let page = maija.see("/path").await;
    assert!(
        page.contains("Mukana esihenkilö Pekka Niemi")
            && page.contains("Esihenkilölle Pekka Niemi ei ole jaettu muuta"),
        "{page}"
    );
    assert!(aino.see(&case).await.contains("Esihenkilö Pekka Niemi: yhteisten keskustelujen"));
    stage.end().await;
}

#[tokio::test]
async fn pekka_proposes_another_time_cannot_come_and_they_meet_without_him() {
    let stage = Stage::new().await;
    let case = coached(&stage).await;
    confirmed(&stage, &case).await;
    let meeting = book(&stage, &case, ("12.10.2023", "13.00"), None).await;
    stage.letters().await;
    let mut pekka = stage.actor("Pekka").await;
    pekka.see("/waiting").await;
    let talk = pekka.page.address("/talks/", "").unwrap();
    pekka.see(&talk).await;
    pekka.send_form(&format!("{talk}/times"), &[("day1", "13.10.2023"), ("time1", "9.00")]).await;
    assert_eq!(stage.letters().await.len(), 1, "the coach alone is told");
    let mut maija = stage.actor("Maija").await;
    assert!(!maija.see(&meeting).await.contains("13.10.2023"), "the coach answers the supervisor");
    let mut aino = stage.actor("Aino").await;
    assert!(aino.see(&meeting).await.contains("Esihenkilön ehdotus"));
    let time = aino.page.html().split("name=\"time\" value=\"").nth(1).unwrap()[..36].to_owned();
    aino.send_form(&format!("{meeting}/choice"), &[("time", &time)]).await;
    assert_eq!(calendars(&stage.letters().await).len(), 3, "all three get the new time");

    assert!(pekka.see(&talk).await.contains("13.10.2023"));
    let page = pekka.send_form(&format!("{talk}/absence"), &[]).await;
    assert!(page.contains("Valmentaja saa tiedon") && !page.contains("Yhteinen keskustelu: Maija"), "{page}");
    assert_eq!(stage.letters().await.len(), 1);
    assert!(aino.see(&meeting).await.contains("Pekka Niemi on ilmoittanut, ettei pääse silloin."));
    held(&stage, &meeting, "13.10.2023").await;
    let page = stage.actor("Aino").await.see(&case).await;
    assert!(page.contains("0 / 3 käyntiä käytetty"), "a meeting of the three uses no visit: {page}");
    stage.end().await;
}

#[tokio::test]
async fn maija_names_somebody_else_and_the_one_before_sees_nothing_any_more() {
    let stage = Stage::new().await;
    let case = coached(&stage).await;
    confirmed(&stage, &case).await;
    book(&stage, &case, ("12.10.2023", "13.00"), None).await;
    stage.letters().await;
    let mut pekka = stage.actor("Pekka").await;
    pekka.see("/waiting").await;
    let talk = pekka.page.address("/talks/", "").unwrap();
    let mut tx = stage.write().await;
    let heikki = Some(stage.world.person("Heikki"));
    urasilta::people::set_unit_supervisor(&mut tx, stage.world.clinic, heikki).await.unwrap();
    tx.commit().await.unwrap();
    let mut maija = stage.actor("Maija").await;
    let path = format!("{case}/supervisor");
    assert!(maija.see(&path).await.contains("Nyt vahvistettu: Pekka Niemi."));
    maija.submit(&path, &[("who", "other"), ("name", "Ville Åkerlund")]).await;
    assert_eq!(maija.page.status.as_u16(), 422);
    assert!(maija.page.words().contains("ei löydy rekisteristä"), "Ville leads nobody: {}", maija.page.words());
    maija.send_form(&path, &[("who", "other"), ("name", "heikki laakso")]).await;
    let letters = stage.letters().await;
    let sent: Vec<_> = calendars(&letters).into_iter().map(|(to, method, _)| (to, method)).collect();
    assert_eq!(sent, [("pekka@example.invalid", "CANCEL"), ("heikki@example.invalid", "REQUEST")]);
    assert_eq!(pekka.status(&talk).await, 404);
    assert!(!pekka.see("/waiting").await.contains("Maija"));
    stage.end().await;
}
