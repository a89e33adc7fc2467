//! Forms and sessions: words survive an ended session, one person's form is not another's, twice is once.
use axum::http::header;
use chrono::Duration;

use crate::support::{Actor, Stage};

/// The fields of the own-password form, with a long text in one of them.
fn written(actor: &Actor, action: &str, long: &str) -> Vec<(String, String)> {
    let mut fields = actor.page.hidden(action).unwrap();
    fields.push(("new".into(), long.into()));
    fields
}

const LONG: &str = "vene keinuu laiturissa ja sade ropisee kattoon koko yön";

#[tokio::test]
async fn words_survive_the_end_of_a_session_and_go_through_after_signing_in_again() {
    let stage = Stage::new().await;
    let mut maija = stage.actor("Maija").await;
    let form = format!("/me/contact/{}", stage.world.person("Maija"));
    let long = "maija.kaisa.elisabet.virtanen.lounasranta@kotiposti.example.invalid";
    maija.see(&form).await;
    let mut fields = maija.page.hidden(&form).unwrap();
    fields.push(("address".into(), long.into()));
    fields.push(("phone".into(), String::new()));
    stage.later(Duration::minutes(31));
    maija.post(&form, &fields).await;
    assert_eq!(maija.page.status.as_u16(), 401);
    assert!(maija.page.words().contains(long), "what she wrote is on the page: {}", maija.page.words());
    assert!(maija.page.addresses().contains(&"/signin".to_owned()), "and a way to sign in");

    let kept = maija.page.clone();
    maija.get("/signin").await;
    maija.send_form("/signin", &[("address", "maija@example.invalid")]).await;
    let letter = stage.letters().await.pop().unwrap();
    let code: String = letter.text.chars().filter(char::is_ascii_digit).take(8).collect();
    maija.send_form("/signin/code", &[("code", &code)]).await;

    maija.page = kept;
    let words = maija.send_form(&form, &[("address", long)]).await;
    assert!(words.contains("Tallennettu") && words.contains(long), "the same page goes through: {words}");
    stage.end().await;
}

#[tokio::test]
async fn a_form_that_ville_opened_is_refused_after_maija_signed_in_on_the_same_ward_computer() {
    let stage = Stage::new().await;
    let mut ward = stage.actor("Ville").await;
    ward.see("/me/password").await;
    let fields = written(&ward, "/me/password", LONG);
    ward.send_form("/signout", &[]).await;
    ward.get("/signin").await;
    ward.send_form("/signin", &[("address", "maija@example.invalid")]).await;
    let letter = stage.letters().await.pop().unwrap();
    let code: String = letter.text.chars().filter(char::is_ascii_digit).take(8).collect();
    ward.send_form("/signin/code", &[("code", &code)]).await;
    ward.post("/me/password", &fields).await;
    assert_eq!(ward.page.status.as_u16(), 401);
    assert!(ward.page.words().contains("Tämä lomake avattiin toisella tunnuksella"), "{}", ward.page.words());
    let mut tx = stage.house().db.read().await.unwrap();
    let maija = urasilta::privacy::human(&mut tx, stage.world.human("Maija")).await.unwrap().unwrap();
    assert_eq!(maija.password_hash, None, "nothing was saved as Maija");
    drop(tx);
    stage.end().await;
}

#[tokio::test]
async fn a_wrong_or_missing_token_and_a_foreign_page_are_refused() {
    let stage = Stage::new().await;
    let mut maija = stage.actor("Maija").await;
    maija.see("/me/password").await;
    for token in ["", "0123456789abcdef0123456789abcdef"] {
        let mut fields = written(&maija, "/me/password", LONG);
        fields.retain(|(name, _)| name != "_csrf");
        fields.push(("_csrf".into(), token.into()));
        let answer = maija.send("POST", "/me/password", Some(serde_html_form::to_string(&fields).unwrap())).await;
        assert_eq!(answer.status.as_u16(), 401, "token {token:?}");
    }
    let fields = serde_html_form::to_string(written(&maija, "/me/password", LONG)).unwrap();
    let request = axum::http::Request::post("/me/password")
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
        .header("sec-fetch-site", "cross-site")
        .body(axum::body::Body::from(fields))
        .unwrap();
    let answer = tower::ServiceExt::oneshot(stage.standing.router.clone(), request).await.unwrap();
    assert_eq!(answer.status().as_u16(), 403);
    stage.end().await;
}

#[tokio::test]
async fn a_double_click_asks_once() {
    let stage = Stage::new().await;
    let mut maija = stage.visitor();
    maija.get("/signin").await;
    let mut fields = maija.page.hidden("/signin").unwrap();
    fields.push(("address".into(), "maija@example.invalid".into()));
    for _ in 0..2 {
        maija.post("/signin", &fields).await;
        assert!(maija.page.words().starts_with("Kirjoita koodi"), "{}", maija.page.words());
    }
    assert_eq!(stage.letters().await.len(), 1);
    fields.retain(|(name, _)| name != "address");
    fields.push(("address".into(), "ville@example.invalid".into()));
    maija.post("/signin", &fields).await;
    assert_eq!(maija.page.status.as_u16(), 409, "another form under the same key is no second press");
    stage.end().await;
}

#[tokio::test]
async fn a_session_ends_after_half_an_hour_of_quiet_and_after_ten_hours_of_work() {
    let stage = Stage::new().await;
    let mut maija = stage.actor("Maija").await;
    stage.later(Duration::minutes(29));
    maija.see("/me/password").await;
    stage.later(Duration::minutes(29));
    maija.see("/me/password").await;
    stage.later(Duration::minutes(31));
    assert_eq!(maija.status("/me/password").await, 303, "half an hour of quiet");
    let mut ville = stage.actor("Ville").await;
    for _ in 0..24 {
        stage.later(Duration::minutes(25));
        ville.see("/me/password").await;
    }
    stage.later(Duration::minutes(1));
    assert_eq!(ville.status("/me/password").await, 303, "ten hours");
    stage.end().await;
}

#[tokio::test]
async fn signing_in_gives_a_new_token_in_a_strict_cookie() {
    let stage = Stage::with(&[("public_url", "https://urasilta.example.invalid")]).await;
    let mut maija = stage.visitor();
    maija.get("/signin").await;
    maija.send_form("/signin", &[("address", "maija@example.invalid")]).await;
    let letter = stage.letters().await.pop().unwrap();
    let code: String = letter.text.chars().filter(char::is_ascii_digit).take(8).collect();
    let mut fields = maija.page.hidden("/signin/code").unwrap();
    fields.push(("code".into(), code));
    let answer = maija.send("POST", "/signin/code", Some(serde_html_form::to_string(&fields).unwrap())).await;
    let line = answer.headers[header::SET_COOKIE].to_str().unwrap().to_owned();
    assert!(line.starts_with("__Host-urasilta="), "{line}");
    for part in ["Path=/", "Secure", "HttpOnly", "SameSite=Lax"] {
        assert!(line.contains(part), "{line}");
    }
    let token = line["__Host-urasilta=".len()..].split(';').next().unwrap();
    assert_eq!(token.len(), 43, "256 bits");
    stage.end().await;
}
