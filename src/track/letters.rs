//! Letters of the slice. They tell that something waits, or when it is, and a link to sign-in; never who or what.
use uuid::Uuid;

use crate::{
    clock::{self, Moment},
    coaching::calendar::{self, Invitation},
    db::{Result, Tx},
    house::House,
    mail::{self, Letter},
    privacy::{self, Human},
};

/// A time for a supervisor: an own meeting or the workshop.
#[derive(Clone, Copy, Debug)]
pub struct Time<'t> {
    /// The same always, so that the calendar knows the entry again.
    pub id: Uuid,
    pub sequence: i32,
    pub starts_at: Moment,
    pub minutes: i32,
    pub cancelled: bool,
    /// The page about it.
    pub path: &'t str,
}

/// Tells a supervisor that something waits, by the key of the text.
pub async fn tell(tx: &mut Tx, house: &House, human_id: Uuid, (key, path): (&str, &str)) -> Result<()> {
    let Some(human) = privacy::human(tx, human_id).await? else { return Ok(()) };
    let text = human.lang().t(key);
    post(tx, house, &human, (&text, path, None)).await
}

/// Sends a supervisor the time, its change or its cancellation.
pub async fn invite(tx: &mut Tx, house: &House, human_id: Uuid, time: &Time<'_>) -> Result<()> {
    let Some(human) = privacy::human(tx, human_id).await? else { return Ok(()) };
    let key = match (time.cancelled, time.sequence) {
        (true, _) => "track-mail-cancelled",
        (false, 0) => "track-mail-invited",
        (false, _) => "track-mail-moved",
    };
    let when = [
        ("day", clock::show_day(clock::day(time.starts_at)).into()),
        ("time", clock::show_time(time.starts_at).into()),
    ];
    let text = human.lang().t_with(key, when);
    let entry = calendar::calendar(&invitation(house, &human, time));
    post(tx, house, &human, (&text, time.path, Some(entry))).await
}

/// The calendar entry of a time.
pub fn invitation(house: &House, human: &Human, time: &Time<'_>) -> Invitation {
    let from = house.config.get("mail_from");
    Invitation {
        session_id: time.id,
        sequence: time.sequence,
        starts_at: time.starts_at,
        ends_at: time.starts_at + chrono::Duration::minutes(time.minutes.into()),
        cancelled: time.cancelled,
        summary: human.lang().t("track-calendar-summary"),
        organiser: from.split_once('<').map_or(from, |(_, rest)| rest).trim_end_matches('>').trim().to_owned(),
        attendee: human.address.clone().unwrap_or_default(),
        link: link(house, time.path),
        at: house.clock.now(),
    }
}

fn link(house: &House, path: &str) -> String {
    format!("{}{path}", house.config.get("public_url").trim_end_matches('/'))
}

async fn post(
    tx: &mut Tx,
    house: &House,
    human: &Human,
    (text, path, calendar): (&str, &str, Option<mail::Calendar>),
) -> Result<()> {
    let Some(to) = human.address.clone() else { return Ok(()) };
    let body = [("text", text.to_owned().into()), ("link", link(house, path).into())];
    let letter = Letter {
        to,
        subject: human.lang().t("track-mail-subject"),
        text: human.lang().t_with("track-mail-body", body),
        calendar,
    };
    mail::post(tx, &letter, house.clock.now()).await
}
