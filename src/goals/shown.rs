//! Goals and their ratings in words, and the lines that are drawn of them: the same numbers in sentence, chart and table.
use scales::NoGas;
use uuid::Uuid;

use super::{
    form::LEVELS,
    goal::{Goal, Plan, range, spread, t_score},
};
use crate::{
    coaching::three::{Party, Shared, Sight, Three},
    programmes::blueprint::{GoalForm, Goals},
    web::Ui,
};

/// Who looks, and whether at others' ratings too.
#[derive(Clone, Debug)]
pub struct View {
    pub three: Three,
    pub party: Party,
    pub ratings: bool,
}

impl View {
    pub fn of(sight: &Sight) -> View {
        View { three: sight.three.clone(), party: sight.party, ratings: sight.sees(Shared::Ratings) }
    }
}

/// A goal as the reader sees it.
pub struct ShownGoal {
    pub id: Uuid,
    pub rev: i64,
    pub title: String,
    /// Area and weight.
    pub meta: String,
    /// `(level, what it looks like)`, the best first.
    pub levels: Vec<(String, String)>,
    /// Since when it is agreed and locked; empty when it is not.
    pub agreed: String,
    pub sentences: Vec<String>,
    pub chart: Option<Chart>,
}

/// Ratings over the occasions; see `lines` in `web/ui/charts.html`.
pub struct Chart {
    pub finding: String,
    pub ticks: Vec<Tick>,
    pub stops: Vec<Stop>,
    pub series: Vec<Series>,
    /// The table under it: a row for each of the series, a cell for each of the stops.
    pub rows: Vec<(String, Vec<String>)>,
}

pub struct Tick {
    pub y: f64,
    pub text: String,
    pub zero: bool,
}

pub struct Stop {
    pub x: f64,
    pub text: String,
}

pub struct Series {
    pub name: String,
    pub note: String,
    pub points: Vec<Point>,
}

pub struct Point {
    pub x: f64,
    pub y: f64,
}

/// The goals in words, in order.
pub fn shown(ui: &Ui, view: &View, (terms, plan): (&Goals, &Plan)) -> Vec<ShownGoal> {
    plan.goals.iter().map(|goal| one(ui, view, (terms, goal))).collect()
}

fn one(ui: &Ui, view: &View, (terms, goal): (&Goals, &Goal)) -> ShownGoal {
    let area = terms.areas.iter().find(|area| Some(&area.key) == goal.area.as_ref());
    let mut meta: Vec<String> = area.map(|area| ui.say(&area.text).to_owned()).into_iter().collect();
    if goal.form == GoalForm::Full {
        meta.push(weight(ui, goal.weight));
    }
    let levels = goal.written.levels.iter().enumerate().take(LEVELS);
    ShownGoal {
        id: goal.id,
        rev: goal.rev,
        title: goal.written.words.clone(),
        meta: meta.join(" · "),
        levels: levels.map(|(at, words)| (level(ui, at), words.clone())).rev().collect(),
        agreed: goal.agreed_at.map(|at| ui.t1("goals-agreed-on", "day", ui.date(&at))).unwrap_or_default(),
        sentences: sentences(ui, view, (terms, goal)),
        chart: chart(ui, view, (terms, goal)),
    }
}

/// Whose ratings the reader may see.
fn seen(view: &View) -> Vec<Party> {
    let there = Party::ALL.iter().copied().filter(|party| view.three.human(*party).is_some());
    there.filter(|party| view.ratings || *party == view.party).collect()
}

fn name(ui: &Ui, view: &View, party: Party) -> String {
    if party == view.party { ui.t("goals-you") } else { view.three.name_of(party).unwrap_or_default().to_owned() }
}

/// What was rated on the latest occasion on which anybody has rated, how one's own rating has changed since the first,
/// and how far apart the three are.
fn sentences(ui: &Ui, view: &View, (terms, goal): (&Goals, &Goal)) -> Vec<String> {
    let parties = seen(view);
    let rated = |key: &str| parties.iter().any(|party| goal.rating(*party, key).is_some());
    let Some(latest) = terms.occasions.iter().rev().find(|occasion| rated(&occasion.key)) else { return Vec::new() };
    let at = ui.say(&latest.text);
    let mut said = Vec::new();
    for party in &parties {
        let Some(rating) = goal.rating(*party, &latest.key) else { continue };
        let key = if *party == view.party { "goals-said-you" } else { "goals-said-other" };
        let values = [
            ("name", name(ui, view, *party).into()),
            ("occasion", at.into()),
            ("rating", words(ui, goal.form, rating).into()),
        ];
        said.push(ui.lang.t_with(key, values));
    }
    said.extend(change(ui, view, (terms, goal)));
    if let Some(found) = spread(goal, &latest.key).filter(|_| parties.len() > 1) {
        said.push(match found.by() {
            0 => ui.t("goals-alike"),
            n => ui.lang.t_with(
                "goals-apart",
                [
                    ("n", n.into()),
                    ("low", format!("{} {}", name(ui, view, found.low.0), number(goal.form, found.low.1)).into()),
                    ("high", format!("{} {}", name(ui, view, found.high.0), number(goal.form, found.high.1)).into()),
                ],
            ),
        });
    }
    said
}

/// From the first of one's own ratings to the last; nothing with only one.
fn change(ui: &Ui, view: &View, (terms, goal): (&Goals, &Goal)) -> Option<String> {
    let own = |occasion: &crate::forms::Choice| goal.rating(view.party, &occasion.key);
    let rated: Vec<i32> = terms.occasions.iter().filter_map(own).collect();
    let (first, last) = (*rated.first()?, *rated.last()?);
    if rated.len() < 2 {
        return None;
    }
    let key = match last.cmp(&first) {
        std::cmp::Ordering::Greater => "goals-rose",
        std::cmp::Ordering::Less => "goals-fell",
        std::cmp::Ordering::Equal => "goals-same",
    };
    Some(ui.t2(key, ("from", "to"), number(goal.form, first), number(goal.form, last)))
}

/// The goals together, a sentence for each of those who have rated on the latest occasion: the T-score, or why there is
/// none. Nothing in the light form.
pub fn together(ui: &Ui, view: &View, (terms, plan): (&Goals, &Plan)) -> Vec<String> {
    if terms.form != GoalForm::Full {
        return Vec::new();
    }
    let rated = |party: Party, key: &str| plan.goals.iter().any(|goal| goal.rating(party, key).is_some());
    let parties = seen(view);
    let latest = terms.occasions.iter().rev().find(|one| parties.iter().any(|party| rated(*party, &one.key)));
    let Some(latest) = latest else { return Vec::new() };
    let of = |party: &Party| {
        let who = [("name", name(ui, view, *party).into()), ("occasion", ui.say(&latest.text).into())];
        match t_score(&plan.goals, *party, &latest.key) {
            Ok(t) => ui.lang.t_with("goals-together", who.into_iter().chain([("t", ui.number(&t, 1).into())])),
            Err(NoGas::Unrated(at)) => {
                ui.lang.t_with("goals-together-unrated", who.into_iter().chain([("n", (at + 1).into())]))
            }
            Err(_) => ui.lang.t_with("goals-together-none", who),
        }
    };
    parties.iter().filter(|party| rated(**party, &latest.key)).map(of).collect()
}

/// Room above and below the lines, in per cent.
const TOP: f64 = 6.0;
const BOTTOM: f64 = 82.0;

fn chart(ui: &Ui, view: &View, (terms, goal): (&Goals, &Goal)) -> Option<Chart> {
    if !goal.is_agreed() || goal.ratings.is_empty() {
        return None;
    }
    let (low, high) = range(goal.form);
    let y = |rating: i32| TOP + f64::from(high - rating) / f64::from(high - low) * (BOTTOM - TOP);
    let x = |at: usize| {
        // In the middle of its column: the words under the drawing stand in columns as wide.
        let number = |n: usize| f64::from(u32::try_from(n).unwrap_or(0));
        100.0 * (number(at) + 0.5) / number(terms.occasions.len().max(1))
    };
    let ticks: Vec<i32> = if goal.form == GoalForm::Full { (low..=high).collect() } else { vec![0, 5, 10] };
    let (mut series, mut rows) = (Vec::new(), Vec::new());
    for party in seen(view) {
        let ratings: Vec<Option<i32>> = terms.occasions.iter().map(|one| goal.rating(party, &one.key)).collect();
        let latest = ratings.iter().rev().flatten().next();
        let points = ratings.iter().enumerate().filter_map(|(at, rating)| Some(Point { x: x(at), y: y((*rating)?) }));
        series.push(Series {
            name: name(ui, view, party),
            note: latest.map_or_else(|| ui.t("goals-not-rated"), |rating| number(goal.form, *rating)),
            points: points.collect(),
        });
        let cell = |rating: &Option<i32>| rating.map_or_else(|| ui.t("goals-not-rated"), |it| number(goal.form, it));
        rows.push((name(ui, view, party), ratings.iter().map(cell).collect()));
    }
    let zero = |tick: i32| goal.form == GoalForm::Full && tick == 0;
    Some(Chart {
        finding: ui.t(if goal.form == GoalForm::Full { "goals-chart-full" } else { "goals-chart-light" }),
        ticks: ticks.into_iter().map(|at| Tick { y: y(at), text: number(goal.form, at), zero: zero(at) }).collect(),
        stops: terms
            .occasions
            .iter()
            .enumerate()
            .map(|(at, one)| Stop { x: x(at), text: ui.say(&one.text).to_owned() })
            .collect(),
        series,
        rows,
    })
}

/// `+1`, `0`, `−2`; in the light form `6`.
fn number(form: GoalForm, rating: i32) -> String {
    match form {
        GoalForm::Light => rating.to_string(),
        GoalForm::Full if rating > 0 => format!("+{rating}"),
        GoalForm::Full => rating.to_string().replace('-', "−"),
    }
}

/// A rating with its words: `+1, odotettua paremmin`; in the light form `6 / 10`.
pub fn words(ui: &Ui, form: GoalForm, rating: i32) -> String {
    match form {
        GoalForm::Light => ui.t1("goals-of-ten", "n", rating),
        GoalForm::Full => level(ui, usize::try_from(rating + 2).unwrap_or(0)),
    }
}

/// A level by its place, 0–4 for −2…+2: `−2, paljon odotettua heikommin`.
pub fn level(ui: &Ui, at: usize) -> String {
    let rating = i32::try_from(at).unwrap_or(0) - 2;
    format!("{}, {}", number(GoalForm::Full, rating), ui.t(&format!("goals-level-{at}")))
}

/// `painoarvo 3, tärkeä`
pub fn weight(ui: &Ui, weight: i32) -> String {
    ui.t(&format!("goals-weight-{weight}"))
}
