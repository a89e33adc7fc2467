//! SQL of the demo's clock and letters.
use chrono::Duration;
use uuid::Uuid;

use crate::{
    clock::Moment,
    db::{FromRow, Result, Tx},
    ident,
    mail::Letter,
};

/// How far the demo's clock is ahead of the machine's.
pub async fn ahead(tx: &mut Tx) -> Result<Duration> {
    let found: Option<(i64,)> = tx.sql("select ahead_ms from demo_clock where name = 'demo'").optional().await?;
    Ok(Duration::milliseconds(found.map_or(0, |(ahead,)| ahead)))
}

/// The clock goes on by so much: what it was ahead before and this.
pub(super) async fn add_ahead(tx: &mut Tx, by: Duration) -> Result<()> {
    tx.sql(
        "insert into demo_clock (name, ahead_ms) values ('demo', $1) \
         on conflict (name) do update set ahead_ms = demo_clock.ahead_ms + $1",
    )
    .bind(by.num_milliseconds())
    .execute()
    .await?;
    Ok(())
}

/// A letter that went out.
#[derive(Clone, Debug, FromRow)]
pub struct Kept {
    pub id: Uuid,
    pub address: String,
    pub subject: String,
    pub words: String,
    /// It had a calendar part.
    pub invitation: bool,
    pub sent_at: Moment,
}

const LETTER: &str = "select id, address, subject, words, invitation, sent_at from demo_letter";

pub(super) async fn insert_letter(tx: &mut Tx, letter: &Letter, now: Moment) -> Result<()> {
    tx.sql(
        "insert into demo_letter (id, address, subject, words, invitation, sent_at) values ($1, $2, $3, $4, $5, $6)",
    )
    .bind(ident::at(now))
    .bind(letter.to.clone())
    .bind(letter.subject.clone())
    .bind(letter.text.clone())
    .bind(letter.calendar.is_some())
    .bind(now)
    .execute()
    .await?;
    Ok(())
}

/// The newest letters first, at most so many.
pub(super) async fn newest(tx: &mut Tx, at_most: i64) -> Result<Vec<Kept>> {
    tx.compose(&[LETTER, "order by id desc limit $1"]).bind(at_most).all().await
}

/// One letter.
pub async fn letter(tx: &mut Tx, id: Uuid) -> Result<Option<Kept>> {
    tx.compose(&[LETTER, "where id = $1"]).bind(id).optional().await
}

/// How many letters have gone out after then.
pub async fn letters_since(tx: &mut Tx, since: Moment) -> Result<i64> {
    let (count,): (i64,) = tx.sql("select count(*) from demo_letter where sent_at > $1").bind(since).one().await?;
    Ok(count)
}
