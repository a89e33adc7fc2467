//! The subcommands and what each takes.
mod check;
mod demo;
mod log;
mod second_factor;
mod serve;
mod staff;
mod worlds;

use std::{
    error::Error,
    io::{self, Write},
    path::PathBuf,
    process::ExitCode,
};

use clap::{Parser, Subcommand};
use urasilta::{config::Config, db, text::Lang};

/// How a subcommand ends: its exit code, or why nothing was done.
type Ended = Result<ExitCode, Box<dyn Error + Send + Sync>>;

/// Urasilta carries people over a change in working life.
#[derive(Parser)]
#[command(name = "urasilta", version)]
pub struct Cli {
    /// The settings' file; without it urasilta.toml of this folder, when there is one
    #[arg(long, global = true, value_name = "FILE")]
    config: Option<String>,
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Answers people; on a fresh database prints the code with which the first administrator begins
    Serve,
    /// Answers with an invented county in it, and people to enter as with one click
    Demo(demo::Asked),
    /// Walks a published pilot through a fresh house, by the pages people use, and prints its report
    Replay(worlds::Replay),
    /// Fills an empty database with synthetic organisations, for benchmarks
    Generate(worlds::Size),
    /// Brings an organisation's staff from a file; tells first what would change
    Import(staff::Import),
    /// Brings the database to this program's schema
    Migrate,
    /// Prints every setting with its value and meaning
    Config,
    /// Services as files
    #[command(subcommand)]
    Blueprint(Blueprint),
    /// Looks whether what is kept is whole
    #[command(subcommand)]
    Check(Check),
    /// Authenticator apps
    #[command(subcommand)]
    SecondFactor(SecondFactor),
}

#[derive(Subcommand)]
enum SecondFactor {
    /// Takes the app of somebody who has lost phone and recovery codes away, and ends their sessions
    Reset {
        /// Their work address
        address: String,
    },
}

#[derive(Subcommand)]
enum Blueprint {
    /// Checks each file, and each file of a folder; tells what to mend by line and key
    Check {
        #[arg(required = true, value_name = "FILE")]
        files: Vec<PathBuf>,
    },
    /// Prints the JSON Schema of blueprints, for editors
    Schema,
}

#[derive(Subcommand)]
enum Check {
    /// Compares the event log with its chain; names each broken row and the unsealed tail
    Audit,
}

/// Does what was asked.
pub async fn run(asked: Cli) -> Ended {
    let config = Config::of_process(asked.config.as_deref())?;
    match asked.command {
        Command::Serve => serve::serve(config).await,
        Command::Demo(asked) => demo::demo(config, asked).await,
        Command::Replay(asked) => worlds::replay(config, asked).await,
        Command::Generate(size) => worlds::generate(config, size).await,
        Command::Import(asked) => staff::import(config, asked).await,
        Command::Migrate => migrate(&config).await,
        Command::Config => {
            say(&config.describe());
            Ok(ExitCode::SUCCESS)
        }
        Command::Blueprint(asked) => blueprint(&asked),
        Command::Check(Check::Audit) => check::audit(&config).await,
        Command::SecondFactor(SecondFactor::Reset { address }) => second_factor::reset(config, &address).await,
    }
}

fn blueprint(asked: &Blueprint) -> Ended {
    let out = &mut io::stdout();
    let whole = match asked {
        Blueprint::Check { files } => {
            urasilta::programmes::cli::check(files, Lang::read(&Config::locale()).unwrap_or(Lang::En), out)?
        }
        Blueprint::Schema => urasilta::programmes::cli::schema(out).map(|()| true)?,
    };
    Ok(if whole { ExitCode::SUCCESS } else { ExitCode::from(1) })
}

async fn migrate(config: &Config) -> Ended {
    let db = open(config).await?;
    let run = db::migrate(&db).await?;
    db.close().await;
    match run.len() {
        0 => say("The schema was up to date."),
        _ => say(&format!("Run:\n  {}", run.join("\n  "))),
    }
    Ok(ExitCode::SUCCESS)
}

/// The database of the settings, as it stands.
async fn open(config: &Config) -> Result<db::Db, Box<dyn Error + Send + Sync>> {
    let address = match config.get("database_url") {
        "" => {
            std::fs::create_dir_all(PathBuf::from(config.get("data_dir")))?;
            config.path("", "urasilta.db").display().to_string()
        }
        url => url.to_owned(),
    };
    let read_address = Some(config.get("database_read_url")).filter(|url| !url.is_empty()).map(str::to_owned);
    db::Open { read_address, ..db::Open::new(address) }
        .open()
        .await
        .map_err(|error| format!("the database could not be opened: {error}").into())
}

/// A line on the console. A console that has gone away is no reason to stop.
fn say(words: &str) {
    let _ = writeln!(io::stdout(), "{words}");
}

/// A line on the console for errors.
fn complain(words: &str) {
    let _ = writeln!(io::stderr(), "{words}");
}
