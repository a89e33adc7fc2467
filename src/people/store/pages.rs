//! SQL of what the pages of the register show and change.
use std::collections::HashMap;

use chrono::NaiveDate;
use uuid::Uuid;

use super::{employment, persons::PERSON};
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

/// Every employment of a person, the latest first.
pub async fn employments(tx: &mut Tx, _grant: &Grant, person_id: Uuid) -> Result<Vec<Employment>> {
    tx.sql(
        "select id, person_id, unit_id, title, education, position, client_work, starts_on, ends_on from employment \
         where person_id = $1 order by starts_on desc, id desc",
    )
    .bind(person_id)
    .all()
    .await
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
        let work = match employment(tx, person.id).await? {
            Some(employment) => super::unit(tx, employment.unit_id).await?.map(|unit| (employment, unit)),
            None => None,
        };
        let supervisor = super::supervisor_of(tx, person.id).await?.map(|supervisor| supervisor.name());
        records.push(OwnRecord { person, organisation, work, supervisor });
    }
    Ok(records)
}
