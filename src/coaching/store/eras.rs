//! SQL of the times of earlier coaches, of the participant's consent, and of what two persons decide without it.
use uuid::Uuid;

use super::super::eras::{Answer, RequestState};
use crate::{
    clock::Moment,
    db::{FromRow, Result, Tx},
    privacy::{Class, Grant},
};

/// The time of an earlier coach. What was written then opens only with the grant on it.
#[derive(Clone, Debug, FromRow)]
pub struct Era {
    pub id: Uuid,
    pub coach_human_id: Option<Uuid>,
    pub coach_name: Option<String>,
    pub began_at: Option<Moment>,
    pub ended_at: Moment,
    sealed: Option<Vec<u8>>,
    /// When the memo was saved last; none when nothing was written, or it has been erased.
    pub saved_at: Option<Moment>,
    /// What the participant has answered about the coach of now, and when.
    pub answer: Option<Answer>,
    pub answered_at: Option<Moment>,
}

impl Era {
    /// The sealed memo, for whoever may read this era.
    pub fn memo<'e>(&'e self, grants: &[Grant]) -> Option<&'e [u8]> {
        let reads = grants.iter().any(|grant| grant.resource() == self.id && grant.class() == Class::Coaching);
        self.sealed.as_deref().filter(|_| reads)
    }

    /// With a memo nobody may open, for the pages' samples.
    pub fn sample(
        id: Uuid,
        coach_name: &str,
        (began_at, ended_at): (Moment, Moment),
        answer: Option<(Answer, Moment)>,
    ) -> Era {
        Era {
            id,
            coach_human_id: None,
            coach_name: Some(coach_name.to_owned()),
            began_at: Some(began_at),
            ended_at,
            sealed: None,
            saved_at: Some(ended_at),
            answer: answer.map(|(answer, _)| answer),
            answered_at: answer.map(|(_, at)| at),
        }
    }
}

const ERA: &str = "select e.id, e.coach_human_id, e.coach_name, e.began_at, e.ended_at, e.sealed, e.saved_at, \
                   o.answer, o.answered_at from coach_era e join coaching_case c on c.id = e.case_id \
                   left join era_consent o on o.case_id = c.id and o.coach_human_id = c.coach_human_id \
                   where e.case_id = $1 order by e.ended_at desc, e.id desc";

/// The times of the case's earlier coaches, the last first; the memos stay shut.
pub async fn eras(tx: &mut Tx, case_id: Uuid) -> Result<Vec<Era>> {
    tx.compose(&[ERA]).bind(case_id).all().await
}

/// The time of the case's coach is over, and its memo belongs to it from now on; false when there was neither coach nor
/// anything that a coach wrote.
pub async fn close(tx: &mut Tx, id: Uuid, case_id: Uuid, now: Moment) -> Result<bool> {
    let closed = tx
        .sql(
            "insert into coach_era (id, case_id, coach_human_id, coach_name, began_at, ended_at, sealed, saved_at) \
             select $1, c.id, c.coach_human_id, c.coach_name, c.coach_since, $3, n.sealed, n.saved_at from coaching_case c \
             left join note n on n.case_id = c.id and n.kind = 'memo' and n.owner_id = c.human_id \
             where c.id = $2 and (c.coach_human_id is not null or n.author_id <> c.human_id)",
        )
        .bind(id)
        .bind(case_id)
        .bind(now)
        .execute()
        .await?;
    if closed == 1 {
        tx.sql("delete from note where case_id = $1 and kind = 'memo'").bind(case_id).execute().await?;
    }
    Ok(closed == 1)
}

/// Whether somebody else than these two wrote the case's memo last.
pub async fn has_memo_of_another(tx: &mut Tx, case_id: Uuid, (one, other): (Uuid, Uuid)) -> Result<bool> {
    let found: Option<(Uuid,)> = tx
        .sql("select author_id from note where case_id = $1 and kind = 'memo' and author_id not in ($2, $3)")
        .bind(case_id)
        .bind(one)
        .bind(other)
        .optional()
        .await?;
    Ok(found.is_some())
}

pub async fn set_consent(tx: &mut Tx, (case_id, coach): (Uuid, Uuid), answer: Answer, now: Moment) -> Result<()> {
    tx.sql(
        "insert into era_consent (case_id, coach_human_id, answer, answered_at) values ($1, $2, $3, $4) \
         on conflict (case_id, coach_human_id) do update set answer = $3, answered_at = $4",
    )
    .bind(case_id)
    .bind(coach)
    .bind(answer)
    .bind(now)
    .execute()
    .await?;
    Ok(())
}

/// The coach begins anew: an answer given about an earlier time of theirs counts no more.
pub async fn forget_consent(tx: &mut Tx, (case_id, coach): (Uuid, Uuid)) -> Result<()> {
    tx.sql("delete from era_consent where case_id = $1 and coach_human_id = $2")
        .bind(case_id)
        .bind(coach)
        .execute()
        .await?;
    Ok(())
}

/// Of the case `c`: something was written for another coach than the one of now, and the participant has not been asked.
pub const UNASKED: &str = "c.coach_human_id is not null and exists (select 1 from coach_era e where e.case_id = c.id \
                           and e.sealed is not null and (e.coach_human_id is null or e.coach_human_id <> c.coach_human_id)) \
                           and not exists (select 1 from era_consent o where o.case_id = c.id \
                           and o.coach_human_id = c.coach_human_id)";

/// What one asked and another decided. The reasons are sealed under the key of the case.
#[derive(Clone, Debug, FromRow)]
pub struct Request {
    pub id: Uuid,
    pub case_id: Uuid,
    pub controller_id: Uuid,
    pub coach_human_id: Uuid,
    pub coach_name: String,
    pub state: RequestState,
    pub asked_by: Uuid,
    pub asked_name: String,
    pub asked_at: Moment,
    pub asked_reason: Vec<u8>,
    pub decided_name: Option<String>,
    pub decided_at: Option<Moment>,
    pub decided_reason: Option<Vec<u8>>,
    pub person_id: Uuid,
    /// The participant's name.
    pub name: String,
}

const REQUEST: &str = "select r.id, r.case_id, r.controller_id, r.coach_human_id, r.coach_name, r.state, r.asked_by, \
                       r.asked_name, r.asked_at, r.asked_reason, r.decided_name, r.decided_at, \
                       r.decided_reason, c.person_id, p.first_name || ' ' || p.last_name as name from era_request r \
                       join coaching_case c on c.id = r.case_id join people_name p on p.person_id = c.person_id \
                       where r.id in";

/// What has been asked and decided of the case that the grant is for, the newest first.
pub async fn requests(tx: &mut Tx, grant: &Grant) -> Result<Vec<Request>> {
    let tail = "(select q.id from era_request q where q.case_id = $1) order by r.asked_at desc, r.id desc";
    tx.compose(&[REQUEST, tail]).bind(grant.resource()).all().await
}

/// The request that the grant is for.
pub async fn request(tx: &mut Tx, grant: &Grant) -> Result<Request> {
    tx.compose(&[REQUEST, "($1)"]).bind(grant.resource()).one().await
}

/// How many requests a page shows.
const SHOWN: i64 = 100;

/// The requests of the organisation, those that wait first: ids alone.
pub async fn request_ids(tx: &mut Tx, controller_id: Uuid) -> Result<Vec<Uuid>> {
    let ids: Vec<(Uuid,)> = tx
        .sql(
            "select r.id from era_request r where r.controller_id = $1 \
             order by case when r.state = 'asked' then 0 else 1 end, r.asked_at desc, r.id desc limit $2",
        )
        .bind(controller_id)
        .bind(SHOWN)
        .all()
        .await?;
    Ok(ids.into_iter().map(|(id,)| id).collect())
}

/// The requests that the grants are for, as they are ordered there.
pub async fn requests_of(tx: &mut Tx, grants: &[Grant]) -> Result<Vec<Request>> {
    if grants.is_empty() {
        return Ok(Vec::new());
    }
    let mut query = tx.many(REQUEST, (1, grants.len()), "order by r.asked_at desc, r.id desc");
    for grant in grants {
        query = query.bind(grant.resource());
    }
    query.all().await
}

/// A request as it is asked; false when one waits already.
pub async fn insert_request(tx: &mut Tx, request: &Request) -> Result<bool> {
    let inserted = tx
        .sql(
            "insert into era_request (id, case_id, controller_id, coach_human_id, coach_name, state, asked_by, asked_name, \
             asked_at, asked_reason) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict do nothing",
        )
        .bind(request.id)
        .bind(request.case_id)
        .bind(request.controller_id)
        .bind(request.coach_human_id)
        .bind(request.coach_name.clone())
        .bind(request.state)
        .bind(request.asked_by)
        .bind(request.asked_name.clone())
        .bind(request.asked_at)
        .bind(request.asked_reason.clone())
        .execute()
        .await?;
    Ok(inserted == 1)
}

/// The decision of another; false when it is not waited for any more. The database refuses the one who asked.
pub async fn decide(
    tx: &mut Tx,
    id: Uuid,
    (state, reason): (RequestState, Vec<u8>),
    (by, name): (Uuid, &str),
    now: Moment,
) -> Result<bool> {
    let decided = tx
        .sql(
            "update era_request set state = $2, decided_reason = $3, decided_by = $4, decided_name = $5, decided_at = $6 \
             where id = $1 and state = 'asked'",
        )
        .bind(id)
        .bind(state)
        .bind(reason)
        .bind(by)
        .bind(name.to_owned())
        .bind(now)
        .execute()
        .await?;
    Ok(decided == 1)
}

/// What was asked for a coach who is not the coach any more is not decided.
pub async fn lapse(tx: &mut Tx, case_id: Uuid) -> Result<()> {
    tx.sql("update era_request set state = 'lapsed' where case_id = $1 and state = 'asked'")
        .bind(case_id)
        .execute()
        .await?;
    Ok(())
}

/// What was written goes; that there was a coach, and who opened what when, stays.
pub async fn erase(tx: &mut Tx, case_id: Uuid) -> Result<()> {
    tx.sql("update coach_era set sealed = null, saved_at = null where case_id = $1").bind(case_id).execute().await?;
    tx.sql("update era_request set asked_reason = $2, decided_reason = null where case_id = $1")
        .bind(case_id)
        .bind(Vec::new())
        .execute()
        .await?;
    Ok(())
}
