//! The coordinator checks by hand what the titles do not tell, gives the places, and hands on those that come back.
use chrono::Duration;
use uuid::Uuid;

use super::{
    Walk,
    calendar::{LAPSES, SAY_NO, at},
    setting::{id_in, move_to},
};
use crate::world::{
    founding::COORDINATOR,
    town::{Somebody, Town, Walked, answer_all},
};

/// How many of those who applied get a place at once; then how many more when three do not take theirs.
const FIRST: usize = 30;
const THEN: usize = 33;
/// And at last with the visits that come back.
pub const AT_LAST: usize = 35;

/// After the round has closed for applications: the checks, the proposals by the order of applying, the decisions.
pub async fn select(town: &Town, round_id: Uuid) -> Walked {
    town.at(at((2023, 10, 2), 9)).await?;
    move_to(town, round_id, "selecting").await?;
    check_by_hand(town, round_id).await?;
    town.at(at((2023, 10, 3), 10)).await?;
    propose(town, round_id, "/proposals-by-policy").await
}

async fn check_by_hand(town: &Town, round_id: Uuid) -> Walked {
    let mut kirsi = town.of_county(COORDINATOR).await?;
    let start = format!("/rounds/{round_id}/applications/");
    kirsi.see(&format!("/applications?round={round_id}&state=to_be_checked")).await?;
    let waiting: Vec<String> = kirsi.page().addresses();
    for address in waiting.iter().filter(|address| id_in(address, &start).is_some()) {
        kirsi.see(address).await?;
        let forms = kirsi.page().forms();
        let form = forms.into_iter().find(|form| form.action.ends_with("/check"));
        if let Some(mut form) = form {
            form.set("outcome", "eligible");
            answer_all(&mut form, "Tehtävään kuuluu asiakastyötä.", |_, _| 0);
            kirsi.send(&form).await?;
            town.settle().await?;
        }
    }
    Ok(())
}

/// Makes proposals by a form of the work list, and publishes them.
async fn propose(town: &Town, round_id: Uuid, end: &str) -> Walked {
    let mut kirsi = town.of_county(COORDINATOR).await?;
    let rounds = format!("/rounds/{round_id}");
    let list = format!("/applications?round={round_id}&state=eligible");
    kirsi.see(&list).await?;
    let any =
        kirsi.page().addresses().iter().any(|address| id_in(address, &format!("{rounds}/applications/")).is_some());
    if !any {
        return Ok(());
    }
    // A walk that was cut off between the two finds its proposals waiting, and does not make them again.
    kirsi.see(&format!("{rounds}/decisions")).await?;
    if kirsi.page().form(&rounds, "/decisions").is_none() {
        kirsi.see(&list).await?;
        kirsi.fill_once((&rounds, end), &[]).await?;
    }
    publish(&mut kirsi, &rounds).await?;
    town.settle().await
}

async fn publish(kirsi: &mut Somebody, rounds: &str) -> Walked {
    kirsi.see(&format!("{rounds}/decisions")).await?;
    kirsi.fill_once((rounds, "/decisions"), &[]).await?;
    Ok(())
}

/// The first thirty answer; two say no and one lets the day go by, and three more are asked.
pub async fn answer_offers(town: &Town, round_id: Uuid, walks: &mut [Walk]) -> Walked {
    for place in 0..FIRST {
        let minutes = i64::try_from(place).unwrap_or_default() * 97;
        town.at(at((2023, 10, 4), 8) + Duration::minutes(minutes)).await?;
        answer(town, walks, place).await?;
    }
    town.at(at((2023, 10, 11), 10)).await?;
    hand_on(town, round_id, (&*walks, THEN)).await?;
    for place in FIRST..THEN {
        town.at(at((2023, 10, 12), 8) + Duration::hours(i64::try_from(place - FIRST).unwrap_or_default())).await?;
        answer(town, walks, place).await?;
    }
    town.at(at((2023, 10, 16), 9)).await?;
    move_to(town, round_id, "running").await
}

/// One answers an offer, and the case opens.
pub async fn answer(town: &Town, walks: &mut [Walk], place: usize) -> Walked {
    let walk = &mut walks[place];
    let mut one = town.of_county(&walk.applicant.address()).await?;
    let application = format!("/applications/{}", walk.application_id);
    if place == LAPSES {
        return Ok(());
    }
    one.see(&format!("{application}/offer")).await?;
    if SAY_NO.contains(&place) {
        one.fill_once((&application, "/refusal"), &[]).await?;
        return town.settle().await;
    }
    one.fill_once((&application, "/acceptance"), &[]).await?;
    town.settle().await?;
    one.see("/path").await?;
    walk.case_id = one.page().addresses().iter().find_map(|address| id_in(address, "/cases/"));
    Ok(())
}

/// The coordinator says yes to each free place until the applicant before `until` has been asked.
pub async fn hand_on(town: &Town, round_id: Uuid, (walks, until): (&[Walk], usize)) -> Walked {
    let last = &walks[until - 1];
    let mut asked = town.of_county(&last.applicant.address()).await?;
    let offer = format!("/applications/{}/offer", last.application_id);
    let mut kirsi = town.of_county(COORDINATOR).await?;
    for _ in 0..3 {
        if asked.look(&offer).await.is_some() {
            break;
        }
        kirsi.see(&format!("/applications?round={round_id}")).await?;
        kirsi.fill((&format!("/rounds/{round_id}"), "/hand-on"), &[]).await?;
        town.settle().await?;
    }
    Ok(())
}

/// Those still on the reserve list are told, and the round is closed.
pub async fn close(town: &Town, round_id: Uuid) -> Walked {
    town.at(at((2024, 3, 11), 9)).await?;
    let mut kirsi = town.of_county(COORDINATOR).await?;
    let rounds = format!("/rounds/{round_id}");
    kirsi.see(&format!("/applications?round={round_id}&state=on_reserve")).await?;
    if let Some(mut form) = kirsi.page().form(&rounds, "/proposals") {
        let picked = form.fields.iter_mut().find(|field| field.name == "pick");
        if let Some(picked) = picked.filter(|picked| !picked.options.is_empty()) {
            picked.values.clone_from(&picked.options);
            form.set("proposal", "leave_out");
            kirsi.send(&form).await?;
            publish(&mut kirsi, &rounds).await?;
            town.settle().await?;
        }
    }
    move_to(town, round_id, "closed").await
}
