//! SQL of agreements.
use uuid::Uuid;

use super::record::{Agreement, InForce};
use crate::{
    coaching::three::Sight,
    db::{Result, Tx},
};

const AGREEMENT: &str = "select a.id, a.case_id, a.round_id, a.controller_id, a.version, a.terms, a.sealed_aims, \
                         a.sealed_timetable, a.ends_on, a.proposed, a.shares, a.noted_by, a.noted_at, a.confirmed_at, \
                         a.supervisor_id, a.supervisor_confirmed_at, a.coach_confirmed_at, a.participant_signature, \
                         a.participant_signed_at, a.supervisor_signature, a.coach_signature, a.in_force_at, \
                         a.replaced_at, a.rev from agreement a";

/// What is in force in a case now.
pub async fn in_force(tx: &mut Tx, case_id: Uuid) -> Result<Option<InForce>> {
    tx.sql(
        "select case_id, version, noted_at, confirmed_at, in_force_at from agreement \
         where case_id = $1 and in_force_at is not null and replaced_at is null order by version desc limit 1",
    )
    .bind(case_id)
    .optional()
    .await
}

/// The versions of the case, the newest first, each cut to what the reader may see.
pub async fn agreements(tx: &mut Tx, sight: &Sight) -> Result<Vec<Agreement>> {
    let all: Vec<Agreement> =
        tx.compose(&[AGREEMENT, "where a.case_id = $1 order by a.version desc"]).bind(sight.case_id()).all().await?;
    Ok(all.into_iter().filter_map(|one| one.cut(sight)).collect())
}
