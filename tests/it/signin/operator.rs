//! What the operator asks: is it alive, ready, well; and the administrator's screen.
use std::net::SocketAddr;

use axum::{
    body::Body,
    extract::ConnectInfo,
    http::{Request, header},
};
use chrono::Duration;
use tower::ServiceExt;
use urasilta::{
    jobs, mail,
    privacy::{self, Edge, Human, Role},
};

use crate::support::Stage;

/// The status of /metrics for a peer, with a header besides.
async fn metrics(stage: &Stage, peer: &str, extra: (&str, &str)) -> u16 {
    let mut request = Request::get("/metrics").header(extra.0, extra.1).body(Body::empty()).unwrap();
    request.extensions_mut().insert(ConnectInfo(peer.parse::<SocketAddr>().unwrap()));
    stage.standing.router.clone().oneshot(request).await.unwrap().status().as_u16()
}

#[tokio::test]
async fn health_readiness_and_metrics_answer_whom_they_should() {
    urasilta::signin::begin_metrics();
    let stage = Stage::new().await;
    let mut proxy = stage.visitor();
    assert_eq!(proxy.status("/health").await, 200);
    assert_eq!(proxy.status("/ready").await, 200);
    let none = (header::ACCEPT.as_str(), "*/*");
    assert_eq!(metrics(&stage, "127.0.0.1:5000", none).await, 200, "the machine itself");
    assert_eq!(metrics(&stage, "192.0.2.1:5000", none).await, 404, "the net");
    assert_eq!(metrics(&stage, "127.0.0.1:5000", ("x-forwarded-for", "192.0.2.1")).await, 404, "the net by a proxy");
    stage.end().await;

    let stage = Stage::with(&[("metrics_token", "hush")]).await;
    assert_eq!(metrics(&stage, "192.0.2.1:5000", ("authorization", "Bearer hush")).await, 200);
    assert_eq!(metrics(&stage, "127.0.0.1:5000", ("authorization", "Bearer wrong")).await, 404);
    stage.end().await;
}

#[tokio::test]
async fn without_its_database_the_house_is_alive_but_not_ready() {
    let stage = Stage::new().await;
    let mut proxy = stage.visitor();
    let house = stage.house().clone();
    stage.end().await;
    assert_eq!(proxy.status("/health").await, 200);
    assert_eq!(proxy.status("/ready").await, 503);
    drop(house);
}

#[tokio::test]
async fn the_administrator_sees_a_letter_that_could_not_be_sent_and_tries_again() {
    let stage = Stage::new().await;
    let mut arja = stage.actor("Arja").await;
    let words = arja.see("/system").await;
    assert!(words.contains("Kaikki toimii"), "{words}");
    let mut tx = stage.write().await;
    jobs::ask(&mut tx, mail::SEND, &"no letter at all", stage.now()).await.unwrap();
    tx.commit().await.unwrap();
    for _ in 0..jobs::TRIES {
        assert_eq!(stage.run_jobs().await, 1);
        stage.later(Duration::hours(6));
    }
    let mut arja = stage.actor("Arja").await;
    let words = arja.see("/system").await;
    assert!(words.contains("mail.send") && !words.contains("Kaikki toimii"), "{words}");
    assert!(!words.contains("no letter at all"), "codes and counts, never contents");
    let action = arja.page.address("/system/jobs/", "/retry").unwrap();
    let words = arja.send_form(&action, &[]).await;
    assert!(words.contains("Tehtävää yritetään uudelleen"), "{words}");
    assert_eq!(stage.run_jobs().await, 1, "it is tried anew");
    let mut tx = stage.write().await;
    tx.sql("delete from job").execute().await.unwrap();
    tx.commit().await.unwrap();
    stage.end().await;
}

#[tokio::test]
async fn the_administrator_gives_up_what_will_never_succeed_and_the_log_says_so() {
    let stage = Stage::new().await;
    let mut tx = stage.write().await;
    jobs::ask(&mut tx, mail::SEND, &"no letter at all", stage.now()).await.unwrap();
    tx.commit().await.unwrap();
    for _ in 0..jobs::TRIES {
        stage.run_jobs().await;
        stage.later(Duration::hours(6));
    }
    let mut arja = stage.actor("Arja").await;
    let words = arja.see("/system").await;
    assert!(words.contains("Kaikki ei ole kunnossa") && words.contains("Tehtäviä on jäänyt tekemättä"), "{words}");
    let action = arja.page.address("/system/jobs/", "/giving-up").unwrap();
    let before = arja.page.clone();
    let words = arja.send_form(&action, &[]).await;
    assert!(words.contains("Tehtävästä on luovuttu") && !words.contains("jäänyt tekemättä"), "{words}");
    arja.page = before;
    arja.submit(&action, &[("_once", "another-press-of-it")]).await;
    assert_eq!(arja.page.status.as_u16(), 404, "it is gone");
    let id = action.split('/').nth(3).unwrap().parse().unwrap();
    let mut tx = stage.house().db.read().await.unwrap();
    let history = urasilta::events::history(&mut tx, id).await.unwrap();
    assert_eq!(history.len(), 1);
    assert_eq!((history[0].1.as_str(), history[0].2), ("job.given-up", Some(stage.world.human("Arja"))));
    drop(tx);
    stage.end().await;
}

#[tokio::test]
async fn the_administrator_sees_at_a_glance_what_is_not_well() {
    let folder = crate::support::Folder::new();
    let stamp = folder.0.join("backed-up").display().to_string();
    let settings = [("backup_stamp", stamp.as_str()), ("public_url", "https://urasilta.example.invalid")];
    let stage = Stage::with(&settings).await;
    let mut arja = stage.actor("Arja").await;
    let words = arja.see("/system").await;
    assert!(words.contains("Varmuuskopiota ei löydy") && words.contains("Viestit menevät kansioon"), "{words}");
    let queries: u32 = arja.page.headers["x-queries"].to_str().unwrap().parse().unwrap();
    assert!(queries <= 6, "{queries} queries");
    let mut tx = stage.write().await;
    jobs::ask(&mut tx, mail::SEND, &"waits", stage.now()).await.unwrap();
    tx.commit().await.unwrap();
    stage.later(Duration::minutes(4));
    assert!(!arja.see("/system").await.contains("jonossa yli"), "four minutes are nothing");
    stage.later(Duration::minutes(2));
    let words = arja.see("/system").await;
    assert!(words.contains("Tehtäviä on jonossa yli viisi minuuttia"), "{words}");
    let mut tx = stage.write().await;
    tx.sql("delete from job").execute().await.unwrap();
    tx.commit().await.unwrap();
    stage.end().await;
}

#[tokio::test]
async fn the_system_page_is_the_administrators_alone() {
    let stage = Stage::new().await;
    for name in ["Maija", "Kirsi", "Aino", "Olli", "Pekka", "Tuula"] {
        assert_eq!(stage.actor(name).await.status("/system").await, 404, "{name}");
    }
    stage.end().await;
}

#[tokio::test]
async fn arja_makes_an_organisation_gives_a_role_and_ends_it_but_never_her_own() {
    let stage = Stage::new().await;
    let mut arja = stage.actor("Arja").await;
    arja.see("/system/accounts").await;
    let words =
        arja.send_form("/system/organisations", &[("organisation", "Uusi Suunta Oy"), ("kind", "company")]).await;
    assert!(words.contains("Uusi Suunta Oy"), "{words}");
    let county = stage.world.county.to_string();
    let role = [("name", "Liisa Lehto"), ("where", county.as_str()), ("role", "coordinator")];
    arja.submit("/system/seats", &role).await;
    assert_eq!(arja.page.status.as_u16(), 422);
    assert!(arja.page.html().contains("value=\"Liisa Lehto\""), "her words are kept");
    let with_address = [role[0], role[1], role[2], ("address", "Liisa@example.invalid")];
    let words = arja.send_form("/system/seats", &with_address).await;
    assert!(words.contains("Liisa Lehto Koordinaattori, Järvilaakson hyvinvointialue"), "{words}");
    let letter = stage.letters().await.pop().unwrap();
    assert_eq!((letter.to.as_str(), letter.subject.as_str()), ("liisa@example.invalid", "Sinulle on avattu tunnus"));
    assert!(letter.text.contains("http://127.0.0.1:8080/signin") && letter.text.contains("puhelin"), "{}", letter.text);
    assert!(!letter.text.contains("oordinaattori"), "nothing of what the role is: {}", letter.text);
    arja.send_form("/system/seats", &with_address).await;
    let committee = [role[0], role[1], ("role", "committee"), with_address[3]];
    arja.send_form("/system/seats", &committee).await;
    assert!(stage.letters().await.is_empty(), "she is written to once");
    let lasse =
        [("name", "Lasse Berg"), role[1], ("role", "committee"), ("address", "lasse@example.invalid"), ("lang", "sv")];
    arja.send_form("/system/seats", &lasse).await;
    let letter = stage.letters().await.pop().unwrap();
    assert_eq!(letter.subject, "Ett konto har öppnats för dig", "in his language");
    assert!(!letter.text.contains("autentiseringsapp"), "who reads published numbers needs no app: {}", letter.text);

    let mut tx = stage.house().db.read().await.unwrap();
    let liisa = urasilta::privacy::human_by_address(&mut tx, "liisa@example.invalid").await.unwrap().unwrap();
    drop(tx);
    let seat = urasilta::privacy::seat_id(stage.world.county, urasilta::privacy::Role::Coordinator);
    let end = format!("/system/seats/{}/{seat}/end", liisa.id);
    let words = arja.send_form(&end, &[]).await;
    assert!(!words.contains("Liisa Lehto Koordinaattori"), "{words}");

    let own = [("name", "Arja"), role[1], role[2], ("address", "arja@example.invalid")];
    arja.submit("/system/seats", &own).await;
    assert_eq!(arja.page.status.as_u16(), 409);
    assert!(arja.page.words().contains("Et voi muuttaa omia roolejasi"), "{}", arja.page.words());
    stage.end().await;
}

#[tokio::test]
async fn the_administrator_sees_who_has_no_address() {
    let stage = Stage::new().await;
    let mut arja = stage.actor("Arja").await;
    let niilo = Human {
        id: urasilta::ident::random(),
        name: "Niilo Kenttä".into(),
        lang: "fi".into(),
        address: None,
        phone: Some("+358401234567".into()),
        password_hash: None,
    };
    let mut tx = stage.write().await;
    privacy::add_human(&mut tx, &niilo, stage.now()).await.unwrap();
    let seat = (stage.world.county, Role::Supervisor);
    privacy::give_seat(&mut tx, niilo.id, seat, (stage.now(), Edge::open_end())).await.unwrap();
    tx.commit().await.unwrap();
    let words = arja.see("/system/accounts").await;
    let without = words.matches("Ei sähköpostiosoitetta").count();
    assert!(without == 1 && words.contains("Niilo Kenttä Esihenkilö, Järvilaakson hyvinvointialue Ei sähk"), "{words}");
    stage.end().await;
}

#[tokio::test]
async fn the_roles_are_listed_fifty_a_page_and_each_stands_on_one() {
    let stage = Stage::new().await;
    let mut tx = stage.write().await;
    for n in 0..120 {
        let human = Human {
            id: urasilta::ident::random(),
            name: format!("Henkilö{n:03}"),
            lang: "fi".into(),
            address: Some(format!("henkilo{n}@example.invalid")),
            phone: None,
            password_hash: None,
        };
        privacy::add_human(&mut tx, &human, stage.now()).await.unwrap();
        let term = (stage.now(), Edge::open_end());
        privacy::give_seat(&mut tx, human.id, (stage.world.county, Role::Supervisor), term).await.unwrap();
    }
    tx.commit().await.unwrap();
    let mut arja = stage.actor("Arja").await;
    let (mut way, mut seen, mut pages) = ("/system/accounts".to_owned(), Vec::new(), 0);
    loop {
        let words = arja.see(&way).await;
        let rows = arja.page.html().matches("/system/seats/").count();
        assert!(rows <= 50, "{rows}");
        seen.extend(
            words
                .split_whitespace()
                .filter(|word| word.starts_with("Henkilö") && word.len() > 10 && word.ends_with(char::is_numeric))
                .map(str::to_owned),
        );
        pages += 1;
        let Some(next) =
            arja.page.addresses().into_iter().find(|it| it.contains("accounts?after=") && !it.contains("lang="))
        else {
            break;
        };
        way = next;
    }
    let mut once = seen.clone();
    once.sort();
    once.dedup();
    assert_eq!((once.len(), seen.len(), pages), (120, 120, 3), "{seen:?}");
    let end = arja.page.form("/system/seats/", "/end").unwrap().action;
    arja.send_form(&end, &[]).await;
    assert!(!arja.see("/system/accounts?after=xx").await.is_empty(), "a spoilt address is the first page");
    stage.end().await;
}
