//! SQL of the supervisor's part.
use uuid::Uuid;

use super::super::record::Support;
use crate::{
    clock::Moment,
    db::{FromRow, Result, Tx},
    privacy::Grant,
};

/// An application in which a supervisor has a part: who and what, nothing of the answers.
#[derive(Clone, Debug, FromRow)]
pub struct Asked {
    pub id: Uuid,
    pub person_id: Uuid,
    pub first_name: String,
    pub last_name: String,
    pub support: Support,
    pub submitted_at: Moment,
    pub round_name: String,
}

/// The applications in which the human of the grant has a part, what waits first.
pub async fn of_supervisor(tx: &mut Tx, grant: &Grant) -> Result<Vec<Asked>> {
    tx.sql(
        "select a.id, a.person_id, a.first_name, a.last_name, a.support, a.submitted_at, r.name as round_name \
         from application a join programmes_round r on r.round_id = a.round_id \
         where a.supervisor_id = $1 and a.support in ('told', 'waiting', 'supported', 'not_supported') \
         and a.state <> 'draft' and a.state <> 'withdrawn' \
         order by case when a.support = 'waiting' then 0 else 1 end, a.submitted_at desc, a.id limit 100",
    )
    .bind(grant.resource())
    .all()
    .await
}

/// Keeps the supervisor's word; false when the application was changed meanwhile.
pub async fn speak(
    tx: &mut Tx,
    (id, rev): (Uuid, i64),
    (support, words): (Support, &str),
    now: Moment,
) -> Result<bool> {
    let spoken = tx
        .sql(
            "update application set support = $3, support_words = $4, supported_at = $5, rev = rev + 1 \
             where id = $1 and rev = $2 and support = 'waiting'",
        )
        .bind(id)
        .bind(rev)
        .bind(support)
        .bind(Some(words.to_owned()).filter(|words| !words.is_empty()))
        .bind(now)
        .execute()
        .await?;
    Ok(spoken == 1)
}

/// The supervisor has been told of the accepted place.
pub async fn tell(tx: &mut Tx, id: Uuid, supervisor_id: Option<Uuid>) -> Result<()> {
    tx.sql("update application set support = 'told', supervisor_id = $2 where id = $1")
        .bind(id)
        .bind(supervisor_id)
        .execute()
        .await?;
    Ok(())
}
