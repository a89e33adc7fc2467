//! Who sees what, told to whose data it is: the edges themselves, with the names behind them.
use uuid::Uuid;

use super::{Class, Purpose, Role};
use crate::{
    clock::Moment,
    db::{FromRow, Result, Tx},
};

/// Who can see, or could: one edge, with the names behind it.
#[derive(Clone, Debug, FromRow)]
pub struct Reading {
    pub resource: Uuid,
    pub reader: Uuid,
    pub class: Class,
    pub purpose: Purpose,
    pub since: Moment,
    pub until: Moment,
    /// The reader's name, when it is a human.
    pub name: Option<String>,
    /// The reader's role, when it is a seat …
    pub role: Option<Role>,
    /// … and one who holds it now: an edge of a seat stands once for each.
    pub holder: Option<String>,
}

/// So many resources are asked about at a time.
const AT_ONCE: usize = 16;

/// Every edge to these resources, those that have ended too, the oldest first.
pub async fn readings(tx: &mut Tx, resources: &[Uuid], now: Moment) -> Result<Vec<Reading>> {
    let mut found = Vec::new();
    for part in resources.chunks(AT_ONCE) {
        found.extend(part_of(tx, part, now).await?);
    }
    Ok(found)
}

async fn part_of(tx: &mut Tx, resources: &[Uuid], now: Moment) -> Result<Vec<Reading>> {
    let mut query = tx
        .sql(
            "select e.resource, e.reader, e.class, e.purpose, e.valid_from as since, e.valid_until as until, h.name, \
             s.role, k.name as holder from access_edge e left join human h on h.id = e.reader \
             left join seat s on s.id = e.reader \
             left join seat_member m on m.seat_id = s.id and m.valid_from <= $1 and m.valid_until > $1 \
             left join human k on k.id = m.human_id and k.disabled_at is null \
             where e.resource in ($2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17) \
             order by e.valid_from, e.id, k.id",
        )
        .bind(now);
    let last = resources.first().copied().unwrap_or_default();
    for id in resources.iter().copied().chain(std::iter::repeat(last)).take(AT_ONCE) {
        query = query.bind(id);
    }
    query.all().await
}
