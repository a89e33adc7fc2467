//! Stories of "Sovittu yhdessä": prepared apart, noted together, confirmed by each.
mod paper;
mod support;

use chrono::Duration;
use support::{Table, link};
use urasilta::{agreements, coaching::three::Shared, mail::Letter};

use crate::support::{Actor, Stage};

const AIMS: &str = "KURKI pyrkii uuteen tehtävään";
const TIMES: &str = "JOUTSEN kerran kuussa";

async fn letters(stage: &Stage) -> Vec<Letter> {
    let letters = stage.letters().await;
    for letter in &letters {
        let said = format!("{} {}", letter.subject, letter.text);
        for secret in [AIMS, TIMES, "Maija", "Pekka", "Aino", "Urapolku"] {
            assert!(!said.contains(secret), "{secret} stands in a letter: {said}");
        }
    }
    letters
}

/// What is ticked on the page that asks what is shared.
fn ticked(actor: &Actor, end: &str) -> Vec<String> {
    let form = actor.page.form("/cases/", end).unwrap();
    form.fields.into_iter().find(|field| field.name == "shares").unwrap().values
}

#[tokio::test]
async fn no_box_is_ticked_before_the_participant_has_ticked_it_once_for_this_supervisor() {
    let mut table = Table::laid().await;
    let agreed = format!("{}/agreed", table.case);
    table.aino.see(&format!("{agreed}?note=1")).await;
    assert_eq!(ticked(&table.aino, "/agreed"), [] as [&str; 0]);
    table.note(AIMS, TIMES, &["aims", "timetable"]).await;
    table.maija.see(&format!("{agreed}/confirmation")).await;
    assert_eq!(ticked(&table.maija, "/confirmation"), [] as [&str; 0]);
    table.confirm(&["aims"]).await;
    table.note(AIMS, "JOUTSEN kahdesti kuussa", &["aims", "timetable"]).await;
    table.maija.see(&format!("{agreed}/confirmation")).await;
    assert_eq!(ticked(&table.maija, "/confirmation"), ["aims"], "what was given is not asked again");
    table.confirm(&["aims"]).await;
    table.name_supervisor("Kirsi").await;
    table.maija.see(&format!("{agreed}/confirmation")).await;
    assert_eq!(ticked(&table.maija, "/confirmation"), [] as [&str; 0], "it was given to Pekka");
    letters(&table.stage).await;
    table.stage.end().await;
}

#[tokio::test]
async fn nothing_is_shared_before_the_participant_confirms_and_what_is_unticked_stays_hidden() {
    let mut table = Table::laid().await;
    let (case, agreed) = (table.case.clone(), format!("{}/agreed", table.case));
    let page = table.note(AIMS, TIMES, &["aims", "timetable", "actions"]).await;
    assert!(page.contains("Sovittu on tallennettu") && page.contains("Odottaa osallistujan vahvistusta"), "{page}");
    let mail = letters(&table.stage).await;
    assert!(link(&mail, "maija", "/cases/").ends_with("/agreed/confirmation"));

    let page = table.pekka.see(&agreed).await;
    assert!(page.contains("Täällä ei ole vielä mitään luettavaa"), "{page}");
    for secret in ["KURKI", "JOUTSEN", "toimenpiteet", "31.1.2024"] {
        assert!(!table.pekka.page.html().contains(secret), "{secret}: {page}");
    }
    assert_eq!(table.pekka.status(&format!("{agreed}/confirmation")).await, 404);
    assert!(!table.pekka.see("/waiting").await.contains("Vahvista"));
    assert_eq!(table.shared().await, []);

    let page = table.maija.see("/path").await;
    assert!(page.contains("Vahvista, mitä olette sopineet"), "{page}");
    let preview = table.maija.see(&format!("{agreed}/as-supervisor?try=1&shares=aims")).await;
    assert!(preview.contains("Näin Pekka näkee tämän") && preview.contains("KURKI"), "{preview}");
    assert!(!preview.contains("JOUTSEN") && !preview.contains("31.1.2024"), "{preview}");
    let page = table.confirm(&["aims", "actions"]).await;
    assert!(page.contains("Voimassa") && page.contains("JOUTSEN"), "{page}");
    assert_eq!(table.shared().await, [Shared::Aims, Shared::Actions]);

    let page = table.pekka.see(&agreed).await;
    assert!(page.contains("KURKI") && page.contains("Sovitut toimenpiteet"), "{page}");
    assert!(!page.contains("JOUTSEN") && !page.contains("Aikataulu") && !page.contains("31.1.2024"), "{page}");
    assert_eq!(table.pekka.status(&format!("{agreed}/as-supervisor")).await, 404);
    assert!(table.pekka.see("/waiting").await.contains("Vahvista"));
    letters(&table.stage).await;
    assert!(table.tap(true).await.contains("Pekka vahvisti 2.10.2023"));
    assert!(!table.pekka.see("/waiting").await.contains("Vahvista"));
    assert!(table.aino.see("/today").await.contains("Vahvista"));
    table.tap(false).await;
    assert_eq!(table.count("select count(*) from agreement where case_id = $1 and waiting_since is null").await, 1);
    assert_eq!(
        table
            .count("select count(*) from case_step where case_id = $1 and kind = 'agreement' and state = 'done'")
            .await,
        1
    );
    let mut tx = table.stage.write().await;
    assert_eq!(agreements::in_force(&mut tx, table.case_id).await.unwrap().unwrap().version, 1);
    drop(tx);
    for stranger in ["Ville", "Kirsi", "Olli", "Arja"] {
        let mut stranger = table.stage.actor(stranger).await;
        for page in ["agreed", "agreed/confirmation", "agreed/as-supervisor", "agreed/signature", "preparation"] {
            assert_eq!(stranger.status(&format!("{case}/{page}")).await, 404, "{page}");
        }
    }
    table.stage.end().await;
}

#[tokio::test]
async fn a_link_confirms_once_and_shows_nobody() {
    let mut table = Table::laid().await;
    table.note(AIMS, TIMES, &["aims"]).await;
    table.confirm(&["aims"]).await;
    let mail = letters(&table.stage).await;
    let path = link(&mail, "pekka", "/v/");
    let mut visitor = table.stage.visitor();
    let page = visitor.see(&path).await;
    for secret in ["Maija", "Pekka", "Aino", "KURKI", "valmen", "Järvilaakso"] {
        assert!(!page.contains(secret), "{secret}: {page}");
    }
    let again = visitor.clone();
    assert!(visitor.send_form(&path, &[]).await.contains("Kiitos"));
    let confirmed = "select count(*) from agreement where case_id = $1 and supervisor_confirmed_at is not null";
    assert_eq!(table.count(confirmed).await, 1);
    assert_eq!(table.count("select count(*) from confirmation_link where case_id = $1 and used_at is null").await, 1);
    // The same form again, a second visit, and a link that never was: the same page.
    let mut again = again;
    assert!(again.send_form(&path, &[]).await.contains("linkki ei ole enää voimassa"));
    let over = table.stage.visitor().see(&path).await;
    assert_eq!(over, table.stage.visitor().see("/v/0000").await);
    assert!(table.pekka.see(&format!("{}/agreed", table.case)).await.contains("Pekka vahvisti"));

    let coachs = link(&mail, "aino", "/v/");
    table.stage.later(Duration::days(15));
    assert_eq!(table.stage.visitor().see(&coachs).await, over, "two weeks are over");
    table.stage.letters().await;
    table.stage.end().await;
}

#[tokio::test]
async fn a_later_version_waits_for_the_participant_and_what_it_leaves_out_is_taken_back() {
    let mut table = Table::laid().await;
    let agreed = format!("{}/agreed", table.case);
    table.note(AIMS, TIMES, &["aims", "timetable"]).await;
    table.confirm(&["aims", "timetable"]).await;
    table.stage.later(Duration::days(30));
    table.stage.letters().await;
    table.enter().await;
    table.note("HAIKARA on uusi päämäärä", "KUOVI joka viikko", &["timetable"]).await;
    let page = table.pekka.see(&agreed).await;
    assert!(page.contains("KURKI") && page.contains("JOUTSEN"), "the earlier one stays in force: {page}");
    assert!(!page.contains("HAIKARA") && !page.contains("KUOVI"), "{page}");
    assert_eq!(table.shared().await, [Shared::Aims, Shared::Timetable]);

    table.confirm(&["timetable"]).await;
    assert_eq!(table.shared().await, [Shared::Timetable]);
    let page = table.pekka.see(&agreed).await;
    assert!(page.contains("KUOVI") && page.contains("Aiemmin sovittua") && page.contains("JOUTSEN"), "{page}");
    assert!(!page.contains("HAIKARA") && !page.contains("KURKI"), "what was taken back is gone: {page}");
    let page = table.maija.see(&agreed).await;
    for kept in ["HAIKARA", "KUOVI", "KURKI", "JOUTSEN", "Korvattu uudemmalla"] {
        assert!(page.contains(kept), "{kept}: {page}");
    }
    let page = table.aino.see(&format!("{agreed}?screen=room")).await;
    assert!(page.contains("KUOVI") && !page.contains("HAIKARA"), "the room sees what the supervisor sees: {page}");
    table.aino.see(&format!("{agreed}?screen=room&note=1")).await;
    assert!(!table.aino.page.html().contains("HAIKARA"));
    table.aino.send_form(&agreed, &[("timetable", "KUOVI joka kuukausi"), ("shares", "timetable")]).await;
    let page = table.maija.see(&agreed).await;
    assert!(page.contains("Versio 3") && page.contains("KUOVI joka kuukausi"), "{page}");
    assert_eq!(page.matches("HAIKARA").count(), 2, "what the room did not see stays: {page}");
    table.stage.letters().await;
    table.stage.end().await;
}

#[tokio::test]
async fn two_who_note_at_once_lose_nothing() {
    let mut table = Table::laid().await;
    let agreed = format!("{}/agreed", table.case);
    table.maija.see(&agreed).await;
    table.note(AIMS, TIMES, &["aims"]).await;
    let typed = [("aims", "VARPUNEN minun sanoin"), ("shares", "goals")];
    let answer = table.maija.submit(&agreed, &typed).await.clone();
    let page = answer.words();
    assert_eq!(answer.status, 422);
    assert!(page.contains("Tekstiä on muutettu sillä välin") && page.contains("KURKI"), "{page}");
    assert!(page.contains("VARPUNEN"), "what was typed is kept: {page}");
    let page = table.maija.send_form(&agreed, &[("aims", "KURKI ja VARPUNEN"), ("shares", "aims")]).await;
    assert!(page.contains("KURKI ja VARPUNEN") && page.contains("Vahvista sovittu"), "{page}");
    // Maija has the page to confirm open while Aino changes the words.
    table.note("PULU muuttui", "", &["aims"]).await;
    let answer = table.maija.submit(&format!("{agreed}/confirmation"), &[("shares", "aims")]).await.status;
    assert_eq!(answer, 409, "nobody confirms words they have not read");
    assert_eq!(table.shared().await, []);
    table.aino.see(&format!("{agreed}?note=1")).await;
    let page = table.aino.submit(&agreed, &[("aims", ""), ("ends_on", "31.2.2024")]).await.clone();
    assert_eq!(page.status, 422);
    assert!(page.words().contains("Kirjoita, mihin valmennuksella pyritään"), "{}", page.words());
    assert_eq!(table.stage.letters().await.len(), 1, "one letter, however often it is written over in a day");
    table.stage.end().await;
}

#[tokio::test]
async fn own_thoughts_are_nobody_elses_until_they_are_shared() {
    let mut table = Table::laid().await;
    let (own, agreed) = (format!("{}/preparation", table.case), format!("{}/agreed", table.case));
    assert!(table.maija.see("/path").await.contains("Valmistaudu yhteiseen keskusteluun"));
    assert!(table.pekka.see("/waiting").await.contains("Valmistaudu"));
    for (one, mark) in [(&mut table.maija, "MYYRÄ"), (&mut table.pekka, "ILVES"), (&mut table.aino, "SAUKKO")] {
        one.see(&own).await;
        let page = one.send_form(&own, &[("thoughts", mark), ("how", "save")]).await;
        assert!(page.contains("Ajatuksesi on tallennettu") && page.contains("Tämän näet vain sinä"), "{page}");
    }
    let marks = ["MYYRÄ", "ILVES", "SAUKKO"];
    let pages = |case: &str| {
        ["agreed", "agreed?screen=room", "agreed/as-supervisor", "preparation", "memo", ""]
            .map(|page| format!("{case}/{page}"))
    };
    for (one, mark) in [(&mut table.maija, 0), (&mut table.pekka, 1), (&mut table.aino, 2)] {
        for page in pages(&table.case).into_iter().chain(["/path".into(), "/waiting".into(), "/today".into()]) {
            let page = page.trim_end_matches('/').to_owned();
            let html = one.get(&page).await.html();
            for other in marks.iter().filter(|other| **other != marks[mark]) {
                assert!(!html.contains(*other), "{other} on {page}");
            }
        }
    }
    table.pekka.see(&own).await;
    let page = table.pekka.send_form(&own, &[("thoughts", "ILVES tukee"), ("how", "share")]).await;
    assert!(page.contains("Tämän näkevät nyt Maija Virtanen ja Aino"), "{page}");
    table.maija.see(&own).await;
    table.maija.send_form(&own, &[("thoughts", "MYYRÄ toivoo"), ("how", "share")]).await;
    let page = table.aino.see(&agreed).await;
    assert!(page.contains("ILVES tukee") && page.contains("MYYRÄ toivoo") && !page.contains("SAUKKO"), "{page}");
    assert!(table.pekka.see(&agreed).await.contains("MYYRÄ toivoo"));

    table.name_supervisor("Heikki").await;
    let mut heikki = table.stage.actor("Heikki").await;
    let page = heikki.see(&agreed).await;
    assert!(!page.contains("MYYRÄ") && !page.contains("ILVES"), "it was shared with another: {page}");
    assert_eq!(table.pekka.status(&agreed).await, 404);
    table.maija.see(&own).await;
    table.maija.send_form(&own, &[("thoughts", "MYYRÄ toivoo"), ("how", "keep")]).await;
    assert!(!table.aino.see(&agreed).await.contains("MYYRÄ"));
    table.stage.letters().await;
    table.stage.end().await;
}

#[tokio::test]
async fn a_missing_confirmation_is_reminded_of_twice_and_shows_that_something_is_stuck() {
    let mut table = Table::laid().await;
    table.note(AIMS, TIMES, &["aims"]).await;
    letters(&table.stage).await;
    let to = |letters: &[Letter]| {
        letters.iter().map(|letter| letter.to.split('.').next().unwrap_or_default().to_owned()).collect::<Vec<_>>()
    };
    table.stage.on("9.10.2023");
    let mail = letters(&table.stage).await;
    assert!(mail.len() == 1 && mail[0].to.starts_with("maija"), "{:?}", to(&mail));
    table.enter().await;
    table.confirm(&["aims"]).await;
    letters(&table.stage).await;
    table.tap(false).await;
    let mut kirsi = table.stage.actor("Kirsi").await;
    let round = table.three().await.round_id;
    let list = format!("/rounds/{round}/agreements");
    assert!(kirsi.see(&list).await.contains("Mikään ei odota"));
    table.stage.on("16.10.2023");
    let mail = letters(&table.stage).await;
    assert!(mail.len() == 1 && mail[0].to.starts_with("pekka"), "{:?}", to(&mail));
    let mut kirsi = table.stage.actor("Kirsi").await;
    let page = kirsi.see(&list).await;
    assert!(page.contains("Maija Virtanen") && page.contains("Odottanut 7 päivää"), "{page}");
    for secret in ["Pekka", "Aino", "KURKI", "JOUTSEN"] {
        assert!(!kirsi.page.html().contains(secret), "{secret}: {page}");
    }
    table.stage.on("23.10.2023");
    let mail = letters(&table.stage).await;
    assert_eq!(mail.len(), 1, "once more");
    table.stage.on("30.10.2023");
    assert!(letters(&table.stage).await.is_empty(), "then it is let be");
    let path = link(&mail, "pekka", "/v/");
    let mut visitor = table.stage.visitor();
    visitor.see(&path).await;
    visitor.send_form(&path, &[]).await;
    let mut kirsi = table.stage.actor("Kirsi").await;
    assert!(kirsi.see(&list).await.contains("Mikään ei odota"));
    table.stage.end().await;
}

#[tokio::test]
async fn another_supervisor_sees_nothing_before_the_participant_says_so_again() {
    let mut table = Table::laid().await;
    let agreed = format!("{}/agreed", table.case);
    table.note(AIMS, TIMES, &["aims", "timetable"]).await;
    table.confirm(&["aims", "timetable"]).await;
    table.stage.letters().await;
    table.name_supervisor("Heikki").await;
    assert_eq!(table.shared().await, []);
    let mut heikki = table.stage.actor("Heikki").await;
    assert!(heikki.see(&agreed).await.contains("ei ole vielä mitään luettavaa"));
    assert!(table.maija.see("/path").await.contains("Vahvista, mitä olette sopineet"));
    let page = table.confirm(&["timetable"]).await;
    assert!(page.contains("Versio 2") && page.contains("Heikki"), "{page}");
    let page = heikki.see(&agreed).await;
    assert!(page.contains("JOUTSEN") && !page.contains("KURKI") && !page.contains("Aiemmin"), "{page}");
    table.stage.letters().await;
    table.stage.end().await;
}

#[tokio::test]
async fn where_it_is_signed_it_is_in_force_when_all_three_have_signed() {
    let mut table = Table::laid().await;
    let page = format!("{}/agreed/signature", table.case);
    assert_eq!(table.maija.status(&page).await, 404, "nothing is signed in this service");
    table.note(AIMS, TIMES, &["aims"]).await;
    let mut tx = table.stage.write().await;
    tx.sql("update agreement set terms = '{\"signed\":true}'").execute().await.unwrap();
    tx.commit().await.unwrap();
    assert!(table.confirm(&["aims"]).await.contains("Allekirjoita sovittu"));
    let mail = letters(&table.stage).await;
    assert!(mail.iter().all(|letter| !letter.text.contains("/v/")), "no link signs: {mail:?}");
    let refused = table.maija.submit(&page, &[("name", "Maija Virtanen")]).await.clone();
    assert_eq!(refused.status, 422);
    assert!(refused.words().contains("Merkitse, että olet lukenut"), "{}", refused.words());
    for one in [&mut table.maija, &mut table.aino] {
        one.see(&page).await;
        let said = one.send_form(&page, &[("name", "Oma Nimi"), ("sure", "yes")]).await;
        assert!(said.contains("allekirjoituksesi on kirjattu") && said.contains("Odottaa allekirjoituksia"), "{said}");
    }
    assert!(table.pekka.see("/waiting").await.contains("Allekirjoita"));
    table.pekka.see(&page).await;
    let said = table.pekka.send_form(&page, &[("name", "Pekka Niemi"), ("sure", "yes")]).await;
    assert!(said.contains("Voimassa") && said.contains("Oma Nimi, 2.10.2023") && !said.contains("JOUTSEN"), "{said}");
    assert_eq!(
        table
            .count("select count(*) from case_step where case_id = $1 and kind = 'agreement' and state = 'done'")
            .await,
        1
    );
    let sealed =
        table.count("select count(*) from agreement where case_id = $1 and participant_signature is not null").await;
    assert_eq!(sealed, 1);
    table.stage.letters().await;
    table.stage.end().await;
}

#[tokio::test]
async fn ones_own_copy_holds_it_and_an_erased_case_says_so() {
    let mut table = Table::laid().await;
    let (own, agreed) = (format!("{}/preparation", table.case), format!("{}/agreed", table.case));
    table.maija.see(&own).await;
    table.maija.send_form(&own, &[("thoughts", "MYYRÄ"), ("how", "save")]).await;
    table.note(AIMS, TIMES, &["aims"]).await;
    table.confirm(&["aims"]).await;
    let zip = table.maija.send("GET", "/me/data/copy.zip", None).await;
    assert_eq!(zip.status, 200);
    let mut tx = table.stage.write().await;
    table.stage.house().vault.erase(&mut tx, table.case_id).await.unwrap();
    tx.commit().await.unwrap();
    for (one, name) in [(&mut table.maija, "Maija"), (&mut table.aino, "Aino"), (&mut table.pekka, "Pekka")] {
        for page in [&own, &agreed] {
            let words = one.see(page).await;
            if name != "Pekka" || page == &agreed {
                assert!(words.contains("tekstit on poistettu"), "{name} {page}: {words}");
            }
        }
    }
    let zip = table.maija.send("GET", "/me/data/copy.zip", None).await;
    assert_eq!(zip.status, 200, "what is erased is left out");
    table.stage.letters().await;
    table.stage.end().await;
}

#[tokio::test]
async fn actions_of_the_joint_meeting_are_agreed_in_the_same_save() {
    let mut table = Table::laid().await;
    let agreed = format!("{}/agreed", table.case);
    table.aino.see(&agreed).await;
    let action = [("a1-what", "NORSU varaa ajan"), ("a1-owner", "participant")];
    let kept = [("aims", AIMS), ("shares", "aims")];
    let page = table.aino.submit(&agreed, &[kept.as_slice(), &action].concat()).await.clone();
    assert!(page.status == 422 && page.words().contains("NORSU"), "a day is missing: {}", page.words());
    assert_eq!(table.count("select count(*) from agreement where case_id = $1").await, 0, "all or nothing");
    let whole = [kept.as_slice(), &action, &[("a1-due", "20.10.2023")]].concat();
    table.aino.send_form(&agreed, &whole).await;
    let page = table.maija.see(&format!("{}/actions", table.case)).await;
    assert!(page.contains("NORSU varaa ajan"), "{page}");
    assert_eq!(table.count("select count(*) from case_action where case_id = $1 and state = 'agreed'").await, 1);
    assert!(!table.pekka.see(&agreed).await.contains("NORSU"));
    table.stage.letters().await;
    table.stage.end().await;
}
