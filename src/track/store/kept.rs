//! SQL of what the track keeps of people.
use uuid::Uuid;

use crate::{
    clock::Moment,
    db::{FromRow, Result, Tx},
    house::keeping::{Closed, Scope},
    track::record::Presence,
};

const CLOSED: &str = "select m.id as subject_id, n.person_id, m.controller_id, e.closed_at from track_member m \
    join people_name n on n.human_id = m.supervisor_id and n.organisation_id = m.controller_id \
    join (select c.round_id, max(c.ended_at) as closed_at from coaching_case_state c group by c.round_id \
    having count(*) = count(c.ended_at)) e on e.round_id = m.round_id";

/// The places of supervisors in rounds whose coachings have all ended.
pub async fn closed(tx: &mut Tx, scope: Scope, at_most: i64) -> Result<Vec<Closed>> {
    scope.find(tx, CLOSED, at_most).await
}

/// The numbers stay, nobody's any more; the rest of the supervisor's track is gone.
pub async fn erase(tx: &mut Tx, member_id: Uuid, (nobody, nothing): (Uuid, Vec<u8>)) -> Result<()> {
    tx.sql("update track_measure set member_id = $2, sealed = $3 where member_id = $1")
        .bind(member_id)
        .bind(nobody)
        .bind(nothing)
        .execute()
        .await?;
    for statement in [
        "delete from track_pair_member where member_id = $1",
        "delete from track_guidance where member_id = $1",
        "delete from track_member where id = $1",
    ] {
        tx.sql(statement).bind(member_id).execute().await?;
    }
    Ok(())
}

/// A supervisor's place in a round, as it is told to the supervisor.
#[derive(Clone, Debug, FromRow)]
pub struct Place {
    pub member_id: Uuid,
    pub blueprint_id: Uuid,
    /// The name of the round, a text as JSON.
    pub name: String,
    pub cannot_come_at: Option<Moment>,
    pub attended: Option<Presence>,
}

/// The places of the human, the first round first.
pub async fn places(tx: &mut Tx, human_id: Uuid) -> Result<Vec<Place>> {
    tx.sql(
        "select m.id as member_id, r.blueprint_id, r.name, m.cannot_come_at, m.attended from track_member m \
         join programmes_round r on r.round_id = m.round_id where m.supervisor_id = $1 order by r.opens_on, m.id",
    )
    .bind(human_id)
    .all()
    .await
}

/// A meeting as it is told.
#[derive(Clone, Debug, FromRow)]
pub struct Met {
    pub starts_at: Moment,
    pub place: String,
}

/// The supervisor's own meetings, those cancelled left out.
pub async fn meetings(tx: &mut Tx, member_id: Uuid) -> Result<Vec<Met>> {
    tx.sql(
        "select starts_at, place from track_guidance where member_id = $1 and state <> 'cancelled' order by starts_at, id",
    )
    .bind(member_id)
    .all()
    .await
}

/// Conversations held in each pair.
pub async fn talks(tx: &mut Tx, member_id: Uuid) -> Result<Vec<i32>> {
    let found: Vec<(i32,)> = tx
        .sql("select talks from track_pair_member where member_id = $1 order by pair_id")
        .bind(member_id)
        .all()
        .await?;
    Ok(found.into_iter().map(|(talks,)| talks).collect())
}
