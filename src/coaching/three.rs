//! The three of a coaching (participant, supervisor, coach) and what each of them may see of what they share. Every
//! thing that can be shared with the supervisor is a resource of its own, so that the edges that decide are the ones
//! that are printed beside it: nothing is shared before the participant confirms it, and what is taken back is gone.
use uuid::Uuid;

use super::{CaseState, store};
use crate::{
    clock::Moment,
    codes,
    db::{Result, Tx},
    desk::Desk,
    events::Event,
    ident,
    privacy::{self, Class, Edge, Grant, Purpose, Reader},
    web::Failure,
};

codes! {
    /// One of the three.
    pub enum Party {
        Participant = "participant",
        Supervisor = "supervisor",
        Coach = "coach",
    }
}

codes! {
    /// What can be shared with the supervisor, each apart.
    pub enum Shared {
        Aims = "aims",
        Timetable = "timetable",
        Goals = "goals",
        Ratings = "ratings",
        Actions = "actions",
    }
}

/// The resource that stands for one thing of a case that can be shared with the supervisor.
pub fn shared_id(case_id: Uuid, what: Shared) -> Uuid {
    ident::of("urasilta:shared", &format!("{case_id}:{what}"))
}

/// Who the three are: ids and names, no contents.
#[derive(Clone, Debug, crate::db::FromRow)]
pub struct Three {
    pub case_id: Uuid,
    pub round_id: Uuid,
    /// The version of the service that the round runs.
    pub blueprint_id: Uuid,
    /// The newest correction of its texts.
    pub erratum: Option<i32>,
    pub controller_id: Uuid,
    pub person_id: Uuid,
    pub human_id: Uuid,
    pub name: String,
    pub coach_human_id: Option<Uuid>,
    pub coach_name: Option<String>,
    pub supervisor_human_id: Option<Uuid>,
    pub supervisor_name: Option<String>,
    pub state: CaseState,
    pub rev: i64,
}

impl Three {
    /// Maija, her supervisor and her coach: for samples of pages.
    pub fn sample() -> Three {
        Three {
            case_id: ident::of("sample", "case"),
            round_id: Uuid::nil(),
            blueprint_id: Uuid::nil(),
            erratum: None,
            controller_id: Uuid::nil(),
            person_id: Uuid::nil(),
            human_id: ident::of("sample", "Maija"),
            name: "Maija Virtanen".into(),
            coach_human_id: Some(ident::of("sample", "Aino")),
            coach_name: Some("Aino Laine".into()),
            supervisor_human_id: Some(ident::of("sample", "Pekka")),
            supervisor_name: Some("Pekka Niemi".into()),
            state: CaseState::Running,
            rev: 1,
        }
    }

    /// Which of the three the human is.
    pub fn party(&self, human_id: Uuid) -> Option<Party> {
        Party::ALL.iter().copied().find(|party| self.human(*party) == Some(human_id))
    }

    /// The human who is this party now; none when it has not been named.
    pub fn human(&self, party: Party) -> Option<Uuid> {
        match party {
            Party::Participant => Some(self.human_id),
            Party::Supervisor => self.supervisor_human_id,
            Party::Coach => self.coach_human_id,
        }
    }

    /// The name of this party; none when it has not been named.
    pub fn name_of(&self, party: Party) -> Option<&str> {
        match party {
            Party::Participant => Some(&self.name),
            Party::Supervisor => self.supervisor_name.as_deref(),
            Party::Coach => self.coach_name.as_deref(),
        }
    }
}

/// What one of the three may see of what they share. Only [`sight`] makes one, from edges.
#[derive(Clone, Debug)]
pub struct Sight {
    pub three: Three,
    pub party: Party,
    grant: Grant,
    seen: Vec<Shared>,
    /// What was written of the coaching before this is not for the reader: another was the coach, or the supervisor, then.
    unread_before: Option<Moment>,
}

impl Sight {
    /// Whether this is shared with the reader. Participant and coach see everything that the three share.
    pub fn sees(&self, what: Shared) -> bool {
        self.party != Party::Supervisor || self.seen.contains(&what)
    }

    /// Whether words that one of the three wrote then, outside what they agreed, are not for the reader: a coach does not
    /// read what was written for an earlier one, until it is opened, nor a supervisor what was let go to an earlier one.
    pub fn hides(&self, written_at: Moment) -> bool {
        self.unread_before.is_some_and(|before| written_at < before)
    }

    /// The permission on the case in class [`Class::Agreed`].
    pub fn grant(&self) -> &Grant {
        &self.grant
    }

    pub fn case_id(&self) -> Uuid {
        self.three.case_id
    }

    /// The same three as the supervisor would see them if these were shared: for the page that shows the participant
    /// what the supervisor sees. Never more than the reader sees.
    #[must_use]
    pub fn as_supervisor(&self, shared: &[Shared]) -> Sight {
        let seen = shared.iter().copied().filter(|what| self.sees(*what)).collect();
        Sight { party: Party::Supervisor, seen, ..self.clone() }
    }
}

/// What the reader, one of the three, may see of the case; not there for everybody else. The look is noted.
pub async fn sight(desk: &Desk, tx: &mut Tx, case_id: Uuid) -> std::result::Result<Sight, Failure> {
    let grant = desk.grant(tx, case_id, Class::Agreed).await?;
    let row = store::three::with_era(tx, case_id).await?.ok_or(Failure::NotFound)?;
    let (three, era_ended_at) = (row.three, row.era_ended_at);
    let party = three.party(grant.human_id()).ok_or(Failure::NotFound)?;
    if party != Party::Participant {
        desk.note(&grant, &[three.person_id]);
    }
    let seen = if party == Party::Supervisor { shared(tx, &three, desk.now).await? } else { Shared::ALL.to_vec() };
    let unread_before = match party {
        Party::Coach if era_ended_at.is_some() => unread_before(desk, tx, case_id).await?,
        Party::Supervisor => row.supervisor_ended_at,
        _ => None,
    };
    Ok(Sight { three, party, grant, seen, unread_before })
}

/// When the last time ended that is not open to the reader.
async fn unread_before(desk: &Desk, tx: &mut Tx, case_id: Uuid) -> std::result::Result<Option<Moment>, Failure> {
    let eras = store::eras::eras(tx, case_id).await?;
    let ids: Vec<Uuid> = eras.iter().map(|era| era.id).collect();
    let open = privacy::grants(tx, desk.actor()?, (&ids, Class::Coaching), desk.now).await?;
    let shut = eras.iter().filter(|era| !open.iter().any(|grant| grant.resource() == era.id));
    Ok(shut.map(|era| era.ended_at).max())
}

/// The three of a case, for the clock's own work, which nobody sees.
pub async fn three_unseen(tx: &mut Tx, case_id: Uuid) -> Result<Option<Three>> {
    store::three::three(tx, case_id).await
}

/// What is shared with the case's supervisor now.
pub async fn shared(tx: &mut Tx, three: &Three, now: Moment) -> Result<Vec<Shared>> {
    let Some(supervisor) = three.supervisor_human_id else { return Ok(Vec::new()) };
    shared_with(tx, (three.case_id, supervisor), now).await
}

/// What of the case is shared with this supervisor now.
pub async fn shared_with(tx: &mut Tx, (case_id, supervisor): (Uuid, Uuid), now: Moment) -> Result<Vec<Shared>> {
    let ids: Vec<Uuid> = Shared::ALL.iter().map(|what| shared_id(case_id, *what)).collect();
    let open = privacy::readable(tx, supervisor, (&ids, Class::Agreed), now).await?;
    Ok(Shared::ALL.iter().copied().filter(|what| open.contains(&shared_id(case_id, *what))).collect())
}

/// Shares exactly these with the supervisor from now on: what was shared and is not among them is taken back.
pub async fn share(tx: &mut Tx, three: &Three, what: &[Shared], (because_event, now): (Uuid, Moment)) -> Result<()> {
    let Some(supervisor) = three.supervisor_human_id else { return Ok(()) };
    for one in Shared::ALL {
        let resource = shared_id(three.case_id, *one);
        if what.contains(one) {
            let edge = edge(three, (supervisor, resource, Purpose::Supervision), (because_event, now));
            privacy::open_edge(tx, &edge).await?;
        } else {
            privacy::close(tx, resource, Class::Agreed, now).await?;
        }
    }
    Ok(())
}

/// The human is the supervisor of this coaching from now on. Whoever was before sees nothing of it any more, and what
/// was shared with the one before is not shared with the next until the participant confirms it again.
pub async fn name_supervisor(
    tx: &mut Tx,
    three: &Three,
    (human_id, name): (Uuid, &str),
    (by, now): (Uuid, Moment),
) -> Result<()> {
    let event = Event::new("case.supervisor_named", three.case_id, three.controller_id, now)
        .fact("supervisor", human_id.to_string())
        .by(Some(by));
    let because_event = event.record(tx).await?;
    if let Some(before) = three.supervisor_human_id {
        privacy::close_reader(tx, three.case_id, Reader::Human(before), now).await?;
        share(tx, three, &[], (because_event, now)).await?;
    }
    store::three::set_supervisor(tx, three.case_id, (human_id, name), (by, now)).await?;
    for resource in [three.case_id, human_id] {
        privacy::open_edge(tx, &edge(three, (human_id, resource, Purpose::Supervision), (because_event, now))).await?;
    }
    Ok(())
}

fn edge(
    three: &Three,
    (reader, resource, purpose): (Uuid, Uuid, Purpose),
    (because_event, from): (Uuid, Moment),
) -> Edge {
    Edge {
        reader: Reader::Human(reader),
        resource,
        class: Class::Agreed,
        purpose,
        from,
        until: Edge::open_end(),
        because_event,
        controller_id: three.controller_id,
    }
}
