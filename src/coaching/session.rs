//! A meeting of participant and coach, from proposed times to held. Pure.
use chrono::Duration;

use crate::{clock::Moment, codes};

codes! {
    /// Where a meeting stands.
    pub enum SessionState {
        /// Times have been proposed; none is chosen.
        Planned = "planned",
        /// A time is agreed and the invitations are out.
        Invited = "invited",
        Held = "held",
        /// The participant did not come.
        NoShow = "no_show",
        Cancelled = "cancelled",
    }
}

codes! {
    /// How the two meet.
    pub enum Way {
        Place = "place",
        Remote = "remote",
        Phone = "phone",
    }
}

codes! {
    /// Why a meeting was cancelled. A code, so that nobody writes about their health.
    pub enum CancelReason {
        /// The participant's work or duty roster.
        Work = "work",
        /// The participant cannot come.
        Participant = "participant",
        /// The coach cannot come.
        Coach = "coach",
        /// The coaching ends.
        Ending = "ending",
        Other = "other",
    }
}

/// Why something cannot be done to a meeting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// It is over or cancelled already.
    Over,
    /// The time has gone by.
    InThePast,
    /// It has not begun yet.
    NotYet,
    /// No time has been agreed.
    NoTime,
}

impl Refusal {
    /// The text key of what to do.
    pub fn key(self) -> &'static str {
        match self {
            Refusal::Over => "conflict-coaching-session-over",
            Refusal::InThePast => "conflict-coaching-past",
            Refusal::NotYet => "conflict-coaching-not-yet",
            Refusal::NoTime => "conflict-coaching-no-time",
        }
    }
}

/// What decides what may be done to a meeting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    pub state: SessionState,
    pub starts_at: Option<Moment>,
    /// Of the last invitation that was sent.
    pub sequence: i32,
}

impl Standing {
    /// Only proposed.
    pub const PLANNED: Standing = Standing { state: SessionState::Planned, starts_at: None, sequence: 0 };

    pub fn is_open(self) -> bool {
        matches!(self.state, SessionState::Planned | SessionState::Invited)
    }

    /// A time is agreed, or changed; every change of what has been sent raises the number of the invitation.
    pub fn agree(self, starts_at: Moment, now: Moment) -> Result<Standing, Refusal> {
        if !self.is_open() {
            return Err(Refusal::Over);
        }
        if starts_at <= now {
            return Err(Refusal::InThePast);
        }
        let sequence = if self.state == SessionState::Invited { self.sequence + 1 } else { self.sequence };
        Ok(Standing { state: SessionState::Invited, starts_at: Some(starts_at), sequence })
    }

    /// Called off before it is over.
    pub fn cancel(self) -> Result<Standing, Refusal> {
        if !self.is_open() {
            return Err(Refusal::Over);
        }
        let sequence = if self.state == SessionState::Invited { self.sequence + 1 } else { self.sequence };
        Ok(Standing { state: SessionState::Cancelled, sequence, ..self })
    }

    /// It took place, or the participant did not come; known once it has begun.
    pub fn end(self, came: bool, now: Moment) -> Result<Standing, Refusal> {
        if !self.is_open() {
            return Err(Refusal::Over);
        }
        let starts_at = self.starts_at.filter(|_| self.state == SessionState::Invited).ok_or(Refusal::NoTime)?;
        if now < starts_at {
            return Err(Refusal::NotYet);
        }
        Ok(Standing { state: if came { SessionState::Held } else { SessionState::NoShow }, ..self })
    }
}

/// The end of a meeting that begins at `starts_at`.
pub fn ends_at(starts_at: Moment, minutes: i32) -> Moment {
    starts_at + Duration::minutes(i64::from(minutes))
}

/// Whether one more meeting fits: visits used and meetings agreed or proposed stay within the package.
pub fn fits(granted: i32, used: i32, open: i32) -> bool {
    used + open < granted
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn moment(minutes: i64) -> Moment {
        Moment::UNIX_EPOCH + Duration::minutes(minutes)
    }

    #[test]
    fn a_moved_meeting_raises_the_number_and_a_first_one_does_not() {
        let first = Standing::PLANNED.agree(moment(60), moment(0)).unwrap();
        assert_eq!((first.state, first.sequence), (SessionState::Invited, 0));
        let moved = first.agree(moment(90), moment(0)).unwrap();
        assert_eq!((moved.starts_at, moved.sequence), (Some(moment(90)), 1));
        assert_eq!(moved.cancel().unwrap().sequence, 2);
    }

    #[test]
    fn nothing_is_held_before_it_begins_or_without_a_time() {
        assert_eq!(Standing::PLANNED.end(true, moment(9)), Err(Refusal::NoTime));
        let agreed = Standing::PLANNED.agree(moment(60), moment(0)).unwrap();
        assert_eq!(agreed.end(true, moment(59)), Err(Refusal::NotYet));
        assert_eq!(agreed.end(true, moment(60)).unwrap().state, SessionState::Held);
        assert_eq!(agreed.agree(moment(10), moment(20)), Err(Refusal::InThePast));
    }

    proptest! {
        /// Whatever is tried in whatever order: the number never falls, and what is over stays as it is.
        #[test]
        fn the_number_never_falls_and_what_is_over_stays(acts in prop::collection::vec((0..4u8, 0..200i64), 0..20)) {
            let mut standing = Standing::PLANNED;
            for (now, (act, at)) in acts.into_iter().enumerate() {
                let now = moment(i64::try_from(now).unwrap_or_default() * 10);
                let next = match act {
                    0 => standing.agree(moment(at), now),
                    1 => standing.cancel(),
                    2 => standing.end(true, now),
                    _ => standing.end(false, now),
                };
                if let Ok(next) = next {
                    prop_assert!(standing.is_open());
                    prop_assert!(next.sequence >= standing.sequence);
                    prop_assert_eq!(next.state == SessionState::Planned, false);
                    standing = next;
                }
            }
        }

        #[test]
        fn the_package_is_never_exceeded(granted in 0..6i32, acts in prop::collection::vec(0..3u8, 0..30)) {
            let (mut used, mut open) = (0, 0);
            for act in acts {
                match act {
                    0 if fits(granted, used, open) => open += 1,
                    1 if open > 0 => { open -= 1; used += 1; }
                    2 if open > 0 => open -= 1,
                    _ => {}
                }
                prop_assert!(used + open <= granted);
            }
        }
    }
}
