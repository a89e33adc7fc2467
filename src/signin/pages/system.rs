//! The administrator's first screen: whether the house is well. Counts and codes, never contents.
use askama::Template;
use axum::extract::Path;
use uuid::Uuid;

use super::super::visit;
use crate::{
    clock::Moment,
    db,
    desk::{Desk, Posted},
    events::{self, Event},
    jobs::{self, Dead},
    people,
    privacy::{account, session},
    text::Lang,
    web::{Answer, Failure, Ui},
};

#[derive(Template)]
#[template(path = "signin/pages/system.html")]
struct Page {
    ui: Ui,
    state: State,
}

/// What is told.
struct State {
    engine: &'static str,
    /// Migrations that have been run, of those that the program knows.
    migrations: (i64, usize),
    waiting: i64,
    dead: Vec<Dead>,
    sealed: i64,
    unsealed: i64,
    sessions: i64,
    accounts: i64,
    organisations: usize,
    version: &'static str,
}

impl State {
    fn is_well(&self) -> bool {
        self.dead.is_empty() && usize::try_from(self.migrations.0).is_ok_and(|run| run == self.migrations.1)
    }
}

impl Page {
    fn schema(&self) -> String {
        let (run, known) = self.state.migrations;
        self.ui.t2("signin-system-schema-run", ("run", "known"), run, known)
    }

    fn dead_meta(&self, dead: &Dead) -> String {
        let when = self.ui.moment(&dead.run_at);
        let why = dead.last_error.as_deref().unwrap_or_default();
        self.ui.t2("signin-system-dead-meta", ("when", "why"), when, why)
    }
}

async fn state(desk: &Desk) -> Result<State, Failure> {
    let mut tx = desk.read().await?;
    let now: Moment = desk.now;
    let (sealed, unsealed) = events::tally(&mut tx).await?;
    Ok(State {
        engine: if desk.house.db.is_sqlite() { "SQLite" } else { "PostgreSQL" },
        migrations: (db::migrations_run(&mut tx).await?, db::MIGRATIONS.files().count()),
        waiting: jobs::waiting(&mut tx, now).await?,
        dead: jobs::dead(&mut tx).await?,
        sealed,
        unsealed,
        sessions: account::count_sessions(&mut tx, now - session::IDLE).await?,
        accounts: account::count_humans(&mut tx).await?,
        organisations: people::organisations(&mut tx).await?.len(),
        version: env!("CARGO_PKG_VERSION"),
    })
}

pub(in super::super) async fn show(desk: Desk) -> Answer {
    let state = state(&desk).await?;
    desk.page(&Page { ui: desk.ui(), state })
}

/// A job that was laid aside is tried anew.
pub(in super::super) async fn retry(Path(id): Path<Uuid>, Posted { desk, words }: Posted) -> Answer {
    let mut act = desk.act(&words).await?;
    if !jobs::forget_dead(&mut act, id, desk.now).await? {
        return Err(Failure::NotFound);
    }
    desk.event(&mut act, Event::new("job.retried", id, visit::accounts(), desk.now)).await?;
    desk.done(act, "/system?done=done-signin-retried").await
}

pub(super) fn sample(lang: Lang) -> String {
    let at = crate::clock::start_of(chrono::NaiveDate::default());
    let dead = Dead {
        id: Uuid::nil(),
        kind: "mail.send".into(),
        attempts: jobs::TRIES,
        last_error: Some("the mail server: connection refused".into()),
        run_at: at,
    };
    let state = State {
        engine: "SQLite",
        migrations: (7, 7),
        waiting: 3,
        dead: vec![dead],
        sealed: 1204,
        unsealed: 2,
        sessions: 12,
        accounts: 340,
        organisations: 2,
        version: "0.1.0",
    };
    let ui = Ui { name: Some("Arja Korpi".into()), ..Ui::plain(lang) };
    Page { ui, state }.render().unwrap_or_default()
}
