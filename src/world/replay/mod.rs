//! The published pilot walked through from the first day to the published report, by the pages that people use. A walk
//! that was cut off is taken up again: every act is looked for on the pages before it is done.
mod setting;
mod applying;
mod placing;
mod coaching;
mod calendar;
mod printed;

use indicatif::{ProgressBar, ProgressStyle};
use serde_json::Value;
use uuid::Uuid;

pub use printed::{as_json, as_text};

use super::{
    keusote::{self, Applicant},
    town::{Stuck, Town, Walked},
};
use crate::{clock::Moment, insight};

/// The name by which it is asked for.
pub const NAME: &str = "keusote-2023";

/// The work addresses of those who are no applicants.
pub const COORDINATOR: &str = "kirsi.salo@keusote.example.invalid";
const PUBLISHER: &str = "leena.ranta@keusote.example.invalid";
const COMMITTEE: &str = "tuula.jokela@keusote.example.invalid";
const ADMIN: &str = "arja.korpi@keusote.example.invalid";
const PROVIDER: &str = "olli.maki@polku.example.invalid";
const COACHES: [(&str, &str); 2] =
    [("Aino Laine", "aino.laine@polku.example.invalid"), ("Eeva Holm", "eeva.holm@polku.example.invalid")];

/// When the walk begins.
pub fn beginning() -> Moment {
    calendar::at((2023, 8, 21), 9)
}

/// Somebody who applied, on the way.
struct Walk {
    applicant: Applicant,
    application_id: Uuid,
    /// None without a place.
    case_id: Option<Uuid>,
}

/// Walks the whole pilot; gives the published report as JSON.
pub async fn replay(town: &Town) -> Walked<Value> {
    let bar = bar();
    let round_id = setting::prepare(town).await?;
    let mut walks = Vec::new();
    for applicant in keusote::applicants() {
        let application_id = applying::apply(town, round_id, &applicant).await?;
        walks.push(Walk { applicant, application_id, case_id: None });
        bar.inc(1);
    }
    placing::select(town, round_id).await?;
    placing::answer_offers(town, round_id, &mut walks).await?;
    coaching::name_coaches(town, &walks).await?;
    for act in calendar::acts(&walks) {
        coaching::go(town, round_id, &mut walks, act).await?;
        bar.inc(1);
    }
    let report = publish(town, round_id).await?;
    bar.finish_and_clear();
    Ok(report)
}

async fn publish(town: &Town, round_id: Uuid) -> Walked<Value> {
    placing::close(town, round_id).await?;
    town.at(calendar::at((2024, 3, 18), 9)).await?;
    let path = format!("/rounds/{round_id}/report");
    let latest = insight::latest(&mut town.house.db.read().await?, round_id).await?;
    let edition = match latest {
        Some(edition) => edition,
        None => {
            let mut kirsi = town.by_address(COORDINATOR).await?;
            kirsi.see(&path).await?;
            kirsi.fill((&path, ""), &[]).await?;
            let made = insight::latest(&mut town.house.db.read().await?, round_id).await?;
            made.ok_or_else(|| Stuck::Report("nothing was published".into()))?
        }
    };
    Ok(as_json(&insight::report_json(&edition)))
}

fn bar() -> ProgressBar {
    let bar = ProgressBar::new(u64::try_from(keusote::applicants().len() + calendar::ACTS).unwrap_or_default());
    if let Ok(style) = ProgressStyle::with_template("{elapsed_precise} {wide_bar} {pos}/{len} acts") {
        bar.set_style(style);
    }
    bar
}
