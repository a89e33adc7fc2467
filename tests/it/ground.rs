//! The ground: what every page does, whoever opens it.
use urasilta::{
    clock,
    db::{self, Open},
    events::{self, Event},
    ident, jobs,
};

use crate::support::Stage;

#[tokio::test]
async fn a_page_that_is_not_there_says_so_in_the_readers_language_with_a_way_on() {
    let stage = Stage::new().await;
    let mut visitor = stage.visitor();
    for (lang, words) in [("fi", "Sivua ei löydy"), ("sv", "Sidan hittas inte"), ("en", "Page not found")] {
        visitor.get(&format!("/no-such-page?lang={lang}")).await;
        assert_eq!(visitor.page.status.as_u16(), 404);
        assert!(visitor.page.words().starts_with(words), "{}", visitor.page.words());
        assert!(visitor.page.addresses().contains(&"/".to_owned()));
        let csp = visitor.page.headers["content-security-policy"].to_str().unwrap();
        assert!(csp.starts_with("default-src 'none'"));
    }
    stage.end().await;
}

#[tokio::test]
async fn both_engines_hold_the_same_tables_and_columns() {
    let stage = Stage::new().await;
    let folder = std::env::temp_dir().join(format!("urasilta-parity-{}.db", ident::random().simple()));
    let sqlite = Open::new(folder.display().to_string()).open().await.unwrap();
    db::migrate(&sqlite).await.unwrap();
    let here = db::schema(&stage.house().db).await.unwrap();
    assert!(here.len() > 50, "{here:?}");
    assert_eq!(here, db::schema(&sqlite).await.unwrap());
    sqlite.close().await;
    std::fs::remove_file(folder).unwrap();
    stage.end().await;
}

#[tokio::test]
async fn the_audit_names_a_changed_event_a_missing_one_and_the_unsealed_tail() {
    let stage = Stage::new().await;
    let house = stage.house();
    let holder = jobs::holder();
    events::seal(&house.db, holder, stage.now()).await.unwrap();
    let before = events::audit(&house.db).await.unwrap().links;
    let controller = ident::random();
    let mut ids = Vec::new();
    for number in 0..3 {
        let mut tx = stage.write().await;
        ids.push(
            Event::new("thing.happened", ident::random(), controller, stage.now())
                .fact("number", number)
                .record(&mut tx)
                .await
                .unwrap(),
        );
        tx.commit().await.unwrap();
    }
    assert_eq!(events::seal(&house.db, holder, stage.now()).await.unwrap(), 3);
    assert!(events::audit(&house.db).await.unwrap().broken.is_empty());
    let mut tx = stage.write().await;
    tx.sql("update event set facts = '{}' where id = $1").bind(ids[1]).execute().await.unwrap();
    Event::new("thing.happened", ident::random(), controller, stage.now()).record(&mut tx).await.unwrap();
    tx.commit().await.unwrap();
    let audit = events::audit(&house.db).await.unwrap();
    assert_eq!((audit.unsealed, audit.links - before), (1, 3));
    assert_eq!(audit.broken, [events::Broken::Changed { controller_id: controller, seq: 2, event_id: ids[1] }]);
    stage.end().await;
}

#[tokio::test]
async fn a_failing_job_is_tried_again_and_then_laid_aside() {
    let stage = Stage::new().await;
    let mut tx = stage.write().await;
    jobs::ask(&mut tx, "nobody.does-this", &(), stage.now()).await.unwrap();
    tx.commit().await.unwrap();
    for _ in 0..jobs::TRIES {
        assert_eq!(stage.run_jobs().await, 1);
        assert_eq!(stage.run_jobs().await, 0, "it waits before the next try");
        stage.later(chrono::Duration::hours(6));
    }
    let dead = jobs::dead(&mut stage.house().db.read().await.unwrap()).await.unwrap();
    assert_eq!(dead.len(), 1);
    assert_eq!(dead[0].last_error.as_deref(), Some("no slice does nobody.does-this"));
    let mut tx = stage.write().await;
    tx.sql("delete from job where id = $1").bind(dead[0].id).execute().await.unwrap();
    tx.commit().await.unwrap();
    stage.end().await;
}

#[tokio::test]
async fn days_are_finnish_days_whatever_the_machine_thinks() {
    let late = clock::local(clock::read_day("31.12.2023").unwrap(), clock::read_time("23.59").unwrap());
    assert_eq!(clock::show_day(clock::day(late)), "31.12.2023");
    assert_eq!(clock::show_day(clock::day(late + chrono::Duration::minutes(1))), "1.1.2024");
}
