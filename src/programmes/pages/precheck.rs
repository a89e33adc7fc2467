//! The questions before an application. What is answered here is shown on the answer's page and kept nowhere: no row,
//! no log line, no address.
use askama::Template;
use axum::extract::Path;
use uuid::Uuid;

use super::catalogue;
use crate::{
    desk::{Desk, Posted},
    forms::{Choice, Question, QuestionKind},
    programmes::{Blueprint, blueprint::Guide},
    text::Lang,
    web::{Answer, Check, Failure, Sheet, Ui, Words},
};

#[derive(Template)]
#[template(path = "programmes/pages/precheck.html")]
pub(super) struct PrecheckPage {
    pub ui: Ui,
    pub sheet: Sheet,
    pub id: Uuid,
    pub name: String,
    pub questions: Vec<Question>,
}

impl PrecheckPage {
    fn path(&self, rest: &str) -> String {
        format!("/services/{}{rest}", self.id)
    }
}

#[derive(Template)]
#[template(path = "programmes/pages/guided.html")]
pub(super) struct GuidedPage {
    pub ui: Ui,
    pub id: Uuid,
    pub name: String,
    /// Name and words of each service guided to; none when one may apply here.
    pub guides: Vec<(String, String)>,
}

impl GuidedPage {
    fn path(&self, rest: &str) -> String {
        format!("/services/{}{rest}", self.id)
    }
}

pub async fn ask(desk: Desk, Path(id): Path<Uuid>) -> Answer {
    let mut tx = desk.read().await?;
    let (round, blueprint) = catalogue::found(&desk, &mut tx, id).await?;
    if blueprint.precheck.is_empty() || !round.is_some_and(|round| round.takes_applications(desk.now)) {
        return Err(Failure::NotFound);
    }
    desk.page(&page(desk.ui(), Sheet::empty(), (id, &blueprint)))
}

pub async fn answer(Path(id): Path<Uuid>, Posted { desk, words }: Posted) -> Answer {
    let mut tx = desk.read().await?;
    let (_, blueprint) = catalogue::found(&desk, &mut tx, id).await?;
    match guides(&blueprint, &words, desk.lang) {
        Ok(guides) => desk.page(&guided(desk.ui(), guides, (id, &blueprint))),
        Err(sheet) => desk.faulty(&page(desk.ui(), *sheet, (id, &blueprint))),
    }
}

pub(super) fn page(ui: Ui, sheet: Sheet, (id, blueprint): (Uuid, &Blueprint)) -> PrecheckPage {
    PrecheckPage { name: blueprint.name.say(ui.lang).to_owned(), questions: questions(blueprint), ui, sheet, id }
}

pub(super) fn guided(ui: Ui, guides: Vec<&Guide>, (id, blueprint): (Uuid, &Blueprint)) -> GuidedPage {
    let say = |guide: &Guide| (guide.name.say(ui.lang).to_owned(), guide.text.say(ui.lang).to_owned());
    GuidedPage { guides: guides.into_iter().map(say).collect(), name: blueprint.name.say(ui.lang).to_owned(), ui, id }
}

/// The pre-check as questions of a form.
fn questions(blueprint: &Blueprint) -> Vec<Question> {
    let one = |question: &crate::programmes::blueprint::PrecheckQuestion| Question {
        key: question.key.clone(),
        text: question.text.clone(),
        hint: question.hint.clone(),
        kind: QuestionKind::OneOf {
            options: question
                .options
                .iter()
                .map(|option| Choice { key: option.key.clone(), text: option.text.clone(), hint: None })
                .collect(),
        },
        required: true,
    };
    blueprint.precheck.iter().map(one).collect()
}

/// The services that the answers guide to.
fn guides<'b>(blueprint: &'b Blueprint, words: &Words, lang: Lang) -> Result<Vec<&'b Guide>, Box<Sheet>> {
    let mut check = Check::new(lang, words);
    let answers = crate::forms::read_all(&questions(blueprint), words, &mut check);
    check.done(Some(()))?;
    let known = blueprint.guides();
    let chosen = blueprint.precheck.iter().filter_map(|question| {
        let key = answers.keys(&question.key).first()?;
        question.options.iter().find(|option| option.key == *key)?.guide.as_deref()
    });
    let mut found: Vec<&Guide> = chosen.filter_map(|key| known.get(key).copied()).collect();
    found.dedup();
    Ok(found)
}
