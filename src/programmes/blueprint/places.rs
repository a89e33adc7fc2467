//! Where each key of a file stands, so that a finding can point at its line.
use std::{collections::BTreeMap, ops::Range};

use toml::de::{DeTable, DeValue};

/// Lines by key path: `steps[2].after`, counted from 1.
#[derive(Debug, Default)]
pub struct Places(BTreeMap<String, usize>);

/// A text in the file: its path and which languages have words.
pub struct SaidText {
    pub path: String,
    pub fi: bool,
    pub sv: bool,
}

impl Places {
    /// Reads the places and the texts of a file.
    ///
    /// # Errors
    /// What is wrong with the file as TOML, with its line.
    pub fn read(text: &str) -> Result<(Places, Vec<SaidText>), (usize, String)> {
        let table =
            DeTable::parse(text).map_err(|error| (line_at(text, error.span().as_ref()), error.message().to_owned()))?;
        let mut places = Places::default();
        let mut texts = Vec::new();
        places.table(text, ("", table.get_ref()), &mut texts);
        Ok((places, texts))
    }

    /// The line of a key, of the nearest one around it when it is not there.
    pub fn line(&self, path: &str) -> usize {
        let mut path = path;
        loop {
            if let Some(line) = self.0.get(path) {
                return *line;
            }
            match path.rfind(['.', '[']) {
                Some(end) => path = &path[..end],
                None => return 1,
            }
        }
    }

    /// The deepest key that begins on a line.
    pub fn key_at(&self, line: usize) -> String {
        let here = self.0.iter().filter(|(_, at)| **at == line).map(|(path, _)| path);
        here.max_by_key(|path| path.len()).cloned().unwrap_or_default()
    }

    fn table(&mut self, text: &str, (path, table): (&str, &DeTable), texts: &mut Vec<SaidText>) {
        let says = |lang: &str| {
            let value = table.get(lang).map(toml::Spanned::get_ref);
            matches!(value, Some(DeValue::String(words)) if !words.trim().is_empty())
        };
        if ["fi", "sv", "en"].iter().any(|lang| table.get(*lang).is_some()) {
            texts.push(SaidText { path: path.to_owned(), fi: says("fi"), sv: says("sv") });
        }
        for (key, value) in table {
            let here = if path.is_empty() { key.get_ref().to_string() } else { format!("{path}.{}", key.get_ref()) };
            self.0.entry(here.clone()).or_insert_with(|| line_at(text, Some(&key.span())));
            self.value(text, (&here, value.get_ref()), texts);
        }
    }

    fn value(&mut self, text: &str, (path, value): (&str, &DeValue), texts: &mut Vec<SaidText>) {
        match value {
            DeValue::Table(table) => self.table(text, (path, table), texts),
            DeValue::Array(array) => {
                for (at, one) in array.iter().enumerate() {
                    let here = format!("{path}[{}]", at + 1);
                    self.0.insert(here.clone(), line_at(text, Some(&one.span())));
                    self.value(text, (&here, one.get_ref()), texts);
                }
            }
            _ => {}
        }
    }
}

/// The line on which a span begins, from 1.
pub fn line_at(text: &str, span: Option<&Range<usize>>) -> usize {
    let at = span.map_or(0, |span| span.start.min(text.len()));
    text.get(..at).unwrap_or(text).matches('\n').count() + 1
}
