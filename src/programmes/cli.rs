//! The operator's commands on blueprint files.
use std::{
    fs,
    io::{self, Write},
    path::{Path, PathBuf},
};

use super::blueprint;
use crate::text::Lang;

/// Checks each file, and each file of a folder, and tells every finding as `FILE:LINE: KEY: what to mend`. True when all
/// can be published.
pub fn check(paths: &[impl AsRef<Path>], lang: Lang, out: &mut impl Write) -> io::Result<bool> {
    let mut whole = true;
    for path in files(paths)? {
        let text = fs::read_to_string(&path)
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

/// The files; of a folder the TOML files in it, that is the versions of a service, by name.
fn files(paths: &[impl AsRef<Path>]) -> io::Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for path in paths.iter().map(AsRef::as_ref) {
        if !path.is_dir() {
            files.push(path.to_owned());
            continue;
        }
        let inside = fs::read_dir(path)?.map(|entry| Ok(entry?.path())).collect::<io::Result<Vec<PathBuf>>>()?;
        let mut inside: Vec<_> =
            inside.into_iter().filter(|file| file.extension().is_some_and(|it| it == "toml")).collect();
        inside.sort();
        files.extend(inside);
    }
    Ok(files)
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
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/blueprints/palkeet-renewal-of-work");
        assert!(check(&[Path::new(folder)], Lang::En, &mut out).unwrap());
        let said = String::from_utf8(out).unwrap();
        let versions: Vec<_> = said.lines().filter_map(|line| line.split("of-work version ").nth(1)).collect();
        assert!(versions.len() == 2 && versions[0].starts_with("1 can") && versions[1].starts_with("2 can"), "{said}");
        let mut out = Vec::new();
        schema(&mut out).unwrap();
        assert!(serde_json::from_slice::<serde_json::Value>(&out).unwrap()["properties"]["steps"].is_object());
    }
}
