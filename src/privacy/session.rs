//! Sessions: a 256-bit reference token of which only the hash is stored, new at sign-in, 30 minutes idle, 10 hours at
//! most.
use chrono::Duration;
use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::{Actor, Role, Seat, store};
use crate::{
    clock::Moment,
    db::{Db, Result, Tally, Tx},
    ident,
    text::Lang,
};

pub const IDLE: Duration = Duration::minutes(30);
pub const LONGEST: Duration = Duration::hours(10);

/// How old the last sight of a session may grow before it is written anew.
const TOUCH: Duration = Duration::minutes(2);

/// A new session; gives the token for the cookie.
pub async fn start(tx: &mut Tx, human_id: Uuid, now: Moment) -> Result<String> {
    let token = data_encoding::BASE64URL_NOPAD.encode(&ident::secret::<32>());
    store::insert_session(tx, hash(&token), human_id, now).await?;
    Ok(token)
}

/// Ends this session.
pub async fn end(tx: &mut Tx, token: &str) -> Result<()> {
    store::delete_session(tx, hash(token)).await
}

/// Ends every session of the human.
pub async fn end_all(tx: &mut Tx, human_id: Uuid) -> Result<()> {
    store::delete_sessions(tx, human_id).await
}

/// Forgets sessions that have ended by themselves.
pub async fn forget_old(tx: &mut Tx, now: Moment) -> Result<()> {
    store::forget_sessions(tx, now - LONGEST, now - IDLE).await
}

/// Who holds the token now, if it is alive, and whether it is time to [`touch`] it.
pub async fn actor(tx: &mut Tx, token: &str, now: Moment) -> Result<Option<(Actor, bool)>> {
    let rows = store::session(tx, hash(token), now).await?;
    let Some(first) = rows.first() else { return Ok(None) };
    if now - first.seen_at > IDLE || now - first.started_at > LONGEST {
        return Ok(None);
    }
    let seats = rows.iter().filter_map(store::SessionRow::seat).collect();
    let lang = Lang::read(&first.lang).unwrap_or_default();
    let actor = Actor { human_id: first.human_id, name: first.name.clone(), lang, seats };
    Ok(Some((actor, now - first.seen_at > TOUCH)))
}

/// The session has been seen now.
pub async fn touch(db: &Db, tally: &Tally, token: &str, now: Moment) -> Result<()> {
    let mut tx = db.write_counted(tally).await?;
    store::touch_session(&mut tx, hash(token), now).await?;
    tx.commit().await
}

fn hash(token: &str) -> Vec<u8> {
    Sha256::digest(token.as_bytes()).to_vec()
}

impl store::SessionRow {
    fn seat(&self) -> Option<Seat> {
        Some(Seat {
            id: self.seat_id?,
            organisation_id: self.organisation_id?,
            role: Role::read(self.role.as_deref()?)?,
        })
    }
}
