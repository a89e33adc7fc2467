//! Confirming: the participant first, for exactly the ticked items; then supervisor and coach, each with one tap or, in a
//! service that asks for it, each with a signature.
use uuid::Uuid;

use super::{
    joint::Joint,
    letters::{self, Word},
    record::Agreement,
    remind,
    store::{self, Noted},
    terms,
};
use crate::{
    clock::Moment,
    coaching::{
        self,
        three::{self, Party, Shared, Three},
    },
    db::{Result, Tx},
    events::Event,
    house::House,
    ident,
    web::Failure,
};

/// The participant confirms the newest version as it was at revision `rev`: from now on these are shared, and nothing
/// else is. A supervisor who came afterwards gets a version of their own.
pub async fn confirm(
    tx: &mut Tx,
    house: &House,
    joint: &Joint,
    (shares, rev): (&[Shared], i64),
) -> Result<(), Failure> {
    let (three, now) = (&joint.sight.three, house.clock.now());
    let newest = &joint.newest().ok_or(Failure::NotFound)?.agreement;
    if joint.sight.party != Party::Participant || !newest.asks(three, Party::Participant) {
        return Err(Failure::Conflict("conflict-agreements-over"));
    }
    let changed = || Failure::Conflict("conflict-changed");
    if newest.rev != rev {
        return Err(changed());
    }
    let (id, rev, version) = if newest.is_stale(three) {
        let (id, version) = (ident::at(now), newest.version + 1);
        if !store::insert(tx, &joint.sight, (id, version), again(newest), now).await? {
            return Err(changed());
        }
        (id, 0, version)
    } else {
        (newest.id, rev, newest.version)
    };
    let shares = if three.supervisor_human_id.is_some() { shares } else { &[] };
    if !store::confirm(tx, (id, rev), (terms::codes(shares), three.supervisor_human_id), now).await? {
        return Err(changed());
    }
    let event = event("agreement.confirmed", (three, id, version), now).fact("party", Party::Participant.code());
    let because_event = event.by(Some(three.human_id)).record(tx).await?;
    three::share(tx, three, shares, (because_event, now)).await?;
    store::replace_before(tx, (three.case_id, version), false, now).await?;
    settle(tx, house, (three, id)).await?;
    if let Some(confirmed) = store::unseen(tx, id).await? {
        letters::ask_others(tx, house, (three, &confirmed), Word::Ask).await?;
        remind::order(tx, (id, true, confirmed.rev), now).await?;
    }
    Ok(())
}

/// The same words once more, for a supervisor who was not there.
fn again(newest: &Agreement) -> Noted {
    Noted {
        sealed_aims: newest.sealed_aims.clone(),
        sealed_timetable: newest.sealed_timetable.clone(),
        ends_on: newest.ends_on,
        proposed: newest.proposed.clone(),
        terms: newest.terms.clone(),
    }
}

/// Supervisor or coach confirms with one tap; false when there was nothing to confirm.
pub async fn second(tx: &mut Tx, house: &House, three: &Three, (id, party): (Uuid, Party)) -> Result<bool> {
    let Some(agreement) = store::unseen(tx, id).await? else { return Ok(false) };
    let now = house.clock.now();
    if agreement.terms().signed || !agreement.asks(three, party) || !store::second(tx, (id, party), now).await? {
        return Ok(false);
    }
    let event = event("agreement.confirmed", (three, id, agreement.version), now).fact("party", party.code());
    event.by(three.human(party)).record(tx).await?;
    settle(tx, house, (three, id)).await?;
    Ok(true)
}

/// One of the three signs with the name they typed; false when there was nothing to sign.
pub async fn sign(tx: &mut Tx, house: &House, joint: &Joint, name: &str) -> Result<bool, Failure> {
    let (three, party, now) = (&joint.sight.three, joint.sight.party, house.clock.now());
    let newest = &joint.newest().ok_or(Failure::NotFound)?.agreement;
    if !may_sign(newest, three, party) {
        return Ok(false);
    }
    let sealed = house.vault.seal(tx, three.case_id, name).await?;
    if !store::sign(tx, (newest.id, party), sealed, now).await? {
        return Ok(false);
    }
    let event = event("agreement.signed", (three, newest.id, newest.version), now).fact("party", party.code());
    event.by(three.human(party)).record(tx).await?;
    settle(tx, house, (three, newest.id)).await?;
    Ok(true)
}

/// Whether this party's signature is asked now.
pub fn may_sign(agreement: &Agreement, three: &Three, party: Party) -> bool {
    let open = agreement.replaced_at.is_none() && three.state.is_open() && !agreement.is_stale(three);
    agreement.terms().signed && open && agreement.confirmed_at.is_some() && agreement.signature(party).is_none()
}

/// What a confirmation changed: the version comes in force, the step of the path is done, nothing is waited for.
async fn settle(tx: &mut Tx, house: &House, (three, id): (&Three, Uuid)) -> Result<()> {
    let Some(agreement) = store::unseen(tx, id).await? else { return Ok(()) };
    let now = house.clock.now();
    let (in_force, complete) = standing(&agreement);
    let in_force_at = agreement.in_force_at.or(in_force.then_some(now));
    let since = agreement.confirmed_at.filter(|_| !complete);
    store::settle(tx, id, (in_force_at, since)).await?;
    if in_force && agreement.in_force_at.is_none() {
        event("agreement.in_force", (three, id, agreement.version), now).record(tx).await?;
        store::replace_before(tx, (three.case_id, agreement.version), true, now).await?;
        if let Some(step) = store::step(tx, three.case_id).await? {
            coaching::mark_step_done(tx, step, now).await?;
        }
    }
    Ok(())
}

/// Whether it is in force, and whether nothing is waited for. With one tap each, the participant's word is enough to
/// bring it in force; where it is signed, all three sign first.
fn standing(agreement: &Agreement) -> (bool, bool) {
    if agreement.terms().signed {
        let all = Party::ALL.iter().all(|party| agreement.signature(*party).is_some());
        return (all, all);
    }
    let supervisor = agreement.supervisor_id.is_none() || agreement.supervisor_confirmed_at.is_some();
    (agreement.confirmed_at.is_some(), supervisor && agreement.coach_confirmed_at.is_some())
}

fn event(what: &'static str, (three, id, version): (&Three, Uuid, i32), now: Moment) -> Event {
    Event::new(what, id, three.controller_id, now).fact("case", three.case_id.to_string()).fact("version", version)
}
