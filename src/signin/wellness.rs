//! Whether the house is well: what an administrator must know of, each with what to do.
use chrono::Duration;

use crate::{
    clock::Moment,
    codes,
    db::{self, Tx},
    events,
    house::House,
    jobs,
    privacy::{account, session},
};

/// What is done every second may be late by this much.
const LATE: Duration = Duration::minutes(5);
/// What is done every day (a backup) or twice (the key ring) may be this old.
const OLD: Duration = Duration::hours(26);

codes! {
    /// Something that is not well.
    pub enum Concern {
        /// Jobs have been laid aside.
        Dead = "dead",
        /// The database has not this program's schema.
        Schema = "schema",
        /// Jobs are due that nobody does.
        Waiting = "waiting",
        /// Events are not sealed.
        Unsealed = "unsealed",
        /// The key ring has not turned.
        Ring = "ring",
        /// There is no backup of the last day.
        Backup = "backup",
        /// Letters reach nobody.
        Mail = "mail",
    }
}

/// Counts that tell whether the house does its work.
#[derive(Clone, Debug, Default)]
pub struct Pulse {
    /// Migrations that have been run.
    pub migrations: i64,
    /// Jobs that are due, and since when the oldest of them.
    pub due: (i64, Option<Moment>),
    /// Events that no chain holds yet, and since when.
    pub unsealed: (i64, Option<Moment>),
    /// Sessions that are alive.
    pub sessions: i64,
}

impl Pulse {
    /// The pulse now.
    pub async fn of(tx: &mut Tx, now: Moment) -> db::Result<Pulse> {
        Ok(Pulse {
            migrations: db::migrations_run(tx).await?,
            due: jobs::due(tx, now).await?,
            unsealed: events::unsealed(tx).await?,
            sessions: account::count_sessions(tx, now - session::IDLE).await?,
        })
    }
}

/// The last backup, as far as it is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Backup {
    /// `backup_stamp` is not set.
    NotTold,
    /// The file is not there.
    Missing,
    At(Moment),
}

/// What is looked at.
pub struct State {
    pub pulse: Pulse,
    pub dead: usize,
    pub ring: Option<Moment>,
    pub backup: Backup,
    /// Letters go to a folder though people come from elsewhere.
    pub mail_reaches_nobody: bool,
}

impl State {
    /// The state of the house, with what has been read of its database.
    pub fn of(house: &House, pulse: Pulse, dead: usize) -> State {
        let config = &house.config;
        let stamp = config.get("backup_stamp");
        let written = |path: &str| std::fs::metadata(path).and_then(|file| file.modified()).map(Moment::from);
        let backup = match stamp {
            "" => Backup::NotTold,
            path => written(path).map_or(Backup::Missing, Backup::At),
        };
        let mail_reaches_nobody = config.get("mail") == "folder" && config.get("public_url").starts_with("https://");
        State { pulse, dead, ring: house.vault.turned_at(), backup, mail_reaches_nobody }
    }

    /// What is not well now, the most urgent first.
    pub fn concerns(&self, now: Moment) -> Vec<Concern> {
        let late = |since: Option<Moment>| since.is_some_and(|since| now - since > LATE);
        let old = |at: Moment| now - at > OLD;
        let schema = usize::try_from(self.pulse.migrations) == Ok(db::MIGRATIONS.files().count());
        let backup = match self.backup {
            Backup::NotTold => false,
            Backup::Missing => true,
            Backup::At(at) => old(at),
        };
        let found = [
            (Concern::Dead, self.dead > 0),
            (Concern::Waiting, late(self.pulse.due.1)),
            (Concern::Mail, self.mail_reaches_nobody),
            (Concern::Schema, !schema),
            (Concern::Unsealed, late(self.pulse.unsealed.1)),
            (Concern::Ring, self.ring.is_some_and(old)),
            (Concern::Backup, backup),
        ];
        found.into_iter().filter(|(_, there)| *there).map(|(concern, _)| concern).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn well() -> State {
        let migrations = i64::try_from(db::MIGRATIONS.files().count()).unwrap();
        let pulse = Pulse { migrations, ..Pulse::default() };
        State { pulse, dead: 0, ring: None, backup: Backup::NotTold, mail_reaches_nobody: false }
    }

    #[test]
    fn what_is_late_old_or_missing_is_named_and_what_is_not_is_not() {
        let now = crate::clock::start_of(chrono::NaiveDate::from_ymd_opt(2023, 10, 2).unwrap());
        let ago = |minutes| Some(now - Duration::minutes(minutes));
        assert_eq!(well().concerns(now), []);
        let busy = Pulse { due: (9, ago(1)), unsealed: (3, ago(1)), ..well().pulse };
        let state = State { pulse: busy, ring: ago(60 * 12), backup: Backup::At(now - Duration::hours(25)), ..well() };
        assert_eq!(state.concerns(now), [], "busy is well");
        let stuck = Pulse { due: (9, ago(6)), unsealed: (3, ago(6)), migrations: 1, sessions: 0 };
        let state =
            State { pulse: stuck, dead: 1, ring: ago(60 * 27), backup: Backup::Missing, mail_reaches_nobody: true };
        assert_eq!(state.concerns(now).len(), Concern::ALL.len(), "everything at once");
        let state = State { backup: Backup::At(now - Duration::hours(27)), ..well() };
        assert_eq!(state.concerns(now), [Concern::Backup]);
    }
}
