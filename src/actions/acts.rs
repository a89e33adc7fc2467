//! What the three do with actions. Each act is one transaction of the caller's and leaves an event.
use chrono::NaiveDate;
use uuid::Uuid;

use super::{
    action::{self, Action, ActionState, NewAction},
    reminder::{self, Asked},
    store::{self, Kept, Row},
    times::Which,
};
use crate::{
    coaching::{
        CaseState,
        three::{Party, Sight},
    },
    db::Tx,
    events::Event,
    house::House,
    ident,
    web::Failure,
};

/// The actions of the case that the reader may see, what is due first first.
pub async fn of(tx: &mut Tx, house: &House, sight: &Sight) -> Result<Vec<Action>, Failure> {
    let rows = store::rows(tx, sight).await?;
    opened(tx, house, (sight.case_id(), rows)).await
}

pub(super) async fn opened(
    tx: &mut Tx,
    house: &House,
    (case_id, rows): (Uuid, Vec<Row>),
) -> Result<Vec<Action>, Failure> {
    let sealed: Vec<&[u8]> =
        rows.iter().flat_map(|row| [Some(&row.what), row.reason.as_ref()]).flatten().map(Vec::as_slice).collect();
    let mut words = house.vault.open_all(tx, case_id, &sealed).await?.into_iter();
    let open = |row: Row| {
        let what = words.next().unwrap_or_default();
        let reason = row.reason.as_ref().and_then(|_| words.next());
        Action {
            id: row.id,
            what,
            owner: row.owner,
            state: row.state,
            due_on: row.due_on,
            proposed_by: row.proposed_by,
            agreed_at: row.agreed_at,
            done_at: row.done_at,
            dropped_at: row.dropped_at,
            closed_by: row.closed_by,
            reason,
            rev: row.rev,
        }
    };
    Ok(rows.into_iter().map(open).collect())
}

/// Adds an action that the three agree in their joint meeting: agreed at once. Gives its id.
pub async fn add_agreed(tx: &mut Tx, house: &House, sight: &Sight, new: NewAction) -> Result<Uuid, Failure> {
    add(tx, house, sight, (new, ActionState::Agreed)).await
}

/// Proposes an action outside the joint meeting. Gives its id.
pub async fn propose(tx: &mut Tx, house: &House, sight: &Sight, new: NewAction) -> Result<Uuid, Failure> {
    let state = action::proposed(sight.party, new.owner);
    add(tx, house, sight, (new, state)).await
}

async fn add(
    tx: &mut Tx,
    house: &House,
    sight: &Sight,
    (new, state): (NewAction, ActionState),
) -> Result<Uuid, Failure> {
    if !sight.three.state.is_open() && sight.three.state != CaseState::Completed {
        return Err(Failure::Refused("conflict-coaching-ended"));
    }
    if sight.three.human(new.owner).is_none() {
        return Err(Failure::Refused("conflict-actions-nobody"));
    }
    let now = house.clock.now();
    let id = ident::at(now);
    let what = house.vault.seal(tx, sight.case_id(), &new.what).await?;
    let kept = Kept { id, owner: new.owner, state, due_on: new.due_on, what };
    store::insert(tx, &sight.three, kept, (sight.party, now)).await?;
    let event = event(house, sight, ("action.added", id));
    event.fact("owner", new.owner.code()).fact("state", state.code()).record(tx).await?;
    remind(tx, house, sight, (id, new.owner, state, new.due_on)).await?;
    Ok(id)
}

/// Whoever is waited for now is reminded at the time they chose.
async fn remind(
    tx: &mut Tx,
    house: &House,
    sight: &Sight,
    (id, owner, state, due_on): (Uuid, Party, ActionState, NaiveDate),
) -> Result<(), Failure> {
    let now = house.clock.now();
    let human = |party| sight.three.human(party);
    match state {
        ActionState::Agreed => reminder::ask_both(tx, (id, due_on), human(owner), now).await?,
        ActionState::Proposed => {
            let asked = Asked { action_id: id, due_on, human_id: human(Party::Participant), which: Which::ToRelease };
            reminder::ask(tx, asked, now).await?;
        }
        ActionState::Released => {
            let asked = Asked { action_id: id, due_on, human_id: human(owner), which: Which::ToAgree };
            reminder::ask(tx, asked, now).await?;
        }
        ActionState::Done | ActionState::Dropped | ActionState::Refused => {}
    }
    Ok(())
}

/// The participant lets a proposal go to its owner; one who has agreed already agrees with it.
pub async fn release(tx: &mut Tx, house: &House, sight: &Sight, action: &Action) -> Result<(), Failure> {
    let may = action.may_release(sight.party);
    let to = action::released(action.proposed_by, action.owner);
    go_on(tx, house, sight, (action, may, to, "action.released")).await
}

/// Its owner agrees.
pub async fn agree(tx: &mut Tx, house: &House, sight: &Sight, action: &Action) -> Result<(), Failure> {
    go_on(tx, house, sight, (action, action.may_agree(sight.party), ActionState::Agreed, "action.agreed")).await
}

/// Its owner has done it.
pub async fn mark_done(tx: &mut Tx, house: &House, sight: &Sight, action: &Action) -> Result<(), Failure> {
    go_on(tx, house, sight, (action, action.may_do(sight.party), ActionState::Done, "action.done")).await
}

async fn go_on(
    tx: &mut Tx,
    house: &House,
    sight: &Sight,
    (action, may, to, what): (&Action, bool, ActionState, &'static str),
) -> Result<(), Failure> {
    if !may {
        return Err(Failure::Conflict("conflict-changed"));
    }
    let from = (action.id, action.rev, action.state);
    if !store::go_on(tx, sight.case_id(), from, to, house.clock.now()).await? {
        return Err(Failure::Conflict("conflict-changed"));
    }
    event(house, sight, (what, action.id)).fact("state", to.code()).record(tx).await?;
    remind(tx, house, sight, (action.id, action.owner, to, action.due_on)).await
}

/// The participant or the owner says no, or whoever proposed it takes it back. No reason is asked.
pub async fn refuse(tx: &mut Tx, house: &House, sight: &Sight, action: &Action) -> Result<(), Failure> {
    let may = action.may_refuse(sight.party);
    end(tx, house, sight, (action, may, ActionState::Refused, None)).await
}

/// An agreed action is left undone, with a reason.
pub async fn drop_with(
    tx: &mut Tx,
    house: &House,
    sight: &Sight,
    (action, reason): (&Action, &str),
) -> Result<(), Failure> {
    let may = action.may_change(sight.party);
    end(tx, house, sight, (action, may, ActionState::Dropped, Some(reason))).await
}

async fn end(
    tx: &mut Tx,
    house: &House,
    sight: &Sight,
    (action, may, to, reason): (&Action, bool, ActionState, Option<&str>),
) -> Result<(), Failure> {
    if !may {
        return Err(Failure::Conflict("conflict-changed"));
    }
    let sealed = match reason {
        Some(reason) => Some(house.vault.seal(tx, sight.case_id(), reason).await?),
        None => None,
    };
    let from = (action.id, action.rev, action.state);
    if !store::end(tx, sight.case_id(), from, (to, sight.party, sealed), house.clock.now()).await? {
        return Err(Failure::Conflict("conflict-changed"));
    }
    let what = if to == ActionState::Dropped { "action.dropped" } else { "action.refused" };
    event(house, sight, (what, action.id)).record(tx).await?;
    Ok(())
}

/// An agreed action gets another day; its reminders move with it.
pub async fn move_day(
    tx: &mut Tx,
    house: &House,
    sight: &Sight,
    (action, due_on): (&Action, NaiveDate),
) -> Result<(), Failure> {
    let moved =
        action.may_change(sight.party) && store::move_day(tx, sight.case_id(), (action.id, action.rev), due_on).await?;
    if !moved {
        return Err(Failure::Conflict("conflict-changed"));
    }
    event(house, sight, ("action.moved", action.id)).fact("due_on", due_on.to_string()).record(tx).await?;
    remind(tx, house, sight, (action.id, action.owner, ActionState::Agreed, due_on)).await
}

fn event(house: &House, sight: &Sight, (what, root): (&'static str, Uuid)) -> Event {
    Event::new(what, root, sight.three.controller_id, house.clock.now())
        .fact("case", sight.case_id().to_string())
        .fact("party", sight.party.code())
        .by(Some(sight.grant().human_id()))
}
