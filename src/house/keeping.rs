//! What a slice keeps of people: how what is past its time is found and erased, and what it tells a person of their own.
//! The slice that answers for both (`rights`) knows no tables of others; each slice brings its part.
use futures_util::future::BoxFuture;
use uuid::Uuid;

use super::{House, JobResult};
use crate::{
    clock::Moment,
    db::{self, Tx},
    privacy::Actor,
    text::Lang,
};

/// What a slice keeps of one class of the retention schedule.
#[derive(Clone, Copy)]
pub struct Kept {
    /// The key of the class in `retention.toml`.
    pub class: &'static str,
    pub find: Find,
    pub erase: Erase,
}

impl Kept {
    /// What a slice keeps of subjects that another slice finds: erased together with them.
    pub fn part_of(class: &'static str, erase: Erase) -> Kept {
        Kept { class, find: |_, _, _| Box::pin(async { Ok(Vec::new()) }), erase }
    }
}

/// Whose contents are looked for.
#[derive(Clone, Copy, Debug)]
pub enum Scope {
    /// Everybody's that closed before this moment.
    ClosedBefore(Moment),
    /// What has closed of one person.
    Of(Uuid),
}

impl Scope {
    /// What of `closed` is in this scope, the oldest first. `closed` is a `select` of the columns of [`Closed`].
    pub async fn find(self, tx: &mut Tx, closed: &'static str, at_most: i64) -> db::Result<Vec<Closed>> {
        let (head, order) = ("select * from (", "order by closed_at, subject_id limit $2");
        match self {
            Scope::ClosedBefore(moment) => {
                tx.compose(&[head, closed, ") as closed where closed_at < $1", order]).bind(moment)
            }
            Scope::Of(person_id) => {
                tx.compose(&[head, closed, ") as closed where person_id = $1", order]).bind(person_id)
            }
        }
        .bind(at_most)
        .all()
        .await
    }
}

/// Contents that can be erased.
#[derive(Clone, Copy, Debug, db::FromRow)]
pub struct Closed {
    /// The application or case.
    pub subject_id: Uuid,
    pub person_id: Uuid,
    pub controller_id: Uuid,
    pub closed_at: Moment,
}

/// Finds contents that have closed and are not erased yet, the oldest first, at most so many.
pub type Find = for<'a> fn(&'a mut Tx, Scope, i64) -> BoxFuture<'a, db::Result<Vec<Closed>>>;

/// Erases the contents of one subject, in the given transaction; once more does nothing.
pub type Erase = for<'a> fn(&'a House, &'a mut Tx, Uuid) -> BoxFuture<'a, JobResult>;

/// Who asks for everything of their own.
pub struct Asked {
    pub actor: Actor,
    pub now: Moment,
    pub lang: Lang,
    /// The organisations that give the coach's working note too.
    pub notes_of: Vec<Uuid>,
}

/// One thing that is told: an application, a memo.
#[derive(Clone, Debug)]
pub struct Paper {
    /// What it is, for machines: `application`.
    pub kind: &'static str,
    pub title: String,
    pub lines: Vec<Line>,
}

/// A line of it.
#[derive(Clone, Debug)]
pub struct Line {
    /// For machines.
    pub key: String,
    /// In the reader's language.
    pub label: String,
    pub words: String,
}

impl Paper {
    pub fn new(kind: &'static str, title: String) -> Paper {
        Paper { kind, title, lines: Vec::new() }
    }

    /// Adds a line, unless there are no words.
    pub fn line(&mut self, key: &str, label: String, words: impl Into<String>) {
        let words = words.into();
        if !words.is_empty() {
            self.lines.push(Line { key: key.to_owned(), label, words });
        }
    }
}

/// Tells a person everything that the slice keeps of them, and nothing of others.
pub type Tell = for<'a> fn(&'a House, &'a mut Tx, &'a Asked) -> BoxFuture<'a, Told>;

/// What is told, or what went wrong.
pub type Told = Result<Vec<Paper>, Box<dyn std::error::Error + Send + Sync>>;
