//! The steps of a path.
use chrono::{Days, Months, NaiveDate};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::check::said;
use crate::{
    codes,
    forms::{Choice, Question},
    text::Text,
};

codes! {
    /// What a step is.
    #[derive(Serialize, Deserialize, JsonSchema)]
    #[serde(rename_all = "snake_case")]
    pub enum StepKind {
        Information = "information",
        Meeting = "meeting",
        Agreement = "agreement",
        Exercise = "exercise",
        Instrument = "instrument",
        Review = "review",
        Assessment = "assessment",
        Event = "event",
        Survey = "survey",
        Study = "study",
        Decision = "decision",
        Voucher = "voucher",
        Feedback = "feedback",
        Outcome = "outcome",
    }
}

codes! {
    /// Whose step it is.
    #[derive(Serialize, Deserialize, JsonSchema)]
    #[serde(rename_all = "snake_case")]
    pub enum StepFor {
        Participant = "participant",
        Supervisor = "supervisor",
        Coach = "coach",
        Coordinator = "coordinator",
        Group = "group",
        Round = "round",
        /// Participant, supervisor and coach together.
        Three = "three",
        WorkCommunity = "work_community",
    }
}

impl StepFor {
    /// Whether the step is part of one participant's path. The others belong to the round or to the supervisors.
    pub fn is_of_case(self) -> bool {
        matches!(self, StepFor::Participant | StepFor::Coach | StepFor::Three)
    }
}

codes! {
    /// When an instrument measures.
    #[derive(Serialize, Deserialize, JsonSchema)]
    #[serde(rename_all = "snake_case")]
    pub enum Phase {
        Before = "before",
        After = "after",
        FollowUp = "follow_up",
    }
}

/// A step of the path.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Step {
    /// Stable: cases and reports know the step by it.
    pub key: String,
    pub kind: StepKind,
    #[serde(rename = "for")]
    pub who: StepFor,
    /// The key of the role that sees to it.
    pub owner: String,
    pub name: Text,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<Text>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub theme: Option<Text>,
    /// How long it takes; of meetings, one of them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub minutes: Option<i32>,
    /// A coaching period holds at least so many meetings …
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub meetings_least: Option<i32>,
    /// … and at most so many.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub meetings: Option<i32>,
    /// Keys of the steps that come first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub after: Vec<String>,
    /// `end + 6 months`
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<Due>,
    /// own | coach_own | coaching | agreed | service | health
    pub visibility: String,
    #[serde(default)]
    pub required: bool,
    /// Of an instrument, feedback or outcome: what is asked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub instrument: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phase: Option<Phase>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub agenda: Vec<Agenda>,
    /// Of an agreement: what it may share with the supervisor, and how it is confirmed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agreement: Option<AgreementTerms>,
    /// Of a period of meetings: what the participant thinks over beforehand.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub before: Vec<Question>,
    /// Of a period of meetings: what the participant looks back on afterwards.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub closing: Vec<Question>,
    /// Of the supervisors: it is done in pairs.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub sparring: bool,
}

/// What an agreement of the three may share with the supervisor. Nothing is shared before the participant confirms it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AgreementTerms {
    /// Keys: aims | timetable | goals | ratings | actions; in the words people read.
    pub shares: Vec<Choice>,
    #[serde(default)]
    pub signature: Signature,
}

codes! {
    /// How an agreement is confirmed.
    #[derive(Default, Serialize, Deserialize, JsonSchema)]
    #[serde(rename_all = "snake_case")]
    pub enum Signature {
        /// Each with one tap; a missing one does not stop the coaching.
        #[default]
        None = "none",
        /// Signed on paper too; the coaching waits for it.
        Formal = "formal",
    }
}

/// A part of a meeting.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Agenda {
    pub minutes: i32,
    pub text: Text,
}

codes! {
    /// From where a due date is counted.
    pub enum Anchor {
        /// The day the case opened.
        Start = "start",
        /// The day the coaching ended.
        End = "end",
    }
}

codes! {
    pub enum Unit {
        Days = "days",
        Weeks = "weeks",
        Months = "months",
    }
}

/// When a step is due: `end + 6 months`, `start + 2 weeks`, `end`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Due {
    pub anchor: Anchor,
    pub count: u32,
    pub unit: Unit,
}

impl JsonSchema for Due {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Due".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "type": "string",
            "pattern": r"^(start|end)( \+ [0-9]+ (day|week|month)s?)?$",
            "description": "`end + 6 months`, `start + 2 weeks`, `end`"
        })
    }
}

impl Due {
    /// The day, when the day it is counted from is known.
    pub fn on(self, start: NaiveDate, end: Option<NaiveDate>) -> Option<NaiveDate> {
        let from = match self.anchor {
            Anchor::Start => start,
            Anchor::End => end?,
        };
        match self.unit {
            Unit::Days => from.checked_add_days(Days::new(self.count.into())),
            Unit::Weeks => from.checked_add_days(Days::new(u64::from(self.count) * 7)),
            Unit::Months => from.checked_add_months(Months::new(self.count)),
        }
    }
}

impl TryFrom<String> for Due {
    type Error = String;

    fn try_from(words: String) -> Result<Due, String> {
        let parts: Vec<&str> = words.split_whitespace().collect();
        let read = || {
            let anchor = Anchor::read(parts.first()?)?;
            match parts.as_slice() {
                [_] => Some(Due { anchor, count: 0, unit: Unit::Days }),
                [_, "+", count, unit] => {
                    let count = count.parse().ok().filter(|count| *count <= 1200)?;
                    let unit = Unit::ALL
                        .iter()
                        .copied()
                        .find(|it| it.code().trim_end_matches('s') == unit.trim_end_matches('s'))?;
                    Some(Due { anchor, count, unit })
                }
                _ => None,
            }
        };
        read().ok_or_else(|| said("programmes-finding-due", [("value", words.clone())]).carried())
    }
}

impl From<Due> for String {
    fn from(due: Due) -> String {
        match due.count {
            0 => due.anchor.to_string(),
            count => format!("{} + {count} {}", due.anchor, due.unit),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn due_dates_are_counted_from_their_anchor() {
        let day = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).unwrap();
        let due = |words: &str| Due::try_from(words.to_owned()).unwrap();
        let (start, end) = (day(2023, 10, 2), Some(day(2024, 8, 31)));
        assert_eq!(due("end + 6 months").on(start, end), Some(day(2025, 2, 28)));
        assert_eq!(due("start + 2 weeks").on(start, None), Some(day(2023, 10, 16)));
        assert_eq!((due("end").on(start, end), due("end + 1 day").on(start, None)), (end, None));
        assert_eq!(String::from(due("end + 1 month")), "end + 1 months");
        for bad in ["", "six months", "end + six months", "end - 1 month", "end + 1 fortnight", "end + 99999 days"] {
            assert!(Due::try_from(bad.to_owned()).is_err(), "{bad}");
        }
    }
}
