//! Making an edition from the facts and the edition before it: pure.
use chrono::NaiveDate;
use disclosure::{Broken, Rule};

use super::{
    facts::Facts,
    groups::{Basis, Round},
    population,
    report::{Population, Report, Table},
    told::Ledger,
};

/// The disclosure rule of round reports.
pub const RULE: Rule = Rule::USUAL;

/// Why there is no new edition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotYet {
    /// Fewer than k have applied.
    TooFew,
    /// Fewer than k answers are new: two editions could be subtracted.
    NothingNew,
    /// The counts do not add up: a fault of ours.
    Broken(Broken),
}

/// The next edition's report and what it rests on.
pub fn build(facts: &Facts, before: Option<(&Report, &Basis)>, today: NaiveDate) -> Result<(Report, Basis), NotYet> {
    let applied = population::count(facts.applicants.len());
    if applied < RULE.k() {
        return Err(NotYet::TooFew);
    }
    let fresh = population::publish(facts, RULE, today).map_err(NotYet::Broken)?;
    let population = match before {
        Some((old, _)) => follow(&old.population, fresh),
        None => fresh,
    };
    let mut round = Round { facts, before, ledger: Ledger::new(RULE), basis: Basis::new(), rule: RULE, today };
    round.remember();
    for n in population.funnel.iter().filter_map(|step| step.n) {
        round.ledger.note(n);
    }
    let report = Report {
        programme: facts.programme.clone(),
        round: facts.round.clone(),
        k: RULE.k(),
        packages: facts.packages,
        population,
        changes: round.changes(),
        expectations: round.expectations(),
        waits: round.waits(),
        experiences: round.experiences(),
        together: round.together(),
        leading: facts.leading.clone(),
        points: facts.points.clone(),
        kinds: facts.kinds.clone(),
    };
    match before {
        Some((old, _)) if *old == report => Err(NotYet::NothingNew),
        _ => Ok((report, round.basis)),
    }
}

/// The counts of the new edition: the funnel, the visits and each table anew when nothing that both editions show, nor a
/// difference of two steps, has moved by 1..k and rows are merged alike; else as they were, with their own day. What has
/// been published before tells nothing new.
fn follow(old: &Population, fresh: Population) -> Population {
    let line = |people: &Population| people.funnel.iter().map(|step| step.n).collect::<Vec<_>>();
    if !steps_may_follow(&line(old), &line(&fresh)) {
        return old.clone();
    }
    let may_renew =
        |name: &str| old.tables.iter().filter(|table| family(&table.name) == name).all(|table| follows(table, &fresh));
    let kept = old.tables.iter().filter(|table| !may_renew(family(&table.name))).cloned();
    let renewed = fresh.tables.iter().filter(|table| may_renew(family(&table.name))).cloned();
    let mut tables: Vec<Table> = renewed.chain(kept).collect();
    for table in &mut tables {
        keep_day(table, old);
    }
    tables.sort_by_key(|table| fresh.tables.iter().position(|other| other.name == table.name));
    let visits_used = match (old.visits_used, fresh.visits_used) {
        (Some(old), Some(new)) if RULE.small(old.abs_diff(new)) => Some(old),
        (_, new) => new,
    };
    let same = line(old) == line(&fresh);
    Population { as_of: if same { old.as_of } else { fresh.as_of }, funnel: fresh.funnel, tables, visits_used }
}

/// Units are divided inside service areas: the two are renewed together.
fn family(table: &str) -> &str {
    if table == "unit" { "service_area" } else { table }
}

/// A table that is the same as before keeps its day.
fn keep_day(table: &mut Table, old: &Population) {
    let twin = old.tables.iter().find(|other| other.name == table.name && other.within == table.within);
    if let Some(twin) = twin.filter(|twin| Table { as_of: table.as_of, ..(*twin).clone() } == *table) {
        table.as_of = twin.as_of;
    }
}

fn follows(old: &Table, fresh: &Population) -> bool {
    let twin = fresh.tables.iter().find(|other| other.name == old.name && other.within == old.within);
    !old.is_divided() || twin.is_some_and(|twin| !twin.is_divided() || table_may_follow(old, twin))
}

fn table_may_follow(old: &Table, new: &Table) -> bool {
    let alike = old.rows.len() == new.rows.len() && old.other.is_some() == new.other.is_some();
    let rows = old.rows.iter().all(|row| {
        let twin = new.rows.iter().find(|other| other.key == row.key);
        twin.is_some_and(|twin| steps_may_follow(&row.counts, &twin.counts))
    });
    let other = match (&old.other, &new.other) {
        (Some(old), Some(new)) => steps_may_follow(old, new),
        _ => true,
    };
    alike && rows && other
}

fn steps_may_follow(old: &[Option<u64>], new: &[Option<u64>]) -> bool {
    let moved = |(old, new): (&Option<u64>, &Option<u64>)| Some((*old)?.abs_diff((*new)?));
    let moves: Vec<u64> = old.iter().zip(new).filter_map(moved).collect();
    let between = moves.iter().flat_map(|a| moves.iter().map(|b| a.abs_diff(*b)));
    moves.iter().copied().chain(between).all(|n| !RULE.small(n))
}
