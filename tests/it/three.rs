//! The three of a coaching: who they are and what is shared with whom.
