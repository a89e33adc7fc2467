//! The written review of a round: what its parties learnt, in words, also when the numbers are too small to tell.
use chrono::NaiveDate;
use uuid::Uuid;

use crate::{
    clock::Moment,
    db::FromRow,
    text::{Lang, Text},
};

/// A review as it is kept.
#[derive(Clone, Debug, FromRow)]
pub struct Review {
    pub round_id: Uuid,
    pub held_on: NaiveDate,
    /// Names and roles, one a line.
    pub present: String,
    pub worked: String,
    /// One change a line, in Finnish; in the other languages the same lines, or nothing.
    pub changes: String,
    pub changes_sv: String,
    pub changes_en: String,
    /// None while it is being written.
    pub finished_at: Option<Moment>,
    pub draft_id: Option<Uuid>,
    pub rev: i64,
}

impl Review {
    /// The changes, each by itself, in the languages in which they have been written.
    pub fn changed(&self) -> Vec<Text> {
        let (sv, en) = (lines(&self.changes_sv), lines(&self.changes_en));
        let of = |lines: &[String], at: usize| lines.get(at).cloned();
        let texts = lines(&self.changes).into_iter().enumerate();
        texts.map(|(at, fi)| Text { fi, sv: of(&sv, at), en: of(&en, at) }).collect()
    }

    /// Whether there are changes that have not been written in the language.
    pub fn lacks(&self, lang: Lang) -> bool {
        let written = match lang {
            Lang::Fi => &self.changes,
            Lang::Sv => &self.changes_sv,
            Lang::En => &self.changes_en,
        };
        !lines(&self.changes).is_empty() && lines(written).is_empty()
    }
}

/// The lines that say something.
pub fn lines(words: &str) -> Vec<String> {
    words.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
}

/// What is written down.
#[derive(Clone, Debug)]
pub struct Noted {
    pub held_on: NaiveDate,
    pub present: String,
    pub worked: String,
    pub changes: String,
    pub changes_sv: String,
    pub changes_en: String,
}
