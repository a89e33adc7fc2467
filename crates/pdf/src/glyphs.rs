//! Which letters can be shown. The standards refuse a file with a letter that its font does not have, so that one smiley in
//! somebody's words would leave everybody without the document: it is shown as □ instead, and the document says so.
use typst::foundations::{IntoValue, Value};

use crate::world;

/// Stands for what cannot be shown.
const BOX: char = '□';

/// Makes words showable and remembers whether a letter was missing.
#[derive(Default)]
pub struct Shown {
    missing: bool,
}

impl Shown {
    /// Whether something stands as □.
    pub fn lacks(&self) -> bool {
        self.missing
    }

    /// The words on one line.
    pub fn line(&mut self, words: &str) -> Value {
        self.shown(&words.split_whitespace().collect::<Vec<_>>().join(" ")).into_value()
    }

    /// The words with their lines; blank lines part paragraphs, and there is one at a time.
    pub fn lines(&mut self, words: &str) -> Value {
        let words = words.replace("\r\n", "\n").replace('\r', "\n");
        let mut kept: Vec<&str> = Vec::new();
        for line in words.lines().map(str::trim_end) {
            if !line.is_empty() || kept.last().is_some_and(|last| !last.is_empty()) {
                kept.push(line);
            }
        }
        self.shown(kept.join("\n").trim()).into_value()
    }

    fn shown(&mut self, words: &str) -> String {
        let mut out = String::with_capacity(words.len());
        for letter in words.chars() {
            match letter {
                '\n' => out.push('\n'),
                _ if is_silent(letter) => {}
                _ if letter.is_whitespace() => out.push(' '),
                _ if !is_private(letter) && world::has(letter) => out.push(letter),
                _ => {
                    self.missing = true;
                    out.push(BOX);
                }
            }
        }
        out
    }
}

/// Marks that show nothing by themselves: left out, nothing is missing.
fn is_silent(letter: char) -> bool {
    let joins = matches!(letter, '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{e0000}'..='\u{e0fff}');
    joins || letter.is_control() && !letter.is_whitespace()
}

/// Letters that mean something only between those who agreed on it; the standard refuses them.
fn is_private(letter: char) -> bool {
    matches!(letter, '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..='\u{10ffff}' | '\u{fff0}'..='\u{ffff}')
}
