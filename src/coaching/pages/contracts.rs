//! The coordinator's contracts with providers: what was bought, who coaches, how far the cases are.
use askama::Template;
use axum::extract::Path;
use chrono::NaiveDate;
use uuid::Uuid;

use super::{
    super::{
        Contract,
        store::{self, cases::CaseLine, contracts::Coach},
    },
    contract_acts::{self, Requirement},
    view::{self, Pick},
};
use crate::{
    clock,
    db::Tx,
    desk::{Act, Desk, Posted},
    events::Event,
    ident,
    people::{self, Organisation, OrganisationKind},
    privacy::{self, Class, Edge, Purpose, Reader, Role},
    programmes::{self, Round},
    web::{Answer, Check, Failure, Sheet, Ui, Words},
};

/// A contract in the list, with the provider's name.
pub struct Line {
    pub contract: Contract,
    pub provider: String,
}

#[derive(Template)]
#[template(path = "coaching/pages/contracts.html")]
pub struct ContractsPage {
    pub ui: Ui,
    pub lines: Vec<Line>,
    /// Cases that wait for a contract.
    pub unplaced: i64,
}

pub fn county(desk: &Desk) -> Result<Uuid, Failure> {
    desk.actor()?.organisation(Role::Coordinator).ok_or(Failure::NotFound)
}

pub async fn list(desk: Desk) -> Answer {
    let mut tx = desk.read().await?;
    let controller = county(&desk)?;
    let contracts = store::contracts::contracts_of_controller(&mut tx, controller).await?;
    let unplaced = store::cases::unplaced(&mut tx, controller).await?.len();
    let unplaced = i64::try_from(unplaced).unwrap_or(i64::MAX);
    let mut lines = Vec::new();
    for contract in contracts {
        let provider = people::organisation(&mut tx, contract.provider_id).await?;
        lines.push(Line { provider: provider.map(|provider| provider.name).unwrap_or_default(), contract });
    }
    desk.page(&ContractsPage { ui: desk.ui(), lines, unplaced })
}

#[derive(Template)]
#[template(path = "coaching/pages/contract.html")]
pub struct ContractPage {
    pub ui: Ui,
    pub line: Line,
    pub coaches: Vec<Coach>,
    pub cases: Vec<CaseLine>,
    /// When and why it ended before its time; empty when it did not.
    pub ended: String,
    /// What is met, with by whom and when.
    pub met: Vec<(String, String)>,
    pub unmet: Vec<Pick>,
}

impl ContractPage {
    pub fn of(
        ui: Ui,
        line: Line,
        (coaches, cases): (Vec<Coach>, Vec<CaseLine>),
        requirements: &[Requirement],
    ) -> ContractPage {
        let said = |one: &Requirement| ui.say(&one.text).to_owned();
        let met = requirements.iter().filter_map(|one| {
            let met = one.met.as_ref()?;
            Some((said(one), format!("{} · {}", met.met_by_name, ui.date(&met.met_at))))
        });
        let pick =
            |one: &Requirement| Pick { value: one.key.clone(), label: said(one), hint: String::new(), chosen: false };
        let ended = line.contract.ended_at.zip(line.contract.end_reason);
        ContractPage {
            ended: ended
                .map(|(at, why)| {
                    format!("{}: {}", ui.moment(&at), view::coded(&ui, "coaching-contract-end-", why.code()))
                })
                .unwrap_or_default(),
            met: met.collect(),
            unmet: requirements.iter().filter(|one| one.met.is_none()).map(pick).collect(),
            ui,
            line,
            coaches,
            cases,
        }
    }
}

pub async fn show(desk: Desk, Path(id): Path<Uuid>) -> Answer {
    let mut tx = desk.read().await?;
    let grant = desk.grant(&mut tx, id, Class::Service).await?;
    let found = store::contracts::contract_and_provider(&mut tx, id).await?;
    let (contract, provider) = found.ok_or(Failure::NotFound)?;
    let (coaches, met) = store::contracts::coaches_and_met(&mut tx, id).await?;
    let requirements = contract_acts::requirements(&mut tx, &contract, met).await?;
    let cases = store::cases::cases_of_contract(&mut tx, &grant).await?;
    desk.note(&grant, &cases.iter().map(|case| case.person_id).collect::<Vec<_>>());
    let line = Line { contract, provider };
    desk.page(&ContractPage::of(desk.ui(), line, (coaches, cases), &requirements))
}

#[derive(Template)]
#[template(path = "coaching/pages/new_contract.html")]
pub struct NewContractPage {
    pub ui: Ui,
    pub providers: Vec<Pick>,
    pub rounds: Vec<Pick>,
    pub sheet: Sheet,
}

impl NewContractPage {
    pub fn of(ui: Ui, providers: &[Organisation], rounds: &[Round], sheet: Sheet) -> NewContractPage {
        let provider = |organisation: &Organisation| Pick {
            value: organisation.id.to_string(),
            label: organisation.name.clone(),
            hint: organisation.business_id.clone().unwrap_or_default(),
            chosen: sheet.chosen("provider", &organisation.id.to_string()),
        };
        let round = |round: &Round| Pick {
            value: round.id.to_string(),
            label: ui.say(&round.name()).to_owned(),
            hint: String::new(),
            chosen: sheet.chosen("round", &round.id.to_string()),
        };
        NewContractPage {
            providers: providers.iter().map(provider).collect(),
            rounds: rounds.iter().map(round).collect(),
            ui,
            sheet,
        }
    }
}

/// What there is to choose from: companies and schools, and the organisation's own rounds.
async fn choices(tx: &mut Tx, controller: Uuid) -> Result<(Vec<Organisation>, Vec<Round>), Failure> {
    let mut providers = people::organisations(tx).await?;
    providers.retain(|one| matches!(one.kind, OrganisationKind::Company | OrganisationKind::School));
    Ok((providers, programmes::rounds_of(tx, controller).await?))
}

pub async fn ask(desk: Desk) -> Answer {
    let (providers, rounds) = choices(&mut desk.read().await?, county(&desk)?).await?;
    let sheet = Sheet::filled([("returns_unused", "yes".into()), ("no_show_uses_visit", "yes".into())]);
    desk.page(&NewContractPage::of(desk.ui(), &providers, &rounds, sheet))
}

pub async fn create(Posted { desk, words }: Posted) -> Answer {
    let mut act = desk.act(&words).await?;
    let controller = county(&desk)?;
    let (providers, rounds) = choices(&mut act, controller).await?;
    let contract = match read(&desk, &words, (&providers, &rounds)) {
        Ok(contract) => contract,
        Err(sheet) => return desk.faulty(&NewContractPage::of(desk.ui(), &providers, &rounds, *sheet)),
    };
    store::contracts::insert_contract(&mut act, &contract, desk.now).await?;
    open_to_readers(&desk, &mut act, &contract).await?;
    contract_acts::place_waiting(&desk, &mut act, &contract).await?;
    desk.done(act, &format!("/contracts/{}?done=done-coaching-contract", contract.id)).await
}

fn read(desk: &Desk, words: &Words, (providers, rounds): (&[Organisation], &[Round])) -> Result<Contract, Box<Sheet>> {
    let mut check = Check::new(desk.lang, words);
    let provider = check.one_of("provider", "fault-choose", |words| {
        providers.iter().find(|provider| provider.id.to_string() == words).map(|provider| provider.id)
    });
    let round = words.get("round");
    let round_id = rounds.iter().find(|one| one.id.to_string() == round).map(|one| one.id);
    if !round.is_empty() && round_id.is_none() {
        check.fault("round", "fault-choose");
    }
    let terms = terms(&mut check, words);
    let contract = provider.zip(terms).map(|(provider_id, terms)| {
        terms.on(Contract {
            id: ident::at(desk.now),
            controller_id: county(desk).unwrap_or_default(),
            provider_id,
            round_id,
            name: String::new(),
            starts_on: clock::day(desk.now),
            ends_on: clock::day(desk.now),
            packages: 0,
            visits_per_package: 0,
            visits_given: 0,
            returns_unused: false,
            no_show_uses_visit: false,
            requirements_met_by: None,
            requirements_met_at: None,
            ended_at: None,
            end_reason: None,
            rev: 0,
        })
    });
    check.done(contract)
}

/// What can be changed of a contract.
pub struct Terms {
    name: String,
    starts_on: NaiveDate,
    pub ends_on: NaiveDate,
    pub packages: i32,
    /// In a package.
    pub visits: i32,
    returns_unused: bool,
    no_show_uses_visit: bool,
}

impl Terms {
    /// The contract with these terms.
    pub fn on(self, contract: Contract) -> Contract {
        Contract {
            name: self.name,
            starts_on: self.starts_on,
            ends_on: self.ends_on,
            packages: self.packages,
            visits_per_package: self.visits,
            returns_unused: self.returns_unused,
            no_show_uses_visit: self.no_show_uses_visit,
            ..contract
        }
    }
}

pub fn terms(check: &mut Check<'_>, words: &Words) -> Option<Terms> {
    let name = check.text("name", "fault-missing");
    let (starts_on, ends_on) = (check.day("starts_on"), check.day("ends_on"));
    if starts_on.zip(ends_on).is_some_and(|(from, to)| to < from) {
        check.fault("ends_on", "fault-coaching-period");
    }
    let (packages, visits) = (check.number("packages", 1..=10_000), check.number("visits", 1..=50));
    let small = |number: i64| i32::try_from(number).unwrap_or_default();
    Some(Terms {
        name,
        starts_on: starts_on?,
        ends_on: ends_on?,
        packages: small(packages?),
        visits: small(visits?),
        returns_unused: words.has("returns_unused"),
        no_show_uses_visit: words.has("no_show_uses_visit"),
    })
}

/// The coordinators read the contract, and the provider until it ends.
async fn open_to_readers(desk: &Desk, act: &mut Act, contract: &Contract) -> Result<(), Failure> {
    let event = Event::new("contract.made", contract.id, contract.controller_id, desk.now)
        .fact("provider", contract.provider_id.to_string())
        .fact("visits", contract.bought());
    let because_event = desk.event(act, event).await?;
    for (organisation, role, purpose, until) in [
        (contract.controller_id, Role::Coordinator, Purpose::Administration, Edge::open_end()),
        (contract.provider_id, Role::Provider, Purpose::ServiceDelivery, contract.over_at()),
    ] {
        let edge = Edge {
            reader: Reader::Seat(privacy::seat_id(organisation, role)),
            resource: contract.id,
            class: Class::Service,
            purpose,
            from: desk.now,
            until,
            because_event,
            controller_id: contract.controller_id,
        };
        privacy::open_edge(act, &edge).await?;
    }
    Ok(())
}
