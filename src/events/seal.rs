//! The sealer chains committed events of each controller; the audit reads the chain back.
use std::collections::{HashMap, hash_map::Entry};

use chrono::{Duration, SecondsFormat};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::store::{self, Row};
use crate::{
    clock::Moment,
    db::{Db, Result, Tally},
};

const BATCH: i64 = 2000;

/// Chains what is committed and not yet sealed; gives how many events were sealed. Only the holder of the lease does
/// anything, so that two servers make one chain.
pub async fn seal(db: &Db, holder: Uuid, now: Moment) -> Result<usize> {
    if store::count_unsealed(&mut db.read().await?).await? == 0 {
        return Ok(0);
    }
    let mut tx = db.write().await?;
    if !store::take_lease(&mut tx, holder, now, now + Duration::seconds(60)).await? {
        return Ok(0);
    }
    let rows = store::unsealed(&mut tx, BATCH).await?;
    let mut ends: HashMap<Uuid, (i64, Vec<u8>)> = HashMap::new();
    for row in &rows {
        let (seq, hash) = match ends.entry(row.controller_id) {
            Entry::Occupied(known) => known.into_mut(),
            Entry::Vacant(new) => new.insert(store::last_link(&mut tx, row.controller_id).await?.unwrap_or_default()),
        };
        *seq += 1;
        *hash = link(hash, row);
        store::add_link(&mut tx, row, *seq, hash.clone()).await?;
    }
    tx.commit().await?;
    Ok(rows.len())
}

/// SHA-256 of the link before and every column of the event, each behind its length.
fn link(before: &[u8], row: &Row) -> Vec<u8> {
    let mut hash = Sha256::new();
    let at = row.at.to_rfc3339_opts(SecondsFormat::Millis, true);
    let human = row.human_id.map(|id| id.to_string()).unwrap_or_default();
    let ids = [row.id.to_string(), row.controller_id.to_string(), row.root_id.to_string()];
    let parts = [before, at.as_bytes(), human.as_bytes(), row.what.as_bytes(), row.root_kind.as_bytes()];
    for part in parts.into_iter().chain(ids.iter().map(String::as_bytes)).chain([row.facts.as_bytes()]) {
        hash.update((part.len() as u64).to_be_bytes());
        hash.update(part);
    }
    hash.finalize().to_vec()
}

/// A place where the chain and the log disagree.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Broken {
    /// The event of this link is not there any more.
    Gone { controller_id: Uuid, seq: i64, event_id: Uuid },
    /// The event, or the link before it, is not what was sealed.
    Changed { controller_id: Uuid, seq: i64, event_id: Uuid },
    /// A number of the chain is missing.
    Gap { controller_id: Uuid, seq: i64 },
}

/// What the audit found.
#[derive(Clone, Debug, Default)]
pub struct Audit {
    pub links: usize,
    /// Events that are not sealed yet: the tail that proves nothing.
    pub unsealed: i64,
    pub broken: Vec<Broken>,
}

/// Reads every chain from its first link and compares it with the log.
pub async fn audit(db: &Db) -> Result<Audit> {
    let mut tx = db.read_replica(&Tally::default()).await?;
    let mut found = Audit { unsealed: store::count_unsealed(&mut tx).await?, ..Audit::default() };
    let mut ends: HashMap<Uuid, (i64, Vec<u8>)> = HashMap::new();
    for sealed in store::links(&mut tx).await? {
        found.links += 1;
        let (seq, before) = ends.entry(sealed.controller_id).or_default();
        let (controller_id, event_id) = (sealed.controller_id, sealed.event_id);
        if sealed.seq != *seq + 1 {
            found.broken.push(Broken::Gap { controller_id, seq: *seq + 1 });
        }
        match store::event(&mut tx, event_id).await? {
            None => found.broken.push(Broken::Gone { controller_id, seq: sealed.seq, event_id }),
            Some(row) if link(before, &row) != sealed.hash => {
                found.broken.push(Broken::Changed { controller_id, seq: sealed.seq, event_id });
            }
            Some(_) => {}
        }
        *seq = sealed.seq;
        *before = sealed.hash;
    }
    Ok(found)
}
