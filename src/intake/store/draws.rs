//! SQL of the lottery's sealed seed.
use uuid::Uuid;

use crate::{
    clock::Moment,
    db::{FromRow, Result, Tx},
};

/// A sealed seed. It leaves the house with the draw, not before.
#[derive(Clone, Debug, FromRow)]
pub struct Sealed {
    pub seed: String,
    pub commitment: String,
}

pub async fn of(tx: &mut Tx, round_id: Uuid) -> Result<Option<Sealed>> {
    tx.sql("select seed, commitment from intake_draw where round_id = $1").bind(round_id).optional().await
}

/// Seals a seed; false when one is sealed already.
pub async fn seal(tx: &mut Tx, round_id: Uuid, (seed, commitment): (&str, &str), now: Moment) -> Result<bool> {
    let sealed = tx
        .sql(
            "insert into intake_draw (round_id, seed, commitment, committed_at) values ($1, $2, $3, $4) \
             on conflict (round_id) do nothing",
        )
        .bind(round_id)
        .bind(seed.to_owned())
        .bind(commitment.to_owned())
        .bind(now)
        .execute()
        .await?;
    Ok(sealed == 1)
}

pub async fn drawn(tx: &mut Tx, round_id: Uuid, now: Moment) -> Result<()> {
    tx.sql("update intake_draw set drawn_at = $2 where round_id = $1 and drawn_at is null")
        .bind(round_id)
        .bind(now)
        .execute()
        .await?;
    Ok(())
}

/// The tickets that took part in the draw: those of the applications whose terms are met. Nothing of the people.
pub async fn tickets(tx: &mut Tx, round_id: Uuid) -> Result<Vec<String>> {
    let rows = tx
        .sql(
            "select ticket from application where round_id = $1 and reserve_rank is not null \
             order by reserve_rank, id",
        )
        .bind(round_id)
        .all::<(String,)>()
        .await?;
    Ok(rows.into_iter().map(|(ticket,)| ticket).collect())
}
