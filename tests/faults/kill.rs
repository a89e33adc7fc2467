//! SIGKILL in the middle of everything, again and again, on both engines: while people act, and while the published
//! pilot is walked through.
use std::{
    collections::BTreeMap,
    path::Path,
    process::{Command, Stdio},
    sync::Arc,
    time::Duration,
};

use tokio::sync::OnceCell;
use urasilta::{
    db::{Db, Open},
    world::seed::Seeded,
};

use crate::support::{Cluster, Folder, Hands, Ledger, Server, World, binary, examine, hands, number, seed};

/// Six hands act; the program is killed and started again so many times.
async fn storm(engine: &str, url: Option<String>) {
    let mut chance = Seeded::new(seed(engine));
    let kills = number("FAULTS_KILLS", 4);
    let world = World::new(url).await;
    let ledger = Arc::new(Ledger::default());
    let mut server = Server::start(&world, &[]).await;
    let port = server.port;
    let working = Hands::work(hands(port, &world, 6, &ledger));
    for _ in 0..kills {
        tokio::time::sleep(Duration::from_millis(300 + chance.draw() % 700)).await;
        server.kill();
        server = Server::start_on(port, &world, &[]).await;
    }
    tokio::time::sleep(Duration::from_millis(500)).await;
    working.rest().await;
    server.kill();
    let house = world.open().await.house;
    let views = world.views(&house).await;
    let found = examine(&house.db, &views, &ledger.all()).await.unwrap();
    eprintln!("{engine}: {kills} kills, {} acts answered", ledger.acts());
    assert!(ledger.acts() > 30, "only {} acts", ledger.acts());
    assert!(found.is_whole(), "{found:#?}");
    house.close().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_storm_of_kills_on_sqlite_loses_and_doubles_nothing() {
    storm("kills on SQLite", None).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_storm_of_kills_on_postgresql_loses_and_doubles_nothing() {
    let Some(cluster) = Cluster::start() else { return };
    storm("kills on PostgreSQL", Some(cluster.database("storm").await)).await;
}

/// What a walk through the pilot left: its report, and how many events of each kind.
type Walked = (String, BTreeMap<String, i64>);

/// `urasilta replay`, started.
fn replay(folder: &Path, url: Option<&str>) -> std::process::Child {
    let mut command = Command::new(binary());
    command.args(["replay", "keusote-2023", "--json", "--config", "/dev/null", "--data"]).arg(folder);
    if let Some(url) = url {
        command.args(["--database-url", url]);
    }
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap()
}

async fn events(folder: &Path, url: Option<&str>) -> BTreeMap<String, i64> {
    let address = url.map_or_else(|| folder.join("urasilta.db").display().to_string(), str::to_owned);
    let db: Db = Open::new(address).open().await.unwrap();
    let counts: Vec<(String, i64)> =
        db.read().await.unwrap().sql("select what, count(*) from event group by what").all().await.unwrap();
    db.close().await;
    counts.into_iter().collect()
}

/// The walk that nobody disturbs.
static QUIET: OnceCell<Walked> = OnceCell::const_new();

async fn quiet() -> &'static Walked {
    QUIET
        .get_or_init(|| async {
            let folder = Folder::new("faults-replay");
            let child = replay(&folder.0, None);
            let told = tokio::task::spawn_blocking(|| child.wait_with_output().unwrap()).await.unwrap();
            assert!(told.status.success());
            (String::from_utf8(told.stdout).unwrap(), events(&folder.0, None).await)
        })
        .await
}

/// Kills the walk so many times and lets it go on from where it stood.
async fn killed(engine: &str, url: Option<&str>) {
    let mut chance = Seeded::new(seed(engine));
    let kills = number("FAULTS_REPLAY_KILLS", 3);
    let folder = Folder::new("faults-replay");
    let (mut done, mut ended_early) = (0, 0);
    while done < kills && ended_early < 3 {
        let mut child = replay(&folder.0, url);
        tokio::time::sleep(Duration::from_millis(400 + chance.draw() % 2_500)).await;
        match child.try_wait().unwrap() {
            Some(_) => ended_early += 1,
            None => done += 1,
        }
        child.kill().unwrap();
        child.wait().unwrap();
    }
    let last = replay(&folder.0, url);
    let told = tokio::task::spawn_blocking(|| last.wait_with_output().unwrap()).await.unwrap();
    assert!(told.status.success(), "{engine}: the walk does not go on after {done} kills");
    let (report, counts) = quiet().await;
    eprintln!("{engine}: {done} kills");
    assert!(done > 0);
    assert_eq!(&String::from_utf8(told.stdout).unwrap(), report, "another report after kills");
    assert_eq!(&events(&folder.0, url).await, counts, "another number of events after kills");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_replay_that_is_killed_goes_on_and_tells_the_same_on_sqlite() {
    killed("replay on SQLite", None).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_replay_that_is_killed_goes_on_and_tells_the_same_on_postgresql() {
    let Some(cluster) = Cluster::start() else { return };
    let url = cluster.database("replay").await;
    killed("replay on PostgreSQL", Some(&url)).await;
}
