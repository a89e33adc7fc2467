//! The pages of the slice, and what they share.
pub mod list;
pub mod write;
pub mod rating;
mod samples;

pub use samples::samples;

use uuid::Uuid;

use super::{acts, goal::Plan, shown::View};
use crate::{
    coaching::three::{self, Party, Shared, Sight},
    db::Tx,
    desk::Desk,
    programmes::blueprint::Goals,
    web::{Failure, Words},
};

/// What a page of goals stands on.
pub struct Scene {
    pub sight: Sight,
    /// None where the service sets no goals.
    pub terms: Option<Goals>,
}

/// The case as one of the three sees it; not there for the supervisor with whom goals are not shared.
async fn scene(desk: &Desk, tx: &mut Tx, case_id: Uuid) -> Result<Scene, Failure> {
    let sight = three::sight(desk, tx, case_id).await?;
    if !sight.sees(Shared::Goals) {
        return Err(Failure::NotFound);
    }
    let terms = acts::terms(tx, &sight.three).await?;
    Ok(Scene { sight, terms })
}

impl Scene {
    /// The terms of a service that sets goals, for participant and coach.
    fn writer(&self) -> Result<&Goals, Failure> {
        if self.sight.party == Party::Supervisor {
            return Err(Failure::NotFound);
        }
        self.terms.as_ref().ok_or(Failure::NotFound)
    }

    async fn plan(&self, desk: &Desk, tx: &mut Tx) -> Result<Plan, Failure> {
        acts::of(tx, &desk.house, &self.sight).await
    }
}

/// The page of the case's goals.
fn home(case_id: Uuid) -> String {
    format!("/cases/{case_id}/goals")
}

/// The page that the reader came from.
fn back(view: &View) -> String {
    match view.party {
        Party::Participant => "/path".to_owned(),
        Party::Supervisor => "/waiting".to_owned(),
        Party::Coach => format!("/cases/{}", view.three.case_id),
    }
}

fn rev(words: &Words) -> Result<i64, Failure> {
    words.get("rev").parse().map_err(|_| Failure::Conflict("conflict-changed"))
}
