//! What was written in the time of earlier coaches: the participant reads all of it, the coach of now what has been
//! opened to them and what they wrote themselves.
use askama::Template;
use axum::extract::Path;
use uuid::Uuid;

use super::super::store::{self, eras::Era};
use crate::{
    db::Tx,
    desk::Desk,
    privacy::{self, Class, Grant},
    web::{Answer, Failure, Ui},
};

/// The memo of one earlier time.
pub struct Part {
    pub title: String,
    /// None: it is not open to the reader.
    pub words: Option<String>,
    pub saved_at: Option<crate::clock::Moment>,
}

#[derive(Template)]
#[template(path = "coaching/pages/earlier.html")]
pub struct EarlierPage {
    pub ui: Ui,
    pub case_id: Uuid,
    pub is_own: bool,
    pub parts_of: Vec<Part>,
}

/// `Aino Laine 2.10.2023–9.10.2023`
pub fn title(ui: &Ui, era: &Era) -> String {
    let name = era.coach_name.clone().unwrap_or_else(|| ui.t("coaching-earlier-unknown"));
    let began = era.began_at.map(|at| ui.date(&at)).unwrap_or_default();
    format!("{name} {began}–{}", ui.date(&era.ended_at))
}

pub async fn show(desk: Desk, Path(id): Path<Uuid>) -> Answer {
    let mut tx = desk.read().await?;
    let (grant, case) = super::opened(&desk, &mut tx, (id, Class::Coaching)).await?;
    let eras = store::eras::eras(&mut tx, case.id).await?;
    let ids: Vec<Uuid> = eras.iter().map(|era| era.id).collect();
    let grants = privacy::grants(&mut tx, desk.actor()?, (&ids, Class::Coaching), desk.now).await?;
    for one in &grants {
        desk.note(one, &[]);
    }
    let ui = desk.ui();
    let parts_of = opened(&desk, &mut tx, case.id, (&eras, &grants)).await?;
    let is_own = grant.human_id() == case.human_id;
    desk.page(&EarlierPage { ui, case_id: case.id, is_own, parts_of })
}

async fn opened(
    desk: &Desk,
    tx: &mut Tx,
    case_id: Uuid,
    (eras, grants): (&[Era], &[Grant]),
) -> Result<Vec<Part>, Failure> {
    let ui = desk.ui();
    let sealed: Vec<&[u8]> = eras.iter().filter_map(|era| era.memo(grants)).collect();
    let mut words = desk.house.vault.open_all(tx, case_id, &sealed).await?.into_iter();
    let written = eras.iter().filter(|era| era.saved_at.is_some());
    let part = |era: &Era| Part {
        title: title(&ui, era),
        words: era.memo(grants).and_then(|_| words.next()),
        saved_at: era.saved_at,
    };
    Ok(written.map(part).collect())
}
