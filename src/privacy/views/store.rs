//! SQL of the view log.
use uuid::Uuid;

use super::{Look, View};
use crate::{
    clock::Moment,
    db::{Result, Tx},
    privacy::Purpose,
};

pub(super) async fn insert(tx: &mut Tx, views: &[View]) -> Result<()> {
    for part in parts(views) {
        let head = "insert into view_log (id, at, human_id, purpose, route, set_id) values";
        let mut query = tx.many(head, (part.len(), 6), "on conflict (id) do nothing");
        for view in part {
            query = query
                .bind(view.id)
                .bind(view.at)
                .bind(view.human_id)
                .bind(view.purpose)
                .bind(view.route.clone())
                .bind(view.set_id());
        }
        query.execute().await?;
    }
    Ok(())
}

/// Writes down who is in the sets: `(subject, set)`.
pub(super) async fn insert_members(tx: &mut Tx, members: &[(Uuid, Uuid)]) -> Result<()> {
    for part in parts(members) {
        let head = "insert into view_subject (subject_id, set_id) values";
        let mut query = tx.many(head, (part.len(), 2), "on conflict (subject_id, set_id) do nothing");
        for (subject_id, set_id) in part {
            query = query.bind(*subject_id).bind(*set_id);
        }
        query.execute().await?;
    }
    Ok(())
}

/// Whether the rows go into one statement.
pub(super) fn is_one_part<T>(rows: &[T]) -> bool {
    parts(rows).count() <= 1
}

/// The rows in parts of 64, 32, … 1: few statements, so that each stays ready.
fn parts<T>(mut rows: &[T]) -> impl Iterator<Item = &[T]> {
    std::iter::from_fn(move || {
        let size = 1 << rows.len().checked_ilog2()?.min(6);
        let (part, rest) = rows.split_at(size);
        rows = rest;
        Some(part)
    })
}

pub(super) async fn of(tx: &mut Tx, subject_id: Uuid, but: Uuid) -> Result<Vec<(Moment, Uuid, Purpose, String)>> {
    tx.sql(
        "select l.at, l.human_id, l.purpose, l.route from view_subject s join view_log l on l.set_id = s.set_id \
         where s.subject_id = $1 and l.human_id <> $2 order by l.at desc, l.id desc limit 500",
    )
    .bind(subject_id)
    .bind(but)
    .all()
    .await
}

/// How many subjects are asked about at once.
const SUBJECTS: usize = 16;

pub(super) async fn part(
    tx: &mut Tx,
    (subjects, but): (&[Uuid], Uuid),
    (at, id): (Moment, Uuid),
    at_most: usize,
) -> Result<Vec<Look>> {
    let mut query = tx
        .sql(
            "select distinct l.id, l.at, l.human_id, l.purpose from view_subject s join view_log l on l.set_id = s.set_id \
             where s.subject_id in ($5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20) \
             and l.human_id <> $1 and (l.at, l.id) < ($2, $3) order by l.at desc, l.id desc limit $4",
        )
        .bind(but)
        .bind(at)
        .bind(id)
        .bind(i64::try_from(at_most).unwrap_or(i64::MAX));
    let last = subjects.first().copied().unwrap_or_default();
    for subject in subjects.iter().copied().chain(std::iter::repeat(last)).take(SUBJECTS) {
        query = query.bind(subject);
    }
    query.all().await
}

pub(super) async fn count(tx: &mut Tx) -> Result<i64> {
    let (count,): (i64,) = tx.sql("select count(*) from view_log").one().await?;
    Ok(count)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_in_one_part_of_few_sizes() {
        let rows: Vec<u8> = (0..203).collect();
        let sizes: Vec<usize> = parts(&rows).map(<[u8]>::len).collect();
        assert_eq!(sizes, [64, 64, 64, 8, 2, 1]);
        assert_eq!(parts(&rows).flatten().copied().collect::<Vec<u8>>(), rows);
        assert_eq!(parts::<u8>(&[]).count(), 0);
    }
}
