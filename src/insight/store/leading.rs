//! How supervisors rated their own leading, from the numbers that the track has published: nobody's.
use chrono::NaiveDate;
use serde::Deserialize;
use uuid::Uuid;

use super::super::report::{Leading, Led};
use crate::{
    db::{FromRow, Result, Tx},
    programmes::{Blueprint, StepFor, StepKind},
};

#[derive(FromRow)]
struct Published {
    n: i64,
    made_on: NaiveDate,
    change: String,
}

#[derive(Deserialize)]
struct Change {
    before: f64,
    after: f64,
    mean: f64,
    ci95: Option<(f64, f64)>,
}

/// Of services that ask supervisors of their own leading; of others none.
pub async fn leading(tx: &mut Tx, round_id: Uuid, blueprint: &Blueprint) -> Result<Option<Leading>> {
    let asked = |step: &&crate::programmes::Step| {
        step.who == StepFor::Supervisor && step.kind == StepKind::Instrument && step.instrument.is_some()
    };
    let step = blueprint.steps.iter().find(asked);
    let instrument = step.and_then(|step| blueprint.instrument(step.instrument.as_deref().unwrap_or_default()));
    let Some(instrument) = instrument else { return Ok(None) };
    let newest: Option<Published> = tx
        .sql("select n, made_on, change from track_leadership where round_id = $1 order by n desc limit 1")
        .bind(round_id)
        .optional()
        .await?;
    let told = newest.and_then(|found| {
        let change: Change = serde_json::from_str(&found.change).ok()?;
        let n = u64::try_from(found.n).ok()?;
        let Change { before, after, mean, ci95 } = change;
        Some(Led { as_of: found.made_on, n, before, after, mean, ci95 })
    });
    let (lowest, highest) = (instrument.from.into(), instrument.to.into());
    Ok(Some(Leading { name: instrument.name.clone(), lowest, highest, told }))
}
