//! SQL of the whole register at once: what an import reads and writes.
use std::collections::HashMap;

use uuid::Uuid;

use super::{persons::PERSON, units};
use crate::{
    clock::Moment,
    db::{FromRow, Result, Tx},
    people::{Employment, Person, Unit, import::Register, sort_key},
};

/// How many rows go into one statement.
const ROWS: usize = 200;

/// Holds other imports into the organisation away until the transaction ends; false when there is no organisation.
pub async fn lock_register(tx: &mut Tx, organisation_id: Uuid) -> Result<bool> {
    let found = tx.sql("update organisation set rev = rev + 1 where id = $1").bind(organisation_id).execute().await?;
    Ok(found == 1)
}

/// The register of an organisation as it stands.
pub async fn register(tx: &mut Tx, organisation_id: Uuid) -> Result<Register> {
    let persons: Vec<Person> =
        tx.compose(&[PERSON, "where organisation_id = $1 order by id"]).bind(organisation_id).all().await?;
    let employments: Vec<Employment> = tx
        .sql(
            "select e.id, e.person_id, e.unit_id, e.title, e.education, e.position, e.client_work, e.starts_on, e.ends_on \
             from employment e join person p on p.id = e.person_id where p.organisation_id = $1 order by e.starts_on, e.id",
        )
        .bind(organisation_id)
        .all()
        .await?;
    let mut latest: HashMap<Uuid, Employment> =
        employments.into_iter().map(|employment| (employment.person_id, employment)).collect();
    let people = persons.into_iter().map(|person| {
        let employment = latest.remove(&person.id);
        (person.employee_number.clone(), (person, employment))
    });
    Ok(Register { organisation_id, people: people.collect(), units: units(tx, organisation_id).await? })
}

/// Whether the human has a record in another organisation too.
pub async fn is_known_elsewhere(tx: &mut Tx, human_id: Uuid, organisation_id: Uuid) -> Result<bool> {
    let found: Option<(Uuid,)> = tx
        .sql("select id from person where human_id = $1 and organisation_id <> $2 limit 1")
        .bind(human_id)
        .bind(organisation_id)
        .optional()
        .await?;
    Ok(found.is_some())
}

/// New and changed units; each stands after the one above it.
pub async fn upsert_units(tx: &mut Tx, units: &[Unit]) -> Result<()> {
    for part in units.chunks(ROWS) {
        let head = "insert into unit (id, organisation_id, parent_id, name, service_area, supervisor_id, roster_closes_day) values";
        let tail = "on conflict (id) do update set parent_id = excluded.parent_id, service_area = excluded.service_area, \
                    supervisor_id = excluded.supervisor_id, roster_closes_day = excluded.roster_closes_day, rev = unit.rev + 1";
        let mut query = tx.many(head, (part.len(), 7), tail);
        for unit in part {
            query = query
                .bind(unit.id)
                .bind(unit.organisation_id)
                .bind(unit.parent_id)
                .bind(unit.name.clone())
                .bind(unit.service_area.clone())
                .bind(unit.supervisor_id)
                .bind(unit.roster_closes_day);
        }
        query.execute().await?;
    }
    Ok(())
}

/// New and changed people. A private address and phone are the person's own and stay.
pub async fn upsert_persons(tx: &mut Tx, persons: impl Iterator<Item = &Person>) -> Result<()> {
    let persons: Vec<&Person> = persons.collect();
    for part in persons.chunks(ROWS) {
        let head = "insert into person (id, organisation_id, human_id, employee_number, first_name, last_name, sort_key, \
                    work_address, work_phone) values";
        let tail = "on conflict (id) do update set first_name = excluded.first_name, last_name = excluded.last_name, \
                    sort_key = excluded.sort_key, work_address = excluded.work_address, work_phone = excluded.work_phone, \
                    rev = person.rev + 1";
        let mut query = tx.many(head, (part.len(), 9), tail);
        for person in part {
            query = query
                .bind(person.id)
                .bind(person.organisation_id)
                .bind(person.human_id)
                .bind(person.employee_number.clone())
                .bind(person.first_name.clone())
                .bind(person.last_name.clone())
                .bind(sort_key(&person.last_name, &person.first_name))
                .bind(person.work_address.clone())
                .bind(person.work_phone.clone());
        }
        query.execute().await?;
    }
    Ok(())
}

/// New and changed employments.
pub async fn upsert_employments(tx: &mut Tx, employments: impl Iterator<Item = &Employment>) -> Result<()> {
    let employments: Vec<&Employment> = employments.collect();
    for part in employments.chunks(ROWS) {
        let head = "insert into employment (id, person_id, unit_id, title, education, position, client_work, starts_on, ends_on) \
                    values";
        let tail = "on conflict (id) do update set unit_id = excluded.unit_id, title = excluded.title, \
                    education = excluded.education, position = excluded.position, client_work = excluded.client_work, \
                    starts_on = excluded.starts_on, ends_on = excluded.ends_on";
        let mut query = tx.many(head, (part.len(), 9), tail);
        for employment in part {
            query = query
                .bind(employment.id)
                .bind(employment.person_id)
                .bind(employment.unit_id)
                .bind(employment.title.clone())
                .bind(employment.education)
                .bind(employment.position)
                .bind(employment.client_work)
                .bind(employment.starts_on)
                .bind(employment.ends_on);
        }
        query.execute().await?;
    }
    Ok(())
}

/// An import that waits to be confirmed.
#[derive(Clone, Debug, FromRow)]
pub struct Staged {
    pub id: Uuid,
    pub organisation_id: Uuid,
    pub at: Moment,
    pub expires_at: Moment,
    pub summary: String,
    pub contents: Vec<u8>,
    pub register_mark: Vec<u8>,
}

pub async fn stage(tx: &mut Tx, staged: &Staged, human_id: Uuid) -> Result<()> {
    tx.sql(
        "insert into people_import (id, organisation_id, human_id, at, expires_at, summary, contents, register_mark) \
         values ($1, $2, $3, $4, $5, $6, $7, $8)",
    )
    .bind(staged.id)
    .bind(staged.organisation_id)
    .bind(human_id)
    .bind(staged.at)
    .bind(staged.expires_at)
    .bind(staged.summary.clone())
    .bind(staged.contents.clone())
    .bind(staged.register_mark.clone())
    .execute()
    .await?;
    Ok(())
}

/// The preview of a staged import: its organisation and summary.
pub async fn staged_summary(tx: &mut Tx, id: Uuid, now: Moment) -> Result<Option<(Uuid, Moment, String)>> {
    tx.sql("select organisation_id, expires_at, summary from people_import where id = $1 and expires_at > $2")
        .bind(id)
        .bind(now)
        .optional()
        .await
}

pub async fn staged(tx: &mut Tx, id: Uuid, now: Moment) -> Result<Option<Staged>> {
    tx.sql(
        "select id, organisation_id, at, expires_at, summary, contents, register_mark from people_import \
         where id = $1 and expires_at > $2",
    )
    .bind(id)
    .bind(now)
    .optional()
    .await
}

/// Another preview of the same file, against the register as it stands now.
pub async fn restage(tx: &mut Tx, id: Uuid, summary: &str, mark: &[u8]) -> Result<()> {
    tx.sql("update people_import set summary = $2, register_mark = $3 where id = $1")
        .bind(id)
        .bind(summary.to_owned())
        .bind(mark.to_vec())
        .execute()
        .await?;
    Ok(())
}

/// Forgets a staged import; true when it was there.
pub async fn unstage(tx: &mut Tx, id: Uuid) -> Result<bool> {
    Ok(tx.sql("delete from people_import where id = $1").bind(id).execute().await? == 1)
}
