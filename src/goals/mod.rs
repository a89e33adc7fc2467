//! Goals of a coaching: a sentence and 0–10, or five levels written beforehand, as the service says; changed until they
//! are agreed and locked then; rated by each of the three on the agreed occasions. The supervisor sees and rates them
//! only while they are shared, and what others have rated only while that is.
mod goal;
mod acts;
mod form;
mod shown;
mod awaits;
mod keeping;
mod store;
mod pages;

pub use acts::{add, agree_all, close_occasion, of, open_occasion, rate, terms};
pub use form::{GoalFields, fields, read};
pub use goal::{Goal, NewGoal, Plan, Rating, Spread, Written, spread, t_score};
pub use shown::{ShownGoal, View, shown};
pub use store::many::{MadeGoal, MadePlan, add_made};

use crate::{
    house::{Module, Routes},
    privacy::Roles,
};

/// What this slice brings to the house.
pub fn module() -> Module {
    Module {
        routes: routes(),
        samples: pages::samples(),
        kept: vec![keeping::kept()],
        told: vec![|house, tx, asked| Box::pin(keeping::tell(house, tx, asked))],
        awaits: vec![|_, tx, awaited| Box::pin(awaits::find(tx, awaited))],
        ..Module::default()
    }
}

fn routes() -> Routes {
    Routes::default()
        .get("/cases/{id}/goals", Roles::SIGNED_IN, pages::list::show)
        .post("/cases/{id}/goals", Roles::SIGNED_IN, pages::write::add)
        .get("/cases/{id}/goals/new", Roles::SIGNED_IN, pages::write::ask)
        .get("/cases/{id}/goals/rating", Roles::SIGNED_IN, pages::rating::ask)
        .post("/cases/{id}/goals/ratings", Roles::SIGNED_IN, pages::rating::save)
        .post("/cases/{id}/goals/agreement", Roles::SIGNED_IN, pages::list::agree)
        .post("/cases/{id}/goals/occasions", Roles::SIGNED_IN, pages::list::open)
        .post("/cases/{id}/goals/closing", Roles::SIGNED_IN, pages::list::close)
        .get("/cases/{id}/goals/{goal_id}", Roles::SIGNED_IN, pages::write::edit)
        .post("/cases/{id}/goals/{goal_id}", Roles::SIGNED_IN, pages::write::change)
        .post("/cases/{id}/goals/{goal_id}/removal", Roles::SIGNED_IN, pages::write::remove)
}
