//! SQL of what applications keep of people.
use uuid::Uuid;

use crate::{
    clock::Moment,
    db::{FromRow, Result, Tx},
    house::keeping::{Closed, Scope},
};

const CLOSED: &str = "select a.id as subject_id, a.person_id, a.controller_id, \
                      coalesce(a.decided_at, a.submitted_at, a.saved_at) as closed_at from application a \
                      where a.contents_erased_at is null and a.state in \
                      ('draft', 'ineligible', 'not_selected', 'accepted', 'refused', 'lapsed', 'withdrawn') \
                      union all select i.id, i.person_id, i.controller_id, i.answered_at from invitation i \
                      where i.contents_erased_at is null and i.answered_at is not null";

/// Applications and invitations that have closed and whose contents are there.
pub async fn closed(tx: &mut Tx, scope: Scope, at_most: i64) -> Result<Vec<Closed>> {
    scope.find(tx, CLOSED, at_most).await
}

/// Erases what was answered and said; the first time stays.
pub async fn erase(tx: &mut Tx, id: Uuid, now: Moment) -> Result<()> {
    tx.sql(
        "update application set answers = '{}', verdict = '[]', support_words = null, look_words = null, \
         check_words = null, reason = null, contents_erased_at = $2 where id = $1 and contents_erased_at is null",
    )
    .bind(id)
    .bind(now)
    .execute()
    .await?;
    tx.sql(
        "update invitation set name = '', unit_name = '', contents_erased_at = $2 \
         where id = $1 and contents_erased_at is null",
    )
    .bind(id)
    .bind(now)
    .execute()
    .await?;
    Ok(())
}

/// An application as its own applicant is told of it.
#[derive(Clone, Debug, FromRow)]
pub struct Own {
    pub id: Uuid,
    pub round_id: Uuid,
    pub state: String,
    pub answers: String,
    pub unit_name: String,
    pub service_area: String,
    pub title: String,
    pub support_words: Option<String>,
    pub look_words: Option<String>,
    pub check_words: Option<String>,
    pub reason: Option<String>,
    pub submitted_at: Option<Moment>,
    pub decided_at: Option<Moment>,
    pub contents_erased_at: Option<Moment>,
}

/// The human's applications, the newest first; each is told after a grant of its own.
pub async fn of_human(tx: &mut Tx, human_id: Uuid) -> Result<Vec<Own>> {
    tx.sql(
        "select id, round_id, state, answers, unit_name, service_area, title, support_words, look_words, check_words, \
         reason, submitted_at, decided_at, contents_erased_at from application where human_id = $1 order by id desc",
    )
    .bind(human_id)
    .all()
    .await
}
