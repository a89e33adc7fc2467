//! What goals keep of people, what is told to them of it, and how it goes.
use uuid::Uuid;

use super::{acts, goal::Goal, shown, store};
use crate::{
    clock,
    db::Tx,
    house::{
        House, JobResult,
        keeping::{Asked, Kept, Paper, Told},
    },
    privacy::{self, Class},
    programmes::{self, blueprint::Goals},
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
    let mut papers = Vec::new();
    let ui = Ui::plain(asked.lang);
    for (case_id, blueprint_id) in store::kept::cases_of(tx, asked.actor.human_id).await? {
        let Some(grant) = privacy::grant(tx, &asked.actor, (case_id, Class::Own), asked.now).await? else { continue };
        let Some(terms) = programmes::blueprint_version(tx, blueprint_id).await?.goals.clone() else { continue };
        let rows = store::own_rows(tx, &grant).await?;
        let plan = acts::gathered(tx, house, (case_id, rows)).await.map_err(|_| "the goals could not be opened")?;
        papers.extend(plan.goals.iter().map(|goal| paper(&ui, &terms, goal)));
    }
    Ok(papers)
}

fn paper(ui: &Ui, terms: &Goals, goal: &Goal) -> Paper {
    let mut paper = Paper::new("goal", ui.t("goals-goal"));
    paper.line("words", ui.t("goals-field-words"), goal.written.words.clone());
    for (at, words) in goal.written.levels.iter().enumerate() {
        paper.line(&format!("level_{at}"), shown::level(ui, at), words.clone());
    }
    let agreed = goal.agreed_at.map(|at| clock::show_day(clock::day(at))).unwrap_or_default();
    paper.line("agreed_at", ui.t("goals-told-agreed"), agreed);
    for rating in &goal.ratings {
        let occasion = terms.occasions.iter().find(|one| one.key == rating.occasion);
        let label = occasion.map_or(rating.occasion.as_str(), |one| ui.say(&one.text));
        let who = ui.t(&format!("goals-party-{}", rating.party));
        let key = format!("{}_{}", rating.occasion, rating.party);
        paper.line(&key, format!("{who}, {label}"), shown::words(ui, goal.form, rating.rating));
    }
    paper
}
