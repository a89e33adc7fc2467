//! Keys of what is confidential. Each case has a key of its own; it lies in the database wrapped by a key ring that
//! lives outside it. Erasing a case deletes its key; a daily job re-wraps what is left under a new generation of the
//! ring and forgets the old one, so that yesterday's backup cannot be read with today's ring either.
mod ring;
mod store;

use std::collections::{BTreeSet, HashMap};

use chacha20poly1305::{
    KeyInit, XChaCha20Poly1305, XNonce,
    aead::{Aead, Payload},
};
use uuid::Uuid;
use zeroize::Zeroizing;

use crate::{
    clock::Moment,
    db::{Db, Tx},
    ident,
};

pub use ring::{Ring, RingError};

/// Why something confidential could not be written or read.
#[derive(Debug, thiserror::Error)]
pub enum VaultError {
    #[error("the key of {0} has been erased")]
    Erased(Uuid),
    #[error("the record of {0} has been changed or its key does not fit")]
    Tampered(Uuid),
    #[error("generation {0} is not in the key ring")]
    NoGeneration(i32),
    #[error(transparent)]
    Ring(#[from] RingError),
    #[error(transparent)]
    Db(#[from] crate::db::Error),
}

type Result<T> = std::result::Result<T, VaultError>;
type Key = Zeroizing<[u8; 32]>;

/// Seals and opens words under the key of their case.
#[derive(Clone)]
pub struct Vault {
    ring: Ring,
}

impl Vault {
    pub fn new(ring: Ring) -> Vault {
        Vault { ring }
    }

    /// The words sealed under the subject's key, which is made when there is none yet.
    pub async fn seal(&self, tx: &mut Tx, subject_id: Uuid, words: &str) -> Result<Vec<u8>> {
        let key = match store::wrapped(tx, subject_id).await? {
            Some((generation, wrapped)) => self.unwrap_key(subject_id, generation, &wrapped)?,
            None => self.make_key(tx, subject_id).await?,
        };
        Ok(seal(&key, subject_id, words.as_bytes()))
    }

    /// The words of many subjects who have no key yet, each sealed under a new key of its own: for generated worlds.
    pub async fn seal_new(&self, tx: &mut Tx, all: &[(Uuid, Vec<String>)]) -> Result<Vec<Vec<Vec<u8>>>> {
        let generation = self.ring.newest()?;
        let ring = self.ring.key(generation)?;
        let (mut wrapped, mut sealed) = (Vec::new(), Vec::new());
        for (subject_id, words) in all {
            let key = Key::new(ident::secret());
            wrapped.push((*subject_id, seal(&ring, *subject_id, &*key)));
            sealed.push(words.iter().map(|words| seal(&key, *subject_id, words.as_bytes())).collect());
        }
        store::put_new(tx, generation, &wrapped).await?;
        Ok(sealed)
    }

    /// The words of a sealed record. A flipped byte is an error, never other words.
    pub async fn open(&self, tx: &mut Tx, subject_id: Uuid, sealed: &[u8]) -> Result<String> {
        let mut opened = self.open_all(tx, subject_id, &[sealed]).await?;
        opened.pop().ok_or(VaultError::Erased(subject_id))
    }

    /// [`Vault::open`] for many records of one subject with one look at its key.
    pub async fn open_all(&self, tx: &mut Tx, subject_id: Uuid, sealed: &[&[u8]]) -> Result<Vec<String>> {
        if sealed.is_empty() {
            return Ok(Vec::new());
        }
        let (generation, wrapped) = store::wrapped(tx, subject_id).await?.ok_or(VaultError::Erased(subject_id))?;
        let key = self.unwrap_key(subject_id, generation, &wrapped)?;
        sealed
            .iter()
            .map(|record| {
                let bytes = open(&key, subject_id, record).ok_or(VaultError::Tampered(subject_id))?;
                String::from_utf8(bytes).map_err(|_| VaultError::Tampered(subject_id))
            })
            .collect()
    }

    /// The words of records of many subjects, with one look at all their keys: for lists. None where the key has been
    /// erased; a flipped byte is an error.
    pub async fn open_many(&self, tx: &mut Tx, sealed: &[(Uuid, &[u8])]) -> Result<Vec<Option<String>>> {
        let mut keys: HashMap<Uuid, Key> = HashMap::new();
        let subjects: BTreeSet<Uuid> = sealed.iter().map(|(subject_id, _)| *subject_id).collect();
        for (subject_id, generation, wrapped) in store::wrapped_many(tx, &subjects).await? {
            keys.insert(subject_id, self.unwrap_key(subject_id, generation, &wrapped)?);
        }
        let opened = sealed.iter().map(|(subject_id, record)| {
            let Some(key) = keys.get(subject_id) else { return Ok(None) };
            let bytes = open(key, *subject_id, record).ok_or(VaultError::Tampered(*subject_id))?;
            String::from_utf8(bytes).map(Some).map_err(|_| VaultError::Tampered(*subject_id))
        });
        opened.collect()
    }

    /// Erases the subject's key: what was sealed under it can be read by nobody again.
    pub async fn erase(&self, tx: &mut Tx, subject_id: Uuid) -> Result<()> {
        store::delete(tx, subject_id).await?;
        Ok(())
    }

    /// When the ring was turned last; none when it lies in memory.
    pub fn turned_at(&self) -> Option<Moment> {
        self.ring.changed_at()
    }

    /// Re-wraps every surviving key under a new generation and forgets all but the one before, which another server may
    /// still be using this moment. Turned every twelve hours, an erased key is out of reach within a day. A crash
    /// between leaves both generations in the ring, and the next run goes on.
    pub async fn turn(&self, db: &Db) -> Result<usize> {
        let newest = self.ring.add_generation()?;
        let mut turned = 0;
        loop {
            let mut tx = db.write().await?;
            let batch = store::older_than(&mut tx, newest, 500).await?;
            if batch.is_empty() {
                break;
            }
            for (subject_id, generation, wrapped) in &batch {
                let key = self.unwrap_key(*subject_id, *generation, wrapped)?;
                let again = seal(&self.ring.key(newest)?, *subject_id, &*key);
                store::put(&mut tx, *subject_id, newest, again).await?;
            }
            turned += batch.len();
            tx.commit().await?;
        }
        self.ring.forget_before(newest - 1)?;
        Ok(turned)
    }

    async fn make_key(&self, tx: &mut Tx, subject_id: Uuid) -> Result<Key> {
        let key = Key::new(ident::secret());
        let generation = self.ring.newest()?;
        let wrapped = seal(&self.ring.key(generation)?, subject_id, &*key);
        store::put(tx, subject_id, generation, wrapped).await?;
        Ok(key)
    }

    fn unwrap_key(&self, subject_id: Uuid, generation: i32, wrapped: &[u8]) -> Result<Key> {
        let bytes = Zeroizing::new(
            open(&self.ring.key(generation)?, subject_id, wrapped).ok_or(VaultError::Tampered(subject_id))?,
        );
        let key: [u8; 32] = bytes.as_slice().try_into().map_err(|_| VaultError::Tampered(subject_id))?;
        Ok(Key::new(key))
    }
}

/// 24 bytes of nonce, then the ciphertext with its tag; the subject's id is bound in.
fn seal(key: &Key, subject_id: Uuid, words: &[u8]) -> Vec<u8> {
    let nonce: [u8; 24] = ident::secret();
    let cipher = XChaCha20Poly1305::new((&**key).into());
    let payload = Payload { msg: words, aad: subject_id.as_bytes() };
    let sealed = cipher.encrypt(&XNonce::from(nonce), payload).expect("short enough to seal");
    [nonce.as_slice(), &sealed].concat()
}

fn open(key: &Key, subject_id: Uuid, record: &[u8]) -> Option<Vec<u8>> {
    let (nonce, sealed) = record.split_first_chunk::<24>()?;
    let cipher = XChaCha20Poly1305::new((&**key).into());
    cipher.decrypt(&XNonce::from(*nonce), Payload { msg: sealed, aad: subject_id.as_bytes() }).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_flipped_byte_or_another_subject_opens_nothing() {
        let (key, subject) = (Key::new(ident::secret()), ident::random());
        let record = seal(&key, subject, "yhteinen muistio".as_bytes());
        assert_eq!(open(&key, subject, &record).as_deref(), Some("yhteinen muistio".as_bytes()));
        assert_eq!(open(&key, ident::random(), &record), None);
        for at in 0..record.len() {
            let mut flipped = record.clone();
            flipped[at] ^= 1;
            assert_eq!(open(&key, subject, &flipped), None, "byte {at}");
        }
    }
}
