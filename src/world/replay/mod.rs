//! The published pilot walked through from the first day to the published report, by the pages that people use. A walk
//! that was cut off is taken up again: every act is looked for on the pages before it is done.
pub mod setting;
pub mod applying;
pub mod placing;
pub mod coaching;
pub mod calendar;
mod printed;

use indicatif::{ProgressBar, ProgressStyle};
use serde_json::Value;
use uuid::Uuid;

pub use printed::{as_json, as_text, lines};

use super::{
    founding::COORDINATOR,
    keusote::{self, Applicant},
    town::{Place, Stuck, Town, Walked},
};
use crate::{clock::Moment, insight};

/// The name by which it is asked for.
pub const NAME: &str = "keusote-2023";

/// Where and when the pilot was.
pub const PLACE: Place = Place {
    county: "Keski-Uudenmaan hyvinvointialue",
    kind: "wellbeing_county",
    domain: "keusote.example.invalid",
    round: ["Työuravalmennus, syksy 2023", "Karriärcoachning, hösten 2023", "Career coaching, autumn 2023"],
    later: chrono::Duration::zero(),
};

/// The coaches: name, and the part of the work address before the @.
pub const COACHES: [(&str, &str); 2] = [("Aino Laine", "aino.laine"), ("Eeva Holm", "eeva.holm")];

/// When the walk begins.
pub fn beginning() -> Moment {
    calendar::at((2023, 8, 21), 9)
}

/// Somebody who applied, on the way.
pub struct Walk {
    pub applicant: Applicant,
    pub application_id: Uuid,
    /// None without a place.
    pub case_id: Option<Uuid>,
}

/// Walks the whole pilot and the year after it; gives the last published report as JSON.
pub async fn replay(town: &Town) -> Walked<Value> {
    let (round_id, _) = setting::prepare(town, setting::More::default()).await?;
    let bar = bar();
    let mut walks = walk_with(town, round_id, &bar).await?;
    for act in calendar::follow_ups(&walks) {
        coaching::go(town, round_id, &mut walks, act).await?;
        bar.inc(1);
    }
    let report = publish(town, round_id, (2, calendar::at((2025, 3, 17), 9))).await?;
    bar.finish_and_clear();
    Ok(report)
}

/// From the open round to the first published report.
pub async fn walk(town: &Town, round_id: Uuid) -> Walked {
    let bar = bar();
    walk_with(town, round_id, &bar).await?;
    bar.finish_and_clear();
    Ok(())
}

async fn walk_with(town: &Town, round_id: Uuid, bar: &ProgressBar) -> Walked<Vec<Walk>> {
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
    placing::close(town, round_id).await?;
    publish(town, round_id, (1, calendar::at((2024, 3, 18), 9))).await?;
    Ok(walks)
}

/// Publishes the edition with this number, unless it is there.
async fn publish(town: &Town, round_id: Uuid, (number, at): (i32, Moment)) -> Walked<Value> {
    town.at(at).await?;
    let path = format!("/rounds/{round_id}/report");
    let latest = insight::latest(&mut town.house.db.read().await?, round_id).await?;
    let edition = if let Some(edition) = latest.filter(|edition| edition.number >= number) {
        edition
    } else {
        let mut kirsi = town.of_county(COORDINATOR).await?;
        kirsi.see(&path).await?;
        kirsi.fill((&path, ""), &[]).await?;
        let made = insight::latest(&mut town.house.db.read().await?, round_id).await?;
        made.ok_or_else(|| Stuck::Report("nothing was published".into()))?
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
