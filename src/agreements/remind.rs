//! A missing confirmation is asked about kindly, twice, a week apart; then it is let be. It never stops a coaching.
use chrono::{Days, Duration, NaiveTime};
use futures_util::future::BoxFuture;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{
    letters::{self, Word},
    store,
};
use crate::{
    clock::{self, Moment},
    coaching::three,
    db::{Result, Tx},
    house::{House, JobResult},
    jobs::{self, Job},
};

/// The job that reminds of what is missing.
pub const REMIND: &str = "agreements.remind";

/// After how long a missing confirmation is reminded of, and shows the coordinator that something is stuck.
pub const AFTER: Duration = Duration::days(7);
/// How often.
const TIMES: u8 = 2;

#[derive(Serialize, Deserialize)]
struct Order {
    agreement_id: Uuid,
    /// Of what was noted, the participant is reminded; of what was confirmed, the others.
    confirmed: bool,
    /// The revision of what was noted.
    rev: i64,
    time: u8,
}

/// Orders the first reminder of a version as it is now.
pub async fn order(tx: &mut Tx, (agreement_id, confirmed, rev): (Uuid, bool, i64), now: Moment) -> Result<()> {
    put(tx, &Order { agreement_id, confirmed, rev, time: 1 }, now).await
}

async fn put(tx: &mut Tx, order: &Order, now: Moment) -> Result<()> {
    let day = clock::day(now).checked_add_days(Days::new(AFTER.num_days().unsigned_abs())).unwrap_or_default();
    let nine = NaiveTime::from_hms_opt(9, 0, 0).unwrap_or_default();
    let once = format!("{REMIND}:{}:{}:{}:{}", order.agreement_id, order.confirmed, order.rev, order.time);
    jobs::ask_once(tx, REMIND, order, (clock::local(day, nine), once)).await
}

/// The job [`REMIND`].
pub fn remind(house: House, job: Job) -> BoxFuture<'static, JobResult> {
    Box::pin(async move {
        let order: Order = serde_json::from_str(&job.payload)?;
        let mut tx = house.db.write().await?;
        say(&mut tx, &house, &order).await?;
        if jobs::done(&mut tx, &job).await? {
            tx.commit().await?;
        }
        Ok(())
    })
}

/// Reminds of what is missing still; nothing when the version has moved on or the coaching has ended.
async fn say(tx: &mut Tx, house: &House, order: &Order) -> Result<()> {
    let Some(agreement) = store::unseen(tx, order.agreement_id).await? else { return Ok(()) };
    let Some(three) = three::three_unseen(tx, agreement.case_id).await? else { return Ok(()) };
    let same = agreement.confirmed_at.is_some() == order.confirmed && agreement.rev == order.rev;
    if !same || agreement.replaced_at.is_some() || !three.state.is_open() || agreement.sealed_aims.is_empty() {
        return Ok(());
    }
    if order.confirmed {
        letters::ask_others(tx, house, (&three, &agreement), Word::Remind).await?;
    } else {
        letters::ask_participant(tx, house, &three, Word::Remind).await?;
    }
    if order.time < TIMES {
        let next = Order { time: order.time + 1, ..*order };
        put(tx, &next, house.clock.now()).await?;
    }
    Ok(())
}
