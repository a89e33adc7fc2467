//! The replay and the demo.
