//! SQL of links that confirm one version: only the hash of a token is kept.
use uuid::Uuid;

use crate::{
    clock::Moment,
    coaching::three::Party,
    db::{FromRow, Result, Tx},
};

/// What a link confirms, and for whom.
#[derive(Clone, Copy, Debug, FromRow)]
pub struct Link {
    pub agreement_id: Uuid,
    pub case_id: Uuid,
    pub party: Party,
    pub human_id: Uuid,
}

pub async fn insert(tx: &mut Tx, hash: Vec<u8>, link: Link, (now, until): (Moment, Moment)) -> Result<()> {
    tx.sql(
        "insert into confirmation_link (token_hash, agreement_id, case_id, party, human_id, made_at, until) \
         values ($1, $2, $3, $4, $5, $6, $7)",
    )
    .bind(hash)
    .bind(link.agreement_id)
    .bind(link.case_id)
    .bind(link.party)
    .bind(link.human_id)
    .bind(now)
    .bind(until)
    .execute()
    .await?;
    Ok(())
}

/// A link that can still be used.
pub async fn open(tx: &mut Tx, hash: Vec<u8>, now: Moment) -> Result<Option<Link>> {
    tx.sql(
        "select agreement_id, case_id, party, human_id from confirmation_link \
         where token_hash = $1 and used_at is null and until > $2",
    )
    .bind(hash)
    .bind(now)
    .optional()
    .await
}

/// Uses the link; false when it has been used or is past.
pub async fn spend(tx: &mut Tx, hash: Vec<u8>, now: Moment) -> Result<bool> {
    let used = tx
        .sql("update confirmation_link set used_at = $2 where token_hash = $1 and used_at is null and until > $2")
        .bind(hash)
        .bind(now)
        .execute()
        .await?;
    Ok(used == 1)
}
