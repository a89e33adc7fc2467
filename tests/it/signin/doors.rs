//! The ways in and out: a code, a password, the first administrator, the demo's personas.
use axum::http::header;
use urasilta::{
    mail::Letter,
    privacy::{self, Human},
    signin::{self, Persona},
};

use crate::support::{Actor, Stage};

/// The digits of the code in a letter.
fn code_in(letter: &Letter) -> String {
    let digits: Vec<String> = letter
        .text
        .split_whitespace()
        .map(|word| word.chars().filter(char::is_ascii_digit).collect::<String>())
        .filter(|word| word.len() == 4)
        .collect();
    digits.concat()
}

/// Asks for a code and takes the letter that came.
async fn ask(stage: &Stage, visitor: &mut Actor, address: &str) -> Option<Letter> {
    visitor.get("/signin").await;
    visitor.send_form("/signin", &[("address", address)]).await;
    stage.letters().await.pop()
}

#[tokio::test]
async fn maija_signs_in_with_a_code_from_her_work_mail_and_goes_on_to_where_she_was_going() {
    let stage = Stage::new().await;
    let mut maija = stage.visitor();
    assert_eq!(maija.status("/me/password").await, 303);
    maija.get("/me/password").await;
    assert!(maija.page.words().starts_with("Kirjaudu sisään"), "{}", maija.page.words());
    maija.send_form("/signin", &[("address", " Maija@Example.invalid ")]).await;
    let letter = stage.letters().await.pop().unwrap();
    assert_eq!((letter.to.as_str(), letter.subject.as_str()), ("maija@example.invalid", "Kirjautumiskoodisi"));
    let code = code_in(&letter);
    assert_eq!(code.len(), 8, "{}", letter.text);
    let words = maija.send_form("/signin/code", &[("code", &code)]).await;
    assert!(words.starts_with("Salasana ja istunnot"), "{words}");
    assert!(maija.page.html().contains("Maija Virtanen"));
    stage.end().await;
}

#[tokio::test]
async fn an_unknown_address_gets_the_same_answer_and_no_letter() {
    let stage = Stage::new().await;
    let (mut known, mut unknown) = (stage.visitor(), stage.visitor());
    assert!(ask(&stage, &mut known, "maija@example.invalid").await.is_some());
    assert!(ask(&stage, &mut unknown, "nobody@example.invalid").await.is_none());
    assert_eq!(known.page.words(), unknown.page.words());
    for visitor in [&mut known, &mut unknown] {
        visitor.submit("/signin/code", &[("code", "0000 0000")]).await;
        assert_eq!(visitor.page.status.as_u16(), 422);
    }
    assert_eq!(known.page.words(), unknown.page.words());
    stage.end().await;
}

#[tokio::test]
async fn a_code_works_once_in_its_own_browser_for_ten_minutes_and_five_tries() {
    let stage = Stage::new().await;
    let mut maija = stage.visitor();
    let code = code_in(&ask(&stage, &mut maija, "maija@example.invalid").await.unwrap());
    let mut thief = stage.visitor();
    ask(&stage, &mut thief, "ville@example.invalid").await.unwrap();
    thief.submit("/signin/code", &[("code", &code)]).await;
    assert_eq!(thief.page.status.as_u16(), 422, "a code read over the shoulder is nothing in another browser");

    let mut twin = Actor::clone(&maija);
    maija.send_form("/signin/code", &[("code", &code)]).await;
    assert!(maija.page.html().contains("Maija Virtanen"));
    twin.submit("/signin/code", &[("code", &code)]).await;
    assert!(twin.page.words().contains("Koodi ei ole enää voimassa"), "once: {}", twin.page.words());

    let mut late = stage.visitor();
    let code = code_in(&ask(&stage, &mut late, "sara@example.invalid").await.unwrap());
    stage.later(chrono::Duration::minutes(11));
    late.submit("/signin/code", &[("code", &code)]).await;
    assert!(late.page.words().contains("Koodi ei ole enää voimassa"), "{}", late.page.words());

    let mut guesser = stage.visitor();
    let code = code_in(&ask(&stage, &mut guesser, "heikki@example.invalid").await.unwrap());
    let wrong = if code.starts_with('0') { "11111111" } else { "00000000" };
    for _ in 0..4 {
        guesser.submit("/signin/code", &[("code", wrong)]).await;
        assert!(guesser.page.words().contains("Koodi ei ole oikea"), "{}", guesser.page.words());
    }
    guesser.submit("/signin/code", &[("code", wrong)]).await;
    guesser.submit("/signin/code", &[("code", &code)]).await;
    assert!(guesser.page.words().contains("Koodi ei ole enää voimassa"), "{}", guesser.page.words());
    stage.end().await;
}

#[tokio::test]
async fn asking_again_and_again_waits_longer_but_never_locks_out() {
    let stage = Stage::new().await;
    let mut maija = stage.visitor();
    for _ in 0..4 {
        assert!(ask(&stage, &mut maija, "maija@example.invalid").await.is_some());
    }
    maija.get("/signin").await;
    maija.submit("/signin", &[("address", "maija@example.invalid")]).await;
    assert_eq!(maija.page.status.as_u16(), 429);
    assert_eq!(maija.page.headers[header::RETRY_AFTER], "2");
    assert!(maija.page.words().contains("Odota hetki"), "{}", maija.page.words());
    stage.later(chrono::Duration::seconds(3));
    assert!(ask(&stage, &mut maija, "maija@example.invalid").await.is_some(), "she is not locked out");
    stage.end().await;
}

#[tokio::test]
async fn only_own_paths_are_gone_on_to() {
    let stage = Stage::new().await;
    let mut maija = stage.visitor();
    maija.get("/signin?next=https%3A%2F%2Fevil.example%2F").await;
    let fields = maija.page.hidden("/signin").unwrap();
    assert!(fields.contains(&("next".to_owned(), "/".to_owned())), "{fields:?}");
    maija.submit("/signin", &[("address", "maija@example.invalid"), ("next", "//evil.example/")]).await;
    let code = code_in(&stage.letters().await.pop().unwrap());
    let mut fields = maija.page.hidden("/signin/code").unwrap();
    fields.push(("code".into(), code));
    let body = serde_html_form::to_string(&fields).unwrap();
    let answer = maija.send("POST", "/signin/code", Some(body)).await;
    assert_eq!((answer.status.as_u16(), answer.headers[header::LOCATION].to_str().unwrap()), (303, "/"));
    stage.end().await;
}

#[tokio::test]
async fn a_password_is_set_refused_when_weak_and_opens_the_door() {
    let stage = Stage::new().await;
    let mut maija = stage.actor("Maija").await;
    maija.see("/me/password").await;
    for (weak, why) in
        [("aaksu", "liian lyhyt"), ("Salasana2024!!", "helppo arvata"), ("maijavirtanen1", "organisaation nimiä")]
    {
        maija.submit("/me/password", &[("new", weak)]).await;
        assert_eq!(maija.page.status.as_u16(), 422);
        assert!(maija.page.words().contains(why), "{}", maija.page.words());
        assert!(!maija.page.html().contains(weak), "a password is never sent back");
    }
    let mut elsewhere = stage.actor("Maija").await;
    let words = maija.send_form("/me/password", &[("new", "vene keinuu laiturissa")]).await;
    assert!(words.contains("Salasana on vaihdettu"), "{words}");
    assert_eq!(elsewhere.status("/me/password").await, 303, "other sessions have ended");

    let mut later = stage.visitor();
    later.get("/signin/password?next=%2Fme%2Fpassword").await;
    let form = [("address", "maija@example.invalid"), ("password", "vene keinuu laiturilla")];
    later.submit("/signin/password", &form).await;
    let wrong = later.page.words();
    later.submit("/signin/password", &[("address", "nobody@example.invalid"), form[1]]).await;
    assert_eq!((later.page.status.as_u16(), later.page.words()), (422, wrong), "known or not: the same answer");
    let words = later.send_form("/signin/password", &[form[0], ("password", "vene keinuu laiturissa")]).await;
    assert!(words.starts_with("Salasana ja istunnot"), "{words}");
    later.submit("/me/password", &[("old", "arvaus"), ("new", "kolme kirjavaa kissanpentua")]).await;
    assert!(later.page.words().contains("Nykyinen salasana ei ole oikea"), "{}", later.page.words());
    stage.end().await;
}

#[tokio::test]
async fn who_holds_a_role_without_an_app_needs_a_code_besides_the_password() {
    let stage = Stage::new().await;
    let mut pekka = stage.actor("Pekka").await;
    pekka.see("/me/password").await;
    pekka.send_form("/me/password", &[("new", "vene keinuu laiturissa")]).await;
    let mut later = stage.visitor();
    later.get("/signin/password").await;
    let form = [("address", "pekka@example.invalid"), ("password", "vene keinuu laiturissa")];
    let words = later.send_form("/signin/password", &form).await;
    assert!(words.starts_with("Kirjoita koodi"), "{words}");
    assert_eq!(later.status("/me/password").await, 303, "not in yet");
    let code = code_in(&stage.letters().await.pop().unwrap());
    later.send_form("/signin/code", &[("code", &code)]).await;
    assert!(later.page.html().contains("Pekka Niemi"));
    stage.end().await;
}

#[tokio::test]
async fn guessing_a_password_waits_longer_each_time_and_a_code_still_opens() {
    let stage = Stage::new().await;
    let mut guesser = stage.visitor();
    guesser.get("/signin/password").await;
    let form = [("address", "maija@example.invalid"), ("password", "jokin ihan muu arvaus")];
    for _ in 0..6 {
        guesser.submit("/signin/password", &form).await;
        assert_eq!(guesser.page.status.as_u16(), 422);
    }
    guesser.submit("/signin/password", &form).await;
    assert_eq!(guesser.page.status.as_u16(), 429);
    let mut maija = stage.visitor();
    let code = code_in(&ask(&stage, &mut maija, "maija@example.invalid").await.unwrap());
    maija.send_form("/signin/code", &[("code", &code)]).await;
    assert!(maija.page.html().contains("Maija Virtanen"), "somebody else's guesses do not lock her out");
    stage.end().await;
}

#[tokio::test]
async fn signing_out_ends_this_session_or_all_and_leaving_shows_nothing() {
    let stage = Stage::new().await;
    let (mut ward, mut phone) = (stage.actor("Maija").await, stage.actor("Maija").await);
    ward.see("/me/password").await;
    let mut copied = Actor::clone(&ward);
    let words = ward.send_form("/signout", &[]).await;
    assert!(words.contains("Olet kirjautunut ulos"), "{words}");
    assert_eq!(copied.status("/me/password").await, 303, "the token is worth nothing any more");
    phone.see("/me/password").await;
    let mut copied = Actor::clone(&phone);
    let words = phone.send_form("/signout/all", &[]).await;
    assert!(words.contains("Kaikki istuntosi ovat päättyneet"), "{words}");
    assert_eq!(copied.status("/me/password").await, 303);

    let mut sara = stage.actor("Sara").await;
    let words = sara.see("/leave").await;
    assert_eq!(words, "Sivu on suljettu");
    assert!(!sara.page.html().contains("Urasilta"));
    assert_eq!(sara.status("/me/password").await, 303);
    stage.end().await;
}

#[tokio::test]
async fn a_closed_account_gets_no_code_and_keeps_no_session() {
    let stage = Stage::new().await;
    let mut ville = stage.actor("Ville").await;
    let mut tx = stage.write().await;
    tx.sql("update human set disabled_at = $2 where id = $1")
        .bind(stage.world.human("Ville"))
        .bind(stage.now())
        .execute()
        .await
        .unwrap();
    tx.commit().await.unwrap();
    assert_eq!(ville.status("/me/password").await, 303);
    assert!(ask(&stage, &mut ville, "ville@example.invalid").await.is_none());
    stage.end().await;
}

#[tokio::test]
async fn a_fresh_house_is_begun_once_with_the_code_from_the_console() {
    let stage = Stage::empty().await;
    let first = signin::set_up_code(stage.house()).await.unwrap().unwrap();
    let code = signin::set_up_code(stage.house()).await.unwrap().unwrap();
    let mut arja = stage.visitor();
    arja.see("/setup").await;
    let form = [
        ("code", code.as_str()),
        ("organisation", "Järvilaakson hyvinvointialue"),
        ("kind", "wellbeing_county"),
        ("name", "Arja Korpi"),
        ("address", "arja@example.invalid"),
        ("password", "vene keinuu laiturissa"),
    ];
    let mut wrong = form;
    wrong[0].1 = &first;
    arja.submit("/setup", &wrong).await;
    assert_eq!(arja.page.status.as_u16(), 422);
    assert!(arja.page.words().contains("Aloituskoodi ei ole oikea"), "an older code: {}", arja.page.words());
    assert!(arja.page.html().contains("value=\"Arja Korpi\""), "her words are kept");
    let words = arja.send_form("/setup", &form).await;
    assert!(words.starts_with("Ota todennussovellus käyttöön"), "the administrator too: {words}");
    assert_eq!(arja.status("/system").await, 303, "not before");
    let mut second = stage.visitor();
    assert_eq!(second.status("/setup").await, 404, "there is no such page any more");
    assert_eq!(signin::set_up_code(stage.house()).await.unwrap(), None);
    let count = stage.humans().await;
    assert_eq!(count, 1);
    stage.end().await;
}

#[tokio::test]
async fn a_demo_lets_anybody_in_with_one_click_and_no_other_house_does() {
    let stage = Stage::demo().await;
    let mut tx = stage.write().await;
    signin::set_persona(&mut tx, Persona::Administrator, stage.world.human("Arja")).await.unwrap();
    signin::set_persona(&mut tx, Persona::Participant, stage.world.human("Maija")).await.unwrap();
    tx.commit().await.unwrap();
    let mut guest = stage.visitor();
    let words = guest.see("/demo").await;
    assert!(words.contains("Maija Virtanen") && words.contains("Osallistuja"), "{words}");
    guest.send_form("/demo/administrator", &[]).await;
    assert!(guest.page.words().contains("Järjestelmän tila"), "{}", guest.page.words());
    stage.end().await;

    let real = Stage::new().await;
    let mut tx = real.write().await;
    signin::set_persona(&mut tx, Persona::Administrator, real.world.human("Arja")).await.unwrap();
    tx.commit().await.unwrap();
    let mut guest = real.visitor();
    assert_eq!(guest.status("/demo").await, 404);
    guest.get("/signin").await;
    let fields = guest.page.hidden("/signin").unwrap();
    guest.post("/demo/administrator", &fields).await;
    assert_eq!(guest.page.status.as_u16(), 404);
    assert_eq!(guest.status("/system").await, 303, "nobody has been let in");
    real.end().await;
}

#[tokio::test]
async fn a_phone_number_gets_its_code_as_a_text_message() {
    use wiremock::{Mock, MockServer, ResponseTemplate, matchers};
    let gateway = MockServer::start().await;
    Mock::given(matchers::method("POST"))
        .and(matchers::header("authorization", "Bearer hush"))
        .respond_with(ResponseTemplate::new(503))
        .up_to_n_times(1)
        .mount(&gateway)
        .await;
    Mock::given(matchers::method("POST"))
        .and(matchers::header("authorization", "Bearer hush"))
        .respond_with(ResponseTemplate::new(202))
        .mount(&gateway)
        .await;
    let stage = Stage::with(&[("sms_url", &gateway.uri()), ("sms_token", "hush")]).await;
    let mut tx = stage.write().await;
    let human = Human {
        id: urasilta::ident::at(stage.now()),
        name: "Niilo Kenttä".into(),
        lang: "sv".into(),
        address: None,
        phone: Some("+358401234567".into()),
        password_hash: None,
    };
    privacy::add_human(&mut tx, &human, stage.now()).await.unwrap();
    tx.commit().await.unwrap();
    let mut niilo = stage.visitor();
    assert!(ask(&stage, &mut niilo, "040 123 4567").await.is_none(), "no mail");
    stage.later(chrono::Duration::seconds(30));
    stage.run_jobs().await;
    let asked = gateway.received_requests().await.unwrap();
    assert_eq!(asked.len(), 2, "a gateway that is busy is asked again");
    let said: serde_json::Value = asked[1].body_json().unwrap();
    assert_eq!(said["to"], "+358401234567");
    let text = said["text"].as_str().unwrap();
    assert!(text.starts_with("Din inloggningskod"), "in his language: {text}");
    let code: String = text.chars().filter(char::is_ascii_digit).take(8).collect();
    niilo.send_form("/signin/code", &[("code", &code)]).await;
    assert!(niilo.page.html().contains("Niilo Kenttä"));
    stage.end().await;
}
