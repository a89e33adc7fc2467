//! XLSX, read cell by cell. A workbook is a packed archive and may be made to harm: a kilobyte can unpack to gigabytes,
//! and one far cell or one wrong count makes a naive reader ask for more memory than there is and abort the process.
//! So everything is unpacked once into nothing, counted and looked at, before the reader sees it.
use std::io::{Cursor, Read};

use calamine::{DataRef, Reader, Xlsx};
use zip::ZipArchive;

use super::table::{Gather, MOST_COLUMNS, MOST_ROWS, Table, Unreadable};

/// All parts together, unpacked, in bytes.
const MOST_UNPACKED: u64 = 100 * 1024 * 1024;
const MOST_PARTS: usize = 10_000;

/// Reads the first sheet.
pub fn read(bytes: &[u8]) -> Result<Table, Unreadable> {
    inspect(bytes)?;
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(|_| Unreadable::Broken)?;
    let sheet = book.sheet_names().first().cloned().ok_or(Unreadable::Empty)?;
    let mut cells = book.worksheet_cells_reader(&sheet).map_err(|_| Unreadable::Broken)?;
    let mut gather = Gather::default();
    let (mut line, mut row): (u32, Vec<String>) = (0, Vec::new());
    while let Some(cell) = cells.next_cell().map_err(|_| Unreadable::Broken)? {
        let words = words(cell.get_value());
        if words.is_empty() {
            continue;
        }
        let (at, column) = cell.get_position();
        let column = column as usize;
        if column >= MOST_COLUMNS {
            return Err(Unreadable::TooManyColumns);
        }
        // The header is a row of its own, and empty rows may stand between.
        if at as usize > MOST_ROWS + 1000 {
            return Err(Unreadable::TooManyRows);
        }
        if at + 1 < line {
            return Err(Unreadable::Broken);
        }
        if at + 1 > line {
            gather.take(line, &row)?;
            row.clear();
            line = at + 1;
        }
        if row.len() <= column {
            row.resize(column + 1, String::new());
        }
        row[column] = words;
    }
    gather.take(line, &row)?;
    gather.done()
}

/// A cell as a person would type it; of a very long one only the beginning, since one shared text may fill many cells.
fn words(value: &DataRef<'_>) -> String {
    let cut = |words: &str| words.chars().take(2000).collect();
    match value {
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => number.to_string(),
        DataRef::String(words) => cut(words),
        DataRef::SharedString(words) => cut(words),
        DataRef::Bool(true) => "1".into(),
        DataRef::Bool(false) => "0".into(),
        DataRef::DateTime(at) if at.is_datetime() => {
            let (year, month, day, ..) = at.to_ymd_hms_milli();
            format!("{year:04}-{month:02}-{day:02}")
        }
        DataRef::DateTimeIso(words) => words.chars().take(10).collect(),
        // A fault of the sheet (#REF!) is no value, and is told as missing or wrong where it stands.
        DataRef::Error(_) => "#".into(),
        DataRef::DateTime(_) | DataRef::DurationIso(_) | DataRef::Empty => String::new(),
    }
}

/// Refuses what could harm: too many parts, too much unpacked (as said and as counted), and a count of shared texts that
/// their part cannot hold, since the reader makes room for as many as are said.
fn inspect(bytes: &[u8]) -> Result<(), Unreadable> {
    let mut parts = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Unreadable::Broken)?;
    if parts.len() > MOST_PARTS {
        return Err(Unreadable::TooLarge);
    }
    let mut said: u64 = 0;
    for place in 0..parts.len() {
        said = said.saturating_add(parts.by_index_raw(place).map_err(|_| Unreadable::Broken)?.size());
    }
    if said > MOST_UNPACKED {
        return Err(Unreadable::TooLarge);
    }
    let mut left = MOST_UNPACKED;
    for place in 0..parts.len() {
        let part = parts.by_index(place).map_err(|_| Unreadable::Broken)?;
        let shared = part.name().is_ok_and(|name| name.to_ascii_lowercase().ends_with("sharedstrings.xml"));
        left -= if shared { shared_texts(part, left)? } else { unpack(part, left, |_| Ok(()))? };
    }
    Ok(())
}

/// Unpacks a part into nothing, showing each piece; gives its size.
fn unpack(
    mut part: impl Read,
    left: u64,
    mut see: impl FnMut(&[u8]) -> Result<(), Unreadable>,
) -> Result<u64, Unreadable> {
    let mut size = 0;
    let mut piece = vec![0_u8; 64 * 1024];
    loop {
        let read = part.read(&mut piece).map_err(|_| Unreadable::Broken)?;
        if read == 0 {
            return Ok(size);
        }
        size += read as u64;
        if size > left {
            return Err(Unreadable::TooLarge);
        }
        see(&piece[..read])?;
    }
}

/// [`unpack`] of the shared texts with their count looked at.
fn shared_texts(part: impl Read, left: u64) -> Result<u64, Unreadable> {
    let (mut count, mut seen): (u64, Vec<u8>) = (0, Vec::new());
    let size = unpack(part, left, |piece| {
        if seen.is_empty() && !is_utf8(piece) {
            return Err(Unreadable::Broken);
        }
        // The end of the piece before stands first: a word may be cut in two.
        seen.drain(..seen.len().saturating_sub(LONGEST_COUNT));
        seen.extend_from_slice(piece);
        count = count.max(unique_count(&seen)?);
        Ok(())
    })?;
    // The shortest shared text is `<si/>`.
    if count > size / 5 { Err(Unreadable::Broken) } else { Ok(size) }
}

/// Whether the texts are in UTF-8, as all offices write them: what is looked for below is looked for as bytes.
fn is_utf8(start: &[u8]) -> bool {
    let head = String::from_utf8_lossy(&start[..start.len().min(200)]).to_ascii_lowercase();
    let said = head.split_once("encoding").map_or("utf-8", |(_, rest)| rest.trim_start_matches([' ', '=', '"', '\'']));
    head.trim_start_matches('\u{feff}').starts_with('<') && !head.contains('\0') && said.starts_with("utf-8")
}

/// `uniqueCount="…"` with its number, in bytes.
const LONGEST_COUNT: usize = 40;

/// The largest `uniqueCount="…"` said in these bytes; refused when it is said in another way.
fn unique_count(bytes: &[u8]) -> Result<u64, Unreadable> {
    const NAME: &[u8] = b"uniqueCount";
    let mut largest = 0;
    let starts = bytes.windows(NAME.len()).enumerate().filter(|(_, window)| *window == NAME).map(|(at, _)| at);
    for at in starts {
        match &bytes[at + NAME.len()..] {
            [b'=', b'"' | b'\'', digits @ ..] => {
                let number = digits.iter().take(20).take_while(|byte| byte.is_ascii_digit());
                let number = number.fold(0_u64, |sum, digit| sum.saturating_mul(10) + u64::from(digit - b'0'));
                largest = largest.max(number);
            }
            [] | [b'='] => {}
            _ => return Err(Unreadable::Broken),
        }
    }
    Ok(largest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_count_cut_between_two_pieces_is_seen_whole() {
        let padding = "x".repeat(64 * 1024 - 70);
        for shift in 0..60 {
            let text =
                format!("<?xml version=\"1.0\"?><!--{padding}{}--><sst uniqueCount=\"99999999\">", "y".repeat(shift));
            assert_eq!(shared_texts(text.as_bytes(), 1 << 20), Err(Unreadable::Broken), "{shift}");
        }
        let honest = format!("<sst uniqueCount=\"2\">{}</sst>", "<si><t>a</t></si>".repeat(2));
        assert_eq!(shared_texts(honest.as_bytes(), 1 << 20), Ok(honest.len() as u64));
    }

    #[test]
    fn a_part_larger_than_what_is_left_is_refused_while_it_is_read() {
        assert_eq!(unpack(std::io::repeat(b'a'), 1 << 20, |_| Ok(())), Err(Unreadable::TooLarge));
    }

    #[test]
    fn texts_in_another_encoding_are_refused() {
        assert!(is_utf8(b"\xEF\xBB\xBF<?xml version=\"1.0\" encoding=\"UTF-8\"?>"));
        assert!(is_utf8(b"<sst>"));
        assert!(!is_utf8(b"\xFF\xFE<\0?\0"));
        assert!(!is_utf8(b"<?xml version=\"1.0\" encoding='UTF-16'?>"));
    }
}
