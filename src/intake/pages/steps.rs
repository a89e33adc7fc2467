//! One question a page, saved at each step. The hot path: one light transaction, no event.
use askama::Template;
use axum::extract::Path;
use uuid::Uuid;

use super::{apply::step, shown};
use crate::{
    desk::{Desk, Posted},
    forms::{self, Answers, Question},
    house::Sample,
    ident,
    intake::{application::State, store},
    programmes::SupervisorPart,
    text::Lang,
    web::{Answer, Check, Failure, Sheet, Ui, Words},
};

#[derive(Template)]
#[template(path = "intake/pages/step.html")]
struct StepPage {
    ui: Ui,
    action: String,
    service: String,
    question: Question,
    sheet: Sheet,
    number: usize,
    of: usize,
    /// The same in words.
    progress: String,
    back: String,
    who: String,
    /// When the application was last saved.
    saved: String,
    /// The form goes back to the answers when it was opened from there.
    from_check: bool,
}

pub async fn show(desk: Desk, Path((id, key)): Path<(Uuid, String)>) -> Answer {
    let mut tx = desk.read().await?;
    let application = shown::own(&desk, &mut tx, id).await?;
    let (round, blueprint) = shown::service(&mut tx, &application).await?;
    let (at, question) = find(&blueprint.intake.questions, &key)?;
    if application.state != State::Draft {
        return Ok(crate::desk::see_other(&format!("/applications/{id}")));
    }
    let answers = Answers::of_json(&application.answers);
    let sheet = Sheet { words: shown::words_of(question, answers.get(&key)), faults: Vec::new() };
    let from_check = desk.visit.path.ends_with("from=check");
    desk.page(&StepPage {
        ui: desk.ui(),
        action: step(id, &key),
        service: round.name().say(desk.lang).to_owned(),
        question: question.clone(),
        sheet,
        number: at + 1,
        of: blueprint.intake.questions.len(),
        progress: progress(desk.lang, at, blueprint.intake.questions.len()),
        back: before(&blueprint.intake.questions, at, (id, from_check)),
        who: shown::who_sees(round.supervisor_part, desk.lang),
        saved: crate::clock::show_time(application.saved_at),
        from_check,
    })
}

pub async fn save(Path((id, key)): Path<(Uuid, String)>, Posted { desk, words }: Posted) -> Answer {
    // Saving the same answer twice is harmless: it needs no key against a second press.
    let mut act = desk.act(&Words::default()).await?;
    let application = shown::own(&desk, &mut act, id).await?;
    let (round, blueprint) = shown::service(&mut act, &application).await?;
    let questions = &blueprint.intake.questions;
    let (at, question) = find(questions, &key)?;
    if application.state != State::Draft {
        return Err(Failure::Conflict("intake-stop-sent"));
    }
    let from_check = words.get("from") == "check";
    let mut check = Check::new(desk.lang, &words);
    let answer = forms::read(question, &words, &mut check);
    let sheet = match check.done(Some(())) {
        Ok(()) => None,
        Err(sheet) => Some(*sheet),
    };
    if let Some(sheet) = sheet {
        return desk.faulty(&StepPage {
            ui: desk.ui(),
            action: step(id, &key),
            service: round.name().say(desk.lang).to_owned(),
            question: question.clone(),
            sheet,
            number: at + 1,
            of: questions.len(),
            progress: progress(desk.lang, at, questions.len()),
            back: before(questions, at, (id, from_check)),
            who: shown::who_sees(round.supervisor_part, desk.lang),
            saved: crate::clock::show_time(application.saved_at),
            from_check,
        });
    }
    let mut answers = Answers::of_json(&application.answers);
    answers.set(&key, answer);
    if !store::save_answers(&mut act, (id, application.rev), &answers.to_json(), desk.now).await? {
        return Err(Failure::Conflict("conflict-changed"));
    }
    let next = questions.get(at + 1).filter(|_| !from_check).map(|question| step(id, &question.key));
    desk.done(act, &next.unwrap_or_else(|| format!("/applications/{id}/check"))).await
}

fn progress(lang: Lang, at: usize, of: usize) -> String {
    lang.t_with("intake-step-progress", [("number", (at + 1).to_string().into()), ("of", of.to_string().into())])
}

fn find<'q>(questions: &'q [Question], key: &str) -> Result<(usize, &'q Question), Failure> {
    questions.iter().enumerate().find(|(_, question)| question.key == key).ok_or(Failure::NotFound)
}

/// The page before a question: the one asked before it, or where the reader came from.
fn before(questions: &[Question], at: usize, (id, from_check): (Uuid, bool)) -> String {
    match at.checked_sub(1).and_then(|at| questions.get(at)) {
        _ if from_check => format!("/applications/{id}/check"),
        Some(question) => step(id, &question.key),
        None => format!("/applications/{id}"),
    }
}

pub fn samples() -> Vec<Sample> {
    fn page(lang: Lang, faulty: bool) -> String {
        let question = Question {
            key: "situation".into(),
            text: shown::sample_text(
                "Mikä työssäsi on nyt muuttumassa?",
                "Vad håller på att förändras i ditt arbete?",
                "What is changing in your work now?",
            ),
            hint: None,
            kind: forms::QuestionKind::Long,
            required: true,
        };
        let words = Words::default();
        let mut check = Check::new(lang, &words);
        if faulty {
            forms::read(&question, &words, &mut check);
        }
        let sheet = check.done(Some(())).err().map(|sheet| *sheet).unwrap_or_default();
        let id = ident::of("sample", "application");
        let page = StepPage {
            ui: Ui::plain(lang),
            action: step(id, "situation"),
            service: shown::sample_service(lang),
            question,
            sheet,
            number: 2,
            of: 9,
            progress: progress(lang, 1, 9),
            back: format!("/applications/{id}"),
            who: shown::who_sees(SupervisorPart::IsTold, lang),
            saved: "13.42".into(),
            from_check: false,
        };
        page.render().unwrap_or_default()
    }
    vec![
        Sample { name: "intake/step", render: |lang| page(lang, false) },
        Sample { name: "intake/step-faulty", render: |lang| page(lang, true) },
    ]
}
