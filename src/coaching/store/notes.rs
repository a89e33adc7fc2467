//! SQL of the sealed notes of a case.
use uuid::Uuid;

use crate::{
    clock::Moment,
    codes,
    db::{FromRow, Result, Tx},
    privacy::Grant,
};

codes! {
    /// Whose words they are.
    pub enum NoteKind {
        /// Yhteinen muistio: participant and coach.
        Memo = "memo",
        /// Valmentajan työmuistiinpano: the coach alone.
        WorkingNote = "working_note",
    }
}

/// A note as it lies sealed.
#[derive(Clone, Debug, FromRow)]
pub struct Note {
    pub sealed: Vec<u8>,
    pub saved_at: Moment,
    pub rev: i64,
}

/// The note of `owner` in the case that the grant is for.
pub async fn note(tx: &mut Tx, grant: &Grant, (kind, owner): (NoteKind, Uuid)) -> Result<Option<Note>> {
    tx.sql("select sealed, saved_at, rev from note where case_id = $1 and kind = $2 and owner_id = $3")
        .bind(grant.resource())
        .bind(kind)
        .bind(owner)
        .optional()
        .await
}

/// Saves the note over revision `rev` (0: the first); false when somebody saved it meanwhile.
pub async fn save_note(
    tx: &mut Tx,
    grant: &Grant,
    (kind, owner, rev): (NoteKind, Uuid, i64),
    sealed: Vec<u8>,
    now: Moment,
) -> Result<bool> {
    let query = if rev == 0 {
        tx.sql(
            "insert into note (case_id, kind, owner_id, author_id, sealed, saved_at, rev) \
             values ($1, $2, $3, $4, $5, $6, $7 + 1) on conflict (case_id, kind, owner_id) do nothing",
        )
    } else {
        tx.sql(
            "update note set author_id = $4, sealed = $5, saved_at = $6, rev = rev + 1 \
             where case_id = $1 and kind = $2 and owner_id = $3 and rev = $7",
        )
    };
    let saved = query
        .bind(grant.resource())
        .bind(kind)
        .bind(owner)
        .bind(grant.human_id())
        .bind(sealed)
        .bind(now)
        .bind(rev)
        .execute()
        .await?;
    Ok(saved == 1)
}

/// A note of a case with the organisation that decides whether it is given.
#[derive(Clone, Debug, FromRow)]
pub struct Own {
    pub kind: NoteKind,
    pub sealed: Vec<u8>,
    pub saved_at: Moment,
    pub controller_id: Uuid,
}

/// Every note of the case that the grant is for, those of earlier coaches too, all still sealed, for the copy that its participant takes home.
pub async fn of_case(tx: &mut Tx, grant: &Grant) -> Result<Vec<Own>> {
    tx.sql(
        "select n.kind, n.sealed, n.saved_at, c.controller_id from note n join coaching_case c on c.id = n.case_id \
         where n.case_id = $1 union all \
         select 'memo', e.sealed, e.saved_at, c.controller_id from coach_era e join coaching_case c on c.id = e.case_id \
         where e.case_id = $1 and e.sealed is not null order by 1, 3",
    )
    .bind(grant.resource())
    .all()
    .await
}
