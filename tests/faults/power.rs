//! Power cuts on SQLite. The program runs under a recorder of everything it does to its files; from the record the disks
//! are built that a cut at any moment may leave, and on each of them everything that was answered until then is looked
//! for.
use std::{fs, path::Path, sync::Arc, time::Duration};

use urasilta::{
    privacy::vault::{Ring, Vault},
    world::seed::Seeded,
};
use uuid::Uuid;

use crate::support::{
    Folder, Found, Hands, Ledger, Server, World, databases, enter, examine, hands, number, record,
    record::{Disk, Event},
    seed, shim,
};

/// A recorded run: the disk before it, and what happened.
struct Record {
    before: Folder,
    events: Vec<Event>,
    sealed: Vec<(Uuid, Vec<u8>)>,
}

/// Eight hands act on the program for so long; then it is killed.
async fn recorded(lasting: Duration, swallow: &str) -> Record {
    let world = World::new(None).await;
    let before = Folder::new("faults-before");
    for entry in fs::read_dir(&world.folder.0).unwrap().map(Result::unwrap).filter(|entry| entry.path().is_file()) {
        fs::copy(entry.path(), before.0.join(entry.file_name())).unwrap();
    }
    let log = world.notes.0.join("record");
    let environment = [
        ("LD_PRELOAD", shim("record").display().to_string()),
        ("FAULTS_FOLDER", world.folder.0.display().to_string()),
        ("FAULTS_LOG", log.display().to_string()),
        ("FAULTS_SWALLOW", swallow.to_owned()),
    ];
    let server = Server::start(&world, &environment).await;
    let ledger = Arc::new(Ledger::in_log(&log));
    let hands = Hands::work(hands(server.port, &world, 8, &ledger));
    // The first of each group: the hands begin from the other end.
    let groups = world.groups(8);
    let entering = groups.iter().take(4).map(|group| enter(&server, &world, &group[0], &ledger));
    let entering = async {
        let entered = futures_util::future::join_all(entering).await;
        entered.iter().flatten().count()
    };
    let (entered, ()) = tokio::join!(entering, tokio::time::sleep(lasting));
    assert_eq!(entered, 4, "people who have signed in");
    hands.rest().await;
    server.kill();
    let events = record::read(&log);
    let count = |wanted: fn(&Event) -> bool| events.iter().filter(|event| wanted(event)).count();
    eprintln!(
        "recorded: {} acts and views answered, {} writes, {} flushes, {} renamings",
        count(|event| matches!(event, Event::Heard(_))),
        count(|event| matches!(event, Event::Write { .. })),
        count(|event| matches!(event, Event::Flush { .. })),
        count(|event| matches!(event, Event::Rename { .. })),
    );
    Record { before, events, sealed: world.sealed.clone() }
}

/// Moments to cut at: any, as many right after an answer has left, and some after a file has got another's name.
fn moments(events: &[Event], count: u64, chance: &mut Seeded) -> Vec<usize> {
    let after = |wanted: fn(&Event) -> bool| -> Vec<usize> {
        (0..events.len()).filter(|at| wanted(&events[*at])).map(|at| at + 1).collect()
    };
    let heard = after(|event| matches!(event, Event::Heard(_)));
    let renamed = after(|event| matches!(event, Event::Rename { .. }));
    let mut moments: Vec<usize> = (0..count)
        .map(|turn| match turn % 5 {
            0 | 1 => chance.below(events.len() + 1),
            2 | 3 => heard[chance.below(heard.len())],
            _ => (renamed[chance.below(renamed.len())] + chance.below(40)).min(events.len()),
        })
        .collect();
    moments.sort_unstable();
    moments
}

/// Cuts the power so many times; gives what is wrong with each disk that is not whole.
async fn cuts(record: &Record, count: u64, seed: u64) -> Vec<(usize, Found)> {
    let mut chance = Seeded::new(seed);
    let mut disk = Disk::of(&record.before.0);
    let state = Folder::new("faults-state");
    let folder = state.0.join("disk");
    let (mut at, mut faults) = (0, Vec::new());
    for moment in moments(&record.events, count, &mut chance) {
        for event in &record.events[at..moment] {
            disk.goes_on(event);
        }
        at = moment;
        disk.cut(&mut chance, &folder);
        let found = look(&folder, &disk, &record.sealed).await;
        if !found.is_whole() {
            faults.push((moment, found));
        }
    }
    faults
}

/// Opens what is left as the program would, and looks.
async fn look(folder: &Path, disk: &Disk, sealed: &[(Uuid, Vec<u8>)]) -> Found {
    let broken = |what: &str, error: &dyn std::fmt::Display| Found {
        corrupt: vec![format!("{what}: {error}")],
        ..Found::default()
    };
    let [db, views] = match databases(folder).await {
        Ok(both) => both,
        Err(error) => return broken("opening", &error),
    };
    let mut found = examine(&db, &views, &disk.heard).await.unwrap_or_else(|error| broken("reading", &error));
    match Ring::open(&folder.join("keyring")) {
        Ok(ring) => {
            let vault = Vault::new(ring);
            let mut tx = db.read().await.unwrap();
            for (subject, record) in sealed {
                if let Err(error) = vault.open(&mut tx, *subject, record).await {
                    found.lost.push(format!("the key of {subject}: {error}"));
                }
            }
        }
        Err(error) => found.lost.push(error.to_string()),
    }
    views.close().await;
    db.close().await;
    found
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whatever_moment_the_power_goes_at_all_that_was_answered_is_there_once() {
    let seed = seed("power cuts");
    let count = number("FAULTS_CUTS", 300);
    let record = recorded(Duration::from_secs(number("FAULTS_SECONDS", 6)), "").await;
    let heard = record.events.iter().filter(|event| matches!(event, Event::Heard(_))).count();
    assert!(heard > 200, "only {heard} answers: too few to try anything");
    let faults = cuts(&record, count, seed).await;
    eprintln!("{count} power cuts: {} disks not whole", faults.len());
    assert!(faults.is_empty(), "{:#?}", &faults[..faults.len().min(3)]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_flush_that_is_only_said_to_be_done_is_noticed() {
    let seed = seed("swallowed flushes");
    let record = recorded(Duration::from_secs(2), "-wal").await;
    let faults = cuts(&record, 40, seed).await;
    let lost = faults.iter().filter(|(_, found)| !found.lost.is_empty()).count();
    eprintln!("40 power cuts with the flushes of the log swallowed: {lost} disks have lost what was answered");
    assert!(lost > 5, "the search does not see what is lost: {faults:?}");
}
