//! SQL of goals and their ratings.
pub mod kept;
pub mod many;

use uuid::Uuid;

use crate::{
    clock::Moment,
    coaching::three::{Party, Shared, Sight, Three},
    db::{FromRow, Result, Tx},
    privacy::{Grant, Role},
    programmes::blueprint::GoalForm,
};

/// A goal with one of its ratings; no goal where there is a plan alone.
#[derive(Clone, Debug, FromRow)]
pub struct Row {
    pub open: Option<String>,
    pub last: Option<String>,
    pub id: Option<Uuid>,
    pub form: Option<GoalForm>,
    pub area: Option<String>,
    pub weight: Option<i32>,
    pub sealed: Option<Vec<u8>>,
    /// When its words were written last.
    pub made_at: Option<Moment>,
    pub agreed_at: Option<Moment>,
    pub rev: Option<i64>,
    pub party: Option<Party>,
    pub at_occasion: Option<String>,
    pub rating: Option<i32>,
}

impl Row {
    /// The plan alone, when the goal is not agreed and its words were written for an earlier coach than the reader.
    fn cut(self, sight: &Sight) -> Row {
        let hidden = self.agreed_at.is_none() && self.made_at.is_some_and(|at| sight.hides(at));
        if hidden { Row { id: None, sealed: None, ..self } } else { self }
    }
}

/// The goals with their ratings that the reader may see, in order, still sealed. The supervisor sees what is agreed, and
/// others' ratings when those are shared; a coach what is agreed and what was written in their own time.
pub async fn rows(tx: &mut Tx, sight: &Sight) -> Result<Vec<Row>> {
    if !sight.sees(Shared::Goals) {
        return Ok(Vec::new());
    }
    let agreed = if sight.party == Party::Supervisor { "and g.agreed_at is not null" } else { "" };
    let rated = if sight.sees(Shared::Ratings) { "" } else { "and r.party = 'supervisor'" };
    let rows: Vec<Row> = tx.compose(&[ROW, agreed, RATED, rated, ORDER]).bind(sight.case_id()).all().await?;
    Ok(rows.into_iter().map(|row| row.cut(sight)).collect())
}

/// All goals with all their ratings of the case that the grant is for: one's own.
pub async fn own_rows(tx: &mut Tx, grant: &Grant) -> Result<Vec<Row>> {
    tx.compose(&[ROW, RATED, ORDER]).bind(grant.resource()).all().await
}

const ROW: &str = "select p.occasion as open, p.last_occasion as last, g.id, g.form, g.area, g.weight, g.sealed, \
                   g.made_at, g.agreed_at, g.rev, r.party, r.occasion as at_occasion, r.rating \
                   from goal_plan p left join goal g on g.case_id = p.case_id";
const RATED: &str = "left join goal_rating r on r.goal_id = g.id";
const ORDER: &str = "where p.case_id = $1 order by g.position, g.id, r.rated_at, r.party";

/// Takes the plan of a case, which is made when there is none: who writes at the same time waits.
pub async fn take_plan(tx: &mut Tx, three: &Three) -> Result<()> {
    tx.sql(
        "insert into goal_plan (case_id, round_id, controller_id) values ($1, $2, $3) \
         on conflict (case_id) do update set rev = goal_plan.rev + 1",
    )
    .bind(three.case_id)
    .bind(three.round_id)
    .bind(three.controller_id)
    .execute()
    .await?;
    Ok(())
}

/// How many goals the case has, and the place of the next.
pub async fn count(tx: &mut Tx, case_id: Uuid) -> Result<(i64, i32)> {
    tx.sql("select count(*), coalesce(max(position), 0) + 1 from goal where case_id = $1").bind(case_id).one().await
}

/// A goal to be kept.
pub struct Kept<'k> {
    pub id: Uuid,
    pub form: GoalForm,
    pub area: Option<&'k str>,
    pub weight: i32,
    pub sealed: Vec<u8>,
}

pub async fn insert(
    tx: &mut Tx,
    three: &Three,
    goal: Kept<'_>,
    (position, by, now): (i32, Uuid, Moment),
) -> Result<()> {
    tx.sql(
        "insert into goal (id, case_id, round_id, position, form, area, weight, sealed, made_by, made_at) \
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
    )
    .bind(goal.id)
    .bind(three.case_id)
    .bind(three.round_id)
    .bind(position)
    .bind(goal.form)
    .bind(goal.area.map(str::to_owned))
    .bind(goal.weight)
    .bind(goal.sealed)
    .bind(by)
    .bind(now)
    .execute()
    .await?;
    Ok(())
}

/// Changes a goal that is not agreed; false when it is, or was changed meanwhile.
pub async fn change(tx: &mut Tx, case_id: Uuid, goal: Kept<'_>, (rev, now): (i64, Moment)) -> Result<bool> {
    let changed = tx
        .sql(
            "update goal set area = $4, weight = $5, sealed = $6, made_at = $7, rev = rev + 1 \
             where id = $1 and case_id = $2 and rev = $3 and agreed_at is null",
        )
        .bind(goal.id)
        .bind(case_id)
        .bind(rev)
        .bind(goal.area.map(str::to_owned))
        .bind(goal.weight)
        .bind(goal.sealed)
        .bind(now)
        .execute()
        .await?;
    Ok(changed == 1)
}

/// Takes a goal away that is not agreed; false when it is, or was changed meanwhile.
pub async fn delete(tx: &mut Tx, case_id: Uuid, (id, rev): (Uuid, i64)) -> Result<bool> {
    let gone = tx
        .sql("delete from goal where id = $1 and case_id = $2 and rev = $3 and agreed_at is null")
        .bind(id)
        .bind(case_id)
        .bind(rev)
        .execute()
        .await?;
    Ok(gone == 1)
}

/// Locks a goal as it was read; false when it was changed meanwhile or is locked.
pub async fn lock(tx: &mut Tx, case_id: Uuid, (id, rev): (Uuid, i64), (by, now): (Uuid, Moment)) -> Result<bool> {
    let locked = tx
        .sql(
            "update goal set agreed_at = $4, agreed_by = $5, rev = rev + 1 \
             where id = $1 and case_id = $2 and rev = $3 and agreed_at is null",
        )
        .bind(id)
        .bind(case_id)
        .bind(rev)
        .bind(now)
        .bind(by)
        .execute()
        .await?;
    Ok(locked == 1)
}

/// Opens an occasion in the place of the one that is open, if the last opened is still the one that was read.
pub async fn open(tx: &mut Tx, case_id: Uuid, (last, next): (Option<&str>, &str), now: Moment) -> Result<bool> {
    let opened = tx
        .sql(
            "update goal_plan set occasion = $3, last_occasion = $3, opened_at = $4, rev = rev + 1 \
             where case_id = $1 and coalesce(last_occasion, '') = $2",
        )
        .bind(case_id)
        .bind(last.unwrap_or_default().to_owned())
        .bind(next.to_owned())
        .bind(now)
        .execute()
        .await?;
    Ok(opened == 1)
}

/// Closes the occasion; false when it is not open.
pub async fn close(tx: &mut Tx, case_id: Uuid, occasion: &str) -> Result<bool> {
    let closed = tx
        .sql("update goal_plan set occasion = null, rev = rev + 1 where case_id = $1 and occasion = $2")
        .bind(case_id)
        .bind(occasion.to_owned())
        .execute()
        .await?;
    Ok(closed == 1)
}

/// Takes the plan while the occasion is open in it; false when it is not.
pub async fn take_open(tx: &mut Tx, case_id: Uuid, occasion: &str) -> Result<bool> {
    let taken = tx
        .sql("update goal_plan set rev = rev + 1 where case_id = $1 and occasion = $2")
        .bind(case_id)
        .bind(occasion.to_owned())
        .execute()
        .await?;
    Ok(taken == 1)
}

/// A rating of a goal by one party on an occasion: `(goal, party, occasion)`. The last stands; false when nothing changes.
pub async fn put_rating(
    tx: &mut Tx,
    (goal_id, party, occasion): (Uuid, Party, &str),
    rating: i32,
    (by, now): (Uuid, Moment),
) -> Result<bool> {
    let put = tx
        .sql(
            "insert into goal_rating (goal_id, party, occasion, rating, rated_by, rated_at) \
             values ($1, $2, $3, $4, $5, $6) on conflict (goal_id, party, occasion) \
             do update set rating = $4, rated_by = $5, rated_at = $6 where goal_rating.rating <> $4",
        )
        .bind(goal_id)
        .bind(party)
        .bind(occasion.to_owned())
        .bind(rating)
        .bind(by)
        .bind(now)
        .execute()
        .await?;
    Ok(put == 1)
}

/// A case in which goals wait for somebody: for a rating on the open occasion, or for the participant's word.
#[derive(Clone, Debug, FromRow)]
pub struct Unrated {
    pub case_id: Uuid,
    pub person_id: Uuid,
    pub first_name: String,
    pub last_name: String,
    pub blueprint_id: Uuid,
    pub erratum: Option<i32>,
    /// Empty when nothing is to be rated.
    pub occasion: String,
    /// Goals that nobody has agreed to; counted for the participant.
    pub drafts: i64,
}

/// At most so many rows of one slice on a first screen.
const ROWS: i64 = 16;

/// The cases in which the human of the grant is waited for in the given role.
pub async fn unrated(tx: &mut Tx, grant: &Grant, role: Role) -> Result<Vec<Unrated>> {
    let (party, whose) = match role {
        Role::Supervisor => (Party::Supervisor, "t.supervisor_human_id = $1"),
        Role::Coach => (Party::Coach, "t.coach_human_id = $1"),
        _ => (Party::Participant, "t.human_id = $1"),
    };
    let drafts = match party {
        Party::Participant => {
            "(select count(*) from goal d where d.case_id = t.case_id and d.agreed_at is null \
         and t.state in ('opened', 'running'))"
        }
        _ => "cast(0 as bigint)",
    };
    tx.compose(&[
        "select * from (select t.case_id, t.person_id, n.first_name, n.last_name, b.blueprint_id, b.erratum, \
         case when p.occasion is not null and exists (select 1 from goal g where g.case_id = t.case_id \
         and g.agreed_at is not null and not exists (select 1 from goal_rating s where s.goal_id = g.id \
         and s.party = $2 and s.occasion = p.occasion)) then p.occasion else '' end as occasion,",
        drafts,
        "as drafts from coaching_three t join goal_plan p on p.case_id = t.case_id \
         join people_name n on n.person_id = t.person_id join programmes_blueprint b on b.round_id = t.round_id where",
        whose,
        ") u where u.occasion <> '' or u.drafts > 0 order by u.case_id limit $3",
    ])
    .bind(grant.human_id())
    .bind(party)
    .bind(ROWS)
    .all()
    .await
}
