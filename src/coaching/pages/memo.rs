//! The shared memo and the coach's working note: opened, saved, and shown beside the other's words when two saved.
use askama::Template;
use axum::extract::Path;
use uuid::Uuid;

use super::super::store::{
    self,
    cases::Case,
    notes::{Note, NoteKind},
};
use crate::{
    clock::Moment,
    db::Tx,
    desk::{Desk, Posted},
    events::Event,
    privacy::{Class, Grant},
    web::{Answer, Check, Failure, Sheet, Ui, Words},
};

#[derive(Template)]
#[template(path = "coaching/pages/memo.html")]
pub struct MemoPage {
    pub ui: Ui,
    pub case_id: Uuid,
    pub is_memo: bool,
    /// The other party's name.
    pub other: String,
    pub back: String,
    pub rev: i64,
    pub words: String,
    pub saved_at: Option<Moment>,
    /// There are memos of earlier coaches.
    pub has_earlier: bool,
    /// What somebody else saved meanwhile.
    pub clash: Option<String>,
    pub sheet: Sheet,
}

/// Which note is written, and where.
struct Desktop {
    grant: Grant,
    case: Case,
    kind: NoteKind,
    owner: Uuid,
}

impl Desktop {
    async fn open(desk: &Desk, tx: &mut Tx, (case_id, kind): (Uuid, NoteKind)) -> Result<Desktop, Failure> {
        let class = if kind == NoteKind::Memo { Class::Coaching } else { Class::CoachOwn };
        let (grant, case) = super::opened(desk, tx, (case_id, class)).await?;
        let owner = if kind == NoteKind::Memo { case.human_id } else { grant.human_id() };
        Ok(Desktop { grant, case, kind, owner })
    }

    fn is_participant(&self) -> bool {
        self.grant.human_id() == self.case.human_id
    }

    /// Where the writer goes after saving.
    fn home(&self) -> String {
        if self.is_participant() { format!("/cases/{}/memo", self.case.id) } else { format!("/cases/{}", self.case.id) }
    }

    async fn note(&self, tx: &mut Tx) -> Result<Option<Note>, Failure> {
        Ok(store::notes::note(tx, &self.grant, (self.kind, self.owner)).await?)
    }

    /// The note as it lies, opened.
    async fn page(&self, desk: &Desk, tx: &mut Tx) -> Result<MemoPage, Failure> {
        let note = self.note(tx).await?;
        let words = match &note {
            Some(note) => desk.house.vault.open(tx, self.case.id, &note.sealed).await?,
            None => String::new(),
        };
        let back = if self.is_participant() { "/path".to_owned() } else { format!("/cases/{}", self.case.id) };
        Ok(MemoPage {
            ui: desk.ui(),
            case_id: self.case.id,
            is_memo: self.kind == NoteKind::Memo,
            other: self.case.coach_name.clone().unwrap_or_default(),
            back,
            rev: note.as_ref().map_or(0, |note| note.rev),
            words,
            saved_at: note.map(|note| note.saved_at),
            has_earlier: self.kind == NoteKind::Memo && !store::eras::eras(tx, self.case.id).await?.is_empty(),
            clash: None,
            sheet: Sheet::empty(),
        })
    }

    async fn save(self, desk: &Desk, words: &Words) -> Answer {
        let field = if self.kind == NoteKind::Memo { "memo" } else { "note" };
        let mut act = desk.act(words).await?;
        let mut check = Check::new(desk.lang, words);
        let text = check.optional(field);
        let text = match check.done(Some(text)) {
            Ok(text) => text,
            Err(sheet) => {
                let page = self.page(desk, &mut act).await?;
                return desk.faulty(&MemoPage { words: words.get(field).to_owned(), sheet: *sheet, ..page });
            }
        };
        let rev = words.get("rev").parse().unwrap_or(-1);
        let sealed = desk.house.vault.seal(&mut act, self.case.id, &text).await?;
        if !store::notes::save_note(&mut act, &self.grant, (self.kind, self.owner, rev), sealed, desk.now).await? {
            let page = self.page(desk, &mut act).await?;
            return desk.faulty(&MemoPage { clash: Some(page.words.clone()), words: text, ..page });
        }
        let event = Event::new("note.saved", self.case.id, self.case.controller_id, desk.now);
        desk.event(&mut act, event.fact("kind", self.kind.code())).await?;
        desk.done(act, &format!("{}?done=done-coaching-saved", self.home())).await
    }
}

pub async fn show(desk: Desk, Path(id): Path<Uuid>) -> Answer {
    let mut tx = desk.read().await?;
    let desktop = Desktop::open(&desk, &mut tx, (id, NoteKind::Memo)).await?;
    let page = desktop.page(&desk, &mut tx).await?;
    desk.page(&page)
}

pub async fn save_memo(Path(id): Path<Uuid>, Posted { desk, words }: Posted) -> Answer {
    let desktop = Desktop::open(&desk, &mut desk.read().await?, (id, NoteKind::Memo)).await?;
    desktop.save(&desk, &words).await
}

pub async fn save_working_note(Path(id): Path<Uuid>, Posted { desk, words }: Posted) -> Answer {
    let desktop = Desktop::open(&desk, &mut desk.read().await?, (id, NoteKind::WorkingNote)).await?;
    desktop.save(&desk, &words).await
}
