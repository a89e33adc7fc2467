//! How a coaching comes to a good end: the closing questions and a private address are asked first, and what stands in
//! the way is said. Pure.
use chrono::{Days, NaiveDate};

use crate::{
    clock::{self, Moment},
    codes,
};

/// After how many days without a word of the participant the coach may end alone.
const PATIENCE: u64 = 7;

codes! {
    /// Why a coaching cannot be completed yet.
    pub enum NotYet {
        /// There has been no meeting: it can be interrupted.
        NothingHeld = "nothing_held",
        /// A meeting is agreed and has been neither held nor called off.
        MeetingOpen = "meeting_open",
        /// The closing questions have not been asked.
        ClosingNotAsked = "closing_not_asked",
        /// The participant has not said where to be reached later, nor that they will not.
        ContactNotAsked = "contact_not_asked",
    }
}

impl NotYet {
    /// The key of the explanation.
    pub fn key(self) -> &'static str {
        match self {
            NotYet::NothingHeld => "conflict-coaching-nothing-held",
            NotYet::MeetingOpen => "conflict-coaching-meeting-open",
            NotYet::ClosingNotAsked => "conflict-coaching-closing-not-asked",
            NotYet::ContactNotAsked => "conflict-coaching-contact-not-asked",
        }
    }
}

/// What decides whether a coaching can be completed.
#[derive(Clone, Copy, Debug)]
pub struct Closing {
    pub held: bool,
    pub open_meetings: usize,
    pub asked_at: Option<Moment>,
    pub contact_asked: bool,
}

impl Closing {
    /// Whether the closing questions can be asked now.
    pub fn may_ask(&self) -> bool {
        self.held && self.asked_at.is_none()
    }

    /// Whether the participant, or else the coach, may complete the coaching on `today`.
    pub fn may_complete(&self, is_participant: bool, today: NaiveDate) -> Result<(), NotYet> {
        if !self.held {
            return Err(NotYet::NothingHeld);
        }
        if self.open_meetings > 0 {
            return Err(NotYet::MeetingOpen);
        }
        let Some(alone_on) = self.alone_on() else { return Err(NotYet::ClosingNotAsked) };
        let waited = !is_participant && alone_on <= today;
        if self.contact_asked || waited { Ok(()) } else { Err(NotYet::ContactNotAsked) }
    }

    /// The day from which the coach may end without a word of the participant.
    pub fn alone_on(&self) -> Option<NaiveDate> {
        clock::day(self.asked_at?).checked_add_days(Days::new(PATIENCE))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_end_comes_after_the_questions_and_an_address_or_a_week_of_patience() {
        let day = |words: &str| clock::read_day(words).unwrap();
        let asked = clock::start_of(day("4.10.2023"));
        let mut closing = Closing { held: false, open_meetings: 0, asked_at: None, contact_asked: false };
        let today = day("4.10.2023");
        assert_eq!(closing.may_complete(true, today), Err(NotYet::NothingHeld));
        closing.held = true;
        closing.open_meetings = 1;
        assert_eq!(closing.may_complete(true, today), Err(NotYet::MeetingOpen));
        closing.open_meetings = 0;
        assert_eq!(closing.may_complete(true, today), Err(NotYet::ClosingNotAsked));
        closing.asked_at = Some(asked);
        assert_eq!(closing.may_complete(true, day("1.12.2023")), Err(NotYet::ContactNotAsked));
        assert_eq!(closing.may_complete(false, day("10.10.2023")), Err(NotYet::ContactNotAsked));
        assert_eq!(closing.may_complete(false, day("11.10.2023")), Ok(()));
        closing.contact_asked = true;
        assert_eq!(closing.may_complete(true, today), Ok(()));
    }
}
