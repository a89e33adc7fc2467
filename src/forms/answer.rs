//! Answers as data.
use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// What somebody answered to one question.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Answer {
    Text(String),
    /// Keys of options; of a ranking in order, the most important first.
    Keys(Vec<String>),
    Number(f64),
    Day(NaiveDate),
    Yes(bool),
}

/// Answers by the key of the question. What was not answered is not there.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Answers(BTreeMap<String, Answer>);

impl Answers {
    /// Reads stored answers; what cannot be read is no answers.
    pub fn of_json(json: &str) -> Answers {
        serde_json::from_str(json).unwrap_or_default()
    }

    pub fn to_json(&self) -> String {
        serde_json::to_string(self).unwrap_or_else(|_| "{}".into())
    }

    pub fn get(&self, key: &str) -> Option<&Answer> {
        self.0.get(key)
    }

    /// Keeps an answer; none takes the old one away.
    pub fn set(&mut self, key: &str, answer: Option<Answer>) {
        match answer {
            Some(answer) => self.0.insert(key.to_owned(), answer),
            None => self.0.remove(key),
        };
    }

    pub fn iter(&self) -> impl Iterator<Item = (&str, &Answer)> {
        self.0.iter().map(|(key, answer)| (key.as_str(), answer))
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub fn text(&self, key: &str) -> Option<&str> {
        match self.get(key)? {
            Answer::Text(words) => Some(words),
            _ => None,
        }
    }

    /// The chosen keys; empty when there are none.
    pub fn keys(&self, key: &str) -> &[String] {
        match self.get(key) {
            Some(Answer::Keys(keys)) => keys,
            _ => &[],
        }
    }

    pub fn number(&self, key: &str) -> Option<f64> {
        match self.get(key)? {
            Answer::Number(number) => Some(*number),
            _ => None,
        }
    }
}
