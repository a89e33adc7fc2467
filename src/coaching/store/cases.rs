//! SQL of cases.
use chrono::NaiveDate;
use uuid::Uuid;

use super::super::{CaseState, EndReason};
use crate::{
    clock::Moment,
    db::{FromRow, Result, Tx},
    privacy::Grant,
};

/// A case: ids, states, dates and visits; no contents.
#[derive(Clone, Debug, FromRow)]
pub struct Case {
    pub id: Uuid,
    pub round_id: Uuid,
    pub application_id: Uuid,
    pub person_id: Uuid,
    pub human_id: Uuid,
    /// The organisation whose register it is in.
    pub controller_id: Uuid,
    pub contract_id: Option<Uuid>,
    pub provider_id: Option<Uuid>,
    pub coach_human_id: Option<Uuid>,
    pub coach_name: Option<String>,
    pub state: CaseState,
    pub visits_granted: i32,
    pub visits_used: i32,
    pub opened_at: Moment,
    pub first_session_at: Option<Moment>,
    pub ended_at: Option<Moment>,
    pub contact_asked_at: Option<Moment>,
    /// Since when the closing questions have been asked.
    pub closing_asked_at: Option<Moment>,
    /// Who takes part as the participant's supervisor.
    pub supervisor_human_id: Option<Uuid>,
    pub supervisor_name: Option<String>,
    pub rev: i64,
}

pub(super) const CASE: &str = "select c.id, c.round_id, c.application_id, c.person_id, c.human_id, c.controller_id, c.contract_id, \
                    c.provider_id, c.coach_human_id, c.coach_name, c.state, c.visits_granted, c.visits_used, c.opened_at, \
                    c.first_session_at, c.ended_at, c.contact_asked_at, c.closing_asked_at, c.rev, \
                    (select v.human_id from case_supervisor v where v.case_id = c.id and v.ended_at is null) \
                    as supervisor_human_id, \
                    (select v.name from case_supervisor v where v.case_id = c.id and v.ended_at is null) as supervisor_name";

/// A case as it opens. False when the application has one already.
pub async fn insert_case(tx: &mut Tx, case: &Case) -> Result<bool> {
    let opened = tx
        .sql(
            "insert into coaching_case (id, round_id, application_id, person_id, human_id, controller_id, state, opened_at) \
             values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (application_id) do nothing",
        )
        .bind(case.id)
        .bind(case.round_id)
        .bind(case.application_id)
        .bind(case.person_id)
        .bind(case.human_id)
        .bind(case.controller_id)
        .bind(case.state)
        .bind(case.opened_at)
        .execute()
        .await?;
    Ok(opened == 1)
}

/// The case that the grant is for.
pub async fn case(tx: &mut Tx, grant: &Grant) -> Result<Case> {
    tx.compose(&[CASE, "from coaching_case c where c.id = $1"]).bind(grant.resource()).one().await
}

/// [`case`] with its participant's name.
pub async fn case_and_name(tx: &mut Tx, grant: &Grant) -> Result<(Case, String)> {
    #[derive(FromRow)]
    struct Named {
        #[sqlx(flatten)]
        case: Case,
        first_name: String,
        last_name: String,
    }
    let named: Named = tx
        .compose(&[
            CASE,
            ", p.first_name, p.last_name from coaching_case c join people_name p on p.person_id = c.person_id \
             where c.id = $1",
        ])
        .bind(grant.resource())
        .one()
        .await?;
    Ok((named.case, format!("{} {}", named.first_name, named.last_name)))
}

/// A case for the clock's own work, which nobody sees.
pub async fn case_unseen(tx: &mut Tx, id: Uuid) -> Result<Option<Case>> {
    tx.compose(&[CASE, "from coaching_case c where c.id = $1"]).bind(id).optional().await
}

/// The ids of the human's own cases, the newest first.
pub async fn own_cases(tx: &mut Tx, human_id: Uuid) -> Result<Vec<Uuid>> {
    let ids: Vec<(Uuid,)> = tx
        .sql("select id from coaching_case where human_id = $1 order by opened_at desc, id desc")
        .bind(human_id)
        .all()
        .await?;
    Ok(ids.into_iter().map(|(id,)| id).collect())
}

/// A case with the participant's name and work and what is sealed in it, as its coach sees it.
#[derive(Clone, Debug, FromRow)]
pub struct CoachCase {
    #[sqlx(flatten)]
    pub case: Case,
    pub first_name: String,
    pub last_name: String,
    pub title: Option<String>,
    pub unit_name: Option<String>,
    pub roster_closes_day: Option<i32>,
    pub memo: Option<Vec<u8>>,
    pub memo_rev: Option<i64>,
    pub memo_saved_at: Option<Moment>,
    pub working_note: Option<Vec<u8>>,
    pub working_note_rev: Option<i64>,
    pub working_note_saved_at: Option<Moment>,
    /// When the time of the last earlier coach ended.
    pub era_ended_at: Option<Moment>,
}

impl CoachCase {
    pub fn name(&self) -> String {
        format!("{} {}", self.first_name, self.last_name)
    }
}

const LAST_WORK: &str =
    "from people_work w where w.person_id = c.person_id order by w.starts_on desc, w.employment_id desc limit 1";

/// The case that the grant is for, with names, the shared memo and the reader's own working note, all still sealed.
pub async fn coach_case(tx: &mut Tx, grant: &Grant) -> Result<CoachCase> {
    tx.compose(&[
        CASE,
        ", p.first_name, p.last_name,",
        // Each asked apart: SQLite would gather the whole view to join it from the left.
        "(select w.title",
        LAST_WORK,
        ") as title, (select w.unit_name",
        LAST_WORK,
        ") as unit_name, (select w.roster_closes_day",
        LAST_WORK,
        ") as roster_closes_day, m.sealed as memo, m.rev as memo_rev, m.saved_at as memo_saved_at, \
         n.sealed as working_note, n.rev as working_note_rev, n.saved_at as working_note_saved_at, \
         (select max(e.ended_at) from coach_era e where e.case_id = c.id) as era_ended_at \
         from coaching_case c join people_name p on p.person_id = c.person_id \
         left join note m on m.case_id = c.id and m.kind = 'memo' and m.owner_id = c.human_id \
         left join note n on n.case_id = c.id and n.kind = 'working_note' and n.owner_id = $2 where c.id = $1",
    ])
    .bind(grant.resource())
    .bind(grant.human_id())
    .one()
    .await
}

/// A case in a list: process facts alone.
#[derive(Clone, Debug, FromRow)]
pub struct CaseLine {
    pub id: Uuid,
    pub person_id: Uuid,
    pub first_name: String,
    pub last_name: String,
    pub state: CaseState,
    pub coach_name: Option<String>,
    pub visits_granted: i32,
    pub visits_used: i32,
    pub opened_at: Moment,
    pub first_session_at: Option<Moment>,
    pub last_held_at: Option<Moment>,
    /// Meetings proposed or agreed.
    pub open_sessions: i64,
    pub memo_saved_at: Option<Moment>,
    /// The follow-up discussion whose day has come and that nobody has agreed on.
    pub talk_due_on: Option<NaiveDate>,
    /// When the time of the last earlier coach ended.
    pub era_ended_at: Option<Moment>,
}

impl CaseLine {
    pub fn name(&self) -> String {
        format!("{} {}", self.first_name, self.last_name)
    }
}

const LINE_COLUMNS: &str = "select c.id, c.person_id, p.first_name, p.last_name, c.state, c.coach_name, \
                    c.visits_granted, c.visits_used, c.opened_at, c.first_session_at, \
                    (select max(s.starts_at) from case_session s where s.case_id = c.id and s.state = 'held') as last_held_at, \
                    (select count(*) from case_session s where s.case_id = c.id and s.state in ('planned', 'invited')) \
                    as open_sessions, m.saved_at as memo_saved_at, \
                    (select min(t.due_on) from case_step t where t.case_id = c.id and t.kind = 'meeting' \
                    and t.waits_for_day = true and t.state = 'ready') as talk_due_on, \
                    (select max(e.ended_at) from coach_era e where e.case_id = c.id) as era_ended_at";
const LINE_FROM: &str = "from coaching_case c join people_name p on p.person_id = c.person_id \
                    left join note m on m.case_id = c.id and m.kind = 'memo' and m.owner_id = c.human_id";

/// The cases of the coach that the grant is for, in contract time, by name.
pub async fn cases_of_coach(tx: &mut Tx, grant: &Grant, day: NaiveDate) -> Result<Vec<CaseLine>> {
    tx.compose(&[
        LINE_COLUMNS, LINE_FROM,
        "join contract k on k.id = c.contract_id and k.ends_on >= $2 and k.ended_at is null where c.coach_human_id = $1 \
         order by p.sort_key, c.id",
    ])
    .bind(grant.resource())
    .bind(day)
    .all()
    .await
}

/// The cases of the contract that the grant is for, the newest first.
pub async fn cases_of_contract(tx: &mut Tx, grant: &Grant) -> Result<Vec<CaseLine>> {
    tx.compose(&[
        LINE_COLUMNS,
        LINE_FROM,
        "where c.contract_id = $1 \
         order by case when c.state in ('opened', 'running') then 0 else 1 end, c.opened_at desc, c.id desc",
    ])
    .bind(grant.resource())
    .all()
    .await
}

/// A case of a contract, with its round.
#[derive(Clone, Debug, FromRow)]
pub struct ContractCase {
    #[sqlx(flatten)]
    pub line: CaseLine,
    pub contract_id: Uuid,
    pub round_id: Uuid,
    /// The round's name in three languages, as JSON.
    pub round_name: String,
}

/// The cases of the provider's contracts that the grants are for, in the order of [`cases_of_contract`].
pub async fn cases_of_provider(tx: &mut Tx, grants: &[Grant], provider_id: Uuid) -> Result<Vec<ContractCase>> {
    if grants.is_empty() {
        return Ok(Vec::new());
    }
    let mut cases: Vec<ContractCase> = tx
        .compose(&[
            LINE_COLUMNS,
            ", c.contract_id, c.round_id, r.name as round_name",
            LINE_FROM,
            "join programmes_round r on r.round_id = c.round_id join contract k on k.id = c.contract_id \
             where k.provider_id = $1 \
             order by case when c.state in ('opened', 'running') then 0 else 1 end, c.opened_at desc, c.id desc",
        ])
        .bind(provider_id)
        .all()
        .await?;
    cases.retain(|case| grants.iter().any(|grant| grant.resource() == case.contract_id));
    Ok(cases)
}

/// Cases of the controller that are open and have no contract, the oldest first.
pub async fn unplaced(tx: &mut Tx, controller_id: Uuid) -> Result<Vec<Case>> {
    tx.compose(&[
        CASE,
        "from coaching_case c where c.controller_id = $1 and c.contract_id is null and c.state in ('opened', 'running') \
         order by c.opened_at, c.id",
    ])
    .bind(controller_id)
    .all()
    .await
}

/// The cases that are or were under a contract, for the clock's and the contract's own work.
pub async fn under(tx: &mut Tx, contract_id: Uuid) -> Result<Vec<Case>> {
    tx.compose(&[CASE, "from coaching_case c where c.contract_id = $1 order by c.id"]).bind(contract_id).all().await
}

/// The case has no contract and no coach any more; what it has not used is taken back.
pub async fn release(tx: &mut Tx, id: Uuid) -> Result<()> {
    tx.sql(
        "update coaching_case set contract_id = null, provider_id = null, coach_human_id = null, coach_name = null, \
         coach_since = null, visits_granted = visits_used, rev = rev + 1 where id = $1",
    )
    .bind(id)
    .execute()
    .await?;
    Ok(())
}

/// The act takes the case's revision; false when somebody was first.
pub async fn take_rev(tx: &mut Tx, id: Uuid, rev: i64) -> Result<bool> {
    let taken = tx
        .sql("update coaching_case set rev = rev + 1 where id = $1 and rev = $2")
        .bind(id)
        .bind(rev)
        .execute()
        .await?;
    Ok(taken == 1)
}

pub async fn set_contract(tx: &mut Tx, id: Uuid, (contract, provider): (Uuid, Uuid), visits: i32) -> Result<()> {
    tx.sql(
        "update coaching_case set contract_id = $2, provider_id = $3, visits_granted = $4, rev = rev + 1 where id = $1",
    )
    .bind(id)
    .bind(contract)
    .bind(provider)
    .bind(visits)
    .execute()
    .await?;
    Ok(())
}

pub async fn set_coach(tx: &mut Tx, id: Uuid, (coach, name): (Uuid, &str), now: Moment) -> Result<()> {
    tx.sql("update coaching_case set coach_human_id = $2, coach_name = $3, coach_since = $4 where id = $1")
        .bind(id)
        .bind(coach)
        .bind(name.to_owned())
        .bind(now)
        .execute()
        .await?;
    Ok(())
}

/// State, visits used and the first meeting that was held.
pub async fn set_state(
    tx: &mut Tx,
    id: Uuid,
    (state, visits_used): (CaseState, i32),
    first_session_at: Option<Moment>,
) -> Result<()> {
    tx.sql("update coaching_case set state = $2, visits_used = $3, first_session_at = $4 where id = $1")
        .bind(id)
        .bind(state)
        .bind(visits_used)
        .bind(first_session_at)
        .execute()
        .await?;
    Ok(())
}

pub async fn set_contact_asked(tx: &mut Tx, id: Uuid, now: Moment) -> Result<()> {
    tx.sql("update coaching_case set contact_asked_at = $2 where id = $1").bind(id).bind(now).execute().await?;
    Ok(())
}

/// The closing questions have been asked; the first time stays.
pub async fn set_closing_asked(tx: &mut Tx, id: Uuid, now: Moment) -> Result<()> {
    tx.sql("update coaching_case set closing_asked_at = $2 where id = $1 and closing_asked_at is null")
        .bind(id)
        .bind(now)
        .execute()
        .await?;
    Ok(())
}

/// How a coaching ended.
#[derive(Clone, Copy, Debug)]
pub struct Ending {
    pub state: CaseState,
    pub reason: Option<EndReason>,
    pub at: Moment,
    /// The package after unused visits went back.
    pub visits_granted: i32,
}

pub async fn end_case(tx: &mut Tx, id: Uuid, ending: Ending) -> Result<()> {
    tx.sql("update coaching_case set state = $2, end_reason = $3, ended_at = $4, visits_granted = $5 where id = $1")
        .bind(id)
        .bind(ending.state)
        .bind(ending.reason.map(EndReason::code))
        .bind(ending.at)
        .bind(ending.visits_granted)
        .execute()
        .await?;
    Ok(())
}
