//! SQL of applications. Nothing of a person is read without a grant to the application or to its round.
pub mod counts;
pub mod draws;
pub mod invitations;
pub mod kept;
pub mod many;
pub mod offers;
pub mod planner;
pub mod queue;
pub mod support;

use uuid::Uuid;

use super::{
    application::{Act, State},
    record::{Application, Start},
};
use crate::{
    clock::Moment,
    db::{FromRow, Result, Tx},
    privacy::Grant,
};

pub use counts::Counts;

const APPLICATION: &str = "select id, round_id, controller_id, human_id, person_id, state, rev, answers, ticket, \
    first_name, last_name, unit_name, service_area, title, education, verdict, score, support, supervisor_id, \
    support_words, look_words, look_asked_at, check_words, proposal, reason, reserve_rank, saved_at, submitted_at \
    from application";

/// An accepted place: what a case is opened from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, FromRow)]
pub struct Accepted {
    pub application_id: Uuid,
    pub round_id: Uuid,
    pub person_id: Uuid,
    pub human_id: Uuid,
    pub controller_id: Uuid,
    /// Visits the place was offered with.
    pub visits: i32,
}

/// The place that was accepted with this application; `None` while it was not.
pub async fn accepted(tx: &mut Tx, application_id: Uuid) -> Result<Option<Accepted>> {
    tx.sql(
        "select a.id as application_id, a.round_id, a.person_id, a.human_id, a.controller_id, o.visits \
         from application a join offer o on o.application_id = a.id and o.state = 'accepted' \
         where a.id = $1 and a.state = 'accepted'",
    )
    .bind(application_id)
    .optional()
    .await
}

/// The application, when the grant is to it or to its round.
pub async fn application(tx: &mut Tx, grant: &Grant, id: Uuid) -> Result<Option<Application>> {
    tx.compose(&[APPLICATION, "where id = $1 and (id = $2 or round_id = $2)"])
        .bind(id)
        .bind(grant.resource())
        .optional()
        .await
}

/// For work of the house itself, which shows nothing to anybody: jobs and the hand-on.
pub(super) async fn for_work(tx: &mut Tx, id: Uuid) -> Result<Option<Application>> {
    tx.compose(&[APPLICATION, "where id = $1"]).bind(id).optional().await
}

/// An application as its owner's list tells it.
#[derive(Clone, Debug, FromRow)]
pub struct OwnRow {
    pub id: Uuid,
    pub round_id: Uuid,
    pub state: State,
}

/// The human's own applications, newest first.
pub async fn own(tx: &mut Tx, human_id: Uuid) -> Result<Vec<OwnRow>> {
    tx.sql("select id, round_id, state from application where human_id = $1 order by id desc limit 100")
        .bind(human_id)
        .all()
        .await
}

/// The application of a person to a round that is not withdrawn.
pub async fn of_person(tx: &mut Tx, round_id: Uuid, person_id: Uuid) -> Result<Option<(Uuid, State)>> {
    tx.sql("select id, state from application where round_id = $1 and person_id = $2 and state <> 'withdrawn'")
        .bind(round_id)
        .bind(person_id)
        .optional()
        .await
}

/// A new draft; false when the person has an application to this round already.
pub async fn insert(tx: &mut Tx, start: &Start) -> Result<bool> {
    let added = tx
        .sql(
            "insert into application (id, round_id, controller_id, human_id, person_id, state, ticket, first_name, \
             last_name, sort_key, employment_id, unit_name, service_area, title, education, supervisor_id, late, \
             started_at, saved_at) \
             values ($1, $2, $3, $4, $5, 'draft', $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $17) \
             on conflict (round_id, person_id) where state <> 'withdrawn' do nothing",
        )
        .bind(start.id)
        .bind(start.round_id)
        .bind(start.controller_id)
        .bind(start.human_id)
        .bind(start.person_id)
        .bind(start.ticket.clone())
        .bind(start.first_name.clone())
        .bind(start.last_name.clone())
        .bind(start.sort_key.clone())
        .bind(start.work.employment_id)
        .bind(start.work.unit_name.clone())
        .bind(start.work.service_area.clone())
        .bind(start.work.title.clone())
        .bind(start.work.education.clone())
        .bind(start.work.supervisor_id)
        .bind(start.late)
        .bind(start.at)
        .execute()
        .await?;
    Ok(added == 1)
}

/// Saves the answers of a draft; false when it was changed or sent meanwhile.
pub async fn save_answers(tx: &mut Tx, (id, rev): (Uuid, i64), answers: &str, now: Moment) -> Result<bool> {
    let saved = tx
        .sql(
            "update application set answers = $3, saved_at = $4, rev = rev + 1 \
             where id = $1 and rev = $2 and state = 'draft'",
        )
        .bind(id)
        .bind(rev)
        .bind(answers.to_owned())
        .bind(now)
        .execute()
        .await?;
    Ok(saved == 1)
}

/// The draft as it is sent: who and where the person is now, what the rules found, the supervisor's part.
pub async fn send(tx: &mut Tx, application: &Application, work: &super::record::Work, now: Moment) -> Result<bool> {
    let sent = tx
        .sql(
            "update application set verdict = $3, score = $4, support = $5, supervisor_id = $6, employment_id = $7, \
             unit_name = $8, service_area = $9, title = $10, education = $11, submitted_at = $12 \
             where id = $1 and rev = $2 and state = 'draft'",
        )
        .bind(application.id)
        .bind(application.rev)
        .bind(application.verdict.clone())
        .bind(application.score)
        .bind(application.support)
        .bind(work.supervisor_id)
        .bind(work.employment_id)
        .bind(work.unit_name.clone())
        .bind(work.service_area.clone())
        .bind(work.title.clone())
        .bind(work.education.clone())
        .bind(now)
        .execute()
        .await?;
    Ok(sent == 1)
}

/// What stopped an act on an application.
#[derive(Debug, thiserror::Error)]
pub enum Stop {
    #[error("this cannot be done from the state it is in")]
    Cannot,
    #[error("somebody changed it first")]
    Changed,
    #[error("there is no place or visit left to give")]
    Full,
    #[error("the database: {0}")]
    Db(#[from] crate::db::Error),
}

/// Moves the application by `act`, if nobody else has touched it since it was read; counts what moved.
pub async fn advance(
    tx: &mut Tx,
    application: &mut Application,
    act: Act,
    (counts, now): (&mut Counts, Moment),
) -> Result<(), Stop> {
    let to = application.state.after(act).ok_or(Stop::Cannot)?;
    let moved = tx
        .sql(
            "update application set state = $3, decided_at = $4, proposal = null, rev = rev + 1 \
             where id = $1 and rev = $2",
        )
        .bind(application.id)
        .bind(application.rev)
        .bind(to)
        .bind(now)
        .execute()
        .await?;
    if moved != 1 {
        return Err(Stop::Changed);
    }
    counts.moved(application.state, to);
    application.state = to;
    application.rev += 1;
    application.proposal = None;
    Ok(())
}

/// Keeps what the applicant said when asking for another look.
pub async fn keep_look(tx: &mut Tx, id: Uuid, words: &str, now: Moment) -> Result<()> {
    tx.sql("update application set look_words = $2, look_asked_at = $3 where id = $1")
        .bind(id)
        .bind(words.to_owned())
        .bind(now)
        .execute()
        .await?;
    Ok(())
}

/// Keeps why somebody was added late.
pub async fn keep_reason(tx: &mut Tx, id: Uuid, reason: &str) -> Result<()> {
    tx.sql("update application set reason = $2 where id = $1").bind(id).bind(reason.to_owned()).execute().await?;
    Ok(())
}

/// Keeps what the person who looked again said to the applicant.
pub async fn keep_check(tx: &mut Tx, id: Uuid, words: &str) -> Result<()> {
    tx.sql("update application set check_words = $2 where id = $1").bind(id).bind(words.to_owned()).execute().await?;
    Ok(())
}

/// Whom a change of the round touches: those who write or wait for a decision when the time grows longer; those who
/// wait for a decision or stand on the reserve list when there are more places.
pub async fn waiting_humans(tx: &mut Tx, round_id: Uuid, (longer, more): (bool, bool)) -> Result<Vec<Uuid>> {
    let rows: Vec<(Uuid,)> = tx
        .sql(
            "select distinct human_id from application where round_id = $1 and \
             (state in ('submitted', 'eligible', 'to_be_checked') or (state = 'draft' and $2) \
             or (state = 'on_reserve' and $3)) order by human_id",
        )
        .bind(round_id)
        .bind(longer)
        .bind(more)
        .all()
        .await?;
    Ok(rows.into_iter().map(|(id,)| id).collect())
}
