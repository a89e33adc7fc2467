//! SQL of the actions of many cases at once: generated worlds.
use chrono::NaiveDate;
use uuid::Uuid;

use super::super::action::ActionState;
use crate::{
    clock::Moment,
    coaching::three::{Party, Three},
    db::{Result, Tx},
};

/// How many rows go into one statement.
const ROWS: usize = 200;

/// An action that the three agreed in their discussion.
#[derive(Clone, Debug)]
pub struct MadeAction<'t> {
    pub three: &'t Three,
    pub id: Uuid,
    pub owner: Party,
    pub due_on: NaiveDate,
    /// Sealed.
    pub what: Vec<u8>,
    pub agreed_at: Moment,
    /// None: still to be done.
    pub done_at: Option<Moment>,
}

/// Writes agreed actions.
pub async fn add_made(tx: &mut Tx, actions: &[MadeAction<'_>]) -> Result<()> {
    let head = "insert into case_action (id, case_id, round_id, controller_id, owner, state, due_on, what, proposed_by, \
                proposed_at, released_at, agreed_at, done_at) values";
    for part in actions.chunks(ROWS) {
        let mut query = tx.many(head, (part.len(), 13), "");
        for action in part {
            let state = if action.done_at.is_some() { ActionState::Done } else { ActionState::Agreed };
            query = query
                .bind(action.id)
                .bind(action.three.case_id)
                .bind(action.three.round_id)
                .bind(action.three.controller_id)
                .bind(action.owner)
                .bind(state)
                .bind(action.due_on)
                .bind(action.what.clone())
                .bind(Party::Coach)
                .bind(action.agreed_at)
                .bind(action.agreed_at)
                .bind(action.agreed_at)
                .bind(action.done_at);
        }
        query.execute().await?;
    }
    Ok(())
}
