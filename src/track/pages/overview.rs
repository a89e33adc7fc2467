//! The supervisors of a round, for who looks after their track: what has been arranged and held, never an answer.
use askama::Template;
use axum::extract::Path;
use uuid::Uuid;

use crate::{
    desk::Desk,
    privacy,
    programmes::Blueprint,
    track::{
        leading::GroupChange,
        path::{self, Kind},
        reach,
        record::{self, Answer as Says, Guidance},
        store::{self, round::Leader},
    },
    web::{Answer, Ui},
};

/// A supervisor with what has been arranged.
pub struct Line {
    pub name: String,
    /// The unit, the meeting, the workshop and the pair.
    pub meta: String,
    pub href: String,
    pub verb: String,
}

#[derive(Template)]
#[template(path = "track/pages/overview.html")]
pub struct OverviewPage {
    pub ui: Ui,
    pub round_id: Uuid,
    pub round: String,
    /// `45 / 180 minuuttia`; empty where there is no guidance.
    pub minutes: String,
    pub lines: Vec<Line>,
    /// When the workshop is; empty where it has not been set.
    pub workshop: String,
    pub sets_workshop: bool,
    /// How the pairs stand; empty for whoever does not form them.
    pub pairs: String,
    /// How the group's own ratings changed, or that it cannot be told yet.
    pub change: String,
}

impl OverviewPage {
    fn path(&self, rest: &str) -> String {
        format!("/rounds/{}{rest}", self.round_id)
    }
}

pub async fn show(desk: Desk, Path(id): Path<Uuid>) -> Answer {
    let mut tx = desk.read().await?;
    let reach = reach::reach(&desk, &mut tx, id).await?;
    let supervisors = store::round::supervisors(&mut tx, &reach).await?;
    desk.note(&reach.grant, &supervisors.iter().filter_map(|one| one.person_id).collect::<Vec<_>>());
    let ids: Vec<Uuid> = supervisors.iter().map(|one| one.supervisor_id).collect();
    let names = privacy::human_names(&mut tx, &ids).await?;
    let named: Vec<(Leader, String)> = supervisors
        .into_iter()
        .map(|one| {
            let name = names.get(&one.supervisor_id).cloned().unwrap_or_default();
            (one, name)
        })
        .collect();
    let facts = store::round::facts(&mut tx, id).await?;
    let round = desk.ui().say(&reach.round.name()).to_owned();
    let may = (reach.sets_workshop(), reach.is_coordinator());
    desk.page(&page(desk.ui(), (id, round, &reach.blueprint), (&named, &facts), may))
}

pub fn page(
    ui: Ui,
    (round_id, round, blueprint): (Uuid, String, &Blueprint),
    (supervisors, facts): (&[(Leader, String)], &store::round::Facts),
    (sets_workshop, is_coordinator): (bool, bool),
) -> OverviewPage {
    let share = path::step_of(blueprint, Kind::Guidance).map(|step| step.minutes.unwrap_or(45));
    let whole = |share: i32| record::minutes_left(share, facts.supervisors, 0);
    let lines = supervisors.iter().map(|(one, name)| Line {
        name: name.clone(),
        meta: meta(&ui, one),
        href: share.map(|_| format!("/rounds/{round_id}/track/guidance/{}", one.supervisor_id)).unwrap_or_default(),
        verb: ui.t(if one.guidance_state == Some(Guidance::Proposed) { "track-open" } else { "track-propose" }),
    });
    let has = |kind: Kind| path::step_of(blueprint, kind).is_some();
    OverviewPage {
        round_id,
        round,
        minutes: share
            .map(|share| ui.t2("track-minutes-of", ("held", "whole"), facts.minutes_held, whole(share)))
            .unwrap_or_default(),
        lines: lines.collect(),
        workshop: facts.workshop_at.map(|at| ui.moment(&at)).unwrap_or_default(),
        sets_workshop: sets_workshop && has(Kind::Workshop),
        pairs: if is_coordinator && has(Kind::Sparring) { pairs(&ui, supervisors) } else { String::new() },
        change: change(&ui, facts.change.as_deref()),
        ui,
    }
}

fn meta(ui: &Ui, one: &Leader) -> String {
    let mut parts: Vec<String> = one.unit_name.clone().into_iter().collect();
    parts.push(match (one.minutes_held, one.guidance_state, one.guidance_starts_at) {
        (held, ..) if held > 0 => ui.tn("track-minutes-held", held),
        (_, Some(Guidance::Proposed), Some(at)) => ui.t1("track-guidance-at", "when", ui.moment(&at)),
        _ => ui.t("track-guidance-none"),
    });
    match (one.attended, one.cannot_come_at) {
        (Some(presence), _) => parts.push(ui.t(super::presence(presence))),
        (None, Some(_)) => parts.push(ui.t("track-cannot-come")),
        (None, None) => {}
    }
    match one.answer {
        Some(Says::Accepted) => {
            parts.push(ui.t2("track-talks-of", ("n", "of"), one.talks.unwrap_or_default(), path::TALKS));
        }
        Some(Says::Waiting) => parts.push(ui.t("track-answer-waiting")),
        Some(Says::Swap) => parts.push(ui.t("track-answer-swap")),
        None => {}
    }
    parts.join(" · ")
}

fn pairs(ui: &Ui, supervisors: &[(Leader, String)]) -> String {
    let paired = supervisors.iter().filter(|(one, _)| one.pair_id.is_some()).count();
    if paired == 0 {
        return ui.t("track-pairs-none");
    }
    ui.t2("track-pairs-some", ("n", "of"), paired, supervisors.len())
}

/// The published change in a sentence without causes.
fn change(ui: &Ui, published: Option<&str>) -> String {
    let Some(change) = published.and_then(|json| serde_json::from_str::<GroupChange>(json).ok()) else {
        return ui.t("track-group-few");
    };
    let key = match change.ci95 {
        Some((low, _)) if low > 0.0 => "track-group-rose",
        Some((_, high)) if high < 0.0 => "track-group-fell",
        _ => "track-group-same",
    };
    let numbers = [
        ("n", i64::try_from(change.n).unwrap_or(i64::MAX).into()),
        ("before", ui.number(&change.before, 1).into()),
        ("after", ui.number(&change.after, 1).into()),
    ];
    ui.lang.t_with(key, numbers)
}
