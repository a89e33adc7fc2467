//! SQL of what waits for whom: dates and states, no words.
use uuid::Uuid;

use crate::{
    clock::Moment,
    db::{FromRow, Result, Tx},
    privacy::{Grant, Role},
};

/// A case with where its newest version stands, for somebody's first screen.
#[derive(Clone, Debug, FromRow)]
pub struct Awaiting {
    pub case_id: Uuid,
    pub person_id: Uuid,
    pub name: String,
    pub coach_human_id: Option<Uuid>,
    pub supervisor_human_id: Option<Uuid>,
    /// None: nothing has been noted.
    pub version: Option<i32>,
    pub terms: Option<String>,
    pub confirmed_at: Option<Moment>,
    pub supervisor_id: Option<Uuid>,
    pub supervisor_confirmed_at: Option<Moment>,
    pub coach_confirmed_at: Option<Moment>,
    pub participant_signed_at: Option<Moment>,
    /// When the reader prepared.
    pub prepared_at: Option<Moment>,
    /// The state of the case's open agreement step; none when there is none.
    pub step_state: Option<String>,
}

const AWAITING: &str = "select t.case_id, t.person_id, n.first_name || ' ' || n.last_name as name, t.coach_human_id, \
                        t.supervisor_human_id, a.version, a.terms, a.confirmed_at, a.supervisor_id, \
                        a.supervisor_confirmed_at, a.coach_confirmed_at, a.participant_signed_at, \
                        p.saved_at as prepared_at, (select min(s.state) from coaching_step_state s \
                        where s.case_id = t.case_id and s.kind = 'agreement' \
                        and s.state in ('waiting', 'ready', 'scheduled')) as step_state \
                        from coaching_three t join people_name n on n.person_id = t.person_id \
                        left join agreement a on a.case_id = t.case_id and a.replaced_at is null and a.version = \
                        (select max(b.version) from agreement b where b.case_id = t.case_id) \
                        left join preparation p on p.case_id = t.case_id and p.owner_id = $1 \
                        where t.state in ('opened', 'running') and";

/// How many cases a first screen looks at.
const AT_MOST: i64 = 200;

/// The open cases in which the reader has this part.
pub async fn awaiting(tx: &mut Tx, grant: &Grant, role: Role) -> Result<Vec<Awaiting>> {
    let (whose, resource) = match role {
        Role::Supervisor => ("t.supervisor_human_id = $2 order by t.case_id limit $3", grant.human_id()),
        Role::Coach => ("t.coach_human_id = $2 order by t.case_id limit $3", grant.human_id()),
        _ => ("t.case_id = $2 order by t.case_id limit $3", grant.resource()),
    };
    tx.compose(&[AWAITING, whose]).bind(grant.human_id()).bind(resource).bind(AT_MOST).all().await
}

/// A case in which a confirmation has been waited for too long: never whose or why.
#[derive(Clone, Debug, FromRow)]
pub struct Stuck {
    pub person_id: Uuid,
    pub name: String,
    pub since: Moment,
}

/// Those of the round that the grant is for, the longest waited for first.
pub async fn stuck(tx: &mut Tx, grant: &Grant, before: Moment) -> Result<Vec<Stuck>> {
    tx.sql(
        "select t.person_id, n.first_name || ' ' || n.last_name as name, min(a.waiting_since) as since \
         from agreement a join coaching_three t on t.case_id = a.case_id \
         join people_name n on n.person_id = t.person_id \
         where a.round_id = $1 and a.waiting_since <= $2 and t.state in ('opened', 'running') \
         group by t.case_id, t.person_id, n.first_name, n.last_name order by min(a.waiting_since), t.case_id limit 200",
    )
    .bind(grant.resource())
    .bind(before)
    .all()
    .await
}
