//! Small hot writes gathered into one commit: whoever waits is answered after the commit that holds the own row, so a
//! page pays no disk flush of its own and still nothing is said to be written before it is.
use std::sync::Arc;

use tokio::sync::{mpsc, oneshot};

use super::{Db, Error, Result};

/// A small row that is written together with others.
pub trait Gathered: Send + Sync + Sized + 'static {
    /// What the writer knows from the batches before; forgotten when one fails.
    type Memory: Default + Send;

    /// Writes one batch and commits it.
    fn write_all(db: &Db, rows: &[Self], memory: &mut Self::Memory) -> impl Future<Output = Result<()>> + Send;
}

/// What the waiting side gets: written, or why not.
pub type Written = std::result::Result<(), Arc<Error>>;

const BATCH: usize = 512;

/// A queue before one writer.
pub struct Gatherer<R> {
    queue: mpsc::Sender<(R, oneshot::Sender<Written>)>,
}

impl<R> Clone for Gatherer<R> {
    fn clone(&self) -> Self {
        Gatherer { queue: self.queue.clone() }
    }
}

impl<R: Gathered> Gatherer<R> {
    pub fn start(db: Db) -> Gatherer<R> {
        let (queue, waiting) = mpsc::channel(4096);
        tokio::spawn(gather(db, waiting));
        Gatherer { queue }
    }

    /// Returns when the row is committed.
    pub async fn write(&self, row: R) -> Written {
        let (told, answer) = oneshot::channel();
        self.queue.send((row, told)).await.map_err(|_| Arc::new(Error::PoolClosed))?;
        answer.await.map_err(|_| Arc::new(Error::PoolClosed))?
    }
}

async fn gather<R: Gathered>(db: Db, mut waiting: mpsc::Receiver<(R, oneshot::Sender<Written>)>) {
    let mut batch = Vec::with_capacity(BATCH);
    let mut memory = R::Memory::default();
    while waiting.recv_many(&mut batch, BATCH).await > 0 {
        let (rows, told): (Vec<R>, Vec<_>) = batch.drain(..).unzip();
        let result = R::write_all(&db, &rows, &mut memory).await.map_err(Arc::new);
        if result.is_err() {
            memory = R::Memory::default();
        }
        for answer in told {
            // The one who asked may have hung up; the row is written all the same.
            let _ = answer.send(result.clone());
        }
    }
}
