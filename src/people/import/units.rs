//! The unit tree as a file says it: each row tells its unit's place, area, roster day and leader; rows must agree.
use std::collections::{BTreeMap, HashMap, HashSet};

use uuid::Uuid;

use super::{Column, Fault, Row, Why};
use crate::people::Unit;

/// A unit as the rows of its people say it, each property with the row that said it first.
#[derive(Debug, Default)]
pub struct Draft<'t> {
    name: &'t str,
    line: u32,
    parent: Option<(&'t str, u32)>,
    area: Option<(&'t str, u32)>,
    roster_day: Option<(i32, u32)>,
    /// Rows: the person's own number, who leads them, whether they lead.
    rows: Vec<(&'t str, Option<&'t str>, bool, u32)>,
}

/// Units by [`key`].
pub type Drafts<'t> = BTreeMap<String, Draft<'t>>;

/// A unit is the same whatever the capitals of its name.
pub fn key(name: &str) -> String {
    name.to_lowercase()
}

/// What the rows say of their units, and where they disagree.
pub fn draft<'t>(rows: &[Row<'t>]) -> (Drafts<'t>, Vec<Fault>) {
    let mut drafts = Drafts::new();
    let mut faults = Vec::new();
    for row in rows {
        let draft =
            drafts.entry(key(row.unit)).or_insert_with(|| Draft { name: row.unit, line: row.line, ..Draft::default() });
        let mut otherwise = |column, other: u32| {
            faults.push(Fault { line: row.line, column, why: Why::UnitOtherwise, other: Some(other) });
        };
        if let Some(other) = agree(&mut draft.parent, row.parent, row.line, |a, b| key(a) == key(b)) {
            otherwise(Column::Parent, other);
        }
        if let Some(other) = agree(&mut draft.area, row.area, row.line, PartialEq::eq) {
            otherwise(Column::Area, other);
        }
        if let Some(other) = agree(&mut draft.roster_day, row.roster_day, row.line, PartialEq::eq) {
            otherwise(Column::RosterDay, other);
        }
        draft.rows.push((row.number, row.supervisor, row.leads == Some(true), row.line));
    }
    (drafts, faults)
}

/// Keeps what is said first; gives the row that said otherwise.
fn agree<T>(slot: &mut Option<(T, u32)>, said: Option<T>, line: u32, same: impl Fn(&T, &T) -> bool) -> Option<u32> {
    match (&slot, said) {
        (Some((first, other)), Some(said)) => (!same(first, &said)).then_some(*other),
        (None, Some(said)) => {
            *slot = Some((said, line));
            None
        }
        (_, None) => None,
    }
}

/// Who leads the unit: the one who is marked to lead it, else the one whose number its people give. The leader's own
/// row names the leader above and does not count. `None` when the file does not say.
pub fn leader<'t>(draft: &Draft<'t>) -> Result<Option<(&'t str, u32)>, Fault> {
    let marked: Vec<_> = draft.rows.iter().filter(|row| row.2).map(|row| (row.0, row.3)).collect();
    if let Some((first, line)) = marked.first() {
        return match marked.get(1) {
            Some((_, second)) => Err(two(*second, Column::Leads, *line)),
            None => Ok(Some((first, *line))),
        };
    }
    let named: HashSet<&str> = draft.rows.iter().filter_map(|row| row.1).collect();
    let of_others = draft.rows.iter().filter(|row| !named.contains(row.0)).filter_map(|row| Some((row.1?, row.3)));
    let own = draft.rows.iter().filter_map(|row| Some((row.1?, row.3)));
    let mut found: Vec<_> = of_others.collect();
    if found.is_empty() {
        found = own.collect();
    }
    let Some((first, line)) = found.first().copied() else { return Ok(None) };
    match found.iter().find(|(number, _)| *number != first) {
        Some((_, other)) => Err(two(*other, Column::Supervisor, line)),
        None => Ok(Some((first, line))),
    }
}

/// Who leads the unit above, by its key, as the leader's own row tells it.
pub fn leader_above<'t>(draft: &Draft<'t>, leader: &str) -> Option<(String, &'t str)> {
    let (parent, _) = draft.parent?;
    let own = draft.rows.iter().find(|row| row.0 == leader)?;
    Some((key(parent), own.1.filter(|above| *above != leader)?))
}

fn two(line: u32, column: Column, other: u32) -> Fault {
    Fault { line, column, why: Why::TwoSupervisors, other: Some(other) }
}

/// The units after the import, each above those below it. Units of which nothing is said stay as they are.
pub fn build(
    known: &[Unit],
    drafts: &Drafts<'_>,
    organisation_id: Uuid,
    mut new_id: impl FnMut() -> Uuid,
) -> Result<Vec<Unit>, Vec<Fault>> {
    let mut units: BTreeMap<String, Unit> = known.iter().map(|unit| (key(&unit.name), unit.clone())).collect();
    let named =
        drafts.values().flat_map(|draft| std::iter::once(draft.name).chain(draft.parent.map(|(parent, _)| parent)));
    for name in named {
        units.entry(key(name)).or_insert_with(|| Unit {
            id: new_id(),
            organisation_id,
            parent_id: None,
            name: name.to_owned(),
            service_area: String::new(),
            supervisor_id: None,
            roster_closes_day: None,
        });
    }
    let ids: HashMap<String, Uuid> = units.iter().map(|(key, unit)| (key.clone(), unit.id)).collect();
    for (key_of, draft) in drafts {
        let Some(unit) = units.get_mut(key_of) else { continue };
        if let Some((parent, _)) = draft.parent {
            unit.parent_id = ids.get(&key(parent)).copied();
        }
        if let Some((area, _)) = draft.area {
            area.clone_into(&mut unit.service_area);
        }
        if let Some((day, _)) = draft.roster_day {
            unit.roster_closes_day = Some(day);
        }
    }
    let mut units: Vec<Unit> = units.into_values().collect();
    let depths = depths(&units);
    let circles: Vec<Fault> = drafts
        .values()
        .filter(|draft| ids.get(&key(draft.name)).is_some_and(|id| !depths.contains_key(id)))
        .map(|draft| Fault { line: draft.line, column: Column::Parent, why: Why::Circle, other: None })
        .collect();
    if !circles.is_empty() {
        return Err(circles);
    }
    units.sort_by_key(|unit| depths.get(&unit.id).copied().unwrap_or_default());
    inherit_areas(&mut units);
    Ok(units)
}

/// How deep each unit stands; one in a circle has no depth.
fn depths(units: &[Unit]) -> HashMap<Uuid, usize> {
    let parents: HashMap<Uuid, Option<Uuid>> = units.iter().map(|unit| (unit.id, unit.parent_id)).collect();
    let mut depths: HashMap<Uuid, usize> = HashMap::new();
    for unit in units {
        let (mut path, mut at) = (Vec::new(), Some(unit.id));
        while let Some(id) = at.filter(|id| !depths.contains_key(id) && !path.contains(id)) {
            path.push(id);
            at = parents.get(&id).copied().flatten();
        }
        let above = match at {
            None => 0,
            Some(id) => match depths.get(&id) {
                Some(depth) => depth + 1,
                None => continue,
            },
        };
        for (step, id) in path.iter().rev().enumerate() {
            depths.insert(*id, above + step);
        }
    }
    depths
}

/// A unit without an area is of the area of the unit above it, or else of the first below it.
fn inherit_areas(units: &mut [Unit]) {
    let mut areas: HashMap<Uuid, String> = HashMap::new();
    for unit in units.iter_mut() {
        if unit.service_area.is_empty() {
            let above = unit.parent_id.and_then(|parent| areas.get(&parent));
            unit.service_area = above.cloned().unwrap_or_default();
        }
        areas.insert(unit.id, unit.service_area.clone());
    }
    let mut below: HashMap<Uuid, String> = HashMap::new();
    for unit in units.iter_mut().rev() {
        if unit.service_area.is_empty() {
            unit.service_area = below.get(&unit.id).cloned().unwrap_or_default();
        }
        if let Some(parent) = unit.parent_id.filter(|_| !unit.service_area.is_empty()) {
            below.insert(parent, unit.service_area.clone());
        }
    }
}
