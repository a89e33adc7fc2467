//! What the three do with goals: write, agree, rate. Each act is one transaction of the caller's and leaves an event.
use uuid::Uuid;

use super::{
    goal::{Goal, NewGoal, Plan, Rating, Written, range},
    store::{self, Kept, Row},
};
use crate::{
    coaching::three::{Party, Shared, Sight, Three},
    db::Tx,
    events::Event,
    house::House,
    ident,
    programmes::{self, blueprint::Goals},
    web::Failure,
};

/// How the service of the case sets goals; none when it sets none.
pub async fn terms(tx: &mut Tx, three: &Three) -> Result<Option<Goals>, Failure> {
    let blueprint = programmes::blueprint_at(tx, (three.blueprint_id, three.erratum)).await?;
    Ok(blueprint.goals.clone())
}

/// The goals that the reader may see: nothing when they are not shared.
pub async fn of(tx: &mut Tx, house: &House, sight: &Sight) -> Result<Plan, Failure> {
    let rows = store::rows(tx, sight).await?;
    gathered(tx, house, (sight.case_id(), rows)).await
}

/// Rows as goals, each once, their words opened.
pub(super) async fn gathered(tx: &mut Tx, house: &House, (case_id, rows): (Uuid, Vec<Row>)) -> Result<Plan, Failure> {
    let mut plan = Plan::default();
    if let Some(first) = rows.first() {
        (plan.open, plan.last) = (first.open.clone(), first.last.clone());
    }
    let mut sealed = Vec::new();
    for row in &rows {
        let (Some(id), Some(form)) = (row.id, row.form) else { continue };
        if plan.goals.last().is_none_or(|last| last.id != id) {
            sealed.push(row.sealed.as_deref().unwrap_or_default());
            plan.goals.push(Goal {
                id,
                form,
                area: row.area.clone(),
                weight: row.weight.unwrap_or(1),
                written: Written::default(),
                agreed_at: row.agreed_at,
                rev: row.rev.unwrap_or_default(),
                ratings: Vec::new(),
            });
        }
        if let (Some(goal), Some(party), Some(occasion), Some(rating)) =
            (plan.goals.last_mut(), row.party, &row.at_occasion, row.rating)
        {
            goal.ratings.push(Rating { party, occasion: occasion.clone(), rating });
        }
    }
    let opened = house.vault.open_all(tx, case_id, &sealed).await?;
    for (goal, words) in plan.goals.iter_mut().zip(opened) {
        goal.written = serde_json::from_str(&words).map_err(Failure::broken)?;
    }
    Ok(plan)
}

/// Who may write goals: participant and coach, and in the joint meeting the supervisor who sees them.
fn may_write(sight: &Sight) -> Result<(), Failure> {
    if !sight.sees(Shared::Goals) {
        return Err(Failure::NotFound);
    }
    if sight.three.state.is_open() { Ok(()) } else { Err(Failure::Refused("conflict-coaching-ended")) }
}

async fn sealed(tx: &mut Tx, house: &House, (case_id, written): (Uuid, &Written)) -> Result<Vec<u8>, Failure> {
    let words = serde_json::to_string(written).map_err(Failure::broken)?;
    Ok(house.vault.seal(tx, case_id, &words).await?)
}

/// Adds a goal, not agreed yet; gives its id.
pub async fn add(tx: &mut Tx, house: &House, sight: &Sight, new: NewGoal) -> Result<Uuid, Failure> {
    may_write(sight)?;
    let terms = terms(tx, &sight.three).await?.ok_or(Failure::Refused("conflict-goals-none"))?;
    store::take_plan(tx, &sight.three).await?;
    let (so_far, position) = store::count(tx, sight.case_id()).await?;
    if so_far >= i64::from(terms.most) {
        return Err(Failure::Refused("conflict-goals-most"));
    }
    let (now, by) = (house.clock.now(), sight.grant().human_id());
    let id = ident::at(now);
    let sealed = sealed(tx, house, (sight.case_id(), &new.written)).await?;
    let kept = Kept { id, form: terms.form, area: new.area.as_deref(), weight: new.weight, sealed };
    store::insert(tx, &sight.three, kept, (position, by, now)).await?;
    let event = event(house, sight, ("goal.added", id)).fact("form", terms.form.code()).fact("weight", new.weight);
    event.record(tx).await?;
    Ok(id)
}

/// Changes a goal that is not agreed; false when somebody else changed it meanwhile, or it is agreed.
pub(super) async fn change(
    tx: &mut Tx,
    house: &House,
    sight: &Sight,
    (goal, new): (&Goal, NewGoal),
) -> Result<bool, Failure> {
    may_write(sight)?;
    let sealed = sealed(tx, house, (sight.case_id(), &new.written)).await?;
    let kept = Kept { id: goal.id, form: goal.form, area: new.area.as_deref(), weight: new.weight, sealed };
    if !store::change(tx, sight.case_id(), kept, (goal.rev, house.clock.now())).await? {
        return Ok(false);
    }
    event(house, sight, ("goal.changed", goal.id)).record(tx).await?;
    Ok(true)
}

/// Takes away a goal that is not agreed.
pub(super) async fn remove(tx: &mut Tx, house: &House, sight: &Sight, goal: (Uuid, i64)) -> Result<(), Failure> {
    may_write(sight)?;
    if !store::delete(tx, sight.case_id(), goal).await? {
        return Err(Failure::Conflict("conflict-changed"));
    }
    event(house, sight, ("goal.removed", goal.0)).record(tx).await?;
    Ok(())
}

/// Locks these goals as they were read. With the first of them the first occasion opens.
pub(super) async fn agree(tx: &mut Tx, house: &House, sight: &Sight, read: &[(Uuid, i64)]) -> Result<(), Failure> {
    may_write(sight)?;
    let terms = terms(tx, &sight.three).await?.ok_or(Failure::Refused("conflict-goals-none"))?;
    store::take_plan(tx, &sight.three).await?;
    let (so_far, _) = store::count(tx, sight.case_id()).await?;
    if so_far < i64::from(terms.least) {
        return Err(Failure::Refused("conflict-goals-least"));
    }
    let (by, now) = (sight.grant().human_id(), house.clock.now());
    for goal in read {
        if !store::lock(tx, sight.case_id(), *goal, (by, now)).await? {
            return Err(Failure::Conflict("conflict-changed"));
        }
        event(house, sight, ("goal.agreed", goal.0)).record(tx).await?;
    }
    if let Some(first) = terms.occasions.first()
        && store::open(tx, sight.case_id(), (None, &first.key), now).await?
    {
        opened(tx, house, sight, &first.key).await?;
    }
    Ok(())
}

/// Locks every goal of the case that is not agreed yet: the three have agreed together. Gives how many there were.
pub async fn agree_all(tx: &mut Tx, house: &House, sight: &Sight) -> Result<usize, Failure> {
    let plan = of(tx, house, sight).await?;
    let open: Vec<(Uuid, i64)> =
        plan.goals.iter().filter(|goal| !goal.is_agreed()).map(|goal| (goal.id, goal.rev)).collect();
    if !open.is_empty() {
        agree(tx, house, sight, &open).await?;
    }
    Ok(open.len())
}

/// Opens an occasion for rating and closes the one before it. Those before the last opened are past.
pub async fn open_occasion(tx: &mut Tx, house: &House, sight: &Sight, key: &str) -> Result<(), Failure> {
    if sight.party == Party::Supervisor {
        return Err(Failure::NotFound);
    }
    let terms = terms(tx, &sight.three).await?.ok_or(Failure::Refused("conflict-goals-none"))?;
    let plan = of(tx, house, sight).await?;
    if !plan.goals.iter().any(Goal::is_agreed) {
        return Err(Failure::Refused("conflict-goals-not-agreed"));
    }
    let place = |key: &str| terms.occasions.iter().position(|occasion| occasion.key == key);
    let wanted = place(key).ok_or(Failure::NotFound)?;
    if plan.last.as_deref().and_then(place).is_some_and(|last| last >= wanted) {
        return Err(Failure::Conflict("conflict-goals-occasion-past"));
    }
    if !store::open(tx, sight.case_id(), (plan.last.as_deref(), key), house.clock.now()).await? {
        return Err(Failure::Conflict("conflict-changed"));
    }
    opened(tx, house, sight, key).await
}

async fn opened(tx: &mut Tx, house: &House, sight: &Sight, key: &str) -> Result<(), Failure> {
    event(house, sight, ("goal_occasion.opened", sight.case_id())).fact("occasion", key).record(tx).await?;
    Ok(())
}

/// Closes the occasion: its ratings stand.
pub async fn close_occasion(tx: &mut Tx, house: &House, sight: &Sight, key: &str) -> Result<(), Failure> {
    if sight.party == Party::Supervisor {
        return Err(Failure::NotFound);
    }
    if !store::close(tx, sight.case_id(), key).await? {
        return Err(Failure::Conflict("conflict-changed"));
    }
    event(house, sight, ("goal_occasion.closed", sight.case_id())).fact("occasion", key).record(tx).await?;
    Ok(())
}

/// The reader's own ratings on the occasion that is open; given again, the last stands. The event tells that it was
/// rated, never how.
pub async fn rate(
    tx: &mut Tx,
    house: &House,
    sight: &Sight,
    (occasion, ratings): (&str, &[(Uuid, i32)]),
) -> Result<(), Failure> {
    let plan = of(tx, house, sight).await?;
    if !sight.sees(Shared::Goals) {
        return Err(Failure::NotFound);
    }
    if !store::take_open(tx, sight.case_id(), occasion).await? {
        return Err(Failure::Refused("conflict-goals-occasion-closed"));
    }
    let (by, now) = (sight.grant().human_id(), house.clock.now());
    for (goal_id, rating) in ratings {
        let goal = plan.goals.iter().find(|goal| goal.id == *goal_id && goal.is_agreed()).ok_or(Failure::NotFound)?;
        let (low, high) = range(goal.form);
        if !(low..=high).contains(rating) {
            return Err(Failure::NotFound);
        }
        if store::put_rating(tx, (goal.id, sight.party, occasion), *rating, (by, now)).await? {
            let event = event(house, sight, ("goal.rated", goal.id)).fact("occasion", occasion);
            event.fact("party", sight.party.code()).record(tx).await?;
        }
    }
    Ok(())
}

fn event(house: &House, sight: &Sight, (what, root): (&'static str, Uuid)) -> Event {
    Event::new(what, root, sight.three.controller_id, house.clock.now())
        .fact("case", sight.case_id().to_string())
        .by(Some(sight.grant().human_id()))
}
