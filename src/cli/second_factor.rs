//! When the only administrator has lost phone and recovery codes: the operator's way in.
use std::process::ExitCode;

use urasilta::{
    app::{self, Foundation},
    clock::Clock,
    config::Config,
    mail::Mailer,
    signin,
};

use super::{Ended, say, serve};

/// `urasilta second-factor reset ADDRESS`
pub async fn reset(config: Config, address: &str) -> Ended {
    serve::quiet(&config);
    let mailer = Mailer::of(&config)?;
    let standing = app::build(Foundation { config, clock: Clock::System, mailer, demo: false }).await?;
    let done = signin::reset_second_factor(&standing.house, address).await?;
    standing.house.db.close().await;
    if done {
        say("Done. Their sessions have ended; the next sign-in begins with a new app. The server sends them a letter.");
        return Ok(ExitCode::SUCCESS);
    }
    say("Nobody with this address has an authenticator app.");
    Ok(ExitCode::FAILURE)
}
