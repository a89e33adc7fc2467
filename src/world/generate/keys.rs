//! What a load tool needs of the first organisation: addresses of pages, and sessions of people who may see them.
use axum::Router;

use super::{GenerateError, Size, applications, cases, share, staff::County, three};
use crate::{
    clock::Moment,
    coaching, db, desk,
    house::House,
    intake::{Made, State},
    privacy::{
        Role,
        session::{self, Strength},
    },
    programmes,
    walk::Walker,
};

/// Lines of a shell file: cookies, paths and the body of one application step.
pub async fn keys(house: &House, router: Router, size: Size) -> Result<String, GenerateError> {
    let county = County::new(size, 0, share(size.people, 0, size.rounds.max(1)));
    let apply = share(size.applications, 0, size.rounds.max(1)).min(county.people);
    let round = programmes::rounds_of(&mut house.db.read().await?, county.id).await?;
    let pilot = round.iter().find(|round| round.visits_per_package == applications::PILOT.visits);
    let Some(round_id) = pilot.map(|round| round.id) else { return Ok(String::new()) };
    let made = || applications::applicants(&county, apply).map(|n| applications::application(&county, round_id, n));
    let coordinator = enter(house, &router, county.seated(Role::Coordinator, 0).id).await?;
    let mut coach = enter(house, &router, county.seated(Role::Coach, 0).id).await?;
    let admin = enter(house, &router, county.seated(Role::Admin, 0).id).await?;
    let accepted = made().find(|made| made.state == State::Accepted);
    let case = format!("/cases/{}", accepted.as_ref().map(|made| cases::case_id(&county, made)).unwrap_or_default());
    write_notes(&mut coach, &case).await;
    let area = county.units.first().map(|unit| unit.service_area.clone()).unwrap_or_default();
    let filter = serde_html_form::to_string([("round", round_id.to_string()), ("area", area)]).unwrap_or_default();
    let mut lines = vec![
        ("SERVICE_PATH".to_owned(), format!("/services/{round_id}")),
        ("COORDINATOR_COOKIE".to_owned(), coordinator.cookies()),
        ("LIST_PATH".to_owned(), format!("/applications?{filter}")),
        ("COACH_COOKIE".to_owned(), coach.cookies()),
        ("CASE_PATH".to_owned(), case),
        ("ADMIN_COOKIE".to_owned(), admin.cookies()),
    ];
    if let Some(accepted) = accepted {
        let participant = enter(house, &router, accepted.start.human_id).await?;
        lines.push(("PARTICIPANT_COOKIE".to_owned(), participant.cookies()));
    }
    for (number, draft) in made().filter(|made| made.state == State::Draft).take(STEPS).enumerate() {
        let found = step(house, &router, draft).await?;
        lines.extend(found.map(|(name, value)| (format!("{name}_{number}"), value)));
    }
    lines.extend(of_three(house, &router, (&county, share(size.three, 0, size.rounds.max(1)))).await?);
    Ok(lines.into_iter().map(|(name, value)| format!("{name}='{value}'\n")).collect())
}

/// The three of the first case, each with the address of what is measured.
async fn of_three(
    house: &House,
    router: &Router,
    (county, wanted): (&County, usize),
) -> Result<Vec<(String, String)>, GenerateError> {
    let all = three::room(county, wanted);
    let case = format!("/cases/{}", three::case_id(county, (0, all)));
    let supervisor = three::supervisor(county, (0, all)).id;
    let participant = county.somebody(0).human.id;
    let found = coaching::three::three_unseen(&mut house.db.read().await?, three::case_id(county, (0, all))).await?;
    let Some(coach) = found.and_then(|found| found.coach_human_id) else { return Ok(Vec::new()) };
    let mut lines = vec![("THREE_CASE_PATH".to_owned(), case)];
    for (name, human_id) in [("SUPERVISOR", supervisor), ("THREE_COACH", coach), ("THREE_PARTICIPANT", participant)] {
        lines.push((format!("{name}_COOKIE"), enter(house, router, human_id).await?.cookies()));
    }
    Ok(lines)
}

/// How many drafts are answered at the same time.
const STEPS: usize = 4;

/// A case as it is after a meeting: both notes have been written.
async fn write_notes(coach: &mut Walker, case: &str) {
    let words = "Keskustelimme siitä, mikä työssä kantaa ja mikä kuormittaa. ".repeat(8);
    for note in ["memo", "note"] {
        coach.get(case).await;
        if let Some(mut form) = coach.page.form(&format!("{case}/{note}"), "") {
            form.set(note, &words);
            coach.send_form(&form).await;
        }
    }
}

/// The first question of a draft with its answers, sent as a browser would.
async fn step(house: &House, router: &Router, draft: Made) -> db::Result<[(&'static str, String); 3]> {
    let mut one = enter(house, router, draft.start.human_id).await?;
    let path = format!("/applications/{}/steps/expectations", draft.start.id);
    one.get(&path).await;
    let form = one.page.form(&path, "").unwrap_or_default();
    let body = serde_html_form::to_string(form.pairs()).unwrap_or_default();
    Ok([("STEP_COOKIE", one.cookies()), ("STEP_PATH", path), ("STEP_BODY", body)])
}

async fn enter(house: &House, router: &Router, human_id: uuid::Uuid) -> db::Result<Walker> {
    let now: Moment = house.clock.now();
    let mut tx = house.db.write().await?;
    let token = session::start(&mut tx, human_id, (Strength::Invented, ""), now).await?;
    tx.commit().await?;
    let prefix = if house.config.secure_cookies() { "__Host-" } else { "" };
    let mut walker = Walker::new(router.clone()).with_cookie(&format!("{prefix}{}", desk::SESSION), &token);
    walker.get("/services").await;
    Ok(walker)
}
