//! The pages of coachings of three with believable contents.
use askama::Template;
use uuid::Uuid;

use super::super::store::sessions::Session;
use super::{
    booking::BookingPage,
    contact::ContactPage,
    ending::{self, InterruptionPage},
    era_samples, past, preparation,
    samples::{CASE, case, now, seen, session},
    supervisor::SupervisorPage,
    talk,
};
use crate::{
    forms::{Question, QuestionKind},
    house::Sample,
    privacy::{Edge, ReadBy},
    text::{Lang, Text},
    web::{Sheet, Ui},
};

pub fn samples() -> Vec<Sample> {
    let own = vec![
        Sample {
            name: "coaching/contact",
            render: |lang| page(&ContactPage::of(Ui::plain(lang), CASE, Sheet::empty(), true)),
        },
        Sample { name: "coaching/interruption", render: |lang| page(&interruption(lang)) },
        Sample { name: "coaching/booking", render: |lang| page(&booking(lang)) },
        Sample { name: "coaching/past", render: |lang| page(&past(lang, vec![session()])) },
        Sample { name: "coaching/past-empty", render: |lang| page(&past(lang, Vec::new())) },
        Sample { name: "coaching/supervisor", render: |lang| page(&supervisor(lang)) },
        Sample { name: "coaching/talk", render: |lang| page(&talk::sample(Ui::plain(lang), &session())) },
        Sample { name: "coaching/preparation", render: |lang| page(&prepared(lang, true)) },
        Sample { name: "coaching/preparation-coach", render: |lang| page(&prepared(lang, false)) },
    ];
    own.into_iter().chain(era_samples::samples()).collect()
}

fn page(page: &impl Template) -> String {
    page.render().unwrap_or_default()
}

fn past(lang: Lang, sessions: Vec<Session>) -> past::PastPage {
    let coach = ReadBy { resource: CASE, name: "Aino Laine".into(), from: case().opened_at, until: Edge::open_end() };
    past::page(Ui::plain(lang), &sessions, &[coach])
}

fn interruption(lang: Lang) -> InterruptionPage {
    let (ui, sheet) = (Ui::plain(lang), Sheet::empty());
    InterruptionPage { reasons: ending::reasons(&ui, &sheet), ui, case_id: CASE, rev: 4, back: "/path".into(), sheet }
}

fn supervisor(lang: Lang) -> SupervisorPage {
    let known = Some((Uuid::from_u128(3), "Pekka Niemi".to_owned()));
    SupervisorPage::of(Ui::plain(lang), &case(), known, Sheet::empty())
}

fn booking(lang: Lang) -> BookingPage {
    let page = BookingPage::of(Ui::plain(lang), &seen(), &[], Sheet::empty());
    BookingPage { roster_closed: Some(crate::clock::day(now())), ..page }
}

fn prepared(lang: Lang, is_own: bool) -> preparation::PreparationPage {
    let words = match lang {
        Lang::Fi => "Mitä työssäsi on nyt meneillään?",
        Lang::Sv => "Vad är på gång i ditt arbete just nu?",
        Lang::En => "What is going on in your work now?",
    };
    let question =
        Question { key: "now".into(), text: Text::same(words), hint: None, kind: QuestionKind::Long, required: false };
    preparation::sample(Ui::plain(lang), vec![question], is_own)
}
