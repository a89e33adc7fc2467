//! Identity and chance. Row ids are UUID v7 of the clock's moment; where order would tell something, ids are random.
use std::sync::atomic::{AtomicU32, Ordering};

use uuid::{Timestamp, Uuid};

use crate::clock::Moment;

/// Ids of one millisecond sort in the order in which this process made them.
static MADE: AtomicU32 = AtomicU32::new(0);

/// A new id that sorts by the moment it was made.
pub fn at(now: Moment) -> Uuid {
    let millis = u64::try_from(now.timestamp_millis()).unwrap_or_default();
    let nanos = u32::try_from(millis % 1000).unwrap_or(0) * 1_000_000;
    let counter = MADE.fetch_add(1, Ordering::Relaxed);
    Uuid::new_v7(Timestamp::from_unix_time(millis / 1000, nanos, u128::from(counter), 32))
}

/// A new id that tells nothing of when it was made.
#[expect(clippy::disallowed_methods, reason = "the one place that makes random ids")]
pub fn random() -> Uuid {
    Uuid::new_v4()
}

/// An id that is always the same for the same words: for things that must exist once.
pub fn of(space: &str, name: &str) -> Uuid {
    Uuid::new_v5(&Uuid::new_v5(&Uuid::NAMESPACE_URL, space.as_bytes()), name.as_bytes())
}

/// Random bytes from the operating system.
///
/// # Panics
/// When the system has no randomness to give: nothing safe can be done without it.
#[expect(clippy::disallowed_methods, reason = "the one place that asks for randomness")]
pub fn secret<const N: usize>() -> [u8; N] {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).expect("the operating system gives random bytes");
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_sort_by_their_moment() {
        let early = at(crate::clock::start_of(chrono::NaiveDate::from_ymd_opt(2023, 10, 2).unwrap()));
        let late = at(crate::clock::start_of(chrono::NaiveDate::from_ymd_opt(2024, 3, 20).unwrap()));
        assert!(early < late);
    }

    #[test]
    fn ids_of_one_moment_sort_in_the_order_they_were_made() {
        let now = crate::clock::start_of(chrono::NaiveDate::from_ymd_opt(2023, 10, 2).unwrap());
        let ids: Vec<Uuid> = (0..1000).map(|_| at(now)).collect();
        assert!(ids.is_sorted());
        assert_eq!(ids[0].get_timestamp().map(|at| at.to_unix().0), u64::try_from(now.timestamp()).ok());
    }
}
