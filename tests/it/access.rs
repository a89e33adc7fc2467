//! Who may open what: every route, every role; and in a house with two organisations, every address that anybody is
//! shown asked by everybody else.
mod cast;
mod furnish;
mod marks;
mod crawl;
mod twin;
mod ask;
mod relations;
mod looks;
mod marked;
pub mod released;
mod expired;
mod mended;

use std::fmt::Write;

use urasilta::{app, privacy::Role};

use crate::support::Stage;

/// The routes with the roles they are for, as committed in `output/access.txt`.
#[test]
fn the_access_table_is_the_committed_one() {
    let (plan, _) = urasilta::house::Plan::gather(app::modules());
    let mut table = String::new();
    for (method, path, who) in plan.access() {
        let roles = Role::ALL.iter().filter(|role| who.has(**role)).map(|role| role.code()).collect::<Vec<_>>();
        let roles = if who.anyone() { "anyone".to_owned() } else { roles.join(" ") };
        let _ = writeln!(table, "{method:<5}{path:<60}{roles}");
    }
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/it/output/access.txt");
    if crate::support::rewrite_output() {
        std::fs::write(path, &table).unwrap();
    }
    let committed = std::fs::read_to_string(path).unwrap_or_default();
    assert_eq!(table, committed, "a route or its roles changed: look, then UPDATE_OUTPUT=1 ./test --only law");
}

/// Every reading route as every role with ids of nothing: the table's word (not signed in → sign in; wrong role → not
/// there), and never a page about nobody.
#[tokio::test]
async fn every_route_answers_every_role_as_the_table_says() {
    let stage = Stage::new().await;
    let people = [
        (Role::Participant, "Maija"),
        (Role::Supervisor, "Pekka"),
        (Role::Coach, "Aino"),
        (Role::Coordinator, "Kirsi"),
        (Role::Provider, "Olli"),
        (Role::Committee, "Tuula"),
        (Role::Admin, "Arja"),
    ];
    let routes: Vec<_> =
        stage.house().plan.access().map(|(method, path, who)| (method.to_owned(), path.to_owned(), who)).collect();
    for (method, path, who) in routes.iter().filter(|(method, ..)| method == "GET") {
        let id = urasilta::ident::random().to_string();
        let address = path
            .split('/')
            .map(|part| if part.starts_with('{') { id.as_str() } else { part })
            .collect::<Vec<_>>()
            .join("/");
        if !who.anyone() {
            let status = stage.visitor().status(&address).await;
            assert_eq!(status, 303, "{method} {path}: a visitor signs in first");
        }
        for (role, name) in people {
            let status = stage.actor(name).await.status(&address).await;
            if !who.anyone() && !who.has(role) && !who.has(Role::Participant) {
                assert_eq!(status, 404, "{method} {path} as {role}");
            } else if path.contains('{') && !who.anyone() {
                assert!(status == 404 || status == 303, "{method} {path} as {role} about nothing: {status}");
            } else {
                assert!(status < 500, "{method} {path} as {role}: {status}");
            }
        }
    }
    stage.run_jobs().await;
    stage.house().mailer.take();
    stage.end().await;
}
