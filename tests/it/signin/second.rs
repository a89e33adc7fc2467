//! The second factor: taken into use at the first sign-in, asked ever after, lost, replaced, taken away.
use axum::http::header;
use chrono::Duration;
use totp_rs::Builder;
use urasilta::{
    events,
    privacy::{self, Edge, Role},
};

use crate::support::{Actor, Stage};

/// What the app on somebody's phone shows now.
fn app(stage: &Stage, key: &str) -> String {
    let secret: [u8; 20] = data_encoding::BASE32_NOPAD.decode(key.as_bytes()).unwrap().try_into().unwrap();
    let now = u64::try_from(stage.now().timestamp()).unwrap();
    Builder::new().with_secret(secret).build().unwrap().generate(now).to_string()
}

/// A code that is not right now.
fn wrong(stage: &Stage, key: &str) -> String {
    (0..4)
        .map(|n| format!("{n}{n}{n}{n}{n}{n}"))
        .find(|code| (-1..=1).all(|step| app_at(stage, key, step * 30) != *code))
        .unwrap()
}

fn app_at(stage: &Stage, key: &str, seconds: i64) -> String {
    stage.house().clock.move_to(stage.now() + Duration::seconds(seconds));
    let code = app(stage, key);
    stage.house().clock.move_to(stage.now() - Duration::seconds(seconds));
    code
}

/// The key that stands on the page as text.
fn key_of(actor: &Actor) -> String {
    let html = actor.page.html();
    let key = html.split("<b class=\"key\">").nth(1).unwrap().split('<').next().unwrap();
    key.replace(' ', "")
}

/// The recovery codes that the page shows.
fn codes_of(actor: &Actor) -> Vec<String> {
    let html = actor.page.html();
    let list = html.split("<ul class=\"codes\">").nth(1).unwrap().split("</ul>").next().unwrap();
    list.split("<li>").skip(1).map(|code| code.split('<').next().unwrap().to_owned()).collect()
}

/// The first factor, by a mailed code; gives the words of the page after it.
async fn knock(stage: &Stage, visitor: &mut Actor, address: &str, next: &str) -> String {
    visitor.get(&format!("/signin?next={next}")).await;
    visitor.send_form("/signin", &[("address", address)]).await;
    let letter = stage.letters().await.into_iter().rev().find(|letter| letter.text.contains("10 minuuttia")).unwrap();
    let code: String = letter.text.chars().filter(char::is_ascii_digit).take(8).collect();
    visitor.send_form("/signin/code", &[("code", &code)]).await
}

/// Somebody takes an app into use at the door; gives their browser, the key and the recovery codes.
async fn enrolled(stage: &Stage, address: &str) -> (Actor, String, Vec<String>) {
    let mut visitor = stage.visitor();
    let words = knock(stage, &mut visitor, address, "").await;
    assert!(words.starts_with("Ota todennussovellus käyttöön"), "{words}");
    let key = key_of(&visitor);
    let code = app(stage, &key);
    visitor.send_form("/signin/second/new", &[("code", &code)]).await;
    let codes = codes_of(&visitor);
    assert_eq!(stage.letters().await.len(), 1, "the change is told by mail");
    (visitor, key, codes)
}

#[tokio::test]
async fn kirsi_takes_an_app_into_use_at_her_first_sign_in_and_is_asked_for_it_ever_after() {
    let stage = Stage::new().await;
    let mut kirsi = stage.visitor();
    let words = knock(&stage, &mut kirsi, "kirsi@example.invalid", "/rounds").await;
    assert!(words.starts_with("Ota todennussovellus käyttöön"), "{words}");
    assert_eq!(kirsi.status("/rounds").await, 303, "she is not in yet");
    let key = key_of(&kirsi);
    let html = kirsi.page.html();
    assert!(html.contains(&format!("otpauth://totp/Urasilta:kirsi%40example.invalid?secret={key}&")), "{html}");
    assert!(html.contains("<svg width=\"232\""), "a picture to point the phone at");
    let no = wrong(&stage, &key);
    kirsi.submit("/signin/second/new", &[("code", &no)]).await;
    assert_eq!((kirsi.page.status.as_u16(), key_of(&kirsi)), (422, key.clone()), "the same key, once more");
    let code = app(&stage, &key);
    let words = kirsi.send_form("/signin/second/new", &[("code", &code)]).await;
    assert!(words.starts_with("Ota varakoodit talteen"), "{words}");
    assert_eq!(codes_of(&kirsi).len(), 10);
    let letter = stage.letters().await.pop().unwrap();
    assert_eq!(letter.subject, "Kirjautumisesi suojaus on muuttunut");
    assert!(kirsi.page.addresses().contains(&"/rounds".to_owned()), "on to where she was going");
    kirsi.see("/rounds").await;
    assert_eq!(kirsi.status("/signin/second/new").await, 303, "the codes are shown once");

    let mut later = stage.visitor();
    let words = knock(&stage, &mut later, "kirsi@example.invalid", "/rounds").await;
    assert!(words.starts_with("Kirjoita sovelluksen koodi"), "{words}");
    later.submit("/signin/second", &[("code", &code)]).await;
    assert_eq!(later.page.status.as_u16(), 422, "a code that was used is used");
    assert!(later.page.words().contains("jo käytetty"), "{}", later.page.words());
    let no = wrong(&stage, &key);
    later.submit("/signin/second", &[("code", &no)]).await;
    assert_eq!(later.page.status.as_u16(), 422);
    assert_eq!(later.status("/rounds").await, 303, "still outside");
    stage.later(Duration::seconds(60));
    let early = app_at(&stage, &key, -30);
    let words = later.send_form("/signin/second", &[("code", &early)]).await;
    assert!(words.contains("Kierrokset") && later.page.html().contains("Kirsi Salo"), "{words}");
    stage.end().await;
}

#[tokio::test]
async fn whoever_presses_twice_is_shown_the_way_to_new_recovery_codes() {
    let stage = Stage::new().await;
    let mut kirsi = stage.visitor();
    knock(&stage, &mut kirsi, "kirsi@example.invalid", "/rounds").await;
    let key = key_of(&kirsi);
    let code = app(&stage, &key);
    // Without scripts nothing stops the second press; the browser shows its answer and drops the first.
    let (mut second_press, mut much_later) = (kirsi.clone(), kirsi.clone());
    kirsi.send_form("/signin/second/new", &[("code", &code)]).await;
    assert_eq!(codes_of(&kirsi).len(), 10);
    let words = second_press.send_form("/signin/second/new", &[("code", &code)]).await;
    assert!(words.starts_with("Sovellus on jo käytössä") && words.contains("Tee uudet varakoodit"), "{words}");
    assert!(second_press.page.addresses().contains(&"/me/second-factor".to_owned()));
    assert_eq!(second_press.status("/me/second-factor").await, 303, "a used code opens nothing");
    stage.later(Duration::seconds(60));
    kirsi.see("/me/second-factor").await;
    let code = app(&stage, &key);
    kirsi.send_form("/me/second-factor", &[("code", &code), ("do", "codes")]).await;
    assert_eq!(codes_of(&kirsi).len(), 10, "new ones on the page that it leads to");
    stage.later(Duration::minutes(3));
    let words = much_later.send_form("/signin/second/new", &[("code", &code)]).await;
    assert!(!words.contains("Sovellus on jo käytössä"), "later it is an old form like any other: {words}");
    stage.letters().await;
    stage.end().await;
}

#[tokio::test]
async fn the_key_of_the_app_lies_sealed_and_the_recovery_codes_as_hashes() {
    let stage = Stage::new().await;
    let (_, key, codes) = enrolled(&stage, "kirsi@example.invalid").await;
    let mut tx = stage.house().db.read().await.unwrap();
    let (secret,): (Vec<u8>,) = tx.sql("select secret from signin_second").one().await.unwrap();
    let raw = data_encoding::BASE32_NOPAD.decode(key.as_bytes()).unwrap();
    let holds = |bytes: &[u8], what: &[u8]| bytes.windows(what.len()).any(|part| part == what);
    assert!(secret.len() > 40 && !holds(&secret, key.as_bytes()) && !holds(&secret, &raw));
    let hashes: Vec<(Vec<u8>,)> = tx.sql("select code_hash from signin_recovery").all().await.unwrap();
    assert_eq!(hashes.len(), 10);
    for code in &codes {
        let bare = code.replace('-', "");
        let plain = <sha2::Sha256 as sha2::Digest>::digest(bare.as_bytes()).to_vec();
        assert!(hashes.iter().all(|(hash,)| *hash != plain && !holds(hash, bare.as_bytes())), "a keyed hash");
    }
    let left: Vec<(Option<Vec<u8>>,)> = tx.sql("select secret from signin_half_way").all().await.unwrap();
    assert!(left.iter().all(|(key,)| key.is_none()), "the key that waited at the door is gone");
    drop(tx);
    stage.end().await;
}

#[tokio::test]
async fn a_lost_phone_is_stood_in_for_by_a_recovery_code_once() {
    let stage = Stage::new().await;
    let (_, _, codes) = enrolled(&stage, "aino@example.invalid").await;
    for (code, lets_in) in [(codes[3].to_lowercase().replace('-', " "), true), (codes[3].clone(), false)] {
        let mut aino = stage.visitor();
        knock(&stage, &mut aino, "aino@example.invalid", "/me/second-factor").await;
        aino.see("/signin/second/recovery").await;
        aino.submit("/signin/second", &[("recovery", &code)]).await;
        if lets_in {
            let words = aino.page.words();
            assert!(words.contains("Varakoodeja on jäljellä 9"), "{words}");
            let letter = stage.letters().await.pop().unwrap();
            assert!(letter.text.contains("käytettiin varakoodia"), "{}", letter.text);
        } else {
            assert_eq!(aino.page.status.as_u16(), 422);
            assert!(aino.page.words().starts_with("Tarkista") || aino.page.words().contains("Varakoodi ei ole oikea"));
        }
    }
    stage.end().await;
}

#[tokio::test]
async fn arja_takes_the_app_of_somebody_who_lost_everything_away() {
    let stage = Stage::new().await;
    let (mut kirsi, ..) = enrolled(&stage, "kirsi@example.invalid").await;
    let mut arja = stage.actor("Arja").await;
    arja.see("/system/accounts").await;
    let human = stage.world.human("Kirsi");
    let path = format!("/system/humans/{human}/second-factor/end");
    let words = arja.send_form(&path, &[]).await;
    assert!(words.contains("Todennussovellus on poistettu käytöstä ja istunnot päätetty"), "{words}");
    assert_eq!(kirsi.status("/rounds").await, 303, "her sessions have ended");
    let letter = stage.letters().await.pop().unwrap();
    assert_eq!(letter.to, "kirsi@example.invalid");
    assert!(letter.text.contains("Ylläpitäjä on poistanut"), "{}", letter.text);
    let mut tx = stage.house().db.read().await.unwrap();
    let history = events::history(&mut tx, human).await.unwrap();
    let (_, _, by) = history.iter().find(|(_, what, _)| what == "second-factor.reset").unwrap();
    assert_eq!(*by, Some(stage.world.human("Arja")));
    drop(tx);
    let words = knock(&stage, &mut stage.visitor(), "kirsi@example.invalid", "").await;
    assert!(words.starts_with("Ota todennussovellus käyttöön"), "she begins anew: {words}");

    assert!(!arja.page.html().contains(&path), "there is nothing more to take away");
    let fields = arja.page.hidden("/system/seats").unwrap();
    arja.post(&path, &fields).await;
    assert_eq!(arja.page.status.as_u16(), 404);
    let own = format!("/system/humans/{}/second-factor/end", stage.world.human("Arja"));
    arja.see("/system/accounts").await;
    let fields = arja.page.hidden("/system/seats").unwrap();
    arja.post(&own, &fields).await;
    assert_eq!(arja.page.status.as_u16(), 409, "her own she changes with her own code");
    stage.end().await;
}

#[tokio::test]
async fn guessing_the_code_waits_longer_each_time_and_never_locks_out() {
    let stage = Stage::new().await;
    let (_, key, _) = enrolled(&stage, "kirsi@example.invalid").await;
    let mut guesser = stage.visitor();
    knock(&stage, &mut guesser, "kirsi@example.invalid", "").await;
    let no = wrong(&stage, &key);
    for _ in 0..6 {
        guesser.submit("/signin/second", &[("code", &no)]).await;
        assert_eq!(guesser.page.status.as_u16(), 422);
    }
    let page = guesser.page.clone();
    guesser.submit("/signin/second", &[("code", &no)]).await;
    assert_eq!(
        (guesser.page.status.as_u16(), &guesser.page.headers[header::RETRY_AFTER]),
        (429, &"2".parse().unwrap())
    );
    guesser.page = page.clone();
    for _ in 0..2 {
        stage.later(Duration::minutes(1));
        let no = wrong(&stage, &key);
        guesser.page = page.clone();
        guesser.submit("/signin/second", &[("code", &no)]).await;
    }
    stage.later(Duration::minutes(1));
    guesser.page = page;
    let code = app(&stage, &key);
    guesser.submit("/signin/second", &[("code", &code)]).await;
    assert!(guesser.page.words().contains("Aloita kirjautuminen alusta"), "{}", guesser.page.words());
    let mut kirsi = stage.visitor();
    stage.later(Duration::minutes(1));
    knock(&stage, &mut kirsi, "kirsi@example.invalid", "/me/password").await;
    let code = app(&stage, &key);
    let words = kirsi.send_form("/signin/second", &[("code", &code)]).await;
    assert!(words.starts_with("Salasana ja istunnot"), "somebody else's guesses do not lock her out: {words}");
    stage.end().await;
}

#[tokio::test]
async fn half_way_in_is_nowhere_and_only_in_its_own_browser() {
    let stage = Stage::new().await;
    let (_, key, _) = enrolled(&stage, "kirsi@example.invalid").await;
    stage.later(Duration::minutes(2));
    let mut kirsi = stage.visitor();
    knock(&stage, &mut kirsi, "kirsi@example.invalid", "").await;
    for path in ["/me", "/rounds", "/me/second-factor", "/signin/second/new"] {
        assert_eq!(kirsi.status(path).await, 303, "{path}");
    }
    let mut thief = stage.visitor();
    thief.get("/signin").await;
    assert_eq!(thief.status("/signin/second").await, 303, "nothing waits in another browser");
    let mut fields = thief.page.hidden("/signin").unwrap();
    fields.push(("code".into(), app(&stage, &key)));
    thief.post("/signin/second", &fields).await;
    assert_eq!(thief.page.status.as_u16(), 422);
    assert_eq!(thief.status("/me").await, 303, "a code read over the shoulder opens nothing");
    let page = kirsi.page.clone();
    stage.later(Duration::minutes(16));
    kirsi.page = page;
    let code = app(&stage, &key);
    kirsi.submit("/signin/second", &[("code", &code)]).await;
    assert!(kirsi.page.words().contains("Aika loppui"), "{}", kirsi.page.words());
    stage.end().await;
}

#[tokio::test]
async fn a_role_given_in_the_middle_of_a_session_asks_for_the_second_factor() {
    let stage = Stage::new().await;
    let mut maija = stage.visitor();
    knock(&stage, &mut maija, "maija@example.invalid", "/me/password").await;
    assert!(maija.page.words().starts_with("Salasana ja istunnot"), "a participant is not asked");
    let pekka = knock(&stage, &mut stage.visitor(), "pekka@example.invalid", "/me/password").await;
    let tuula = knock(&stage, &mut stage.visitor(), "tuula@example.invalid", "/me/password").await;
    assert!(pekka.starts_with("Salasana ja istunnot"), "nor one who leads a unit: {pekka}");
    assert!(tuula.starts_with("Salasana ja istunnot"), "nor one who reads published numbers: {tuula}");
    let mut tx = stage.write().await;
    let seat = (stage.world.county, Role::Coordinator);
    let period = (stage.now(), Edge::open_end());
    privacy::give_seat(&mut tx, stage.world.human("Maija"), seat, period).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(maija.status("/me/password").await, 303, "her session knew one proof only");
    let words = knock(&stage, &mut maija, "maija@example.invalid", "/rounds").await;
    assert!(words.starts_with("Ota todennussovellus käyttöön"), "{words}");
    stage.end().await;
}

#[tokio::test]
async fn where_it_is_offered_kirsi_takes_it_changes_it_and_gives_it_up() {
    let stage = Stage::with(&[("second_factor", "offered")]).await;
    let mut kirsi = stage.visitor();
    let words = knock(&stage, &mut kirsi, "kirsi@example.invalid", "/me/second-factor").await;
    assert!(words.contains("Todennussovellus"), "she is let in: {words}");
    kirsi.send_form("/me/second-factor", &[]).await;
    let key = key_of(&kirsi);
    let code = app(&stage, &key);
    kirsi.send_form("/signin/second/new", &[("code", &code)]).await;
    let old = codes_of(&kirsi);
    stage.letters().await;
    stage.later(Duration::minutes(1));

    kirsi.see("/me/second-factor").await;
    let no = wrong(&stage, &key);
    kirsi.submit("/me/second-factor", &[("code", &no), ("do", "end")]).await;
    assert_eq!(kirsi.page.status.as_u16(), 422, "not without the app");
    let code = app(&stage, &key);
    kirsi.send_form("/me/second-factor", &[("code", &code), ("do", "codes")]).await;
    let new = codes_of(&kirsi);
    assert!(new.iter().all(|code| !old.contains(code)));
    kirsi.see("/me/second-factor").await;
    kirsi.submit("/me/second-factor", &[("code", &old[0]), ("do", "change")]).await;
    assert_eq!(kirsi.page.status.as_u16(), 422, "the older codes are worth nothing");
    let words = kirsi.send_form("/me/second-factor", &[("code", &new[0]), ("do", "change")]).await;
    assert!(words.contains("Uusi sovellus tulee vanhan tilalle"), "{words}");
    let second = key_of(&kirsi);
    assert_ne!(second, key);
    let code = app(&stage, &second);
    kirsi.send_form("/signin/second/new", &[("code", &code)]).await;
    stage.letters().await;
    stage.later(Duration::minutes(1));

    let mut later = stage.visitor();
    knock(&stage, &mut later, "kirsi@example.invalid", "/me/second-factor").await;
    let dead = app(&stage, &key);
    later.submit("/signin/second", &[("code", &dead)]).await;
    assert_eq!(later.page.status.as_u16(), 422, "the old app is over");
    let code = app(&stage, &second);
    later.send_form("/signin/second", &[("code", &code)]).await;
    stage.later(Duration::minutes(1));
    let code = app(&stage, &second);
    let words = later.send_form("/me/second-factor", &[("code", &code), ("do", "end")]).await;
    assert!(words.contains("Todennussovellus on poistettu käytöstä"), "{words}");
    assert!(stage.letters().await.pop().unwrap().text.contains("poistettu käytöstä tunnukseltasi"));
    let words = knock(&stage, &mut stage.visitor(), "kirsi@example.invalid", "/me/second-factor").await;
    assert!(words.contains("Ota todennussovellus käyttöön"), "she is let in without again: {words}");
    stage.end().await;
}

#[tokio::test]
async fn whoever_must_have_it_cannot_give_it_up() {
    let stage = Stage::new().await;
    let (mut kirsi, key, _) = enrolled(&stage, "kirsi@example.invalid").await;
    stage.later(Duration::minutes(1));
    kirsi.see("/me/second-factor").await;
    assert!(kirsi.page.words().contains("niin kauan kuin roolissasi"), "{}", kirsi.page.words());
    assert!(!kirsi.page.html().contains("value=\"end\""));
    let code = app(&stage, &key);
    kirsi.submit("/me/second-factor", &[("code", &code), ("do", "end")]).await;
    assert_eq!(kirsi.page.status.as_u16(), 404);
    stage.end().await;
}

#[tokio::test]
async fn who_has_an_app_and_who_is_unknown_get_the_same_answer_to_a_wrong_password() {
    let stage = Stage::new().await;
    let (mut kirsi, key, _) = enrolled(&stage, "kirsi@example.invalid").await;
    kirsi.see("/me/password").await;
    kirsi.send_form("/me/password", &[("new", "vene keinuu laiturissa")]).await;
    let mut answers = Vec::new();
    for address in ["kirsi@example.invalid", "nobody@example.invalid"] {
        let mut visitor = stage.visitor();
        visitor.get("/signin/password").await;
        let form = [("address", address), ("password", "vene keinuu laiturilla")];
        visitor.submit("/signin/password", &form).await;
        answers.push((visitor.page.status, visitor.page.words()));
        assert_eq!(visitor.status("/signin/second").await, 303);
    }
    assert_eq!(answers[0], answers[1]);
    stage.later(Duration::minutes(1));
    let mut later = stage.visitor();
    later.get("/signin/password").await;
    let form = [("address", "kirsi@example.invalid"), ("password", "vene keinuu laiturissa")];
    let words = later.send_form("/signin/password", &form).await;
    assert!(words.starts_with("Kirjoita sovelluksen koodi"), "password and app, no letter: {words}");
    let code = app(&stage, &key);
    later.send_form("/signin/second", &[("code", &code)]).await;
    assert!(later.page.html().contains("Kirsi Salo"));
    stage.end().await;
}

#[tokio::test]
async fn maija_sees_where_she_is_signed_in_and_ends_the_other_sessions() {
    let stage = Stage::new().await;
    let (mut ward, mut own) = (stage.actor("Maija").await, stage.actor("Maija").await);
    let words = own.see("/me/password").await;
    assert_eq!(words.matches("Firefox, Windows").count(), 2, "{words}");
    assert_eq!(words.matches("Tämä istunto").count(), 1, "{words}");
    let before = own.cookies();
    let words = own.send_form("/signout/others", &[]).await;
    assert!(words.contains("Muut istuntosi ovat päättyneet") && words.matches("Firefox").count() == 1, "{words}");
    assert_ne!(own.cookies(), before, "this one goes on under a new token");
    assert_eq!(ward.status("/me/password").await, 303, "the ward's computer shows nothing more");
    assert!(!own.page.html().contains("/signout/others"), "nothing more to end");
    stage.end().await;
}
