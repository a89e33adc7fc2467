//! What the three of each case share, from the views of agreements, meetings, actions and goals: numbers and days alone.
use std::collections::BTreeMap;

use chrono::NaiveDate;
use uuid::Uuid;

use super::super::facts::Together;
use crate::{
    db::{FromRow, Result, Tx},
    programmes::{Blueprint, StepKind},
};

#[derive(FromRow)]
struct Counted {
    case_id: Uuid,
    in_force: i64,
    held: i64,
}

/// Every case of the round, in services in which three agree; else none.
pub async fn together(tx: &mut Tx, round_id: Uuid, blueprint: &Blueprint) -> Result<Vec<Together>> {
    if blueprint.steps.iter().all(|step| step.kind != StepKind::Agreement) {
        return Ok(Vec::new());
    }
    let cases: Vec<Counted> = tx
        .sql(
            "select c.case_id, (select count(*) from agreement_state a where a.case_id = c.case_id \
             and a.in_force_at is not null and a.replaced_at is null) as in_force, \
             (select count(*) from coaching_session s where s.case_id = c.case_id and s.state = 'held') as held \
             from coaching_case_state c where c.round_id = $1 order by c.case_id",
        )
        .bind(round_id)
        .all()
        .await?;
    let mut actions: BTreeMap<Uuid, Vec<(Option<NaiveDate>, bool)>> = BTreeMap::new();
    let rows: Vec<(Uuid, String, NaiveDate)> = tx
        .sql(
            "select case_id, state, due_on from action_state where round_id = $1 and agreed_at is not null \
             order by case_id, due_on, action_id",
        )
        .bind(round_id)
        .all()
        .await?;
    for (case_id, state, due_on) in rows {
        let due_on = Some(due_on).filter(|_| matches!(state.as_str(), "agreed" | "done"));
        actions.entry(case_id).or_default().push((due_on, state == "done"));
    }
    let mut goals = goals(tx, round_id, blueprint).await?;
    let one = |case: Counted| Together {
        case_id: case.case_id,
        in_force: case.in_force > 0,
        sessions_held: u32::try_from(case.held).unwrap_or(u32::MAX),
        actions: actions.remove(&case.case_id).unwrap_or_default(),
        goals: goals.remove(&case.case_id),
    };
    Ok(cases.into_iter().map(one).collect())
}

#[derive(FromRow)]
struct Rated {
    case_id: Uuid,
    occasion: String,
    form: String,
    weight: i32,
    rating: i32,
    /// Agreed goals of the case.
    goals: i64,
}

/// By case, all goals together as the participant rated them on the first occasion and on the last one that is whole.
async fn goals(tx: &mut Tx, round_id: Uuid, blueprint: &Blueprint) -> Result<BTreeMap<Uuid, (f64, f64)>> {
    let Some(terms) = &blueprint.goals else { return Ok(BTreeMap::new()) };
    let rows: Vec<Rated> = tx
        .sql(
            "select r.case_id, r.occasion, r.form, r.weight, r.rating, \
             (select count(*) from goal_state g where g.case_id = r.case_id) as goals \
             from goal_rating_state r where r.round_id = $1 and r.party = 'participant' \
             order by r.case_id, r.occasion, r.goal_id",
        )
        .bind(round_id)
        .all()
        .await?;
    let mut cases: BTreeMap<Uuid, BTreeMap<String, Vec<Rated>>> = BTreeMap::new();
    for row in rows {
        cases.entry(row.case_id).or_default().entry(row.occasion.clone()).or_default().push(row);
    }
    let keys: Vec<&str> = terms.occasions.iter().map(|occasion| occasion.key.as_str()).collect();
    let first_and_last = |occasions: &BTreeMap<String, Vec<Rated>>| {
        let mut whole = keys.iter().filter_map(|key| score(occasions.get(*key)?));
        let first = occasions.get(*keys.first()?).and_then(|rated| score(rated))?;
        whole.next();
        Some((first, whole.next_back()?))
    };
    Ok(cases.iter().filter_map(|(case_id, occasions)| Some((*case_id, first_and_last(occasions)?))).collect())
}

/// The T-score of full goals, the mean of light ones; none while a goal lacks its rating.
fn score(rated: &[Rated]) -> Option<f64> {
    let goals = usize::try_from(rated.first()?.goals).ok()?;
    if rated.len() != goals {
        return None;
    }
    if rated.iter().all(|one| one.form == "full") {
        let one = |one: &Rated| (i8::try_from(one.rating).ok(), u8::try_from(one.weight).unwrap_or(1));
        return scales::gas_t(&rated.iter().map(one).collect::<Vec<_>>()).ok();
    }
    let sum: f64 = rated.iter().map(|one| f64::from(one.rating)).sum();
    u32::try_from(goals).ok().map(|goals| sum / f64::from(goals))
}
