//! The coaching itself: coaches are named, visits agreed and held, memos written, and what was asked is answered.
use chrono::Duration;
use uuid::Uuid;

use super::{
    COACHES, Walk,
    calendar::{Act, What, at},
    placing,
    setting::id_in,
};
use crate::{
    clock,
    world::{
        founding::PROVIDER,
        town::{Somebody, Stuck, Town, Walked, answer_all},
    },
};

/// The provider names a coach for each case that has none.
pub async fn name_coaches(town: &Town, walks: &[Walk]) -> Walked {
    town.at(at((2023, 10, 16), 10)).await?;
    name_from(town, walks, 0).await
}

async fn name_from(town: &Town, walks: &[Walk], from: usize) -> Walked {
    for (place, walk) in walks.iter().enumerate().skip(from) {
        let Some(case_id) = walk.case_id else { continue };
        let (_, address) = COACHES[place % COACHES.len()];
        let mut coach = town.of_company(address).await?;
        if coach.look(&format!("/cases/{case_id}")).await.is_some() {
            continue;
        }
        let coach_id = coach.id.to_string();
        let mut olli = town.of_company(PROVIDER).await?;
        let page = format!("/assignments/{case_id}");
        olli.see(&page).await?;
        olli.fill((&page, "/coach"), &[("coach", &coach_id)]).await?;
        town.settle().await?;
    }
    Ok(())
}

/// Does one act of the calendar, unless it has been done.
pub async fn go(town: &Town, round_id: Uuid, walks: &mut [Walk], act: Act) -> Walked {
    if act.what == What::HandOn {
        return hand_on(town, round_id, (walks, act)).await;
    }
    let walk = &walks[act.place];
    let Some(case_id) = walk.case_id else { return Ok(()) };
    town.at(act.at).await?;
    let (_, coach) = COACHES[act.place % COACHES.len()];
    match act.what {
        // Once a visit has been agreed, what waits to be answered is of another time.
        What::AnswerBefore if has_visits(town, case_id, coach).await? => {}
        What::AnswerBefore => answer_steps(town, walk, false).await?,
        What::AnswerAfter => {
            answer_steps(town, walk, true).await?;
            leave_no_address(town, walk).await?;
        }
        What::AnswerLater(_) => answer_steps(town, walk, true).await?,
        What::Agree(visit) => agree(town, (walk, case_id), coach, visit).await?,
        What::Hold(visit) => hold(town, case_id, coach, visit).await?,
        What::Interrupt => interrupt(town, walk, case_id).await?,
        What::Close => end(town, case_id, (coach, "/closing")).await?,
        What::Complete => end(town, case_id, (coach, "/completion")).await?,
        What::HandOn => {}
    }
    town.settle().await
}

/// The coach asks the closing questions, or ends the coaching, on the page where both are done.
async fn end(town: &Town, case_id: Uuid, (coach, act): (&str, &str)) -> Walked {
    let mut coach = town.of_company(coach).await?;
    let page = format!("/cases/{case_id}");
    if coach.look(&format!("{page}/completion")).await.is_some() {
        coach.fill_once((&page, act), &[]).await?;
    }
    Ok(())
}

/// Asked for a private address, the participant gives none.
async fn leave_no_address(town: &Town, walk: &Walk) -> Walked {
    let mut one = town.of_county(&walk.applicant.address()).await?;
    one.see("/path").await?;
    if let Some(contact) = one.page().address("/cases/", "/contact") {
        one.see(&contact).await?;
        one.fill((&contact, ""), &[]).await?;
    }
    Ok(())
}

async fn has_visits(town: &Town, case_id: Uuid, coach: &str) -> Walked<bool> {
    let mut coach = town.of_company(coach).await?;
    coach.see(&format!("/cases/{case_id}")).await?;
    Ok(!sessions(&coach).is_empty())
}

/// What came back goes to the next two, who take it.
async fn hand_on(town: &Town, round_id: Uuid, (walks, act): (&mut [Walk], Act)) -> Walked {
    town.at(act.at).await?;
    let before = placing::AT_LAST - 2;
    placing::hand_on(town, round_id, (&*walks, placing::AT_LAST)).await?;
    for place in before..placing::AT_LAST {
        town.at(act.at + Duration::hours(i64::try_from(place - before).unwrap_or_default() * 5 + 1)).await?;
        placing::answer(town, walks, place).await?;
    }
    name_from(town, walks, before).await
}

/// Answers every page that waits for the participant.
pub async fn answer_steps(town: &Town, walk: &Walk, after: bool) -> Walked {
    let mut one = town.of_county(&walk.applicant.address()).await?;
    for _ in 0..8 {
        one.see("/path").await?;
        if one.fill_once(("/cases/", "/reading"), &[]).await? {
            one.see("/path").await?;
        }
        let Some(step) = one.page().address("/steps/", "") else { break };
        one.see(&step).await?;
        // One page after the other, until there is no more.
        while let Ok(mut form) = one.form(&step, "") {
            let words = "Sain selkeyttä siihen, mitä haluan seuraavaksi.";
            answer_all(&mut form, words, |question, options| match options {
                // An outcome: the same work, changed tasks, new work in the organisation and so on.
                7.. if after => walk.applicant.choice(question),
                _ => walk.applicant.answer(question, options, after),
            });
            one.send(&form).await?;
        }
        town.settle().await?;
    }
    Ok(())
}

/// The sessions of a case, in the order in which they were made.
fn sessions(coach: &Somebody) -> Vec<Uuid> {
    let mut ids: Vec<Uuid> =
        coach.page().addresses().iter().filter_map(|address| id_in(address, "/sessions/")).collect();
    ids.sort_unstable();
    ids.dedup();
    ids
}

/// A visit proposed by the coach and agreed to by the participant: at 14 o'clock three weeks later.
pub async fn agree(town: &Town, (walk, case_id): (&Walk, Uuid), coach: &str, visit: usize) -> Walked {
    let mut coach = town.of_company(coach).await?;
    let page = format!("/cases/{case_id}");
    coach.see(&page).await?;
    if sessions(&coach).len() < visit {
        coach.see(&format!("{page}/sessions/new")).await?;
        let mut form = coach.form(&page, "/sessions")?;
        let (day, way) = (clock::show_day(clock::day(town.now() + Duration::days(7))), "remote");
        for (name, value) in [
            ("way", way),
            ("place", "https://video.example.invalid/polku"),
            ("day1", &day),
            ("time1", "13.00"),
            ("whose_time", "work"),
            ("roster_seen", "yes"),
            ("how", "propose"),
        ] {
            form.set(name, value);
        }
        coach.send(&form).await?;
        town.settle().await?;
        coach.see(&page).await?;
    }
    let session = *sessions(&coach).get(visit - 1).ok_or_else(|| Stuck::Report(format!("no session in {page}")))?;
    let mut one = town.of_county(&walk.applicant.address()).await?;
    let page = format!("/sessions/{session}");
    one.see(&page).await?;
    if let Some(mut form) = one.page().form(&page, "/choice") {
        answer_all(&mut form, "", |_, _| 0);
        one.send(&form).await?;
    }
    Ok(())
}

/// What the coach writes in the memo after each visit.
const AGREED: [&str; 3] = [
    "Sovimme: kartoitetaan osaaminen ja kaksi vaihtoehtoa seuraavaan tapaamiseen.",
    "Kävimme läpi vaihtoehdot. Seuraavaksi: keskustelu esihenkilön kanssa ja yksi tutustumiskäynti.",
    "Kokosimme seuraavat askeleet ja sen, mikä on muuttunut alusta.",
];

/// The visit was held, and the coach writes in the memo what was agreed.
pub async fn hold(town: &Town, case_id: Uuid, coach: &str, visit: usize) -> Walked {
    let mut coach = town.of_company(coach).await?;
    let page = format!("/cases/{case_id}");
    coach.see(&page).await?;
    if let Some(session) = sessions(&coach).get(visit - 1) {
        let session = format!("/sessions/{session}");
        coach.see(&session).await?;
        coach.fill_once((&session, "/held"), &[]).await?;
        town.settle().await?;
    }
    if let Some(agreed) = AGREED.get(visit - 1) {
        coach.see(&page).await?;
        let mut form = coach.form(&page, "/memo")?;
        let memo = form.fields.iter().find(|field| field.name == "memo").and_then(|field| field.values.first());
        let before = memo.map(|words| words.trim().to_owned()).unwrap_or_default();
        if !before.contains(agreed) {
            form.set("memo", format!("{before}\n\n{agreed}").trim());
            coach.send(&form).await?;
        }
    }
    Ok(())
}

async fn interrupt(town: &Town, walk: &Walk, case_id: Uuid) -> Walked {
    let mut one = town.of_county(&walk.applicant.address()).await?;
    let page = format!("/cases/{case_id}/interruption");
    if one.look(&page).await.is_none() {
        return Ok(());
    }
    let mut form = one.form(&page, "")?;
    answer_all(&mut form, "", |_, _| 0);
    one.send(&form).await?;
    Ok(())
}
