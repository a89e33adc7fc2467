//! Letters of the slice. They carry no content: that something waits, when a meeting is, and a link to sign-in.
use uuid::Uuid;

use super::{
    calendar::{self, Invitation},
    store::{cases::Case, sessions::Session},
};
use crate::{
    clock::{self, Moment},
    db::{Result, Tx},
    house::House,
    mail::{self, Letter},
    people::{self, Reach},
    privacy::{self, Human},
    text::Lang,
};

/// What a letter says, by the key of its text, and the page its link leads to.
#[derive(Clone, Copy, Debug)]
pub struct Says<'s> {
    pub key: &'static str,
    pub path: &'s str,
}

/// Tells a human that something waits.
pub async fn tell(tx: &mut Tx, house: &House, human_id: Uuid, says: Says<'_>) -> Result<()> {
    let Some(human) = privacy::human(tx, human_id).await? else { return Ok(()) };
    let text = human.lang().t(says.key);
    post(tx, house, &human, (text, says.path)).await
}

async fn post(tx: &mut Tx, house: &House, human: &Human, (text, path): (String, &str)) -> Result<()> {
    let Some(to) = human.address.clone() else { return Ok(()) };
    let letter = Letter {
        to,
        subject: human.lang().t("coaching-mail-subject"),
        text: body(house, human.lang(), (&text, path)),
        calendar: None,
    };
    mail::post(tx, &letter, house.clock.now()).await
}

fn body(house: &House, lang: Lang, (text, path): (&str, &str)) -> String {
    let link = format!("{}{path}", house.config.get("public_url").trim_end_matches('/'));
    lang.t_with("coaching-mail-body", [("text", text.into()), ("link", link.into())])
}

/// What comes after the coaching goes to the private address, or to the one at work while there is work.
pub async fn tell_at_home(tx: &mut Tx, house: &House, case: &Case, says: Says<'_>) -> Result<()> {
    let Some(mut human) = privacy::human(tx, case.human_id).await? else { return Ok(()) };
    let contact = people::contact(tx, case.person_id).await?;
    let today = clock::day(house.clock.now());
    let Some(Reach::Mail(address)) = contact.and_then(|contact| contact.reach(today, false)) else { return Ok(()) };
    human.address = Some(address);
    let text = human.lang().t(says.key);
    post(tx, house, &human, (text, says.path)).await
}

/// Sends the meeting's invitation, update or cancellation to these people.
pub async fn invite(tx: &mut Tx, house: &House, session: &Session, humans: &[Uuid]) -> Result<()> {
    let (Some(starts_at), Some(ends_at)) = (session.starts_at, session.ends_at) else { return Ok(()) };
    for human_id in humans {
        let Some(human) = privacy::human(tx, *human_id).await? else { continue };
        let Some(to) = human.address.clone() else { continue };
        let invitation = invitation(house, session, (starts_at, ends_at), &human);
        let key = match (invitation.cancelled, session.sequence) {
            (true, _) => "coaching-mail-cancelled",
            (false, 0) => "coaching-mail-invited",
            (false, _) => "coaching-mail-moved",
        };
        let when =
            [("day", clock::show_day(clock::day(starts_at)).into()), ("time", clock::show_time(starts_at).into())];
        let text = human.lang().t_with(key, when);
        let letter = Letter {
            to,
            subject: human.lang().t("coaching-mail-subject"),
            text: body(house, human.lang(), (&text, &page_of(session, human.id))),
            calendar: Some(calendar::calendar(&invitation)),
        };
        mail::post(tx, &letter, house.clock.now()).await?;
    }
    Ok(())
}

/// The calendar entry of a meeting for one of its parties.
pub fn invitation(
    house: &House,
    session: &Session,
    (starts_at, ends_at): (Moment, Moment),
    human: &Human,
) -> Invitation {
    Invitation {
        session_id: session.id,
        sequence: session.sequence,
        starts_at,
        ends_at,
        cancelled: session.state == super::SessionState::Cancelled,
        summary: human.lang().t("coaching-calendar-summary"),
        organiser: plain_address(house.config.get("mail_from")),
        attendee: human.address.clone().unwrap_or_default(),
        link: format!("{}{}", house.config.get("public_url").trim_end_matches('/'), page_of(session, human.id)),
        at: house.clock.now(),
    }
}

/// The page of the meeting for one of its parties.
fn page_of(session: &Session, human_id: Uuid) -> String {
    let talk = session.supervisor_human_id == Some(human_id);
    format!("/{}/{}", if talk { "talks" } else { "sessions" }, session.id)
}

/// `Urasilta <a@b>` as `a@b`.
fn plain_address(mailbox: &str) -> String {
    mailbox.split_once('<').map_or(mailbox, |(_, rest)| rest).trim_end_matches('>').trim().to_owned()
}

/// Tells who leads the participant's unit the time alone, for the duty roster; nobody when it is on own time.
/// True when somebody was told.
pub async fn roster_notice(tx: &mut Tx, house: &House, case: &Case, session: &Session) -> Result<bool> {
    let (Some(starts_at), Some(ends_at)) = (session.starts_at, session.ends_at) else { return Ok(false) };
    if session.own_time {
        return Ok(false);
    }
    let Some(supervisor) = people::supervisor_of(tx, case.person_id).await? else { return Ok(false) };
    // Whoever takes part has the time in the calendar already.
    if session.supervisor_human_id == Some(supervisor.human_id) {
        return Ok(false);
    }
    let Some(human) = privacy::human(tx, supervisor.human_id).await? else { return Ok(false) };
    let Some(person) = people::person(tx, case.person_id).await? else { return Ok(false) };
    let key = match session.state {
        super::SessionState::Cancelled => "coaching-mail-roster-free",
        _ if session.substitute_needed => "coaching-mail-roster-substitute",
        _ => "coaching-mail-roster",
    };
    let text = human.lang().t_with(
        key,
        [
            ("name", person.name().into()),
            ("day", clock::show_day(clock::day(starts_at)).into()),
            ("from", clock::show_time(starts_at).into()),
            ("to", clock::show_time(ends_at).into()),
        ],
    );
    post(tx, house, &human, (text, "/")).await?;
    Ok(true)
}
