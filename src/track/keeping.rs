//! What the track keeps of a supervisor, what is told of it to them, and how it is erased: the numbers stay, nobody's.
use uuid::Uuid;

use super::{pages, store};
use crate::{
    clock,
    db::Tx,
    forms::Answers,
    house::{
        House, JobResult,
        keeping::{Asked, Kept, Paper, Told},
    },
    ident,
    privacy::{self, Class, vault::VaultError},
    programmes,
    text::Text,
    web::Ui,
};

pub fn kept() -> Kept {
    Kept {
        class: "supervisors",
        find: |tx, scope, at_most| Box::pin(store::kept::closed(tx, scope, at_most)),
        erase: |house, tx, id| Box::pin(erase(house, tx, id)),
    }
}

/// The key of the answers is destroyed, and what ties the numbers to the supervisor goes too.
async fn erase(house: &House, tx: &mut Tx, member_id: Uuid) -> JobResult {
    house.vault.erase(tx, member_id).await?;
    Ok(store::kept::erase(tx, member_id, (ident::random(), Vec::new())).await?)
}

pub async fn tell(house: &House, tx: &mut Tx, asked: &Asked) -> Told {
    let ui = Ui::plain(asked.lang);
    let mut papers = Vec::new();
    for place in store::kept::places(tx, asked.actor.human_id).await? {
        let round: Text = serde_json::from_str(&place.name).unwrap_or_else(|_| Text::same(place.name.clone()));
        let mut paper = Paper::new("supervisor_track", format!("{}: {}", ui.t("track-title"), ui.say(&round)));
        let day = |at: Option<clock::Moment>| at.map(|at| ui.moment(&at)).unwrap_or_default();
        paper.line("cannot_come", ui.t("track-cannot-come"), day(place.cannot_come_at));
        let presence = place.attended.map(|one| ui.t(pages::presence(one))).unwrap_or_default();
        paper.line("attended", ui.t("track-workshop-title"), presence);
        for meeting in store::kept::meetings(tx, place.member_id).await? {
            let words = format!("{} · {}", ui.moment(&meeting.starts_at), meeting.place);
            paper.line("guidance", ui.t("track-guidance-title"), words);
        }
        for talks in store::kept::talks(tx, place.member_id).await? {
            let words = ui.t2("track-talks-of", ("n", "of"), talks, super::path::TALKS);
            paper.line("sparring", ui.t("track-pair-title"), words);
        }
        papers.push(paper);
        if let Some(grant) = privacy::grant(tx, &asked.actor, (place.member_id, Class::Own), asked.now).await? {
            measures(house, tx, (&ui, &grant, place.blueprint_id), &mut papers).await?;
        }
    }
    Ok(papers)
}

async fn measures(
    house: &House,
    tx: &mut Tx,
    (ui, grant, blueprint_id): (&Ui, &privacy::Grant, Uuid),
    papers: &mut Vec<Paper>,
) -> Result<(), Box<dyn std::error::Error + Send + Sync>> {
    let blueprint = programmes::blueprint_version(tx, blueprint_id).await?;
    for measure in store::measures::measures(tx, grant).await? {
        let Some(instrument) = blueprint.instrument(&measure.instrument_key) else { continue };
        let answers = match house.vault.open(tx, grant.resource(), &measure.sealed).await {
            Ok(words) => Answers::of_json(&words),
            Err(VaultError::Erased(_)) => Answers::default(),
            Err(error) => return Err(error.into()),
        };
        let mut paper = Paper::new("measure", ui.say(&instrument.name).to_owned());
        let answered = clock::show_day(measure.answered_on);
        paper.line("answered_on", ui.t("track-told-answered"), answered);
        for (statement, words) in pages::lines(ui, instrument, &answers) {
            paper.line("answer", statement, words);
        }
        papers.push(paper);
    }
    Ok(())
}
