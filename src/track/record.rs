//! States of what is kept of a supervisor's track.
use crate::codes;

codes! {
    /// A supervisor's own meeting with a coach.
    pub enum Guidance {
        Proposed = "proposed",
        Held = "held",
        Cancelled = "cancelled",
    }
}

codes! {
    /// Whether somebody was at the workshop.
    pub enum Presence {
        Came = "came",
        Away = "away",
    }
}

codes! {
    /// What a supervisor says of the pair.
    pub enum Answer {
        Waiting = "waiting",
        Accepted = "accepted",
        /// Asks for another pair.
        Swap = "swap",
    }
}

/// How many of the round's minutes for supervisors are left: each has the share that the blueprint gives.
pub fn minutes_left(share: i32, supervisors: i64, held: i64) -> i64 {
    (i64::from(share) * supervisors - held).max(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_share_is_the_rounds_and_never_below_nothing() {
        assert_eq!((minutes_left(45, 4, 90), minutes_left(45, 1, 60), minutes_left(45, 0, 0)), (90, 0, 0));
    }
}
