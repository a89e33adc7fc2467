//! SQL of the event log.
use uuid::Uuid;

use super::Event;
use crate::{
    clock::Moment,
    db::{FromRow, Result, Tx},
};

pub(super) async fn insert(tx: &mut Tx, event: &Event, facts: &str) -> Result<u64> {
    tx.sql(
        "insert into event (id, controller_id, at, human_id, what, root_kind, root_id, facts) \
         values ($1, $2, $3, $4, $5, $6, $7, $8)",
    )
    .bind(event.id)
    .bind(event.controller_id)
    .bind(event.at)
    .bind(event.human_id)
    .bind(event.what)
    .bind(event.root_kind)
    .bind(event.root_id)
    .bind(facts.to_owned())
    .execute()
    .await
}

pub(super) async fn history(tx: &mut Tx, root_id: Uuid) -> Result<Vec<(Moment, String, Option<Uuid>)>> {
    tx.sql("select at, what, human_id from event where root_id = $1 order by at, id").bind(root_id).all().await
}

pub(super) async fn latest(tx: &mut Tx) -> Result<Option<Moment>> {
    let found: Option<(Moment,)> = tx.sql("select at from event order by id desc limit 1").optional().await?;
    Ok(found.map(|(at,)| at))
}

/// An event as it stands in the table.
#[derive(FromRow)]
pub(super) struct Row {
    pub id: Uuid,
    pub controller_id: Uuid,
    pub at: Moment,
    pub human_id: Option<Uuid>,
    pub what: String,
    pub root_kind: String,
    pub root_id: Uuid,
    pub facts: String,
}

pub(super) async fn unsealed(tx: &mut Tx, at_most: i64) -> Result<Vec<Row>> {
    tx.sql(
        "select id, controller_id, at, human_id, what, root_kind, root_id, facts from event \
         where sealed = false order by id limit $1",
    )
    .bind(at_most)
    .all()
    .await
}

pub(super) async fn count_unsealed(tx: &mut Tx) -> Result<i64> {
    let (count,): (i64,) = tx.sql("select count(*) from event where sealed = false").one().await?;
    Ok(count)
}

/// How many events no chain holds yet, and since when the oldest of them.
pub(super) async fn tail(tx: &mut Tx) -> Result<(i64, Option<Moment>)> {
    tx.sql("select count(*), min(at) from event where sealed = false").one().await
}

pub(super) async fn last_link(tx: &mut Tx, controller_id: Uuid) -> Result<Option<(i64, Vec<u8>)>> {
    tx.sql("select seq, hash from chain_link where controller_id = $1 order by seq desc limit 1")
        .bind(controller_id)
        .optional()
        .await
}

pub(super) async fn add_link(tx: &mut Tx, row: &Row, seq: i64, hash: Vec<u8>) -> Result<u64> {
    tx.sql("insert into chain_link (controller_id, seq, event_id, hash) values ($1, $2, $3, $4)")
        .bind(row.controller_id)
        .bind(seq)
        .bind(row.id)
        .bind(hash)
        .execute()
        .await?;
    tx.sql("update event set sealed = true where id = $1").bind(row.id).execute().await
}

pub(super) async fn take_lease(tx: &mut Tx, holder: Uuid, now: Moment, until: Moment) -> Result<bool> {
    let changed = tx
        .sql(
            "insert into sealer_lease (name, holder, until) values ('sealer', $1, $2) \
             on conflict (name) do update set holder = $1, until = $2 \
             where sealer_lease.holder = $1 or sealer_lease.until < $3",
        )
        .bind(holder)
        .bind(until)
        .bind(now)
        .execute()
        .await?;
    Ok(changed > 0)
}

/// A link of the chain with its event, if that is still there.
#[derive(FromRow)]
pub(super) struct Link {
    pub controller_id: Uuid,
    pub seq: i64,
    pub event_id: Uuid,
    pub hash: Vec<u8>,
}

pub(super) async fn links(tx: &mut Tx) -> Result<Vec<Link>> {
    tx.sql("select controller_id, seq, event_id, hash from chain_link order by controller_id, seq").all().await
}

pub(super) async fn event(tx: &mut Tx, id: Uuid) -> Result<Option<Row>> {
    tx.sql("select id, controller_id, at, human_id, what, root_kind, root_id, facts from event where id = $1")
        .bind(id)
        .optional()
        .await
}
