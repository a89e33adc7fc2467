//! SQLite's one writer. Acts that are waiting are gathered into one commit: each runs in a savepoint of its own, and is
//! told that it is written only after the commit that holds it. A disk flush is shared; an act that fails is taken
//! back alone.
use std::sync::Arc;

use sqlx::{SqliteConnection, sqlite::SqliteConnectOptions};
use tokio::sync::{Mutex, OwnedMutexGuard, oneshot};

use super::{Error, Result};

type Told = oneshot::Sender<Result<(), String>>;

/// The connection and what is under way on it.
struct Desk {
    connection: SqliteConnection,
    /// A transaction that holds finished acts is open.
    open: bool,
    /// The last act was left without a commit: its savepoint is to be taken back.
    left: bool,
    /// Finished acts that wait for the commit.
    waiting: Vec<Told>,
    /// Somebody is in the queue to commit.
    settling: bool,
}

/// Hands the connection to one act after another, in the order they asked.
#[derive(Clone)]
pub struct Writer(Arc<Mutex<Option<Desk>>>);

/// One act on the connection.
pub(super) struct Turn {
    desk: OwnedMutexGuard<Option<Desk>>,
    writer: Writer,
    finished: bool,
    /// One statement that commits by itself.
    alone: bool,
}

impl Writer {
    pub(super) async fn open(options: &SqliteConnectOptions) -> Result<Writer> {
        let connection = sqlx::ConnectOptions::connect(options).await?;
        let desk = Desk { connection, open: false, left: false, waiting: Vec::new(), settling: false };
        Ok(Writer(Arc::new(Mutex::new(Some(desk)))))
    }

    /// Waits for the own turn and begins. Whoever asked may hang up meanwhile: the beginning is done whole all the same,
    /// and the turn that nobody takes is taken back like any other act that was left.
    pub(super) async fn turn(&self) -> Result<Turn> {
        let writer = self.clone();
        whole(async move {
            let desk = writer.0.clone().lock_owned().await;
            let mut turn = Turn { desk, writer, finished: false, alone: false };
            turn.desk.as_mut().ok_or(Error::PoolClosed)?.begin().await?;
            Ok(turn)
        })
        .await
    }

    /// [`Writer::turn`] for one statement, which commits by itself unless finished acts already wait for a commit. For
    /// a task that nobody gives up half way.
    pub(super) async fn turn_alone(&self) -> Result<Turn> {
        let desk = self.0.clone().lock_owned().await;
        if desk.as_ref().is_none_or(|desk| desk.open || desk.left) {
            drop(desk);
            return self.turn().await;
        }
        Ok(Turn { desk, writer: self.clone(), finished: true, alone: true })
    }

    /// Commits what is finished and closes the connection.
    pub(super) async fn close(&self) {
        let Some(mut desk) = self.0.lock().await.take() else { return };
        desk.settle().await;
        let _ = sqlx::Connection::close(desk.connection).await;
    }

    /// Queues behind those who already wait for a turn, then commits for all of them.
    fn settle_later(&self) {
        let writer = self.clone();
        tokio::spawn(async move {
            if let Some(desk) = writer.0.lock().await.as_mut() {
                desk.settling = false;
                desk.settle().await;
            }
        });
    }
}

impl Desk {
    #[expect(clippy::disallowed_methods, reason = "the door is the one place that speaks to sqlx")]
    async fn run(&mut self, sql: &'static str) -> Result<()> {
        sqlx::raw_sql(sql).execute(&mut self.connection).await?;
        Ok(())
    }

    /// A savepoint for an act, in a transaction.
    async fn begin(&mut self) -> Result<()> {
        self.take_back().await;
        if !self.open {
            self.run("begin immediate").await?;
            self.open = true;
        }
        self.run("savepoint act").await
    }

    /// Takes back the act that was left.
    async fn take_back(&mut self) {
        if !std::mem::take(&mut self.left) || !self.open {
            return;
        }
        if self.run("rollback to act; release act").await.is_err() {
            // The engine itself took everything back (disk full, say): nobody's act is written.
            let _ = self.run("rollback").await;
            self.open = false;
            self.tell(&Err("the transaction was taken back".to_owned()));
        }
    }

    /// Commits what is finished and tells everyone.
    async fn settle(&mut self) {
        self.take_back().await;
        let result = if self.open { self.run("commit").await } else { Err(Error::PoolClosed) };
        if self.open && result.is_err() {
            let _ = self.run("rollback").await;
        }
        self.open = false;
        self.tell(&result.map_err(|error| error.to_string()));
    }

    fn tell(&mut self, result: &Result<(), String>) {
        for told in self.waiting.drain(..) {
            // Who asked may have gone; the act is written all the same.
            let _ = told.send(result.clone());
        }
    }
}

impl Turn {
    pub(super) fn connection(&mut self) -> Result<&mut SqliteConnection> {
        self.desk.as_mut().map(|desk| &mut desk.connection).ok_or(Error::PoolClosed)
    }

    /// Ends the act; returns when the commit that holds it is done. Begun, it is done also when whoever asked hangs up.
    pub(super) async fn commit(self) -> Result<()> {
        if self.alone {
            return Ok(());
        }
        let answer = whole(self.finish()).await?;
        match answer.await {
            Ok(Ok(())) => Ok(()),
            // A commit that fails whole is the disk's doing, whatever the act was.
            Ok(Err(why)) => Err(Error::Io(std::io::Error::other(why))),
            Err(_) => Err(Error::PoolClosed),
        }
    }

    /// Lets the next one in; gives where the news of the commit will come.
    async fn finish(mut self) -> Result<oneshot::Receiver<Result<(), String>>> {
        let (told, answer) = oneshot::channel();
        let desk = self.desk.as_mut().ok_or(Error::PoolClosed)?;
        desk.run("release act").await?;
        desk.waiting.push(told);
        if !std::mem::replace(&mut desk.settling, true) {
            self.writer.settle_later();
        }
        self.finished = true;
        Ok(answer)
    }
}

/// Does it to its end, however soon whoever waits for it goes away. A statement on the one connection that is given up
/// half way would leave it in a state that nobody knows of.
async fn whole<T: Send + 'static>(work: impl Future<Output = Result<T>> + Send + 'static) -> Result<T> {
    tokio::spawn(work).await.unwrap_or(Err(Error::WorkerCrashed))
}

impl Drop for Turn {
    fn drop(&mut self) {
        if self.finished {
            return;
        }
        if let Some(desk) = self.desk.as_mut() {
            desk.left = true;
            if !std::mem::replace(&mut desk.settling, true) {
                self.writer.settle_later();
            }
        }
    }
}
