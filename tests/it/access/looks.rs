//! Who has looked: whoever is named on a page has a row in the view log, which tells on the own page. And nobody meets a
//! dead end on the way.
use std::collections::BTreeSet;

use urasilta::privacy::Role;
use uuid::Uuid;

use super::{
    ask::Asker,
    cast::Member,
    crawl::{Visit, crawl, is_html, told},
    furnish::id_after,
    twin::twin,
};
use crate::support::Stage;

/// Who may be named without a row, where, and why. Everybody else on a page is somebody whose data were looked at.
const TOLD: &[(&str, &[Role], &str)] = &[
    ("/path", &[Role::Coach], "the own coach is the contact person"),
    ("/path/meetings", &[Role::Coach], "with whom the own meetings were"),
    ("/cases/{id}/memo", &[Role::Coach], "the own coach is the contact person"),
    ("/cases/{id}/earlier", &[Role::Coach], "with whom the memo was kept"),
    ("/cases/{id}/consent", &[Role::Coach], "the coach of now and the one before, about whom it is asked"),
    ("/cases/{id}/earlier-request", &[Role::Coach], "who would read"),
    (
        "/cases/{id}/readers",
        &[Role::Coach, Role::Coordinator, Role::Provider],
        "who sees and who has looked is told to whose coaching it is",
    ),
    ("/sessions/{id}", &[Role::Coach], "the own coach is the contact person"),
    ("/assignments", &[Role::Coach], "the provider's own coaches"),
    ("/assignments/{id}", &[Role::Coach], "the provider's own coaches"),
    ("/contracts/{id}", &[Role::Coach], "who coaches on the contract that was bought"),
    ("/contracts/{id}", &[Role::Coordinator], "who saw that the provider meets what the service asks"),
    ("/blueprints/{id}", &[Role::Coordinator], "who wrote the text, to those who write it together"),
    ("/me", &[Role::Supervisor], "the own supervisor is the contact person; who has looked"),
    ("/me", &[Role::Coordinator, Role::Coach, Role::Provider], "who has looked is told to whom they looked at"),
    ("/system/accounts", Role::ALL, "who holds which role, to those who give and end them; every change is an event"),
];

/// Those named on a page besides the reader.
fn named<'c>(all: &[&'c Member], reader: &Member, visit: &Visit) -> Vec<&'c Member> {
    let html = visit.page.html().to_lowercase();
    let others = all.iter().filter(|other| other.human != reader.human);
    others.filter(|other| html.contains(&other.last.to_lowercase())).copied().collect()
}

#[tokio::test]
async fn whoever_is_named_on_a_page_has_a_row_that_tells_who_looked() {
    let twin = twin().await;
    let stage = twin.stage().await;
    let all: Vec<&Member> = twin.cast.all().collect();
    let (mut faults, mut used, mut rows) = (BTreeSet::new(), BTreeSet::new(), 0);
    for reader in &all {
        let crawled = crawl(&stage, reader).await;
        for visit in crawled.visits.iter().filter(|visit| is_html(&visit.page)) {
            for other in named(&all, reader, visit) {
                let route = visit.route.as_str();
                if has_row(&stage, (reader.human, visit), other.person).await {
                    rows += 1;
                } else if let Some(line) =
                    TOLD.iter().position(|(known, roles, _)| *known == route && roles.contains(&other.role))
                {
                    used.insert(line);
                } else {
                    faults.insert(format!("{route} as {:?} names {} ({:?})", reader.role, other.last, other.role));
                }
            }
        }
    }
    assert!(faults.is_empty(), "named without a row:\n{}", faults.into_iter().collect::<Vec<_>>().join("\n"));
    let unused: Vec<_> = (0..TOLD.len()).filter(|line| !used.contains(line)).map(|line| TOLD[line]).collect();
    assert!(unused.is_empty() && rows > 100, "{rows} rows; nobody is named here any more: {unused:?}");
    stage.end().await;
}

/// Whether the log has a row of this very answer about the person.
async fn has_row(stage: &Stage, (reader, visit): (Uuid, &Visit), person: Option<Uuid>) -> bool {
    let Some(person) = person else { return false };
    let looks = stage.house().views.of(person, Uuid::nil()).await.unwrap();
    looks.iter().any(|(at, human, _, route)| (*at, *human) == (visit.at, reader) && *route == visit.route)
}

/// How often `who` has looked at `whom`, who reads of it on their own page.
async fn looked(stage: &Stage, whom: &str, who: &str) -> usize {
    let cast = &twin().await.cast;
    let (whom, who) = (cast.of(whom), cast.of(who));
    let words = stage.human(whom.human).await.see("/me").await;
    let told = words.split("Kuka on katsonut").last().unwrap_or_default();
    let rows = stage.house().views.of(whom.person.unwrap(), whom.human).await.unwrap();
    let rows = rows.iter().filter(|(_, human, ..)| *human == who.human).count();
    assert_eq!(told.contains(who.last), rows > 0, "{words}");
    rows
}

#[tokio::test]
async fn everybody_sees_on_their_own_page_who_has_looked_and_why() {
    let twin = twin().await;
    let stage = twin.stage().await;
    let mut maija = stage.human(twin.cast.of("Maija").human).await;
    let mut aino = stage.human(twin.cast.of("Aino").human).await;
    maija.see("/path").await;
    let case = id_after(&maija, "/cases/");
    aino.see(&format!("/cases/{case}")).await;
    let session = aino.page.address("/sessions/", "").unwrap();
    let mut pekka = stage.human(twin.cast.of("Pekka").human).await;
    pekka.see("/waiting").await;
    let asked: Vec<String> =
        pekka.page.addresses().into_iter().filter(|address| address.starts_with("/waiting/")).collect();
    for (who, paths) in [
        ("Aino", vec![session, format!("/cases/{case}/sessions/new"), format!("/cases/{case}/interruption")]),
        ("Olli", vec![format!("/assignments/{case}")]),
        ("Kirsi", vec![format!("/staff/people/{}", twin.cast.of("Maija").person.unwrap()), "/staff".to_owned()]),
    ] {
        for path in paths {
            let before = looked(&stage, "Maija", who).await;
            stage.later(chrono::Duration::seconds(1));
            stage.human(twin.cast.of(who).human).await.see(&path).await;
            assert_eq!(looked(&stage, "Maija", who).await, before + 1, "{who} looked at {path}");
        }
    }
    let before = looked(&stage, "Hanna", "Pekka").await;
    for path in &asked {
        pekka.see(path).await;
    }
    assert!(looked(&stage, "Hanna", "Pekka").await > before);
    // A look at oneself is nobody's news.
    assert_eq!(looked(&stage, "Maija", "Maija").await, 0);
    stage.end().await;
}

#[tokio::test]
async fn nobody_meets_a_dead_end_a_broken_link_or_a_fault() {
    let twin = twin().await;
    let stage = twin.stage().await;
    let mut faults = Vec::new();
    for member in twin.cast.all() {
        let mut asker = Asker::member(&stage, member).await;
        faults.extend(asker.seen.faults.iter().map(|fault| format!("{}: {fault}", member.first)));
        // Where a form goes, nothing is read by its address alone.
        let actions: BTreeSet<String> = asker
            .seen
            .forms
            .iter()
            .filter(|found| found.is_post && stage.house().plan.who(&axum::http::Method::GET, &found.route).is_none())
            .map(|found| found.form.action.clone())
            .collect();
        for action in actions {
            let page = asker.get(&action).await;
            if page.status != 404 || !page.html().contains("href=\"/\"") {
                faults.push(format!("{}: {} at {action}, where a form goes", member.first, page.status));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    let mut aino = Asker::member(&stage, twin.cast.of("Aino")).await;
    let nothing = told(&aino.get("/nothing-at-all").await);
    for address in ["/cases/unknown", "/sessions/1", "/steps/x", "/waiting/%00", "/cases/%ff", "/reports/0/report.xlsx"]
    {
        assert_eq!(told(&aino.get(address).await).replace(address, "/nothing-at-all"), nothing, "{address}");
    }
    let mut maija = Asker::member(&stage, twin.cast.of("Maija")).await;
    let answered =
        maija.seen.visits.iter().find(|visit| visit.route == "/steps/{id}").map(|visit| visit.address.clone());
    let strange = format!("{}?page=first", answered.unwrap_or_else(|| format!("/steps/{}", Uuid::nil())));
    assert_eq!(maija.get(&strange).await.status, 404);
    stage.end().await;
}
