//! Checking a blueprint: every finding points at line and key and says in plain words what to mend.
use super::{
    Blueprint,
    places::{Places, line_at},
    sound, typing,
};

/// What is wrong at one place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// From 1.
    pub line: usize,
    /// `steps[2].after`, counted from 1; empty when it is the whole file.
    pub key: String,
    pub message: String,
}

impl std::fmt::Display for Finding {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.key.as_str() {
            "" => write!(f, "line {}: {}", self.line, self.message),
            key => write!(f, "line {}, {key}: {}", self.line, self.message),
        }
    }
}

/// What has been found so far.
pub struct Found {
    places: Places,
    findings: Vec<Finding>,
}

impl Found {
    pub fn add(&mut self, key: impl Into<String>, message: impl Into<String>) {
        let key = key.into();
        self.findings.push(Finding { line: self.places.line(&key), key, message: message.into() });
    }

    /// Adds a finding unless it holds.
    pub fn must(&mut self, holds: bool, key: impl Into<String>, message: &str) {
        if !holds {
            self.add(key, message);
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
        let message = format!("this is not TOML: {message}");
        vec![Finding { line, key: String::new(), message }]
    })?;
    let mut found = Found { places, findings: Vec::new() };
    for said in texts {
        found.must(said.fi, said.path.clone(), "the Finnish text is missing; write `fi`");
        found.must(said.sv, said.path, "the Swedish text is missing; write `sv`");
    }
    match toml::from_str::<Blueprint>(text) {
        Ok(blueprint) => {
            sound::look(&blueprint, &mut found);
            typing::look(&blueprint, &mut found);
            found.done(blueprint)
        }
        Err(error) => {
            let line = line_at(text, error.span().as_ref());
            let finding = Finding { line, key: found.places.key_at(line), message: plain(error.message()) };
            // A missing Finnish text has been told already, with its own key.
            if !(error.message() == "missing field `fi`" && found.findings.iter().any(|it| it.message.contains("`fi`")))
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
fn plain(message: &str) -> String {
    let message = message.trim();
    let quoted = |rest: &str| rest.split('`').nth(1).unwrap_or_default().to_owned();
    if let Some(rest) = message.strip_prefix("unknown field") {
        let known = rest.split_once("expected ").map_or("nothing", |(_, known)| known);
        return format!("the key `{}` is not known here; known are {}", quoted(rest), listed(known));
    }
    if let Some(rest) = message.strip_prefix("missing field") {
        return format!("`{}` is missing", quoted(rest));
    }
    if let Some(rest) = message.strip_prefix("unknown variant") {
        let known = rest.split_once("expected ").map_or("", |(_, known)| known);
        return format!("`{}` is not known; say {}", quoted(rest), listed(known));
    }
    if let Some(rest) = message.strip_prefix("invalid type:") {
        return format!("the value is of the wrong kind:{rest}");
    }
    message.to_owned()
}

fn listed(known: &str) -> &str {
    known.strip_prefix("one of ").unwrap_or(known)
}
