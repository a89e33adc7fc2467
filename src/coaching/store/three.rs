//! SQL of who the three of a coaching are.
use uuid::Uuid;

use super::super::three::Three;
use crate::{
    clock::Moment,
    db::{FromRow, Result, Tx},
    ident,
};

const THREE: &str = "select c.id as case_id, c.round_id, b.blueprint_id, b.erratum, c.controller_id, c.person_id, \
                     c.human_id, p.first_name || ' ' || p.last_name as name, c.coach_human_id, c.coach_name, \
                     s.human_id as supervisor_human_id, s.name as supervisor_name, c.state, c.rev";

const OF_CASE: &str = "from coaching_case c join people_name p on p.person_id = c.person_id \
                       join programmes_blueprint b on b.round_id = c.round_id \
                       left join case_supervisor s on s.case_id = c.id and s.ended_at is null where c.id = $1";

/// The three of a case.
pub async fn three(tx: &mut Tx, case_id: Uuid) -> Result<Option<Three>> {
    tx.compose(&[THREE, OF_CASE]).bind(case_id).optional().await
}

/// The three of a case, and when the time of its last earlier coach and of its last earlier supervisor ended.
#[derive(Clone, Debug, FromRow)]
pub struct WithEra {
    #[sqlx(flatten)]
    pub three: Three,
    pub era_ended_at: Option<Moment>,
    pub supervisor_ended_at: Option<Moment>,
}

pub async fn with_era(tx: &mut Tx, case_id: Uuid) -> Result<Option<WithEra>> {
    let era = ", (select max(e.ended_at) from coach_era e where e.case_id = c.id) as era_ended_at, \
               (select max(e.ended_at) from case_supervisor e where e.case_id = c.id) as supervisor_ended_at";
    tx.compose(&[THREE, era, OF_CASE]).bind(case_id).optional().await
}

/// The human takes the supervisor's place in the case.
pub async fn set_supervisor(
    tx: &mut Tx,
    case_id: Uuid,
    (human_id, name): (Uuid, &str),
    (by, now): (Uuid, Moment),
) -> Result<()> {
    tx.sql("update case_supervisor set ended_at = $2 where case_id = $1 and ended_at is null")
        .bind(case_id)
        .bind(now)
        .execute()
        .await?;
    tx.sql(
        "insert into case_supervisor (id, case_id, human_id, name, named_by, named_at) values ($1, $2, $3, $4, $5, $6)",
    )
    .bind(ident::at(now))
    .bind(case_id)
    .bind(human_id)
    .bind(name.to_owned())
    .bind(by)
    .bind(now)
    .execute()
    .await?;
    Ok(())
}
