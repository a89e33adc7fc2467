//! The replay and the demo.
use urasilta::{
    clock, people,
    world::{
        generate::{self, GenerateError, Size},
        replay,
        town::Town,
    },
};

use crate::support::Stage;

#[tokio::test]
async fn generated_people_go_into_an_empty_database_alone() {
    let stage = Stage::new().await;
    let size = Size { people: 10, rounds: 1, seed: 7, day: clock::day(stage.now()) };
    assert!(matches!(generate::generate(stage.house(), size).await, Err(GenerateError::NotEmpty)));
    stage.end().await;
}

#[tokio::test]
async fn the_same_seed_generates_the_same_people() {
    let mut seen = Vec::new();
    for _ in 0..2 {
        let stage = Stage::empty().await;
        generate::generate(stage.house(), Size { people: 501, rounds: 2, seed: 7, day: clock::day(stage.now()) })
            .await
            .unwrap();
        let mut tx = stage.house().db.read().await.unwrap();
        let organisations = people::organisations(&mut tx).await.unwrap();
        let coordinator =
            urasilta::privacy::human_by_address(&mut tx, "coordinator@alue2.example.invalid").await.unwrap().unwrap();
        seen.push((organisations.len(), coordinator.id, coordinator.name));
        drop(tx);
        stage.end().await;
    }
    assert_eq!(seen[0].0, 4);
    assert_eq!(seen[0], seen[1]);
}

#[tokio::test]
async fn the_published_pilot_comes_out_of_the_pages() {
    let stage = Stage::empty().await;
    stage.house().clock.move_to(replay::beginning());
    let run_jobs = |house| Box::pin(async move { urasilta::app::run_jobs(&house).await }) as _;
    let town = Town::new(stage.house().clone(), stage.standing.router.clone(), run_jobs, replay::PLACE).await.unwrap();
    let report = replay::replay(&town).await.unwrap_or_else(|stuck| panic!("{stuck}"));
    for (name, figure) in [("applicants", 39), ("placed", 32), ("packages", 30)] {
        assert_eq!(report[name], figure, "{name}");
    }
    assert_eq!(report["by_education"]["secondary"], 18);
    assert_eq!(report["by_education"]["higher"], 21);
    stage.end().await;
}
