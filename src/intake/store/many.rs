//! SQL of many applications at once: generated worlds.
use uuid::Uuid;

use super::Counts;
use crate::{
    clock::{self, Moment},
    db::{Result, Tx},
    intake::{
        State,
        record::{Start, Support},
    },
    privacy::{self, Class, Edge, Purpose, Reader},
};

/// How many rows go into one statement.
const ROWS: usize = 200;

/// An application as it stands after it was sent, or a draft.
#[derive(Clone, Debug)]
pub struct Made {
    pub start: Start,
    pub state: State,
    /// JSON of [`crate::forms::Answers`].
    pub answers: String,
    pub submitted_at: Option<Moment>,
    /// The offer's id and visits, where a place has been offered.
    pub offer: Option<(Uuid, i32)>,
}

/// Writes applications of one round with their numbers and the edges by which the applicants read them.
pub async fn add_made(tx: &mut Tx, round_id: Uuid, all: &[Made]) -> Result<()> {
    let mut counts = Counts::default();
    for one in all {
        counts.add("state", one.state.code(), 1);
        counts.add("capacity", if one.state.holds_place() { "granted" } else { "none" }, visits(one));
        if one.state != State::Draft {
            let work = &one.start.work;
            counts.add("area", work.service_area.clone(), 1);
            counts.add("unit", work.unit_name.clone(), 1);
            counts.add("title", work.title.clone(), 1);
            counts.add("education", work.education.clone(), 1);
        }
    }
    insert(tx, all).await?;
    insert_offers(tx, all).await?;
    let edges: Vec<Edge> = all.iter().flat_map(|one| std::iter::once(own(one)).chain(told(one))).collect();
    privacy::open_edges(tx, &edges).await?;
    counts.write(tx, round_id).await
}

fn visits(one: &Made) -> i64 {
    one.offer.filter(|_| one.state.holds_place()).map_or(0, |(_, visits)| i64::from(visits))
}

fn own(one: &Made) -> Edge {
    Edge {
        reader: Reader::Human(one.start.human_id),
        resource: one.start.id,
        class: Class::Own,
        purpose: Purpose::OwnAffairs,
        from: one.start.at,
        until: Edge::open_end(),
        because_event: one.start.id,
        controller_id: one.start.controller_id,
    }
}

/// The supervisor who is told of the place.
fn told(one: &Made) -> Option<Edge> {
    let reader = Reader::Human(one.start.work.supervisor_id?);
    Some(Edge { reader, class: Class::Agreed, purpose: Purpose::Supervision, ..own(one) })
}

async fn insert(tx: &mut Tx, all: &[Made]) -> Result<()> {
    let head = "insert into application (id, round_id, controller_id, human_id, person_id, state, answers, ticket, \
                first_name, last_name, sort_key, employment_id, unit_name, service_area, title, education, late, \
                started_at, saved_at, submitted_at, decided_at, supervisor_id, support) values";
    for part in all.chunks(ROWS) {
        let mut query = tx.many(head, (part.len(), 23), "");
        for Made { start, state, answers, submitted_at, .. } in part {
            query = query
                .bind(start.id)
                .bind(start.round_id)
                .bind(start.controller_id)
                .bind(start.human_id)
                .bind(start.person_id)
                .bind(*state)
                .bind(answers.clone())
                .bind(start.ticket.clone())
                .bind(start.first_name.clone())
                .bind(start.last_name.clone())
                .bind(start.sort_key.clone())
                .bind(start.work.employment_id)
                .bind(start.work.unit_name.clone())
                .bind(start.work.service_area.clone())
                .bind(start.work.title.clone())
                .bind(start.work.education.clone())
                .bind(start.late)
                .bind(start.at)
                .bind(submitted_at.unwrap_or(start.at))
                .bind(*submitted_at)
                .bind(*submitted_at)
                .bind(start.work.supervisor_id)
                .bind(if start.work.supervisor_id.is_some() { Support::Told } else { Support::None });
        }
        query.execute().await?;
    }
    Ok(())
}

async fn insert_offers(tx: &mut Tx, all: &[Made]) -> Result<()> {
    let head =
        "insert into offer (id, application_id, round_id, visits, state, offered_at, answer_by, answered_at) values";
    let offered: Vec<_> = all.iter().filter_map(|one| Some((one, one.offer?, one.submitted_at?))).collect();
    for part in offered.chunks(ROWS) {
        let mut query = tx.many(head, (part.len(), 8), "");
        for (one, (id, visits), at) in part {
            let answered = one.state != State::Offered;
            query = query
                .bind(*id)
                .bind(one.start.id)
                .bind(one.start.round_id)
                .bind(*visits)
                .bind(match one.state {
                    State::Accepted => "accepted",
                    State::Refused => "refused",
                    _ => "open",
                })
                .bind(*at)
                .bind(clock::day(*at + chrono::Duration::days(60)))
                .bind(answered.then_some(*at));
        }
        query.execute().await?;
    }
    Ok(())
}
