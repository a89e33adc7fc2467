//! What is past its time: listed every day, erased after a coordinator's yes, never while a hold stands.
use futures_util::future::BoxFuture;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::store::lists::{self, ItemState, ListState};
use crate::{
    clock::{self, Moment},
    db::{Result, Tx},
    events::Event,
    house::{
        House, JobResult,
        keeping::{Closed, Kept, Scope},
    },
    ident,
    jobs::{self, Job},
    privacy::retention,
};

/// The daily job that lists what is past its time.
pub const LIST: &str = "rights.list";
/// The job that erases what was approved.
pub const ERASE: &str = "rights.erase";

/// How many are listed in one look, and erased in one transaction.
const AT_ONCE: i64 = 2000;
const ERASED_AT_ONCE: i64 = 100;

#[derive(Serialize, Deserialize)]
struct Order {
    list_id: Uuid,
}

/// The job [`LIST`]. It writes counts and ids and erases nothing.
pub fn list(house: House, job: Job) -> BoxFuture<'static, JobResult> {
    Box::pin(async move {
        let mut tx = house.db.write().await?;
        let now = house.clock.now();
        for kept in &house.plan.kept {
            let Some(class) = retention::class(kept.class) else { continue };
            let scope = Scope::ClosedBefore(class.closed_before(clock::day(now)));
            for closed in (kept.find)(&mut tx, scope, AT_ONCE).await? {
                let list = lists::open(&mut tx, (closed.controller_id, kept.class), now).await?;
                put(&mut tx, list, &closed).await?;
            }
        }
        if jobs::done(&mut tx, &job).await? {
            tx.commit().await?;
        }
        Ok(())
    })
}

async fn put(tx: &mut Tx, list_id: Uuid, closed: &Closed) -> Result<()> {
    lists::put(tx, list_id, (closed.subject_id, closed.person_id), clock::day(closed.closed_at)).await
}

/// What has closed of one person is to be erased now: asked for by the person, approved by `by`. Gives how many.
pub async fn erase_person(
    tx: &mut Tx,
    house: &House,
    (controller_id, person_id): (Uuid, Uuid),
    by: Uuid,
) -> Result<usize> {
    let now = house.clock.now();
    let mut found = 0;
    for kept in &house.plan.kept {
        let closed = (kept.find)(tx, Scope::Of(person_id), AT_ONCE).await?;
        if closed.is_empty() {
            continue;
        }
        let list_id = ident::at(now);
        lists::insert_requested(tx, list_id, (controller_id, kept.class), now).await?;
        for one in &closed {
            put(tx, list_id, one).await?;
        }
        found += closed.len();
        approve(tx, list_id, (controller_id, by), now).await?;
    }
    Ok(found)
}

/// A coordinator's yes: what is on the list is erased in a moment. False when it was said before.
pub async fn approve(tx: &mut Tx, list_id: Uuid, (controller_id, by): (Uuid, Uuid), now: Moment) -> Result<bool> {
    if !lists::approve(tx, (list_id, controller_id), by, now).await? {
        return Ok(false);
    }
    Event::new("retention.approved", list_id, controller_id, now).by(Some(by)).record(tx).await?;
    jobs::ask_once(tx, ERASE, &Order { list_id }, (now, format!("{ERASE}:{list_id}"))).await?;
    Ok(true)
}

/// The job [`ERASE`]: a part at a time, holds looked at again for each.
pub fn erase(house: House, job: Job) -> BoxFuture<'static, JobResult> {
    Box::pin(async move {
        let order: Order = serde_json::from_str(&job.payload)?;
        let mut tx = house.db.write().await?;
        if let Some(list) = lists::list(&mut tx, order.list_id).await?.filter(|list| list.state == ListState::Approved)
        {
            let kept: Vec<Kept> = house.plan.kept.iter().filter(|kept| kept.class == list.class).copied().collect();
            let left = lists::waiting(&mut tx, list.id, ERASED_AT_ONCE).await?;
            for (subject_id, person_id) in &left {
                let held = lists::is_held(&mut tx, *person_id).await?;
                if !held && !kept.is_empty() {
                    erase_one(&mut tx, &house, (&kept, list.controller_id), *subject_id).await?;
                }
                let state = if held { ItemState::Held } else { ItemState::Erased };
                lists::set_item(&mut tx, (list.id, *subject_id), state).await?;
            }
            if left.is_empty() {
                lists::set_done(&mut tx, list.id, house.clock.now()).await?;
            } else {
                jobs::ask(&mut tx, ERASE, &order, house.clock.now()).await?;
            }
        }
        if jobs::done(&mut tx, &job).await? {
            tx.commit().await?;
        }
        Ok(())
    })
}

/// Every slice that keeps something of the class erases its part, in the order of the house.
async fn erase_one(tx: &mut Tx, house: &House, (kept, controller_id): (&[Kept], Uuid), subject_id: Uuid) -> JobResult {
    for part in kept {
        (part.erase)(house, tx, subject_id).await?;
    }
    let event = Event::new("contents.erased", subject_id, controller_id, house.clock.now());
    event.fact("class", kept.first().map_or("", |part| part.class)).record(tx).await?;
    Ok(())
}
