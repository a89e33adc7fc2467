//! Instruments: statements on one scale with a rule of scoring, and questions beside them.
use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Answers, Question, QuestionKind};
use crate::text::Text;

/// A questionnaire as data.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Instrument {
    pub key: String,
    pub name: Text,
    /// What is asked and why, shown above the first question.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub intro: Option<Text>,
    /// The lowest answer of the statements.
    #[serde(default)]
    pub from: i32,
    /// The highest.
    #[serde(default = "three")]
    pub to: i32,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub low: Option<Text>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub high: Option<Text>,
    /// How many statements may lack an answer before there is no score.
    #[serde(default)]
    pub missing_allowed: usize,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub subscales: Vec<Subscale>,
    /// The statements, each answered on the scale.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub items: Vec<Item>,
    /// Questions beside the scale: open words, choices.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub questions: Vec<Question>,
}

fn three() -> i32 {
    3
}

/// A part of the instrument with a score of its own.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Subscale {
    pub key: String,
    pub name: Text,
    #[serde(default)]
    pub missing_allowed: usize,
}

/// A statement.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Item {
    pub key: String,
    pub text: Text,
    /// The subscale it belongs to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub subscale: Option<String>,
    /// Agreeing means less of what the scale measures.
    #[serde(default)]
    pub reverse: bool,
}

/// The scores of one person, in the unit of the scale; none where too much is unanswered.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Scores {
    pub total: Option<f64>,
    pub parts: BTreeMap<String, Option<f64>>,
}

impl Instrument {
    /// Everything it asks, in order: the statements as scale questions, then the questions beside them.
    pub fn all_questions(&self) -> Vec<Question> {
        let statements = self.items.iter().map(|item| Question {
            key: item.key.clone(),
            text: item.text.clone(),
            hint: None,
            kind: QuestionKind::Scale { from: self.from, to: self.to, low: self.low.clone(), high: self.high.clone() },
            required: false,
        });
        statements.chain(self.questions.iter().cloned()).collect()
    }

    /// The scores of these answers by the instrument's own rule of missing ones.
    pub fn score(&self, answers: &Answers) -> Scores {
        let row: Vec<Option<f64>> = self.items.iter().map(|item| answers.number(&item.key)).collect();
        let scale = self.scale();
        let parts = self.subscales.iter().map(|part| (part.key.clone(), scale.subscore(&part.key, &row))).collect();
        Scores { total: scale.score(&row), parts }
    }

    /// The scale of the statements.
    pub fn scale(&self) -> scales::Scale {
        let of = |part: &Subscale| {
            let belongs = |(at, item): (usize, &Item)| (item.subscale.as_deref() == Some(&part.key)).then_some(at);
            self.items.iter().enumerate().filter_map(belongs).collect()
        };
        scales::Scale {
            items: self
                .items
                .iter()
                .map(|item| scales::Item { key: item.key.clone(), reverse: item.reverse })
                .collect(),
            min: f64::from(self.from),
            max: f64::from(self.to),
            missing_allowed: self.missing_allowed,
            subscales: self
                .subscales
                .iter()
                .map(|part| scales::Subscale {
                    key: part.key.clone(),
                    items: of(part),
                    missing_allowed: part.missing_allowed,
                })
                .collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::forms::Answer;

    fn instrument() -> Instrument {
        let item = |key: &str, part: &str, reverse| Item {
            key: key.into(),
            text: Text::same(key),
            subscale: Some(part.into()),
            reverse,
        };
        let part = |key: &str| Subscale { key: key.into(), name: Text::same(key), missing_allowed: 0 };
        Instrument {
            key: "skills".into(),
            name: Text::same("skills"),
            intro: None,
            from: 0,
            to: 3,
            low: None,
            high: None,
            missing_allowed: 1,
            subscales: vec![part("knowing"), part("looking")],
            items: vec![item("a", "knowing", false), item("b", "knowing", true), item("c", "looking", false)],
            questions: Vec::new(),
        }
    }

    #[test]
    fn reversed_statements_are_flipped_and_a_gap_is_allowed_once() {
        let mut answers = Answers::default();
        answers.set("a", Some(Answer::Number(3.0)));
        answers.set("b", Some(Answer::Number(0.0)));
        let scores = instrument().score(&answers);
        assert_eq!((scores.total, scores.parts["knowing"], scores.parts["looking"]), (Some(3.0), Some(3.0), None));
        answers.set("b", None);
        assert_eq!(instrument().score(&answers).total, None);
    }
}
