//! A county with an open round, people who have signed in, and keys in the vault: made once by the program's own
//! library, then left to the program.
use std::path::{Path, PathBuf};

use urasilta::{
    app::{self, Foundation, Standing},
    clock::{self, Clock},
    config::Config,
    db::{Db, Open},
    house::House,
    ident,
    mail::Mailer,
    privacy::session::{self, Strength},
    world::generate::{self, Size},
};
use uuid::Uuid;

use super::Folder;

/// How many people work in the county.
const PEOPLE: usize = 240;

/// Somebody with a session.
#[derive(Clone, Debug)]
pub struct Somebody {
    pub human: Uuid,
    pub address: String,
    pub token: String,
}

/// The folder and database of a county.
pub struct World {
    pub folder: Folder,
    /// Beside it, what the test itself writes.
    pub notes: Folder,
    /// What the program says of itself.
    pub log: PathBuf,
    /// None: SQLite in the folder.
    pub url: Option<String>,
    pub round: Uuid,
    pub people: Vec<Somebody>,
    /// Sealed records with the subjects whose keys open them.
    pub sealed: Vec<(Uuid, Vec<u8>)>,
}

/// What every sealed record says.
pub const MEMO: &str = "yhteinen muistio";

impl World {
    pub async fn new(url: Option<String>) -> World {
        let notes = Folder::new("faults-notes");
        let mut world = World {
            folder: Folder::new("faults"),
            log: notes.0.join("log"),
            notes,
            url,
            round: Uuid::nil(),
            people: Vec::new(),
            sealed: Vec::new(),
        };
        let house = world.open().await.house;
        let day = clock::day(Clock::System.now());
        let size = Size { people: PEOPLE, rounds: 1, applications: 0, three: 0, seed: 1, day };
        generate::generate(&house, size).await.unwrap();
        let mut tx = house.db.write().await.unwrap();
        (world.round,) = tx.sql("select id from round").one().await.unwrap();
        let humans: Vec<(Uuid, String)> = tx
            .sql("select h.id, h.address from human h join person p on p.human_id = h.id order by p.id")
            .all()
            .await
            .unwrap();
        for (human, address) in humans {
            let token = session::start(&mut tx, human, (Strength::Single, ""), house.clock.now()).await.unwrap();
            world.people.push(Somebody { human, address, token });
        }
        for _ in 0..20 {
            let subject = ident::random();
            world.sealed.push((subject, house.vault.seal(&mut tx, subject, MEMO).await.unwrap()));
        }
        tx.commit().await.unwrap();
        house.close().await;
        world
    }

    /// The house in this process, to look at what the program has left.
    pub async fn open(&self) -> Standing {
        let mut config = Config::default();
        config.set("test", "data_dir", self.folder.0.display().to_string()).unwrap();
        config.set("test", "database_url", self.url.clone().unwrap_or_default()).unwrap();
        let mailer = Mailer::boxed();
        app::build(Foundation { config, clock: Clock::System, mailer, demo: false }).await.unwrap()
    }

    /// The database in which the view log of an opened house is.
    pub async fn views(&self, house: &House) -> Db {
        match self.url {
            Some(_) => house.db.clone(),
            None => Open::new(self.folder.0.join("views.db").display().to_string()).open().await.unwrap(),
        }
    }

    /// People in as many groups.
    pub fn groups(&self, count: usize) -> Vec<Vec<Somebody>> {
        self.people.chunks(self.people.len().div_ceil(count)).map(<[Somebody]>::to_vec).collect()
    }
}

/// The two databases of a folder as they stand, without the house around them.
pub async fn databases(folder: &Path) -> urasilta::db::Result<[urasilta::db::Db; 2]> {
    let open = |name: &str| Open { connections: 2, ..Open::new(folder.join(name).display().to_string()) };
    Ok([open("urasilta.db").open().await?, open("views.db").open().await?])
}
