//! Around every request: an id, the visit's cookies, the check that it comes from our own pages, the view log before
//! the bytes leave, the headers of the answer, and a failure told in the reader's language.
use std::{
    sync::{Arc, OnceLock},
    time::Instant,
};

use axum::{
    extract::{MatchedPath, Request, State},
    http::{HeaderMap, HeaderName, HeaderValue, Method, header},
    middleware::Next,
    response::{IntoResponse, Response},
};
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use uuid::Uuid;

use super::device;
use crate::{
    db::Tally,
    house::House,
    ident,
    privacy::views::Sink,
    text::Lang,
    web::{self, Failure, Ui, Words},
};

/// The session's cookie without the `__Host-` that it has over https and on loopback.
pub const SESSION: &str = "urasilta";
const VISIT: &str = "urasilta-visit";
const LANG: &str = "urasilta-lang";

/// What is known of a request before anybody asks who it is.
#[derive(Clone, Debug)]
pub struct Visit {
    pub request_id: String,
    /// A random name of this browser, in a cookie: what the forms' tokens are bound to.
    pub browser: String,
    pub session: Option<String>,
    /// The language chosen by the reader.
    pub lang: Option<Lang>,
    /// The language the browser asks for.
    pub accepts: Lang,
    /// The browser and its system in two words: `firefox windows`.
    pub device: String,
    /// Path and query, the language left out.
    pub path: String,
    pub tally: Tally,
    pub sink: Sink,
    /// The words of the form that was sent, so that a refusal can give them back.
    pub typed: Typed,
}

/// What was typed into the form that is being sent.
#[derive(Clone, Debug, Default)]
pub struct Typed(Arc<OnceLock<Words>>);

impl Typed {
    pub(super) fn keep(&self, words: &Words) {
        // A request has one form.
        let _ = self.0.set(words.clone());
    }
}

impl Visit {
    fn of(request: &Request, house: &House) -> Visit {
        let headers = request.headers();
        let secure = house.config.secure_cookies();
        let query = request.uri().query().unwrap_or_default();
        let chosen = query.split('&').find_map(|pair| pair.strip_prefix("lang=")).and_then(Lang::read);
        let kept = cookie(headers, LANG, false).and_then(|code| Lang::read(&code));
        let accepts =
            headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok()).and_then(Lang::accepted);
        Visit {
            request_id: ident::random().simple().to_string(),
            browser: cookie(headers, VISIT, secure)
                .filter(|name| name.len() == 32)
                .unwrap_or_else(|| ident::random().simple().to_string()),
            session: cookie(headers, SESSION, secure),
            lang: chosen.or(kept),
            accepts: accepts.unwrap_or_default(),
            device: device::of(headers),
            path: without_lang(request.uri().path(), query),
            tally: Tally::default(),
            sink: Sink::default(),
            typed: Typed::default(),
        }
    }

    /// The token of a form shown to this browser while `human` was signed in.
    pub fn csrf(&self, secret: &[u8; 32], human: Option<Uuid>) -> String {
        let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(secret) else { return String::new() };
        mac.update(self.browser.as_bytes());
        mac.update(human.unwrap_or_default().as_bytes());
        data_encoding::HEXLOWER.encode(&mac.finalize().into_bytes()[..16])
    }

    /// What was typed into the form that was sent; nothing when a page is opened.
    pub fn words(&self) -> Words {
        self.typed.0.get().cloned().unwrap_or_default()
    }

    /// The page in the reader's sight: of a form that was sent, the page on which it stood.
    pub fn page(&self) -> String {
        self.words().from().map_or_else(|| self.path.clone(), str::to_owned)
    }

    /// The key of the notice that the page before left in the address.
    pub fn notice(&self) -> Option<&str> {
        self.path.split_once('?')?.1.split('&').find_map(|pair| pair.strip_prefix("done=")).filter(|key| key.len() < 60)
    }
}

fn without_lang(path: &str, query: &str) -> String {
    let rest: Vec<&str> = query.split('&').filter(|pair| !pair.is_empty() && !pair.starts_with("lang=")).collect();
    if rest.is_empty() { path.to_owned() } else { format!("{path}?{}", rest.join("&")) }
}

/// A cookie's value.
pub fn cookie(headers: &HeaderMap, name: &str, secure: bool) -> Option<String> {
    let name = if secure { format!("__Host-{name}") } else { name.to_owned() };
    headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(';'))
        .find_map(|pair| pair.trim().strip_prefix(&name)?.strip_prefix('=').map(str::to_owned))
        .filter(|value| !value.is_empty())
}

/// The `Set-Cookie` line of a session; an empty token ends it.
pub fn session_cookie(house: &House, token: &str) -> String {
    let line = cookie_line(SESSION, token, house.config.secure_cookies());
    if token.is_empty() { format!("{line}; Max-Age=0") } else { line }
}

fn cookie_line(name: &str, value: &str, secure: bool) -> String {
    if secure {
        format!("__Host-{name}={value}; Path=/; Secure; HttpOnly; SameSite=Lax")
    } else {
        format!("{name}={value}; Path=/; HttpOnly; SameSite=Lax")
    }
}

/// The frame itself.
pub async fn frame(State(house): State<House>, mut request: Request, next: Next) -> Response {
    let started = Instant::now();
    let visit = Visit::of(&request, &house);
    let method = request.method().clone();
    let route =
        request.extensions().get::<MatchedPath>().map_or_else(|| "-".to_owned(), |path| path.as_str().to_owned());
    let is_asset = request.uri().path().starts_with("/assets/");
    let new_browser = cookie(request.headers(), VISIT, house.config.secure_cookies()).is_none();
    let own = is_own(request.headers(), &method, &house);
    request.extensions_mut().insert(visit.clone());
    let mut response = if own { next.run(request).await } else { Failure::Forged.into_response() };
    if let Err(error) = log_view(&house, &visit, &route).await {
        response = error.into_response();
    }
    if response.status().is_client_error() && !is_asset && response.extensions().get::<web::FailureMark>().is_none() {
        response = no_address(response);
    }
    if let Some(web::FailureMark(failure)) = response.extensions().get::<web::FailureMark>().cloned() {
        tell(&failure, &visit);
        let told = web::failure_page(&failure, plain_ui(&house, &visit), (&visit.request_id, visit.typed.0.get()));
        response = told;
    }
    set_headers(&mut response, (is_asset, house.config.get("public_url").starts_with("https://")));
    if !is_asset {
        set_cookies(&mut response, &house, (&visit, new_browser));
    }
    let status = response.status().as_u16();
    metrics::histogram!("http_request_seconds", "status" => status.to_string()).record(started.elapsed());
    tracing::debug!(request_id = visit.request_id, %method, route, status, queries = visit.tally.so_far(), "answered");
    // For the tests and the benchmark. A refusal does not tell how far it was looked: "not yours" is "not there".
    if response.status().is_success()
        && let Ok(value) = HeaderValue::from_str(&visit.tally.so_far().to_string())
    {
        response.headers_mut().insert(HeaderName::from_static("x-queries"), value);
    }
    response
}

/// A word in the address that cannot be read (an id, the number of a page) is refused by axum in words of its own: for the
/// reader there is nothing at such an address.
fn no_address(response: Response) -> Response {
    let kind = response.headers().get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    if kind.starts_with("text/plain") { Failure::NotFound.into_response() } else { response }
}

/// The row of the view log, before the bytes leave.
async fn log_view(house: &House, visit: &Visit, route: &str) -> Result<(), Failure> {
    let Some(view) = visit.sink.view(route, house.clock.now()) else { return Ok(()) };
    visit.tally.one_more();
    house.views.write(view).await.map_err(|error| {
        tracing::error!(request_id = visit.request_id, %error, "the view log could not be written");
        Failure::Unavailable(None)
    })
}

/// Whether an acting request comes from our own pages, as far as the browser says. Ours send no referrer, so their
/// `Origin` is `null`; over plain http a browser does not say `Sec-Fetch-Site` either: then the form's token decides.
fn is_own(headers: &HeaderMap, method: &Method, house: &House) -> bool {
    if method == Method::GET || method == Method::HEAD {
        return true;
    }
    let said = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
    if let Some(site) = said("sec-fetch-site") {
        return site == "same-origin" || site == "none";
    }
    said("origin").is_none_or(|origin| {
        origin == "null"
            || origin == house.config.get("public_url")
            || said("host").is_some_and(|host| origin.ends_with(&format!("://{host}")))
    })
}

fn tell(failure: &Failure, visit: &Visit) {
    match failure {
        Failure::Broken(cause) => {
            tracing::error!(request_id = visit.request_id, %cause, "broken");
        }
        Failure::Unreadable(cause) => {
            tracing::error!(request_id = visit.request_id, cause, "sealed words cannot be opened");
        }
        Failure::Unavailable(cause) => {
            tracing::warn!(request_id = visit.request_id, cause, "unavailable");
        }
        other => tracing::debug!(request_id = visit.request_id, status = other.status().as_u16(), "refused"),
    }
}

fn plain_ui(house: &House, visit: &Visit) -> Ui {
    Ui {
        path: visit.path.clone(),
        site: house.config.get("site_name").to_owned(),
        phone: house.config.get("help_phone").to_owned(),
        demo: house.demo,
        now: house.demo.then(|| house.clock.now()),
        csrf: visit.csrf(&house.secret, None),
        ..Ui::plain(visit.lang.unwrap_or(visit.accepts))
    }
}

const CSP: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; \
                   connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

fn set_headers(response: &mut Response, (is_asset, is_https): (bool, bool)) {
    let headers = response.headers_mut();
    let fixed = [
        (header::CONTENT_SECURITY_POLICY, CSP),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::REFERRER_POLICY, "no-referrer"),
        (header::X_FRAME_OPTIONS, "DENY"),
        (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
        (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
        (HeaderName::from_static("permissions-policy"), "camera=(), geolocation=(), microphone=()"),
    ];
    for (name, value) in fixed {
        headers.insert(name, HeaderValue::from_static(value));
    }
    if is_https {
        headers.insert(header::STRICT_TRANSPORT_SECURITY, HeaderValue::from_static("max-age=63072000"));
    }
    if !is_asset && !headers.contains_key(header::CACHE_CONTROL) {
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    }
}

fn set_cookies(response: &mut Response, house: &House, (visit, new_browser): (&Visit, bool)) {
    let secure = house.config.secure_cookies();
    if new_browser {
        append(response, &cookie_line(VISIT, &visit.browser, secure));
    }
    if let Some(lang) = visit.lang {
        append(response, &format!("{LANG}={}; Path=/; HttpOnly; SameSite=Lax; Max-Age=31536000", lang.code()));
    }
}

fn append(response: &mut Response, line: &str) {
    if let Ok(value) = HeaderValue::from_str(line) {
        response.headers_mut().append(header::SET_COOKIE, value);
    }
}
