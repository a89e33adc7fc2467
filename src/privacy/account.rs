//! Accounts as signing in needs them: found by what proves who somebody is, and counted without being told.
use uuid::Uuid;

use super::{Human, Role};
use crate::{
    clock::Moment,
    db::{FromRow, Result, Tx},
};

/// The human with this phone number, written `+358401234567`; nobody when two share it.
pub async fn human_by_phone(tx: &mut Tx, phone: &str) -> Result<Option<Human>> {
    let mut found: Vec<Human> = tx
        .sql(
            "select id, name, lang, address, phone, password_hash from human where phone = $1 and disabled_at is null \
             limit 2",
        )
        .bind(phone.to_owned())
        .all()
        .await?;
    Ok(if found.len() == 1 { found.pop() } else { None })
}

/// The human whom the organisation's sign-in service knows by this subject.
pub async fn human_by_subject(tx: &mut Tx, subject: &str) -> Result<Option<Human>> {
    tx.sql(
        "select id, name, lang, address, phone, password_hash from human where oidc_subject = $1 and disabled_at is null",
    )
    .bind(subject.to_owned())
    .optional()
    .await
}

/// The human is the subject from now on, unless already another one; false then.
pub async fn bind_subject(tx: &mut Tx, human_id: Uuid, subject: &str) -> Result<bool> {
    let changed = tx
        .sql("update human set oidc_subject = $2 where id = $1 and (oidc_subject is null or oidc_subject = $2)")
        .bind(human_id)
        .bind(subject.to_owned())
        .execute()
        .await?;
    Ok(changed == 1)
}

/// A new password, as its argon2id text.
pub async fn set_password(tx: &mut Tx, human_id: Uuid, hash: &str) -> Result<()> {
    tx.sql("update human set password_hash = $2 where id = $1").bind(human_id).bind(hash.to_owned()).execute().await?;
    Ok(())
}

/// Whether the account may be signed in to.
pub async fn is_open(tx: &mut Tx, human_id: Uuid) -> Result<bool> {
    let (open,): (i64,) =
        tx.sql("select count(*) from human where id = $1 and disabled_at is null").bind(human_id).one().await?;
    Ok(open == 1)
}

/// Whether anybody is here. Not how many: a house of a million is asked at every start.
pub async fn has_humans(tx: &mut Tx) -> Result<bool> {
    let (one,): (i64,) = tx.sql("select count(*) from (select id from human limit 1) as one").one().await?;
    Ok(one > 0)
}

/// How many sessions have been seen since `since`.
pub async fn count_sessions(tx: &mut Tx, since: Moment) -> Result<i64> {
    let (count,): (i64,) = tx.sql("select count(*) from session where seen_at >= $1").bind(since).one().await?;
    Ok(count)
}

/// Whether the human holds the seat now.
pub async fn holds(tx: &mut Tx, human_id: Uuid, seat_id: Uuid, now: Moment) -> Result<bool> {
    let (count,): (i64,) = tx
        .sql(
            "select count(*) from seat_member \
             where human_id = $1 and seat_id = $2 and valid_from <= $3 and valid_until > $3",
        )
        .bind(human_id)
        .bind(seat_id)
        .bind(now)
        .one()
        .await?;
    Ok(count > 0)
}

/// The roles that the human holds now.
pub async fn roles(tx: &mut Tx, human_id: Uuid, now: Moment) -> Result<Vec<Role>> {
    let held: Vec<(Role,)> = tx
        .sql(
            "select distinct s.role from seat_member m join seat s on s.id = m.seat_id \
             where m.human_id = $1 and m.valid_from <= $2 and m.valid_until > $2",
        )
        .bind(human_id)
        .bind(now)
        .all()
        .await?;
    Ok(held.into_iter().map(|(role,)| role).collect())
}

/// Somebody who holds a role in an organisation.
#[derive(Clone, Debug, FromRow)]
pub struct Holder {
    pub human_id: Uuid,
    pub name: String,
    pub address: Option<String>,
    pub seat_id: Uuid,
    pub organisation_id: Uuid,
    pub role: Role,
}

const HOLDER: &str = "select h.id as human_id, h.name, h.address, s.id as seat_id, s.organisation_id, s.role \
                      from seat_member m join seat s on s.id = m.seat_id join human h on h.id = m.human_id \
                      where m.valid_from <= $1 and m.valid_until > $1 and h.disabled_at is null";

/// Who holds which role now, by organisation and role: those after this organisation, role and human.
pub async fn holders(
    tx: &mut Tx,
    now: Moment,
    (organisation, role, human): (Uuid, &str, Uuid),
    at_most: i64,
) -> Result<Vec<Holder>> {
    tx.compose(&[
        HOLDER,
        "and (s.organisation_id, s.role, h.id) > ($2, $3, $4) order by s.organisation_id, s.role, h.id limit $5",
    ])
    .bind(now)
    .bind(organisation)
    .bind(role.to_owned())
    .bind(human)
    .bind(at_most)
    .all()
    .await
}

/// Who holds this seat now; at most 200.
pub async fn holders_of(tx: &mut Tx, seat_id: Uuid, now: Moment) -> Result<Vec<Holder>> {
    tx.compose(&[HOLDER, "and s.id = $2 order by h.id limit 200"]).bind(now).bind(seat_id).all().await
}

/// The human, if they hold the seat now.
pub async fn holder(tx: &mut Tx, (human_id, seat_id): (Uuid, Uuid), now: Moment) -> Result<Option<Holder>> {
    tx.compose(&[HOLDER, "and s.id = $2 and h.id = $3"]).bind(now).bind(seat_id).bind(human_id).optional().await
}
