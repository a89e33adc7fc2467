//! Editions as they are stored. A stored one is never changed.
use serde::Serialize;
use sha2::{Digest, Sha256};
use uuid::Uuid;

mod collect;
pub mod reviews;
mod three;
mod leading;

pub use collect::{delivered, facts};

use super::{groups::Basis, report::Report};
use crate::{
    clock::Moment,
    db::{FromRow, Result, Tx},
    ident,
};

/// A published edition of a round's report.
#[derive(Clone, Debug, PartialEq)]
pub struct Edition {
    pub id: Uuid,
    pub round_id: Uuid,
    pub controller_id: Uuid,
    pub number: i32,
    pub made_at: Moment,
    pub report: Report,
}

#[derive(FromRow)]
struct EditionRow {
    id: Uuid,
    round_id: Uuid,
    controller_id: Uuid,
    number: i32,
    made_at: Moment,
    body: String,
    basis: String,
}

impl EditionRow {
    fn read(self) -> Result<(Edition, Basis)> {
        let report = serde_json::from_str(&self.body).map_err(unreadable)?;
        let basis = serde_json::from_str(&self.basis).map_err(unreadable)?;
        let EditionRow { id, round_id, controller_id, number, made_at, .. } = self;
        Ok((Edition { id, round_id, controller_id, number, made_at, report }, basis))
    }
}

fn unreadable(error: serde_json::Error) -> crate::db::Error {
    crate::db::Error::Decode(Box::new(error))
}

const EDITION: &str = "select id, round_id, controller_id, number, made_at, body, basis from edition";

pub async fn edition(tx: &mut Tx, id: Uuid) -> Result<Option<Edition>> {
    let row: Option<EditionRow> = tx.compose(&[EDITION, "where id = $1"]).bind(id).optional().await?;
    row.map(|row| Ok(row.read()?.0)).transpose()
}

/// The newest edition of a round.
pub async fn latest(tx: &mut Tx, round_id: Uuid) -> Result<Option<Edition>> {
    Ok(latest_with_basis(tx, round_id).await?.map(|(edition, _)| edition))
}

pub(super) async fn latest_with_basis(tx: &mut Tx, round_id: Uuid) -> Result<Option<(Edition, Basis)>> {
    let row: Option<EditionRow> =
        tx.compose(&[EDITION, "where round_id = $1 order by number desc limit 1"]).bind(round_id).optional().await?;
    row.map(EditionRow::read).transpose()
}

/// The newest edition of each round of an organisation, the newest first.
pub async fn editions_of(tx: &mut Tx, controller_id: Uuid) -> Result<Vec<Edition>> {
    let rows: Vec<EditionRow> = tx
        .compose(&[
            EDITION,
            "where controller_id = $1 and number = (select max(n.number) from edition n where n.round_id = edition.round_id) \
             order by made_at desc, id limit 200",
        ])
        .bind(controller_id)
        .all()
        .await?;
    rows.into_iter().map(|row| Ok(row.read()?.0)).collect()
}

/// Stores an edition with what it rests on.
pub(super) async fn insert(tx: &mut Tx, edition: &Edition, basis: &Basis, n_answers: i64) -> Result<()> {
    let body = json(&edition.report);
    tx.sql(
        "insert into edition (id, round_id, controller_id, number, made_at, n_answers, body, sha256, basis) \
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
    )
    .bind(edition.id)
    .bind(edition.round_id)
    .bind(edition.controller_id)
    .bind(edition.number)
    .bind(edition.made_at)
    .bind(n_answers)
    .bind(body.clone())
    .bind(Sha256::digest(body.as_bytes()).to_vec())
    .bind(json(basis))
    .execute()
    .await?;
    Ok(())
}

/// A new edition's id.
pub(super) fn new_id(now: Moment) -> Uuid {
    ident::at(now)
}

fn json(value: &impl Serialize) -> String {
    serde_json::to_string(value).unwrap_or_default()
}
