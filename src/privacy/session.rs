//! Sessions: a 256-bit reference token of which only the hash is stored, new at sign-in, 30 minutes idle, 10 hours at
//! most.
use chrono::Duration;
use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::{Actor, Asked, Edges, Role, Seat, store};
use crate::{
    clock::Moment,
    codes,
    db::{Db, FromRow, Result, Tally, Tx},
    ident,
    text::Lang,
};

pub const IDLE: Duration = Duration::minutes(30);
pub const LONGEST: Duration = Duration::hours(10);

/// How old the last sight of a session may grow before it is written anew.
const TOUCH: Duration = Duration::minutes(2);

codes! {
    /// How it was proven who begins a session.
    pub enum Strength {
        /// By one thing: a code, a password, or the organisation's service that does not say more.
        Single = "single",
        /// By a second factor too.
        Second = "second",
        /// An invented person of a demo, a replay or a test: nothing was to prove.
        Invented = "invented",
    }
}

/// A new session; gives the token for the cookie. `device` tells its human where it is: `firefox windows`.
pub async fn start(tx: &mut Tx, human_id: Uuid, (strength, device): (Strength, &str), now: Moment) -> Result<String> {
    let token = data_encoding::BASE64URL_NOPAD.encode(&ident::secret::<32>());
    store::insert_session(tx, hash(&token), human_id, (strength, device, now)).await?;
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

/// Ends every session of the human but this one; gives how many there were.
pub async fn end_others(tx: &mut Tx, human_id: Uuid, token: &str) -> Result<u64> {
    store::delete_other_sessions(tx, human_id, hash(token)).await
}

/// The session goes on under a new token, which it gives: after a new proof, the old one is worth nothing.
pub async fn renew(tx: &mut Tx, token: &str) -> Result<String> {
    let new = data_encoding::BASE64URL_NOPAD.encode(&ident::secret::<32>());
    store::rename_session(tx, hash(token), hash(&new)).await?;
    Ok(new)
}

/// A session as its own human sees it.
#[derive(Clone, Debug, FromRow)]
pub struct Own {
    pub started_at: Moment,
    pub seen_at: Moment,
    pub strength: Strength,
    pub device: String,
    token_hash: Vec<u8>,
}

impl Own {
    /// Two sessions for the sample of a page.
    pub fn samples() -> Vec<Own> {
        let at = crate::clock::start_of(chrono::NaiveDate::default());
        ["firefox windows", "safari iphone"]
            .map(|device| Own {
                started_at: at,
                seen_at: at,
                strength: Strength::Second,
                device: device.into(),
                token_hash: Vec::new(),
            })
            .into()
    }

    /// Whether the token is this session's.
    pub fn is(&self, token: &str) -> bool {
        self.token_hash == hash(token)
    }
}

/// The human's sessions that are alive, the one seen last first.
pub async fn of(tx: &mut Tx, human_id: Uuid, now: Moment) -> Result<Vec<Own>> {
    store::sessions_of(tx, human_id, (now - LONGEST, now - IDLE)).await
}

/// Time leaps from `now` to `to` (a demo's clock is moved): the sessions that live go on as if they had begun then.
pub async fn carry(tx: &mut Tx, now: Moment, to: Moment) -> Result<()> {
    store::carry_sessions(tx, (now - LONGEST, now - IDLE), to).await
}

/// Forgets sessions that have ended by themselves.
pub async fn forget_old(tx: &mut Tx, now: Moment) -> Result<()> {
    store::forget_sessions(tx, now - LONGEST, now - IDLE).await
}

/// Who holds a token, whether it is time to [`touch`] it, and by which edges they read what the page is about.
pub struct Found {
    pub actor: Actor,
    pub touch: bool,
    pub edges: Edges,
}

/// Who holds the token now, if it is alive, with the edges that are asked for. Where a second factor is required, a
/// session that was begun without one is over when its human holds a role that reads others' data: a role given in the
/// middle of a session too.
pub async fn actor(
    tx: &mut Tx,
    token: &str,
    (now, second_required, asked): (Moment, bool, Asked),
) -> Result<Option<Found>> {
    let rows = store::session(tx, hash(token), (now, asked)).await?;
    let Some(first) = rows.first() else { return Ok(None) };
    if now - first.seen_at > IDLE || now - first.started_at > LONGEST {
        return Ok(None);
    }
    let mut seats: Vec<Seat> = rows.iter().filter_map(store::SessionRow::seat).collect();
    // A seat stands once for each edge.
    seats.dedup();
    if second_required && first.strength == Strength::Single && seats.iter().any(|seat| seat.role.reads_others()) {
        return Ok(None);
    }
    let lang = Lang::read(&first.lang).unwrap_or_default();
    let actor = Actor { human_id: first.human_id, name: first.name.clone(), lang, seats };
    let edges =
        Edges::new(asked, rows.iter().filter_map(|row| Some((row.edge_id?, row.resource?, row.class?, row.purpose?))));
    Ok(Some(Found { actor, touch: now - first.seen_at > TOUCH, edges }))
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
