//! SQL of the participant's own case, as Oma polkuni asks it.
use uuid::Uuid;

use super::cases::{CASE, Case};
use crate::{
    clock::Moment,
    db::{FromRow, Result, Tx},
    privacy::{Class, Grant, Purpose},
};

/// A human's own case, the version of its round with the newest correction, and who may read it now.
#[derive(FromRow)]
pub struct Own {
    #[sqlx(flatten)]
    pub case: Case,
    pub blueprint_id: Uuid,
    pub erratum: Option<i32>,
    /// The coach about whom the participant has not been asked yet: may they read what was written before?
    pub unasked: Option<String>,
    coach_reads: i64,
    coordinator_reads: i64,
    provider_reads: i64,
}

impl Own {
    /// In which class and why it is read.
    pub fn read_in(&self) -> Vec<(Class, Purpose)> {
        let known = [
            (self.coach_reads, Class::Coaching, Purpose::Coaching),
            (self.coordinator_reads, Class::Service, Purpose::Administration),
            (self.provider_reads, Class::Service, Purpose::ServiceDelivery),
        ];
        known.into_iter().filter(|(edges, ..)| *edges > 0).map(|(_, class, purpose)| (class, purpose)).collect()
    }
}

/// The newest case of the human, if it is among what the grants are for.
pub async fn newest_own(tx: &mut Tx, grants: &[Grant], now: Moment) -> Result<Option<(Grant, Own)>> {
    let Some(any) = grants.first() else { return Ok(None) };
    let found: Option<Own> = tx
        .compose(&[
            CASE,
            ", b.blueprint_id, b.erratum, case when",
            super::eras::UNASKED,
            "then c.coach_name end as unasked, (select count(*) from privacy_open e where e.resource = c.id \
             and e.class = 'coaching' and e.purpose = 'coaching' and e.valid_from <= $2 and e.valid_until > $2) \
             as coach_reads, (select count(*) from privacy_open e where e.resource = c.id \
             and e.class = 'service' and e.purpose = 'administration' and e.valid_from <= $2 and e.valid_until > $2) \
             as coordinator_reads, (select count(*) from privacy_open e where e.resource = c.id \
             and e.class = 'service' and e.purpose = 'service_delivery' and e.valid_from <= $2 and e.valid_until > $2) \
             as provider_reads from coaching_case c join programmes_blueprint b on b.round_id = c.round_id \
             where c.human_id = $1 order by c.opened_at desc, c.id desc limit 1",
        ])
        .bind(any.human_id())
        .bind(now)
        .optional()
        .await?;
    let Some(own) = found else { return Ok(None) };
    let grant = grants.iter().find(|grant| grant.resource() == own.case.id && grant.class() == Class::Own);
    Ok(grant.map(|grant| (grant.clone(), own)))
}
