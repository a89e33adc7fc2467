//! The pages of the slice, and what they share.
pub mod list;
pub mod new;
pub mod one;
pub mod reminders;
mod samples;

pub use samples::samples;

use uuid::Uuid;

use crate::coaching::three::Party;

/// The page of the case's actions.
fn home(case_id: Uuid) -> String {
    format!("/cases/{case_id}/actions")
}

/// The page that the reader came from.
fn back(case_id: Uuid, party: Party) -> String {
    match party {
        Party::Participant => "/path".to_owned(),
        Party::Supervisor => "/waiting".to_owned(),
        Party::Coach => format!("/cases/{case_id}"),
    }
}
