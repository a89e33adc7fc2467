//! The coordinator's list: fifty rows by a key, whatever the number of applications.
use uuid::Uuid;

use super::super::{
    application::State,
    record::Support,
    selection::{Candidate, Proposal},
};
use crate::{
    clock::Moment,
    db::{FromRow, Query, Result, Tx},
    privacy::Grant,
};

/// How many rows stand on a page.
pub const PAGE: usize = 50;

/// A row of the list.
#[derive(Clone, Debug, FromRow)]
pub struct Row {
    pub id: Uuid,
    pub person_id: Uuid,
    pub rev: i64,
    pub first_name: String,
    pub last_name: String,
    pub sort_key: Vec<u8>,
    pub state: State,
    pub support: Support,
    pub proposal: Option<Proposal>,
    pub title: String,
    pub unit_name: String,
    pub submitted_at: Moment,
    pub late: bool,
    /// Why, where it has been said.
    pub reason: Option<String>,
}

/// In which order the rows stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    #[default]
    Name,
    Arrival,
}

/// What is asked of the list; what is empty does not narrow it.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    pub state: Option<State>,
    pub area: String,
    pub unit: String,
    pub title: String,
    pub education: String,
    /// From this sort key, before that one.
    pub name: Option<(Vec<u8>, Vec<u8>)>,
    pub order: Order,
    /// The last row of the page before: its sort key or moment, and its id.
    pub after: Option<After>,
}

/// Where a page begins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum After {
    Name(Vec<u8>, Uuid),
    Arrival(Moment, Uuid),
}

/// Places for parameters, as many as a list may need.
const PLACES: [&str; 13] = ["", "$1", "$2", "$3", "$4", "$5", "$6", "$7", "$8", "$9", "$10", "$11", "$12"];

/// The rows of the grant's round, one more than a page holds when there are more.
pub async fn rows(tx: &mut Tx, grant: &Grant, filter: &Filter) -> Result<Vec<Row>> {
    let head = "select id, person_id, rev, first_name, last_name, sort_key, state, support, proposal, title, \
                unit_name, submitted_at, late, reason from application where round_id = $1";
    let mut pieces = vec![head];
    let mut place = 1;
    filter.narrow(&mut pieces, &mut place);
    let mut next = || {
        place += 1;
        PLACES[place]
    };
    match filter.after {
        Some(After::Name(..)) => pieces.extend(["and (sort_key, id) > (", next(), ",", next(), ")"]),
        Some(After::Arrival(..)) => pieces.extend(["and (submitted_at, id) > (", next(), ",", next(), ")"]),
        None => {}
    }
    pieces.push(match filter.order {
        Order::Name => "order by sort_key, id limit 51",
        Order::Arrival => "order by submitted_at, id limit 51",
    });
    let query = filter.bind(tx.compose(&pieces).bind(grant.resource()));
    let query = match &filter.after {
        Some(After::Name(key, id)) => query.bind(key.clone()).bind(*id),
        Some(After::Arrival(at, id)) => query.bind(*at).bind(*id),
        None => query,
    };
    query.all().await
}

/// The most applications that one act proposes for.
pub const MOST: usize = 2000;

/// Every application of the list, on all its pages, that can be proposed for, with its revision; one more than
/// [`MOST`] when there are more.
pub async fn all_open(tx: &mut Tx, grant: &Grant, filter: &Filter) -> Result<Vec<(Uuid, i64)>> {
    let mut pieces = vec!["select id, rev from application where round_id = $1"];
    filter.narrow(&mut pieces, &mut 1);
    pieces.push("and state in ('eligible', 'on_reserve')");
    pieces.push(match filter.order {
        Order::Name => "order by sort_key, id limit 2001",
        Order::Arrival => "order by submitted_at, id limit 2001",
    });
    filter.bind(tx.compose(&pieces).bind(grant.resource())).all().await
}

impl Filter {
    /// Adds the conditions, numbering their parameters on from `place`.
    fn narrow(&self, pieces: &mut Vec<&'static str>, place: &mut usize) {
        let mut next = || {
            *place += 1;
            PLACES[*place]
        };
        match self.state {
            Some(_) => pieces.extend(["and state =", next()]),
            None => pieces.push("and state <> 'draft' and submitted_at is not null"),
        }
        for (words, piece) in self.words() {
            if !words.is_empty() {
                pieces.extend([piece, next()]);
            }
        }
        if self.name.is_some() {
            pieces.extend(["and sort_key >=", next(), "and sort_key <", next()]);
        }
    }

    /// Binds what [`Filter::narrow`] asks for, in its order.
    fn bind<'q>(&self, mut query: Query<'q>) -> Query<'q> {
        if let Some(state) = self.state {
            query = query.bind(state);
        }
        for (words, _) in self.words() {
            if !words.is_empty() {
                query = query.bind(words.to_owned());
            }
        }
        if let Some((from, to)) = &self.name {
            query = query.bind(from.clone()).bind(to.clone());
        }
        query
    }

    fn words(&self) -> [(&str, &'static str); 4] {
        [
            (&self.area, "and service_area ="),
            (&self.unit, "and unit_name ="),
            (&self.title, "and title ="),
            (&self.education, "and education ="),
        ]
    }
}

/// The proposals of a round in their order: by rank, then by arrival.
pub async fn proposed(tx: &mut Tx, round_id: Uuid) -> Result<Vec<(Uuid, Proposal)>> {
    tx.sql(
        "select id, proposal from application where round_id = $1 and proposal is not null \
         order by case when reserve_rank is null then 1 else 0 end, reserve_rank, submitted_at, id",
    )
    .bind(round_id)
    .all()
    .await
}

/// Takes a proposal away.
pub async fn unpropose(tx: &mut Tx, id: Uuid) -> Result<()> {
    tx.sql("update application set proposal = null, rev = rev + 1 where id = $1").bind(id).execute().await?;
    Ok(())
}

/// Who is next in line.
pub async fn first_on_reserve(tx: &mut Tx, round_id: Uuid) -> Result<Option<Uuid>> {
    let first = tx
        .sql(
            "select id from application where round_id = $1 and state = 'on_reserve' \
             order by reserve_rank, submitted_at, id limit 1",
        )
        .bind(round_id)
        .optional::<(Uuid,)>()
        .await?;
    Ok(first.map(|(id,)| id))
}

/// How many stand on the reserve list before this rank.
pub async fn before_on_reserve(tx: &mut Tx, round_id: Uuid, rank: i64) -> Result<i64> {
    let (count,): (i64,) = tx
        .sql("select count(*) from application where round_id = $1 and state = 'on_reserve' and reserve_rank < $2")
        .bind(round_id)
        .bind(rank)
        .one()
        .await?;
    Ok(count)
}

/// The last rank that has been given in the round.
pub async fn last_rank(tx: &mut Tx, round_id: Uuid) -> Result<i64> {
    let (rank,): (i64,) = tx
        .sql("select coalesce(max(reserve_rank), 0) from application where round_id = $1")
        .bind(round_id)
        .one()
        .await?;
    Ok(rank)
}

/// What is proposed for one application.
#[derive(Clone, Debug)]
pub struct Proposed {
    pub id: Uuid,
    /// As the coordinator saw it.
    pub rev: i64,
    pub proposal: Option<Proposal>,
    pub reason: Option<String>,
    pub rank: Option<i64>,
}

/// Proposes; a published place on the reserve list stays as it is. False when somebody else changed the application first or it is past proposing.
pub async fn propose(tx: &mut Tx, round_id: Uuid, one: &Proposed) -> Result<bool> {
    let done = tx
        .sql(
            "update application set proposal = $4, reason = $5, rev = rev + 1, \
             reserve_rank = case when state = 'on_reserve' then reserve_rank else $6 end \
             where id = $1 and rev = $2 and round_id = $3 and state in ('eligible', 'on_reserve')",
        )
        .bind(one.id)
        .bind(one.rev)
        .bind(round_id)
        .bind(one.proposal)
        .bind(one.reason.clone())
        .bind(one.rank)
        .execute()
        .await?;
    Ok(done == 1)
}

#[derive(FromRow)]
struct CandidateRow {
    id: Uuid,
    rev: i64,
    submitted_at: Moment,
    ticket: String,
    score: i64,
}

/// The eligible applications that a policy may set in order, with their revisions: nothing of the people. Those whose
/// supervisor has not spoken, or spoke against, are left to a person.
pub async fn candidates(tx: &mut Tx, round_id: Uuid) -> Result<Vec<(Candidate, i64)>> {
    let rows = tx
        .sql(
            "select id, rev, submitted_at, ticket, score from application where round_id = $1 and state = 'eligible' \
             and support in ('none', 'told', 'supported')",
        )
        .bind(round_id)
        .all::<CandidateRow>()
        .await?;
    let candidate = |row: CandidateRow| {
        let CandidateRow { id, rev, submitted_at, ticket, score } = row;
        (Candidate { id, submitted_at, ticket, score }, rev)
    };
    Ok(rows.into_iter().map(candidate).collect())
}

/// The sort keys of the names that begin so; `None` for no words.
pub fn name_range(start: &str) -> Option<(Vec<u8>, Vec<u8>)> {
    let start = start.trim();
    if start.is_empty() {
        return None;
    }
    // Only letters and their order count: the first level of the key, without the space that ends the last name.
    let level = |words: &str| {
        let key = crate::people::sort_key(words, "");
        key.split(|byte| *byte <= 1).next().unwrap_or_default().to_vec()
    };
    let (mut from, space) = (level(start), level(""));
    if from.ends_with(&space) {
        from.truncate(from.len() - space.len());
    }
    let mut to = from.clone();
    to.push(0xff);
    Some((from, to))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::people::sort_key;

    #[test]
    fn names_that_begin_so_lie_in_the_range_and_others_do_not() {
        let found = |start: &str, last: &str| {
            let (from, to) = name_range(start).unwrap();
            let key = sort_key(last, "Maija");
            key >= from && key < to
        };
        for (start, last) in
            [("Vir", "Virtanen"), ("vir", "Virtanen"), ("Å", "Åkerlund"), ("Öh", "Öhman"), ("Salo", "Salo")]
        {
            assert!(found(start, last), "{start} begins {last}");
        }
        for (start, last) in [("Vir", "Vainio"), ("A", "Åkerlund"), ("O", "Öhman"), ("Salo", "Salmi")] {
            assert!(!found(start, last), "{start} does not begin {last}");
        }
        assert!(name_range("  ").is_none());
    }
}
