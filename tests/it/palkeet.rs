//! The replay of "Työn uusiutuminen" at Palkeet: two rounds of three-party coaching through the pages, the same to the
//! byte on both engines.
use serde_json::Value;
use urasilta::{
    app::Standing,
    world::{
        palkeet,
        town::{Town, Walked},
    },
};

use crate::support::{Stage, rewrite_output, server};

const PARTIES: [&str; 3] = ["participant", "supervisor", "coach"];

/// What `urasilta replay palkeet-2018 --json` prints, and what it prints `--as` each of the three.
async fn printed(town: &Town) -> Walked<[Value; 4]> {
    let done = palkeet::replay(town).await?;
    let mut all = [done.report(), Value::Null, Value::Null, Value::Null];
    for (place, party) in (1..).zip(PARTIES) {
        all[place] = done.seen(town, party).await?;
    }
    Ok(all)
}

async fn town(standing: &Standing) -> Town {
    Town::new(standing.house.clone(), standing.router.clone(), palkeet::PLACE).await.unwrap()
}

fn text(printed: &[Value; 4]) -> [String; 4] {
    printed.each_ref().map(|one| serde_json::to_string_pretty(one).unwrap() + "\n")
}

#[tokio::test]
async fn two_rounds_come_out_of_the_pages_and_nobody_stands_out() {
    let stage = Stage::empty().await;
    stage.house().clock.move_to(palkeet::beginning());
    let walked = town(&stage.standing).await;
    let first = printed(&walked).await.unwrap_or_else(|stuck| panic!("{stuck}"));
    let [report, participant, supervisor, coach] = &first;
    let rounds = report["rounds"].as_array().unwrap();
    let participants: Vec<_> = rounds.iter().map(|round| round["participants"].clone()).collect();
    assert_eq!(participants, [4, 5], "{report:#}");
    // Of four people nothing is told but that they took part.
    for name in ["agreements_in_force", "sessions_held", "actions_agreed", "follow_through", "gas_change"] {
        assert_eq!(rounds[0][name], Value::Null, "{name}: {report:#}");
        assert!(rounds[1].get(name).is_some(), "{name}: {report:#}");
    }
    assert!(supervisor["pages"].to_string().contains("Järjestän tutustumispäivät"), "{supervisor:#}");
    assert_eq!((&supervisor["pages"]["memo"], &supervisor["pages"]["case"]), (&Value::Null, &Value::Null));
    for seen in [participant, coach] {
        assert!(seen["pages"]["memo"].is_string() && seen["pages"]["goals"].is_string(), "{seen:#}");
    }
    let goals = coach["pages"]["goals"].to_string();
    assert!(!goals.contains("ei arviota"), "each of the three has rated each time: {goals}");
    let case = coach["pages"]["case"].to_string();
    assert!(case.contains("oma-arvio ennen valmennusta 21.8.2018"), "{case}");
    for period in ["1. jakso", "2. jakso", "3. jakso", "4. jakso", "Jatkokeskustelu"] {
        assert!(case.contains(period), "{case}");
    }

    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/it/output/palkeet-2018.json");
    let first = text(&first);
    if rewrite_output() {
        std::fs::write(file, &first[0]).unwrap();
    }
    assert_eq!(
        first[0],
        std::fs::read_to_string(file).unwrap(),
        "look, then UPDATE_OUTPUT=1 cargo test --test it palkeet"
    );

    // Walked again, nothing is done twice and the same is told.
    let again = printed(&walked).await.unwrap_or_else(|stuck| panic!("{stuck}"));
    assert_eq!(text(&again), first);
    if server().is_some() {
        let beside = stage.again(&[("database_url", "")]).await;
        beside.house.clock.move_to(palkeet::beginning());
        assert!(beside.house.db.is_sqlite());
        let there = printed(&town(&beside).await).await.unwrap_or_else(|stuck| panic!("{stuck}"));
        assert_eq!(text(&there), first, "SQLite tells another thing than PostgreSQL");
        beside.house.close().await;
    }
    stage.end().await;
}
