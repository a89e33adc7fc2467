//! What every answer says to the browser: every route, every failure, as everybody.
use axum::{
    body::Body,
    http::{HeaderMap, Request, StatusCode, header},
};
use tower::ServiceExt;

use crate::support::Stage;

const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; \
                      connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

fn guarded(headers: &HeaderMap, what: &str, cache: &str) {
    let said = |name: &str| headers.get(name).map_or("", |value| value.to_str().unwrap());
    for (name, value) in [
        ("content-security-policy", POLICY),
        ("x-content-type-options", "nosniff"),
        ("referrer-policy", "no-referrer"),
        ("x-frame-options", "DENY"),
        ("cross-origin-opener-policy", "same-origin"),
        ("cross-origin-resource-policy", "same-origin"),
        ("cache-control", cache),
        ("server", ""),
    ] {
        assert_eq!(said(name), value, "{what}: {name}");
    }
    assert!(said("permissions-policy").contains("camera=()"), "{what}");
    for line in headers.get_all(header::SET_COOKIE) {
        let line = line.to_str().unwrap();
        assert!(
            line.contains("HttpOnly") && line.contains("SameSite=Lax") && line.contains("Path=/"),
            "{what}: {line}"
        );
        let own = line.starts_with("urasilta-lang=") || line.starts_with("__Host-");
        assert!(own && !line.contains("Domain"), "{what}: {line}");
    }
}

#[tokio::test]
async fn every_route_answers_with_the_guarding_headers_whoever_asks() {
    let stage = Stage::new().await;
    let routes: Vec<_> = stage.house().plan.access().map(|(m, path, _)| (m.to_owned(), path.to_owned())).collect();
    let id = urasilta::ident::random().to_string();
    let mut seen = std::collections::BTreeSet::new();
    for (method, path) in &routes {
        let address: Vec<&str> =
            path.split('/').map(|part| if part.starts_with('{') { id.as_str() } else { part }).collect();
        for who in [None, Some("Maija"), Some("Kirsi"), Some("Arja")] {
            let mut actor = match who {
                Some(name) => stage.actor(name).await,
                None => stage.visitor(),
            };
            let body = (method == "POST").then(String::new);
            let page = actor.send(method, &address.join("/"), body).await;
            guarded(&page.headers, &format!("{method} {path} as {who:?}"), "no-store");
            let queries = page.headers.contains_key("x-queries");
            assert_eq!(
                queries,
                page.status.is_success(),
                "{method} {path}: a refusal tells nothing of how far it came"
            );
            seen.insert(page.status.as_u16());
        }
    }
    for status in [200, 303, 401, 404] {
        assert!(seen.contains(&status), "{status} was never seen: {seen:?}");
    }
    stage.run_jobs().await;
    stage.house().mailer.take();
    stage.end().await;
}

#[tokio::test]
async fn every_failure_answers_with_the_guarding_headers() {
    let stage = Stage::with(&[("public_url", "https://urasilta.example.invalid")]).await;
    let router = stage.standing.router.clone();
    let ask = async |request: Request<Body>| router.clone().oneshot(request).await.unwrap();
    let form = "application/x-www-form-urlencoded";
    let large = Body::from("a=".to_owned() + &"x".repeat(1024 * 1024));
    for (status, request) in [
        (404, Request::get("/no-such-page").body(Body::empty())),
        (404, Request::delete("/signin").body(Body::empty())),
        (404, Request::get("/assets/none/no-such-file.css").body(Body::empty())),
        (403, Request::post("/signin").header("sec-fetch-site", "cross-site").body(Body::empty())),
        (401, Request::post("/signin").header(header::CONTENT_TYPE, form).body(Body::from("address=a"))),
        (409, Request::post("/signin").header(header::CONTENT_TYPE, form).body(large)),
    ] {
        let request = request.unwrap();
        let what = format!("{} {}", request.method(), request.uri());
        let answer = ask(request).await;
        assert_eq!(answer.status().as_u16(), status, "{what}");
        assert_eq!(answer.headers()["strict-transport-security"], "max-age=63072000", "{what}");
        if !what.contains("/assets/") {
            guarded(answer.headers(), &what, "no-store");
        }
    }
    let sheet = urasilta::web::assets::address("urasilta.css");
    let answer = ask(Request::get(&sheet).body(Body::empty()).unwrap()).await;
    guarded(answer.headers(), &sheet, "public, max-age=31536000, immutable");
    assert!(!answer.headers().contains_key(header::SET_COOKIE), "what is kept for ever sets no cookie");

    let mut maija = stage.actor("Maija").await;
    let house = stage.house().clone();
    stage.end().await;
    let page = maija.send("GET", "/me", None).await;
    assert_eq!(page.status, StatusCode::SERVICE_UNAVAILABLE, "the database is away");
    guarded(&page.headers, "the database away", "no-store");
    assert!(!page.html().contains("sqlx") && !page.html().contains("Pool"), "nothing of the inside: {}", page.words());
    drop(house);
}
