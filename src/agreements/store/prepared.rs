//! SQL of what each of the three thought beforehand.
use uuid::Uuid;

use crate::{
    clock::Moment,
    coaching::three::{Party, Sight},
    db::{FromRow, Result, Tx},
};

/// Own thoughts as they lie sealed.
#[derive(Clone, Debug, FromRow)]
pub struct Preparation {
    pub party: Party,
    pub owner_id: Uuid,
    pub sealed: Vec<u8>,
    pub saved_at: Moment,
    pub shared_at: Option<Moment>,
    pub shared_supervisor_id: Option<Uuid>,
    #[sqlx(rename = "preparation_rev")]
    pub rev: i64,
}

impl Preparation {
    /// Whether the reader may see it: their own, or what one of the three of today has shared. Another supervisor than
    /// the one it was shared with does not, nor a coach what was shared in the time of another.
    pub fn is_seen(&self, sight: &Sight) -> bool {
        let three = &sight.three;
        if three.human(self.party) != Some(self.owner_id) {
            return false;
        }
        if three.human(sight.party) == Some(self.owner_id) {
            return true;
        }
        let theirs = sight.party != Party::Supervisor || self.shared_supervisor_id == three.supervisor_human_id;
        self.shared_at.is_some_and(|at| !sight.hides(at)) && theirs
    }
}

/// Saves the reader's own thoughts over revision `rev` (0: the first), shared or not; false when they were saved
/// meanwhile.
pub async fn save(
    tx: &mut Tx,
    sight: &Sight,
    (sealed, rev): (Vec<u8>, i64),
    shared: bool,
    now: Moment,
) -> Result<bool> {
    let query = if rev == 0 {
        tx.sql(
            "insert into preparation (case_id, owner_id, party, sealed, saved_at, shared_at, shared_supervisor_id, rev) \
             values ($1, $2, $3, $4, $5, $6, $7, $8 + 1) on conflict (case_id, owner_id) do nothing",
        )
    } else {
        tx.sql(
            "update preparation set party = $3, sealed = $4, saved_at = $5, shared_at = $6, shared_supervisor_id = $7, \
             rev = rev + 1 where case_id = $1 and owner_id = $2 and rev = $8",
        )
    };
    let supervisor = sight.three.supervisor_human_id.filter(|_| shared);
    let saved = query
        .bind(sight.case_id())
        .bind(sight.grant().human_id())
        .bind(sight.party)
        .bind(sealed)
        .bind(now)
        .bind(shared.then_some(now))
        .bind(supervisor)
        .bind(rev)
        .execute()
        .await?;
    Ok(saved == 1)
}
