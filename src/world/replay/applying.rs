//! An applicant reads about the service, answers its questions one by one, and sends the application.
use chrono::Duration;
use uuid::Uuid;

use super::{calendar::at, setting::id_in};
use crate::world::{
    keusote::Applicant,
    town::{Somebody, Stuck, Town, Walked, answer_all},
};

/// The expectations by their keys in the blueprint, in the order in which the source ranks them.
const EXPECTATIONS: [&str; 7] = [
    "career_planning",
    "opportunities",
    "motivation",
    "recognise_competence",
    "use_competence",
    "strengths",
    "develop_competence",
];

/// Applies, or finds the application that there is; gives its id.
pub async fn apply(town: &Town, round_id: Uuid, applicant: &Applicant) -> Walked<Uuid> {
    let hours = i64::try_from(applicant.number).unwrap_or_default() * 11;
    town.at(at((2023, 9, 11), 9) + Duration::hours(hours)).await?;
    let mut one = town.of_county(&applicant.address()).await?;
    one.see("/own-applications").await?;
    let known = one.page().addresses().iter().find_map(|address| id_in(address, "/applications/"));
    let id = match known {
        Some(id) => id,
        None => begin(&mut one, round_id).await?,
    };
    write(&mut one, id, applicant).await?;
    town.settle().await?;
    Ok(id)
}

/// Reads about the service and begins a draft; gives its id.
pub async fn begin(one: &mut Somebody, round_id: Uuid) -> Walked<Uuid> {
    let path = &format!("/services/{round_id}/apply");
    one.see(&format!("/services/{round_id}")).await?;
    one.see(&format!("/services/{round_id}/precheck")).await?;
    let precheck = format!("/services/{round_id}/precheck");
    // "No" stands first: whoever is in a work-ability process would be guided to another service.
    let mut form = one.form(&precheck, "")?;
    answer_all(&mut form, "", |_, _| 0);
    one.send(&form).await?;
    one.see(path).await?;
    let page = one.fill((path, ""), &[]).await?;
    id_in(&page.path, "/applications/").ok_or_else(|| Stuck::Report(format!("no application at {}", page.path)))
}

/// Goes through the questions of a draft from the first on, and sends it.
async fn write(one: &mut Somebody, id: Uuid, applicant: &Applicant) -> Walked {
    let (steps, sending) = (format!("/applications/{id}/steps/"), format!("/applications/{id}/submission"));
    one.see(&format!("/applications/{id}/check")).await?;
    if one.page().form(&sending, "").is_none() {
        return Ok(());
    }
    let first = one.address(&steps, "")?;
    one.see(first.split('?').next().unwrap_or_default()).await?;
    for _ in 0..20 {
        let Some(mut form) = one.page().form(&steps, "") else { break };
        fill(&mut form, applicant);
        one.send(&form).await?;
    }
    one.fill((&sending, ""), &[]).await?;
    Ok(())
}

fn fill(form: &mut crate::walk::Form, applicant: &Applicant) {
    for (rank, place) in applicant.expectations.iter().enumerate() {
        let name = format!("expectations-{}", EXPECTATIONS[*place]);
        if form.has(&name) {
            form.set(&name, &(rank + 1).to_string());
        }
    }
    let words = "Haluan miettiä, mihin suuntaan työurani voisi jatkua.";
    answer_all(form, words, |question, _| applicant.choice(question));
}
