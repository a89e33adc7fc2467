//! The web ground: how a page is made ([`Ui`], the layout and the parts in `ui/`), what people typed ([`Words`],
//! [`Sheet`]) and how a failure is told ([`Failure`]). Knows nothing of who may do what.
pub mod assets;
mod failure;
pub mod paper;
mod ui;
mod words;

pub use failure::{Failure, FailureMark, encode, failure_page};
pub use ui::{MenuEntry, Ui, same_token};
pub use words::{Check, Fault, Sheet, Words};

/// What a handler gives: a response, or why there is none.
pub type Answer = Result<axum::response::Response, Failure>;
