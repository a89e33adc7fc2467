//! The replay of "Työn uusiutuminen" at Palkeet: two rounds of three-party coaching through the pages.
use serde_json::Value;
use urasilta::world::{palkeet, town::Town};

use crate::support::Stage;

#[tokio::test]
async fn two_rounds_come_out_of_the_pages_and_nobody_stands_out() {
    let stage = Stage::empty().await;
    stage.house().clock.move_to(palkeet::beginning());
    let town = Town::new(stage.house().clone(), stage.standing.router.clone(), palkeet::PLACE).await.unwrap();
    let done = palkeet::replay(&town).await.unwrap_or_else(|stuck| panic!("{stuck}"));
    let report = done.report();
    let rounds = report["rounds"].as_array().unwrap();
    let participants: Vec<_> = rounds.iter().map(|round| round["participants"].clone()).collect();
    assert_eq!(participants, [4, 5], "{report:#}");
    // Of four people nothing is told but that they took part.
    for name in ["agreements_in_force", "sessions_held", "actions_agreed", "follow_through", "gas_change"] {
        assert_eq!(rounds[0][name], Value::Null, "{name}: {report:#}");
        assert!(rounds[1].get(name).is_some(), "{name}: {report:#}");
    }

    let seen = done.seen(&town, "supervisor").await.unwrap_or_else(|stuck| panic!("{stuck}"));
    let words = seen["pages"].to_string();
    assert!(words.contains("Järjestän tutustumispäivät"), "{seen:#}");
    assert_eq!((&seen["pages"]["memo"], &seen["pages"]["case"]), (&Value::Null, &Value::Null));
    stage.end().await;
}
