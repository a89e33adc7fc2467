//! The goals of a case: what they are, how they have been rated, and what comes next.
use askama::Template;
use axum::extract::Path;
use uuid::Uuid;

use super::{
    super::{
        acts,
        goal::Plan,
        shown::{self, ShownGoal, View},
    },
    back, home, scene,
};
use crate::{
    coaching::three::{self, Party, Shared},
    desk::{Desk, Posted},
    programmes::blueprint::Goals,
    web::{Answer, Failure, Ui},
};

#[derive(Template)]
#[template(path = "goals/pages/list.html")]
pub struct ListPage {
    pub ui: Ui,
    pub case_id: Uuid,
    pub back: String,
    pub lead: String,
    /// The service sets goals.
    pub any: bool,
    pub goals: Vec<ShownGoal>,
    /// The goals together, in sentences.
    pub together: Vec<String>,
    /// Who sees them, in words.
    pub readers: Vec<String>,
    /// The occasion that is open: `(key, name)`.
    pub open: Option<(String, String)>,
    /// The reader's own rating is missing.
    pub to_rate: bool,
    pub may_rate: bool,
    /// Participant and coach close the occasion.
    pub may_close: bool,
    /// The occasion that comes next, for participant and coach.
    pub next: Option<(String, String)>,
    pub may_write: bool,
    pub may_add: bool,
    /// Goals that wait for the participant's word: `id:rev` of each, with a space between.
    pub to_agree: String,
    pub is_participant: bool,
    /// What is still needed before they can be agreed; empty when nothing is.
    pub too_few: String,
}

pub async fn show(desk: Desk, Path(id): Path<Uuid>) -> Answer {
    let mut tx = desk.read().await?;
    let scene = scene(&desk, &mut tx, id).await?;
    let plan = scene.plan(&desk, &mut tx).await?;
    let shared = match scene.sight.party {
        Party::Supervisor => Vec::new(),
        _ => three::shared(&mut tx, &scene.sight.three, desk.now).await?,
    };
    desk.page(&page(desk.ui(), &View::of(&scene.sight), scene.terms.as_ref(), (&plan, &shared)))
}

pub fn page(ui: Ui, view: &View, terms: Option<&Goals>, (plan, shared): (&Plan, &[Shared])) -> ListPage {
    let (any, none) = (terms.is_some(), empty());
    let terms = terms.unwrap_or(&none);
    let writes = view.party != Party::Supervisor && any;
    let agreed = plan.goals.iter().any(super::super::Goal::is_agreed);
    let name = |key: &str| {
        let found = terms.occasions.iter().find(|one| one.key == key);
        (key.to_owned(), found.map_or(key, |one| ui.say(&one.text)).to_owned())
    };
    let open = plan.open.as_deref().map(name);
    let unrated = |key: &str| plan.goals.iter().any(|goal| goal.is_agreed() && goal.rating(view.party, key).is_none());
    let place = |key: &str| terms.occasions.iter().position(|one| one.key == key);
    let after = plan.last.as_deref().and_then(place).map_or(0, |last| last + 1);
    let drafts: Vec<String> =
        plan.goals.iter().filter(|goal| !goal.is_agreed()).map(|goal| format!("{}:{}", goal.id, goal.rev)).collect();
    let enough = i64::try_from(plan.goals.len()).is_ok_and(|n| n >= i64::from(terms.least));
    let is_open = view.three.state.is_open();
    ListPage {
        case_id: view.three.case_id,
        back: back(view),
        lead: lead(&ui, view),
        any,
        goals: shown::shown(&ui, view, (terms, plan)),
        together: shown::together(&ui, view, (terms, plan)),
        readers: readers(&ui, view, shared),
        to_rate: plan.open.as_deref().is_some_and(unrated),
        may_rate: agreed && open.is_some(),
        may_close: writes,
        open,
        next: terms.occasions.get(after).filter(|_| writes && agreed && plan.open.is_none()).map(|one| name(&one.key)),
        may_write: writes && is_open,
        may_add: writes && is_open && i64::try_from(plan.goals.len()).is_ok_and(|n| n < i64::from(terms.most)),
        is_participant: view.party == Party::Participant,
        too_few: if enough || plan.goals.is_empty() { String::new() } else { ui.tn("goals-too-few", terms.least) },
        to_agree: if enough && is_open { drafts.join(" ") } else { String::new() },
        ui,
    }
}

fn empty() -> Goals {
    let form = crate::programmes::blueprint::GoalForm::Light;
    Goals { form, areas: Vec::new(), occasions: Vec::new(), least: 1, most: 0 }
}

fn lead(ui: &Ui, view: &View) -> String {
    match view.party {
        Party::Participant => ui.t("goals-lead-own"),
        _ => ui.t1("goals-lead-other", "name", &view.three.name),
    }
}

/// Who sees the goals and the ratings, from what is shared now.
fn readers(ui: &Ui, view: &View, shared: &[Shared]) -> Vec<String> {
    let three = &view.three;
    let coach = three.coach_name.clone().unwrap_or_default();
    let supervisor = three.supervisor_name.clone().unwrap_or_default();
    if view.party == Party::Supervisor {
        let ratings = if view.ratings { "goals-who-ratings-seen" } else { "goals-who-ratings-own" };
        return vec![ui.t("goals-who-shared"), ui.t(ratings)];
    }
    let two: Vec<&str> = [three.name.as_str(), coach.as_str()].into_iter().filter(|name| !name.is_empty()).collect();
    let mut lines = vec![ui.t1("goals-who", "names", two.join(", "))];
    if supervisor.is_empty() {
        return lines;
    }
    lines.push(match (shared.contains(&Shared::Goals), shared.contains(&Shared::Ratings)) {
        (true, true) => ui.t1("goals-who-supervisor-all", "name", supervisor),
        (true, false) => ui.t1("goals-who-supervisor-goals", "name", supervisor),
        (false, _) => ui.t1("goals-who-supervisor-none", "name", supervisor),
    });
    lines
}

/// The participant agrees to the goals as they were shown: they are locked.
pub async fn agree(Path(id): Path<Uuid>, Posted { desk, words }: Posted) -> Answer {
    let mut act = desk.act(&words).await?;
    let scene = scene(&desk, &mut act, id).await?;
    scene.writer()?;
    if scene.sight.party != Party::Participant {
        return Err(Failure::NotFound);
    }
    let read: Option<Vec<(Uuid, i64)>> = words
        .get("goals")
        .split(' ')
        .map(|one| {
            let (id, rev) = one.split_once(':')?;
            Some((Uuid::parse_str(id).ok()?, rev.parse().ok()?))
        })
        .collect();
    let read = read.filter(|read| !read.is_empty()).ok_or(Failure::Conflict("conflict-changed"))?;
    acts::agree(&mut act, &desk.house, &scene.sight, &read).await?;
    desk.done(act, &format!("{}?done=done-goals-agreed", home(id))).await
}

/// Participant or coach opens the next occasion.
pub async fn open(Path(id): Path<Uuid>, Posted { desk, words }: Posted) -> Answer {
    let mut act = desk.act(&words).await?;
    let scene = scene(&desk, &mut act, id).await?;
    scene.writer()?;
    acts::open_occasion(&mut act, &desk.house, &scene.sight, words.get("occasion")).await?;
    desk.done(act, &format!("{}?done=done-goals-opened", home(id))).await
}

/// Participant or coach closes the occasion: the ratings stand.
pub async fn close(Path(id): Path<Uuid>, Posted { desk, words }: Posted) -> Answer {
    let mut act = desk.act(&words).await?;
    let scene = scene(&desk, &mut act, id).await?;
    scene.writer()?;
    acts::close_occasion(&mut act, &desk.house, &scene.sight, words.get("occasion")).await?;
    desk.done(act, &format!("{}?done=done-goals-closed", home(id))).await
}
