//! What agreements keep of people, what is told to them of it, and how it is erased.
use super::{
    record::Agreement,
    store::kept,
    terms::{self, Terms},
};
use crate::{
    clock,
    coaching::three::Party,
    db::Tx,
    house::{
        House, JobResult,
        keeping::{Asked, Kept, Paper, Told},
    },
    privacy::{self, Class, Grant, vault::VaultError},
    web::Ui,
};
use uuid::Uuid;

/// Cases are found by coaching, whose key seals the words.
pub fn kept() -> Kept {
    Kept::part_of("coaching", |_, tx, id| Box::pin(erase(tx, id)))
}

async fn erase(tx: &mut Tx, case_id: Uuid) -> JobResult {
    Ok(kept::erase(tx, case_id).await?)
}

pub async fn tell(house: &House, tx: &mut Tx, asked: &Asked) -> Told {
    let (ui, mut papers) = (Ui::plain(asked.lang), Vec::new());
    for case_id in kept::cases_of(tx, asked.actor.human_id).await? {
        let Some(grant) = privacy::grant(tx, &asked.actor, (case_id, Class::Own), asked.now).await? else { continue };
        papers.extend(thoughts(house, tx, (&ui, &grant)).await?);
        for version in kept::versions(tx, &grant).await? {
            let aims = open(house, tx, (case_id, &version.sealed_aims)).await?;
            let timetable = open(house, tx, (case_id, &version.sealed_timetable)).await?;
            papers.push(paper(&ui, &version, (aims, timetable)));
        }
    }
    // Of another's coaching one's own words alone, for as long as one is of the three.
    for case_id in kept::cases_beside(tx, asked.actor.human_id).await? {
        let of_three = privacy::grant(tx, &asked.actor, (case_id, Class::Agreed), asked.now).await?;
        if let Some(grant) = of_three {
            papers.extend(thoughts(house, tx, (&ui, &grant)).await?);
        }
    }
    Ok(papers)
}

/// What whom the grant is for thought beforehand.
async fn thoughts(house: &House, tx: &mut Tx, (ui, grant): (&Ui, &Grant)) -> Result<Option<Paper>, VaultError> {
    let Some(thoughts) = kept::thoughts(tx, grant).await? else { return Ok(None) };
    let mut paper = Paper::new("preparation", ui.t("agreements-told-preparation"));
    paper.line("saved_at", ui.t("agreements-told-day"), ui.date(&thoughts.saved_at));
    let words = open(house, tx, (grant.resource(), &thoughts.sealed)).await?;
    paper.line("words", ui.t("agreements-told-words"), words);
    Ok(Some(paper))
}

fn paper(ui: &Ui, version: &Agreement, (aims, timetable): (String, String)) -> Paper {
    let mut paper = Paper::new("agreement", ui.t1("agreements-version", "n", version.version));
    let day = |at: Option<clock::Moment>| at.map(|at| ui.date(&at)).unwrap_or_default();
    paper.line("noted_at", ui.t("agreements-told-day"), ui.date(&version.noted_at));
    paper.line("aims", ui.t("agreements-aims"), aims);
    paper.line("timetable", ui.t("agreements-timetable"), timetable);
    paper.line("ends_on", ui.t("agreements-ends-on"), version.ends_on.map(clock::show_day).unwrap_or_default());
    let terms = Terms::read(&version.terms);
    let shares: Vec<String> = terms::shares(&version.shares).into_iter().map(|what| terms.label(ui, what)).collect();
    paper.line("shares", ui.t("agreements-told-shares"), shares.join(", "));
    for party in Party::ALL.iter().copied() {
        let label = ui.t(&format!("agreements-told-{party}"));
        paper.line(&format!("confirmed_by_{party}"), label, day(version.confirmed_by(party)));
    }
    paper
}

/// The words; none when they have been erased.
async fn open(house: &House, tx: &mut Tx, (case_id, sealed): (Uuid, &[u8])) -> Result<String, VaultError> {
    if sealed.is_empty() {
        return Ok(String::new());
    }
    match house.vault.open(tx, case_id, sealed).await {
        Err(VaultError::Erased(_)) => Ok(String::new()),
        other => other,
    }
}
