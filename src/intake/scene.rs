//! What an act of this slice stands on: who does it, when, and where letters lead.
use uuid::Uuid;

use super::{record::Application, store::Stop};
use crate::{
    clock::Moment,
    db::{Result, Tx},
    desk::Desk,
    events::Event,
    house::House,
    mail::{self, Letter},
    privacy,
    text::Lang,
    web::Failure,
};

/// Who acts and when.
#[derive(Clone, Copy, Debug)]
pub struct Scene<'a> {
    /// None for the clock.
    pub by: Option<Uuid>,
    pub now: Moment,
    /// Where the house is found by its readers.
    pub url: &'a str,
}

impl<'a> Scene<'a> {
    pub fn of(desk: &'a Desk) -> Scene<'a> {
        Scene {
            by: desk.maybe_actor().map(|actor| actor.human_id),
            now: desk.now,
            url: desk.house.config.get("public_url"),
        }
    }

    /// The clock's own work.
    pub fn clock(house: &'a House) -> Scene<'a> {
        Scene { by: None, now: house.clock.now(), url: house.config.get("public_url") }
    }

    /// The event of what was done to an application.
    pub async fn event(&self, tx: &mut Tx, what: &'static str, application: &Application) -> Result<Uuid> {
        Event::new(what, application.id, application.controller_id, self.now)
            .fact("state", application.state.code())
            .fact("round", application.round_id.to_string())
            .by(self.by)
            .record(tx)
            .await
    }

    /// A letter in the human's own language that says where to look, nothing else. Nobody without an address is told.
    pub async fn tell(&self, tx: &mut Tx, human_id: Uuid, (news, path): (News, String)) -> Result<()> {
        let Some(human) = privacy::human(tx, human_id).await? else { return Ok(()) };
        let Some(to) = human.address.clone() else { return Ok(()) };
        let (subject, text) = news.words(human.lang(), &format!("{}{path}", self.url.trim_end_matches('/')));
        mail::post(tx, &Letter { to, subject, text, calendar: None }, self.now).await
    }
}

/// What a letter is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum News {
    Receipt,
    Decision,
    Offer,
    Lapsed,
    Checked,
    SupervisorAsked,
    SupervisorTold,
    /// The round that one has applied to grew longer or got more places.
    RoundChanged,
    /// Named to a round and invited.
    Invited,
}

impl News {
    fn words(self, lang: Lang, link: &str) -> (String, String) {
        let (subject, text) = match self {
            News::Receipt => ("intake-letter-receipt", "intake-letter-receipt-text"),
            News::Decision => ("intake-letter-decision", "intake-letter-decision-text"),
            News::Offer => ("intake-letter-offer", "intake-letter-offer-text"),
            News::Lapsed => ("intake-letter-lapsed", "intake-letter-lapsed-text"),
            News::Checked => ("intake-letter-checked", "intake-letter-checked-text"),
            News::SupervisorAsked => ("intake-letter-asked", "intake-letter-asked-text"),
            News::SupervisorTold => ("intake-letter-told", "intake-letter-told-text"),
            News::RoundChanged => ("intake-letter-changed", "intake-letter-changed-text"),
            News::Invited => ("intake-letter-invited", "intake-letter-invited-text"),
        };
        (lang.t(subject), lang.t_with(text, [("link", link.to_owned().into())]))
    }
}

impl From<Stop> for Failure {
    fn from(stop: Stop) -> Failure {
        match stop {
            Stop::Cannot => Failure::Refused("intake-stop-cannot"),
            Stop::Full => Failure::Refused("intake-stop-full"),
            Stop::Changed => Failure::Conflict("conflict-changed"),
            Stop::Db(error) => error.into(),
        }
    }
}
