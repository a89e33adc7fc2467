//! The disk fills up while people act, and has room again: plain words, what was typed stays, no restart.
use std::{fs, sync::Arc, time::Duration};

use tokio::time::Instant;
use urasilta::walk::{Form, Walker};

use crate::support::{Hands, Ledger, Server, World, examine, hands, shim};

/// What the page says when it could not save.
const KINDLY: &str = "Tallennus ei onnistunut";

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_full_disk_is_told_in_plain_words_and_passes_without_a_restart() {
    let mut world = World::new(None).await;
    // The log fills the same disk.
    world.log = world.folder.0.join("log");
    let room = world.notes.0.join("room");
    let environment = [
        ("LD_PRELOAD", shim("full").display().to_string()),
        ("FAULTS_FOLDER", world.folder.0.display().to_string()),
        ("FAULTS_ROOM", room.display().to_string()),
    ];
    let server = Server::start(&world, &environment).await;
    let ledger = Arc::new(Ledger::default());
    let mut hands = hands(server.port, &world, 6, &ledger);
    let mut reader = server.walker();
    let (mut writer, path) = begun(&server, &world).await;
    for turn in 0..2 {
        writer.get(&path).await;
        assert_eq!(writer.page.status, 200, "{}", writer.page.words());
        let working = Hands::work(hands);
        tokio::time::sleep(Duration::from_millis(400)).await;
        // A little is left: the disk fills up in the middle of acts, not between them.
        fs::write(&room, "200000").unwrap();
        tokio::time::sleep(Duration::from_millis(700)).await;
        fs::write(&room, "0").unwrap();
        let full = nothing_more(&ledger).await;

        let kept = refused(&mut writer, &path, turn).await;
        assert_eq!(reader.send("GET", "/services", None).await.status, 200, "what tells about nobody is shown");
        fs::remove_file(&room).unwrap();
        let begun = Instant::now();
        while ledger.acts() == full {
            assert!(begun.elapsed() < Duration::from_secs(5), "it does not go on when there is room");
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        saved_now(&mut writer, &path, (&kept, turn)).await;
        tokio::time::sleep(Duration::from_millis(400)).await;
        hands = working.rest().await;
    }
    server.kill();
    let house = world.open().await.house;
    let views = world.views(&house).await;
    let found = examine(&house.db, &views, &ledger.all()).await.unwrap();
    eprintln!("a disk that was full twice: {} acts answered", ledger.acts());
    assert!(found.is_whole(), "{found:#?}");
    house.close().await;
}

/// Waits until nothing is saved any more (what lies on the disk may be written over for a while); gives how many acts
/// have been answered.
async fn nothing_more(ledger: &Ledger) -> usize {
    for _ in 0..60 {
        let before = ledger.acts();
        tokio::time::sleep(Duration::from_millis(400)).await;
        if ledger.acts() == before {
            return before;
        }
    }
    panic!("acts go on and on where there is no room");
}

/// Somebody who has begun an application; with the address of a question that asks for words.
async fn begun(server: &Server, world: &World) -> (Walker, String) {
    // The first of the first group: the hands begin from the other end.
    let mut writer = server.walker().with_cookie("__Host-urasilta", &world.people[0].token);
    let apply = format!("/services/{}/apply", world.round);
    writer.get(&apply).await;
    writer.submit(&apply, &[]).await;
    let first = writer.page.path.clone();
    assert!(first.ends_with("/steps/expectations"), "{first}: {}", writer.page.words());
    (writer, first.replace("expectations", "situation"))
}

fn words(turn: usize) -> String {
    format!("Tämän kirjoitin pitkään ja hartaasti, kun levy täyttyi {}. kerran.", turn + 1)
}

/// Sends what was typed to a disk that is full; gives the form that the page keeps.
async fn refused(writer: &mut Walker, path: &str, turn: usize) -> Form {
    let mut form = writer.page.form(path, "").expect("the form");
    form.set("situation", &words(turn));
    let body = serde_html_form::to_string(form.pairs()).unwrap();
    let mut page = writer.send("POST", path, Some(body.clone())).await;
    while page.status == 303 {
        // There was room for one more where the log of the database is written over.
        page = writer.send("POST", path, Some(body.clone())).await;
    }
    assert_eq!(page.status, 503, "{}", page.words());
    assert!(page.words().starts_with(KINDLY), "{}", page.words());
    assert!(page.words().contains("odota hetki ja lähetä se uudelleen"), "{}", page.words());
    let kept = page.form(path, "").expect("the form stays");
    assert!(kept.pairs().contains(&("situation".to_owned(), words(turn))), "{kept:?}");
    kept
}

/// The same form again when there is room.
async fn saved_now(writer: &mut Walker, path: &str, (kept, turn): (&Form, usize)) {
    writer.send_form(kept).await;
    assert_eq!(writer.page.status, 200, "{}", writer.page.words());
    writer.get(path).await;
    assert!(writer.page.html().contains(&words(turn)), "{}", writer.page.words());
}
