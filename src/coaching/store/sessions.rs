//! SQL of sessions and proposed times.
use std::collections::HashMap;

use chrono::NaiveDate;
use uuid::Uuid;

use super::super::{CancelReason, SessionState, Standing, Way};
use crate::{
    clock::Moment,
    db::{FromRow, Result, Tx},
    privacy::{Class, Grant},
};

/// A meeting of participant and coach.
#[derive(Clone, Debug, FromRow)]
pub struct Session {
    pub id: Uuid,
    pub case_id: Uuid,
    pub step_id: Option<Uuid>,
    pub state: SessionState,
    pub starts_at: Option<Moment>,
    pub ends_at: Option<Moment>,
    pub minutes: i32,
    pub way: Way,
    /// An address, a link or a number.
    pub place: String,
    /// On the participant's own time, else in working time.
    pub own_time: bool,
    /// The unit needs somebody in the participant's place meanwhile.
    pub substitute_needed: bool,
    pub sequence: i32,
    pub cancel_reason: Option<CancelReason>,
    pub uses_visit: bool,
    /// The three meet.
    pub with_supervisor: bool,
    /// The supervisor has said that the time does not fit.
    pub supervisor_away_at: Option<Moment>,
    /// Of a meeting of the three: who the supervisor is now.
    pub supervisor_human_id: Option<Uuid>,
    pub supervisor_name: Option<String>,
    /// The period it belongs to, and what that is about: [`Text`](crate::text::Text) as JSON.
    pub step_name: Option<String>,
    pub theme: Option<String>,
    pub asks_before: Option<bool>,
}

impl Session {
    pub fn standing(&self) -> Standing {
        Standing { state: self.state, starts_at: self.starts_at, sequence: self.sequence }
    }
}

const SESSION: &str = "select s.id, s.case_id, s.step_id, s.state, s.starts_at, s.ends_at, s.minutes, s.way, s.place, \
                       s.own_time, s.substitute_needed, s.sequence, s.cancel_reason, s.uses_visit, s.with_supervisor, \
                       s.supervisor_away_at, v.human_id as supervisor_human_id, v.name as supervisor_name, \
                       e.name as step_name, e.theme, e.asks_before";

const FROM: &str = "from case_session s left join case_step e on e.id = s.step_id \
                    left join case_supervisor v on s.with_supervisor = true and v.case_id = s.case_id and v.ended_at is null";

pub async fn insert_session(tx: &mut Tx, session: &Session, made_by: Uuid, now: Moment) -> Result<()> {
    tx.sql(
        "insert into case_session (id, case_id, step_id, state, starts_at, ends_at, minutes, way, place, own_time, \
         substitute_needed, sequence, with_supervisor, made_by, made_at) \
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)",
    )
    .bind(session.id)
    .bind(session.case_id)
    .bind(session.step_id)
    .bind(session.state)
    .bind(session.starts_at)
    .bind(session.ends_at)
    .bind(session.minutes)
    .bind(session.way)
    .bind(session.place.clone())
    .bind(session.own_time)
    .bind(session.substitute_needed)
    .bind(session.sequence)
    .bind(session.with_supervisor)
    .bind(made_by)
    .bind(now)
    .execute()
    .await?;
    Ok(())
}

/// Writes where the meeting stands; times that were proposed for it are forgotten.
pub async fn set_session(tx: &mut Tx, session: &Session, by: Uuid) -> Result<()> {
    tx.sql(
        "update case_session set state = $2, starts_at = $3, ends_at = $4, way = $5, place = $6, own_time = $7, \
         substitute_needed = $8, sequence = $9, cancel_reason = $10, cancelled_by = $11, uses_visit = $12, \
         supervisor_away_at = $13, rev = rev + 1 where id = $1",
    )
    .bind(session.id)
    .bind(session.state)
    .bind(session.starts_at)
    .bind(session.ends_at)
    .bind(session.way)
    .bind(session.place.clone())
    .bind(session.own_time)
    .bind(session.substitute_needed)
    .bind(session.sequence)
    .bind(session.cancel_reason.map(CancelReason::code))
    .bind(session.cancel_reason.map(|_| by))
    .bind(session.uses_visit)
    .bind(session.supervisor_away_at)
    .execute()
    .await?;
    tx.sql("delete from session_time where session_id = $1").bind(session.id).execute().await?;
    Ok(())
}

/// The case a session belongs to.
pub async fn session_case(tx: &mut Tx, id: Uuid) -> Result<Option<Uuid>> {
    let found: Option<(Uuid,)> = tx.sql("select case_id from case_session where id = $1").bind(id).optional().await?;
    Ok(found.map(|(case_id,)| case_id))
}

/// A session of the case that the grant is for.
pub async fn session(tx: &mut Tx, grant: &Grant, id: Uuid) -> Result<Session> {
    tx.compose(&[SESSION, FROM, "where s.id = $1 and s.case_id = $2"]).bind(id).bind(grant.resource()).one().await
}

/// The sessions of the case that the grant is for, the latest first; those without a time on top.
pub async fn sessions(tx: &mut Tx, grant: &Grant) -> Result<Vec<Session>> {
    let mut sessions: Vec<Session> =
        tx.compose(&[SESSION, FROM, "where s.case_id = $1 order by s.id desc"]).bind(grant.resource()).all().await?;
    sessions.sort_by_key(|session| std::cmp::Reverse((session.starts_at.is_none(), session.starts_at)));
    Ok(sessions)
}

/// [`sessions`] with the times that are proposed for them, the earliest first.
pub async fn sessions_and_times(tx: &mut Tx, grant: &Grant) -> Result<(Vec<Session>, Vec<Proposed>)> {
    #[derive(FromRow)]
    struct Both {
        #[sqlx(flatten)]
        session: Session,
        time_id: Option<Uuid>,
        proposer: Option<Uuid>,
        time_starts_at: Option<Moment>,
        by_supervisor: Option<bool>,
    }
    let rows: Vec<Both> = tx
        .compose(&[
            SESSION,
            ", t.id as time_id, t.proposed_by as proposer, t.starts_at as time_starts_at, t.by_supervisor",
            FROM,
            "left join session_time t on t.session_id = s.id where s.case_id = $1 order by s.id desc",
        ])
        .bind(grant.resource())
        .all()
        .await?;
    let (mut sessions, mut times): (Vec<Session>, Vec<Proposed>) = (Vec::new(), Vec::new());
    for Both { session, time_id, proposer, time_starts_at, by_supervisor } in rows {
        if let (Some(id), Some(proposer), Some(starts_at)) = (time_id, proposer, time_starts_at) {
            let by_supervisor = by_supervisor.unwrap_or_default();
            times.push(Proposed { id, session_id: session.id, proposer, by_supervisor, starts_at });
        }
        if sessions.last().is_none_or(|last| last.id != session.id) {
            sessions.push(session);
        }
    }
    sessions.sort_by_key(|session| std::cmp::Reverse((session.starts_at.is_none(), session.starts_at)));
    times.sort_by_key(|time| (time.starts_at, time.id));
    Ok((sessions, times))
}

/// The meetings of the human's own cases that the grants are for: held, called off, or with their time gone by; the latest
/// first, 200 at most.
pub async fn past_of_own(tx: &mut Tx, grants: &[Grant], now: Moment) -> Result<Vec<Session>> {
    let Some(any) = grants.first() else { return Ok(Vec::new()) };
    let mut past: Vec<Session> = tx
        .compose(&[
            SESSION,
            FROM,
            "join coaching_case c on c.id = s.case_id where c.human_id = $1 \
             and s.starts_at is not null and (s.state in ('held', 'no_show', 'cancelled') or s.ends_at <= $2) \
             order by s.starts_at desc, s.id desc limit 200",
        ])
        .bind(any.human_id())
        .bind(now)
        .all()
        .await?;
    past.retain(|session| {
        grants.iter().any(|grant| grant.resource() == session.case_id && grant.class() == Class::Own)
    });
    Ok(past)
}

/// Sessions of a case that are proposed or agreed, for the acts on it.
pub async fn open_sessions(tx: &mut Tx, case_id: Uuid) -> Result<Vec<Session>> {
    tx.compose(&[SESSION, FROM, "where s.case_id = $1 and s.state in ('planned', 'invited') order by s.id"])
        .bind(case_id)
        .all()
        .await
}

/// A time that one party proposed to the other.
#[derive(Clone, Debug, FromRow)]
pub struct Proposed {
    pub id: Uuid,
    pub session_id: Uuid,
    pub proposer: Uuid,
    /// It is the coach who answers the supervisor.
    pub by_supervisor: bool,
    pub starts_at: Moment,
}

pub async fn insert_time(tx: &mut Tx, time: &Proposed) -> Result<()> {
    tx.sql(
        "insert into session_time (id, session_id, proposed_by, by_supervisor, starts_at) values ($1, $2, $3, $4, $5)",
    )
    .bind(time.id)
    .bind(time.session_id)
    .bind(time.proposer)
    .bind(time.by_supervisor)
    .bind(time.starts_at)
    .execute()
    .await?;
    Ok(())
}

/// The times proposed for the sessions of the case that the grant is for, the earliest first.
pub async fn times(tx: &mut Tx, grant: &Grant) -> Result<Vec<Proposed>> {
    tx.sql(
        "select t.id, t.session_id, t.proposed_by as proposer, t.by_supervisor, t.starts_at from session_time t join case_session s on s.id = t.session_id \
         where s.case_id = $1 order by t.starts_at, t.id",
    )
    .bind(grant.resource())
    .all()
    .await
}

/// A meeting in a coach's list.
#[derive(Clone, Debug, FromRow)]
pub struct Meeting {
    pub id: Uuid,
    pub first_name: String,
    pub last_name: String,
    pub state: SessionState,
    pub starts_at: Option<Moment>,
    pub ends_at: Option<Moment>,
    pub way: Way,
    pub place: String,
    /// Times that the participant proposed and the coach has not answered.
    pub asked: i64,
}

impl Meeting {
    pub fn name(&self) -> String {
        format!("{} {}", self.first_name, self.last_name)
    }
}

/// The open meetings of the coach that the grant is for, those without a time last.
pub async fn meetings_of_coach(tx: &mut Tx, grant: &Grant, day: NaiveDate) -> Result<Vec<Meeting>> {
    let mut meetings: Vec<Meeting> = tx
        .sql(
            "select s.id, p.first_name, p.last_name, s.state, s.starts_at, s.ends_at, s.way, s.place, \
             (select count(*) from session_time t where t.session_id = s.id and t.proposed_by <> $1) as asked \
             from case_session s join coaching_case c on c.id = s.case_id join people_name p on p.person_id = c.person_id \
             join contract k on k.id = c.contract_id and k.ends_on >= $2 and k.ended_at is null \
             where c.coach_human_id = $1 and s.state in ('planned', 'invited') order by s.id",
        )
        .bind(grant.resource())
        .bind(day)
        .all()
        .await?;
    meetings.sort_by_key(|meeting| (meeting.starts_at.is_none(), meeting.starts_at));
    Ok(meetings)
}

/// How many meetings of each step of a case have been held.
pub async fn held_by_step(tx: &mut Tx, case_id: Uuid) -> Result<HashMap<Uuid, i32>> {
    let rows: Vec<(Uuid, i64)> = tx
        .sql(
            "select step_id, count(*) from case_session where case_id = $1 and state = 'held' and step_id is not null \
             group by step_id",
        )
        .bind(case_id)
        .all()
        .await?;
    Ok(rows.into_iter().map(|(step, held)| (step, i32::try_from(held).unwrap_or(i32::MAX))).collect())
}

/// The supervisor cannot come at the time that is agreed.
pub async fn set_supervisor_away(tx: &mut Tx, id: Uuid, now: Moment) -> Result<()> {
    tx.sql("update case_session set supervisor_away_at = $2, rev = rev + 1 where id = $1")
        .bind(id)
        .bind(now)
        .execute()
        .await?;
    Ok(())
}

/// A meeting of the three that is agreed or proposed.
#[derive(Clone, Debug, FromRow)]
pub struct Talk {
    pub id: Uuid,
    pub person_id: Uuid,
    pub first_name: String,
    pub last_name: String,
    pub starts_at: Option<Moment>,
}

/// The meetings of the three that wait for the supervisor whose desk the grant is for.
pub async fn talks_of_supervisor(tx: &mut Tx, grant: &Grant) -> Result<Vec<Talk>> {
    tx.sql(
        "select s.id, c.person_id, p.first_name, p.last_name, s.starts_at from case_supervisor v \
         join coaching_case c on c.id = v.case_id join people_name p on p.person_id = c.person_id \
         join case_session s on s.case_id = c.id and s.with_supervisor = true and s.state in ('planned', 'invited') \
         where v.human_id = $1 and v.ended_at is null and s.supervisor_away_at is null order by s.starts_at, s.id",
    )
    .bind(grant.human_id())
    .all()
    .await
}

/// The number of the last invitation, when it was sent without another change.
pub async fn set_sequence(tx: &mut Tx, id: Uuid, sequence: i32) -> Result<()> {
    tx.sql("update case_session set sequence = $2 where id = $1").bind(id).bind(sequence).execute().await?;
    Ok(())
}

/// The participant's unit was told the time for its duty roster.
pub async fn set_roster_noticed(tx: &mut Tx, id: Uuid, now: Moment) -> Result<()> {
    tx.sql("update case_session set roster_noticed_at = $2 where id = $1").bind(id).bind(now).execute().await?;
    Ok(())
}
