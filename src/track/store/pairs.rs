//! SQL of sparring pairs.
use uuid::Uuid;

use crate::{
    clock::Moment,
    db::{FromRow, Result, Tx},
    ident,
    privacy::Grant,
    track::{reach::Reach, record::Answer},
};

/// A member of a pair that stands or has stood in the round.
#[derive(Clone, Debug, FromRow)]
pub struct Paired {
    pub pair_id: Uuid,
    pub supervisor_id: Uuid,
    pub answer: Answer,
    pub ended_at: Option<Moment>,
}

/// Every pair of the round, with those that have ended: who has asked to be parted stays known.
pub async fn pairs(tx: &mut Tx, reach: &Reach) -> Result<Vec<Paired>> {
    tx.sql(
        "select p.id as pair_id, m.supervisor_id, x.answer, p.ended_at from track_pair p \
         join track_pair_member x on x.pair_id = p.id join track_member m on m.id = x.member_id \
         where p.round_id = $1 order by p.id, m.supervisor_id",
    )
    .bind(reach.round_id)
    .all()
    .await
}

/// The revision of the round's pairs; 0 before they are published.
pub async fn rev(tx: &mut Tx, reach: &Reach) -> Result<i64> {
    let found: Option<(i64,)> =
        tx.sql("select rev from track_pairing where round_id = $1").bind(reach.round_id).optional().await?;
    Ok(found.map_or(0, |(rev,)| rev))
}

/// Takes the revision; false when the pairs have changed meanwhile.
pub async fn take_rev(tx: &mut Tx, (round_id, controller_id): (Uuid, Uuid), rev: i64, now: Moment) -> Result<bool> {
    let taken = tx
        .sql(
            "insert into track_pairing (round_id, controller_id, published_at, rev) values ($1, $2, $3, 1) \
             on conflict (round_id) do update set published_at = $3, rev = track_pairing.rev + 1 \
             where track_pairing.rev = $4",
        )
        .bind(round_id)
        .bind(controller_id)
        .bind(now)
        .bind(rev)
        .execute()
        .await?;
    Ok(taken == 1)
}

/// A new pair of these members; gives its id.
pub async fn form(tx: &mut Tx, round_id: Uuid, members: &[Uuid], now: Moment) -> Result<Uuid> {
    let id = ident::at(now);
    tx.sql("insert into track_pair (id, round_id, formed_at) values ($1, $2, $3)")
        .bind(id)
        .bind(round_id)
        .bind(now)
        .execute()
        .await?;
    for member_id in members {
        tx.sql("insert into track_pair_member (pair_id, member_id, answer) values ($1, $2, $3)")
            .bind(id)
            .bind(*member_id)
            .bind(Answer::Waiting)
            .execute()
            .await?;
    }
    Ok(id)
}

pub async fn end(tx: &mut Tx, pair_id: Uuid, now: Moment) -> Result<()> {
    tx.sql("update track_pair set ended_at = $2 where id = $1 and ended_at is null")
        .bind(pair_id)
        .bind(now)
        .execute()
        .await?;
    Ok(())
}

/// A member of the pair that the grant is for.
#[derive(Clone, Debug, FromRow)]
pub struct Partner {
    pub round_id: Uuid,
    pub controller_id: Uuid,
    pub supervisor_id: Uuid,
    pub member_id: Uuid,
    pub person_id: Option<Uuid>,
    /// The work address.
    pub address: Option<String>,
    pub answer: Answer,
    pub talks: i32,
}

/// Everybody in a pair that stands.
pub async fn partners(tx: &mut Tx, grant: &Grant) -> Result<Vec<Partner>> {
    tx.sql(
        "select p.round_id, m.controller_id, m.supervisor_id, m.id as member_id, n.person_id, n.work_address as address, \
         x.answer, x.talks from track_pair p join track_pair_member x on x.pair_id = p.id \
         join track_member m on m.id = x.member_id \
         left join people_name n on n.human_id = m.supervisor_id and n.organisation_id = m.controller_id \
         where p.id = $1 and p.ended_at is null order by m.supervisor_id",
    )
    .bind(grant.resource())
    .all()
    .await
}

/// The member's word on the pair; false when it is the same as before.
pub async fn answer(tx: &mut Tx, (pair_id, member_id): (Uuid, Uuid), answer: Answer, now: Moment) -> Result<bool> {
    let changed = tx
        .sql(
            "update track_pair_member set answer = $3, answered_at = $4 \
             where pair_id = $1 and member_id = $2 and answer <> $3",
        )
        .bind(pair_id)
        .bind(member_id)
        .bind(answer)
        .bind(now)
        .execute()
        .await?;
    Ok(changed == 1)
}

/// One more conversation has been held, where the page showed `known` of them; false when it has been marked already.
pub async fn talked(tx: &mut Tx, (pair_id, member_id): (Uuid, Uuid), (known, most): (i32, i32)) -> Result<bool> {
    let changed = tx
        .sql(
            "update track_pair_member set talks = talks + 1 \
             where pair_id = $1 and member_id = $2 and answer = 'accepted' and talks = $3 and talks < $4",
        )
        .bind(pair_id)
        .bind(member_id)
        .bind(known)
        .bind(most)
        .execute()
        .await?;
    Ok(changed == 1)
}
