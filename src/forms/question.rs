//! A question as data.
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::text::Text;

/// A question of a form: what is asked and what counts as an answer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "WrittenQuestion", into = "WrittenQuestion")]
pub struct Question {
    pub key: String,
    pub text: Text,
    pub hint: Option<Text>,
    pub kind: QuestionKind,
    pub required: bool,
}

/// What counts as an answer.
#[derive(Clone, Debug, PartialEq)]
pub enum QuestionKind {
    /// One line.
    Short,
    /// Words of any length.
    Long,
    OneOf {
        options: Vec<Choice>,
    },
    ManyOf {
        options: Vec<Choice>,
    },
    /// Options put in order, the most important first; at most so many of them.
    Ranking {
        options: Vec<Choice>,
        at_most: usize,
    },
    /// A whole number; the ends have names.
    Scale {
        from: i32,
        to: i32,
        low: Option<Text>,
        high: Option<Text>,
    },
    Date,
    /// A box to be ticked.
    Consent,
}

impl QuestionKind {
    /// The code in a blueprint.
    pub fn code(&self) -> &'static str {
        match self {
            QuestionKind::Short => "short",
            QuestionKind::Long => "long",
            QuestionKind::OneOf { .. } => "one_of",
            QuestionKind::ManyOf { .. } => "many_of",
            QuestionKind::Ranking { .. } => "ranking",
            QuestionKind::Scale { .. } => "scale",
            QuestionKind::Date => "date",
            QuestionKind::Consent => "consent",
        }
    }
}

/// One of the given answers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Choice {
    pub key: String,
    pub text: Text,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hint: Option<Text>,
}

/// A question as it is written in a blueprint: the kind by its code, and what that kind needs.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct WrittenQuestion {
    pub key: String,
    /// short | long | one_of | many_of | ranking | scale | date | consent
    pub kind: String,
    pub text: Text,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hint: Option<Text>,
    #[serde(default)]
    pub required: bool,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub options: Vec<Choice>,
    /// Of a ranking: how many may be put in order; all when it is not said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at_most: Option<usize>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<i32>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<i32>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub low: Option<Text>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub high: Option<Text>,
}

impl TryFrom<WrittenQuestion> for Question {
    type Error = String;

    fn try_from(written: WrittenQuestion) -> Result<Question, String> {
        let options = || {
            if written.options.len() < 2 {
                return Err(format!("question `{}` needs two options or more", written.key));
            }
            Ok(written.options.clone())
        };
        let kind = match written.kind.as_str() {
            "short" => QuestionKind::Short,
            "long" => QuestionKind::Long,
            "one_of" => QuestionKind::OneOf { options: options()? },
            "many_of" => QuestionKind::ManyOf { options: options()? },
            "ranking" => {
                let options = options()?;
                let at_most = written.at_most.unwrap_or(options.len()).min(options.len());
                QuestionKind::Ranking { options, at_most }
            }
            "scale" => scale(&written)?,
            "date" => QuestionKind::Date,
            "consent" => QuestionKind::Consent,
            other => {
                return Err(format!(
                    "question `{}` has kind `{other}`; say short, long, one_of, many_of, ranking, scale, date or consent",
                    written.key
                ));
            }
        };
        let WrittenQuestion { key, text, hint, required, .. } = written;
        Ok(Question { key, text, hint, kind, required })
    }
}

fn scale(written: &WrittenQuestion) -> Result<QuestionKind, String> {
    let (from, to) = (written.from.unwrap_or(0), written.to.unwrap_or(10));
    if !(1..=20).contains(&(i64::from(to) - i64::from(from))) {
        return Err(format!(
            "question `{}`: a scale runs from a number to a greater one, 20 steps at most",
            written.key
        ));
    }
    Ok(QuestionKind::Scale { from, to, low: written.low.clone(), high: written.high.clone() })
}

impl From<Question> for WrittenQuestion {
    fn from(question: Question) -> WrittenQuestion {
        let Question { key, text, hint, kind, required } = question;
        let mut written =
            WrittenQuestion { key, kind: kind.code().into(), text, hint, required, ..WrittenQuestion::default() };
        match kind {
            QuestionKind::OneOf { options } | QuestionKind::ManyOf { options } => written.options = options,
            QuestionKind::Ranking { options, at_most } => {
                written.options = options;
                written.at_most = Some(at_most);
            }
            QuestionKind::Scale { from, to, low, high } => {
                (written.from, written.to, written.low, written.high) = (Some(from), Some(to), low, high);
            }
            QuestionKind::Short | QuestionKind::Long | QuestionKind::Date | QuestionKind::Consent => {}
        }
        written
    }
}
