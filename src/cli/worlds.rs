//! Invented worlds: generated rows and the replay.
use std::{error::Error, path::PathBuf, process::ExitCode};

use clap::Args;
use urasilta::{
    app::{self, Foundation, Standing},
    clock::{self, Clock, Moment},
    config::Config,
    ident,
    mail::Mailer,
    world::{
        generate, palkeet, replay,
        town::{self, Town},
    },
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
    /// How many apply; without it one in five
    #[arg(long, value_name = "N")]
    applications: Option<usize>,
    /// How many coachings of participant, supervisor and coach there are, each with ten agreed actions
    #[arg(long, default_value_t = 0, value_name = "N")]
    three: usize,
    /// How many rounds there are, each in an organisation of its own
    #[arg(long, default_value_t = 1, value_name = "N")]
    rounds: usize,
    /// What the chance is drawn from
    #[arg(long, default_value_t = 1, value_name = "N")]
    seed: u64,
    /// The day at which the rounds stand half way; without it today
    #[arg(long, value_name = "DATE")]
    day: Option<String>,
    /// Writes sessions and addresses for a load tool into this file
    #[arg(long, value_name = "FILE")]
    keys: Option<PathBuf>,
    /// Writes the people of one organisation into this .xlsx or .csv file, to be imported, and nothing into a database
    #[arg(long, value_name = "FILE")]
    staff: Option<PathBuf>,
    #[command(flatten)]
    place: Place,
}

/// `urasilta generate`
pub async fn generate(mut config: Config, asked: Size) -> Ended {
    let day = match &asked.day {
        Some(words) => clock::read_day(words).ok_or("--day is a date like 2.10.2023")?,
        None => clock::day(Clock::System.now()),
    };
    let applications = asked.applications.unwrap_or(asked.people / 5);
    let (people, rounds, three, seed) = (asked.people, asked.rounds, asked.three, asked.seed);
    let size = generate::Size { people, rounds, applications, three, seed, day };
    if let Some(file) = &asked.staff {
        generate::staff_file(file, size)?;
        return Ok(ExitCode::SUCCESS);
    }
    asked.place.set(&mut config)?;
    let standing = serve::stand(config).await?;
    generate::generate(&standing.house, size).await?;
    if let Some(file) = &asked.keys {
        std::fs::write(file, generate::keys(&standing.house, standing.router.clone(), size).await?)?;
    }
    standing.house.close().await;
    say(&format!("{} people and {} rounds generated from seed {}.", asked.people, asked.rounds, asked.seed));
    Ok(ExitCode::SUCCESS)
}

#[derive(Args)]
pub struct Replay {
    /// Which pilot; there are keusote-2023 and palkeet-2018
    #[arg(value_parser = [replay::NAME, palkeet::NAME])]
    pilot: String,
    /// Prints JSON
    #[arg(long)]
    json: bool,
    /// Of palkeet-2018: prints what one party sees of a coaching
    #[arg(long = "as", value_name = "PARTY", value_parser = ["participant", "supervisor", "coach"])]
    party: Option<String>,
    #[command(flatten)]
    place: Place,
}

/// `urasilta replay keusote-2023` and `palkeet-2018`: in the given place, where a walk that was cut off goes on, or in a temporary one.
pub async fn replay(mut config: Config, asked: Replay) -> Ended {
    let folder = std::env::temp_dir().join(format!("urasilta-replay-{}", ident::random().simple()));
    let temporary = asked.place.data.is_none();
    config.set("replay", "database_url", String::new())?;
    let data = asked.place.data.clone().unwrap_or_else(|| folder.clone());
    Place { data: Some(data), database_url: asked.place.database_url }.set(&mut config)?;
    config.set("replay", "log_level", "error".to_owned())?;
    serve::quiet(&config);
    let of_palkeet = asked.pilot == palkeet::NAME;
    let town = if of_palkeet {
        town(config, (palkeet::PLACE, palkeet::beginning())).await?
    } else {
        town(config, (replay::PLACE, replay::beginning())).await?
    };
    let report =
        if of_palkeet { of_palkeet_2018(&town, asked.party.as_deref()).await } else { replay::replay(&town).await };
    town.house.close().await;
    if temporary {
        let _ = std::fs::remove_dir_all(&folder);
    }
    let report = report?;
    let words = match (asked.json, of_palkeet) {
        (true, _) => serde_json::to_string_pretty(&report)?,
        (false, true) => palkeet::as_text(&report),
        (false, false) => replay::as_text(&report),
    };
    say(words.trim_end());
    Ok(ExitCode::SUCCESS)
}

async fn of_palkeet_2018(town: &Town, party: Option<&str>) -> town::Walked<serde_json::Value> {
    let done = palkeet::replay(town).await?;
    match party {
        Some(party) => done.seen(town, party).await,
        None => Ok(done.report()),
    }
}

/// A house whose clock is moved by hand.
async fn town(config: Config, (place, begins): (town::Place, Moment)) -> Result<Town, Box<dyn Error + Send + Sync>> {
    let clock = Clock::set_to(begins);
    let Standing { house, router } =
        app::build(Foundation { config, clock, mailer: Mailer::boxed(), demo: false }).await?;
    Ok(Town::new(house, router, place).await?)
}

impl Place {
    pub fn set(&self, config: &mut Config) -> Result<(), urasilta::config::ConfigError> {
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
