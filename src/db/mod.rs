//! The one door to the database. SQL is written once, in the dialect SQLite and PostgreSQL share, with `$1` parameters;
//! where the engines part, the piece stands in [`dialect`]. Nothing outside this folder knows sqlx.
pub mod dialect;
mod gather;
mod migrate;
mod open;
mod watch;
mod writer;

use std::sync::{
    Arc,
    atomic::{AtomicU32, Ordering},
};

use sqlx::{
    Arguments, Postgres, SqlStr, Sqlite, Transaction,
    pool::PoolConnection,
    postgres::{PgArguments, PgPool, PgRow},
    sqlite::{SqliteArguments, SqlitePool, SqliteRow},
};

pub use dialect::is_away;
pub use gather::{Gathered, Gatherer, Written};
pub use migrate::{MIGRATIONS, migrate, migrations_run, schema};
pub use open::Open;
pub use sqlx::{Error, FromRow};
use watch::Watch;
pub use writer::Writer;

pub type Result<T, E = Error> = std::result::Result<T, E>;

/// A value both engines can take as a parameter.
pub trait Param:
    for<'q> sqlx::Encode<'q, Sqlite> + sqlx::Type<Sqlite> + for<'q> sqlx::Encode<'q, Postgres> + sqlx::Type<Postgres> + Send
{
}
impl<T> Param for T where
    T: for<'q> sqlx::Encode<'q, Sqlite>
        + sqlx::Type<Sqlite>
        + for<'q> sqlx::Encode<'q, Postgres>
        + sqlx::Type<Postgres>
        + Send
{
}

/// A struct or tuple both engines can fill from a row; `#[derive(FromRow)]` gives it.
pub trait Record: for<'r> sqlx::FromRow<'r, SqliteRow> + for<'r> sqlx::FromRow<'r, PgRow> + Send + Unpin {}
impl<T> Record for T where T: for<'r> sqlx::FromRow<'r, SqliteRow> + for<'r> sqlx::FromRow<'r, PgRow> + Send + Unpin {}

/// The database: on SQLite one writer and a few readers, on PostgreSQL a pool.
#[derive(Clone)]
pub enum Db {
    Sqlite { writer: Writer, readers: SqlitePool },
    Postgres { pool: PgPool, replica: Option<PgPool> },
}

const READING: &str = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";

/// How many statements a request has sent; the tests bound it for every page.
#[derive(Clone, Debug, Default)]
pub struct Tally(Arc<AtomicU32>);

impl Tally {
    /// One more has been asked of somebody who asks for many.
    pub fn one_more(&self) {
        self.0.fetch_add(1, Ordering::Relaxed);
    }

    pub fn so_far(&self) -> u32 {
        self.0.load(Ordering::Relaxed)
    }
}

enum Inner {
    /// SQLite's writer, for the length of one act.
    Act(writer::Turn),
    Sqlite(Transaction<'static, Sqlite>),
    Postgres(Transaction<'static, Postgres>),
    /// One statement that is a transaction by itself.
    PostgresAlone(PoolConnection<Postgres>),
}

/// One transaction. Dropped without [`Tx::commit`] it leaves nothing behind.
pub struct Tx {
    inner: Inner,
    tally: Tally,
}

enum Args {
    Sqlite(SqliteArguments),
    Postgres(PgArguments),
}

/// A statement being made ready.
pub struct Query<'c> {
    tx: &'c mut Tx,
    sql: SqlStr,
    args: Args,
}

impl Db {
    pub fn is_sqlite(&self) -> bool {
        matches!(self, Db::Sqlite { .. })
    }

    pub fn has_replica(&self) -> bool {
        matches!(self, Db::Postgres { replica: Some(_), .. })
    }

    /// A transaction that writes. On SQLite it takes the one write lock at once, so that it cannot fail half way.
    pub async fn write(&self) -> Result<Tx> {
        self.write_counted(&Tally::default()).await
    }

    /// A transaction that reads one state of the database.
    pub async fn read(&self) -> Result<Tx> {
        self.read_counted(&Tally::default()).await
    }

    /// [`Db::write`] whose statements are added to `tally`.
    pub async fn write_counted(&self, tally: &Tally) -> Result<Tx> {
        let inner = match self {
            Db::Sqlite { writer, .. } => Inner::Act(writer.turn().await?),
            Db::Postgres { pool, .. } => Inner::Postgres(dialect::begin(pool, "BEGIN").await?),
        };
        Ok(Tx { inner, tally: tally.clone() })
    }

    /// [`Db::read`] whose statements are added to `tally`.
    pub async fn read_counted(&self, tally: &Tally) -> Result<Tx> {
        let inner = match self {
            Db::Sqlite { readers, .. } => Inner::Sqlite(readers.begin().await?),
            Db::Postgres { pool, .. } => Inner::Postgres(dialect::begin(pool, READING).await?),
        };
        Ok(Tx { inner, tally: tally.clone() })
    }

    /// [`Db::read_counted`] from the streaming replica, where there is one. It may lag behind: for reports and the audit,
    /// never for a page that follows an act.
    pub async fn read_replica(&self, tally: &Tally) -> Result<Tx> {
        match self {
            Db::Postgres { replica: Some(replica), .. } => {
                Ok(Tx { inner: Inner::Postgres(dialect::begin(replica, READING).await?), tally: tally.clone() })
            }
            _ => self.read_counted(tally).await,
        }
    }

    /// For one statement that is a transaction by itself: it is committed when it has run.
    pub async fn write_alone(&self) -> Result<Tx> {
        let inner = match self {
            Db::Sqlite { writer, .. } => Inner::Act(writer.turn_alone().await?),
            Db::Postgres { pool, .. } => Inner::PostgresAlone(pool.acquire().await?),
        };
        Ok(Tx { inner, tally: Tally::default() })
    }

    /// Closes every connection; on SQLite this folds the log into the file.
    pub async fn close(&self) {
        match self {
            Db::Sqlite { writer, readers } => {
                readers.close().await;
                writer.close().await;
            }
            Db::Postgres { pool, replica } => {
                if let Some(replica) = replica {
                    replica.close().await;
                }
                pool.close().await;
            }
        }
    }
}

impl Tx {
    pub fn is_sqlite(&self) -> bool {
        matches!(self.inner, Inner::Sqlite(_) | Inner::Act(_))
    }

    pub async fn commit(self) -> Result<()> {
        match self.inner {
            Inner::Act(turn) => turn.commit().await,
            Inner::Sqlite(tx) => tx.commit().await,
            Inner::Postgres(tx) => tx.commit().await,
            Inner::PostgresAlone(_) => Ok(()),
        }
    }

    /// A statement. Text that people gave goes in by [`Query::bind`], never into the statement.
    pub fn sql(&mut self, sql: &'static str) -> Query<'_> {
        self.query(sqlx::SqlSafeStr::into_sql_str(sql))
    }

    /// A statement joined of fixed pieces: for lists whose filters come and go.
    pub fn compose(&mut self, pieces: &[&'static str]) -> Query<'_> {
        self.query(sqlx::SqlSafeStr::into_sql_str(sqlx::AssertSqlSafe(pieces.join(" "))))
    }

    /// A statement over many values at once: `head ($1, …), ($n, …) tail`, in `rows` groups of `columns` parameters.
    /// Keep the number of rows to one size where you can, so that the statement is made ready once.
    /// SQLite takes 32,766 parameters, PostgreSQL 65,535.
    pub fn many(&mut self, head: &'static str, (rows, columns): (usize, usize), tail: &'static str) -> Query<'_> {
        // SQLite looks through all names before each named parameter, so thousands of them are left without names.
        let named = !self.is_sqlite();
        let mut sql = String::with_capacity(head.len() + tail.len() + rows * columns * 6);
        sql.push_str(head);
        for row in 0..rows {
            sql.push_str(if row == 0 { " (" } else { ", (" });
            for column in 1..=columns {
                sql.push_str(if column == 1 { "" } else { ", " });
                if named {
                    sql.push('$');
                    sql.push_str(&(row * columns + column).to_string());
                } else {
                    sql.push('?');
                }
            }
            sql.push(')');
        }
        sql.push(' ');
        sql.push_str(tail);
        self.owned(sql)
    }

    /// A statement made by the door or read from a migration file.
    fn owned(&mut self, sql: String) -> Query<'_> {
        self.query(sqlx::SqlSafeStr::into_sql_str(sqlx::AssertSqlSafe(sql)))
    }

    fn query(&mut self, sql: SqlStr) -> Query<'_> {
        let args = match self.inner {
            Inner::Sqlite(_) | Inner::Act(_) => Args::Sqlite(SqliteArguments::default()),
            Inner::Postgres(_) | Inner::PostgresAlone(_) => Args::Postgres(PgArguments::default()),
        };
        Query { tx: self, sql, args }
    }
}

macro_rules! run {
    ($query:ident, $make:path, $fetch:ident) => {{
        let watch = Watch::start(&$query);
        let done = match (&mut $query.tx.inner, $query.args) {
            (Inner::Act(turn), Args::Sqlite(args)) => $make($query.sql, args).$fetch(turn.connection()?).await,
            (Inner::Sqlite(tx), Args::Sqlite(args)) => $make($query.sql, args).$fetch(&mut **tx).await,
            (Inner::Postgres(tx), Args::Postgres(args)) => $make($query.sql, args).$fetch(&mut **tx).await,
            (Inner::PostgresAlone(one), Args::Postgres(args)) => $make($query.sql, args).$fetch(&mut **one).await,
            _ => unreachable!("arguments are made for the transaction's own engine"),
        };
        watch.end();
        done
    }};
}

#[expect(clippy::disallowed_methods, reason = "the door is the one place that speaks to sqlx")]
impl Query<'_> {
    /// The next parameter.
    ///
    /// # Panics
    /// When a value cannot be encoded at all (a text of over 2 GB).
    #[must_use]
    pub fn bind(mut self, value: impl Param) -> Self {
        match &mut self.args {
            Args::Sqlite(args) => args.add(value).expect("encodable"),
            Args::Postgres(args) => args.add(value).expect("encodable"),
        }
        self
    }

    /// Runs it; gives the number of rows changed.
    pub async fn execute(self) -> Result<u64> {
        let query = self;
        let watch = Watch::start(&query);
        let done = match (&mut query.tx.inner, query.args) {
            (Inner::Act(turn), Args::Sqlite(args)) => {
                sqlx::query_with(query.sql, args).execute(turn.connection()?).await?.rows_affected()
            }
            (Inner::Sqlite(tx), Args::Sqlite(args)) => {
                sqlx::query_with(query.sql, args).execute(&mut **tx).await?.rows_affected()
            }
            (Inner::Postgres(tx), Args::Postgres(args)) => {
                sqlx::query_with(query.sql, args).execute(&mut **tx).await?.rows_affected()
            }
            (Inner::PostgresAlone(one), Args::Postgres(args)) => {
                sqlx::query_with(query.sql, args).execute(&mut **one).await?.rows_affected()
            }
            _ => unreachable!("arguments are made for the transaction's own engine"),
        };
        watch.end();
        Ok(done)
    }

    pub async fn all<T: Record>(self) -> Result<Vec<T>> {
        let query = self;
        run!(query, sqlx::query_as_with, fetch_all)
    }

    pub async fn optional<T: Record>(self) -> Result<Option<T>> {
        let query = self;
        run!(query, sqlx::query_as_with, fetch_optional)
    }

    pub async fn one<T: Record>(self) -> Result<T> {
        let query = self;
        run!(query, sqlx::query_as_with, fetch_one)
    }
}

/// Whether an error is a broken uniqueness rule, and of which constraint or columns.
pub fn broken_unique(error: &Error) -> Option<String> {
    let error = error.as_database_error()?;
    error.is_unique_violation().then(|| error.constraint().map_or_else(|| error.message().to_owned(), str::to_owned))
}

/// Makes an enum of codes that is stored as text on both engines and read back strictly.
#[macro_export]
macro_rules! codes {
    ($(#[$meta:meta])* pub enum $name:ident { $($(#[$about:meta])* $variant:ident = $code:literal),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$about])* $variant),+ }

        impl $name {
            pub const ALL: &'static [$name] = &[$($name::$variant),+];

            /// The code in the database, in forms and in text keys.
            pub const fn code(self) -> &'static str {
                match self { $($name::$variant => $code),+ }
            }

            pub fn read(code: &str) -> Option<$name> {
                $name::ALL.iter().copied().find(|one| one.code() == code)
            }
        }

        // Every list of codes is used: here, at least.
        const _: () = assert!(!$name::ALL.is_empty());

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.code())
            }
        }

        impl<D: sqlx::Database> sqlx::Type<D> for $name where str: sqlx::Type<D> {
            fn type_info() -> D::TypeInfo { <str as sqlx::Type<D>>::type_info() }
            fn compatible(ty: &D::TypeInfo) -> bool { <str as sqlx::Type<D>>::compatible(ty) }
        }

        impl<'q, D: sqlx::Database> sqlx::Encode<'q, D> for $name where &'static str: sqlx::Encode<'q, D> {
            fn encode_by_ref(&self, buf: &mut D::ArgumentBuffer) -> Result<sqlx::encode::IsNull, sqlx::error::BoxDynError> {
                <&'static str as sqlx::Encode<'q, D>>::encode_by_ref(&self.code(), buf)
            }
        }

        impl<'r, D: sqlx::Database> sqlx::Decode<'r, D> for $name where String: sqlx::Decode<'r, D> {
            fn decode(value: D::ValueRef<'r>) -> Result<Self, sqlx::error::BoxDynError> {
                let code = <String as sqlx::Decode<'r, D>>::decode(value)?;
                $name::read(&code).ok_or_else(|| format!("{code} is not a {}", stringify!($name)).into())
            }
        }
    };
}
