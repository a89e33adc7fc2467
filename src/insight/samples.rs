//! Samples of the pages: an invented round that looks like the published pilot.
use std::collections::BTreeMap;

use askama::Template;
use chrono::{Days, NaiveDate};
use uuid::Uuid;

use super::{
    build::{RULE, build},
    facts::{About, Applicant, Became, Facts, Measured, Reached, Together, WHOLE},
    pages::{DeliveryPage, Line, ListPage, ReportPage, delivered},
    report::{Leading, Report},
    review::Review,
    show::Findings,
    store::Edition,
};
use crate::{
    clock,
    house::Sample,
    ident,
    programmes::{HandOn, Round, RoundState, Selection, SupervisorPart},
    text::{Lang, Text},
    web::{Sheet, Ui},
};

pub fn all() -> Vec<Sample> {
    vec![
        Sample { name: "insight/report", render: |lang| report_page(lang, true) },
        Sample { name: "insight/report-empty", render: |lang| report_page(lang, false) },
        Sample { name: "insight/list", render: list_page },
        Sample { name: "insight/delivery", render: delivery_page },
        Sample { name: "insight/review", render: |lang| review_page(lang, (true, false)) },
        Sample { name: "insight/review-finished", render: |lang| review_page(lang, (true, true)) },
        Sample { name: "insight/review-early", render: |lang| review_page(lang, (false, false)) },
        Sample { name: "insight/compare", render: |lang| compare_page(lang, true) },
        Sample { name: "insight/compare-empty", render: |lang| compare_page(lang, false) },
    ]
}

fn report_page(lang: Lang, published: bool) -> String {
    let ui = Ui::plain(lang);
    let page = ReportPage {
        back: Some("/rounds/1".into()),
        kicker: "2023–2024".into(),
        found: sample().filter(|_| published).map(|report| Findings::of(&report, &ui)),
        least: RULE.k(),
        sheet_href: if published { "/reports/1/report.xlsx".into() } else { String::new() },
        publish_action: "/rounds/1/report".into(),
        ui,
    };
    page.render().unwrap_or_default()
}

fn list_page(lang: Lang) -> String {
    let ui = Ui::plain(lang);
    let line = |title: &str, meta: String| Line { title: title.into(), meta, href: "/reports/1".into() };
    let lines = vec![
        line("Työuravalmennus · 2024–2025", ui.t("insight-list-none")),
        line("Työuravalmennus · 2023–2024", ui.t1("insight-list-published", "day", "20.3.2024")),
    ];
    ListPage { ui, lines }.render().unwrap_or_default()
}

fn delivery_page(lang: Lang) -> String {
    let ui = Ui::plain(lang);
    let report = sample();
    let page = DeliveryPage {
        kicker: "2023–2024".into(),
        part: report.as_ref().map(|report| delivered(report, ident::of("sample", "provider"), &ui)),
        waits: report.map(|report| Findings::of(&report, &ui).waits).unwrap_or_default(),
        least: RULE.k(),
        review: Some(review(true)),
        ui,
    };
    page.render().unwrap_or_default()
}

fn round(ended: bool) -> Round {
    let day = clock::read_day("2.3.2018").unwrap_or_default();
    Round {
        id: ident::of("sample", "round"),
        controller_id: Uuid::nil(),
        programme_id: Uuid::nil(),
        blueprint_id: Uuid::nil(),
        name: r#"{"fi":"Kevät 2018","sv":"Våren 2018","en":"Spring 2018"}"#.into(),
        state: if ended { RoundState::Closed } else { RoundState::Running },
        opens_on: day,
        closes_on: day,
        places: 4,
        visits: 16,
        visits_per_package: 4,
        supervisor_part: SupervisorPart::IsTold,
        selection: Selection::Manual,
        offer_days: 7,
        hand_on: HandOn::Confirmed,
        returns_unused: false,
        lottery_commitment: None,
        lottery_seed: None,
        erratum: None,
        rev: 0,
    }
}

fn review(finished: bool) -> Review {
    Review {
        round_id: ident::of("sample", "round"),
        held_on: clock::read_day("15.6.2018").unwrap_or_default(),
        present: "Anja Rautio, palveluesihenkilö\nPolku Valmennus Oy".into(),
        worked: "Jokainen sai sanat omalle osaamiselleen.".into(),
        changes: "Sovitut toimenpiteet kerrotaan esihenkilölle, kun osallistuja niin vahvistaa.".into(),
        changes_sv: String::new(),
        changes_en: "The supervisor is told of agreed actions when the participant confirms so.".into(),
        finished_at: finished.then(clock::Moment::default),
        draft_id: None,
        rev: 1,
    }
}

fn review_page(lang: Lang, (ended, finished): (bool, bool)) -> String {
    let aims = "Osaaminen näkyväksi".to_owned();
    let review = Some(review(finished)).filter(|_| ended);
    super::reviewing::page(Ui::plain(lang), (&round(ended), aims), review, Sheet::empty()).render().unwrap_or_default()
}

fn compare_page(lang: Lang, chosen: bool) -> String {
    let one = round(true);
    let two = (Some(&one).filter(|_| chosen), Some(&one).filter(|_| chosen));
    let editions: Vec<Edition> = sample()
        .map(|report| Edition {
            id: Uuid::nil(),
            round_id: one.id,
            controller_id: Uuid::nil(),
            number: 1,
            made_at: clock::Moment::default(),
            report,
        })
        .into_iter()
        .collect();
    let page = super::comparing::page(Ui::plain(lang), std::slice::from_ref(&one), two, (&editions, &[review(true)]));
    page.render().unwrap_or_default()
}

fn together(i: usize, case_id: Uuid) -> Together {
    let day = clock::read_day("1.3.2024");
    let few = u32::try_from(i % 3).unwrap_or(0);
    Together {
        case_id,
        in_force: i % 4 != 1,
        sessions_held: few + 3,
        actions: (0..=i % 3).map(|n| (day, n.is_multiple_of(2))).collect(),
        goals: Some((40.0, 45.0 + f64::from(few) * 4.0)),
    }
}

fn sample() -> Option<Report> {
    build(&facts(), None, clock::read_day("20.3.2024")?).ok().map(|(report, _)| report)
}

const AREAS: [(&str, usize); 4] = [
    ("Aikuisten mielenterveys-, päihde- ja sosiaalipalvelut", 15),
    ("Terveys- ja sairaanhoitopalvelut", 12),
    ("Ikäihmisten ja vammaisten palvelut", 11),
    ("Hyvinvointi, terveys ja asiakkuudet", 1),
];

fn facts() -> Facts {
    let areas = AREAS.iter().flat_map(|(area, n)| std::iter::repeat_n(*area, *n));
    let applicants: Vec<Applicant> = areas.enumerate().map(|(i, area)| applicant(i, area)).collect();
    let cases: Vec<Uuid> = applicants.iter().filter_map(|one| one.case_id).collect();
    let text = |fi: &str, sv: &str, en: &str| Text { fi: fi.into(), sv: Some(sv.into()), en: Some(en.into()) };
    let skills = text("Urataidot", "Karriärfärdigheter", "Career skills");
    let named = |key: &str, fi: &str, sv: &str, en: &str| (key.to_owned(), text(fi, sv, en));
    Facts {
        programme: text("Työuravalmennus", "Karriärcoachning", "Career coaching"),
        round: Text::same("2023–2024"),
        packages: 30,
        visits_per_package: 3,
        measured: cases.iter().enumerate().flat_map(|(i, case)| measured(i, *case)).collect(),
        became: cases.iter().enumerate().map(|(i, case)| became(i, *case)).collect(),
        together: cases.iter().enumerate().map(|(i, case)| together(i, *case)).collect(),
        leading: Some(Leading {
            name: text("Työurajohtaminen", "Karriärledning", "Career leadership"),
            lowest: 0.0,
            highest: 3.0,
            told: None,
        }),
        applicants,
        expectations: vec![
            named("plan", "Tukea työuran suunnitteluun", "Stöd för att planera karriären", "Support for planning"),
            named("options", "Tietoa uramahdollisuuksista", "Information om möjligheter", "Knowledge of options"),
        ],
        instruments: vec![About {
            key: "skills".into(),
            name: skills.clone(),
            scores: vec![
                (WHOLE.to_owned(), skills),
                named("self", "Itsensä tunteminen", "Självkännedom", "Knowing oneself"),
            ],
            lowest: 0.0,
            highest: 3.0,
        }],
        feedback: vec![About {
            key: "experience".into(),
            name: text("Kokemus", "Erfarenhet", "Experience"),
            scores: vec![named(
                "useful",
                "Valmennuksesta oli hyötyä.",
                "Coachningen var till nytta.",
                "It was useful.",
            )],
            lowest: 1.0,
            highest: 5.0,
        }],
        points: vec![named("outcome_end", "Mitä teet nyt?", "Vad gör du nu?", "What do you do now?")],
        kinds: vec![
            named("same_work", "Sama työ", "Samma arbete", "The same work"),
            named("studies", "Opiskelu", "Studier", "Studies"),
        ],
    }
}

fn applicant(i: usize, area: &str) -> Applicant {
    let reached = match i % 13 {
        0 | 7 => Reached::Eligible,
        1 | 9 => Reached::Started,
        _ => Reached::Completed,
    };
    let days = u64::try_from(i % 9).unwrap_or(0);
    let applied_on = NaiveDate::from_ymd_opt(2023, 10, 2);
    let later = |by: u64| applied_on.and_then(|day| day.checked_add_days(Days::new(by + days)));
    let placed = reached >= Reached::Placed;
    Applicant {
        reached,
        service_area: area.into(),
        unit: format!("Yksikkö {}", i % 28 + 1),
        title: if i < 7 { "Lähihoitaja".into() } else { format!("Nimike {i}") },
        education: if i % 13 < 6 { "secondary".into() } else { "higher".into() },
        provider: placed.then(|| ident::of("sample", "provider")),
        case_id: placed.then(|| ident::of("sample", &i.to_string())),
        visits_used: if placed { u64::try_from(i % 3).unwrap_or(0) + 1 } else { 0 },
        applied_on,
        placed_on: later(21).filter(|_| placed),
        first_session_on: later(40).filter(|_| placed),
        expectations: if i.is_multiple_of(3) { vec!["options".into(), "plan".into()] } else { vec!["plan".into()] },
    }
}

fn measured(i: usize, case_id: Uuid) -> Vec<Measured> {
    let step = f64::from(u8::try_from(i % 4).unwrap_or(0)) / 4.0;
    let one = |instrument: &str, phase: &str, scores: [(&str, f64); 2]| Measured {
        case_id,
        instrument: instrument.into(),
        phase: phase.into(),
        scores: scores.into_iter().map(|(key, score)| (key.to_owned(), score)).collect::<BTreeMap<_, _>>(),
    };
    vec![
        one("skills", "before", [(WHOLE, 1.2 + step), ("self", 1.0 + step)]),
        one("skills", "after", [(WHOLE, 1.7 + step / 2.0), ("self", 1.4 + step)]),
        one("experience", "experience", [("useful", 2.0 + (step * 4.0).round()), ("", 0.0)]),
    ]
}

fn became(i: usize, case_id: Uuid) -> Became {
    let kind = if i.is_multiple_of(3) { "studies" } else { "same_work" };
    Became { case_id, at_point: "outcome_end".into(), kind: kind.into() }
}
