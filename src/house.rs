//! What the whole house shares, and what each slice brings to it: routes with who may use them, jobs, places in the
//! menu and samples of its pages.
pub mod keeping;
pub mod waiting;

use std::{collections::BTreeMap, ops::Deref, sync::Arc};

use axum::{
    Router,
    handler::Handler,
    http::Method,
    routing::{MethodRouter, get, post},
};
use futures_util::future::BoxFuture;

use crate::{
    clock::Clock,
    config::Config,
    db::{self, Db},
    jobs::{self, Job},
    mail::Mailer,
    privacy::{Roles, vault::Vault, views::Views},
    text::Lang,
};

/// Everything a handler or job needs; cheap to clone.
#[derive(Clone)]
pub struct House(Arc<Parts>);

/// The parts of a house.
pub struct Parts {
    pub config: Config,
    pub clock: Clock,
    pub db: Db,
    pub views: Views,
    pub vault: Vault,
    pub mailer: Mailer,
    /// Keys the tokens against forged forms.
    pub secret: [u8; 32],
    /// A demo: personas can be entered with one click. Never in `serve`.
    pub demo: bool,
    pub plan: Plan,
}

impl House {
    pub fn new(parts: Parts) -> House {
        House(Arc::new(parts))
    }

    /// Closes what is open; on SQLite each file then stands whole alone.
    pub async fn close(&self) {
        self.views.close().await;
        self.db.close().await;
    }
}

impl Deref for House {
    type Target = Parts;
    fn deref(&self) -> &Parts {
        &self.0
    }
}

/// What went wrong in a job; the words go to the log and the administrator, so they hold no content.
pub type JobResult = Result<(), Box<dyn std::error::Error + Send + Sync>>;

/// Does a job: its work and [`crate::jobs::done`] in one transaction.
pub type JobWork = fn(House, Job) -> BoxFuture<'static, JobResult>;

/// A place in the menu.
#[derive(Clone, Copy, Debug)]
pub struct Place {
    /// Its text key.
    pub label: &'static str,
    pub href: &'static str,
    pub who: Roles,
    /// Smaller stands first.
    pub order: u8,
}

impl Place {
    /// A place of one's own affairs. Who works here finds it behind the own name, so that the menu stays short.
    pub fn is_own(&self) -> bool {
        self.who == Roles::SIGNED_IN
    }
}

/// A page with believable contents, for the tests and the gallery.
#[derive(Clone, Copy)]
pub struct Sample {
    pub name: &'static str,
    pub render: fn(Lang) -> String,
}

/// What a slice brings.
#[derive(Default)]
pub struct Module {
    pub routes: Routes,
    pub jobs: Vec<(&'static str, JobWork)>,
    /// Those of the jobs that are asked for once a day, with nothing to say to them.
    pub daily: Vec<&'static str>,
    pub menu: Vec<Place>,
    pub samples: Vec<Sample>,
    /// What it keeps of the classes of the retention schedule.
    pub kept: Vec<keeping::Kept>,
    /// What it tells people of their own.
    pub told: Vec<keeping::Tell>,
    /// What of it waits for somebody.
    pub awaits: Vec<waiting::Awaits>,
}

/// Routes, each with who may use it: the one access table.
#[derive(Default)]
pub struct Routes {
    router: Router<House>,
    table: Vec<(Method, &'static str, Roles)>,
}

impl Routes {
    #[must_use]
    pub fn get<H, T>(self, path: &'static str, who: Roles, handler: H) -> Routes
    where
        H: Handler<T, House>,
        T: 'static,
    {
        self.add((Method::GET, path, who), get(handler))
    }

    #[must_use]
    pub fn post<H, T>(self, path: &'static str, who: Roles, handler: H) -> Routes
    where
        H: Handler<T, House>,
        T: 'static,
    {
        self.add((Method::POST, path, who), post(handler))
    }

    fn add(mut self, line: (Method, &'static str, Roles), handler: MethodRouter<House>) -> Routes {
        self.router = self.router.route(line.1, handler);
        self.table.push(line);
        self
    }
}

/// All modules together.
#[derive(Default)]
pub struct Plan {
    access: BTreeMap<(String, String), Roles>,
    pub jobs: BTreeMap<&'static str, JobWork>,
    pub daily: Vec<&'static str>,
    pub menu: Vec<Place>,
    pub samples: Vec<Sample>,
    pub kept: Vec<keeping::Kept>,
    pub told: Vec<keeping::Tell>,
    pub awaits: Vec<waiting::Awaits>,
}

impl Plan {
    /// Gathers the modules; gives the plan and the router of all routes.
    pub fn gather(modules: Vec<Module>) -> (Plan, Router<House>) {
        let mut plan = Plan::default();
        let mut router = Router::new();
        for module in modules {
            for (method, path, who) in module.routes.table {
                plan.access.insert((method.to_string(), path.to_owned()), who);
            }
            router = router.merge(module.routes.router);
            plan.jobs.extend(module.jobs);
            plan.daily.extend(module.daily);
            plan.menu.extend(module.menu);
            plan.kept.extend(module.kept);
            plan.told.extend(module.told);
            plan.awaits.extend(module.awaits);
            plan.samples.extend(module.samples);
        }
        plan.menu.sort_by_key(|place| place.order);
        (plan, router)
    }

    /// Who may use the route; nobody when it is in no table.
    pub fn who(&self, method: &Method, path: &str) -> Option<Roles> {
        let method = if *method == Method::HEAD { &Method::GET } else { method };
        self.access.get(&(method.to_string(), path.to_owned())).copied()
    }

    /// The access table: `(method, route, roles)`.
    pub fn access(&self) -> impl Iterator<Item = (&str, &str, Roles)> {
        self.access.iter().map(|((method, path), who)| (method.as_str(), path.as_str(), *who))
    }
}

/// So many jobs are taken at a time.
const BATCH: i64 = 20;

/// Does every job that is due now; gives how many were done.
pub async fn run_jobs(house: &House) -> db::Result<usize> {
    let mut done = 0;
    loop {
        if jobs::waiting(&mut house.db.read().await?, house.clock.now()).await? == 0 {
            return Ok(done);
        }
        let claimed = jobs::claim(&house.db, house.clock.now(), BATCH).await?;
        if claimed.is_empty() {
            return Ok(done);
        }
        for job in claimed {
            done += 1;
            do_job(house, job).await?;
        }
    }
}

async fn do_job(house: &House, job: Job) -> db::Result<()> {
    let result = match house.plan.jobs.get(job.kind.as_str()) {
        // In a task of its own: a job that panics is a job that failed, and the worker goes on with the others.
        Some(work) => tokio::spawn(work(house.clone(), job.clone())).await.unwrap_or_else(|error| Err(error.into())),
        None => Err(format!("no slice does {}", job.kind).into()),
    };
    if let Err(error) = result {
        tracing::warn!(job = %job.id, kind = job.kind, attempts = job.attempts, %error, "a job failed");
        jobs::failed(&house.db, &job, house.clock.now(), &error.to_string()).await?;
    }
    Ok(())
}
