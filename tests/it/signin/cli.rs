//! The operator's commands, run as the operator runs them: what they say and how they end.
use std::{
    io::{BufRead, BufReader, Read, Write},
    net::{TcpListener, TcpStream},
    path::Path,
    process::{Child, Command, Stdio},
    time::Duration,
};

use urasilta::{
    clock::Clock,
    db::Open,
    events::{self, Event},
    ident, jobs,
};

use crate::support::Folder;

fn urasilta(data: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_urasilta"));
    command.args(arguments).env("URASILTA_DATA_DIR", data).env("URASILTA_DATABASE_URL", "").current_dir(data);
    command.env_remove("URASILTA_CONFIG");
    command
}

/// What it said on the console, on the other, and its exit code.
fn said(command: &mut Command) -> (String, String, i32) {
    let output = command.output().unwrap();
    let words = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    (words(&output.stdout), words(&output.stderr), output.status.code().unwrap())
}

#[test]
fn a_wrong_setting_is_named_with_what_is_allowed_and_nothing_is_done() {
    let folder = Folder::new();
    let (console, error, code) = said(urasilta(&folder.0, &["migrate"]).env("URASILTA_MAIL", "pigeon"));
    assert_eq!((console.as_str(), code), ("", 2));
    assert_eq!(error, "urasilta: environment: `mail` is \"pigeon\"; it must be one of folder, smtp\n");
    assert!(!folder.0.join("urasilta.db").exists());
    let (console, _, code) = said(&mut urasilta(&folder.0, &["config"]));
    assert_eq!(code, 0);
    assert!(console.contains("# Address to answer on."), "{console}");
}

#[tokio::test]
async fn the_audit_names_what_was_tampered_with_and_ends_with_one() {
    let folder = Folder::new();
    let (console, _, code) = said(&mut urasilta(&folder.0, &["migrate"]));
    assert!(code == 0 && console.contains("0001_events_log.sql"), "{console}");
    let (console, _, _) = said(&mut urasilta(&folder.0, &["migrate"]));
    assert_eq!(console, "The schema was up to date.\n");

    let db = Open::new(folder.0.join("urasilta.db").display().to_string()).open().await.unwrap();
    let now = Clock::System.now();
    let mut tx = db.write().await.unwrap();
    let mut last = ident::random();
    for number in 0..3 {
        let event = Event::new("thing.happened", ident::random(), ident::of("test", "controller"), now);
        last = event.fact("number", number).record(&mut tx).await.unwrap();
    }
    tx.commit().await.unwrap();
    events::seal(&db, jobs::holder(), now).await.unwrap();
    let (console, _, code) = said(&mut urasilta(&folder.0, &["check", "audit"]));
    assert_eq!((console.as_str(), code), ("3 links read, 0 broken.\n", 0));

    let mut tx = db.write().await.unwrap();
    tx.sql("update event set what = 'thing.vanished' where id = $1").bind(last).execute().await.unwrap();
    Event::new("thing.happened", ident::random(), ident::random(), now).record(&mut tx).await.unwrap();
    tx.commit().await.unwrap();
    let (console, _, code) = said(&mut urasilta(&folder.0, &["check", "audit"]));
    assert_eq!(code, 1, "{console}");
    assert!(console.contains(&format!("CHANGED  event {last}")), "{console}");
    assert!(
        console.contains("3 links read, 1 broken.") && console.contains("1 events are not sealed yet"),
        "{console}"
    );
    db.close().await;
}

#[tokio::test]
async fn the_operator_takes_the_only_administrators_lost_app_away() {
    let folder = Folder::new();
    said(&mut urasilta(&folder.0, &["migrate"]));
    let db = Open::new(folder.0.join("urasilta.db").display().to_string()).open().await.unwrap();
    let mut tx = db.write().await.unwrap();
    let id = ident::random();
    let now = Clock::System.now();
    tx.sql("insert into human (id, name, address, created_at) values ($1, 'Arja', 'arja@example.invalid', $2)")
        .bind(id)
        .bind(now)
        .execute()
        .await
        .unwrap();
    tx.sql("insert into signin_second (human_id, secret, last_step, set_at) values ($1, $2, 0, $3)")
        .bind(id)
        .bind(vec![0_u8; 60])
        .bind(now)
        .execute()
        .await
        .unwrap();
    tx.commit().await.unwrap();
    let reset = ["second-factor", "reset", "Arja@example.invalid"];
    let (console, error, code) = said(&mut urasilta(&folder.0, &reset));
    assert!(code == 0 && console.starts_with("Done."), "{console}{error}");
    let (console, _, code) = said(&mut urasilta(&folder.0, &reset));
    assert!(code == 1 && console.starts_with("Nobody with this address"), "{console}");
    let mut tx = db.read().await.unwrap();
    let (what,): (String,) = tx.sql("select what from event where root_id = $1").bind(id).one().await.unwrap();
    assert_eq!(what, "second-factor.reset");
    let (letters,): (i64,) = tx.sql("select count(*) from job where kind = 'mail.send'").one().await.unwrap();
    assert_eq!(letters, 1);
    drop(tx);
    db.close().await;
}

#[test]
fn a_staff_is_imported_after_its_preview_and_a_faulty_one_not_at_all() {
    let folder = Folder::new();
    let write = |name: &str, lines: &[&str]| {
        let head = "Number;Last name;First name;Unit;Title;Start date;Shoe size";
        std::fs::write(folder.0.join(name), [&[head], lines].concat().join("\n")).unwrap();
    };
    write("staff.csv", &["4711;Virtanen;Maija;Osasto 1;lähihoitaja;1.3.2019;38"]);
    write("faulty.csv", &["4712;Åkerlund;;Osasto 1;sairaanhoitaja;1.3.2019;41"]);
    let organisation = ["--organisation", "Hyvinvointialue 1"];
    let import = |file: &str, more: &[&str]| {
        said(&mut urasilta(&folder.0, &[&["import", file], &organisation[..], more].concat()))
    };
    let (_, error, code) = import("staff.csv", &[]);
    assert!(code == 2 && error.contains("there are no organisations yet"), "{error}");
    said(&mut urasilta(&folder.0, &["generate", "--people", "1", "--applications", "0"]));
    let (console, _, code) = import("staff.csv", &[]);
    assert!(console.contains("Columns that are not read: Shoe size."), "{console}");
    assert!(code == 0 && console.contains("1 people would be added") && console.contains("--confirm"), "{console}");
    let (console, _, code) = import("staff.csv", &["--confirm"]);
    assert!(code == 0 && console.contains("1 people added"), "{console}");
    let (console, _, _) = import("staff.csv", &["--confirm"]);
    assert!(console.contains("0 people added") && console.contains("1 as before"), "{console}");
    let (console, error, code) = import("faulty.csv", &["--confirm"]);
    assert!(code == 1 && error.starts_with("Row 2") && error.ends_with("Nothing was written.\n"), "{console} {error}");
}

/// A server that is ended by its id, whatever happens.
struct Server(Child);

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// The answer to one plain request, empty while nobody answers.
fn get(address: &str, path: &str) -> String {
    let mut answer = String::new();
    if let Ok(mut stream) = TcpStream::connect(address) {
        stream.set_read_timeout(Some(Duration::from_secs(5))).unwrap();
        let _ = write!(stream, "GET {path} HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n");
        let _ = stream.read_to_string(&mut answer);
    }
    answer
}

#[tokio::test]
async fn a_fresh_server_prints_its_set_up_code_answers_and_ends_when_told() {
    let folder = Folder::new();
    let address = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().to_string();
    let mut command = urasilta(&folder.0, &["serve"]);
    command.env("URASILTA_LISTEN", &address).env("URASILTA_PUBLIC_URL", format!("http://{address}"));
    let mut server = Server(command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap());
    let mut console = BufReader::new(server.0.stdout.take().unwrap()).lines();
    let line = console.find(|line| line.as_ref().is_ok_and(|line| line.starts_with("    "))).unwrap().unwrap();
    assert_eq!(line.trim().len(), 27, "four groups of six letters: {line}");
    let mut answer = String::new();
    for _ in 0..100 {
        answer = get(&address, "/health");
        if !answer.is_empty() {
            break;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    assert!(answer.starts_with("HTTP/1.1 200") && answer.ends_with("ok\n"), "{answer}");
    assert!(get(&address, "/setup").contains("Aloita t"), "the first administrator can begin");
    assert!(get(&address, "/demo").starts_with("HTTP/1.1 404"), "a real house is no demo");
    let id = server.0.id().to_string();
    assert!(Command::new("kill").args(["-TERM", &id]).status().unwrap().success());
    assert!(server.0.wait().unwrap().success(), "told to stop, it ends well");
}
