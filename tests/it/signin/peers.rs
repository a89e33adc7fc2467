//! With servers of others: a certified OpenID Connect provider and a real SMTP server. `./test` installs both.
use std::collections::BTreeMap;

use axum::http::{StatusCode, header};
use chrono::Duration;
use urasilta::{
    app::{self, Foundation, Standing},
    jobs,
    mail::{self, Calendar, Letter, Mailer},
};

use crate::support::{Actor, Peer, Stage, installed};

const BACK: &str = "http://127.0.0.1:8080/signin/oidc/callback";

/// The provider and a house that trusts it.
async fn provider() -> Option<(Peer, Stage)> {
    installed("URASILTA_TEST_PEERS")?;
    let mut peer = Peer::start("node", "oidc.mjs", &[BACK]);
    let issuer = peer.next()["issuer"].as_str().unwrap().to_owned();
    let settings = [
        ("oidc_issuer", issuer.as_str()),
        ("oidc_client_id", "urasilta"),
        ("oidc_client_secret", "hush-hush-hush-hush-hush-hush-hush"),
    ];
    Some((peer, Stage::with(&settings).await))
}

/// A browser at the provider: follows it until it sends the visit back, and gives that address.
async fn through(start: &str, who: &str) -> String {
    let client = reqwest::Client::builder().redirect(reqwest::redirect::Policy::none()).build().unwrap();
    let mut cookies: BTreeMap<String, String> = BTreeMap::new();
    let mut at = format!("{start}&login_hint={who}");
    for _ in 0..10 {
        let said = cookies.iter().map(|(name, value)| format!("{name}={value}")).collect::<Vec<_>>().join("; ");
        let answer = client.get(&at).header(header::COOKIE, said).send().await.unwrap();
        for line in answer.headers().get_all(header::SET_COOKIE) {
            let pair = line.to_str().unwrap().split(';').next().unwrap();
            let (name, value) = pair.split_once('=').unwrap();
            cookies.insert(name.to_owned(), value.to_owned());
        }
        let to = answer.headers().get(header::LOCATION).map(|to| to.to_str().unwrap().to_owned());
        let status = answer.status();
        let Some(to) = to else { panic!("{at} answered {status}: {}", answer.text().await.unwrap()) };
        if to.starts_with(BACK) {
            return to.trim_start_matches("http://127.0.0.1:8080").to_owned();
        }
        at = reqwest::Url::parse(&at).unwrap().join(&to).unwrap().to_string();
    }
    panic!("the provider goes round and round");
}

/// Leaves the house for the provider; gives where it was sent.
async fn leave(actor: &mut Actor, path: &str) -> String {
    let answer = actor.send("GET", path, None).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.words());
    answer.headers[header::LOCATION].to_str().unwrap().to_owned()
}

#[tokio::test]
async fn maija_signs_in_by_her_organisations_own_service() {
    let Some((peer, stage)) = provider().await else { return };
    let mut maija = stage.visitor();
    maija.get("/signin?next=%2Fme%2Fpassword").await;
    let path = maija.page.address("/signin/oidc?", "").unwrap();
    let start = leave(&mut maija, &path).await;
    for part in ["code_challenge_method=S256", "state=", "nonce=", "response_type=code"] {
        assert!(start.contains(part), "{start}");
    }
    let back = through(&start, "maija").await;
    let mut thief = stage.visitor();
    thief.get(&back).await;
    assert_eq!(thief.page.status, StatusCode::CONFLICT, "a stolen address is nothing in another browser");
    let words = maija.see(&back).await;
    assert!(words.starts_with("Salasana ja istunnot"), "{words}");
    assert!(maija.page.html().contains("Maija Virtanen"));
    let mut again = maija.clone();
    again.get(&back).await;
    assert_eq!(again.page.status, StatusCode::CONFLICT, "a code comes back once");

    let start = leave(&mut maija, "/signin/oidc").await;
    let back = through(&start, "maija").await;
    maija.see("/signin").await;
    assert_eq!(maija.status(&back).await, 303, "the second time she is known by the subject");
    stage.end().await;
    drop(peer);
}

#[tokio::test]
async fn the_service_makes_no_account_and_an_unproved_address_proves_nothing() {
    let Some((peer, stage)) = provider().await else { return };
    let count = async |stage: &Stage| stage.humans().await;
    let before = count(&stage).await;
    for who in ["stranger", "unproved-maija"] {
        let mut visitor = stage.visitor();
        visitor.get("/signin").await;
        let start = leave(&mut visitor, "/signin/oidc").await;
        let back = through(&start, who).await;
        visitor.get(&back).await;
        assert_eq!(visitor.page.status, StatusCode::CONFLICT, "{who}");
        assert!(visitor.page.words().contains("sinulla ei ole tiliä"), "{}", visitor.page.words());
        assert_eq!(visitor.status("/me/password").await, 303, "{who} is not in");
    }
    assert_eq!(count(&stage).await, before);
    stage.end().await;
    drop(peer);
}

#[tokio::test]
async fn a_service_that_asked_for_a_second_factor_is_believed_and_another_is_not() {
    let Some((peer, stage)) = provider().await else { return };
    for (who, led_to) in [("kirsi", "/signin/second/new"), ("mfa-kirsi", "/rounds")] {
        let mut kirsi = stage.visitor();
        kirsi.get("/signin?next=%2Frounds").await;
        let path = kirsi.page.address("/signin/oidc?", "").unwrap();
        let start = leave(&mut kirsi, &path).await;
        let back = through(&start, who).await;
        assert_eq!(leave(&mut kirsi, &back).await, led_to, "{who}");
        // The subject at the service is another one each time; who is known by the first stays so.
        let mut tx = stage.write().await;
        tx.sql("update human set oidc_subject = null").execute().await.unwrap();
        tx.commit().await.unwrap();
    }
    stage.end().await;
    drop(peer);
}

#[tokio::test]
async fn a_wrong_state_is_refused_and_without_a_service_there_is_no_such_page() {
    let stage = Stage::new().await;
    assert_eq!(stage.visitor().status("/signin/oidc").await, 404);
    assert_eq!(stage.visitor().status("/signin/oidc/callback?code=x&state=y").await, 404);
    stage.end().await;
    let Some((peer, stage)) = provider().await else { return };
    let mut maija = stage.visitor();
    maija.get("/signin").await;
    let start = leave(&mut maija, "/signin/oidc").await;
    let back = through(&start, "maija").await;
    let forged = back.replace("state=", "state=x");
    maija.get(&forged).await;
    assert_eq!(maija.page.status, StatusCode::CONFLICT);
    maija.get(&back).await;
    assert_eq!(maija.page.status, StatusCode::CONFLICT, "a wrong try spends the visit's one chance");
    stage.end().await;
    drop(peer);
}

/// The stage's house once more, sending its mail to a real server.
async fn with_smtp(stage: &Stage, port: u64) -> Standing {
    let mut config = stage.house().config.clone();
    config.set("test", "mail", "smtp".into()).unwrap();
    config.set("test", "smtp_url", format!("smtp://127.0.0.1:{port}")).unwrap();
    let mailer = Mailer::of(&config).unwrap();
    let clock = stage.house().clock.clone();
    app::build(Foundation { config, clock, mailer, demo: false }).await.unwrap()
}

fn invitation() -> Letter {
    let text = "BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nBEGIN:VEVENT\r\nSUMMARY:Tapaaminen – näin sovittiin\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
    Letter {
        to: "Maija Virtanen <maija@example.invalid>".into(),
        subject: "Sinulle on kutsu tapaamiseen".into(),
        text: "Hei!\n\nAvaa kutsu: http://127.0.0.1:8080/path\n".into(),
        calendar: Some(Calendar { method: "REQUEST".into(), text: text.into() }),
    }
}

async fn post(stage: &Stage, letter: &Letter) {
    let mut tx = stage.write().await;
    mail::post(&mut tx, letter, stage.now()).await.unwrap();
    tx.commit().await.unwrap();
}

#[tokio::test]
async fn a_letter_with_an_invitation_arrives_whole_though_the_server_is_busy_at_first() {
    let Some(python) = installed("URASILTA_TEST_PYTHON") else { return };
    let mut server = Peer::start(&python, "smtp.py", &["2"]);
    let stage = Stage::new().await;
    let sending = with_smtp(&stage, server.next()["port"].as_u64().unwrap()).await;
    post(&stage, &invitation()).await;
    for _ in 0..2 {
        assert_eq!(app::run_jobs(&sending.house).await.unwrap(), 1);
        assert_eq!(server.next()["put_off"][0], "maija@example.invalid");
        assert_eq!(app::run_jobs(&sending.house).await.unwrap(), 0, "it waits before the next try");
        stage.later(Duration::minutes(5));
    }
    assert_eq!(app::run_jobs(&sending.house).await.unwrap(), 1);
    let letter = server.next();
    assert_eq!(letter["to"][0], "maija@example.invalid");
    assert_eq!(letter["subject"], "Sinulle on kutsu tapaamiseen");
    let parts = letter["parts"].as_array().unwrap();
    let types: Vec<&str> = parts.iter().map(|part| part["type"].as_str().unwrap()).collect();
    assert_eq!(types, ["text/plain", "text/calendar", "text/calendar"]);
    assert!(parts[0]["text"].as_str().unwrap().contains("Avaa kutsu: http://127.0.0.1:8080/path"));
    for part in &parts[1..] {
        assert_eq!(part["method"], "REQUEST");
        let text = part["text"].as_str().unwrap().replace("\r\n", "\n");
        assert!(text.contains("SUMMARY:Tapaaminen – näin sovittiin\n"), "{text}");
    }
    assert_eq!(parts[2]["name"], "kutsu.ics");
    stage.later(Duration::hours(1));
    assert_eq!(app::run_jobs(&sending.house).await.unwrap(), 0, "it is sent once");
    stage.end().await;
}

#[tokio::test]
async fn a_letter_to_a_server_that_is_gone_is_laid_aside_and_shown_to_the_administrator() {
    let Some(python) = installed("URASILTA_TEST_PYTHON") else { return };
    let mut server = Peer::start(&python, "smtp.py", &[]);
    let stage = Stage::new().await;
    let port = server.next()["port"].as_u64().unwrap();
    drop(server);
    let sending = with_smtp(&stage, port).await;
    post(&stage, &invitation()).await;
    for _ in 0..jobs::TRIES {
        assert_eq!(app::run_jobs(&sending.house).await.unwrap(), 1);
        stage.later(Duration::hours(6));
    }
    assert_eq!(app::run_jobs(&sending.house).await.unwrap(), 0, "laid aside");
    let mut arja = stage.actor("Arja").await;
    let words = arja.see("/system").await;
    assert!(words.contains("mail.send") && words.contains("the mail server"), "{words}");
    assert!(!words.contains("Maija") && !words.contains("kutsu"), "nothing of the letter: {words}");
    let action = arja.page.address("/system/jobs/", "/retry").unwrap();
    arja.send_form(&action, &[]).await;
    assert_eq!(stage.letters().await.len(), 1, "when the cause is mended it goes");
    stage.end().await;
}
