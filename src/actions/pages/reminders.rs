//! When I want to be reminded.
use askama::Template;

use super::super::{
    reminder, store,
    times::{HOURS, ReminderDays, Times},
};
use crate::{
    desk::{Desk, Posted},
    events::Event,
    forms::ShownChoice,
    people,
    web::{Answer, Check, Sheet, Ui},
};

#[derive(Template)]
#[template(path = "actions/pages/reminders.html")]
pub struct RemindersPage {
    pub ui: Ui,
    pub hours: Vec<ShownChoice>,
    pub days: Vec<ShownChoice>,
    pub sheet: Sheet,
}

impl RemindersPage {
    pub fn of(ui: Ui, sheet: Sheet) -> RemindersPage {
        let choice = |value: String, label: String, name: &str| ShownChoice {
            chosen: sheet.chosen(name, &value),
            value,
            label,
            hint: String::new(),
        };
        let hours = HOURS.map(|hour| choice(hour.to_string(), ui.t1("actions-at-hour", "hour", hour), "hour"));
        let days = ReminderDays::ALL
            .iter()
            .map(|days| choice(days.code().to_owned(), ui.t(&format!("actions-days-{days}")), "days"));
        RemindersPage { hours: hours.collect(), days: days.collect(), ui, sheet }
    }
}

fn filled(times: Times) -> Sheet {
    Sheet::filled([("hour", times.hour.to_string()), ("days", times.days.code().to_owned())])
}

pub async fn ask(desk: Desk) -> Answer {
    let mut tx = desk.read().await?;
    let times = store::reminders::times(&mut tx, desk.actor()?.human_id).await?.unwrap_or_default();
    desk.page(&RemindersPage::of(desk.ui(), filled(times)))
}

/// From now on reminders come at this time, those that have been asked for already too.
pub async fn save(Posted { desk, words }: Posted) -> Answer {
    let mut act = desk.act(&words).await?;
    let mut check = Check::new(desk.lang, &words);
    let hour = check.number("hour", i64::from(*HOURS.start())..=i64::from(*HOURS.end()));
    let days = check.one_of("days", "fault-choose", ReminderDays::read);
    let times = hour.zip(days).and_then(|(hour, days)| Some(Times { hour: i32::try_from(hour).ok()?, days }));
    let times = match check.done(times) {
        Ok(times) => times,
        Err(sheet) => return desk.faulty(&RemindersPage::of(desk.ui(), *sheet)),
    };
    let actor = desk.actor()?;
    store::reminders::set_times(&mut act, actor.human_id, times, desk.now).await?;
    for action in store::reminders::promised(&mut act, actor.human_id).await? {
        reminder::ask_both(&mut act, action, Some(actor.human_id), desk.now).await?;
    }
    let people = people::people_of_human(&mut act, actor.human_id).await?;
    let seat = actor.seats.first().map(|seat| seat.organisation_id);
    if let Some(controller_id) = people.first().map(|(_, organisation)| organisation.id).or(seat) {
        let event = Event::new("reminder_time.chosen", actor.human_id, controller_id, desk.now);
        desk.event(&mut act, event.fact("hour", times.hour).fact("days", times.days.code())).await?;
    }
    desk.done(act, "/me/reminders?done=done-saved").await
}
