//! Invented worlds: generated rows and the replay.
use std::{path::PathBuf, process::ExitCode};

use clap::Args;
use urasilta::{
    clock::{self, Clock},
    config::Config,
    world::generate,
};

use super::{Ended, say, serve};

/// Where a world is put.
#[derive(Args)]
pub struct Place {
    /// Folder of the data and keys; without it the settings' data_dir
    #[arg(long, value_name = "FOLDER")]
    data: Option<PathBuf>,
    /// postgres://… ; without it SQLite in the folder
    #[arg(long, value_name = "URL")]
    database_url: Option<String>,
}

#[derive(Args)]
pub struct Size {
    /// How many people work in the organisations
    #[arg(long, default_value_t = 10_000, value_name = "N")]
    people: usize,
    /// How many rounds there are, each in an organisation of its own; one in five applies
    #[arg(long, default_value_t = 1, value_name = "N")]
    rounds: usize,
    /// What the chance is drawn from
    #[arg(long, default_value_t = 1, value_name = "N")]
    seed: u64,
    /// The day at which the rounds stand half way; without it today
    #[arg(long, value_name = "DATE")]
    day: Option<String>,
    #[command(flatten)]
    place: Place,
}

/// `urasilta generate`
pub async fn generate(mut config: Config, asked: Size) -> Ended {
    asked.place.set(&mut config)?;
    let day = match &asked.day {
        Some(words) => clock::read_day(words).ok_or("--day is a date like 2.10.2023")?,
        None => clock::day(Clock::System.now()),
    };
    let standing = serve::stand(config, false).await?;
    let size = generate::Size { people: asked.people, rounds: asked.rounds, seed: asked.seed, day };
    generate::generate(&standing.house, size).await?;
    standing.house.db.close().await;
    say(&format!("{} people and {} rounds generated from seed {}.", asked.people, asked.rounds, asked.seed));
    Ok(ExitCode::SUCCESS)
}

impl Place {
    fn set(&self, config: &mut Config) -> Result<(), urasilta::config::ConfigError> {
        if let Some(folder) = &self.data {
            config.set("--data", "data_dir", folder.display().to_string())?;
            config.set("--data", "database_url", String::new())?;
        }
        if let Some(url) = &self.database_url {
            config.set("--database-url", "database_url", url.clone())?;
        }
        Ok(())
    }
}
