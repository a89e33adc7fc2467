//! CSV as offices write it: semicolon, comma or tab; UTF-8 with or without a mark, UTF-16, or Windows-1252.
use std::borrow::Cow;

use super::table::{Gather, Table, Unreadable};

/// Reads a text of rows.
pub fn read(bytes: &[u8]) -> Result<Table, Unreadable> {
    let text = decode(bytes);
    if text.contains('\0') {
        return Err(Unreadable::Unknown);
    }
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter(&text))
        .from_reader(text.as_bytes());
    let mut gather = Gather::default();
    let mut record = csv::StringRecord::new();
    let mut cells: Vec<String> = Vec::new();
    while reader.read_record(&mut record).map_err(|_| Unreadable::Broken)? {
        // A value with a line end in it counts as the lines it takes, as in an editor.
        let line = record.position().map_or(0, csv::Position::line);
        cells.clear();
        cells.extend(record.iter().map(str::to_owned));
        gather.take(u32::try_from(line).unwrap_or(u32::MAX), &cells)?;
    }
    gather.done()
}

/// The mark that parts the first line into the most cells, quoted ones passed over.
fn delimiter(text: &str) -> u8 {
    let mut quoted = false;
    let mut counts = [(b';', 0), (b'\t', 0), (b',', 0)];
    for byte in text.bytes().skip_while(|byte| byte.is_ascii_whitespace() && *byte != b'\t') {
        match byte {
            b'"' => quoted = !quoted,
            b'\n' if !quoted => break,
            _ if quoted => {}
            _ => counts.iter_mut().filter(|(mark, _)| *mark == byte).for_each(|(_, count)| *count += 1),
        }
    }
    // The first of equals: a semicolon before a tab before a comma.
    counts.iter().rev().max_by_key(|(_, count)| *count).map_or(b';', |(mark, _)| *mark)
}

fn decode(bytes: &[u8]) -> Cow<'_, str> {
    match bytes {
        [0xEF, 0xBB, 0xBF, rest @ ..] => String::from_utf8_lossy(rest),
        [0xFF, 0xFE, rest @ ..] => utf16(rest, u16::from_le_bytes).into(),
        [0xFE, 0xFF, rest @ ..] => utf16(rest, u16::from_be_bytes).into(),
        _ => match std::str::from_utf8(bytes) {
            Ok(text) => text.into(),
            Err(_) => bytes.iter().map(|byte| western(*byte)).collect::<String>().into(),
        },
    }
}

fn utf16(bytes: &[u8], read: fn([u8; 2]) -> u16) -> String {
    let units: Vec<u16> = bytes.as_chunks::<2>().0.iter().map(|pair| read(*pair)).collect();
    String::from_utf16_lossy(&units)
}

/// Windows-1252, after the Encoding Standard: 0x80–0x9F apart from Latin-1.
fn western(byte: u8) -> char {
    const HIGH: [char; 32] = [
        '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}', '‘',
        '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
    ];
    match byte {
        0x80..=0x9F => HIGH[usize::from(byte - 0x80)],
        other => char::from(other),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::people::import::Column;

    const ROWS: &str =
        "Henkilönumero;Sukunimi;Etunimi;Yksikkö;Nimike;Alkaa\n7;Mäkinen;\"Anna; Liisa\";Osasto;hoitaja;1.1.2020\n";

    #[test]
    fn every_encoding_and_delimiter_says_the_same() {
        let western: Vec<u8> = ROWS.chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect();
        let marked = [b"\xEF\xBB\xBF", ROWS.as_bytes()].concat();
        let wide: Vec<u8> = [0xFF, 0xFE].into_iter().chain(ROWS.encode_utf16().flat_map(u16::to_le_bytes)).collect();
        let tabs = ROWS.replace("; Liisa", "* Liisa").replace(';', "\t").replace('*', ";");
        let commas = ROWS.replace("; Liisa", "* Liisa").replace(';', ",").replace('*', ";");
        for bytes in [ROWS.as_bytes(), &western, &marked, &wide, tabs.as_bytes(), commas.as_bytes()] {
            let table = read(bytes).unwrap();
            assert_eq!(table.columns[1], Column::LastName);
            let (line, cells) = &table.rows[0];
            assert_eq!((*line, &cells[1], &cells[2]), (2, "Mäkinen", "Anna; Liisa"));
        }
    }

    #[test]
    fn windows_quotes_and_dashes_are_read() {
        assert_eq!(decode(b"\x93\xE4\x94 \x96 \x80"), "“ä” – €");
    }

    #[test]
    fn a_picture_is_no_table() {
        assert_eq!(read(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR").unwrap_err(), Unreadable::Unknown);
    }
}
