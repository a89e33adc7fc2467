//! Who sees what of a coaching, why, since when and until when, and who has looked: from the very rows that decide.
use std::collections::HashMap;

use askama::Template;
use axum::extract::{Path, Query};
use chrono::NaiveDate;
use serde::Deserialize;
use uuid::Uuid;

use super::{
    super::{
        store::{self, cases::Case, eras::Era},
        three::{Shared, shared_id},
    },
    earlier, view,
};
use crate::{
    clock::{self, Moment},
    desk::Desk,
    privacy::{self, Class, Purpose, Reading},
    web::{Answer, Failure, Ui},
};

/// So many looks are read at a time; a page has the whole days among them.
const LOOKS: usize = 300;

/// One who sees something, or could.
pub struct Seen {
    pub who: String,
    pub what: String,
    pub why: String,
    pub since: Moment,
    /// None: no end is known.
    pub until: Option<Moment>,
}

/// Looks of one reader on one day for one purpose.
pub struct Look {
    pub day: NaiveDate,
    pub who: String,
    pub why: String,
    pub times: usize,
}

#[derive(Template)]
#[template(path = "coaching/pages/readers.html")]
pub struct ReadersPage {
    pub ui: Ui,
    pub case_id: Uuid,
    pub has_earlier: bool,
    pub now: Vec<Seen>,
    pub before: Vec<Seen>,
    pub looks: Vec<Look>,
    /// The page of earlier looks; empty on the last.
    pub older: String,
    pub is_first: bool,
}

/// From which day backwards the looks are shown.
#[derive(Deserialize)]
pub struct From {
    until: Option<NaiveDate>,
}

pub async fn show(desk: Desk, Path(id): Path<Uuid>, Query(from): Query<From>) -> Answer {
    let mut tx = desk.read().await?;
    let (_, case) = super::opened(&desk, &mut tx, (id, Class::Own)).await?;
    let eras = store::eras::eras(&mut tx, id).await?;
    let whats = whats(&desk.ui(), &case, &eras);
    let resources: Vec<Uuid> = whats.iter().map(|(id, _)| *id).collect();
    let readings = privacy::readings(&mut tx, &resources, desk.now).await?;
    let before = from.until.map_or_else(|| desk.now + chrono::Duration::days(1), clock::end_of);
    let (rows, older) = looks(&desk, (&resources, case.human_id), before).await?;
    let mut humans: Vec<Uuid> = rows.iter().map(|(_, human, _)| *human).collect();
    humans.sort_unstable();
    humans.dedup();
    let names = privacy::human_names(&mut tx, &humans).await?;
    let ui = desk.ui();
    let (now, earlier) = seen(&ui, (&case, &whats), readings, desk.now);
    desk.page(&ReadersPage {
        case_id: id,
        has_earlier: !eras.is_empty(),
        now,
        before: earlier,
        looks: told(&ui, &rows, &names),
        older: older.map(|day| format!("/cases/{id}/readers?until={day}")).unwrap_or_default(),
        is_first: from.until.is_none(),
        ui,
    })
}

/// The resources of a case, each with what it is: empty words for the case itself, which its classes tell apart.
pub fn whats(ui: &Ui, case: &Case, eras: &[Era]) -> Vec<(Uuid, String)> {
    let shared =
        Shared::ALL.iter().map(|what| (shared_id(case.id, *what), view::coded(ui, "coaching-shared-", what.code())));
    let times = eras.iter().map(|era| (era.id, ui.t1("coaching-readers-era", "when", earlier::title(ui, era))));
    std::iter::once((case.id, String::new())).chain(shared).chain(times).collect()
}

/// Who sees now, and who could before.
pub fn seen(
    ui: &Ui,
    (case, whats): (&Case, &[(Uuid, String)]),
    readings: Vec<Reading>,
    now: Moment,
) -> (Vec<Seen>, Vec<Seen>) {
    let place = |id: &Uuid| whats.iter().position(|(what, _)| what == id);
    let mut readings: Vec<Reading> = readings.into_iter().filter(|one| one.reader != case.human_id).collect();
    readings.sort_by_key(|one| (place(&one.resource), one.class, one.since));
    let mut lines: Vec<(Uuid, Uuid, Class, Purpose, Seen)> = Vec::new();
    for one in readings {
        let same = |line: &&mut (Uuid, Uuid, Class, Purpose, Seen)| {
            (line.0, line.1, line.2, line.3) == (one.resource, one.reader, one.class, one.purpose)
        };
        if let Some(line) = lines.iter_mut().find(same) {
            if let Some(holder) = &one.holder {
                line.4.who.push_str(", ");
                line.4.who.push_str(holder);
            }
            continue;
        }
        let words = whats.iter().find(|(id, _)| *id == one.resource).map(|(_, words)| words.as_str());
        let seen = line(ui, &one, words.unwrap_or_default());
        lines.push((one.resource, one.reader, one.class, one.purpose, seen));
    }
    let (now, before): (Vec<_>, Vec<_>) =
        lines.into_iter().map(|line| line.4).partition(|one| one.until.is_none_or(|until| until > now));
    (now, before)
}

fn line(ui: &Ui, one: &Reading, words: &str) -> Seen {
    let what = match one.class {
        _ if !words.is_empty() => words.to_owned(),
        Class::Agreed if one.purpose == Purpose::Supervision => ui.t("coaching-readers-class-agreed-supervisor"),
        class => ui.t(&format!("coaching-readers-class-{}", class.code().replace('_', "-"))),
    };
    let role = one.role.map(|role| ui.t(&format!("people-seat-{}", role.code())));
    let who = match (&one.name, role, &one.holder) {
        (Some(name), ..) => name.clone(),
        (None, Some(role), Some(holder)) => format!("{role}: {holder}"),
        (None, Some(role), None) => role,
        (None, None, _) => ui.t("people-somebody"),
    };
    Seen {
        who,
        what,
        why: purpose(ui, one.purpose),
        since: one.since,
        until: Some(one.until).filter(|until| *until < privacy::Edge::open_end()),
    }
}

fn purpose(ui: &Ui, purpose: Purpose) -> String {
    ui.t(&format!("people-purpose-{}", purpose.code().replace('_', "-")))
}

type Row = (Moment, Uuid, Purpose);

/// The looks of whole days before a moment, and the day from which the next page goes on; nothing is cut off.
async fn looks(
    desk: &Desk,
    (subjects, but): (&[Uuid], Uuid),
    before: Moment,
) -> Result<(Vec<Row>, Option<NaiveDate>), Failure> {
    let (mut rows, mut from) = (Vec::new(), (before, Uuid::nil()));
    loop {
        let part = desk.house.views.part((subjects, but), from, LOOKS).await?;
        let last = part.last().map(|look| (look.at, look.id));
        let whole = part.len() < LOOKS;
        rows.extend(part.into_iter().map(|look| (look.at, look.human_id, look.purpose)));
        let Some(last) = last.filter(|_| !whole) else { return Ok((rows, None)) };
        let day = clock::day(last.0);
        let kept = rows.iter().take_while(|row: &&Row| clock::day(row.0) != day).count();
        if kept > 0 {
            rows.truncate(kept);
            return Ok((rows, Some(day)));
        }
        from = last;
    }
}

pub fn told(ui: &Ui, rows: &[Row], names: &HashMap<Uuid, String>) -> Vec<Look> {
    let mut told: Vec<(Uuid, Purpose, Look)> = Vec::new();
    for (at, human, why) in rows {
        let day = clock::day(*at);
        let same = |look: &&mut (Uuid, Purpose, Look)| look.0 == *human && look.1 == *why;
        if let Some(look) = told.iter_mut().rev().take_while(|look| look.2.day == day).find(same) {
            look.2.times += 1;
        } else {
            let who = names.get(human).cloned().unwrap_or_else(|| ui.t("people-somebody"));
            told.push((*human, *why, Look { day, who, why: purpose(ui, *why), times: 1 }));
        }
    }
    told.into_iter().map(|look| look.2).collect()
}

impl ReadersPage {
    fn span(&self, one: &Seen) -> String {
        let since = self.ui.date(&one.since);
        match &one.until {
            Some(until) => self.ui.t2("coaching-readers-span", ("from", "to"), since, self.ui.date(until)),
            None => self.ui.t1("coaching-readers-since", "from", since),
        }
    }
    fn meta(&self, look: &Look) -> String {
        format!("{} · {} · {}", self.ui.day(&look.day), look.why, self.ui.tn("people-looked-times", look.times))
    }
}
