//! The administrator's first screen: whether the house is well, and what to do where it is not. Counts and codes, never
//! contents.
use askama::Template;
use axum::extract::Path;
use uuid::Uuid;

use super::super::{
    visit,
    wellness::{Backup, Concern, Pulse, State},
};
use crate::{
    db,
    desk::{Desk, Posted},
    events::Event,
    jobs::{self, Dead},
    text::Lang,
    web::{Answer, Failure, Ui},
};

#[derive(Template)]
#[template(path = "signin/pages/system.html")]
struct Page {
    ui: Ui,
    concerns: Vec<Concern>,
    dead: Vec<Dead>,
    /// Key and value of what is told of the server and of what it is joined to.
    house: Vec<(String, String)>,
    joined: Vec<(String, String)>,
}

impl Page {
    fn concern(&self, concern: &Concern) -> String {
        self.ui.t(&format!("signin-concern-{concern}"))
    }

    fn dead_meta(&self, dead: &Dead) -> String {
        let when = self.ui.moment(&dead.run_at);
        let why = dead.last_error.as_deref().unwrap_or_default();
        self.ui.t2("signin-system-dead-meta", ("when", "why"), when, why)
    }
}

/// What is told besides: the engine, and which ways out there are.
struct Besides {
    engine: &'static str,
    smtp: bool,
    sms: bool,
    required: bool,
}

pub(in super::super) async fn show(desk: Desk) -> Answer {
    let (house, now) = (&desk.house, desk.now);
    let mut tx = desk.read().await?;
    let pulse = Pulse::of(&mut tx, now).await?;
    let dead = jobs::dead(&mut tx).await?;
    let besides = Besides {
        engine: if house.db.is_sqlite() { "SQLite" } else { "PostgreSQL" },
        smtp: house.config.get("mail") == "smtp",
        sms: !house.config.get("sms_url").is_empty(),
        required: house.config.needs_second_factor(),
    };
    let state = State::of(house, pulse, dead.len());
    let concerns = state.concerns(now);
    desk.page(&made(desk.ui(), (&state, concerns), dead, &besides))
}

fn made(ui: Ui, (state, concerns): (&State, Vec<Concern>), dead: Vec<Dead>, besides: &Besides) -> Page {
    let (pulse, known) = (&state.pulse, db::MIGRATIONS.files().count());
    let either = |yes: bool, one: &str, other: &str| ui.t(if yes { one } else { other });
    let backup = match state.backup {
        Backup::NotTold => ui.t("signin-system-not-told"),
        Backup::Missing => ui.t("signin-system-missing"),
        Backup::At(at) => ui.moment(&at),
    };
    let ring = state.ring.map_or_else(|| ui.t("signin-system-not-told"), |at| ui.moment(&at));
    let house = [
        ("signin-system-version", env!("CARGO_PKG_VERSION").to_owned()),
        ("signin-system-database", besides.engine.to_owned()),
        ("signin-system-schema", ui.t2("signin-system-schema-run", ("run", "known"), pulse.migrations, known)),
        ("signin-system-waiting", pulse.due.0.to_string()),
        ("signin-system-unsealed", pulse.unsealed.0.to_string()),
        ("signin-system-ring", ring),
        ("signin-system-backup", backup),
    ];
    let joined = [
        ("signin-system-mail", either(besides.smtp, "signin-system-mail-smtp", "signin-system-mail-folder")),
        ("signin-system-sms", either(besides.sms, "signin-system-in-use", "signin-system-not-in-use")),
        ("signin-system-second", either(besides.required, "signin-system-required", "signin-system-offered")),
        ("signin-system-sessions", pulse.sessions.to_string()),
    ];
    let [house, joined] = [house.to_vec(), joined.to_vec()]
        .map(|facts| facts.into_iter().map(|(key, value)| (ui.t(key), value)).collect());
    Page { ui, concerns, dead, house, joined }
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

/// A job that was laid aside is given up: what it was to do is never done, and the log says who decided so.
pub(in super::super) async fn set_aside(Path(id): Path<Uuid>, Posted { desk, words }: Posted) -> Answer {
    let mut act = desk.act(&words).await?;
    let kind = jobs::set_aside(&mut act, id).await?.ok_or(Failure::NotFound)?;
    desk.event(&mut act, Event::new("job.given-up", id, visit::accounts(), desk.now).fact("kind", kind)).await?;
    desk.done(act, "/system?done=done-signin-given-up").await
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
    let pulse = Pulse { migrations: 7, due: (3, None), sessions: 12, ..Pulse::default() };
    let state = State { pulse, dead: 1, ring: Some(at), backup: Backup::Missing, mail_reaches_nobody: false };
    let besides = Besides { engine: "SQLite", smtp: true, sms: false, required: true };
    let ui = Ui { name: Some("Arja Korpi".into()), ..Ui::plain(lang) };
    made(ui, (&state, Concern::ALL.to_vec()), vec![dead], &besides).render().unwrap_or_default()
}
