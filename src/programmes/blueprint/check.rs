//! Checking a blueprint: every finding points at line and key and says in plain words what to mend.
use super::Blueprint;

/// What is wrong at one place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// From 1.
    pub line: usize,
    /// `steps[2].after`; empty when it is the whole file.
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

/// Everything that is wrong with a blueprint; nothing when it can be published.
pub fn check(text: &str) -> Vec<Finding> {
    load(text).err().unwrap_or_default()
}

/// Reads a blueprint that can be published.
///
/// # Errors
/// Every finding, in the order of their lines.
pub fn load(text: &str) -> Result<Blueprint, Vec<Finding>> {
    let blueprint: Blueprint = toml::from_str(text).map_err(|error| {
        let at = error.span().map_or(0, |span| span.start);
        let line = text.get(..at).unwrap_or(text).matches('\n').count() + 1;
        vec![Finding { line, key: String::new(), message: error.message().to_owned() }]
    })?;
    Ok(blueprint)
}
