//! The coordinator's first screen: what to do now, the days ahead, and the living rounds on a line of time.
use askama::Template;
use chrono::{Datelike, NaiveDate};
use uuid::Uuid;

use super::shown;
use crate::{
    clock,
    desk::Desk,
    house::Sample,
    ident,
    intake::{
        application::State,
        places,
        planner::{self, Ahead, Numbers, Task},
        store::{
            counts::{self, Count},
            planner as store,
        },
    },
    privacy::Role,
    programmes::{self, Round, RoundState},
    text::Lang,
    web::{Answer, Failure, Ui},
};

/// Something to do now, or a day ahead.
struct Entry {
    /// Of a day ahead; empty of what is to be done now.
    day: String,
    what: String,
    round: String,
    href: String,
    /// The verb of the button.
    verb: String,
}

/// A living round with its numbers.
struct Living {
    href: String,
    name: String,
    /// The numbers in words.
    numbers: String,
    line: Option<Line>,
}

/// A round's time to apply on the common line of time, in hundredths of its length.
struct Line {
    from: i64,
    long: i64,
    today: i64,
    /// The days in words.
    said: String,
}

#[derive(Template)]
#[template(path = "intake/pages/planner.html")]
struct PlannerPage {
    ui: Ui,
    now: Vec<Entry>,
    ahead: Vec<Entry>,
    rounds: Vec<Living>,
    /// The ends of the line of time, in words.
    span: String,
}

pub async fn show(desk: Desk) -> Answer {
    let organisation = desk.actor()?.organisation(Role::Coordinator).ok_or(Failure::NotFound)?;
    let mut tx = desk.read().await?;
    let mut rounds = programmes::rounds_of(&mut tx, organisation).await?;
    rounds.retain(|round| !matches!(round.state, RoundState::Closed | RoundState::Reviewed));
    let counts = store::counts(&mut tx, organisation).await?;
    let offers = store::offers(&mut tx, organisation).await?;
    let proposals = store::proposals(&mut tx, organisation).await?;
    let numbers = |round: &Round| {
        let own: Vec<Count> = counts
            .iter()
            .filter(|count| count.round_id == round.id)
            .map(|count| Count { kind: count.kind.clone(), value: count.value.clone(), n: count.n })
            .collect();
        let of = |state: State| counts::number(&own, "state", state.code());
        let waiting = offers.iter().find(|one| one.round_id == round.id);
        Numbers {
            to_check: of(State::ToBeChecked),
            eligible: of(State::Eligible),
            reserve: of(State::OnReserve),
            proposed: proposals.iter().find(|(id, _)| *id == round.id).map_or(0, |(_, n)| *n),
            free_places: places::capacity(round, &own).free_places(),
            offers: waiting.map_or(0, |one| one.n),
            first_offer: waiting.map(|one| one.first),
        }
    };
    let rounds: Vec<(Round, Numbers)> = rounds.into_iter().map(|round| (round.clone(), numbers(&round))).collect();
    desk.page(&page(desk.ui(), &rounds, clock::day(desk.now)))
}

fn page(ui: Ui, rounds: &[(Round, Numbers)], today: NaiveDate) -> PlannerPage {
    let mut now = Vec::new();
    let mut ahead = Vec::new();
    for (round, numbers) in rounds {
        now.extend(planner::tasks(round, numbers, today).into_iter().map(|task| task_entry(&ui, round, task)));
        ahead.extend(
            planner::ahead(round, numbers, today)
                .into_iter()
                .map(|(day, what)| (day, ahead_entry(&ui, round, (day, what)))),
        );
    }
    ahead.sort_by_key(|(day, _)| *day);
    let span = span(rounds, today);
    let living = |(round, numbers): &(Round, Numbers)| living(&ui, (round, numbers), (span, today));
    PlannerPage {
        rounds: rounds.iter().map(living).collect(),
        ahead: ahead.into_iter().map(|(_, entry)| entry).collect(),
        now,
        span: ui.t2("intake-planner-line", ("from", "to"), ui.day(&span.0), ui.day(&span.1)),
        ui,
    }
}

/// From the first day of the earliest month to the last of the latest, today within.
fn span(rounds: &[(Round, Numbers)], today: NaiveDate) -> (NaiveDate, NaiveDate) {
    let days = || rounds.iter().flat_map(|(round, _)| [round.opens_on, round.closes_on]).chain([today]);
    // Years of an old running round would squeeze what is ahead.
    let from = days().min().unwrap_or(today).max(today - chrono::Duration::days(92));
    let to = days().max().unwrap_or(today);
    let first = from.with_day(1).unwrap_or(from);
    let next = to.with_day(1).and_then(|day| day.checked_add_months(chrono::Months::new(1))).unwrap_or(to);
    (first, next - chrono::Duration::days(1))
}

fn living(ui: &Ui, (round, numbers): (&Round, &Numbers), (span, today): ((NaiveDate, NaiveDate), NaiveDate)) -> Living {
    let state = shown::word(ui.lang, "programmes-state", round.state.code());
    let mut parts = vec![state];
    if round.state != RoundState::Planned {
        parts.push(ui.tn("intake-planner-free", numbers.free_places));
        parts.push(ui.tn("intake-planner-reserve", numbers.reserve));
        if numbers.offers > 0 {
            parts.push(ui.tn("intake-planner-offers", numbers.offers));
        }
    }
    let applies = matches!(round.state, RoundState::Planned | RoundState::Open);
    let long = (span.1 - span.0).num_days().max(1) + 1;
    let at = |day: NaiveDate| ((day - span.0).num_days().clamp(0, long) * 100) / long;
    let (from, to) = (at(round.opens_on), at(round.closes_on + chrono::Duration::days(1)));
    Living {
        href: format!("/rounds/{}", round.id),
        name: round.name().say(ui.lang).to_owned(),
        numbers: parts.join(" · "),
        line: applies.then(|| Line {
            from,
            long: (to - from).max(1),
            today: at(today),
            said: ui.t2("programmes-dates", ("from", "to"), ui.day(&round.opens_on), ui.day(&round.closes_on)),
        }),
    }
}

fn task_entry(ui: &Ui, round: &Round, task: Task) -> Entry {
    let (id, list) = (round.id, format!("/applications?round={}", round.id));
    let (what, verb, href) = match task {
        Task::OpenApplications => (
            ui.t1("intake-planner-open", "day", ui.day(&round.opens_on)),
            "intake-planner-open-do",
            format!("/rounds/{id}/move"),
        ),
        Task::Check(n) => {
            (ui.tn("intake-planner-check", n), "intake-planner-check-do", format!("{list}&state=to_be_checked"))
        }
        Task::CloseApplications => (
            ui.t1("intake-planner-close", "day", ui.day(&round.closes_on)),
            "intake-planner-close-do",
            format!("/rounds/{id}/move"),
        ),
        Task::Propose(n) => {
            (ui.tn("intake-planner-propose", n), "intake-planner-propose-do", format!("{list}&state=eligible"))
        }
        Task::Publish(n) => {
            (ui.tn("intake-planner-publish", n), "intake-planner-publish-do", format!("/rounds/{id}/decisions"))
        }
        Task::HandOn => (ui.t("intake-hand-on-lead"), "intake-planner-hand-on-do", list),
        Task::Fill(n) => (ui.tn("intake-planner-fill", n), "intake-planner-fill-do", format!("/rounds/{id}/late")),
    };
    Entry { day: String::new(), what, round: round.name().say(ui.lang).to_owned(), href, verb: ui.t(verb) }
}

fn ahead_entry(ui: &Ui, round: &Round, (day, what): (NaiveDate, Ahead)) -> Entry {
    let (what, href) = match what {
        Ahead::Opens => (ui.t("intake-planner-opens"), format!("/rounds/{}", round.id)),
        Ahead::Closes => (ui.t("intake-planner-closes"), format!("/rounds/{}", round.id)),
        Ahead::OfferEnds(n) => {
            (ui.tn("intake-planner-offer-ends", n), format!("/applications?round={}&state=offered", round.id))
        }
    };
    Entry { day: ui.day(&day), what, round: round.name().say(ui.lang).to_owned(), href, verb: String::new() }
}

pub fn samples() -> Vec<Sample> {
    fn round(lang: Lang, state: RoundState, (opens, closes): (&str, &str)) -> Round {
        let day = |words: &str| clock::read_day(words).unwrap_or_default();
        Round {
            id: ident::of("sample", state.code()),
            controller_id: Uuid::nil(),
            programme_id: Uuid::nil(),
            blueprint_id: Uuid::nil(),
            name: shown::sample_service(lang),
            state,
            opens_on: day(opens),
            closes_on: day(closes),
            places: 30,
            visits: 90,
            visits_per_package: 3,
            supervisor_part: programmes::SupervisorPart::IsTold,
            selection: programmes::Selection::FirstCome,
            offer_days: 7,
            hand_on: programmes::HandOn::Confirmed,
            returns_unused: true,
            lottery_commitment: None,
            lottery_seed: None,
            erratum: None,
            rev: 0,
        }
    }
    fn busy(lang: Lang) -> String {
        let today = clock::read_day("23.10.2023").unwrap_or_default();
        let open = Numbers { to_check: 2, eligible: 37, free_places: 30, ..Numbers::default() };
        let running = Numbers { reserve: 4, free_places: 1, offers: 2, first_offer: Some(today), ..Numbers::default() };
        let rounds = [
            (round(lang, RoundState::Planned, ("20.11.2023", "8.12.2023")), Numbers::default()),
            (round(lang, RoundState::Open, ("2.10.2023", "20.10.2023")), open),
            (round(lang, RoundState::Running, ("3.4.2023", "21.4.2023")), running),
        ];
        page(Ui::plain(lang), &rounds, today).render().unwrap_or_default()
    }
    vec![
        Sample { name: "intake/planner", render: busy },
        Sample {
            name: "intake/planner-empty",
            render: |lang| page(Ui::plain(lang), &[], NaiveDate::default()).render().unwrap_or_default(),
        },
    ]
}
