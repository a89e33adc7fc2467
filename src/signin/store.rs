//! SQL of signing in.
use uuid::Uuid;

use super::Persona;
use crate::{
    clock::Moment,
    db::{FromRow, Result, Tx},
};

/// A code that is waited for.
pub(super) struct NewCode {
    pub visit: Vec<u8>,
    pub hash: Vec<u8>,
    pub expires_at: Moment,
    pub next: String,
    pub account: Vec<u8>,
}

pub(super) async fn put_code(tx: &mut Tx, code: &NewCode) -> Result<u64> {
    tx.sql(
        "insert into signin_code (visit_hash, human_id, code_hash, tries, expires_at, next, account) \
         values ($1, null, $2, 0, $3, $4, $5) on conflict (visit_hash) do update \
         set human_id = null, code_hash = $2, tries = 0, expires_at = $3, next = $4, account = $5",
    )
    .bind(code.visit.clone())
    .bind(code.hash.clone())
    .bind(code.expires_at)
    .bind(code.next.clone())
    .bind(code.account.clone())
    .execute()
    .await
}

/// The code belongs to this human; false when the visit has asked for another meanwhile.
pub(super) async fn own_code(tx: &mut Tx, visit: &[u8], hash: &[u8], human_id: Uuid) -> Result<bool> {
    let changed = tx
        .sql("update signin_code set human_id = $3 where visit_hash = $1 and code_hash = $2")
        .bind(visit.to_vec())
        .bind(hash.to_vec())
        .bind(human_id)
        .execute()
        .await?;
    Ok(changed == 1)
}

/// A code as a try finds it.
#[derive(FromRow)]
pub(super) struct Tried {
    pub human_id: Option<Uuid>,
    pub code_hash: Vec<u8>,
    pub next: String,
    pub account: Vec<u8>,
}

/// Counts a try; nothing when the code is over or has been tried too often.
pub(super) async fn try_code(tx: &mut Tx, visit: &[u8], at_most: i32, now: Moment) -> Result<Option<Tried>> {
    tx.sql(
        "update signin_code set tries = tries + 1 where visit_hash = $1 and tries < $2 and expires_at > $3 \
         returning human_id, code_hash, next, account",
    )
    .bind(visit.to_vec())
    .bind(at_most)
    .bind(now)
    .optional()
    .await
}

/// Whether a code waits that may still be tried.
pub(super) async fn code_waits(tx: &mut Tx, visit: &[u8], at_most: i32, now: Moment) -> Result<bool> {
    let (count,): (i64,) = tx
        .sql("select count(*) from signin_code where visit_hash = $1 and tries < $2 and expires_at > $3")
        .bind(visit.to_vec())
        .bind(at_most)
        .bind(now)
        .one()
        .await?;
    Ok(count == 1)
}

pub(super) async fn forget_code(tx: &mut Tx, visit: &[u8]) -> Result<u64> {
    tx.sql("delete from signin_code where visit_hash = $1").bind(visit.to_vec()).execute().await
}

/// Counts a try under a name; gives how many there have been, or nothing while the name must wait.
/// Tries before `stale` are forgotten.
pub(super) async fn count_try(tx: &mut Tx, name: &[u8], now: Moment, stale: Moment) -> Result<Option<i32>> {
    let counted: Option<(i32,)> = tx
        .sql(
            "insert into signin_throttle (name, failures, until, last_at) values ($1, 1, $2, $2) \
             on conflict (name) do update set last_at = $2, \
             failures = case when signin_throttle.last_at < $3 then 1 else signin_throttle.failures + 1 end \
             where signin_throttle.until <= $2 returning failures",
        )
        .bind(name.to_vec())
        .bind(now)
        .bind(stale)
        .optional()
        .await?;
    Ok(counted.map(|(failures,)| failures))
}

pub(super) async fn wait_until(tx: &mut Tx, name: &[u8], until: Moment) -> Result<u64> {
    tx.sql("update signin_throttle set until = $2 where name = $1").bind(name.to_vec()).bind(until).execute().await
}

pub(super) async fn waits_until(tx: &mut Tx, name: &[u8]) -> Result<Option<Moment>> {
    let until: Option<(Moment,)> =
        tx.sql("select until from signin_throttle where name = $1").bind(name.to_vec()).optional().await?;
    Ok(until.map(|(until,)| until))
}

pub(super) async fn forget_tries(tx: &mut Tx, name: &[u8]) -> Result<u64> {
    tx.sql("delete from signin_throttle where name = $1").bind(name.to_vec()).execute().await
}

/// One try under the name was a good one.
pub(super) async fn take_try_back(tx: &mut Tx, name: &[u8]) -> Result<u64> {
    tx.sql("update signin_throttle set failures = failures - 1 where name = $1 and failures > 0")
        .bind(name.to_vec())
        .execute()
        .await
}

/// What is over is taken away.
pub(super) async fn sweep(tx: &mut Tx, now: Moment, stale: Moment) -> Result<()> {
    tx.sql("delete from signin_code where expires_at < $1").bind(now).execute().await?;
    tx.sql("delete from signin_half_way where expires_at < $1").bind(now).execute().await?;
    tx.sql("delete from signin_oidc where expires_at < $1").bind(now).execute().await?;
    tx.sql("delete from signin_throttle where last_at < $1 and until < $1").bind(stale).execute().await?;
    Ok(())
}

/// Puts the set-up code in place of one that was there.
pub(super) async fn put_setup(tx: &mut Tx, hash: Vec<u8>) -> Result<u64> {
    tx.sql(
        "insert into signin_setup (name, code_hash) values ('first', $1) on conflict (name) do update set code_hash = $1",
    )
    .bind(hash)
    .execute()
    .await
}

/// Takes the set-up code; true once.
pub(super) async fn take_setup(tx: &mut Tx, hash: Vec<u8>) -> Result<bool> {
    Ok(tx.sql("delete from signin_setup where code_hash = $1").bind(hash).execute().await? == 1)
}

pub(super) async fn put_persona(tx: &mut Tx, persona: Persona, human_id: Uuid) -> Result<u64> {
    tx.sql(
        "insert into signin_persona (persona, human_id) values ($1, $2) \
         on conflict (persona) do update set human_id = $2",
    )
    .bind(persona)
    .bind(human_id)
    .execute()
    .await
}

pub(super) async fn personas(tx: &mut Tx) -> Result<Vec<(Persona, Uuid)>> {
    tx.sql("select persona, human_id from signin_persona").all().await
}

pub(super) async fn put_guest(tx: &mut Tx, human_id: Uuid, place: i32) -> Result<u64> {
    tx.sql("insert into signin_guest (human_id, place) values ($1, $2) on conflict (human_id) do update set place = $2")
        .bind(human_id)
        .bind(place)
        .execute()
        .await
}

pub(super) async fn guests(tx: &mut Tx) -> Result<Vec<(Uuid,)>> {
    tx.sql("select human_id from signin_guest order by place, human_id").all().await
}

/// What a visit that went to the sign-in service waits for.
#[derive(FromRow)]
pub(super) struct Abroad {
    pub state_hash: Vec<u8>,
    pub nonce: String,
    pub verifier: String,
    pub next: String,
}

pub(super) async fn put_abroad(tx: &mut Tx, visit: &[u8], abroad: &Abroad, expires_at: Moment) -> Result<u64> {
    tx.sql(
        "insert into signin_oidc (visit_hash, state_hash, nonce, verifier, next, expires_at) \
         values ($1, $2, $3, $4, $5, $6) on conflict (visit_hash) do update \
         set state_hash = $2, nonce = $3, verifier = $4, next = $5, expires_at = $6",
    )
    .bind(visit.to_vec())
    .bind(abroad.state_hash.clone())
    .bind(abroad.nonce.clone())
    .bind(abroad.verifier.clone())
    .bind(abroad.next.clone())
    .bind(expires_at)
    .execute()
    .await
}

/// Takes what the visit waited for, once.
pub(super) async fn take_abroad(tx: &mut Tx, visit: &[u8], now: Moment) -> Result<Option<Abroad>> {
    tx.sql(
        "delete from signin_oidc where visit_hash = $1 and expires_at > $2 returning state_hash, nonce, verifier, next",
    )
    .bind(visit.to_vec())
    .bind(now)
    .optional()
    .await
}
