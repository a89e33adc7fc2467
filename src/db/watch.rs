//! Counts each statement, and tells the log of a slow one: its beginning, never what was bound to it.
use std::time::{Duration, Instant};

use super::Query;

/// From here a statement is slow.
const SLOW: Duration = Duration::from_secs(1);
/// How much of a statement the log is told.
const SHOWN: usize = 160;

pub(super) struct Watch {
    began: Instant,
    beginning: String,
}

impl Watch {
    pub(super) fn start(query: &Query<'_>) -> Watch {
        query.tx.tally.one_more();
        let sql = query.sql.as_str();
        Watch { began: Instant::now(), beginning: sql[..sql.floor_char_boundary(SHOWN)].to_owned() }
    }

    pub(super) fn end(self) {
        let took = self.began.elapsed();
        if took >= SLOW {
            let (seconds, statement) = (took.as_secs_f64(), self.beginning);
            tracing::warn!(seconds, statement, "a slow statement");
        }
    }
}
