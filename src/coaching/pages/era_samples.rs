//! The pages about earlier coaches and about who sees what, with believable contents.
use std::collections::HashMap;

use chrono::Duration;
use uuid::Uuid;

use super::{
    super::{
        eras::{Answer, RequestState},
        store::eras::{Era, Request},
        three::{Shared, shared_id},
    },
    consent,
    earlier::{self, EarlierPage, Part},
    readers::{self, ReadersPage},
    requests::{self, AskPage, RequestPage, RequestsPage},
    samples::{AINO, CASE, MAIJA, case, now, page},
};
use crate::{
    house::Sample,
    privacy::{Class, Edge, Purpose, Reading, Role},
    text::Lang,
    web::{Sheet, Ui},
};

pub fn samples() -> Vec<Sample> {
    vec![
        Sample { name: "coaching/consent", render: |lang| page(&consent_page(lang, None)) },
        Sample { name: "coaching/consent-answered", render: |lang| page(&consent_page(lang, Some(Answer::No))) },
        Sample {
            name: "coaching/consent-nothing",
            render: |lang| page(&consent::page(Ui::plain(lang), &case(), &[], Vec::new())),
        },
        Sample { name: "coaching/earlier", render: |lang| page(&earlier_page(lang, true)) },
        Sample { name: "coaching/earlier-coach", render: |lang| page(&earlier_page(lang, false)) },
        Sample { name: "coaching/readers", render: |lang| page(&readers_page(lang)) },
        Sample { name: "coaching/request-new", render: |lang| page(&ask_page(lang, Some("Aino Laine".into()))) },
        Sample { name: "coaching/request-nothing", render: |lang| page(&ask_page(lang, None)) },
        Sample { name: "coaching/request", render: |lang| page(&request_page(lang)) },
        Sample {
            name: "coaching/requests",
            render: |lang| {
                let lines = vec![requests::line(&Ui::plain(lang), &request(RequestState::Asked))];
                page(&RequestsPage { ui: Ui::plain(lang), lines })
            },
        },
        Sample {
            name: "coaching/requests-empty",
            render: |lang| page(&RequestsPage { ui: Ui::plain(lang), lines: Vec::new() }),
        },
    ]
}

fn era(answer: Option<Answer>) -> Era {
    let span = (now() - Duration::days(40), now() - Duration::days(20));
    Era::sample(Uuid::from_u128(60), "Eeva Toinen", span, answer.map(|answer| (answer, now())))
}

fn request(state: RequestState) -> Request {
    let decided = state != RequestState::Asked;
    Request {
        id: Uuid::from_u128(61),
        case_id: CASE,
        controller_id: Uuid::from_u128(7),
        coach_human_id: AINO,
        coach_name: "Aino Laine".into(),
        state,
        asked_by: Uuid::from_u128(62),
        asked_name: "Kirsi Salo".into(),
        asked_at: now(),
        asked_reason: Vec::new(),
        decided_name: decided.then(|| "Arja Korpi".into()),
        decided_at: decided.then(now),
        decided_reason: None,
        person_id: Uuid::from_u128(6),
        name: "Maija Virtanen".into(),
    }
}

fn told(ui: &Ui, state: RequestState) -> consent::Told {
    consent::told(ui, &request(state), ("– – –".into(), if state == RequestState::Asked { "" } else { "– –" }.into()))
}

fn consent_page(lang: Lang, answer: Option<Answer>) -> consent::ConsentPage {
    let ui = Ui::plain(lang);
    let requests = vec![told(&ui, RequestState::Approved)];
    consent::page(ui, &case(), &[era(answer)], if answer.is_some() { requests } else { Vec::new() })
}

fn earlier_page(lang: Lang, is_own: bool) -> EarlierPage {
    let ui = Ui::plain(lang);
    let title = earlier::title(&ui, &era(None));
    let part = Part { title, words: is_own.then(|| "– – –".into()), saved_at: Some(now()) };
    EarlierPage { ui, case_id: CASE, is_own, parts_of: vec![part] }
}

/// Coach, coordinators, provider, and a supervisor with whom the goals are shared.
pub fn readings() -> Vec<Reading> {
    let one = |reader: Uuid, (class, purpose): (Class, Purpose), name: &str| Reading {
        resource: CASE,
        reader,
        class,
        purpose,
        since: now() - Duration::days(20),
        until: Edge::open_end(),
        name: Some(name.to_owned()),
        role: None,
        holder: None,
    };
    let seat = |role, purpose, holder: &str| Reading {
        name: None,
        role: Some(role),
        holder: Some(holder.to_owned()),
        until: now() + Duration::days(200),
        ..one(Uuid::from_u128(70 + role as u128), (Class::Service, purpose), "")
    };
    let pekka = Uuid::from_u128(64);
    vec![
        one(MAIJA, (Class::Own, Purpose::OwnAffairs), "Maija Virtanen"),
        one(AINO, (Class::Coaching, Purpose::Coaching), "Aino Laine"),
        one(AINO, (Class::CoachOwn, Purpose::Coaching), "Aino Laine"),
        seat(Role::Coordinator, Purpose::Administration, "Kirsi Salo"),
        seat(Role::Coordinator, Purpose::Administration, "Leena Ranta"),
        seat(Role::Provider, Purpose::ServiceDelivery, "Olli Mäki"),
        one(pekka, (Class::Agreed, Purpose::Supervision), "Pekka Niemi"),
        Reading {
            resource: shared_id(CASE, Shared::Goals),
            ..one(pekka, (Class::Agreed, Purpose::Supervision), "Pekka Niemi")
        },
        Reading {
            until: now() - Duration::days(20),
            ..one(Uuid::from_u128(65), (Class::Coaching, Purpose::Coaching), "Eeva Toinen")
        },
    ]
}

fn readers_page(lang: Lang) -> ReadersPage {
    let ui = Ui::plain(lang);
    let (case, eras) = (case(), [era(None)]);
    let whats = readers::whats(&ui, &case, &eras);
    let (seen, before) = readers::seen(&ui, (&case, &whats), readings(), now());
    let rows = [(now(), AINO, Purpose::Coaching), (now(), AINO, Purpose::Coaching)];
    let names = HashMap::from([(AINO, "Aino Laine".to_owned())]);
    ReadersPage {
        case_id: CASE,
        has_earlier: true,
        now: seen,
        before,
        looks: readers::told(&ui, &rows, &names),
        older: format!("/cases/{CASE}/readers?until=2023-11-01"),
        is_first: true,
        ui,
    }
}

fn ask_page(lang: Lang, coach: Option<String>) -> AskPage {
    AskPage { ui: Ui::plain(lang), case_id: CASE, name: "Maija Virtanen".into(), coach, sheet: Sheet::empty() }
}

fn request_page(lang: Lang) -> RequestPage {
    let ui = Ui::plain(lang);
    let told = vec![told(&ui, RequestState::Asked)];
    let (id, name) = (Uuid::from_u128(61), "Maija Virtanen".to_owned());
    RequestPage { ui, id, name, decides: true, is_own: false, told, sheet: Sheet::empty() }
}
