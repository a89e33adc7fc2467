//! What applications keep of people, what is told to them of it, and how it is erased.
use uuid::Uuid;

use super::{
    State,
    pages::shown,
    store::{self, kept::Own},
};
use crate::{
    clock,
    db::Tx,
    forms::Answers,
    house::{
        House, JobResult,
        keeping::{Asked, Kept, Paper, Told},
    },
    privacy::{self, Class},
    programmes,
};

pub fn kept() -> Kept {
    Kept {
        class: "applications",
        find: |tx, scope, at_most| Box::pin(store::kept::closed(tx, scope, at_most)),
        erase: |house, tx, id| Box::pin(erase(house, tx, id)),
    }
}

async fn erase(house: &House, tx: &mut Tx, id: Uuid) -> JobResult {
    Ok(store::kept::erase(tx, id, house.clock.now()).await?)
}

pub async fn tell(tx: &mut Tx, asked: &Asked) -> Told {
    let mut papers = Vec::new();
    for own in store::kept::of_human(tx, asked.actor.human_id).await? {
        if privacy::grant(tx, &asked.actor, (own.id, Class::Own), asked.now).await?.is_some() {
            papers.push(paper(tx, asked, &own).await?);
        }
    }
    papers.extend(told_of_invitations(tx, asked).await?);
    Ok(papers)
}

async fn told_of_invitations(tx: &mut Tx, asked: &Asked) -> Result<Vec<Paper>, crate::db::Error> {
    let mut papers = Vec::new();
    for own in store::invitations::own(tx, asked.actor.human_id).await? {
        let round = programmes::round(tx, own.round_id).await?;
        let name = round.map(|round| round.name().say(asked.lang).to_owned()).unwrap_or_default();
        let title = format!("{}: {name}", asked.lang.t("intake-invitation"));
        let mut paper = Paper::new("invitation", title);
        let state = shown::word(asked.lang, "intake-invitation-state", own.state.code());
        paper.line("state", asked.lang.t("intake-told-state"), state);
        let day = clock::show_day(clock::day(own.invited_at));
        paper.line("invited_at", asked.lang.t("intake-invitation-invited-at"), day);
        paper.line("unit", asked.lang.t("intake-told-unit"), own.unit_name);
        papers.push(paper);
    }
    Ok(papers)
}

async fn paper(tx: &mut Tx, asked: &Asked, own: &Own) -> Result<Paper, crate::db::Error> {
    let lang = asked.lang;
    let round = programmes::round(tx, own.round_id).await?;
    let name = round.as_ref().map(|round| round.name().say(lang).to_owned()).unwrap_or_default();
    let mut paper = Paper::new("application", format!("{}: {name}", lang.t("intake-told-application")));
    let state =
        State::read(&own.state).map(|state| lang.t(&format!("intake-state-{}", state.code().replace('_', "-"))));
    paper.line("state", lang.t("intake-told-state"), state.unwrap_or_default());
    for (key, at) in
        [("submitted_at", own.submitted_at), ("decided_at", own.decided_at), ("erased_at", own.contents_erased_at)]
    {
        let day = at.map(|at| clock::show_day(clock::day(at))).unwrap_or_default();
        paper.line(key, lang.t(&format!("intake-told-{}", key.replace('_', "-"))), day);
    }
    for (key, words) in [("unit", &own.unit_name), ("service_area", &own.service_area), ("title", &own.title)] {
        paper.line(key, lang.t(&format!("intake-told-{}", key.replace('_', "-"))), words.as_str());
    }
    if let Some(round) = &round {
        let blueprint = programmes::blueprint_of(tx, round).await?;
        for one in shown::answered(&blueprint.intake.questions, &Answers::of_json(&own.answers), lang) {
            paper.line(&one.key, one.question, one.lines.join("\n"));
        }
    }
    for (key, words) in [
        ("support_words", &own.support_words),
        ("look_words", &own.look_words),
        ("check_words", &own.check_words),
        ("reason", &own.reason),
    ] {
        let label = lang.t(&format!("intake-told-{}", key.replace('_', "-")));
        paper.line(key, label, words.clone().unwrap_or_default());
    }
    Ok(paper)
}
