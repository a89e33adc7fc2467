//! The demo's round of three-party coaching, under way: in the one coaching the supervisor's yes is waited for, in the
//! other the three have agreed and the first period has been held.
use chrono::{Duration, NaiveDate};
use uuid::Uuid;

use super::{AREA, UNIT};
use crate::{
    clock, programmes,
    world::{
        palkeet::{people::Guest, setting as three, together, walk},
        replay::{
            COACHES,
            setting::{self, Bought, Plan},
        },
        town::{Town, Walked},
    },
};

/// The round's name in Finnish, Swedish and English.
const ROUND: [&str; 3] = ["Työn uusiutuminen, syksy", "Arbetet förnyas, hösten", "Renewal of work, autumn"];

/// Two take part; a visitor may name others.
const PLACES: &str = "12";

const fn guest(first_name: &'static str, last_name: &'static str, title: &'static str) -> Guest {
    Guest {
        first_name,
        last_name,
        title,
        unit: UNIT,
        supervisor: ("Pekka", "Niemi"),
        round: 1,
        meetings: [1, 1, 1, 1],
        own: (2, 0),
        supervisors: (1, 0),
        ratings: [4, 5, 6],
    }
}

/// Those who take part; the first is a persona of the demo.
pub const GUESTS: [Guest; 2] =
    [guest("Riikka", "Haavio", "Palvelusihteeri"), guest("Tomi", "Sjöblom", "Palveluasiantuntija")];

/// Their lines of the staff's file.
pub fn staff(town: &Town) -> String {
    let line = |(number, guest): (usize, &Guest)| {
        let address = town.place.address(&guest.address(), true);
        let (first, last, title) = (guest.first_name, guest.last_name, guest.title);
        format!("R{number:03};{last};{first};{address};{AREA};\"{UNIT}\";{title};toinen aste;työntekijä;1.3.2019;ei\n")
    };
    GUESTS.iter().enumerate().map(line).collect()
}

/// The round as it stands on `today`.
pub async fn furnish(town: &Town, county: Uuid, today: NaiveDate) -> Walked {
    let at = |days: i64, hour| clock::start_of(today) - Duration::days(days) + Duration::hours(hour);
    let day = |days| clock::show_day(clock::day(at(days, 9)));
    town.on(at(24, 9)).await?;
    let text = programmes::shipped("palkeet-renewal-of-work").unwrap_or_default();
    let blueprint_id = setting::publish_service(town, county, text).await?;
    let plan = Plan { blueprint_id, name: ROUND, places: PLACES, visits: "8" };
    let round_id = setting::plan_round(town, plan, (&day(23), &day(2))).await?;
    three::kick_off(town, round_id).await?;
    let (first, last) = (day(24), clock::show_day(clock::day(at(-500, 9))));
    let name = "Työn uusiutumisen sopimus";
    let bought = Bought { name, round_id: Some(round_id), days: (&first, &last), packages: PLACES, visits: "8" };
    let contract_id = setting::contract(town, bought).await?;
    setting::add_coach(town, COACHES[0], contract_id).await?;
    town.on(at(23, 8)).await?;
    setting::move_to(town, round_id, "open").await?;
    let walks = three::invite(town, round_id, &GUESTS).await?;
    three::name_coach(town, &walks).await?;
    for walk in &walks {
        walk::name_supervisor(town, walk).await?;
        walk::answer(town, walk, false).await?;
    }
    let ends = at(-100, 9);
    for (place, one) in (0..).zip(&walks) {
        walk::meet(town, one, (0, walk::JOINT), at(15 - place, 13)).await?;
        together::note(town, one, ends).await?;
        together::confirm(town, one, one.participant(town).await?).await?;
        together::action(town, one, ("participant", together::OWN[0]), ends).await?;
        together::action(town, one, ("supervisor", together::SUPERVISORS[0]), ends).await?;
    }
    if let Some(second) = walks.get(1) {
        for party in [second.supervisor(town).await?, second.coach(town).await?] {
            together::confirm(town, second, party).await?;
        }
        together::rate(town, second, 0).await?;
        walk::meet(town, second, (1, walk::PERIODS[0]), at(9, 13)).await?;
    }
    Ok(())
}
