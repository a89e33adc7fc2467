//! Toimeksiannot: the provider's own cases in contract time, process facts alone, and the provider's coaches.
use std::collections::BTreeMap;

use askama::Template;
use axum::extract::Path;
use uuid::Uuid;

use super::{
    super::{
        Contract, open,
        store::{
            self,
            cases::{Case, CaseLine, ContractCase},
            contracts::Coach,
        },
    },
    contact::looks_like_address,
    take_rev,
    view::{self, Pick},
};
use crate::{
    clock,
    db::Tx,
    desk::{Desk, Posted},
    events::Event,
    ident,
    privacy::{self, Class, Edge, Human, Role},
    programmes::{self, Kickoff},
    signin,
    text::Text,
    web::{Answer, Check, Failure, Sheet, Ui},
};

/// A contract with its cases.
pub struct Part {
    pub contract: Contract,
    pub coaches: Vec<Coach>,
    pub cases: Vec<CaseLine>,
    /// The rounds of the cases, whose published reports have the provider's own numbers.
    pub rounds: Vec<(Uuid, Text)>,
}

#[derive(Template)]
#[template(path = "coaching/pages/assignments.html")]
pub struct AssignmentsPage {
    pub ui: Ui,
    pub parts_of: Vec<Part>,
}

pub async fn show(desk: Desk) -> Answer {
    let mut tx = desk.read().await?;
    let provider = desk.actor()?.organisation(Role::Provider).ok_or(Failure::NotFound)?;
    let coaches = store::contracts::coaches(&mut tx, provider).await?;
    let contracts = own_contracts(&desk, &mut tx).await?;
    let ids: Vec<Uuid> = contracts.iter().map(|contract| contract.id).collect();
    let grants = desk.may_each(&mut tx, &ids, Class::Service).await?;
    let cases = store::cases::cases_of_provider(&mut tx, &grants, provider).await?;
    let mut parts_of = Vec::new();
    for contract in contracts {
        let Some(grant) = grants.iter().find(|grant| grant.resource() == contract.id) else { continue };
        let cases: Vec<&ContractCase> = cases.iter().filter(|case| case.contract_id == contract.id).collect();
        desk.note(grant, &cases.iter().map(|case| case.line.person_id).collect::<Vec<_>>());
        let coaches = coaches.iter().filter(|coach| coach.contract_id == contract.id).cloned().collect();
        let cases_of = cases.iter().map(|case| case.line.clone()).collect();
        parts_of.push(Part { contract, coaches, cases: cases_of, rounds: rounds(&cases) });
    }
    desk.page(&AssignmentsPage { ui: desk.ui(), parts_of })
}

/// Each round of the cases once.
fn rounds(cases: &[&ContractCase]) -> Vec<(Uuid, Text)> {
    let named: BTreeMap<Uuid, Text> =
        cases.iter().filter_map(|case| Some((case.round_id, serde_json::from_str(&case.round_name).ok()?))).collect();
    named.into_iter().collect()
}

async fn own_contracts(desk: &Desk, tx: &mut Tx) -> Result<Vec<Contract>, Failure> {
    let provider = desk.actor()?.organisation(Role::Provider).ok_or(Failure::NotFound)?;
    Ok(store::contracts::contracts_of_provider(tx, provider, clock::day(desk.now)).await?)
}

#[derive(Template)]
#[template(path = "coaching/pages/assignment.html")]
pub struct AssignmentPage {
    pub ui: Ui,
    pub case: Case,
    pub name: String,
    pub state: String,
    pub coaches: Vec<Pick>,
    /// What was agreed at the round's kick-off.
    pub kickoff: Option<Kickoff>,
    pub sheet: Sheet,
}

/// A case of the provider's own, its contract and the coaches there are for it.
struct Assignment {
    case: Case,
    name: String,
    contract: Contract,
    coaches: Vec<Coach>,
}

async fn assignment(desk: &Desk, tx: &mut Tx, id: Uuid) -> Result<Assignment, Failure> {
    let grant = desk.grant(tx, id, Class::Service).await?;
    let (case, name) = store::cases::case_and_name(tx, &grant).await?;
    let provider = desk.actor()?.organisation(Role::Provider);
    let contract_id = case.contract_id.filter(|_| case.provider_id == provider).ok_or(Failure::NotFound)?;
    let contract = store::contracts::contract(tx, contract_id).await?.ok_or(Failure::NotFound)?;
    let mut coaches = store::contracts::coaches(tx, contract.provider_id).await?;
    coaches.retain(|coach| coach.contract_id == contract_id);
    desk.note(&grant, &[case.person_id]);
    Ok(Assignment { case, name, contract, coaches })
}

async fn assignment_page(desk: &Desk, tx: &mut Tx, of: Assignment, sheet: Sheet) -> Result<AssignmentPage, Failure> {
    let ui = desk.ui();
    let pick = |coach: &Coach| Pick {
        value: coach.human_id.to_string(),
        label: coach.name.clone(),
        hint: String::new(),
        chosen: of.case.coach_human_id == Some(coach.human_id),
    };
    Ok(AssignmentPage {
        name: of.name,
        state: view::coded(&ui, "coaching-state-", of.case.state.code()),
        coaches: of.coaches.iter().map(pick).collect(),
        kickoff: programmes::kickoff(tx, of.case.round_id).await?,
        case: of.case,
        sheet,
        ui,
    })
}

pub async fn one(desk: Desk, Path(id): Path<Uuid>) -> Answer {
    let mut tx = desk.read().await?;
    let of = assignment(&desk, &mut tx, id).await?;
    let page = assignment_page(&desk, &mut tx, of, Sheet::empty()).await?;
    desk.page(&page)
}

/// A coach is named, or changed: the path stays and the coach before sees nothing any more.
pub async fn name_coach(Path(id): Path<Uuid>, Posted { desk, words }: Posted) -> Answer {
    let mut act = desk.act(&words).await?;
    let of = assignment(&desk, &mut act, id).await?;
    let mut check = Check::new(desk.lang, &words);
    let coach = check.one_of("coach", "fault-coaching-coach", |words| {
        let human_id = Uuid::parse_str(words).ok()?;
        of.coaches.iter().find(|coach| coach.human_id == human_id).cloned()
    });
    let coach = match check.done(coach) {
        Ok(coach) => coach,
        Err(sheet) => {
            let page = assignment_page(&desk, &mut act, of, *sheet).await?;
            return desk.faulty(&page);
        }
    };
    take_rev(&mut act, id, &words).await?;
    let by = desk.actor()?.human_id;
    if of.case.coach_human_id != Some(coach.human_id) {
        open::name_coach(&mut act, &desk.house, (&of.case, &of.contract), (&coach, by)).await?;
    }
    desk.done(act, "/assignments?done=done-coaching-coach-named").await
}

#[derive(Template)]
#[template(path = "coaching/pages/new_coach.html")]
pub struct NewCoachPage {
    pub ui: Ui,
    pub contracts: Vec<Pick>,
    pub sheet: Sheet,
}

impl NewCoachPage {
    pub fn of(ui: Ui, contracts: &[Contract], sheet: Sheet) -> NewCoachPage {
        let pick = |contract: &Contract| Pick {
            value: contract.id.to_string(),
            label: contract.name.clone(),
            hint: String::new(),
            chosen: contracts.len() == 1 || sheet.chosen("contract", &contract.id.to_string()),
        };
        NewCoachPage { contracts: contracts.iter().map(pick).collect(), ui, sheet }
    }
}

pub async fn new_coach(desk: Desk) -> Answer {
    let contracts = own_contracts(&desk, &mut desk.read().await?).await?;
    desk.page(&NewCoachPage::of(desk.ui(), &contracts, Sheet::empty()))
}

/// A coach of the provider's own joins a contract; who is not known yet can sign in with the address from now on.
pub async fn add_coach(Posted { desk, words }: Posted) -> Answer {
    let mut act = desk.act(&words).await?;
    let contracts = own_contracts(&desk, &mut act).await?;
    let mut check = Check::new(desk.lang, &words);
    let name = check.text("name", "fault-missing");
    let address = check.text("address", "fault-missing").to_lowercase();
    if !address.is_empty() && !looks_like_address(&address) {
        check.fault("address", "fault-coaching-address");
    }
    let contract = check.one_of("contract", "fault-choose", |words| {
        let id = Uuid::parse_str(words).ok()?;
        contracts.iter().find(|contract| contract.id == id)
    });
    let contract = match check.done(contract) {
        Ok(contract) => contract,
        Err(sheet) => return desk.faulty(&NewCoachPage::of(desk.ui(), &contracts, *sheet)),
    };
    // Whoever is known by the address is not told to the provider: the list shows the name that was typed.
    let human = human_of(&desk, &mut act, (name.clone(), address)).await?;
    let coach = Coach { contract_id: contract.id, human_id: human.id, name };
    let period = (desk.now, Edge::open_end());
    signin::welcome(&mut act, &desk, human.id, ((contract.provider_id, Role::Coach), period)).await?;
    store::contracts::add_coach(&mut act, &coach, desk.actor()?.human_id, desk.now).await?;
    let event = Event::new("contract.coach_added", contract.id, contract.controller_id, desk.now);
    desk.event(&mut act, event.fact("coach", human.id.to_string())).await?;
    desk.done(act, "/assignments?done=done-coaching-coach-added").await
}

async fn human_of(desk: &Desk, tx: &mut Tx, (name, address): (String, String)) -> Result<Human, Failure> {
    if let Some(known) = privacy::human_by_address(tx, &address).await? {
        return Ok(known);
    }
    let human = Human {
        id: ident::at(desk.now),
        name,
        lang: desk.lang.code().to_owned(),
        address: Some(address),
        phone: None,
        password_hash: None,
    };
    privacy::add_human(tx, &human, desk.now).await?;
    Ok(human)
}
