//! What the pages share: answers and the supervisor's part in words.
use crate::{
    desk::Desk,
    forms::{Answer, Answers, Question, QuestionKind},
    intake::record::Application,
    programmes::{self, Blueprint, Round, SupervisorPart},
    text::{Lang, Text},
    web::{Failure, Words},
};

use std::sync::Arc;

/// An answer as it is read: each line by itself.
#[derive(Clone, Debug)]
pub struct Answered {
    pub key: String,
    pub question: String,
    /// Empty when it was not answered.
    pub lines: Vec<String>,
}

/// Every question with its answer.
pub fn answered(questions: &[Question], answers: &Answers, lang: Lang) -> Vec<Answered> {
    let one = |question: &Question| Answered {
        key: question.key.clone(),
        question: question.text.say(lang).to_owned(),
        lines: answers.get(&question.key).map(|answer| lines(question, answer, lang)).unwrap_or_default(),
    };
    questions.iter().map(one).collect()
}

fn lines(question: &Question, answer: &Answer, lang: Lang) -> Vec<String> {
    match (answer, &question.kind) {
        (Answer::Text(words), _) => vec![words.clone()],
        (Answer::Keys(keys), QuestionKind::Ranking { options, .. }) => keys
            .iter()
            .filter_map(|key| options.iter().find(|option| option.key == *key))
            .enumerate()
            .map(|(at, option)| format!("{}. {}", at + 1, option.text.say(lang)))
            .collect(),
        (Answer::Keys(keys), QuestionKind::OneOf { options } | QuestionKind::ManyOf { options }) => keys
            .iter()
            .filter_map(|key| options.iter().find(|option| option.key == *key))
            .map(|option| option.text.say(lang).to_owned())
            .collect(),
        (Answer::Keys(keys), _) => keys.clone(),
        (Answer::Number(number), _) => vec![lang.number(*number, 0)],
        (Answer::Day(day), _) => vec![crate::clock::show_day(*day)],
        (Answer::Yes(true), _) => vec![lang.t("intake-yes")],
        (Answer::Yes(false), _) => Vec::new(),
    }
}

/// An answer as the words of its form.
pub fn words_of(question: &Question, answer: Option<&Answer>) -> Words {
    let key = &question.key;
    let pairs = match answer {
        Some(Answer::Text(words)) => vec![(key.clone(), words.clone())],
        Some(Answer::Keys(keys)) if matches!(question.kind, QuestionKind::Ranking { .. }) => {
            keys.iter().enumerate().map(|(at, option)| (format!("{key}-{option}"), (at + 1).to_string())).collect()
        }
        Some(Answer::Keys(keys)) => keys.iter().map(|option| (key.clone(), option.clone())).collect(),
        Some(Answer::Number(number)) => vec![(key.clone(), format!("{number:.0}"))],
        Some(Answer::Day(day)) => vec![(key.clone(), crate::clock::show_day(*day))],
        Some(Answer::Yes(true)) => vec![(key.clone(), "yes".to_owned())],
        Some(Answer::Yes(false)) | None => Vec::new(),
    };
    Words::of(pairs)
}

/// Who sees the answers, by the supervisor's part in the round.
pub fn who_sees(part: SupervisorPart, lang: Lang) -> String {
    lang.t(match part {
        SupervisorPart::Approves => "intake-who-approves",
        SupervisorPart::IsTold => "intake-who-is-told",
        SupervisorPart::IsNotTold => "intake-who-is-not-told",
    })
}

/// The supervisor's part, as it is printed above the send button.
pub fn supervisor_part(part: SupervisorPart, lang: Lang) -> String {
    lang.t(match part {
        SupervisorPart::Approves => "intake-part-approves",
        SupervisorPart::IsTold => "intake-part-is-told",
        SupervisorPart::IsNotTold => "intake-part-is-not-told",
    })
}

/// The round of an application and what it runs.
pub async fn service(tx: &mut crate::db::Tx, application: &Application) -> Result<(Round, Arc<Blueprint>), Failure> {
    let round = programmes::round(tx, application.round_id).await?.ok_or(Failure::NotFound)?;
    let blueprint = programmes::blueprint_of(tx, &round).await?;
    Ok((round, blueprint))
}

/// The own application of who is signed in.
pub async fn own(desk: &Desk, tx: &mut crate::db::Tx, id: uuid::Uuid) -> Result<Application, Failure> {
    let grant = desk.grant(tx, id, crate::privacy::Class::Own).await?;
    crate::intake::store::application(tx, &grant, id).await?.ok_or(Failure::NotFound)
}

/// The revision of the application as the form was shown.
pub fn rev(words: &Words) -> Result<i64, Failure> {
    words.get("rev").parse().map_err(|_| Failure::Conflict("conflict-changed"))
}

/// The words of a code: the text of `PREFIX-CODE`, whose codes are written with hyphens.
pub fn word(lang: Lang, prefix: &str, code: &str) -> String {
    lang.t(&format!("{prefix}-{}", code.replace('_', "-")))
}

/// A text for the samples of pages.
pub fn sample_text(fi: &str, sv: &str, en: &str) -> Text {
    Text { fi: fi.into(), sv: Some(sv.into()), en: Some(en.into()) }
}

/// The service in the samples of pages.
pub fn sample_service(lang: Lang) -> String {
    sample_text("Uravalmennus, syksy 2023", "Karriärcoachning, hösten 2023", "Career coaching, autumn 2023")
        .say(lang)
        .to_owned()
}
