//! A participant answers a step: a few questions a page, saved at each, and sent once.
use std::sync::Arc;

use askama::Template;
use axum::extract::{Path, Query};
use data_encoding::BASE64;
use serde::Deserialize;
use uuid::Uuid;

use super::{
    Source, ask,
    store::{self, AskedStep, Measure},
};
use crate::{
    clock, coaching,
    db::Tx,
    desk::{Desk, Posted},
    forms::{self, Answer, Answers, Instrument, Question},
    privacy::{Class, Grant, vault::VaultError},
    programmes::{self, Blueprint, Step, StepKind},
    web::{Answer as Reply, Check, Failure, Sheet, Ui, Words},
};

#[derive(Template)]
#[template(path = "surveys/step.html")]
pub struct StepPage {
    pub ui: Ui,
    pub action: String,
    pub title: String,
    pub intro: String,
    /// 1 is the first page.
    pub at: usize,
    pub of: usize,
    /// `Sivu 1 / 3`; empty when there is one page.
    pub progress: String,
    pub is_last: bool,
    pub questions: Vec<Question>,
    pub sheet: Sheet,
    /// The answers to an outcome are counted; those to an instrument are scored too.
    pub is_outcome: bool,
}

#[derive(Template)]
#[template(path = "surveys/answered.html")]
pub struct AnsweredPage {
    pub ui: Ui,
    pub title: String,
    pub lines: Vec<(String, String)>,
}

#[derive(Deserialize)]
pub struct Turn {
    #[serde(default)]
    page: usize,
}

/// A step with what it asks, after the grant.
struct Scene {
    step: AskedStep,
    grant: Grant,
    blueprint: Arc<Blueprint>,
}

impl Scene {
    async fn open(desk: &Desk, tx: &mut Tx, id: Uuid) -> Result<Scene, Failure> {
        let step = store::step(tx, id).await?.ok_or(Failure::NotFound)?;
        let grant = desk.grant(tx, step.case_id, Class::Own).await?;
        let blueprint = programmes::blueprint_at(tx, (step.blueprint_id, step.erratum)).await?;
        Ok(Scene { step, grant, blueprint })
    }

    fn parts(&self) -> Result<(&Step, &Instrument), Failure> {
        parts(&self.blueprint, &self.step)
    }

    async fn draft(&self, desk: &Desk, tx: &mut Tx) -> Result<Answers, Failure> {
        let sealed = store::draft(tx, &self.grant, self.step.step_id).await?;
        unseal(desk, tx, self.step.case_id, sealed).await
    }

    fn page(&self, ui: Ui, (at, sheet): (usize, Sheet)) -> Result<StepPage, Failure> {
        let (step, instrument) = self.parts()?;
        let mut pages = ask::pages(instrument);
        let of = pages.len();
        Ok(StepPage {
            action: format!("/steps/{}", self.step.step_id),
            title: ui.say(&step.name).to_owned(),
            intro: instrument.intro.as_ref().map(|intro| ui.say(intro).to_owned()).unwrap_or_default(),
            questions: pages.swap_remove(at.clamp(1, of) - 1),
            is_outcome: step.kind == StepKind::Outcome,
            progress: if of > 1 { ui.t2("surveys-page-of", ("at", "of"), at, of) } else { String::new() },
            is_last: at >= of,
            ui,
            at,
            of,
            sheet,
        })
    }
}

/// The step in its blueprint and the instrument it asks.
pub fn parts<'b>(blueprint: &'b Blueprint, asked: &AskedStep) -> Result<(&'b Step, &'b Instrument), Failure> {
    let step = blueprint.step(&asked.step_key).ok_or(Failure::NotFound)?;
    let instrument = step.instrument.as_deref().and_then(|key| blueprint.instrument(key)).ok_or(Failure::NotFound)?;
    if ask::pages(instrument).is_empty() {
        return Err(Failure::NotFound);
    }
    Ok((step, instrument))
}

/// The page of a step: its questions from where the person is, or the answers when it is done.
pub async fn show(desk: Desk, Path(id): Path<Uuid>, Query(turn): Query<Turn>) -> Reply {
    let mut tx = desk.read().await?;
    let scene = Scene::open(&desk, &mut tx, id).await?;
    if scene.step.is_over() {
        return answered(&desk, &mut tx, &scene).await;
    }
    if scene.step.is_waiting() {
        return Err(Failure::Refused("fault-surveys-not-yet"));
    }
    let (_, instrument) = scene.parts()?;
    let pages = ask::pages(instrument);
    let at = turn.page.clamp(1, pages.len());
    let draft = scene.draft(&desk, &mut tx).await?;
    let sheet = Sheet { words: words_of(&pages[at - 1], &draft), faults: Vec::new() };
    desk.page(&scene.page(desk.ui(), (at, sheet))?)
}

/// One page of answers: kept, and after the last page sent.
pub async fn answer(Path(id): Path<Uuid>, Posted { desk, words }: Posted) -> Reply {
    let mut act = desk.act(&words).await?;
    let scene = Scene::open(&desk, &mut act, id).await?;
    if scene.step.is_over() || scene.step.is_waiting() {
        return Err(Failure::Conflict("conflict-surveys-answered"));
    }
    let (step, instrument) = scene.parts()?;
    let pages = ask::pages(instrument);
    let at = words.get("surveys-page").parse().unwrap_or(1_usize).clamp(1, pages.len());
    let mut check = Check::new(desk.lang, &words);
    let read = forms::read_all(&pages[at - 1], &words, &mut check);
    let read = match check.done(Some(read)) {
        Ok(read) => read,
        Err(sheet) => return desk.faulty(&scene.page(desk.ui(), (at, *sheet))?),
    };
    let mut answers = scene.draft(&desk, &mut act).await?;
    for question in &pages[at - 1] {
        answers.set(&question.key, read.get(&question.key).cloned());
    }
    if at < pages.len() {
        let sealed = seal(&desk, &mut act, (scene.step.case_id, &answers)).await?;
        store::put_draft(&mut act, &scene.step, sealed).await?;
        return desk.done(act, &format!("/steps/{id}?page={}", at + 1)).await;
    }
    send(&desk, &mut act, (&scene.step, step, instrument), &answers).await?;
    desk.done(act, "/path?done=done-surveys-answered").await
}

/// Stores the answers and moves the path on, in the act's own transaction.
async fn send(
    desk: &Desk,
    tx: &mut Tx,
    (asked, step, instrument): (&AskedStep, &Step, &Instrument),
    answers: &Answers,
) -> Result<(), Failure> {
    let today = clock::day(desk.now);
    let is_first = if step.kind == StepKind::Outcome {
        let question = ask::outcome_question(instrument).ok_or(Failure::NotFound)?;
        let kind = answers.keys(&question.key).first().ok_or(Failure::Refused("fault-surveys-choose"))?;
        store::insert_outcome(tx, asked, kind, (today, Source::Participant)).await?
    } else {
        let sealed = seal(desk, tx, (asked.case_id, answers)).await?;
        let scores = serde_json::to_string(&ask::scores(step.kind, instrument, answers)).map_err(Failure::broken)?;
        let measure = Measure {
            instrument_key: instrument.key.clone(),
            phase: ask::phase(step),
            answers: sealed,
            scores,
            answered_on: today,
        };
        store::insert_measure(tx, asked, measure).await?
    };
    if !is_first {
        return Err(Failure::Conflict("conflict-surveys-answered"));
    }
    store::drop_draft(tx, asked.step_id).await?;
    coaching::mark_step_done(tx, asked.step_id, desk.now).await?;
    Ok(())
}

async fn answered(desk: &Desk, tx: &mut Tx, scene: &Scene) -> Reply {
    let (step, instrument) = scene.parts()?;
    let ui = desk.ui();
    let answers = if step.kind == StepKind::Outcome {
        let mut answers = Answers::default();
        let kind = store::outcome(tx, &scene.grant, &scene.step.step_key).await?;
        if let (Some(question), Some(kind)) = (ask::outcome_question(instrument), kind) {
            answers.set(&question.key, Some(Answer::Keys(vec![kind])));
        }
        answers
    } else {
        let sealed = store::answers(tx, &scene.grant, scene.step.step_id).await?;
        unseal(desk, tx, scene.step.case_id, sealed).await?
    };
    let questions = instrument.all_questions();
    let said = |question: &Question| (ui.say(&question.text).to_owned(), said(question, &answers, &ui));
    let lines = questions.iter().map(said).collect();
    desk.page(&AnsweredPage { title: ui.say(&step.name).to_owned(), lines, ui })
}

/// An answer in words.
pub fn said(question: &Question, answers: &Answers, ui: &Ui) -> String {
    let sheet = Sheet { words: words_of(std::slice::from_ref(question), answers), faults: Vec::new() };
    let chosen: Vec<String> = question
        .choices(&sheet, &ui.lang)
        .into_iter()
        .filter(|choice| choice.chosen)
        .map(|choice| choice.label)
        .collect();
    let words = if chosen.is_empty() { sheet.value(&question.key).to_owned() } else { chosen.join(", ") };
    if words.is_empty() { ui.t("surveys-no-answer") } else { words }
}

/// The words of a form that give these answers.
fn words_of(questions: &[Question], answers: &Answers) -> Words {
    let mut pairs: Vec<(String, String)> = Vec::new();
    for question in questions {
        let key = question.key.clone();
        match answers.get(&question.key) {
            Some(Answer::Text(words)) => pairs.push((key, words.clone())),
            Some(Answer::Keys(keys)) => pairs.extend(keys.iter().map(|chosen| (key.clone(), chosen.clone()))),
            Some(Answer::Number(number)) => pairs.push((key, number.to_string())),
            Some(Answer::Day(day)) => pairs.push((key, clock::show_day(*day))),
            Some(Answer::Yes(true)) => pairs.push((key, "yes".to_owned())),
            Some(Answer::Yes(false)) | None => {}
        }
    }
    Words::of(pairs)
}

async fn seal(desk: &Desk, tx: &mut Tx, (case_id, answers): (Uuid, &Answers)) -> Result<String, Failure> {
    Ok(BASE64.encode(&desk.house.vault.seal(tx, case_id, &answers.to_json()).await?))
}

async fn unseal(desk: &Desk, tx: &mut Tx, case_id: Uuid, sealed: Option<String>) -> Result<Answers, Failure> {
    let Some(sealed) = sealed else { return Ok(Answers::default()) };
    let bytes = BASE64.decode(sealed.as_bytes()).map_err(Failure::broken)?;
    match desk.house.vault.open(tx, case_id, &bytes).await {
        Ok(words) => Ok(Answers::of_json(&words)),
        // Its time is over: the key is gone, and nobody reads the answers again.
        Err(VaultError::Erased(_)) => Ok(Answers::default()),
        Err(error) => Err(error.into()),
    }
}
