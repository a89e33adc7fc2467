//! A staff brought from a file, without a browser.
use std::{path::PathBuf, process::ExitCode};

use clap::Args;
use indicatif::{ProgressBar, ProgressStyle};
use urasilta::{
    config::Config,
    house::House,
    people::{self, ImportError, Imported},
    text::Lang,
};
use uuid::Uuid;

use super::{Ended, complain, say, serve, worlds::Place};

#[derive(Args)]
pub struct Import {
    /// An XLSX or CSV file with a line of headers
    file: PathBuf,
    /// The organisation's whole name, business id or id
    #[arg(long, value_name = "NAME")]
    organisation: String,
    /// The file is the whole staff: whoever is missing from it works there no longer
    #[arg(long)]
    whole: bool,
    /// Writes; without it, only tells what would change
    #[arg(long)]
    confirm: bool,
    #[command(flatten)]
    place: Place,
}

/// `urasilta import`: 0 when it went through, 1 when the file is to be mended first.
pub async fn import(mut config: Config, asked: Import) -> Ended {
    asked.place.set(&mut config)?;
    config.set("import", "log_level", "error".to_owned())?;
    let house = serve::stand(config).await?.house;
    let done = import_into(&house, &asked).await;
    house.db.close().await;
    match done? {
        Ok(()) => Ok(ExitCode::SUCCESS),
        Err(mend) => {
            for line in mend.tell(Lang::En) {
                complain(&line);
            }
            complain("Nothing was written.");
            Ok(ExitCode::from(1))
        }
    }
}

async fn import_into(
    house: &House,
    asked: &Import,
) -> Result<Result<(), ImportError>, Box<dyn std::error::Error + Send + Sync>> {
    let id = organisation(house, &asked.organisation).await?;
    let preview = match people::preview_file(house, id, &asked.file, asked.whole).await {
        Ok(preview) => preview,
        Err(error) => return Ok(Err(error)),
    };
    if !preview.left_out.is_empty() {
        say(&format!("Columns that are not read: {}.", preview.left_out.join(", ")));
    }
    if !asked.confirm {
        say(&told(&preview.counts, "would be "));
        say("Nothing has been written. Give --confirm to write it.");
        return Ok(Ok(()));
    }
    Ok(write(house, id, asked).await)
}

async fn write(house: &House, id: Uuid, asked: &Import) -> Result<(), ImportError> {
    let bar = ProgressBar::new(0);
    if let Ok(style) = ProgressStyle::with_template("{elapsed_precise} {wide_bar} {pos}/{len} people {eta}") {
        bar.set_style(style);
    }
    let progress = |done: usize, all: usize| {
        bar.set_length(all as u64);
        bar.set_position(done as u64);
    };
    let done = people::import_file(house, id, &asked.file, asked.whole, progress).await;
    bar.finish_and_clear();
    say(&told(&done?, ""));
    Ok(())
}

async fn organisation(house: &House, said: &str) -> Result<Uuid, Box<dyn std::error::Error + Send + Sync>> {
    let mut tx = house.db.read().await?;
    let found = match said.parse::<Uuid>() {
        Ok(id) => people::organisation(&mut tx, id).await?,
        Err(_) => people::organisation_named(&mut tx, said.trim()).await?,
    };
    if let Some(found) = found {
        return Ok(found.id);
    }
    let known: Vec<String> = people::organisations(&mut tx).await?.into_iter().map(|one| one.name).collect();
    Err(match known.len() {
        0 => "there are no organisations yet: the administrator makes the first one at the first start".to_owned(),
        _ => format!("there is no organisation \"{said}\"; there are: {}", known.join(", ")),
    }
    .into())
}

fn told(counts: &Imported, would: &str) -> String {
    let Imported { rows, new, updated, ended, unchanged, new_units, changed_units } = *counts;
    format!(
        "{rows} rows read: {new} people {would}added, {updated} {would}changed, {ended} {would}ended, {unchanged} as before; \
         {new_units} units {would}added, {changed_units} {would}changed."
    )
}
