//! SQL of many people at once: imports and generated worlds.
use super::persons::own_record;
use crate::{
    db::{Result, Tx},
    people::{Employment, Person, sort_key},
    privacy,
};

/// How many rows go into one statement.
const ROWS: usize = 200;

/// [`super::add_person`] for many.
pub async fn add_persons(tx: &mut Tx, persons: &[Person]) -> Result<()> {
    let head = "insert into person (id, organisation_id, human_id, employee_number, first_name, last_name, sort_key, \
                work_address, work_phone, private_address, private_phone) values";
    for part in persons.chunks(ROWS) {
        let mut query = tx.many(head, (part.len(), 11), "");
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
                .bind(person.work_phone.clone())
                .bind(person.private_address.clone())
                .bind(person.private_phone.clone());
        }
        query.execute().await?;
    }
    let edges: Vec<_> = persons.iter().map(own_record).collect();
    privacy::open_edges(tx, &edges).await
}

/// [`super::add_employment`] for many.
pub async fn add_employments(tx: &mut Tx, employments: &[Employment]) -> Result<()> {
    let head = "insert into employment (id, person_id, unit_id, title, education, position, client_work, starts_on, \
                ends_on) values";
    for part in employments.chunks(ROWS) {
        let mut query = tx.many(head, (part.len(), 9), "");
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
