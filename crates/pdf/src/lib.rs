//! Documents as PDF files that everybody can read and keep: tagged for a screen reader (PDF/UA-1), for the archive
//! (PDF/A-2a), hyphenated in their language, with fonts of our own. Plain values come in, bytes come out; the words of
//! people are values all the way, never markup.
mod document;
mod glyphs;
mod world;

pub use document::{Block, Day, Document, Lang, Pen};

use typst::foundations::Smart;
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};

use world::World;

/// Why no file was made. Says where it failed and no word of the document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The day is not in the calendar.
    Day,
    /// The pages could not be laid out.
    Layout,
    /// The file would not keep the standards.
    Standard,
}

impl std::fmt::Display for Fault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Fault::Day => "the day of the document is not in the calendar",
            Fault::Layout => "the pages of the document could not be laid out",
            Fault::Standard => "the document would not keep PDF/UA-1 and PDF/A-2a",
        })
    }
}

impl std::error::Error for Fault {}

/// What typst remembers of the documents it made holds their words and grows for ever: it forgets when this is dropped,
/// however the making ended.
struct Forget;

impl Drop for Forget {
    fn drop(&mut self) {
        typst::comemo::evict(0);
    }
}

/// The document as a PDF file. Takes milliseconds of work without waiting: call it on a thread that may block.
pub fn make(document: &Document) -> Result<Vec<u8>, Fault> {
    let _forget = Forget;
    let made = document.made.datetime().ok_or(Fault::Day)?;
    let world = World::of(document);
    let pages: PagedDocument = typst::compile(&world).output.map_err(|_| Fault::Layout)?;
    let standards = PdfStandards::new(&[PdfStandard::A_2a, PdfStandard::Ua_1]).map_err(|_| Fault::Standard)?;
    let options = PdfOptions {
        creator: Smart::Custom(None),
        timestamp: Some(Timestamp::new_utc(made)),
        standards,
        ..PdfOptions::default()
    };
    typst_pdf::pdf(&pages, &options).map_err(|_| Fault::Standard)
}
