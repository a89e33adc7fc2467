//! Sealed words of every kind: a changed byte is an error that tells nothing, and what is erased stays erased, in an
//! older backup too.
use urasilta::{db::Tx, privacy::vault::VaultError};
use uuid::Uuid;

use crate::{
    access::released::{hidden_from, next_coach, written},
    goals::id,
    support::{Actor, Stage},
};

/// A coaching of three with words of every kind, in which Eeva has taken Aino's place and may read what was before.
async fn told(stage: &Stage) -> String {
    let (case, _) = written(stage).await;
    next_coach(stage, &case).await;
    let mut maija = stage.actor("Maija").await;
    maija.see(&format!("{case}/consent")).await;
    maija.send_form(&format!("{case}/consent"), &[("answer", "yes")]).await;
    stage.letters().await;
    case
}

/// Every planted word.
fn marks() -> Vec<&'static str> {
    hidden_from("nobody")
}

/// How a kind is read and written, and who opens it where.
type Kind = (&'static str, &'static str, &'static [(&'static str, &'static str)]);

const KINDS: &[Kind] = &[
    (
        "select sealed from note where case_id = $1 and kind = 'memo'",
        "update note set sealed = $2 where case_id = $1 and kind = 'memo'",
        &[("Maija", "/memo"), ("Eeva", "/memo"), ("Eeva", "")],
    ),
    (
        "select sealed from note where case_id = $1 and kind = 'working_note' order by saved_at desc limit 1",
        "update note set sealed = $2 where case_id = $1 and kind = 'working_note'",
        &[("Eeva", "")],
    ),
    (
        "select sealed from coach_era where case_id = $1",
        "update coach_era set sealed = $2 where case_id = $1",
        &[("Maija", "/earlier"), ("Eeva", "/earlier")],
    ),
    (
        "select asked_reason from era_request where case_id = $1",
        "update era_request set asked_reason = $2 where case_id = $1",
        &[("Maija", "/consent")],
    ),
    (
        "select sealed from goal where case_id = $1 and agreed_at is not null",
        "update goal set sealed = $2 where case_id = $1 and agreed_at is not null",
        &[("Maija", "/goals"), ("Eeva", "/goals"), ("Pekka", "/goals")],
    ),
    (
        "select what from case_action where case_id = $1 and state = 'agreed' and owner = 'participant'",
        "update case_action set what = $2 where case_id = $1 and state = 'agreed' and owner = 'participant'",
        &[("Maija", "/actions"), ("Eeva", "/actions"), ("Pekka", "/actions")],
    ),
    (
        "select reason from case_action where case_id = $1 and reason is not null",
        "update case_action set reason = $2 where case_id = $1 and reason is not null",
        &[("Maija", "/actions")],
    ),
    (
        "select sealed_aims from agreement where case_id = $1 and version = 2",
        "update agreement set sealed_aims = $2 where case_id = $1 and version = 2",
        &[("Maija", "/agreed"), ("Eeva", "/agreed"), ("Pekka", "/agreed")],
    ),
    (
        "select sealed_timetable from agreement where case_id = $1 and version = 2",
        "update agreement set sealed_timetable = $2 where case_id = $1 and version = 2",
        &[("Maija", "/agreed"), ("Eeva", "/agreed")],
    ),
    (
        "select sealed from preparation where case_id = $1 and party = 'participant'",
        "update preparation set sealed = $2 where case_id = $1 and party = 'participant'",
        &[("Maija", "/preparation")],
    ),
    (
        "select sealed from period_answer where case_id = $1 and part = 'before'",
        "update period_answer set sealed = $2 where case_id = $1 and part = 'before'",
        &[("Maija", "/steps/{step}/preparation")],
    ),
];

/// The page of the case in which the period is that something is asked around.
async fn page_of(stage: &Stage, case: &str, page: &str) -> String {
    let mut tx = stage.write().await;
    let sql = "select step_id from period_answer where case_id = $1";
    let step: Option<(Uuid,)> = tx.sql(sql).bind(id(case)).optional().await.unwrap();
    format!("{case}{}", page.replace("{step}", &step.map(|(step,)| step.to_string()).unwrap_or_default()))
}

/// The page says that the words cannot be opened and whom to call, and nothing of anybody.
async fn refuses(actor: &mut Actor, page: &str) {
    actor.get(page).await;
    let words = actor.page.words();
    assert_eq!(actor.page.status.as_u16(), 500, "{page}: {words}");
    assert!(words.contains("Tekstiä ei voi avata") && words.contains("Soita: 09 123 4567"), "{page}: {words}");
    assert!(marks().iter().chain(&["Virtanen"]).all(|mark| !words.contains(mark)), "{page}: {words}");
}

#[tokio::test]
async fn a_changed_byte_is_an_error_that_says_whom_to_call_and_nothing_else() {
    let stage = Stage::new().await;
    let case = told(&stage).await;
    for (read, write, pages) in KINDS {
        for (name, page) in *pages {
            stage.actor(name).await.see(&page_of(&stage, &case, page).await).await;
        }
        let mut tx = stage.write().await;
        let (whole,): (Vec<u8>,) = tx.sql(read).bind(id(&case)).one().await.unwrap();
        let mut flipped = whole.clone();
        let middle = flipped.len() / 2;
        flipped[middle] ^= 1;
        tx.sql(write).bind(id(&case)).bind(flipped).execute().await.unwrap();
        tx.commit().await.unwrap();
        for (name, page) in *pages {
            refuses(&mut stage.actor(name).await, &page_of(&stage, &case, page).await).await;
        }
        let mut tx = stage.write().await;
        tx.sql(write).bind(id(&case)).bind(whole).execute().await.unwrap();
        tx.commit().await.unwrap();
    }
    stage.end().await;
}

/// Every place where bytes of a case lie: `(table, column)`. Hashes of links are no words.
async fn places(tx: &mut Tx) -> Vec<(String, String)> {
    let sql = if tx.is_sqlite() {
        "select m.name, p.name from sqlite_master m, pragma_table_info(m.name) p where m.type = 'table' \
         and p.type = 'bytea' and p.name <> 'token_hash' \
         and exists (select 1 from pragma_table_info(m.name) c where c.name = 'case_id') order by 1, 2"
    } else {
        "select cast(table_name as text), cast(column_name as text) from information_schema.columns p where table_schema = 'public' \
         and data_type = 'bytea' and column_name <> 'token_hash' and exists (select 1 from information_schema.columns c \
         where c.table_schema = 'public' and c.table_name = p.table_name and c.column_name = 'case_id') \
         and table_name in (select t.table_name from information_schema.tables t where t.table_type = 'BASE TABLE') \
         order by 1, 2"
    };
    tx.sql(sql).all().await.unwrap()
}

/// What lies there of the case.
async fn lies(tx: &mut Tx, case: Uuid) -> Vec<(String, Vec<u8>)> {
    let mut found = Vec::new();
    for (table, column) in places(tx).await {
        let sql = format!("select {column} from {table} where case_id = $1 and {column} is not null");
        let sql: &'static str = Box::leak(sql.into_boxed_str());
        let rows: Vec<(Vec<u8>,)> = tx.compose(&[sql]).bind(case).all().await.unwrap();
        let there = rows.into_iter().filter(|(bytes,)| !bytes.is_empty());
        found.extend(there.map(|(bytes,)| (format!("{table}.{column}"), bytes)));
    }
    found
}

/// Erases the contents of the case, as its keeping does when their time is over.
async fn erase(stage: &Stage, case: Uuid) {
    let mut tx = stage.write().await;
    for kept in stage.house().plan.kept.iter().filter(|kept| kept.class == "coaching") {
        (kept.erase)(stage.house(), &mut tx, case).await.unwrap();
    }
    tx.commit().await.unwrap();
    // Twice a day the ring turns.
    for _ in 0..2 {
        stage.house().vault.turn(&stage.house().db).await.unwrap();
    }
}

#[tokio::test]
async fn every_kind_of_sealed_words_goes_with_its_case() {
    let stage = Stage::new().await;
    let case = id(&told(&stage).await);
    let mut tx = stage.write().await;
    let before = lies(&mut tx, case).await;
    for place in [
        "note.sealed",
        "coach_era.sealed",
        "era_request.asked_reason",
        "goal.sealed",
        "case_action.what",
        "case_action.reason",
        "agreement.sealed_aims",
        "agreement.sealed_timetable",
        "preparation.sealed",
        "period_answer.sealed",
    ] {
        assert!(before.iter().any(|(at, _)| at == place), "{place}");
    }
    let key: (i32, Vec<u8>) =
        tx.sql("select generation, wrapped from vault_key where subject_id = $1").bind(case).one().await.unwrap();
    drop(tx);
    erase(&stage, case).await;
    let mut tx = stage.write().await;
    assert_eq!(lies(&mut tx, case).await, [], "nothing of it lies anywhere");
    let back = "insert into vault_key (subject_id, generation, wrapped) values ($1, $2, $3)";
    tx.sql(back).bind(case).bind(key.0).bind(key.1).execute().await.unwrap();
    for (place, sealed) in &before {
        let opened = stage.house().vault.open(&mut tx, case, sealed).await;
        assert!(matches!(opened, Err(VaultError::NoGeneration(_))), "{place}: {opened:?}");
    }
    drop(tx);
    for (name, pages) in [
        ("Maija", &["/memo", "/earlier", "/consent", "/goals", "/actions", "/agreed", "/preparation", "/readers"][..]),
        ("Eeva", &["", "/memo", "/earlier", "/goals", "/actions", "/agreed"]),
        ("Pekka", &["/goals", "/actions", "/agreed"]),
    ] {
        let mut one = stage.actor(name).await;
        for page in pages {
            let words = one.see(&format!("/cases/{case}{page}")).await;
            let found: Vec<_> = marks().into_iter().filter(|mark| words.contains(mark)).collect();
            assert!(found.is_empty(), "{name} at {page}: {found:?}");
        }
    }
    // What was planted stands open in no file of the house, neither before nor after.
    if stage.house().db.is_sqlite() {
        let files = std::fs::read_dir(stage.folder()).unwrap().map(|file| file.unwrap().path());
        let all: Vec<u8> = files.filter(|path| path.is_file()).flat_map(|path| std::fs::read(path).unwrap()).collect();
        for mark in marks().into_iter().filter(|mark| !mark.starts_with("Paikka") && !mark.starts_with("osoite")) {
            assert!(!all.windows(mark.len()).any(|part| part == mark.as_bytes()), "{mark} lies open");
        }
    }
    stage.end().await;
}

/// The whole database as it was before the erasure, with the ring as it is after: a house stands on them.
#[tokio::test]
async fn an_older_backup_restored_with_todays_ring_opens_nothing() {
    let stage = Stage::new().await;
    let case = told(&stage).await;
    let pages =
        [("Maija", "/memo"), ("Maija", "/earlier"), ("Maija", "/goals"), ("Maija", "/actions")].into_iter().chain([
            ("Maija", "/agreed"),
            ("Maija", "/preparation"),
            ("Eeva", ""),
            ("Pekka", "/goals"),
            ("Pekka", "/agreed"),
        ]);
    let humans = ["Maija", "Eeva", "Pekka"].map(|name| (name, stage.world.human(name)));
    let human = |name: &str| humans.iter().find(|(one, _)| *one == name).unwrap().1;
    let backup = stage.keep().await;
    let today = Stage::copied(&backup).await;
    erase(&today, id(&case)).await;
    let restored = Stage::copied(&backup).await;
    for (name, page) in pages.clone() {
        restored.human(human(name)).await.see(&format!("{case}{page}")).await;
    }
    std::fs::copy(today.folder().join("keyring"), restored.folder().join("keyring")).unwrap();
    let standing = restored.again(&[]).await;
    for (name, page) in pages {
        let mut one = restored.at_door_of(&standing, human(name)).await;
        refuses(&mut one, &format!("{case}{page}")).await;
    }
    standing.house.close().await;
    for stage in [today, restored] {
        stage.letters().await;
        stage.end().await;
    }
}
