//! SQL of people and their employments.
use uuid::Uuid;

use super::many::{add_employments, add_persons};
use crate::{
    db::{FromRow, Result, Tx},
    people::{Contact, ContactWay, Employment, Organisation, OrganisationKind, Person},
    privacy::{Class, Edge, Purpose, Reader},
};

/// A new record, which its human may read from now on.
pub async fn add_person(tx: &mut Tx, person: &Person) -> Result<()> {
    add_persons(tx, std::slice::from_ref(person)).await
}

/// The edge by which a human reads the own record: it begins when the record does and does not end with the employment.
pub fn own_record(person: &Person) -> Edge {
    Edge {
        reader: Reader::Human(person.human_id),
        resource: person.id,
        class: Class::Own,
        purpose: Purpose::OwnAffairs,
        from: chrono::DateTime::UNIX_EPOCH,
        until: Edge::open_end(),
        because_event: person.id,
        controller_id: person.organisation_id,
    }
}

pub(super) const PERSON: &str = "select id, organisation_id, human_id, employee_number, first_name, last_name, work_address, work_phone, \
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
    add_employments(tx, std::slice::from_ref(employment)).await
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

/// Every employment of a person with the unit's name, the latest first.
pub async fn all_employments(tx: &mut Tx, person_id: Uuid) -> Result<Vec<(Employment, String)>> {
    let all: Vec<Employment> = tx
        .sql(
            "select id, person_id, unit_id, title, education, position, client_work, starts_on, ends_on from employment \
             where person_id = $1 order by starts_on desc, id desc",
        )
        .bind(person_id)
        .all()
        .await?;
    let mut named = Vec::with_capacity(all.len());
    for employment in all {
        let (unit,): (String,) = tx.sql("select name from unit where id = $1").bind(employment.unit_id).one().await?;
        named.push((employment, unit));
    }
    Ok(named)
}

/// The records of a human, each with its organisation; the oldest first.
pub async fn people_of_human(tx: &mut Tx, human_id: Uuid) -> Result<Vec<(Person, Organisation)>> {
    #[derive(FromRow)]
    struct Both {
        #[sqlx(flatten)]
        person: Person,
        kind: OrganisationKind,
        name: String,
        business_id: Option<String>,
    }
    let found: Vec<Both> = tx
        .sql(
            "select p.id, p.organisation_id, p.human_id, p.employee_number, p.first_name, p.last_name, p.work_address, \
             p.work_phone, p.private_address, p.private_phone, o.kind, o.name, o.business_id from person p \
             join organisation o on o.id = p.organisation_id where p.human_id = $1 order by p.id",
        )
        .bind(human_id)
        .all()
        .await?;
    let both = |Both { person, kind, name, business_id }| {
        let organisation = Organisation { id: person.organisation_id, kind, name, business_id };
        (person, organisation)
    };
    Ok(found.into_iter().map(both).collect())
}

/// Who leads the person's unit; who leads the unit above when the person leads it.
pub async fn supervisor_of(tx: &mut Tx, person_id: Uuid) -> Result<Option<Person>> {
    let Some(employment) = employment(tx, person_id).await? else { return Ok(None) };
    let mut unit_id = Some(employment.unit_id);
    // A unit tree is shallow; the bound stands against one that was made into a circle by hand.
    for _ in 0..20 {
        let Some(id) = unit_id else { return Ok(None) };
        let above: Option<(Option<Uuid>, Option<Uuid>)> =
            tx.sql("select supervisor_id, parent_id from unit where id = $1").bind(id).optional().await?;
        match above {
            Some((Some(supervisor), _)) if supervisor != person_id => return person(tx, supervisor).await,
            Some((_, parent)) => unit_id = parent,
            None => return Ok(None),
        }
    }
    Ok(None)
}

/// Those who lead a unit of the organisation, by name.
pub async fn leaders_of(tx: &mut Tx, organisation_id: Uuid) -> Result<Vec<Person>> {
    let sql = "where id in (select supervisor_id from unit where organisation_id = $1) order by sort_key, id";
    tx.compose(&[PERSON, sql]).bind(organisation_id).all().await
}

/// Where the person is reached when the work address ends; `None` takes it away.
pub async fn set_private_contact(
    tx: &mut Tx,
    person_id: Uuid,
    address: Option<&str>,
    phone: Option<&str>,
) -> Result<()> {
    tx.sql("update person set private_address = $2, private_phone = $3, rev = rev + 1 where id = $1")
        .bind(person_id)
        .bind(address.map(str::to_owned))
        .bind(phone.map(str::to_owned))
        .execute()
        .await?;
    Ok(())
}

/// How the person wants to be reached.
pub async fn set_contact_way(tx: &mut Tx, person_id: Uuid, way: ContactWay) -> Result<()> {
    tx.sql("update person set contact_way = $2 where id = $1").bind(person_id).bind(way).execute().await?;
    Ok(())
}

/// What is known of how to reach the person, for the house's own messages.
pub async fn contact(tx: &mut Tx, person_id: Uuid) -> Result<Option<Contact>> {
    tx.sql(
        "select p.contact_way, p.private_address, p.private_phone, p.work_address, \
         (select e.ends_on from employment e where e.person_id = p.id order by e.starts_on desc, e.id desc limit 1) as ends_on, \
         (select count(*) from employment e where e.person_id = p.id) as employments from person p where p.id = $1",
    )
    .bind(person_id)
    .optional()
    .await
}
