//! An invented county at several stages: a round that is closed and reported, one under way, one open for applications;
//! and the people as whom a visitor enters. It is furnished by walking, like the replay.
mod three;

use chrono::{Duration, NaiveDate};
use uuid::Uuid;

use super::{
    founding::{ADMIN, COMMITTEE, COORDINATOR, PROVIDER},
    keusote::Applicant,
    replay::{
        self, COACHES, Walk, applying,
        calendar::at,
        coaching, placing,
        setting::{self, More, Plan},
    },
    town::{Place, Stuck, Town, Walked},
};
use crate::{
    clock::{self, Moment},
    people::Education,
    privacy,
    signin::{self, Persona},
};

/// The unit of the demo's own people.
const UNIT: &str = "Kotihoito, pohjoinen";
const AREA: &str = "Ikäihmisten ja vammaisten palvelut";

/// First name, last name, title. Maija's case is half way; the last three apply to the open round.
const GUESTS: [(&str, &str, &str); 8] = [
    ("Maija", "Virtanen", "Lähihoitaja"),
    ("Ville", "Åkerlund", "Sairaanhoitaja"),
    ("Sara", "Öhman", "Ohjaaja"),
    ("Timo", "Kallio", "Lähihoitaja"),
    ("Anna", "Lindqvist", "Terveydenhoitaja"),
    ("Hanna", "Salmi", "Sairaanhoitaja"),
    ("Mika", "Toivonen", "Aulaneuvoja"),
    ("Päivi", "Koski", "Lähihoitaja"),
];
/// Who have not applied yet: a visitor walks with one of them from the start.
const NEWCOMERS: [(&str, &str, &str); 6] = [
    ("Sanna", "Heino", "Lähihoitaja"),
    ("Jonas", "Nyman", "Sairaanhoitaja"),
    ("Emma", "Wikström", "Ohjaaja"),
    ("Antti", "Rantanen", "Fysioterapeutti"),
    ("Laura", "Hämäläinen", "Osastosihteeri"),
    ("Minna", "Karppinen", "Lähihoitaja"),
];
/// How many of them are in the round under way.
const UNDER_WAY: usize = 5;

/// The names of the three rounds.
const ROUNDS: [[&str; 3]; 3] = [
    ["Työuravalmennus, ensimmäinen kierros", "Karriärcoachning, första omgången", "Career coaching, first round"],
    ["Työuravalmennus, toinen kierros", "Karriärcoachning, andra omgången", "Career coaching, second round"],
    ["Työuravalmennus, kolmas kierros", "Karriärcoachning, tredje omgången", "Career coaching, third round"],
];

/// Where the demo is: the first round's report is two months old on `today`.
pub fn place(today: NaiveDate) -> Place {
    let reported = clock::day(at((2024, 3, 18), 9));
    let weeks = ((today - reported).num_days() - 60).div_euclid(7);
    Place {
        county: "Järvilaakson hyvinvointialue",
        kind: "wellbeing_county",
        domain: "jarvilaakso.example.invalid",
        round: ROUNDS[0],
        later: Duration::weeks(weeks),
    }
}

/// When the walk begins.
pub fn beginning(place: Place) -> Moment {
    replay::beginning() + place.later
}

/// Furnishes the house as it would stand on `today`; a house that is furnished is left as it is.
pub async fn furnish(town: &Town, today: NaiveDate) -> Walked {
    if !signin::personas(&town.house).await?.is_empty() {
        return Ok(());
    }
    let (first, blueprint_id) =
        setting::prepare(town, More { staff: &(staff(town) + &three::staff(town)), every_round: true }).await?;
    replay::walk(town, first).await?;
    let mut walks = under_way(town, blueprint_id).await?;
    three::furnish(town, setting::county(town).await?, today).await?;
    open_round(town, blueprint_id, today).await?;
    town.on(clock::start_of(today) - Duration::hours(38)).await?;
    meet(town, &mut walks, 2).await?;
    personas(town).await
}

/// The guests' lines of the staff's file, Pekka who leads them first.
fn staff(town: &Town) -> String {
    let leader = ("Pekka", "Niemi", "Palveluesihenkilö");
    let all = std::iter::once((leader, "esihenkilö", "kyllä"));
    let others = GUESTS.iter().chain(&NEWCOMERS);
    let all = all.chain(others.map(|guest| (*guest, "työntekijä", "ei")));
    let line = |(number, ((first, last, title), position, leads)): (usize, ((&str, &str, &str), &str, &str))| {
        let address = town.place.address(&super::names::address(first, last), true);
        let education = if title == "Lähihoitaja" { "toinen aste" } else { "korkeakoulu" };
        format!(
            "V{number:03};{last};{first};{address};{AREA};\"{UNIT}\";{title};{education};{position};1.3.2019;{leads}\n"
        )
    };
    all.enumerate().map(line).collect()
}

fn guest(number: usize) -> Applicant {
    let (first_name, last_name, title) = GUESTS[number];
    let expectations = (0..7).map(|place| (place + number) % 7).collect();
    Applicant {
        number,
        first_name,
        last_name,
        title,
        unit: UNIT,
        service_area: AREA,
        education: Education::Secondary,
        expectations,
        seed: u64::try_from(number).unwrap_or_default() + 1,
    }
}

fn plan(blueprint_id: Uuid, (name, places): ([&'static str; 3], &'static str)) -> Plan<'static> {
    Plan { blueprint_id, name, places, visits: "3" }
}

/// The second round: four coachings of which three have begun, and one on the reserve list.
async fn under_way(town: &Town, blueprint_id: Uuid) -> Walked<Vec<Walk>> {
    town.at(at((2024, 3, 25), 9)).await?;
    let dates = (town.day(at((2024, 3, 26), 9)), town.day(at((2024, 4, 9), 9)));
    let round_id = setting::plan_round(town, plan(blueprint_id, (ROUNDS[1], "4")), (&dates.0, &dates.1)).await?;
    town.at(at((2024, 3, 26), 8)).await?;
    setting::move_to(town, round_id, "open").await?;
    let mut walks = Vec::new();
    for number in 0..UNDER_WAY {
        town.at(at((2024, 4, 2), 9) + Duration::hours(i64::try_from(number).unwrap_or_default() * 25)).await?;
        let applicant = guest(number);
        let application_id = applying::apply(town, round_id, &applicant).await?;
        walks.push(Walk { applicant, application_id, case_id: None });
    }
    town.at(at((2024, 4, 10), 9)).await?;
    placing::select(town, round_id).await?;
    town.at(at((2024, 4, 12), 9)).await?;
    for number in 0..UNDER_WAY - 1 {
        placing::answer(town, &mut walks, number).await?;
    }
    setting::move_to(town, round_id, "running").await?;
    coaching::name_coaches(town, &walks).await?;
    town.at(at((2024, 4, 15), 9)).await?;
    for walk in &walks[..3] {
        coaching::answer_steps(town, walk, false).await?;
    }
    meet(town, &mut walks[..3], 1).await?;
    town.at(at((2024, 4, 22), 15)).await?;
    for (number, walk) in walks[..3].iter().enumerate() {
        if let Some(case_id) = walk.case_id {
            coaching::hold(town, case_id, COACHES[number % COACHES.len()].1, 1).await?;
        }
    }
    Ok(walks)
}

/// The coach proposes the visit to the first of them, or to each for the first visit, who takes it.
async fn meet(town: &Town, walks: &mut [Walk], visit: usize) -> Walked {
    let many = if visit == 1 { walks.len() } else { 1 };
    for (number, walk) in walks.iter().enumerate().take(many) {
        if let Some(case_id) = walk.case_id {
            coaching::agree(town, (walk, case_id), COACHES[number % COACHES.len()].1, visit).await?;
        }
    }
    Ok(())
}

/// The third round is open: two have applied, one is writing.
async fn open_round(town: &Town, blueprint_id: Uuid, today: NaiveDate) -> Walked {
    let morning = clock::start_of(today) + Duration::hours(9);
    let (opens, closes) = (morning - Duration::days(6), morning + Duration::days(15));
    town.on(opens - Duration::days(1)).await?;
    let dates = (clock::show_day(clock::day(opens)), clock::show_day(clock::day(closes)));
    let round_id = setting::plan_round(town, plan(blueprint_id, (ROUNDS[2], "12")), (&dates.0, &dates.1)).await?;
    town.on(opens).await?;
    setting::move_to(town, round_id, "open").await?;
    town.on(opens + Duration::days(2)).await?;
    for number in UNDER_WAY..UNDER_WAY + 2 {
        applying::apply(town, round_id, &guest(number)).await?;
    }
    let mut writes = town.of_county(&guest(UNDER_WAY + 2).address()).await?;
    applying::begin(&mut writes, round_id).await?;
    Ok(())
}

/// As whom a visitor may enter.
async fn personas(town: &Town) -> Walked {
    let mut tx = town.house.db.write().await?;
    for (persona, name, in_county) in [
        (Persona::Participant, "maija.virtanen", true),
        (Persona::Agreeing, "riikka.haavio", true),
        (Persona::Supervisor, "pekka.niemi", true),
        (Persona::Coach, COACHES[0].1, false),
        (Persona::Coordinator, COORDINATOR, true),
        (Persona::Provider, PROVIDER, false),
        (Persona::Administrator, ADMIN, true),
        (Persona::Committee, COMMITTEE, true),
    ] {
        let address = town.place.address(name, in_county);
        let human_id: Option<Uuid> = privacy::human_by_address(&mut tx, &address).await?.map(|human| human.id);
        signin::set_persona(&mut tx, persona, human_id.ok_or(Stuck::Nobody(address))?).await?;
    }
    for (place, (first, last, _)) in (1..).zip(NEWCOMERS) {
        let address = town.place.address(&super::names::address(first, last), true);
        let human_id = privacy::human_by_address(&mut tx, &address).await?.map(|human| human.id);
        signin::add_guest(&mut tx, human_id.ok_or(Stuck::Nobody(address))?, place).await?;
    }
    tx.commit().await?;
    Ok(())
}
