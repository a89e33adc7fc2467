//! SQL of what participants write around a period, all of it sealed.
use uuid::Uuid;

use crate::{
    clock::Moment,
    codes,
    db::{FromRow, Result, Tx},
    privacy::Grant,
};

codes! {
    /// When it is written.
    pub enum Part {
        Before = "before",
        Closing = "closing",
    }
}

impl Part {
    /// The last part of its page's address.
    pub fn page(self) -> &'static str {
        match self {
            Part::Before => "preparation",
            Part::Closing => "closing",
        }
    }

    /// The keys of its heading and of what it is for.
    pub fn title(self) -> &'static str {
        match self {
            Part::Before => "coaching-prepare-title",
            Part::Closing => "coaching-look-back-title",
        }
    }

    pub fn lead(self) -> &'static str {
        match self {
            Part::Before => "coaching-prepare-lead",
            Part::Closing => "coaching-look-back-lead",
        }
    }
}

/// What was written, as it lies sealed.
#[derive(Clone, Debug, FromRow)]
pub struct Written {
    pub sealed: Vec<u8>,
    pub saved_at: Moment,
    /// The coach who may read it.
    pub shared_with: Option<Uuid>,
}

/// What was written around a step of the case that the grant is for.
pub async fn written(tx: &mut Tx, grant: &Grant, (step_id, part): (Uuid, Part)) -> Result<Option<Written>> {
    tx.sql("select sealed, saved_at, shared_with from period_answer where step_id = $1 and part = $2 and case_id = $3")
        .bind(step_id)
        .bind(part)
        .bind(grant.resource())
        .optional()
        .await
}

/// Writes it, and for whom it is.
pub async fn save(tx: &mut Tx, grant: &Grant, (step_id, part): (Uuid, Part), written: &Written) -> Result<()> {
    tx.sql(
        "insert into period_answer (step_id, part, case_id, sealed, saved_at, shared_with, shared_at) \
         values ($1, $2, $3, $4, $5, $6, $7) on conflict (step_id, part) do update set sealed = excluded.sealed, \
         saved_at = excluded.saved_at, shared_with = excluded.shared_with, shared_at = excluded.shared_at",
    )
    .bind(step_id)
    .bind(part)
    .bind(grant.resource())
    .bind(written.sealed.clone())
    .bind(written.saved_at)
    .bind(written.shared_with)
    .bind(written.shared_with.map(|_| written.saved_at))
    .execute()
    .await?;
    Ok(())
}

/// A part of the participant's own copy.
#[derive(Clone, Debug, FromRow)]
pub struct Own {
    pub step_key: String,
    /// A text as JSON.
    pub name: String,
    pub part: Part,
    pub sealed: Vec<u8>,
    pub saved_at: Moment,
}

/// Everything written around the periods of the case that the grant is for.
pub async fn of_case(tx: &mut Tx, grant: &Grant) -> Result<Vec<Own>> {
    tx.sql(
        "select t.step_key, t.name, p.part, p.sealed, p.saved_at from period_answer p join case_step t on t.id = p.step_id \
         where p.case_id = $1 order by t.position, p.part desc",
    )
    .bind(grant.resource())
    .all()
    .await
}
