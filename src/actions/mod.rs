//! Agreed actions: what, who (the supervisor too) and by when. In the joint meeting one form makes it agreed; outside it
//! one of the three proposes, the participant lets it go, and its owner agrees. Done with one tap, dropped with a reason,
//! reminded before and after its day at the time each person chose. The supervisor sees own actions, and others' agreed
//! ones while actions are shared; what was not let go, or was refused, never, unless the supervisor proposed it.
mod action;
mod acts;
mod form;
mod times;
mod reminder;
mod shown;
mod awaits;
mod keeping;
mod store;
mod pages;

pub use action::{Action, ActionState, FollowThrough, NewAction, follow_through};
pub use acts::{add_agreed, agree, drop_with, mark_done, move_day, of, propose, refuse, release};
pub use form::{ActionFields, fields, read};
pub use shown::{ShownAction, shown};
pub use store::many::{MadeAction, add_made};
pub use times::{ReminderDays, Times};

use crate::{
    house::{Module, Routes},
    privacy::Roles,
};

/// What this slice brings to the house.
pub fn module() -> Module {
    Module {
        routes: routes(),
        jobs: vec![(reminder::REMIND, reminder::remind)],
        samples: pages::samples(),
        kept: vec![keeping::kept()],
        told: vec![|house, tx, asked| Box::pin(keeping::tell(house, tx, asked))],
        awaits: vec![|house, tx, awaited| Box::pin(awaits::find(house, tx, awaited))],
        ..Module::default()
    }
}

fn routes() -> Routes {
    Routes::default()
        .get("/cases/{id}/actions", Roles::SIGNED_IN, pages::list::show)
        .post("/cases/{id}/actions", Roles::SIGNED_IN, pages::new::propose)
        .get("/cases/{id}/actions/new", Roles::SIGNED_IN, pages::new::ask)
        .get("/cases/{id}/actions/{action_id}", Roles::SIGNED_IN, pages::one::show)
        .post("/cases/{id}/actions/{action_id}/release", Roles::SIGNED_IN, pages::one::release)
        .post("/cases/{id}/actions/{action_id}/refusal", Roles::SIGNED_IN, pages::one::refuse)
        .post("/cases/{id}/actions/{action_id}/agreement", Roles::SIGNED_IN, pages::one::agree)
        .post("/cases/{id}/actions/{action_id}/done", Roles::SIGNED_IN, pages::one::done)
        .post("/cases/{id}/actions/{action_id}/day", Roles::SIGNED_IN, pages::one::move_day)
        .post("/cases/{id}/actions/{action_id}/drop", Roles::SIGNED_IN, pages::one::drop_it)
        .get("/me/reminders", Roles::SIGNED_IN, pages::reminders::ask)
        .post("/me/reminders", Roles::SIGNED_IN, pages::reminders::save)
}
