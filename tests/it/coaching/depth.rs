//! Confidentiality in depth: what an earlier coach wrote opens by consent or by two people with reasons, who sees and who
//! has looked is told, and a changed byte is an error that tells nothing.
use urasilta::privacy::{self, Edge, Role};
use uuid::Uuid;

use super::support::{add_coach, coached, contract, contract_page, name_coach};
use crate::support::{Actor, Stage};

const MEMO: &str = "Muistiomerkki-Kaislaranta";
const NOTE: &str = "Työmuistiinpanomerkki-Suopursu";
const NEW: &str = "Uusimuistio-Lumme";
const WHY: [&str; 2] = ["Pyyntöperuste-Haukea", "Päätösperuste-Kuikka"];

/// Aino writes memo and note, and Eeva takes her place.
async fn changed(stage: &Stage) -> String {
    let case = coached(stage).await;
    let mut aino = stage.actor("Aino").await;
    for (form, field, words) in [("memo", "memo", MEMO), ("note", "note", NOTE)] {
        aino.see(&case).await;
        aino.send_form(&format!("{case}/{form}"), &[(field, words)]).await;
    }
    let mut maija = stage.actor("Maija").await;
    maija.see("/path").await;
    let reading = maija.page.address("/cases/", "/reading").unwrap();
    maija.send_form(&reading, &[]).await;
    stage.later(chrono::Duration::days(1));
    add_coach(stage, "Eeva").await;
    name_coach(stage, "Eeva").await;
    stage.letters().await;
    case
}

fn id_of(path: &str) -> Uuid {
    path.rsplit('/').next().unwrap().parse().unwrap()
}

async fn reads(actor: &mut Actor, case: &str) -> bool {
    let page = actor.see(&format!("{case}/earlier")).await;
    assert!(!page.contains(NOTE), "{page}");
    page.contains(MEMO)
}

#[tokio::test]
async fn the_next_coach_reads_the_earlier_memo_when_maija_says_yes_and_no_longer_when_she_says_no() {
    let stage = Stage::new().await;
    let case = changed(&stage).await;
    let (mut maija, mut eeva) = (stage.actor("Maija").await, stage.actor("Eeva").await);
    for path in [case.clone(), format!("{case}/memo"), format!("{case}/earlier"), "/today".into(), "/people".into()] {
        let page = eeva.see(&path).await;
        assert!(!page.contains(MEMO) && !page.contains(NOTE), "{path}: {page}");
    }
    // The coaching is not blocked: a memo of their own begins at once.
    eeva.see(&case).await;
    assert!(eeva.send_form(&format!("{case}/memo"), &[("memo", NEW)]).await.contains(NEW));
    let page = maija.see(&format!("{case}/memo")).await;
    assert!(page.contains(NEW) && !page.contains(MEMO), "{page}");
    assert!(reads(&mut maija, &case).await, "what is hers stays hers");
    // She need not decide.
    let page = maija.see("/path").await;
    assert!(page.contains("Saako Eeva lukea aiemman muistion?") && page.contains("ei tarvitse päättää nyt"), "{page}");
    let consent = format!("{case}/consent");
    maija.see(&consent).await;
    let page = maija.send_form(&consent, &[("answer", "later")]).await;
    assert!(page.contains("Voit päättää myöhemmin") && !page.contains("Saako Eeva lukea"), "{page}");
    assert!(!reads(&mut eeva, &case).await);
    for (answer, opens, words) in
        [("yes", true, "voi nyt lukea"), ("no", false, "pysyvät sinulla"), ("yes", true, "voi nyt lukea")]
    {
        maija.see(&consent).await;
        let page = maija.send_form(&consent, &[("answer", answer)]).await;
        assert!(page.contains(words), "{page}");
        assert_eq!(reads(&mut eeva, &case).await, opens, "after {answer}");
    }
    // Another coach is another question.
    name_coach(&stage, "Aino").await;
    stage.letters().await;
    assert_eq!(eeva.status(&format!("{case}/earlier")).await, 404);
    let mut aino = stage.actor("Aino").await;
    assert!(reads(&mut aino, &case).await, "she wrote it");
    let page = aino.page.words();
    assert!(!page.contains(NEW) && page.contains("Tätä ei ole avattu sinulle"), "{page}");
    assert!(maija.see("/path").await.contains("Saako Aino lukea aiemman muistion?"));
    stage.end().await;
}

#[tokio::test]
async fn a_contract_that_ends_takes_the_earlier_memo_away_from_who_was_let_read_it() {
    let stage = Stage::new().await;
    let case = changed(&stage).await;
    let (mut maija, mut eeva) = (stage.actor("Maija").await, stage.actor("Eeva").await);
    maija.see(&format!("{case}/consent")).await;
    maija.send_form(&format!("{case}/consent"), &[("answer", "yes")]).await;
    assert!(reads(&mut eeva, &case).await);
    let page = contract_page(&stage).await;
    let mut kirsi = stage.actor("Kirsi").await;
    kirsi.see(&format!("{page}/end")).await;
    kirsi.send_form(&format!("{page}/end"), &[("reason", "provider")]).await;
    assert_eq!(eeva.status(&format!("{case}/earlier")).await, 404);
    contract(&stage, "Aino").await;
    add_coach(&stage, "Eeva").await;
    name_coach(&stage, "Eeva").await;
    stage.letters().await;
    assert!(!reads(&mut eeva, &case).await, "an answer about an earlier time counts no more");
    assert!(reads(&mut maija, &case).await);
    stage.end().await;
}

/// Kirsi asks; gives the address of the request.
async fn asked(stage: &Stage, case: &str) -> String {
    let mut kirsi = stage.actor("Kirsi").await;
    let page = contract_page(stage).await;
    kirsi.see(&page).await;
    let ask = kirsi.page.address("/cases/", "/earlier-request").unwrap();
    assert_eq!(ask, format!("{case}/earlier-request"));
    kirsi.see(&ask).await;
    kirsi.submit(&ask, &[]).await;
    assert_eq!(kirsi.page.status.as_u16(), 422, "a reason is asked for");
    let page = kirsi.send_form(&ask, &[("reason", WHY[0])]).await;
    assert!(page.contains("Toinen henkilö päättää") && !page.contains(WHY[0]), "{page}");
    kirsi.page.addresses().into_iter().find(|to| to.starts_with("/earlier-memos/")).unwrap()
}

#[tokio::test]
async fn two_people_with_a_reason_each_open_it_and_maija_is_told_at_once_who_when_and_why() {
    let stage = Stage::new().await;
    let case = changed(&stage).await;
    let mut tx = stage.write().await;
    // Kirsi holds both seats, and is one human still.
    let seat = (stage.world.county, Role::Admin);
    privacy::give_seat(&mut tx, stage.world.human("Kirsi"), seat, (stage.now(), Edge::open_end())).await.unwrap();
    tx.commit().await.unwrap();
    let request = asked(&stage, &case).await;
    let told = stage.letters().await;
    assert_eq!(told.iter().map(|letter| letter.to.as_str()).collect::<Vec<_>>(), ["arja@example.invalid"]);
    let decision = format!("{request}/decision");
    let mut kirsi = stage.actor("Kirsi").await;
    let page = kirsi.see(&request).await;
    assert!(page.contains("Olet itse tehnyt pyynnön") && kirsi.page.form(&decision, "").is_none(), "{page}");
    let mut arja = stage.actor("Arja").await;
    let page = arja.see(&request).await;
    assert!(page.contains(WHY[0]) && !page.contains(MEMO) && !page.contains(NOTE), "{page}");
    // The one who asked sends the other's form, and the database itself is asked.
    assert_eq!(post_as(&stage, "Kirsi", &request, &decision).await, 409);
    let mut tx = stage.write().await;
    let sql = "update era_request set decided_by = asked_by, state = 'approved' where id = $1";
    let refused = tx.sql(sql).bind(id_of(&request)).execute().await;
    assert!(refused.is_err_and(|error| error.to_string().to_lowercase().contains("check")), "the database refuses");
    drop(tx);
    let mut eeva = stage.actor("Eeva").await;
    assert!(!reads(&mut eeva, &case).await);
    arja.see(&request).await;
    arja.submit(&decision, &[("decision", "approved")]).await;
    assert_eq!(arja.page.status.as_u16(), 422, "a reason of one's own");
    let page = arja.send_form(&decision, &[("reason", WHY[1]), ("decision", "approved")]).await;
    assert!(page.contains("osallistujalle on kerrottu") && page.contains("Hyväksytty"), "{page}");
    assert!(reads(&mut eeva, &case).await);
    let letters = stage.letters().await;
    assert_eq!(letters.iter().map(|letter| letter.to.as_str()).collect::<Vec<_>>(), ["maija@example.invalid"]);
    let words = format!("{letters:?}");
    assert!(WHY.iter().chain(&[MEMO, "uistio", "almennu", "Eeva", "Kirsi"]).all(|one| !words.contains(one)), "{words}");
    let mut maija = stage.actor("Maija").await;
    let page = maija.see(&format!("{case}/consent")).await;
    for word in WHY.iter().chain(&["Kirsi Salo", "Arja Korpi", "Eeva", "3.10.2023"]) {
        assert!(page.contains(word), "{word}: {page}");
    }
    assert!(maija.see(&format!("{case}/readers")).await.contains("kahden henkilön päätös"));
    // Her own no stands beside it; another coach reads nothing of it.
    for path in [&request, &"/earlier-memos".to_owned()] {
        for name in ["Maija", "Eeva", "Olli", "Pekka"] {
            assert_eq!(stage.actor(name).await.status(path).await, 404, "{name} at {path}");
        }
    }
    stage.end().await;
}

/// Somebody sends the decision's form, made by hand from another form of the page; gives the status.
async fn post_as(stage: &Stage, name: &str, page: &str, action: &str) -> u16 {
    let mut one = stage.actor(name).await;
    one.see(page).await;
    let mut fields = one.page.hidden("/signout").unwrap();
    fields.extend([("reason", WHY[1]), ("decision", "approved")].map(|(name, words)| (name.into(), words.into())));
    one.post(action, &fields).await;
    one.page.status.as_u16()
}

#[tokio::test]
async fn maija_sees_who_sees_what_until_when_and_every_look_by_day_and_reader() {
    let stage = Stage::new().await;
    let case = changed(&stage).await;
    let readers = format!("{case}/readers");
    let mut eeva = stage.actor("Eeva").await;
    for _ in 0..3 {
        eeva.see(&case).await;
    }
    let mut maija = stage.actor("Maija").await;
    let answer = maija.send("GET", &readers, None).await;
    let queries: u32 = answer.headers.get("x-queries").unwrap().to_str().unwrap().parse().unwrap();
    assert!(queries <= 6, "{queries}");
    let page = maija.see(&readers).await;
    for words in [
        "Eeva Toinen",
        "yhteinen muistio ja tapaamiset",
        "oma työmuistiinpanonsa",
        "Kirsi Salo",
        "Olli Mäki",
        "3.10.2023–",
        "Kuka on voinut nähdä aiemmin",
        "Aino Laine",
        "3.10.2023 · valmennus · 3 kertaa",
    ] {
        assert!(page.contains(words), "{words}: {page}");
    }
    // Looks of many days: whole days on a page, and none is left out.
    for _ in 0..3 {
        stage.later(chrono::Duration::days(1));
        let mut eeva = stage.back(eeva.clone(), stage.world.human("Eeva")).await;
        for _ in 0..130 {
            eeva.see(&format!("{case}/memo")).await;
        }
    }
    let mut maija = stage.actor("Maija").await;
    let first = maija.see(&readers).await;
    let older = maija.page.address(&format!("{case}/readers?until="), "").unwrap();
    let second = maija.see(&older).await;
    let all = format!("{first} {second}");
    for words in ["6.10.2023", "5.10.2023", "4.10.2023"] {
        let line = format!("{words} · valmennus · 130 kertaa");
        assert_eq!(all.matches(&line).count(), 1, "{line}: {all}");
    }
    assert_eq!(all.matches("3.10.2023 · valmennus · 3 kertaa").count(), 1, "{all}");
    for name in ["Eeva", "Aino", "Kirsi", "Pekka", "Olli"] {
        assert_eq!(stage.actor(name).await.status(&readers).await, 404, "{name}");
    }
    stage.end().await;
}
