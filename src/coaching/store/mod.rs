//! SQL of the slice: contracts, cases with their steps, sessions, notes. What tells about a person asks for a [`Grant`].
//!
//! [`Grant`]: crate::privacy::Grant
pub mod contracts;
pub mod cases;
pub mod own;
pub mod steps;
pub mod sessions;
pub mod notes;
pub mod preparation;
pub mod eras;
pub mod three;
pub mod kept;
pub mod applications;
pub mod many;
