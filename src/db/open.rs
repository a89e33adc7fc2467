//! Opening a database by its address.
use std::{path::PathBuf, str::FromStr, time::Duration};

use sqlx::{
    ConnectOptions,
    postgres::{PgConnectOptions, PgPoolOptions},
    sqlite::{SqliteAutoVacuum, SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous},
};

use super::{Db, Result, Writer};

/// Where a database is and how many connections it may have.
#[derive(Clone, Debug)]
pub struct Open {
    /// `postgres://…` or the path of an SQLite file.
    pub address: String,
    /// A streaming replica that reports may read from; the primary itself when `None`.
    pub read_address: Option<String>,
    /// Connections of the pool, or readers on SQLite.
    pub connections: u32,
}

impl Open {
    pub fn new(address: impl Into<String>) -> Open {
        Open { address: address.into(), read_address: None, connections: 8 }
    }

    pub async fn open(&self) -> Result<Db> {
        if self.address.starts_with("postgres://") || self.address.starts_with("postgresql://") {
            let pool = self.postgres(&self.address)?;
            let replica = self.read_address.as_deref().map(|address| self.postgres(address)).transpose()?;
            pool.acquire().await?;
            Ok(Db::Postgres { pool, replica })
        } else {
            self.sqlite().await
        }
    }

    fn postgres(&self, address: &str) -> Result<sqlx::PgPool> {
        // Every statement of the house stays ready; slow ones are told of by the door itself.
        let options = PgConnectOptions::from_str(address)?
            .application_name("urasilta")
            .statement_cache_capacity(400)
            .disable_statement_logging();
        Ok(PgPoolOptions::new()
            .max_connections(self.connections)
            .acquire_timeout(Duration::from_secs(5))
            .test_before_acquire(false)
            .connect_lazy_with(options))
    }

    /// The path without a leading `sqlite:`.
    pub fn sqlite_path(&self) -> PathBuf {
        PathBuf::from(self.address.trim_start_matches("sqlite://").trim_start_matches("sqlite:"))
    }

    async fn sqlite(&self) -> Result<Db> {
        let options = SqliteConnectOptions::new()
            .filename(self.sqlite_path())
            .create_if_missing(true)
            .auto_vacuum(SqliteAutoVacuum::Incremental)
            .journal_mode(SqliteJournalMode::Wal)
            .synchronous(SqliteSynchronous::Full)
            .foreign_keys(true)
            .busy_timeout(Duration::from_secs(10))
            .statement_cache_capacity(400)
            .disable_statement_logging()
            .pragma("secure_delete", "on")
            .pragma("cache_size", "-8000")
            .pragma("temp_store", "memory");
        let writer = Writer::open(&options).await?;
        let readers = SqlitePoolOptions::new()
            .max_connections(self.connections.clamp(2, 8))
            .test_before_acquire(false)
            // Eight readers with a small cache each: what they have in common lies in the system's own.
            .connect_lazy_with(options.pragma("query_only", "on").pragma("cache_size", "-4000"));
        Ok(Db::Sqlite { writer, readers })
    }
}
