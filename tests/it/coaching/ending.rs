//! How a coaching ends, and what is asked after it.
use urasilta::{app, jobs};

use super::support::{book, coached, round_page, stage_forget_hand_on};
use crate::support::Stage;

/// Maija's private address, given before the end.
async fn contact(stage: &Stage, case: &str, fields: &[(&str, &str)]) {
    let mut maija = stage.actor("Maija").await;
    maija.see(&format!("{case}/contact")).await;
    let page = maija.send_form(&format!("{case}/contact"), fields).await;
    assert!(page.contains("Yhteystiedot on tallennettu"), "{page}");
}

async fn interrupt(stage: &Stage, case: &str) {
    let mut maija = stage.actor("Maija").await;
    maija.see(&format!("{case}/interruption")).await;
    maija.send_form(&format!("{case}/interruption"), &[("reason", "no_time")]).await;
    stage_forget_hand_on(stage, 3).await;
}

/// The links in these letters.
fn links(texts: &[String]) -> Vec<String> {
    let of = |text: &String| {
        let at = text.find("/o/")?;
        Some(text[at..].split_whitespace().next()?.to_owned())
    };
    texts.iter().filter_map(of).collect()
}

/// The links that have come by letter, to this address alone.
async fn letters(stage: &Stage, to: &str) -> Vec<String> {
    let letters = stage.letters().await;
    assert!(letters.iter().all(|letter| letter.to == to), "{letters:?}");
    links(&letters.into_iter().map(|letter| letter.text).collect::<Vec<_>>())
}

/// Asked about at three, six and twelve months, Maija answered once.
async fn kirsi_sees_numbers_alone(stage: &Stage) {
    let round = round_page(stage).await;
    let mut kirsi = stage.actor("Kirsi").await;
    let page = kirsi.see(&format!("{round}/follow-up")).await;
    assert!(page.contains("3 kuukautta") && page.contains("0 / 1 vastannut"), "{page}");
    assert!(page.contains("1 / 1 vastannut") && page.contains("1 muistutettu"), "{page}");
    for told in ["Maija", "piskelu", "studies"] {
        assert!(!kirsi.page.html().contains(told), "{told}");
    }
    assert_eq!(stage.actor("Olli").await.status(&format!("{round}/follow-up")).await, 404);
}

#[tokio::test]
async fn after_an_interruption_too_each_question_comes_once_on_its_day_and_is_reminded_of_once() {
    let stage = Stage::new().await;
    let case = coached(&stage).await;
    contact(&stage, &case, &[("address", "maija@koti.example"), ("phone", "")]).await;
    interrupt(&stage, &case).await;
    stage.letters().await;
    // A second server on the same data does the jobs too; the daily look and an order given again change nothing.
    let other = stage.again(&[]).await;
    app::ask_daily(stage.house()).await.unwrap();
    stage.run_jobs().await;
    stage.on("1.1.2024");
    assert!(letters(&stage, "").await.is_empty(), "three months from 2.10. is 2.1.");
    stage.on("2.1.2024");
    let (mine, others) = tokio::join!(app::run_jobs(stage.house()), app::run_jobs(&other.house));
    assert!(mine.is_ok() && others.is_ok());
    let mut sent = stage.house().mailer.take();
    sent.extend(other.house.mailer.take());
    assert_eq!(sent.iter().map(|letter| letter.to.as_str()).collect::<Vec<_>>(), ["maija@koti.example"]);
    let (step,): (uuid::Uuid,) = {
        let mut tx = stage.write().await;
        tx.sql("select step_id from follow_up").one().await.unwrap()
    };
    let mut tx = stage.write().await;
    let again = serde_json::json!({ "step_id": step });
    jobs::ask(&mut tx, "surveys.ask_outcome", &again, stage.now()).await.unwrap();
    jobs::ask(&mut tx, "coaching.catch_up", &(), stage.now()).await.unwrap();
    tx.commit().await.unwrap();
    assert!(letters(&stage, "").await.is_empty(), "asked again, nothing is sent");
    stage.on("16.1.2024");
    let reminded = stage.letters().await;
    assert!(reminded.len() == 1 && reminded[0].text.contains("Emme muistuta"), "{reminded:?}");
    stage.on("1.3.2024");
    assert!(letters(&stage, "").await.is_empty(), "one reminder");
    stage.on("3.4.2024");
    let link = letters(&stage, "maija@koti.example").await;
    assert_eq!(link.len(), 1, "six months");
    let mut somebody = stage.visitor();
    somebody.see(&link[0]).await;
    somebody.send_form(&link[0], &[("outcome", "studies")]).await;
    stage.on("1.5.2024");
    assert!(letters(&stage, "").await.is_empty(), "who has answered is not reminded");
    stage.on("2.10.2024");
    assert_eq!(letters(&stage, "maija@koti.example").await.len(), 1, "twelve months");
    stage.on("20.10.2024");
    stage.letters().await;
    stage.on("3.12.2024");
    assert!(letters(&stage, "").await.is_empty());
    kirsi_sees_numbers_alone(&stage).await;
    other.house.db.close().await;
    stage.end().await;
}

#[tokio::test]
async fn cases_that_ended_before_get_their_questions_by_the_daily_look() {
    let stage = Stage::new().await;
    let case = coached(&stage).await;
    contact(&stage, &case, &[("address", "maija@koti.example"), ("phone", "")]).await;
    interrupt(&stage, &case).await;
    stage.letters().await;
    // As the version before left it: the questions skipped, nothing ordered.
    let mut tx = stage.write().await;
    tx.sql("delete from job where kind = 'surveys.ask_outcome'").execute().await.unwrap();
    tx.sql("update case_step set asked_for_at = null, due_on = null, state = 'skipped' where kind = 'outcome'")
        .execute()
        .await
        .unwrap();
    tx.commit().await.unwrap();
    // Five months later the question of three months is of another time; the other two are still ahead.
    stage.on("5.3.2024");
    app::ask_daily(stage.house()).await.unwrap();
    app::ask_daily(stage.house()).await.unwrap();
    assert!(letters(&stage, "").await.is_empty());
    stage.on("2.4.2024");
    assert_eq!(letters(&stage, "maija@koti.example").await.len(), 1);
    stage.on("2.10.2024");
    assert_eq!(letters(&stage, "maija@koti.example").await.len(), 1, "a reminder of a link that is past is not sent");
    stage.end().await;
}

#[tokio::test]
async fn the_work_address_is_used_while_there_is_work_and_a_text_message_where_it_was_chosen() {
    let gateway = wiremock::MockServer::start().await;
    wiremock::Mock::given(wiremock::matchers::method("POST"))
        .respond_with(wiremock::ResponseTemplate::new(200))
        .mount(&gateway)
        .await;
    let stage = Stage::with(&[("sms_url", &gateway.uri()), ("sms_token", "hush")]).await;
    let case = coached(&stage).await;
    let mut maija = stage.actor("Maija").await;
    maija.see(&format!("{case}/contact")).await;
    maija.submit(&format!("{case}/contact"), &[("address", ""), ("phone", ""), ("way", "text")]).await;
    assert_eq!(maija.page.status.as_u16(), 422, "a text message needs a number");
    contact(&stage, &case, &[("address", ""), ("phone", "040 123 4567"), ("way", "text")]).await;
    interrupt(&stage, &case).await;
    stage.letters().await;
    stage.on("2.1.2024");
    assert!(letters(&stage, "").await.is_empty(), "no letter, a text message");
    let sent = gateway.received_requests().await.unwrap();
    let bodies: Vec<String> = sent.iter().map(|one| String::from_utf8_lossy(&one.body).into_owned()).collect();
    assert!(bodies.len() == 1 && bodies[0].contains("+358401234567") && bodies[0].contains("/o/"), "{bodies:?}");
    // She takes the number back: half a year later she still works, a year later no more.
    let person = stage.world.person("Maija");
    let mut tx = stage.write().await;
    urasilta::people::set_private_contact(&mut tx, person, None, None).await.unwrap();
    tx.sql("update employment set ends_on = $2 where person_id = $1")
        .bind(person)
        .bind(urasilta::clock::read_day("30.6.2024"))
        .execute()
        .await
        .unwrap();
    tx.commit().await.unwrap();
    stage.on("2.4.2024");
    assert!(!letters(&stage, "maija@example.invalid").await.is_empty());
    stage.on("2.10.2024");
    assert!(letters(&stage, "").await.is_empty(), "nobody reads that box any more");
    let round = round_page(&stage).await;
    let mut kirsi = stage.actor("Kirsi").await;
    assert!(kirsi.see(&format!("{round}/follow-up")).await.contains("1 ilman voimassa olevaa yhteystietoa"));
    stage.end().await;
}

#[tokio::test]
async fn the_end_is_refused_with_its_reason_until_what_comes_before_it_is_done() {
    let stage = Stage::new().await;
    let case = coached(&stage).await;
    let page = format!("{case}/completion");
    let words = stage.actor("Aino").await.see(&page).await;
    assert!(words.contains("Yhtään tapaamista ei ole vielä pidetty"), "{words}");
    let meeting = book(&stage, &case, ("3.10.2023", "13.00")).await;
    stage.on("4.10.2023");
    let (mut aino, mut maija) = (stage.actor("Aino").await, stage.actor("Maija").await);
    aino.see(&meeting).await;
    aino.send_form(&format!("{meeting}/held"), &[]).await;
    book(&stage, &case, ("12.10.2023", "13.00")).await;
    assert!(aino.see(&page).await.contains("Tapaaminen on vielä sovittuna"));
    let meeting = {
        aino.see(&case).await;
        let held = meeting;
        aino.page.addresses().into_iter().find(|to| to.starts_with("/sessions/") && *to != held).unwrap()
    };
    aino.see(&meeting).await;
    aino.send_form(&format!("{meeting}/cancellation"), &[("reason", "coach")]).await;
    // A page opened before everything changed is refused too, and says why.
    let mut early = stage.actor("Aino").await;
    early.see(&page).await;
    assert!(early.page.words().contains("Loppukysymyksiä ei ole vielä kysytty"), "{}", early.page.words());
    maija.see("/path").await;
    assert!(maija.page.words().contains("Olen valmis"), "{}", maija.page.words());
    maija.see(&page).await;
    let words = maija.send_form(&format!("{case}/closing"), &[]).await;
    for asked in ["Palaute valmennuksesta", "Mitä teet nyt", "Yhteystietosi valmennuksen jälkeen", "Vastaamatta"] {
        assert!(words.contains(asked), "{asked}: {words}");
    }
    assert!(words.contains("Ei tiedetä, mistä osallistujan tavoittaa"), "{words}");
    let words = aino.see(&page).await;
    assert!(words.contains("voit päättää valmennuksen 11.10.2023 alkaen"), "{words}");
    assert!(aino.page.form(&page, "").is_none(), "no button before its time");
    contact(&stage, &case, &[("address", ""), ("phone", "")]).await;
    maija.see(&page).await;
    let words = maija.send_form(&page, &[]).await;
    assert!(words.contains("Valmennus on päätetty") && words.contains("Hei Maija"), "{words}");
    stage_forget_hand_on(&stage, 2).await;
    let told = stage.letters().await;
    assert!(told.iter().any(|letter| letter.to == "aino@example.invalid" && letter.text.contains("päätetty")));
    assert_eq!(maija.status(&page).await, 409, "it has ended");
    maija.see("/path").await;
    assert!(maija.page.address("/steps/", "").is_some(), "the questions can be answered after the end too");
    stage.end().await;
}
