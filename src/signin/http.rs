//! The one client by which the house asks others over HTTP.
use std::{sync::LazyLock, time::Duration};

use openidconnect::{HttpRequest, HttpResponse};

/// It follows no redirects: an answer that points elsewhere would take a token along.
static CLIENT: LazyLock<Option<reqwest::Client>> = LazyLock::new(|| {
    reqwest::Client::builder()
        .redirect(reqwest::redirect::Policy::none())
        .connect_timeout(Duration::from_secs(5))
        .timeout(Duration::from_secs(10))
        .build()
        .ok()
});

/// The most bytes of an answer that are read.
const LARGEST: usize = 1024 * 1024;

/// Why another server gave no answer.
#[derive(Debug, thiserror::Error)]
pub(super) enum HttpError {
    #[error("no HTTP client could be made")]
    NoClient,
    #[error("the other server: {0}")]
    Other(#[from] reqwest::Error),
    #[error("the other server's answer is too long")]
    TooLong,
    #[error("the other server's answer cannot be read")]
    Unreadable,
}

pub(super) fn client() -> Result<&'static reqwest::Client, HttpError> {
    CLIENT.as_ref().ok_or(HttpError::NoClient)
}

/// Asks and reads at most [`LARGEST`] bytes, for the sign-in service. The address is left out of errors: it may hold a code.
pub(super) async fn ask(request: HttpRequest) -> Result<HttpResponse, HttpError> {
    let (parts, body) = request.into_parts();
    let asked = client()?.request(parts.method, parts.uri.to_string()).headers(parts.headers).body(body);
    let mut answer = asked.send().await.map_err(reqwest::Error::without_url)?;
    let mut response = axum::http::Response::builder().status(answer.status());
    if let Some(headers) = response.headers_mut() {
        headers.clone_from(answer.headers());
    }
    let mut bytes = Vec::new();
    while let Some(chunk) = answer.chunk().await.map_err(reqwest::Error::without_url)? {
        if bytes.len() + chunk.len() > LARGEST {
            return Err(HttpError::TooLong);
        }
        bytes.extend_from_slice(&chunk);
    }
    response.body(bytes).map_err(|_| HttpError::Unreadable)
}
