//! SQL of guidance meetings and the workshop.
use uuid::Uuid;

use crate::{
    clock::Moment,
    db::{FromRow, Result, Tx},
    ident,
    track::{
        reach::Reach,
        record::{Guidance, Presence},
    },
};

/// A meeting of a supervisor with a coach.
#[derive(Clone, Debug, FromRow)]
pub struct Meeting {
    pub id: Uuid,
    pub state: Guidance,
    pub starts_at: Moment,
    pub minutes: i32,
    pub place: String,
    pub sequence: i32,
    pub rev: i64,
}

const MEETING: &str = "select g.id, g.state, g.starts_at, g.minutes, g.place, g.sequence, g.rev \
                       from track_guidance g";

/// A meeting in the round that the reader reaches.
pub async fn meeting(tx: &mut Tx, reach: &Reach, id: Uuid) -> Result<Option<Meeting>> {
    tx.compose(&[MEETING, "where g.id = $1 and g.round_id = $2"]).bind(id).bind(reach.round_id).optional().await
}

/// A meeting of the supervisor whose place in the round this is.
pub async fn own_meeting(tx: &mut Tx, member_id: Uuid, id: Uuid) -> Result<Option<Meeting>> {
    tx.compose(&[MEETING, "where g.id = $1 and g.member_id = $2"]).bind(id).bind(member_id).optional().await
}

/// The meeting of the supervisor that has been proposed and not been held.
pub async fn proposed(tx: &mut Tx, member_id: Uuid) -> Result<Option<Meeting>> {
    tx.compose(&[MEETING, "where g.member_id = $1 and g.state = 'proposed' order by g.starts_at limit 1"])
        .bind(member_id)
        .optional()
        .await
}

/// A new meeting, or the proposed one moved; gives its id.
pub async fn propose(
    tx: &mut Tx,
    (member_id, round_id): (Uuid, Uuid),
    (starts_at, minutes, place): (Moment, i32, &str),
    (by, now): (Uuid, Moment),
) -> Result<Uuid> {
    if let Some(before) = proposed(tx, member_id).await? {
        tx.sql(
            "update track_guidance set starts_at = $2, minutes = $3, place = $4, sequence = sequence + 1, set_by = $5, \
             set_at = $6, rev = rev + 1 where id = $1",
        )
        .bind(before.id)
        .bind(starts_at)
        .bind(minutes)
        .bind(place.to_owned())
        .bind(by)
        .bind(now)
        .execute()
        .await?;
        return Ok(before.id);
    }
    let id = ident::at(now);
    tx.sql(
        "insert into track_guidance (id, member_id, round_id, state, starts_at, minutes, place, set_by, set_at) \
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
    )
    .bind(id)
    .bind(member_id)
    .bind(round_id)
    .bind(Guidance::Proposed)
    .bind(starts_at)
    .bind(minutes)
    .bind(place.to_owned())
    .bind(by)
    .bind(now)
    .execute()
    .await?;
    Ok(id)
}

/// The proposed meeting is from now on held, with these minutes, or cancelled; false when it has changed meanwhile.
pub async fn settle(tx: &mut Tx, (id, rev): (Uuid, i64), state: Guidance, minutes: i32) -> Result<bool> {
    let changed = tx
        .sql(
            "update track_guidance set state = $3, minutes = $4, sequence = sequence + 1, rev = rev + 1 \
             where id = $1 and rev = $2 and state = 'proposed'",
        )
        .bind(id)
        .bind(rev)
        .bind(state)
        .bind(minutes)
        .execute()
        .await?;
    Ok(changed == 1)
}

/// The minutes held in the round so far.
pub async fn minutes_held(tx: &mut Tx, reach: &Reach) -> Result<i64> {
    let (minutes,): (i64,) = tx
        .sql(
            "select cast(coalesce(sum(minutes), 0) as bigint) from track_guidance where round_id = $1 and state = 'held'",
        )
        .bind(reach.round_id)
        .one()
        .await?;
    Ok(minutes)
}

/// The workshop of a round.
#[derive(Clone, Debug, FromRow)]
pub struct Workshop {
    pub round_id: Uuid,
    pub title: String,
    pub starts_at: Moment,
    pub minutes: i32,
    pub place: String,
    pub sequence: i32,
    pub rev: i64,
}

/// Not personal: a time and a place for a group.
pub async fn workshop(tx: &mut Tx, round_id: Uuid) -> Result<Option<Workshop>> {
    tx.sql("select round_id, title, starts_at, minutes, place, sequence, rev from track_workshop where round_id = $1")
        .bind(round_id)
        .optional()
        .await
}

/// Sets the workshop, or changes it; false when it has changed meanwhile. `rev` is 0 when there was none.
pub async fn set_workshop(
    tx: &mut Tx,
    workshop: &Workshop,
    controller_id: Uuid,
    (by, now): (Uuid, Moment),
) -> Result<bool> {
    let changed = tx
        .sql(
            "insert into track_workshop (round_id, controller_id, title, starts_at, minutes, place, set_by, set_at, rev) \
             values ($1, $2, $3, $4, $5, $6, $7, $8, 1) on conflict (round_id) do update set title = $3, starts_at = $4, \
             minutes = $5, place = $6, set_by = $7, set_at = $8, sequence = track_workshop.sequence + 1, \
             rev = track_workshop.rev + 1 where track_workshop.rev = $9",
        )
        .bind(workshop.round_id)
        .bind(controller_id)
        .bind(workshop.title.clone())
        .bind(workshop.starts_at)
        .bind(workshop.minutes)
        .bind(workshop.place.clone())
        .bind(by)
        .bind(now)
        .bind(workshop.rev)
        .execute()
        .await?;
    Ok(changed == 1)
}

/// The supervisor cannot come, or can after all.
pub async fn set_cannot_come(tx: &mut Tx, member_id: Uuid, at: Option<Moment>) -> Result<()> {
    tx.sql("update track_member set cannot_come_at = $2 where id = $1").bind(member_id).bind(at).execute().await?;
    Ok(())
}

pub async fn set_attended(tx: &mut Tx, member_id: Uuid, presence: Presence) -> Result<()> {
    tx.sql("update track_member set attended = $2 where id = $1").bind(member_id).bind(presence).execute().await?;
    Ok(())
}

/// The workshop has another time: whoever could not come is asked again.
pub async fn ask_again(tx: &mut Tx, round_id: Uuid) -> Result<()> {
    tx.sql("update track_member set cannot_come_at = null where round_id = $1").bind(round_id).execute().await?;
    Ok(())
}
