//! When an answer was given, and by whom it was told.
use crate::codes;

codes! {
    /// When an answer was given.
    pub enum Phase {
        Before = "before",
        After = "after",
        FollowUp = "follow_up",
        Experience = "experience",
    }
}

codes! {
    /// Who told it.
    pub enum Source {
        Participant = "participant",
        Link = "link",
        Coordinator = "coordinator",
    }
}
