//! Who may look after a round's track. The coordinator by the permission on the round; the provider and the coach by
//! that on a case of theirs in it, so that it ends with the contract and reaches only the supervisors of their own cases.
use std::sync::Arc;

use uuid::Uuid;

use super::{path, store};
use crate::{
    db::Tx,
    desk::Desk,
    privacy::{Class, Grant, Role},
    programmes::{self, Blueprint, Round},
    web::Failure,
};

/// As what somebody looks after the track.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reader {
    Coordinator,
    /// The organisation.
    Provider(Uuid),
    /// The human.
    Coach(Uuid),
}

/// A round's track as far as the reader reaches it.
pub struct Reach {
    pub round_id: Uuid,
    pub reader: Reader,
    pub grant: Grant,
    pub round: Round,
    pub blueprint: Arc<Blueprint>,
}

impl Reach {
    /// The workshop is set by the coordinator or the provider.
    pub fn sets_workshop(&self) -> bool {
        !matches!(self.reader, Reader::Coach(_))
    }

    pub fn is_coordinator(&self) -> bool {
        self.reader == Reader::Coordinator
    }
}

/// The track of the round; not there for whoever does not look after it, and where the service has none.
pub async fn reach(desk: &Desk, tx: &mut Tx, round_id: Uuid) -> Result<Reach, Failure> {
    let (reader, grant) = permission(desk, tx, round_id).await?.ok_or(Failure::NotFound)?;
    let round = programmes::round(tx, round_id).await?.ok_or(Failure::NotFound)?;
    let blueprint = programmes::blueprint_of(tx, &round).await?;
    if !path::has_track(&blueprint) {
        return Err(Failure::NotFound);
    }
    Ok(Reach { round_id, reader, grant, round, blueprint })
}

async fn permission(desk: &Desk, tx: &mut Tx, round_id: Uuid) -> Result<Option<(Reader, Grant)>, Failure> {
    let actor = desk.actor()?;
    if actor.is(Role::Coordinator)
        && let Some(grant) = desk.may(tx, round_id, Class::Service).await?
    {
        return Ok(Some((Reader::Coordinator, grant)));
    }
    let provider = actor.organisation(Role::Provider).map(Reader::Provider);
    let coach = actor.is(Role::Coach).then_some(Reader::Coach(actor.human_id));
    for reader in provider.into_iter().chain(coach) {
        let Some(case_id) = store::round::case_of(tx, round_id, reader).await? else { continue };
        if let Some(grant) = desk.may(tx, case_id, Class::Service).await? {
            return Ok(Some((reader, grant)));
        }
    }
    Ok(None)
}
