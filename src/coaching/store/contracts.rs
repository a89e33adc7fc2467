//! SQL of contracts and their coaches.
use chrono::NaiveDate;
use uuid::Uuid;

use super::super::{Contract, contract::ContractEnd};
use crate::{
    clock::Moment,
    db::{FromRow, Result, Tx},
};

/// A coach of a contract.
#[derive(Clone, Debug, FromRow)]
pub struct Coach {
    pub contract_id: Uuid,
    pub human_id: Uuid,
    pub name: String,
}

const CONTRACT_COLUMNS: &str = "select k.id, k.controller_id, k.provider_id, k.round_id, k.name, k.starts_on, k.ends_on, k.packages, \
                        k.visits_per_package, k.visits_given, k.returns_unused, k.no_show_uses_visit, k.requirements_met_by, \
                        k.requirements_met_at, k.ended_at, k.end_reason, k.rev";
const FROM: &str = "from contract k";

pub async fn insert_contract(tx: &mut Tx, contract: &Contract, now: Moment) -> Result<()> {
    tx.sql(
        "insert into contract (id, controller_id, provider_id, round_id, name, starts_on, ends_on, packages, \
         visits_per_package, returns_unused, no_show_uses_visit, requirements_met_by, requirements_met_at, created_at) \
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)",
    )
    .bind(contract.id)
    .bind(contract.controller_id)
    .bind(contract.provider_id)
    .bind(contract.round_id)
    .bind(contract.name.clone())
    .bind(contract.starts_on)
    .bind(contract.ends_on)
    .bind(contract.packages)
    .bind(contract.visits_per_package)
    .bind(contract.returns_unused)
    .bind(contract.no_show_uses_visit)
    .bind(contract.requirements_met_by)
    .bind(contract.requirements_met_at)
    .bind(now)
    .execute()
    .await?;
    Ok(())
}

pub async fn contract(tx: &mut Tx, id: Uuid) -> Result<Option<Contract>> {
    tx.compose(&[CONTRACT_COLUMNS, FROM, "where k.id = $1"]).bind(id).optional().await
}

/// [`contract`] with its provider's name.
pub async fn contract_and_provider(tx: &mut Tx, id: Uuid) -> Result<Option<(Contract, String)>> {
    #[derive(FromRow)]
    struct Both {
        #[sqlx(flatten)]
        contract: Contract,
        provider: String,
    }
    let found: Option<Both> = tx
        .compose(&[
            CONTRACT_COLUMNS,
            ", o.name as provider from contract k join organisation_name o on o.organisation_id = k.provider_id \
             where k.id = $1",
        ])
        .bind(id)
        .optional()
        .await?;
    Ok(found.map(|both| (both.contract, both.provider)))
}

/// The coaches of a contract and what of its requirements is recorded as met, read at once.
pub async fn coaches_and_met(tx: &mut Tx, contract_id: Uuid) -> Result<(Vec<Coach>, Vec<Fulfilled>)> {
    // Of a coach the key is empty.
    let mut rows: Vec<(String, Uuid, String, Moment)> = tx
        .sql(
            "select '' as requirement_key, c.human_id, c.name, c.added_at as at from contract_coach c \
             where c.contract_id = $1 and c.ended_at is null union all \
             select m.requirement_key, m.met_by, m.met_by_name, m.met_at from contract_requirement m \
             where m.contract_id = $1",
        )
        .bind(contract_id)
        .all()
        .await?;
    rows.sort_by(|a, b| (&a.0, a.3, a.1).cmp(&(&b.0, b.3, b.1)));
    let (coaches, met): (Vec<_>, Vec<_>) = rows.into_iter().partition(|row| row.0.is_empty());
    let coach = |(_, human_id, name, _)| Coach { contract_id, human_id, name };
    let fulfilled = |(requirement_key, _, met_by_name, met_at)| Fulfilled { requirement_key, met_by_name, met_at };
    Ok((coaches.into_iter().map(coach).collect(), met.into_iter().map(fulfilled).collect()))
}

/// What the organisation has bought, the newest first.
pub async fn contracts_of_controller(tx: &mut Tx, controller_id: Uuid) -> Result<Vec<Contract>> {
    tx.compose(&[CONTRACT_COLUMNS, FROM, "where k.controller_id = $1 order by k.ends_on desc, k.id desc"])
        .bind(controller_id)
        .all()
        .await
}

/// The contracts of a provider that are in force on `day`.
pub async fn contracts_of_provider(tx: &mut Tx, provider_id: Uuid, day: NaiveDate) -> Result<Vec<Contract>> {
    tx.compose(&[
        CONTRACT_COLUMNS,
        FROM,
        "where k.provider_id = $1 and k.ends_on >= $2 and k.ended_at is null order by k.ends_on, k.id",
    ])
    .bind(provider_id)
    .bind(day)
    .all()
    .await
}

/// The contracts on which the human coaches on `day` or later.
pub async fn coach_contracts(tx: &mut Tx, human_id: Uuid, day: NaiveDate) -> Result<Vec<Contract>> {
    tx.compose(&[CONTRACT_COLUMNS, FROM,
        "join contract_coach c on c.contract_id = k.id where c.human_id = $1 and c.ended_at is null and k.ends_on >= $2 \
         and k.ended_at is null order by k.ends_on, k.id",
    ])
    .bind(human_id)
    .bind(day)
    .all()
    .await
}

/// Takes visits from the contract, or gives them back (below zero); false when so many are not left.
pub async fn give_visits(tx: &mut Tx, contract_id: Uuid, visits: i32) -> Result<bool> {
    let changed = tx
        .sql(
            "update contract set visits_given = visits_given + $2, rev = rev + 1 \
             where id = $1 and visits_given + $2 between 0 and packages * visits_per_package",
        )
        .bind(contract_id)
        .bind(visits)
        .execute()
        .await?;
    Ok(changed == 1)
}

pub async fn add_coach(tx: &mut Tx, coach: &Coach, added_by: Uuid, now: Moment) -> Result<()> {
    tx.sql(
        "insert into contract_coach (contract_id, human_id, name, added_by, added_at) values ($1, $2, $3, $4, $5) \
         on conflict (contract_id, human_id) do update set name = $3, ended_at = null",
    )
    .bind(coach.contract_id)
    .bind(coach.human_id)
    .bind(coach.name.clone())
    .bind(added_by)
    .bind(now)
    .execute()
    .await?;
    Ok(())
}

/// The coaches on the contracts of a provider or a controller.
pub async fn coaches(tx: &mut Tx, organisation_id: Uuid) -> Result<Vec<Coach>> {
    tx.sql(
        "select c.contract_id, c.human_id, c.name from contract_coach c join contract k on k.id = c.contract_id \
         where (k.provider_id = $1 or k.controller_id = $1) and c.ended_at is null order by c.added_at, c.human_id",
    )
    .bind(organisation_id)
    .all()
    .await
}

/// The coaches of a contract.
pub async fn coaches_of(tx: &mut Tx, contract_id: Uuid) -> Result<Vec<Coach>> {
    tx.sql(
        "select contract_id, human_id, name from contract_coach where contract_id = $1 and ended_at is null \
         order by added_at, human_id",
    )
    .bind(contract_id)
    .all()
    .await
}

/// Writes what can be changed of a contract over its revision; false when somebody was first.
pub async fn change(tx: &mut Tx, contract: &Contract) -> Result<bool> {
    let changed = tx
        .sql(
            "update contract set name = $3, starts_on = $4, ends_on = $5, packages = $6, visits_per_package = $7, \
             returns_unused = $8, no_show_uses_visit = $9, rev = rev + 1 where id = $1 and rev = $2 and ended_at is null",
        )
        .bind(contract.id)
        .bind(contract.rev)
        .bind(contract.name.clone())
        .bind(contract.starts_on)
        .bind(contract.ends_on)
        .bind(contract.packages)
        .bind(contract.visits_per_package)
        .bind(contract.returns_unused)
        .bind(contract.no_show_uses_visit)
        .execute()
        .await?;
    Ok(changed == 1)
}

/// The act takes the contract's revision; false when somebody was first or the contract has ended.
pub async fn take_rev(tx: &mut Tx, id: Uuid, rev: i64) -> Result<bool> {
    let taken = tx
        .sql("update contract set rev = rev + 1 where id = $1 and rev = $2 and ended_at is null")
        .bind(id)
        .bind(rev)
        .execute()
        .await?;
    Ok(taken == 1)
}

pub async fn set_ended(tx: &mut Tx, id: Uuid, reason: ContractEnd, now: Moment) -> Result<()> {
    tx.sql("update contract set ended_at = $2, end_reason = $3 where id = $1")
        .bind(id)
        .bind(now)
        .bind(reason)
        .execute()
        .await?;
    Ok(())
}

/// A requirement that has been seen to be met.
#[derive(Clone, Debug, FromRow)]
pub struct Fulfilled {
    pub requirement_key: String,
    pub met_by_name: String,
    pub met_at: Moment,
}

pub async fn met(tx: &mut Tx, contract_id: Uuid) -> Result<Vec<Fulfilled>> {
    tx.sql(
        "select requirement_key, met_by_name, met_at from contract_requirement where contract_id = $1 \
         order by requirement_key",
    )
    .bind(contract_id)
    .all()
    .await
}

/// Records one requirement as met; who was first stays.
pub async fn add_met(tx: &mut Tx, contract_id: Uuid, key: &str, (by, name, now): (Uuid, &str, Moment)) -> Result<bool> {
    let added = tx
        .sql(
            "insert into contract_requirement (contract_id, requirement_key, met_by, met_by_name, met_at) \
             values ($1, $2, $3, $4, $5) on conflict (contract_id, requirement_key) do nothing",
        )
        .bind(contract_id)
        .bind(key.to_owned())
        .bind(by)
        .bind(name.to_owned())
        .bind(now)
        .execute()
        .await?;
    Ok(added == 1)
}
