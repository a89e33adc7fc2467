//! What measures keep of people, what is told to them of it, and how it is erased: the numbers stay, nobody's any more.
use data_encoding::BASE64;
use uuid::Uuid;

use super::{ask, steps, store};
use crate::{
    clock,
    db::Tx,
    forms::Answers,
    house::{
        House, JobResult,
        keeping::{Asked, Kept, Paper, Told},
    },
    ident,
    privacy::{self, Class, Grant, vault::VaultError},
    programmes,
    web::Ui,
};

pub fn kept() -> Kept {
    Kept {
        class: "measures",
        find: |tx, scope, at_most| Box::pin(store::kept::closed(tx, scope, at_most)),
        erase: |_, tx, id| Box::pin(erase(tx, id)),
    }
}

async fn erase(tx: &mut Tx, case_id: Uuid) -> JobResult {
    Ok(store::kept::unlink(tx, case_id, ident::random()).await?)
}

pub async fn tell(house: &House, tx: &mut Tx, asked: &Asked) -> Told {
    let mut papers = Vec::new();
    for case_id in store::kept::cases_of(tx, asked.actor.human_id).await? {
        if let Some(grant) = privacy::grant(tx, &asked.actor, (case_id, Class::Own), asked.now).await? {
            of_case(house, tx, (asked, &grant), &mut papers).await?;
        }
    }
    Ok(papers)
}

async fn of_case(
    house: &House,
    tx: &mut Tx,
    (asked, grant): (&Asked, &Grant),
    papers: &mut Vec<Paper>,
) -> Result<(), Box<dyn std::error::Error + Send + Sync>> {
    let ui = Ui::plain(asked.lang);
    let (measures, outcomes) = (store::kept::measures(tx, grant).await?, store::kept::outcomes(tx, grant).await?);
    let round_id = measures.first().map(|one| one.round_id).or(outcomes.first().map(|one| one.round_id));
    let Some(round_id) = round_id else { return Ok(()) };
    let Some(round) = programmes::round(tx, round_id).await? else { return Ok(()) };
    let blueprint = programmes::blueprint_of(tx, &round).await?;
    for measure in measures {
        let Some(instrument) = blueprint.instrument(&measure.instrument_key) else { continue };
        let step = blueprint.step(&measure.step_key);
        let title = step.map_or(&instrument.name, |step| &step.name);
        let mut paper = Paper::new("measure", ui.say(title).to_owned());
        paper.line("answered_on", ui.t("surveys-told-answered"), clock::show_day(measure.answered_on));
        for (key, score) in &serde_json::from_str::<std::collections::BTreeMap<String, f64>>(&measure.scores)? {
            paper.line(&format!("score_{key}"), format!("{} ({key})", ui.t("surveys-told-score")), ui.number(score, 2));
        }
        let bytes = BASE64.decode(measure.answers.as_bytes())?;
        let answers = match house.vault.open(tx, grant.resource(), &bytes).await {
            Ok(words) => Answers::of_json(&words),
            Err(VaultError::Erased(_)) => Answers::default(),
            Err(error) => return Err(error.into()),
        };
        for question in instrument.all_questions() {
            paper.line(&question.key, ui.say(&question.text).to_owned(), steps::said(&question, &answers, &ui));
        }
        papers.push(paper);
    }
    for outcome in outcomes {
        let Some(step) = blueprint.step(&outcome.at_point) else { continue };
        let mut paper = Paper::new("outcome", ui.say(&step.name).to_owned());
        paper.line("answered_on", ui.t("surveys-told-answered"), clock::show_day(outcome.answered_on));
        let instrument = step.instrument.as_deref().and_then(|key| blueprint.instrument(key));
        if let Some(question) = instrument.and_then(ask::outcome_question) {
            let mut answers = Answers::default();
            answers.set(&question.key, Some(crate::forms::Answer::Keys(vec![outcome.kind])));
            paper.line("kind", ui.say(&question.text).to_owned(), steps::said(question, &answers, &ui));
        }
        papers.push(paper);
    }
    Ok(())
}
