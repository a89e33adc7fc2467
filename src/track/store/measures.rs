//! SQL of what supervisors answer of their own leading.
use chrono::NaiveDate;
use uuid::Uuid;

use crate::{
    db::{FromRow, Result, Tx},
    ident,
    privacy::Grant,
    track::path::Phase,
};

/// An own answer, sealed.
#[derive(Clone, Debug, FromRow)]
pub struct Measure {
    pub round_id: Uuid,
    pub phase: Phase,
    pub instrument_key: String,
    pub sealed: Vec<u8>,
    /// Of the statements together and of each part, as JSON.
    pub scores: String,
    pub answered_on: NaiveDate,
}

/// The answers of the member that the grant is for, the first first.
pub async fn measures(tx: &mut Tx, grant: &Grant) -> Result<Vec<Measure>> {
    tx.sql(
        "select round_id, phase, instrument_key, sealed, scores, answered_on from track_measure where member_id = $1 \
         order by answered_on, phase desc",
    )
    .bind(grant.resource())
    .all()
    .await
}

/// False when this phase has been answered already.
pub async fn insert(tx: &mut Tx, member_id: Uuid, measure: &Measure) -> Result<bool> {
    let added = tx
        .sql(
            "insert into track_measure (id, member_id, round_id, phase, instrument_key, sealed, scores, answered_on) \
             values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (member_id, phase) do nothing",
        )
        .bind(ident::random())
        .bind(member_id)
        .bind(measure.round_id)
        .bind(measure.phase)
        .bind(measure.instrument_key.clone())
        .bind(measure.sealed.clone())
        .bind(measure.scores.clone())
        .bind(measure.answered_on)
        .execute()
        .await?;
    Ok(added == 1)
}

/// The scores of those who have answered before and after, for the published change alone: nobody's names or ids.
pub async fn pairs(tx: &mut Tx, round_id: Uuid) -> Result<Vec<(String, String)>> {
    tx.sql(
        "select b.scores, a.scores from track_measure b join track_measure a on a.member_id = b.member_id \
         where b.round_id = $1 and b.phase = 'before' and a.phase = 'after' order by b.scores, a.scores",
    )
    .bind(round_id)
    .all()
    .await
}

/// A published change.
#[derive(Clone, Debug, FromRow)]
pub struct Edition {
    pub n: i64,
    pub made_on: NaiveDate,
    pub change: String,
}

/// The newest published change of the round: a number of a group, open to whoever reads reports of the round.
pub async fn edition(tx: &mut Tx, round_id: Uuid) -> Result<Option<Edition>> {
    tx.sql("select n, made_on, change from track_edition where round_id = $1 order by n desc limit 1")
        .bind(round_id)
        .optional()
        .await
}

pub async fn insert_edition(tx: &mut Tx, round_id: Uuid, edition: &Edition) -> Result<()> {
    tx.sql("insert into track_edition (round_id, n, made_on, change) values ($1, $2, $3, $4)")
        .bind(round_id)
        .bind(edition.n)
        .bind(edition.made_on)
        .bind(edition.change.clone())
        .execute()
        .await?;
    Ok(())
}
