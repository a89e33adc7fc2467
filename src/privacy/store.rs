//! SQL of humans, seats, sessions and access edges.
use uuid::Uuid;

use super::{
    Asked, Class, Edge, Human, Purpose, Seat,
    session::{self, Strength},
};
use crate::{
    clock::Moment,
    db::{FromRow, Result, Tx},
};

pub(super) async fn insert_human(tx: &mut Tx, human: &Human, now: Moment) -> Result<()> {
    tx.sql("insert into human (id, name, lang, address, phone, password_hash, created_at) values ($1, $2, $3, $4, $5, $6, $7)")
        .bind(human.id)
        .bind(human.name.clone())
        .bind(human.lang.clone())
        .bind(human.address.as_ref().map(|address| address.trim().to_lowercase()))
        .bind(human.phone.clone())
        .bind(human.password_hash.clone())
        .bind(now)
        .execute()
        .await?;
    Ok(())
}

pub(super) async fn human(tx: &mut Tx, id: Uuid) -> Result<Option<Human>> {
    tx.sql("select id, name, lang, address, phone, password_hash from human where id = $1").bind(id).optional().await
}

pub(super) async fn human_by_address(tx: &mut Tx, address: &str) -> Result<Option<Human>> {
    tx.sql("select id, name, lang, address, phone, password_hash from human where address = $1 and disabled_at is null")
        .bind(address.to_owned())
        .optional()
        .await
}

pub(super) async fn give_seat(tx: &mut Tx, human_id: Uuid, seat: Seat, (from, until): (Moment, Moment)) -> Result<()> {
    tx.sql("insert into seat (id, organisation_id, role) values ($1, $2, $3) on conflict (id) do nothing")
        .bind(seat.id)
        .bind(seat.organisation_id)
        .bind(seat.role)
        .execute()
        .await?;
    tx.sql(
        "insert into seat_member (human_id, seat_id, valid_from, valid_until) values ($1, $2, $3, $4) \
         on conflict (human_id, seat_id) do update set valid_from = $3, valid_until = $4",
    )
    .bind(human_id)
    .bind(seat.id)
    .bind(from)
    .bind(until)
    .execute()
    .await?;
    Ok(())
}

pub(super) async fn end_seat(tx: &mut Tx, human_id: Uuid, seat_id: Uuid, now: Moment) -> Result<()> {
    tx.sql("update seat_member set valid_until = $3 where human_id = $1 and seat_id = $2 and valid_until > $3")
        .bind(human_id)
        .bind(seat_id)
        .bind(now)
        .execute()
        .await?;
    Ok(())
}

pub(super) async fn insert_session(
    tx: &mut Tx,
    token_hash: Vec<u8>,
    human_id: Uuid,
    (strength, device, now): (Strength, &str, Moment),
) -> Result<()> {
    tx.sql(
        "insert into session (token_hash, human_id, started_at, seen_at, strength, device) \
         values ($1, $2, $3, $3, $4, $5)",
    )
    .bind(token_hash)
    .bind(human_id)
    .bind(now)
    .bind(strength)
    .bind(device.to_owned())
    .execute()
    .await?;
    Ok(())
}

pub(super) async fn delete_other_sessions(tx: &mut Tx, human_id: Uuid, token_hash: Vec<u8>) -> Result<u64> {
    tx.sql("delete from session where human_id = $1 and token_hash <> $2")
        .bind(human_id)
        .bind(token_hash)
        .execute()
        .await
}

pub(super) async fn rename_session(tx: &mut Tx, from: Vec<u8>, to: Vec<u8>) -> Result<u64> {
    tx.sql("update session set token_hash = $2 where token_hash = $1").bind(from).bind(to).execute().await
}

pub(super) async fn sessions_of(
    tx: &mut Tx,
    human_id: Uuid,
    (started, seen): (Moment, Moment),
) -> Result<Vec<session::Own>> {
    tx.sql(
        "select started_at, seen_at, strength, device, token_hash from session \
         where human_id = $1 and started_at >= $2 and seen_at >= $3 order by seen_at desc, token_hash limit 50",
    )
    .bind(human_id)
    .bind(started)
    .bind(seen)
    .all()
    .await
}

pub(super) async fn delete_session(tx: &mut Tx, token_hash: Vec<u8>) -> Result<()> {
    tx.sql("delete from session where token_hash = $1").bind(token_hash).execute().await?;
    Ok(())
}

pub(super) async fn delete_sessions(tx: &mut Tx, human_id: Uuid) -> Result<()> {
    tx.sql("delete from session where human_id = $1").bind(human_id).execute().await?;
    Ok(())
}

pub(super) async fn carry_sessions(tx: &mut Tx, (started, seen): (Moment, Moment), to: Moment) -> Result<()> {
    tx.sql("update session set started_at = $3, seen_at = $3 where started_at >= $1 and seen_at >= $2")
        .bind(started)
        .bind(seen)
        .bind(to)
        .execute()
        .await?;
    Ok(())
}

pub(super) async fn forget_sessions(tx: &mut Tx, started_before: Moment, seen_before: Moment) -> Result<()> {
    tx.sql("delete from session where started_at < $1 or seen_at < $2")
        .bind(started_before)
        .bind(seen_before)
        .execute()
        .await?;
    Ok(())
}

/// A session with its human, once for each seat held now and each edge by which human or seat reads the asked resource.
#[derive(FromRow)]
pub struct SessionRow {
    pub human_id: Uuid,
    pub started_at: Moment,
    pub seen_at: Moment,
    pub strength: Strength,
    pub name: String,
    pub lang: String,
    pub seat_id: Option<Uuid>,
    pub organisation_id: Option<Uuid>,
    pub role: Option<String>,
    pub edge_id: Option<Uuid>,
    pub resource: Option<Uuid>,
    pub class: Option<Class>,
    pub purpose: Option<Purpose>,
}

pub(super) async fn session(
    tx: &mut Tx,
    token_hash: Vec<u8>,
    (now, asked): (Moment, Asked),
) -> Result<Vec<SessionRow>> {
    let edges = match asked {
        Asked::Resource(_) => "e.resource = $3 and e.reader in (s.human_id, seat.id)",
        Asked::Own => "e.reader = s.human_id and (e.class = $3 or e.resource = s.human_id)",
    };
    let query = tx
        .compose(&[
            "select s.human_id, s.started_at, s.seen_at, s.strength, h.name, h.lang, seat.id as seat_id, seat.organisation_id, \
             seat.role, e.id as edge_id, e.resource, e.class, e.purpose \
             from session s join human h on h.id = s.human_id and h.disabled_at is null \
             left join seat_member m on m.human_id = h.id and m.valid_from <= $2 and m.valid_until > $2 \
             left join seat on seat.id = m.seat_id \
             left join access_edge e on e.valid_from <= $2 and e.valid_until > $2 and",
            edges,
            "where s.token_hash = $1 order by seat.role, seat.id",
        ])
        .bind(token_hash)
        .bind(now);
    match asked {
        Asked::Resource(id) => query.bind(id),
        Asked::Own => query.bind(Class::Own),
    }
    .all()
    .await
}

pub(super) async fn touch_session(tx: &mut Tx, token_hash: Vec<u8>, now: Moment) -> Result<()> {
    tx.sql("update session set seen_at = $2 where token_hash = $1").bind(token_hash).bind(now).execute().await?;
    Ok(())
}

pub(super) async fn upsert_edge(tx: &mut Tx, id: Uuid, edge: &Edge) -> Result<()> {
    tx.sql(
        "insert into access_edge (id, reader, resource, class, purpose, valid_from, valid_until, because_event, controller_id) \
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9) \
         on conflict (id) do update set valid_until = $7, because_event = $8",
    )
    .bind(id)
    .bind(edge.reader.id())
    .bind(edge.resource)
    .bind(edge.class)
    .bind(edge.purpose)
    .bind(edge.from)
    .bind(edge.until)
    .bind(edge.because_event)
    .bind(edge.controller_id)
    .execute()
    .await?;
    Ok(())
}

pub(super) async fn close_edges(tx: &mut Tx, resource: Uuid, class: Class, now: Moment) -> Result<()> {
    tx.sql("update access_edge set valid_until = $3 where resource = $1 and class = $2 and valid_until > $3")
        .bind(resource)
        .bind(class)
        .bind(now)
        .execute()
        .await?;
    Ok(())
}

pub(super) async fn close_reader(tx: &mut Tx, resource: Uuid, reader: Uuid, now: Moment) -> Result<()> {
    tx.sql("update access_edge set valid_until = $3 where resource = $1 and reader = $2 and valid_until > $3")
        .bind(resource)
        .bind(reader)
        .bind(now)
        .execute()
        .await?;
    Ok(())
}

pub(super) async fn close_purpose(
    tx: &mut Tx,
    resource: Uuid,
    (reader, purpose): (Uuid, Purpose),
    now: Moment,
) -> Result<()> {
    tx.sql("update access_edge set valid_until = $4 where resource = $1 and reader = $2 and purpose = $3 and valid_until > $4")
        .bind(resource)
        .bind(reader)
        .bind(purpose)
        .bind(now)
        .execute()
        .await?;
    Ok(())
}

pub(super) async fn move_end(tx: &mut Tx, resource: Uuid, (from, to): (Moment, Moment)) -> Result<()> {
    tx.sql("update access_edge set valid_until = $3 where resource = $1 and valid_until = $2")
        .bind(resource)
        .bind(from)
        .bind(to)
        .execute()
        .await?;
    Ok(())
}

/// At most this many names of one actor are asked about: the human and seven seats.
pub(super) const NAMES: usize = 8;

fn eight(readers: &[Uuid]) -> impl Iterator<Item = Uuid> {
    let last = readers.first().copied().unwrap_or_default();
    readers.iter().copied().chain(std::iter::repeat(last)).take(NAMES)
}

pub(super) async fn edge(
    tx: &mut Tx,
    readers: &[Uuid],
    (resource, class): (Uuid, Class),
    now: Moment,
) -> Result<Option<Purpose>> {
    let mut query = tx
        .sql(
            "select purpose from access_edge where resource = $1 and class = $2 and valid_from <= $3 and valid_until > $3 \
             and reader in ($4, $5, $6, $7, $8, $9, $10, $11) order by id limit 1",
        )
        .bind(resource)
        .bind(class)
        .bind(now);
    for reader in eight(readers) {
        query = query.bind(reader);
    }
    Ok(query.optional::<(Purpose,)>().await?.map(|(purpose,)| purpose))
}

/// [`edge`] of each of these resources (eight at most): `(resource, purpose)`, in the order of the edges.
pub(super) async fn edges(
    tx: &mut Tx,
    readers: &[Uuid],
    (resources, class): (&[Uuid], Class),
    now: Moment,
) -> Result<Vec<(Uuid, Purpose)>> {
    let mut query = tx
        .sql(
            "select resource, purpose from access_edge where class = $1 and valid_from <= $2 and valid_until > $2 \
             and reader in ($3, $4, $5, $6, $7, $8, $9, $10) \
             and resource in ($11, $12, $13, $14, $15, $16, $17, $18) order by id",
        )
        .bind(class)
        .bind(now);
    for id in eight(readers).chain(eight(resources)) {
        query = query.bind(id);
    }
    query.all().await
}

pub(super) async fn classes(tx: &mut Tx, readers: &[Uuid], resource: Uuid, now: Moment) -> Result<Vec<Class>> {
    let mut query = tx
        .sql(
            "select distinct class from access_edge where resource = $1 and valid_from <= $2 and valid_until > $2 \
             and reader in ($3, $4, $5, $6, $7, $8, $9, $10)",
        )
        .bind(resource)
        .bind(now);
    for reader in eight(readers) {
        query = query.bind(reader);
    }
    Ok(query.all::<(Class,)>().await?.into_iter().map(|(class,)| class).collect())
}

/// Which of these resources (eight at most) the human may read in the class now.
pub(super) async fn readable(
    tx: &mut Tx,
    reader: Uuid,
    (resources, class): (&[Uuid], Class),
    now: Moment,
) -> Result<Vec<Uuid>> {
    let mut query = tx
        .sql(
            "select distinct resource from access_edge where reader = $1 and class = $2 and valid_from <= $3 \
             and valid_until > $3 and resource in ($4, $5, $6, $7, $8, $9, $10, $11)",
        )
        .bind(reader)
        .bind(class)
        .bind(now);
    for resource in eight(resources) {
        query = query.bind(resource);
    }
    Ok(query.all::<(Uuid,)>().await?.into_iter().map(|(id,)| id).collect())
}

/// The humans who read or have read these resources (eight at most), the latest first.
pub(super) async fn read_by(
    tx: &mut Tx,
    resources: &[Uuid],
    (class, purpose): (Class, Purpose),
) -> Result<Vec<super::ReadBy>> {
    let mut query = tx
        .sql(
            "select e.resource, h.name, e.valid_from as \"from\", e.valid_until as until from access_edge e \
             join human h on h.id = e.reader where e.class = $1 and e.purpose = $2 \
             and e.resource in ($3, $4, $5, $6, $7, $8, $9, $10) order by e.valid_from desc",
        )
        .bind(class)
        .bind(purpose);
    for resource in eight(resources) {
        query = query.bind(resource);
    }
    query.all().await
}

/// The human's own edges: `(edge, resource, class, purpose)`.
pub(super) async fn own_edges(tx: &mut Tx, human_id: Uuid, now: Moment) -> Result<Vec<(Uuid, Uuid, Class, Purpose)>> {
    tx.sql(
        "select id, resource, class, purpose from access_edge where reader = $1 and class = $2 \
         and valid_from <= $3 and valid_until > $3",
    )
    .bind(human_id)
    .bind(Class::Own)
    .bind(now)
    .all()
    .await
}

pub(super) async fn readers(
    tx: &mut Tx,
    (first, second): (Uuid, Uuid),
    now: Moment,
) -> Result<Vec<(Uuid, Class, Purpose)>> {
    tx.sql(
        "select reader, class, purpose from access_edge where resource in ($1, $2) and valid_from <= $3 and valid_until > $3 \
         order by case when resource = $1 then 0 else 1 end, class, reader",
    )
    .bind(first)
    .bind(second)
    .bind(now)
    .all()
    .await
}
