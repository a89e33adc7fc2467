//! The few places where SQLite and PostgreSQL part. Everything else is one text.
use sqlx::{
    PgTransaction,
    postgres::{PgDatabaseError, PgPool},
    sqlite::SqliteError,
};

use super::{Error, Result, Tx};

/// The end of a statement that claims rows for work: PostgreSQL passes by rows that another server holds;
/// on SQLite there is one writer and nothing to pass by.
pub fn skip_locked(tx: &Tx) -> &'static str {
    if tx.is_sqlite() { "" } else { "for update skip locked" }
}

/// Holds everything else that migrates away until this transaction ends.
pub async fn lock_migrations(tx: &mut Tx) -> Result<()> {
    if !tx.is_sqlite() {
        tx.sql("select pg_advisory_xact_lock(7231905544)").execute().await?;
    }
    Ok(())
}

/// Begins a transaction on PostgreSQL. After the server has gone and come back, the pool is full of connections that are
/// dead and do not know it; beginning harms nothing, so it is tried on the next until one answers.
pub(super) async fn begin(pool: &PgPool, statement: &'static str) -> Result<PgTransaction<'static>> {
    for _ in 0..pool.options().get_max_connections() {
        match pool.begin_with(statement).await {
            Err(error) if is_away(&error) && !matches!(error, Error::PoolTimedOut | Error::PoolClosed) => {}
            begun => return begun,
        }
    }
    pool.begin_with(statement).await
}

/// Whether an error says that the database cannot be reached or cannot write now (a full disk, a lock that another
/// program holds, a server that stops or starts): nothing is wrong with what was asked, and it may be asked again.
pub fn is_away(error: &Error) -> bool {
    match error {
        Error::PoolTimedOut | Error::PoolClosed | Error::Io(_) | Error::Tls(_) | Error::WorkerCrashed => true,
        Error::Database(cause) => {
            if let Some(cause) = cause.try_downcast_ref::<PgDatabaseError>() {
                // Connection lost; out of disk, memory or connections; stopped by the operator; a disk's fault.
                // https://www.postgresql.org/docs/current/errcodes-appendix.html
                return ["08", "53", "57P", "58"].iter().any(|class| cause.code().starts_with(class));
            }
            // Busy, locked, no memory, read-only, a disk's fault, full, cannot open: the low byte of an extended code.
            // https://www.sqlite.org/rescode.html
            let code = cause.try_downcast_ref::<SqliteError>().and_then(|_| cause.code()?.parse::<u32>().ok());
            code.is_some_and(|code| matches!(code & 0xff, 5 | 6 | 7 | 8 | 10 | 13 | 14))
        }
        _ => false,
    }
}

/// Tables and views with their columns as `(table, column)`, sorted: for the test that both engines hold one schema.
pub async fn columns(tx: &mut Tx) -> Result<Vec<(String, String)>> {
    let sql = if tx.is_sqlite() {
        "select m.name, c.name from sqlite_master m join pragma_table_info(m.name) c \
         where m.type in ('table', 'view') and m.name not like 'sqlite_%' order by 1, 2"
    } else {
        "select table_name::text collate \"C\", column_name::text collate \"C\" from information_schema.columns \
         where table_schema = 'public' order by 1, 2"
    };
    tx.sql(sql).all().await
}
