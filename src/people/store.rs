//! SQL of the staff register.
use uuid::Uuid;

use super::{Employment, Organisation, Person, Unit, sort_key};
use crate::{
    clock::Moment,
    db::{Result, Tx},
};

pub async fn add_organisation(tx: &mut Tx, organisation: &Organisation, now: Moment) -> Result<()> {
    tx.sql("insert into organisation (id, kind, name, business_id, created_at) values ($1, $2, $3, $4, $5)")
        .bind(organisation.id)
        .bind(organisation.kind)
        .bind(organisation.name.clone())
        .bind(organisation.business_id.clone())
        .bind(now)
        .execute()
        .await?;
    Ok(())
}

pub async fn organisation(tx: &mut Tx, id: Uuid) -> Result<Option<Organisation>> {
    tx.sql("select id, kind, name, business_id from organisation where id = $1").bind(id).optional().await
}

pub async fn add_unit(tx: &mut Tx, unit: &Unit) -> Result<()> {
    tx.sql(
        "insert into unit (id, organisation_id, parent_id, name, service_area, supervisor_id, roster_closes_day) \
         values ($1, $2, $3, $4, $5, $6, $7)",
    )
    .bind(unit.id)
    .bind(unit.organisation_id)
    .bind(unit.parent_id)
    .bind(unit.name.clone())
    .bind(unit.service_area.clone())
    .bind(unit.supervisor_id)
    .bind(unit.roster_closes_day)
    .execute()
    .await?;
    Ok(())
}

/// The units of an organisation in the order of their names' code points.
pub async fn units(tx: &mut Tx, organisation_id: Uuid) -> Result<Vec<Unit>> {
    let mut units: Vec<Unit> = tx
        .sql(
            "select id, organisation_id, parent_id, name, service_area, supervisor_id, roster_closes_day from unit \
             where organisation_id = $1",
        )
        .bind(organisation_id)
        .all()
        .await?;
    units.sort_by_key(|unit| sort_key(&unit.name, ""));
    Ok(units)
}

pub async fn add_person(tx: &mut Tx, person: &Person) -> Result<()> {
    tx.sql(
        "insert into person (id, organisation_id, human_id, employee_number, first_name, last_name, sort_key, \
         work_address, work_phone, private_address, private_phone) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
    )
    .bind(person.id)
    .bind(person.organisation_id)
    .bind(person.human_id)
    .bind(person.employee_number.clone())
    .bind(person.first_name.clone())
    .bind(person.last_name.clone())
    .bind(sort_key(&person.last_name, &person.first_name))
    .bind(person.work_address.clone())
    .bind(person.work_phone.clone())
    .bind(person.private_address.clone())
    .bind(person.private_phone.clone())
    .execute()
    .await?;
    Ok(())
}

const PERSON: &str = "select id, organisation_id, human_id, employee_number, first_name, last_name, work_address, work_phone, \
                      private_address, private_phone from person";

pub async fn person(tx: &mut Tx, id: Uuid) -> Result<Option<Person>> {
    tx.compose(&[PERSON, "where id = $1"]).bind(id).optional().await
}

/// The record of a human in an organisation; the newest when there are several.
pub async fn person_of(tx: &mut Tx, human_id: Uuid, organisation_id: Uuid) -> Result<Option<Person>> {
    tx.compose(&[PERSON, "where human_id = $1 and organisation_id = $2 order by id desc limit 1"])
        .bind(human_id)
        .bind(organisation_id)
        .optional()
        .await
}

pub async fn add_employment(tx: &mut Tx, employment: &Employment) -> Result<()> {
    tx.sql(
        "insert into employment (id, person_id, unit_id, title, education, position, client_work, starts_on, ends_on) \
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
    )
    .bind(employment.id)
    .bind(employment.person_id)
    .bind(employment.unit_id)
    .bind(employment.title.clone())
    .bind(employment.education)
    .bind(employment.position)
    .bind(employment.client_work)
    .bind(employment.starts_on)
    .bind(employment.ends_on)
    .execute()
    .await?;
    Ok(())
}

/// The person's employment that is the latest to begin.
pub async fn employment(tx: &mut Tx, person_id: Uuid) -> Result<Option<Employment>> {
    tx.sql(
        "select id, person_id, unit_id, title, education, position, client_work, starts_on, ends_on from employment \
         where person_id = $1 order by starts_on desc, id desc limit 1",
    )
    .bind(person_id)
    .optional()
    .await
}
