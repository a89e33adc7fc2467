//! The agreement as a PDF: for each of the three what their page shows, read back from the file, and nothing besides.
#[path = "../../../crates/pdf/tests/reading/mod.rs"]
mod reading;

use reading::{Read, read};
use uuid::Uuid;

use super::{AIMS, TIMES, support::Table};
use crate::support::Actor;

fn address(table: &Table, version: i32) -> String {
    format!("{}/agreed/{version}/agreement.pdf", table.case)
}

/// How often Pekka has looked at something of Maija.
async fn looks(table: &Table) -> usize {
    let (maija, pekka) = (table.three().await.person_id, table.stage.world.human("Pekka"));
    let looks = table.stage.house().views.all_of(maija, Uuid::nil()).await.unwrap();
    looks.iter().filter(|look| look.human_id == pekka).count()
}

async fn paper(one: &mut Actor, address: &str) -> Read {
    let page = one.get(address).await.clone();
    assert_eq!(page.status, 200, "{address}");
    let header = |name: &str| page.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default();
    assert_eq!(header("content-type"), "application/pdf");
    assert_eq!(header("cache-control"), "no-store");
    let name = header("content-disposition");
    assert!(name.starts_with("inline; filename=\"") && name.ends_with(".pdf\""), "{name}");
    assert!(!["Maija", "Virtanen", "Pekka", "Aino"].iter().any(|person| name.contains(person)), "{name}");
    let file = read(&page.bytes);
    assert_eq!(file.pages, 1, "{}", file.text);
    assert!(file.inside.contains("<pdfuaid:part>1<") && file.inside.contains("<pdfaid:part>2<"));
    file
}

#[tokio::test]
async fn each_of_the_three_keeps_on_paper_what_their_page_shows() {
    let mut table = Table::laid().await;
    let (agreed, first) = (format!("{}/agreed", table.case), address(&table, 1));
    assert_eq!(table.maija.status(&first).await, 404, "nothing has been noted");
    table.note(&format!("{AIMS}\n#panic(\"x\") [a] *b*"), TIMES, &["aims", "timetable"]).await;
    assert_eq!(table.pekka.status(&first).await, 404, "nothing has been confirmed");
    assert!(paper(&mut table.maija, &first).await.words().contains("Odottaa osallistujan vahvistusta"));
    table.confirm(&["aims"]).await;

    assert!(table.maija.see(&agreed).await.contains("Tallenna PDF-tiedostona, versio 1"));
    assert!(table.maija.page.html().contains(&first));
    for one in [&mut table.maija, &mut table.aino] {
        let said = paper(one, &first).await.words();
        for words in [AIMS, "#panic(\"x\") [a] *b*", TIMES, "Viimeistään 31.1.2024", "Voimassa", "Maija Virtanen"] {
            assert!(said.contains(words), "{words}: {said}");
        }
        assert!(said.contains("Osallistuja Maija Virtanen 2.10.2023") && said.contains("Pekka Odottaa"), "{said}");
    }
    let theirs = paper(&mut table.pekka, &first).await;
    assert!(theirs.words().contains("KURKI") && theirs.words().contains("Maija Virtanen"), "{}", theirs.text);
    for secret in ["JOUTSEN", "Aikataulu", "31.1.2024", "kerran kuussa"] {
        assert!(!theirs.words().contains(secret) && !theirs.inside.contains(secret), "{secret}: {}", theirs.text);
    }
    table.tap(true).await;
    let said = paper(&mut table.pekka, &first).await.words();
    assert!(said.contains("Esihenkilö Pekka 2.10.2023"), "{said}");

    let before = looks(&table).await;
    paper(&mut table.pekka, &first).await;
    assert_eq!(looks(&table).await, before + 1, "each look at a paper is a row of the view log");
    for stranger in ["Ville", "Kirsi", "Olli", "Arja"] {
        assert_eq!(table.stage.actor(stranger).await.status(&first).await, 404, "{stranger}");
    }
    for none in ["2", "0", "01", "x", "99999999999999999999"] {
        assert_eq!(table.maija.status(&format!("{agreed}/{none}/agreement.pdf")).await, 404, "{none}");
    }
    table.stage.letters().await;
    table.stage.end().await;
}

#[tokio::test]
async fn an_earlier_version_stays_on_paper_and_each_reads_in_their_language() {
    let mut table = Table::laid().await;
    let first = address(&table, 1);
    table.note(AIMS, TIMES, &["aims", "timetable"]).await;
    table.confirm(&["aims", "timetable"]).await;
    table.note("HAIKARA on uusi päämäärä", "KUOVI joka viikko", &["timetable"]).await;
    table.confirm(&["timetable"]).await;
    let said = paper(&mut table.maija, &first).await.words();
    assert!(said.contains("KURKI") && said.contains("Korvattu uudemmalla") && !said.contains("HAIKARA"), "{said}");
    let said = paper(&mut table.pekka, &first).await.words();
    assert!(said.contains("JOUTSEN") && !said.contains("KURKI"), "what was taken back is gone: {said}");
    let newest = address(&table, 2);
    let said = paper(&mut table.pekka, &newest).await.words();
    assert!(said.contains("KUOVI") && !said.contains("HAIKARA"), "{said}");
    let words = [("fi", "Sovittu yhdessä"), ("sv", "Överenskommet tillsammans"), ("en", "Agreed together")];
    for (lang, title) in words {
        let file = paper(&mut table.maija, &format!("{newest}?lang={lang}")).await;
        assert!(file.words().contains(title) && file.inside.contains(&format!("<rdf:li>{lang}")), "{}", file.text);
        assert!(!file.text.contains('⟦'), "{}", file.text);
    }
    table.name_supervisor("Heikki").await;
    for page in [&first, &newest] {
        assert_eq!(table.stage.actor("Heikki").await.status(page).await, 404, "nothing was confirmed for Heikki");
        assert_eq!(table.pekka.status(page).await, 404);
    }
    let said = paper(&mut table.maija, &format!("{newest}?lang=fi")).await.words();
    assert!(!said.contains("Heikki"), "it was not agreed with Heikki: {said}");
    table.stage.letters().await;
    table.stage.end().await;
}

#[tokio::test]
async fn where_it_is_signed_the_paper_has_the_names_and_a_line_for_who_has_not_signed() {
    let mut table = Table::laid().await;
    let (page, first) = (format!("{}/agreed/signature", table.case), address(&table, 1));
    table.note(AIMS, TIMES, &["aims"]).await;
    let mut tx = table.stage.write().await;
    tx.sql("update agreement set terms = '{\"signed\":true}'").execute().await.unwrap();
    tx.commit().await.unwrap();
    let said = paper(&mut table.maija, &first).await.words();
    assert!(!said.contains("Paikka ja päivä"), "nobody signs before it is confirmed: {said}");
    table.confirm(&["aims"]).await;
    table.maija.see(&page).await;
    assert!(table.maija.page.html().contains(&first));
    table.maija.send_form(&page, &[("name", "Maija K. Virtanen"), ("sure", "yes")]).await;
    let said = paper(&mut table.pekka, &first).await.words();
    assert!(said.contains("Osallistuja Maija K. Virtanen 2.10.2023"), "{said}");
    assert!(said.contains("Esihenkilö Pekka Ei vielä allekirjoitettu"), "{said}");
    assert!(said.contains("Pekka, esihenkilö") && said.contains("Aino, valmentaja"), "{said}");
    assert_eq!(said.matches("Paikka ja päivä").count(), 2, "{said}");
    for one in [&mut table.pekka, &mut table.aino] {
        one.see(&page).await;
        one.send_form(&page, &[("name", "Oma Nimi"), ("sure", "yes")]).await;
    }
    let said = paper(&mut table.maija, &first).await.words();
    assert_eq!(said.matches("Oma Nimi 2.10.2023").count(), 2, "{said}");
    assert!(!said.contains("Paikka ja päivä") && said.contains("Voimassa"), "{said}");
    table.stage.letters().await;
    table.stage.end().await;
}
