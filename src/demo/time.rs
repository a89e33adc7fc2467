//! The demo's clock: machine time and what its visitor has added. Whoever is signed in stays so over the jump; what has
//! become due on the way is done in its own time, one thing after the other.
use std::time::Duration as Wait;

use axum::response::IntoResponse;
use chrono::{Duration, Months, NaiveTime};

use super::{only_in_a_demo, store};
use crate::{
    clock::{self, Clock, Moment},
    codes,
    db::{self, Db},
    desk::Posted,
    house::{self, House},
    jobs,
    privacy::session,
    web::{Answer, Failure},
};

codes! {
    /// How far to go.
    pub enum Leap {
        /// To when the next thing that waits for its time is due.
        Next = "next",
        Tomorrow = "tomorrow",
        Week = "week",
        Month = "month",
    }
}

/// What the clock shows.
#[derive(Clone, Copy, Debug)]
pub struct Hands {
    pub now: Moment,
    /// When the next thing that waits for its time is due.
    pub next: Option<Moment>,
}

/// What the demo's clock shows.
pub async fn hands(house: &House) -> db::Result<Hands> {
    let now = house.clock.now();
    Ok(Hands { now, next: jobs::next_due(&mut house.db.read().await?, now).await? })
}

/// Where a leap goes from `now`; nowhere when nothing waits.
fn target(leap: Leap, hands: Hands) -> Option<Moment> {
    let today = clock::day(hands.now);
    let nine = NaiveTime::from_hms_opt(9, 0, 0)?;
    match leap {
        Leap::Next => hands.next,
        Leap::Tomorrow => Some(clock::local(today.succ_opt()?, nine)),
        Leap::Week => Some(hands.now + Duration::weeks(1)),
        Leap::Month => Some(clock::local(today.checked_add_months(Months::new(1))?, clock::time(hands.now))),
    }
}

/// The visitor moves the clock on; the page after it tells what has happened.
pub(super) async fn move_on(Posted { desk, words }: Posted) -> Answer {
    only_in_a_demo(&desk.house)?;
    let leap = Leap::read(words.get("to")).ok_or(Failure::NotFound)?;
    let house = desk.house.clone();
    let hands = hands(&house).await?;
    let to = target(leap, hands).ok_or(Failure::Refused("fault-demo-nothing-waits"))?;
    let mut act = desk.act(&words).await?;
    session::carry(&mut act, hands.now, to).await?;
    store::add_ahead(&mut act, to - hands.now).await?;
    let response = desk.done(act, &format!("/demo?since={}", hands.now.timestamp_millis())).await?;
    go(&house, to).await?;
    Ok(response.into_response())
}

/// Time goes on to `to`; what becomes due on the way is done when it is due.
async fn go(house: &House, to: Moment) -> db::Result<()> {
    loop {
        let next = jobs::next_due(&mut house.db.read().await?, house.clock.now()).await?;
        let Some(at) = next.filter(|at| *at < to) else { break };
        house.clock.move_to(at);
        settle(house).await?;
    }
    house.clock.move_to(to);
    settle(house).await
}

/// Does what is due, and waits for what the worker has taken up.
async fn settle(house: &House) -> db::Result<()> {
    for _ in 0..200 {
        house::run_jobs(house).await?;
        if jobs::waiting(&mut house.db.read().await?, house.clock.now()).await? == 0 {
            break;
        }
        tokio::time::sleep(Wait::from_millis(25)).await;
    }
    Ok(())
}

/// The clock of a demo whose visitor may have moved it before.
pub async fn clock(db: &Db) -> db::Result<Clock> {
    Ok(Clock::ahead_by(store::ahead(&mut db.read().await?).await?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_leap_goes_on_from_where_the_clock_is_and_never_back() {
        let day =
            |words: &str, time: &str| clock::local(clock::read_day(words).unwrap(), clock::read_time(time).unwrap());
        let hands = Hands { now: day("31.1.2027", "13.30"), next: None };
        assert_eq!(target(Leap::Tomorrow, hands), Some(day("1.2.2027", "9.00")));
        assert_eq!(target(Leap::Week, hands), Some(day("7.2.2027", "13.30")));
        assert_eq!(target(Leap::Month, hands), Some(day("28.2.2027", "13.30")));
        assert_eq!(target(Leap::Next, hands), None);
        for leap in Leap::ALL {
            let next = Some(hands.now + Duration::seconds(1));
            assert!(target(*leap, Hands { next, ..hands }).is_some_and(|to| to > hands.now));
        }
    }
}
