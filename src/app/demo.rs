//! The demo's house: an invented county, furnished up to today by walking its pages, then opened with a clock that goes
//! on from where its visitor has moved it.
use super::{Foundation, Standing, build};
use crate::{
    clock::{self, Clock},
    config::Config,
    demo::clock as moved_clock,
    mail::Mailer,
    world::{demo, town::Town},
};

/// A demo's house with the settings; what is furnished already is taken as it is.
pub async fn stand_demo(config: Config, mailer: Mailer) -> Result<Standing, Box<dyn std::error::Error + Send + Sync>> {
    let today = clock::day(Clock::System.now());
    let place = demo::place(today);
    let clock = Clock::set_to(demo::beginning(place));
    // Not a demo yet: the letters of the walk are nobody's to read.
    let walked = build(Foundation { config: config.clone(), clock, mailer: Mailer::boxed(), demo: false }).await?;
    let town = Town::new(walked.house.clone(), walked.router.clone(), place).await?;
    let furnished = demo::furnish(&town, today).await;
    let clock = moved_clock(&walked.house.db).await;
    walked.house.close().await;
    furnished?;
    Ok(build(Foundation { config, clock: clock?, mailer, demo: true }).await?)
}
