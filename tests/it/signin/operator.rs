//! What the operator asks: is it alive, ready, well; and the administrator's screen.
use std::net::SocketAddr;

use axum::{
    body::Body,
    extract::ConnectInfo,
    http::{Request, header},
};
use chrono::Duration;
use tower::ServiceExt;
use urasilta::{jobs, mail};

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

    let mut tx = stage.house().db.read().await.unwrap();
    let liisa = urasilta::privacy::human_by_address(&mut tx, "liisa@example.invalid").await.unwrap().unwrap();
    drop(tx);
    let seat = urasilta::privacy::seat_id(stage.world.county, urasilta::privacy::Role::Coordinator);
    let end = format!("/system/seats/{}/{seat}/end", liisa.id);
    let words = arja.send_form(&end, &[]).await;
    assert!(!words.contains("Liisa Lehto"), "{words}");

    let own = [("name", "Arja"), role[1], role[2], ("address", "arja@example.invalid")];
    arja.submit("/system/seats", &own).await;
    assert_eq!(arja.page.status.as_u16(), 409);
    assert!(arja.page.words().contains("Et voi muuttaa omia roolejasi"), "{}", arja.page.words());
    stage.end().await;
}
