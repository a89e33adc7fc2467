//! Words planted where they must stay: whose they are can be told from them.
use std::sync::{Mutex, PoisonError};

use urasilta::mail::Letter;

use super::cast::Side;

/// What the furnishing has mailed so far.
static MAILED: Mutex<Vec<Letter>> = Mutex::new(Vec::new());

/// An open answer of an application.
pub fn answer(first: &str) -> String {
    format!("Vastausmerkki-{first}-lumikko")
}

/// An open answer of feedback, which nobody else reads.
pub fn feedback(first: &str) -> String {
    format!("Palautemerkki-{first}-kaura")
}

/// The memo that this coach wrote.
pub fn memo(coach: &str) -> String {
    format!("Muistiomerkki-{coach}-kaisla")
}

/// This coach's own working note.
pub fn note(coach: &str) -> String {
    format!("Muistiinpanomerkki-{coach}-suopursu")
}

/// Why somebody asks for another look.
pub fn look(first: &str) -> String {
    format!("Katsomerkki-{first}-pihlaja")
}

/// What a supervisor said of an application.
pub fn support(first: &str) -> String {
    format!("Puoltomerkki-{first}-raita")
}

/// Where the meetings of an organisation are.
pub fn place(side: Side) -> String {
    format!("https://video.example.invalid/paikkamerkki-{side:?}")
}

/// Lays letters by.
pub fn keep(letters: Vec<Letter>) {
    MAILED.lock().unwrap_or_else(PoisonError::into_inner).extend(letters);
}

/// Every letter laid by.
pub fn mailed() -> Vec<Letter> {
    MAILED.lock().unwrap_or_else(PoisonError::into_inner).clone()
}
