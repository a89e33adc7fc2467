//! The staff list and a person's page in the register.
use askama::Template;
use axum::extract::{Path, Query};
use chrono::NaiveDate;
use serde::Deserialize;
use uuid::Uuid;

use super::kept;
use crate::{
    clock,
    desk::Desk,
    house::Sample,
    people::{
        Employment, Person, Position, Unit,
        store::{self, ListedPerson},
    },
    text::Lang,
    web::{Answer, Failure, Ui},
};

/// How many people a page lists.
const PAGE: usize = 50;

/// What the list is asked for.
#[derive(Debug, Default, Deserialize)]
pub struct Asked {
    /// The start of a last name, or a whole employee number.
    #[serde(default)]
    q: String,
    /// The last person of the page before.
    after: Option<Uuid>,
}

#[derive(Template)]
#[template(path = "people/pages/staff.html")]
struct StaffPage {
    ui: Ui,
    query: String,
    first: bool,
    rows: Vec<ListedPerson>,
    next: String,
    today: NaiveDate,
}

pub async fn list(desk: Desk, Query(asked): Query<Asked>) -> Answer {
    let mut tx = desk.read().await?;
    let (_, grant) = kept(&desk, &mut tx).await?;
    let query = asked.q.trim().chars().take(100).collect::<String>();
    let mut rows = store::list(&mut tx, &grant, (&query, asked.after), PAGE + 1).await?;
    let more = rows.len() > PAGE;
    rows.truncate(PAGE);
    desk.note(&grant, &rows.iter().map(|row| row.id).collect::<Vec<_>>());
    let last = rows.last().filter(|_| more);
    let next = last.map_or_else(String::new, |last| format!("/staff?q={}&after={}", encoded(&query), last.id));
    let (first, today) = (asked.after.is_none(), clock::day(desk.now));
    desk.page(&StaffPage { ui: desk.ui(), query, first, rows, next, today })
}

fn encoded(words: &str) -> String {
    serde_html_form::to_string([("", words)]).unwrap_or_default().trim_start_matches('=').to_owned()
}

#[derive(Template)]
#[template(path = "people/pages/person.html")]
struct PersonPage {
    ui: Ui,
    person: Person,
    /// The latest first, each with its unit.
    employments: Vec<(Employment, Unit)>,
    supervisor: Option<String>,
    leads: Vec<Unit>,
}

pub async fn show(desk: Desk, Path(id): Path<Uuid>) -> Answer {
    let mut tx = desk.read().await?;
    let (organisation_id, grant) = kept(&desk, &mut tx).await?;
    let person = store::person(&mut tx, id).await?.filter(|person| person.organisation_id == organisation_id);
    let person = person.ok_or(Failure::NotFound)?;
    let works = store::works(&mut tx, &grant, person.id).await?;
    let supervisor = store::supervisor_name(&mut tx, person.id, works.first()).await?;
    desk.note(&grant, &std::iter::once(person.id).chain(supervisor.as_ref().map(|one| one.0)).collect::<Vec<_>>());
    let page = PersonPage {
        ui: desk.ui(),
        supervisor: supervisor.map(|(_, name)| name),
        employments: works.into_iter().map(|work| (work.employment, work.unit)).collect(),
        leads: store::led_by(&mut tx, &grant, person.id).await?,
        person,
    };
    desk.page(&page)
}

impl StaffPage {
    /// The way back to the first page.
    fn back(&self) -> &'static str {
        if self.first { "" } else { "/staff" }
    }
    fn meta(&self, row: &ListedPerson) -> String {
        let ended = row.ends_on.filter(|ends| *ends <= self.today);
        let end = ended.map(|ends| self.ui.t1("people-ended-on", "day", clock::show_day(ends)));
        let parts = [Some(row.title.clone()), Some(row.unit_name.clone()), Some(row.employee_number.clone()), end];
        parts.into_iter().flatten().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
    }
}

impl PersonPage {
    fn or_none(&self, words: Option<&String>) -> String {
        words.cloned().unwrap_or_else(|| self.ui.t("people-not-given"))
    }
    fn period(employment: &Employment) -> String {
        let ends = employment.ends_on.map(clock::show_day).unwrap_or_default();
        format!("{}–{ends}", clock::show_day(employment.starts_on))
    }
    fn position(&self, position: Position) -> String {
        self.ui.t(&format!("people-position-{}", position.code().replace('_', "-")))
    }
    fn client_work(&self, employment: &Employment) -> String {
        self.ui.t(match employment.client_work {
            Some(true) => "people-yes",
            Some(false) => "people-no",
            None => "people-not-given",
        })
    }
    fn private(&self) -> String {
        let given = self.person.private_address.is_some() || self.person.private_phone.is_some();
        self.ui.t(if given { "people-given" } else { "people-not-given" })
    }
}

pub fn samples() -> Vec<Sample> {
    vec![
        Sample { name: "people/staff", render: sample_list },
        Sample { name: "people/staff-empty", render: sample_empty },
        Sample { name: "people/person", render: sample_person },
    ]
}

fn sample_list(lang: Lang) -> String {
    let row = |last: &str, first: &str, title: &str, ends_on| ListedPerson {
        id: Uuid::nil(),
        employee_number: "10231".into(),
        first_name: first.into(),
        last_name: last.into(),
        title: title.into(),
        unit_name: "Lyhytaikaishoito".into(),
        ends_on,
    };
    let rows = vec![
        row("Virtanen", "Maija", "lähihoitaja", None),
        row("Åkerlund", "Ville", "sairaanhoitaja", NaiveDate::from_ymd_opt(2023, 6, 30)),
    ];
    let (query, next, today) = (String::new(), "/staff?q=&after=0".into(), NaiveDate::default());
    let page = StaffPage { ui: Ui::plain(lang), query, first: false, rows, next, today };
    page.render().unwrap_or_default()
}

fn sample_empty(lang: Lang) -> String {
    let (query, next, today) = ("Zz".into(), String::new(), NaiveDate::default());
    StaffPage { ui: Ui::plain(lang), query, first: true, rows: Vec::new(), next, today }.render().unwrap_or_default()
}

fn sample_person(lang: Lang) -> String {
    let person = super::me::sample_of();
    let unit = super::units::sample_of();
    let employment = super::me::sample_employment();
    let page = PersonPage {
        ui: Ui::plain(lang),
        supervisor: Some(person.name()),
        employments: vec![(employment, unit.clone())],
        leads: vec![unit],
        person,
    };
    page.render().unwrap_or_default()
}
