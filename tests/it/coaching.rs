//! Cases and sessions.
