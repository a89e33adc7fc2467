//! The view log: one row an answer, with the people it told about, committed before the bytes leave. If it cannot be
//! written, the read stops.
mod store;

use std::{
    collections::HashSet,
    sync::{Arc, Mutex, PoisonError},
};

use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::{Grant, Purpose};
use crate::{
    clock::Moment,
    db::{Db, Gathered, Gatherer, Result, Written, dialect},
    ident,
};

/// One answer that told about people.
#[derive(Clone, Debug)]
pub struct View {
    pub id: Uuid,
    pub at: Moment,
    pub human_id: Uuid,
    pub purpose: Purpose,
    pub route: String,
    /// The people, cases or lists that were told about.
    pub subjects: Vec<Uuid>,
}

impl View {
    /// The name of the set of people, made of who is in it: the same people are the same set.
    fn set_id(&self) -> Uuid {
        let mut hash = Sha256::new();
        self.subjects.iter().for_each(|subject| hash.update(subject));
        let mut name = [0; 16];
        name.copy_from_slice(&hash.finalize()[..16]);
        Uuid::from_bytes(name)
    }
}

/// The sets that this process has written down lately. Whoever deletes old sets leaves those of the last days.
#[derive(Default)]
pub struct KnownSets(HashSet<Uuid>);

const REMEMBERED: usize = 10_000;

impl Gathered for View {
    type Memory = KnownSets;

    async fn write_all(db: &Db, views: &[View], known: &mut KnownSets) -> Result<()> {
        if known.0.len() > REMEMBERED {
            known.0.clear();
        }
        let new = views.iter().filter(|view| known.0.insert(view.set_id()));
        let members: Vec<(Uuid, Uuid)> =
            new.flat_map(|view| view.subjects.iter().map(|subject| (*subject, view.set_id()))).collect();
        // Most often one statement says it all. A connection that has died meanwhile costs a second try.
        if members.is_empty() && store::is_one_part(views) {
            match store::insert(&mut db.write_alone().await?, views).await {
                Err(error) if dialect::is_away(&error) && !db.is_sqlite() => {}
                done => return done,
            }
        }
        let mut tx = db.write().await?;
        store::insert_members(&mut tx, &members).await?;
        store::insert(&mut tx, views).await?;
        tx.commit().await
    }
}

/// Where an answer in the making notes whom it tells about.
#[derive(Clone, Debug, Default)]
pub struct Sink(Arc<Mutex<Vec<(Grant, Vec<Uuid>)>>>);

impl Sink {
    /// The answer tells about the grant's resource and these subjects.
    pub fn note(&self, grant: &Grant, subjects: &[Uuid]) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).push((grant.clone(), subjects.to_vec()));
    }

    /// The row for the log, if the answer told about anybody.
    pub fn view(&self, route: &str, now: Moment) -> Option<View> {
        let notes = std::mem::take(&mut *self.0.lock().unwrap_or_else(PoisonError::into_inner));
        let (first, _) = notes.first()?;
        let (human_id, purpose) = (first.human_id(), first.purpose());
        let mut subjects: Vec<Uuid> = notes
            .iter()
            .flat_map(|(grant, more)| std::iter::once(grant.resource()).chain(more.iter().copied()))
            .collect();
        subjects.sort_unstable();
        subjects.dedup();
        Some(View { id: ident::at(now), at: now, human_id, purpose, route: route.to_owned(), subjects })
    }
}

/// So many looks are read at a time.
const AT_ONCE: usize = 1000;

/// One look at somebody's data.
#[derive(Clone, Copy, Debug, crate::db::FromRow)]
pub struct Look {
    pub id: Uuid,
    pub at: Moment,
    pub human_id: Uuid,
    pub purpose: Purpose,
}

/// The log's writer.
#[derive(Clone)]
pub struct Views {
    gatherer: Gatherer<View>,
    db: Db,
}

impl Views {
    /// `db` is the log's own: a file on SQLite, connections on PostgreSQL. Who holds a transaction of the house waits for
    /// it, never the other way round.
    pub fn start(db: Db) -> Views {
        Views { gatherer: Gatherer::start(db.clone()), db }
    }

    /// Returns when the row is safe.
    pub async fn write(&self, view: View) -> Written {
        self.gatherer.write(view).await
    }

    /// Ends the writing; a page about somebody is not shown any more.
    pub async fn close(&self) {
        self.db.close().await;
    }

    /// Who has looked at the subject, newest first: `(at, human, purpose, route)`; the looks of `but` left out, who is
    /// the subject's own human.
    pub async fn of(&self, subject_id: Uuid, but: Uuid) -> Result<Vec<(Moment, Uuid, Purpose, String)>> {
        store::of(&mut self.db.read().await?, subject_id, but).await
    }

    /// The looks at any of these subjects (sixteen at most) before a moment and id, newest first, `at_most` of them; the
    /// looks of `but` left out. A look that told about several of them stands once.
    pub async fn part(&self, of: (&[Uuid], Uuid), before: (Moment, Uuid), at_most: usize) -> Result<Vec<Look>> {
        store::part(&mut self.db.read().await?, of, before, at_most).await
    }

    /// Every look at the subject, newest first; the looks of `but` left out.
    pub async fn all_of(&self, subject_id: Uuid, but: Uuid) -> Result<Vec<Look>> {
        let (mut all, mut before) = (Vec::new(), (super::Edge::open_end(), Uuid::nil()));
        loop {
            let part = self.part((&[subject_id], but), before, AT_ONCE).await?;
            let more = part.len() == AT_ONCE;
            all.extend(part);
            match all.last() {
                Some(last) if more => before = (last.at, last.id),
                _ => return Ok(all),
            }
        }
    }

    /// How many answers have been logged.
    pub async fn count(&self) -> Result<i64> {
        store::count(&mut self.db.read().await?).await
    }
}
