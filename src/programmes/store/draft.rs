//! SQL of blueprints being written.
use uuid::Uuid;

use crate::{
    clock::Moment,
    db::{Result, Tx},
    ident,
    programmes::drafts::{Draft, DraftState},
};

const DRAFT: &str = "select d.id, d.controller_id, d.key, d.source, d.state, d.author_id, \
                     v.programme_id, d.changed_at, d.rev from blueprint_draft d \
                     left join blueprint_version v on v.id = d.blueprint_id";

/// The drafts of an organisation, the last changed first.
pub async fn of(tx: &mut Tx, controller_id: Uuid) -> Result<Vec<Draft>> {
    tx.compose(&[DRAFT, "where d.controller_id = $1 order by d.changed_at desc, d.id desc"])
        .bind(controller_id)
        .all()
        .await
}

pub async fn draft(tx: &mut Tx, id: Uuid) -> Result<Option<Draft>> {
    tx.compose(&[DRAFT, "where d.id = $1"]).bind(id).optional().await
}

/// A new draft; gives its id.
pub async fn add(
    tx: &mut Tx,
    controller_id: Uuid,
    (key, source): (&str, &str),
    (author, now): (Uuid, Moment),
) -> Result<Uuid> {
    let id = ident::at(now);
    tx.sql(
        "insert into blueprint_draft (id, controller_id, key, source, state, author_id, changed_at) \
         values ($1, $2, $3, $4, $5, $6, $7)",
    )
    .bind(id)
    .bind(controller_id)
    .bind(key.to_owned())
    .bind(source.to_owned())
    .bind(DraftState::Draft)
    .bind(author)
    .bind(now)
    .execute()
    .await?;
    Ok(id)
}

/// New words by an author: it is a draft again. False when somebody was first, or when it has been published.
pub async fn save(
    tx: &mut Tx,
    (id, rev): (Uuid, i64),
    (key, source): (&str, &str),
    (author, now): (Uuid, Moment),
) -> Result<bool> {
    let saved = tx
        .sql(
            "update blueprint_draft set key = $3, source = $4, state = $5, author_id = $6, changed_at = $7, rev = rev + 1 \
             where id = $1 and rev = $2 and state <> $8",
        )
        .bind(id)
        .bind(rev)
        .bind(key.to_owned())
        .bind(source.to_owned())
        .bind(DraftState::Draft)
        .bind(author)
        .bind(now)
        .bind(DraftState::Published)
        .execute()
        .await?;
    Ok(saved == 1)
}

/// Another human may now publish it.
pub async fn ask_review(tx: &mut Tx, (id, rev): (Uuid, i64)) -> Result<bool> {
    let asked = tx
        .sql("update blueprint_draft set state = $3, rev = rev + 1 where id = $1 and rev = $2")
        .bind(id)
        .bind(rev)
        .bind(DraftState::InReview)
        .execute()
        .await?;
    Ok(asked == 1)
}

/// It has become this version.
pub async fn published(tx: &mut Tx, (id, rev): (Uuid, i64), blueprint_id: Uuid) -> Result<bool> {
    let done = tx
        .sql("update blueprint_draft set state = $3, blueprint_id = $4, rev = rev + 1 where id = $1 and rev = $2")
        .bind(id)
        .bind(rev)
        .bind(DraftState::Published)
        .bind(blueprint_id)
        .execute()
        .await?;
    Ok(done == 1)
}
