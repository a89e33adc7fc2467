//! One small believable world: a county, its units and people, and a provider of coaching. All invented.
use std::collections::BTreeMap;

use chrono::NaiveDate;
use urasilta::{
    house::House,
    ident,
    people::{self, Education, Employment, Organisation, OrganisationKind, Person, Position, Unit},
    privacy::{self, Edge, Human, Role},
};
use uuid::Uuid;

/// Who is there, by first name.
#[derive(Default)]
pub struct World {
    pub county: Uuid,
    pub provider: Uuid,
    pub ward: Uuid,
    pub clinic: Uuid,
    humans: BTreeMap<&'static str, Uuid>,
    persons: BTreeMap<&'static str, Uuid>,
}

/// First name, last name, title, education, position, client work, in the ward (else the clinic).
type Line = (&'static str, &'static str, &'static str, Education, Position, Option<bool>, bool);

const STAFF: &[Line] = &[
    ("Maija", "Virtanen", "lähihoitaja", Education::Secondary, Position::Employee, Some(true), true),
    ("Ville", "Åkerlund", "sairaanhoitaja", Education::Higher, Position::Employee, Some(true), true),
    ("Sara", "Öhman", "ohjaaja", Education::Secondary, Position::Employee, None, false),
    ("Heikki", "Laakso", "ylilääkäri", Education::Higher, Position::Physician, Some(true), false),
    ("Pekka", "Niemi", "osastonhoitaja", Education::Higher, Position::Supervisor, Some(true), true),
    ("Kirsi", "Salo", "HR-koordinaattori", Education::Higher, Position::CorporateSupport, Some(false), false),
    ("Tuula", "Jokela", "henkilöstöjaoston jäsen", Education::Other, Position::CorporateSupport, Some(false), false),
];

impl World {
    pub fn human(&self, first_name: &str) -> Uuid {
        *self.humans.get(first_name).unwrap_or_else(|| panic!("nobody is called {first_name}"))
    }

    pub fn person(&self, first_name: &str) -> Uuid {
        *self.persons.get(first_name).unwrap_or_else(|| panic!("{first_name} does not work in the county"))
    }

    /// The county Järvilaakso with a ward and a clinic; Aino coaches and Olli leads at Polku Valmennus; Arja administers.
    pub async fn fill(house: &House) -> World {
        let now = house.clock.now();
        let mut world = World {
            county: ident::at(now),
            provider: ident::at(now),
            ward: ident::at(now),
            clinic: ident::at(now),
            humans: BTreeMap::new(),
            persons: BTreeMap::new(),
        };
        let mut tx = house.db.write().await.unwrap();
        for (id, kind, name) in [
            (world.county, OrganisationKind::WellbeingCounty, "Järvilaakson hyvinvointialue"),
            (world.provider, OrganisationKind::Company, "Polku Valmennus Oy"),
        ] {
            let organisation = Organisation { id, kind, name: name.into(), business_id: None };
            people::add_organisation(&mut tx, &organisation, now).await.unwrap();
        }
        let ward = unit(world.ward, world.county, ("Lyhytaikaishoito", "Ikäihmisten palvelut"), Some(20));
        let clinic =
            unit(world.clinic, world.county, ("Vastaanottopalvelut", "Terveys- ja sairaanhoitopalvelut"), None);
        people::add_unit(&mut tx, &ward).await.unwrap();
        people::add_unit(&mut tx, &clinic).await.unwrap();
        for line in STAFF {
            world.hire(&mut tx, line, now).await;
        }
        for (first, last) in [("Aino", "Laine"), ("Olli", "Mäki"), ("Arja", "Korpi"), ("Eeva", "Toinen")] {
            world.meet(&mut tx, first, last, now).await;
        }
        for (first, organisation, role) in [
            ("Kirsi", world.county, Role::Coordinator),
            ("Pekka", world.county, Role::Supervisor),
            ("Tuula", world.county, Role::Committee),
            ("Arja", world.county, Role::Admin),
            ("Aino", world.provider, Role::Coach),
            ("Eeva", world.provider, Role::Coach),
            ("Olli", world.provider, Role::Provider),
        ] {
            privacy::give_seat(&mut tx, world.human(first), (organisation, role), (now, Edge::open_end()))
                .await
                .unwrap();
        }
        tx.commit().await.unwrap();
        world
    }

    async fn meet(
        &mut self,
        tx: &mut urasilta::db::Tx,
        first: &'static str,
        last: &str,
        now: urasilta::clock::Moment,
    ) -> Uuid {
        let id = ident::at(now);
        let human = Human {
            id,
            name: format!("{first} {last}"),
            lang: "fi".into(),
            address: Some(format!("{}@example.invalid", first.to_lowercase())),
            phone: None,
            password_hash: None,
        };
        privacy::add_human(tx, &human, now).await.unwrap();
        self.humans.insert(first, id);
        id
    }

    async fn hire(&mut self, tx: &mut urasilta::db::Tx, line: &Line, now: urasilta::clock::Moment) {
        let (first, last, title, education, position, client_work, in_ward) = *line;
        let human_id = self.meet(tx, first, last, now).await;
        let person = Person {
            id: ident::at(now),
            organisation_id: self.county,
            human_id,
            employee_number: format!("{:04}", self.persons.len() + 1),
            first_name: first.into(),
            last_name: last.into(),
            work_address: Some(format!("{}@example.invalid", first.to_lowercase())),
            work_phone: None,
            private_address: None,
            private_phone: None,
        };
        people::add_person(tx, &person).await.unwrap();
        let employment = Employment {
            id: ident::at(now),
            person_id: person.id,
            unit_id: if in_ward { self.ward } else { self.clinic },
            title: title.into(),
            education,
            position,
            client_work,
            starts_on: NaiveDate::from_ymd_opt(2015, 1, 1).unwrap(),
            ends_on: None,
        };
        people::add_employment(tx, &employment).await.unwrap();
        self.persons.insert(first, person.id);
    }
}

fn unit(id: Uuid, organisation_id: Uuid, (name, area): (&str, &str), roster_closes_day: Option<i32>) -> Unit {
    Unit {
        id,
        organisation_id,
        parent_id: None,
        name: name.into(),
        service_area: area.into(),
        supervisor_id: None,
        roster_closes_day,
    }
}
