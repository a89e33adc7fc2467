//! "Työn uusiutuminen" at Palkeet in 2018 walked through the pages that people use: round 1 of four people, the mid-term
//! review with what it taught, and round 2 of four people and one expert by the changed version of the service.
pub mod people;
pub mod setting;
pub mod walk;
pub mod together;
pub mod leading;

use chrono::{Duration, NaiveDate};
use indicatif::{ProgressBar, ProgressStyle};
use serde_json::{Value, json};
use uuid::Uuid;

use self::people::{GUESTS, Guest};
use super::{
    replay,
    town::{Place, Stuck, Town, Walked},
};
use crate::clock::{self, Moment};

/// The name by which it is asked for.
pub const NAME: &str = "palkeet-2018";

/// Where it was.
pub const PLACE: Place = Place {
    county: "Valtion talous- ja henkilöstöhallinnon palvelukeskus Palkeet",
    kind: "state_agency",
    domain: "palkeet.example.invalid",
    round: ROUNDS[0],
    later: Duration::zero(),
};

/// The names of the two rounds.
const ROUNDS: [[&str; 3]; 2] = [
    ["Työn uusiutuminen, kevät 2018", "Arbetet förnyas, våren 2018", "Renewal of work, spring 2018"],
    ["Työn uusiutuminen, syksy 2018", "Arbetet förnyas, hösten 2018", "Renewal of work, autumn 2018"],
];

/// The coach: name, and the part of the work address before the @.
const COACH: (&str, &str) = ("Aino Laine", "aino.laine");

/// What the source does not tell and the replay decides.
const ASSUMED: [&str; 5] = [
    "The people, their units and their words are invented; the source tells how many they were and when.",
    "Who met how often in which period, what was agreed and what came of it is decided in the replay.",
    "That in round 1 few actions were the supervisor's, and that in round 2 each supervisor had some, follows the source.",
    "That in round 2 supervisors had coaching, a workshop and sparring pairs follows the source; when, and what they answered, does not.",
    "What the report may not tell of so few people is null.",
];

/// Somebody who takes part, on the way.
pub struct Walk {
    pub guest: Guest,
    pub case_id: Uuid,
}

fn when((year, month, day): (i32, u32, u32), hour: i64) -> Moment {
    clock::start_of(NaiveDate::from_ymd_opt(year, month, day).unwrap_or_default()) + Duration::hours(hour)
}

/// When the walk begins.
pub fn beginning() -> Moment {
    when((2018, 1, 15), 9)
}

fn guests_of(round: usize) -> Vec<Guest> {
    GUESTS.iter().filter(|guest| guest.round == round).map(|guest| guest.with_supervisor()).collect()
}

/// Both rounds walked.
pub struct Walked2018 {
    /// What may be told of each round.
    told: Vec<Value>,
    /// The coachings of round 2.
    walks: Vec<Walk>,
}

impl Walked2018 {
    /// What may be told of the two.
    pub fn report(&self) -> Value {
        json!({ "replay": NAME, "rounds": self.told, "assumed": ASSUMED })
    }

    /// What one party (`participant`, `supervisor` or `coach`) sees of the first coaching of round 2.
    pub async fn seen(&self, town: &Town, party: &str) -> Walked<Value> {
        let first = self.walks.first().ok_or_else(|| Stuck::Report("nobody took part".into()))?;
        Ok(json!({ "replay": NAME, "as": party, "pages": walk::seen(town, first, party).await? }))
    }
}

/// Walks both rounds.
pub async fn replay(town: &Town) -> Walked<Walked2018> {
    let bar = ProgressBar::new(u64::try_from(GUESTS.len()).unwrap_or_default());
    if let Ok(style) = ProgressStyle::with_template("{elapsed_precise} {wide_bar} {pos}/{len} people") {
        bar.set_style(style);
    }
    let palkeet = setting::found(town).await?;
    let mut done = Walked2018 { told: Vec::new(), walks: Vec::new() };
    for number in [1, 2] {
        let (round_id, walks) = setting::begin(town, (palkeet, number)).await?;
        walk::round(town, (round_id, number), &walks, &bar).await?;
        setting::review(town, round_id).await?;
        done.told.push(setting::told(town, round_id, walks.len()).await?);
        done.walks = walks;
    }
    bar.finish_and_clear();
    Ok(done)
}

/// The same as lines of text. A hidden number is a dash.
pub fn as_text(report: &Value) -> String {
    replay::lines(&format!("{NAME}: what may be told of the replayed rounds"), report)
}
