//! The one ordered history of the whole database. A landed file never changes: its checksum is kept and compared.
use include_dir::{Dir, include_dir};
use sha2::{Digest, Sha256};

use super::{Db, Error, Result, Tx, dialect};

/// `NNNN_slice_what.sql`, one text for both engines.
pub static MIGRATIONS: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/migrations");

/// Brings the database to this program's schema; gives the names of the files that were run.
pub async fn migrate(db: &Db) -> Result<Vec<String>> {
    let mut tx = db.write().await?;
    dialect::lock_migrations(&mut tx).await?;
    tx.sql("create table if not exists migration (name text primary key, checksum text not null)").execute().await?;
    let done: Vec<(String, String)> = tx.sql("select name, checksum from migration").all().await?;
    let mut run = Vec::new();
    for (name, sql) in files() {
        let checksum = data_encoding::HEXLOWER.encode(&Sha256::digest(sql));
        match done.iter().find(|(known, _)| known == name) {
            Some((_, known)) if *known == checksum => {}
            Some(_) => return Err(Error::Protocol(format!("migration {name} has changed since it was run"))),
            None => {
                run_file(&mut tx, sql).await?;
                tx.sql("insert into migration (name, checksum) values ($1, $2)")
                    .bind(name)
                    .bind(checksum)
                    .execute()
                    .await?;
                run.push(name.to_owned());
            }
        }
    }
    tx.commit().await?;
    Ok(run)
}

/// How many migrations have been run.
pub async fn migrations_run(tx: &mut Tx) -> Result<i64> {
    let (count,): (i64,) = tx.sql("select count(*) from migration").one().await?;
    Ok(count)
}

fn files() -> Vec<(&'static str, &'static str)> {
    let mut files: Vec<_> = MIGRATIONS
        .files()
        .filter_map(|file| Some((file.path().file_name()?.to_str()?, file.contents_utf8()?)))
        .filter(|(name, _)| name.ends_with(".sql"))
        .collect();
    files.sort_unstable();
    files
}

async fn run_file(tx: &mut Tx, sql: &'static str) -> Result<()> {
    let bare: Vec<&str> = sql.lines().filter(|line| !line.trim_start().starts_with("--")).collect();
    for statement in bare.join("\n").split(';').map(str::trim).filter(|statement| !statement.is_empty()) {
        tx.owned(statement.to_owned()).execute().await?;
    }
    Ok(())
}

/// Every table, view and column, for the test that both engines hold one schema.
pub async fn schema(db: &Db) -> Result<Vec<(String, String)>> {
    dialect::columns(&mut db.read().await?).await
}
