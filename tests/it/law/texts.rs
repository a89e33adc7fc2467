//! Words for people stand in the catalogue: `texts/{fi,sv,en}/*.ftl`. Every key that is said is there in three languages
//! with the same variables, none is there for nothing, and no template has words of its own.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    Exception, Source, assert_kept, exceptions,
    rust_text::{Call, Literal, RustText, closing},
    sources, template_text, unreasoned,
};

const LANGUAGES: [&str; 3] = ["fi", "sv", "en"];
const DYNAMIC_KEYS: &str = "tests/it/law/dynamic_keys.txt";
const ALLOWED_WORDS: &str = "tests/it/law/allowed_words.txt";

/// A message of one language.
#[derive(Debug, Default)]
struct Message {
    place: String,
    variables: BTreeSet<String>,
    /// Other messages that it is made of.
    made_of: BTreeSet<String>,
}

type Catalogue = BTreeMap<String, Message>;

/// The messages of each language and the faults met while reading.
fn catalogues(files: &[Source]) -> (BTreeMap<&'static str, Catalogue>, Vec<String>) {
    let mut all: BTreeMap<&'static str, Catalogue> = LANGUAGES.map(|language| (language, Catalogue::new())).into();
    let mut faults = Vec::new();
    for file in files {
        let Some(language) = LANGUAGES.into_iter().find(|l| file.path.starts_with(&format!("texts/{l}/"))) else {
            faults.push(format!("{}: texts stand in texts/fi, texts/sv and texts/en", file.path));
            continue;
        };
        for (key, message) in messages(file) {
            if !is_key(&key) {
                faults.push(format!("{}: `{key}` is no key; small letters, digits and hyphens", message.place));
            }
            let place = message.place.clone();
            if let Some(first) = all.get_mut(language).unwrap().insert(key.clone(), message) {
                faults.push(format!("{place}: `{key}` was already said at {}; take one out", first.place));
            }
        }
    }
    (all, faults)
}

/// The messages of a Fluent file. Terms (`-name`) are a language's own affair.
fn messages(file: &Source) -> Vec<(String, Message)> {
    let mut found: Vec<(String, Message)> = Vec::new();
    let mut body = String::new();
    let mut in_message = false;
    let close = |found: &mut Vec<(String, Message)>, body: &mut String| {
        if let Some((_, message)) = found.last_mut() {
            let (variables, made_of) = placeables(body);
            message.variables.extend(variables);
            message.made_of.extend(made_of);
        }
        body.clear();
    };
    for (number, line) in file.text.lines().enumerate() {
        if line.starts_with('#') {
            continue;
        }
        if line.starts_with(|c: char| c.is_alphanumeric() || c == '-') {
            close(&mut found, &mut body);
            let (key, value) = line.split_once('=').unwrap_or((line, ""));
            in_message = !key.starts_with('-');
            if in_message {
                let place = format!("{}:{}", file.path, number + 1);
                found.push((key.trim().into(), Message { place, ..Message::default() }));
                body.push_str(value);
            }
        } else if in_message {
            body.push('\n');
            body.push_str(line);
        }
    }
    close(&mut found, &mut body);
    found
}

/// The variables and the other messages inside the braces of a text.
fn placeables(body: &str) -> (BTreeSet<String>, BTreeSet<String>) {
    let (mut variables, mut made_of) = (BTreeSet::new(), BTreeSet::new());
    for (open, _) in body.match_indices('{') {
        let inside = &body[open + 1..closing(body, open)];
        let first = inside.trim_start();
        let name = first.split(|c: char| !(c.is_ascii_alphanumeric() || c == '-')).next().unwrap_or_default();
        if is_key(name) && matches!(first[name.len()..].trim_start().chars().next(), None | Some('.')) {
            made_of.insert(name.to_string());
        }
        for (at, _) in inside.match_indices('$') {
            let name = inside[at + 1..].split(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '-' | '_'))).next();
            variables.extend(name.filter(|name| !name.is_empty()).map(str::to_string));
        }
    }
    (variables, made_of)
}

fn is_key(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_lowercase())
        && text.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
        && !text.ends_with('-')
}

/// What one language says and another does not, and variables that differ.
fn unequal(all: &BTreeMap<&str, Catalogue>) -> Vec<String> {
    let keys: BTreeSet<&String> = all.values().flat_map(Catalogue::keys).collect();
    let mut faults = Vec::new();
    for key in keys {
        let said: Vec<(&str, &Message)> =
            all.iter().filter_map(|(l, messages)| Some((*l, messages.get(key)?))).collect();
        let (model_language, model) = said.iter().find(|(language, _)| *language == "fi").unwrap_or(&said[0]);
        for language in LANGUAGES {
            let Some((_, message)) = said.iter().find(|(l, _)| *l == language) else {
                faults.push(format!("{}: `{key}` is missing in texts/{language}", model.place));
                continue;
            };
            if message.variables != model.variables {
                let (own, other) = (list(&message.variables), list(&model.variables));
                faults.push(format!(
                    "{}: `{key}` has {own} and {model_language} has {other}; say the same",
                    message.place
                ));
            }
        }
    }
    faults
}

fn list(names: &BTreeSet<String>) -> String {
    if names.is_empty() {
        return "no variables".into();
    }
    names.iter().map(|name| format!("${name}")).collect::<Vec<_>>().join(", ")
}

/// A place where a key is said.
struct Said {
    place: String,
    key: String,
}

/// The keys that calls ask for (`t("…")`, `t1`, `t2`, `tn`, `text::key("…")`, `Key("…")`, `Key::new("…")`).
fn asked_for(file: &Source) -> Vec<Said> {
    let read = rust_of(file);
    let mut found = Vec::new();
    for call in read.calls(&["t", "t1", "t2", "tn", "key", "Key", "new"]) {
        if asks_for_text(&read.code, &call) {
            for literal in first_said(&read, &call).into_iter().filter(|literal| is_key(&literal.text)) {
                found.push(Said { place: format!("{}:{}", file.path, literal.line), key: literal.text.clone() });
            }
        }
    }
    found
}

fn asks_for_text(code: &str, call: &Call) -> bool {
    let before = code[..call.at].trim_end();
    match call.name.as_str() {
        "key" => before.ends_with("text::"),
        "new" => before.ends_with("Key::"),
        _ => true,
    }
}

/// The literals of the first argument that has any, those in calls within it left out.
fn first_said<'a>(read: &'a RustText, call: &Call) -> Vec<&'a Literal> {
    let inside = &read.code[call.from..call.to];
    let (mut depth, mut found) = (0, Vec::new());
    for (at, c) in inside.char_indices() {
        match c {
            '(' => depth += 1,
            ')' => depth -= 1,
            ',' if depth == 0 && !found.is_empty() && !in_braces(&inside[..at]) => break,
            '"' if depth == 0 => found.extend(read.literals_in(call.from + at, call.from + at + 1)),
            _ => {}
        }
    }
    found
}

fn in_braces(code: &str) -> bool {
    code.matches('{').count() > code.matches('}').count()
}

/// What a file says as Rust, its own tests left out.
fn rust_of(file: &Source) -> RustText {
    if file.is("rs") {
        RustText::without_tests(&file.text)
    } else {
        RustText::read(&template_text::expressions(&file.text))
    }
}

fn unknown(said: &[Said], catalogue: &Catalogue) -> Vec<String> {
    let missing = said.iter().filter(|said| !catalogue.contains_key(&said.key));
    missing
        .map(|said| {
            format!("{}: `{}` is in no catalogue; write it in texts/fi, texts/sv and texts/en", said.place, said.key)
        })
        .collect()
}

/// Keys that no literal in the source says, no other message is made of and no dynamic prefix covers.
fn unused(files: &[Source], catalogue: &Catalogue, dynamic: &[Exception]) -> Vec<String> {
    let mut used: BTreeSet<String> = catalogue.values().flat_map(|message| message.made_of.clone()).collect();
    for file in files {
        used.extend(rust_of(file).literals.into_iter().map(|literal| literal.text));
    }
    let covered = |key: &str| dynamic.iter().any(|line| covers(line, key));
    let idle = catalogue.iter().filter(|(key, _)| !used.contains(*key) && !covered(key));
    let mut faults: Vec<_> = idle
        .map(|(key, message)| format!("{}: nobody says `{key}`; take it out of the three languages", message.place))
        .collect();
    for line in dynamic.iter().filter(|line| !catalogue.keys().any(|key| covers(line, key))) {
        faults.push(format!("{DYNAMIC_KEYS}: no key begins with `{}`; take the line out", line.what));
    }
    faults
}

/// A line `prefix-*` covers every key that begins with `prefix-`.
fn covers(line: &Exception, key: &str) -> bool {
    line.what.strip_suffix('*').map_or(line.what == key, |prefix| key.starts_with(prefix))
}

/// Words that stand in templates themselves.
fn words_outside(templates: &[Source], allowed: &[Exception]) -> Vec<String> {
    let in_tags: Vec<String> = templates.iter().flat_map(|file| template_text::blocks_in_tags(&file.text)).collect();
    let mut faults = Vec::new();
    for file in templates {
        let found = if file.is("txt") {
            template_text::own_words_of_plain(&file.text)
        } else {
            template_text::own_words(&file.text, &in_tags)
        };
        for (line, word) in found.into_iter().filter(|(_, word)| !allowed.iter().any(|a| a.what == *word)) {
            faults.push(format!(
                "{}:{line}: “{word}” stands outside the catalogue; say {{{{ ui.t(\"key\") }}}}",
                file.path
            ));
        }
    }
    faults
}

fn said_and_spoken() -> Vec<Source> {
    sources(&["src"], &["rs", "html", "txt", "svg"])
}

fn house_catalogues() -> (BTreeMap<&'static str, Catalogue>, Vec<String>) {
    catalogues(&sources(&["texts"], &["ftl"]))
}

#[test]
fn three_languages_say_the_same() {
    let (all, mut faults) = house_catalogues();
    faults.extend(unequal(&all));
    assert_kept("every text is there in Finnish, Swedish and English with the same variables", &faults);
}

#[test]
fn every_key_that_is_said_is_in_the_catalogue() {
    let said: Vec<Said> = said_and_spoken().iter().flat_map(asked_for).collect();
    assert_kept("a key that is said is in the catalogue", &unknown(&said, &house_catalogues().0["fi"]));
}

#[test]
fn no_text_is_there_for_nothing() {
    let dynamic = exceptions(include_str!("dynamic_keys.txt"));
    let mut faults = unused(&said_and_spoken(), &house_catalogues().0["fi"], &dynamic);
    faults.extend(unreasoned(DYNAMIC_KEYS, &dynamic));
    assert_kept("no text is in the catalogue for nothing (keys made of parts: tests/it/law/dynamic_keys.txt)", &faults);
}

#[test]
fn templates_have_no_words_of_their_own() {
    let allowed = exceptions(include_str!("allowed_words.txt"));
    let mut faults = words_outside(&sources(&["src"], &["html", "txt", "svg"]), &allowed);
    faults.extend(unreasoned(ALLOWED_WORDS, &allowed));
    assert_kept(
        "no words for people outside the catalogue (the house's name and languages: tests/it/law/allowed_words.txt)",
        &faults,
    );
}

#[cfg(test)]
mod tests {
    use super::*;

    fn three(fi: &str, sv: &str, en: &str) -> Vec<Source> {
        vec![Source::new("texts/fi/a.ftl", fi), Source::new("texts/sv/a.ftl", sv), Source::new("texts/en/a.ftl", en)]
    }

    fn catalogue(fi: &str) -> Catalogue {
        catalogues(&[Source::new("texts/fi/a.ftl", fi)]).0.remove("fi").unwrap()
    }

    fn keys(path: &str, text: &str) -> Vec<String> {
        asked_for(&Source::new(path, text)).into_iter().map(|said| said.key).collect()
    }

    #[test]
    fn fluent_is_read_with_variables_and_references() {
        let read = catalogue(
            "# a comment\n-house = Silta\nhello = Hei { $name }!\n    Täällä { -house }, { bye }.\n\
             visits = { $count ->\n    [one] { $count } käynti\n   *[other] { $count } käyntiä { $of }\n }\nbye = Hei hei\n    .title = { $who }\n",
        );
        assert_eq!(read.keys().collect::<Vec<_>>(), ["bye", "hello", "visits"]);
        assert_eq!(list(&read["hello"].variables), "$name");
        assert_eq!(list(&read["visits"].variables), "$count, $of");
        assert_eq!(list(&read["bye"].variables), "$who");
        assert!(read["hello"].made_of.contains("bye"));
        assert_eq!(read["visits"].place, "texts/fi/a.ftl:5");
    }

    #[test]
    fn a_missing_language_is_found() {
        let (all, faults) = catalogues(&three("a = A\nb = B\n", "a = A\n", "a = A\nb = B\n"));
        assert!(faults.is_empty());
        assert_eq!(unequal(&all), ["texts/fi/a.ftl:2: `b` is missing in texts/sv"]);
    }

    #[test]
    fn unequal_variables_are_found() {
        let (all, _) = catalogues(&three("a = { $n } käyntiä", "a = { $m } besök", "a = { $n } visits"));
        assert_eq!(unequal(&all), ["texts/sv/a.ftl:1: `a` has $m and fi has $n; say the same"]);
    }

    #[test]
    fn doubled_and_misspelt_keys_are_found() {
        let (_, faults) =
            catalogues(&[Source::new("texts/fi/a.ftl", "a = A\na = B\nBad_key = C\n"), Source::new("texts/x.ftl", "")]);
        assert_eq!(faults.len(), 3, "{faults:?}");
    }

    #[test]
    fn keys_are_read_from_calls() {
        assert_eq!(
            keys(
                "src/a.rs",
                "ui.t(\"one\"); t1(lang, \"two\", \"name\"); text::key(\"three\"); Key(\"four\"); Key::new(\"five\")"
            ),
            ["one", "two", "three", "four", "five"]
        );
        assert_eq!(keys("src/a.rs", "let x = t(if a { \"b-c\" } else { \"d\" });"), ["b-c", "d"]);
        assert_eq!(
            keys("src/a.rs", "key(\"no\"); get(\"no\"); t(\"Not a key\"); Vec::new(\"no\"); t(f(\"no\"), \"yes\")"),
            ["yes"]
        );
        assert_eq!(
            keys("src/a.html", "t(\"no\") {{ ui.t(\"one\")|safe }} {% if ui.tn(\"two\", n) %}{# t(\"no\") #}"),
            ["one", "two"]
        );
    }

    #[test]
    fn a_key_in_no_catalogue_is_found() {
        let said = asked_for(&Source::new("src/a.html", "{{ ui.t(\"a\") }}\n{{ ui.t(\"b\") }}"));
        let faults = unknown(&said, &catalogue("a = A"));
        assert_eq!(faults.len(), 1);
        assert!(faults[0].starts_with("src/a.html:2: `b`"));
    }

    #[test]
    fn an_unused_key_is_found() {
        let fi = "a = { d }\nb = B\nc-one = C\nd = D\ne = E\n";
        let files = [
            Source::new("src/a.rs", "const MENU: &[&str] = &[\"e\"]; // b"),
            Source::new("src/a.html", "{{ t(\"a\") }} b"),
        ];
        let faults = unused(&files, &catalogue(fi), &exceptions("c-*  codes of the state"));
        assert_eq!(faults, ["texts/fi/a.ftl:2: nobody says `b`; take it out of the three languages"]);
        assert_eq!(unused(&files, &catalogue("a = A"), &exceptions("c-*  codes of the state")).len(), 1);
    }

    #[test]
    fn words_in_a_template_are_found() {
        let templates =
            [Source::new("src/a.html", "<a>Suomi</a>\n<p>Hei</p>"), Source::new("src/a.txt", "Hei {{ name }}")];
        let faults = words_outside(&templates, &exceptions("Suomi  the name of a language in itself"));
        assert_eq!(faults.len(), 2);
        assert!(faults[0].starts_with("src/a.html:2: “Hei”"));
    }
}
