//! Tries are counted under two names: the account's and the net address's. Each failed try makes the next wait longer;
//! nobody is ever locked out, and a good one clears the account's count.
use chrono::Duration;
use sha2::{Digest, Sha256};

use super::store;
use crate::{clock::Moment, db::Tx, house::House, web::Failure};

/// What is tried; each is counted on its own, so that failing at one never closes another way in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Asking for a code.
    Code,
    /// A password.
    Password,
    /// A code of an authenticator app, or a recovery code.
    Second,
    /// The set-up code.
    Setup,
    /// Anything from one address of the net, which many may share.
    Net,
}

impl Kind {
    /// How many tries are free, and the longest wait in seconds.
    fn measure(self) -> (i32, i64) {
        match self {
            Kind::Code => (3, 2 * 60),
            Kind::Password | Kind::Second => (5, 15 * 60),
            Kind::Setup => (5, 60),
            Kind::Net => (60, 5 * 60),
        }
    }
}

/// Tries are forgotten after a day of quiet.
const MEMORY: Duration = Duration::hours(24);

/// Seconds to wait after so many tries: nothing while they are free, then 2, 4, 8 … up to the longest.
pub fn wait(kind: Kind, tries: i32) -> i64 {
    let (free, longest) = kind.measure();
    match u32::try_from(tries - free) {
        Ok(over @ 1..=20) => (1_i64 << over).min(longest),
        Ok(0) | Err(_) => 0,
        Ok(_) => longest,
    }
}

/// The name of a count: a hash, so that the table tells nobody's address.
pub fn name(house: &House, kind: Kind, whose: &str) -> Vec<u8> {
    let mut hash = Sha256::new();
    hash.update(house.secret);
    hash.update([kind as u8]);
    hash.update(whose.trim().to_lowercase().as_bytes());
    hash.finalize().to_vec()
}

/// Counts a try under the name before it is known whether it is a good one.
///
/// # Errors
/// [`Failure::Slowly`] while the name must wait.
pub async fn count(tx: &mut Tx, kind: Kind, name: &[u8], now: Moment) -> Result<(), Failure> {
    let Some(tries) = store::count_try(tx, name, now, now - MEMORY).await? else {
        let until = store::waits_until(tx, name).await?.unwrap_or(now);
        return Err(Failure::Slowly(u64::try_from((until - now).num_seconds()).unwrap_or(0).max(1)));
    };
    store::wait_until(tx, name, now + Duration::seconds(wait(kind, tries))).await?;
    Ok(())
}

/// The try was a good one: the account begins anew, the net address has one less.
pub async fn good(tx: &mut Tx, account: &[u8], net: &[u8]) -> Result<(), Failure> {
    good_account(tx, account).await?;
    good_net(tx, net).await
}

/// The account begins anew.
pub async fn good_account(tx: &mut Tx, account: &[u8]) -> Result<(), Failure> {
    store::forget_tries(tx, account).await?;
    Ok(())
}

/// One of the tries from this net address was a good one.
pub async fn good_net(tx: &mut Tx, net: &[u8]) -> Result<(), Failure> {
    store::take_try_back(tx, net).await?;
    Ok(())
}

/// What is over is taken away.
pub async fn sweep(tx: &mut Tx, now: Moment) -> Result<(), Failure> {
    Ok(store::sweep(tx, now, now - MEMORY).await?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_wait_grows_and_never_becomes_a_lock() {
        let waits: Vec<i64> = (1..=9).map(|tries| wait(Kind::Password, tries)).collect();
        assert_eq!(waits, [0, 0, 0, 0, 0, 2, 4, 8, 16]);
        assert_eq!(wait(Kind::Password, i32::MAX), 15 * 60);
        assert_eq!(wait(Kind::Net, 60), 0);
    }
}
