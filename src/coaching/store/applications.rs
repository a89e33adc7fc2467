//! SQL of what the slice reads of applications.
use uuid::Uuid;

use crate::{
    clock::Moment,
    db::{FromRow, Result, Tx},
};

/// An application that the human has sent.
#[derive(Clone, Debug, FromRow)]
pub struct Own {
    pub application_id: Uuid,
    pub round_id: Uuid,
    pub submitted_at: Moment,
    state: String,
}

impl Own {
    /// A place is offered, and an answer is waited for.
    pub fn is_offered(&self) -> bool {
        self.state == "offered"
    }
}

/// The human's own applications that were sent, the newest first; the last three.
pub async fn own(tx: &mut Tx, human_id: Uuid) -> Result<Vec<Own>> {
    tx.sql(
        "select application_id, round_id, submitted_at, state from intake_place where human_id = $1 \
         order by submitted_at desc, application_id desc limit 3",
    )
    .bind(human_id)
    .all()
    .await
}
