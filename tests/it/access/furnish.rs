//! What happens in the two organisations before anybody is asked about: walked through the pages.
use chrono::Duration;
use urasilta::{
    programmes,
    walk::{Form, Walker},
    world::town::answer_all,
};
use uuid::Uuid;

use super::{
    cast::{Cast, Place, Side, address},
    marks,
};
use crate::support::{Actor, Stage};

/// The rounds of an organisation.
#[derive(Clone, Copy, Debug)]
pub struct Rounds {
    /// Under way, with cases.
    pub running: Uuid,
}

/// Sends the first form of the page in view that goes from `start` to `end`, with these values; it must go through.
pub async fn fill(one: &mut Actor, (start, end): (&str, &str), values: &[(&str, &str)]) {
    let found = one.page.forms().into_iter().find(|form| match end {
        "" => form.action == start,
        _ => form.action.starts_with(start) && form.action.ends_with(end),
    });
    let path = one.page.path.clone();
    let mut form = found.unwrap_or_else(|| panic!("no form to {start}…{end} on {path}: {}", one.page.words()));
    for (name, value) in values {
        form.set(name, value);
    }
    send(one, &form).await;
}

async fn send(one: &mut Actor, form: &Form) {
    let walker: &mut Walker = one;
    walker.send_form(form).await;
    assert_eq!(one.page.status, 200, "{}: {}", form.action, one.page.words());
}

/// The id in the first address of the page in view that begins so.
pub fn id_after(one: &Actor, start: &str) -> Uuid {
    let found =
        one.page.addresses().into_iter().find_map(|at| Uuid::parse_str(at.strip_prefix(start)?.get(..36)?).ok());
    found.unwrap_or_else(|| panic!("no {start}… on {}: {}", one.page.path, one.page.words()))
}

fn id_of_page(one: &Actor, start: &str) -> Uuid {
    Uuid::parse_str(&one.page.path.strip_prefix(start).unwrap()[..36]).unwrap()
}

async fn actor(stage: &Stage, cast: &Cast, first: &str) -> Actor {
    stage.human(cast.of(first).human).await
}

/// One writes the service, another publishes it.
pub async fn publish(stage: &Stage, cast: &Cast, (place, author): (&Place, &str)) {
    let mut tx = stage.write().await;
    let text = programmes::shipped("keusote-coaching-pilot").unwrap();
    let who = (Some(cast.of(author).human), None);
    programmes::publish(&mut tx, place.county, text, who, stage.now()).await.unwrap();
    tx.commit().await.unwrap();
}

/// A round of the form's own terms but these.
pub async fn plan(kirsi: &mut Actor, name: &str, values: &[(&str, &str)]) -> Uuid {
    kirsi.see("/rounds/new").await;
    let names = [("name_fi", name), ("name_sv", name), ("name_en", name), ("opens_on", "2.10.2023")];
    fill(kirsi, ("/rounds/new", ""), &[names.as_slice(), values].concat()).await;
    id_of_page(kirsi, "/rounds/")
}

pub async fn move_on(kirsi: &mut Actor, round: Uuid) {
    let path = format!("/rounds/{round}/move");
    kirsi.see(&path).await;
    fill(kirsi, (&path, ""), &[]).await;
}

/// A contract with the named provider until a day; for one round, or for each.
pub async fn contract(kirsi: &mut Actor, provider: Uuid, (round, ends_on): (Option<Uuid>, &str)) {
    kirsi.see("/contracts/new").await;
    let (provider, round) = (provider.to_string(), round.map(|id| id.to_string()).unwrap_or_default());
    let values = [
        ("name", "Valmennus 2023"),
        ("provider", provider.as_str()),
        ("round", round.as_str()),
        ("starts_on", "1.9.2023"),
        ("ends_on", ends_on),
        ("packages", "8"),
        ("visits", "3"),
    ];
    fill(kirsi, ("/contracts", ""), &values).await;
    let Some(mut form) = kirsi.page.form("/contracts/", "/requirements") else { return };
    for field in form.fields.iter_mut().filter(|field| field.name == "met") {
        field.values = field.options.clone();
    }
    send(kirsi, &form).await;
}

pub async fn add_coach(stage: &Stage, cast: &Cast, (provider, coach): (&str, &str)) {
    let mut olli = actor(stage, cast, provider).await;
    olli.see("/assignments/coaches").await;
    let coach = cast.of(coach);
    let (name, address) = (format!("{} {}", coach.first, coach.last), address(coach.first));
    let mut form = olli.page.form("/assignments/coaches", "").unwrap();
    form.set("name", &name);
    form.set("address", &address);
    answer_all(&mut form, "", |_, _| 0);
    send(&mut olli, &form).await;
}

/// Begins an application; gives its id.
pub async fn begin(one: &mut Actor, round: Uuid) -> Uuid {
    let precheck = format!("/services/{round}/precheck");
    one.see(&precheck).await;
    let mut form = one.page.form(&precheck, "").unwrap();
    answer_all(&mut form, "", |_, _| 0);
    send(one, &form).await;
    let apply = format!("/services/{round}/apply");
    one.see(&apply).await;
    fill(one, (&apply, ""), &[]).await;
    id_of_page(one, "/applications/")
}

/// Answers the questions one after the other, and sends.
pub async fn apply(stage: &Stage, cast: &Cast, (first, round): (&str, Uuid)) -> Uuid {
    let mut one = actor(stage, cast, first).await;
    let id = begin(&mut one, round).await;
    write(&mut one, id, first).await;
    fill(&mut one, (&format!("/applications/{id}/submission"), ""), &[]).await;
    id
}

async fn write(one: &mut Actor, id: Uuid, first: &str) {
    let steps = format!("/applications/{id}/steps/");
    for _ in 0..10 {
        let Some(mut form) = one.page.form(&steps, "") else { break };
        answer_all(&mut form, &marks::answer(first), |name, _| usize::from(name.ends_with("plan")));
        rank(&mut form);
        send(one, &form).await;
    }
}

/// The ranking: the first is the dearest.
fn rank(form: &mut Form) {
    let names: Vec<String> =
        form.fields.iter().map(|field| field.name.clone()).filter(|name| name.starts_with("expectations-")).collect();
    for (place, name) in names.iter().enumerate() {
        form.set(name, &(place + 1).to_string());
    }
}

/// Places are given by the round's own order, and the decisions published.
pub async fn decide(kirsi: &mut Actor, round: Uuid) {
    move_on(kirsi, round).await;
    kirsi.see(&format!("/applications?round={round}")).await;
    fill(kirsi, (&format!("/rounds/{round}"), "/proposals-by-policy"), &[]).await;
    let decisions = format!("/rounds/{round}/decisions");
    kirsi.see(&decisions).await;
    fill(kirsi, (&decisions, ""), &[]).await;
}

/// Takes the offered place; gives the case once the house has opened it.
pub async fn accept(stage: &Stage, cast: &Cast, first: &str) -> Uuid {
    let mut one = actor(stage, cast, first).await;
    one.see("/own-applications").await;
    let id = id_after(&one, "/applications/");
    one.see(&format!("/applications/{id}/offer")).await;
    fill(&mut one, ("/applications/", "/acceptance"), &[]).await;
    marks::keep(stage.letters().await);
    one.see("/path").await;
    id_after(&one, "/cases/")
}

pub async fn name_coach(stage: &Stage, cast: &Cast, (provider, case, coach): (&str, Uuid, &str)) {
    let mut olli = actor(stage, cast, provider).await;
    let page = format!("/assignments/{case}");
    olli.see(&page).await;
    fill(&mut olli, (&page, "/coach"), &[("coach", &cast.of(coach).human.to_string())]).await;
    marks::keep(stage.letters().await);
}

/// The participant reads what is to be read first.
pub async fn read(stage: &Stage, cast: &Cast, first: &str) {
    let mut one = actor(stage, cast, first).await;
    one.see("/path").await;
    fill(&mut one, ("/cases/", "/reading"), &[]).await;
}

/// The participant answers what waits, reading first what is to be read.
pub async fn answer_steps(stage: &Stage, cast: &Cast, first: &str) {
    let mut one = actor(stage, cast, first).await;
    for _ in 0..8 {
        one.see("/path").await;
        if one.page.form("/cases/", "/reading").is_some() {
            fill(&mut one, ("/cases/", "/reading"), &[]).await;
        }
        let Some(step) = one.page.address("/steps/", "") else { break };
        one.see(&step).await;
        while let Some(mut form) = one.page.form(&step, "") {
            answer_all(&mut form, &marks::feedback(first), |_, _| 0);
            send(&mut one, &form).await;
        }
        marks::keep(stage.letters().await);
    }
}

/// The coach books a meeting, or proposes times for it.
pub async fn meet(stage: &Stage, cast: &Cast, (coach, case): (&str, Uuid), (day, how): (&str, &str)) -> Uuid {
    let mut aino = actor(stage, cast, coach).await;
    aino.see(&format!("/cases/{case}/sessions/new")).await;
    let place = marks::place(cast.of(coach).side);
    let values = [
        ("way", "remote"),
        ("place", place.as_str()),
        ("minutes", "60"),
        ("whose_time", "own"),
        ("day1", day),
        ("time1", "13.00"),
        ("how", how),
    ];
    fill(&mut aino, ("/cases/", "/sessions"), &values).await;
    marks::keep(stage.letters().await);
    aino.see(&format!("/cases/{case}")).await;
    id_after(&aino, "/sessions/")
}

/// The coach says that the meeting was held.
pub async fn hold(stage: &Stage, cast: &Cast, (coach, session): (&str, Uuid)) {
    let mut aino = actor(stage, cast, coach).await;
    aino.see(&format!("/sessions/{session}")).await;
    fill(&mut aino, ("/sessions/", "/held"), &[]).await;
}

/// The closing questions are asked and answered, the private address is asked, and the participant ends the coaching.
pub async fn complete(stage: &Stage, cast: &Cast, (coach, first, case): (&str, &str, Uuid)) {
    let page = format!("/cases/{case}/completion");
    let mut eeva = actor(stage, cast, coach).await;
    eeva.see(&page).await;
    fill(&mut eeva, ("/cases/", "/closing"), &[]).await;
    marks::keep(stage.letters().await);
    answer_steps(stage, cast, first).await;
    let mut one = actor(stage, cast, first).await;
    let contact = format!("/cases/{case}/contact");
    one.see(&contact).await;
    let mut form = one.page.form(&contact, "").unwrap();
    form.set("address", "oma@example.invalid");
    form.set("phone", "040 123 4567");
    answer_all(&mut form, "", |_, _| 0);
    send(&mut one, &form).await;
    one.see(&page).await;
    fill(&mut one, (&page, ""), &[]).await;
    answer_steps(stage, cast, first).await;
}

/// The coach writes the shared memo and the own working note.
pub async fn note(stage: &Stage, cast: &Cast, (coach, case): (&str, Uuid)) {
    let mut aino = actor(stage, cast, coach).await;
    let page = format!("/cases/{case}");
    aino.see(&page).await;
    fill(&mut aino, (&page, "/memo"), &[("memo", &marks::memo(coach))]).await;
    fill(&mut aino, (&page, "/note"), &[("note", &marks::note(coach))]).await;
}

/// The rounds that both organisations have, with whoever applies to them.
pub async fn rounds(stage: &Stage, cast: &Cast, side: Side) -> Rounds {
    let (coordinator, first, second): (_, &[&str], &[&str]) = match side {
        Side::A => ("Kirsi", &["Maija", "Ville", "Sara", "Timo", "Anna", "Heikki"], &["Hanna", "Risto"]),
        Side::B => ("Bertta", &["Bea", "Boris", "Benita", "Britt", "Bosse"], &["Bodil"]),
    };
    let mut kirsi = actor(stage, cast, coordinator).await;
    let places = if side == Side::A { "4" } else { "2" };
    let running = plan(&mut kirsi, "Ensimmäinen kierros", &[("closes_on", "6.10.2023"), ("places", places)]).await;
    let terms = [("closes_on", "31.10.2023"), ("selection", "lottery"), ("supervisor_part", "approves")];
    let open = plan(&mut kirsi, "Toinen kierros", &terms).await;
    plan(&mut kirsi, "Kolmas kierros", &[("closes_on", "30.11.2023")]).await;
    for round in [running, open] {
        move_on(&mut kirsi, round).await;
    }
    kirsi.see(&format!("/applications?round={open}")).await;
    for who in first {
        apply(stage, cast, (who, running)).await;
        stage.later(Duration::minutes(1));
    }
    for who in second {
        apply(stage, cast, (who, open)).await;
    }
    let writes = if side == Side::A { "Mika" } else { "Birk" };
    begin(&mut actor(stage, cast, writes).await, open).await;
    marks::keep(stage.letters().await);
    Rounds { running }
}
