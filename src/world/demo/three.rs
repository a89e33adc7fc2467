//! The demo's round of three-party coaching, under way: in the one coaching the supervisor's yes is waited for, in the
//! other the three have agreed and the first period has been held. Beside them the supervisors are on their own path.
use chrono::{Datelike, Duration, NaiveDate, Weekday};
use uuid::Uuid;

use super::{AREA, UNIT};
use crate::{
    clock::{self, Moment},
    programmes,
    world::{
        names,
        palkeet::{leading::Track, people::Guest, setting as three, together, walk},
        replay::{
            COACHES,
            setting::{self, Bought, Plan},
        },
        town::{Town, Walked},
    },
};

/// The round's name in Finnish, Swedish and English.
const ROUND: [&str; 3] = ["Työn uusiutuminen, syksy", "Arbetet förnyas, hösten", "Renewal of work, autumn"];

/// Five take part; a visitor may name others.
const PLACES: &str = "12";

const fn guest((first_name, last_name, title): (&'static str, &'static str, &'static str), leads: usize) -> Guest {
    let (unit, first, last) = LEADERS[leads];
    Guest {
        first_name,
        last_name,
        title,
        unit,
        supervisor: (first, last),
        round: 1,
        meetings: [1, 1, 1, 1],
        own: (2, 0),
        supervisors: (1, 0),
        ratings: [4, 5, 6],
    }
}

/// Who leads those who take part, each with the unit; the first is a persona of the demo and stands in its own staff.
const LEADERS: [(&str, &str, &str); 4] = [
    (UNIT, "Pekka", "Niemi"),
    ("Asiakaspalvelu", "Sari", "Haapala"),
    ("Talouspalvelut", "Juha", "Paasonen"),
    ("Asianhallinta", "Carita", "Lundell"),
];

/// Those who take part; the first is a persona of the demo. The last three have not met their coach yet.
pub const GUESTS: [Guest; 5] = [
    guest(("Riikka", "Haavio", "Palvelusihteeri"), 0),
    guest(("Tomi", "Sjöblom", "Palveluasiantuntija"), 0),
    guest(("Minna", "Kuusisto", "Palvelusihteeri"), 1),
    guest(("Petri", "Rinne", "Palveluasiantuntija"), 2),
    guest(("Birgitta", "Wasenius", "Palvelusihteeri"), 3),
];

/// Their lines of the staff's file, and those of who leads them.
pub fn staff(town: &Town) -> String {
    let leaders = LEADERS.iter().skip(1).enumerate().map(|(number, (unit, first, last))| {
        let address = town.place.address(&names::address(first, last), true);
        format!("L{number:03};{last};{first};{address};{AREA};\"{unit}\";Palvelupäällikkö;korkeakoulu;esihenkilö;1.3.2015;kyllä\n")
    });
    let guests = GUESTS.iter().enumerate().map(|(number, guest)| {
        let address = town.place.address(&guest.address(), true);
        let Guest { first_name: first, last_name: last, title, unit, .. } = guest;
        format!("R{number:03};{last};{first};{address};{AREA};\"{unit}\";{title};toinen aste;työntekijä;1.3.2019;ei\n")
    });
    leaders.chain(guests).collect()
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
    let track = Track { round_id, walks: &walks };
    track.set_workshop(town, workday(at(-7, 9))).await?;
    for (place, one) in (0..).zip(&walks[..2]) {
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
    leading(town, &track, at).await
}

/// The supervisors: the measure answered by two, one own meeting held and one proposed, pairs formed and one of them
/// confirmed, the workshop ahead.
async fn leading(town: &Town, track: &Track<'_>, at: impl Fn(i64, i64) -> Moment) -> Walked {
    for walk in &track.walks[2..4] {
        track.measure(town, walk, ("before", 1)).await?;
    }
    track.propose(town, &track.walks[2], at(6, 13)).await?;
    track.pair(town).await?;
    track.spar(town, &track.walks[2], 0).await?;
    town.on(at(5, 9)).await?;
    track.hold(town, &track.walks[2]).await?;
    track.propose(town, &track.walks[0], workday(at(-4, 13))).await
}

/// The same hour on the next Monday when the day is a Saturday or a Sunday.
fn workday(at: Moment) -> Moment {
    let days = match clock::day(at).weekday() {
        Weekday::Sat => 2,
        Weekday::Sun => 1,
        _ => 0,
    };
    at + Duration::days(days)
}
