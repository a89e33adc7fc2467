//! What typst may see while it makes a document: the look, our own fonts and the values. No files, no clock, no network.
use std::sync::LazyLock;

use typst::{
    Library, LibraryExt, World as Seen,
    diag::{FileError, FileResult},
    foundations::{Bytes, Datetime, Duration},
    syntax::{FileId, Source},
    text::{Font, FontBook},
    utils::LazyHash,
};

use crate::Document;

static FACES: [&[u8]; 3] = [
    include_bytes!("../fonts/SourceSans3-Regular.otf"),
    include_bytes!("../fonts/SourceSans3-Semibold.otf"),
    include_bytes!("../fonts/SourceSerif4-Semibold.otf"),
];

/// What is the same for all documents.
struct Ground {
    look: Source,
    fonts: Vec<Font>,
    book: LazyHash<FontBook>,
}

static GROUND: LazyLock<Ground> = LazyLock::new(|| {
    let fonts: Vec<Font> = FACES.iter().flat_map(|face| Font::iter(Bytes::new(*face))).collect();
    let book = LazyHash::new(FontBook::from_fonts(&fonts));
    Ground { look: Source::detached(include_str!("document.typ")), fonts, book }
});

/// Whether every face has the letter.
pub fn has(letter: char) -> bool {
    GROUND.fonts.iter().all(|font| font.info().coverage.contains(letter.into()))
}

/// The world of one document.
pub struct World {
    library: LazyHash<Library>,
}

impl World {
    pub fn of(document: &Document) -> World {
        World { library: LazyHash::new(Library::builder().with_inputs(document.values()).build()) }
    }
}

impl Seen for World {
    fn library(&self) -> &LazyHash<Library> {
        &self.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &GROUND.book
    }

    fn main(&self) -> FileId {
        GROUND.look.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == GROUND.look.id() { Ok(GROUND.look.clone()) } else { Err(FileError::AccessDenied) }
    }

    fn file(&self, _: FileId) -> FileResult<Bytes> {
        Err(FileError::AccessDenied)
    }

    fn font(&self, index: usize) -> Option<Font> {
        GROUND.fonts.get(index).cloned()
    }

    /// The document's day comes with it.
    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}
