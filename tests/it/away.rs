//! The database goes away and comes back: plain words, nothing half done, answering again at once. On SQLite the
//! database is a file beside the process; there the view log is what can fail alone. A full disk, power cuts and kills
//! are tried on the running program, in `tests/faults`.
use std::{
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::{Duration, Instant},
};

use tokio::net::{TcpListener, TcpStream};
use urasilta::{app::Standing, db, walk::Walker};

use crate::support::{Stage, server};

/// A road to PostgreSQL that can be cut: who is on it loses the connection, who comes is turned away.
struct Road {
    port: u16,
    cut: Arc<AtomicBool>,
}

impl Road {
    async fn to(address: String) -> Road {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let road = Road { port: listener.local_addr().unwrap().port(), cut: Arc::default() };
        let cut = road.cut.clone();
        tokio::spawn(async move {
            while let Ok((near, _)) = listener.accept().await {
                tokio::spawn(carry(near, address.clone(), cut.clone()));
            }
        });
        road
    }

    async fn cut(&self) {
        self.cut.store(true, Ordering::SeqCst);
        tokio::time::sleep(Duration::from_millis(50)).await;
    }

    fn mend(&self) {
        self.cut.store(false, Ordering::SeqCst);
    }
}

async fn carry(mut near: TcpStream, address: String, cut: Arc<AtomicBool>) {
    if cut.load(Ordering::SeqCst) {
        return;
    }
    let Ok(mut far) = TcpStream::connect(address).await else { return };
    let watch = async {
        while !cut.load(Ordering::SeqCst) {
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    };
    tokio::select! {
        _ = tokio::io::copy_bidirectional(&mut near, &mut far) => {}
        () = watch => {}
    }
}

/// A second server on the stage's data, behind a road that can be cut; none on SQLite.
async fn behind_a_road(stage: &Stage) -> Option<(Standing, Road)> {
    server()?;
    let own = stage.house().config.get("database_url").to_owned();
    let (who, rest) = own.rsplit_once('@').unwrap();
    let (host, database) = rest.split_once('/').unwrap();
    let road = Road::to(host.to_owned()).await;
    let standing = stage.again(&[("database_url", &format!("{who}@127.0.0.1:{}/{database}", road.port))]).await;
    Some((standing, road))
}

/// Two seconds, the longest that the house may take to answer again.
const BACK: Duration = Duration::from_secs(2);

#[tokio::test]
async fn with_the_database_away_the_page_says_so_and_comes_back_within_two_seconds() {
    let stage = Stage::new().await;
    let Some((behind, road)) = behind_a_road(&stage).await else { return stage.end().await };
    let mut maija = stage.at_door_of(&behind, stage.world.human("Maija")).await;
    // Many readers, so that the pool is full of connections that will be dead without knowing it.
    let others: Vec<_> = (0..8).map(|_| maija.clone()).collect();
    futures_util::future::join_all(others.into_iter().map(|mut one| async move { one.see("/me").await })).await;

    for lang in ["fi", "sv", "en"] {
        road.cut().await;
        maija.get(&format!("/me?lang={lang}")).await;
        assert_eq!(maija.page.status, 503, "{}", maija.page.words());
        let told = match lang {
            "fi" => "Palvelu ei juuri nyt vastaa",
            "sv" => "Tjänsten svarar inte just nu",
            _ => "The service is not answering just now",
        };
        assert!(maija.page.words().starts_with(told), "{}", maija.page.words());
        assert!(maija.page.headers.contains_key("retry-after"));
        assert_eq!(maija.status("/ready").await, 503, "the proxy is told to wait");
        assert_eq!(maija.status("/health").await, 200, "the process itself is well");
        road.mend();
        let begun = Instant::now();
        maija.get("/me").await;
        while maija.page.status != 200 {
            assert!(begun.elapsed() < BACK, "{}", maija.page.words());
            tokio::time::sleep(Duration::from_millis(20)).await;
            maija.get("/me").await;
        }
    }
    behind.house.close().await;
    stage.end().await;
}

#[tokio::test]
async fn more_readers_than_connections_do_not_wait_for_one_another() {
    let stage = Stage::with(&[("database_connections", "2")]).await;
    let maija = stage.actor("Maija").await;
    let readers = (0..12).map(|_| maija.clone());
    let read = readers.map(|mut one| async move { one.see("/me").await.contains("Virtanen") });
    assert!(futures_util::future::join_all(read).await.into_iter().all(|seen| seen));
    stage.end().await;
}

#[tokio::test]
async fn words_sent_while_the_database_is_away_stay_on_the_page_and_are_saved_once() {
    let stage = Stage::new().await;
    let Some((behind, road)) = behind_a_road(&stage).await else { return stage.end().await };
    let mut maija = stage.at_door_of(&behind, stage.world.human("Maija")).await;
    let mine = format!("/me/contact/{}", stage.world.person("Maija"));
    maija.see(&mine).await;
    road.cut().await;
    maija.submit(&mine, &[("address", "maija@koti.example.invalid")]).await;
    assert_eq!(maija.page.status, 503, "{}", maija.page.words());
    assert!(maija.page.words().starts_with("Tallennus ei onnistunut"), "{}", maija.page.words());
    let kept = maija.page.form(&mine, "").expect("the words can be sent again");
    assert!(kept.pairs().contains(&("address".into(), "maija@koti.example.invalid".into())), "{kept:?}");
    road.mend();
    Walker::send_form(&mut maija, &kept).await;
    assert_eq!(maija.page.status, 200, "{}", maija.page.words());
    assert!(maija.see(&mine).await.len() > 10 && maija.page.html().contains("maija@koti.example.invalid"));
    let mut tx = stage.write().await;
    let saved: (i64,) =
        tx.sql("select count(*) from idempotency where route = '/me/contact/{id}'").one().await.unwrap();
    assert_eq!(saved.0, 1);
    drop(tx);
    behind.house.close().await;
    stage.end().await;
}

#[tokio::test]
async fn when_the_view_log_cannot_be_written_nothing_about_a_person_is_shown() {
    let stage = Stage::new().await;
    let (mut kirsi, mut maija) = (stage.actor("Kirsi").await, stage.actor("Maija").await);
    let hers = format!("/staff/people/{}", stage.world.person("Maija"));
    assert!(kirsi.see(&hers).await.contains("Virtanen"));
    assert!(maija.see("/me").await.contains("Virtanen"));
    stage.break_view_log().await;
    for (actor, page) in [(&mut kirsi, hers.as_str()), (&mut maija, "/me")] {
        actor.get(page).await;
        assert_eq!(actor.page.status, 503, "{page}");
        assert!(!actor.page.html().contains("Virtanen"), "{page}");
    }
    assert!(kirsi.see("/services").await.len() > 10, "what tells about nobody is shown");
    stage.end().await;
}

#[tokio::test]
async fn a_broken_rule_is_not_taken_for_a_database_that_is_away() {
    let stage = Stage::new().await;
    let error = db::Error::PoolTimedOut;
    assert!(db::is_away(&error));
    // A broken rule is the act's own.
    let mut tx = stage.write().await;
    let broken = tx.sql("insert into seat (id, organisation_id, role) values (null, null, null)").execute().await;
    assert!(!db::is_away(&broken.unwrap_err()));
    drop(tx);
    stage.end().await;
}
