//! SQL of the organisation's policy on the coach's working note.
use chrono::NaiveDate;
use uuid::Uuid;

use crate::{
    clock::Moment,
    db::{FromRow, Result, Tx},
    rights::request::Kind,
};

/// Whether the organisation gives the working note on `day`; it does not until it has decided so.
pub async fn gives_note(tx: &mut Tx, controller_id: Uuid, day: NaiveDate) -> Result<bool> {
    Ok(decision(tx, controller_id, day).await?.is_some_and(|(_, gives)| gives))
}

/// The decision in force on `day`: since when, and whether the note is given.
pub async fn decision(tx: &mut Tx, controller_id: Uuid, day: NaiveDate) -> Result<Option<(NaiveDate, bool)>> {
    tx.sql("select from_on, gives from note_policy where controller_id = $1 and from_on <= $2 order by from_on desc limit 1")
        .bind(controller_id)
        .bind(day)
        .optional()
        .await
}

/// What a coordinator decides about, read at once: [`decision`], and the organisation's requests without an answer, the
/// most urgent first, 200 at most.
pub async fn decision_and_open(
    tx: &mut Tx,
    controller_id: Uuid,
    day: NaiveDate,
) -> Result<(Option<(NaiveDate, bool)>, Vec<Open>)> {
    #[derive(FromRow)]
    struct Both {
        from_on: Option<NaiveDate>,
        gives: Option<bool>,
        id: Option<Uuid>,
        kind: Option<Kind>,
        sent_at: Option<Moment>,
        due_on: Option<NaiveDate>,
    }
    let rows: Vec<Both> = tx
        .sql(
            "select p.from_on, p.gives, r.id, r.kind, r.sent_at, r.due_on from (select 1 as one) o \
             left join (select from_on, gives from note_policy where controller_id = $1 and from_on <= $2 \
             order by from_on desc limit 1) p on 1 = 1 \
             left join data_request r on r.controller_id = $1 and r.answered_at is null order by r.due_on, r.id limit 200",
        )
        .bind(controller_id)
        .bind(day)
        .all()
        .await?;
    let decision = rows.first().and_then(|row| row.from_on.zip(row.gives));
    let open = |row: Both| Some(Open { id: row.id?, kind: row.kind?, sent_at: row.sent_at?, due_on: row.due_on? });
    Ok((decision, rows.into_iter().filter_map(open).collect()))
}

/// A request without an answer.
pub struct Open {
    pub id: Uuid,
    pub kind: Kind,
    pub sent_at: Moment,
    pub due_on: NaiveDate,
}

/// Decides it from a day on; a later decision for the same day stands.
pub async fn decide(
    tx: &mut Tx,
    controller_id: Uuid,
    (from_on, gives): (NaiveDate, bool),
    (by, now): (Uuid, Moment),
) -> Result<()> {
    tx.sql(
        "insert into note_policy (controller_id, from_on, gives, decided_by, decided_at) values ($1, $2, $3, $4, $5) \
         on conflict (controller_id, from_on) do update set gives = $3, decided_by = $4, decided_at = $5",
    )
    .bind(controller_id)
    .bind(from_on)
    .bind(gives)
    .bind(by)
    .bind(now)
    .execute()
    .await?;
    Ok(())
}
