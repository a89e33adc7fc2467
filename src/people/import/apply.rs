//! The plan done, in the transaction of whoever confirmed it.
use std::collections::HashMap;

use uuid::Uuid;

use super::{Imported, Kind, Plan, Register};
use crate::{
    clock::Moment,
    db::{Result, Tx},
    events::Event,
    ident,
    people::{Person, store},
    privacy::{self, Edge, Human, Role},
};

/// How many people are written between two words of progress.
const STEP: usize = 2_000;

/// Does what was planned against this state of the register; tells how many of the changes are done.
/// Rows: how many the file had; by: who confirmed.
pub async fn apply(
    tx: &mut Tx,
    (register, mut plan): (&Register, Plan),
    (rows, by): (usize, Option<Uuid>),
    now: Moment,
    progress: &mut (impl FnMut(usize, usize) + Send),
) -> Result<Imported> {
    let organisation_id = register.organisation_id;
    let done = Imported::of(rows, &plan);
    let event = Event::new("staff.imported", organisation_id, organisation_id, now)
        .by(by)
        .fact("new", done.new)
        .fact("updated", done.updated)
        .fact("ended", done.ended)
        .record(tx)
        .await?;
    store::upsert_units(tx, &plan.units).await?;
    let all = plan.moves.len();
    for (step, part) in plan.moves.chunks_mut(STEP).enumerate() {
        let mut new: Vec<&mut Person> =
            part.iter_mut().filter(|change| change.kind == Kind::New).map(|change| &mut change.person).collect();
        find_humans(tx, &mut new, now).await?;
        for change in part.iter().filter(|change| change.kind != Kind::New) {
            follow(tx, register, &change.person).await?;
        }
        store::upsert_persons(tx, part.iter().map(|change| &change.person)).await?;
        store::upsert_employments(tx, part.iter().flat_map(|change| &change.employments)).await?;
        let edges: Vec<Edge> = part
            .iter()
            .filter(|change| change.kind == Kind::New)
            .map(|change| Edge { because_event: event, ..store::own_record(&change.person) })
            .collect();
        privacy::open_edges(tx, &edges).await?;
        progress((step * STEP + part.len()).min(all), all);
    }
    seat(tx, register, &plan, now).await?;
    Ok(done)
}

/// The human of each new person: the one with the work address, else a new one.
async fn find_humans(tx: &mut Tx, people: &mut [&mut Person], now: Moment) -> Result<()> {
    let addresses: Vec<String> = people.iter().filter_map(|person| person.work_address.clone()).collect();
    let known = privacy::humans_by_addresses(tx, &addresses).await?;
    let mut humans = Vec::new();
    for person in people {
        let found = person.work_address.as_ref().and_then(|address| known.get(address));
        person.human_id = found.copied().unwrap_or_else(|| ident::at(now));
        if found.is_none() {
            humans.push(Human {
                id: person.human_id,
                name: person.name(),
                lang: "fi".into(),
                address: person.work_address.clone(),
                phone: person.work_phone.clone(),
                password_hash: None,
            });
        }
    }
    privacy::add_humans(tx, &humans, now).await
}

/// The human's own name and contact follow the register, but only of a human who is known to this organisation alone:
/// whoever decides the address decides who signs in.
async fn follow(tx: &mut Tx, register: &Register, person: &Person) -> Result<()> {
    let Some((before, _)) = register.people.get(&person.employee_number) else { return Ok(()) };
    let contact = |person: &Person| (person.name(), person.work_address.clone(), person.work_phone.clone());
    if contact(before) == contact(person) {
        return Ok(());
    }
    let (human_id, here) = (person.human_id, register.organisation_id);
    if store::is_known_elsewhere(tx, human_id, here).await? || privacy::has_seat_elsewhere(tx, human_id, here).await? {
        return Ok(());
    }
    let Some(human) = privacy::human(tx, human_id).await? else { return Ok(()) };
    let mut address = person.work_address.as_ref().or(human.address.as_ref());
    if let Some(wanted) = address
        && privacy::humans_by_addresses(tx, std::slice::from_ref(wanted))
            .await?
            .get(wanted)
            .is_some_and(|id| *id != human_id)
    {
        address = human.address.as_ref();
    }
    let contact = (address.map(String::as_str), person.work_phone.as_deref());
    privacy::change_human(tx, human_id, &person.name(), contact).await
}

/// Whoever begins to lead a unit gets the seat of a supervisor; whoever leads none any more gives it up.
async fn seat(tx: &mut Tx, register: &Register, plan: &Plan, now: Moment) -> Result<()> {
    let known = register.people.values().map(|(person, _)| person);
    let humans: HashMap<Uuid, Uuid> = known
        .chain(plan.moves.iter().map(|change| &change.person))
        .map(|person| (person.id, person.human_id))
        .collect();
    let seat = (register.organisation_id, Role::Supervisor);
    for human in plan.leads_no_more.iter().filter_map(|person| humans.get(person)) {
        privacy::take_seat(tx, *human, seat, now).await?;
    }
    for human in plan.leads.iter().filter_map(|person| humans.get(person)) {
        privacy::give_seat(tx, *human, seat, (now, Edge::open_end())).await?;
    }
    Ok(())
}
