//! Reminders: jobs that ask again, when their time comes, whether there is still something to remind of, and whether the
//! one who is reminded wants it at this hour. What was done, moved or given to another meanwhile reminds nobody.
use chrono::{DateTime, NaiveDate};
use futures_util::future::BoxFuture;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{
    action::ActionState,
    store::reminders::{self, Reminded},
    times::{Times, Which},
};
use crate::{
    clock::{self, Moment},
    coaching::three::Party,
    db::{Result, Tx},
    house::{House, JobResult},
    jobs::{self, Job},
    mail::{self, Letter},
    privacy,
};

/// The job that reminds.
pub const REMIND: &str = "actions.remind";

#[derive(Clone, Debug, Serialize, Deserialize)]
struct Order {
    action_id: Uuid,
    which: String,
    /// The day of the action when this was asked: with another day it reminds nobody.
    due_on: NaiveDate,
    /// Since when it waits, in milliseconds: what is to be answered is told at the next time that suits.
    since: i64,
}

/// An action that somebody is to be reminded of: who, and why.
pub struct Asked {
    pub action_id: Uuid,
    pub due_on: NaiveDate,
    pub human_id: Option<Uuid>,
    pub which: Which,
}

/// Asks for a reminder at the time the human has chosen. Nothing when nobody is there, or the time has passed.
pub async fn ask(tx: &mut Tx, asked: Asked, now: Moment) -> Result<()> {
    let Some(human_id) = asked.human_id else { return Ok(()) };
    let times = reminders::times(tx, human_id).await?.unwrap_or_default();
    let order = Order {
        action_id: asked.action_id,
        which: asked.which.code().to_owned(),
        due_on: asked.due_on,
        since: now.timestamp_millis(),
    };
    let at = due_at(times, asked.which, &order);
    if at < now { Ok(()) } else { put(tx, &order, at).await }
}

/// Both reminders of an agreed action.
pub async fn ask_both(
    tx: &mut Tx,
    (action_id, due_on): (Uuid, NaiveDate),
    owner: Option<Uuid>,
    now: Moment,
) -> Result<()> {
    for which in [Which::Before, Which::After] {
        ask(tx, Asked { action_id, due_on, human_id: owner, which }, now).await?;
    }
    Ok(())
}

async fn put(tx: &mut Tx, order: &Order, at: Moment) -> Result<()> {
    let key = format!("{REMIND}:{}:{}:{}:{}", order.action_id, order.which, order.due_on, at.timestamp_millis());
    jobs::ask_once(tx, REMIND, order, (at, key)).await
}

fn due_at(times: Times, which: Which, order: &Order) -> Moment {
    match which {
        Which::Before => times.before(order.due_on),
        Which::After => times.after(order.due_on),
        Which::ToRelease | Which::ToAgree => {
            times.next(DateTime::from_timestamp_millis(order.since).unwrap_or_default())
        }
    }
}

/// The job [`REMIND`].
pub fn remind(house: House, job: Job) -> BoxFuture<'static, JobResult> {
    Box::pin(async move {
        let order: Order = serde_json::from_str(&job.payload)?;
        let mut tx = house.db.write().await?;
        if let (Some(which), Some(found)) =
            (Which::read(&order.which), reminders::reminded(&mut tx, order.action_id).await?)
        {
            look(&mut tx, &house, (&order, which), &found).await?;
        }
        if jobs::done(&mut tx, &job).await? {
            tx.commit().await?;
        }
        Ok(())
    })
}

/// Sends the reminder, puts it off to the hour that is chosen now, or lets it be.
async fn look(tx: &mut Tx, house: &House, (order, which): (&Order, Which), found: &Reminded) -> Result<()> {
    let now = house.clock.now();
    let (wanted, party) = match which {
        Which::Before | Which::After => (ActionState::Agreed, found.owner),
        Which::ToRelease => (ActionState::Proposed, Party::Participant),
        Which::ToAgree => (ActionState::Released, found.owner),
    };
    let past = which == Which::Before && clock::day(now) > order.due_on;
    if found.state != wanted || found.due_on != order.due_on || past {
        return Ok(());
    }
    let Some(human_id) = found.human(party) else { return Ok(()) };
    let at = due_at(reminders::times(tx, human_id).await?.unwrap_or_default(), which, order);
    if at > now {
        return put(tx, order, at).await;
    }
    if !reminders::begin(tx, (order.action_id, which), order.due_on, now).await? {
        return Ok(());
    }
    post(tx, house, (human_id, party)).await
}

/// A letter without content: that there is a reminder, and where one signs in.
async fn post(tx: &mut Tx, house: &House, (human_id, party): (Uuid, Party)) -> Result<()> {
    let Some(human) = privacy::human(tx, human_id).await? else { return Ok(()) };
    let Some(to) = human.address.clone() else { return Ok(()) };
    let path = match party {
        Party::Participant => "/path",
        Party::Supervisor => "/waiting",
        Party::Coach => "/today",
    };
    let link = format!("{}{path}", house.config.get("public_url").trim_end_matches('/'));
    let letter = Letter {
        to,
        subject: human.lang().t("actions-mail-subject"),
        text: human.lang().t_with("actions-mail-body", [("link", link.into())]),
        calendar: None,
    };
    mail::post(tx, &letter, house.clock.now()).await
}
