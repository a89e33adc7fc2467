//! The one extractor of a handler. A [`Desk`] reads, a [`Posted`] acts: both know who is there, in which language, at
//! what moment; both have checked the access table. A `Posted` has checked the form's token too, and keeps its words.
mod act;
mod device;
mod frame;
mod posted;
mod store;

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use askama::Template;
use axum::{
    extract::{FromRequestParts, MatchedPath},
    http::{Method, StatusCode, request::Parts},
    response::{Html, IntoResponse, Response},
};
use uuid::Uuid;

pub use act::Act;
pub use frame::{SESSION, Visit, cookie, frame, session_cookie};
pub use posted::{Posted, Uploaded};
pub use store::{first_today, forget_old};

use crate::{
    clock::Moment,
    db::Tx,
    house::House,
    privacy::{self, Actor, Asked, Class, Edges, Grant, session},
    text::Lang,
    web::{Answer, Failure, MenuEntry, Ui},
};

/// A reading request, checked against the access table.
pub struct Desk {
    pub house: House,
    pub lang: Lang,
    pub now: Moment,
    pub visit: Visit,
    /// The route as it stands in the access table.
    pub route: String,
    actor: Option<Actor>,
    /// What was read with the session, kept for the page.
    kept: Arc<Mutex<Kept>>,
}

/// The transaction in which the session was read, until it is taken; and the edges that were read in it to what the
/// page is about, while no other transaction has begun.
#[derive(Default)]
struct Kept {
    tx: Option<Tx>,
    edges: Option<Edges>,
}

impl FromRequestParts<House> for Desk {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, house: &House) -> Result<Desk, Failure> {
        if parts.method != Method::GET && parts.method != Method::HEAD {
            return Err(Failure::broken("a handler that acts takes Posted"));
        }
        let desk = Desk::open(parts, house).await?;
        desk.admit(&parts.method)?;
        Ok(desk)
    }
}

impl Desk {
    async fn open(parts: &Parts, house: &House) -> Result<Desk, Failure> {
        let visit = parts.extensions.get::<Visit>().cloned().ok_or_else(|| Failure::broken("no frame"))?;
        let route = parts.extensions.get::<MatchedPath>().map_or_else(String::new, |path| path.as_str().to_owned());
        let now = house.clock.now();
        let required = house.config.needs_second_factor();
        let (mut actor, mut kept) = (None, Kept::default());
        if let Some(token) = &visit.session {
            let mut tx = house.db.read_counted(&visit.tally).await?;
            if let Some(found) = session::actor(&mut tx, token, (now, required, asked(parts.uri.path()))).await? {
                if found.touch {
                    drop(tx);
                    // The page's own view of the database must not be older than this write.
                    // A database that cannot write now may still be read.
                    if let Err(error) = session::touch(&house.db, &visit.tally, token, now).await {
                        tracing::warn!(request_id = visit.request_id, %error, "the session could not be touched");
                    }
                } else {
                    kept = Kept { tx: Some(tx), edges: Some(found.edges) };
                }
                actor = Some(found.actor);
            }
        }
        let lang = visit.lang.or(actor.as_ref().map(|actor| actor.lang)).unwrap_or(visit.accepts);
        Ok(Desk { house: house.clone(), lang, now, visit, route, actor, kept: Arc::new(Mutex::new(kept)) })
    }

    fn kept(&self) -> MutexGuard<'_, Kept> {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Lets go of the reading transaction: what follows writes.
    fn let_go(&self) {
        *self.kept() = Kept::default();
    }

    /// The access table's word.
    fn admit(&self, method: &Method) -> Result<(), Failure> {
        let who = self.house.plan.who(method, &self.route).ok_or(Failure::NotFound)?;
        match &self.actor {
            _ if who.anyone() => Ok(()),
            None => Err(Failure::SignIn),
            Some(actor) if actor.may_use(who) => Ok(()),
            Some(_) => Err(Failure::NotFound),
        }
    }

    /// Who is signed in.
    pub fn actor(&self) -> Result<&Actor, Failure> {
        self.actor.as_ref().ok_or(Failure::SignIn)
    }

    pub fn maybe_actor(&self) -> Option<&Actor> {
        self.actor.as_ref()
    }

    /// A reading transaction.
    pub async fn read(&self) -> Result<Tx, Failure> {
        let kept = self.kept().tx.take();
        if let Some(tx) = kept {
            return Ok(tx);
        }
        // What was read in the transaction before may be older than this one.
        self.kept().edges = None;
        Ok(self.house.db.read_counted(&self.visit.tally).await?)
    }

    /// A reading transaction that may lag behind what has just been done: for reports, from the replica when there is one.
    pub async fn read_replica(&self) -> Result<Tx, Failure> {
        if self.house.db.has_replica() {
            return Ok(self.house.db.read_replica(&self.visit.tally).await?);
        }
        self.read().await
    }

    /// Permission to read the resource in this class, noted for the view log; not there when there is no edge.
    pub async fn grant(&self, tx: &mut Tx, resource: Uuid, class: Class) -> Result<Grant, Failure> {
        let grant = self.may(tx, resource, class).await?.ok_or(Failure::NotFound)?;
        Ok(grant)
    }

    /// [`Desk::grant`] where not being allowed is no failure.
    pub async fn may(&self, tx: &mut Tx, resource: Uuid, class: Class) -> Result<Option<Grant>, Failure> {
        let actor = self.actor()?;
        let known = self.kept().edges.as_ref().and_then(|edges| edges.grant(actor, (resource, class)));
        let grant = match known {
            Some(known) => known,
            None => privacy::grant(tx, actor, (resource, class), self.now).await?,
        };
        if let Some(grant) = &grant {
            self.visit.sink.note(grant, &[]);
        }
        Ok(grant)
    }

    /// [`Desk::may`] of each of these that the reader may read, asked at once.
    pub async fn may_each(&self, tx: &mut Tx, ids: &[Uuid], class: Class) -> Result<Vec<Grant>, Failure> {
        let grants = privacy::grants(tx, self.actor()?, (ids, class), self.now).await?;
        for grant in &grants {
            self.visit.sink.note(grant, &[]);
        }
        Ok(grants)
    }

    /// Permission to read each thing that is the reader's own. What the answer tells about is noted by the caller.
    pub async fn own(&self, tx: &mut Tx) -> Result<Vec<Grant>, Failure> {
        let actor = self.actor()?;
        let known = self.kept().edges.as_ref().and_then(|edges| edges.own(actor));
        match known {
            Some(known) => Ok(known),
            None => Ok(privacy::own(tx, actor, self.now).await?),
        }
    }

    /// The answer tells about these people too (a list).
    pub fn note(&self, grant: &Grant, subjects: &[Uuid]) {
        self.visit.sink.note(grant, subjects);
    }

    /// The frame of the page.
    pub fn ui(&self) -> Ui {
        let config = &self.house.config;
        let menu = self.house.plan.menu.iter().filter(|place| {
            self.actor.as_ref().is_some_and(|actor| actor.may_use(place.who) && !(actor.works() && place.is_own()))
        });
        let path = self.visit.path.split('?').next().unwrap_or_default();
        Ui {
            lang: self.lang,
            path: self.visit.page(),
            site: config.get("site_name").to_owned(),
            name: self.actor.as_ref().map(|actor| actor.name.clone()),
            menu: menu
                .map(|place| MenuEntry {
                    label: self.lang.t(place.label),
                    href: place.href,
                    current: is_under(path, place.href),
                })
                .collect(),
            demo: self.house.demo,
            now: self.house.demo.then_some(self.now),
            phone: config.get("help_phone").to_owned(),
            csrf: self.csrf(),
            notice: self.visit.notice().filter(|key| key.starts_with("done-")).map(|key| self.lang.t(key)),
        }
    }

    /// The token of this browser and this human.
    pub fn csrf(&self) -> String {
        self.visit.csrf(&self.house.secret, self.actor.as_ref().map(|actor| actor.human_id))
    }

    /// The page, 200.
    pub fn page(&self, page: &impl Template) -> Answer {
        render(StatusCode::OK, page)
    }

    /// The form again with its faults, 422.
    pub fn faulty(&self, page: &impl Template) -> Answer {
        render(StatusCode::UNPROCESSABLE_ENTITY, page)
    }
}

/// What a page is about: the first id in its address, else what is the reader's own.
fn asked(path: &str) -> Asked {
    path.split('/').find_map(|part| Uuid::try_parse(part).ok()).map_or(Asked::Own, Asked::Resource)
}

fn is_under(path: &str, href: &str) -> bool {
    path == href || (href != "/" && path.strip_prefix(href).is_some_and(|rest| rest.starts_with('/')))
}

fn render(status: StatusCode, page: &impl Template) -> Answer {
    let html = page.render().map_err(Failure::broken)?;
    Ok((status, Html(html)).into_response())
}

/// To another page, by GET.
pub fn see_other(location: &str) -> Response {
    (StatusCode::SEE_OTHER, [(axum::http::header::LOCATION, location.to_owned())]).into_response()
}
