//! SQL of the second factor.
use uuid::Uuid;

use super::half_way::{Errand, HalfWay};
use crate::{
    clock::Moment,
    db::{Result, Tx},
};

/// Since when the human has an app, if they have.
pub(super) async fn set_at(tx: &mut Tx, human_id: Uuid) -> Result<Option<Moment>> {
    let found: Option<(Moment,)> =
        tx.sql("select set_at from signin_second where human_id = $1").bind(human_id).optional().await?;
    Ok(found.map(|(at,)| at))
}

pub(super) async fn secret(tx: &mut Tx, human_id: Uuid) -> Result<Option<Vec<u8>>> {
    let found: Option<(Vec<u8>,)> =
        tx.sql("select secret from signin_second where human_id = $1").bind(human_id).optional().await?;
    Ok(found.map(|(secret,)| secret))
}

/// An app; false when there is one already and it is not to be replaced.
pub(super) async fn put(
    tx: &mut Tx,
    human_id: Uuid,
    (secret, step): (&[u8], i64),
    (now, replaces): (Moment, bool),
) -> Result<bool> {
    if replaces {
        tx.sql("delete from signin_second where human_id = $1").bind(human_id).execute().await?;
    }
    let put = tx
        .sql(
            "insert into signin_second (human_id, secret, last_step, set_at) values ($1, $2, $3, $4) \
             on conflict (human_id) do nothing",
        )
        .bind(human_id)
        .bind(secret.to_vec())
        .bind(step)
        .bind(now)
        .execute()
        .await?;
    Ok(put == 1)
}

/// The code of this step is used; false when it or a later one was used before.
pub(super) async fn use_step(tx: &mut Tx, human_id: Uuid, step: i64) -> Result<bool> {
    let used = tx
        .sql("update signin_second set last_step = $2 where human_id = $1 and last_step < $2")
        .bind(human_id)
        .bind(step)
        .execute()
        .await?;
    Ok(used == 1)
}

/// New recovery codes in place of those that were.
pub(super) async fn put_recovery(tx: &mut Tx, human_id: Uuid, hashes: Vec<Vec<u8>>) -> Result<()> {
    tx.sql("delete from signin_recovery where human_id = $1").bind(human_id).execute().await?;
    for hash in hashes {
        tx.sql("insert into signin_recovery (human_id, code_hash) values ($1, $2)")
            .bind(human_id)
            .bind(hash)
            .execute()
            .await?;
    }
    Ok(())
}

/// Takes a recovery code: true once.
pub(super) async fn take_recovery(tx: &mut Tx, human_id: Uuid, hash: Vec<u8>) -> Result<bool> {
    let taken = tx
        .sql("delete from signin_recovery where human_id = $1 and code_hash = $2")
        .bind(human_id)
        .bind(hash)
        .execute()
        .await?;
    Ok(taken == 1)
}

pub(super) async fn recovery_left(tx: &mut Tx, human_id: Uuid) -> Result<i64> {
    let (left,): (i64,) =
        tx.sql("select count(*) from signin_recovery where human_id = $1").bind(human_id).one().await?;
    Ok(left)
}

/// Takes away everything of the human's second factor; false when there was none.
pub(super) async fn forget(tx: &mut Tx, human_id: Uuid) -> Result<bool> {
    tx.sql("delete from signin_half_way where human_id = $1").bind(human_id).execute().await?;
    tx.sql("delete from signin_recovery where human_id = $1").bind(human_id).execute().await?;
    Ok(tx.sql("delete from signin_second where human_id = $1").bind(human_id).execute().await? == 1)
}

/// Who of these has an app.
pub(super) async fn among(tx: &mut Tx, humans: &[Uuid]) -> Result<Vec<Uuid>> {
    if humans.is_empty() {
        return Ok(Vec::new());
    }
    let mut query = tx.many("select human_id from signin_second where human_id in", (1, humans.len()), "");
    for human in humans {
        query = query.bind(*human);
    }
    Ok(query.all::<(Uuid,)>().await?.into_iter().map(|(id,)| id).collect())
}

/// Who has an app and holds no role now: those after this human.
pub(super) async fn without_role(tx: &mut Tx, (now, after): (Moment, Uuid), at_most: i64) -> Result<Vec<Uuid>> {
    let found: Vec<(Uuid,)> = tx
        .sql(
            "select x.human_id from signin_second x where x.human_id > $2 and not exists (select 1 from privacy_held h \
             where h.human_id = x.human_id and h.valid_from <= $1 and h.valid_until > $1) order by x.human_id limit $3",
        )
        .bind(now)
        .bind(after)
        .bind(at_most)
        .all()
        .await?;
    Ok(found.into_iter().map(|(id,)| id).collect())
}

pub(super) async fn put_half_way(tx: &mut Tx, visit: &[u8], half: &HalfWay, expires_at: Moment) -> Result<u64> {
    tx.sql(
        "insert into signin_half_way (visit_hash, human_id, errand, secret, tries, next, expires_at) \
         values ($1, $2, $3, $4, 0, $5, $6) on conflict (visit_hash) do update \
         set human_id = $2, errand = $3, secret = $4, tries = 0, next = $5, expires_at = $6",
    )
    .bind(visit.to_vec())
    .bind(half.human_id)
    .bind(half.errand)
    .bind(half.secret.clone())
    .bind(half.next.clone())
    .bind(expires_at)
    .execute()
    .await
}

/// Who is half way in this visit, with this errand.
pub(super) async fn half_way(tx: &mut Tx, visit: &[u8], (at_most, now): (i32, Moment)) -> Result<Option<HalfWay>> {
    tx.sql(
        "select human_id, errand, secret, next from signin_half_way \
         where visit_hash = $1 and tries < $2 and expires_at > $3",
    )
    .bind(visit.to_vec())
    .bind(at_most)
    .bind(now)
    .optional()
    .await
}

/// Counts a try; nothing when the time is over, there were too many, or the errand is another.
pub(super) async fn try_half_way(
    tx: &mut Tx,
    visit: &[u8],
    asks: bool,
    (at_most, now): (i32, Moment),
) -> Result<Option<HalfWay>> {
    let found: Option<HalfWay> = tx
        .sql(
            "update signin_half_way set tries = tries + 1 where visit_hash = $1 and tries < $2 and expires_at > $3 \
             returning human_id, errand, secret, next",
        )
        .bind(visit.to_vec())
        .bind(at_most)
        .bind(now)
        .optional()
        .await?;
    Ok(found.filter(|half| (half.errand == Errand::Ask) == asks))
}

/// The app is in use: nothing of its key waits any more, only that it has been done here, until the moment.
pub(super) async fn finish_half_way(tx: &mut Tx, visit: &[u8], until: Moment) -> Result<u64> {
    tx.sql("update signin_half_way set errand = $2, secret = null, tries = 0, expires_at = $3 where visit_hash = $1")
        .bind(visit.to_vec())
        .bind(Errand::Done)
        .bind(until)
        .execute()
        .await
}

pub(super) async fn forget_half_way(tx: &mut Tx, visit: &[u8]) -> Result<u64> {
    tx.sql("delete from signin_half_way where visit_hash = $1").bind(visit.to_vec()).execute().await
}
