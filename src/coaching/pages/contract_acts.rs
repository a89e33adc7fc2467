//! What is done to a contract: its requirements are recorded as met, its terms change, it ends before its time.
use askama::Template;
use axum::extract::Path;
use uuid::Uuid;

use super::{
    super::{
        Contract, ContractEnd, contract_end, open,
        store::{self, contracts::Fulfilled},
    },
    contracts::{self, county},
    view::{self, Pick},
};
use crate::{
    clock,
    db::Tx,
    desk::{Act, Desk, Posted},
    events::Event,
    privacy::Class,
    programmes,
    text::Text,
    web::{Answer, Check, Failure, Sheet, Ui, Words},
};

/// Something that a service asks of its provider.
pub struct Requirement {
    pub key: String,
    pub text: Text,
    pub met: Option<Fulfilled>,
}

/// What the services of the contract's round, or of all the organisation's rounds, ask of a provider.
pub async fn requirements(
    tx: &mut Tx,
    contract: &Contract,
    mut met: Vec<Fulfilled>,
) -> Result<Vec<Requirement>, Failure> {
    let mut found: Vec<Requirement> = Vec::new();
    for round in programmes::rounds_of(tx, contract.controller_id).await? {
        if contract.round_id.is_some_and(|own| own != round.id) {
            continue;
        }
        for asked in &programmes::blueprint_of(tx, &round).await?.provider.requirements {
            if found.iter().all(|known| known.key != asked.key) {
                let at = met.iter().position(|met| met.requirement_key == asked.key);
                let met = at.map(|at| met.swap_remove(at));
                found.push(Requirement { key: asked.key.clone(), text: asked.text.clone(), met });
            }
        }
    }
    Ok(found)
}

/// A contract of the reader's own that has not ended.
async fn own(desk: &Desk, tx: &mut Tx, id: Uuid) -> Result<Contract, Failure> {
    desk.grant(tx, id, Class::Service).await?;
    let contract = store::contracts::contract(tx, id).await?.ok_or(Failure::NotFound)?;
    if contract.controller_id != county(desk)? {
        return Err(Failure::NotFound);
    }
    if contract.ended_at.is_some() { Err(Failure::Refused("conflict-coaching-contract-ended")) } else { Ok(contract) }
}

fn rev(words: &Words) -> Result<i64, Failure> {
    words.get("rev").parse().map_err(|_| Failure::Conflict("conflict-changed"))
}

async fn take_rev(tx: &mut Tx, id: Uuid, words: &Words) -> Result<(), Failure> {
    let taken = store::contracts::take_rev(tx, id, rev(words)?).await?;
    if taken { Ok(()) } else { Err(Failure::Conflict("conflict-changed")) }
}

/// Each chosen requirement is recorded as met, by whom and when; coachings that waited for this are placed.
pub async fn record_met(Path(id): Path<Uuid>, Posted { desk, words }: Posted) -> Answer {
    let mut act = desk.act(&words).await?;
    let contract = own(&desk, &mut act, id).await?;
    take_rev(&mut act, id, &words).await?;
    let met = store::contracts::met(&mut act, id).await?;
    let known = requirements(&mut act, &contract, met).await?;
    let chosen = words.all("met");
    let (by, name) = (desk.actor()?.human_id, desk.actor()?.name.clone());
    for one in known.iter().filter(|one| chosen.contains(&one.key.as_str())) {
        if store::contracts::add_met(&mut act, id, &one.key, (by, &name, desk.now)).await? {
            let event = Event::new("contract.requirement_met", id, contract.controller_id, desk.now);
            desk.event(&mut act, event.fact("requirement", one.key.as_str())).await?;
        }
    }
    place_waiting(&desk, &mut act, &contract).await?;
    desk.done(act, &format!("/contracts/{id}?done=done-coaching-requirements")).await
}

/// Cases without a contract are placed under this one, as far as it takes them.
pub async fn place_waiting(desk: &Desk, act: &mut Act, contract: &Contract) -> Result<(), Failure> {
    for case in store::cases::unplaced(act, contract.controller_id).await? {
        let now = store::contracts::contract(act, contract.id).await?.ok_or(Failure::NotFound)?;
        open::place(act, &case, (&[now], contract.visits_per_package), desk.now).await?;
    }
    Ok(())
}

#[derive(Template)]
#[template(path = "coaching/pages/contract_change.html")]
pub struct ChangePage {
    pub ui: Ui,
    pub id: Uuid,
    pub rev: i64,
    pub name: String,
    pub sheet: Sheet,
}

pub async fn ask_change(desk: Desk, Path(id): Path<Uuid>) -> Answer {
    let contract = own(&desk, &mut desk.read().await?, id).await?;
    let yes = |is: bool| if is { "yes".to_owned() } else { String::new() };
    let sheet = Sheet::filled([
        ("name", contract.name.clone()),
        ("starts_on", clock::show_day(contract.starts_on)),
        ("ends_on", clock::show_day(contract.ends_on)),
        ("packages", contract.packages.to_string()),
        ("visits", contract.visits_per_package.to_string()),
        ("returns_unused", yes(contract.returns_unused)),
        ("no_show_uses_visit", yes(contract.no_show_uses_visit)),
    ]);
    desk.page(&ChangePage { ui: desk.ui(), id, rev: contract.rev, name: contract.name, sheet })
}

/// Name, days, packages and terms change; access follows the last day.
pub async fn change(Path(id): Path<Uuid>, Posted { desk, words }: Posted) -> Answer {
    let mut act = desk.act(&words).await?;
    let before = own(&desk, &mut act, id).await?;
    let mut check = Check::new(desk.lang, &words);
    let terms = contracts::terms(&mut check, &words);
    if terms.as_ref().is_some_and(|terms| terms.packages * terms.visits < before.visits_given) {
        check.fault("packages", "fault-coaching-packages-given");
    }
    if terms.as_ref().is_some_and(|terms| terms.ends_on < clock::day(desk.now)) {
        check.fault("ends_on", "fault-coaching-ends-before-today");
    }
    let terms = match check.done(terms) {
        Ok(terms) => terms,
        Err(sheet) => {
            let page = ChangePage { ui: desk.ui(), id, rev: before.rev, name: before.name, sheet: *sheet };
            return desk.faulty(&page);
        }
    };
    let after = terms.on(Contract { rev: rev(&words)?, ..before.clone() });
    if !store::contracts::change(&mut act, &after).await? {
        return Err(Failure::Conflict("conflict-changed"));
    }
    let event = Event::new("contract.changed", id, before.controller_id, desk.now)
        .fact("ends_on", after.ends_on.to_string())
        .fact("visits", after.bought());
    let because_event = desk.event(&mut act, event).await?;
    contract_end::follow(&mut act, (&before, &after), (desk.now, because_event)).await?;
    place_waiting(&desk, &mut act, &after).await?;
    desk.done(act, &format!("/contracts/{id}?done=done-coaching-contract-changed")).await
}

#[derive(Template)]
#[template(path = "coaching/pages/contract_end.html")]
pub struct EndPage {
    pub ui: Ui,
    pub id: Uuid,
    pub rev: i64,
    pub name: String,
    pub reasons: Vec<Pick>,
    pub sheet: Sheet,
}

impl EndPage {
    pub fn of(ui: Ui, contract: &Contract, sheet: Sheet) -> EndPage {
        let pick = |reason: &ContractEnd| Pick {
            value: reason.code().to_owned(),
            label: view::coded(&ui, "coaching-contract-end-", reason.code()),
            hint: String::new(),
            chosen: sheet.chosen("reason", reason.code()),
        };
        let reasons = ContractEnd::ALL.iter().map(pick).collect();
        EndPage { ui, id: contract.id, rev: contract.rev, name: contract.name.clone(), reasons, sheet }
    }
}

pub async fn ask_end(desk: Desk, Path(id): Path<Uuid>) -> Answer {
    let contract = own(&desk, &mut desk.read().await?, id).await?;
    desk.page(&EndPage::of(desk.ui(), &contract, Sheet::empty()))
}

/// The contract ends now, with its reason.
pub async fn end(Path(id): Path<Uuid>, Posted { desk, words }: Posted) -> Answer {
    let mut act = desk.act(&words).await?;
    let contract = own(&desk, &mut act, id).await?;
    let mut check = Check::new(desk.lang, &words);
    let reason = check.one_of("reason", "fault-choose", ContractEnd::read);
    let reason = match check.done(reason) {
        Ok(reason) => reason,
        Err(sheet) => return desk.faulty(&EndPage::of(desk.ui(), &contract, *sheet)),
    };
    take_rev(&mut act, id, &words).await?;
    contract_end::end(&mut act, &desk.house, &contract, (reason, desk.actor()?.human_id)).await?;
    desk.done(act, &format!("/contracts/{id}?done=done-coaching-contract-ended")).await
}
