//! Work done after an act: a row written in the act's own transaction, claimed under a lease, tried again with longer
//! and longer waits, and laid aside as dead for the administrator to see when it keeps failing.
mod store;

use chrono::Duration;
use serde::Serialize;
use uuid::Uuid;

use crate::{
    clock::Moment,
    db::{Db, Result, Tx},
    ident,
};

pub use store::{Dead, Job, dead, due, forget_dead, next_due, set_aside, waiting};

/// How often a job is tried before it is laid aside.
pub const TRIES: i32 = 8;

/// How long a server may hold a job; clocks of servers may differ by 5 s.
const LEASE: Duration = Duration::seconds(120);

/// Asks for `kind` to be done at `run_at` with `payload`.
pub async fn ask(tx: &mut Tx, kind: &'static str, payload: &impl Serialize, run_at: Moment) -> Result<()> {
    store::insert(tx, kind, json(payload), None, run_at).await?;
    Ok(())
}

/// [`ask`], but only once for the same `once_key` while the job is there.
pub async fn ask_once(
    tx: &mut Tx,
    kind: &'static str,
    payload: &impl Serialize,
    (run_at, once_key): (Moment, String),
) -> Result<()> {
    store::insert(tx, kind, json(payload), Some(once_key), run_at).await?;
    Ok(())
}

fn json(payload: &impl Serialize) -> String {
    serde_json::to_string(payload).unwrap_or_else(|_| "null".to_owned())
}

/// Takes up to `at_most` due jobs under a lease, so that no other server does them meanwhile.
pub async fn claim(db: &Db, now: Moment, at_most: i64) -> Result<Vec<Job>> {
    let mut tx = db.write().await?;
    let jobs = store::claim(&mut tx, ident::random(), now, (now + LEASE, at_most)).await?;
    tx.commit().await?;
    Ok(jobs)
}

/// The job is done. Called in the transaction of what it did: done and forgotten together, once.
/// False when the lease has gone to another: then what was done must not be committed.
pub async fn done(tx: &mut Tx, job: &Job) -> Result<bool> {
    store::delete(tx, job.id, job.lease).await
}

/// The job failed: again later, or laid aside.
pub async fn failed(db: &Db, job: &Job, now: Moment, error: &str) -> Result<()> {
    let mut tx = db.write().await?;
    let wait = Duration::seconds(5 << job.attempts.clamp(0, 12));
    store::put_back(&mut tx, job, now + wait, (job.attempts >= TRIES, error)).await?;
    tx.commit().await
}

/// A server's own name for leases.
pub fn holder() -> Uuid {
    ident::random()
}
