//! One coaching of three, from the supervisor's naming to what became of it.
use chrono::Duration;
use indicatif::ProgressBar;

use super::{COACH, Walk, when};
use crate::{
    clock::{self, Moment},
    world::{
        replay::setting::id_in,
        town::{Somebody, Stuck, Town, Walked, answer_all},
    },
};

/// The four periods by their keys in the blueprint.
pub const PERIODS: [&str; 4] = ["situation", "competence", "options", "coping_and_actions"];
/// The most meetings of anybody.
const MEETINGS: usize = 5;
pub const OWN: [&str; 3] = [
    "Kirjaan osaamiseni osaamiskartoitukseen.",
    "Tutustun kahtena päivänä rinnakkaisen tiimin työhön.",
    "Haen sisäiseen tehtäväkiertoon.",
];
pub const SUPERVISORS: [&str; 2] =
    ["Järjestän tutustumispäivät rinnakkaiseen tiimiin.", "Varaan kehityskeskustelun ja käymme läpi uuden tehtävän."];

/// What is said of a meeting when it is proposed.
const REMOTE: [(&str, &str); 5] = [
    ("way", "remote"),
    ("place", "https://video.example.invalid/uusiutuminen"),
    ("whose_time", "work"),
    ("roster_seen", "yes"),
    ("how", "propose"),
];

impl Walk {
    fn case(&self) -> String {
        format!("/cases/{}", self.case_id)
    }

    pub async fn participant(&self, town: &Town) -> Walked<Somebody> {
        town.of_county(&self.guest.address()).await
    }

    pub async fn supervisor(&self, town: &Town) -> Walked<Somebody> {
        let (first, last) = self.guest.supervisor;
        town.of_county(&crate::world::names::address(first, last)).await
    }

    pub async fn coach(&self, town: &Town) -> Walked<Somebody> {
        town.of_company(COACH.1).await
    }
}

/// The coachings of a round side by side, in the order of their days.
pub async fn round(town: &Town, walks: &[Walk], number: usize, bar: &ProgressBar) -> Walked {
    let start = if number == 1 { when((2018, 2, 26), 0) } else { when((2018, 9, 10), 0) };
    // Each goes two days after the one before.
    let on = |days: i64, place: usize| {
        start + Duration::days(days + 2 * i64::try_from(place).unwrap_or_default()) + Duration::hours(9)
    };
    for (place, walk) in walks.iter().enumerate() {
        town.on(on(-20, place)).await?;
        name_supervisor(town, walk).await?;
        answer(town, walk, false).await?;
    }
    for (place, walk) in walks.iter().enumerate() {
        meet(town, walk, "joint_discussion", on(0, place)).await?;
        agree(town, walk, on(100, place)).await?;
        rate(town, walk, 0).await?;
    }
    for slot in 0..MEETINGS {
        for (place, walk) in walks.iter().enumerate() {
            let periods = PERIODS.iter().zip(walk.guest.meetings);
            let mut all = periods.flat_map(|(period, meetings)| std::iter::repeat_n(*period, meetings));
            if let Some(period) = all.nth(slot) {
                meet(town, walk, period, on(14 + 12 * i64::try_from(slot).unwrap_or_default(), place)).await?;
            }
        }
    }
    for (place, walk) in walks.iter().enumerate() {
        town.on(on(90, place)).await?;
        for owner in ["participant", "supervisor"] {
            done(town, walk, owner).await?;
        }
        rate(town, walk, 1).await?;
        close(town, walk).await?;
    }
    for (place, walk) in walks.iter().enumerate() {
        town.on(on(152, place)).await?;
        meet(town, walk, "follow_up_discussion", on(154, place)).await?;
        rate(town, walk, 2).await?;
        bar.inc(1);
    }
    Ok(())
}

/// The participant says who the supervisor is.
pub async fn name_supervisor(town: &Town, walk: &Walk) -> Walked {
    let mut one = walk.participant(town).await?;
    let page = format!("{}/supervisor", walk.case());
    one.see(&page).await?;
    if let Some(mut form) = one.page().form(&page, "") {
        answer_all(&mut form, "", |_, _| 0);
        one.send(&form).await?;
    }
    town.settle().await
}

/// Reads and answers what waits on Oma polkuni.
pub async fn answer(town: &Town, walk: &Walk, after: bool) -> Walked {
    let mut one = walk.participant(town).await?;
    for _ in 0..8 {
        one.see("/path").await?;
        if one.fill_once(("/cases/", "/reading"), &[]).await? {
            one.see("/path").await?;
        }
        let Some(step) = one.page().address("/steps/", "") else { break };
        one.see(&step).await?;
        while let Ok(mut form) = one.form(&step, "") {
            let higher = usize::from(after);
            answer_all(&mut form, "Sain sanoja osaamiselleni.", |_, options| match options {
                7.. => 0,
                _ => (options / 2 + higher).min(options.saturating_sub(1)),
            });
            one.send(&form).await?;
        }
        town.settle().await?;
    }
    one.see("/path").await?;
    if let Some(contact) = one.page().address("/cases/", "/contact").filter(|_| after) {
        one.see(&contact).await?;
        one.fill((&contact, ""), &[]).await?;
    }
    Ok(())
}

/// The sessions of the case, in the order in which they were made.
fn sessions(coach: &Somebody) -> Vec<uuid::Uuid> {
    let mut ids: Vec<_> = coach.page().addresses().iter().filter_map(|address| id_in(address, "/sessions/")).collect();
    ids.sort_unstable();
    ids.dedup();
    ids
}

/// A meeting of a step is proposed, agreed and held.
pub async fn meet(town: &Town, walk: &Walk, step: &str, at: Moment) -> Walked {
    let mut coach = walk.coach(town).await?;
    let page = walk.case();
    coach.see(&page).await?;
    let before = sessions(&coach);
    coach.see(&format!("{page}/sessions/new")).await?;
    let mut form = coach.form(&page, "/sessions")?;
    let (day, time) = (clock::show_day(clock::day(at)), "13.00");
    for (name, value) in REMOTE.into_iter().chain([("day1", day.as_str()), ("time1", time)]) {
        form.set(name, value);
    }
    if let Some(field) = form.fields.iter_mut().find(|field| field.name == "step") {
        let named = field.options.iter().find(|option| option.as_str() == step).cloned();
        field.values = named.or_else(|| field.options.first().cloned()).into_iter().collect();
    }
    coach.send(&form).await?;
    town.settle().await?;
    coach.see(&page).await?;
    let made = sessions(&coach).into_iter().find(|id| !before.contains(id));
    let session = format!("/sessions/{}", made.ok_or_else(|| Stuck::Report(format!("no session in {page}")))?);
    let mut one = walk.participant(town).await?;
    one.see(&session).await?;
    let mut form = one.form(&session, "/choice")?;
    answer_all(&mut form, "", |_, _| 0);
    one.send(&form).await?;
    town.on(at + Duration::hours(6)).await?;
    // Days have gone by: one signs in again.
    let mut coach = walk.coach(town).await?;
    coach.see(&session).await?;
    coach.fill((&session, "/held"), &[]).await?;
    town.settle().await
}

/// What the three agree in the joint discussion; each confirms, and the actions are agreed.
async fn agree(town: &Town, walk: &Walk, ends: Moment) -> Walked {
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
    coach.see(&format!("{case}/goals/new")).await?;
    let mut form = coach.form(&format!("{case}/goals"), "")?;
    form.set("goal", "Osaamiseni näkyy ja käytän siitä suuremman osan työssäni.");
    answer_all(&mut form, "Taso on kirjattu etukäteen.", |_, _| 0);
    coach.send(&form).await?;
    coach.see(&format!("{page}?note=1")).await?;
    let mut form = coach.form(&page, "")?;
    form.set("aims", "Löytää suunta työlle ja tehdä siitä tekoja.");
    form.set("timetable", "Neljä jaksoa kahden viikon välein, jatkokeskustelu kahden kuukauden päästä.");
    form.set("ends_on", &clock::show_day(clock::day(ends)));
    for field in form.fields.iter_mut().filter(|field| field.name == "shares") {
        field.values.clone_from(&field.options);
    }
    coach.send(&form).await?;
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
    party.fill_once((&page, "/confirmation"), &[]).await?;
    town.settle().await
}

/// The participant proposes an action and releases it, and agrees to it when it is the own one.
pub async fn action(town: &Town, walk: &Walk, (owner, what): (&str, &str), ends: Moment) -> Walked {
    let page = format!("{}/actions", walk.case());
    let mut one = walk.participant(town).await?;
    one.see(&format!("{page}/new")).await?;
    let mut form = one.form(&page, "")?;
    form.set("what", what);
    form.set("owner", owner);
    form.set("due", &clock::show_day(clock::day(ends - Duration::days(20))));
    one.send(&form).await?;
    for end in ["/release", "/agreement"] {
        one.see(&page).await?;
        one.fill_once((&page, end), &[]).await?;
    }
    town.settle().await
}

/// So many of the owner's actions are done.
async fn done(town: &Town, walk: &Walk, owner: &str) -> Walked {
    let (mut one, many) = match owner {
        "participant" => (walk.participant(town).await?, walk.guest.own.1),
        _ => (walk.supervisor(town).await?, walk.guest.supervisors.1),
    };
    let page = format!("{}/actions", walk.case());
    for _ in 0..many {
        one.see(&page).await?;
        one.fill_once((&page, "/done"), &[]).await?;
        town.settle().await?;
    }
    Ok(())
}

/// The coach opens the next occasion, each of the three rates, and it is closed.
pub async fn rate(town: &Town, walk: &Walk, occasion: usize) -> Walked {
    let goals = format!("{}/goals", walk.case());
    let mut coach = walk.coach(town).await?;
    coach.see(&goals).await?;
    if !coach.fill_once((&goals, "/occasions"), &[]).await? && coach.page().form(&goals, "/closing").is_none() {
        return Ok(());
    }
    let rating = usize::from(walk.guest.ratings[occasion]);
    for (mut party, shift) in
        [(walk.participant(town).await?, 0), (walk.supervisor(town).await?, 1), (walk.coach(town).await?, 0)]
    {
        if party.look(&format!("{goals}/rating")).await.is_none() {
            continue;
        }
        if let Some(mut form) = party.page().form(&goals, "/ratings") {
            // Five levels stand from the best down; ten steps from the least up.
            answer_all(&mut form, "", |_, options| match options {
                0..=5 => (4 - rating / 2).saturating_sub(0).min(4) + shift.min(usize::from(rating < 2)),
                _ => rating.saturating_sub(shift),
            });
            party.send(&form).await?;
        }
    }
    coach.see(&goals).await?;
    coach.fill_once((&goals, "/closing"), &[]).await?;
    Ok(())
}

/// The coach asks the closing questions and, when they are answered, ends the coaching.
async fn close(town: &Town, walk: &Walk) -> Walked {
    for end in ["/closing", "/completion"] {
        let mut coach = walk.coach(town).await?;
        if coach.look(&format!("{}/completion", walk.case())).await.is_some() {
            coach.fill_once((&walk.case(), end), &[]).await?;
        }
        town.settle().await?;
        answer(town, walk, true).await?;
    }
    Ok(())
}

/// What one of the three sees of the case: the words of each page by its name.
pub async fn seen(town: &Town, walk: &Walk, party: &str) -> Walked<serde_json::Value> {
    let mut one = match party {
        "supervisor" => walk.supervisor(town).await?,
        "coach" => walk.coach(town).await?,
        _ => walk.participant(town).await?,
    };
    let case = walk.case();
    let mut pages = serde_json::Map::new();
    for (name, path) in [
        ("waiting", "/waiting".to_owned()),
        ("path", "/path".to_owned()),
        ("agreed", format!("{case}/agreed")),
        ("goals", format!("{case}/goals")),
        ("actions", format!("{case}/actions")),
        ("memo", format!("{case}/memo")),
        ("case", case.clone()),
    ] {
        let words = one.look(&path).await.map(crate::walk::Page::words);
        pages.insert(name.to_owned(), words.map_or(serde_json::Value::Null, Into::into));
    }
    Ok(pages.into())
}
