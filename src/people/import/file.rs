//! An import without a browser: `urasilta import`.
use std::{io::Read, path::Path, sync::Arc};

use uuid::Uuid;

use super::{Fault, Imported, Manner, Plan, Register, Summary, Table, Unreadable, apply, plan, row, summary};
use crate::{clock, db, house::House, ident, people::store, text::Lang};

/// The largest file, in bytes: more than a browser may send, since whoever runs this has the server anyway.
const LARGEST: u64 = 100 * 1024 * 1024;

/// Why an import was not done. Nothing has been written.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    #[error("the file: {0}")]
    File(#[from] std::io::Error),
    #[error("the file cannot be read: {0:?}")]
    Unreadable(Unreadable),
    #[error("{} rows are faulty", .0.len())]
    Faults(Vec<Fault>),
    #[error("there is no such organisation")]
    NoOrganisation,
    #[error("the database: {0}")]
    Db(#[from] db::Error),
}

impl ImportError {
    /// What to mend, line by line, in words.
    pub fn tell(&self, lang: Lang) -> Vec<String> {
        match self {
            ImportError::Unreadable(why) => vec![unreadable(lang, why)],
            ImportError::Faults(faults) => faults
                .iter()
                .map(|fault| {
                    let place = [("line", fault.line.into()), ("column", lang.t(&fault.column.label()).into())];
                    let why = summary::fault_words(lang, fault.why.code(), fault.other);
                    format!("{}: {why}", lang.t_with("people-import-place", place))
                })
                .collect(),
            other => vec![other.to_string()],
        }
    }
}

/// Why a file cannot be read at all, in words.
pub fn unreadable(lang: Lang, why: &Unreadable) -> String {
    let columns: Vec<String> = why.columns().iter().map(|column| lang.t(&column.label())).collect();
    lang.t_with(why.key(), [("columns", columns.join(", ").into())])
}

/// What a file would change.
pub struct Preview {
    pub counts: Imported,
    /// Headers of the columns that are not read.
    pub left_out: Vec<String>,
}

/// What [`import_file`] would do now. Nothing is written.
pub async fn preview_file(
    house: &House,
    organisation_id: Uuid,
    path: &Path,
    whole: bool,
) -> Result<Preview, ImportError> {
    let table = table_of(path).await?;
    let now = house.clock.now();
    let mut tx = house.db.read().await?;
    store::organisation(&mut tx, organisation_id).await?.ok_or(ImportError::NoOrganisation)?;
    let register = Arc::new(store::register(&mut tx, organisation_id).await?);
    drop(tx);
    let manner = Manner { whole, today: clock::day(now) };
    let plan = plan_table(&table, &register, manner, now).await.map_err(ImportError::Faults)?;
    Ok(Preview { counts: Imported::of(table.rows.len(), &plan), left_out: table.dropped.clone() })
}

async fn table_of(path: &Path) -> Result<Arc<Table>, ImportError> {
    let mut bytes = Vec::new();
    std::fs::File::open(path)?.take(LARGEST + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > LARGEST {
        return Err(ImportError::Unreadable(Unreadable::TooLarge));
    }
    Ok(Arc::new(read_table(bytes).await.map_err(ImportError::Unreadable)?))
}

/// Imports a staff file into an organisation, all or nothing. `whole`: whoever is missing from the file works there no
/// longer. `progress` is told how many of how many changes are done.
pub async fn import_file(
    house: &House,
    organisation_id: Uuid,
    path: &Path,
    whole: bool,
    mut progress: impl FnMut(usize, usize) + Send,
) -> Result<Imported, ImportError> {
    let table = table_of(path).await?;
    let now = house.clock.now();
    let mut tx = house.db.write().await?;
    store::lock_register(&mut tx, organisation_id).await?.then_some(()).ok_or(ImportError::NoOrganisation)?;
    let register = Arc::new(store::register(&mut tx, organisation_id).await?);
    let manner = Manner { whole, today: clock::day(now) };
    let plan = plan_table(&table, &register, manner, now).await.map_err(ImportError::Faults)?;
    let done = apply(&mut tx, (&register, plan), (table.rows.len(), None), now, &mut progress).await?;
    tx.commit().await?;
    Ok(done)
}

/// [`Table::read`] away from the threads that answer requests; a reader that breaks down is a broken file.
pub async fn read_table(bytes: Vec<u8>) -> Result<Table, Unreadable> {
    tokio::task::spawn_blocking(move || Table::read(&bytes)).await.unwrap_or(Err(Unreadable::Broken))
}

/// What a preview tells of a table.
pub async fn summarise(table: &Arc<Table>, register: &Arc<Register>, manner: Manner) -> Summary {
    let (table, register) = (table.clone(), register.clone());
    let work = move || {
        let (rows, faults) = row::read(&table);
        if !faults.is_empty() {
            return Summary { whole: manner.whole, ..Summary::of_faults(&table, &faults) };
        }
        // The ids of a plan that is only looked at are not kept.
        match plan(&register, (&table.columns, &rows), manner, ident::random) {
            Ok(plan) => Summary::of_plan((&table, &rows), &plan, manner, &register.units),
            Err(faults) => Summary { whole: manner.whole, ..Summary::of_faults(&table, &faults) },
        }
    };
    tokio::task::spawn_blocking(work).await.unwrap_or_else(|broken| std::panic::resume_unwind(broken.into_panic()))
}

/// The plan of a table, or every fault of it.
pub async fn plan_table(
    table: &Arc<Table>,
    register: &Arc<Register>,
    manner: Manner,
    now: clock::Moment,
) -> Result<Plan, Vec<Fault>> {
    let (table, register) = (table.clone(), register.clone());
    let work = move || {
        let (rows, faults) = row::read(&table);
        if !faults.is_empty() {
            return Err(faults);
        }
        plan(&register, (&table.columns, &rows), manner, || ident::at(now))
    };
    tokio::task::spawn_blocking(work).await.unwrap_or_else(|broken| std::panic::resume_unwind(broken.into_panic()))
}
