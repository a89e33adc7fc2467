//! A migrated database once, then a copy of it for each test: a file on SQLite, `create database … template …` on
//! PostgreSQL (when URASILTA_TEST_DATABASE_URL names a server).
use std::path::{Path, PathBuf};

use tokio::sync::OnceCell;
use urasilta::{
    db::{self, Open},
    ident,
};

static TEMPLATE: OnceCell<String> = OnceCell::const_new();

/// The PostgreSQL server of this run, if it runs on one.
#[expect(clippy::disallowed_methods, reason = "the tests' own setting")]
pub fn server() -> Option<String> {
    std::env::var("URASILTA_TEST_DATABASE_URL").ok().filter(|url| !url.is_empty())
}

/// A folder of its own, taken away when dropped.
pub struct Folder(pub PathBuf);

impl Folder {
    pub fn new() -> Folder {
        let path = std::env::temp_dir().join(format!("urasilta-test-{}", ident::random().simple()));
        std::fs::create_dir_all(&path).unwrap();
        Folder(path)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// The address of a fresh migrated database; empty for SQLite, whose file is put in `folder`.
pub async fn fresh(folder: &Path) -> String {
    if let Some(server) = server() {
        return postgres(&server).await;
    }
    sqlite(folder).await;
    String::new()
}

/// A copy of a house's database and files; gives the address as [`fresh`] does.
pub async fn copied((from, database): (&Path, &str), to: &Path) -> String {
    for file in std::fs::read_dir(from).unwrap().map(Result::unwrap) {
        if file.path().extension().is_none_or(|kind| !kind.to_string_lossy().ends_with("-shm")) {
            std::fs::copy(file.path(), to.join(file.file_name())).unwrap();
        }
    }
    let Some(server) = server() else { return String::new() };
    let name = format!("test_{}", ident::random().simple());
    create(&server, &name, database.rsplit('/').next()).await;
    with_database(&server, &name)
}

async fn sqlite(folder: &Path) {
    let template = TEMPLATE
        .get_or_init(|| async {
            let path = std::env::temp_dir().join(format!("urasilta-template-{}.db", ident::random().simple()));
            let db = Open::new(path.display().to_string()).open().await.unwrap();
            db::migrate(&db).await.unwrap();
            db.close().await;
            path.display().to_string()
        })
        .await;
    std::fs::copy(template, folder.join("urasilta.db")).unwrap();
    std::fs::copy(template, folder.join("views.db")).unwrap();
}

async fn postgres(server: &str) -> String {
    let template = TEMPLATE
        .get_or_init(|| async {
            let name = format!("template_{}", ident::random().simple());
            create(server, &name, None).await;
            let db = Open::new(with_database(server, &name)).open().await.unwrap();
            db::migrate(&db).await.unwrap();
            db.close().await;
            name
        })
        .await;
    let name = format!("test_{}", ident::random().simple());
    create(server, &name, Some(template)).await;
    with_database(server, &name)
}

fn with_database(server: &str, name: &str) -> String {
    let (before, _) = server.rsplit_once('/').unwrap();
    format!("{before}/{name}")
}

#[expect(clippy::disallowed_methods, reason = "making a database is not the door's work")]
async fn create(server: &str, name: &str, template: Option<&str>) {
    let mut connection = <sqlx::PgConnection as sqlx::Connection>::connect(server).await.unwrap();
    let of = template.map_or_else(String::new, |template| format!(" template {template}"));
    sqlx::raw_sql(sqlx::AssertSqlSafe(format!("create database {name}{of}"))).execute(&mut connection).await.unwrap();
    sqlx::Connection::close(connection).await.unwrap();
}
