//! What people typed. A form is a list of names and words, whatever it asks: the same for a fixed form, the questions
//! of a service and the columns of an import. A fault is not an error: the page is shown again, the words kept.
use chrono::{NaiveDate, NaiveTime};

use crate::{clock, text::Lang};

/// The words of a form by field name; a name may come several times.
#[derive(Clone, Debug, Default)]
pub struct Words(Vec<(String, String)>);

/// Fields whose words never go back to a page: passwords and codes are typed anew.
const SECRET: [&str; 4] = ["old", "new", "password", "code"];

impl Words {
    pub fn of(pairs: Vec<(String, String)>) -> Words {
        Words(pairs)
    }

    /// The first words of a field without spaces around; empty when it is not there.
    pub fn get(&self, name: &str) -> &str {
        self.0.iter().find(|(field, _)| field == name).map_or("", |(_, words)| words.trim())
    }

    /// All words of a field that may be chosen many times, empty ones left out.
    pub fn all(&self, name: &str) -> Vec<&str> {
        self.0
            .iter()
            .filter(|(field, words)| field == name && !words.trim().is_empty())
            .map(|(_, words)| words.trim())
            .collect()
    }

    pub fn has(&self, name: &str) -> bool {
        !self.get(name).is_empty()
    }

    /// The words as they came, the house's own hidden fields left out.
    pub fn pairs(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().filter(|(name, _)| !name.starts_with('_')).map(|(name, words)| (name.as_str(), words.as_str()))
    }

    /// The page on which the form stood; none when it is not one of ours.
    pub fn from(&self) -> Option<&str> {
        let from = self.get("_from");
        let own = from.starts_with('/') && !from.starts_with("//") && !from.contains('\\') && from.len() < 2000;
        own.then_some(from)
    }

    /// The words that may go back to a page.
    pub fn told_back(&self) -> impl Iterator<Item = (&str, &str)> {
        self.pairs().filter(|(name, _)| !SECRET.contains(name))
    }

    /// A password or a code was typed.
    pub fn hold_a_secret(&self) -> bool {
        SECRET.iter().any(|secret| self.has(secret))
    }

    /// What a reader may have written: several words or a long one, never a secret.
    pub fn typed(&self) -> impl Iterator<Item = (&str, &str)> {
        let written = |words: &str| words.trim().contains(char::is_whitespace) || words.chars().count() > 40;
        self.told_back().filter(move |(name, words)| *name != "query" && written(words))
    }

    pub fn set(&mut self, name: &str, words: impl Into<String>) {
        self.0.retain(|(field, _)| field != name);
        self.0.push((name.to_owned(), words.into()));
    }
}

/// What is wrong with one field, in words that say what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The name of the field.
    pub name: String,
    pub text: String,
}

/// A form as it is shown: the words so far and what is wrong with them.
#[derive(Clone, Debug, Default)]
pub struct Sheet {
    pub words: Words,
    pub faults: Vec<Fault>,
}

impl Sheet {
    pub fn empty() -> Sheet {
        Sheet::default()
    }

    /// A form filled in beforehand.
    pub fn filled(pairs: impl IntoIterator<Item = (&'static str, String)>) -> Sheet {
        let words = Words(pairs.into_iter().map(|(name, words)| (name.to_owned(), words)).collect());
        Sheet { words, faults: Vec::new() }
    }

    pub fn value(&self, field: &str) -> &str {
        self.words.get(field)
    }

    pub fn chosen(&self, field: &str, value: &str) -> bool {
        self.words.all(field).contains(&value)
    }

    /// The fault of a field, empty when there is none.
    pub fn error(&self, field: &str) -> &str {
        self.faults.iter().find(|fault| fault.name == field).map_or("", |fault| fault.text.as_str())
    }
}

/// Reads the fields of a form one by one, gathering every fault.
pub struct Check<'w> {
    lang: Lang,
    words: &'w Words,
    faults: Vec<Fault>,
}

/// The longest text a field takes, in characters, unless the form says otherwise.
const LONGEST: usize = 20_000;

impl<'w> Check<'w> {
    pub fn new(lang: Lang, words: &'w Words) -> Check<'w> {
        Check { lang, words, faults: Vec::new() }
    }

    /// Adds a fault with the text of `key`.
    pub fn fault(&mut self, field: &str, key: &str) {
        self.faults.push(Fault { name: field.to_owned(), text: self.lang.t(key) });
    }

    /// Words that must be there; `missing` is the key of what to do when they are not.
    pub fn text(&mut self, field: &str, missing: &str) -> String {
        let words = self.optional(field);
        if words.is_empty() {
            self.fault(field, missing);
        }
        words
    }

    /// Words that may be empty.
    pub fn optional(&mut self, field: &str) -> String {
        let words = self.words.get(field);
        if words.chars().count() > LONGEST {
            self.fault(field, "fault-too-long");
        }
        // A null character cannot be stored by PostgreSQL and means nothing to a reader.
        words.replace('\0', "").replace("\r\n", "\n")
    }

    /// One of the given values.
    pub fn one_of<T>(&mut self, field: &str, missing: &str, read: impl Fn(&str) -> Option<T>) -> Option<T> {
        let found = read(self.words.get(field));
        if found.is_none() {
            self.fault(field, missing);
        }
        found
    }

    /// A date written `4.12.2026`.
    pub fn day(&mut self, field: &str) -> Option<NaiveDate> {
        self.one_of(field, "fault-day", clock::read_day)
    }

    /// A time written `13.05`.
    pub fn time(&mut self, field: &str) -> Option<NaiveTime> {
        self.one_of(field, "fault-time", clock::read_time)
    }

    /// A whole number within the range.
    pub fn number(&mut self, field: &str, range: std::ops::RangeInclusive<i64>) -> Option<i64> {
        let found = self.words.get(field).parse().ok().filter(|number| range.contains(number));
        if found.is_none() {
            let text =
                self.lang.t_with("fault-number", [("from", (*range.start()).into()), ("to", (*range.end()).into())]);
            self.faults.push(Fault { name: field.to_owned(), text });
        }
        found
    }

    /// The value when nothing is wrong, else the form to be shown again with every fault.
    ///
    /// # Errors
    /// The sheet with the words kept.
    pub fn done<T>(self, value: Option<T>) -> Result<T, Box<Sheet>> {
        match value {
            Some(value) if self.faults.is_empty() => Ok(value),
            _ => Err(Box::new(Sheet { words: self.words.clone(), faults: self.faults })),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_fault_is_told_at_once_and_the_words_are_kept() {
        let words = Words::of(vec![("day".into(), "31.2.2026".into()), ("reason".into(), " ".into())]);
        let mut check = Check::new(Lang::Fi, &words);
        let day = check.day("day");
        check.text("reason", "fault-missing");
        let sheet = check.done(day).unwrap_err();
        assert_eq!(sheet.faults.len(), 2);
        assert_eq!(sheet.value("day"), "31.2.2026");
        assert_ne!(sheet.error("reason"), "");
    }

    #[test]
    fn null_characters_and_line_ends_are_put_right() {
        let words = Words::of(vec![("memo".into(), "a\0b\r\nc".into())]);
        assert_eq!(Check::new(Lang::Fi, &words).optional("memo"), "ab\nc");
    }
}
