//! Organisations, units and people.
use indicatif::ProgressBar;
use uuid::Uuid;

use super::{Size, id};
use crate::{
    clock::{self, Moment},
    db,
    house::House,
    people::{self, Education, Employment, Organisation, OrganisationKind, Person, Position, Unit},
    privacy::{self, Edge, Human, Role},
    world::{keusote, names, seed::Seeded},
};

/// How many people go into one transaction.
const BATCH: usize = 5_000;
/// How many people work in a unit.
const IN_UNIT: usize = 40;

/// Title, education, position, whether it is work with clients, and how common it is.
const TITLES: &[(&str, Education, Position, Option<bool>, usize)] = &[
    ("Lähihoitaja", Education::Secondary, Position::Employee, Some(true), 28),
    ("Sairaanhoitaja", Education::Higher, Position::Employee, Some(true), 26),
    ("Ohjaaja", Education::Secondary, Position::Employee, None, 14),
    ("Sosiaaliohjaaja", Education::Higher, Position::Employee, Some(true), 8),
    ("Terveydenhoitaja", Education::Higher, Position::Employee, Some(true), 6),
    ("Toimintaterapeutti", Education::Higher, Position::Employee, Some(true), 3),
    ("Laitoshuoltaja", Education::Secondary, Position::CorporateSupport, Some(false), 4),
    ("Lääkäri", Education::Higher, Position::Physician, Some(true), 4),
    ("Palveluesihenkilö", Education::Higher, Position::Supervisor, Some(false), 4),
    ("Suunnittelija", Education::Higher, Position::Expert, Some(false), 3),
];

/// One organisation with its provider of coaching.
pub struct County {
    pub id: Uuid,
    pub provider_id: Uuid,
    pub number: usize,
    pub people: usize,
    pub units: Vec<Unit>,
    /// When everything began: a month before the day that was asked for.
    pub began: Moment,
    pub seed: u64,
}

/// One person of an organisation, with the place at work.
pub struct Somebody {
    pub human: Human,
    pub person: Person,
    pub employment: Employment,
    /// The place of the unit in the organisation's list.
    pub unit: usize,
}

impl County {
    pub fn new(size: Size, number: usize, people: usize) -> County {
        let seed = size.seed.wrapping_add(u64::try_from(number).unwrap_or_default() << 32);
        let mut seeded = Seeded::new(seed);
        let now = clock::start_of(size.day) - chrono::Duration::days(30);
        let (county, provider_id) = (id(&mut seeded, now), id(&mut seeded, now));
        let units = (0..people.div_ceil(IN_UNIT).max(1))
            .map(|place| {
                let (name, service_area, _) = keusote::UNITS[place % keusote::UNITS.len()];
                Unit {
                    id: id(&mut seeded, now),
                    organisation_id: county,
                    parent_id: None,
                    name: format!("{name} {}", place / keusote::UNITS.len() + 1),
                    service_area: service_area.to_owned(),
                    supervisor_id: None,
                    roster_closes_day: i32::try_from(place % 28 + 1).ok(),
                }
            })
            .collect();
        County { id: county, provider_id, number: number + 1, people, units, began: now, seed }
    }

    /// The somebody with this number from 0, the same each time.
    pub fn somebody(&self, number: usize) -> Somebody {
        let mut seeded = Seeded::of(self.seed, u64::try_from(number).unwrap_or_default() + 1);
        let now = self.began;
        let (human_id, person_id, employment_id) = (id(&mut seeded, now), id(&mut seeded, now), id(&mut seeded, now));
        let (first, last) = names::draw(&mut seeded);
        let unit = seeded.below(self.units.len());
        let weights: Vec<usize> = TITLES.iter().map(|line| line.4).collect();
        let (title, education, position, client_work, _) = TITLES[seeded.weighted(&weights)];
        let address = format!("{}.{number}@alue{}.example.invalid", names::address(first, last), self.number);
        let days = i64::try_from(seeded.below(7_000)).unwrap_or_default();
        Somebody {
            human: human(human_id, &format!("{first} {last}"), &address),
            person: Person {
                id: person_id,
                organisation_id: self.id,
                human_id,
                employee_number: format!("{:07}", number + 1),
                first_name: first.to_owned(),
                last_name: last.to_owned(),
                work_address: Some(address),
                work_phone: None,
                private_address: None,
                private_phone: None,
            },
            employment: Employment {
                id: employment_id,
                person_id,
                unit_id: self.units[unit].id,
                title: title.to_owned(),
                education,
                position,
                client_work,
                starts_on: (now - chrono::Duration::days(days + 200)).date_naive(),
                ends_on: None,
            },
            unit,
        }
    }

    /// The human of a seat: `coordinator@alue1.example.invalid` and so on.
    pub fn seated(&self, role: Role, number: usize) -> Human {
        let mut seeded = Seeded::of(self.seed ^ 0x5ea7, u64::try_from(number).unwrap_or_default());
        let (first, last) = names::draw(&mut seeded);
        let mark = if number == 0 { String::new() } else { number.to_string() };
        let address = format!("{}{mark}@alue{}.example.invalid", role.code(), self.number);
        let place = format!("{role}:{number}");
        human(crate::ident::of(&self.id.to_string(), &place), &format!("{first} {last}"), &address)
    }
}

fn human(id: Uuid, name: &str, address: &str) -> Human {
    Human {
        id,
        name: name.to_owned(),
        lang: "fi".into(),
        address: Some(address.to_owned()),
        phone: None,
        password_hash: None,
    }
}

/// Writes the organisation, its units and its people.
pub async fn fill(house: &House, county: &County, bar: &ProgressBar) -> db::Result<()> {
    let now = county.began;
    let mut tx = house.db.write().await?;
    for (id, kind, name) in [
        (county.id, OrganisationKind::WellbeingCounty, format!("Hyvinvointialue {}", county.number)),
        (county.provider_id, OrganisationKind::Company, format!("Valmennus {} Oy", county.number)),
    ] {
        people::add_organisation(&mut tx, &Organisation { id, kind, name, business_id: None }, now).await?;
    }
    for unit in &county.units {
        people::add_unit(&mut tx, unit).await?;
    }
    for (role, organisation_id) in [
        (Role::Coordinator, county.id),
        (Role::Committee, county.id),
        (Role::Admin, county.id),
        (Role::Provider, county.provider_id),
        (Role::Coach, county.provider_id),
    ] {
        let seated = county.seated(role, 0);
        privacy::add_human(&mut tx, &seated, now).await?;
        privacy::give_seat(&mut tx, seated.id, (organisation_id, role), (now, Edge::open_end())).await?;
    }
    tx.commit().await?;
    let numbers: Vec<usize> = (0..county.people).collect();
    for batch in numbers.chunks(BATCH) {
        let all: Vec<Somebody> = batch.iter().map(|number| county.somebody(*number)).collect();
        let (mut humans, mut persons, mut employments) = (Vec::new(), Vec::new(), Vec::new());
        for one in all {
            humans.push(one.human);
            persons.push(one.person);
            employments.push(one.employment);
        }
        let mut tx = house.db.write().await?;
        privacy::add_humans(&mut tx, &humans, now).await?;
        people::add_persons(&mut tx, &persons).await?;
        people::add_employments(&mut tx, &employments).await?;
        tx.commit().await?;
        bar.inc(u64::try_from(batch.len()).unwrap_or_default());
    }
    Ok(())
}
