//! SQL of the agreements of many cases at once: generated worlds.
use chrono::NaiveDate;

use super::super::terms::{self, Terms};
use crate::{
    clock::Moment,
    coaching::three::{Shared, Three},
    db::{Result, Tx},
    ident,
};

/// How many rows go into one statement.
const ROWS: usize = 200;

/// A first version that all three have confirmed and that shares everything.
#[derive(Clone, Debug)]
pub struct MadeAgreement<'t> {
    pub three: &'t Three,
    /// Aims and timetable.
    pub sealed: (Vec<u8>, Vec<u8>),
    pub ends_on: NaiveDate,
    pub at: Moment,
}

/// Writes agreements in force.
pub async fn add_made(tx: &mut Tx, own: &Terms, agreements: &[MadeAgreement<'_>]) -> Result<()> {
    let head = "insert into agreement (id, case_id, round_id, controller_id, version, terms, sealed_aims, sealed_timetable, \
                ends_on, proposed, shares, noted_by, noted_at, confirmed_at, supervisor_id, supervisor_confirmed_at, \
                coach_confirmed_at, in_force_at) values";
    let (own, shares) = (own.json(), terms::codes(Shared::ALL));
    for part in agreements.chunks(ROWS) {
        let mut query = tx.many(head, (part.len(), 18), "");
        for MadeAgreement { three, sealed: (aims, timetable), ends_on, at } in part {
            query = query
                .bind(ident::of(&three.case_id.to_string(), "agreement"))
                .bind(three.case_id)
                .bind(three.round_id)
                .bind(three.controller_id)
                .bind(1)
                .bind(own.clone())
                .bind(aims.clone())
                .bind(timetable.clone())
                .bind(*ends_on)
                .bind(shares.clone())
                .bind(shares.clone())
                .bind(three.coach_human_id.unwrap_or(three.human_id))
                .bind(*at)
                .bind(*at)
                .bind(three.supervisor_human_id)
                .bind(*at)
                .bind(*at)
                .bind(*at);
        }
        query.execute().await?;
    }
    Ok(())
}
