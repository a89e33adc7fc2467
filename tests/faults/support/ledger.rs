//! What the program has said that it did, and the search for each word of it in what is on the disk.
use std::{
    collections::{BTreeMap, BTreeSet},
    fs::File,
    io::Write,
    path::Path,
    sync::Mutex,
};

use urasilta::{
    db::{Db, Result, Tx},
    events,
    forms::{Answer, Answers},
};
use uuid::Uuid;

/// Something that an answer has said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Said {
    /// An application has been begun under this key.
    Begun { human: Uuid, key: String },
    /// A form was done under this key.
    Once { human: Uuid, route: String, key: String },
    /// The text with this number was saved; a newer one may stand there by now.
    Saved { application: Uuid, number: u64 },
    /// Somebody has signed in.
    Entered { human: Uuid },
    /// A page that tells about a person was shown.
    Viewed { human: Uuid, route: String },
}

impl Said {
    fn line(&self) -> String {
        match self {
            Said::Begun { human, key } => format!("begun {human} {key}"),
            Said::Once { human, route, key } => format!("once {human} {route} {key}"),
            Said::Saved { application, number } => format!("saved {application} {number}"),
            Said::Entered { human } => format!("entered {human}"),
            Said::Viewed { human, route } => format!("viewed {human} {route}"),
        }
    }

    pub fn read(line: &str) -> Option<Said> {
        let parts: Vec<&str> = line.split(' ').collect();
        Some(match parts.as_slice() {
            ["begun", human, key] => Said::Begun { human: human.parse().ok()?, key: (*key).into() },
            ["once", human, route, key] => {
                Said::Once { human: human.parse().ok()?, route: (*route).into(), key: (*key).into() }
            }
            ["saved", id, number] => Said::Saved { application: id.parse().ok()?, number: number.parse().ok()? },
            ["entered", human] => Said::Entered { human: human.parse().ok()? },
            ["viewed", human, route] => Said::Viewed { human: human.parse().ok()?, route: (*route).into() },
            _ => return None,
        })
    }
}

/// Everything that was said, in order.
#[derive(Default)]
pub struct Ledger {
    said: Mutex<Vec<Said>>,
    /// The recorder's log, into which each word is written where it was heard.
    log: Option<Mutex<File>>,
}

impl Ledger {
    /// A ledger whose words stand in a recorder's log too.
    pub fn in_log(log: &Path) -> Ledger {
        let file = File::options().create(true).append(true).open(log).unwrap();
        Ledger { said: Mutex::default(), log: Some(Mutex::new(file)) }
    }

    pub fn heard(&self, said: &Said) {
        if let Some(log) = &self.log {
            let line = said.line();
            let mut record = vec![b'A'];
            record.resize(40, 0);
            record.extend((line.len() as u64).to_le_bytes());
            record.extend(line.bytes());
            log.lock().unwrap().write_all(&record).unwrap();
        }
        self.said.lock().unwrap().push(said.clone());
    }

    pub fn all(&self) -> Vec<Said> {
        self.said.lock().unwrap().clone()
    }

    /// How many acts have been acknowledged.
    pub fn acts(&self) -> usize {
        self.all().iter().filter(|said| !matches!(said, Said::Viewed { .. })).count()
    }
}

/// What is wrong with what is on the disk.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// Was said and is not there.
    pub lost: Vec<String>,
    /// Is there twice, or half.
    pub doubled: Vec<String>,
    /// Cannot be read, or contradicts itself.
    pub corrupt: Vec<String>,
}

impl Found {
    pub fn is_whole(&self) -> bool {
        *self == Found::default()
    }
}

/// Looks for everything that was said, and whether each act is there whole and once.
pub async fn examine(db: &Db, views: &Db, said: &[Said]) -> Result<Found> {
    let mut found = Found::default();
    for one in if db.is_sqlite() { vec![db, views] } else { Vec::new() } {
        let told: Vec<(String,)> = one.read().await?.sql("pragma integrity_check").all().await?;
        found.corrupt.extend(told.into_iter().map(|(line,)| line).filter(|line| line != "ok"));
    }
    found.corrupt.extend(events::audit(db).await?.broken.iter().map(|broken| format!("{broken:?}")));
    let mut tx = db.read().await?;
    look_for(&mut found, &mut tx, views, said).await?;
    whole_and_once(&mut found, &mut tx).await?;
    Ok(found)
}

async fn look_for(found: &mut Found, tx: &mut Tx, views: &Db, said: &[Said]) -> Result<()> {
    let keys: Vec<(Uuid, String, String)> =
        tx.sql("select human_id, route, once_key from idempotency where location <> ''").all().await?;
    let keys: BTreeSet<_> = keys.into_iter().collect();
    let answers: Vec<(Uuid, String)> = tx.sql("select id, answers from application").all().await?;
    let written: BTreeMap<Uuid, Option<u64>> =
        answers.iter().map(|(id, answers)| (*id, number(&Answers::of_json(answers)))).collect();
    let sessions: Vec<(Uuid, i64)> = tx.sql("select human_id, count(*) from session group by human_id").all().await?;
    let sessions: BTreeMap<Uuid, i64> = sessions.into_iter().collect();
    let seen: Vec<(Uuid, String, i64)> = views
        .read()
        .await?
        .sql("select human_id, route, count(*) from view_log group by human_id, route")
        .all()
        .await?;
    let mut seen: BTreeMap<(Uuid, String), i64> =
        seen.into_iter().map(|(human, route, count)| ((human, route), count)).collect();
    for one in said {
        let there = match one {
            Said::Begun { human, key } => {
                keys.contains(&(*human, "/services/{round_id}/apply".to_owned(), key.clone()))
            }
            Said::Once { human, route, key } => keys.contains(&(*human, route.clone(), key.clone())),
            Said::Saved { application, number } => {
                written.get(application).is_some_and(|there| there.is_some_and(|there| there >= *number))
            }
            // One session was there before.
            Said::Entered { human } => sessions.get(human).is_some_and(|count| *count >= 2),
            Said::Viewed { human, route } => {
                let left = seen.entry((*human, route.clone())).or_default();
                *left -= 1;
                *left >= 0
            }
        };
        if !there {
            found.lost.push(one.line());
        }
    }
    Ok(())
}

/// The number of the text that stands in the answers: 0 when only the first question is answered.
fn number(answers: &Answers) -> Option<u64> {
    match answers.get("situation") {
        Some(Answer::Text(words)) => words.split_whitespace().find_map(|word| word.trim_end_matches('.').parse().ok()),
        _ => answers.get("expectations").map(|_| 0),
    }
}

async fn whole_and_once(found: &mut Found, tx: &mut Tx) -> Result<()> {
    let twice: Vec<(Uuid, i64)> = tx
        .sql("select person_id, count(*) from application group by person_id, round_id having count(*) > 1")
        .all()
        .await?;
    found.doubled.extend(twice.iter().map(|(person, count)| format!("{count} applications of {person}")));
    let states: Vec<(Uuid, String)> = tx.sql("select id, state from application").all().await?;
    let events: Vec<(Uuid, String, i64)> = tx
        .sql("select root_id, what, count(*) from event where what like 'application.%' group by root_id, what")
        .all()
        .await?;
    let events: BTreeMap<(Uuid, String), i64> =
        events.into_iter().map(|(id, what, count)| ((id, what), count)).collect();
    let mut counted: BTreeMap<&str, i64> = BTreeMap::new();
    for (id, state) in &states {
        *counted.entry(state.as_str()).or_default() += 1;
        for (what, times) in [
            ("application.started", 1),
            ("application.submitted", i64::from(state != "draft")),
            ("application.withdrawn", i64::from(state == "withdrawn")),
        ] {
            let there = events.get(&(*id, what.to_owned())).copied().unwrap_or_default();
            if there != times {
                found.doubled.push(format!("{what} of {id}, which is {state}: {there} times"));
            }
        }
    }
    let kept: Vec<(String, i64)> =
        tx.sql("select value, n from intake_count where kind = 'state' and n <> 0 order by value").all().await?;
    let kept: BTreeMap<&str, i64> = kept.iter().map(|(value, n)| (value.as_str(), *n)).collect();
    if kept != counted {
        found.doubled.push(format!("counted {kept:?}, there are {counted:?}"));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_said_is_read_back() {
        let (human, key) = (Uuid::from_u128(7), "0123456789abcdef".to_owned());
        for said in [
            Said::Begun { human, key: key.clone() },
            Said::Once { human, route: "/applications/{id}/submission".into(), key },
            Said::Saved { application: human, number: 12 },
            Said::Entered { human },
            Said::Viewed { human, route: "/me".into() },
        ] {
            assert_eq!(Said::read(&said.line()), Some(said));
        }
    }
}
