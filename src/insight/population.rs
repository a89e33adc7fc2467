//! The people by steps and categories, through disclosure control: one cube, suppressed once.
use std::collections::BTreeMap;

use chrono::NaiveDate;
use disclosure::{Broken, Cell, Edition as Cube, Rule};

use super::{
    facts::{Applicant, Facts, Reached},
    report::{AGREEMENT, IN_FORCE, OUTCOME, Population, Row, Step, Table},
};

/// Where nothing is known of a category.
pub const UNKNOWN: &str = "unknown";

/// A category's key with the number of people at each step.
type Counted = Vec<(String, Vec<u64>)>;

/// The cube of a round, true and whole.
pub fn cube(facts: &Facts, rule: Rule) -> Result<Cube, Broken> {
    let people = &facts.applicants;
    let funnel: Vec<(&str, u64)> = Reached::ALL.iter().map(|step| (step.code(), reached(people, *step))).collect();
    let mut cube = Cube::new(&funnel)?;
    let both = [Reached::Applied, Reached::Placed];
    add(&mut cube, "service_area", &both, by(people, &both, |one| category(&one.service_area)))?;
    let units = units(people, &both);
    cube.nested("unit", "service_area", &units)?;
    add(&mut cube, "title", &both, by(people, &both, |one| category(&one.title)))?;
    add(&mut cube, "education", &both, by(people, &both, |one| level(&one.education)))?;
    let delivery = [Reached::Placed, Reached::Started, Reached::Completed];
    let placed: Vec<Applicant> = people.iter().filter(|one| one.reached >= Reached::Placed).cloned().collect();
    let provider = |one: &Applicant| one.provider.map_or(UNKNOWN.to_owned(), |id| id.to_string());
    add(&mut cube, "provider", &delivery, by(&placed, &delivery, provider))?;
    if !facts.together.is_empty() {
        add(&mut cube, AGREEMENT, &[Reached::Placed], by(&placed, &[Reached::Placed], |one| agreed(facts, one)))?;
    }
    outcomes(&mut cube, facts, rule)?;
    Ok(cube)
}

/// The cube as it may be published, with the number of visits.
pub fn publish(facts: &Facts, rule: Rule, today: NaiveDate) -> Result<Population, Broken> {
    let published = cube(facts, rule)?.publish(rule);
    let step = |step: disclosure::Step| Step { key: step.key, n: step.count.value() };
    Ok(Population {
        as_of: today,
        funnel: published.funnel.into_iter().map(step).collect(),
        tables: published.tables.into_iter().map(|from| table(from, today)).collect(),
        visits_used: visits(facts, rule),
    })
}

/// The visits used by all, when neither those who used fewer than they could nor those who used more than one can be a
/// few: as every visit missed or added is at most one person's, at least k of them or none must be so.
fn visits(facts: &Facts, rule: Rule) -> Option<u64> {
    let started: Vec<&Applicant> = facts.applicants.iter().filter(|one| one.reached >= Reached::Started).collect();
    let people = count(started.len());
    let used: u64 = started.iter().map(|one| one.visits_used).sum();
    let missed = (people * facts.visits_per_package).abs_diff(used);
    let added = used.abs_diff(people);
    (people >= rule.k() && !rule.small(missed) && !rule.small(added)).then_some(used)
}

fn table(from: disclosure::Table, as_of: NaiveDate) -> Table {
    let cells = |cells: Vec<Cell>| cells.into_iter().map(Cell::value).collect();
    Table {
        name: from.name,
        as_of,
        within: from.within,
        steps: from.steps,
        rows: from.rows.into_iter().map(|row| Row { key: row.key, counts: cells(row.counts) }).collect(),
        other: from.other.map(cells),
        total: cells(from.total),
    }
}

fn add(cube: &mut Cube, name: &str, steps: &[Reached], rows: Counted) -> Result<(), Broken> {
    let steps: Vec<&str> = steps.iter().map(|step| step.code()).collect();
    cube.table(name, &steps, &rows).map(|_| ())
}

/// Whether what the three agreed stands in force.
fn agreed(facts: &Facts, one: &Applicant) -> String {
    let in_force = facts.together.iter().any(|case| Some(case.case_id) == one.case_id && case.in_force);
    if in_force { IN_FORCE } else { "not_in_force" }.to_owned()
}

/// Outcomes at each point of time at which at least k have answered; who has not answered stands with the unknown.
fn outcomes(cube: &mut Cube, facts: &Facts, rule: Rule) -> Result<(), Broken> {
    let mut points: BTreeMap<&str, BTreeMap<_, &str>> = BTreeMap::new();
    for one in &facts.became {
        points.entry(&one.at_point).or_default().insert(one.case_id, &one.kind);
    }
    let started: Vec<Applicant> =
        facts.applicants.iter().filter(|one| one.reached >= Reached::Started).cloned().collect();
    for (point, kinds) in points {
        let kind = |one: &Applicant| {
            let kind = one.case_id.and_then(|id| kinds.get(&id)).copied();
            kind.filter(|kind| !kind.is_empty()).unwrap_or(UNKNOWN).to_owned()
        };
        let rows = by(&started, &[Reached::Started], kind);
        let answered: u64 = rows.iter().filter(|(key, _)| key != UNKNOWN).map(|(_, counts)| counts[0]).sum();
        if answered >= rule.k() {
            add(cube, &format!("{OUTCOME}{point}"), &[Reached::Started], rows)?;
        }
    }
    Ok(())
}

/// Units inside their service areas; a name that two areas share is told apart.
fn units(people: &[Applicant], steps: &[Reached]) -> Vec<(String, String, Vec<u64>)> {
    let mut areas: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for one in people {
        let within = areas.entry(category(&one.unit)).or_default();
        let area = category(&one.service_area);
        if !within.contains(&area) {
            within.push(area);
        }
    }
    let mut rows: Vec<(String, String, Vec<u64>)> = Vec::new();
    for (unit, within) in &areas {
        for area in within {
            let here = |one: &&Applicant| category(&one.unit) == *unit && category(&one.service_area) == *area;
            let here: Vec<Applicant> = people.iter().filter(here).cloned().collect();
            let key = if within.len() > 1 { format!("{unit} ({area})") } else { unit.clone() };
            rows.push((area.clone(), key, steps.iter().map(|step| reached(&here, *step)).collect()));
        }
    }
    rows.sort_by(|a, b| b.2.cmp(&a.2).then_with(|| a.1.cmp(&b.1)));
    rows
}

/// People by a category, the largest first.
fn by(people: &[Applicant], steps: &[Reached], key: impl Fn(&Applicant) -> String) -> Counted {
    let mut rows: BTreeMap<String, Vec<u64>> = BTreeMap::new();
    for one in people {
        let row = rows.entry(key(one)).or_insert_with(|| vec![0; steps.len()]);
        for (n, step) in row.iter_mut().zip(steps) {
            *n += u64::from(one.reached >= *step);
        }
    }
    let mut rows: Counted = rows.into_iter().collect();
    rows.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    rows
}

fn reached(people: &[Applicant], step: Reached) -> u64 {
    count(people.iter().filter(|one| one.reached >= step).count())
}

fn category(words: &str) -> String {
    let words = words.trim();
    if words.is_empty() { UNKNOWN.to_owned() } else { words.to_owned() }
}

/// The level of education; that of neither kind must not be taken for the merged row of small ones.
fn level(code: &str) -> String {
    match code.trim() {
        "" => UNKNOWN.to_owned(),
        "other" => "other_level".to_owned(),
        code => code.to_owned(),
    }
}

pub(super) fn count(n: usize) -> u64 {
    u64::try_from(n).unwrap_or(u64::MAX)
}
