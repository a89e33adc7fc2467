//! The stage of a story: a house of its own, and actors who walk through its pages.
use std::ops::{Deref, DerefMut};

use axum::http::StatusCode;
use urasilta::{
    app::{self, Foundation, Standing},
    clock::{self, Clock, Moment},
    config::Config,
    db::{Open, Tx},
    house::House,
    jobs,
    mail::{Letter, Mailer},
    privacy::session::{self, Strength},
    walk::Walker,
};
use uuid::Uuid;

use super::{
    World,
    template::{self, Folder},
};

/// A house for one story. End it with [`Stage::end`], which refuses unread mail and jobs that were never run.
pub struct Stage {
    pub standing: Standing,
    pub world: World,
    ended: bool,
    folder: Option<Folder>,
}

/// A furnished house laid aside, to be copied for each story about it.
pub struct Kept {
    folder: Folder,
    database: String,
    at: Moment,
}

impl Stage {
    /// A house with the small world in it, at 9.00 on Monday 2 October 2023.
    pub async fn new() -> Stage {
        Stage::with(&[]).await
    }

    /// [`Stage::new`] with settings of its own.
    pub async fn with(settings: &[(&str, &str)]) -> Stage {
        Stage::bare(settings, false).await.filled().await
    }

    /// A demo with the small world in it.
    pub async fn demo() -> Stage {
        Stage::bare(&[], true).await.filled().await
    }

    async fn filled(mut self) -> Stage {
        self.world = World::fill(self.house()).await;
        self
    }

    /// A house in which there is nobody.
    pub async fn empty() -> Stage {
        Stage::bare(&[], false).await
    }

    async fn bare(settings: &[(&str, &str)], demo: bool) -> Stage {
        let folder = Folder::new();
        let address = template::fresh(&folder.0).await;
        Stage::stand((folder, address), settings, (demo, monday())).await
    }

    /// The house as it was laid aside, in a copy of its own.
    pub async fn copied(kept: &Kept) -> Stage {
        let folder = Folder::new();
        let address = template::copied((&kept.folder.0, &kept.database), &folder.0).await;
        Stage::stand((folder, address), &[], (false, kept.at)).await
    }

    async fn stand(
        (folder, address): (Folder, String),
        settings: &[(&str, &str)],
        (demo, at): (bool, Moment),
    ) -> Stage {
        let mut config = Config::default();
        let own = [
            ("data_dir", folder.0.display().to_string()),
            ("database_url", address),
            ("help_phone", "09 123 4567".into()),
        ];
        for (name, value) in own.into_iter().chain(settings.iter().map(|(name, value)| (*name, (*value).to_owned()))) {
            config.set("test", name, value).unwrap();
        }
        let clock = Clock::set_to(at);
        let standing = app::build(Foundation { config, clock, mailer: Mailer::boxed(), demo }).await.unwrap();
        Stage { standing, world: World::default(), ended: false, folder: Some(folder) }
    }

    /// Where the house keeps its files.
    pub fn folder(&self) -> &std::path::Path {
        &self.folder.as_ref().unwrap().0
    }

    /// Lays the house aside, to be copied.
    pub async fn keep(mut self) -> Kept {
        self.close().await;
        let database = self.house().config.get("database_url").to_owned();
        Kept { folder: self.folder.take().unwrap(), database, at: self.now() }
    }

    pub fn house(&self) -> &House {
        &self.standing.house
    }

    pub fn now(&self) -> Moment {
        self.house().clock.now()
    }

    /// Moves the clock.
    pub fn later(&self, by: chrono::Duration) {
        self.house().clock.move_to(self.now() + by);
    }

    /// Moves the clock to 9.00 on a day written `9.10.2023`.
    pub fn on(&self, day: &str) {
        self.house().clock.move_to(clock::local(clock::read_day(day).unwrap(), clock::read_time("9.00").unwrap()));
    }

    /// Somebody at a browser who has not signed in.
    pub fn visitor(&self) -> Actor {
        Actor { walker: Walker::new(self.standing.router.clone()) }
    }

    /// Another server on the same data, with settings of its own.
    pub async fn again(&self, settings: &[(&str, &str)]) -> Standing {
        let mut config = self.house().config.clone();
        for (name, value) in settings {
            config.set("test", name, (*value).to_owned()).unwrap();
        }
        let clock = self.house().clock.clone();
        app::build(Foundation { config, clock, mailer: Mailer::boxed(), demo: false }).await.unwrap()
    }

    /// A human who has signed in.
    pub async fn human(&self, human_id: Uuid) -> Actor {
        self.at_door_of(&self.standing, human_id).await
    }

    /// A human who has signed in and asks another server on the same data.
    pub async fn at_door_of(&self, standing: &Standing, human_id: Uuid) -> Actor {
        let mut tx = self.house().db.write().await.unwrap();
        let token = session::start(&mut tx, human_id, (Strength::Second, "firefox windows"), self.now()).await.unwrap();
        tx.commit().await.unwrap();
        Actor { walker: Walker::new(standing.router.clone()).with_cookie("__Host-urasilta", &token) }
    }

    /// Takes the table of the view log away under the house, from whichever database it is in.
    pub async fn break_view_log(&self) {
        let house = self.house();
        let own = house.db.is_sqlite().then(|| house.config.path("", "views.db"));
        let db = match own {
            Some(file) => Open::new(file.display().to_string()).open().await.unwrap(),
            None => house.db.clone(),
        };
        let mut tx = db.write().await.unwrap();
        tx.sql("alter table view_log rename to view_log_gone").execute().await.unwrap();
        tx.commit().await.unwrap();
    }

    /// The same browser after its human has signed in again.
    pub async fn back(&self, actor: Actor, human_id: Uuid) -> Actor {
        let mut tx = self.write().await;
        let token = session::start(&mut tx, human_id, (Strength::Second, "firefox windows"), self.now()).await.unwrap();
        tx.commit().await.unwrap();
        Actor { walker: actor.walker.with_cookie("__Host-urasilta", &token) }
    }

    /// Somebody of the small world by first name: `stage.actor("Maija")`.
    pub async fn actor(&self, first_name: &str) -> Actor {
        self.human(self.world.human(first_name)).await
    }

    /// How many accounts there are.
    pub async fn humans(&self) -> i64 {
        let mut tx = self.house().db.read().await.unwrap();
        let (count,): (i64,) = tx.sql("select count(*) from human").one().await.unwrap();
        count
    }

    /// A writing transaction, for what a story begins with.
    pub async fn write(&self) -> Tx {
        self.house().db.write().await.unwrap()
    }

    /// Does every job that is due.
    pub async fn run_jobs(&self) -> usize {
        app::run_jobs(self.house()).await.unwrap()
    }

    /// Does the due jobs and takes the letters that have come.
    pub async fn letters(&self) -> Vec<Letter> {
        self.run_jobs().await;
        self.house().mailer.take()
    }

    /// The end of the story: nothing may be left unread or undone.
    pub async fn end(mut self) {
        self.close().await;
    }

    async fn close(&mut self) {
        self.ended = true;
        let left = jobs::waiting(&mut self.house().db.read().await.unwrap(), self.now()).await.unwrap();
        assert_eq!(left, 0, "jobs are due that the story never ran: call stage.run_jobs() or stage.letters()");
        let dead = jobs::dead(&mut self.house().db.read().await.unwrap()).await.unwrap();
        assert!(dead.is_empty(), "jobs died: {dead:?}");
        let letters = self.house().mailer.take();
        assert!(letters.is_empty(), "letters that the story never read: {letters:?}");
        self.house().close().await;
    }
}

impl Drop for Stage {
    fn drop(&mut self) {
        assert!(self.ended || std::thread::panicking(), "a story ends with stage.end().await");
    }
}

/// 9.00 on Monday 2 October 2023.
pub fn monday() -> Moment {
    clock::local(clock::read_day("2.10.2023").unwrap(), clock::read_time("9.00").unwrap())
}

/// Somebody at a browser.
#[derive(Clone)]
pub struct Actor {
    walker: Walker,
}

impl Deref for Actor {
    type Target = Walker;
    fn deref(&self) -> &Walker {
        &self.walker
    }
}

impl DerefMut for Actor {
    fn deref_mut(&mut self) -> &mut Walker {
        &mut self.walker
    }
}

impl Actor {
    /// Opens a page that must be there.
    pub async fn see(&mut self, path: &str) -> String {
        self.walker.get(path).await;
        assert_eq!(self.page.status, StatusCode::OK, "{path}: {}", self.page.words());
        self.page.words()
    }

    /// The status of a page, without following redirects.
    pub async fn status(&mut self, path: &str) -> u16 {
        self.walker.send("GET", path, None).await.status.as_u16()
    }

    /// Sends a form of this page that must go through; gives the words of the page it led to.
    pub async fn send_form(&mut self, action: &str, fields: &[(&str, &str)]) -> String {
        self.walker.submit(action, fields).await;
        assert_eq!(self.page.status, StatusCode::OK, "{action}: {}", self.page.words());
        self.page.words()
    }
}
