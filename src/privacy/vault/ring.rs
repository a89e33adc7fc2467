//! The key ring: generations of wrapping keys in a file of their own (mode 0600), never in the database or its backup.
use std::{
    collections::BTreeMap,
    fs, io,
    io::Write,
    path::{Path, PathBuf},
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use data_encoding::HEXLOWER;
use zeroize::Zeroizing;

use super::{Key, VaultError};
use crate::{clock::Moment, ident};

/// Why the ring could not be read or written.
#[derive(Debug, thiserror::Error)]
pub enum RingError {
    #[error("the key ring {0} could not be read or written: {1}")]
    File(PathBuf, io::Error),
    #[error("line {1} of the key ring {0} is not `generation key`")]
    Line(PathBuf, usize),
}

/// Generations of keys; the newest wraps, the older ones only unwrap.
#[derive(Clone)]
pub struct Ring {
    path: Option<PathBuf>,
    keys: Arc<Mutex<BTreeMap<i32, Key>>>,
}

impl Ring {
    /// A ring in memory: for tests and replays that keep nothing.
    pub fn in_memory() -> Ring {
        Ring { path: None, keys: Arc::new(Mutex::new([(1, Key::new(ident::secret()))].into())) }
    }

    /// The ring in this file, which is made with one generation when it is not there.
    pub fn open(path: &Path) -> Result<Ring, RingError> {
        if !path.exists() {
            let ring = Ring { path: Some(path.to_owned()), ..Ring::in_memory() };
            ring.save(&ring.lock())?;
            return Ok(ring);
        }
        Ok(Ring { path: Some(path.to_owned()), keys: Arc::new(Mutex::new(read(path)?)) })
    }

    /// When the file was written last.
    pub(super) fn changed_at(&self) -> Option<Moment> {
        let path = self.path.as_ref()?;
        fs::metadata(path).and_then(|file| file.modified()).ok().map(Moment::from)
    }

    /// The newest generation of the file: another server may have turned the ring.
    pub(super) fn newest(&self) -> Result<i32, RingError> {
        self.read_again()?;
        Ok(self.lock().keys().next_back().copied().unwrap_or(0))
    }

    pub(super) fn key(&self, generation: i32) -> Result<Key, VaultError> {
        if !self.lock().contains_key(&generation) {
            self.read_again()?;
        }
        self.lock().get(&generation).cloned().ok_or(VaultError::NoGeneration(generation))
    }

    fn read_again(&self) -> Result<(), RingError> {
        if let Some(path) = &self.path {
            *self.lock() = read(path)?;
        }
        Ok(())
    }

    pub(super) fn add_generation(&self) -> Result<i32, RingError> {
        self.read_again()?;
        let mut keys = self.lock();
        let generation = keys.keys().next_back().copied().unwrap_or(0) + 1;
        keys.insert(generation, Key::new(ident::secret()));
        self.save(&keys)?;
        Ok(generation)
    }

    pub(super) fn forget_before(&self, generation: i32) -> Result<(), RingError> {
        self.read_again()?;
        let mut keys = self.lock();
        keys.retain(|known, _| *known >= generation);
        self.save(&keys)
    }

    fn lock(&self) -> MutexGuard<'_, BTreeMap<i32, Key>> {
        self.keys.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Written beside and renamed over, so that a crash leaves the old ring or the new one; on the disk when this
    /// returns, so that no key in the database is ever wrapped by a generation that a power cut takes away.
    fn save(&self, keys: &BTreeMap<i32, Key>) -> Result<(), RingError> {
        let Some(path) = &self.path else { return Ok(()) };
        let beside = path.with_extension("new");
        let text: String =
            keys.iter().map(|(generation, key)| format!("{generation} {}\n", HEXLOWER.encode(&**key))).collect();
        let text = Zeroizing::new(text);
        write_private(&beside, &text)
            .and_then(|()| fs::rename(&beside, path))
            .and_then(|()| flush_folder(path))
            .map_err(|e| RingError::File(path.clone(), e))
    }
}

fn read(path: &Path) -> Result<BTreeMap<i32, Key>, RingError> {
    let text = fs::read_to_string(path).map_err(|error| RingError::File(path.to_owned(), error))?;
    Zeroizing::new(text)
        .lines()
        .enumerate()
        .map(|(at, line)| read_line(line).ok_or_else(|| RingError::Line(path.to_owned(), at + 1)))
        .collect()
}

fn read_line(line: &str) -> Option<(i32, Key)> {
    let (generation, key) = line.split_once(' ')?;
    let key: [u8; 32] = HEXLOWER.decode(key.trim().as_bytes()).ok()?.try_into().ok()?;
    Some((generation.parse().ok()?, Key::new(key)))
}

/// A renaming is safe from a power cut only when the folder is flushed too.
fn flush_folder(file: &Path) -> io::Result<()> {
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    if cfg!(unix) { fs::File::open(folder)?.sync_all() } else { Ok(()) }
}

fn write_private(path: &Path, text: &str) -> io::Result<()> {
    let mut options = fs::OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(path)?;
    file.write_all(text.as_bytes())?;
    file.sync_all()
}
