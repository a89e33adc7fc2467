//! Running numbers of a round, gathered during an act and written at its end in one order, so that acts never wait
//! for each other in a circle.
use std::collections::BTreeMap;

use uuid::Uuid;

use super::super::application::State;
use crate::db::{FromRow, Result, Tx};

/// What an act changes in the numbers.
#[derive(Clone, Debug, Default)]
pub struct Counts(BTreeMap<(&'static str, String), i64>);

/// A number as it stands.
#[derive(Clone, Debug, PartialEq, Eq, FromRow)]
pub struct Count {
    pub kind: String,
    pub value: String,
    pub n: i64,
}

impl Counts {
    pub fn add(&mut self, kind: &'static str, value: impl Into<String>, n: i64) {
        *self.0.entry((kind, value.into())).or_default() += n;
    }

    /// An application went from one state to another.
    pub fn moved(&mut self, from: State, to: State) {
        self.add("state", from.code(), -1);
        self.add("state", to.code(), 1);
    }

    /// Writes the changes: the last thing an act does.
    pub async fn write(self, tx: &mut Tx, round_id: Uuid) -> Result<()> {
        for ((kind, value), n) in self.0.into_iter().filter(|(_, n)| *n != 0) {
            tx.sql(
                "insert into intake_count (round_id, kind, value, n) values ($1, $2, $3, $4) \
                 on conflict (round_id, kind, value) do update set n = intake_count.n + $4",
            )
            .bind(round_id)
            .bind(kind)
            .bind(value)
            .bind(n)
            .execute()
            .await?;
        }
        Ok(())
    }
}

/// The numbers by which places are given.
pub async fn of(tx: &mut Tx, round_id: Uuid) -> Result<Vec<Count>> {
    tx.sql("select kind, value, n from intake_count where round_id = $1 and kind in ('state', 'capacity') and n > 0")
        .bind(round_id)
        .all()
        .await
}

/// The numbers by which places are given, and the values that the list can be narrowed by. Of units and titles there are
/// none when there are more than 200 to choose among: then a number of the kind `many` has their kind as its value.
pub async fn for_list(tx: &mut Tx, round_id: Uuid) -> Result<Vec<Count>> {
    tx.sql(
        "with units as (select kind, value, n from intake_count where round_id = $1 and kind = 'unit' and n > 0 limit 201), \
         titles as (select kind, value, n from intake_count where round_id = $1 and kind = 'title' and n > 0 limit 201) \
         select kind, value, n from intake_count where round_id = $1 \
         and kind in ('state', 'capacity', 'area', 'education') and n > 0 \
         union all select kind, value, n from units where (select count(*) from units) <= 200 \
         union all select 'many', 'unit', c.n from (select count(*) as n from units) c where c.n > 200 \
         union all select kind, value, n from titles where (select count(*) from titles) <= 200 \
         union all select 'many', 'title', c.n from (select count(*) as n from titles) c where c.n > 200",
    )
    .bind(round_id)
    .all()
    .await
}

/// One number out of those of a round.
pub fn number(counts: &[Count], kind: &str, value: &str) -> i64 {
    counts.iter().find(|count| count.kind == kind && count.value == value).map_or(0, |count| count.n)
}
