//! What was written in the time of an earlier coach. When the coach changes, the shared memo of that time becomes a
//! resource of its own: the next coach begins a new one and reads the earlier one only when the participant consents, or
//! when two persons of the organisation, each with a reason, open it. The edges opened here decide and are shown.
use uuid::Uuid;

use super::{
    letters::{self, Says},
    store::{
        self,
        cases::Case,
        eras::{Era, Request},
    },
};
use crate::{
    clock::Moment,
    codes,
    db::{Result, Tx},
    events::Event,
    house::House,
    ident,
    privacy::{self, Class, Edge, Purpose, Reader, Role, account},
};

codes! {
    /// What the participant says when asked whether the new coach may read.
    pub enum Answer {
        Yes = "yes",
        No = "no",
        /// Not now: nothing is opened, and it is not asked again by itself.
        Later = "later",
    }
}

codes! {
    /// Where a request without consent stands.
    pub enum RequestState {
        Asked = "asked",
        Approved = "approved",
        Declined = "declined",
        /// The coach changed before anybody decided.
        Lapsed = "lapsed",
    }
}

/// Whether it is the time of another coach than this one.
pub fn is_of_another(era: &Era, coach: Option<Uuid>) -> bool {
    coach.is_none() || era.coach_human_id != coach
}

/// Whether a memo was written in the time of another coach than this one.
pub fn has_words(eras: &[Era], coach: Option<Uuid>) -> bool {
    eras.iter().any(|era| era.saved_at.is_some() && is_of_another(era, coach))
}

/// The coach's time is over: its memo is laid aside, and those who coached read no earlier time any more.
pub async fn close(tx: &mut Tx, case: &Case, (because_event, now): (Uuid, Moment)) -> Result<()> {
    for era in store::eras::eras(tx, case.id).await? {
        if let Some(coach) = case.coach_human_id {
            privacy::close_reader(tx, era.id, Reader::Human(coach), now).await?;
        }
    }
    store::eras::lapse(tx, case.id).await?;
    let id = ident::at(now);
    if !store::eras::close(tx, id, case.id, now).await? {
        return Ok(());
    }
    let own = (case.human_id, Purpose::OwnAffairs);
    privacy::open_edge(tx, &edge((case.controller_id, id), own, (now, Edge::open_end()), because_event)).await
}

/// A coach begins: what an earlier coach wrote is laid aside, if it is not yet, and a coach who comes back reads again
/// what was written in their own time.
pub async fn begin(
    tx: &mut Tx,
    case: &Case,
    (coach, until): (Uuid, Moment),
    (because_event, now): (Uuid, Moment),
) -> Result<()> {
    let another = match case.coach_human_id {
        Some(before) => before != coach,
        None => store::eras::has_memo_of_another(tx, case.id, (case.human_id, coach)).await?,
    };
    if another {
        close(tx, case, (because_event, now)).await?;
    }
    store::eras::forget_consent(tx, (case.id, coach)).await?;
    for era in store::eras::eras(tx, case.id).await?.iter().filter(|era| era.coach_human_id == Some(coach)) {
        let reads = (coach, Purpose::Coaching);
        privacy::open_edge(tx, &edge((case.controller_id, era.id), reads, (now, until), because_event)).await?;
    }
    Ok(())
}

/// The times of the case end for their readers when the contract does.
pub async fn move_end(tx: &mut Tx, case_id: Uuid, ends: (Moment, Moment)) -> Result<()> {
    for era in store::eras::eras(tx, case_id).await? {
        privacy::move_end(tx, era.id, ends).await?;
    }
    Ok(())
}

/// The participant's answer: may the coach of now read what was written before? It can be changed at any time.
pub async fn answer(tx: &mut Tx, case: &Case, (answer, by): (Answer, Uuid), now: Moment) -> Result<()> {
    let Some(coach) = case.coach_human_id else { return Ok(()) };
    let event = Event::new("case.consent_given", case.id, case.controller_id, now)
        .fact("coach", coach.to_string())
        .fact("answer", answer.code())
        .by(Some(by));
    let because_event = event.record(tx).await?;
    store::eras::set_consent(tx, (case.id, coach), answer, now).await?;
    if answer == Answer::Yes {
        open(tx, case, Purpose::Coaching, (because_event, now)).await
    } else {
        for era in not_of(store::eras::eras(tx, case.id).await?, coach) {
            privacy::close_purpose(tx, era.id, (Reader::Human(coach), Purpose::Coaching), now).await?;
        }
        Ok(())
    }
}

/// Opens every earlier time to the coach of now, for as long as the contract lasts.
async fn open(tx: &mut Tx, case: &Case, purpose: Purpose, (because_event, now): (Uuid, Moment)) -> Result<()> {
    let (Some(coach), Some(contract_id)) = (case.coach_human_id, case.contract_id) else { return Ok(()) };
    let Some(contract) = store::contracts::contract(tx, contract_id).await? else { return Ok(()) };
    for era in not_of(store::eras::eras(tx, case.id).await?, coach) {
        let edge = edge((case.controller_id, era.id), (coach, purpose), (now, contract.over_at()), because_event);
        privacy::open_edge(tx, &edge).await?;
    }
    Ok(())
}

fn not_of(eras: Vec<Era>, coach: Uuid) -> impl Iterator<Item = Era> {
    eras.into_iter().filter(move |era| era.coach_human_id != Some(coach))
}

/// Asks with a reason that the coach of now may read without consent. The others who can decide are told.
/// False when a request waits already.
pub async fn ask(tx: &mut Tx, house: &House, case: &Case, request: &Request) -> Result<bool> {
    if !store::eras::insert_request(tx, request).await? {
        return Ok(false);
    }
    let now = request.asked_at;
    let event = Event::new("case.earlier_asked", case.id, case.controller_id, now)
        .fact("request", request.id.to_string())
        .by(Some(request.asked_by));
    let because_event = event.record(tx).await?;
    for role in DECIDERS {
        let edge = Edge {
            reader: Reader::Seat(privacy::seat_id(case.controller_id, role)),
            resource: request.id,
            class: Class::Service,
            purpose: Purpose::Administration,
            from: now,
            until: Edge::open_end(),
            because_event,
            controller_id: case.controller_id,
        };
        privacy::open_edge(tx, &edge).await?;
    }
    let path = format!("/earlier-memos/{}", request.id);
    for human in others(tx, case.controller_id, request, now).await? {
        letters::tell(tx, house, human, Says { key: "coaching-mail-earlier-asked", path: &path }).await?;
    }
    Ok(true)
}

/// Who may ask and decide: seats of the organisation whose register the case is in.
pub const DECIDERS: [Role; 2] = [Role::Coordinator, Role::Admin];

/// How many of those who can decide are told at most.
const TOLD: usize = 20;

async fn others(tx: &mut Tx, controller_id: Uuid, request: &Request, now: Moment) -> Result<Vec<Uuid>> {
    let mut humans = Vec::new();
    for role in DECIDERS {
        for holder in account::holders_of(tx, privacy::seat_id(controller_id, role), now).await? {
            let other = holder.human_id != request.asked_by && holder.human_id != request.coach_human_id;
            if other && !humans.contains(&holder.human_id) {
                humans.push(holder.human_id);
            }
        }
    }
    humans.truncate(TOLD);
    Ok(humans)
}

/// The decision of another than who asked. The participant is told at once, also that somebody had asked.
pub async fn decide(
    tx: &mut Tx,
    house: &House,
    (case, request): (&Case, &Request),
    (state, reason): (RequestState, Vec<u8>),
    (by, name): (Uuid, &str),
) -> Result<bool> {
    let now = house.clock.now();
    if !store::eras::decide(tx, request.id, (state, reason), (by, name), now).await? {
        return Ok(false);
    }
    let event = Event::new("case.earlier_decided", case.id, case.controller_id, now)
        .fact("request", request.id.to_string())
        .fact("decision", state.code())
        .by(Some(by));
    let because_event = event.record(tx).await?;
    if state == RequestState::Approved {
        open(tx, case, Purpose::Continuity, (because_event, now)).await?;
    }
    let path = format!("/cases/{}/consent", case.id);
    letters::tell(tx, house, case.human_id, Says { key: "coaching-mail-earlier-decided", path: &path }).await?;
    Ok(true)
}

fn edge(
    (controller_id, resource): (Uuid, Uuid),
    (reader, purpose): (Uuid, Purpose),
    (from, until): (Moment, Moment),
    because_event: Uuid,
) -> Edge {
    let (reader, class) = (Reader::Human(reader), Class::Coaching);
    Edge { reader, resource, class, purpose, from, until, because_event, controller_id }
}
