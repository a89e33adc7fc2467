//! What stands before the first applicant comes: the organisations, their people, the service and its round.
use uuid::Uuid;

use super::{COACHES, calendar::at};
use crate::{
    people, privacy, programmes,
    world::{
        founding::{self, COORDINATOR, PROVIDER, PUBLISHER},
        keusote, names,
        seed::Seeded,
        town::{Somebody, Stuck, Town, Walked, answer_boxes},
    },
};

/// What a house has besides the pilot.
#[derive(Clone, Copy, Debug, Default)]
pub struct More<'a> {
    /// Lines added to the staff's file.
    pub staff: &'a str,
    /// The contract is for every round, not for the first alone.
    pub every_round: bool,
}

/// Everything up to the open round; gives its id and that of the blueprint.
pub async fn prepare(town: &Town, more: More<'_>) -> Walked<(Uuid, Uuid)> {
    town.at(at((2023, 8, 21), 9)).await?;
    let county = founding::found(town).await?;
    town.at(at((2023, 8, 28), 9)).await?;
    let known = keusote::applicants()[0].address();
    import_staff(town, &(staff_file(town) + more.staff), &known).await?;
    let text = programmes::shipped("keusote-coaching-pilot").unwrap_or_default();
    let blueprint_id = publish_service(town, county, text).await?;
    town.at(at((2023, 9, 4), 9)).await?;
    let dates = (town.day(at((2023, 9, 11), 9)), town.day(at((2023, 9, 29), 9)));
    let plan = Plan { blueprint_id, name: town.place.round, places: "30", visits: "3" };
    let round_id = plan_round(town, plan, (&dates.0, &dates.1)).await?;
    let days = (town.day(at((2023, 9, 1), 9)), town.day(at((2025, 6, 30), 9)));
    let bought = Bought {
        name: "Työuravalmennuksen sopimus",
        round_id: (!more.every_round).then_some(round_id),
        days: (&days.0, &days.1),
        packages: if more.every_round { "60" } else { "30" },
        visits: "3",
    };
    let contract_id = contract(town, bought).await?;
    for coach in COACHES {
        add_coach(town, coach, contract_id).await?;
    }
    town.at(at((2023, 9, 11), 8)).await?;
    move_to(town, round_id, "open").await?;
    Ok((round_id, blueprint_id))
}

/// A round to be planned.
#[derive(Clone, Copy)]
pub struct Plan<'a> {
    pub blueprint_id: Uuid,
    /// In Finnish, Swedish and English.
    pub name: [&'a str; 3],
    pub places: &'a str,
    /// Visits of each package.
    pub visits: &'a str,
}

/// The organisation that offers the service.
pub async fn county(town: &Town) -> Walked<Uuid> {
    let found = people::organisation_named(&mut town.house.db.read().await?, town.place.county).await?;
    found.map(|found| found.id).ok_or_else(|| Stuck::Nobody(town.place.county.to_owned()))
}

/// The staff register, from a file as a personnel system writes it; not when somebody of it is known.
pub async fn import_staff(town: &Town, file: &str, known: &str) -> Walked {
    if town.of_county(known).await.is_ok() {
        return Ok(());
    }
    let mut kirsi = town.of_county(COORDINATOR).await?;
    kirsi.see("/staff/import").await?;
    let form = kirsi.form("/staff/import", "")?;
    kirsi.upload(&form, ("file", "henkilosto.csv", "text/csv"), file.as_bytes()).await?;
    kirsi.fill(("/staff/import/", "/confirmation"), &[]).await?;
    Ok(())
}

/// The pilot's units stand in an invented county too, but not under the name of a real place.
fn unit_of(town: &Town, unit: &'static str) -> &'static str {
    let real = town.place.county == super::PLACE.county;
    if real { unit } else { unit.trim_start_matches("Hyvinkään H-sairaala, ") }
}

/// The applicants, and one who leads each unit.
fn staff_file(town: &Town) -> String {
    let mut file =
        "Henkilönumero;Sukunimi;Etunimi;Sähköposti;Palvelualue;Yksikkö;Nimike;Koulutus;Asema;Alkaa;Yksikön esihenkilö\n"
            .to_owned();
    let mut seeded = Seeded::new(keusote::SEED + 1);
    for (number, (unit, area, _)) in keusote::UNITS.iter().enumerate() {
        let (unit, (first, last)) = (unit_of(town, unit), names::draw(&mut seeded));
        let address = town.place.address(&format!("{}.{number}", names::address(first, last)), true);
        let line = format!(
            "E{number:03};{last};{first};{address};{area};\"{unit}\";Palveluesihenkilö;korkeakoulu;esihenkilö;1.1.2020;kyllä\n"
        );
        file.push_str(&line);
    }
    for one in keusote::applicants() {
        let education = if one.education == people::Education::Higher { "korkeakoulu" } else { "toinen aste" };
        let line = format!(
            "{};{};{};{};{};\"{}\";\"{}\";{education};työntekijä;1.3.2021;ei\n",
            one.employee_number(),
            one.last_name,
            one.first_name,
            town.place.address(&one.address(), true),
            one.service_area,
            unit_of(town, one.unit),
            one.title,
        );
        file.push_str(&line);
    }
    file
}

/// One writes the blueprint, another publishes it; gives the version's id.
pub async fn publish_service(town: &Town, controller: Uuid, text: &str) -> Walked<Uuid> {
    let mut tx = town.house.db.write().await?;
    let author = privacy::human_by_address(&mut tx, &town.place.address(COORDINATOR, true)).await?;
    let by = privacy::human_by_address(&mut tx, &town.place.address(PUBLISHER, true)).await?;
    let (author, by) = (author.map(|human| human.id), by.map(|human| human.id));
    let published = programmes::publish(&mut tx, controller, text, (author, by), town.now()).await;
    let published = published.map_err(|error| Stuck::Report(error.to_string()))?;
    tx.commit().await?;
    Ok(published.blueprint_id)
}

/// The id in an address like `/rounds/{id}`.
pub fn id_in(address: &str, start: &str) -> Option<Uuid> {
    let rest = address.strip_prefix(start)?;
    Uuid::parse_str(rest.get(..36)?).ok()
}

/// The round of this name, planned if there is none yet; gives its id.
pub async fn plan_round(town: &Town, plan: Plan<'_>, (opens_on, closes_on): (&str, &str)) -> Walked<Uuid> {
    let (name, blueprint) = (plan.name, plan.blueprint_id.to_string());
    let mut kirsi = town.of_county(COORDINATOR).await?;
    let html = kirsi.see("/rounds").await?.html();
    let known = html.split(name[0]).next().filter(|before| before.len() < html.len());
    let known = known.and_then(|before| id_in(&before[before.rfind("/rounds/")?..], "/rounds/"));
    if let Some(id) = known {
        return Ok(id);
    }
    kirsi.see(&format!("/rounds/new?blueprint={blueprint}")).await?;
    let words = [
        ("name_fi", name[0]),
        ("name_sv", name[1]),
        ("name_en", name[2]),
        ("opens_on", opens_on),
        ("closes_on", closes_on),
        ("places", plan.places),
        ("visits_per_package", plan.visits),
    ];
    let page = kirsi.fill(("/rounds/new", ""), &words).await?;
    let id = id_in(&page.path, "/rounds/");
    id.ok_or_else(|| Stuck::Report(format!("the new round was not found at {}", page.path)))
}

/// What is bought of the provider.
#[derive(Clone, Copy)]
pub struct Bought<'a> {
    pub name: &'a str,
    /// None: for every round.
    pub round_id: Option<Uuid>,
    pub days: (&'a str, &'a str),
    pub packages: &'a str,
    pub visits: &'a str,
}

/// Buys packages whose unused visits return, unless there is a contract of the name. What the service asks of its provider
/// is seen to be met, one by one. Gives its id.
pub async fn contract(town: &Town, bought: Bought<'_>) -> Walked<Uuid> {
    let mut kirsi = town.of_county(COORDINATOR).await?;
    let html = kirsi.see("/contracts").await?.html();
    let known = html
        .split_once(bought.name)
        .and_then(|(before, _)| before.rfind("/contracts/").map(|at| before[at..].to_owned()));
    match known.as_deref().and_then(|address| id_in(address, "/contracts/")) {
        Some(id) => {
            kirsi.see(&format!("/contracts/{id}")).await?;
        }
        None => buy(&mut kirsi, bought).await?,
    }
    let id =
        id_in(&kirsi.page().path, "/contracts/").ok_or_else(|| Stuck::Report("the contract was not found".into()))?;
    if let Some(mut form) = kirsi.page().form("/contracts/", "/requirements") {
        answer_boxes(&mut form);
        kirsi.send(&form).await?;
    }
    Ok(id)
}

/// The contract's page is in view afterwards.
async fn buy(kirsi: &mut Somebody, bought: Bought<'_>) -> Walked {
    kirsi.see("/contracts/new").await?;
    let mut form = kirsi.form("/contracts", "")?;
    let round = bought.round_id.map(|id| id.to_string()).unwrap_or_default();
    let words = [
        ("name", bought.name),
        ("round", round.as_str()),
        ("starts_on", bought.days.0),
        ("ends_on", bought.days.1),
        ("packages", bought.packages),
        ("visits", bought.visits),
        ("returns_unused", "yes"),
    ];
    for (name, value) in words {
        form.set(name, value);
    }
    if let Some(provider) = form.fields.iter_mut().find(|field| field.name == "provider") {
        provider.values = provider.options.iter().take(1).cloned().collect();
    }
    kirsi.send(&form).await?;
    Ok(())
}

/// The provider gives a contract a coach, unless it has that one: name, and the part of the work address before the @.
pub async fn add_coach(town: &Town, (name, address): (&str, &str), contract_id: Uuid) -> Walked {
    let mut kirsi = town.of_county(COORDINATOR).await?;
    if kirsi.see(&format!("/contracts/{contract_id}")).await?.words().contains(name) {
        return Ok(());
    }
    let mut olli = town.of_company(PROVIDER).await?;
    olli.see("/assignments/coaches").await?;
    let mut form = olli.form("/assignments/coaches", "")?;
    form.set("name", name);
    form.set("address", &town.place.address(address, false));
    form.set("contract", &contract_id.to_string());
    olli.send(&form).await?;
    Ok(())
}

/// Moves the round on to a state, if it is the next one.
pub async fn move_to(town: &Town, round_id: Uuid, state: &str) -> Walked {
    let mut kirsi = town.of_county(COORDINATOR).await?;
    let path = format!("/rounds/{round_id}/move");
    if kirsi.look(&path).await.is_none() {
        return Ok(());
    }
    // A round that is closed goes on by its review alone.
    let Some(form) = kirsi.page().form(&path, "") else { return Ok(()) };
    if form.pairs().iter().any(|(name, value)| name == "to" && value == state) {
        kirsi.send(&form).await?;
    }
    town.settle().await
}
