//! What actions keep of people, what is told to them of it, and how it goes.
use uuid::Uuid;

use super::{
    action::Action,
    acts,
    store::{self, Row},
};
use crate::{
    clock,
    db::Tx,
    house::{
        House, JobResult,
        keeping::{Asked, Kept, Paper, Told},
    },
    privacy::{self, Class, Grant},
    web::Ui,
};

/// Cases are found by coaching, whose key seals the words.
pub fn kept() -> Kept {
    Kept::part_of("coaching", |_, tx, id| Box::pin(erase(tx, id)))
}

async fn erase(tx: &mut Tx, case_id: Uuid) -> JobResult {
    Ok(store::kept::erase(tx, case_id).await?)
}

pub async fn tell(house: &House, tx: &mut Tx, asked: &Asked) -> Told {
    let ui = Ui::plain(asked.lang);
    let mut papers = Vec::new();
    for case_id in store::kept::cases_of(tx, asked.actor.human_id).await? {
        let Some(grant) = privacy::grant(tx, &asked.actor, (case_id, Class::Own), asked.now).await? else { continue };
        let rows = store::own_rows(tx, &grant).await?;
        let actions = acts::opened(tx, house, (case_id, rows)).await.map_err(|_| "the actions could not be opened")?;
        papers.extend(actions.iter().map(|action| paper(&ui, action)));
    }
    for case_id in store::kept::cases_beside(tx, asked.actor.human_id).await? {
        let Some(grant) = privacy::grant(tx, &asked.actor, (case_id, Class::Agreed), asked.now).await? else {
            continue;
        };
        let rows = proposed(tx, asked, &grant).await?;
        let actions = acts::opened(tx, house, (case_id, rows)).await.map_err(|_| "the actions could not be opened")?;
        papers.extend(actions.iter().map(|action| paper(&ui, action)));
    }
    if let Some(times) = store::reminders::times(tx, asked.actor.human_id).await? {
        let mut paper = Paper::new("reminders", ui.t("actions-reminders-title"));
        paper.line("hour", ui.t("actions-reminders-hour"), format!("{}.00", times.hour));
        let days = ui.t(&format!("actions-days-{}", times.days));
        paper.line("days", ui.t("actions-reminders-days"), days);
        papers.push(paper);
    }
    Ok(papers)
}

/// What the supervisor has proposed since they are the supervisor.
async fn proposed(tx: &mut Tx, asked: &Asked, grant: &Grant) -> Result<Vec<Row>, crate::db::Error> {
    let read = privacy::read_by(tx, std::slice::from_ref(grant), (Class::Agreed, grant.purpose())).await?;
    let Some(since) = read.iter().filter(|one| one.until > asked.now).map(|one| one.from).min() else {
        return Ok(Vec::new());
    };
    store::kept::proposed_rows(tx, grant, since).await
}

fn paper(ui: &Ui, action: &Action) -> Paper {
    let day = |at: Option<clock::Moment>| at.map(|at| clock::show_day(clock::day(at))).unwrap_or_default();
    let party = |party| ui.t(&format!("actions-party-{party}"));
    let mut paper = Paper::new("action", ui.t("actions-action"));
    paper.line("what", ui.t("actions-field-what"), action.what.clone());
    paper.line("owner", ui.t("actions-field-owner"), party(action.owner));
    paper.line("due_on", ui.t("actions-field-due"), clock::show_day(action.due_on));
    paper.line("proposed_by", ui.t("actions-proposed-by"), party(action.proposed_by));
    paper.line("state", ui.t("actions-state"), ui.t(&format!("actions-told-{}", action.state)));
    paper.line("agreed_at", ui.t("actions-told-agreed-on"), day(action.agreed_at));
    paper.line("done_at", ui.t("actions-told-done-on"), day(action.done_at));
    paper.line("dropped_at", ui.t("actions-told-dropped-on"), day(action.dropped_at));
    paper.line("reason", ui.t("actions-field-reason"), action.reason.clone().unwrap_or_default());
    paper
}
