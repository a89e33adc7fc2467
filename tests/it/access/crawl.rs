//! Going through every page somebody is shown, by every link and every form's address.
use std::{
    collections::{BTreeMap, BTreeSet, VecDeque},
    fmt::Write,
};

use chrono::Duration;
use urasilta::{
    clock::Moment,
    house::Plan,
    walk::{Form, Page},
};
use uuid::Uuid;

use super::cast::Member;
use crate::support::{Actor, Stage};

/// A page asked for.
pub struct Visit {
    pub address: String,
    /// The route it stands under in the access table; empty when under none.
    pub route: String,
    pub at: Moment,
    pub page: Page,
}

/// A form somebody was shown.
#[derive(Clone)]
pub struct Found {
    /// The page it stood on.
    pub on: String,
    pub route: String,
    pub is_post: bool,
    pub form: Form,
}

/// What somebody was shown.
#[derive(Default)]
pub struct Crawled {
    pub visits: Vec<Visit>,
    /// By address and what it is sent with, once each.
    pub forms: Vec<Found>,
    pub faults: Vec<String>,
}

/// More than these are not looked at: a list that never ends is a fault.
const MOST: usize = 900;

/// These end the visit or belong to others.
const LEFT_ALONE: [&str; 3] = ["/assets/", "/leave", "/signin"];

/// Goes through all that somebody is shown, from the front page on.
pub async fn crawl(stage: &Stage, member: &Member) -> Crawled {
    crawl_as(stage, &mut stage.human(member.human).await).await
}

pub async fn crawl_as(stage: &Stage, actor: &mut Actor) -> Crawled {
    let mut crawled = Crawled::default();
    let mut queue: VecDeque<String> = ["/", "/services", "/me", "/path"].map(str::to_owned).into();
    queue.extend(imports(stage).await);
    let mut known: BTreeSet<String> = queue.iter().cloned().collect();
    let mut sent = BTreeSet::new();
    while let Some(address) = queue.pop_front() {
        // Each request has a moment of its own, by which the view log can be asked about it.
        stage.later(Duration::milliseconds(10));
        let page = actor.send("GET", &address, None).await;
        for next in crawled.judge(stage, &address, &page) {
            if known.insert(next.clone()) && known.len() < MOST {
                queue.push_back(next);
            }
        }
        for found in forms(&stage.house().plan, &address, &page) {
            queue.extend(choices(&found).into_iter().filter(|next| known.insert(next.clone())));
            if sent.insert((found.form.action.clone(), field_names(&found.form))) {
                crawled.forms.push(found);
            }
        }
        let route = route_of(&stage.house().plan, "GET", &address).unwrap_or_default();
        crawled.visits.push(Visit { address, route, at: stage.now(), page });
    }
    if known.len() >= MOST {
        crawled.faults.push(format!("more than {MOST} addresses"));
    }
    crawled
}

/// The previews of imports, to which only the sending of a file leads: those of the own organisation open.
async fn imports(stage: &Stage) -> Vec<String> {
    let mut tx = stage.house().db.read().await.unwrap();
    let ids: Vec<(Uuid,)> = tx.sql("select id from people_import").all().await.unwrap();
    ids.into_iter().map(|(id,)| format!("/staff/import/{id}")).collect()
}

impl Crawled {
    /// Every address that somebody was shown: pages that opened, and where forms go.
    pub fn every_address(&self) -> BTreeSet<String> {
        let pages = self.visits.iter().filter(|visit| !visit.page.status.is_client_error());
        let forms = self.forms.iter().filter(|found| found.is_post);
        pages.map(|visit| visit.address.clone()).chain(forms.map(|found| found.form.action.clone())).collect()
    }

    /// Looks for what is wrong with a page; gives where it leads.
    fn judge(&mut self, stage: &Stage, address: &str, page: &Page) -> Vec<String> {
        let status = page.status.as_u16();
        if page.status.is_redirection() {
            let to = page.headers.get("location").and_then(|to| to.to_str().ok()).unwrap_or_default();
            return inner(to).into_iter().collect();
        }
        if status != 200 && status != 409 && !address.starts_with("/staff/import/") {
            self.faults.push(format!("{status} from the own link {address}: {}", page.words()));
        }
        if !is_html(page) {
            return Vec::new();
        }
        let html = page.html();
        let main = html.split_once("<main").map_or("", |(_, rest)| rest.split("</main>").next().unwrap_or(rest));
        if !main.contains("<a ")
            && !main.contains("<form")
            && !main.contains("<button")
            && !html.contains("class=\"nav\"")
        {
            self.faults.push(format!("no way on from {address}"));
        }
        for found in forms(&stage.house().plan, address, page).iter().filter(|found| found.route.is_empty()) {
            self.faults.push(format!("the form on {address} goes to {}, which is no route", found.form.action));
        }
        // The way on from the answer of a pre-check, which is kept nowhere and has no address.
        let on = address.strip_suffix("/precheck").map(|service| format!("{service}/apply"));
        let links = html.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next());
        let links = links.filter_map(|link| inner(&link.replace("&amp;", "&").replace("&#38;", "&")));
        on.into_iter().chain(links).collect()
    }
}

pub fn is_html(page: &Page) -> bool {
    page.headers.get("content-type").is_some_and(|kind| kind.to_str().is_ok_and(|kind| kind.starts_with("text/html")))
}

/// An address of our own, without its fragment, its language and the notice of what was done.
fn inner(link: &str) -> Option<String> {
    let link = link.split('#').next().unwrap_or_default();
    if !link.starts_with('/') || LEFT_ALONE.iter().any(|start| link.starts_with(start)) {
        return None;
    }
    let (path, query) = link.split_once('?').unwrap_or((link, ""));
    let kept: Vec<&str> = query
        .split('&')
        .filter(|pair| !pair.is_empty() && !pair.starts_with("lang=") && !pair.starts_with("done="))
        .collect();
    Some(if kept.is_empty() { path.to_owned() } else { format!("{path}?{}", kept.join("&")) })
}

/// The forms of a page, each with the route it goes to.
fn forms(plan: &Plan, address: &str, page: &Page) -> Vec<Found> {
    if !is_html(page) {
        return Vec::new();
    }
    let html = page.html();
    let tags =
        html.split("<form").skip(1).map(|form| form.split('>').next().unwrap_or_default().contains("method=\"post\""));
    tags.zip(page.forms())
        .map(|(is_post, form)| {
            let route = route_of(plan, if is_post { "POST" } else { "GET" }, &form.action).unwrap_or_default();
            Found { on: address.to_owned(), route, is_post, form }
        })
        .collect()
}

/// What a filter leads to, when it offers things to choose from: one address for each.
fn choices(found: &Found) -> Vec<String> {
    let fields = found.form.fields.iter().filter(|_| !found.is_post);
    let options = fields.flat_map(|field| field.options.iter().map(move |option| (field, option)));
    let things = options.filter(|(_, option)| !ids_in(option).is_empty());
    things.map(|(field, option)| format!("{}?{}={option}", found.form.action, field.name)).collect()
}

fn field_names(form: &Form) -> String {
    form.fields.iter().map(|field| field.name.as_str()).collect::<Vec<_>>().join(" ")
}

/// The route that an address stands under: the one with the fewest places left open.
pub fn route_of(plan: &Plan, method: &str, address: &str) -> Option<String> {
    let path = address.split('?').next().unwrap_or_default();
    let fits = |route: &str| {
        let (route, path): (Vec<_>, Vec<_>) = (route.split('/').collect(), path.split('/').collect());
        route.len() == path.len()
            && route.iter().zip(&path).all(|(a, b)| (a.starts_with('{') && !b.is_empty()) || a == b)
    };
    plan.access()
        .filter(|(known, route, _)| *known == method && fits(route))
        .map(|(_, route, _)| route.to_owned())
        .min_by_key(|route| route.matches('{').count())
}

/// The ids that stand in a text, in order.
pub fn ids_in(text: &str) -> Vec<Uuid> {
    let starts = text.char_indices().map(|(at, _)| at);
    let found = starts.filter_map(|at| text.get(at..at + 36)).filter(|part| part.as_bytes()[8] == b'-');
    found.filter_map(|part| Uuid::parse_str(part).ok()).collect()
}

/// The text with other ids: each that `other` gives one for.
pub fn with_ids(text: &str, mut other: impl FnMut(Uuid) -> Uuid) -> String {
    let mut ids: Vec<Uuid> = ids_in(text);
    ids.dedup();
    let others: BTreeMap<Uuid, Uuid> = ids.iter().map(|id| (*id, other(*id))).collect();
    others.iter().fold(text.to_owned(), |text, (id, other)| text.replace(&id.to_string(), &other.to_string()))
}

/// What two answers must have in common when neither may tell whether there is something: everything but ids, tokens
/// and the request's own number.
pub fn told(page: &Page) -> String {
    let mut out = format!("{}\n", page.status);
    for (name, value) in &page.headers {
        if name != "set-cookie" && name != "content-length" && name != "date" {
            let _ = writeln!(out, "{name}: {}", blurred(&String::from_utf8_lossy(value.as_bytes())));
        }
    }
    out + &blurred(&page.html())
}

/// Long runs of digits are what changes from request to request.
fn blurred(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut run = String::new();
    for c in text.chars().chain(['\n']) {
        if c.is_ascii_hexdigit() && !c.is_ascii_uppercase() || c == '-' {
            run.push(c);
            continue;
        }
        out.push_str(if run.len() >= 32 { "#" } else { &run });
        run.clear();
        out.push(c);
    }
    out
}
