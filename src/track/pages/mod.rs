//! Pages of the supervisors' track.
mod guidance;
mod measure;
pub mod mine;
mod overview;
mod pair;
mod pairs;
mod samples;
mod workshop;

use super::record::Presence;
use crate::{
    house::{Place, Routes},
    privacy::{Role, Roles},
};

pub use measure::lines;
pub use samples::samples;

const SUPERVISOR: Roles = Roles::of(Role::Supervisor);
const COORDINATOR: Roles = Roles::of(Role::Coordinator);
/// Who arranges the workshop.
const ARRANGES: Roles = COORDINATOR.or(Role::Provider);
/// Who looks after the track: within what each reaches, see [`super::reach`].
const STAFF: Roles = ARRANGES.or(Role::Coach);

pub fn routes() -> Routes {
    Routes::default()
        .get("/track", SUPERVISOR, mine::newest)
        .get("/track/{id}", SUPERVISOR, mine::show)
        .get("/track/{id}/measure/{phase}", SUPERVISOR, measure::show)
        .post("/track/{id}/measure/{phase}", SUPERVISOR, measure::send)
        .get("/track/{id}/guidance", SUPERVISOR, guidance::own)
        .get("/track/{id}/guidance.ics", SUPERVISOR, guidance::file)
        .get("/track/{id}/workshop", SUPERVISOR, workshop::own)
        .post("/track/{id}/workshop", SUPERVISOR, workshop::say)
        .get("/track/{id}/workshop.ics", SUPERVISOR, workshop::file)
        .get("/track/pairs/{id}", SUPERVISOR, pair::show)
        .post("/track/pairs/{id}/answer", SUPERVISOR, pair::answer)
        .post("/track/pairs/{id}/talk", SUPERVISOR, pair::talk)
        .get("/rounds/{id}/track", STAFF, overview::show)
        .get("/rounds/{id}/track/guidance/{supervisor}", STAFF, guidance::show)
        .post("/rounds/{id}/track/guidance/{supervisor}", STAFF, guidance::propose)
        .post("/rounds/{id}/track/guidance/{supervisor}/held", STAFF, guidance::held)
        .post("/rounds/{id}/track/guidance/{supervisor}/cancellation", STAFF, guidance::cancel)
        .get("/rounds/{id}/track/workshop", ARRANGES, workshop::show)
        .post("/rounds/{id}/track/workshop", ARRANGES, workshop::set)
        .post("/rounds/{id}/track/workshop/attendance", ARRANGES, workshop::attendance)
        .get("/rounds/{id}/pairs", COORDINATOR, pairs::show)
        .post("/rounds/{id}/pairs", COORDINATOR, pairs::publish)
}

pub fn menu() -> Place {
    Place { label: "track-menu", href: "/track", who: SUPERVISOR, order: 20 }
}

/// The key of what is said of somebody's presence.
pub fn presence(presence: Presence) -> &'static str {
    match presence {
        Presence::Came => "track-came",
        Presence::Away => "track-away",
    }
}
