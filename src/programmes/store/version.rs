//! SQL of published versions: they never change, and may be retired.
use uuid::Uuid;

use crate::{
    clock::Moment,
    db::{FromRow, Result, Tx},
};

/// A published version in a list.
#[derive(Clone, Copy, Debug, FromRow)]
pub struct VersionLine {
    pub id: Uuid,
    pub programme_id: Uuid,
    pub controller_id: Uuid,
    pub published_at: Moment,
    /// From when it begins no new rounds.
    pub retired_at: Option<Moment>,
}

const LINE: &str = "select v.id, v.programme_id, v.controller_id, v.published_at, r.retired_at from blueprint_version v \
                    left join blueprint_retired r on r.blueprint_id = v.id";

/// The newest version of every programme that is still offered.
pub async fn latest_versions(tx: &mut Tx) -> Result<Vec<VersionLine>> {
    tx.compose(&[
        LINE,
        "join (select b.programme_id, max(b.version) as version from blueprint_version b \
         left join blueprint_retired x on x.blueprint_id = b.id where x.blueprint_id is null group by b.programme_id) \
         newest on newest.programme_id = v.programme_id and newest.version = v.version order by v.programme_id",
    ])
    .all()
    .await
}

/// The newest version of a programme, also of one that is not offered any more.
pub async fn newest_of(tx: &mut Tx, programme_id: Uuid) -> Result<Option<VersionLine>> {
    tx.compose(&[
        LINE,
        "where v.programme_id = $1 order by case when r.retired_at is null then 0 else 1 end, v.version desc limit 1",
    ])
    .bind(programme_id)
    .optional()
    .await
}

/// Every version of an organisation's programmes, the newest first.
pub async fn versions_of(tx: &mut Tx, controller_id: Uuid) -> Result<Vec<VersionLine>> {
    tx.compose(&[LINE, "where v.controller_id = $1 order by v.published_at desc, v.id desc"])
        .bind(controller_id)
        .all()
        .await
}

pub async fn version_line(tx: &mut Tx, id: Uuid) -> Result<Option<VersionLine>> {
    tx.compose(&[LINE, "where v.id = $1"]).bind(id).optional().await
}

/// The hash of a published version.
pub async fn hash_of(tx: &mut Tx, id: Uuid) -> Result<Vec<u8>> {
    let (sha256,): (Vec<u8>,) = tx.sql("select sha256 from blueprint_version where id = $1").bind(id).one().await?;
    Ok(sha256)
}

/// Whether the version begins no new rounds.
pub async fn is_retired(tx: &mut Tx, id: Uuid) -> Result<bool> {
    let found: Option<(Uuid,)> =
        tx.sql("select blueprint_id from blueprint_retired where blueprint_id = $1").bind(id).optional().await?;
    Ok(found.is_some())
}

/// From now on the version begins no new rounds; false when it has been retired before.
pub async fn retire(tx: &mut Tx, id: Uuid, (by, now): (Uuid, Moment)) -> Result<bool> {
    let retired = tx
        .sql(
            "insert into blueprint_retired (blueprint_id, retired_by, retired_at) values ($1, $2, $3) \
             on conflict (blueprint_id) do nothing",
        )
        .bind(id)
        .bind(by)
        .bind(now)
        .execute()
        .await?;
    Ok(retired == 1)
}

/// The number of the newest correction; 0 when the texts stand as published.
pub async fn newest_erratum(tx: &mut Tx, base_id: Uuid) -> Result<i32> {
    let (number,): (Option<i32>,) =
        tx.sql("select max(number) from blueprint_erratum where base_id = $1").bind(base_id).one().await?;
    Ok(number.unwrap_or_default())
}

/// The published version of this number, with its programme.
pub async fn base_of(tx: &mut Tx, controller_id: Uuid, (key, version): (&str, i32)) -> Result<Option<VersionLine>> {
    tx.compose(&[
        LINE,
        "join programme p on p.id = v.programme_id where p.controller_id = $1 and p.key = $2 and v.version = $3",
    ])
    .bind(controller_id)
    .bind(key.to_owned())
    .bind(version)
    .optional()
    .await
}

/// A checked correction; false when its number has been published before.
pub async fn add_erratum(
    tx: &mut Tx,
    (id, base_id, number): (Uuid, Uuid, i32),
    (source, canonical, sha256): (&str, Vec<u8>, Vec<u8>),
    (author, by): (Option<Uuid>, Option<Uuid>),
    now: Moment,
) -> Result<bool> {
    let added = tx
        .sql(
            "insert into blueprint_erratum (id, base_id, number, source, canonical, sha256, author_id, published_by, \
             published_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict (base_id, number) do nothing",
        )
        .bind(id)
        .bind(base_id)
        .bind(number)
        .bind(source.to_owned())
        .bind(canonical)
        .bind(sha256)
        .bind(author)
        .bind(by)
        .bind(now)
        .execute()
        .await?;
    Ok(added == 1)
}

/// The text of a version as its authors wrote it, with its programme and controller.
pub async fn source_of(tx: &mut Tx, id: Uuid) -> Result<(String, Uuid, Uuid)> {
    tx.sql("select source, programme_id, controller_id from blueprint_version where id = $1").bind(id).one().await
}

/// The highest version number of a programme, retired ones too.
pub async fn highest_version(tx: &mut Tx, programme_id: Uuid) -> Result<i32> {
    let (highest,): (Option<i32>,) =
        tx.sql("select max(version) from blueprint_version where programme_id = $1").bind(programme_id).one().await?;
    Ok(highest.unwrap_or(0))
}
