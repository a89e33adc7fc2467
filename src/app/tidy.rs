//! Twice a day: what is past its time is forgotten, and the key ring turns, so that what was erased is out of reach of
//! yesterday's backup too.
use chrono::Timelike;
use futures_util::future::BoxFuture;

use crate::{
    clock::{self, Moment},
    db, desk,
    house::{House, JobResult, Module},
    jobs::{self, Job},
    privacy::session,
};

const TIDY: &str = "house.tidy";

pub(super) fn module() -> Module {
    Module { jobs: vec![(TIDY, work)], ..Module::default() }
}

/// The name of a half day: the ring turns once in each.
pub(super) fn half_day(now: Moment) -> String {
    format!("{}-{}", clock::day(now), if now.hour() < 12 { 1 } else { 2 })
}

/// Asks for tidying, once a half day whichever server asks.
pub(super) async fn ask(house: &House, now: Moment) -> db::Result<()> {
    let mut tx = house.db.write().await?;
    // A done job leaves nothing behind: what was asked in this half day is remembered apart, so that neither a restart
    // nor another server turns the ring again.
    if desk::first_today(&mut tx, TIDY, &half_day(now), now).await? {
        jobs::ask(&mut tx, TIDY, &(), now).await?;
    }
    tx.commit().await
}

/// Asks for what is done once a day, whichever server asks.
pub async fn ask_daily(house: &House) -> db::Result<()> {
    let now = house.clock.now();
    let mut tx = house.db.write().await?;
    for kind in &house.plan.daily {
        if desk::first_today(&mut tx, kind, &clock::day(now).to_string(), now).await? {
            jobs::ask(&mut tx, kind, &(), now).await?;
        }
    }
    tx.commit().await
}

fn work(house: House, job: Job) -> BoxFuture<'static, JobResult> {
    Box::pin(async move {
        let now = house.clock.now();
        let turned = house.vault.turn(&house.db).await?;
        let mut tx = house.db.write().await?;
        desk::forget_old(&mut tx, now).await?;
        session::forget_old(&mut tx, now).await?;
        if jobs::done(&mut tx, &job).await? {
            tx.commit().await?;
            tracing::info!(turned, "tidied");
        }
        Ok(())
    })
}
