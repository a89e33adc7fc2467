//! One coaching of three, from the supervisor's naming to what became of it.
use chrono::Duration;
use indicatif::ProgressBar;
use uuid::Uuid;

use super::{
    COACH, Walk,
    leading::Track,
    together::{agree, done, rate},
    when,
};
use crate::{
    clock::{self, Moment},
    world::{
        replay::setting::id_in,
        town::{Somebody, Stuck, Town, Walked, answer_all},
    },
};

/// The meetings by the names of their steps in the blueprint: of the three, in four periods, and of the three again.
pub const JOINT: &str = "Yhteinen keskustelu";
pub const PERIODS: [&str; 4] = ["1. jakso: ", "2. jakso: ", "3. jakso: ", "4. jakso: "];
const FOLLOW_UP: &str = "Jatkokeskustelu";
/// The most meetings of anybody in the periods.
const MEETINGS: usize = 5;

/// What is said of a meeting when it is proposed.
const REMOTE: [(&str, &str); 5] = [
    ("way", "remote"),
    ("place", "https://video.example.invalid/uusiutuminen"),
    ("whose_time", "work"),
    ("roster_seen", "yes"),
    ("how", "propose"),
];

impl Walk {
    pub fn case(&self) -> String {
        format!("/cases/{}", self.case_id)
    }

    /// The place of the follow-up discussion among all meetings, from 0.
    fn last_meeting(&self) -> usize {
        self.guest.meetings.iter().sum::<usize>() + 1
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
pub async fn round(town: &Town, (round_id, number): (Uuid, usize), walks: &[Walk], bar: &ProgressBar) -> Walked {
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
    let track = Track { round_id, walks };
    track.begin(town, on(44, 0)).await?;
    for (place, walk) in walks.iter().enumerate() {
        meet(town, walk, (0, JOINT), on(0, place)).await?;
        agree(town, walk, on(100, place)).await?;
        rate(town, walk, 0).await?;
    }
    track.propose_all(town, |place| on(12, place)).await?;
    for slot in 0..MEETINGS {
        for (place, walk) in walks.iter().enumerate() {
            let periods = PERIODS.iter().zip(walk.guest.meetings);
            let mut all = periods.flat_map(|(period, meetings)| std::iter::repeat_n(*period, meetings));
            if let Some(period) = all.nth(slot) {
                let days = 14 + 12 * i64::try_from(slot).unwrap_or_default();
                meet(town, walk, (slot + 1, period), on(days, place)).await?;
            }
        }
    }
    track.midway(town).await?;
    for (place, walk) in walks.iter().enumerate() {
        town.on(on(90, place)).await?;
        for owner in ["participant", "supervisor"] {
            done(town, walk, owner).await?;
        }
        rate(town, walk, 1).await?;
        close(town, walk).await?;
    }
    track.finish(town).await?;
    for (place, walk) in walks.iter().enumerate() {
        town.on(on(152, place)).await?;
        meet(town, walk, (walk.last_meeting(), FOLLOW_UP), on(154, place)).await?;
        rate(town, walk, 2).await?;
        bar.inc(1);
    }
    Ok(())
}

/// The participant says who the supervisor is.
pub async fn name_supervisor(town: &Town, walk: &Walk) -> Walked {
    let mut one = walk.participant(town).await?;
    let page = format!("{}/supervisor", walk.case());
    let named = one.see(&page).await?.words().contains("Nyt vahvistettu:");
    if let Some(mut form) = one.page().form(&page, "").filter(|_| !named) {
        answer_all(&mut form, "", |_, _| 0);
        one.send(&form).await?;
    }
    town.settle().await
}

/// Prepares for the joint discussion, reads and answers what waits on Oma polkuni. Once the meetings after it have been agreed, what waits there is of
/// another time.
pub async fn answer(town: &Town, walk: &Walk, after: bool) -> Walked {
    let mut coach = walk.coach(town).await?;
    coach.see(&walk.case()).await?;
    if sessions(&coach).len() > if after { walk.last_meeting() } else { 0 } {
        return Ok(());
    }
    let mut one = walk.participant(town).await?;
    one.see("/path").await?;
    let page = format!("{}/preparation", walk.case());
    if !after && one.page().address(&page, "").is_some() {
        one.see(&page).await?;
        let words = [("thoughts", "Mietin, missä osaamisestani on eniten hyötyä, kun työ muuttuu."), ("how", "save")];
        one.fill((&page, ""), &words).await?;
    }
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

/// The meeting with this place from 0, of the step whose name begins so, is proposed, agreed and held.
pub async fn meet(town: &Town, walk: &Walk, (place, step): (usize, &str), at: Moment) -> Walked {
    let mut coach = walk.coach(town).await?;
    let page = walk.case();
    coach.see(&page).await?;
    if sessions(&coach).len() <= place {
        propose(town, walk, (&mut coach, step), at).await?;
        coach.see(&page).await?;
    }
    let made = sessions(&coach).get(place).copied();
    let session = format!("/sessions/{}", made.ok_or_else(|| Stuck::Report(format!("no session in {page}")))?);
    let mut one = walk.participant(town).await?;
    one.see(&session).await?;
    if let Some(mut form) = one.page().form(&session, "/choice") {
        answer_all(&mut form, "", |_, _| 0);
        one.send(&form).await?;
    }
    town.on(at + Duration::hours(6)).await?;
    // Days have gone by: one signs in again.
    let mut coach = walk.coach(town).await?;
    coach.see(&session).await?;
    coach.fill_once((&session, "/held"), &[]).await?;
    town.settle().await
}

/// The coach proposes a time; where there is one step to choose from, it is not asked for.
async fn propose(town: &Town, walk: &Walk, (coach, step): (&mut Somebody, &str), at: Moment) -> Walked {
    let page = walk.case();
    let html = coach.see(&format!("{page}/sessions/new")).await?.html();
    let mut form = coach.form(&page, "/sessions")?;
    let (day, time) = (clock::show_day(clock::day(at)), "13.00");
    for (name, value) in REMOTE.into_iter().chain([("day1", day.as_str()), ("time1", time)]) {
        form.set(name, value);
    }
    if let Some(field) = form.fields.iter_mut().find(|field| field.name == "step") {
        let before = html.split(step).next().unwrap_or_default();
        let named = field.options.iter().rfind(|id| html.len() > before.len() && before.contains(id.as_str()));
        let missing = || Stuck::Report(format!("{step} is not among the steps of {page}"));
        field.values = vec![named.cloned().ok_or_else(missing)?];
    }
    coach.send(&form).await?;
    town.settle().await
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
        ("track", "/track".to_owned()),
    ] {
        let words = one.look(&path).await.map(crate::walk::Page::words);
        pages.insert(name.to_owned(), words.map_or(serde_json::Value::Null, Into::into));
    }
    Ok(pages.into())
}
