//! SQL of invitations.
use chrono::NaiveDate;
use uuid::Uuid;

use crate::{
    clock::Moment,
    codes,
    db::{FromRow, Result, Tx},
    privacy::Grant,
};

codes! {
    /// What became of an invitation.
    pub enum InvitationState {
        Invited = "invited",
        Accepted = "accepted",
        Declined = "declined",
        /// The day to answer went by.
        Lapsed = "lapsed",
        /// The coordinator took it back.
        Withdrawn = "withdrawn",
    }
}

/// Somebody named to a round.
#[derive(Clone, Debug, FromRow)]
pub struct Invitation {
    pub id: Uuid,
    pub round_id: Uuid,
    pub controller_id: Uuid,
    pub person_id: Uuid,
    pub human_id: Uuid,
    pub name: String,
    pub unit_name: String,
    pub state: InvitationState,
    pub visits: i32,
    /// The last local day on which it can be answered.
    pub answer_by: NaiveDate,
    pub invited_at: Moment,
}

const INVITATION: &str = "select id, round_id, controller_id, person_id, human_id, name, unit_name, state, visits, \
                          answer_by, invited_at from invitation";

/// A new invitation; false when the person has one to this round already.
pub async fn insert(tx: &mut Tx, new: &Invitation, (sort_key, by): (Vec<u8>, Option<Uuid>)) -> Result<bool> {
    let added = tx
        .sql(
            "insert into invitation (id, round_id, controller_id, person_id, human_id, name, sort_key, unit_name, state, \
             visits, answer_by, invited_by, invited_at) values ($1, $2, $3, $4, $5, $6, $7, $8, 'invited', $9, $10, $11, $12) \
             on conflict (round_id, person_id) where state <> 'withdrawn' do nothing",
        )
        .bind(new.id)
        .bind(new.round_id)
        .bind(new.controller_id)
        .bind(new.person_id)
        .bind(new.human_id)
        .bind(new.name.clone())
        .bind(sort_key)
        .bind(new.unit_name.clone())
        .bind(new.visits)
        .bind(new.answer_by)
        .bind(by.unwrap_or_default())
        .bind(new.invited_at)
        .execute()
        .await?;
    Ok(added == 1)
}

/// Everybody named to the round of the grant, by name.
pub async fn of_round(tx: &mut Tx, grant: &Grant) -> Result<Vec<Invitation>> {
    tx.compose(&[INVITATION, "where round_id = $1 order by sort_key, id limit 500"]).bind(grant.resource()).all().await
}

/// The invitation of the grant.
pub async fn invitation(tx: &mut Tx, grant: &Grant) -> Result<Option<Invitation>> {
    for_work(tx, grant.resource()).await
}

/// For work of the house itself.
pub async fn for_work(tx: &mut Tx, id: Uuid) -> Result<Option<Invitation>> {
    tx.compose(&[INVITATION, "where id = $1"]).bind(id).optional().await
}

/// The human's own invitations, the newest first.
pub async fn own(tx: &mut Tx, human_id: Uuid) -> Result<Vec<Invitation>> {
    tx.compose(&[INVITATION, "where human_id = $1 order by id desc limit 100"]).bind(human_id).all().await
}

/// Ends an open invitation; false when it has ended already.
pub async fn end(tx: &mut Tx, id: Uuid, to: InvitationState, now: Moment) -> Result<bool> {
    let ended = tx
        .sql("update invitation set state = $2, answered_at = $3 where id = $1 and state = 'invited'")
        .bind(id)
        .bind(to)
        .bind(now)
        .execute()
        .await?;
    Ok(ended == 1)
}
