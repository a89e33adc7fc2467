//! Import of a staff from XLSX or CSV. The file is read into the columns that are asked for (values of others are never
//! kept), each row is read into what it means, and the whole is planned against the register; the preview shows the
//! plan, and nothing is written before it is confirmed. Then everything happens in one transaction, or nothing.
mod apply;
mod column;
mod csv_file;
mod file;
mod meaning;
mod plan;
mod row;
mod summary;
mod table;
mod units;
mod workbook;

pub use apply::apply;
pub use column::Column;
pub use file::{ImportError, Preview, import_file, plan_table, preview_file, read_table, summarise, unreadable};
pub use meaning::is_identity_code;
pub use plan::{Kind, Manner, Move, Plan, Register, plan};
pub use row::{Fault, Row, Why, read};
pub use summary::{Imported, Shown, Summary, column_name, fault_words};
pub use table::{Table, Unreadable};
