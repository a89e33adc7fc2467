//! SQL of the public list of a lottery: tickets in the drawn order, nothing of the people.
use uuid::Uuid;

use crate::{
    clock::Moment,
    db::{FromRow, Result, Tx},
};

/// A drawn ticket. The first draw is turn 1; who is found eligible after it is drawn in the next turn.
#[derive(Clone, Debug, PartialEq, Eq, FromRow)]
pub struct Lot {
    pub turn: i32,
    pub place: i64,
    pub ticket: String,
    pub drawn_at: Moment,
}

/// Every drawn ticket of the round, in order.
pub async fn of(tx: &mut Tx, round_id: Uuid) -> Result<Vec<Lot>> {
    tx.sql("select turn, place, ticket, drawn_at from intake_lot where round_id = $1 order by turn, place")
        .bind(round_id)
        .all()
        .await
}

/// Keeps the tickets of one draw for good, in their order.
pub async fn keep(tx: &mut Tx, round_id: Uuid, lots: &[Lot]) -> Result<()> {
    for lot in lots {
        tx.sql("insert into intake_lot (round_id, turn, place, ticket, drawn_at) values ($1, $2, $3, $4, $5)")
            .bind(round_id)
            .bind(lot.turn)
            .bind(lot.place)
            .bind(lot.ticket.clone())
            .bind(lot.drawn_at)
            .execute()
            .await?;
    }
    Ok(())
}
