//! What stands before the first discussion of a round: the kick-off, those who are named and say yes, and their coach.
use serde_json::{Value, json};
use uuid::Uuid;

use super::{COACH, Walk, guests_of, people, when};
use crate::{
    clock, insight, programmes,
    walk::Form,
    world::{
        founding::{self, COORDINATOR, PROVIDER},
        replay::setting::{self, Bought, Plan, id_in},
        town::{Stuck, Town, Walked, answer_all, answer_boxes},
    },
};

/// What the kick-off of a round fixed, as far as the page tells.
const FIXED: [(&str, &str); 3] = [
    ("aims", "Osallistuja löytää suunnan työlleen ja tekee siitä konkreettisia sovittuja tekoja."),
    ("target_group", "Palveluasiantuntijoita ja palvelusihteereitä, joiden työ muuttuu digitalisaation myötä."),
    (
        "timetable",
        "Neljä henkilökohtaista valmennusjaksoa noin neljässä kuukaudessa, jatkokeskustelu kahden kuukauden päästä.",
    ),
];

/// The organisation, its staff, the provider's coach.
pub async fn found(town: &Town) -> Walked<Uuid> {
    town.on(when((2018, 1, 15), 9)).await?;
    let palkeet = founding::found(town).await?;
    let file = people::staff_file(|name| town.place.address(name, true));
    setting::import_staff(town, &file, &people::GUESTS[0].address()).await?;
    Ok(palkeet)
}

/// A round of one version of the service, until those who take part have their coach.
pub async fn begin(town: &Town, (palkeet, number): (Uuid, usize)) -> Walked<(Uuid, Vec<Walk>)> {
    let year = 2018;
    let (plan_on, open_on, close_on) = if number == 1 {
        ((year, 1, 22), (year, 2, 5), (year, 2, 16))
    } else {
        ((year, 8, 6), (year, 8, 20), (year, 8, 31))
    };
    town.on(when(plan_on, 9)).await?;
    let text = programmes::shipped_versions("palkeet-renewal-of-work").get(number - 1).copied().unwrap_or_default();
    let blueprint_id = setting::publish_service(town, palkeet, text).await?;
    let guests = guests_of(number);
    let places = guests.len().to_string();
    let plan = Plan { blueprint_id, name: super::ROUNDS[number - 1], places: &places, visits: "8" };
    let dates = (town.day(when(open_on, 9)), town.day(when(close_on, 9)));
    let round_id = setting::plan_round(town, plan, (&dates.0, &dates.1)).await?;
    kick_off(town, round_id).await?;
    let days = (town.day(when(plan_on, 9)), town.day(when((year + 1, 12, 31), 9)));
    let bought = Bought {
        name: if number == 1 { "Työn uusiutuminen, kevät" } else { "Työn uusiutuminen, syksy" },
        round_id: Some(round_id),
        days: (&days.0, &days.1),
        packages: &places,
        visits: "8",
    };
    let contract_id = setting::contract(town, bought).await?;
    setting::add_coach(town, COACH, contract_id).await?;
    town.on(when(open_on, 8)).await?;
    setting::move_to(town, round_id, "open").await?;
    let walks = invite(town, round_id, &guests).await?;
    for state in ["selecting", "running"] {
        setting::move_to(town, round_id, state).await?;
    }
    name_coach(town, &walks).await?;
    Ok((round_id, walks))
}

/// Two service managers, the provider and human resources fix the aims, the target group and the timetable.
pub async fn kick_off(town: &Town, round_id: Uuid) -> Walked {
    let mut kirsi = town.of_county(COORDINATOR).await?;
    let page = format!("/rounds/{round_id}/kickoff");
    kirsi.see(&page).await?;
    if let Some(mut form) = kirsi.page().form(&page, "").filter(|form| is_empty(form, "aims")) {
        form.set("held_on", &clock::show_day(clock::day(town.now())));
        for (name, words) in FIXED {
            form.set(name, words);
        }
        answer_all(
            &mut form,
            "Päivi Hakala, palveluesimies; Outi Laitinen, palveluesimies; palveluntuottaja; HR",
            |_, _| 0,
        );
        kirsi.send(&form).await?;
        kirsi.see(&page).await?;
    }
    kirsi.fill_once((&page, "/fixing"), &[]).await?;
    Ok(())
}

/// Whether nobody has written in the field.
fn is_empty(form: &Form, name: &str) -> bool {
    form.fields.iter().any(|field| field.name == name && field.values.iter().all(String::is_empty))
}

/// The coordinator names those who take part, each is asked, and each says yes.
pub async fn invite(town: &Town, round_id: Uuid, guests: &[people::Guest]) -> Walked<Vec<Walk>> {
    let page = format!("/rounds/{round_id}/named");
    for guest in guests {
        let mut kirsi = town.of_county(COORDINATOR).await?;
        let name = format!("{} {}", guest.first_name, guest.last_name);
        if kirsi.see(&page).await?.words().contains(&name) {
            continue;
        }
        kirsi.see(&format!("{page}?q={}", guest.last_name.replace('ä', "%C3%A4"))).await?;
        let mut form = kirsi.form(&format!("/rounds/{round_id}/invitations"), "")?;
        // The name itself stands before longer ones that begin like it.
        for field in form.fields.iter_mut().filter(|field| field.name == "person") {
            field.values = field.options.iter().take(1).cloned().collect();
        }
        kirsi.send(&form).await?;
        town.settle().await?;
    }
    let mut walks = Vec::new();
    for guest in guests {
        let mut one = town.of_county(&guest.address()).await?;
        one.see("/path").await?;
        if let Some(invitation) = one.page().address("/invitations/", "") {
            one.see(&invitation).await?;
            let mut form = one.form(&invitation, "/acceptance")?;
            answer_boxes(&mut form);
            answer_all(&mut form, "", |_, _| 0);
            one.send(&form).await?;
            town.settle().await?;
            one.see("/path").await?;
        }
        let case_id = one.page().addresses().iter().find_map(|address| id_in(address, "/cases/"));
        let case_id = case_id.ok_or_else(|| Stuck::Report(format!("{} has no case", guest.last_name)))?;
        walks.push(Walk { guest: *guest, case_id });
    }
    Ok(walks)
}

pub async fn name_coach(town: &Town, walks: &[Walk]) -> Walked {
    for walk in walks {
        let mut coach = town.of_company(COACH.1).await?;
        if coach.look(&format!("/cases/{}", walk.case_id)).await.is_some() {
            continue;
        }
        let coach_id = coach.id.to_string();
        let mut olli = town.of_company(PROVIDER).await?;
        let page = format!("/assignments/{}", walk.case_id);
        olli.see(&page).await?;
        olli.fill((&page, "/coach"), &[("coach", &coach_id)]).await?;
        town.settle().await?;
    }
    Ok(())
}

/// The round is closed and reviewed: what worked, and what the next one changes.
pub async fn review(town: &Town, round_id: Uuid) -> Walked {
    setting::move_to(town, round_id, "closed").await?;
    let mut kirsi = town.of_county(COORDINATOR).await?;
    let page = format!("/rounds/{round_id}/review");
    kirsi.see(&page).await?;
    if let Some(mut form) = kirsi.page().form(&page, "").filter(|form| is_empty(form, "worked")) {
        form.set("held_on", &clock::show_day(clock::day(town.now())));
        let words = "Esihenkilö tarvitsee tiedon sovituista toimenpiteistä ja sitoutuu niihin.";
        answer_all(&mut form, words, |_, _| 0);
        kirsi.send(&form).await?;
        kirsi.see(&page).await?;
    }
    kirsi.fill_once((&page, "/finishing"), &[]).await?;
    town.settle().await
}

/// What the published report tells of the round; that so many took part the source tells itself.
pub async fn told(town: &Town, round_id: Uuid, participants: usize) -> Walked<Value> {
    let path = format!("/rounds/{round_id}/report");
    let mut kirsi = town.of_county(COORDINATOR).await?;
    kirsi.see(&path).await?;
    let mut made = insight::latest(&mut town.house.db.read().await?, round_id).await?;
    // Of fewer than five people nothing can be published, and the page says so.
    if participants >= 5 && made.is_none() {
        kirsi.fill_once((&path, ""), &[]).await?;
        made = insight::latest(&mut town.house.db.read().await?, round_id).await?;
    }
    let report = made.map(|edition| insight::report_json(&edition)).unwrap_or_default();
    let together = &report["together"];
    Ok(json!({
        "participants": participants,
        "agreements_in_force": together["agreements_in_force"],
        "sessions_held": together["sessions_held"]["total"],
        "actions_agreed": together["actions_agreed"]["total"],
        "follow_through": together["follow_through"]["mean"],
        "gas_change": together["goal_change"],
    }))
}
