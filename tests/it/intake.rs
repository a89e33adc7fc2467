//! Applying and selection, as those who apply and those who select see it.
mod apply;
mod bad_input;
mod by_hand;
mod draw;
mod named;
mod places;
mod planner;
mod race;
mod size;
pub mod support;
mod worklist;
