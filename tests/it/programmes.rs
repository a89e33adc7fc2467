//! Services, rounds and the catalogue.
use urasilta::programmes::{self, blueprint};

use crate::support::Stage;

#[test]
fn the_blueprints_of_the_house_can_be_published() {
    for (id, text) in programmes::SHIPPED {
        assert_eq!(blueprint::check(text), Vec::new(), "{id}");
        assert_eq!(blueprint::load(text).unwrap().id, *id);
    }
}

#[tokio::test]
async fn a_published_version_never_changes_and_the_same_bytes_are_the_same_version() {
    let stage = Stage::new().await;
    let text = programmes::shipped("keusote-coaching-pilot").unwrap();
    let mut tx = stage.write().await;
    let county = stage.world.county;
    let first = programmes::publish(&mut tx, county, text, (None, None), stage.now()).await.unwrap();
    let again = programmes::publish(&mut tx, county, text, (None, None), stage.now()).await.unwrap();
    assert!(first.is_new && !again.is_new);
    assert_eq!(again.blueprint_id, first.blueprint_id);
    let before = programmes::blueprint_version(&mut tx, first.blueprint_id).await.unwrap();
    let changed = text.replace("offer_days = 7", "offer_days = 8");
    let refused = programmes::publish(&mut tx, county, &changed, (None, None), stage.now()).await;
    assert!(matches!(refused, Err(programmes::Unpublished::VersionTaken(1))), "{refused:?}");
    let second = changed.replace("version = 1", "version = 2");
    let second = programmes::publish(&mut tx, county, &second, (None, None), stage.now()).await.unwrap();
    assert!(second.is_new && second.programme_id == first.programme_id);
    assert_eq!(*programmes::blueprint_version(&mut tx, first.blueprint_id).await.unwrap(), *before);
    assert_eq!(programmes::blueprint_version(&mut tx, second.blueprint_id).await.unwrap().intake.offer_days, 8);
    tx.commit().await.unwrap();
    stage.end().await;
}
