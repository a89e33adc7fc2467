//! The coordinator's list: fifty rows by a key, whatever the number of applications.
use uuid::Uuid;

use super::super::{application::State, record::Support, selection::Proposal};
use crate::{
    clock::Moment,
    db::{FromRow, Result, Tx},
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
    pub reserve_rank: Option<i64>,
    pub title: String,
    pub unit_name: String,
    pub submitted_at: Moment,
    pub late: bool,
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
    let mut pieces = vec![
        "select id, person_id, rev, first_name, last_name, sort_key, state, support, proposal, reserve_rank, title, \
         unit_name, submitted_at, late from application where round_id = $1",
    ];
    let mut place = 1;
    let mut next = || {
        place += 1;
        PLACES[place]
    };
    match filter.state {
        Some(_) => pieces.extend(["and state =", next()]),
        None => pieces.push("and state <> 'draft' and submitted_at is not null"),
    }
    for (words, piece) in filter.words() {
        if !words.is_empty() {
            pieces.extend([piece, next()]);
        }
    }
    if filter.name.is_some() {
        pieces.extend(["and sort_key >=", next(), "and sort_key <", next()]);
    }
    match filter.after {
        Some(After::Name(..)) => pieces.extend(["and (sort_key, id) > (", next(), ",", next(), ")"]),
        Some(After::Arrival(..)) => pieces.extend(["and (submitted_at, id) > (", next(), ",", next(), ")"]),
        None => {}
    }
    pieces.push(match filter.order {
        Order::Name => "order by sort_key, id limit 51",
        Order::Arrival => "order by submitted_at, id limit 51",
    });
    let mut query = tx.compose(&pieces).bind(grant.resource());
    if let Some(state) = filter.state {
        query = query.bind(state);
    }
    for (words, _) in filter.words() {
        if !words.is_empty() {
            query = query.bind(words.to_owned());
        }
    }
    if let Some((from, to)) = &filter.name {
        query = query.bind(from.clone()).bind(to.clone());
    }
    match &filter.after {
        Some(After::Name(key, id)) => query = query.bind(key.clone()).bind(*id),
        Some(After::Arrival(at, id)) => query = query.bind(*at).bind(*id),
        None => {}
    }
    query.all().await
}

impl Filter {
    fn words(&self) -> [(&str, &'static str); 4] {
        [
            (&self.area, "and service_area ="),
            (&self.unit, "and unit_name ="),
            (&self.title, "and title ="),
            (&self.education, "and education ="),
        ]
    }
}
