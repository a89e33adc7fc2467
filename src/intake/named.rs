//! Participants who are named: invited without applying, and free to say no. A place with its visits is kept for each
//! until the day to answer. A yes goes the way of every other place: application, offer, acceptance, case.
use chrono::Days;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{
    application::Act,
    apply::{self, Started},
    places::{self, Answer},
    scene::{News, Scene},
    store::{
        self, Counts, Stop, counts,
        invitations::{self, Invitation, InvitationState},
    },
};
use crate::{
    clock,
    db::{Result, Tx},
    events::Event,
    house::waiting::{Awaited, Found, Waiting},
    ident, jobs,
    people::{Person, sort_key},
    privacy::{self, Class, Edge, Purpose, Reader, Role},
    programmes::{self, Blueprint, Round},
};

/// The job at the day to answer.
pub const INVITATION_LAPSE: &str = "intake.invitation_lapse";

/// The payload of [`INVITATION_LAPSE`].
#[derive(Debug, Serialize, Deserialize)]
pub struct LapseOf {
    pub invitation_id: Uuid,
}

/// Why somebody could not be named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unnamed {
    /// Applied to the round already, or was invited to it.
    There,
    /// Does not work in the organisation now.
    NotStaff,
    /// The rules of the service leave the person out.
    NotInAudience,
    /// No place or visit is left.
    Full,
}

/// An open invitation is the next step of whoever is invited.
pub async fn waiting(tx: &mut Tx, awaited: &Awaited) -> Found {
    if awaited.role != Role::Participant {
        return Ok(Vec::new());
    }
    let own = invitations::own(tx, awaited.grant.human_id()).await?;
    let row = |one: Invitation| Waiting {
        title: awaited.lang.t("intake-invitation-question"),
        meta: awaited.lang.t_with("intake-invitation-waits", [("day", clock::show_day(one.answer_by).into())]),
        href: format!("/invitations/{}", one.id),
        verb: awaited.lang.t("intake-invitation-open"),
        due: Some(one.answer_by),
        person_id: None,
    };
    Ok(own.into_iter().filter(|one| one.state == InvitationState::Invited).map(row).collect())
}

/// Names the people and invites each; nobody when one of them cannot be named.
pub async fn name(
    tx: &mut Tx,
    (round, blueprint): (&Round, &Blueprint),
    people: &[Person],
    scene: Scene<'_>,
) -> Result<std::result::Result<(), (Person, Unnamed)>, Stop> {
    let mut capacity = places::capacity(round, &counts::of(tx, round.id).await?);
    let mut counts = Counts::default();
    for person in people {
        let refused = |why| Ok(Err((person.clone(), why)));
        let Some((employment, work)) = apply::work_of(tx, person.id).await? else { return refused(Unnamed::NotStaff) };
        if employment.ends_on.is_some_and(|end| end < clock::day(scene.now)) {
            return refused(Unnamed::NotStaff);
        }
        if apply::judge(blueprint, (&employment, &work), clock::day(scene.now)).0 == Act::FindIneligible {
            return refused(Unnamed::NotInAudience);
        }
        let Some(visits) = capacity.next_grant() else { return refused(Unnamed::Full) };
        if store::of_person(tx, round.id, person.id).await?.is_some()
            || !invite(tx, (round, &work.unit_name), (person, visits), scene).await?
        {
            return refused(Unnamed::There);
        }
        capacity = capacity.with_given(visits);
        counts.add("capacity", "invited", 1);
        counts.add("capacity", "granted", visits);
    }
    counts.write(tx, round.id).await?;
    Ok(Ok(()))
}

async fn invite(
    tx: &mut Tx,
    (round, unit_name): (&Round, &str),
    (person, visits): (&Person, i64),
    scene: Scene<'_>,
) -> Result<bool> {
    let today = clock::day(scene.now);
    let days = Days::new(u64::try_from(round.offer_days).unwrap_or(1));
    let new = Invitation {
        id: ident::at(scene.now),
        round_id: round.id,
        controller_id: round.controller_id,
        person_id: person.id,
        human_id: person.human_id,
        name: person.name(),
        unit_name: unit_name.to_owned(),
        state: InvitationState::Invited,
        visits: i32::try_from(visits).unwrap_or(i32::MAX),
        answer_by: today.checked_add_days(days).unwrap_or(today),
        invited_at: scene.now,
    };
    let key = sort_key(&person.last_name, &person.first_name);
    if !invitations::insert(tx, &new, (key, scene.by)).await? {
        return Ok(false);
    }
    let because_event = event(tx, "invitation.made", &new, scene).await?;
    let edge = Edge {
        reader: Reader::Human(new.human_id),
        resource: new.id,
        class: Class::Own,
        purpose: Purpose::OwnAffairs,
        from: scene.now,
        until: Edge::open_end(),
        because_event,
        controller_id: new.controller_id,
    };
    privacy::open_edge(tx, &edge).await?;
    let at_deadline = (clock::end_of(new.answer_by), format!("{INVITATION_LAPSE}:{}", new.id));
    jobs::ask_once(tx, INVITATION_LAPSE, &LapseOf { invitation_id: new.id }, at_deadline).await?;
    scene.tell(tx, new.human_id, (News::Invited, format!("/invitations/{}", new.id))).await?;
    Ok(true)
}

async fn event(tx: &mut Tx, what: &'static str, invitation: &Invitation, scene: Scene<'_>) -> Result<Uuid> {
    Event::new(what, invitation.id, invitation.controller_id, scene.now)
        .fact("round", invitation.round_id.to_string())
        .by(scene.by)
        .record(tx)
        .await
}

/// The person says yes: an application, an offer and its acceptance in one act. Gives the application's id.
pub async fn accept(tx: &mut Tx, invitation: &Invitation, scene: Scene<'_>) -> Result<Uuid, Stop> {
    if !invitations::end(tx, invitation.id, InvitationState::Accepted, scene.now).await? {
        return Err(Stop::Changed);
    }
    event(tx, "invitation.accepted", invitation, scene).await?;
    let round = programmes::round(tx, invitation.round_id).await?.ok_or(Stop::Cannot)?;
    let blueprint = programmes::blueprint_of(tx, &round).await?;
    let person = crate::people::person(tx, invitation.person_id).await?.ok_or(Stop::Cannot)?;
    let mut counts = Counts::default();
    let Started::New(id) = apply::start_counted(tx, &round, &person, (scene, false, &mut counts)).await? else {
        return Err(Stop::Cannot);
    };
    let mut application = store::for_work(tx, id).await?.ok_or(Stop::Changed)?;
    apply::enter_named(tx, &blueprint, &mut application, (&mut counts, scene)).await?;
    let visits = i64::from(invitation.visits);
    counts.add("capacity", "invited", -1);
    counts.add("capacity", "granted", -visits);
    let offer = places::offer(tx, (&round, visits), &mut application, (&mut counts, scene)).await?;
    places::answer_counted(tx, (&mut application, &offer), Answer::Accept, (&mut counts, scene)).await?;
    counts.write(tx, round.id).await?;
    Ok(id)
}

/// The invitation ends without a yes, and the place is free again.
pub async fn end(tx: &mut Tx, invitation: &Invitation, to: InvitationState, scene: Scene<'_>) -> Result<(), Stop> {
    let what = match to {
        InvitationState::Declined => "invitation.declined",
        InvitationState::Lapsed => "invitation.lapsed",
        InvitationState::Withdrawn => "invitation.withdrawn",
        InvitationState::Invited | InvitationState::Accepted => return Err(Stop::Cannot),
    };
    if !invitations::end(tx, invitation.id, to, scene.now).await? {
        return Err(Stop::Changed);
    }
    event(tx, what, invitation, scene).await?;
    let mut counts = Counts::default();
    counts.add("capacity", "invited", -1);
    counts.add("capacity", "granted", -i64::from(invitation.visits));
    counts.write(tx, invitation.round_id).await?;
    Ok(())
}
