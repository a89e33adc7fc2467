//! Cases: what was bought of a provider, one person's steps, meetings, the shared memo and the coach's working note.
//! Accepting a place opens a case under a contract; the provider names a coach; coach and participant agree on meetings
//! that use visits of the package; a coaching ends completed or interrupted, and unused visits may go to the next.
//! Process facts are for provider and coordinator; the memo is for participant and coach, the working note for the coach.
mod contract;
mod case;
mod step;
mod session;
mod roster;
mod store;

pub use case::{CaseState, EndReason};
pub use contract::Contract;
pub use session::{CancelReason, Refusal, SessionState, Standing, Way};
pub use step::StepState;
pub use store::steps::{ReadyStep, Step, ready_steps};

use crate::house::Module;

/// What this slice brings to the house.
pub fn module() -> Module {
    Module::default()
}
