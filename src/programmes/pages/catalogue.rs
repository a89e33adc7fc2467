//! The public catalogue and the page of a service: anyone may read, signed in or not.
use std::sync::Arc;

use askama::Template;
use axum::extract::Path;
use uuid::Uuid;

use super::shown::{self, Station, Told};
use crate::{
    clock::Moment,
    db::Tx,
    desk::Desk,
    programmes::{Blueprint, Round, StepFor, store},
    text::Lang,
    web::{Answer, Failure, Ui},
};

/// A service in the list.
pub(super) struct Offer {
    pub href: String,
    pub name: Told,
    pub summary: Told,
    pub when: String,
    pub open: bool,
}

#[derive(Template)]
#[template(path = "programmes/pages/catalogue.html")]
pub(super) struct Catalogue {
    pub ui: Ui,
    pub offers: Vec<Offer>,
}

pub async fn list(desk: Desk) -> Answer {
    let mut tx = desk.read().await?;
    let rounds = store::open_rounds(&mut tx).await?;
    let mut offers = Vec::new();
    for round in &rounds {
        let blueprint = store::blueprint_of(&mut tx, round).await?;
        offers.push(Offer {
            href: format!("/services/{}", round.id),
            name: shown::told(&round.name(), desk.lang),
            summary: shown::told(&blueprint.summary, desk.lang),
            when: shown::when(round, desk.now, desk.lang),
            open: round.takes_applications(desk.now),
        });
    }
    for line in store::latest_versions(&mut tx).await? {
        if rounds.iter().any(|round| round.programme_id == line.programme_id) {
            continue;
        }
        let blueprint = store::blueprint_version(&mut tx, line.id).await?;
        offers.push(Offer {
            href: format!("/services/{}", line.programme_id),
            name: shown::told(&blueprint.name, desk.lang),
            summary: shown::told(&blueprint.summary, desk.lang),
            when: desk.lang.t("programmes-when-none"),
            open: false,
        });
    }
    desk.page(&Catalogue { ui: desk.ui(), offers })
}

/// One line of "who does what".
pub(super) struct Task {
    pub name: String,
    pub responsible: String,
    pub accountable: String,
    pub consulted: String,
    pub informed: String,
}

/// What is kept and who sees it.
pub(super) struct Sight {
    pub what: String,
    pub who: String,
}

#[derive(Template)]
#[template(path = "programmes/pages/service.html")]
pub(super) struct ServicePage {
    pub ui: Ui,
    pub name: Told,
    pub summary: Told,
    pub about: Vec<Told>,
    pub falls_back: bool,
    pub aim: String,
    pub audience: String,
    pub rules: Vec<String>,
    /// The service is not offered any more.
    pub retired: bool,
    /// Where applying begins, empty when applications are not taken.
    pub begin: String,
    pub facts: Vec<(String, String)>,
    /// The seal of a lottery and where the draw is told; empty when there is none.
    pub seal: String,
    pub draw: String,
    pub sights: Vec<Sight>,
    pub stations: Vec<Station>,
    /// The supervisors' own path beside it.
    pub supervisors: Vec<Station>,
    /// What was taken for granted, or learnt and changed, and the review that says so.
    pub changes: Vec<String>,
    pub learnt_from: String,
    pub tasks: Vec<Task>,
    pub outcomes: Vec<String>,
}

pub async fn service(desk: Desk, Path(id): Path<Uuid>) -> Answer {
    let mut tx = desk.read().await?;
    let (round, blueprint) = found(&desk, &mut tx, id).await?;
    let retired = match &round {
        Some(_) => false,
        None => store::newest_of(&mut tx, id).await?.is_some_and(|line| line.retired_at.is_some()),
    };
    desk.page(&ServicePage { retired, ..page(desk.ui(), (round.as_ref(), &blueprint), desk.now) })
}

/// The round or programme of this id with what it runs. A planned round is for its coordinators only.
pub(super) async fn found(desk: &Desk, tx: &mut Tx, id: Uuid) -> Result<(Option<Round>, Arc<Blueprint>), Failure> {
    if let Some(round) = store::round(tx, id).await? {
        if !round.is_told_to(desk.maybe_actor()) {
            return Err(Failure::NotFound);
        }
        let blueprint = store::blueprint_of(tx, &round).await?;
        return Ok((Some(round), blueprint));
    }
    let line = store::newest_of(tx, id).await?.ok_or(Failure::NotFound)?;
    Ok((None, store::blueprint_version(tx, line.id).await?))
}

pub(super) fn page(ui: Ui, (round, blueprint): (Option<&Round>, &Blueprint), now: Moment) -> ServicePage {
    let lang = ui.lang;
    let open = round.filter(|round| round.takes_applications(now));
    let sealed = round.filter(|round| round.lottery_commitment.is_some());
    let begin = open.map_or_else(String::new, |round| {
        let first = if blueprint.precheck.is_empty() { "apply" } else { "precheck" };
        format!("/services/{}/{first}", round.id)
    });
    ServicePage {
        name: shown::told(&blueprint.name, lang),
        summary: shown::told(&blueprint.summary, lang),
        about: shown::paragraphs(&blueprint.description, lang),
        falls_back: shown::falls_back(blueprint, lang),
        aim: blueprint.aim.text.say(lang).to_owned(),
        audience: blueprint.audience.summary.say(lang).to_owned(),
        rules: blueprint.audience.rules.iter().map(|rule| rule.text.say(lang).to_owned()).collect(),
        retired: false,
        begin,
        facts: facts(round, blueprint, (now, lang)),
        seal: sealed.and_then(|round| round.lottery_commitment.clone()).unwrap_or_default(),
        draw: sealed.map(|round| format!("/services/{}/draw", round.id)).unwrap_or_default(),
        sights: blueprint
            .visibility
            .iter()
            .map(|sight| Sight { what: sight.what.say(lang).to_owned(), who: sight.who.say(lang).to_owned() })
            .collect(),
        stations: shown::stations(blueprint, lang, StepFor::is_of_case),
        supervisors: shown::stations(blueprint, lang, |who| who == StepFor::Supervisor),
        changes: blueprint.changes.iter().map(|change| change.say(lang).to_owned()).collect(),
        learnt_from: blueprint.learnt_from.as_ref().map(|review| review.say(lang).to_owned()).unwrap_or_default(),
        tasks: tasks(blueprint, lang),
        outcomes: blueprint.aim.outcomes.iter().map(|outcome| outcome.text.say(lang).to_owned()).collect(),
        ui,
    }
}

fn facts(round: Option<&Round>, blueprint: &Blueprint, (now, lang): (Moment, Lang)) -> Vec<(String, String)> {
    let mut facts = Vec::new();
    let part = round.map_or(blueprint.intake.supervisor_in_intake, |round| round.supervisor_part);
    let selection = round.map_or(blueprint.intake.selection, |round| round.selection);
    match round {
        Some(round) => {
            facts.push(("programmes-fact-round", round.name().say(lang).to_owned()));
            facts.push(("programmes-fact-dates", shown::when(round, now, lang)));
            facts.push(("programmes-fact-places", places(round, lang)));
        }
        None => facts.push(("programmes-fact-dates", lang.t("programmes-when-none"))),
    }
    facts.push(("programmes-fact-duration", blueprint.duration.say(lang).to_owned()));
    facts.push(("programmes-fact-where", blueprint.places.say(lang).to_owned()));
    facts.push(("programmes-fact-decides", blueprint.decides.say(lang).to_owned()));
    facts.push(("programmes-fact-selection", shown::selection(selection, lang)));
    facts.push(("programmes-fact-supervisor", shown::supervisor_part(part, lang)));
    facts.into_iter().map(|(key, words)| (lang.t(key), words)).collect()
}

fn places(round: &Round, lang: Lang) -> String {
    lang.t_with(
        "programmes-places",
        [("n", i64::from(round.places).into()), ("visits", i64::from(round.visits_per_package).into())],
    )
}

fn tasks(blueprint: &Blueprint, lang: Lang) -> Vec<Task> {
    let names = |keys: &[String]| {
        let names: Vec<&str> = keys.iter().filter_map(|key| blueprint.role(key)).map(|role| role.say(lang)).collect();
        if names.is_empty() { "–".to_owned() } else { names.join(", ") }
    };
    blueprint
        .responsibilities
        .iter()
        .map(|line| Task {
            name: line.task.say(lang).to_owned(),
            responsible: names(&line.responsible),
            accountable: names(std::slice::from_ref(&line.accountable)),
            consulted: names(&line.consulted),
            informed: names(&line.informed),
        })
        .collect()
}
