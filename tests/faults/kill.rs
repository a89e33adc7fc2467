//! SIGKILL in the middle of everything, again and again, on both engines: while people act, and while the published
//! pilots are walked through.
use std::{
    collections::BTreeMap,
    path::Path,
    process::{Child, Command, Stdio},
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

/// A pilot to walk through, and what is looked at of it afterwards.
#[derive(Clone, Copy)]
struct Pilot {
    name: &'static str,
    /// What else is printed when it has been walked.
    parties: &'static [&'static str],
}

const KEUSOTE: Pilot = Pilot { name: "keusote-2023", parties: &[] };
const PALKEET: Pilot = Pilot { name: "palkeet-2018", parties: &["participant", "supervisor", "coach"] };

/// What a walk through a pilot left: what was printed of it, and how many events of each kind.
type Walked = (Vec<String>, BTreeMap<String, i64>);

/// `urasilta replay`, started.
fn replay(pilot: Pilot, (folder, url): (&Path, Option<&str>), party: Option<&str>) -> Child {
    let mut command = Command::new(binary());
    command.args(["replay", pilot.name, "--json", "--config", "/dev/null", "--data"]).arg(folder);
    if let Some(url) = url {
        command.args(["--database-url", url]);
    }
    if let Some(party) = party {
        command.args(["--as", party]);
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

/// Walks to the end, and looks at it as each party.
async fn to_the_end(pilot: Pilot, place: (&Path, Option<&str>)) -> Walked {
    let mut printed = Vec::new();
    for party in std::iter::once(None).chain(pilot.parties.iter().map(|party| Some(*party))) {
        let child = replay(pilot, place, party);
        let told = tokio::task::spawn_blocking(|| child.wait_with_output().unwrap()).await.unwrap();
        assert!(told.status.success(), "the walk through {} does not go on", pilot.name);
        printed.push(String::from_utf8(told.stdout).unwrap());
    }
    (printed, events(place.0, place.1).await)
}

/// The walk that nobody disturbs.
async fn quiet(pilot: Pilot) -> &'static Walked {
    static QUIET: [OnceCell<Walked>; 2] = [OnceCell::const_new(), OnceCell::const_new()];
    let once = &QUIET[usize::from(pilot.name == PALKEET.name)];
    once.get_or_init(|| async {
        let folder = Folder::new("faults-replay");
        to_the_end(pilot, (&folder.0, None)).await
    })
    .await
}

/// Kills the walk so many times and lets it go on from where it stood.
async fn killed(pilot: Pilot, engine: &str, url: Option<&str>) {
    let told = format!("{} on {engine}", pilot.name);
    let mut chance = Seeded::new(seed(&told));
    let kills = number("FAULTS_REPLAY_KILLS", 3);
    let folder = Folder::new("faults-replay");
    let (mut done, mut ended_early) = (0, 0);
    while done < kills && ended_early < 3 {
        let mut child = replay(pilot, (&folder.0, url), None);
        tokio::time::sleep(Duration::from_millis(400 + chance.draw() % 2_500)).await;
        match child.try_wait().unwrap() {
            Some(_) => ended_early += 1,
            None => done += 1,
        }
        child.kill().unwrap();
        child.wait().unwrap();
    }
    let (printed, counts) = to_the_end(pilot, (&folder.0, url)).await;
    let (expected, known) = quiet(pilot).await;
    eprintln!("{told}: {done} kills");
    assert!(done > 0);
    assert_eq!(&printed, expected, "{told}: another report after kills");
    assert_eq!(&counts, known, "{told}: another number of events after kills");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_replay_that_is_killed_goes_on_and_tells_the_same_on_sqlite() {
    killed(KEUSOTE, "SQLite", None).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_replay_that_is_killed_goes_on_and_tells_the_same_on_postgresql() {
    let Some(cluster) = Cluster::start() else { return };
    let url = cluster.database("replay").await;
    killed(KEUSOTE, "PostgreSQL", Some(&url)).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn three_party_coaching_that_is_killed_goes_on_and_each_sees_the_same_on_sqlite() {
    killed(PALKEET, "SQLite", None).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn three_party_coaching_that_is_killed_goes_on_and_each_sees_the_same_on_postgresql() {
    let Some(cluster) = Cluster::start() else { return };
    let url = cluster.database("three").await;
    killed(PALKEET, "PostgreSQL", Some(&url)).await;
}
