//! Pages of services and rounds.
pub mod catalogue;
pub mod precheck;
pub mod drafts;
pub mod versions;
pub mod rounds;
pub mod new_round;
pub mod edit_round;
pub mod kickoff;
pub mod shown;
mod samples;

pub use samples::samples;
