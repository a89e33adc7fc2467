//! Samples of the pages.
use std::sync::Arc;

use askama::Template;
use uuid::Uuid;

use super::{
    guidance::{self, GuidancePage},
    measure::{self, MeasurePage, MeasuredPage},
    mine::{self, NothingPage, Track},
    overview, pair, pairs, workshop,
};
use crate::{
    clock::{self, Moment},
    forms::{Answer, Answers},
    house::Sample,
    ident,
    programmes::{Blueprint, RoundState, blueprint, shipped},
    text::{Lang, Text},
    track::{
        leading::{self, GroupChange},
        path::{self, Kind, Phase},
        record::{Answer as Says, Guidance, Presence},
        store::{
            Mine,
            acts::Workshop,
            measures::Measure,
            round::{Facts, Leader},
        },
    },
    web::{Check, Sheet, Ui, Words},
};

pub fn samples() -> Vec<Sample> {
    vec![
        Sample { name: "track/mine", render: |lang| mine_page(lang, false) },
        Sample { name: "track/mine-later", render: |lang| mine_page(lang, true) },
        Sample { name: "track/nothing", render: nothing },
        Sample { name: "track/measure", render: |lang| measure_page(lang, false) },
        Sample { name: "track/measure-fault", render: |lang| measure_page(lang, true) },
        Sample { name: "track/measured", render: measured_page },
        Sample { name: "track/own-meeting", render: own_meeting },
        Sample { name: "track/own-workshop", render: own_workshop },
        Sample { name: "track/guidance", render: |lang| guidance_page(lang, true) },
        Sample { name: "track/guidance-new", render: |lang| guidance_page(lang, false) },
        Sample { name: "track/workshop", render: |lang| workshop_page(lang, true) },
        Sample { name: "track/workshop-new", render: |lang| workshop_page(lang, false) },
        Sample { name: "track/pairs", render: |lang| pairs_page(lang, 3) },
        Sample { name: "track/pairs-few", render: |lang| pairs_page(lang, 1) },
        Sample { name: "track/pair", render: |lang| pair_page(lang, Says::Waiting) },
        Sample { name: "track/pair-accepted", render: |lang| pair_page(lang, Says::Accepted) },
        Sample { name: "track/pair-swap", render: |lang| pair_page(lang, Says::Swap) },
        Sample { name: "track/overview", render: |lang| overview_page(lang, 3) },
        Sample { name: "track/overview-none", render: |lang| overview_page(lang, 0) },
    ]
}

pub fn now() -> Moment {
    clock::start_of(chrono::NaiveDate::from_ymd_opt(2018, 9, 17).unwrap_or_default()) + chrono::Duration::hours(9)
}

pub fn service() -> Arc<Blueprint> {
    let text = shipped("palkeet-renewal-of-work").unwrap_or_default();
    Arc::new(blueprint::load(text).unwrap_or_else(|_| unreachable!("a shipped blueprint is sound")))
}

pub fn round_name() -> Text {
    Text { fi: "Syksy 2018".into(), sv: Some("Hösten 2018".into()), en: Some("Autumn 2018".into()) }
}

/// A track at its beginning, or with everything arranged.
pub fn track(later: bool) -> Track {
    let when = now() + chrono::Duration::days(9);
    let mine = Mine {
        round_id: Uuid::nil(),
        blueprint_id: Uuid::nil(),
        erratum: None,
        controller_id: Uuid::nil(),
        name: serde_json::to_string(&round_name()).unwrap_or_default(),
        state: RoundState::Running,
        member_id: later.then(Uuid::nil),
        cannot_come_at: None,
        attended: None,
        guidance_id: later.then(Uuid::nil),
        guidance_state: later.then_some(Guidance::Proposed),
        guidance_starts_at: later.then_some(when),
        guidance_minutes: later.then_some(45),
        guidance_place: later.then(|| "Kirjastokatu 1".to_owned()),
        workshop_title: later.then(|| "Työhyvinvoinnin johtaminen".to_owned()),
        workshop_starts_at: later.then_some(when),
        workshop_minutes: later.then_some(180),
        workshop_place: later.then(|| "https://kokous.example/tyopaja".to_owned()),
        workshop_sequence: later.then_some(0),
        pair_id: later.then(Uuid::nil),
        answer: later.then_some(Says::Accepted),
        talks: later.then_some(1),
        before: i64::from(later),
        after: 0,
    };
    Track { mine, blueprint: service() }
}

fn mine_page(lang: Lang, later: bool) -> String {
    let mut tracks = vec![track(later)];
    if later {
        tracks.push(track(false));
    }
    mine::page(Ui::plain(lang), &tracks, (0, now())).render().unwrap_or_default()
}

fn nothing(lang: Lang) -> String {
    NothingPage { ui: Ui::plain(lang) }.render().unwrap_or_default()
}

/// A form's sheet with a fault on the field, or empty.
pub fn sheet(lang: Lang, fault: Option<(&str, &str)>) -> Sheet {
    let words = Words::of(Vec::new());
    let mut check = Check::new(lang, &words);
    if let Some((field, key)) = fault {
        check.fault(field, key);
    }
    check.done::<()>(None).err().map(|sheet| *sheet).unwrap_or_default()
}

fn measure_page(lang: Lang, faulty: bool) -> String {
    let fault = faulty.then_some(("development", "fault-track-answer-some"));
    let page: Option<MeasurePage> =
        measure::form(Ui::plain(lang), &track(false), (Phase::Before, sheet(lang, fault))).ok();
    page.and_then(|page| page.render().ok()).unwrap_or_default()
}

fn measured_page(lang: Lang) -> String {
    let (ui, track) = (Ui::plain(lang), track(true));
    let Ok((step, instrument)) = measure::parts(&track, Phase::After) else { return String::new() };
    let given = |phase: Phase, number: f64| {
        let mut answers = Answers::default();
        for item in &instrument.items {
            answers.set(&item.key, Some(Answer::Number(number)));
        }
        let measure = Measure {
            round_id: Uuid::nil(),
            phase,
            instrument_key: instrument.key.clone(),
            sealed: Vec::new(),
            scores: serde_json::to_string(&leading::scores(instrument, &answers)).unwrap_or_default(),
            answered_on: clock::day(now()),
        };
        (measure, answers)
    };
    let (before, after) = (given(Phase::Before, 1.0), given(Phase::After, 2.0));
    MeasuredPage {
        back: "/track".into(),
        title: ui.say(&step.name).to_owned(),
        answered: ui.t1("track-answered-on", "day", ui.day(&after.0.answered_on)),
        change: measure::change(&ui, instrument, (&before, &after)),
        lines: measure::lines(&ui, instrument, &after.1),
        ui,
    }
    .render()
    .unwrap_or_default()
}

fn own_meeting(lang: Lang) -> String {
    let page = guidance::own_page(Ui::plain(lang), &track(true));
    page.and_then(|page| page.render().ok()).unwrap_or_default()
}

fn own_workshop(lang: Lang) -> String {
    let page = workshop::own_page(Ui::plain(lang), &track(true), now());
    page.and_then(|page| page.render().ok()).unwrap_or_default()
}

fn guidance_page(lang: Lang, proposed: bool) -> String {
    let ui = Ui::plain(lang);
    GuidancePage {
        round_id: Uuid::nil(),
        supervisor_id: Uuid::nil(),
        round: ui.say(&round_name()).to_owned(),
        name: "Pekka Niemi".into(),
        when: if proposed { ui.moment(&now()) } else { String::new() },
        rev: 0,
        may_be_held: proposed,
        held: ui.tn("track-minutes-held", 45),
        left: ui.tn("track-minutes-left", 135),
        sheet: if proposed { Sheet::empty() } else { sheet(lang, Some(("place", "fault-track-place"))) },
        ui,
    }
    .render()
    .unwrap_or_default()
}

/// Supervisors of two units, each a step further than the next.
fn supervisors(many: usize) -> Vec<(Leader, String)> {
    let names = ["Pekka Niemi", "Sanna Lehto", "Timo Åberg"];
    let answers = [Says::Accepted, Says::Waiting, Says::Swap];
    let one = |at: usize| Leader {
        supervisor_id: ident::of("urasilta:sample", names[at]),
        person_id: None,
        unit_id: None,
        unit_name: Some(["Palkkapalvelut", "Taloushallinto"][at % 2].to_owned()),
        cannot_come_at: (at == 1).then(now),
        attended: (at == 0).then_some(Presence::Came),
        guidance_id: None,
        guidance_state: (at == 1).then_some(Guidance::Proposed),
        guidance_starts_at: (at == 1).then(now),
        minutes_held: if at == 0 { 45 } else { 0 },
        pair_id: Some(Uuid::nil()),
        answer: Some(answers[at]),
        talks: Some(1),
    };
    (0..many).map(|at| (one(at), names[at].to_owned())).collect()
}

fn workshop_page(lang: Lang, set: bool) -> String {
    let (ui, service) = (Ui::plain(lang), service());
    let Some(step) = path::step_of(&service, Kind::Workshop) else { return String::new() };
    let title = ui.say(&step.name).to_owned();
    let workshop = Workshop {
        round_id: Uuid::nil(),
        title,
        starts_at: now(),
        minutes: 180,
        place: "Kirjastokatu 1".into(),
        sequence: 0,
        rev: 1,
    };
    let all = supervisors(3);
    let named: Vec<(&Leader, String)> = all.iter().map(|(one, name)| (one, name.clone())).collect();
    let round = ui.say(&round_name()).to_owned();
    let parts = (set.then_some(&workshop), named.as_slice(), now());
    workshop::shown(ui, (Uuid::nil(), round, step), parts, None).render().unwrap_or_default()
}

fn pairs_page(lang: Lang, many: usize) -> String {
    let ui = Ui::plain(lang);
    let all = supervisors(many);
    let named: Vec<(&Leader, String)> = all.iter().map(|(one, name)| (one, name.clone())).collect();
    let group: Vec<Uuid> = all.iter().map(|(one, _)| one.supervisor_id).collect();
    let round = ui.say(&round_name()).to_owned();
    let parts = ("track-pairs-mend", named.as_slice(), std::slice::from_ref(&group));
    pairs::shown(ui, (Uuid::nil(), round, 1), parts, Sheet::empty()).render().unwrap_or_default()
}

fn pair_page(lang: Lang, answer: Says) -> String {
    let others = vec![
        ("Sanna Lehto".to_owned(), "sanna.lehto@example.invalid".to_owned()),
        ("Timo Åberg".to_owned(), String::new()),
    ];
    pair::page(Ui::plain(lang), (Uuid::nil(), Uuid::nil()), others, (answer, 1)).render().unwrap_or_default()
}

fn overview_page(lang: Lang, many: usize) -> String {
    let (ui, service) = (Ui::plain(lang), service());
    let change = GroupChange { n: 6, before: 1.6, after: 2.1, mean: 0.5, ci95: Some((0.2, 0.8)) };
    let facts = Facts {
        supervisors: 3,
        minutes_held: 45,
        workshop_at: (many > 0).then(now),
        change: (many > 0).then(|| serde_json::to_string(&change).unwrap_or_default()),
    };
    let round = ui.say(&round_name()).to_owned();
    overview::page(ui, (Uuid::nil(), round, &service), (&supervisors(many), &facts), (true, true))
        .render()
        .unwrap_or_default()
}
