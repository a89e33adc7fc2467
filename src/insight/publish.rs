//! Publishing an edition.
use super::{
    build::{NotYet, build},
    population::count,
    store::{self, Edition},
};
use crate::{
    clock::{self, Moment},
    db::{self, Tx},
    programmes::Round,
};

/// Why nothing was published.
#[derive(Debug, thiserror::Error)]
pub enum Unpublished {
    #[error("there is nothing to publish yet: {0:?}")]
    NotYet(NotYet),
    #[error(transparent)]
    Db(#[from] db::Error),
}

/// Publishes the next edition of a round's report, when enough has been answered since the last one.
pub async fn publish_edition(tx: &mut Tx, round: &Round, now: Moment) -> Result<Edition, Unpublished> {
    let facts = store::facts(tx, round).await?;
    let before = store::latest_with_basis(tx, round.id).await?;
    let last = before.as_ref().map(|(edition, basis)| (&edition.report, basis));
    let (report, basis) = build(&facts, last, clock::day(now)).map_err(Unpublished::NotYet)?;
    let edition = Edition {
        id: store::new_id(now),
        round_id: round.id,
        controller_id: round.controller_id,
        number: before.map_or(0, |(edition, _)| edition.number) + 1,
        made_at: now,
        report,
    };
    let answers = i64::try_from(count(facts.answers())).unwrap_or(i64::MAX);
    store::insert(tx, &edition, &basis, answers).await?;
    Ok(edition)
}
