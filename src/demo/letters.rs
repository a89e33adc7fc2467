//! A letter as its receiver sees it: words, and what can be pressed in them. Pure.

/// A part of a letter's line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    Words(String),
    /// An address in this house, without the house's own part.
    Link(String),
    /// A one-time code.
    Code(String),
}

/// The lines of a letter, each in pieces; `home` is what the house's own addresses begin with.
pub fn pieces(text: &str, home: &str) -> Vec<Vec<Piece>> {
    text.lines().map(|line| of_line(line, home.trim_end_matches('/'))).collect()
}

fn of_line(line: &str, home: &str) -> Vec<Piece> {
    let mut found = Vec::new();
    let mut words = String::new();
    let mut rest = line.split(' ').peekable();
    while let Some(word) = rest.next() {
        let own = word.strip_prefix(home).filter(|path| path.starts_with('/'));
        let piece = match own {
            Some(path) => Some((Piece::Link(bare(path).to_owned()), path[bare(path).len()..].to_owned())),
            None => rest
                .next_if(|next| is_half(word) && is_half(bare(next)))
                .map(|next| (Piece::Code(format!("{word} {}", bare(next))), next[bare(next).len()..].to_owned())),
        };
        if let Some((piece, after)) = piece {
            if !words.is_empty() {
                found.push(Piece::Words(std::mem::take(&mut words)));
            }
            found.push(piece);
            words = after;
        } else {
            words.push_str(word);
        }
        if rest.peek().is_some() {
            words.push(' ');
        }
    }
    if !words.is_empty() {
        found.push(Piece::Words(words));
    }
    found
}

/// Without the full stop of the sentence.
fn bare(word: &str) -> &str {
    word.trim_end_matches(['.', ',', ')'])
}

/// Half of a code: four digits.
fn is_half(word: &str) -> bool {
    word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_of_the_house_and_codes_can_be_pressed_and_nothing_else() {
        let text =
            "Avaa http://127.0.0.1:8080/o/abc.\n\nKoodisi on 1234 5678. Vuosi 2026 ei ole koodi.\nhttps://other/x";
        let words = |words: &str| Piece::Words(words.to_owned());
        assert_eq!(
            pieces(text, "http://127.0.0.1:8080/"),
            vec![
                vec![words("Avaa "), Piece::Link("/o/abc".into()), words(".")],
                vec![],
                vec![words("Koodisi on "), Piece::Code("1234 5678".into()), words(". Vuosi 2026 ei ole koodi.")],
                vec![words("https://other/x")],
            ]
        );
    }
}
