//! A visit half way through the door: the first factor is proven, the second is asked or set up. No session yet: nothing
//! can be read or done but this one thing, in this browser, for a quarter of an hour.
use chrono::Duration;
use uuid::Uuid;

use super::{app, store};
use crate::{
    codes,
    db::{FromRow, Tx},
    desk::Desk,
    signin::visit::visit_hash,
    web::Failure,
};

const GOOD_FOR: Duration = Duration::minutes(15);
/// A form is pressed twice within this.
const TWICE_WITHIN: Duration = Duration::minutes(2);
/// After these the first factor is asked anew.
const TRIES: i32 = 8;

codes! {
    /// What the visit is about.
    pub enum Errand {
        /// Proves with the app that there is.
        Ask = "ask",
        /// Sets up the first app.
        Enrol = "enrol",
        /// Sets up another app in place of the one there is, having proved with that.
        Change = "change",
        /// Has set it up: who pressed twice is told how to get the codes that the first answer showed.
        Done = "done",
    }
}

/// Who is half way, and where they are going.
#[derive(FromRow)]
pub struct HalfWay {
    pub human_id: Uuid,
    pub errand: Errand,
    /// The sealed secret of the app that is being set up.
    pub secret: Option<Vec<u8>>,
    pub next: String,
}

/// The visit is half way from now on.
pub async fn begin(tx: &mut Tx, desk: &Desk, human_id: Uuid, (errand, next): (Errand, &str)) -> Result<(), Failure> {
    let secret = match errand {
        Errand::Ask | Errand::Done => None,
        Errand::Enrol | Errand::Change => {
            Some(desk.house.vault.seal(tx, super::subject(human_id), &app::fresh()).await?)
        }
    };
    let half = HalfWay { human_id, errand, secret, next: next.to_owned() };
    store::put_half_way(tx, &visit_hash(desk), &half, desk.now + GOOD_FOR).await?;
    Ok(())
}

/// Who is half way here; nobody when the time is over or too much was tried.
pub async fn waits(tx: &mut Tx, desk: &Desk) -> Result<Option<HalfWay>, Failure> {
    Ok(store::half_way(tx, &visit_hash(desk), (TRIES, desk.now)).await?)
}

/// [`waits`], and counts a try: to be committed either way. `asks` says which of the two pages tries.
pub async fn tried(tx: &mut Tx, desk: &Desk, asks: bool) -> Result<Option<HalfWay>, Failure> {
    Ok(store::try_half_way(tx, &visit_hash(desk), asks, (TRIES, desk.now)).await?)
}

/// The app is set up; the same form sent once more is known for what it is.
pub async fn finished(tx: &mut Tx, desk: &Desk) -> Result<(), Failure> {
    store::finish_half_way(tx, &visit_hash(desk), desk.now + TWICE_WITHIN).await?;
    Ok(())
}

/// The visit is through.
pub async fn through(tx: &mut Tx, desk: &Desk) -> Result<(), Failure> {
    store::forget_half_way(tx, &visit_hash(desk)).await?;
    Ok(())
}
