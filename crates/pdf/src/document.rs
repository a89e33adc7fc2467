//! A document as plain values, and as the values that the look reads.
use typst::foundations::{Array, Datetime, Dict, IntoValue, Value};

use crate::glyphs::Shown;

/// The language of the words: it decides where they are hyphenated and how a screen reader speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lang {
    Finnish,
    Swedish,
    English,
}

impl Lang {
    fn code(self) -> &'static str {
        match self {
            Lang::Finnish => "fi",
            Lang::Swedish => "sv",
            Lang::English => "en",
        }
    }
}

/// A day of the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Day {
    pub year: i32,
    /// 1–12.
    pub month: u8,
    /// 1–31.
    pub day: u8,
}

impl Day {
    /// Its midnight; none when it is not in the calendar.
    pub(crate) fn datetime(self) -> Option<Datetime> {
        Datetime::from_ymd_hms(self.year, self.month, self.day, 0, 0, 0)
    }
}

/// A place to sign with a pen.
#[derive(Clone, Debug)]
pub struct Pen {
    /// What stands under the line: whose it is.
    pub name: String,
    /// What stands under the line beside it: place and day.
    pub place: String,
}

/// A part of a document, in the order of reading.
#[derive(Clone, Debug)]
pub enum Block {
    Heading(String),
    /// A blank line parts paragraphs; a line stays a line.
    Words(String),
    /// What, and what it is.
    Facts(Vec<(String, String)>),
    List(Vec<String>),
    /// The head and the rows, each as long as the head.
    Table(Vec<String>, Vec<Vec<String>>),
    Pens(Vec<Pen>),
}

/// A document to be made.
#[derive(Clone, Debug)]
pub struct Document {
    pub title: String,
    pub lang: Lang,
    pub made: Day,
    /// Whose document it is: an organisation.
    pub author: String,
    pub blocks: Vec<Block>,
    /// Stands under each page, before its number.
    pub footer: String,
    /// Said at the end when the words hold a letter that the fonts do not have; □ stands in its place.
    pub unshown: String,
}

impl Document {
    /// The values that the look reads, every letter one that the fonts have.
    pub(crate) fn values(&self) -> Dict {
        let mut shown = Shown::default();
        let mut blocks: Array = self.blocks.iter().map(|block| block.value(&mut shown)).collect();
        let (title, author) = (shown.line(&self.title), shown.line(&self.author));
        let footer = shown.line(&self.footer);
        if shown.lacks() {
            blocks.push(Block::Words(self.unshown.clone()).value(&mut shown));
        }
        dict([
            ("title", title),
            ("author", author),
            ("footer", footer),
            ("lang", self.lang.code().into_value()),
            ("blocks", blocks.into_value()),
        ])
    }
}

impl Block {
    fn value(&self, shown: &mut Shown) -> Value {
        let kind = |kind: &str| ("kind", kind.into_value());
        let block = match self {
            Block::Heading(text) => dict([kind("heading"), ("text", shown.line(text))]),
            Block::Words(text) => dict([kind("words"), ("text", shown.lines(text))]),
            Block::Facts(pairs) => {
                let pair = |(name, value): &(String, String)| lines(&[name, value], shown);
                dict([kind("facts"), ("pairs", pairs.iter().map(pair).collect::<Array>().into_value())])
            }
            Block::List(items) => dict([kind("list"), ("items", lines(items, shown))]),
            Block::Table(head, rows) => {
                let rows: Array = rows.iter().map(|row| lines(row, shown)).collect();
                dict([kind("table"), ("head", lines(head, shown)), ("rows", rows.into_value())])
            }
            Block::Pens(pens) => {
                let pen =
                    |pen: &Pen| dict([("name", shown.line(&pen.name)), ("place", shown.line(&pen.place))]).into_value();
                dict([kind("pens"), ("pens", pens.iter().map(pen).collect::<Array>().into_value())])
            }
        };
        block.into_value()
    }
}

fn dict<const N: usize>(pairs: [(&str, Value); N]) -> Dict {
    pairs.into_iter().map(|(name, value)| (name.into(), value)).collect()
}

fn lines(texts: &[impl AsRef<str>], shown: &mut Shown) -> Value {
    texts.iter().map(|text| shown.line(text.as_ref())).collect::<Array>().into_value()
}
