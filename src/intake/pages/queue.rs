//! The coordinator's work list: fifty applications a page, filters, and proposals for the ticked ones.
use askama::Template;
use axum::extract::RawQuery;
use uuid::Uuid;

use super::{
    asked::{self, address},
    shown,
};
use crate::{
    clock,
    db::Tx,
    desk::Desk,
    house::Sample,
    ident,
    intake::{
        application::State,
        capacity::Capacity,
        places,
        record::Support,
        store::{
            counts::{self, Count},
            queue::{self, PAGE, Row},
        },
    },
    privacy::{Class, Role},
    programmes::{self, Round, RoundState, Selection},
    text::Lang,
    web::{Answer, Failure, Sheet, Ui, Words},
};

/// A choice of a select.
#[derive(Clone, Debug)]
pub struct Choice {
    pub value: String,
    pub label: String,
    pub chosen: bool,
}

/// Somebody whom another coordinator changed first: how it stands now and what was proposed here.
pub struct Clash {
    pub name: String,
    pub now: String,
    pub mine: String,
}

/// One value to narrow the list by: chosen, or typed where there are too many to choose among.
#[derive(Clone, Debug, Default)]
struct Narrow {
    choices: Vec<Choice>,
    typed: bool,
    value: String,
}

/// A row as it is shown.
struct Line {
    id: Uuid,
    rev: i64,
    name: String,
    title: String,
    unit: String,
    mark: String,
    kind: &'static str,
    proposed: String,
    support: &'static str,
    arrived: String,
    late: bool,
    /// It can be proposed for.
    open: bool,
    picked: bool,
    /// Why, where places are given by hand.
    reason: String,
    reason_error: String,
}

#[derive(Template)]
#[template(path = "intake/pages/queue.html")]
pub struct QueuePage {
    ui: Ui,
    /// What was ticked and typed, and what is wrong with it.
    sheet: Sheet,
    /// Whom another coordinator changed first.
    pub clashes: Vec<Clash>,
    /// The list's own query.
    query: String,
    /// Where everyone on the list's pages is proposed for at once; empty when all stand on this page.
    across: String,
    rounds: Vec<Choice>,
    round_id: Uuid,
    rev: i64,
    service: String,
    /// Places and visits left, as the page says them.
    free_places: i64,
    free_visits: i64,
    capacity: Capacity,
    arrived: i64,
    waiting: i64,
    states: Vec<Choice>,
    areas: Vec<Choice>,
    unit: Narrow,
    title: Narrow,
    educations: Vec<Choice>,
    orders: Vec<Choice>,
    name: String,
    /// How many filters narrow the list.
    narrowed: usize,
    lines: Vec<Line>,
    first: String,
    next: String,
    policy: &'static str,
    /// The last day to apply, while it keeps the draw waiting; else empty.
    draw_from: String,
    lottery: bool,
    can_hand_on: bool,
    can_decide: bool,
    by_hand: bool,
}

#[derive(Template)]
#[template(path = "intake/pages/queue_empty.html")]
struct NoRounds {
    ui: Ui,
}

pub async fn show(desk: Desk, RawQuery(query): RawQuery) -> Answer {
    let mut tx = desk.read().await?;
    let asked = asked::read(query.as_deref().unwrap_or_default());
    match view(&desk, &mut tx, (&asked, Sheet::empty())).await? {
        Some(page) => desk.page(&page),
        None => desk.page(&NoRounds { ui: desk.ui() }),
    }
}

/// The list as it was asked for, with what has been ticked and typed; `None` without a round.
pub async fn view(desk: &Desk, tx: &mut Tx, (asked, mut sheet): (&Words, Sheet)) -> Result<Option<QueuePage>, Failure> {
    let organisation = desk.actor()?.organisation(Role::Coordinator).ok_or(Failure::NotFound)?;
    let mut rounds = programmes::rounds_of(tx, organisation).await?;
    rounds.retain(|round| round.state != RoundState::Planned);
    let Some(round) = asked::chosen(&rounds, asked.get("round"))? else { return Ok(None) };
    let grant = desk.grant(tx, round.id, Class::Service).await?;
    let filter = asked::filter(asked);
    let mut rows = queue::rows(tx, &grant, &filter).await?;
    let counts = counts::for_list(tx, round.id).await?;
    let more = rows.len() > PAGE;
    rows.truncate(PAGE);
    desk.note(&grant, &rows.iter().map(|row| row.person_id).collect::<Vec<_>>());
    let next = rows.last().filter(|_| more).map(|row| address(asked, Some(&asked::after(row, filter.order))));
    let first = if filter.after.is_some() { address(asked, None) } else { String::new() };
    let page = page(desk, (&rounds, round), (asked, &counts));
    let lines: Vec<Line> = rows.iter().map(|row| line(row, &sheet, desk.lang)).collect();
    // Read in a row at the top of the page, a fault says whose reason is missing.
    for fault in &mut sheet.faults {
        if let Some(line) = lines.iter().find(|line| fault.name == format!("reason-{}", line.id)) {
            fault.text = format!("{}: {}", line.name, fault.text);
        }
    }
    let across = if (more || filter.after.is_some()) && page.can_decide {
        address(asked, None).replacen("/applications", &format!("/rounds/{}/proposals-for-all", round.id), 1)
    } else {
        String::new()
    };
    Ok(Some(QueuePage { lines, next: next.unwrap_or_default(), first, across, sheet, ..page }))
}

fn page(desk: &Desk, (rounds, round): (&[Round], &Round), (asked, numbers): (&Words, &[Count])) -> QueuePage {
    let lang = desk.lang;
    let capacity = places::capacity(round, numbers);
    let of = |state: State| counts::number(numbers, "state", state.code());
    let choice = |value: &str, label: String, field: &str| Choice {
        chosen: asked.get(field) == value,
        value: value.to_owned(),
        label,
    };
    let values = |kind: &str| -> Vec<Choice> {
        let mut found: Vec<&Count> = numbers.iter().filter(|count| count.kind == kind).collect();
        found.sort_by_cached_key(|count| crate::people::sort_key(&count.value, ""));
        found.iter().map(|count| choice(&count.value, count.value.clone(), kind)).collect()
    };
    let narrow = |kind: &str| Narrow {
        choices: values(kind),
        typed: counts::number(numbers, "many", kind) > 0,
        value: asked.get(kind).to_owned(),
    };
    let educations = values("education").into_iter().map(|one| Choice { label: education(&one.value, lang), ..one });
    let lottery = round.selection == Selection::Lottery;
    let waits = lottery && round.takes_applications(desk.now);
    QueuePage {
        ui: desk.ui(),
        sheet: Sheet::empty(),
        clashes: Vec::new(),
        query: asked::query(asked),
        across: String::new(),
        rounds: rounds.iter().map(|one| round_choice(one, one.id == round.id, lang)).collect(),
        round_id: round.id,
        rev: round.rev,
        service: round.name().say(lang).to_owned(),
        free_places: capacity.free_places(),
        free_visits: capacity.free_visits(),
        capacity,
        arrived: State::sent().map(of).sum(),
        waiting: of(State::ToBeChecked),
        states: State::sent().map(|state| choice(state.code(), mark(state, lang), "state")).collect(),
        areas: values("area"),
        unit: narrow("unit"),
        title: narrow("title"),
        educations: educations.collect(),
        orders: [("name", "intake-order-name"), ("arrival", "intake-order-arrival")]
            .map(|(value, key)| choice(value, lang.t(key), "order"))
            .to_vec(),
        name: asked.get("name").to_owned(),
        narrowed: asked::narrowed(asked),
        lines: Vec::new(),
        first: String::new(),
        next: String::new(),
        policy: policy(round.selection),
        draw_from: if waits { clock::show_day(round.closes_on) } else { String::new() },
        lottery,
        can_hand_on: places::gives_places(round) && capacity.next_grant().is_some() && of(State::OnReserve) > 0,
        can_decide: places::gives_places(round),
        by_hand: round.selection == Selection::Manual,
    }
}

fn round_choice(round: &Round, chosen: bool, lang: Lang) -> Choice {
    Choice { value: round.id.to_string(), label: round.name().say(lang).to_owned(), chosen }
}

/// The key of what the button that proposes by the round's policy says.
fn policy(selection: Selection) -> &'static str {
    match selection {
        Selection::FirstCome => "intake-policy-first-come",
        Selection::Priority => "intake-policy-priority",
        Selection::Lottery => "intake-policy-lottery",
        Selection::Manual => "intake-policy-manual",
    }
}

pub fn education(code: &str, lang: Lang) -> String {
    shown::word(lang, "intake-education", code)
}

/// A state as a coordinator reads it.
pub fn mark(state: State, lang: Lang) -> String {
    shown::word(lang, "intake-mark", state.code())
}

fn line(row: &Row, sheet: &Sheet, lang: Lang) -> Line {
    let kind = match row.state {
        State::Accepted => "done",
        State::ToBeChecked | State::Offered => "wait",
        _ => "quiet",
    };
    let reason = format!("reason-{}", row.id);
    let typed = if sheet.words.has(&reason) { sheet.value(&reason) } else { row.reason.as_deref().unwrap_or_default() };
    let proposed = row.proposal.map(|proposal| shown::word(lang, "intake-proposal", proposal.code()));
    Line {
        id: row.id,
        rev: row.rev,
        name: format!("{} {}", row.last_name, row.first_name),
        title: row.title.clone(),
        unit: row.unit_name.clone(),
        mark: mark(row.state, lang),
        kind,
        proposed: proposed.unwrap_or_default(),
        support: match row.support {
            Support::None | Support::Told => "",
            Support::Waiting => "intake-support-waiting",
            Support::Supported => "intake-support-supported",
            Support::NotSupported => "intake-support-not-supported",
        },
        arrived: clock::show_day(clock::day(row.submitted_at)),
        late: row.late,
        open: matches!(row.state, State::Eligible | State::OnReserve),
        picked: sheet.chosen("pick", &row.id.to_string()),
        reason: typed.to_owned(),
        reason_error: sheet.error(&reason).to_owned(),
    }
}

pub fn samples() -> Vec<Sample> {
    vec![
        Sample { name: "intake/queue", render: |lang| sample(lang, false) },
        Sample { name: "intake/queue-clash", render: |lang| sample(lang, true) },
        Sample {
            name: "intake/queue-empty",
            render: |lang| NoRounds { ui: Ui::plain(lang) }.render().unwrap_or_default(),
        },
    ]
}

fn sample(lang: Lang, clash: bool) -> String {
    let clashed = |lang: Lang| Clash {
        name: "Maija Virtanen".into(),
        now: lang.t("intake-proposal-select"),
        mine: lang.t("intake-proposal-reserve"),
    };
    let choice = |value: &str, label: String| Choice { value: value.into(), label, chosen: false };
    let page = QueuePage {
        ui: Ui::plain(lang),
        sheet: Sheet::empty(),
        clashes: if clash { vec![clashed(lang)] } else { Vec::new() },
        query: String::new(),
        across: "/rounds".into(),
        rounds: vec![choice("one", shown::sample_service(lang))],
        round_id: ident::of("sample", "round"),
        rev: 3,
        service: shown::sample_service(lang),
        free_places: 2,
        free_visits: 6,
        capacity: Capacity { places: 30, visits: 90, ..Capacity::default() },
        arrived: 39,
        waiting: 2,
        states: vec![choice("eligible", mark(State::Eligible, lang))],
        areas: Vec::new(),
        unit: Narrow { typed: true, ..Narrow::default() },
        title: Narrow::default(),
        educations: vec![choice("higher", education("higher", lang))],
        orders: Vec::new(),
        name: String::new(),
        narrowed: usize::from(clash),
        lines: vec![
            sample_line((lang, clash), State::Eligible, &lang.t("intake-proposal-select"), "intake-support-supported"),
            sample_line((lang, clash), State::ToBeChecked, "", "intake-support-waiting"),
        ],
        first: "/applications".into(),
        next: "/applications".into(),
        policy: policy(Selection::Lottery),
        draw_from: "20.10.2023".into(),
        lottery: true,
        can_hand_on: true,
        can_decide: true,
        by_hand: true,
    };
    page.render().unwrap_or_default()
}

fn sample_line((lang, clash): (Lang, bool), state: State, proposed: &str, support: &'static str) -> Line {
    Line {
        id: ident::of("sample", "application"),
        rev: 2,
        name: "Virtanen Maija".into(),
        title: "lähihoitaja".into(),
        unit: "Lyhytaikaishoito".into(),
        mark: mark(state, lang),
        kind: "quiet",
        proposed: proposed.into(),
        support,
        arrived: "12.10.2023".into(),
        late: false,
        open: state == State::Eligible,
        picked: clash,
        reason: String::new(),
        reason_error: if clash { lang.t("fault-intake-reason") } else { String::new() },
    }
}
