//! A small reader of Rust text: what is code, what is said in literals, which calls are made with what.
//! It knows comments (nested too), strings (raw, byte and C strings too), characters and lifetimes; nothing of types.

use super::{blanked, line_of};

/// A string literal, unescaped.
pub struct Literal {
    /// Where its first quote stands.
    pub at: usize,
    /// Counted from one.
    pub line: usize,
    pub text: String,
}

/// A Rust text taken apart.
pub struct RustText {
    /// As long as the text, byte for byte, with comments and the insides of literals as spaces.
    pub code: String,
    pub literals: Vec<Literal>,
}

impl RustText {
    pub fn read(text: &str) -> Self {
        let mut reader = Reader { text, code: text.as_bytes().to_vec(), literals: Vec::new(), at: 0 };
        while reader.at < text.len() {
            reader.step();
        }
        Self { code: String::from_utf8(reader.code).unwrap(), literals: reader.literals }
    }

    /// The same without what stands in `#[cfg(test)] mod … { … }`.
    pub fn without_tests(text: &str) -> Self {
        let mut read = Self::read(text);
        let mut from = 0;
        while let Some(at) = read.code[from..].find("#[cfg(test)]").map(|length| from + length) {
            from = at + "#[cfg(test)]".len();
            let item = read.code[from..].trim_start();
            let Some(open) = item.strip_prefix("mod ").and_then(|_| item.find(['{', ';'])) else { continue };
            let open = read.code.len() - item.len() + open;
            let end = closing(&read.code, open);
            read.literals.retain(|literal| literal.at < at || end <= literal.at);
            let blank = blanked(&read.code[at..end]);
            read.code.replace_range(at..end, &blank);
        }
        read
    }

    /// Every call of a function, method or macro with one of these names: the name and the span inside its parentheses.
    pub fn calls(&self, names: &[&str]) -> Vec<Call> {
        let mut found = Vec::new();
        for (at, word) in words(&self.code) {
            let bare = self.code[at + word.len()..].trim_start_matches('!');
            let open = self.code.len() - bare.trim_start().len();
            if names.contains(&word) && self.code[open..].starts_with('(') && !said_before(&self.code[..at], "fn") {
                found.push(Call { name: word.into(), at, from: open + 1, to: closing(&self.code, open) });
            }
        }
        found
    }

    /// The literals that stand in a span.
    pub fn literals_in(&self, from: usize, to: usize) -> impl Iterator<Item = &Literal> {
        self.literals.iter().filter(move |literal| from <= literal.at && literal.at < to)
    }
}

pub struct Call {
    pub name: String,
    pub at: usize,
    pub from: usize,
    pub to: usize,
}

/// Every word (identifier, keyword or number) and where it stands.
pub fn words(code: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    std::iter::from_fn(move || {
        at += code[at..].find(is_word)?;
        let from = at;
        at = code[at..].find(|c| !is_word(c)).map_or(code.len(), |length| from + length);
        Some((from, &code[from..at]))
    })
}

pub fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// The word that a text begins with, or nothing.
pub fn first_word(text: &str) -> &str {
    &text[..text.find(|c| !is_word(c)).unwrap_or(text.len())]
}

fn said_before(code: &str, word: &str) -> bool {
    code.trim_end().strip_suffix(word).is_some_and(|rest| !rest.ends_with(is_word))
}

/// Where the bracket that opens at `open` closes; the end of the text if it never does.
pub fn closing(code: &str, open: usize) -> usize {
    let mut depth = 0;
    for (at, byte) in code.bytes().enumerate().skip(open) {
        match byte {
            b'(' | b'[' | b'{' => depth += 1,
            b')' | b']' | b'}' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return at;
        }
    }
    code.len()
}

struct Reader<'a> {
    text: &'a str,
    code: Vec<u8>,
    literals: Vec<Literal>,
    at: usize,
}

impl Reader<'_> {
    fn rest(&self) -> &str {
        &self.text[self.at..]
    }

    fn step(&mut self) {
        let rest = self.rest();
        let next = rest.chars().next().unwrap();
        if rest.starts_with("//") {
            let length = rest.find('\n').unwrap_or(rest.len());
            self.blank(length);
        } else if rest.starts_with("/*") {
            self.block_comment();
        } else if is_word(next) {
            let word = first_word(rest);
            let after = &rest[word.len()..];
            let hashes = after.len() - after.trim_start_matches('#').len();
            let raw = matches!(word, "r" | "br" | "cr") && after[hashes..].starts_with('"');
            self.at += word.len();
            if raw {
                self.raw_string(hashes);
            }
        } else if next == '"' {
            self.string();
        } else if next == '\'' {
            self.character();
        } else {
            self.at += next.len_utf8();
        }
    }

    /// Makes the next bytes spaces, line ends excepted.
    fn blank(&mut self, length: usize) {
        for byte in &mut self.code[self.at..self.at + length] {
            if *byte != b'\n' {
                *byte = b' ';
            }
        }
        self.at += length;
    }

    fn block_comment(&mut self) {
        let (mut depth, mut length) = (0, 0);
        let rest = self.rest().as_bytes();
        while length < rest.len() {
            match &rest[length..rest.len().min(length + 2)] {
                b"/*" => (depth, length) = (depth + 1, length + 2),
                b"*/" => (depth, length) = (depth - 1, length + 2),
                _ => length += 1,
            }
            if depth == 0 {
                break;
            }
        }
        self.blank(length);
    }

    fn raw_string(&mut self, hashes: usize) {
        let at = self.at + hashes;
        let end = format!("\"{}", "#".repeat(hashes));
        let inside = &self.text[at + 1..];
        let length = inside.find(&end).unwrap_or(inside.len());
        let said = inside[..length].to_string();
        self.keep(at, said);
        self.at = at + 1;
        self.blank(length);
        self.at = (self.at + end.len()).min(self.text.len());
    }

    fn string(&mut self) {
        let at = self.at;
        let inside = &self.text[at + 1..];
        let mut length = 0;
        while length < inside.len() && inside.as_bytes()[length] != b'"' {
            length += if inside.as_bytes()[length] == b'\\' { 2 } else { 1 };
        }
        let length = length.min(inside.len());
        let said = unescaped(&inside[..length]);
        self.keep(at, said);
        self.at = at + 1;
        self.blank(length);
        self.at = (self.at + 1).min(self.text.len());
    }

    /// A character is blanked; a lifetime is code.
    fn character(&mut self) {
        let inside = &self.rest()[1..];
        let length = if inside.starts_with('\\') {
            inside.char_indices().skip(2).find(|(_, c)| *c == '\'').map(|(at, _)| at)
        } else {
            inside.chars().next().map(char::len_utf8).filter(|length| inside[*length..].starts_with('\''))
        };
        self.at += 1;
        if let Some(length) = length {
            self.blank(length);
            self.at += 1;
        }
    }

    fn keep(&mut self, at: usize, text: String) {
        self.literals.push(Literal { at, line: line_of(self.text, at), text });
    }
}

fn unescaped(said: &str) -> String {
    let mut text = String::new();
    let mut rest = said.chars().peekable();
    while let Some(c) = rest.next() {
        if c != '\\' {
            text.push(c);
            continue;
        }
        match rest.next() {
            Some('n') => text.push('\n'),
            Some('t') => text.push('\t'),
            Some('\n') => while rest.next_if(|c| c.is_whitespace()).is_some() {},
            Some('u') => {
                let code: String = rest.by_ref().skip(1).take_while(|c| *c != '}').collect();
                text.extend(u32::from_str_radix(&code, 16).ok().and_then(char::from_u32));
            }
            Some(other) => text.push(other),
            None => {}
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(text: &str) -> Vec<String> {
        RustText::read(text).literals.into_iter().map(|literal| literal.text).collect()
    }

    #[test]
    fn comments_and_literals_are_no_code() {
        let text = "let a = \"crate::b\"; // crate::c\n/* crate::d /* nested */ crate::e */ let f = 'x';";
        let read = RustText::read(text);
        assert_eq!(read.code.len(), text.len());
        assert!(!read.code.contains("crate"));
        assert!(read.code.contains("let f"));
        assert_eq!(said(text), ["crate::b"]);
    }

    #[test]
    fn every_kind_of_string_is_read() {
        assert_eq!(said(r##"a("x\"y", r"z\n", r#"a "b" c"#, b"d")"##), ["x\"y", "z\\n", "a \"b\" c", "d"]);
        assert_eq!(said("\"select a \\\n      from b\""), ["select a from b"]);
        assert_eq!(said(r#""\u{e4}iti""#), ["äiti"]);
    }

    #[test]
    fn characters_and_lifetimes_do_not_open_strings() {
        assert_eq!(said(r#"fn f<'a>(x: &'a str) { g('"', '\'', 'ä', "yes") }"#), ["yes"]);
    }

    #[test]
    fn test_modules_are_left_out() {
        let text = "t(\"a\");\n#[cfg(test)]\nmod tests { fn x() { t(\"b\") } }\n#[cfg(test)] mod more;\nt(\"ä\")";
        let read = RustText::without_tests(text);
        let said: Vec<_> = read.literals.iter().map(|literal| (literal.line, literal.text.as_str())).collect();
        assert_eq!(said, [(1, "a"), (5, "ä")]);
        assert_eq!(read.calls(&["t"]).len(), 2);
    }

    #[test]
    fn a_text_cut_short_ends() {
        assert_eq!(said("\"open"), ["open"]);
        assert_eq!(said("r#\"open"), ["open"]);
        assert!(said("/* open").is_empty());
        assert!(said("'").is_empty());
    }

    #[test]
    fn calls_are_found_with_their_literals() {
        let read = RustText::read("fn t(a: u8) {}\nui.t(\"one\");\nx.compose(&[\"two\", f(\"three\")]);\nat(\"no\")");
        let calls = read.calls(&["t", "compose"]);
        let names: Vec<_> = calls.iter().map(|call| call.name.as_str()).collect();
        assert_eq!(names, ["t", "compose"]);
        let inside: Vec<_> = read.literals_in(calls[1].from, calls[1].to).map(|l| (l.line, l.text.as_str())).collect();
        assert_eq!(inside, [(3, "two"), (3, "three")]);
    }
}
