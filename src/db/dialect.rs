//! The few places where SQLite and PostgreSQL part. Everything else is one text.
use super::{Result, Tx};

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
