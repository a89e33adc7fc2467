//! SQL of organisations and units.
use uuid::Uuid;

use crate::{
    clock::Moment,
    db::{Result, Tx},
    events::Event,
    people::{Organisation, Unit, sort_key},
    privacy::{self, Class, Edge, Purpose, Reader, Role},
};

/// A new organisation, whose coordinators keep its staff register from now on.
pub async fn add_organisation(tx: &mut Tx, organisation: &Organisation, now: Moment) -> Result<()> {
    tx.sql("insert into organisation (id, kind, name, business_id, created_at) values ($1, $2, $3, $4, $5)")
        .bind(organisation.id)
        .bind(organisation.kind)
        .bind(organisation.name.clone())
        .bind(organisation.business_id.clone())
        .bind(now)
        .execute()
        .await?;
    let event = Event::new("organisation.added", organisation.id, organisation.id, now)
        .fact("kind", organisation.kind.code())
        .record(tx)
        .await?;
    let edge = Edge {
        reader: Reader::Seat(privacy::seat_id(organisation.id, Role::Coordinator)),
        resource: organisation.id,
        class: Class::Service,
        purpose: Purpose::StaffRegister,
        from: now,
        until: Edge::open_end(),
        because_event: event,
        controller_id: organisation.id,
    };
    privacy::open_edge(tx, &edge).await
}

pub async fn organisation(tx: &mut Tx, id: Uuid) -> Result<Option<Organisation>> {
    tx.sql("select id, kind, name, business_id from organisation where id = $1").bind(id).optional().await
}

/// Every organisation, by name.
pub async fn organisations(tx: &mut Tx) -> Result<Vec<Organisation>> {
    let mut all: Vec<Organisation> = tx.sql("select id, kind, name, business_id from organisation").all().await?;
    all.sort_by_cached_key(|organisation| sort_key(&organisation.name, ""));
    Ok(all)
}

/// The organisation with exactly this name or business id.
pub async fn organisation_named(tx: &mut Tx, name: &str) -> Result<Option<Organisation>> {
    tx.sql(
        "select id, kind, name, business_id from organisation where name = $1 or business_id = $1 order by id limit 1",
    )
    .bind(name.to_owned())
    .optional()
    .await
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

/// The unit is from now on as given.
pub async fn change_unit(tx: &mut Tx, unit: &Unit) -> Result<()> {
    tx.sql(
        "update unit set parent_id = $2, name = $3, service_area = $4, supervisor_id = $5, roster_closes_day = $6, \
         rev = rev + 1 where id = $1",
    )
    .bind(unit.id)
    .bind(unit.parent_id)
    .bind(unit.name.clone())
    .bind(unit.service_area.clone())
    .bind(unit.supervisor_id)
    .bind(unit.roster_closes_day)
    .execute()
    .await?;
    Ok(())
}

const UNIT: &str =
    "select id, organisation_id, parent_id, name, service_area, supervisor_id, roster_closes_day from unit";

/// The units of an organisation, by name.
pub async fn units(tx: &mut Tx, organisation_id: Uuid) -> Result<Vec<Unit>> {
    let mut units: Vec<Unit> = tx.compose(&[UNIT, "where organisation_id = $1"]).bind(organisation_id).all().await?;
    units.sort_by_cached_key(|unit| sort_key(&unit.name, ""));
    Ok(units)
}

pub async fn unit(tx: &mut Tx, id: Uuid) -> Result<Option<Unit>> {
    tx.compose(&[UNIT, "where id = $1"]).bind(id).optional().await
}

/// The person leads the unit from now on; nobody when `None`. The seat of a supervisor is given by the caller.
pub async fn set_unit_supervisor(tx: &mut Tx, unit_id: Uuid, person_id: Option<Uuid>) -> Result<()> {
    tx.sql("update unit set supervisor_id = $2, rev = rev + 1 where id = $1")
        .bind(unit_id)
        .bind(person_id)
        .execute()
        .await?;
    Ok(())
}
