//! SQL of the slice: contracts, cases with their steps, sessions, notes. What tells about a person asks for a [`Grant`].
//!
//! [`Grant`]: crate::privacy::Grant
mod cases;
mod contracts;
mod notes;
mod sessions;
mod steps;

pub use cases::{
    Case, CaseLine, CoachCase, Ending, case, case_unseen, cases_of_coach, cases_of_contract, coach_case, end_case,
    insert_case, own_cases, set_coach, set_contact_asked, set_contract, set_state, take_rev, unplaced,
};
pub use contracts::{
    Coach, add_coach, coach_contracts, coaches, contract, contracts_of_controller, contracts_of_provider, give_visits,
    insert_contract,
};
pub use notes::{Note, NoteKind, note, save_note};
pub use sessions::{
    Meeting, Proposed, Session, insert_session, insert_time, meetings_of_coach, open_sessions, session, session_case,
    sessions, set_session, times,
};
pub use steps::{ReadyStep, Step, insert_step, ready_steps, set_due, set_step, step_case, steps};
