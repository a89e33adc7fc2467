//! Reads a PDF file back, as a reader of it would: the words of its pages and what it says of itself.
use std::fmt::Write;

use hayro_interpret::{
    BlendMode, ClipPath, Context, Device, GlyphDrawMode, Image, InterpreterCache, InterpreterSettings, Paint,
    PathDrawMode, SoftMask,
    font::Glyph,
    hayro_cmap::BfString,
    hayro_syntax::{Pdf, object::Object},
    interpret_page,
};
use kurbo::{Affine, BezPath, Rect};

/// What a file holds.
pub struct Read {
    /// The words of the pages, a line for each line.
    pub text: String,
    pub pages: usize,
    /// All objects of the file, streams unpacked: tags, metadata, everything that is not drawn.
    pub inside: String,
}

impl Read {
    /// The words in a row, so that it does not matter where lines end.
    pub fn words(&self) -> String {
        self.text.replace("\u{ad}\n", "").split_whitespace().collect::<Vec<_>>().join(" ")
    }
}

pub fn read(bytes: &[u8]) -> Read {
    assert!(bytes.starts_with(b"%PDF-1.7"), "no PDF file: {}", String::from_utf8_lossy(&bytes[..bytes.len().min(200)]));
    let pdf = Pdf::new(bytes.to_vec()).unwrap_or_else(|_| panic!("a broken PDF file"));
    let cache = InterpreterCache::new();
    let mut device = Words::default();
    for page in pdf.pages().iter() {
        let area = Rect::new(0.0, 0.0, 1.0, 1.0);
        let mut context = Context::new(Affine::IDENTITY, area, &cache, pdf.xref(), InterpreterSettings::default());
        interpret_page(page, &mut context, &mut device);
        device.text.push('\n');
    }
    let mut inside = String::new();
    for object in pdf.objects() {
        let _ = writeln!(inside, "{object:?}");
        if let Object::Stream(stream) = &object {
            let unpacked = stream.decoded().unwrap_or_default();
            inside.push_str(&String::from_utf8_lossy(&unpacked));
        }
    }
    Read { text: device.text, pages: pdf.pages().len(), inside }
}

/// Writes down the letters that are drawn.
#[derive(Default)]
struct Words {
    text: String,
    /// Where the last letter stood.
    at: (f64, f64),
}

impl Device<'_> for Words {
    fn draw_glyph(&mut self, glyph: &Glyph<'_>, transform: Affine, place: Affine, _: &Paint<'_>, _: &GlyphDrawMode) {
        let [.., x, y] = (transform * place).as_coeffs();
        if (y - self.at.1).abs() > 1.0 || x < self.at.0 {
            self.text.push('\n');
        } else if x > self.at.0 + 24.0 {
            self.text.push(' ');
        }
        self.at = (x, y);
        match glyph.as_unicode() {
            Some(BfString::Char(letter)) => self.text.push(letter),
            Some(BfString::String(letters)) => self.text.push_str(&letters),
            None => self.text.push('�'),
        }
    }

    fn set_soft_mask(&mut self, _: Option<SoftMask<'_>>) {}
    fn set_blend_mode(&mut self, _: BlendMode) {}
    fn draw_path(&mut self, _: &BezPath, _: Affine, _: &Paint<'_>, _: &PathDrawMode) {}
    fn push_clip_path(&mut self, _: &ClipPath) {}
    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'_>>, _: BlendMode) {}
    fn draw_image(&mut self, _: Image<'_, '_>, _: Affine) {}
    fn pop_clip_path(&mut self) {}
    fn pop_transparency_group(&mut self) {}
}
