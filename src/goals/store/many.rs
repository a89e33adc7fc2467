//! SQL of the goals of many cases at once: generated worlds.
use uuid::Uuid;

use crate::{
    clock::Moment,
    coaching::three::{Party, Three},
    db::{Result, Tx},
    programmes::blueprint::GoalForm,
};

/// How many rows go into one statement.
const ROWS: usize = 200;

/// The agreed goals of a case, rated on the first occasion.
#[derive(Clone, Debug)]
pub struct MadePlan<'t> {
    pub three: &'t Three,
    /// The key of the occasion that was opened last, and whether it is open still.
    pub occasion: (String, bool),
    pub at: Moment,
    pub goals: Vec<MadeGoal>,
}

/// An agreed goal.
#[derive(Clone, Debug)]
pub struct MadeGoal {
    pub id: Uuid,
    pub area: Option<String>,
    pub weight: i32,
    /// JSON of [`crate::goals::Written`], sealed.
    pub sealed: Vec<u8>,
    pub ratings: Vec<(Party, i32)>,
}

/// Writes plans with their goals and ratings.
pub async fn add_made(tx: &mut Tx, form: GoalForm, plans: &[MadePlan<'_>]) -> Result<()> {
    for part in plans.chunks(ROWS) {
        let head =
            "insert into goal_plan (case_id, round_id, controller_id, occasion, last_occasion, opened_at) values";
        let mut query = tx.many(head, (part.len(), 6), "");
        for MadePlan { three, occasion: (key, open), at, .. } in part {
            query = query
                .bind(three.case_id)
                .bind(three.round_id)
                .bind(three.controller_id)
                .bind(Some(key.clone()).filter(|_| *open))
                .bind(key.clone())
                .bind(*at);
        }
        query.execute().await?;
    }
    insert_goals(tx, form, plans).await?;
    insert_ratings(tx, plans).await
}

async fn insert_goals(tx: &mut Tx, form: GoalForm, plans: &[MadePlan<'_>]) -> Result<()> {
    let head = "insert into goal (id, case_id, round_id, position, form, area, weight, sealed, made_by, made_at, agreed_at, \
                agreed_by) values";
    let goals: Vec<_> = plans.iter().flat_map(|plan| (1..).zip(&plan.goals).map(move |goal| (plan, goal))).collect();
    for part in goals.chunks(ROWS) {
        let mut query = tx.many(head, (part.len(), 12), "");
        for (plan, (position, goal)) in part {
            query = query
                .bind(goal.id)
                .bind(plan.three.case_id)
                .bind(plan.three.round_id)
                .bind(*position)
                .bind(form)
                .bind(goal.area.clone())
                .bind(goal.weight)
                .bind(goal.sealed.clone())
                .bind(plan.three.human_id)
                .bind(plan.at)
                .bind(plan.at)
                .bind(plan.three.human_id);
        }
        query.execute().await?;
    }
    Ok(())
}

async fn insert_ratings(tx: &mut Tx, plans: &[MadePlan<'_>]) -> Result<()> {
    let head = "insert into goal_rating (goal_id, party, occasion, rating, rated_by, rated_at) values";
    let of_goal = |(plan, goal)| {
        let MadeGoal { id, ratings, .. }: &MadeGoal = goal;
        ratings.iter().map(move |(party, rating)| (plan, *id, *party, *rating))
    };
    let goals = plans.iter().flat_map(|plan| plan.goals.iter().map(move |goal| (plan, goal)));
    let ratings: Vec<(&MadePlan<'_>, Uuid, Party, i32)> = goals.flat_map(of_goal).collect();
    for part in ratings.chunks(ROWS) {
        let mut query = tx.many(head, (part.len(), 6), "");
        for (plan, goal_id, party, rating) in part {
            query = query
                .bind(*goal_id)
                .bind(*party)
                .bind(plan.occasion.0.clone())
                .bind(*rating)
                .bind(plan.three.human(*party).unwrap_or(plan.three.human_id))
                .bind(plan.at);
        }
        query.execute().await?;
    }
    Ok(())
}
