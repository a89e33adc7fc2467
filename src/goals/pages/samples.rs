//! Samples of the pages.
use askama::Template;

use super::{
    super::{
        goal::{Goal, Plan, Rating, Written},
        shown::View,
    },
    list, rating,
    write::WritePage,
};
use crate::{
    clock::Moment,
    coaching::three::{Party, Shared, Three},
    forms::Choice,
    house::Sample,
    ident,
    programmes::blueprint::{GoalForm, Goals},
    text::{Lang, Text},
    web::{Check, Sheet, Ui, Words},
};

pub fn samples() -> Vec<Sample> {
    vec![
        Sample { name: "goals/list", render: |lang| list_page(lang, Party::Participant, &plan(lang, true)) },
        Sample { name: "goals/list-supervisor", render: |lang| list_page(lang, Party::Supervisor, &plan(lang, true)) },
        Sample { name: "goals/list-draft", render: |lang| list_page(lang, Party::Participant, &plan(lang, false)) },
        Sample { name: "goals/list-coach", render: |lang| list_page(lang, Party::Coach, &plan(lang, false)) },
        Sample { name: "goals/list-empty", render: |lang| list_page(lang, Party::Coach, &Plan::default()) },
        Sample { name: "goals/list-not-used", render: not_used },
        Sample { name: "goals/new", render: |lang| written(lang, GoalForm::Full, false) },
        Sample { name: "goals/new-light", render: |lang| written(lang, GoalForm::Light, false) },
        Sample { name: "goals/change-clash", render: |lang| written(lang, GoalForm::Full, true) },
        Sample { name: "goals/rating", render: |lang| rated(lang, GoalForm::Full) },
        Sample { name: "goals/rating-light", render: |lang| rated(lang, GoalForm::Light) },
    ]
}

fn text(fi: &str, sv: &str, en: &str) -> Text {
    Text { fi: fi.into(), sv: Some(sv.into()), en: Some(en.into()) }
}

fn terms(form: GoalForm) -> Goals {
    let choice = |key: &str, text: Text| Choice { key: key.into(), text, hint: None };
    Goals {
        form,
        areas: vec![
            choice("competence", text("Osaaminen", "Kunnande", "Competence")),
            choice("wellbeing", text("Hyvinvointi", "Välbefinnande", "Wellbeing")),
        ],
        occasions: vec![
            choice("start", text("Alku", "Början", "Start")),
            choice("middle", text("Puoliväli", "Halvvägs", "Half way")),
            choice("end", text("Loppu", "Slutet", "End")),
        ],
        least: 1,
        most: 3,
    }
}

fn goal(lang: Lang, form: GoalForm, agreed: bool) -> Goal {
    let say = |fi: &str, sv: &str, en: &str| text(fi, sv, en).say(lang).to_owned();
    let levels = [
        say("En saa aikaa varattua lainkaan.", "Jag får ingen tid bokad.", "I find no time at all."),
        say("Varaan aikaa silloin tällöin.", "Jag bokar tid ibland.", "I find time now and then."),
        say("Varaan kaksi tuntia viikossa.", "Jag bokar två timmar i veckan.", "I keep two hours a week."),
        say("Varaan puoli päivää viikossa.", "Jag bokar en halv dag i veckan.", "I keep half a day a week."),
        say(
            "Opin jotain uutta joka viikko.",
            "Jag lär mig något nytt varje vecka.",
            "I learn something new each week.",
        ),
    ];
    let rating = |party, occasion: &str, rating| Rating { party, occasion: occasion.into(), rating };
    Goal {
        id: ident::of("sample", "goal"),
        form,
        area: Some("competence".into()),
        weight: 3,
        written: Written {
            words: say("Varaan aikaa oppimiselle.", "Jag tar tid för att lära mig.", "I make time to learn."),
            levels: if form == GoalForm::Full { levels.to_vec() } else { Vec::new() },
        },
        agreed_at: agreed.then_some(Moment::UNIX_EPOCH),
        rev: 1,
        ratings: if agreed {
            vec![
                rating(Party::Participant, "start", -1),
                rating(Party::Coach, "start", -1),
                rating(Party::Participant, "middle", 1),
                rating(Party::Supervisor, "middle", 0),
            ]
        } else {
            Vec::new()
        },
    }
}

fn plan(lang: Lang, agreed: bool) -> Plan {
    let open = agreed.then(|| "middle".to_owned());
    Plan { goals: vec![goal(lang, GoalForm::Full, agreed)], last: open.clone(), open }
}

fn list_page(lang: Lang, party: Party, plan: &Plan) -> String {
    let view = View { three: Three::sample(), party, ratings: true };
    let (terms, shared) = (terms(GoalForm::Full), [Shared::Goals]);
    list::page(Ui::plain(lang), &view, Some(&terms), (plan, &shared)).render().unwrap_or_default()
}

fn not_used(lang: Lang) -> String {
    let view = View { three: Three::sample(), party: Party::Coach, ratings: true };
    list::page(Ui::plain(lang), &view, None, (&Plan::default(), &[])).render().unwrap_or_default()
}

fn written(lang: Lang, form: GoalForm, clash: bool) -> String {
    let terms = terms(form);
    let words = Words::of(vec![("level2".into(), goal(lang, form, false).written.words)]);
    let mut check = Check::new(lang, &words);
    super::super::form::read(&terms, ("", &words), &mut check);
    let sheet = check.done::<()>(None).err().map_or_else(Sheet::empty, |sheet| *sheet);
    let changed = clash.then(|| (ident::of("sample", "goal"), 1));
    let page = WritePage::of(Ui::plain(lang), Three::sample().case_id, &terms, (changed, sheet));
    let theirs = clash.then(|| goal(lang, form, false).written.words);
    WritePage { clash: theirs, ..page }.render().unwrap_or_default()
}

fn rated(lang: Lang, form: GoalForm) -> String {
    let open = Some("middle".to_owned());
    let plan = Plan { goals: vec![goal(lang, form, true)], last: open.clone(), open };
    let who = (Three::sample().case_id, Party::Supervisor);
    let page = rating::page(Ui::plain(lang), who, Some(&terms(form)), (&plan, Sheet::empty()));
    page.ok().and_then(|page| page.render().ok()).unwrap_or_default()
}
