//! What is measured when, and what became of people.
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
    /// The points of time at which we ask what became of somebody.
    pub enum AtPoint {
        End = "end",
        Months3 = "months_3",
        Months6 = "months_6",
        Months12 = "months_12",
    }
}

codes! {
    /// What became of somebody (DOMAIN §3).
    pub enum Outcome {
        SameWork = "same_work",
        ChangedTasks = "changed_tasks",
        NewWorkHere = "new_work_here",
        ElsewherePublic = "elsewhere_public",
        Elsewhere = "elsewhere",
        Studies = "studies",
        Entrepreneur = "entrepreneur",
        Rehabilitation = "rehabilitation",
        Retired = "retired",
        Unemployed = "unemployed",
        Unknown = "unknown",
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
