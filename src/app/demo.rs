//! The demo's house: an invented county, furnished up to today by walking its pages, then opened with the machine's
//! clock.
use super::{Foundation, Standing, build, run_jobs};
use crate::{
    clock::{self, Clock},
    config::Config,
    mail::Mailer,
    world::{demo, town::Town},
};

/// A demo's house with the settings; what is furnished already is taken as it is.
pub async fn stand_demo(config: Config, mailer: Mailer) -> Result<Standing, Box<dyn std::error::Error + Send + Sync>> {
    let today = clock::day(Clock::System.now());
    let place = demo::place(today);
    let clock = Clock::set_to(demo::beginning(place));
    let walked = build(Foundation { config: config.clone(), clock, mailer: Mailer::boxed(), demo: true }).await?;
    let town = Town::new(walked.house.clone(), walked.router.clone(), jobs, place).await?;
    let furnished = demo::furnish(&town, today).await;
    walked.house.db.close().await;
    furnished?;
    Ok(build(Foundation { config, clock: Clock::System, mailer, demo: true }).await?)
}

fn jobs(house: crate::house::House) -> futures_util::future::BoxFuture<'static, crate::db::Result<usize>> {
    Box::pin(async move { run_jobs(&house).await })
}
