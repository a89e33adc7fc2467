//! Access edges: one table tells who may read what, in which class, why, from when until when and because of which
//! event. The same rows decide, are printed beside fields, and end access by the clock.
use uuid::Uuid;

use super::{Actor, store};
use crate::{
    clock::Moment,
    codes,
    db::{FromRow, Result, Tx},
};

codes! {
    /// How confidential a piece of data is (DOMAIN §4).
    pub enum Class {
        /// The person alone.
        Own = "own",
        /// The coach alone.
        CoachOwn = "coach_own",
        /// Participant and coach.
        Coaching = "coaching",
        /// Participant, supervisor and coach: only what they agreed to share.
        Agreed = "agreed",
        /// Coordinator and, within the contract, provider: process facts, never contents.
        Service = "service",
        /// Named handlers only.
        Health = "health",
    }
}

codes! {
    /// Why somebody reads.
    pub enum Purpose {
        OwnAffairs = "own_affairs",
        Selection = "selection",
        Coaching = "coaching",
        Supervision = "supervision",
        ServiceDelivery = "service_delivery",
        Administration = "administration",
        StaffRegister = "staff_register",
        /// Two persons have opened, each with a reason, what an earlier coach wrote.
        Continuity = "continuity",
    }
}

/// Permission to read one resource in one class, made only here and only from an edge.
#[derive(Clone, Debug)]
pub struct Grant {
    resource: Uuid,
    class: Class,
    purpose: Purpose,
    human_id: Uuid,
}

impl Grant {
    pub fn resource(&self) -> Uuid {
        self.resource
    }
    pub fn class(&self) -> Class {
        self.class
    }
    pub fn purpose(&self) -> Purpose {
        self.purpose
    }
    /// Who reads.
    pub fn human_id(&self) -> Uuid {
        self.human_id
    }
}

/// Who an edge lets read: a human, or whoever holds a seat.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reader {
    Human(Uuid),
    Seat(Uuid),
}

impl Reader {
    pub fn id(self) -> Uuid {
        match self {
            Reader::Human(id) | Reader::Seat(id) => id,
        }
    }
}

/// An edge to be opened, by a slice, in its own transaction.
#[derive(Clone, Copy, Debug)]
pub struct Edge {
    pub reader: Reader,
    pub resource: Uuid,
    pub class: Class,
    pub purpose: Purpose,
    pub from: Moment,
    /// [`Moment::MAX_UTC`] is not for both engines: an open end is a day far away.
    pub until: Moment,
    pub because_event: Uuid,
    pub controller_id: Uuid,
}

impl Edge {
    /// An end that is not known yet: the year 9000.
    pub fn open_end() -> Moment {
        chrono::DateTime::from_timestamp(221_845_392_000, 0).unwrap_or_default()
    }
}

/// Opens an edge; one that stands already for the same reader, resource, class and purpose is prolonged instead.
pub async fn open_edge(tx: &mut Tx, edge: &Edge) -> Result<()> {
    store::upsert_edge(tx, edge.id(), edge).await
}

/// Ends every edge of a resource in a class.
pub async fn close(tx: &mut Tx, resource: Uuid, class: Class, now: Moment) -> Result<()> {
    store::close_edges(tx, resource, class, now).await
}

/// Ends every edge of one reader to a resource.
pub async fn close_reader(tx: &mut Tx, resource: Uuid, reader: Reader, now: Moment) -> Result<()> {
    store::close_reader(tx, resource, reader.id(), now).await
}

/// Ends the edges of one reader to a resource that were opened for one purpose.
pub async fn close_purpose(
    tx: &mut Tx,
    resource: Uuid,
    (reader, purpose): (Reader, Purpose),
    now: Moment,
) -> Result<()> {
    store::close_purpose(tx, resource, (reader.id(), purpose), now).await
}

/// The edges of a resource that end at the one moment end at the other from now on: a contract's days have changed.
pub async fn move_end(tx: &mut Tx, resource: Uuid, (from, to): (Moment, Moment)) -> Result<()> {
    store::move_end(tx, resource, (from, to)).await
}

/// Permission for the actor to read the resource in this class now; `None` when there is no edge: then it does not exist.
pub async fn grant(tx: &mut Tx, actor: &Actor, (resource, class): (Uuid, Class), now: Moment) -> Result<Option<Grant>> {
    let purpose = store::edge(tx, &actor.readers(), (resource, class), now).await?;
    Ok(purpose.map(|purpose| Grant { resource, class, purpose, human_id: actor.human_id }))
}

/// [`grant`] for each of these resources that the actor may read.
pub async fn grants(tx: &mut Tx, actor: &Actor, (ids, class): (&[Uuid], Class), now: Moment) -> Result<Vec<Grant>> {
    let mut found: Vec<Grant> = Vec::new();
    for part in ids.chunks(store::NAMES) {
        for (resource, purpose) in store::edges(tx, &actor.readers(), (part, class), now).await? {
            if found.iter().all(|grant| grant.resource != resource) {
                found.push(Grant { resource, class, purpose, human_id: actor.human_id });
            }
        }
    }
    Ok(found)
}

/// Which edges are read with an actor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    /// Those to what the page is about.
    Resource(Uuid),
    /// Those of the human to what is their own, and to the caseload that bears their own id.
    Own,
}

/// The edges that were read with an actor: good in the transaction in which they were read.
#[derive(Clone, Debug)]
pub struct Edges {
    asked: Asked,
    /// `(edge, resource, class, purpose)`
    rows: Vec<(Uuid, Uuid, Class, Purpose)>,
}

impl Edges {
    pub(super) fn new(asked: Asked, rows: impl Iterator<Item = (Uuid, Uuid, Class, Purpose)>) -> Edges {
        let mut rows: Vec<_> = rows.collect();
        rows.sort_unstable();
        Edges { asked, rows }
    }

    /// What [`grant`] would give; `None` when these edges do not tell.
    pub fn grant(&self, actor: &Actor, (resource, class): (Uuid, Class)) -> Option<Option<Grant>> {
        let found = self.rows.iter().find(|row| row.1 == resource && row.2 == class);
        let grant = found.map(|row| Grant { resource, class, purpose: row.3, human_id: actor.human_id });
        (grant.is_some() || self.asked == Asked::Resource(resource)).then_some(grant)
    }

    /// What [`own`] would give; `None` when these edges do not tell.
    pub fn own(&self, actor: &Actor) -> Option<Vec<Grant>> {
        let grant = |row: &(Uuid, Uuid, Class, Purpose)| Grant {
            resource: row.1,
            class: row.2,
            purpose: row.3,
            human_id: actor.human_id,
        };
        (self.asked == Asked::Own).then(|| self.rows.iter().filter(|row| row.2 == Class::Own).map(grant).collect())
    }
}

/// Permission for the actor to read each thing that is their own.
pub async fn own(tx: &mut Tx, actor: &Actor, now: Moment) -> Result<Vec<Grant>> {
    let rows = store::own_edges(tx, actor.human_id, now).await?;
    Ok(Edges::new(Asked::Own, rows.into_iter()).own(actor).unwrap_or_default())
}

/// The classes in which the actor may read the resource now.
pub async fn may(tx: &mut Tx, actor: &Actor, resource: Uuid, now: Moment) -> Result<Vec<Class>> {
    store::classes(tx, &actor.readers(), resource, now).await
}

/// Which of these resources the human may read in the class now, asked eight at a time: what of a case is shared with
/// one, or which cases of a list are still theirs to see.
pub async fn readable(
    tx: &mut Tx,
    reader: Uuid,
    (resources, class): (&[Uuid], Class),
    now: Moment,
) -> Result<Vec<Uuid>> {
    let mut found = Vec::new();
    for part in resources.chunks(store::NAMES) {
        found.extend(store::readable(tx, reader, (part, class), now).await?);
    }
    Ok(found)
}

/// Somebody who reads or has read a resource, from when until when.
#[derive(Clone, Debug, FromRow)]
pub struct ReadBy {
    pub resource: Uuid,
    pub name: String,
    pub from: Moment,
    pub until: Moment,
}

/// The humans who read or have read what the grants are for, in this class and for this purpose, the latest first: who
/// was somebody's coach on a day stands here.
pub async fn read_by(tx: &mut Tx, grants: &[Grant], what: (Class, Purpose)) -> Result<Vec<ReadBy>> {
    let resources: Vec<Uuid> = grants.iter().map(Grant::resource).take(store::NAMES).collect();
    store::read_by(tx, &resources, what).await
}

/// Who can read one resource or another now, as `(reader, class, purpose)`: the words beside a field come from these rows.
pub async fn readers_of_both(tx: &mut Tx, both: (Uuid, Uuid), now: Moment) -> Result<Vec<(Uuid, Class, Purpose)>> {
    store::readers(tx, both, now).await
}
