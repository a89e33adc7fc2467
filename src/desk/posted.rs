//! Requests that act: a form's words, or a file, behind the access table and the token.
use axum::{
    extract::{DefaultBodyLimit, FromRequest, FromRequestParts, Multipart, Request},
    http::Method,
};

use super::{Desk, Visit};
use crate::{
    house::House,
    web::{Failure, Words, same_token},
};

/// The largest form, in bytes.
const LARGEST_FORM: usize = 1024 * 1024;
/// The largest file, in bytes.
const LARGEST_FILE: usize = 10 * 1024 * 1024;

/// A form that has been sent.
pub struct Posted {
    pub desk: Desk,
    pub words: Words,
}

impl FromRequest<House> for Posted {
    type Rejection = Failure;

    async fn from_request(request: Request, house: &House) -> Result<Posted, Failure> {
        let (parts, body) = request.into_parts();
        // The words first: they are kept for the page that says that they could not be saved.
        let bytes =
            axum::body::to_bytes(body, LARGEST_FORM).await.map_err(|_| Failure::Refused("failure-too-large"))?;
        let pairs: Vec<(String, String)> = serde_html_form::from_bytes(&bytes).map_err(|_| Failure::Forged)?;
        let words = Words::of(pairs);
        if let Some(visit) = parts.extensions.get::<Visit>() {
            visit.typed.keep(&words);
        }
        let desk = Desk::open(&parts, house).await?;
        desk.let_go();
        desk.check(&words)?;
        Ok(Posted { desk, words })
    }
}

/// A file that has been sent, with the form's other words.
pub struct Uploaded {
    pub desk: Desk,
    pub words: Words,
    pub name: String,
    pub bytes: Vec<u8>,
}

impl FromRequest<House> for Uploaded {
    type Rejection = Failure;

    async fn from_request(request: Request, house: &House) -> Result<Uploaded, Failure> {
        let (parts, body) = request.into_parts();
        let desk = Desk::open(&parts, house).await?;
        desk.let_go();
        let body = axum::body::Body::new(http_body_util::Limited::new(body, LARGEST_FILE + LARGEST_FORM));
        let mut request = Request::from_parts(parts, body);
        // axum's own limit of 2 MB gives way to ours.
        DefaultBodyLimit::disable().apply(&mut request);
        let mut multipart = Multipart::from_request(request, house).await.map_err(|_| Failure::Forged)?;
        let (mut pairs, mut name, mut bytes) = (Vec::new(), String::new(), Vec::new());
        while let Some(field) = multipart.next_field().await.map_err(|_| Failure::Refused("failure-too-large"))? {
            let field_name = field.name().unwrap_or_default().to_owned();
            if let Some(file_name) = field.file_name() {
                name = file_name.to_owned();
                bytes = field.bytes().await.map_err(|_| Failure::Refused("failure-too-large"))?.to_vec();
            } else {
                pairs.push((field_name, field.text().await.map_err(|_| Failure::Forged)?));
            }
        }
        let words = Words::of(pairs);
        desk.visit.typed.keep(&words);
        desk.check(&words)?;
        Ok(Uploaded { desk, words, name, bytes })
    }
}

impl Desk {
    /// The access table's and the token's word on a form. Whoever lost their session keeps their words.
    fn check(&self, words: &Words) -> Result<(), Failure> {
        if let Err(failure) = self.admit(&Method::POST) {
            return Err(match failure {
                Failure::SignIn => Failure::Expired {
                    words: Box::new(words.clone()),
                    other_person: false,
                    csrf: words.get("_csrf").to_owned(),
                },
                other => other,
            });
        }
        if same_token(words.get("_csrf"), &self.csrf()) {
            return Ok(());
        }
        // A form of this browser from before somebody else signed in, or from before the browser forgot us.
        let other_person = self.maybe_actor().is_some();
        Err(Failure::Expired { words: Box::new(words.clone()), other_person, csrf: self.csrf() })
    }
}

/// Keeps [`FromRequestParts`] in sight of the docs: a desk alone reads.
const _: fn() = || {
    fn reads<T: FromRequestParts<House>>() {}
    reads::<Desk>();
};
