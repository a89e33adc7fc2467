//! What the three note, confirm, agree and rate. What stands on the pages already is not done again.
use chrono::Duration;

use super::Walk;
use crate::{
    clock::{self, Moment},
    walk::Form,
    world::town::{Somebody, Town, Walked, answer_all, answer_boxes},
};

pub const OWN: [&str; 3] = [
    "Kirjaan osaamiseni osaamiskartoitukseen.",
    "Tutustun kahtena päivänä rinnakkaisen tiimin työhön.",
    "Haen sisäiseen tehtäväkiertoon.",
];
pub const SUPERVISORS: [&str; 2] =
    ["Järjestän tutustumispäivät rinnakkaiseen tiimiin.", "Varaan kehityskeskustelun ja käymme läpi uuden tehtävän."];
const GOAL: &str = "Osaamiseni näkyy ja käytän siitä suuremman osan työssäni.";
const AIMS: &str = "Löytää suunta työlle ja tehdä siitä tekoja.";

/// When goals are rated, by the blueprint's keys.
const OCCASIONS: [&str; 3] = ["start", "end", "follow_up"];

/// What the three agree in the joint discussion; each confirms, and the actions are agreed.
pub async fn agree(town: &Town, walk: &Walk, ends: Moment) -> Walked {
    note(town, walk, ends).await?;
    for party in [walk.participant(town).await?, walk.supervisor(town).await?, walk.coach(town).await?] {
        confirm(town, walk, party).await?;
    }
    let (own, supervisors) = (walk.guest.own.0, walk.guest.supervisors.0);
    for (owner, what) in OWN.iter().take(own).map(|what| ("participant", what)) {
        action(town, walk, (owner, what), ends).await?;
    }
    for (owner, what) in SUPERVISORS.iter().take(supervisors).map(|what| ("supervisor", what)) {
        action(town, walk, (owner, what), ends).await?;
        let mut supervisor = walk.supervisor(town).await?;
        let page = format!("{}/actions", walk.case());
        supervisor.see(&page).await?;
        supervisor.fill_once((&page, "/agreement"), &[]).await?;
        town.settle().await?;
    }
    Ok(())
}

/// The coach notes a goal, the aims, the timetable and that all of it is shared; the participant agrees to the goal.
pub async fn note(town: &Town, walk: &Walk, ends: Moment) -> Walked {
    let (page, case) = (format!("{}/agreed", walk.case()), walk.case());
    let mut coach = walk.coach(town).await?;
    if !coach.see(&format!("{case}/goals")).await?.words().contains(GOAL) {
        coach.see(&format!("{case}/goals/new")).await?;
        let mut form = coach.form(&format!("{case}/goals"), "")?;
        form.set("goal", GOAL);
        answer_all(&mut form, "Taso on kirjattu etukäteen.", |_, _| 0);
        coach.send(&form).await?;
    }
    if !coach.see(&page).await?.words().contains(AIMS) {
        coach.see(&format!("{page}?note=1")).await?;
        let mut form = coach.form(&page, "")?;
        form.set("aims", AIMS);
        form.set("timetable", "Neljä jaksoa kahden viikon välein, jatkokeskustelu kahden kuukauden päästä.");
        form.set("ends_on", &clock::show_day(clock::day(ends)));
        for field in form.fields.iter_mut().filter(|field| field.name == "shares") {
            field.values.clone_from(&field.options);
        }
        coach.send(&form).await?;
    }
    town.settle().await?;
    let mut one = walk.participant(town).await?;
    one.see(&format!("{case}/goals")).await?;
    one.fill_once((&case, "/goals/agreement"), &[]).await?;
    Ok(())
}

/// One of the three confirms what was noted.
pub async fn confirm(town: &Town, walk: &Walk, mut party: Somebody) -> Walked {
    let page = format!("{}/agreed", walk.case());
    party.see(&format!("{page}/confirmation")).await?;
    if let Some(mut form) = party.page().form(&page, "/confirmation") {
        // The participant ticks what is shared; the others have nothing to tick.
        answer_boxes(&mut form);
        party.send(&form).await?;
    }
    town.settle().await
}

/// The participant proposes an action and releases it, and agrees to it when it is the own one.
pub async fn action(town: &Town, walk: &Walk, (owner, what): (&str, &str), ends: Moment) -> Walked {
    let page = format!("{}/actions", walk.case());
    let mut one = walk.participant(town).await?;
    if !one.see(&page).await?.words().contains(what) {
        one.see(&format!("{page}/new")).await?;
        let mut form = one.form(&page, "")?;
        form.set("what", what);
        form.set("owner", owner);
        form.set("due", &clock::show_day(clock::day(ends - Duration::days(20))));
        one.send(&form).await?;
    }
    for end in ["/release", "/agreement"] {
        one.see(&page).await?;
        one.fill_once((&page, end), &[]).await?;
    }
    town.settle().await
}

/// So many of the owner's actions are done.
pub async fn done(town: &Town, walk: &Walk, owner: &str) -> Walked {
    let (mut one, (agreed, many)) = match owner {
        "participant" => (walk.participant(town).await?, walk.guest.own),
        _ => (walk.supervisor(town).await?, walk.guest.supervisors),
    };
    let page = format!("{}/actions", walk.case());
    for _ in 0..many {
        let left = one.see(&page).await?.forms().iter().filter(|form| form.action.ends_with("/done")).count();
        if left > agreed - many {
            one.fill((&page, "/done"), &[]).await?;
        }
        town.settle().await?;
    }
    Ok(())
}

/// The coach opens the occasion (the first opens with the goals), each of the three rates, and it is closed.
pub async fn rate(town: &Town, walk: &Walk, occasion: usize) -> Walked {
    let (goals, key) = (format!("{}/goals", walk.case()), OCCASIONS[occasion]);
    let is_it = |form: &Form| form.pairs().contains(&("occasion".to_owned(), key.to_owned()));
    let mut coach = walk.coach(town).await?;
    coach.see(&goals).await?;
    if coach.page().form(&goals, "/occasions").as_ref().is_some_and(is_it) {
        coach.fill((&goals, "/occasions"), &[]).await?;
        coach.see(&goals).await?;
    }
    if !coach.page().form(&goals, "/closing").as_ref().is_some_and(is_it) {
        return Ok(());
    }
    let rating = usize::from(walk.guest.ratings[occasion]);
    for (mut party, shift) in
        [(walk.participant(town).await?, 0), (walk.supervisor(town).await?, 1), (walk.coach(town).await?, 0)]
    {
        if party.look(&format!("{goals}/rating")).await.is_none() {
            continue;
        }
        let form = party
            .page()
            .form(&goals, "/ratings")
            .filter(|form| form.fields.iter().any(|field| field.values.is_empty()));
        if let Some(mut form) = form {
            // Five levels stand from the best down; ten steps from the least up.
            answer_all(&mut form, "", |_, options| match options {
                0..=5 => (4 - rating / 2).min(4) + shift.min(usize::from(rating < 2)),
                _ => rating.saturating_sub(shift),
            });
            party.send(&form).await?;
        }
    }
    coach.see(&goals).await?;
    coach.fill_once((&goals, "/closing"), &[]).await?;
    Ok(())
}
