//! The supervisors' own track beside the participants'.
mod scene;

use scene::{answer, coaching, rename, round};
use urasilta::{app, walk::Walker};

use crate::support::{Actor, Stage};

#[tokio::test]
async fn a_supervisor_finds_the_own_path_answers_the_measure_and_nobody_else_sees_the_answers() {
    let stage = Stage::new().await;
    let mut pekka = stage.actor("Pekka").await;
    assert!(pekka.see("/track").await.contains("Sinulla ei ole nyt omaa polkua"));
    let round = round(&stage, &[("Maija", "Pekka")]).await;
    let page = pekka.see("/waiting").await;
    assert!(page.contains("oma-arvio aluksi") && page.contains("Vain sinä näet vastauksesi"), "{page}");
    let page = pekka.see("/track").await;
    for words in ["Esihenkilön oma polku", "Vastaa kysymyksiin", "Esihenkilön oma valmennustapaaminen", "Parisparraus"]
    {
        assert!(page.contains(words), "{words}\n{page}");
    }
    let early = pekka.status(&format!("/track/{round}/measure/after")).await;
    assert_eq!(early, 409, "the last measure waits for the others");
    let page = answer(&mut pekka, round, "before", 1).await;
    assert!(page.contains("vastauksesi on tallennettu"), "{page}");
    assert!(!pekka.see("/waiting").await.contains("oma-arvio aluksi"), "what is answered waits no more");
    let own = format!("/track/{round}/measure/before");
    assert!(pekka.see(&own).await.contains("1 / 3"));
    for name in ["Maija", "Kirsi", "Aino", "Olli", "Arja"] {
        assert_eq!(stage.actor(name).await.status(&own).await, 404, "{name}");
    }
    stage.end().await;
}

#[tokio::test]
async fn a_coach_proposes_the_supervisors_own_meeting_and_its_minutes_count_against_the_share() {
    let stage = Stage::new().await;
    let round = round(&stage, &[("Maija", "Pekka")]).await;
    let mut aino = stage.actor("Aino").await;
    let page = aino.see(&format!("/rounds/{round}/track")).await;
    assert!(page.contains("Pekka Niemi") && page.contains("0 / 45 minuuttia pidetty"), "{page}");
    let meeting = aino.page.address(&format!("/rounds/{round}/track/guidance/"), "").unwrap();
    aino.see(&meeting).await;
    aino.submit(&meeting, &[("day", "1.10.2023"), ("time", "9.00"), ("minutes", "45"), ("place", "")]).await;
    let page = aino.page.words();
    assert!(page.contains("vielä edessä") && page.contains("Kirjoita paikka"), "{page}");
    let fields = [("day", "10.10.2023"), ("time", "13.00"), ("minutes", "45"), ("place", "Salainen kahvila")];
    let page = aino.send_form(&meeting, &fields).await;
    assert!(page.contains("Aika on lähetetty") && page.contains("Valmennusaika 10.10.2023"), "{page}");
    let letters = stage.letters().await;
    assert_eq!(letters.len(), 1);
    let all = format!("{letters:?}").to_lowercase();
    for word in ["kahvila", "valmennu", "syksy"] {
        assert!(!all.contains(word), "{word} in {all}");
    }
    let mut pekka = stage.actor("Pekka").await;
    let page = pekka.see(&format!("/track/{round}/guidance")).await;
    assert!(page.contains("Salainen kahvila") && page.contains("10.10.2023"), "{page}");
    let file = pekka.send("GET", &format!("/track/{round}/guidance.ics"), None).await.html();
    assert!(file.contains("SUMMARY:Tapaaminen") && !file.contains("kahvila"), "{file}");
    stage.on("10.10.2023");
    let mut aino = stage.back(aino, stage.world.human("Aino")).await;
    assert!(aino.see(&meeting).await.contains("vielä edessä"), "it begins at one o'clock");
    stage.on("11.10.2023");
    let mut aino = stage.back(aino, stage.world.human("Aino")).await;
    aino.see(&meeting).await;
    aino.submit(&format!("{meeting}/held"), &[("held_minutes", "60")]).await;
    assert!(aino.page.words().contains("ei ole näin paljon jäljellä"), "{}", aino.page.words());
    let page = aino.send_form(&format!("{meeting}/held"), &[("held_minutes", "45")]).await;
    assert!(page.contains("merkitty pidetyksi") && page.contains("45 / 45 minuuttia pidetty"), "{page}");
    for name in ["Kirsi", "Olli"] {
        let page = stage.actor(name).await.see(&format!("/rounds/{round}/track")).await;
        assert!(page.contains("Ohjausta pidetty 45 minuuttia") && page.contains("liian vähän"), "{name}: {page}");
    }
    assert_eq!(stage.actor("Eeva").await.status(&format!("/rounds/{round}/track")).await, 404, "not her case");
    stage.end().await;
}

#[tokio::test]
async fn a_workshop_is_set_seen_and_declined_and_attendance_is_noted_by_names() {
    let stage = Stage::new().await;
    let round = round(&stage, &[("Maija", "Pekka"), ("Sara", "Ville")]).await;
    let mut kirsi = stage.actor("Kirsi").await;
    let workshop = format!("/rounds/{round}/track/workshop");
    let page = kirsi.see(&workshop).await;
    assert!(page.contains("Sovi työpajan aika") && page.contains("Arvostava palautekeskustelu"), "{page}");
    let mut late = stage.actor("Kirsi").await;
    late.see(&workshop).await;
    let link = "https://kokous.example/salainen";
    let fields =
        [("title", "Työhyvinvointi"), ("day", "12.10.2023"), ("time", "9.00"), ("minutes", "180"), ("place", link)];
    let page = kirsi.send_form(&workshop, &fields).await;
    assert!(page.contains("kutsut lähtevät") && page.contains("Kutsutut"), "{page}");
    late.submit(&workshop, &fields).await;
    assert_eq!(late.page.status, 409, "the form was filled before the workshop was set");
    let letters = stage.letters().await;
    assert_eq!(letters.len(), 2);
    assert!(!format!("{letters:?}").contains("kokous.example"));
    let mut ville = stage.actor("Ville").await;
    let page = ville.see("/waiting").await;
    assert!(page.contains("Työpaja") && page.contains("12.10.2023"), "{page}");
    let own = format!("/track/{round}/workshop");
    assert!(ville.see(&own).await.contains("Puheeksi ottaminen"));
    let file = ville.send("GET", &format!("{own}.ics"), None).await.html();
    assert!(file.contains("SUMMARY:Tapaaminen") && !file.contains("kokous"), "{file}");
    let page = ville.send_form(&own, &[("comes", "no")]).await;
    assert!(page.contains("ettet pääse"), "{page}");
    assert!(!ville.see("/waiting").await.contains("Työpaja"), "whoever cannot come is not asked any more");
    assert!(kirsi.see(&workshop).await.contains("Ei pääse työpajaan"));
    stage.on("13.10.2023");
    let mut kirsi = stage.back(kirsi, stage.world.human("Kirsi")).await;
    kirsi.see(&workshop).await;
    let pekka = stage.world.human("Pekka").to_string();
    let page = kirsi.send_form(&format!("{workshop}/attendance"), &[("came", &pekka)]).await;
    assert_eq!((page.matches("Oli työpajassa").count(), page.matches("Ei ollut työpajassa").count()), (1, 1), "{page}");
    assert_eq!(stage.actor("Aino").await.status(&workshop).await, 404, "a coach does not arrange it");
    stage.end().await;
}

/// Kirsi publishes what is proposed.
async fn publish(kirsi: &mut Actor, round: uuid::Uuid) -> String {
    kirsi.see(&format!("/rounds/{round}/pairs")).await;
    let form = kirsi.page.form("/rounds/", "/pairs").unwrap();
    Walker::send_form(kirsi, &form).await;
    kirsi.page.words()
}

/// The name on the supervisor's pair page, and its address.
async fn partner(actor: &mut Actor) -> (String, String) {
    actor.see("/track").await;
    let pair = actor.page.address("/track/pairs/", "").unwrap();
    (actor.see(&pair).await, pair)
}

#[tokio::test]
async fn pairs_are_proposed_published_accepted_swapped_and_mended() {
    let stage = Stage::new().await;
    let people = [("Maija", "Pekka"), ("Maija", "Ville"), ("Maija", "Sara"), ("Maija", "Heikki")];
    let round = round(&stage, &people).await;
    let mut kirsi = stage.actor("Kirsi").await;
    let page = kirsi.see(&format!("/rounds/{round}/pairs")).await;
    assert!(page.contains("Tässä on ehdotus") && page.contains("Kukaan ei näe sitä"), "{page}");
    let mut odd = kirsi.page.form("/rounds/", "/pairs").unwrap();
    odd.set(&format!("pair-{}", stage.world.human("Pekka")), "");
    Walker::send_form(&mut kirsi, &odd).await;
    assert!(kirsi.page.words().contains("Valitse toinen pari"), "nobody is left alone: {}", kirsi.page.words());
    let page = publish(&mut kirsi, round).await;
    assert!(page.contains("Parit on julkaistu"), "{page}");
    assert_eq!(stage.letters().await.len(), 4);
    let mut pekka = stage.actor("Pekka").await;
    let (page, pair) = partner(&mut pekka).await;
    let (sara, heikki) = (page.contains("Sara Öhman"), page.contains("Heikki Laakso"));
    assert!(sara != heikki && !page.contains("Åkerlund"), "somebody of another unit: {page}");
    assert!(page.contains("@example.invalid") && page.contains("Kolme keskustelua"), "{page}");
    let (first, other) = if sara { ("Sara", "Heikki") } else { ("Heikki", "Sara") };
    assert_eq!(stage.actor("Ville").await.status(&pair).await, 404, "another's pair is not there");
    let page = pekka.send_form(&format!("{pair}/answer"), &[("say", "accepted")]).await;
    assert!(page.contains("Pari on vahvistettu") && page.contains("0 / 3"), "{page}");
    let page = pekka.send_form(&format!("{pair}/talk"), &[]).await;
    assert!(page.contains("1 / 3 keskustelua pidetty"), "{page}");
    let mut partner_of = stage.actor(first).await;
    partner_of.see(&pair).await;
    let page = partner_of.send_form(&format!("{pair}/answer"), &[("say", "swap")]).await;
    assert!(page.contains("Olet pyytänyt toista paria"), "{page}");
    assert!(kirsi.see(&format!("/rounds/{round}/pairs")).await.contains("Tässä on uusi ehdotus"));
    publish(&mut kirsi, round).await;
    assert_eq!(stage.letters().await.len(), 4, "with four, both pairs change");
    assert_eq!(pekka.status(&pair).await, 404, "the pair before is closed");
    let (page, _) = partner(&mut pekka).await;
    let surname = |name: &str| if name == "Sara" { "Öhman" } else { "Laakso" };
    assert!(!page.contains(surname(first)) && page.contains(surname(other)), "{page}");
    stage.end().await;
}

#[tokio::test]
async fn a_pair_that_breaks_is_formed_anew_and_the_others_stay() {
    let stage = Stage::new().await;
    let people = [("Maija", "Pekka"), ("Maija", "Ville"), ("Maija", "Sara")];
    let round = round(&stage, &people).await;
    let case = coaching(&stage, round, ("Maija", "Heikki")).await;
    let mut kirsi = stage.actor("Kirsi").await;
    publish(&mut kirsi, round).await;
    stage.letters().await;
    rename(&stage, case, "Pekka").await;
    let page = kirsi.see(&format!("/rounds/{round}/pairs")).await;
    assert!(page.contains("Tässä on uusi ehdotus") && !page.contains("Laakso"), "{page}");
    publish(&mut kirsi, round).await;
    assert_eq!(stage.letters().await.len(), 3, "three are together now");
    let (page, _) = partner(&mut stage.actor("Pekka").await).await;
    assert!(page.contains("Åkerlund") && page.contains("Öhman"), "{page}");
    stage.end().await;
}

#[tokio::test]
async fn the_change_of_a_group_is_told_from_five_on_and_the_own_one_in_sentences() {
    let stage = Stage::new().await;
    let names = ["Pekka", "Ville", "Sara", "Heikki", "Kirsi"];
    let people: Vec<(&str, &str)> = names.iter().map(|name| ("Maija", *name)).collect();
    let round = round(&stage, &people).await;
    for name in names {
        answer(&mut stage.actor(name).await, round, "before", 1).await;
    }
    let mut tx = stage.write().await;
    tx.sql("update round set state = 'closed'").execute().await.unwrap();
    tx.commit().await.unwrap();
    let overview = format!("/rounds/{round}/track");
    for (at, name) in names.iter().enumerate() {
        let mut kirsi = stage.actor("Kirsi").await;
        assert!(kirsi.see(&overview).await.contains("liian vähän"), "{at} have answered");
        let number = [2, 3, 2, 3, 1][at];
        let mut actor = stage.actor(name).await;
        let page = answer(&mut actor, round, "after", number).await;
        if *name == "Pekka" {
            assert!(page.contains("alussa keskimäärin 1,0 ja lopussa 2,0") && page.contains("Arviosi nousi"), "{page}");
            assert!(page.contains("Nousi: Annan arvostavaa palautetta"), "{page}");
        }
    }
    let page = stage.actor("Kirsi").await.see(&overview).await;
    assert!(page.contains("5 esihenkilön oma-arvio oli alussa keskimäärin 1,0 ja lopussa 2,2"), "{page}");
    stage.end().await;
}

#[tokio::test]
async fn answers_are_sealed_told_to_their_own_and_erased_when_their_time_is_over() {
    let stage = Stage::new().await;
    let round = round(&stage, &[("Maija", "Pekka")]).await;
    let mut pekka = stage.actor("Pekka").await;
    answer(&mut pekka, round, "before", 3).await;
    let (sealed,): (Vec<u8>,) = stage.write().await.sql("select sealed from track_measure").one().await.unwrap();
    assert!(!String::from_utf8_lossy(&sealed).contains("development"));
    let mut tx = stage.write().await;
    tx.sql("update coaching_case set state = 'completed', ended_at = $1").bind(stage.now()).execute().await.unwrap();
    tx.commit().await.unwrap();
    stage.on("4.10.2025");
    app::ask_daily(stage.house()).await.unwrap();
    stage.letters().await;
    let mut kirsi = stage.actor("Kirsi").await;
    assert!(kirsi.see("/retention").await.contains("Esihenkilön oma polku"));
    while let Some(form) = kirsi.page.form("/retention/", "/approval") {
        kirsi.send_form(&form.action, &[]).await;
        stage.run_jobs().await;
        kirsi.see("/retention").await;
    }
    let mut tx = stage.write().await;
    let (members,): (i64,) = tx.sql("select count(*) from track_member").one().await.unwrap();
    let rows: Vec<(Vec<u8>, String)> = tx.sql("select sealed, scores from track_measure").all().await.unwrap();
    assert_eq!((members, rows.len(), rows[0].0.len()), (0, 1, 0), "the number stays, nobody's");
    assert!(rows[0].1.contains("3.0"), "{}", rows[0].1);
    drop(tx);
    stage.letters().await;
    stage.end().await;
}
