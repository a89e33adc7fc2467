//! SQL of offers.
use chrono::NaiveDate;
use uuid::Uuid;

use crate::{
    clock::Moment,
    codes,
    db::{FromRow, Result, Tx},
    privacy::Grant,
};

codes! {
    /// What became of an offer.
    pub enum OfferState {
        Open = "open",
        Accepted = "accepted",
        Refused = "refused",
        Lapsed = "lapsed",
        /// The applicant withdrew before answering.
        Withdrawn = "withdrawn",
    }
}

/// A place offered.
#[derive(Clone, Debug, FromRow)]
pub struct Offer {
    pub id: Uuid,
    pub application_id: Uuid,
    pub round_id: Uuid,
    pub visits: i32,
    pub state: OfferState,
    pub offered_at: Moment,
    /// The last local day on which it can be answered.
    pub answer_by: NaiveDate,
}

const OFFER: &str = "select id, application_id, round_id, visits, state, offered_at, answer_by from offer";

pub async fn insert(tx: &mut Tx, offer: &Offer) -> Result<()> {
    tx.sql(
        "insert into offer (id, application_id, round_id, visits, state, offered_at, answer_by) \
         values ($1, $2, $3, $4, 'open', $5, $6)",
    )
    .bind(offer.id)
    .bind(offer.application_id)
    .bind(offer.round_id)
    .bind(offer.visits)
    .bind(offer.offered_at)
    .bind(offer.answer_by)
    .execute()
    .await?;
    Ok(())
}

/// The newest offer of an application.
pub async fn newest(tx: &mut Tx, _grant: &Grant, application_id: Uuid) -> Result<Option<Offer>> {
    newest_for_work(tx, application_id).await
}

/// [`newest`] for work of the house itself.
pub async fn newest_for_work(tx: &mut Tx, application_id: Uuid) -> Result<Option<Offer>> {
    tx.compose(&[OFFER, "where application_id = $1 order by id desc limit 1"]).bind(application_id).optional().await
}

pub async fn by_id(tx: &mut Tx, id: Uuid) -> Result<Option<Offer>> {
    tx.compose(&[OFFER, "where id = $1"]).bind(id).optional().await
}

/// Answers an open offer; false when it was answered already.
pub async fn answer(tx: &mut Tx, id: Uuid, to: OfferState, now: Moment) -> Result<bool> {
    let answered = tx
        .sql("update offer set state = $2, answered_at = $3 where id = $1 and state = 'open'")
        .bind(id)
        .bind(to)
        .bind(now)
        .execute()
        .await?;
    Ok(answered == 1)
}
