//! What of actions waits on a first screen: to let go, to agree, to do.
use std::collections::BTreeSet;

use chrono::{Days, NaiveDate};
use uuid::Uuid;

use super::{
    action::ActionState,
    store::{self, Waits},
};
use crate::{
    clock,
    coaching::three::Party,
    db::Tx,
    house::{
        House,
        waiting::{Awaited, Found, Waiting},
    },
    privacy::{self, Class, Role},
};

/// An agreed action comes to its owner's first screen so many days before its day.
const SHOWN_BEFORE: u64 = 14;

/// One query of actions and one of the keys of their words, however many cases there are.
pub async fn find(house: &House, tx: &mut Tx, awaited: &Awaited) -> Found {
    let today = clock::day(awaited.now);
    let soon = today.checked_add_days(Days::new(SHOWN_BEFORE)).unwrap_or(today);
    let mut found = store::waiting(tx, &awaited.grant, awaited.role, (soon, today, awaited.now)).await?;
    if awaited.role == Role::Coach {
        found = still_seen(tx, awaited, found).await?;
    }
    let sealed: Vec<(Uuid, &[u8])> = found.iter().map(|one| (one.case_id, one.what.as_slice())).collect();
    let words = house.vault.open_many(tx, &sealed).await?;
    let rows = found.iter().zip(words).filter_map(|(one, what)| Some(row(awaited, (one, what?), today)));
    Ok(rows.collect())
}

/// A coach's contract may have ended since the coach was named.
async fn still_seen(tx: &mut Tx, awaited: &Awaited, found: Vec<Waits>) -> Result<Vec<Waits>, crate::db::Error> {
    let cases: BTreeSet<Uuid> = found.iter().map(|one| one.case_id).collect();
    let cases: Vec<Uuid> = cases.into_iter().collect();
    let open = privacy::readable(tx, awaited.grant.human_id(), (&cases, Class::Agreed), awaited.now).await?;
    Ok(found.into_iter().filter(|one| open.contains(&one.case_id)).collect())
}

fn row(awaited: &Awaited, (one, what): (&Waits, String), today: NaiveDate) -> Waiting {
    let lang = awaited.lang;
    let own = awaited.role == Role::Participant;
    let reader = match awaited.role {
        Role::Supervisor => Party::Supervisor,
        Role::Coach => Party::Coach,
        _ => Party::Participant,
    };
    let verb = match one.state {
        ActionState::Proposed => "actions-release-do",
        ActionState::Released => "actions-agree-do",
        _ if one.owner == reader => "actions-done-do",
        _ => "actions-open-do",
    };
    let key = match one.state {
        ActionState::Agreed if one.due_on < today => "actions-waits-late",
        ActionState::Agreed => "actions-waits-due",
        _ => "actions-waits-word",
    };
    let day = lang.t_with(key, [("day", clock::show_day(one.due_on).into())]);
    Waiting {
        title: what,
        meta: if own { day } else { format!("{} {} · {day}", one.first_name, one.last_name) },
        href: format!("/cases/{}/actions#a-{}", one.case_id, one.id),
        verb: lang.t(verb),
        due: Some(one.due_on),
        person_id: (!own).then_some(one.person_id),
    }
}
