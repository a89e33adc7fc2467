//! An edition: all statistics of one population that are published together.

use crate::attack::{Column, Line};
use crate::draft::{Draft, draft, safe_steps};
use crate::published::{Published, Row, Step, Table, Withheld};
use crate::{Cell, Rule};
use std::collections::HashSet;
use std::fmt;

/// The statistics of one population, true and whole. Build it, then [`Edition::publish`].
#[derive(Debug, Clone)]
pub struct Edition {
    pub(crate) funnel: Vec<(String, u64)>,
    pub(crate) tables: Vec<Source>,
}

#[derive(Debug, Clone)]
pub(crate) struct Source {
    pub(crate) name: String,
    /// The place of the parent table among the edition's tables.
    pub(crate) parent: Option<usize>,
    /// The places of its steps in the funnel.
    pub(crate) steps: Vec<usize>,
    pub(crate) rows: Vec<Category>,
}

#[derive(Debug, Clone)]
pub(crate) struct Category {
    pub(crate) within: Option<String>,
    pub(crate) key: String,
    pub(crate) counts: Vec<u64>,
}

/// What a printed table divides: a row of the parent (or everyone), its categories and its total.
struct Part<'a> {
    within: Option<String>,
    rows: Vec<&'a Category>,
    total: Vec<Cell>,
}

/// Why a statistic does not fit into its edition. The edition stays as it was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Broken {
    /// No step, a step named twice or unknown, or steps out of order. Holds the step's key.
    Steps(String),
    /// Counts that rise from a step to the next, or a row without one count per step. Holds the row's or step's key.
    NotNested(String),
    /// A row's key or a table's name stands twice.
    Twice(String),
    /// The rows of the table do not add up to the total of the step (or of the parent row). Holds table and step or row.
    Sum(String, String),
    /// The parent table is unknown, nested itself, or lacks the row that is named.
    Parent(String),
}

impl fmt::Display for Broken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Steps(key) => write!(f, "the steps do not fit at \"{key}\""),
            Self::NotNested(key) => write!(f, "\"{key}\" does not have one count per step, none above the one before"),
            Self::Twice(key) => write!(f, "\"{key}\" stands twice"),
            Self::Sum(table, key) => write!(f, "table \"{table}\" does not add up to the total of \"{key}\""),
            Self::Parent(key) => write!(f, "\"{key}\" cannot be divided"),
        }
    }
}

impl std::error::Error for Broken {}

impl Edition {
    /// An edition of a population by nested steps: people who reached each, each step's people among those of the step
    /// before. A population without steps has one. Errors: no steps, a step twice, a rising count.
    pub fn new(funnel: &[(&str, u64)]) -> Result<Self, Broken> {
        if funnel.is_empty() {
            return Err(Broken::Steps(String::new()));
        }
        unique(funnel.iter().map(|(key, _)| *key)).map_err(Broken::Steps)?;
        if let Some(step) = funnel.windows(2).find(|pair| pair[1].1 > pair[0].1) {
            return Err(Broken::NotNested(step[1].0.to_string()));
        }
        let funnel = funnel.iter().map(|(key, count)| ((*key).to_string(), *count)).collect();
        Ok(Self { funnel, tables: Vec::new() })
    }

    /// Adds a table that divides the population (from the first of `steps` on) into categories: `rows` of key and one
    /// count per step. Every person stands in exactly one row (add a row for "not known"); an attribute stands in one
    /// table only, with all its steps, and one that lies inside another goes into [`Edition::nested`].
    pub fn table(&mut self, name: &str, steps: &[&str], rows: &[(String, Vec<u64>)]) -> Result<&mut Self, Broken> {
        let steps = self.places(steps)?;
        let row =
            |(key, counts): &(String, Vec<u64>)| Category { within: None, key: key.clone(), counts: counts.clone() };
        let source = Source { name: name.to_string(), parent: None, steps, rows: rows.iter().map(row).collect() };
        self.check(&source)?;
        for (column, step) in source.steps.iter().enumerate() {
            let (key, total) = &self.funnel[*step];
            if source.rows.iter().map(|row| row.counts[column]).sum::<u64>() != *total {
                return Err(Broken::Sum(source.name, key.clone()));
            }
        }
        self.tables.push(source);
        Ok(self)
    }

    /// Adds a table that divides the rows of table `parent` further, over the same steps: `rows` of parent row, key and
    /// counts. A key belongs to one parent row. It is published inside the parent's rows that stand alone only.
    pub fn nested(
        &mut self,
        name: &str,
        parent: &str,
        rows: &[(String, String, Vec<u64>)],
    ) -> Result<&mut Self, Broken> {
        let unfit = || Broken::Parent(parent.to_string());
        let place = self.tables.iter().position(|table| table.name == parent).ok_or_else(unfit)?;
        let above = &self.tables[place];
        if above.parent.is_some() {
            return Err(unfit());
        }
        let row = |(within, key, counts): &(String, String, Vec<u64>)| Category {
            within: Some(within.clone()),
            key: key.clone(),
            counts: counts.clone(),
        };
        let rows: Vec<Category> = rows.iter().map(row).collect();
        let source = Source { name: name.to_string(), parent: Some(place), steps: above.steps.clone(), rows };
        self.check(&source)?;
        let known: HashSet<&str> = above.rows.iter().map(|row| row.key.as_str()).collect();
        let lost = source.rows.iter().find(|row| row.within.as_deref().is_none_or(|within| !known.contains(within)));
        if let Some(row) = lost {
            return Err(Broken::Parent(row.within.clone().unwrap_or_default()));
        }
        for whole in &above.rows {
            let sum = |column: usize| source.inside(&whole.key).map(|row| row.counts[column]).sum::<u64>();
            if (0..source.steps.len()).any(|column| sum(column) != whole.counts[column]) {
                return Err(Broken::Sum(source.name, whole.key.clone()));
            }
        }
        self.tables.push(source);
        Ok(self)
    }

    /// What may be published: every number 0 or ≥ k, so also every difference of steps and whatever the numbers leave
    /// over, and every hidden small count with at least the rule's room. [`crate::audit::leaks`] of the result is empty.
    pub fn publish(&self, rule: Rule) -> Published {
        let totals: Vec<u64> = self.funnel.iter().map(|(_, total)| *total).collect();
        let shown = safe_steps(&totals, &vec![true; totals.len()], rule);
        let cell = |step: usize| if shown[step] { Cell::Shown(totals[step]) } else { Cell::Hidden };
        let funnel = self.funnel.iter().enumerate();
        let funnel = funnel.map(|(step, (key, _))| Step { key: key.clone(), count: cell(step) }).collect();
        let mut drafts: Vec<Draft> = Vec::new();
        let mut tables = Vec::new();
        for source in &self.tables {
            let columns: Vec<Column> = source.steps.iter().map(|step| column(shown[*step])).collect();
            let found = match source.parent {
                None => {
                    let rows: Vec<&Category> = source.rows.iter().collect();
                    let found = draft(&counts(&rows), &columns, &[], rule);
                    let total = source.steps.iter().map(|step| cell(*step)).collect();
                    tables.push(self.print(source, &Part { within: None, rows, total }, &found));
                    found
                }
                Some(parent) => {
                    let parent = (&self.tables[parent], &drafts[parent]);
                    tables.extend(self.divide(source, parent, &columns, rule));
                    Draft::default()
                }
            };
            drafts.push(found);
        }
        Published { funnel, tables }
    }

    /// A nested table: one part for each row of the parent that stands alone.
    fn divide(&self, source: &Source, parent: (&Source, &Draft), columns: &[Column], rule: Rule) -> Vec<Table> {
        let (above, whole) = parent;
        let mut tables = Vec::new();
        for (place, (row, line)) in whole.alone.iter().enumerate() {
            let key = &above.rows[*row].key;
            let own = |(column, shown): (&Column, &bool)| match (column, shown) {
                (Column::Open, false) => Column::Shared,
                (column, _) => *column,
            };
            let columns: Vec<Column> = columns.iter().zip(&line.shown).map(own).collect();
            let beside = whole.alone.iter().enumerate().filter(|(other, _)| *other != place);
            let outside: Vec<Line> = beside.map(|(_, (_, line))| line.clone()).chain(whole.other.clone()).collect();
            let rows: Vec<&Category> = source.inside(key).collect();
            let found = draft(&counts(&rows), &columns, &outside, rule);
            tables.push(self.print(source, &Part { within: Some(key.clone()), rows, total: cells(line) }, &found));
        }
        tables
    }

    fn print(&self, source: &Source, part: &Part, found: &Draft) -> Table {
        let alone: HashSet<usize> = found.alone.iter().map(|(place, _)| *place).collect();
        let gone = part.rows.iter().enumerate().filter(|(place, _)| !alone.contains(place));
        Table {
            name: source.name.clone(),
            within: part.within.clone(),
            steps: source.steps.iter().map(|step| self.funnel[*step].0.clone()).collect(),
            merged: Withheld::new(gone.map(|(_, row)| row.key.clone()).collect()),
            rows: found
                .alone
                .iter()
                .map(|(i, line)| Row { key: part.rows[*i].key.clone(), counts: cells(line) })
                .collect(),
            other: found.other.as_ref().map(cells),
            total: part.total.clone(),
        }
    }

    /// The steps' places in the funnel, rising.
    fn places(&self, steps: &[&str]) -> Result<Vec<usize>, Broken> {
        let place = |key: &&str| {
            let found = self.funnel.iter().position(|(step, _)| step == key);
            found.ok_or_else(|| Broken::Steps((*key).to_string()))
        };
        let places: Vec<usize> = steps.iter().map(place).collect::<Result<_, _>>()?;
        let fall = places.windows(2).position(|pair| pair[0] >= pair[1]).map(|i| steps[i + 1]);
        match fall.or(if steps.is_empty() { Some("") } else { None }) {
            Some(key) => Err(Broken::Steps(key.to_string())),
            None => Ok(places),
        }
    }

    fn check(&self, source: &Source) -> Result<(), Broken> {
        let names = self.tables.iter().map(|table| table.name.as_str());
        unique(names.chain([source.name.as_str()])).map_err(Broken::Twice)?;
        unique(source.rows.iter().map(|row| row.key.as_str())).map_err(Broken::Twice)?;
        let nested = |row: &&Category| {
            row.counts.len() == source.steps.len() && row.counts.windows(2).all(|pair| pair[1] <= pair[0])
        };
        let odd = source.rows.iter().find(|row| !nested(row));
        odd.map_or(Ok(()), |row| Err(Broken::NotNested(row.key.clone())))
    }
}

impl Source {
    /// The rows inside a row of the parent.
    pub(crate) fn inside<'a>(&'a self, key: &'a str) -> impl Iterator<Item = &'a Category> {
        self.rows.iter().filter(move |row| row.within.as_deref() == Some(key))
    }
}

/// One table of one step: keys and their counts. Errors: a key twice.
pub fn table(rows: &[(String, u64)], rule: Rule) -> Result<Table, Broken> {
    let mut edition = Edition::new(&[("", rows.iter().map(|(_, n)| n).sum())])?;
    let rows: Vec<(String, Vec<u64>)> = rows.iter().map(|(key, n)| (key.clone(), vec![*n])).collect();
    edition.table("", &[""], &rows)?;
    edition.publish(rule).tables.pop().ok_or(Broken::Steps(String::new()))
}

/// A funnel alone: people by nested steps. Errors as in [`Edition::new`].
pub fn funnel(steps: &[(&str, u64)], rule: Rule) -> Result<Vec<Step>, Broken> {
    Ok(Edition::new(steps)?.publish(rule).funnel)
}

fn counts(rows: &[&Category]) -> Vec<Vec<u64>> {
    rows.iter().map(|row| row.counts.clone()).collect()
}

fn column(shown: bool) -> Column {
    if shown { Column::Open } else { Column::Closed }
}

fn cells(line: &Line) -> Vec<Cell> {
    line.counts.iter().zip(&line.shown).map(|(n, shown)| if *shown { Cell::Shown(*n) } else { Cell::Hidden }).collect()
}

fn unique<'a>(mut keys: impl Iterator<Item = &'a str>) -> Result<(), String> {
    let mut seen = HashSet::new();
    keys.find(|key| !seen.insert(*key)).map_or(Ok(()), |key| Err(key.to_string()))
}
