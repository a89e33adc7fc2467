//! SQL of the queue.
use uuid::Uuid;

use crate::{
    clock::Moment,
    db::{FromRow, Result, Tx, dialect},
    ident,
};

/// A claimed job.
#[derive(Clone, Debug, FromRow)]
pub struct Job {
    pub id: Uuid,
    pub kind: String,
    /// JSON.
    pub payload: String,
    pub attempts: i32,
    pub lease: Uuid,
}

/// A job that kept failing.
#[derive(Clone, Debug, FromRow)]
pub struct Dead {
    pub id: Uuid,
    pub kind: String,
    pub attempts: i32,
    pub last_error: Option<String>,
    pub run_at: Moment,
}

pub(super) async fn insert(
    tx: &mut Tx,
    kind: &'static str,
    payload: String,
    once_key: Option<String>,
    run_at: Moment,
) -> Result<u64> {
    tx.sql(
        "insert into job (id, kind, payload, once_key, run_at) values ($1, $2, $3, $4, $5) \
         on conflict (once_key) do nothing",
    )
    .bind(ident::at(run_at))
    .bind(kind)
    .bind(payload)
    .bind(once_key)
    .bind(run_at)
    .execute()
    .await
}

pub(super) async fn claim(tx: &mut Tx, lease: Uuid, now: Moment, (until, at_most): (Moment, i64)) -> Result<Vec<Job>> {
    let skip = dialect::skip_locked(tx);
    tx.compose(&[
        "update job set lease = $1, leased_until = $2, attempts = attempts + 1 where id in ( \
         select id from job where dead = false and run_at <= $3 and (leased_until is null or leased_until < $3) \
         order by run_at, id limit $4",
        skip,
        ") returning id, kind, payload, attempts, lease",
    ])
    .bind(lease)
    .bind(until)
    .bind(now)
    .bind(at_most)
    .all()
    .await
}

pub(super) async fn delete(tx: &mut Tx, id: Uuid, lease: Uuid) -> Result<bool> {
    Ok(tx.sql("delete from job where id = $1 and lease = $2").bind(id).bind(lease).execute().await? == 1)
}

pub(super) async fn put_back(tx: &mut Tx, job: &Job, run_at: Moment, (dead, error): (bool, &str)) -> Result<u64> {
    tx.sql(
        "update job set lease = null, leased_until = null, run_at = $3, dead = $4, last_error = $5 \
         where id = $1 and lease = $2",
    )
    .bind(job.id)
    .bind(job.lease)
    .bind(run_at)
    .bind(dead)
    .bind(error.chars().take(500).collect::<String>())
    .execute()
    .await
}

/// Jobs laid aside, newest last.
pub async fn dead(tx: &mut Tx) -> Result<Vec<Dead>> {
    tx.sql("select id, kind, attempts, last_error, run_at from job where dead = true order by run_at, id limit 200")
        .all()
        .await
}

/// The administrator has dealt with a dead job: it is tried anew from the start.
pub async fn forget_dead(tx: &mut Tx, id: Uuid, now: Moment) -> Result<bool> {
    let changed = tx
        .sql("update job set dead = false, attempts = 0, run_at = $2 where id = $1 and dead = true")
        .bind(id)
        .bind(now)
        .execute()
        .await?;
    Ok(changed == 1)
}

/// The administrator gives a dead job up; gives its kind. What it was to do is never done.
pub async fn set_aside(tx: &mut Tx, id: Uuid) -> Result<Option<String>> {
    let gone: Option<(String,)> =
        tx.sql("delete from job where id = $1 and dead = true returning kind").bind(id).optional().await?;
    Ok(gone.map(|(kind,)| kind))
}

/// How many jobs are due by `now` and not dead, and since when the oldest of them.
pub async fn due(tx: &mut Tx, now: Moment) -> Result<(i64, Option<Moment>)> {
    tx.sql("select count(*), min(run_at) from job where dead = false and run_at <= $1").bind(now).one().await
}

/// How many jobs are due by `now` and not dead.
pub async fn waiting(tx: &mut Tx, now: Moment) -> Result<i64> {
    let (count,): (i64,) =
        tx.sql("select count(*) from job where dead = false and run_at <= $1").bind(now).one().await?;
    Ok(count)
}

/// When the next job is due that is not due at `now`.
pub async fn next_due(tx: &mut Tx, now: Moment) -> Result<Option<Moment>> {
    let (next,): (Option<Moment>,) =
        tx.sql("select min(run_at) from job where dead = false and run_at > $1").bind(now).one().await?;
    Ok(next)
}
