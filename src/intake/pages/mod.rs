//! The pages of intake, by who opens them.
pub(super) mod shown;
mod apply;
mod steps;
mod check;
mod own;
mod offer;
mod planner;
mod asked;
mod queue;
mod propose;
mod decide;
mod file;
mod late;
mod named;
mod invitation;
mod draw;
mod waiting;

use crate::{
    house::{Place, Routes, Sample},
    privacy::{Role, Roles},
};

const SUPERVISOR: Roles = Roles::of(Role::Supervisor);
const COORDINATOR: Roles = Roles::of(Role::Coordinator);

/// The routes of the applicant, the supervisor and the coordinator.
pub fn routes() -> Routes {
    Routes::default()
        .get("/services/{round_id}/apply", Roles::SIGNED_IN, apply::show)
        .post("/services/{round_id}/apply", Roles::SIGNED_IN, apply::begin)
        .get("/own-applications", Roles::SIGNED_IN, own::list)
        .get("/applications/{id}", Roles::SIGNED_IN, own::show)
        .get("/applications/{id}/steps/{key}", Roles::SIGNED_IN, steps::show)
        .post("/applications/{id}/steps/{key}", Roles::SIGNED_IN, steps::save)
        .get("/applications/{id}/check", Roles::SIGNED_IN, check::show)
        .post("/applications/{id}/submission", Roles::SIGNED_IN, check::send)
        .post("/applications/{id}/withdrawal", Roles::SIGNED_IN, own::withdraw)
        .post("/applications/{id}/another-look", Roles::SIGNED_IN, own::ask_another_look)
        .get("/applications/{id}/offer", Roles::SIGNED_IN, offer::show)
        .post("/applications/{id}/acceptance", Roles::SIGNED_IN, offer::accept)
        .post("/applications/{id}/refusal", Roles::SIGNED_IN, offer::refuse)
        .get("/planner", COORDINATOR, planner::show)
        .get("/applications", COORDINATOR, queue::show)
        .post("/rounds/{id}/proposals", COORDINATOR, propose::propose)
        .get("/rounds/{id}/proposals-for-all", COORDINATOR, propose::for_all)
        .post("/rounds/{id}/proposals-for-all", COORDINATOR, propose::propose_for_all)
        .post("/rounds/{id}/proposals-by-policy", COORDINATOR, decide::propose_by_policy)
        .get("/rounds/{id}/decisions", COORDINATOR, decide::decisions)
        .post("/rounds/{id}/decisions", COORDINATOR, decide::publish)
        .post("/rounds/{id}/hand-on", COORDINATOR, decide::hand_on)
        .get("/rounds/{round_id}/applications/{id}", COORDINATOR, file::show)
        .post("/rounds/{round_id}/applications/{id}/check", COORDINATOR, file::check)
        .get("/rounds/{id}/late", COORDINATOR, late::show)
        .post("/rounds/{id}/late", COORDINATOR, late::add)
        .get("/rounds/{id}/named", COORDINATOR, named::show)
        .post("/rounds/{id}/invitations", COORDINATOR, named::invite)
        .post("/rounds/{round_id}/invitations/{id}/withdrawal", COORDINATOR, named::withdraw)
        .get("/invitations/{id}", Roles::SIGNED_IN, invitation::show)
        .post("/invitations/{id}/acceptance", Roles::SIGNED_IN, invitation::accept)
        .post("/invitations/{id}/refusal", Roles::SIGNED_IN, invitation::decline)
        .get("/services/{round_id}/draw", Roles::ANYONE, draw::show)
        .get("/waiting", SUPERVISOR, waiting::list)
        .get("/waiting/{id}", SUPERVISOR, waiting::show)
        .post("/applications/{id}/support", SUPERVISOR, waiting::speak)
}

pub fn samples() -> Vec<Sample> {
    [
        apply::samples(),
        steps::samples(),
        check::samples(),
        own::samples(),
        offer::samples(),
        planner::samples(),
        queue::samples(),
        propose::samples(),
        decide::samples(),
        file::samples(),
        late::samples(),
        named::samples(),
        invitation::samples(),
        draw::samples(),
        waiting::samples(),
    ]
    .concat()
}

/// The places in the menu.
pub fn menu() -> Vec<Place> {
    vec![
        Place { label: "intake-menu", href: "/applications", who: COORDINATOR, order: 10 },
        Place { label: "intake-waiting-menu", href: "/waiting", who: SUPERVISOR, order: 10 },
    ]
}
