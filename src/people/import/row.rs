//! A row read: each cell as what it means, or why it cannot be that.
use std::collections::HashMap;

use chrono::NaiveDate;
use csv::StringRecord;

use super::{
    Column, Table,
    meaning::{self, is_identity_code},
};
use crate::{
    codes,
    people::{Education, Position},
};

codes! {
    /// Why a row cannot be taken.
    pub enum Why {
        Missing = "missing",
        TooLong = "too-long",
        /// Characters that cannot be shown.
        Unprintable = "unprintable",
        /// What looks like a personal identity code is never stored.
        IdentityCode = "identity-code",
        Day = "day",
        Address = "address",
        Education = "education",
        Position = "position",
        YesNo = "yes-no",
        RosterDay = "roster-day",
        /// The same employee number or address stands on another row.
        Twice = "twice",
        EndsBeforeStart = "ends-before-start",
        /// The unit is said to be otherwise on another row.
        UnitOtherwise = "unit-otherwise",
        /// The unit stands above itself.
        Circle = "circle",
        UnknownSupervisor = "unknown-supervisor",
        TwoSupervisors = "two-supervisors",
    }
}

/// What is wrong with a row. The value itself is not told: it may be what should not have been in the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The row in the file, the first being 1.
    pub line: u32,
    pub column: Column,
    pub why: Why,
    /// The other row, where there is one.
    pub other: Option<u32>,
}

/// A row that says who, where and what. `None` where the file does not say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row<'t> {
    pub line: u32,
    pub number: &'t str,
    pub first_name: &'t str,
    pub last_name: &'t str,
    pub address: Option<String>,
    pub phone: Option<&'t str>,
    pub unit: &'t str,
    pub parent: Option<&'t str>,
    pub area: Option<&'t str>,
    pub title: &'t str,
    pub education: Option<Education>,
    pub position: Option<Position>,
    pub client_work: Option<bool>,
    pub starts: NaiveDate,
    pub ends: Option<NaiveDate>,
    pub supervisor: Option<&'t str>,
    pub leads: Option<bool>,
    pub roster_day: Option<i32>,
}

/// Reads every row; the faults of all rows in the order of the file.
pub fn read(table: &Table) -> (Vec<Row<'_>>, Vec<Fault>) {
    let mut reader = Reader { columns: &table.columns, faults: Vec::new() };
    let mut rows: Vec<Row<'_>> = Vec::with_capacity(table.rows.len());
    for (line, cells) in &table.rows {
        rows.extend(reader.row(*line, cells));
    }
    let mut faults = reader.faults;
    let (mut numbers, mut addresses) = (HashMap::new(), HashMap::new());
    for row in &rows {
        let mut twice =
            |column, other| faults.push(Fault { line: row.line, column, why: Why::Twice, other: Some(other) });
        if let Some(first) = numbers.insert(row.number, row.line) {
            twice(Column::Number, first);
        }
        if let Some(first) = row.address.as_deref().and_then(|address| addresses.insert(address, row.line)) {
            twice(Column::Address, first);
        }
    }
    faults.sort_by_key(|fault| (fault.line, fault.column));
    (rows, faults)
}

struct Reader<'t> {
    columns: &'t [Column],
    faults: Vec<Fault>,
}

impl<'t> Reader<'t> {
    fn row(&mut self, line: u32, cells: &'t StringRecord) -> Option<Row<'t>> {
        let before = self.faults.len();
        let mut get = |column: Column| self.cell(line, cells, column);
        let [number, first, last, unit, title] =
            [Column::Number, Column::FirstName, Column::LastName, Column::Unit, Column::Title].map(&mut get);
        let [address, phone, parent, area, supervisor] =
            [Column::Address, Column::Phone, Column::Parent, Column::Area, Column::Supervisor].map(&mut get);
        let [education, position, client, leads, roster] =
            [Column::Education, Column::Position, Column::ClientWork, Column::Leads, Column::RosterDay].map(&mut get);
        let [starts, ends] = [Column::Starts, Column::Ends].map(&mut get);
        let row = Row {
            line,
            number: number.unwrap_or_default(),
            first_name: first.unwrap_or_default(),
            last_name: last.unwrap_or_default(),
            address: self.meaning(line, (Column::Address, Why::Address), address, meaning::address),
            phone,
            unit: unit.unwrap_or_default(),
            parent,
            area,
            title: title.unwrap_or_default(),
            education: self.meaning(line, (Column::Education, Why::Education), education, meaning::education),
            position: self.meaning(line, (Column::Position, Why::Position), position, meaning::position),
            client_work: self.meaning(line, (Column::ClientWork, Why::YesNo), client, meaning::yes),
            starts: self.meaning(line, (Column::Starts, Why::Day), starts, meaning::day).unwrap_or_default(),
            ends: self.meaning(line, (Column::Ends, Why::Day), ends, meaning::day),
            supervisor,
            leads: self.meaning(line, (Column::Leads, Why::YesNo), leads, meaning::yes),
            roster_day: self.meaning(line, (Column::RosterDay, Why::RosterDay), roster, meaning::roster_day),
        };
        if self.faults.len() == before && row.ends.is_some_and(|ends| ends < row.starts) {
            self.fault(line, Column::Ends, Why::EndsBeforeStart);
        }
        (self.faults.len() == before).then_some(row)
    }

    /// The words of a cell, `None` when there are none.
    fn cell(&mut self, line: u32, cells: &'t StringRecord, column: Column) -> Option<&'t str> {
        let words = self.columns.iter().position(|other| *other == column).and_then(|place| cells.get(place));
        let words = words.filter(|words| words.chars().any(is_seen));
        match words {
            None if Column::REQUIRED.contains(&column) => self.fault(line, column, Why::Missing),
            Some(words) if words.chars().any(is_unprintable) => self.fault(line, column, Why::Unprintable),
            Some(words) if words.chars().count() > column.longest() => self.fault(line, column, Why::TooLong),
            Some(words) if words.split(' ').any(is_identity_code) => self.fault(line, column, Why::IdentityCode),
            _ => {}
        }
        words
    }

    fn meaning<T>(
        &mut self,
        line: u32,
        (column, why): (Column, Why),
        words: Option<&str>,
        read: impl Fn(&str) -> Option<T>,
    ) -> Option<T> {
        let meaning = read(words?);
        if meaning.is_none() {
            self.fault(line, column, why);
        }
        meaning
    }

    fn fault(&mut self, line: u32, column: Column, why: Why) {
        self.faults.push(Fault { line, column, why, other: None });
    }
}

/// Control characters, marks that turn the direction of what stands around them, and codes that are no characters.
fn is_unprintable(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FFF9}'..='\u{FFFD}' | '\u{E0000}'..='\u{E007F}')
        || u32::from(c) & 0xFFFE == 0xFFFE
}

fn is_seen(c: char) -> bool {
    !c.is_whitespace()
        && !matches!(c, '\u{AD}' | '\u{34F}' | '\u{180E}' | '\u{200B}'..='\u{200F}' | '\u{2060}'..='\u{2064}' | '\u{FEFF}')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn table(cells: &[&str]) -> Table {
        let columns = Column::REQUIRED.to_vec();
        Table { columns, dropped: Vec::new(), rows: vec![(2, StringRecord::from(cells.to_vec()))] }
    }

    #[test]
    fn every_fault_of_a_row_is_told() {
        let table = table(&["131052-308T", "", "Maija\u{202E}", "Osasto", "hoitaja", "31.2.2020"]);
        let (rows, faults) = read(&table);
        let told: Vec<_> = faults.iter().map(|fault| (fault.column, fault.why)).collect();
        assert!(rows.is_empty());
        assert_eq!(
            told,
            [
                (Column::Number, Why::IdentityCode),
                (Column::FirstName, Why::Unprintable),
                (Column::LastName, Why::Missing),
                (Column::Starts, Why::Day)
            ]
        );
    }

    proptest! {
        #[test]
        fn any_words_are_a_name_as_they_are_or_are_refused(name in "\\PC{1,120}|.{1,20}") {
            let table = table(&["1", &name, "Maija", "Osasto", "hoitaja", "1.1.2020"]);
            let (rows, faults) = read(&table);
            prop_assert_eq!(rows.len() + faults.len(), 1);
            prop_assert!(rows.iter().all(|row| row.last_name == name));
            prop_assert!(faults.iter().all(|fault| fault.column == Column::LastName));
        }
    }
}
