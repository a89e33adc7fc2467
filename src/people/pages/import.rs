//! Importing the staff: a file, what it would change, and the yes or no to it.
use std::sync::Arc;

use askama::Template;
use axum::extract::Path;
use chrono::Duration;
use futures_util::future::BoxFuture;
use uuid::Uuid;

use super::kept;
use crate::{
    clock::{self, Moment},
    db::Tx,
    desk::{Desk, Posted, Uploaded},
    house::{House, JobResult, Sample},
    ident,
    jobs::{self, Job},
    people::{
        import::{self, Column, Imported, Manner, Register, Shown, Summary, Table},
        store::{self, Staged},
    },
    text::Lang,
    web::{Answer, Check, Failure, Sheet, Ui},
};

/// How long a file waits to be confirmed.
const WAITS: Duration = Duration::hours(1);

#[derive(Template)]
#[template(path = "people/pages/import.html")]
struct AskPage {
    ui: Ui,
    sheet: Sheet,
}

pub async fn ask(desk: Desk) -> Answer {
    desk.page(&AskPage { ui: desk.ui(), sheet: Sheet::empty() })
}

/// Reads the file and keeps what it says for the preview; the register is not touched.
pub async fn upload(Uploaded { desk, mut words, bytes, .. }: Uploaded) -> Answer {
    let size = bytes.len();
    let table = match import::read_table(bytes).await {
        Ok(table) => Arc::new(table),
        Err(why) => {
            let mut sheet =
                Check::new(desk.lang, &words).done::<()>(None).err().map(|sheet| *sheet).unwrap_or_default();
            let text = import::unreadable(desk.lang, &why);
            sheet.faults.push(crate::web::Fault { name: "file".into(), text });
            return desk.faulty(&AskPage { ui: desk.ui(), sheet });
        }
    };
    words.set("size", size.to_string());
    let manner = Manner { whole: words.has("whole"), today: clock::day(desk.now) };
    let mut tx = desk.read().await?;
    let (organisation_id, _) = kept(&desk, &mut tx).await?;
    let register = Arc::new(store::register(&mut tx, organisation_id).await?);
    drop(tx);
    let staged = Staged {
        id: ident::random(),
        organisation_id,
        at: desk.now,
        expires_at: desk.now + WAITS,
        summary: summarise(&table, &register, manner).await?,
        contents: table.to_csv().map_err(Failure::broken)?,
        register_mark: mark(&register, manner),
    };
    let mut act = desk.act(&words).await?;
    store::stage(&mut act, &staged, desk.actor()?.human_id).await?;
    jobs::ask(&mut act, "people.forget_import", &staged.id, staged.expires_at).await?;
    desk.done(act, &format!("/staff/import/{}", staged.id)).await
}

async fn summarise(table: &Arc<Table>, register: &Arc<Register>, manner: Manner) -> Result<String, Failure> {
    let summary = import::summarise(table, register, manner).await;
    serde_json::to_string(&summary).map_err(Failure::broken)
}

/// The state that the preview holds for: the register, and the day.
fn mark(register: &Register, manner: Manner) -> Vec<u8> {
    [register.mark(), manner.today.to_string().into_bytes()].concat()
}

#[derive(Template)]
#[template(path = "people/pages/preview.html")]
struct PreviewPage {
    ui: Ui,
    id: Uuid,
    summary: Summary,
    until: Moment,
}

pub async fn preview(desk: Desk, Path(id): Path<Uuid>) -> Answer {
    let mut tx = desk.read().await?;
    let (organisation_id, grant) = kept(&desk, &mut tx).await?;
    let found = store::staged_summary(&mut tx, id, desk.now).await?;
    let (_, until, summary) = found.filter(|found| found.0 == organisation_id).ok_or(Failure::NotFound)?;
    let summary: Summary = serde_json::from_str(&summary).map_err(Failure::broken)?;
    desk.note(&grant, &summary.shown.iter().filter_map(|row| row.person_id).collect::<Vec<_>>());
    desk.page(&PreviewPage { ui: desk.ui(), id, summary, until })
}

/// The staged file of the reader's own organisation, with other imports into it held away.
async fn waiting(desk: &Desk, tx: &mut Tx, id: Uuid) -> Result<Staged, Failure> {
    let (organisation_id, _) = kept(desk, tx).await?;
    store::lock_register(tx, organisation_id).await?;
    let staged = store::staged(tx, id, desk.now).await?;
    staged.filter(|staged| staged.organisation_id == organisation_id).ok_or(Failure::NotFound)
}

/// Does what the preview showed; when the register has changed meanwhile, shows a new preview instead.
pub async fn confirm(Path(id): Path<Uuid>, Posted { desk, words }: Posted) -> Answer {
    let mut act = desk.act(&words).await?;
    let staged = waiting(&desk, &mut act, id).await?;
    let before: Summary = serde_json::from_str(&staged.summary).map_err(Failure::broken)?;
    if !before.can_be_confirmed() {
        return Err(Failure::Refused("people-import-faulty"));
    }
    let table = Arc::new(Table::from_csv(&staged.contents).map_err(Failure::broken)?);
    let register = Arc::new(store::register(&mut act, staged.organisation_id).await?);
    let manner = Manner { whole: before.whole, today: clock::day(desk.now) };
    let mark = mark(&register, manner);
    if mark != staged.register_mark {
        let mut again = import::summarise(&table, &register, manner).await;
        again.dropped = before.dropped;
        let again = serde_json::to_string(&again).map_err(Failure::broken)?;
        store::restage(&mut act, id, &again, &mark).await?;
        return desk.done(act, &format!("/staff/import/{id}?done=done-people-look-again")).await;
    }
    let plan = import::plan_table(&table, &register, manner, desk.now).await;
    let plan = plan.map_err(|_| Failure::Refused("people-import-faulty"))?;
    let by = Some(desk.actor()?.human_id);
    import::apply(&mut act, (&register, plan), (table.rows.len(), by), desk.now, &mut |_, _| {}).await?;
    store::unstage(&mut act, id).await?;
    desk.done(act, "/staff?done=done-people-imported").await
}

/// Forgets the file; nothing was changed.
pub async fn remove(Path(id): Path<Uuid>, Posted { desk, words }: Posted) -> Answer {
    let mut act = desk.act(&words).await?;
    waiting(&desk, &mut act, id).await?;
    store::unstage(&mut act, id).await?;
    desk.done(act, "/staff/import?done=done-people-removed").await
}

/// The job that forgets a file nobody confirmed.
pub fn forget_import(house: House, job: Job) -> BoxFuture<'static, JobResult> {
    Box::pin(async move {
        let id: Uuid = serde_json::from_str(&job.payload)?;
        let mut tx = house.db.write().await?;
        store::unstage(&mut tx, id).await?;
        if jobs::done(&mut tx, &job).await? {
            tx.commit().await?;
        }
        Ok(())
    })
}

impl AskPage {
    /// The names of the columns that must be there, or that may be.
    fn columns(&self, required: bool) -> String {
        let asked = Column::ALL.iter().filter(|column| Column::REQUIRED.contains(column) == required);
        asked.map(|column| self.ui.t(&column.label())).collect::<Vec<_>>().join(", ")
    }
}

impl PreviewPage {
    fn column(&self, code: &str) -> String {
        import::column_name(self.ui.lang, code)
    }
    fn why(&self, why: &str, other: Option<&u32>) -> String {
        import::fault_words(self.ui.lang, why, other.copied())
    }
    fn dropped(&self) -> String {
        let unnamed = || self.ui.t("people-unnamed-column");
        let named = self.summary.dropped.iter().map(|name| if name.is_empty() { unnamed() } else { name.clone() });
        named.collect::<Vec<_>>().join(", ")
    }
    fn all_faults(&self) -> usize {
        self.summary.all_faults
    }
    fn ended(&self) -> usize {
        self.summary.counts.ended
    }
    fn more_faults(&self) -> usize {
        self.summary.all_faults.saturating_sub(self.summary.faults.len())
    }
    fn counts(&self) -> [(usize, &'static str); 5] {
        let counts = &self.summary.counts;
        [
            (counts.new, "people-kind-new"),
            (counts.updated, "people-kind-updated"),
            (counts.ended, "people-kind-ended"),
            (counts.unchanged, "people-kind-unchanged"),
            (counts.new_units + counts.changed_units, "people-kind-units"),
        ]
    }
    fn kind(&self, row: &Shown) -> String {
        self.ui.t(&format!("people-one-{}", row.kind))
    }
    fn tag(row: &Shown) -> &'static str {
        match row.kind.as_str() {
            "new" => "done",
            "ended" => "wait",
            _ => "",
        }
    }
    fn meta(&self, row: &Shown) -> String {
        let changed: Vec<String> = row.columns.iter().map(|column| self.column(column)).collect();
        let parts = [row.title.clone(), row.unit.clone(), row.number.clone()];
        let mut meta = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
        if !changed.is_empty() {
            meta.push_str(" · ");
            meta.push_str(&self.ui.t1("people-changes", "columns", changed.join(", ")));
        }
        meta
    }
}

pub fn samples() -> Vec<Sample> {
    vec![
        Sample { name: "people/import", render: sample_ask },
        Sample { name: "people/import-preview", render: sample_preview },
        Sample { name: "people/import-faults", render: sample_faults },
    ]
}

fn sample_ask(lang: Lang) -> String {
    let text = import::unreadable(lang, &import::Unreadable::Missing(vec![Column::Title]));
    let faults = vec![crate::web::Fault { name: "file".into(), text }];
    AskPage { ui: Ui::plain(lang), sheet: Sheet { faults, ..Sheet::empty() } }.render().unwrap_or_default()
}

fn sample_preview(lang: Lang) -> String {
    let shown = |kind: &str, name: &str, columns: &[&str]| Shown {
        kind: kind.into(),
        name: name.into(),
        number: "10231".into(),
        person_id: None,
        unit: "Lyhytaikaishoito".into(),
        title: "lähihoitaja".into(),
        columns: columns.iter().map(|column| (*column).to_owned()).collect(),
    };
    let counts = Imported { rows: 4, new: 1, updated: 1, ended: 1, unchanged: 1, new_units: 1, changed_units: 0 };
    let summary = Summary {
        counts,
        whole: true,
        dropped: vec!["Henkilötunnus".into(), String::new()],
        shown: vec![
            shown("new", "Maija Virtanen", &[]),
            shown("updated", "Ville Åkerlund", &["title", "unit"]),
            shown("ended", "Sara Öhman", &["ends"]),
        ],
        ..Summary::default()
    };
    sample_page(lang, summary)
}

fn sample_faults(lang: Lang) -> String {
    let fault = |line, column: Column, why: import::Why| (line, column.code().into(), why.code().into(), Some(2));
    let faults: Vec<_> = import::Why::ALL.iter().map(|why| fault(7, Column::Starts, *why)).collect();
    sample_page(lang, Summary { all_faults: faults.len() + 3, faults, ..Summary::default() })
}

fn sample_page(lang: Lang, summary: Summary) -> String {
    let until = chrono::DateTime::UNIX_EPOCH;
    PreviewPage { ui: Ui::plain(lang), id: Uuid::nil(), summary, until }.render().unwrap_or_default()
}
