//! Every page with believable contents.
use askama::Template;
use chrono::{Duration, TimeZone, Utc};
use uuid::Uuid;

use super::{
    super::{
        CaseState, Contract, SessionState, StepState, Way,
        store::{
            cases::{Case, CaseLine, CoachCase},
            contracts::{Coach, Fulfilled},
            sessions::{Meeting, Proposed, Session},
            steps::Step,
        },
        three::Shared,
    },
    assignments::{AssignmentPage, AssignmentsPage, NewCoachPage, Part},
    case, completion,
    contract_acts::{ChangePage, EndPage, Requirement},
    contracts::{ContractPage, ContractsPage, Line, NewContractPage},
    home::{self, HomePage, OwnCase},
    memo::MemoPage,
    session::SessionPage,
    supervisor,
    today::{self, PeoplePage},
    view::{self, Pick},
};
use crate::{
    clock::Moment,
    house::Sample,
    people::{Organisation, OrganisationKind},
    privacy::{Class, Purpose},
    text::{Lang, Text},
    web::{Sheet, Ui},
};

pub(super) const MAIJA: Uuid = Uuid::from_u128(1);
pub(super) const AINO: Uuid = Uuid::from_u128(2);
pub(super) const CASE: Uuid = Uuid::from_u128(3);

pub fn samples() -> Vec<Sample> {
    let own = vec![
        Sample { name: "coaching/home", render: |lang| page(&home(lang)) },
        Sample { name: "coaching/home-empty", render: |lang| page(&home_empty(lang)) },
        Sample {
            name: "coaching/today",
            render: |lang| page(&today::today(Ui::plain(lang), (&[line()], &[meeting()]), now())),
        },
        Sample {
            name: "coaching/completion",
            render: |lang| page(&completion::sample(Ui::plain(lang), &case(), &steps(lang), true)),
        },
        Sample {
            name: "coaching/completion-coach",
            render: |lang| page(&completion::sample(Ui::plain(lang), &case(), &steps(lang), false)),
        },
        Sample { name: "coaching/today-empty", render: |lang| page(&today::today(Ui::plain(lang), (&[], &[]), now())) },
        Sample {
            name: "coaching/people",
            render: |lang| page(&PeoplePage { ui: Ui::plain(lang), cases: vec![line()], ended: vec![line()] }),
        },
        Sample {
            name: "coaching/people-empty",
            render: |lang| page(&PeoplePage { ui: Ui::plain(lang), cases: vec![], ended: vec![] }),
        },
        Sample { name: "coaching/case", render: |lang| page(&coach_case(lang)) },
        Sample { name: "coaching/memo", render: |lang| page(&memo(lang, true)) },
        Sample { name: "coaching/note", render: |lang| page(&memo(lang, false)) },
        Sample { name: "coaching/session", render: |lang| page(&session_page(lang, MAIJA)) },
        Sample { name: "coaching/session-coach", render: |lang| page(&session_page(lang, AINO)) },
    ];
    own.into_iter().chain(of_contracts()).chain(super::samples_three::samples()).collect()
}

fn of_contracts() -> Vec<Sample> {
    vec![
        Sample { name: "coaching/assignments", render: |lang| page(&assignments(lang, vec![line()])) },
        Sample {
            name: "coaching/assignments-empty",
            render: |lang| page(&AssignmentsPage { ui: Ui::plain(lang), parts_of: vec![] }),
        },
        Sample { name: "coaching/assignment", render: |lang| page(&assignment(lang)) },
        Sample {
            name: "coaching/new-coach",
            render: |lang| page(&NewCoachPage::of(Ui::plain(lang), &[contract()], Sheet::empty())),
        },
        Sample {
            name: "coaching/contracts",
            render: |lang| page(&ContractsPage { ui: Ui::plain(lang), lines: vec![contract_line()], unplaced: 2 }),
        },
        Sample {
            name: "coaching/contracts-empty",
            render: |lang| page(&ContractsPage { ui: Ui::plain(lang), lines: vec![], unplaced: 0 }),
        },
        Sample { name: "coaching/contract", render: |lang| page(&contract_page(lang)) },
        Sample { name: "coaching/contract-change", render: |lang| page(&contract_change(lang)) },
        Sample {
            name: "coaching/contract-end",
            render: |lang| page(&EndPage::of(Ui::plain(lang), &contract(), Sheet::empty())),
        },
        Sample {
            name: "coaching/new-contract",
            render: |lang| page(&NewContractPage::of(Ui::plain(lang), &[provider()], &[], Sheet::empty())),
        },
    ]
}

pub(super) fn page(page: &impl Template) -> String {
    page.render().unwrap_or_default()
}

pub(super) fn now() -> Moment {
    Utc.with_ymd_and_hms(2023, 11, 20, 7, 0, 0).single().unwrap_or_default()
}

pub(super) fn case() -> Case {
    Case {
        id: CASE,
        round_id: Uuid::from_u128(4),
        application_id: Uuid::from_u128(5),
        person_id: Uuid::from_u128(6),
        human_id: MAIJA,
        controller_id: Uuid::from_u128(7),
        contract_id: Some(Uuid::from_u128(8)),
        provider_id: Some(Uuid::from_u128(9)),
        coach_human_id: Some(AINO),
        coach_name: Some("Aino Laine".into()),
        state: CaseState::Running,
        visits_granted: 3,
        visits_used: 1,
        opened_at: now() - Duration::days(40),
        first_session_at: Some(now() - Duration::days(20)),
        ended_at: None,
        contact_asked_at: None,
        closing_asked_at: None,
        supervisor_human_id: Some(Uuid::from_u128(3)),
        supervisor_name: Some("Pekka Niemi".into()),
        rev: 4,
    }
}

fn line() -> CaseLine {
    CaseLine {
        id: CASE,
        person_id: Uuid::from_u128(6),
        first_name: "Maija".into(),
        last_name: "Virtanen".into(),
        state: CaseState::Running,
        coach_name: Some("Aino Laine".into()),
        visits_granted: 3,
        visits_used: 1,
        opened_at: now() - Duration::days(40),
        first_session_at: Some(now() - Duration::days(20)),
        last_held_at: Some(now() - Duration::days(20)),
        open_sessions: 0,
        memo_saved_at: None,
        talk_due_on: None,
        era_ended_at: None,
    }
}

pub(super) fn session() -> Session {
    let starts_at = now() + Duration::hours(76);
    Session {
        id: Uuid::from_u128(10),
        case_id: CASE,
        step_id: None,
        state: SessionState::Invited,
        starts_at: Some(starts_at),
        ends_at: Some(starts_at + Duration::minutes(90)),
        minutes: 90,
        way: Way::Remote,
        place: "https://kokous.example/abc".into(),
        own_time: false,
        substitute_needed: true,
        sequence: 1,
        cancel_reason: None,
        uses_visit: false,
        with_supervisor: true,
        supervisor_away_at: None,
        supervisor_human_id: Some(Uuid::from_u128(3)),
        supervisor_name: Some("Pekka Niemi".into()),
        step_name: None,
        theme: None,
        asks_before: None,
    }
}

fn meeting() -> Meeting {
    Meeting {
        id: Uuid::from_u128(10),
        first_name: "Maija".into(),
        last_name: "Virtanen".into(),
        state: SessionState::Invited,
        starts_at: Some(now() + Duration::hours(4)),
        ends_at: Some(now() + Duration::hours(5)),
        way: Way::Place,
        place: "Kirjastokatu 1".into(),
        asked: 0,
    }
}

fn steps(lang: Lang) -> Vec<Step> {
    let names = match lang {
        Lang::Fi => ["Alkukartoitus", "Valmennustapaamiset", "Kuulumiset"],
        Lang::Sv => ["Inledande kartläggning", "Coachningsträffar", "Hur har det gått"],
        Lang::En => ["Baseline survey", "Coaching sessions", "How things have gone"],
    };
    let kinds = [("instrument", StepState::Done), ("meeting", StepState::Scheduled), ("outcome", StepState::Waiting)];
    let step = |(at, (name, (kind, state))): (usize, (&str, (&str, StepState)))| Step {
        id: Uuid::from_u128(20 + at as u128),
        case_id: CASE,
        step_key: kind.into(),
        position: 0,
        kind: kind.into(),
        name: serde_json::to_string(&Text::same(name)).unwrap_or_default(),
        for_whom: "participant".into(),
        meetings: 3,
        minutes: 5,
        after_keys: String::new(),
        due: None,
        waits_for_day: false,
        required: true,
        state,
        due_on: None,
        done_at: (state == StepState::Done).then(now),
        theme: None,
        meetings_least: 1,
        asks_before: false,
        asks_closing: false,
        before_at: None,
        before_shared_with: None,
        closing_at: None,
        closing_shared_with: None,
    };
    names.into_iter().zip(kinds).enumerate().map(step).collect()
}

fn home(lang: Lang) -> HomePage {
    let ui = Ui::plain(lang);
    let (case, steps, sessions) = (case(), steps(lang), [session()]);
    let edges = [
        (Class::Coaching, Purpose::Coaching),
        (Class::Service, Purpose::Administration),
        (Class::Service, Purpose::ServiceDelivery),
    ];
    let own = OwnCase {
        agreed: ui.t("coaching-step-done"),
        state: view::coded(&ui, "coaching-state-", case.state.code()),
        stations: view::stations(&ui, &case, &steps),
        meeting: sessions.first().map(|session| view::shown(&ui, session)),
        readers: home::lines_of(&ui, &case, &edges, supervisor::lines(&ui, &case, &[Shared::Aims])),
        case: case.clone(),
    };
    let next = home::next(&ui, &case, (&steps, &sessions, &[]), now());
    let (others, first_name) = (home::asked(&ui, &steps).collect(), "Maija".into());
    HomePage { first_name, lead: String::new(), next, others, own: Some(own), applications: vec![], ui }
}

fn home_empty(lang: Lang) -> HomePage {
    let ui = Ui::plain(lang);
    let next = home::next_without_case(&ui, &[]);
    let lead = ui.t("coaching-home-lead-none");
    HomePage { first_name: "Ville".into(), lead, next, others: vec![], own: None, applications: vec![], ui }
}

pub(super) fn seen() -> CoachCase {
    CoachCase {
        case: case(),
        first_name: "Maija".into(),
        last_name: "Virtanen".into(),
        title: Some("lähihoitaja".into()),
        unit_name: Some("Lyhytaikaishoito".into()),
        roster_closes_day: Some(20),
        memo: None,
        memo_rev: Some(2),
        memo_saved_at: Some(now() - Duration::days(1)),
        working_note: None,
        working_note_rev: None,
        working_note_saved_at: None,
        era_ended_at: Some(now() - Duration::days(30)),
    }
}

fn coach_case(lang: Lang) -> case::CasePage {
    let words = ("– – –".to_owned(), String::new());
    let page = case::page(Ui::plain(lang), seen(), (&steps(lang), &[session()]), words);
    let supervisor = supervisor::lines(&page.ui, &page.seen.case, &[]);
    case::CasePage { supervisor, ..page }
}

fn memo(lang: Lang, is_memo: bool) -> MemoPage {
    MemoPage {
        ui: Ui::plain(lang),
        case_id: CASE,
        is_memo,
        other: "Aino Laine".into(),
        back: "/path".into(),
        rev: 2,
        words: "– – –".into(),
        saved_at: Some(now()),
        has_earlier: is_memo,
        clash: Some("– –".into()),
        sheet: Sheet::empty(),
    }
}

fn session_page(lang: Lang, reader: Uuid) -> SessionPage {
    let time = |proposer| Proposed {
        by_supervisor: false,
        id: Uuid::from_u128(30),
        session_id: session().id,
        proposer,
        starts_at: now() + Duration::days(5),
    };
    let times = [time(MAIJA), time(AINO)];
    SessionPage::of(Ui::plain(lang), (&case(), &session()), (&times, Sheet::empty()), (reader, now()))
}

fn contract() -> Contract {
    Contract {
        id: Uuid::from_u128(8),
        controller_id: Uuid::from_u128(7),
        provider_id: Uuid::from_u128(9),
        round_id: None,
        name: "2023".into(),
        starts_on: crate::clock::day(now() - Duration::days(60)),
        ends_on: crate::clock::day(now() + Duration::days(300)),
        packages: 30,
        visits_per_package: 3,
        visits_given: 45,
        returns_unused: true,
        no_show_uses_visit: true,
        requirements_met_by: None,
        requirements_met_at: None,
        ended_at: None,
        end_reason: None,
        rev: 1,
    }
}

fn contract_line() -> Line {
    Line { contract: contract(), provider: "Polku Valmennus Oy".into() }
}

fn coach() -> Coach {
    Coach { contract_id: contract().id, human_id: AINO, name: "Aino Laine".into() }
}

fn assignments(lang: Lang, cases: Vec<CaseLine>) -> AssignmentsPage {
    let part =
        Part { contract: contract(), coaches: vec![coach()], cases, rounds: vec![(CASE, Text::same("2023–2024"))] };
    AssignmentsPage { ui: Ui::plain(lang), parts_of: vec![part] }
}

fn assignment(lang: Lang) -> AssignmentPage {
    let ui = Ui::plain(lang);
    let pick = Pick { value: AINO.to_string(), label: "Aino Laine".into(), hint: String::new(), chosen: true };
    let state = view::coded(&ui, "coaching-state-", case().state.code());
    AssignmentPage {
        case: case(),
        name: "Maija Virtanen".into(),
        state,
        coaches: vec![pick],
        kickoff: None,
        sheet: Sheet::empty(),
        ui,
    }
}

fn contract_page(lang: Lang) -> ContractPage {
    let met = Fulfilled { requirement_key: "sector".into(), met_by_name: "Kirsi Salo".into(), met_at: now() };
    let asked = |met| Requirement { key: "sector".into(), text: Text::same("– – –"), met };
    let requirements = [asked(Some(met)), asked(None)];
    ContractPage::of(Ui::plain(lang), contract_line(), (vec![coach()], vec![line()]), &requirements)
}

fn contract_change(lang: Lang) -> ChangePage {
    let sheet = Sheet::filled([("name", "2023".into()), ("packages", "30".into())]);
    ChangePage { ui: Ui::plain(lang), id: contract().id, rev: 1, name: "2023".into(), sheet }
}

fn provider() -> Organisation {
    Organisation {
        id: Uuid::from_u128(9),
        kind: OrganisationKind::Company,
        name: "Polku Valmennus Oy".into(),
        business_id: Some("0737546-2".into()),
    }
}
