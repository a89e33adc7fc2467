//! SQL of what people ask about their own data.
use chrono::NaiveDate;
use uuid::Uuid;

use crate::{
    clock::Moment,
    db::{FromRow, Result, Tx},
    privacy::Grant,
    rights::request::Kind,
};

/// A request with its sealed words.
#[derive(Clone, Debug, FromRow)]
pub struct Request {
    pub id: Uuid,
    pub controller_id: Uuid,
    pub human_id: Uuid,
    pub person_id: Uuid,
    pub kind: Kind,
    pub words: Vec<u8>,
    pub sent_at: Moment,
    /// The last day for the answer.
    pub due_on: NaiveDate,
    pub answered_at: Option<Moment>,
    pub answer: Option<Vec<u8>>,
}

const REQUEST: &str = "select id, controller_id, human_id, person_id, kind, words, sent_at, due_on, answered_at, answer \
                       from data_request";

pub async fn insert(tx: &mut Tx, request: &Request) -> Result<()> {
    tx.sql(
        "insert into data_request (id, controller_id, human_id, person_id, kind, words, sent_at, due_on) \
         values ($1, $2, $3, $4, $5, $6, $7, $8)",
    )
    .bind(request.id)
    .bind(request.controller_id)
    .bind(request.human_id)
    .bind(request.person_id)
    .bind(request.kind)
    .bind(request.words.clone())
    .bind(request.sent_at)
    .bind(request.due_on)
    .execute()
    .await?;
    Ok(())
}

/// The human's own requests, the newest first.
pub async fn of_human(tx: &mut Tx, human_id: Uuid) -> Result<Vec<Request>> {
    tx.compose(&[REQUEST, "where human_id = $1 order by sent_at desc, id desc"]).bind(human_id).all().await
}

/// The request that the grant is for.
pub async fn request(tx: &mut Tx, grant: &Grant) -> Result<Request> {
    tx.compose(&[REQUEST, "where id = $1"]).bind(grant.resource()).one().await
}

/// The answer; false when there is one already.
pub async fn answer(tx: &mut Tx, grant: &Grant, sealed: Vec<u8>, now: Moment) -> Result<bool> {
    let changed = tx
        .sql("update data_request set answer = $2, answered_at = $3, answered_by = $4 where id = $1 and answered_at is null")
        .bind(grant.resource())
        .bind(sealed)
        .bind(now)
        .bind(grant.human_id())
        .execute()
        .await?;
    Ok(changed == 1)
}
