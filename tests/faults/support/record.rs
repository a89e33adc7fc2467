//! What a recorder has written down, and the disks that a power cut may leave: of what was not flushed nothing, all,
//! the beginning, any part, or a torn part survives; of new names and renamings not flushed with the folder, the first so
//! many.
use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

use urasilta::world::seed::Seeded;

use super::Said;

/// One thing that happened.
#[derive(Clone, Debug)]
pub enum Event {
    Write { name: String, at: usize, bytes: Vec<u8> },
    Truncate { name: String, to: usize },
    Flush { name: String },
    Rename { from: String, to: String },
    Unlink { name: String },
    Heard(Said),
}

/// The record's events in order.
pub fn read(log: &Path) -> Vec<Event> {
    let bytes = fs::read(log).unwrap();
    let mut rest = bytes.as_slice();
    let mut events = Vec::new();
    while let Some((head, after)) = rest.split_at_checked(48) {
        let number = |at: usize| usize::try_from(u64::from_le_bytes(head[at..at + 8].try_into().unwrap())).unwrap();
        let name = String::from_utf8_lossy(&head[1..32]).trim_end_matches('\0').to_owned();
        // The program was killed while it wrote the last one.
        let Some((body, after)) = after.split_at_checked(number(40)) else { break };
        let words = || String::from_utf8_lossy(body).into_owned();
        events.push(match head[0] {
            b'W' => Event::Write { name, at: number(32), bytes: body.to_vec() },
            b'T' => Event::Truncate { name, to: number(32) },
            b'S' => Event::Flush { name },
            b'R' => Event::Rename { from: name, to: words() },
            b'U' => Event::Unlink { name },
            b'A' => Event::Heard(Said::read(&words()).expect("a word of the ledger")),
            other => panic!("{other} is not of the recorder"),
        });
        rest = after;
    }
    events
}

#[derive(Clone, Debug)]
enum Change {
    Bytes(usize, Vec<u8>),
    Length(usize),
}

impl Change {
    fn onto(&self, file: &mut Vec<u8>) {
        match self {
            Change::Bytes(at, bytes) => {
                if file.len() < at + bytes.len() {
                    file.resize(at + bytes.len(), 0);
                }
                file[*at..at + bytes.len()].copy_from_slice(bytes);
            }
            Change::Length(to) => file.resize(*to, 0),
        }
    }

    /// Only its first sectors came to the disk.
    fn torn(&self, chance: &mut Seeded) -> Change {
        match self {
            Change::Bytes(at, bytes) => {
                let sectors = bytes.len() / 512;
                Change::Bytes(*at, bytes[..512 * below(chance, sectors + 1)].to_vec())
            }
            Change::Length(_) => self.clone(),
        }
    }
}

#[derive(Clone, Debug, Default)]
struct File {
    durable: Vec<u8>,
    pending: Vec<Change>,
}

/// A change of the folder that waits for its flush.
#[derive(Clone, Debug)]
enum Naming {
    Here(String, usize),
    Moved(String, String),
    Gone(String),
}

impl Naming {
    fn onto(&self, names: &mut BTreeMap<String, usize>) {
        match self {
            Naming::Here(name, file) => {
                names.insert(name.clone(), *file);
            }
            Naming::Moved(from, to) => {
                if let Some(file) = names.remove(from) {
                    names.insert(to.clone(), file);
                }
            }
            Naming::Gone(name) => {
                names.remove(name);
            }
        }
    }
}

/// A disk on the way through a record.
pub struct Disk {
    files: Vec<File>,
    /// As the program sees it.
    names: BTreeMap<String, usize>,
    /// As a power cut leaves it.
    durable: BTreeMap<String, usize>,
    namings: Vec<Naming>,
    pub heard: Vec<Said>,
}

impl Disk {
    /// The files of a folder, all of them safe.
    pub fn of(folder: &Path) -> Disk {
        let mut disk = Disk {
            files: Vec::new(),
            names: BTreeMap::new(),
            durable: BTreeMap::new(),
            namings: Vec::new(),
            heard: Vec::new(),
        };
        for entry in fs::read_dir(folder).unwrap().map(Result::unwrap).filter(|entry| entry.path().is_file()) {
            let name = entry.file_name().into_string().unwrap();
            disk.names.insert(name, disk.files.len());
            disk.files.push(File { durable: fs::read(entry.path()).unwrap(), pending: Vec::new() });
        }
        disk.durable = disk.names.clone();
        disk
    }

    fn file(&mut self, name: &str) -> &mut File {
        let at = self.names.get(name).copied().unwrap_or_else(|| {
            self.files.push(File::default());
            self.names.insert(name.to_owned(), self.files.len() - 1);
            self.namings.push(Naming::Here(name.to_owned(), self.files.len() - 1));
            self.files.len() - 1
        });
        &mut self.files[at]
    }

    pub fn goes_on(&mut self, event: &Event) {
        match event {
            Event::Write { name, at, bytes } => self.file(name).pending.push(Change::Bytes(*at, bytes.clone())),
            Event::Truncate { name, to } => self.file(name).pending.push(Change::Length(*to)),
            Event::Flush { name } if name == "." => {
                self.durable = self.names.clone();
                self.namings.clear();
            }
            Event::Flush { name } => {
                let file = self.file(name);
                for change in std::mem::take(&mut file.pending) {
                    change.onto(&mut file.durable);
                }
            }
            Event::Rename { from, to } => self.naming(Naming::Moved(from.clone(), to.clone())),
            Event::Unlink { name } => self.naming(Naming::Gone(name.clone())),
            Event::Heard(said) => self.heard.push(said.clone()),
        }
    }

    fn naming(&mut self, naming: Naming) {
        naming.onto(&mut self.names);
        self.namings.push(naming);
    }

    /// The power goes: one of the disks that may be left is written into the folder.
    pub fn cut(&self, chance: &mut Seeded, folder: &Path) {
        let mut names = self.durable.clone();
        for naming in &self.namings[..below(chance, self.namings.len() + 1)] {
            naming.onto(&mut names);
        }
        let used: BTreeSet<usize> = names.values().copied().collect();
        let left: BTreeMap<usize, Vec<u8>> =
            used.into_iter().map(|at| (at, survivors(&self.files[at], chance))).collect();
        let _ = fs::remove_dir_all(folder);
        fs::create_dir_all(folder).unwrap();
        for (name, at) in names {
            fs::write(folder.join(name), &left[&at]).unwrap();
        }
    }
}

fn survivors(file: &File, chance: &mut Seeded) -> Vec<u8> {
    let mut left = file.durable.clone();
    let mode = below(chance, 5);
    let prefix = below(chance, file.pending.len() + 1);
    for (at, change) in file.pending.iter().enumerate() {
        match mode {
            1 => change.onto(&mut left),
            2 if at < prefix => change.onto(&mut left),
            3 if below(chance, 2) == 0 => change.onto(&mut left),
            4 if below(chance, 2) == 0 => change.torn(chance).onto(&mut left),
            // None of it: mode 0, and what the others leave out.
            _ => {}
        }
    }
    left
}

fn below(chance: &mut Seeded, most: usize) -> usize {
    chance.below(most)
}
