//! SQL of wrapped keys.
use std::collections::BTreeSet;

use uuid::Uuid;

use crate::db::{Result, Tx};

pub(super) async fn wrapped(tx: &mut Tx, subject_id: Uuid) -> Result<Option<(i32, Vec<u8>)>> {
    tx.sql("select generation, wrapped from vault_key where subject_id = $1").bind(subject_id).optional().await
}

/// So many keys are asked for at a time.
const KEYS: usize = 500;

/// The wrapped keys of these subjects, of those that have one.
pub(super) async fn wrapped_many(tx: &mut Tx, subjects: &BTreeSet<Uuid>) -> Result<Vec<(Uuid, i32, Vec<u8>)>> {
    let (subjects, mut found) = (subjects.iter().copied().collect::<Vec<_>>(), Vec::new());
    for part in subjects.chunks(KEYS) {
        let head = "select subject_id, generation, wrapped from vault_key where subject_id in";
        let mut query = tx.many(head, (1, part.len()), "");
        for subject_id in part {
            query = query.bind(*subject_id);
        }
        found.extend(query.all::<(Uuid, i32, Vec<u8>)>().await?);
    }
    Ok(found)
}

pub(super) async fn put(tx: &mut Tx, subject_id: Uuid, generation: i32, wrapped: Vec<u8>) -> Result<u64> {
    tx.sql(
        "insert into vault_key (subject_id, generation, wrapped) values ($1, $2, $3) \
         on conflict (subject_id) do update set generation = $2, wrapped = $3",
    )
    .bind(subject_id)
    .bind(generation)
    .bind(wrapped)
    .execute()
    .await
}

/// New wrapped keys of subjects that have none.
pub(super) async fn put_new(tx: &mut Tx, generation: i32, all: &[(Uuid, Vec<u8>)]) -> Result<()> {
    for part in all.chunks(KEYS) {
        let head = "insert into vault_key (subject_id, generation, wrapped) values";
        let mut query = tx.many(head, (part.len(), 3), "");
        for (subject_id, wrapped) in part {
            query = query.bind(*subject_id).bind(generation).bind(wrapped.clone());
        }
        query.execute().await?;
    }
    Ok(())
}

pub(super) async fn delete(tx: &mut Tx, subject_id: Uuid) -> Result<u64> {
    tx.sql("delete from vault_key where subject_id = $1").bind(subject_id).execute().await
}

pub(super) async fn older_than(tx: &mut Tx, generation: i32, at_most: i64) -> Result<Vec<(Uuid, i32, Vec<u8>)>> {
    tx.sql("select subject_id, generation, wrapped from vault_key where generation < $1 order by subject_id limit $2")
        .bind(generation)
        .bind(at_most)
        .all()
        .await
}
