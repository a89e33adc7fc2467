//! A house to walk in: its clock is moved by hand, its people go through its pages, and whatever the acts have asked
//! for is done before the next act. What has been done already is seen from the pages, so that a walk that was cut off
//! is taken up where it stood.
use axum::{Router, http::StatusCode};
use chrono::Duration;
use uuid::Uuid;

use crate::{
    clock::{self, Moment},
    db, desk, events,
    house::{self, House},
    privacy::{
        self,
        session::{self, Strength},
    },
    walk::{Field, FieldKind, Form, Page, Walker},
};

/// Why a walk could not go on.
#[derive(Debug, thiserror::Error)]
pub enum Stuck {
    #[error("{who} at {path}: {status}: {words}")]
    Page { who: String, path: String, status: u16, words: String },
    #[error("{who} at {path}: there is no {what}")]
    Missing { who: String, path: String, what: String },
    #[error("nobody has the address {0}")]
    Nobody(String),
    #[error("the database: {0}")]
    Db(#[from] db::Error),
    #[error("the report: {0}")]
    Report(String),
}

pub type Walked<T = ()> = Result<T, Stuck>;

/// Where and when the walk is.
#[derive(Clone, Copy, Debug)]
pub struct Place {
    /// The organisation that offers the service.
    pub county: &'static str,
    /// What kind of organisation that is, by its code.
    pub kind: &'static str,
    /// What stands after the @ in its people's work addresses.
    pub domain: &'static str,
    /// The name of the pilot's round in Finnish, Swedish and English.
    pub round: [&'static str; 3],
    /// How much later than the published pilot everything happens.
    pub later: Duration,
}

/// The domain of the company that coaches.
const COMPANY_DOMAIN: &str = "polku.example.invalid";

impl Place {
    /// The work address of somebody by the part before the @.
    pub fn address(&self, name: &str, in_county: bool) -> String {
        format!("{name}@{}", if in_county { self.domain } else { COMPANY_DOMAIN })
    }
}

/// The house and what moves it.
pub struct Town {
    pub house: House,
    pub place: Place,
    router: Router,
    /// The newest thing that has happened; the clock is not set before it.
    latest: Option<Moment>,
}

impl Town {
    /// A house whose clock is moved by hand.
    pub async fn new(house: House, router: Router, place: Place) -> Walked<Town> {
        let latest = events::latest(&mut house.db.read().await?).await?;
        Ok(Town { house, place, router, latest })
    }

    pub fn now(&self) -> Moment {
        self.house.clock.now()
    }

    /// Time goes on to where `at` of the pilot is here, unless it has gone further; what has become due is done.
    pub async fn at(&self, at: Moment) -> Walked {
        self.on(at + self.place.later).await
    }

    /// A day of the pilot as it is written here: `11.9.2023`.
    pub fn day(&self, at: Moment) -> String {
        clock::show_day(clock::day(at + self.place.later))
    }

    /// Time goes on to `at`, unless it has gone further; what has become due is done.
    pub async fn on(&self, at: Moment) -> Walked {
        let at = self.latest.map_or(at, |latest| latest.max(at));
        if at > self.now() {
            self.house.clock.move_to(at);
        }
        self.settle().await
    }

    /// Does what is due now. Letters go nowhere: nobody here reads them.
    pub async fn settle(&self) -> Walked {
        house::run_jobs(&self.house).await?;
        self.house.mailer.take();
        Ok(())
    }

    /// Somebody who has signed in.
    pub async fn human(&self, human_id: Uuid) -> Walked<Somebody> {
        let mut tx = self.house.db.write().await?;
        let who = privacy::human(&mut tx, human_id).await?.map(|human| human.name).unwrap_or_default();
        let token = session::start(&mut tx, human_id, (Strength::Invented, ""), self.now()).await?;
        tx.commit().await?;
        let prefix = if self.house.config.secure_cookies() { "__Host-" } else { "" };
        let walker = Walker::new(self.router.clone()).with_cookie(&format!("{prefix}{}", desk::SESSION), &token);
        Ok(Somebody { who, id: human_id, walker })
    }

    /// [`Town::human`] of the county, by the part of the work address before the @.
    pub async fn of_county(&self, name: &str) -> Walked<Somebody> {
        self.by_address(&self.place.address(name, true)).await
    }

    /// [`Town::human`] of the company that coaches.
    pub async fn of_company(&self, name: &str) -> Walked<Somebody> {
        self.by_address(&self.place.address(name, false)).await
    }

    /// [`Town::human`] by the work address.
    pub async fn by_address(&self, address: &str) -> Walked<Somebody> {
        let found = privacy::human_by_address(&mut self.house.db.read().await?, address).await?;
        self.human(found.ok_or_else(|| Stuck::Nobody(address.to_owned()))?.id).await
    }

    /// Somebody who has not signed in.
    pub fn visitor(&self) -> Somebody {
        Somebody { who: "a visitor".into(), id: Uuid::nil(), walker: Walker::new(self.router.clone()) }
    }
}

/// Somebody at a browser.
pub struct Somebody {
    pub who: String,
    /// Nil for a visitor.
    pub id: Uuid,
    walker: Walker,
}

impl Somebody {
    /// Opens a page that must be there.
    pub async fn see(&mut self, path: &str) -> Walked<&Page> {
        self.walker.get(path).await;
        self.fine()
    }

    /// Opens a page that may not be there.
    pub async fn look(&mut self, path: &str) -> Option<&Page> {
        self.walker.get(path).await;
        self.fine().ok()
    }

    pub fn page(&self) -> &Page {
        &self.walker.page
    }

    /// The form of the page in view whose address begins and ends so; is so, when there is no end.
    pub fn form(&self, start: &str, end: &str) -> Walked<Form> {
        self.find(start, end).ok_or_else(|| self.missing(&format!("form to {start}…{end}")))
    }

    /// The address on the page in view that begins and ends so.
    pub fn address(&self, start: &str, end: &str) -> Walked<String> {
        self.page().address(start, end).ok_or_else(|| self.missing(&format!("address {start}…{end}")))
    }

    /// Sends a form, which must go through.
    pub async fn send(&mut self, form: &Form) -> Walked<&Page> {
        self.walker.send_form(form).await;
        self.fine()
    }

    /// Sends the form of the page in view, with these values set.
    pub async fn fill(&mut self, (start, end): (&str, &str), values: &[(&str, &str)]) -> Walked<&Page> {
        let mut form = self.form(start, end)?;
        for (name, value) in values {
            form.set(name, value);
        }
        self.send(&form).await
    }

    /// [`Somebody::fill`] if the page in view has the form; else the act was done before.
    pub async fn fill_once(&mut self, (start, end): (&str, &str), values: &[(&str, &str)]) -> Walked<bool> {
        if self.find(start, end).is_none() {
            return Ok(false);
        }
        self.fill((start, end), values).await?;
        Ok(true)
    }

    /// Sends the form of the page in view with a file.
    pub async fn upload(
        &mut self,
        form: &Form,
        (field, name, kind): (&str, &str, &str),
        bytes: &[u8],
    ) -> Walked<&Page> {
        self.walker.send_file(form, field, (name, kind, bytes)).await;
        self.fine()
    }

    fn find(&self, start: &str, end: &str) -> Option<Form> {
        let forms = self.page().forms();
        forms.into_iter().find(|form| match end {
            "" => form.action == start,
            end => form.action.starts_with(start) && form.action.ends_with(end),
        })
    }

    fn fine(&self) -> Walked<&Page> {
        let page = &self.walker.page;
        if page.status == StatusCode::OK {
            return Ok(page);
        }
        let words = page.words().chars().take(400).collect();
        Err(Stuck::Page { who: self.who.clone(), path: page.path.clone(), status: page.status.as_u16(), words })
    }

    fn missing(&self, what: &str) -> Stuck {
        Stuck::Missing { who: self.who.clone(), path: self.page().path.clone(), what: what.to_owned() }
    }
}

/// Ticks every box of a form.
pub fn answer_boxes(form: &mut Form) {
    for field in form.fields.iter_mut().filter(|field| field.kind == FieldKind::Box) {
        field.values.clone_from(&field.options);
    }
}

/// Answers every question of a form that has no answer yet: `choose` gets the name of the question and how many options
/// it has and gives the place of the option; words are written where words are asked for.
pub fn answer_all(form: &mut Form, words: &str, choose: impl Fn(&str, usize) -> usize) {
    let asked = |field: &&mut Field| field.kind != FieldKind::Hidden && field.kind != FieldKind::File;
    for field in form.fields.iter_mut().filter(asked).filter(|field| field.values.iter().all(String::is_empty)) {
        match field.kind {
            FieldKind::Words => field.values = vec![words.to_owned()],
            FieldKind::Radio | FieldKind::Select => {
                let options: Vec<_> = field.options.iter().filter(|option| !option.is_empty()).cloned().collect();
                let chosen = choose(&field.name, options.len()).min(options.len().saturating_sub(1));
                field.values = options.into_iter().skip(chosen).take(1).collect();
            }
            _ => field.values = field.options.iter().take(1).cloned().collect(),
        }
    }
}
