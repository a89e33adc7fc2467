//! PostgreSQL is stopped without a farewell, and its processes are killed, while people act on the program.
use std::{sync::Arc, time::Duration};

use tokio::time::Instant;
use urasilta::world::seed::Seeded;

use crate::support::{Cluster, Hands, Ledger, Server, World, examine, hands, number, seed};

/// The longest that the program may take to answer again.
const BACK: Duration = Duration::from_secs(2);

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn postgresql_stopped_and_killed_under_load_loses_and_doubles_nothing() {
    let Some(cluster) = Cluster::start() else { return };
    let cluster = Arc::new(cluster);
    let mut chance = Seeded::new(seed("stops of PostgreSQL"));
    let stops = number("FAULTS_STOPS", 4);
    let world = World::new(Some(cluster.database("stops").await)).await;
    let ledger = Arc::new(Ledger::default());
    let server = Server::start(&world, &[]).await;
    let working = Hands::work(hands(server.port, &world, 6, &ledger));
    let mut slowest = Duration::ZERO;
    for turn in 0..stops {
        tokio::time::sleep(Duration::from_millis(500 + chance.draw() % 700)).await;
        if turn % 2 == 0 {
            let one = cluster.clone();
            tokio::task::spawn_blocking(move || one.down()).await.unwrap();
            tokio::time::sleep(Duration::from_millis(chance.draw() % 800)).await;
            let one = cluster.clone();
            tokio::task::spawn_blocking(move || one.up()).await.unwrap();
        } else {
            cluster.kill_backend().await;
        }
        slowest = slowest.max(back(&server, &world).await);
    }
    tokio::time::sleep(Duration::from_millis(500)).await;
    working.rest().await;
    server.kill();
    let house = world.open().await.house;
    let found = examine(&house.db, &house.db, &ledger.all()).await.unwrap();
    eprintln!("{stops} stops of PostgreSQL, {} acts answered, back after {slowest:?} at the slowest", ledger.acts());
    assert!(ledger.acts() > 30, "only {} acts", ledger.acts());
    assert!(found.is_whole(), "{found:#?}");
    house.close().await;
}

/// How long it takes from the database's return until a page about a person is shown.
async fn back(server: &Server, world: &World) -> Duration {
    let begun = Instant::now();
    let mut walker = server.walker().with_cookie("__Host-urasilta", &world.people[0].token);
    loop {
        let page = walker.send("GET", "/me", None).await;
        if page.status == 200 {
            break;
        }
        assert_eq!(page.status, 503, "{}", page.words());
        assert!(begun.elapsed() < BACK, "not back after {:?}: {}", begun.elapsed(), page.words());
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    begun.elapsed()
}
