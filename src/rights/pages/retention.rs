//! How long data is kept: what is past its time, a coordinator's yes, holds, and the policy on the working note.
use askama::Template;
use axum::extract::Path;
use chrono::NaiveDate;
use uuid::Uuid;

use super::{
    super::{
        erasing, request,
        store::{
            lists::{self, Count, Hold, HoldReason, ListState},
            policy,
        },
    },
    Pick, key,
};
use crate::{
    clock::{self, Moment},
    db::Tx,
    desk::{Desk, Posted},
    events::Event,
    ident, people,
    privacy::{Class, Role, retention},
    web::{Answer, Check, Failure, Sheet, Ui},
};

/// A class of the schedule in words.
pub struct Kept {
    pub name: String,
    pub about: String,
    pub years: String,
}

/// A list in words.
pub struct Listed {
    pub id: Uuid,
    pub title: String,
    pub meta: String,
    /// How many would be erased by a yes; none when there is nothing to say yes to.
    pub waits: Option<String>,
}

/// A hold in words.
pub struct Held {
    pub id: Uuid,
    pub name: String,
    pub meta: String,
}

/// A request that waits for an answer.
pub struct Waiting {
    pub href: String,
    pub title: String,
    pub meta: String,
    pub late: bool,
}

#[derive(Template)]
#[template(path = "rights/pages/retention.html")]
pub struct RetentionPage {
    pub ui: Ui,
    pub classes: Vec<Kept>,
    pub lists: Vec<Listed>,
    pub requests: Vec<Waiting>,
    pub holds: Vec<Held>,
    pub reasons: Vec<Pick>,
    /// What the policy says now, in words.
    pub policy: String,
    pub choices: Vec<Pick>,
    pub sheet: Sheet,
}

fn county(desk: &Desk) -> Result<Uuid, Failure> {
    desk.actor()?.organisation(Role::Coordinator).ok_or(Failure::NotFound)
}

/// The schedule in words.
pub fn classes(ui: &Ui) -> Vec<Kept> {
    let class = |class: &retention::Class| Kept {
        name: ui.t(&key("rights-class-", &class.key)),
        about: ui.t(&key("rights-about-", &class.key)),
        years: ui.tn("rights-years", class.years),
    };
    retention::classes().iter().map(class).collect()
}

pub fn listed(ui: &Ui, count: &Count, with_name: bool) -> Listed {
    let class = ui.t(&key("rights-class-", &count.class));
    let mut meta = vec![ui.t1("rights-found", "day", ui.date(&count.made_at))];
    meta.extend(count.earliest.map(|day| ui.t1("rights-earliest", "day", ui.day(&day))));
    if count.listed > 0 {
        meta.push(ui.tn("rights-would-erase", count.listed));
    }
    if count.erased > 0 {
        meta.push(ui.tn("rights-erased", count.erased));
    }
    if count.held > 0 {
        meta.push(ui.tn("rights-held", count.held));
    }
    let waits = (count.state == ListState::Listed && count.listed > 0).then(|| ui.tn("rights-erase-do", count.listed));
    let title = if with_name { format!("{} · {class}", count.organisation) } else { class };
    Listed { id: count.id, title, meta: meta.join(" · "), waits }
}

async fn page(desk: &Desk, tx: &mut Tx, sheet: Sheet) -> Result<RetentionPage, Failure> {
    let (ui, controller) = (desk.ui(), county(desk)?);
    let today = clock::day(desk.now);
    let lists = lists::counts(tx, controller).await?.iter().map(|count| listed(&ui, count, false)).collect();
    let (decision, waiting) = policy::decision_and_open(tx, controller, today).await?;
    let waiting = waiting.iter().map(|one| self::waiting(&ui, (one.id, one.kind), (one.sent_at, one.due_on), today));
    // Who is held is seen with the register's own permission, and the look is logged.
    let holds = match desk.may(tx, controller, Class::Service).await? {
        Some(grant) => {
            let holds = lists::holds(tx, &grant).await?;
            desk.note(&grant, &holds.iter().map(|hold| hold.person_id).collect::<Vec<_>>());
            holds.iter().map(|hold| held(&ui, hold)).collect()
        }
        None => Vec::new(),
    };
    let gives = decision.is_some_and(|(_, gives)| gives);
    let reason = |reason: &HoldReason| {
        Pick::new(reason.code(), ui.t(&key("rights-hold-", reason.code())), sheet.chosen("reason", reason.code()))
    };
    Ok(RetentionPage {
        classes: classes(&ui),
        lists,
        requests: waiting.collect(),
        holds,
        reasons: HoldReason::ALL.iter().map(reason).collect(),
        policy: policy_words(&ui, decision),
        choices: [("no", !gives), ("yes", gives)]
            .into_iter()
            .map(|(code, chosen)| Pick::new(code, ui.t(&key("rights-policy-", code)), chosen))
            .collect(),
        ui,
        sheet,
    })
}

pub fn policy_words(ui: &Ui, decision: Option<(NaiveDate, bool)>) -> String {
    match decision {
        Some((day, true)) => ui.t1("rights-policy-gives", "day", ui.day(&day)),
        Some((day, false)) => ui.t1("rights-policy-keeps", "day", ui.day(&day)),
        None => ui.t("rights-policy-none"),
    }
}

pub fn waiting(
    ui: &Ui,
    (id, kind): (Uuid, request::Kind),
    (sent_at, due_on): (Moment, NaiveDate),
    today: NaiveDate,
) -> Waiting {
    Waiting {
        href: format!("/requests/{id}"),
        title: ui.t(&key("rights-kind-", kind.code())),
        meta: ui.t2("rights-waits", ("sent", "due"), ui.date(&sent_at), ui.day(&due_on)),
        late: due_on < today,
    }
}

pub fn held(ui: &Ui, hold: &Hold) -> Held {
    let reason = ui.t(&key("rights-hold-", hold.reason.code()));
    Held {
        id: hold.id,
        name: format!("{} {}", hold.first_name, hold.last_name),
        meta: format!("{reason} · {}", ui.date(&hold.placed_at)),
    }
}

pub async fn show(desk: Desk) -> Answer {
    let mut tx = desk.read().await?;
    let page = page(&desk, &mut tx, Sheet::empty()).await?;
    desk.page(&page)
}

/// A coordinator's yes.
pub async fn approve(Path(id): Path<Uuid>, Posted { desk, words }: Posted) -> Answer {
    let mut act = desk.act(&words).await?;
    let (controller, by) = (county(&desk)?, desk.actor()?.human_id);
    if !erasing::approve(&mut act, id, (controller, by), desk.now).await? {
        return Err(Failure::Conflict("conflict-changed"));
    }
    desk.done(act, "/retention?done=done-rights-approved").await
}

/// Nothing of somebody is erased while the hold stands.
pub async fn hold(Posted { desk, words }: Posted) -> Answer {
    let mut act = desk.act(&words).await?;
    let controller = county(&desk)?;
    let mut check = Check::new(desk.lang, &words);
    let number = check.text("number", "fault-missing");
    let person = people::person_numbered(&mut act, controller, &number).await?;
    if person.is_none() && !number.is_empty() {
        check.fault("number", "fault-rights-number");
    }
    let reason = check.one_of("reason", "fault-choose", HoldReason::read);
    let (person, reason) = match check.done(person.zip(reason)) {
        Ok(both) => both,
        Err(sheet) => {
            let page = page(&desk, &mut act, *sheet).await?;
            return desk.faulty(&page);
        }
    };
    let id = ident::at(desk.now);
    lists::place_hold(&mut act, (id, controller, person.id), reason, (desk.actor()?.human_id, desk.now)).await?;
    let event = Event::new("retention_hold.placed", id, controller, desk.now).fact("reason", reason.code());
    desk.event(&mut act, event.fact("person", person.id.to_string())).await?;
    desk.done(act, "/retention?done=done-rights-held").await
}

pub async fn lift(Path(id): Path<Uuid>, Posted { desk, words }: Posted) -> Answer {
    let mut act = desk.act(&words).await?;
    let controller = county(&desk)?;
    if !lists::lift_hold(&mut act, (id, controller), (desk.actor()?.human_id, desk.now)).await? {
        return Err(Failure::Conflict("conflict-changed"));
    }
    desk.event(&mut act, Event::new("retention_hold.lifted", id, controller, desk.now)).await?;
    desk.done(act, "/retention?done=done-rights-lifted").await
}

/// From a day on the coach's working note is given in a copy of one's own data, or not.
pub async fn decide(Posted { desk, words }: Posted) -> Answer {
    let mut act = desk.act(&words).await?;
    let (controller, by) = (county(&desk)?, desk.actor()?.human_id);
    let mut check = Check::new(desk.lang, &words);
    let gives = check.one_of("gives", "fault-choose", |words| match words {
        "yes" => Some(true),
        "no" => Some(false),
        _ => None,
    });
    let from_on = check.day("from_on");
    let (gives, from_on) = match check.done(gives.zip(from_on)) {
        Ok(both) => both,
        Err(sheet) => {
            let page = page(&desk, &mut act, *sheet).await?;
            return desk.faulty(&page);
        }
    };
    policy::decide(&mut act, controller, (from_on, gives), (by, desk.now)).await?;
    let event = Event::new("note_policy.decided", controller, controller, desk.now).fact("gives", gives);
    desk.event(&mut act, event.fact("from_on", from_on.to_string())).await?;
    desk.done(act, "/retention?done=done-rights-policy").await
}

#[derive(Template)]
#[template(path = "rights/pages/dry_run.html")]
pub struct DryRunPage {
    pub ui: Ui,
    pub classes: Vec<Kept>,
    pub lists: Vec<Listed>,
}

/// What would be erased, in counts, for the administrator of the installation.
pub async fn dry_run(desk: Desk) -> Answer {
    let mut tx = desk.read().await?;
    let ui = desk.ui();
    let lists = lists::all_counts(&mut tx).await?.iter().map(|count| listed(&ui, count, true)).collect();
    desk.page(&DryRunPage { classes: classes(&ui), ui, lists })
}
