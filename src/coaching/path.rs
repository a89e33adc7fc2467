//! How a case moves along its steps and to its end.
use futures_util::future::BoxFuture;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{
    CancelReason, CaseState, EndReason, SessionState, StepState, case,
    letters::{self, Says},
    step::{self, Mark},
    store::{
        self,
        cases::{Case, Ending},
        steps::Step,
    },
};
use crate::{
    clock::{self, Moment},
    db::{Result, Tx},
    events::Event,
    house::{House, JobResult},
    jobs::{self, Job},
    programmes::blueprint::Due,
};

/// The step of a survey has been answered: it is done, and what waited for it is ready. False when it was over already.
pub async fn mark_step_done(tx: &mut Tx, step_id: Uuid, now: Moment) -> Result<bool> {
    let Some((case_id, _)) = store::steps::step_case(tx, step_id).await? else { return Ok(false) };
    if !store::steps::set_step(tx, step_id, StepState::Done, now).await? {
        return Ok(false);
    }
    let Some(case) = store::cases::case_unseen(tx, case_id).await? else { return Ok(false) };
    let event = Event::new("step.done", step_id, case.controller_id, now).by(Some(case.human_id));
    event.fact("case", case_id.to_string()).record(tx).await?;
    advance(tx, &case, now).await?;
    Ok(true)
}

/// Steps whose turn has come become ready; a completed case with nothing left is followed up.
pub async fn advance(tx: &mut Tx, case: &Case, now: Moment) -> Result<()> {
    let steps = store::steps::steps(tx, case.id).await?;
    let marks: Vec<Mark> = steps.iter().map(mark).collect();
    let ready = step::readied(&marks);
    for step in steps.iter().filter(|step| ready.contains(&step.step_key)) {
        store::steps::set_step(tx, step.id, StepState::Ready, now).await?;
    }
    let left = steps.iter().any(|step| step.for_whom == "participant" && !step.state.is_over());
    if let Some(state) = case.state.follow_up().filter(|_| !left) {
        store::cases::set_state(tx, case.id, (state, case.visits_used), case.first_session_at).await?;
        Event::new("case.followed_up", case.id, case.controller_id, now).record(tx).await?;
    }
    Ok(())
}

fn mark(step: &Step) -> Mark {
    Mark {
        key: step.step_key.clone(),
        state: step.state,
        after: step.after_keys.split_whitespace().map(str::to_owned).collect(),
        waits_for_day: step.waits_for_day,
    }
}

/// Who ends a coaching, how and why.
#[derive(Clone, Copy, Debug)]
pub struct End {
    pub state: CaseState,
    pub reason: Option<EndReason>,
    pub by: Uuid,
}

/// Ends the coaching: open meetings are called off, unused visits go back where the contract says so, and after a
/// completed one the follow-ups get their days.
pub async fn end(tx: &mut Tx, house: &House, case: &Case, end: End) -> Result<()> {
    let now = house.clock.now();
    for mut session in store::sessions::open_sessions(tx, case.id).await? {
        let standing = session.standing().cancel().unwrap_or(session.standing());
        (session.state, session.sequence) = (SessionState::Cancelled, standing.sequence);
        session.cancel_reason = Some(CancelReason::Ending);
        store::sessions::set_session(tx, &session, end.by).await?;
        let parties: Vec<Uuid> = std::iter::once(case.human_id).chain(case.coach_human_id).collect();
        letters::invite(tx, house, &session, &parties).await?;
        letters::roster_notice(tx, house, case, &session).await?;
    }
    let back = give_back(tx, case, now).await?;
    let ending = Ending { state: end.state, reason: end.reason, at: now, visits_granted: case.visits_granted - back };
    store::cases::end_case(tx, case.id, ending).await?;
    let what = if end.state == CaseState::Completed { "case.completed" } else { "case.interrupted" };
    let event = Event::new(what, case.id, case.controller_id, now).fact("visits_back", back).by(Some(end.by));
    event.record(tx).await?;
    let steps = store::steps::steps(tx, case.id).await?;
    for step in steps.iter().filter(|step| !step.state.is_over()) {
        end_step(tx, step, (end.state, case.first_session_at.is_some()), now).await?;
    }
    let case = Case { state: end.state, ..case.clone() };
    advance(tx, &case, now).await
}

#[derive(Serialize)]
struct HandOn {
    round_id: Uuid,
    visits: i32,
}

async fn give_back(tx: &mut Tx, case: &Case, now: Moment) -> Result<i32> {
    let Some(contract_id) = case.contract_id else { return Ok(0) };
    let Some(contract) = store::contracts::contract(tx, contract_id).await? else { return Ok(0) };
    let back = case::returned(case.visits_granted, case.visits_used, contract.returns_unused);
    if back > 0 && store::contracts::give_visits(tx, contract_id, -back).await? {
        jobs::ask(tx, "intake.hand_on", &HandOn { round_id: case.round_id, visits: back }, now).await?;
        return Ok(back);
    }
    Ok(0)
}

/// What the end of the coaching means for a step that is not over.
async fn end_step(tx: &mut Tx, step: &Step, (state, met): (CaseState, bool), now: Moment) -> Result<()> {
    let asked = step.is_asked() && step.for_whom == "participant";
    if state == CaseState::Interrupted || !asked {
        let done = state == CaseState::Completed && step.is_meeting() && met;
        let to = if done { StepState::Done } else { StepState::Skipped };
        store::steps::set_step(tx, step.id, to, now).await?;
        return Ok(());
    }
    let due = step.due.clone().and_then(|due| Due::try_from(due).ok());
    let today = clock::day(now);
    if let Some(due_on) = due.and_then(|due| due.on(today, Some(today))) {
        store::steps::set_due(tx, step.id, due_on).await?;
        if step.waits_for_day {
            jobs::ask(tx, "coaching.step_ready", &StepOrder { step_id: step.id }, clock::start_of(due_on)).await?;
        }
    }
    Ok(())
}

#[derive(Serialize, Deserialize)]
struct StepOrder {
    step_id: Uuid,
}

/// The job `coaching.step_ready`: the day of a follow-up has come, and its participant is told.
pub fn step_ready(house: House, job: Job) -> BoxFuture<'static, JobResult> {
    Box::pin(async move {
        let order: StepOrder = serde_json::from_str(&job.payload)?;
        let mut tx = house.db.write().await?;
        if let Some((case_id, StepState::Waiting)) = store::steps::step_case(&mut tx, order.step_id).await?
            && let Some(case) = store::cases::case_unseen(&mut tx, case_id).await?
        {
            store::steps::set_step(&mut tx, order.step_id, StepState::Ready, house.clock.now()).await?;
            let path = format!("/steps/{}", order.step_id);
            letters::tell_at_home(&mut tx, &house, &case, Says { key: "coaching-mail-step-ready", path: &path })
                .await?;
        }
        if jobs::done(&mut tx, &job).await? {
            tx.commit().await?;
        }
        Ok(())
    })
}
