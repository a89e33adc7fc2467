//! SQL of what is past its time, and of holds.
use chrono::NaiveDate;
use uuid::Uuid;

use crate::{
    clock::Moment,
    codes,
    db::{FromRow, Result, Tx},
    ident,
    privacy::Grant,
};

codes! {
    pub enum ListState {
        Listed = "listed",
        Approved = "approved",
        Done = "done",
    }
}

codes! {
    pub enum ItemState {
        Listed = "listed",
        Erased = "erased",
        /// A hold stood when it was to be erased.
        Held = "held",
    }
}

codes! {
    /// Why nothing of somebody may be erased.
    pub enum HoldReason {
        LegalClaim = "legal_claim",
        Authority = "authority",
        Other = "other",
    }
}

/// A list of one class of one organisation.
#[derive(Clone, Debug, FromRow)]
pub struct List {
    pub id: Uuid,
    pub controller_id: Uuid,
    pub class: String,
    pub state: ListState,
}

/// The list that is open for what is found now; made when there is none.
pub async fn open(tx: &mut Tx, (controller_id, class): (Uuid, &str), now: Moment) -> Result<Uuid> {
    let found: Option<(Uuid,)> = tx
        .sql("select id from retention_list where controller_id = $1 and state = 'listed' and class = $2 order by id limit 1")
        .bind(controller_id)
        .bind(class.to_owned())
        .optional()
        .await?;
    if let Some((id,)) = found {
        return Ok(id);
    }
    let id = ident::at(now);
    insert(tx, (id, controller_id, class), (now, false)).await?;
    Ok(id)
}

async fn insert(
    tx: &mut Tx,
    (id, controller_id, class): (Uuid, Uuid, &str),
    (now, on_request): (Moment, bool),
) -> Result<()> {
    tx.sql(
        "insert into retention_list (id, controller_id, class, made_at, state, on_request) values ($1, $2, $3, $4, $5, $6)",
    )
    .bind(id)
    .bind(controller_id)
    .bind(class.to_owned())
    .bind(now)
    .bind(ListState::Listed)
    .bind(on_request)
    .execute()
    .await?;
    Ok(())
}

/// A list of its own for what a person asked to be erased.
pub async fn insert_requested(tx: &mut Tx, id: Uuid, (controller_id, class): (Uuid, &str), now: Moment) -> Result<()> {
    insert(tx, (id, controller_id, class), (now, true)).await
}

pub async fn put(
    tx: &mut Tx,
    list_id: Uuid,
    (subject_id, person_id): (Uuid, Uuid),
    closed_on: NaiveDate,
) -> Result<()> {
    tx.sql(
        "insert into retention_item (list_id, subject_id, person_id, closed_on, state) values ($1, $2, $3, $4, $5) \
         on conflict (list_id, subject_id) do nothing",
    )
    .bind(list_id)
    .bind(subject_id)
    .bind(person_id)
    .bind(closed_on)
    .bind(ItemState::Listed)
    .execute()
    .await?;
    Ok(())
}

/// False when it has been approved before or is another organisation's.
pub async fn approve(tx: &mut Tx, (id, controller_id): (Uuid, Uuid), by: Uuid, now: Moment) -> Result<bool> {
    let changed = tx
        .sql(
            "update retention_list set state = 'approved', approved_by = $3, approved_at = $4 \
             where id = $1 and controller_id = $2 and state = 'listed'",
        )
        .bind(id)
        .bind(controller_id)
        .bind(by)
        .bind(now)
        .execute()
        .await?;
    Ok(changed == 1)
}

pub async fn list(tx: &mut Tx, id: Uuid) -> Result<Option<List>> {
    tx.sql("select id, controller_id, class, state from retention_list where id = $1").bind(id).optional().await
}

/// What of an approved list has not been dealt with: `(subject, person)`.
pub async fn waiting(tx: &mut Tx, list_id: Uuid, at_most: i64) -> Result<Vec<(Uuid, Uuid)>> {
    tx.sql(
        "select subject_id, person_id from retention_item where list_id = $1 and state = 'listed' \
         order by subject_id limit $2",
    )
    .bind(list_id)
    .bind(at_most)
    .all()
    .await
}

pub async fn set_item(tx: &mut Tx, (list_id, subject_id): (Uuid, Uuid), state: ItemState) -> Result<()> {
    tx.sql("update retention_item set state = $3 where list_id = $1 and subject_id = $2")
        .bind(list_id)
        .bind(subject_id)
        .bind(state)
        .execute()
        .await?;
    Ok(())
}

pub async fn set_done(tx: &mut Tx, id: Uuid, now: Moment) -> Result<()> {
    tx.sql("update retention_list set state = 'done', done_at = $2 where id = $1").bind(id).bind(now).execute().await?;
    Ok(())
}

/// Counts of a list, for those who say yes and for the dry run.
#[derive(Clone, Debug, FromRow)]
pub struct Count {
    pub id: Uuid,
    pub organisation: String,
    pub class: String,
    pub state: ListState,
    pub made_at: Moment,
    /// Those that would be erased now.
    pub listed: i64,
    pub erased: i64,
    /// Those that a hold keeps.
    pub held: i64,
    pub earliest: Option<NaiveDate>,
}

const COUNT: &str = "select l.id, g.name as organisation, l.class, l.state, l.made_at, \
    count(case when i.state = 'listed' and h.person_id is null then 1 end) as listed, \
    count(case when i.state = 'erased' then 1 end) as erased, \
    count(case when i.state = 'held' or (i.state = 'listed' and h.person_id is not null) then 1 end) as held, \
    min(i.closed_on) as earliest from retention_list l join organisation_name g on g.organisation_id = l.controller_id \
    left join retention_item i on i.list_id = l.id left join (select distinct person_id from retention_hold \
    where lifted_at is null) h on h.person_id = i.person_id";

/// The organisation's lists, the newest first.
pub async fn counts(tx: &mut Tx, controller_id: Uuid) -> Result<Vec<Count>> {
    tx.compose(&[
        COUNT,
        "where l.controller_id = $1 group by l.id, g.name, l.class, l.state, l.made_at \
         order by l.made_at desc, l.id desc limit 60",
    ])
    .bind(controller_id)
    .all()
    .await
}

/// Every organisation's lists, for the administrator.
pub async fn all_counts(tx: &mut Tx) -> Result<Vec<Count>> {
    tx.compose(&[
        COUNT,
        "group by l.id, g.name, l.class, l.state, l.made_at order by l.made_at desc, l.id desc limit 200",
    ])
    .all()
    .await
}

/// A hold that stands.
#[derive(Clone, Debug, FromRow)]
pub struct Hold {
    pub id: Uuid,
    pub person_id: Uuid,
    pub first_name: String,
    pub last_name: String,
    pub reason: HoldReason,
    pub placed_at: Moment,
}

/// The holds in the organisation whose register the grant is for.
pub async fn holds(tx: &mut Tx, grant: &Grant) -> Result<Vec<Hold>> {
    tx.sql(
        "select h.id, h.person_id, n.first_name, n.last_name, h.reason, h.placed_at from retention_hold h \
         join people_name n on n.person_id = h.person_id where h.controller_id = $1 and h.lifted_at is null \
         order by h.placed_at desc, h.id desc limit 200",
    )
    .bind(grant.resource())
    .all()
    .await
}

pub async fn is_held(tx: &mut Tx, person_id: Uuid) -> Result<bool> {
    let (n,): (i64,) = tx
        .sql("select count(*) from retention_hold where person_id = $1 and lifted_at is null")
        .bind(person_id)
        .one()
        .await?;
    Ok(n > 0)
}

pub async fn place_hold(
    tx: &mut Tx,
    (id, controller_id, person_id): (Uuid, Uuid, Uuid),
    reason: HoldReason,
    (by, now): (Uuid, Moment),
) -> Result<()> {
    tx.sql(
        "insert into retention_hold (id, controller_id, person_id, reason, placed_by, placed_at) \
         values ($1, $2, $3, $4, $5, $6)",
    )
    .bind(id)
    .bind(controller_id)
    .bind(person_id)
    .bind(reason)
    .bind(by)
    .bind(now)
    .execute()
    .await?;
    Ok(())
}

/// False when it does not stand or is another organisation's.
pub async fn lift_hold(tx: &mut Tx, (id, controller_id): (Uuid, Uuid), (by, now): (Uuid, Moment)) -> Result<bool> {
    let changed = tx
        .sql(
            "update retention_hold set lifted_by = $3, lifted_at = $4 \
             where id = $1 and controller_id = $2 and lifted_at is null",
        )
        .bind(id)
        .bind(controller_id)
        .bind(by)
        .bind(now)
        .execute()
        .await?;
    Ok(changed == 1)
}
