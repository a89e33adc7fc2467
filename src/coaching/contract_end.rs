//! A contract whose days change, or that ends before its time: access follows at that moment, and whose coaching was
//! under way waits for another contract.
use uuid::Uuid;

use super::{
    Contract,
    contract::ContractEnd,
    eras,
    letters::{self, Says},
    open, path,
    store::{self, cases::Case},
};
use crate::{
    clock::Moment,
    db::{Result, Tx},
    events::Event,
    house::House,
    privacy::{self, Class, Edge, Purpose, Reader},
};

/// What people of the provider can see ends from now on at another moment: `before` is how the contract stood.
pub async fn follow(
    tx: &mut Tx,
    (before, after): (&Contract, &Contract),
    (now, because_event): (Moment, Uuid),
) -> Result<()> {
    let (from, to) = (before.over_at(), after.over_at());
    if from == to {
        return Ok(());
    }
    privacy::move_end(tx, after.id, (from, to)).await?;
    for case in store::cases::under(tx, after.id).await? {
        privacy::move_end(tx, case.id, (from, to)).await?;
        eras::move_end(tx, case.id, (from, to)).await?;
    }
    for coach in store::contracts::coaches_of(tx, after.id).await? {
        let contracts = store::contracts::coach_contracts(tx, coach.human_id, crate::clock::day(now)).await?;
        let edge = Edge {
            reader: Reader::Human(coach.human_id),
            resource: coach.human_id,
            class: Class::Service,
            purpose: Purpose::Coaching,
            from: now,
            until: contracts.iter().map(Contract::over_at).max().unwrap_or(now),
            because_event,
            controller_id: after.controller_id,
        };
        privacy::open_edge(tx, &edge).await?;
    }
    Ok(())
}

/// Ends the contract now: its people see nothing from this moment on, and open coachings go to another contract or wait.
pub async fn end(tx: &mut Tx, house: &House, contract: &Contract, (reason, by): (ContractEnd, Uuid)) -> Result<()> {
    let now = house.clock.now();
    let event = Event::new("contract.ended", contract.id, contract.controller_id, now)
        .fact("reason", reason.code())
        .by(Some(by));
    let because_event = event.record(tx).await?;
    let ended = Contract { ended_at: Some(now), end_reason: Some(reason), ..contract.clone() };
    store::contracts::set_ended(tx, contract.id, reason, now).await?;
    let open: Vec<Case> =
        store::cases::under(tx, contract.id).await?.into_iter().filter(|case| case.state.is_open()).collect();
    follow(tx, (contract, &ended), (now, because_event)).await?;
    let contracts = store::contracts::contracts_of_controller(tx, contract.controller_id).await?;
    for case in open {
        release(tx, house, &case, by).await?;
        let free = Case { contract_id: None, provider_id: None, coach_human_id: None, ..case };
        open::place(tx, &free, (&contracts, contract.visits_per_package), now).await?;
    }
    Ok(())
}

/// A coaching that was under way: its meetings are called off, its visits go back, and its participant is told.
async fn release(tx: &mut Tx, house: &House, case: &Case, by: Uuid) -> Result<()> {
    let now = house.clock.now();
    path::call_off(tx, house, case, by).await?;
    if let Some(contract_id) = case.contract_id {
        store::contracts::give_visits(tx, contract_id, case.visits_used - case.visits_granted).await?;
    }
    let event = Event::new("case.released", case.id, case.controller_id, now).by(Some(by));
    let because_event = event.record(tx).await?;
    eras::close(tx, case, (because_event, now)).await?;
    store::cases::release(tx, case.id).await?;
    letters::tell(tx, house, case.human_id, Says { key: "coaching-mail-provider-changes", path: "/path" }).await
}
