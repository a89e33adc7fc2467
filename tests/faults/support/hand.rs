//! A hand at a browser: begins applications, saves answer after answer, sends, withdraws; and when no answer comes,
//! presses the same form again, as people do.
use std::{
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};

use tokio::task::JoinSet;
use urasilta::walk::{Page, Walker};
use uuid::Uuid;

use super::{Ledger, Said, Somebody, World, server::road};

/// What came of a press.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Heard {
    /// It was done.
    Done,
    /// No answer, or one that says that it could not be saved: it may have been done or not.
    Nothing,
}

/// A form on its way, with what its answer will mean.
struct Pressed {
    path: String,
    body: String,
    route: &'static str,
    said: Said,
    then: Next,
    /// It has been sent before, and no answer came.
    again: bool,
}

/// What the hand does next.
#[derive(Clone, Debug)]
enum Next {
    Begin,
    /// This many answers are still to be saved.
    Save(Uuid, u32),
    Send(Uuid),
    Withdraw(Uuid),
}

const STEP: &str = "/applications/{id}/steps/{key}";
/// How many answers one applicant saves.
const SAVES: u32 = 6;

pub struct Hand {
    port: u16,
    round: Uuid,
    people: Vec<Somebody>,
    walker: Walker,
    next: Next,
    pressed: Option<Pressed>,
    /// Counts what has been written, so that an older text is known from a newer.
    number: u64,
    ledger: Arc<Ledger>,
}

impl Hand {
    pub fn new(port: u16, world: &World, people: Vec<Somebody>, ledger: Arc<Ledger>) -> Hand {
        let walker = at_door(port, people.last().expect("somebody"));
        Hand { port, round: world.round, people, walker, next: Next::Begin, pressed: None, number: 0, ledger }
    }

    fn human(&self) -> Uuid {
        self.people.last().expect("somebody").human
    }

    /// One press, the form pressed before first if nobody knows what came of it. Anything but done or nothing is a
    /// fault of the program, and ends the test.
    pub async fn act(&mut self) -> Heard {
        if self.pressed.is_none() {
            match self.prepare().await {
                Some(pressed) => self.pressed = Some(pressed),
                None => return Heard::Nothing,
            }
        }
        let pressed = self.pressed.as_mut().expect("pressed");
        let page = self.walker.send("POST", &pressed.path, Some(pressed.body.clone())).await;
        if page.status == 502 || page.status == 503 {
            pressed.again = true;
            return Heard::Nothing;
        }
        assert_eq!(page.status, 303, "{}: {}", pressed.path, page.words());
        let location = page.headers["location"].to_str().unwrap().to_owned();
        let pressed = self.pressed.take().expect("pressed");
        self.ledger.heard(&pressed.said);
        // An act that was done before is not done again, and looks at nobody.
        if !pressed.again {
            self.viewed(pressed.route);
        }
        self.next = pressed.then;
        if let Said::Begun { .. } = pressed.said {
            let id = location.split('/').nth(2).and_then(|id| id.parse().ok());
            self.next = Next::Save(id.unwrap_or_else(|| panic!("no application in {location}")), SAVES);
        }
        if matches!(self.next, Next::Begin) {
            self.next_person();
        }
        Heard::Done
    }

    /// The next person begins; the last one goes on saving.
    fn next_person(&mut self) {
        self.next = Next::Begin;
        if self.people.len() > 1 {
            self.people.pop();
        }
        self.walker = at_door(self.port, self.people.last().expect("somebody"));
    }

    fn viewed(&self, route: &'static str) {
        // Beginning tells about nobody yet.
        if route != BEGIN {
            self.ledger.heard(&Said::Viewed { human: self.human(), route: route.to_owned() });
        }
    }

    /// The form that comes next, from its page.
    async fn prepare(&mut self) -> Option<Pressed> {
        match self.next {
            Next::Begin => self.begin().await,
            Next::Save(id, left) => self.save(id, left).await,
            Next::Send(id) => {
                let page = self.see(&format!("/applications/{id}/check"), "/applications/{id}/check").await?;
                let route = "/applications/{id}/submission";
                let path = format!("/applications/{id}/submission");
                Some(self.keyed(&page, (path, route), &[], Next::Withdraw(id)))
            }
            Next::Withdraw(id) => {
                let page = self.see(&format!("/applications/{id}"), "/applications/{id}").await?;
                let route = "/applications/{id}/withdrawal";
                let path = format!("/applications/{id}/withdrawal");
                if page.form(&path, "").is_none() {
                    // The terms are not met: there is nothing to withdraw.
                    self.next_person();
                    return None;
                }
                Some(self.keyed(&page, (path, route), &[], Next::Begin))
            }
        }
    }

    async fn begin(&mut self) -> Option<Pressed> {
        let path = format!("/services/{}/apply", self.round);
        let page = self.look(&path).await?;
        let mut pressed = self.keyed(&page, (path, BEGIN), &[], Next::Begin);
        let Said::Once { human, key, .. } = pressed.said else { unreachable!("keyed") };
        pressed.said = Said::Begun { human, key };
        Some(pressed)
    }

    async fn save(&mut self, id: Uuid, left: u32) -> Option<Pressed> {
        self.number += 1;
        let number = self.number;
        let last = self.people.len() == 1;
        let then = if left > 1 || last { Next::Save(id, left.saturating_sub(1).max(1)) } else { Next::Send(id) };
        if left == SAVES {
            let path = format!("/applications/{id}/steps/expectations");
            let page = self.see(&path, STEP).await?;
            let mut pressed = self.keyed(&page, (path, STEP), &[("expectations-strengths", "1")], then);
            pressed.said = Said::Saved { application: id, number: 0 };
            return Some(pressed);
        }
        let path = format!("/applications/{id}/steps/situation");
        let page = self.see(&path, STEP).await?;
        let words =
            format!("Kirjoitan tästä {number}. kerran. {}", "Työni muuttuu, enkä tiedä vielä miten. ".repeat(8));
        let mut pressed = self.keyed(&page, (path, STEP), &[("situation", &words)], then);
        pressed.said = Said::Saved { application: id, number };
        Some(pressed)
    }

    /// A page that tells about the person, noted in the ledger.
    async fn see(&mut self, path: &str, route: &'static str) -> Option<Page> {
        let page = self.look(path).await?;
        self.viewed(route);
        Some(page)
    }

    async fn look(&mut self, path: &str) -> Option<Page> {
        let page = self.walker.send("GET", path, None).await;
        if page.status == 502 || page.status == 503 {
            return None;
        }
        assert_eq!(page.status, 200, "{path}: {}", page.words());
        Some(page)
    }

    fn keyed(&self, page: &Page, (path, route): (String, &'static str), set: &[(&str, &str)], then: Next) -> Pressed {
        let mut form = page.form(&path, "").unwrap_or_else(|| panic!("no form to {path}: {}", page.words()));
        for (name, value) in set {
            form.set(name, value);
        }
        let pairs = form.pairs();
        let key = pairs.iter().find(|(name, _)| name == "_once").map(|(_, key)| key.clone()).expect("a key");
        let body = serde_html_form::to_string(pairs).unwrap();
        let said = Said::Once { human: self.human(), route: route.to_owned(), key };
        Pressed { path, body, route, said, then, again: false }
    }
}

const BEGIN: &str = "/services/{round_id}/apply";

fn at_door(port: u16, somebody: &Somebody) -> Walker {
    // The visit's own cookie is what forms are bound to; it stays the same when the program is started anew.
    let visit = somebody.human.simple().to_string();
    Walker::new(road(port)).with_cookie("__Host-urasilta", &somebody.token).with_cookie("__Host-urasilta-visit", &visit)
}

/// Many hands at once.
pub struct Hands {
    stop: Arc<AtomicBool>,
    all: JoinSet<Hand>,
}

impl Hands {
    /// Sets them to work until [`Hands::rest`].
    pub fn work(hands: Vec<Hand>) -> Hands {
        let stop = Arc::new(AtomicBool::new(false));
        let mut all = JoinSet::new();
        for mut hand in hands {
            let stop = stop.clone();
            all.spawn(async move {
                while !stop.load(Ordering::SeqCst) {
                    if hand.act().await == Heard::Nothing {
                        tokio::time::sleep(Duration::from_millis(20)).await;
                    }
                }
                hand
            });
        }
        Hands { stop, all }
    }

    /// Each finishes the press that it is at.
    pub async fn rest(self) -> Vec<Hand> {
        self.stop.store(true, Ordering::SeqCst);
        self.all.join_all().await
    }
}

/// As many hands as there are groups of people.
pub fn hands(port: u16, world: &World, count: usize, ledger: &Arc<Ledger>) -> Vec<Hand> {
    world.groups(count).into_iter().map(|people| Hand::new(port, world, people, ledger.clone())).collect()
}
