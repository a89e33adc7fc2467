//! Samples of the pages.
use askama::Template;

use super::{
    answering::{self, AnsweringPage},
    link::LinkPage,
    steps::{AnsweredPage, StepPage},
    store::FollowUp,
};
use crate::{
    forms::{Choice, Question, QuestionKind},
    house::Sample,
    text::{Lang, Text},
    web::{Check, Sheet, Ui, Words},
};

pub fn all() -> Vec<Sample> {
    vec![
        Sample { name: "surveys/step", render: |lang| step_page(lang, false) },
        Sample { name: "surveys/step-fault", render: |lang| step_page(lang, true) },
        Sample { name: "surveys/answered", render: answered_page },
        Sample { name: "surveys/link", render: |lang| link_page(lang, true) },
        Sample { name: "surveys/link-over", render: |lang| link_page(lang, false) },
        Sample { name: "surveys/answering", render: |lang| answering_page(lang, true) },
        Sample { name: "surveys/answering-empty", render: |lang| answering_page(lang, false) },
    ]
}

fn text(fi: &str, sv: &str, en: &str) -> Text {
    Text { fi: fi.into(), sv: Some(sv.into()), en: Some(en.into()) }
}

fn statement() -> Question {
    Question {
        key: "known".into(),
        text: text("Tiedän, mitä osaan.", "Jag vet vad jag kan.", "I know what I am good at."),
        hint: None,
        kind: QuestionKind::Scale {
            from: 0,
            to: 3,
            low: Some(text("ei lainkaan", "inte alls", "not at all")),
            high: Some(text("erittäin hyvin", "mycket väl", "very well")),
        },
        required: false,
    }
}

fn outcome() -> Question {
    let option = |key: &str, text: Text| Choice { key: key.into(), text, hint: None };
    Question {
        key: "outcome".into(),
        text: text(
            "Mikä kuvaa parhaiten tilannettasi?",
            "Vad beskriver bäst din situation?",
            "What describes you best?",
        ),
        hint: None,
        kind: QuestionKind::OneOf {
            options: vec![
                option("same_work", text("Sama työ", "Samma arbete", "The same work")),
                option("studies", text("Opiskelu", "Studier", "Studies")),
            ],
        },
        required: true,
    }
}

fn step_page(lang: Lang, faulty: bool) -> String {
    let ui = Ui::plain(lang);
    let words = Words::of(Vec::new());
    let mut check = Check::new(lang, &words);
    if faulty {
        check.fault("known", "fault-choose");
    }
    let sheet = check.done::<()>(None).err().map(|sheet| *sheet).unwrap_or_default();
    let title = text("Urataitoni: oma-arvio", "Mina karriärfärdigheter", "My career skills");
    let page = StepPage {
        action: "/steps/1".into(),
        title: ui.say(&title).to_owned(),
        intro: ui.t("surveys-kept"),
        at: 1,
        of: 3,
        progress: ui.t2("surveys-page-of", ("at", "of"), 1, 3),
        is_last: false,
        questions: vec![statement()],
        sheet,
        is_outcome: false,
        ui,
    };
    page.render().unwrap_or_default()
}

fn answered_page(lang: Lang) -> String {
    let ui = Ui::plain(lang);
    let title = text("Urataitoni: oma-arvio", "Mina karriärfärdigheter", "My career skills");
    let lines = vec![(ui.say(&statement().text).to_owned(), "2".to_owned())];
    AnsweredPage { title: ui.say(&title).to_owned(), lines, ui }.render().unwrap_or_default()
}

fn link_page(lang: Lang, open: bool) -> String {
    let questions = Some(outcome()).filter(|_| open).into_iter().collect();
    LinkPage { ui: Ui::plain(lang), action: "/o/token".into(), questions, sheet: Sheet::empty() }
        .render()
        .unwrap_or_default()
}

fn answering_page(lang: Lang, some: bool) -> String {
    let ui = Ui::plain(lang);
    let point = FollowUp {
        at_point: "outcome_3".into(),
        coming: 3,
        next_on: chrono::NaiveDate::from_ymd_opt(2024, 3, 4),
        asked: 15,
        answered: 12,
        reminded: 4,
        nowhere: 1,
    };
    let name = text("Mitä teet nyt? 3 kuukautta", "Vad gör du nu? 3 månader", "What do you do now? 3 months");
    let lines = some.then(|| answering::line(&ui, ui.say(&name).to_owned(), &point)).into_iter().collect();
    let round = text("Syksy 2023", "Hösten 2023", "Autumn 2023");
    let round = ui.say(&round).to_owned();
    AnsweringPage { ui, round_id: uuid::Uuid::nil(), round, lines }.render().unwrap_or_default()
}
