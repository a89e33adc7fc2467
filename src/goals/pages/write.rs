//! A goal is written, changed until it is agreed, or taken away.
use askama::Template;
use axum::extract::Path;
use uuid::Uuid;

use super::{
    super::{
        acts,
        form::{self, GoalFields},
        goal::Goal,
    },
    Scene, home, rev, scene,
};
use crate::{
    db::Tx,
    desk::{Desk, Posted},
    programmes::blueprint::Goals,
    web::{Answer, Check, Failure, Sheet, Ui},
};

#[derive(Template)]
#[template(path = "goals/pages/write.html")]
pub struct WritePage {
    pub ui: Ui,
    pub case_id: Uuid,
    /// The goal that is being changed; none for a new one.
    pub goal: Option<(Uuid, i64)>,
    pub fields: GoalFields,
    /// What somebody else saved meanwhile.
    pub clash: Option<String>,
    pub sheet: Sheet,
}

impl WritePage {
    pub fn of(ui: Ui, case_id: Uuid, terms: &Goals, (goal, sheet): (Option<(Uuid, i64)>, Sheet)) -> WritePage {
        let fields = form::fields(&ui, terms, ("", &sheet));
        WritePage { ui, case_id, goal, fields, clash: None, sheet }
    }

    /// Where the form goes.
    pub fn action(&self) -> String {
        self.goal.map_or_else(|| home(self.case_id), |(id, _)| format!("{}/{id}", home(self.case_id)))
    }
}

/// A scene in which goals can be written.
async fn writing(desk: &Desk, tx: &mut Tx, id: Uuid) -> Result<Scene, Failure> {
    let scene = scene(desk, tx, id).await?;
    scene.writer()?;
    if scene.sight.three.state.is_open() { Ok(scene) } else { Err(Failure::Refused("conflict-coaching-ended")) }
}

pub async fn ask(desk: Desk, Path(id): Path<Uuid>) -> Answer {
    let mut tx = desk.read().await?;
    let scene = writing(&desk, &mut tx, id).await?;
    desk.page(&WritePage::of(desk.ui(), id, scene.writer()?, (None, Sheet::empty())))
}

pub async fn add(Path(id): Path<Uuid>, Posted { desk, words }: Posted) -> Answer {
    let mut act = desk.act(&words).await?;
    let scene = writing(&desk, &mut act, id).await?;
    let terms = scene.writer()?;
    let mut check = Check::new(desk.lang, &words);
    let new = form::read(terms, ("", &words), &mut check);
    let new = match check.done(new) {
        Ok(new) => new,
        Err(sheet) => return desk.faulty(&WritePage::of(desk.ui(), id, terms, (None, *sheet))),
    };
    acts::add(&mut act, &desk.house, &scene.sight, new).await?;
    desk.done(act, &format!("{}?done=done-goals-added", home(id))).await
}

/// The goal, as long as it can be changed.
async fn goal(desk: &Desk, tx: &mut Tx, scene: &Scene, goal_id: Uuid) -> Result<Goal, Failure> {
    let plan = scene.plan(desk, tx).await?;
    let goal = plan.goals.into_iter().find(|goal| goal.id == goal_id).ok_or(Failure::NotFound)?;
    if goal.is_agreed() { Err(Failure::Refused("conflict-goals-locked")) } else { Ok(goal) }
}

pub async fn edit(desk: Desk, Path((id, goal_id)): Path<(Uuid, Uuid)>) -> Answer {
    let mut tx = desk.read().await?;
    let scene = writing(&desk, &mut tx, id).await?;
    let goal = goal(&desk, &mut tx, &scene, goal_id).await?;
    let sheet = form::filled(&goal);
    desk.page(&WritePage::of(desk.ui(), id, scene.writer()?, (Some((goal_id, goal.rev)), sheet)))
}

pub async fn change(Path((id, goal_id)): Path<(Uuid, Uuid)>, Posted { desk, words }: Posted) -> Answer {
    let mut act = desk.act(&words).await?;
    let scene = writing(&desk, &mut act, id).await?;
    let terms = scene.writer()?;
    let mut goal = goal(&desk, &mut act, &scene, goal_id).await?;
    let read = rev(&words)?;
    let mut check = Check::new(desk.lang, &words);
    let new = form::read(terms, ("", &words), &mut check);
    let new = match check.done(new) {
        Ok(new) => new,
        Err(sheet) => return desk.faulty(&WritePage::of(desk.ui(), id, terms, (Some((goal_id, read)), *sheet))),
    };
    let (newest, theirs) = (goal.rev, goal.written.words.clone());
    goal.rev = read;
    if !acts::change(&mut act, &desk.house, &scene.sight, (&goal, new)).await? {
        let sheet = Sheet { words: words.clone(), faults: Vec::new() };
        let page = WritePage::of(desk.ui(), id, terms, (Some((goal_id, newest)), sheet));
        return desk.faulty(&WritePage { clash: Some(theirs), ..page });
    }
    desk.done(act, &format!("{}?done=done-goals-changed", home(id))).await
}

pub async fn remove(Path((id, goal_id)): Path<(Uuid, Uuid)>, Posted { desk, words }: Posted) -> Answer {
    let mut act = desk.act(&words).await?;
    let scene = writing(&desk, &mut act, id).await?;
    goal(&desk, &mut act, &scene, goal_id).await?;
    acts::remove(&mut act, &desk.house, &scene.sight, (goal_id, rev(&words)?)).await?;
    desk.done(act, &format!("{}?done=done-goals-removed", home(id))).await
}
