//! SQL of idempotency keys.
use uuid::Uuid;

use crate::{
    clock::Moment,
    db::{Result, Tx},
};

/// Human, route and key.
type Name<'n> = (Uuid, &'n str, &'n str);

/// True when this is the first time.
pub(super) async fn claim_once(
    tx: &mut Tx,
    (human, route, key): Name<'_>,
    (hash, now): (Vec<u8>, Moment),
) -> Result<bool> {
    let claimed = tx
        .sql(
            "insert into idempotency (human_id, route, once_key, body_hash, location, at) values ($1, $2, $3, $4, '', $5) \
             on conflict (human_id, route, once_key) do nothing",
        )
        .bind(human)
        .bind(route.to_owned())
        .bind(key.to_owned())
        .bind(hash)
        .bind(now)
        .execute()
        .await?;
    Ok(claimed == 1)
}

pub(super) async fn answered(tx: &mut Tx, (human, route, key): Name<'_>) -> Result<(Vec<u8>, String)> {
    tx.sql("select body_hash, location from idempotency where human_id = $1 and route = $2 and once_key = $3")
        .bind(human)
        .bind(route.to_owned())
        .bind(key.to_owned())
        .one()
        .await
}

pub(super) async fn answer(tx: &mut Tx, (human, route, key): Name<'_>, location: &str) -> Result<u64> {
    tx.sql("update idempotency set location = $4 where human_id = $1 and route = $2 and once_key = $3")
        .bind(human)
        .bind(route.to_owned())
        .bind(key.to_owned())
        .bind(location.to_owned())
        .execute()
        .await
}

/// How long the answer to a form is kept for a second press.
const KEPT: chrono::Duration = chrono::Duration::days(7);

/// Forgets answers that nobody will ask for again.
pub async fn forget_old(tx: &mut Tx, now: Moment) -> Result<u64> {
    tx.sql("delete from idempotency where at < $1").bind(now - KEPT).execute().await
}

/// True the first time that anybody asks about this work of the house under this name; remembered for seven days.
pub async fn first_today(tx: &mut Tx, work: &str, name: &str, now: Moment) -> Result<bool> {
    claim_once(tx, (Uuid::nil(), work, name), (Vec::new(), now)).await
}
