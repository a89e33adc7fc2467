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
        Some((old, _)) if !may_follow(&old.population, &fresh) => old.population.clone(),
        _ => fresh,
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
    };
    match before {
        Some((old, _)) if *old == report => Err(NotYet::NothingNew),
        _ => Ok((report, round.basis)),
    }
}

/// Whether a new set of counts may stand beside the old one: nothing that both show, nor a difference of two steps, may have
/// moved by 1..k, and rows must be merged alike, or one could be subtracted from the other.
fn may_follow(old: &Population, new: &Population) -> bool {
    let line = |people: &Population| people.funnel.iter().map(|step| step.n).collect::<Vec<_>>();
    let moved = people_moved(old, new);
    moved && steps_may_follow(&line(old), &line(new)) && visits_may_follow(old, new) && tables_may_follow(old, new)
}

/// A new set of counts is worth making only with at least k more at some step.
fn people_moved(old: &Population, new: &Population) -> bool {
    let mut steps = old.funnel.iter().zip(&new.funnel);
    let by = |(old, new): (&super::report::Step, &super::report::Step)| {
        new.n.unwrap_or(0).saturating_sub(old.n.unwrap_or(0)) >= RULE.k()
    };
    steps.any(by)
}

fn visits_may_follow(old: &Population, new: &Population) -> bool {
    match (old.visits_used, new.visits_used) {
        (Some(old), Some(new)) => !RULE.small(old.abs_diff(new)),
        _ => true,
    }
}

fn tables_may_follow(old: &Population, new: &Population) -> bool {
    old.tables.iter().filter(|table| table.is_divided()).all(|table| {
        let twin = new.tables.iter().find(|other| other.name == table.name && other.within == table.within);
        twin.is_none_or(|twin| !twin.is_divided() || table_may_follow(table, twin))
    })
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
    let grown = |(old, new): (&Option<u64>, &Option<u64>)| new.is_none() || old.is_none() || new >= old;
    let moves: Vec<u64> = old.iter().zip(new).filter_map(moved).collect();
    let between = moves.iter().flat_map(|a| moves.iter().map(|b| a.abs_diff(*b)));
    old.iter().zip(new).all(grown) && moves.iter().copied().chain(between).all(|n| !RULE.small(n))
}
