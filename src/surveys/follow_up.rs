//! What became of somebody, asked after the end: on its day a link goes out once, after two weeks a kind word once, and
//! when the link is past, what is not known stays unknown.
use chrono::{Days, Duration, NaiveDate};
use data_encoding::HEXLOWER;
use futures_util::future::BoxFuture;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{
    link,
    store::{self, AskedStep},
};
use crate::{
    clock::{self, Moment},
    coaching, codes,
    db::{Result, Tx},
    events::Event,
    house::{House, JobResult},
    ident,
    jobs::{self, Job},
    mail::{self, Letter},
    people::{self, Reach},
    privacy, signin,
    text::Lang,
};

/// The job that sends the link of an outcome step on its day.
pub const ASK: &str = "surveys.ask_outcome";
/// The job that reminds of it.
pub const REMIND: &str = "surveys.remind_outcome";
/// The job that lets it be.
pub const CLOSE: &str = "surveys.close_outcome";

/// After how many days somebody is reminded.
const REMINDED_AFTER: u64 = 14;

/// How long a link can be used.
const OPEN_FOR: Duration = Duration::days(60);

codes! {
    /// How a question could be sent.
    pub enum Sent {
        Mail = "mail",
        Text = "text",
        /// No private place is known and the work has ended.
        Nowhere = "none",
    }
}

#[derive(Serialize, Deserialize)]
struct Order {
    step_id: Uuid,
}

/// What is done with a step that has not been answered, in the job's own transaction.
type Work = for<'a> fn(&'a mut Tx, &'a House, &'a AskedStep) -> BoxFuture<'a, Result<()>>;

/// The job [`ASK`]: the step can be answered from now on, and its link goes out.
pub fn ask(house: House, job: Job) -> BoxFuture<'static, JobResult> {
    with_step(house, job, |tx, house, step| Box::pin(begin(tx, house, step)))
}

/// The job [`REMIND`].
pub fn remind(house: House, job: Job) -> BoxFuture<'static, JobResult> {
    with_step(house, job, |tx, house, step| Box::pin(again(tx, house, step)))
}

/// The job [`CLOSE`].
pub fn close(house: House, job: Job) -> BoxFuture<'static, JobResult> {
    with_step(house, job, |tx, house, step| {
        Box::pin(async move {
            coaching::mark_step_missed(tx, step.step_id, house.clock.now()).await?;
            Ok(())
        })
    })
}

/// Does the work for the step that the job names, unless it is over; then the job is done.
fn with_step(house: House, job: Job, work: Work) -> BoxFuture<'static, JobResult> {
    Box::pin(async move {
        let order: Order = serde_json::from_str(&job.payload)?;
        let mut tx = house.db.write().await?;
        if let Some(step) = store::step(&mut tx, order.step_id).await?.filter(|step| !step.is_over()) {
            work(&mut tx, &house, &step).await?;
        }
        if jobs::done(&mut tx, &job).await? {
            tx.commit().await?;
        }
        Ok(())
    })
}

async fn begin(tx: &mut Tx, house: &House, step: &AskedStep) -> Result<()> {
    let now = house.clock.now();
    // A server that stood still for months does not ask of a time long past.
    if step.due_on.is_some_and(|due| clock::start_of(due) + OPEN_FOR < now) {
        coaching::mark_step_missed(tx, step.step_id, now).await?;
        return Ok(());
    }
    coaching::mark_step_ready(tx, step.step_id, now).await?;
    if !store::begin_follow_up(tx, step, now).await? {
        return Ok(());
    }
    let until = now + OPEN_FOR;
    let sent = send(tx, house, step, (Word::Ask, until)).await?;
    store::set_sent(tx, step.step_id, sent).await?;
    let event = Event::new("outcome.asked", step.step_id, step.controller_id, now);
    event.fact("case", step.case_id.to_string()).fact("way", sent.code()).record(tx).await?;
    let order = Order { step_id: step.step_id };
    if sent != Sent::Nowhere {
        let once = (clock::start_of(reminder(clock::day(now))), format!("{REMIND}:{}", step.step_id));
        jobs::ask_once(tx, REMIND, &order, once).await?;
    }
    jobs::ask_once(tx, CLOSE, &order, (until, format!("{CLOSE}:{}", step.step_id))).await
}

fn reminder(asked_on: NaiveDate) -> NaiveDate {
    asked_on.checked_add_days(Days::new(REMINDED_AFTER)).unwrap_or(asked_on)
}

async fn again(tx: &mut Tx, house: &House, step: &AskedStep) -> Result<()> {
    let now = house.clock.now();
    let Some(asked_at) = store::begin_reminder(tx, step.step_id, now).await? else { return Ok(()) };
    let until = asked_at + OPEN_FOR;
    if now < until {
        send(tx, house, step, (Word::Remind, until)).await?;
    }
    Ok(())
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Word {
    Ask,
    Remind,
}

impl Word {
    fn mail(self, lang: Lang, link: &str) -> String {
        let key = if self == Word::Ask { "surveys-mail-body" } else { "surveys-mail-reminder" };
        lang.t_with(key, [("link", link.to_owned().into())])
    }

    fn text(self, lang: Lang, link: &str) -> String {
        let key = if self == Word::Ask { "surveys-text-body" } else { "surveys-text-reminder" };
        lang.t_with(key, [("link", link.to_owned().into())])
    }
}

/// Sends a new link to where the person is reached; only the hash of its token is kept.
async fn send(tx: &mut Tx, house: &House, step: &AskedStep, (word, until): (Word, Moment)) -> Result<Sent> {
    let now = house.clock.now();
    let Some(human) = privacy::human(tx, step.human_id).await? else { return Ok(Sent::Nowhere) };
    let Some(reach) = reach(tx, house, step).await? else { return Ok(Sent::Nowhere) };
    let token = HEXLOWER.encode(&ident::secret::<32>());
    store::insert_link(tx, link::hash(&token), step, (now, until)).await?;
    let address = format!("{}/o/{token}", house.config.get("public_url").trim_end_matches('/'));
    let lang = human.lang();
    match reach {
        Reach::Mail(to) => {
            let (subject, text) = (lang.t("surveys-mail-subject"), word.mail(lang, &address));
            mail::post(tx, &Letter { to, subject, text, calendar: None }, now).await?;
            Ok(Sent::Mail)
        }
        Reach::Text(to) => {
            signin::text_message(tx, (to, word.text(lang, &address)), (now, until)).await?;
            Ok(Sent::Text)
        }
    }
}

/// Where the person is reached; a number that is no phone number is left out.
async fn reach(tx: &mut Tx, house: &House, step: &AskedStep) -> Result<Option<Reach>> {
    let Some(person) = people::person_of(tx, step.human_id, step.controller_id).await? else { return Ok(None) };
    let Some(mut contact) = people::contact(tx, person.id).await? else { return Ok(None) };
    contact.private_phone = contact.private_phone.as_deref().and_then(signin::phone);
    Ok(contact.reach(clock::day(house.clock.now()), signin::can_text(house)))
}
