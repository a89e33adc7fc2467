//! The reader rates the goals on the occasion that is open; the last rating stands.
use askama::Template;
use axum::extract::Path;
use uuid::Uuid;

use super::{
    super::{
        acts,
        form::LEVELS,
        goal::{Goal, Plan, range},
        shown,
    },
    Scene, home, scene,
};
use crate::{
    coaching::three::Party,
    desk::{Desk, Posted},
    forms::ShownChoice,
    programmes::blueprint::{GoalForm, Goals},
    web::{Answer, Check, Failure, Sheet, Ui},
};

/// A goal to be rated.
pub struct Asked {
    /// The field.
    pub name: String,
    pub title: String,
    /// In the full form the five levels, the best first; else nothing: a scale is drawn.
    pub levels: Vec<ShownChoice>,
    pub value: String,
    pub error: String,
}

#[derive(Template)]
#[template(path = "goals/pages/rating.html")]
pub struct RatingPage {
    pub ui: Ui,
    pub case_id: Uuid,
    /// The occasion.
    pub key: String,
    pub name: String,
    pub goals: Vec<Asked>,
    pub who: String,
    pub sheet: Sheet,
}

fn field(goal: &Goal) -> String {
    format!("goal-{}", goal.id)
}

fn agreed(plan: &Plan) -> impl Iterator<Item = &Goal> {
    plan.goals.iter().filter(|goal| goal.is_agreed())
}

pub fn page(
    ui: Ui,
    (case_id, party): (Uuid, Party),
    terms: Option<&Goals>,
    (plan, sheet): (&Plan, Sheet),
) -> Result<RatingPage, Failure> {
    let terms = terms.ok_or(Failure::NotFound)?;
    let key = plan.open.clone().ok_or(Failure::Refused("conflict-goals-occasion-closed"))?;
    let occasion = terms.occasions.iter().find(|one| one.key == key);
    let goals = agreed(plan)
        .enumerate()
        .map(|(at, goal)| {
            let name = field(goal);
            let level = |place: usize| {
                let rating = (i32::try_from(place).unwrap_or(0) - 2).to_string();
                ShownChoice {
                    label: shown::level(&ui, place),
                    hint: goal.written.levels.get(place).cloned().unwrap_or_default(),
                    chosen: sheet.value(&name) == rating,
                    value: rating,
                }
            };
            Asked {
                title: ui.t2("goals-numbered", ("n", "words"), at + 1, &goal.written.words),
                levels: if goal.form == GoalForm::Full { (0..LEVELS).rev().map(level).collect() } else { Vec::new() },
                value: sheet.value(&name).to_owned(),
                error: sheet.error(&name).to_owned(),
                name,
            }
        })
        .collect();
    let who = match party {
        Party::Supervisor => ui.t("goals-rating-who-supervisor"),
        _ => ui.t("goals-rating-who"),
    };
    let name = occasion.map_or(key.clone(), |one| ui.say(&one.text).to_owned());
    Ok(RatingPage { ui, case_id, key, name, goals, who, sheet })
}

fn who(scene: &Scene) -> (Uuid, Party) {
    (scene.sight.case_id(), scene.sight.party)
}

/// The reader's own ratings so far, as the form shows them.
fn so_far(scene: &Scene, plan: &Plan) -> Sheet {
    let own = |goal: &Goal| Some((field(goal), goal.rating(scene.sight.party, plan.open.as_deref()?)?.to_string()));
    let words = agreed(plan).filter_map(own).collect();
    Sheet { words: crate::web::Words::of(words), faults: Vec::new() }
}

pub async fn ask(desk: Desk, Path(id): Path<Uuid>) -> Answer {
    let mut tx = desk.read().await?;
    let scene = scene(&desk, &mut tx, id).await?;
    let plan = scene.plan(&desk, &mut tx).await?;
    let sheet = so_far(&scene, &plan);
    desk.page(&page(desk.ui(), who(&scene), scene.terms.as_ref(), (&plan, sheet))?)
}

/// The ratings are kept; what was left empty can be given later.
pub async fn save(Path(id): Path<Uuid>, Posted { desk, words }: Posted) -> Answer {
    let mut act = desk.act(&words).await?;
    let scene = scene(&desk, &mut act, id).await?;
    let plan = scene.plan(&desk, &mut act).await?;
    let mut check = Check::new(desk.lang, &words);
    let mut ratings = Vec::new();
    for goal in agreed(&plan).filter(|goal| words.has(&field(goal))) {
        let (low, high) = range(goal.form);
        let rating = check.number(&field(goal), i64::from(low)..=i64::from(high));
        ratings.extend(rating.and_then(|rating| Some((goal.id, i32::try_from(rating).ok()?))));
    }
    if ratings.is_empty()
        && let Some(first) = agreed(&plan).next()
    {
        check.fault(&field(first), "fault-goals-rating");
    }
    let ratings = match check.done(Some(ratings)) {
        Ok(ratings) => ratings,
        Err(sheet) => return desk.faulty(&page(desk.ui(), who(&scene), scene.terms.as_ref(), (&plan, *sheet))?),
    };
    acts::rate(&mut act, &desk.house, &scene.sight, (words.get("occasion"), &ratings)).await?;
    desk.done(act, &format!("{}?done=done-goals-rated", home(id))).await
}
