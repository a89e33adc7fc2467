//! Applying and selection, as those who apply and those who select see it.
mod apply;
mod by_hand;
mod draw;
mod places;
mod race;
mod support;
mod worklist;
