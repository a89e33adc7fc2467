//! What became of somebody is asked at the end and after it, whether the coaching was completed or interrupted: at the
//! end each outcome step gets its day and its order to the clock, once. Cases that ended before this was so are found
//! by a daily look.
use chrono::{Days, NaiveDate};
use futures_util::future::BoxFuture;
use serde::Serialize;
use uuid::Uuid;

use super::store::{
    self,
    steps::{Step, Unasked},
};
use crate::{
    clock::{self, Moment},
    db::{Result, Tx},
    house::{House, JobResult},
    jobs::{self, Job},
    programmes::blueprint::Due,
};

/// The job of the slice that asks.
const ASK: &str = "surveys.ask_outcome";

/// The daily look for cases that ended without their questions having been ordered.
pub const CATCH_UP: &str = "coaching.catch_up";

/// How many steps one look takes.
const AT_ONCE: i64 = 500;

/// Once this many days have gone since its day, a question is no longer asked: the answer would be of another time.
const TOO_LATE: u64 = 60;

#[derive(Serialize)]
struct Order {
    step_id: Uuid,
}

/// Gives the outcome steps of a case that has ended on `ended_on` their days, and the clock its orders.
pub(super) async fn order(tx: &mut Tx, steps: &[Step], ended_on: NaiveDate, now: Moment) -> Result<()> {
    for step in steps.iter().filter(|step| step.is_follow_up()) {
        order_one(tx, (step.id, step.due.as_deref()), ended_on, now).await?;
    }
    Ok(())
}

async fn order_one(tx: &mut Tx, (step_id, due): (Uuid, Option<&str>), ended_on: NaiveDate, now: Moment) -> Result<()> {
    let Some(due_on) = due_on(due, ended_on) else { return Ok(()) };
    let too_late = is_too_late(due_on, clock::day(now));
    if store::steps::set_follow_up(tx, step_id, (due_on, too_late), now).await? && !too_late {
        let once = (clock::start_of(due_on).max(now), format!("{ASK}:{step_id}"));
        jobs::ask_once(tx, ASK, &Order { step_id }, once).await?;
    }
    Ok(())
}

fn due_on(due: Option<&str>, ended_on: NaiveDate) -> Option<NaiveDate> {
    Due::try_from(due?.to_owned()).ok()?.on(ended_on, Some(ended_on))
}

fn is_too_late(due_on: NaiveDate, today: NaiveDate) -> bool {
    due_on.checked_add_days(Days::new(TOO_LATE)).is_some_and(|last| last < today)
}

/// The job [`CATCH_UP`].
pub(super) fn catch_up(house: House, job: Job) -> BoxFuture<'static, JobResult> {
    Box::pin(async move {
        let mut tx = house.db.write().await?;
        let now = house.clock.now();
        let unasked = store::steps::unasked(&mut tx, AT_ONCE).await?;
        for Unasked { step_id, due, ended_at } in &unasked {
            order_one(&mut tx, (*step_id, due.as_deref()), clock::day(*ended_at), now).await?;
        }
        if i64::try_from(unasked.len()).is_ok_and(|found| found == AT_ONCE) {
            jobs::ask(&mut tx, CATCH_UP, &(), now).await?;
        }
        if jobs::done(&mut tx, &job).await? {
            tx.commit().await?;
        }
        Ok(())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(words: &str) -> NaiveDate {
        clock::read_day(words).unwrap()
    }

    #[test]
    fn months_are_counted_from_the_local_day_of_the_end() {
        assert_eq!(due_on(Some("end + 3 months"), day("30.11.2023")), Some(day("29.2.2024")));
        assert_eq!(due_on(Some("end + 12 months"), day("4.10.2023")), Some(day("4.10.2024")));
        assert_eq!(due_on(None, day("4.10.2023")), None);
        // 23.30 in Helsinki on the last of October is still October, though it is 21.30 in UTC; so is 1.30 in summer.
        let late = clock::local(day("31.10.2023"), clock::read_time("23.30").unwrap());
        assert_eq!(due_on(Some("end + 3 months"), clock::day(late)), Some(day("31.1.2024")));
        let early = clock::local(day("1.7.2024"), clock::read_time("1.30").unwrap());
        assert_eq!(due_on(Some("end + 3 months"), clock::day(early)), Some(day("1.10.2024")));
    }

    #[test]
    fn a_question_of_long_ago_is_not_asked() {
        assert!(!is_too_late(day("1.1.2024"), day("1.3.2024")));
        assert!(is_too_late(day("1.1.2024"), day("2.3.2024")));
    }
}
