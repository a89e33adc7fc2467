//! The three of a coaching: who they are, when they meet, and what is shared with whom.
mod follow_up;
mod meeting;
mod periods;
mod requirements;
pub mod support;
