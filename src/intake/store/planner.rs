//! SQL of the coordinator's first screen: numbers and days of all living rounds at once, nothing of the people.
use chrono::NaiveDate;
use uuid::Uuid;

use crate::db::{FromRow, Result, Tx};

/// A running number of one of the rounds.
#[derive(Clone, Debug, FromRow)]
pub struct RoundCount {
    pub round_id: Uuid,
    pub kind: String,
    pub value: String,
    pub n: i64,
}

/// The running numbers by state and capacity of an organisation's rounds.
pub async fn counts(tx: &mut Tx, controller_id: Uuid) -> Result<Vec<RoundCount>> {
    tx.sql(
        "select c.round_id, c.kind, c.value, c.n from intake_count c join programmes_round r on r.round_id = c.round_id \
         where r.controller_id = $1 and r.state in ('open', 'selecting', 'running') \
         and c.kind in ('state', 'capacity') and c.n > 0",
    )
    .bind(controller_id)
    .all()
    .await
}

/// Offers of a round that wait for an answer, and the day on which the first of them ends.
#[derive(Clone, Debug, FromRow)]
pub struct Waiting {
    pub round_id: Uuid,
    pub n: i64,
    pub first: NaiveDate,
}

pub async fn offers(tx: &mut Tx, controller_id: Uuid) -> Result<Vec<Waiting>> {
    tx.sql(
        "select o.round_id, count(*) as n, min(o.answer_by) as first from offer o \
         join programmes_round r on r.round_id = o.round_id \
         where r.controller_id = $1 and r.state in ('open', 'selecting', 'running') and o.state = 'open' \
         group by o.round_id",
    )
    .bind(controller_id)
    .all()
    .await
}

/// How many proposals of each round wait to be published.
pub async fn proposals(tx: &mut Tx, controller_id: Uuid) -> Result<Vec<(Uuid, i64)>> {
    tx.sql(
        "select a.round_id, count(*) from application a join programmes_round r on r.round_id = a.round_id \
         where r.controller_id = $1 and r.state in ('open', 'selecting', 'running') and a.proposal is not null \
         group by a.round_id",
    )
    .bind(controller_id)
    .all()
    .await
}
