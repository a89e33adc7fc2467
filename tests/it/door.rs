//! The door under many hands: acts at the same time, acts that fail, acts that are given up half way.
use urasilta::{
    db::{Db, Result, Tally},
    ident, jobs,
    privacy::{Purpose, views::View},
};
use uuid::Uuid;

use crate::support::Stage;

async fn add(db: Db, kind: &'static str, fate: usize, now: urasilta::clock::Moment) -> Result<bool> {
    let mut tx = db.write().await?;
    jobs::ask_once(&mut tx, kind, &fate, (now, format!("{kind}-{fate}"))).await?;
    tokio::task::yield_now().await;
    match fate % 3 {
        // Committed.
        0 => tx.commit().await.map(|()| true),
        // Given up.
        1 => Ok(false),
        // Fails on a broken rule: the second row with one id.
        _ => {
            let id = ident::random();
            tx.sql("insert into seat (id, organisation_id, role) values ($1, $1, 'coach')").bind(id).execute().await?;
            tx.sql("insert into seat (id, organisation_id, role) values ($1, $1, 'admin')").bind(id).execute().await?;
            tx.commit().await.map(|()| true)
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn acts_at_the_same_time_are_each_kept_or_taken_back_alone() {
    let stage = Stage::new().await;
    let (db, now) = (stage.house().db.clone(), stage.now() + chrono::Duration::days(1));
    let acts: Vec<_> = (0..120).map(|fate| tokio::spawn(add(db.clone(), "door.test", fate, now))).collect();
    let mut kept = 0;
    for (fate, act) in acts.into_iter().enumerate() {
        match act.await.unwrap() {
            Ok(true) => kept += 1,
            Ok(false) => assert_eq!(fate % 3, 1),
            Err(error) => assert!(urasilta::db::broken_unique(&error).is_some() && fate % 3 == 2, "{fate}: {error}"),
        }
    }
    assert_eq!(kept, 40);
    assert_eq!(
        jobs::waiting(&mut db.read().await.unwrap(), now).await.unwrap(),
        40,
        "what was said to be kept, and only that"
    );
    let mut tx = db.write().await.unwrap();
    let seats: (i64,) =
        tx.sql("select count(*) from seat where role = 'coach' and id = organisation_id").one().await.unwrap();
    assert_eq!(seats.0, 0, "half of a failed act stayed");
    tx.sql("delete from job where kind = 'door.test'").execute().await.unwrap();
    tx.commit().await.unwrap();
    stage.end().await;
}

#[tokio::test]
async fn what_is_committed_is_read_at_once_and_by_the_next_opening_of_the_file() {
    let stage = Stage::new().await;
    let now = stage.now() + chrono::Duration::days(1);
    for round in 0..20 {
        assert!(add(stage.house().db.clone(), "door.read", round * 3, now).await.unwrap());
        let seen = jobs::waiting(&mut stage.house().db.read().await.unwrap(), now).await.unwrap();
        assert_eq!(seen, i64::try_from(round).unwrap() + 1);
    }
    let other = stage.again(&[]).await;
    assert_eq!(jobs::waiting(&mut other.house.db.read().await.unwrap(), now).await.unwrap(), 20);
    other.house.close().await;
    stage.end().await;
}

/// Waits for `work` only so many times, then hangs up, as a browser does whose reader has gone on.
async fn hang_up(polls: usize, work: impl Future) {
    let mut work = std::pin::pin!(work);
    for _ in 0..polls {
        if futures_util::poll!(work.as_mut()).is_ready() {
            return;
        }
        tokio::time::sleep(std::time::Duration::from_micros(200)).await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whoever_hangs_up_at_any_moment_of_an_act_leaves_the_door_open_for_the_next() {
    let stage = Stage::new().await;
    let (db, now) = (stage.house().db.clone(), stage.now() + chrono::Duration::days(1));
    let mut kept = 0;
    for polls in 0..60 {
        // With a neighbour whose act waits for the same commit, and alone.
        let neighbour = (polls % 2 == 0).then(|| tokio::spawn(add(db.clone(), "door.near", polls * 3, now)));
        hang_up(polls / 4, add(db.clone(), "door.gone", polls * 3, now)).await;
        if let Some(neighbour) = neighbour {
            assert!(neighbour.await.unwrap().unwrap(), "the neighbour's act after {polls} looks");
            kept += 1;
        }
        assert!(add(db.clone(), "door.next", polls * 3, now).await.unwrap(), "the next act after {polls} looks");
        kept += 1;
    }
    let mut tx = db.write().await.unwrap();
    let mut count = async |kind: &'static str| {
        let (count,): (i64,) = tx.sql("select count(*) from job where kind = $1").bind(kind).one().await.unwrap();
        count
    };
    assert_eq!(count("door.near").await + count("door.next").await, kept);
    assert!(count("door.gone").await > 0, "some got as far as the commit");
    tx.sql("delete from job where kind like 'door.%'").execute().await.unwrap();
    tx.commit().await.unwrap();
    stage.end().await;
}

#[tokio::test]
async fn a_replica_that_is_away_takes_reports_alone_with_it() {
    let stage = Stage::new().await;
    let other = stage.again(&[("database_read_url", "postgres://127.0.0.1:1/away")]).await;
    let db = &other.house.db;
    assert_eq!(
        jobs::waiting(&mut db.read().await.unwrap(), stage.now()).await.unwrap(),
        0,
        "pages read what is written"
    );
    assert_eq!(db.read_replica(&Tally::default()).await.is_err(), db.has_replica());
    db.close().await;
    stage.end().await;
}

#[tokio::test]
async fn each_look_is_found_by_everybody_it_told_about_however_often_the_page_is_opened() {
    let stage = Stage::new().await;
    let views = &stage.house().views;
    let (reader, people) = (ident::random(), [ident::random(), ident::random(), ident::random()]);
    let view = |subjects: &[Uuid]| View {
        id: ident::random(),
        at: stage.now(),
        human_id: reader,
        purpose: Purpose::Selection,
        route: "/applications".into(),
        subjects: subjects.to_vec(),
    };
    for _ in 0..3 {
        views.write(view(&people[..2])).await.unwrap();
    }
    let (one, other) = tokio::join!(views.write(view(&people[1..])), views.write(view(&people[..2])));
    one.unwrap();
    other.unwrap();
    let mut looks = Vec::new();
    for person in people {
        looks.push(views.of(person, Uuid::nil()).await.unwrap().len());
    }
    assert_eq!((looks, views.count().await.unwrap()), (vec![4, 5, 1], 5));
    stage.end().await;
}
