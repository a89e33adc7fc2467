//! What an import will change: the file against the register. Pure, so that the preview and the act agree.
use std::collections::{HashMap, HashSet};

use chrono::{Days, NaiveDate};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::{Column, Fault, Row, Why, units};
use crate::{
    codes,
    people::{Education, Employment, Person, Position, Unit},
};

/// The register of an organisation as it stands.
#[derive(Clone, Debug, Default)]
pub struct Register {
    pub organisation_id: Uuid,
    /// By employee number, with the latest employment.
    pub people: HashMap<String, (Person, Option<Employment>)>,
    pub units: Vec<Unit>,
}

impl Register {
    /// A mark of this state: what is planned against one state is not done to another.
    pub fn mark(&self) -> Vec<u8> {
        let mut people: Vec<_> = self.people.values().collect();
        people.sort_unstable_by_key(|(person, _)| person.id);
        let mut hash = Sha256::new();
        for known in people {
            hash.update(format!("{known:?}"));
        }
        hash.update(format!("{:?}", self.units));
        hash.finalize().to_vec()
    }
}

/// How the file is to be taken.
#[derive(Clone, Copy, Debug)]
pub struct Manner {
    /// The file is the whole staff: whoever is missing from it works here no longer.
    pub whole: bool,
    pub today: NaiveDate,
}

codes! {
    /// What happens to a person.
    pub enum Kind {
        New = "new",
        Updated = "updated",
        Ended = "ended",
    }
}

/// One person's change.
#[derive(Clone, Debug)]
pub struct Move {
    pub kind: Kind,
    /// As they will be; the human of a new one is not known yet.
    pub person: Person,
    /// As they will be: the employment that is new or changed, and the one it closes.
    pub employments: Vec<Employment>,
    /// What changes.
    pub columns: Vec<Column>,
}

/// Everything that will change.
#[derive(Clone, Debug, Default)]
pub struct Plan {
    pub moves: Vec<Move>,
    pub unchanged: usize,
    /// Units that are new or changed, each after the one above it.
    pub units: Vec<Unit>,
    pub new_units: usize,
    /// People who lead a unit from now on, and who lead none any more.
    pub leads: Vec<Uuid>,
    pub leads_no_more: Vec<Uuid>,
}

impl Plan {
    pub fn count(&self, kind: Kind) -> usize {
        self.moves.iter().filter(|change| change.kind == kind).count()
    }
}

/// What the rows change in the register, or why they cannot.
pub fn plan(
    register: &Register,
    (columns, rows): (&[Column], &[Row<'_>]),
    manner: Manner,
    mut new_id: impl FnMut() -> Uuid,
) -> Result<Plan, Vec<Fault>> {
    let (drafts, faults) = units::draft(rows);
    if !faults.is_empty() {
        return Err(faults);
    }
    let mut tree = units::build(&register.units, &drafts, register.organisation_id, &mut new_id)?;
    let ids: HashMap<String, Uuid> = tree.iter().map(|unit| (units::key(&unit.name), unit.id)).collect();
    let mut plan = Plan::default();
    let mut numbers: HashMap<&str, Uuid> =
        register.people.iter().map(|(number, (person, _))| (number.as_str(), person.id)).collect();
    let reader = File { columns, manner, organisation_id: register.organisation_id };
    for row in rows {
        let unit_id = ids.get(&units::key(row.unit)).copied().unwrap_or_default();
        let change = match register.people.get(row.number) {
            Some((person, employment)) => reader.update(row, unit_id, (person, employment.as_ref()), &mut new_id),
            None => Some(reader.hire(row, unit_id, &mut new_id)),
        };
        match change {
            Some(change) => {
                numbers.insert(row.number, change.person.id);
                plan.moves.push(change);
            }
            None => plan.unchanged += 1,
        }
    }
    if manner.whole {
        plan.moves.extend(missing(register, rows, manner.today));
    }
    let leaders = leaders(&drafts, &numbers)?;
    let gone: HashSet<Uuid> =
        plan.moves.iter().filter(|change| change.kind == Kind::Ended).map(|change| change.person.id).collect();
    for unit in &mut tree {
        unit.supervisor_id = match leaders.get(&units::key(&unit.name)) {
            Some(person) => Some(*person),
            None => unit.supervisor_id.filter(|person| !gone.contains(person)),
        };
    }
    plan.note_units(register, tree);
    if !columns.contains(&Column::Position) {
        plan.note_supervisors();
    }
    Ok(plan)
}

impl Plan {
    /// In a file that tells no positions, whoever leads a unit is a supervisor.
    fn note_supervisors(&mut self) {
        let leads: HashSet<Uuid> = self.leads.iter().copied().collect();
        let new = self.moves.iter_mut().filter(|change| change.kind == Kind::New && leads.contains(&change.person.id));
        for employment in new.flat_map(|change| &mut change.employments) {
            employment.position = Position::Supervisor;
        }
    }

    /// Keeps the units that change, and who begins or stops leading.
    fn note_units(&mut self, register: &Register, tree: Vec<Unit>) {
        let leading = |units: &[Unit]| units.iter().filter_map(|unit| unit.supervisor_id).collect::<HashSet<_>>();
        let (before, after) = (leading(&register.units), leading(&tree));
        self.leads = after.difference(&before).copied().collect();
        self.leads_no_more = before.difference(&after).copied().collect();
        let known: HashMap<Uuid, &Unit> = register.units.iter().map(|unit| (unit.id, unit)).collect();
        self.new_units = tree.iter().filter(|unit| !known.contains_key(&unit.id)).count();
        self.units = tree.into_iter().filter(|unit| known.get(&unit.id).is_none_or(|before| *before != unit)).collect();
    }
}

fn leaders(drafts: &units::Drafts<'_>, numbers: &HashMap<&str, Uuid>) -> Result<HashMap<String, Uuid>, Vec<Fault>> {
    let (mut found, mut faults, mut above) = (HashMap::new(), Vec::new(), Vec::new());
    for (key, draft) in drafts {
        let leader = match units::leader(draft) {
            Ok(Some(leader)) => leader,
            Ok(None) => continue,
            Err(fault) => {
                faults.push(fault);
                continue;
            }
        };
        if let Some(person) = numbers.get(leader.0) {
            found.insert(key.clone(), *person);
            above.extend(units::leader_above(draft, leader.0));
        } else {
            let (line, why) = (leader.1, Why::UnknownSupervisor);
            faults.push(Fault { line, column: Column::Supervisor, why, other: None });
        }
    }
    // Of a unit whose own people tell of no leader, the leaders below tell.
    for (key, number) in above {
        if let Some(person) = numbers.get(number) {
            found.entry(key).or_insert(*person);
        }
    }
    faults.sort_by_key(|fault| fault.line);
    if faults.is_empty() { Ok(found) } else { Err(faults) }
}

/// Those who are in the register but not in the file, with their employment closed.
fn missing(register: &Register, rows: &[Row<'_>], today: NaiveDate) -> Vec<Move> {
    let there: HashSet<&str> = rows.iter().map(|row| row.number).collect();
    let mut gone: Vec<_> = register.people.iter().filter(|(number, _)| !there.contains(number.as_str())).collect();
    gone.sort_unstable_by_key(|(number, _)| *number);
    let close = |(person, employment): &(Person, Option<Employment>)| {
        let open = employment.as_ref().filter(|employment| employment.ends_on.is_none_or(|ends| ends > today))?;
        let closed = Employment { ends_on: Some(today.max(open.starts_on)), ..open.clone() };
        Some(Move { kind: Kind::Ended, person: person.clone(), employments: vec![closed], columns: vec![Column::Ends] })
    };
    gone.into_iter().filter_map(|(_, known)| close(known)).collect()
}

/// What the file says of everyone: its columns, and how it is taken.
struct File<'f> {
    columns: &'f [Column],
    manner: Manner,
    organisation_id: Uuid,
}

impl File<'_> {
    fn has(&self, column: Column) -> bool {
        self.columns.contains(&column)
    }

    fn hire(&self, row: &Row<'_>, unit_id: Uuid, new_id: &mut impl FnMut() -> Uuid) -> Move {
        let person = Person {
            id: new_id(),
            organisation_id: self.organisation_id,
            human_id: Uuid::nil(),
            employee_number: row.number.to_owned(),
            first_name: row.first_name.to_owned(),
            last_name: row.last_name.to_owned(),
            work_address: row.address.clone(),
            work_phone: row.phone.map(str::to_owned),
            private_address: None,
            private_phone: None,
        };
        let employment = self.employment(row, unit_id, None, (new_id(), person.id));
        Move { kind: Kind::New, person, employments: vec![employment], columns: Vec::new() }
    }

    /// `None` when nothing changes.
    fn update(
        &self,
        row: &Row<'_>,
        unit_id: Uuid,
        (before, last): (&Person, Option<&Employment>),
        new_id: &mut impl FnMut() -> Uuid,
    ) -> Option<Move> {
        let mut person = before.clone();
        row.first_name.clone_into(&mut person.first_name);
        row.last_name.clone_into(&mut person.last_name);
        if self.has(Column::Address) {
            person.work_address.clone_from(&row.address);
        }
        if self.has(Column::Phone) {
            person.work_phone = row.phone.map(str::to_owned);
        }
        let mut columns = Vec::new();
        let mut note = |changed: bool, column| {
            if changed {
                columns.push(column);
            }
        };
        note(person.first_name != before.first_name, Column::FirstName);
        note(person.last_name != before.last_name, Column::LastName);
        note(person.work_address != before.work_address, Column::Address);
        note(person.work_phone != before.work_phone, Column::Phone);
        // A later beginning is a new employment; an earlier one puts the old right.
        let again = last.is_some_and(|last| row.starts > last.starts_on);
        let id = last.filter(|_| !again).map_or_else(&mut *new_id, |last| last.id);
        let now = self.employment(row, unit_id, last, (id, person.id));
        let mut employments = Vec::new();
        if let Some(last) = last {
            note(now.unit_id != last.unit_id, Column::Unit);
            note(now.title != last.title, Column::Title);
            note(now.education != last.education, Column::Education);
            note(now.position != last.position, Column::Position);
            note(now.client_work != last.client_work, Column::ClientWork);
            note(now.starts_on != last.starts_on, Column::Starts);
            note(now.ends_on != last.ends_on, Column::Ends);
            if again && last.ends_on.is_none_or(|ends| ends >= now.starts_on) {
                employments.push(Employment { ends_on: now.starts_on.checked_sub_days(Days::new(1)), ..last.clone() });
            }
        }
        if columns.is_empty() && last.is_some() {
            return None;
        }
        let over = |ends: Option<NaiveDate>| ends.is_some_and(|ends| ends <= self.manner.today);
        let ended = over(now.ends_on) && !last.is_some_and(|last| over(last.ends_on));
        employments.push(now);
        Some(Move { kind: if ended { Kind::Ended } else { Kind::Updated }, person, employments, columns })
    }

    fn employment(
        &self,
        row: &Row<'_>,
        unit_id: Uuid,
        last: Option<&Employment>,
        (id, person_id): (Uuid, Uuid),
    ) -> Employment {
        let position = if row.leads == Some(true) { Position::Supervisor } else { Position::Employee };
        let still = last.and_then(|last| last.ends_on).filter(|ends| *ends > self.manner.today);
        Employment {
            id,
            person_id,
            unit_id,
            title: row.title.to_owned(),
            education: row.education.or(last.map(|last| last.education)).unwrap_or(Education::Other),
            position: row.position.or(last.map(|last| last.position)).unwrap_or(position),
            client_work: if self.has(Column::ClientWork) {
                row.client_work
            } else {
                last.and_then(|last| last.client_work)
            },
            starts_on: row.starts,
            // A file without the column says that whoever is in it works here.
            ends_on: if self.has(Column::Ends) { row.ends } else { still },
        }
    }
}
