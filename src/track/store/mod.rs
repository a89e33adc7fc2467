//! SQL of the supervisors' track.
pub mod acts;
pub mod kept;
pub mod measures;
pub mod pairs;
pub mod round;

use uuid::Uuid;

use super::record::{Answer, Guidance, Presence};
use crate::{
    clock::Moment,
    db::{FromRow, Result, Tx},
    ident,
    privacy::Grant,
    programmes::RoundState,
};

/// A supervisor's own track in one round.
#[derive(Clone, Debug, FromRow)]
pub struct Mine {
    pub round_id: Uuid,
    pub blueprint_id: Uuid,
    /// The newest correction of its texts.
    pub erratum: Option<i32>,
    pub controller_id: Uuid,
    /// The name of the round, a text as JSON.
    pub name: String,
    pub state: RoundState,
    pub member_id: Option<Uuid>,
    pub cannot_come_at: Option<Moment>,
    pub attended: Option<Presence>,
    pub guidance_id: Option<Uuid>,
    pub guidance_state: Option<Guidance>,
    pub guidance_starts_at: Option<Moment>,
    pub guidance_minutes: Option<i32>,
    pub guidance_place: Option<String>,
    pub workshop_title: Option<String>,
    pub workshop_starts_at: Option<Moment>,
    pub workshop_minutes: Option<i32>,
    pub workshop_place: Option<String>,
    pub workshop_sequence: Option<i32>,
    pub pair_id: Option<Uuid>,
    pub answer: Option<Answer>,
    pub talks: Option<i32>,
    pub before: i64,
    pub after: i64,
}

const MINE: &str = "select r.round_id, b.blueprint_id, b.erratum, r.controller_id, r.name, r.state, m.id as member_id, m.cannot_come_at, \
    m.attended, g.id as guidance_id, g.state as guidance_state, g.starts_at as guidance_starts_at, \
    g.minutes as guidance_minutes, g.place as guidance_place, w.title as workshop_title, \
    w.starts_at as workshop_starts_at, w.minutes as workshop_minutes, w.place as workshop_place, \
    w.sequence as workshop_sequence, p.pair_id, p.answer, p.talks, \
    (select count(*) from track_measure x where x.member_id = m.id and x.phase = 'before') as before, \
    (select count(*) from track_measure x where x.member_id = m.id and x.phase = 'after') as after \
    from programmes_round r join programmes_blueprint b on b.round_id = r.round_id \
    left join track_member m on m.round_id = r.round_id and m.supervisor_id = $1 \
    left join track_guidance g on g.id = (select x.id from track_guidance x where x.member_id = m.id \
    and x.state <> 'cancelled' order by x.starts_at desc, x.id limit 1) \
    left join track_workshop w on w.round_id = r.round_id \
    left join track_pair_member p on p.member_id = m.id \
    and p.pair_id in (select q.id from track_pair q where q.round_id = r.round_id and q.ended_at is null) \
    where r.round_id in (select t.round_id from coaching_three t where t.supervisor_human_id = $1)";

/// The rounds in which the human whose desk the grant is for leads somebody, the newest first.
pub async fn mine(tx: &mut Tx, grant: &Grant) -> Result<Vec<Mine>> {
    tx.compose(&[MINE, "order by r.opens_on desc, r.round_id limit 20"]).bind(grant.resource()).all().await
}

/// The supervisor's place in the round, made when there is none yet.
pub async fn member(tx: &mut Tx, (round_id, controller_id): (Uuid, Uuid), supervisor_id: Uuid) -> Result<Uuid> {
    tx.sql(
        "insert into track_member (id, round_id, controller_id, supervisor_id) values ($1, $2, $3, $4) \
         on conflict (round_id, supervisor_id) do nothing",
    )
    .bind(ident::random())
    .bind(round_id)
    .bind(controller_id)
    .bind(supervisor_id)
    .execute()
    .await?;
    let (id,): (Uuid,) = tx
        .sql("select id from track_member where round_id = $1 and supervisor_id = $2")
        .bind(round_id)
        .bind(supervisor_id)
        .one()
        .await?;
    Ok(id)
}
