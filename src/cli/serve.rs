//! Answering people until told to stop.
use std::{error::Error, process::ExitCode};

use tokio::{net::TcpListener, signal};
use urasilta::{
    app::{self, Foundation, Standing},
    clock::Clock,
    config::Config,
    mail::Mailer,
};

use super::{Ended, log, say};

/// `urasilta serve`
pub async fn serve(config: Config) -> Ended {
    let standing = stand(config).await?;
    say(&format!("Urasilta answers at {}", standing.house.config.get("public_url")));
    if let Some(code) = urasilta::signin::set_up_code(&standing.house).await? {
        say(&format!(
            "Nobody has an account yet. Begin at {}/setup with this code, which works once:\n\n    {code}\n",
            standing.house.config.get("public_url")
        ));
    }
    answer(standing).await
}

/// Begins logging alone, for a command that answers nobody.
pub fn quiet(config: &Config) {
    log::begin(config);
}

/// Begins logging and metrics.
pub fn begin(config: &Config) {
    log::begin(config);
    urasilta::signin::begin_metrics();
}

/// A house on the settings, with logging and metrics begun.
pub async fn stand(config: Config) -> Result<Standing, Box<dyn Error + Send + Sync>> {
    begin(&config);
    let mailer = Mailer::of(&config)?;
    Ok(app::build(Foundation { config, clock: Clock::System, mailer, demo: false }).await?)
}

/// Answers until SIGTERM or Ctrl+C, ends what is under way, closes the database.
pub async fn answer(standing: Standing) -> Ended {
    let address = standing.house.config.get("listen").to_owned();
    let listener =
        TcpListener::bind(&address).await.map_err(|error| format!("could not listen on {address}: {error}"))?;
    tracing::info!(address, "answering");
    app::serve(standing, listener, asked_to_stop()).await?;
    tracing::info!("stopped");
    Ok(ExitCode::SUCCESS)
}

async fn asked_to_stop() {
    let pressed = async {
        if signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    };
    #[cfg(unix)]
    let ended = async {
        match signal::unix::signal(signal::unix::SignalKind::terminate()) {
            Ok(mut signals) => {
                signals.recv().await;
            }
            Err(_) => std::future::pending().await,
        }
    };
    #[cfg(not(unix))]
    let ended = std::future::pending::<()>();
    tokio::select! {
        () = pressed => {}
        () = ended => {}
    }
}
