//! What is done to meetings: proposed, agreed, moved, called off, held or missed.
use uuid::Uuid;

use super::{
    CancelReason, SessionState, Standing, StepState, Way, letters,
    letters::Says,
    path,
    period::{self, Held},
    session,
    store::{
        self,
        cases::Case,
        sessions::{Proposed, Session},
        steps::Step,
    },
};
use crate::{clock::Moment, db::Tx, events::Event, house::House, ident, web::Failure};

/// Who acts on which case, and when.
#[derive(Clone, Copy)]
pub struct Scene<'s> {
    pub house: &'s House,
    pub case: &'s Case,
    pub by: Uuid,
    pub now: Moment,
}

/// A meeting as it was asked for.
#[derive(Clone, Debug)]
pub struct Plan {
    pub minutes: i32,
    pub way: Way,
    pub place: String,
    pub own_time: bool,
    pub substitute_needed: bool,
    /// The period it belongs to; the one whose turn it is when nothing is said.
    pub step_id: Option<Uuid>,
}

impl Scene<'_> {
    /// The other party of the case.
    fn other(&self) -> Option<Uuid> {
        if self.by == self.case.human_id { self.case.coach_human_id } else { Some(self.case.human_id) }
    }

    fn parties(&self, session: &Session) -> Vec<Uuid> {
        let two = std::iter::once(self.case.human_id).chain(self.case.coach_human_id);
        two.chain(session.supervisor_human_id).collect()
    }

    async fn event(&self, tx: &mut Tx, what: &'static str, session: &Session) -> Result<(), Failure> {
        let event = Event::new(what, session.id, self.case.controller_id, self.now)
            .fact("case", self.case.id.to_string())
            .fact("sequence", session.sequence)
            .by(Some(self.by));
        event.record(tx).await?;
        Ok(())
    }

    /// A new meeting with times for the other party to choose from; one time that is booked directly when `book`.
    pub async fn plan(&self, tx: &mut Tx, plan: Plan, (times, book): (&[Moment], bool)) -> Result<Uuid, Failure> {
        let step = self.step(tx, plan.step_id).await?;
        let with_supervisor = step.as_ref().is_some_and(Step::is_of_three);
        let mut session = Session {
            id: ident::at(self.now),
            case_id: self.case.id,
            step_id: step.map(|step| step.id),
            state: SessionState::Planned,
            starts_at: None,
            ends_at: None,
            minutes: plan.minutes,
            way: plan.way,
            place: plan.place,
            own_time: plan.own_time,
            substitute_needed: plan.substitute_needed,
            sequence: 0,
            cancel_reason: None,
            uses_visit: false,
            with_supervisor,
            supervisor_away_at: None,
            supervisor_human_id: self.case.supervisor_human_id.filter(|_| with_supervisor),
            supervisor_name: None,
            step_name: None,
            theme: None,
            asks_before: None,
        };
        store::sessions::insert_session(tx, &session, self.by, self.now).await?;
        match (book, times) {
            (true, [starts_at, ..]) => self.agree(tx, &mut session, *starts_at).await?,
            _ => self.propose(tx, &session, times).await?,
        }
        Ok(session.id)
    }

    /// The step that the meeting belongs to; going on to it ends the periods before it that were met for.
    async fn step(&self, tx: &mut Tx, asked: Option<Uuid>) -> Result<Option<Step>, Failure> {
        let steps = store::steps::steps(tx, self.case.id).await?;
        let open = store::sessions::open_sessions(tx, self.case.id).await?;
        let bookable = period::bookable(self.case, &steps, &open);
        let chosen = bookable.iter().find(|step| Some(step.id) == asked).copied();
        let Some(step) = chosen.or_else(|| period::current(&bookable)) else {
            return match (self.case.state.is_open(), period::package_has_room(self.case, &open)) {
                (false, _) => Err(Failure::Refused("conflict-coaching-ended")),
                (true, false) => Err(Failure::Refused("conflict-coaching-package-used")),
                (true, true) => Ok(None),
            };
        };
        let held = store::sessions::held_by_step(tx, self.case.id).await?;
        for ended in period::ended_by(&steps, step, &held) {
            path::end_meetings(tx, (self.case, ended.id), (self.by, self.now)).await?;
        }
        Ok(Some(step.clone()))
    }

    /// Times for the other party to choose from.
    pub async fn propose(&self, tx: &mut Tx, session: &Session, times: &[Moment]) -> Result<(), Failure> {
        if !session.standing().is_open() {
            return Err(Failure::Refused(super::Refusal::Over.key()));
        }
        for starts_at in times {
            let time = Proposed {
                id: ident::random(),
                session_id: session.id,
                proposer: self.by,
                by_supervisor: false,
                starts_at: *starts_at,
            };
            store::sessions::insert_time(tx, &time).await?;
        }
        self.event(tx, "session.proposed", session).await?;
        if let Some(other) = self.other() {
            let path = format!("/sessions/{}", session.id);
            letters::tell(tx, self.house, other, Says { key: "coaching-mail-proposed", path: &path }).await?;
        }
        Ok(())
    }

    /// The meeting is agreed for this time, or moved to it; invitations go to both, and the time to the roster.
    pub async fn agree(&self, tx: &mut Tx, session: &mut Session, starts_at: Moment) -> Result<(), Failure> {
        let standing = session.standing().agree(starts_at, self.now).map_err(refused)?;
        set(session, standing);
        session.ends_at = Some(session::ends_at(starts_at, session.minutes));
        session.supervisor_away_at = None;
        store::sessions::set_session(tx, session, self.by).await?;
        self.event(tx, "session.agreed", session).await?;
        letters::invite(tx, self.house, session, &self.parties(session)).await?;
        if letters::roster_notice(tx, self.house, self.case, session).await? {
            store::sessions::set_roster_noticed(tx, session.id, self.now).await?;
        }
        if let Some(step_id) = session.step_id {
            store::steps::set_step(tx, step_id, StepState::Scheduled, self.now).await?;
        }
        if let Some(state) = self.case.state.run() {
            let (used, first) = (self.case.visits_used, self.case.first_session_at);
            store::cases::set_state(tx, self.case.id, (state, used), first).await?;
        }
        Ok(())
    }

    /// The meeting is called off.
    pub async fn cancel(&self, tx: &mut Tx, session: &mut Session, reason: CancelReason) -> Result<(), Failure> {
        let was_agreed = session.state == SessionState::Invited;
        set(session, session.standing().cancel().map_err(refused)?);
        session.cancel_reason = Some(reason);
        store::sessions::set_session(tx, session, self.by).await?;
        self.event(tx, "session.cancelled", session).await?;
        if was_agreed {
            letters::invite(tx, self.house, session, &self.parties(session)).await?;
            letters::roster_notice(tx, self.house, self.case, session).await?;
        } else if let Some(other) = self.other() {
            letters::tell(tx, self.house, other, Says { key: "coaching-mail-times-gone", path: "/" }).await?;
        }
        if let Some(step_id) = session.step_id {
            store::steps::set_step(tx, step_id, StepState::Ready, self.now).await?;
        }
        Ok(())
    }

    /// The meeting was held, or the participant did not come. It uses a visit as the contract says.
    pub async fn end(&self, tx: &mut Tx, session: &mut Session, came: bool) -> Result<(), Failure> {
        set(session, session.standing().end(came, self.now).map_err(refused)?);
        session.uses_visit = !session.with_supervisor && (came || self.no_show_uses_visit(tx).await?);
        let used = self.case.visits_used + i32::from(session.uses_visit);
        if used > self.case.visits_granted {
            return Err(Failure::Refused("conflict-coaching-package-used"));
        }
        store::sessions::set_session(tx, session, self.by).await?;
        self.event(tx, if came { "session.held" } else { "session.missed" }, session).await?;
        let first = self.case.first_session_at.or(session.starts_at.filter(|_| came));
        store::cases::set_state(tx, self.case.id, (self.case.state, used), first).await?;
        let case = Case { visits_used: used, first_session_at: first, ..self.case.clone() };
        self.after(tx, &case, (session, came)).await
    }

    /// What the meeting that is over means for its step and for the coaching.
    async fn after(&self, tx: &mut Tx, case: &Case, (session, came): (&Session, bool)) -> Result<(), Failure> {
        let steps = store::steps::steps(tx, case.id).await?;
        let Some(step) = steps.iter().find(|step| session.step_id == Some(step.id)) else { return Ok(()) };
        let held = store::sessions::held_by_step(tx, case.id).await?;
        let used_up = session.uses_visit && case.visits_used >= case.visits_granted;
        match period::after_held(&steps, step, &held, used_up) {
            Held::Last if came => path::ask_closing(tx, self.house, case, self.by).await?,
            Held::Done if came => path::end_meetings(tx, (case, step.id), (self.by, self.now)).await?,
            _ => {
                store::steps::set_step(tx, step.id, StepState::Ready, self.now).await?;
            }
        }
        Ok(())
    }

    async fn no_show_uses_visit(&self, tx: &mut Tx) -> Result<bool, Failure> {
        let Some(contract_id) = self.case.contract_id else { return Ok(false) };
        let contract = store::contracts::contract(tx, contract_id).await?;
        Ok(contract.is_some_and(|contract| contract.no_show_uses_visit))
    }
}

fn set(session: &mut Session, standing: Standing) {
    session.state = standing.state;
    session.starts_at = standing.starts_at;
    session.sequence = standing.sequence;
}

fn refused(refusal: super::Refusal) -> Failure {
    Failure::Refused(refusal.key())
}
