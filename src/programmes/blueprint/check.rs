//! Checking a blueprint: every finding points at line and key and says in plain words what to mend.
use super::{
    Blueprint,
    places::{Places, line_at},
    sound, typing,
};
use crate::text::Lang;

/// What is wrong, as a key of the catalogue with its values: said in the language of whoever reads it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    key: String,
    values: Vec<(String, String)>,
}

/// A key with its values.
pub fn said<const N: usize>(key: &str, values: [(&str, String); N]) -> Said {
    Said { key: key.to_owned(), values: values.map(|(name, value)| (name.to_owned(), value)).into() }
}

impl From<&str> for Said {
    fn from(key: &str) -> Said {
        said(key, [])
    }
}

/// Parts what is carried; stands in no file that a person writes.
const PART: char = '\u{1f}';

impl Said {
    /// The words in a language.
    pub fn say(&self, lang: Lang) -> String {
        let values = |name: &str| self.values.iter().find(|(own, _)| own == name).map(|(_, value)| value.clone());
        let known = ["key", "known", "value", "op", "title", "n", "line"];
        let values = known.into_iter().filter_map(|name| Some((name, values(name)?.into())));
        lang.t_with(&self.key, values)
    }

    /// As a word that passes through the reader of TOML, which knows no other.
    pub fn carried(&self) -> String {
        let values = self
            .values
            .iter()
            .flat_map(|(name, value)| [PART.to_string(), name.clone(), PART.to_string(), value.clone()]);
        std::iter::once(self.key.clone()).chain(values).collect()
    }

    fn uncarried(words: &str) -> Option<Said> {
        let mut parts =
            words.strip_prefix("programmes-finding-").map(|_| words.trim_end().split(PART).map(str::to_owned))?;
        let key = parts.next()?;
        let rest: Vec<String> = parts.collect();
        let pair = |pair: &[String]| Some((pair.first()?.clone(), pair.get(1)?.clone()));
        Some(Said { key, values: rest.chunks(2).filter_map(pair).collect() })
    }
}

/// What is wrong at one place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// From 1.
    pub line: usize,
    /// `steps[2].after`, counted from 1; empty when it is the whole file.
    pub key: String,
    pub said: Said,
}

impl Finding {
    /// The line, the key and what to mend, in a language.
    pub fn say(&self, lang: Lang) -> String {
        let line = said("programmes-finding-line", [("line", self.line.to_string())]).say(lang);
        match self.key.as_str() {
            "" => format!("{line}: {}", self.said.say(lang)),
            key => format!("{line}, {key}: {}", self.said.say(lang)),
        }
    }
}

/// In English: for logs and errors.
impl std::fmt::Display for Finding {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.say(Lang::En))
    }
}

/// What has been found so far.
pub struct Found {
    places: Places,
    findings: Vec<Finding>,
}

impl Found {
    pub fn add(&mut self, key: impl Into<String>, said: impl Into<Said>) {
        let key = key.into();
        self.findings.push(Finding { line: self.places.line(&key), key, said: said.into() });
    }

    /// Adds a finding unless it holds.
    pub fn must(&mut self, holds: bool, key: impl Into<String>, what: &str) {
        if !holds {
            self.add(key, what);
        }
    }
}

/// Everything that is wrong with a blueprint; nothing when it can be published.
pub fn check(text: &str) -> Vec<Finding> {
    load(text).err().unwrap_or_default()
}

/// Reads a blueprint that can be published.
///
/// # Errors
/// Every finding, in the order of their lines.
pub fn load(text: &str) -> Result<Blueprint, Vec<Finding>> {
    let (places, texts) = Places::read(text).map_err(|(line, message)| {
        vec![Finding { line, key: String::new(), said: said("programmes-finding-toml", [("value", message)]) }]
    })?;
    let mut found = Found { places, findings: Vec::new() };
    for text in texts {
        found.must(text.fi, text.path.clone(), "programmes-finding-fi");
        found.must(text.sv, text.path, "programmes-finding-sv");
    }
    match toml::from_str::<Blueprint>(text) {
        Ok(blueprint) => {
            sound::look(&blueprint, &mut found);
            typing::look(&blueprint, &mut found);
            found.done(blueprint)
        }
        Err(error) => {
            let line = line_at(text, error.span().as_ref());
            let finding = Finding { line, key: found.places.key_at(line), said: plain(error.message()) };
            // A missing Finnish text has been told already, with its own key.
            if !(error.message() == "missing field `fi`"
                && found.findings.iter().any(|it| it.said.key == "programmes-finding-fi"))
            {
                found.findings.push(finding);
            }
            found.findings.sort_by_key(|finding| finding.line);
            Err(found.findings)
        }
    }
}

impl Found {
    fn done(mut self, blueprint: Blueprint) -> Result<Blueprint, Vec<Finding>> {
        self.findings.sort_by_key(|finding| finding.line);
        if self.findings.is_empty() { Ok(blueprint) } else { Err(self.findings) }
    }
}

/// What the reader of TOML says, in plain words.
fn plain(message: &str) -> Said {
    let message = message.trim();
    let quoted = |rest: &str| rest.split('`').nth(1).unwrap_or_default().to_owned();
    let known = |rest: &str| listed(rest.split_once("expected ").map_or("", |(_, known)| known)).to_owned();
    if let Some(carried) = Said::uncarried(message) {
        return carried;
    }
    if let Some(rest) = message.strip_prefix("unknown field") {
        return said("programmes-finding-unknown-key", [("key", quoted(rest)), ("known", known(rest))]);
    }
    if let Some(rest) = message.strip_prefix("missing field") {
        return said("programmes-finding-missing", [("key", quoted(rest))]);
    }
    if let Some(rest) = message.strip_prefix("unknown variant") {
        return said("programmes-finding-unknown-value", [("value", quoted(rest)), ("known", known(rest))]);
    }
    if let Some(rest) = message.strip_prefix("invalid type:") {
        return said("programmes-finding-kind", [("value", rest.trim().to_owned())]);
    }
    said("programmes-finding-other", [("value", message.to_owned())])
}

fn listed(known: &str) -> &str {
    known.strip_prefix("one of ").unwrap_or(known)
}
