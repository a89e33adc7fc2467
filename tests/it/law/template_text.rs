//! A small reader of askama templates: which expressions they hold, and what words they show by themselves.

use super::{blanked, line_of, rust_text::RustText};

/// The attributes that a person reads or hears.
const SPOKEN_ATTRIBUTES: [&str; 9] = [
    "alt",
    "title",
    "placeholder",
    "aria-label",
    "aria-description",
    "aria-placeholder",
    "aria-roledescription",
    "aria-valuetext",
    "label",
];

/// The template with everything but its expressions and statements as spaces: as long, byte for byte.
pub fn expressions(template: &str) -> String {
    let mut kept = blanked(template);
    for (from, to, mark) in segments(template) {
        if mark != '#' {
            kept.replace_range(from + 2..to, &template[from + 2..to]);
            // The sign that trims white space (`{{-`, `-%}`) is no operator.
            for at in [from + 2, to - 1] {
                if kept.as_bytes().get(at).is_some_and(|byte| matches!(byte, b'-' | b'~' | b'+')) {
                    kept.replace_range(at..=at, " ");
                }
            }
        }
    }
    kept
}

/// Words that stand in the template itself: the line and the word. Blocks that a layout holds inside a tag (a class)
/// are no words.
pub fn own_words(template: &str, in_tags: &[String]) -> Vec<(usize, String)> {
    let mut page = without_segments(template);
    for (_, from, to) in blocks(template).into_iter().filter(|(name, ..)| in_tags.contains(name)) {
        page.replace_range(from..to, &blanked(&template[from..to]));
    }
    let mut words = Vec::new();
    let mut at = 0;
    while at < page.len() {
        let end = page[at..].find('<').map_or(page.len(), |length| at + length);
        loose_text(&page, at, end, &mut words);
        at = tag(&page, end, &mut words);
    }
    words.extend(spoken_literals(template));
    words.sort();
    words.dedup();
    words
}

/// The blocks that a template holds inside a tag: `<main class="page{% block width %}{% endblock %}">`.
pub fn blocks_in_tags(template: &str) -> Vec<String> {
    let page = without_segments(template);
    let inside = |at: usize| page[..at].rfind('<') > page[..at].rfind('>');
    blocks(template).into_iter().filter(|(_, from, _)| inside(*from)).map(|(name, ..)| name).collect()
}

/// Every block: its name and the span of what stands in it.
fn blocks(template: &str) -> Vec<(String, usize, usize)> {
    let mut found: Vec<(String, usize, usize)> = Vec::new();
    let mut open = Vec::new();
    for (from, to, _) in segments(template) {
        let said = template[from + 2..to].trim_matches(|c: char| c.is_whitespace() || matches!(c, '-' | '~' | '+'));
        if let Some(name) = said.strip_prefix("block ") {
            open.push(found.len());
            found.push((name.trim().to_string(), (to + 2).min(template.len()), template.len()));
        } else if said.starts_with("endblock")
            && let Some(last) = open.pop()
        {
            found[last].2 = from;
        }
    }
    found
}

/// Words of a plain text template (a mail): there are no tags.
pub fn own_words_of_plain(template: &str) -> Vec<(usize, String)> {
    let page = without_segments(template);
    let mut words = Vec::new();
    gather_words(&page, 0, page.len(), &mut words);
    words.extend(spoken_literals(template));
    words
}

/// Other templates that this one is made of: the line and the path.
pub fn other_templates(template: &str) -> Vec<(usize, String)> {
    let read = RustText::read(&expressions(template));
    let named = read.literals.iter().filter(|literal| {
        let before = read.code[..literal.at].trim_end();
        ["extends", "include", "import"].iter().any(|word| before.ends_with(word))
    });
    named.map(|literal| (literal.line, literal.text.clone())).collect()
}

/// `{{ … }}`, `{% … %}` and `{# … #}`: where they begin, where their end mark begins, which of the three.
fn segments(template: &str) -> Vec<(usize, usize, char)> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(open) = template[at..].find('{').map(|length| at + length) {
        let (mark, end) = match template[open + 1..].chars().next() {
            Some('{') => ('{', "}}"),
            Some('%') => ('%', "%}"),
            Some('#') => ('#', "#}"),
            _ => {
                at = open + 1;
                continue;
            }
        };
        let close = template[open + 2..].find(end).map_or(template.len(), |length| open + 2 + length);
        found.push((open, close, mark));
        at = (close + 2).min(template.len());
    }
    found
}

fn without_segments(template: &str) -> String {
    let mut page = template.to_string();
    for (from, to, _) in segments(template) {
        let to = (to + 2).min(template.len());
        page.replace_range(from..to, &blanked(&template[from..to]));
    }
    page
}

/// Text between tags. A macro may hold a bare attribute (` aria-describedby="…"`): it is read as one.
fn loose_text(page: &str, from: usize, to: usize, words: &mut Vec<(usize, String)>) {
    let mut text = page[..to].to_string();
    for (name, start, end) in attributes(&page[from..to]) {
        let (start, end) = (from + start, from + end);
        let named = page[..start].rfind(name).unwrap_or(start);
        if SPOKEN_ATTRIBUTES.contains(&name) {
            gather_words(page, start, end, words);
        }
        text.replace_range(named..end, &blanked(&page[named..end]));
    }
    gather_words(&text, from, to, words);
}

fn gather_words(page: &str, from: usize, to: usize, words: &mut Vec<(usize, String)>) {
    let text = without_entities(&page[from..to]);
    let mut at = 0;
    for word in text.split(|c: char| !(c.is_alphabetic() || c == '\u{ad}')) {
        if word.chars().any(char::is_alphabetic) {
            let place = at + text[at..].find(word).unwrap();
            words.push((line_of(page, from + place), word.to_string()));
            at = place + word.len();
        }
    }
}

/// `&nbsp;` and its like are signs, no words.
fn without_entities(text: &str) -> String {
    let mut kept = text.to_string();
    for (at, _) in text.match_indices('&') {
        let length = text[at + 1..].find(|c: char| !c.is_ascii_alphanumeric() && c != '#').unwrap_or(0);
        if text[at + 1 + length..].starts_with(';') {
            kept.replace_range(at..at + length + 2, &" ".repeat(length + 2));
        }
    }
    kept
}

/// Reads the tag or comment that begins at `at`, with the insides of a script or style; gives where it ends.
fn tag(page: &str, at: usize, words: &mut Vec<(usize, String)>) -> usize {
    let rest = &page[at..];
    let after = |mark: &str| rest.find(mark).map_or(page.len(), |length| at + length + mark.len());
    if rest.is_empty() {
        return page.len();
    }
    if rest.starts_with("<!--") {
        return after("-->");
    }
    let end = tag_end(page, at);
    let inside = &page[at..end];
    let name = inside[1..].split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default().to_lowercase();
    for (from, to) in spoken_values(&name, inside) {
        gather_words(page, at + from, at + to, words);
    }
    match name.as_str() {
        "script" => after("</script>"),
        "style" => after("</style>"),
        _ => end,
    }
}

fn tag_end(page: &str, at: usize) -> usize {
    let mut quote = None;
    for (place, byte) in page.bytes().enumerate().skip(at) {
        match (quote, byte) {
            (None, b'"' | b'\'') => quote = Some(byte),
            (None, b'>') => return place + 1,
            (Some(open), byte) if open == byte => quote = None,
            _ => {}
        }
    }
    page.len()
}

/// The spans of the attribute values that are shown or read aloud.
fn spoken_values(tag: &str, inside: &str) -> Vec<(usize, usize)> {
    let attributes = attributes(inside);
    let valued =
        |name: &str, value: &str| attributes.iter().any(|(n, from, to)| *n == name && &inside[*from..*to] == value);
    let is_button = tag == "input" && ["submit", "button", "reset"].iter().any(|kind| valued("type", kind));
    let is_description = tag == "meta" && valued("name", "description");
    let spoken = |name: &str| match name {
        "value" => is_button,
        "content" => is_description,
        name => SPOKEN_ATTRIBUTES.contains(&name),
    };
    attributes.iter().filter(|(name, ..)| spoken(name)).map(|(_, from, to)| (*from, *to)).collect()
}

/// Quoted attributes: name and the span of the value.
fn attributes(inside: &str) -> Vec<(&str, usize, usize)> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(equals) = inside[at..].find('=').map(|length| at + length) {
        let before = inside[..equals].trim_end();
        let name = before.rsplit(|c: char| !(c.is_ascii_alphanumeric() || c == '-')).next().unwrap_or_default();
        let value = equals + 1 + (inside[equals + 1..].len() - inside[equals + 1..].trim_start().len());
        let quote = inside[value..].chars().next().filter(|c| matches!(c, '"' | '\''));
        at = equals + 1;
        if let Some(quote) = quote {
            let to = inside[value + 1..].find(quote).map_or(inside.len(), |length| value + 1 + length);
            found.push((name, value + 1, to));
            at = (to + 1).min(inside.len());
        }
    }
    found
}

/// Literals in expressions that are words for a person: a capital and then a small letter, or a letter outside ASCII.
fn spoken_literals(template: &str) -> Vec<(usize, String)> {
    let read = RustText::read(&expressions(template));
    let spoken = |text: &str| {
        let mut letters = text.chars();
        let capital = letters.next().is_some_and(char::is_uppercase) && letters.next().is_some_and(char::is_lowercase);
        capital || text.chars().any(|c| !c.is_ascii() && c.is_alphabetic())
    };
    read.literals
        .into_iter()
        .filter(|literal| spoken(&literal.text))
        .map(|literal| (literal.line, literal.text))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(template: &str) -> Vec<String> {
        own_words(template, &[]).into_iter().map(|(_, word)| word).collect()
    }

    #[test]
    fn words_between_tags_are_found() {
        assert_eq!(own_words("<p>\n{{ ui.t(\"a\") }} käyntiä</p>", &[]), [(2, "käyntiä".to_string())]);
        assert_eq!(found("<title>{{ title }} – Urasilta</title>"), ["Urasilta"]);
    }

    #[test]
    fn words_in_spoken_attributes_are_found() {
        assert_eq!(found(r#"<img alt="Silta" src="bridge.svg" class="wide">"#), ["Silta"]);
        assert_eq!(found(r#"<input type="submit" value="Send">"#), ["Send"]);
        assert_eq!(found(r#"<nav aria-label="{{ ui.t("menu") }}"><a title='Back' href="/a">"#), ["Back"]);
        assert_eq!(found(r#"<meta name="description" content="Career">"#), ["Career"]);
    }

    #[test]
    fn a_bare_attribute_of_a_macro_is_read_as_one() {
        assert_eq!(found("{% macro a(n) %} aria-describedby=\"h-{{ n }}\"{% endmacro %}"), Vec::<String>::new());
        assert_eq!(found("{% macro a(n) %} aria-label=\"Sulje\" and{% endmacro %}"), ["Sulje", "and"]);
    }

    #[test]
    fn a_block_inside_a_tag_has_no_words() {
        let layout = "{% block title %}{% endblock %}<main class=\"page{% block width %}{% endblock %}\">{% block main %}{% endblock %}";
        assert_eq!(blocks_in_tags(layout), ["width"]);
        let page = "{% block width %} narrow{% endblock %}{%- block main -%}<p>Hei</p>{%- endblock -%}";
        assert_eq!(own_words(page, &blocks_in_tags(layout)), [(1, "Hei".to_string())]);
    }

    #[test]
    fn words_given_to_a_macro_are_found() {
        assert_eq!(found(r#"{% call ui::button("Lähetä hakemus") %}{% endcall %}"#), ["Lähetä hakemus"]);
        assert_eq!(found(r#"{% call ui::button("Send it") %}{% endcall %}"#), ["Send it"]);
    }

    #[test]
    fn a_template_with_catalogue_texts_alone_is_clean() {
        let clean = r#"{% extends "web/layout.html" %}{# Words for us #}<!-- and here -->
            <input type="hidden" value="abc"><p class="lead {% if a > b %}on{% endif %}">{{ ui.t("lead") }}&nbsp;·&#160;12 %</p>
            <script src="/a.js">let x;</script>"#;
        assert_eq!(found(clean), Vec::<String>::new());
    }

    #[test]
    fn words_of_a_mail_are_found() {
        assert_eq!(own_words_of_plain("{{ hello }}\n<Hei>"), [(2, "Hei".to_string())]);
    }

    #[test]
    fn other_templates_are_found() {
        let template =
            "{% extends \"web/layout.html\" %}\n{%- import \"web/ui/form.html\" as form -%}{{ t(\"a.html\") }}";
        let paths: Vec<_> = other_templates(template);
        assert_eq!(paths, [(1, "web/layout.html".into()), (2, "web/ui/form.html".into())]);
    }
}
