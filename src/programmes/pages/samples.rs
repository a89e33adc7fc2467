//! Samples of the pages, made of the service that comes with the house.
use std::sync::Arc;

use askama::Template;
use uuid::Uuid;

use super::{catalogue, drafts, edit_round, kickoff, new_round, precheck, rounds, versions};
use crate::{
    clock::{self, Moment},
    house::Sample,
    programmes::{
        Blueprint, HandOn, Kickoff, Round, RoundState, Selection, SupervisorPart, blueprint,
        drafts::{Draft, DraftState},
        shipped, store,
    },
    text::{Lang, Text},
    web::{Check, Sheet, Ui, Words},
};

pub fn samples() -> Vec<Sample> {
    vec![
        Sample { name: "programmes/catalogue", render: catalogue_page },
        Sample { name: "programmes/catalogue-empty", render: catalogue_empty },
        Sample { name: "programmes/service", render: service_page },
        Sample { name: "programmes/service-closed", render: service_closed },
        Sample { name: "programmes/precheck", render: precheck_page },
        Sample { name: "programmes/guided", render: guided_page },
        Sample { name: "programmes/may-apply", render: may_apply_page },
        Sample { name: "programmes/rounds", render: rounds_page },
        Sample { name: "programmes/rounds-empty", render: rounds_empty },
        Sample { name: "programmes/round", render: round_page },
        Sample { name: "programmes/round-move", render: move_page },
        Sample { name: "programmes/round-move-kickoff", render: move_without_kickoff },
        Sample { name: "programmes/kickoff", render: kickoff_page },
        Sample { name: "programmes/kickoff-empty", render: kickoff_empty },
        Sample { name: "programmes/new-round", render: new_round_page },
        Sample { name: "programmes/new-round-choice", render: choose_page },
        Sample { name: "programmes/round-review-first", render: review_first },
        Sample { name: "programmes/new-round-faults", render: new_round_faults },
        Sample { name: "programmes/edit-round", render: edit_round_page },
        Sample { name: "programmes/change-round", render: change_round_page },
        Sample { name: "programmes/version", render: version_page },
        Sample { name: "programmes/version-retired", render: version_retired },
        Sample { name: "programmes/service-retired", render: service_retired },
        Sample { name: "programmes/drafts", render: drafts_page },
        Sample { name: "programmes/drafts-empty", render: drafts_empty },
        Sample { name: "programmes/draft", render: draft_page },
        Sample { name: "programmes/draft-faulty", render: draft_faulty },
        Sample { name: "programmes/draft-published", render: draft_published },
    ]
}

fn render(page: &impl Template) -> String {
    page.render().unwrap_or_else(|error| error.to_string())
}

pub(super) fn ui(lang: Lang) -> Ui {
    Ui { name: Some("Kirsi Salo".into()), ..Ui::plain(lang) }
}

fn service() -> Blueprint {
    let text = shipped("keusote-coaching-pilot").unwrap_or_default();
    blueprint::load(text).unwrap_or_else(|found| unreachable!("the house's own service is whole: {found:?}"))
}

fn now() -> Moment {
    clock::read_day("9.10.2023").map(clock::start_of).unwrap_or_default()
}

fn round(state: RoundState) -> Round {
    let day = |words: &str| clock::read_day(words).unwrap_or_default();
    let name = Text { fi: "Syksy 2023".into(), sv: Some("Hösten 2023".into()), en: Some("Autumn 2023".into()) };
    Round {
        id: Uuid::nil(),
        controller_id: Uuid::nil(),
        programme_id: Uuid::nil(),
        blueprint_id: Uuid::nil(),
        name: serde_json::to_string(&name).unwrap_or_default(),
        state,
        opens_on: day("2.10.2023"),
        closes_on: day("23.10.2023"),
        places: 30,
        visits: 90,
        visits_per_package: 3,
        supervisor_part: SupervisorPart::IsTold,
        selection: Selection::FirstCome,
        offer_days: 7,
        hand_on: HandOn::Confirmed,
        returns_unused: true,
        lottery_commitment: None,
        lottery_seed: None,
        erratum: None,
        rev: 0,
    }
}

fn catalogue_page(lang: Lang) -> String {
    let (blueprint, round) = (service(), round(RoundState::Open));
    let offer = |name: &Text, when: String, open| catalogue::Offer {
        href: "/services/1".into(),
        name: super::shown::told(name, lang),
        summary: super::shown::told(&blueprint.summary, lang),
        when,
        open,
    };
    let offers = vec![
        offer(&blueprint.name, super::shown::when(&round, now(), lang), true),
        offer(&Text::same("Opinto-ohjauksellinen uravalmennus"), lang.t("programmes-when-none"), false),
    ];
    render(&catalogue::Catalogue { ui: Ui::plain(lang), offers })
}

fn catalogue_empty(lang: Lang) -> String {
    render(&catalogue::Catalogue { ui: Ui::plain(lang), offers: Vec::new() })
}

fn service_page(lang: Lang) -> String {
    render(&catalogue::page(Ui::plain(lang), (Some(&round(RoundState::Open)), &service()), now()))
}

fn service_closed(lang: Lang) -> String {
    render(&catalogue::page(Ui::plain(lang), (None, &service()), now()))
}

fn precheck_page(lang: Lang) -> String {
    let words = Words::default();
    let mut check = Check::new(lang, &words);
    check.fault("work_ability", "fault-choose");
    let sheet = check.done::<()>(None).err().map_or_else(Sheet::empty, |sheet| *sheet);
    render(&precheck::page(Ui::plain(lang), sheet, (Uuid::nil(), &service())))
}

fn guided_page(lang: Lang) -> String {
    let blueprint = service();
    render(&precheck::guided(Ui::plain(lang), blueprint.guides.iter().collect(), (Uuid::nil(), &blueprint)))
}

fn may_apply_page(lang: Lang) -> String {
    render(&precheck::guided(Ui::plain(lang), Vec::new(), (Uuid::nil(), &service())))
}

fn rounds_page(lang: Lang) -> String {
    let rounds = [RoundState::Planned, RoundState::Open, RoundState::Closed].map(round);
    let lines = rounds.iter().map(|round| rounds::line(&ui(lang), round)).collect();
    render(&rounds::RoundsPage { ui: ui(lang), lines })
}

fn rounds_empty(lang: Lang) -> String {
    render(&rounds::RoundsPage { ui: ui(lang), lines: Vec::new() })
}

fn round_page(lang: Lang) -> String {
    render(&rounds::page(ui(lang), (&round(RoundState::Open), &service()), "a1b2c3d4e5f6"))
}

fn move_page(lang: Lang) -> String {
    rounds::move_page(ui(lang), &round(RoundState::Planned)).map_or_else(String::new, |page| render(&page))
}

fn version_line(retired: bool) -> store::VersionLine {
    let nil = Uuid::nil();
    let retired_at = retired.then(now);
    store::VersionLine { id: nil, programme_id: nil, controller_id: nil, published_at: now(), retired_at }
}

fn move_without_kickoff(lang: Lang) -> String {
    let page = rounds::move_page(ui(lang), &round(RoundState::Planned));
    page.map_or_else(String::new, |page| render(&rounds::MovePage { lacks_kickoff: true, ..page }))
}

fn kickoff_page(lang: Lang) -> String {
    let fixed = |version, reason: Option<&str>, fixed| Kickoff {
        id: Uuid::nil(),
        round_id: Uuid::nil(),
        version,
        held_on: clock::day(now()),
        present: "Anja Rautio, palveluesihenkilö\nPetri Salmi, palveluesihenkilö".into(),
        aims: "Jokainen tunnistaa osaamisensa ja löytää seuraavan askeleen.".into(),
        target_group: "Neljä palkanlaskijaa, joiden työ muuttuu.".into(),
        timetable: "Maaliskuusta kesäkuuhun.".into(),
        reason: reason.map(str::to_owned),
        fixed_at: Some(now()).filter(|_| fixed),
        rev: 0,
    };
    let versions = [fixed(2, Some("Yksi jakso siirtyi."), false), fixed(1, None, true)];
    render(&kickoff::page(ui(lang), (&round(RoundState::Running), &versions), (false, Sheet::empty())))
}

fn kickoff_empty(lang: Lang) -> String {
    render(&kickoff::page(ui(lang), (&round(RoundState::Planned), &[]), (false, Sheet::empty())))
}

fn version() -> new_round::Version {
    (version_line(false), Arc::new(service()))
}

fn edit_round_page(lang: Lang) -> String {
    let (round, version) = (round(RoundState::Planned), version());
    let filled = new_round::of_round(&round);
    render(&edit_round::planned_page(ui(lang), &round, (filled, &[version])))
}

fn change_round_page(lang: Lang) -> String {
    let sheet = Sheet::filled([("closes_on", "30.10.2023".into()), ("places", "32".into())]);
    let page = edit_round::change_page(ui(lang), &round(RoundState::Open), sheet);
    render(&edit_round::ChangePage { clash: true, ..page })
}

fn version_page(lang: Lang) -> String {
    let mut now = service();
    now.version += 1;
    now.intake.offer_days = 10;
    now.intake.returns_unused = false;
    now.aim.outcomes.remove(0);
    render(&versions::page(ui(lang), (&version_line(false), &now, "a1b2c3d4e5f6"), Some(&service())))
}

fn version_retired(lang: Lang) -> String {
    render(&versions::page(ui(lang), (&version_line(true), &service(), "a1b2c3d4e5f6"), None))
}

fn service_retired(lang: Lang) -> String {
    let page = catalogue::page(Ui::plain(lang), (None, &service()), now());
    render(&catalogue::ServicePage { retired: true, ..page })
}

fn new_round_page(lang: Lang) -> String {
    let version = version();
    let sheet = new_round::filled(&version, clock::day(now()));
    render(&new_round::page(ui(lang), sheet, &[version]))
}

fn choose_page(lang: Lang) -> String {
    render(&new_round::choose_page(ui(lang), ("/rounds".into(), "/rounds/new"), &[version(), version()]))
}

fn review_first(lang: Lang) -> String {
    rounds::move_page(ui(lang), &round(RoundState::Closed)).map_or_else(String::new, |page| render(&page))
}

fn new_round_faults(lang: Lang) -> String {
    let words = Words::default();
    let mut check = Check::new(lang, &words);
    check.fault("name_fi", "fault-programmes-name");
    check.fault("closes_on", "fault-programmes-closes");
    let sheet = check.done::<()>(None).err().map_or_else(Sheet::empty, |sheet| *sheet);
    render(&new_round::page(ui(lang), sheet, &[version()]))
}

fn draft(state: DraftState, source: &str) -> Draft {
    Draft {
        id: Uuid::nil(),
        controller_id: Uuid::nil(),
        key: "keusote-coaching-pilot".into(),
        source: source.into(),
        state,
        author_id: Uuid::nil(),
        programme_id: (state == DraftState::Published).then(Uuid::nil),
        changed_at: now(),
        rev: 0,
    }
}

fn drafts_page(lang: Lang) -> String {
    let states = [DraftState::Draft, DraftState::InReview, DraftState::Published];
    let lines = states.iter().map(|state| drafts::line(&draft(*state, ""), &ui(lang))).collect();
    let versions = vec![
        versions::line(&ui(lang), &version_line(false), &service()),
        versions::line(&ui(lang), &version_line(true), &service()),
    ];
    render(&drafts::DraftsPage { ui: ui(lang), sheet: Sheet::empty(), lines, versions, shipped: drafts::shipped() })
}

fn drafts_empty(lang: Lang) -> String {
    let (lines, versions) = (Vec::new(), Vec::new());
    render(&drafts::DraftsPage { ui: ui(lang), sheet: Sheet::empty(), lines, versions, shipped: drafts::shipped() })
}

fn draft_page(lang: Lang) -> String {
    let source = shipped("keusote-coaching-pilot").unwrap_or_default();
    render(&drafts::page(ui(lang), &draft(DraftState::InReview, source), ("Sara Öhman".into(), false)))
}

fn draft_faulty(lang: Lang) -> String {
    render(&drafts::page(ui(lang), &draft(DraftState::Draft, "id = 1"), ("Kirsi Salo".into(), true)))
}

fn draft_published(lang: Lang) -> String {
    let source = shipped("keusote-coaching-pilot").unwrap_or_default();
    render(&drafts::page(ui(lang), &draft(DraftState::Published, source), ("Sara Öhman".into(), false)))
}
