//! SQL of who is on the track of a round, as the coordinator, the provider and the coach see it: process facts alone.
use uuid::Uuid;

use crate::{
    clock::Moment,
    db::{FromRow, Result, Tx},
    track::{
        pairs::Peer,
        reach::{Reach, Reader},
        record::{Answer, Guidance, Presence},
    },
};

/// A supervisor on the track.
#[derive(Clone, Debug, FromRow)]
pub struct Leader {
    pub supervisor_id: Uuid,
    /// The record in the organisation, for the view log.
    pub person_id: Option<Uuid>,
    pub unit_id: Option<Uuid>,
    pub unit_name: Option<String>,
    pub cannot_come_at: Option<Moment>,
    pub attended: Option<Presence>,
    pub guidance_id: Option<Uuid>,
    pub guidance_state: Option<Guidance>,
    pub guidance_starts_at: Option<Moment>,
    pub minutes_held: i64,
    pub pair_id: Option<Uuid>,
    pub answer: Option<Answer>,
    pub talks: Option<i32>,
}

impl Leader {
    pub fn peer(&self) -> Peer {
        Peer { id: self.supervisor_id, unit: self.unit_id }
    }
}

const HEAD: &str = "select s.human_id as supervisor_id, n.person_id, \
    (select w.unit_id from people_work w where w.person_id = n.person_id order by w.starts_on desc limit 1) as unit_id, \
    (select w.unit_name from people_work w where w.person_id = n.person_id order by w.starts_on desc limit 1) as unit_name, \
    m.cannot_come_at, m.attended, g.id as guidance_id, g.state as guidance_state, \
    g.starts_at as guidance_starts_at, (select cast(coalesce(sum(h.minutes), 0) as bigint) from track_guidance h \
    where h.member_id = m.id and h.state = 'held') as minutes_held, p.pair_id, p.answer, p.talks \
    from (select distinct t.supervisor_human_id as human_id, t.round_id, t.controller_id from coaching_three t \
    where t.round_id = $1 and t.supervisor_human_id is not null";
const TAIL: &str = ") s left join people_name n on n.human_id = s.human_id and n.organisation_id = s.controller_id \
    left join track_member m on m.round_id = s.round_id and m.supervisor_id = s.human_id \
    left join track_guidance g on g.id = (select x.id from track_guidance x where x.member_id = m.id \
    and x.state <> 'cancelled' order by x.starts_at desc, x.id limit 1) \
    left join track_pair_member p on p.member_id = m.id \
    and p.pair_id in (select q.id from track_pair q where q.round_id = s.round_id and q.ended_at is null) \
    order by n.sort_key, s.human_id";

/// The supervisors of the round whom the reader reaches.
pub async fn supervisors(tx: &mut Tx, reach: &Reach) -> Result<Vec<Leader>> {
    let query = match reach.reader {
        Reader::Coordinator => tx.compose(&[HEAD, TAIL]).bind(reach.round_id),
        Reader::Provider(id) => tx
            .compose(&[
                HEAD,
                "and t.case_id in (select c.case_id from coaching_case_state c where c.provider_id = $2)",
                TAIL,
            ])
            .bind(reach.round_id)
            .bind(id),
        Reader::Coach(id) => tx.compose(&[HEAD, "and t.coach_human_id = $2", TAIL]).bind(reach.round_id).bind(id),
    };
    query.all().await
}

/// How many supervisors there are on the track of the round: the whole round's share of minutes is counted from it.
pub async fn count(tx: &mut Tx, round_id: Uuid) -> Result<i64> {
    let (n,): (i64,) = tx
        .sql("select count(distinct supervisor_human_id) from coaching_three where round_id = $1")
        .bind(round_id)
        .one()
        .await?;
    Ok(n)
}

/// A case of the round that the provider or the coach has: their permission on it opens the track to them.
pub async fn case_of(tx: &mut Tx, round_id: Uuid, reader: Reader) -> Result<Option<Uuid>> {
    let found: Option<(Uuid,)> = match reader {
        Reader::Coordinator => None,
        Reader::Provider(id) => {
            tx.sql(
                "select t.case_id from coaching_three t join coaching_case_state c on c.case_id = t.case_id \
                 where t.round_id = $1 and c.provider_id = $2 and t.supervisor_human_id is not null \
                 order by c.opened_at desc, t.case_id limit 1",
            )
            .bind(round_id)
            .bind(id)
            .optional()
            .await?
        }
        Reader::Coach(id) => {
            tx.sql(
                "select t.case_id from coaching_three t join coaching_case_state c on c.case_id = t.case_id \
                 where t.round_id = $1 and t.coach_human_id = $2 and t.supervisor_human_id is not null \
                 order by c.opened_at desc, t.case_id limit 1",
            )
            .bind(round_id)
            .bind(id)
            .optional()
            .await?
        }
    };
    Ok(found.map(|(id,)| id))
}

/// Everybody on the track of the round, for letters to each.
pub async fn everybody(tx: &mut Tx, round_id: Uuid) -> Result<Vec<Uuid>> {
    let found: Vec<(Uuid,)> = tx
        .sql(
            "select distinct supervisor_human_id from coaching_three where round_id = $1 \
             and supervisor_human_id is not null order by supervisor_human_id",
        )
        .bind(round_id)
        .all()
        .await?;
    Ok(found.into_iter().map(|(id,)| id).collect())
}

/// What is known of the round's track as a whole.
#[derive(Clone, Debug, FromRow)]
pub struct Facts {
    pub supervisors: i64,
    pub minutes_held: i64,
    pub workshop_at: Option<Moment>,
    /// The newest published change of the group, as JSON.
    pub change: Option<String>,
}

/// Numbers of the round and published ones: nobody's.
pub async fn facts(tx: &mut Tx, round_id: Uuid) -> Result<Facts> {
    tx.sql(
        "select (select count(distinct t.supervisor_human_id) from coaching_three t where t.round_id = r.round_id) \
         as supervisors, (select cast(coalesce(sum(g.minutes), 0) as bigint) from track_guidance g \
         where g.round_id = r.round_id and g.state = 'held') as minutes_held, \
         (select w.starts_at from track_workshop w where w.round_id = r.round_id) as workshop_at, \
         (select e.change from track_edition e where e.round_id = r.round_id order by e.n desc limit 1) as change \
         from programmes_round r where r.round_id = $1",
    )
    .bind(round_id)
    .one()
    .await
}
