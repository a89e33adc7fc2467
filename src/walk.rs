//! A walker goes through the house's own pages inside the process: it opens a page, fills in a form and sends it, with
//! the cookies and hidden fields a browser would send. The replay, the demo and the tests walk; nothing they do takes
//! another road than a person's.
mod form;

use std::collections::BTreeMap;

use axum::{
    Router,
    body::Body,
    http::{HeaderMap, Request, StatusCode, header},
};
pub use form::{Field, FieldKind, Form};
use tower::ServiceExt;

/// A page as it came.
#[derive(Clone, Debug, Default)]
pub struct Page {
    pub status: StatusCode,
    /// Where it was found, after redirects.
    pub path: String,
    pub headers: HeaderMap,
    pub bytes: Vec<u8>,
}

impl Page {
    pub fn html(&self) -> String {
        String::from_utf8_lossy(&self.bytes).into_owned()
    }

    /// The words a reader sees: tags left out, entities read, spaces folded.
    pub fn words(&self) -> String {
        let html = self.html();
        let main =
            html.split_once("<main").map_or(html.as_str(), |(_, rest)| rest.split("</main>").next().unwrap_or(rest));
        let mut out = String::with_capacity(main.len());
        let mut inside = main.starts_with(|c: char| c != '<') && html.contains("<main");
        for c in main.chars() {
            match c {
                '<' => inside = true,
                '>' if inside => {
                    inside = false;
                    out.push(' ');
                }
                _ if !inside => out.push(c),
                _ => {}
            }
        }
        unescape(&out).split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// The hidden fields of the form that is sent to `action`.
    pub fn hidden(&self, action: &str) -> Option<Vec<(String, String)>> {
        let html = self.html();
        let form = html.split("<form").skip(1).find(|form| {
            form.split('>').next().and_then(|tag| attribute(tag, "action")).is_some_and(|to| unescape(&to) == action)
        })?;
        let form = form.split("</form>").next()?;
        let fields = form.split("<input").skip(1).filter_map(|input| {
            let tag = input.split('>').next()?;
            (attribute(tag, "type")? == "hidden")
                .then(|| Some((attribute(tag, "name")?, unescape(&attribute(tag, "value")?))))?
        });
        Some(fields.collect())
    }

    /// The forms of the page, in order.
    pub fn forms(&self) -> Vec<Form> {
        Form::all_of(&self.html())
    }

    /// The first form whose address begins with `start` and ends with `end`.
    pub fn form(&self, start: &str, end: &str) -> Option<Form> {
        self.forms().into_iter().find(|form| form.action.starts_with(start) && form.action.ends_with(end))
    }

    /// The addresses of the page's forms and links, in order.
    pub fn addresses(&self) -> Vec<String> {
        let html = self.html();
        ["href=\"", "action=\""]
            .iter()
            .flat_map(|mark| {
                html.split(mark).skip(1).filter_map(|rest| rest.split('"').next()).map(unescape).collect::<Vec<_>>()
            })
            .collect()
    }

    /// The first address that begins with `start` and ends with `end`.
    pub fn address(&self, start: &str, end: &str) -> Option<String> {
        self.addresses().into_iter().find(|address| address.starts_with(start) && address.ends_with(end))
    }
}

fn attribute(tag: &str, name: &str) -> Option<String> {
    let rest = tag.split_once(&format!(" {name}=\""))?.1;
    Some(rest.split('"').next()?.to_owned())
}

fn unescape(words: &str) -> String {
    [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#34;", "\""),
        ("&#39;", "'"),
        ("&#38;", "&"),
        ("&#60;", "<"),
        ("&#62;", ">"),
        ("&amp;", "&"),
    ]
    .iter()
    .fold(words.to_owned(), |words, (from, to)| words.replace(from, to))
}

/// Somebody at a browser.
#[derive(Clone)]
pub struct Walker {
    router: Router,
    cookies: BTreeMap<String, String>,
    /// The page being looked at.
    pub page: Page,
}

impl Walker {
    pub fn new(router: Router) -> Walker {
        Walker { router, cookies: BTreeMap::new(), page: Page::default() }
    }

    /// A cookie set by hand, like that of a session.
    #[must_use]
    pub fn with_cookie(mut self, name: &str, value: &str) -> Walker {
        self.cookies.insert(name.to_owned(), value.to_owned());
        self
    }

    /// The cookies as a browser sends them.
    pub fn cookies(&self) -> String {
        self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect::<Vec<_>>().join("; ")
    }

    /// Opens a page, following redirects.
    pub async fn get(&mut self, path: &str) -> &Page {
        let page = self.send("GET", path, None).await;
        self.follow(page).await
    }

    /// Sends the form of this page that goes to `action`, with these fields besides its hidden ones; follows redirects.
    /// A page without such a form is sent nothing: the answer is then 404 with the reason in its words.
    pub async fn submit(&mut self, action: &str, fields: &[(&str, &str)]) -> &Page {
        let Some(hidden) = self.page.hidden(action) else {
            let bytes = format!("no form goes to {action} on {}", self.page.path).into_bytes();
            self.page = Page { status: StatusCode::NOT_FOUND, bytes, ..Page::default() };
            return &self.page;
        };
        let mut all = hidden;
        all.retain(|(name, _)| !fields.iter().any(|(given, _)| given == name));
        all.extend(fields.iter().map(|(name, words)| ((*name).to_owned(), (*words).to_owned())));
        self.post(action, &all).await
    }

    /// Sends the form with what stands in it; follows redirects.
    pub async fn send_form(&mut self, form: &Form) -> &Page {
        self.post(&form.action.clone(), &form.pairs()).await
    }

    /// [`Walker::send_form`] with a file for the field, by its name and kind (`text/csv`).
    pub async fn send_file(&mut self, form: &Form, field: &str, (name, kind, bytes): (&str, &str, &[u8])) -> &Page {
        const EDGE: &str = "a-line-that-stands-in-no-file";
        let mut body = Vec::new();
        for (name, value) in form.pairs() {
            let part = format!("--{EDGE}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n");
            body.extend(part.bytes());
        }
        let head = format!(
            "--{EDGE}\r\nContent-Disposition: form-data; name=\"{field}\"; filename=\"{name}\"\r\nContent-Type: {kind}\r\n\r\n"
        );
        body.extend(head.bytes());
        body.extend(bytes);
        body.extend(format!("\r\n--{EDGE}--\r\n").bytes());
        let kind = format!("multipart/form-data; boundary={EDGE}");
        let page = self.send_body("POST", &form.action, (&kind, body)).await;
        self.follow(page).await
    }

    /// Sends these fields as they are; follows redirects.
    pub async fn post(&mut self, path: &str, fields: &[(String, String)]) -> &Page {
        let body = serde_html_form::to_string(fields).unwrap_or_default();
        let page = self.send("POST", path, Some(body)).await;
        self.follow(page).await
    }

    async fn follow(&mut self, mut page: Page) -> &Page {
        for _ in 0..5 {
            let Some(to) = redirect(&page) else { break };
            page = self.send("GET", &to, None).await;
        }
        self.page = page;
        &self.page
    }

    /// One request without following redirects; the page in view stays.
    pub async fn send(&mut self, method: &str, path: &str, form: Option<String>) -> Page {
        let kind = if form.is_some() { "application/x-www-form-urlencoded" } else { "text/plain" };
        self.send_body(method, path, (kind, form.unwrap_or_default().into_bytes())).await
    }

    /// [`Walker::send`] with a body of any kind.
    pub async fn send_body(&mut self, method: &str, path: &str, (kind, body): (&str, Vec<u8>)) -> Page {
        let request = Request::builder()
            .method(method)
            .uri(path)
            .header(header::COOKIE, self.cookies())
            .header(header::CONTENT_TYPE, kind)
            .header("sec-fetch-site", "same-origin")
            .body(Body::from(body));
        let Ok(request) = request else {
            return Page { status: StatusCode::BAD_REQUEST, path: path.to_owned(), ..Page::default() };
        };
        let response = match self.router.clone().oneshot(request).await {
            Ok(response) => response,
            Err(never) => match never {},
        };
        let (parts, body) = response.into_parts();
        for line in parts.headers.get_all(header::SET_COOKIE).iter().filter_map(|line| line.to_str().ok()) {
            self.keep(line);
        }
        let bytes = axum::body::to_bytes(body, usize::MAX).await.unwrap_or_default().to_vec();
        Page { status: parts.status, path: path.to_owned(), headers: parts.headers, bytes }
    }

    fn keep(&mut self, line: &str) {
        let Some((name, rest)) = line.split_once('=') else { return };
        let value = rest.split(';').next().unwrap_or_default();
        if line.contains("Max-Age=0") {
            self.cookies.remove(name);
        } else {
            self.cookies.insert(name.to_owned(), value.to_owned());
        }
    }
}

fn redirect(page: &Page) -> Option<String> {
    if !page.status.is_redirection() {
        return None;
    }
    Some(page.headers.get(header::LOCATION)?.to_str().ok()?.to_owned())
}
