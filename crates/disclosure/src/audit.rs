//! The attacker: what can be computed from everything published.

use crate::attack::{Column, Line, Sheet};
use crate::edition::{Category, Edition, Source};
use crate::published::{Published, Table};
use crate::simplex::Program;
use crate::{Cell, Rule};
use std::fmt;

/// What can be computed of a count, in people, both ends included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bounds {
    /// The least it can be.
    pub low: u64,
    /// The most it can be; `None` without limit.
    pub high: Option<u64>,
}

/// A published number: the sum of the unknown cells with these indices.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fact {
    /// Indices of the cells summed; a cell named twice counts once.
    pub cells: Vec<usize>,
    /// The published sum, in people.
    pub value: u64,
}

/// The facts cannot all be true of people.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Contradiction;

impl fmt::Display for Contradiction {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the published numbers contradict each other")
    }
}

impl std::error::Error for Contradiction {}

/// The least and most of each sum in `asked` (sets of cell indices), over all fillings of `cells` unknown cells with
/// numbers ≥ 0 that agree with the facts. One answer per sum, in order.
///
/// Exact linear programming, rounded inwards to whole people; when the facts form two nested families (margins of a table,
/// steps of a funnel) the bounds are reached by whole numbers, else they may be wider than what whole people allow.
/// For any set of published numbers of moderate size (time grows with cells × facts²). Errors: contradicting facts.
/// Panics when a cell index is not below `cells`.
pub fn bounds(cells: usize, facts: &[Fact], asked: &[Vec<usize>]) -> Result<Vec<Bounds>, Contradiction> {
    let equations: Vec<(Vec<usize>, u64)> = facts.iter().map(|fact| (fact.cells.clone(), fact.value)).collect();
    let mut program = Program::new(cells, &equations).ok_or(Contradiction)?;
    let one = |sum: &Vec<usize>| {
        let (low, high) = program.range(sum);
        Bounds { low, high }
    };
    Ok(asked.iter().map(one).collect())
}

/// A small count that can be computed, or held within less than the rule's room.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Leak {
    /// The table's name; `None` for the funnel.
    pub table: Option<String>,
    /// The row of the parent table that it divides.
    pub within: Option<String>,
    /// The row; `None` for the merged row, or for the rows together that hide one of the steps.
    pub row: Option<String>,
    /// The step reached.
    pub from: String,
    /// The step not reached; `None`: whatever came after.
    pub to: Option<String>,
    /// What can be computed.
    pub bounds: Bounds,
}

/// Everything published does not belong to the edition: an unknown name or a number that is not the true one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Foreign(pub String);

impl fmt::Display for Foreign {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "\"{}\" is not of this edition", self.0)
    }
}

impl std::error::Error for Foreign {}

/// Every leak of what was published of an edition: for each row, the merged row, the total and what the totals leave over,
/// each count and each difference of two steps that is truly 1..k and that the published numbers together hold within less
/// than [`Rule::room`]. The attacker knows all names. Empty for what [`Edition::publish`] makes under the same rule.
/// Single merged categories need no look of their own: any of them may be 0 or all of the merged row.
/// Errors: numbers or names that are not of the edition.
pub fn leaks(edition: &Edition, published: &Published, rule: Rule) -> Result<Vec<Leak>, Foreign> {
    let mut found = funnel_leaks(edition, published, rule)?;
    for table in &published.tables {
        let source = edition.tables.iter().find(|source| source.name == table.name);
        let source = source.ok_or_else(|| Foreign(table.name.clone()))?;
        if let Some((sheet, keys)) = sheet(edition, published, source, table)? {
            found.extend(named(&sheet, &table.steps, &keys, Some(table), rule));
        }
    }
    Ok(found)
}

/// The funnel alone. Hidden steps before the first shown one have no limit, so they are left out.
fn funnel_leaks(edition: &Edition, published: &Published, rule: Rule) -> Result<Vec<Leak>, Foreign> {
    let counts: Vec<u64> = edition.funnel.iter().map(|(_, n)| *n).collect();
    let cells: Vec<Cell> = published.funnel.iter().map(|step| step.count).collect();
    let mut whole = line("funnel", counts, &cells)?;
    let Some(first) = whole.shown.iter().position(|shown| *shown) else { return Ok(Vec::new()) };
    whole = Line { counts: whole.counts.split_off(first), shown: whole.shown.split_off(first) };
    let columns = vec![Column::Closed; whole.counts.len()];
    let steps: Vec<String> = published.funnel[first..].iter().map(|step| step.key.clone()).collect();
    Ok(named(&Sheet { lines: vec![whole], outside: Vec::new(), columns }, &steps, &[], None, rule))
}

fn named(sheet: &Sheet, steps: &[String], keys: &[String], table: Option<&Table>, rule: Rule) -> Vec<Leak> {
    let holes = sheet.holes(rule).into_iter();
    let leak = |hole: crate::attack::Hole| Leak {
        table: table.map(|table| table.name.clone()),
        within: table.and_then(|table| table.within.clone()),
        row: hole.line.and_then(|line| keys.get(line).cloned()),
        from: steps[hole.from].clone(),
        to: steps.get(hole.to).cloned(),
        bounds: hole.bounds,
    };
    holes.map(leak).collect()
}

/// The published table as an attacker sees it, with the keys of its rows; `None` when it shows no rows.
fn sheet(
    edition: &Edition,
    published: &Published,
    source: &Source,
    table: &Table,
) -> Result<Option<(Sheet, Vec<String>)>, Foreign> {
    let rows: Vec<&Category> = source.rows.iter().filter(|row| row.within == table.within).collect();
    let lines = lines(&rows, table)?;
    let keys = table.rows.iter().map(|row| row.key.clone()).collect();
    let mut columns: Vec<Column> = Vec::new();
    for step in &source.steps {
        let open = published.funnel.get(*step).is_some_and(|step| step.count != Cell::Hidden);
        columns.push(if open { Column::Open } else { Column::Closed });
    }
    let mut outside = Vec::new();
    if let (Some(parent), Some(within)) = (source.parent, &table.within) {
        let above = &edition.tables[parent];
        let printed = published.tables.iter().find(|table| table.name == above.name && table.within.is_none());
        let printed = printed.ok_or_else(|| Foreign(above.name.clone()))?;
        outside = crate::audit::lines(&above.rows.iter().collect::<Vec<_>>(), printed)?;
        let own = printed.rows.iter().position(|row| row.key == *within).ok_or_else(|| Foreign(within.clone()))?;
        let own = outside.remove(own);
        for (column, _) in
            columns.iter_mut().zip(own.shown).filter(|(column, shown)| **column == Column::Open && !shown)
        {
            *column = Column::Shared;
        }
    }
    Ok((!lines.is_empty()).then_some((Sheet { lines, outside, columns }, keys)))
}

/// The lines of a published table: its rows, then all other categories together when there are any.
fn lines(rows: &[&Category], table: &Table) -> Result<Vec<Line>, Foreign> {
    let mut lines = Vec::new();
    for shown in &table.rows {
        let row = rows.iter().find(|row| row.key == shown.key).ok_or_else(|| Foreign(shown.key.clone()))?;
        lines.push(line(&shown.key, row.counts.clone(), &shown.counts)?);
    }
    let rest: Vec<&&Category> = rows.iter().filter(|row| table.rows.iter().all(|shown| shown.key != row.key)).collect();
    let steps = table.steps.len();
    let sum = (0..steps).map(|step| rest.iter().map(|row| row.counts[step]).sum()).collect();
    match &table.other {
        Some(cells) => lines.push(line(&table.name, sum, cells)?),
        None if !rest.is_empty() && !lines.is_empty() => {
            lines.push(line(&table.name, sum, &vec![Cell::Hidden; steps])?);
        }
        None => {}
    }
    Ok(lines)
}

fn line(name: &str, counts: Vec<u64>, cells: &[Cell]) -> Result<Line, Foreign> {
    let true_to = cells.iter().zip(&counts).all(|(cell, n)| cell.value().is_none_or(|value| value == *n));
    if cells.len() != counts.len() || !true_to {
        return Err(Foreign(name.to_string()));
    }
    Ok(Line { counts, shown: cells.iter().map(|cell| *cell != Cell::Hidden).collect() })
}
