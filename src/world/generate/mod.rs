//! Synthetic organisations for benchmarks: the same size, seed and day give the same rows on every machine. Rows are written
//! many at a time through the slices' own stores; nothing here is meant to look like a real organisation. What is sealed
//! has other bytes each time, since its keys are chance.
mod applications;
mod cases;
mod three;
mod keys;
mod staff;
mod staff_file;

use chrono::NaiveDate;
use indicatif::{ProgressBar, ProgressStyle};
pub use keys::keys;
pub use staff_file::staff_file;
use uuid::Uuid;

use super::seed::Seeded;
use crate::{clock::Moment, db, house::House, people, privacy::vault::VaultError, programmes};

/// How much to make.
#[derive(Clone, Copy, Debug)]
pub struct Size {
    pub people: usize,
    /// Each round has an organisation of its own, among which people and applications are divided.
    pub rounds: usize,
    /// At most one for each person.
    pub applications: usize,
    /// Coachings of three, in a round of their own; each takes one person, and every twelve another who supervises.
    pub three: usize,
    pub seed: u64,
    /// The day at which the rounds stand half way.
    pub day: NaiveDate,
}

/// Why nothing was made.
#[derive(Debug, thiserror::Error)]
pub enum GenerateError {
    #[error("there are organisations in the database already; generated ones go into an empty database")]
    NotEmpty,
    #[error(transparent)]
    Blueprint(#[from] programmes::Unpublished),
    #[error("the file: {0}")]
    File(String),
    #[error("the key ring: {0}")]
    Vault(#[from] VaultError),
    #[error("the database: {0}")]
    Db(#[from] db::Error),
}

/// Fills an empty database.
pub async fn generate(house: &House, size: Size) -> Result<(), GenerateError> {
    if !people::organisations(&mut house.db.read().await?).await?.is_empty() {
        return Err(GenerateError::NotEmpty);
    }
    let bar = ProgressBar::new(u64::try_from(size.people).unwrap_or_default());
    if let Ok(style) = ProgressStyle::with_template("{elapsed_precise} {wide_bar} {pos}/{len} people {eta}") {
        bar.set_style(style);
    }
    let rounds = size.rounds.max(1);
    let mut made = 0;
    for number in 0..rounds {
        let here = share(size.people, number, rounds);
        let county = staff::County::new(size, number, here);
        staff::fill(house, &county, &bar).await?;
        let apply = share(size.applications, number, rounds).min(here);
        let round_id = applications::fill(house, &county, (apply, &bar)).await?;
        let coaches = cases::fill(house, &county, (round_id, apply)).await?;
        if size.three > 0 {
            three::fill(house, &county, (share(size.three, number, rounds), coaches), &bar).await?;
        }
        made += here;
    }
    bar.finish_and_clear();
    tracing::info!(made, rounds, "generated");
    Ok(())
}

/// How many of `all` fall to the organisation with this number.
fn share(all: usize, number: usize, rounds: usize) -> usize {
    all / rounds + usize::from(number < all % rounds)
}

/// An id in the order of making, as the house makes them, but the same for the same seed.
fn id(seeded: &mut Seeded, at: Moment) -> Uuid {
    let millis = u64::try_from(at.timestamp_millis()).unwrap_or_default();
    let chance = [seeded.draw().to_be_bytes(), seeded.draw().to_be_bytes()].concat();
    let mut bytes = [0; 10];
    bytes.copy_from_slice(&chance[..10]);
    uuid::Builder::from_unix_timestamp_millis(millis, &bytes).into_uuid()
}
