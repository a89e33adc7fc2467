//! The operator's commands on blueprint files.
use std::{
    fs,
    io::{self, Write},
    path::Path,
};

use super::blueprint;
use crate::text::Lang;

/// Checks each file and tells every finding as `FILE:LINE: KEY: what to mend`. True when all can be published.
pub fn check(paths: &[impl AsRef<Path>], lang: Lang, out: &mut impl Write) -> io::Result<bool> {
    let mut whole = true;
    for path in paths {
        let path = path.as_ref();
        let text = fs::read_to_string(path)
            .map_err(|error| io::Error::new(error.kind(), format!("{}: {error}", path.display())))?;
        match blueprint::load(&text) {
            Ok(blueprint) => {
                let hash = blueprint::version_of(&blueprint::sha256(&blueprint::canonical(&blueprint)));
                writeln!(
                    out,
                    "{}: {} version {} can be published ({hash})",
                    path.display(),
                    blueprint.id,
                    blueprint.version
                )?;
            }
            Err(findings) => {
                whole = false;
                for finding in findings {
                    let key = if finding.key.is_empty() { String::new() } else { format!("{}: ", finding.key) };
                    writeln!(out, "{}:{}: {key}{}", path.display(), finding.line, finding.said.say(lang))?;
                }
            }
        }
    }
    Ok(whole)
}

/// Writes the JSON Schema of blueprints.
pub fn schema(out: &mut impl Write) -> io::Result<()> {
    writeln!(out, "{}", blueprint::schema())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_whole_file_passes_and_a_faulty_one_is_told_by_its_line() {
        let whole = concat!(env!("CARGO_MANIFEST_DIR"), "/blueprints/keusote-coaching-pilot/blueprint.toml");
        let faulty = std::env::temp_dir().join(format!("urasilta-{}.toml", crate::ident::random()));
        fs::write(&faulty, "id = \"a\"\nversion = \"one\"\n").unwrap();
        let mut out = Vec::new();
        assert!(check(&[Path::new(whole)], Lang::En, &mut out).unwrap());
        assert!(!check(&[faulty.as_path()], Lang::En, &mut out).unwrap());
        fs::remove_file(&faulty).unwrap();
        let said = String::from_utf8(out).unwrap();
        assert!(said.contains("keusote-coaching-pilot version 1 can be published"), "{said}");
        assert!(said.contains(".toml:2: version: the value is of the wrong kind"), "{said}");
        let mut out = Vec::new();
        schema(&mut out).unwrap();
        assert!(serde_json::from_slice::<serde_json::Value>(&out).unwrap()["properties"]["steps"].is_object());
    }
}
