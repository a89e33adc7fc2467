//! The same for many humans at once: what an import of a whole staff needs.
use std::collections::HashMap;

use uuid::Uuid;

use super::{Edge, Human};
use crate::{
    clock::Moment,
    db::{Result, Tx},
    ident,
};

/// How many rows go into one statement.
const ROWS: usize = 200;

/// New humans; each address is stored in lower case and is unique.
pub async fn add_humans(tx: &mut Tx, humans: &[Human], now: Moment) -> Result<()> {
    for part in humans.chunks(ROWS) {
        let head = "insert into human (id, name, lang, address, phone, created_at) values";
        let mut query = tx.many(head, (part.len(), 6), "");
        for human in part {
            query = query
                .bind(human.id)
                .bind(human.name.clone())
                .bind(human.lang.clone())
                .bind(human.address.as_ref().map(|address| address.trim().to_lowercase()))
                .bind(human.phone.clone())
                .bind(now);
        }
        query.execute().await?;
    }
    Ok(())
}

/// Opens edges that have not stood before; one that stands stays as it is.
pub async fn open_edges(tx: &mut Tx, edges: &[Edge]) -> Result<()> {
    for part in edges.chunks(ROWS) {
        let head = "insert into access_edge (id, reader, resource, class, purpose, valid_from, valid_until, because_event, \
                    controller_id) values";
        let mut query = tx.many(head, (part.len(), 9), "on conflict (id) do nothing");
        for edge in part {
            query = query
                .bind(edge.id())
                .bind(edge.reader.id())
                .bind(edge.resource)
                .bind(edge.class)
                .bind(edge.purpose)
                .bind(edge.from)
                .bind(edge.until)
                .bind(edge.because_event)
                .bind(edge.controller_id);
        }
        query.execute().await?;
    }
    Ok(())
}

/// The humans with these addresses (in lower case), also those whose account is closed.
pub async fn humans_by_addresses(tx: &mut Tx, addresses: &[String]) -> Result<HashMap<String, Uuid>> {
    let mut found = HashMap::new();
    for part in addresses.chunks(ROWS) {
        let mut query = tx.many("select address, id from human where address in", (1, part.len()), "");
        for address in part {
            query = query.bind(address.clone());
        }
        found.extend(query.all::<(String, Uuid)>().await?);
    }
    Ok(found)
}

/// The names of these humans.
pub async fn human_names(tx: &mut Tx, ids: &[Uuid]) -> Result<HashMap<Uuid, String>> {
    let mut names = HashMap::new();
    for part in ids.chunks(ROWS) {
        let mut query = tx.many("select id, name from human where id in", (1, part.len()), "");
        for id in part {
            query = query.bind(*id);
        }
        names.extend(query.all::<(Uuid, String)>().await?);
    }
    Ok(names)
}

/// A human's name, work address and work phone are from now on these. The caller has made sure that the human is of
/// its own organisation alone, since whoever decides the address decides who signs in.
pub async fn change_human(tx: &mut Tx, id: Uuid, name: &str, contact: (Option<&str>, Option<&str>)) -> Result<()> {
    tx.sql("update human set name = $2, address = $3, phone = $4 where id = $1")
        .bind(id)
        .bind(name.to_owned())
        .bind(contact.0.map(|address| address.trim().to_lowercase()))
        .bind(contact.1.map(str::to_owned))
        .execute()
        .await?;
    Ok(())
}

/// Whether the human holds or has held a seat of another organisation than this.
pub async fn has_seat_elsewhere(tx: &mut Tx, human_id: Uuid, organisation_id: Uuid) -> Result<bool> {
    let found: Option<(Uuid,)> = tx
        .sql(
            "select s.id from seat_member m join seat s on s.id = m.seat_id \
             where m.human_id = $1 and s.organisation_id <> $2 limit 1",
        )
        .bind(human_id)
        .bind(organisation_id)
        .optional()
        .await?;
    Ok(found.is_some())
}

impl Edge {
    /// The same reader, resource, class and purpose is the same edge.
    pub(super) fn id(&self) -> Uuid {
        let name = format!("{}:{}:{}:{}", self.reader.id(), self.resource, self.class, self.purpose);
        ident::of("urasilta:edge", &name)
    }
}
