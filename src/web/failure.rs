//! When there is no answer: few kinds, each with plain words, the request's id and a way on.
use askama::Template;
use axum::{
    http::{HeaderValue, StatusCode, header},
    response::{Html, IntoResponse, Response},
};

use super::{Ui, Words};
use crate::privacy::vault::VaultError;

/// Why a request got no answer of its own.
#[derive(Debug)]
pub enum Failure {
    /// Not there, or not for this reader: the same.
    NotFound,
    /// Not possible now, with the key of the reason.
    Refused(&'static str),
    /// Somebody else was first, with the key of what happened.
    Conflict(&'static str),
    /// Sign in first; then come back.
    SignIn,
    /// The session ended while the form was being filled; the words are kept. Also a form that another person opened.
    Expired { words: Box<Words>, other_person: bool, csrf: String },
    /// The same act has been done already: its answer is here.
    Again(String),
    /// The request itself is not one of ours.
    Forged,
    /// Too many tries; with the seconds to wait.
    Slowly(u64),
    /// The database or another needed part is away; with the cause for the log.
    Unavailable(Option<String>),
    /// Sealed words have been changed in the database, or their key does not fit: they are not shown.
    Unreadable(String),
    /// A fault of ours.
    Broken(Box<dyn std::error::Error + Send + Sync>),
}

impl Failure {
    pub fn broken(cause: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> Failure {
        let cause = cause.into();
        match cause.downcast::<VaultError>() {
            Ok(error) => Failure::from(*error),
            Err(cause) => Failure::Broken(cause),
        }
    }

    pub fn status(&self) -> StatusCode {
        match self {
            Failure::NotFound => StatusCode::NOT_FOUND,
            Failure::Refused(_) | Failure::Conflict(_) => StatusCode::CONFLICT,
            Failure::SignIn | Failure::Again(_) => StatusCode::SEE_OTHER,
            Failure::Expired { .. } => StatusCode::UNAUTHORIZED,
            Failure::Forged => StatusCode::FORBIDDEN,
            Failure::Slowly(_) => StatusCode::TOO_MANY_REQUESTS,
            Failure::Unavailable(_) => StatusCode::SERVICE_UNAVAILABLE,
            Failure::Unreadable(_) | Failure::Broken(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    fn keys(&self) -> (&'static str, &'static str) {
        match self {
            Failure::NotFound | Failure::SignIn | Failure::Again(_) => ("failure-not-found", "failure-not-found-do"),
            Failure::Refused(reason) => ("failure-refused", reason),
            Failure::Conflict(what) => ("failure-conflict", what),
            Failure::Expired { other_person: true, .. } => ("failure-other-person", "failure-other-person-do"),
            Failure::Expired { .. } => ("failure-expired", "failure-expired-do"),
            Failure::Forged => ("failure-forged", "failure-forged-do"),
            Failure::Slowly(_) => ("failure-slowly", "failure-slowly-do"),
            Failure::Unavailable(_) => ("failure-unavailable", "failure-unavailable-do"),
            Failure::Unreadable(_) => ("failure-unreadable", "failure-unreadable-do"),
            Failure::Broken(_) => ("failure-broken", "failure-broken-do"),
        }
    }
}

impl From<crate::db::Error> for Failure {
    fn from(error: crate::db::Error) -> Failure {
        match error {
            crate::db::Error::RowNotFound => Failure::NotFound,
            away if crate::db::is_away(&away) => Failure::Unavailable(Some(away.to_string())),
            other => Failure::broken(other),
        }
    }
}

impl From<VaultError> for Failure {
    fn from(error: VaultError) -> Failure {
        match error {
            VaultError::Db(error) => error.into(),
            VaultError::Tampered(_) | VaultError::NoGeneration(_) => Failure::Unreadable(error.to_string()),
            other => Failure::Broken(other.into()),
        }
    }
}

/// The failure travels in the response to the frame, which knows the language and the request.
#[derive(Clone)]
pub struct FailureMark(pub std::sync::Arc<Failure>);

impl IntoResponse for Failure {
    fn into_response(self) -> Response {
        let mut response = self.status().into_response();
        response.extensions_mut().insert(FailureMark(std::sync::Arc::new(self)));
        response
    }
}

#[derive(Template)]
#[template(path = "web/failure.html")]
struct FailurePage<'f> {
    ui: Ui,
    title: String,
    what_to_do: String,
    request_id: &'f str,
    failure: &'f Failure,
    /// What was typed, to be sent again; none when there is nothing to send.
    kept: Option<Kept>,
    /// What was typed into a form that was refused, to be read and copied: `(name, words)`.
    typed: Vec<(String, String)>,
    /// The page on which the refused form stood; empty when it is not known.
    again: String,
}

/// A form that can be sent again.
struct Kept {
    words: Vec<(String, String)>,
    csrf: String,
    once: String,
}

impl Kept {
    fn of(words: &Words, csrf: String) -> Kept {
        Kept { words: words.told_back().map(own).collect(), csrf, once: words.get("_once").to_owned() }
    }
}

fn own((name, words): (&str, &str)) -> (String, String) {
    (name.to_owned(), words.to_owned())
}

/// The page of a failure; a redirect when that is the way on. What was typed into the form that was being sent stays on
/// the page when the fault is not in it, and is sent again under the same key: if it was saved after all, it is not
/// saved twice.
pub fn failure_page(failure: &Failure, ui: Ui, (request_id, typed): (&str, Option<&Words>)) -> Response {
    match failure {
        Failure::Again(location) => return see_other(location),
        Failure::SignIn => return see_other(&format!("/signin?next={}", encode(&ui.path))),
        _ => {}
    }
    // A form of an ended session goes on with its own token, which fits again when the same person signs in; a form of
    // another person gets this reader's token: the reader decides, having seen the words.
    let kept = match failure {
        Failure::Expired { words, csrf, .. } => Some(Kept::of(words, csrf.clone())),
        Failure::Unavailable(_) | Failure::Unreadable(_) | Failure::Broken(_) => {
            typed.filter(|words| !words.hold_a_secret()).map(|words| Kept::of(words, words.get("_csrf").to_owned()))
        }
        _ => None,
    };
    let (title, what_to_do) = match failure {
        Failure::Unreadable(_) if kept.is_some() => ("failure-unreadable", "failure-unreadable-typed-do"),
        Failure::Unavailable(_) if kept.is_some() => ("failure-unsaved", "failure-unsaved-do"),
        Failure::Broken(_) if kept.is_some() => ("failure-broken", "failure-broken-typed-do"),
        _ => failure.keys(),
    };
    let refused = typed.filter(|_| matches!(failure, Failure::Refused(_) | Failure::Conflict(_)));
    let page = FailurePage {
        title: ui.t(title),
        what_to_do: ui.t(what_to_do),
        request_id,
        failure,
        kept,
        typed: refused.into_iter().flat_map(Words::typed).map(own).collect(),
        again: refused.and_then(Words::from).unwrap_or_default().to_owned(),
        ui,
    };
    let mut response = (failure.status(), Html(page.render().unwrap_or_default())).into_response();
    let wait = match failure {
        Failure::Slowly(seconds) => Some(*seconds),
        Failure::Unavailable(_) => Some(5),
        _ => None,
    };
    if let Some(seconds) = wait {
        response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
    }
    response
}

fn see_other(location: &str) -> Response {
    (StatusCode::SEE_OTHER, [(header::LOCATION, location.to_owned())]).into_response()
}

/// Percent-encodes a path so that it can be a query value.
pub fn encode(path: &str) -> String {
    path.bytes()
        .map(|byte| match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b'-' | b'_' | b'.' => char::from(byte).to_string(),
            other => format!("%{other:02X}"),
        })
        .collect()
}

impl FailurePage<'_> {
    /// Whom to call: nobody can mend it by trying again.
    fn calls(&self) -> bool {
        matches!(self.failure, Failure::Unreadable(_)) && !self.ui.phone.is_empty()
    }

    fn needs_sign_in(&self) -> bool {
        matches!(self.failure, Failure::Expired { other_person: false, .. })
    }
}
