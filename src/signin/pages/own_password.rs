//! The own password, and one's own sessions with their end.
use askama::Template;

use super::super::{password, throttle, visit};
use crate::{
    desk::{Desk, Posted},
    events::Event,
    privacy::{self, Human, account, session},
    text::Lang,
    web::{Answer, Check, Failure, Sheet, Ui, Words},
};

#[derive(Template)]
#[template(path = "signin/pages/own_password.html")]
struct Page {
    ui: Ui,
    sheet: Sheet,
    /// The human's address, so that a password keeper knows whose password this is.
    address: String,
    has_password: bool,
    sessions: Vec<session::Own>,
    /// The token of the session in this browser.
    token: String,
}

impl Page {
    fn is_this(&self, session: &session::Own) -> bool {
        session.is(&self.token)
    }

    /// `Firefox, Windows`
    fn device(&self, session: &session::Own) -> String {
        let (browser, system) = session.device.split_once(' ').unwrap_or(("other", "other"));
        let named = |what: &str, code: &str| self.ui.t(&format!("signin-{what}-{code}"));
        let [browser, system] = [("browser", browser), ("os", system)].map(|(what, code)| named(what, code));
        self.ui.t2("signin-sessions-device", ("browser", "system"), browser, system)
    }

    fn when(&self, session: &session::Own) -> String {
        let (begun, seen) = (self.ui.moment(&session.started_at), self.ui.moment(&session.seen_at));
        self.ui.t2("signin-sessions-when", ("begun", "seen"), begun, seen)
    }
}

async fn own(desk: &Desk) -> Result<(Human, Vec<session::Own>), Failure> {
    let human_id = desk.actor()?.human_id;
    let mut tx = desk.house.db.read_counted(&desk.visit.tally).await?;
    let human = privacy::human(&mut tx, human_id).await?.ok_or(Failure::SignIn)?;
    Ok((human, session::of(&mut tx, human_id, desk.now).await?))
}

fn page(desk: &Desk, (human, sessions): (&Human, Vec<session::Own>), sheet: Sheet) -> Page {
    let address = human.address.clone().unwrap_or_default();
    let token = desk.visit.session.clone().unwrap_or_default();
    Page { ui: desk.ui(), sheet, address, has_password: human.password_hash.is_some(), sessions, token }
}

pub(in super::super) async fn show(desk: Desk) -> Answer {
    let (human, sessions) = own(&desk).await?;
    desk.page(&page(&desk, (&human, sessions), Sheet::empty()))
}

pub(in super::super) async fn set(Posted { desk, words }: Posted) -> Answer {
    let (human, sessions) = own(&desk).await?;
    let knows = knows_old(&desk, &human, &words).await?;
    let site = desk.house.config.get("site_name");
    let own_words = [site, "Urasilta", &human.name, human.address.as_deref().unwrap_or_default()];
    let new = words.get("new");
    let mut check = Check::new(desk.lang, &words);
    if !knows {
        check.fault("old", "signin-fault-password-old");
    }
    if let Some(key) = password::fault(new, &own_words) {
        check.fault("new", key);
    }
    if let Err(sheet) = check.done(Some(())) {
        // A password is never sent back to the page.
        let sheet = Sheet { words: Words::default(), faults: sheet.faults };
        return desk.faulty(&page(&desk, (&human, sessions), sheet));
    }
    let hash = password::make(new.to_owned()).await?;
    let mut tx = desk.house.db.write_counted(&desk.visit.tally).await?;
    account::set_password(&mut tx, human.id, &hash).await?;
    Event::new("password.set", human.id, visit::accounts(), desk.now).by(Some(human.id)).record(&mut tx).await?;
    visit::renewed(&desk, tx, human.id, "/me/password?done=done-signin-password").await
}

/// Whether the old password was said, if there is one. Tries are counted as at the door.
async fn knows_old(desk: &Desk, human: &Human, words: &Words) -> Result<bool, Failure> {
    let Some(known) = human.password_hash.clone() else { return Ok(true) };
    let account = throttle::name(&desk.house, throttle::Kind::Password, &human.id.to_string());
    let mut tx = desk.house.db.write_counted(&desk.visit.tally).await?;
    throttle::count(&mut tx, throttle::Kind::Password, &account, desk.now).await?;
    tx.commit().await?;
    let fits = password::fits(words.get("old").to_owned(), Some(known)).await?;
    if fits {
        let mut tx = desk.house.db.write_counted(&desk.visit.tally).await?;
        throttle::good_account(&mut tx, &account).await?;
        tx.commit().await?;
    }
    Ok(fits)
}

pub(super) fn sample(lang: Lang) -> String {
    let page = Page {
        ui: Ui { name: Some("Maija Virtanen".into()), ..Ui::plain(lang) },
        sheet: Sheet::empty(),
        address: "maija.virtanen@example.invalid".into(),
        has_password: true,
        sessions: session::Own::samples(),
        token: String::new(),
    };
    page.render().unwrap_or_default()
}
