//! The pages of the slice.
pub mod own;
pub mod requests;
pub mod retention;
mod samples;

pub use samples::samples;

/// A choice of a form.
pub struct Pick {
    pub value: String,
    pub label: String,
    pub hint: String,
    pub chosen: bool,
}

impl Pick {
    pub fn new(value: &str, label: String, chosen: bool) -> Pick {
        Pick { value: value.to_owned(), label, hint: String::new(), chosen }
    }
}

/// A code as it stands in a text key.
fn key(prefix: &str, code: &str) -> String {
    format!("{prefix}{}", code.replace('_', "-"))
}
