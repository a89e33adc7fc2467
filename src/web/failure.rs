//! When there is no answer: few kinds, each with plain words, the request's id and a way on.
use askama::Template;
use axum::{
    http::{HeaderValue, StatusCode, header},
    response::{Html, IntoResponse, Response},
};

use super::{Ui, Words};

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
    /// The database or another needed part is away.
    Unavailable,
    /// A fault of ours.
    Broken(Box<dyn std::error::Error + Send + Sync>),
}

impl Failure {
    pub fn broken(cause: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> Failure {
        Failure::Broken(cause.into())
    }

    pub fn status(&self) -> StatusCode {
        match self {
            Failure::NotFound => StatusCode::NOT_FOUND,
            Failure::Refused(_) | Failure::Conflict(_) => StatusCode::CONFLICT,
            Failure::SignIn | Failure::Again(_) => StatusCode::SEE_OTHER,
            Failure::Expired { .. } => StatusCode::UNAUTHORIZED,
            Failure::Forged => StatusCode::FORBIDDEN,
            Failure::Slowly(_) => StatusCode::TOO_MANY_REQUESTS,
            Failure::Unavailable => StatusCode::SERVICE_UNAVAILABLE,
            Failure::Broken(_) => StatusCode::INTERNAL_SERVER_ERROR,
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
            Failure::Unavailable => ("failure-unavailable", "failure-unavailable-do"),
            Failure::Broken(_) => ("failure-broken", "failure-broken-do"),
        }
    }
}

impl From<crate::db::Error> for Failure {
    fn from(error: crate::db::Error) -> Failure {
        use crate::db::Error;
        match error {
            Error::RowNotFound => Failure::NotFound,
            Error::PoolTimedOut | Error::PoolClosed | Error::Io(_) => Failure::Unavailable,
            other => Failure::broken(other),
        }
    }
}

impl From<crate::privacy::vault::VaultError> for Failure {
    fn from(error: crate::privacy::vault::VaultError) -> Failure {
        Failure::broken(error)
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

/// Fields whose words never go back to a page: passwords and codes are typed anew.
const SECRET: [&str; 4] = ["old", "new", "password", "code"];

#[derive(Template)]
#[template(path = "web/failure.html")]
struct FailurePage<'f> {
    ui: Ui,
    title: String,
    what_to_do: String,
    request_id: String,
    failure: &'f Failure,
    /// What was typed: `(name, words)`.
    kept: Vec<(String, String)>,
    sent_csrf: String,
    sent_once: String,
    /// The page on which the form stood; empty when it is not known.
    again: String,
}

/// The page of a failure; a redirect when that is the way on.
pub fn failure_page(failure: &Failure, ui: Ui, (request_id, typed): (&str, &Words)) -> Response {
    match failure {
        Failure::Again(location) => return see_other(location),
        Failure::SignIn => return see_other(&format!("/signin?next={}", encode(&ui.path))),
        _ => {}
    }
    let (title, what_to_do) = failure.keys();
    let empty = Words::default();
    // A form of an ended session goes on with its own token, which fits again when the same person signs in; a form of
    // another person gets this reader's token: the reader decides, having seen the words.
    let (words, sent_csrf) = match failure {
        Failure::Expired { words, csrf, .. } => (&**words, csrf.clone()),
        _ => (&empty, String::new()),
    };
    let own = |(name, words): (&str, &str)| (!SECRET.contains(&name)).then(|| (name.to_owned(), words.to_owned()));
    let refused = matches!(failure, Failure::Refused(_) | Failure::Conflict(_));
    let page = FailurePage {
        sent_once: words.get("_once").to_owned(),
        kept: if refused { typed.typed().filter_map(own).collect() } else { words.pairs().filter_map(own).collect() },
        again: typed.from().filter(|_| refused).unwrap_or_default().to_owned(),
        sent_csrf,
        title: ui.t(title),
        what_to_do: ui.t(what_to_do),
        request_id: request_id.to_owned(),
        failure,
        ui,
    };
    let mut response = (failure.status(), Html(page.render().unwrap_or_default())).into_response();
    if let Failure::Slowly(seconds) = failure {
        response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(*seconds));
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
    fn can_send_again(&self) -> bool {
        matches!(self.failure, Failure::Expired { .. })
    }
    fn needs_sign_in(&self) -> bool {
        matches!(self.failure, Failure::Expired { other_person: false, .. })
    }
}
