//! Calendar invitations (iCalendar, RFC 5545 and 5546). They tell the time and nothing else: "Tapaaminen".
use chrono::{DateTime, NaiveDateTime, Utc};
use chrono_tz::Europe::Helsinki;
use icalendar::{Calendar, Component, Event, EventStatus, Property};
use uuid::Uuid;

use crate::{clock::Moment, mail};

/// What an invitation is made of.
#[derive(Clone, Debug)]
pub struct Invitation {
    pub session_id: Uuid,
    /// Rises with every change that is sent.
    pub sequence: i32,
    pub starts_at: Moment,
    pub ends_at: Moment,
    pub cancelled: bool,
    /// The one word of the entry, in the receiver's language.
    pub summary: String,
    pub organiser: String,
    pub attendee: String,
    pub link: String,
    pub at: Moment,
}

/// The time zone's rules since 1996: daylight saving from the last Sunday of March to the last of October.
const HELSINKI: &str = "BEGIN:VTIMEZONE\r\nTZID:Europe/Helsinki\r\n\
BEGIN:DAYLIGHT\r\nTZOFFSETFROM:+0200\r\nTZOFFSETTO:+0300\r\nTZNAME:EEST\r\nDTSTART:19960331T030000\r\n\
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\nEND:DAYLIGHT\r\n\
BEGIN:STANDARD\r\nTZOFFSETFROM:+0300\r\nTZOFFSETTO:+0200\r\nTZNAME:EET\r\nDTSTART:19961027T040000\r\n\
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n";

/// The invitation, its update or its cancellation. The same meeting has the same UID always.
pub fn calendar(invitation: &Invitation) -> mail::Calendar {
    let method = if invitation.cancelled { "CANCEL" } else { "REQUEST" };
    let mut calendar = Calendar::empty();
    for (name, value) in [("VERSION", "2.0"), ("PRODID", "-//Urasilta//Urasilta//FI"), ("METHOD", method)] {
        calendar.append_property(Property::new(name, value));
    }
    calendar.push(event(invitation));
    // The crate writes no time zones; the rules stand before the first entry.
    let text = calendar.to_string().replacen("BEGIN:VEVENT", &format!("{HELSINKI}BEGIN:VEVENT"), 1);
    mail::Calendar { method: method.to_owned(), text }
}

fn event(invitation: &Invitation) -> Event {
    let status = if invitation.cancelled { EventStatus::Cancelled } else { EventStatus::Confirmed };
    let attendee = Property::new("ATTENDEE", format!("mailto:{}", invitation.attendee))
        .add_parameter("ROLE", "REQ-PARTICIPANT")
        .add_parameter("PARTSTAT", "NEEDS-ACTION")
        .add_parameter("RSVP", "FALSE")
        .done();
    Event::new()
        .uid(&format!("{}@urasilta", invitation.session_id))
        .sequence(u32::try_from(invitation.sequence).unwrap_or_default())
        .timestamp(invitation.at)
        .summary(&invitation.summary)
        .status(status)
        .url(&invitation.link)
        .append_property(local("DTSTART", invitation.starts_at))
        .append_property(local("DTEND", invitation.ends_at))
        .append_property(Property::new("ORGANIZER", format!("mailto:{}", invitation.organiser)))
        .append_property(attendee)
        .append_property(Property::new("CLASS", "PRIVATE"))
        .done()
}

fn local(name: &str, at: DateTime<Utc>) -> Property {
    let local: NaiveDateTime = at.with_timezone(&Helsinki).naive_local();
    Property::new(name, local.format("%Y%m%dT%H%M%S").to_string()).add_parameter("TZID", "Europe/Helsinki").done()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{clock, ident};

    fn invitation() -> Invitation {
        let at = |time: &str| clock::local(clock::read_day("12.10.2023").unwrap(), clock::read_time(time).unwrap());
        Invitation {
            session_id: ident::of("test", "meeting"),
            sequence: 0,
            starts_at: at("13.00"),
            ends_at: at("14.30"),
            cancelled: false,
            summary: "Tapaaminen".into(),
            organiser: "urasilta@example.invalid".into(),
            attendee: "maija@example.invalid".into(),
            link: "https://urasilta.example/path".into(),
            at: at("9.00"),
        }
    }

    #[test]
    fn an_invitation_tells_the_local_time_and_nothing_else() {
        let text = calendar(&invitation()).text.replace("\r\n ", "");
        for line in [
            "METHOD:REQUEST",
            "TZID:Europe/Helsinki",
            "DTSTART;TZID=Europe/Helsinki:20231012T130000",
            "DTEND;TZID=Europe/Helsinki:20231012T143000",
            "SEQUENCE:0",
            "SUMMARY:Tapaaminen",
            "STATUS:CONFIRMED",
            "DTSTAMP:20231012T060000Z",
        ] {
            assert!(text.contains(&format!("{line}\r\n")), "{line} in {text}");
        }
        assert!(!text.contains("DESCRIPTION") && !text.contains("LOCATION"));
        assert_eq!(text.matches("BEGIN:VTIMEZONE").count(), 1);
        assert!(text.lines().all(|line| line.len() <= 120 && !line.contains('\n')));
    }

    #[test]
    fn a_cancellation_keeps_the_uid() {
        let asked = calendar(&invitation());
        let cancelled = calendar(&Invitation { cancelled: true, sequence: 1, ..invitation() });
        let uid = |text: &str| text.lines().find(|line| line.starts_with("UID")).map(str::to_owned);
        assert_eq!(uid(&asked.text), uid(&cancelled.text));
        assert_eq!(cancelled.method, "CANCEL");
        assert!(cancelled.text.contains("STATUS:CANCELLED") && cancelled.text.contains("SEQUENCE:1"));
    }
}
