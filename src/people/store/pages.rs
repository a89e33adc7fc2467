//! SQL of what the pages of the register show and change.
use std::collections::HashMap;

use chrono::NaiveDate;
use uuid::Uuid;

use super::persons::PERSON;
use crate::{
    db::{FromRow, Result, Tx},
    people::{Employment, Organisation, Person, Unit, key_range},
    privacy::Grant,
};

/// A line of the staff list, with the latest employment.
#[derive(Clone, Debug, FromRow)]
pub struct ListedPerson {
    pub id: Uuid,
    pub employee_number: String,
    pub first_name: String,
    pub last_name: String,
    pub title: String,
    pub unit_name: String,
    pub ends_on: Option<NaiveDate>,
}

impl ListedPerson {
    pub fn name(&self) -> String {
        format!("{} {}", self.last_name, self.first_name)
    }
}

const LISTED: &str = "select p.id, p.employee_number, p.first_name, p.last_name, coalesce(e.title, '') as title, \
                      coalesce(u.name, '') as unit_name, e.ends_on from person p \
                      left join employment e on e.person_id = p.id and not exists (select 1 from employment later \
                      where later.person_id = p.id and (later.starts_on, later.id) > (e.starts_on, e.id)) \
                      left join unit u on u.id = e.unit_id where p.organisation_id = $1";

/// The staff of the grant's organisation in the order of names: those whose last name begins so, or who have exactly
/// this employee number; after a person of the page before.
pub async fn list(
    tx: &mut Tx,
    grant: &Grant,
    (start, after): (&str, Option<Uuid>),
    at_most: usize,
) -> Result<Vec<ListedPerson>> {
    let limit = i64::try_from(at_most).unwrap_or(i64::MAX);
    if start.chars().any(|c| c.is_ascii_digit()) {
        let by_number = tx.compose(&[LISTED, "and p.employee_number = $2 order by p.sort_key, p.id limit $3"]);
        return by_number.bind(grant.resource()).bind(start.to_owned()).bind(limit).all().await;
    }
    let (from, to) = key_range(start);
    let last: Option<(Vec<u8>, Uuid)> = match after {
        Some(id) => {
            let sql = "select sort_key, id from person where id = $1 and organisation_id = $2";
            tx.sql(sql).bind(id).bind(grant.resource()).optional().await?
        }
        None => None,
    };
    let (key, id) = last.unwrap_or_else(|| (from.clone(), Uuid::nil()));
    let range =
        "and p.sort_key >= $2 and p.sort_key < $3 and (p.sort_key, p.id) > ($4, $5) order by p.sort_key, p.id limit $6";
    tx.compose(&[LISTED, range]).bind(grant.resource()).bind(from).bind(to).bind(key).bind(id).bind(limit).all().await
}

/// Staff of the organisation to choose among, by name: those whose last name begins so, and those whose unit's name does.
pub async fn find_staff(
    tx: &mut Tx,
    _grant: &Grant,
    (organisation_id, start): (Uuid, &str),
    at_most: i64,
) -> Result<Vec<ListedPerson>> {
    let (from, to) = key_range(start);
    let mut letters = start.chars();
    let unit: String = letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default();
    let range = "and ((p.sort_key >= $2 and p.sort_key < $3) or substr(u.name, 1, $5) = $4) \
                 order by p.sort_key, p.id limit $6";
    let length = i32::try_from(unit.chars().count()).unwrap_or(i32::MAX);
    let found = tx.compose(&[LISTED, range]).bind(organisation_id).bind(from).bind(to);
    found.bind(unit).bind(length).bind(at_most).all().await
}

/// The units that the person leads, by name.
pub async fn led_by(tx: &mut Tx, _grant: &Grant, person_id: Uuid) -> Result<Vec<Unit>> {
    let mut units: Vec<Unit> = tx
        .sql(
            "select id, organisation_id, parent_id, name, service_area, supervisor_id, roster_closes_day from unit \
             where supervisor_id = $1",
        )
        .bind(person_id)
        .all()
        .await?;
    units.sort_by_cached_key(|unit| crate::people::sort_key(&unit.name, ""));
    Ok(units)
}

/// An employment with its unit, and who leads the unit when that is somebody else, with the name.
#[derive(Clone, Debug)]
pub struct Work {
    pub employment: Employment,
    pub unit: Unit,
    pub leader: Option<(Uuid, String)>,
}

/// Every employment of a person, the latest first.
pub async fn works(tx: &mut Tx, _grant: &Grant, person_id: Uuid) -> Result<Vec<Work>> {
    works_of(tx, person_id).await
}

/// The person's supervisor with the name: who leads the unit of the latest employment, else the units above.
pub async fn supervisor_name(tx: &mut Tx, person_id: Uuid, latest: Option<&Work>) -> Result<Option<(Uuid, String)>> {
    match latest {
        Some(work) if work.leader.is_none() && work.unit.parent_id.is_some() => {
            Ok(super::supervisor_of(tx, person_id).await?.map(|one| (one.id, one.name())))
        }
        _ => Ok(latest.and_then(|work| work.leader.clone())),
    }
}

/// Those who lead a unit of the grant's organisation.
pub async fn leaders(tx: &mut Tx, grant: &Grant) -> Result<HashMap<Uuid, Person>> {
    let sql = "where id in (select supervisor_id from unit where organisation_id = $1)";
    let leaders: Vec<Person> = tx.compose(&[PERSON, sql]).bind(grant.resource()).all().await?;
    Ok(leaders.into_iter().map(|leader| (leader.id, leader)).collect())
}

pub async fn leads_a_unit(tx: &mut Tx, person_id: Uuid) -> Result<bool> {
    let unit: Option<(Uuid,)> =
        tx.sql("select id from unit where supervisor_id = $1 limit 1").bind(person_id).optional().await?;
    Ok(unit.is_some())
}

/// The person with this employee number in the organisation.
pub async fn person_numbered(tx: &mut Tx, organisation_id: Uuid, number: &str) -> Result<Option<Person>> {
    tx.compose(&[PERSON, "where organisation_id = $1 and employee_number = $2"])
        .bind(organisation_id)
        .bind(number.to_owned())
        .optional()
        .await
}

/// The unit's revision, for the form that changes it.
pub async fn unit_rev(tx: &mut Tx, unit_id: Uuid) -> Result<i64> {
    let (rev,) = tx.sql("select rev from unit where id = $1").bind(unit_id).one().await?;
    Ok(rev)
}

/// What can be changed of a unit.
#[derive(Clone, Debug)]
pub struct UnitEdit {
    pub service_area: String,
    pub roster_closes_day: Option<i32>,
    pub supervisor_id: Option<Uuid>,
}

/// Changes a unit; false when somebody else has changed it since this revision.
pub async fn edit_unit(tx: &mut Tx, (unit_id, rev): (Uuid, i64), edit: &UnitEdit) -> Result<bool> {
    let changed = tx
        .sql(
            "update unit set service_area = $3, roster_closes_day = $4, supervisor_id = $5, rev = rev + 1 \
             where id = $1 and rev = $2",
        )
        .bind(unit_id)
        .bind(rev)
        .bind(edit.service_area.clone())
        .bind(edit.roster_closes_day)
        .bind(edit.supervisor_id)
        .execute()
        .await?;
    Ok(changed == 1)
}

/// A human's own record in one organisation.
#[derive(Clone, Debug)]
pub struct OwnRecord {
    pub person: Person,
    pub organisation: Organisation,
    /// The latest employment and its unit.
    pub work: Option<(Employment, Unit)>,
    /// The supervisor's name.
    pub supervisor: Option<String>,
}

/// The records of a human, the oldest first. The caller asks for a grant to each before showing it.
pub async fn own_records(tx: &mut Tx, human_id: Uuid) -> Result<Vec<OwnRecord>> {
    let mut records = Vec::new();
    for (person, organisation) in super::people_of_human(tx, human_id).await? {
        let latest = works_of(tx, person.id).await?.into_iter().next();
        let supervisor = supervisor_name(tx, person.id, latest.as_ref()).await?.map(|(_, name)| name);
        let work = latest.map(|work| (work.employment, work.unit));
        records.push(OwnRecord { person, organisation, work, supervisor });
    }
    Ok(records)
}

async fn works_of(tx: &mut Tx, person_id: Uuid) -> Result<Vec<Work>> {
    #[derive(FromRow)]
    struct Row {
        #[sqlx(flatten)]
        employment: Employment,
        organisation_id: Uuid,
        parent_id: Option<Uuid>,
        name: String,
        service_area: String,
        supervisor_id: Option<Uuid>,
        roster_closes_day: Option<i32>,
        leader_first: Option<String>,
        leader_last: Option<String>,
    }
    let rows: Vec<Row> = tx
        .sql(
            "select e.id, e.person_id, e.unit_id, e.title, e.education, e.position, e.client_work, e.starts_on, e.ends_on, \
             u.organisation_id, u.parent_id, u.name, u.service_area, u.supervisor_id, u.roster_closes_day, \
             l.first_name as leader_first, l.last_name as leader_last from employment e join unit u on u.id = e.unit_id \
             left join person l on l.id = u.supervisor_id and l.id <> e.person_id \
             where e.person_id = $1 order by e.starts_on desc, e.id desc",
        )
        .bind(person_id)
        .all()
        .await?;
    let work = |row: Row| Work {
        leader: row
            .supervisor_id
            .zip(row.leader_first.zip(row.leader_last).map(|(first, last)| format!("{first} {last}"))),
        unit: Unit {
            id: row.employment.unit_id,
            organisation_id: row.organisation_id,
            parent_id: row.parent_id,
            name: row.name,
            service_area: row.service_area,
            supervisor_id: row.supervisor_id,
            roster_closes_day: row.roster_closes_day,
        },
        employment: row.employment,
    };
    Ok(rows.into_iter().map(work).collect())
}
