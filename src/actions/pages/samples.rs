//! Samples of the pages.
use askama::Template;
use chrono::NaiveDate;

use super::{
    super::{
        action::{Action, ActionState},
        times::Times,
    },
    list,
    new::NewPage,
    one,
    reminders::RemindersPage,
};
use crate::{
    clock::Moment,
    coaching::three::{Party, Three},
    house::Sample,
    ident,
    text::{Lang, Text},
    web::{Check, Sheet, Ui, Words},
};

pub fn samples() -> Vec<Sample> {
    vec![
        Sample { name: "actions/list", render: |lang| list_page(lang, Party::Participant, &some(lang)) },
        Sample { name: "actions/list-supervisor", render: |lang| list_page(lang, Party::Supervisor, &some(lang)[1..]) },
        Sample { name: "actions/list-done", render: |lang| list_page(lang, Party::Coach, &some(lang)[3..]) },
        Sample { name: "actions/list-empty", render: |lang| list_page(lang, Party::Coach, &[]) },
        Sample { name: "actions/new", render: |lang| new_page(lang, Party::Participant) },
        Sample { name: "actions/new-coach", render: |lang| new_page(lang, Party::Coach) },
        Sample { name: "actions/new-supervisor", render: |lang| new_page(lang, Party::Supervisor) },
        Sample { name: "actions/one-proposed", render: |lang| one_page(lang, Party::Participant, &some(lang)[0]) },
        Sample { name: "actions/one-released", render: |lang| one_page(lang, Party::Supervisor, &some(lang)[1]) },
        Sample { name: "actions/one-agreed", render: |lang| one_page(lang, Party::Supervisor, &some(lang)[2]) },
        Sample { name: "actions/one-dropped", render: |lang| one_page(lang, Party::Participant, &some(lang)[4]) },
        Sample { name: "actions/reminders", render: reminders_page },
    ]
}

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2023, 10, 20).unwrap_or_default()
}

/// One in each state.
fn some(lang: Lang) -> Vec<Action> {
    let words = [
        ("Tutustutaan vuoroon toisella osastolla.", "Ett besök på en annan avdelning.", "A visit to another ward."),
        ("Varataan aika kehityskeskusteluun.", "En tid för utvecklingssamtalet bokas.", "Book the development talk."),
        ("Sovitaan kurssiajasta työvuorolistalla.", "Kurstiden läggs in i listan.", "Put the course in the roster."),
        ("Kirjataan oma osaaminen.", "Det egna kunnandet skrivs upp.", "Write down what I am good at."),
        ("Haetaan mentori.", "En mentor söks.", "Find a mentor."),
    ];
    let states =
        [ActionState::Proposed, ActionState::Released, ActionState::Agreed, ActionState::Done, ActionState::Dropped];
    let one = |(at, state): (usize, &ActionState)| {
        let (fi, sv, en) = words[at];
        let over = matches!(state, ActionState::Done | ActionState::Dropped).then_some(Moment::UNIX_EPOCH);
        let dropped = *state == ActionState::Dropped;
        let text = |fi: &str, sv: &str, en: &str| Text { fi: fi.into(), sv: Some(sv.into()), en: Some(en.into()) };
        Action {
            id: ident::of("sample action", state.code()),
            what: text(fi, sv, en).say(lang).to_owned(),
            owner: if at < 3 { Party::Supervisor } else { Party::Participant },
            state: *state,
            due_on: NaiveDate::from_ymd_opt(2023, 10, 17 + u32::try_from(at).unwrap_or(0)).unwrap_or_default(),
            proposed_by: if at == 0 { Party::Coach } else { Party::Participant },
            agreed_at: Some(Moment::UNIX_EPOCH),
            done_at: over,
            dropped_at: over,
            closed_by: dropped.then_some(Party::Participant),
            reason: dropped.then(|| text("Aika ei riittänyt.", "Tiden räckte inte.", "No time.").say(lang).to_owned()),
            rev: 1,
        }
    };
    states.iter().enumerate().map(one).collect()
}

fn list_page(lang: Lang, party: Party, actions: &[Action]) -> String {
    list::page(Ui::plain(lang), (&Three::sample(), party), (actions, today()), true).render().unwrap_or_default()
}

fn new_page(lang: Lang, party: Party) -> String {
    let words = Words::of(vec![("due".into(), "1.10.2023".into())]);
    let mut check = Check::new(lang, &words);
    super::super::form::read((&Three::sample(), today()), "", &mut check);
    let sheet = check.done::<()>(None).err().map_or_else(Sheet::empty, |sheet| *sheet);
    NewPage::of(Ui::plain(lang), (&Three::sample(), party), sheet).render().unwrap_or_default()
}

fn one_page(lang: Lang, party: Party, action: &Action) -> String {
    let page = one::page(Ui::plain(lang), (&Three::sample(), party), (action, today()), Sheet::empty());
    page.render().unwrap_or_default()
}

fn reminders_page(lang: Lang) -> String {
    let times = Times::default();
    let sheet = Sheet::filled([("hour", times.hour.to_string()), ("days", times.days.code().to_owned())]);
    RemindersPage::of(Ui::plain(lang), sheet).render().unwrap_or_default()
}
