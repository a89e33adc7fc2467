//! An action is proposed outside the joint meeting.
use askama::Template;
use axum::extract::Path;
use uuid::Uuid;

use super::{
    super::{
        acts,
        form::{self, ActionFields},
    },
    home,
};
use crate::{
    clock,
    coaching::{
        CaseState,
        three::{self, Party, Sight, Three},
    },
    db::Tx,
    desk::{Desk, Posted},
    web::{Answer, Check, Failure, Sheet, Ui},
};

#[derive(Template)]
#[template(path = "actions/pages/new.html")]
pub struct NewPage {
    pub ui: Ui,
    pub case_id: Uuid,
    pub fields: ActionFields,
    /// What happens next, and who sees it when.
    pub next: String,
    pub sheet: Sheet,
}

impl NewPage {
    pub fn of(ui: Ui, (three, party): (&Three, Party), sheet: Sheet) -> NewPage {
        let fields = form::fields(&ui, (three, party), ("", &sheet));
        let next = ui.t(match party {
            Party::Participant => "actions-new-who-participant",
            Party::Supervisor => "actions-new-who-supervisor",
            Party::Coach => "actions-new-who-coach",
        });
        NewPage { case_id: three.case_id, fields, next, ui, sheet }
    }
}

async fn proposing(desk: &Desk, tx: &mut Tx, id: Uuid) -> Result<Sight, Failure> {
    let sight = three::sight(desk, tx, id).await?;
    let open = sight.three.state.is_open() || sight.three.state == CaseState::Completed;
    if open { Ok(sight) } else { Err(Failure::Refused("conflict-coaching-ended")) }
}

pub async fn ask(desk: Desk, Path(id): Path<Uuid>) -> Answer {
    let mut tx = desk.read().await?;
    let sight = proposing(&desk, &mut tx, id).await?;
    desk.page(&NewPage::of(desk.ui(), (&sight.three, sight.party), Sheet::empty()))
}

pub async fn propose(Path(id): Path<Uuid>, Posted { desk, words }: Posted) -> Answer {
    let mut act = desk.act(&words).await?;
    let sight = proposing(&desk, &mut act, id).await?;
    let mut check = Check::new(desk.lang, &words);
    let new = form::read((&sight.three, clock::day(desk.now)), "", &mut check);
    let new = match check.done(new) {
        Ok(new) => new,
        Err(sheet) => return desk.faulty(&NewPage::of(desk.ui(), (&sight.three, sight.party), *sheet)),
    };
    acts::propose(&mut act, &desk.house, &sight, new).await?;
    desk.done(act, &format!("{}?done=done-actions-proposed", home(id))).await
}
