//! The replay of "Työn uusiutuminen" at Palkeet: two rounds of three-party coaching through the pages, the same to the
//! byte on both engines, and when every form is sent twice.
use std::{
    collections::BTreeMap,
    sync::atomic::{AtomicUsize, Ordering},
};

use axum::{
    Router,
    body::{Body, to_bytes},
    extract::Request,
    http::Method,
    response::Response,
};
use serde_json::Value;
use tokio::sync::OnceCell;
use tower::ServiceExt;
use urasilta::{
    house::House,
    world::{
        palkeet,
        town::{Town, Walked},
    },
};

use crate::support::{Stage, rewrite_output, server};

const PARTIES: [&str; 3] = ["participant", "supervisor", "coach"];

/// What `urasilta replay palkeet-2018 --json` prints, and what it prints `--as` each of the three.
type Printed = [Value; 4];

async fn printed(town: &Town) -> Walked<Printed> {
    let done = palkeet::replay(town).await?;
    let mut all = [done.report(), Value::Null, Value::Null, Value::Null];
    for (place, party) in (1..).zip(PARTIES) {
        all[place] = done.seen(town, party).await?;
    }
    Ok(all)
}

async fn walked(house: &House, router: Router) -> Printed {
    let town = Town::new(house.clone(), router, palkeet::PLACE).await.unwrap();
    printed(&town).await.unwrap_or_else(|stuck| panic!("{stuck}"))
}

fn text(printed: &Printed) -> [String; 4] {
    printed.each_ref().map(|one| serde_json::to_string_pretty(one).unwrap() + "\n")
}

/// How many events there are of each kind.
async fn events(house: &House) -> BTreeMap<String, i64> {
    let mut tx = house.db.read().await.unwrap();
    let counts: Vec<(String, i64)> = tx.sql("select what, count(*) from event group by what").all().await.unwrap();
    counts.into_iter().collect()
}

/// What the reports of the rounds tell the coordinator.
async fn reports(house: &House, router: Router) -> String {
    let town = Town::new(house.clone(), router, palkeet::PLACE).await.unwrap();
    let mut kirsi = town.of_county("kirsi.salo").await.unwrap();
    kirsi.see("/reports").await.unwrap();
    let mut words = String::new();
    for report in kirsi.page().addresses().into_iter().filter(|to| to.ends_with("/report")) {
        words += &kirsi.see(&report).await.unwrap().words();
    }
    words
}

/// The walk that nobody disturbs: what was printed, what was printed when it was walked again, what SQLite printed when
/// this run is on PostgreSQL, and the events.
struct Quiet {
    printed: Printed,
    again: Printed,
    beside: Option<Printed>,
    events: BTreeMap<String, i64>,
    /// The words of the rounds' reports.
    reports: String,
}

static QUIET: OnceCell<Quiet> = OnceCell::const_new();

async fn quiet() -> &'static Quiet {
    QUIET
        .get_or_init(|| async {
            let stage = Stage::empty().await;
            stage.house().clock.move_to(palkeet::beginning());
            let router = &stage.standing.router;
            let printed = walked(stage.house(), router.clone()).await;
            let events = events(stage.house()).await;
            let again = walked(stage.house(), router.clone()).await;
            let reports = reports(stage.house(), router.clone()).await;
            let mut beside = None;
            if server().is_some() {
                let other = stage.again(&[("database_url", "")]).await;
                assert!(other.house.db.is_sqlite());
                other.house.clock.move_to(palkeet::beginning());
                beside = Some(walked(&other.house, other.router.clone()).await);
                other.house.close().await;
            }
            stage.end().await;
            Quiet { printed, again, beside, events, reports }
        })
        .await
}

#[tokio::test]
async fn two_rounds_come_out_of_the_pages_and_nobody_stands_out() {
    let [report, participant, supervisor, coach] = &quiet().await.printed;
    let rounds = report["rounds"].as_array().unwrap();
    let participants: Vec<_> = rounds.iter().map(|round| round["participants"].clone()).collect();
    assert_eq!(participants, [4, 5], "{report:#}");
    // Of four people nothing is told but that they took part.
    for name in ["agreements_in_force", "sessions_held", "actions_agreed", "follow_through", "gas_change"] {
        assert_eq!(rounds[0][name], Value::Null, "{name}: {report:#}");
        assert!(rounds[1].get(name).is_some(), "{name}: {report:#}");
    }
    assert!(supervisor["pages"].to_string().contains("Järjestän tutustumispäivät"), "{supervisor:#}");
    assert_eq!((&supervisor["pages"]["memo"], &supervisor["pages"]["case"]), (&Value::Null, &Value::Null));
    let (own, waiting) = (supervisor["pages"]["track"].to_string(), supervisor["pages"]["waiting"].to_string());
    for words in ["3 / 3 keskustelua pidetty", "Pidetty 22.9.2018", "Työpaja: työhyvinvoinnin johtaminen"] {
        assert!(own.contains(words), "{words}: {own}");
    }
    assert!(waiting.contains("oma-arvio lopuksi"), "the last measure waits for her: {waiting}");
    let words = &quiet().await.reports;
    assert!(words.contains("Esihenkilöiden omista arvioista ei kerrota mitään: alle 5"), "four have answered: {words}");
    for seen in [participant, coach] {
        assert_eq!(seen["pages"]["track"], Value::Null, "the supervisor's own path is nobody else's");
        assert!(seen["pages"]["memo"].is_string() && seen["pages"]["goals"].is_string(), "{seen:#}");
    }
    let goals = coach["pages"]["goals"].to_string();
    assert!(!goals.contains("ei arviota"), "each of the three has rated each time: {goals}");
    let case = coach["pages"]["case"].to_string();
    assert!(case.contains("oma-arvio ennen valmennusta 21.8.2018"), "{case}");
    for period in ["1. jakso", "2. jakso", "3. jakso", "4. jakso", "Jatkokeskustelu"] {
        assert!(case.contains(period), "{case}");
    }
}

#[tokio::test]
async fn the_replay_prints_the_committed_bytes_on_both_engines_and_when_it_is_walked_again() {
    let quiet = quiet().await;
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/it/output/palkeet-2018.json");
    let first = text(&quiet.printed);
    if rewrite_output() {
        std::fs::write(file, &first[0]).unwrap();
    }
    let committed = std::fs::read_to_string(file).unwrap();
    assert_eq!(first[0], committed, "look, then UPDATE_OUTPUT=1 cargo test --test it palkeet");
    assert_eq!(text(&quiet.again), first, "walked again, nothing is done twice and the same is told");
    if let Some(beside) = &quiet.beside {
        assert_eq!(text(beside), first, "SQLite tells another thing than PostgreSQL");
    }
}

/// What comes of a form once is what comes of it twice: no form is kept out but the one that sets the house up, whose
/// code is used up by then.
fn is_doubled(request: &Request) -> bool {
    request.method() == Method::POST && request.uri().path() != "/setup"
}

/// A road on which every form arrives twice: in turn its answer is lost and it is sent again, and it is pressed twice at
/// once.
fn doubling(router: Router) -> Router {
    static TURN: AtomicUsize = AtomicUsize::new(0);
    Router::new().fallback(move |request: Request| {
        let router = router.clone();
        async move {
            if !is_doubled(&request) {
                return router.oneshot(request).await.unwrap();
            }
            let (head, body) = request.into_parts();
            let bytes = to_bytes(body, usize::MAX).await.unwrap();
            let send = || router.clone().oneshot(Request::from_parts(head.clone(), Body::from(bytes.clone())));
            let (one, other) = if TURN.fetch_add(1, Ordering::Relaxed).is_multiple_of(2) {
                (send().await.unwrap(), send().await.unwrap())
            } else {
                let (one, other) = tokio::join!(send(), send());
                (one.unwrap(), other.unwrap())
            };
            let told = |answer: &Response| (answer.status(), answer.headers().get("location").cloned());
            assert_eq!(told(&one), told(&other), "{} answers otherwise the second time", head.uri);
            other
        }
    })
}

#[tokio::test]
async fn every_act_of_the_three_sent_twice_is_done_once() {
    let quiet = quiet().await;
    let stage = Stage::empty().await;
    stage.house().clock.move_to(palkeet::beginning());
    let printed = walked(stage.house(), doubling(stage.standing.router.clone())).await;
    assert_eq!(events(stage.house()).await, quiet.events, "something was done twice");
    assert_eq!(text(&printed), text(&quiet.printed));
    stage.end().await;
}
