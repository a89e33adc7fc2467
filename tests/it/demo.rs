//! The demo's clock and mail box: months in one press, nobody signed out, every letter to be read and its link followed.
use urasilta::{
    jobs,
    mail::{self, Letter},
    signin,
};

use crate::support::Stage;

fn letter(to: &str, text: &str) -> Letter {
    Letter { to: to.into(), subject: "Uutta Urasillassa".into(), text: text.into(), calendar: None }
}

#[tokio::test]
async fn a_visitor_moves_the_clock_on_and_reads_the_letters_that_went_out() {
    let stage = Stage::demo().await;
    let mut tx = stage.write().await;
    let now = stage.now();
    signin::add_guest(&mut tx, stage.world.human("Maija"), 1).await.unwrap();
    let home = stage.house().config.get("public_url").to_owned();
    for (days, to, path) in [(10, "pekka@example.invalid", "/waiting"), (40, "maija@example.invalid", "/path")] {
        let later = letter(to, &format!("Hei!\n\nKirjaudu sisään: {home}{path}"));
        jobs::ask(&mut tx, mail::SEND, &later, now + chrono::Duration::days(days)).await.unwrap();
    }
    tx.commit().await.unwrap();

    let mut guest = stage.visitor();
    let words = guest.see("/demo").await;
    assert!(words.contains("Maija Virtanen") && words.contains("Kello on nyt 2.10.2023 klo 9.00"), "{words}");
    guest.see("/demo").await;
    let maija = format!("/demo/people/{}", stage.world.human("Maija"));
    guest.send_form(&maija, &[]).await;
    assert!(guest.see("/path").await.contains("Maija"), "she has entered with one click");

    guest.see("/demo").await;
    let words = guest.send_form("/demo/clock", &[("to", "next")]).await;
    assert!(words.contains("Se on nyt 12.10.2023 klo 9.00") && words.contains("Lähti yksi viesti"), "{words}");
    let words = guest.send_form("/demo/clock", &[("to", "tomorrow")]).await;
    assert!(words.contains("13.10.2023 klo 9.00") && words.contains("Viestejä ei lähtenyt"), "{words}");
    let words = guest.send_form("/demo/clock", &[("to", "month")]).await;
    assert!(words.contains("13.11.2023 klo 9.00") && words.contains("Lähti yksi viesti"), "{words}");
    assert_eq!(guest.status("/path").await, 200, "she is signed in after a jump of a month");

    let words = guest.see("/demo/mail").await;
    let (newer, older) = (words.find("maija@").unwrap(), words.find("pekka@").unwrap());
    assert!(newer < older && words.contains("11.11.2023 klo 8.00"), "each went out in its own time: {words}");
    let mut letters = guest.page.forms().into_iter().filter(|form| form.action.starts_with("/demo/letters/"));
    let last = letters.next_back().unwrap().action;
    let words = guest.send_form(&last, &[]).await;
    assert!(words.contains("Odottaa sinua"), "Pekka has opened his link: {words}");
    stage.house().mailer.take();
    stage.end().await;
}

#[tokio::test]
async fn a_code_is_used_from_the_mail_box() {
    let stage = Stage::demo().await;
    let mut guest = stage.visitor();
    guest.see("/signin").await;
    guest.send_form("/signin", &[("address", "maija@example.invalid")]).await;
    assert_eq!(stage.letters().await.len(), 1);
    guest.see("/demo/mail").await;
    guest.send_form("/signin/code", &[]).await;
    assert!(guest.page.html().contains("Maija Virtanen"), "{}", guest.page.words());
    stage.end().await;
}

#[tokio::test]
async fn no_other_house_has_a_clock_to_move_or_a_mail_box() {
    let stage = Stage::new().await;
    let mut guest = stage.visitor();
    assert_eq!(guest.status("/demo/mail").await, 404);
    guest.see("/signin").await;
    let mut fields = guest.page.hidden("/signin").unwrap();
    fields.push(("to".into(), "month".into()));
    for path in ["/demo/clock", &format!("/demo/people/{}", stage.world.human("Maija"))] {
        guest.post(path, &fields).await;
        assert_eq!(guest.page.status.as_u16(), 404, "{path}");
    }
    assert_eq!(stage.now(), crate::support::monday());
    stage.letters().await;
    stage.end().await;
}
