//! How a case moves along its steps and to its end.
use futures_util::future::BoxFuture;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{
    CancelReason, CaseState, EndReason, SessionState, StepState, case, follow_up,
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

/// The meetings of a step are over: it is done, and what waited for it is ready.
pub async fn end_meetings(tx: &mut Tx, (case, step_id): (&Case, Uuid), (by, now): (Uuid, Moment)) -> Result<()> {
    if store::steps::set_step(tx, step_id, StepState::Done, now).await? {
        let event = Event::new("step.done", step_id, case.controller_id, now).by(Some(by));
        event.fact("case", case.id.to_string()).record(tx).await?;
        advance(tx, case, now).await?;
    }
    Ok(())
}

/// The day of a follow-up has come: it can be answered from now on.
pub async fn mark_step_ready(tx: &mut Tx, step_id: Uuid, now: Moment) -> Result<()> {
    store::steps::set_step(tx, step_id, StepState::Ready, now).await?;
    Ok(())
}

/// Nobody has answered in time: what is not known stays unknown. False when the step was over already.
pub async fn mark_step_missed(tx: &mut Tx, step_id: Uuid, now: Moment) -> Result<bool> {
    let Some((case_id, _)) = store::steps::step_case(tx, step_id).await? else { return Ok(false) };
    let missed = store::steps::set_step(tx, step_id, StepState::Missed, now).await?;
    if let Some(case) = store::cases::case_unseen(tx, case_id).await?.filter(|_| missed) {
        let event = Event::new("step.missed", step_id, case.controller_id, now);
        event.fact("case", case_id.to_string()).record(tx).await?;
        advance(tx, &case, now).await?;
    }
    Ok(missed)
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

/// The coaching comes to its end: its meetings are over, the closing questions are asked and the participant is told.
pub async fn ask_closing(tx: &mut Tx, house: &House, case: &Case, by: Uuid) -> Result<()> {
    let now = house.clock.now();
    let held = store::sessions::held_by_step(tx, case.id).await?;
    let steps = store::steps::steps(tx, case.id).await?;
    for step in steps.iter().filter(|step| step.is_meeting() && !step.is_follow_up_talk()) {
        let met = held.is_empty() || held.contains_key(&step.id);
        store::steps::set_step(tx, step.id, if met { StepState::Done } else { StepState::Skipped }, now).await?;
    }
    // What was asked before the coaching is no measure of before any more.
    let before = |step: &&Step| step.is_asked_of_participant() && step.state.is_now() && !step.is_closing();
    for step in steps.iter().filter(before).filter(|step| !step.waits_for_day) {
        store::steps::set_step(tx, step.id, StepState::Skipped, now).await?;
    }
    store::cases::set_closing_asked(tx, case.id, now).await?;
    let event = Event::new("case.closing_asked", case.id, case.controller_id, now).by(Some(by));
    event.record(tx).await?;
    if by != case.human_id {
        letters::tell(tx, house, case.human_id, Says { key: "coaching-mail-closing", path: "/path" }).await?;
    }
    advance(tx, case, now).await
}

/// Who ends a coaching, how and why.
#[derive(Clone, Copy, Debug)]
pub struct End {
    pub state: CaseState,
    pub reason: Option<EndReason>,
    pub by: Uuid,
}

/// Ends the coaching: open meetings are called off, unused visits go back where the contract says so, and the
/// follow-ups get their days.
pub async fn end(tx: &mut Tx, house: &House, case: &Case, end: End) -> Result<()> {
    let now = house.clock.now();
    call_off(tx, house, case, end.by).await?;
    let back = give_back(tx, case, now).await?;
    let ending = Ending { state: end.state, reason: end.reason, at: now, visits_granted: case.visits_granted - back };
    store::cases::end_case(tx, case.id, ending).await?;
    let what = if end.state == CaseState::Completed { "case.completed" } else { "case.interrupted" };
    let event = Event::new(what, case.id, case.controller_id, now).fact("visits_back", back).by(Some(end.by));
    event.record(tx).await?;
    let steps = store::steps::steps(tx, case.id).await?;
    for step in steps.iter().filter(|step| !step.state.is_over() && !step.is_follow_up()) {
        end_step(tx, step, (end.state, case.first_session_at.is_some()), now).await?;
    }
    follow_up::order(tx, &steps, clock::day(now), now).await?;
    let case = Case { state: end.state, ..case.clone() };
    advance(tx, &case, now).await
}

/// Calls off every meeting that is proposed or agreed.
pub async fn call_off(tx: &mut Tx, house: &House, case: &Case, by: Uuid) -> Result<()> {
    for mut session in store::sessions::open_sessions(tx, case.id).await? {
        let standing = session.standing().cancel().unwrap_or(session.standing());
        (session.state, session.sequence) = (SessionState::Cancelled, standing.sequence);
        session.cancel_reason = Some(CancelReason::Ending);
        store::sessions::set_session(tx, &session, by).await?;
        let two = std::iter::once(case.human_id).chain(case.coach_human_id);
        let parties: Vec<Uuid> = two.chain(session.supervisor_human_id).collect();
        letters::invite(tx, house, &session, &parties).await?;
        letters::roster_notice(tx, house, case, &session).await?;
    }
    Ok(())
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
    // What became of somebody is asked also after a coaching that broke off; the rest belongs to a completed one.
    let goes_on = state == CaseState::Completed || step.kind == "outcome";
    let asked = step.is_asked() && step.for_whom == "participant" && goes_on;
    let talk = step.is_follow_up_talk() && state == CaseState::Completed && met;
    if !asked && !talk {
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

/// The job `coaching.step_ready`: the day of a later self-assessment has come, and its participant is told; or that of the
/// follow-up discussion, and the coach is. (What became of somebody is asked by a link of its own.)
pub fn step_ready(house: House, job: Job) -> BoxFuture<'static, JobResult> {
    Box::pin(async move {
        let order: StepOrder = serde_json::from_str(&job.payload)?;
        let mut tx = house.db.write().await?;
        if let Some(step) = store::steps::step(&mut tx, order.step_id).await?
            && step.state == StepState::Waiting
            && step.kind != "outcome"
            && let Some(case) = store::cases::case_unseen(&mut tx, step.case_id).await?
        {
            store::steps::set_step(&mut tx, step.id, StepState::Ready, house.clock.now()).await?;
            tell_ready(&mut tx, &house, &case, &step).await?;
        }
        if jobs::done(&mut tx, &job).await? {
            tx.commit().await?;
        }
        Ok(())
    })
}

async fn tell_ready(tx: &mut Tx, house: &House, case: &Case, step: &Step) -> Result<()> {
    if !step.is_follow_up_talk() {
        let path = format!("/steps/{}", step.id);
        return letters::tell_at_home(tx, house, case, Says { key: "coaching-mail-step-ready", path: &path }).await;
    }
    let Some(coach) = case.coach_human_id else { return Ok(()) };
    let path = format!("/cases/{}/sessions/new", case.id);
    letters::tell(tx, house, coach, Says { key: "coaching-mail-follow-up-talk", path: &path }).await
}
