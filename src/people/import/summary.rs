//! What a preview tells of an import, kept until it is confirmed.
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{Column, Fault, Kind, Manner, Plan, Row, Table, Why};
use crate::people::Unit;

/// How many people and how many faulty rows a preview lists.
const SHOWN: usize = 20;
const SHOWN_FAULTS: usize = 200;

/// What has been done, or would be.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Imported {
    pub rows: usize,
    pub new: usize,
    pub updated: usize,
    pub ended: usize,
    pub unchanged: usize,
    pub new_units: usize,
    pub changed_units: usize,
}

/// One person in the preview.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Shown {
    pub kind: String,
    pub name: String,
    pub number: String,
    /// The record in the register; none of somebody new.
    #[serde(default)]
    pub person_id: Option<Uuid>,
    pub unit: String,
    pub title: String,
    /// The columns that change.
    pub columns: Vec<String>,
}

/// The preview.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Summary {
    pub counts: Imported,
    pub whole: bool,
    /// Headers of columns that were left out.
    pub dropped: Vec<String>,
    pub shown: Vec<Shown>,
    /// `(row, column, why, other row)`.
    pub faults: Vec<(u32, String, String, Option<u32>)>,
    pub all_faults: usize,
}

impl Imported {
    pub fn of(rows: usize, plan: &Plan) -> Imported {
        Imported {
            rows,
            new: plan.count(Kind::New),
            updated: plan.count(Kind::Updated),
            ended: plan.count(Kind::Ended),
            unchanged: plan.unchanged,
            new_units: plan.new_units,
            changed_units: plan.units.len() - plan.new_units,
        }
    }
}

impl Summary {
    /// Of a file that can be imported. `units` are those of the register before.
    pub fn of_plan((table, rows): (&Table, &[Row<'_>]), plan: &Plan, manner: Manner, units: &[Unit]) -> Summary {
        let name = |id| plan.units.iter().chain(units).find(|unit| unit.id == id).map_or("", |unit| unit.name.as_str());
        let of_kind = |kind| plan.moves.iter().filter(move |change| change.kind == kind).take(SHOWN);
        let shown = Kind::ALL.iter().flat_map(|kind| of_kind(*kind)).map(|change| {
            let employment = change.employments.last();
            Shown {
                kind: change.kind.code().to_owned(),
                name: change.person.name(),
                number: change.person.employee_number.clone(),
                person_id: (change.kind != Kind::New).then_some(change.person.id),
                unit: employment.map_or("", |employment| name(employment.unit_id)).to_owned(),
                title: employment.map_or_else(String::new, |employment| employment.title.clone()),
                columns: change.columns.iter().map(|column| column.code().to_owned()).collect(),
            }
        });
        Summary {
            counts: Imported::of(rows.len(), plan),
            whole: manner.whole,
            dropped: table.dropped.clone(),
            shown: shown.collect(),
            ..Summary::default()
        }
    }

    /// Of a file with faults.
    pub fn of_faults(table: &Table, faults: &[Fault]) -> Summary {
        let told = faults.iter().take(SHOWN_FAULTS);
        Summary {
            counts: Imported { rows: table.rows.len(), ..Imported::default() },
            dropped: table.dropped.clone(),
            faults: told
                .map(|fault| (fault.line, fault.column.code().to_owned(), fault.why.code().to_owned(), fault.other))
                .collect(),
            all_faults: faults.len(),
            ..Summary::default()
        }
    }

    pub fn can_be_confirmed(&self) -> bool {
        self.faults.is_empty()
    }

    /// Nothing is new, changed or ended.
    pub fn is_empty(&self) -> bool {
        let counts = &self.counts;
        self.can_be_confirmed()
            && counts.new + counts.updated + counts.ended + counts.new_units + counts.changed_units == 0
    }
}

/// The words of a fault kept in a preview.
pub fn fault_words(lang: crate::text::Lang, why: &str, other: Option<u32>) -> String {
    let why = Why::read(why).map_or("missing", Why::code);
    lang.t_with(&format!("people-why-{why}"), [("line", other.unwrap_or_default().into())])
}

/// The name of a column kept in a preview.
pub fn column_name(lang: crate::text::Lang, code: &str) -> String {
    Column::read(code).map_or_else(String::new, |column| lang.t(&column.label()))
}
