//! Who there is in the two organisations, all invented. Each last name is nobody else's, so that a name on a page tells
//! whose it is.
use std::collections::BTreeMap;

use chrono::NaiveDate;
use urasilta::{
    ident,
    people::{self, Education, Employment, Organisation, OrganisationKind, Person, Position, Unit},
    privacy::{self, Edge, Human, Role},
};
use uuid::Uuid;

use crate::support::Stage;

/// The two organisations, which know nothing of each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Side {
    A,
    B,
}

/// Somebody who can sign in.
#[derive(Clone, Debug)]
pub struct Member {
    pub first: &'static str,
    pub last: &'static str,
    pub human: Uuid,
    /// The record in the organisation; none for those who work for a provider.
    pub person: Option<Uuid>,
    pub side: Side,
    pub role: Role,
}

/// An organisation with its two units and those who coach for it.
#[derive(Clone, Debug)]
pub struct Place {
    pub side: Side,
    pub county: Uuid,
    pub provider: Uuid,
    pub units: [Uuid; 2],
}

/// Everybody.
#[derive(Clone, Debug, Default)]
pub struct Cast(BTreeMap<&'static str, Member>);

impl Cast {
    /// Somebody by first name.
    pub fn of(&self, first: &str) -> &Member {
        self.0.get(first).unwrap_or_else(|| panic!("nobody is called {first}"))
    }

    pub fn all(&self) -> impl Iterator<Item = &Member> {
        self.0.values()
    }
}

/// First name, last name, title, position, which unit. Whoever is not more is a participant.
type Staff = (&'static str, &'static str, &'static str, Position, usize);
/// First name, last name, role.
type Seated = (&'static str, &'static str, Role);

use Position::{CorporateSupport, Employee, Physician, Supervisor};

const STAFF_A: &[Staff] = &[
    ("Kirsi", "Koordela", "HR-koordinaattori", CorporateSupport, 1),
    ("Leena", "Rantapelto", "HR-koordinaattori", CorporateSupport, 1),
    ("Kalle", "Kausala", "HR-koordinaattori", CorporateSupport, 1),
    ("Tuula", "Jokihaara", "henkilöstöjaoston jäsen", CorporateSupport, 1),
    ("Toivo", "Takamaa", "henkilöstöjaoston jäsen", CorporateSupport, 1),
    ("Pekka", "Niemikallio", "osastonhoitaja", Supervisor, 0),
    ("Sirpa", "Sorvakko", "osastonhoitaja", Supervisor, 1),
    // The first round: three cases, an open offer, a place on the reserve list, and one whom the rules leave out.
    ("Maija", "Kuusilehto", "lähihoitaja", Employee, 0),
    ("Ville", "Akerlehto", "sairaanhoitaja", Employee, 0),
    ("Sara", "Ohrapelto", "ohjaaja", Employee, 0),
    ("Timo", "Kalliomaa", "lähihoitaja", Employee, 0),
    ("Anna", "Lindemaa", "terveydenhoitaja", Employee, 0),
    ("Heikki", "Laakerila", "ylilääkäri", Physician, 0),
    // The open round: two who have sent, one who writes.
    ("Hanna", "Salmenkivi", "sairaanhoitaja", Employee, 0),
    ("Risto", "Unelmala", "lähihoitaja", Employee, 1),
    ("Mika", "Toivokangas", "lähihoitaja", Employee, 0),
    // The case under a contract that is over; and one who has done nothing.
    ("Rauha", "Koskenranta", "lähihoitaja", Employee, 0),
    ("Saimi", "Viitapohja", "lähihoitaja", Employee, 1),
];
const SEATED_A: &[Seated] = &[
    ("Aino", "Lainesalo", Role::Coach),
    ("Eeva", "Holmalahti", Role::Coach),
    ("Olli", "Makipuro", Role::Provider),
    ("Ester", "Entisaho", Role::Coach),
    ("Oili", "Entinsaari", Role::Provider),
    ("Arja", "Korpisalo", Role::Admin),
];
const STAFF_B: &[Staff] = &[
    ("Bertta", "Bostrand", "HR-koordinaattori", CorporateSupport, 1),
    ("Birgit", "Brunellius", "henkilöstöjaoston jäsen", CorporateSupport, 1),
    ("Bengt", "Backlundby", "osastonhoitaja", Supervisor, 0),
    ("Bea", "Bergvik", "lähihoitaja", Employee, 0),
    ("Boris", "Brandstad", "sairaanhoitaja", Employee, 0),
    ("Benita", "Borgasen", "ohjaaja", Employee, 0),
    ("Bosse", "Baggeholm", "ylilääkäri", Physician, 0),
    ("Britt", "Basilier", "lähihoitaja", Employee, 0),
    ("Bodil", "Byskata", "sairaanhoitaja", Employee, 0),
    ("Birk", "Bladhusen", "lähihoitaja", Employee, 0),
];
const SEATED_B: &[Seated] = &[("Britta", "Bjorkasen", Role::Coach), ("Bruno", "Blomforsen", Role::Provider)];

/// What those who work in the organisations are besides participants.
const ROLES: &[(&str, Role)] = &[
    ("Kirsi", Role::Coordinator),
    ("Leena", Role::Coordinator),
    ("Kalle", Role::Coordinator),
    ("Tuula", Role::Committee),
    ("Toivo", Role::Committee),
    ("Pekka", Role::Supervisor),
    ("Sirpa", Role::Supervisor),
    ("Bertta", Role::Coordinator),
    ("Birgit", Role::Committee),
    ("Bengt", Role::Supervisor),
];

/// Writes everybody; gives the two organisations.
pub async fn enter(stage: &Stage, cast: &mut Cast) -> [Place; 2] {
    let a = place(stage, Side::A, ["Järvilaakson hyvinvointialue", "Polku Valmennus Oy"]).await;
    let b = place(stage, Side::B, ["Kivikosken hyvinvointialue", "Ura ja Suunta Oy"]).await;
    for (place, staff, seated) in [(&a, STAFF_A, SEATED_A), (&b, STAFF_B, SEATED_B)] {
        for line in staff {
            hire(stage, cast, place, *line).await;
        }
        for (first, last, role) in seated {
            meet(stage, cast, (first, last, *role), place.side).await;
            // Those of the contract that ends have a company of their own.
            let at = match *role {
                Role::Admin => place.county,
                _ if last.starts_with("Enti") => former(stage, place).await,
                _ => place.provider,
            };
            give(stage, cast.of(first).human, (at, *role)).await;
        }
    }
    for (first, role) in ROLES {
        let member = cast.0.get_mut(first).unwrap();
        member.role = *role;
        let place = if member.side == Side::A { &a } else { &b };
        give(stage, member.human, (place.county, *role)).await;
    }
    for (place, unit, leader) in [(&a, 0, "Pekka"), (&a, 1, "Sirpa"), (&b, 0, "Bengt")] {
        let mut tx = stage.write().await;
        people::set_unit_supervisor(&mut tx, place.units[unit], cast.of(leader).person).await.unwrap();
        tx.commit().await.unwrap();
    }
    [a, b]
}

/// The company whose contract ends.
pub async fn former(stage: &Stage, place: &Place) -> Uuid {
    let id = ident::of("test:former", &place.county.to_string());
    let mut tx = stage.write().await;
    if people::organisation(&mut tx, id).await.unwrap().is_none() {
        let name = "Entinen Valmennus Oy".to_owned();
        let company = Organisation { id, kind: OrganisationKind::Company, name, business_id: None };
        people::add_organisation(&mut tx, &company, stage.now()).await.unwrap();
        tx.commit().await.unwrap();
    }
    id
}

async fn place(stage: &Stage, side: Side, [county, company]: [&str; 2]) -> Place {
    let mut tx = stage.write().await;
    let new = || ident::at(stage.now());
    let place = Place { side, county: new(), provider: new(), units: [new(), new()] };
    for (id, kind, name) in [
        (place.county, OrganisationKind::WellbeingCounty, county),
        (place.provider, OrganisationKind::Company, company),
    ] {
        let organisation = Organisation { id, kind, name: name.into(), business_id: None };
        people::add_organisation(&mut tx, &organisation, stage.now()).await.unwrap();
    }
    for (id, name) in place.units.into_iter().zip(["Lyhytaikaishoito", "Henkilöstöpalvelut"]) {
        let unit = Unit {
            id,
            organisation_id: place.county,
            parent_id: None,
            name: format!("{name} {side:?}"),
            service_area: "Ikäihmisten palvelut".into(),
            supervisor_id: None,
            roster_closes_day: None,
        };
        people::add_unit(&mut tx, &unit).await.unwrap();
    }
    tx.commit().await.unwrap();
    place
}

async fn meet(stage: &Stage, cast: &mut Cast, (first, last, role): Seated, side: Side) {
    let human = Human {
        id: ident::at(stage.now()),
        name: format!("{first} {last}"),
        lang: "fi".into(),
        address: Some(address(first)),
        phone: None,
        password_hash: None,
    };
    let mut tx = stage.write().await;
    privacy::add_human(&mut tx, &human, stage.now()).await.unwrap();
    tx.commit().await.unwrap();
    cast.0.insert(first, Member { first, last, human: human.id, person: None, side, role });
}

/// The work address, which leads past nobody's last name.
pub fn address(first: &str) -> String {
    format!("{}@example.invalid", first.to_lowercase())
}

async fn hire(stage: &Stage, cast: &mut Cast, place: &Place, (first, last, title, position, unit): Staff) {
    meet(stage, cast, (first, last, Role::Participant), place.side).await;
    let member = cast.0.get_mut(first).unwrap();
    let person = Person {
        id: ident::at(stage.now()),
        organisation_id: place.county,
        human_id: member.human,
        employee_number: format!("N{first}"),
        first_name: first.into(),
        last_name: last.into(),
        work_address: Some(address(first)),
        work_phone: None,
        private_address: None,
        private_phone: None,
    };
    let employment = Employment {
        id: ident::at(stage.now()),
        person_id: person.id,
        unit_id: place.units[unit],
        title: title.into(),
        education: Education::Secondary,
        position,
        client_work: None,
        starts_on: NaiveDate::from_ymd_opt(2015, 1, 1).unwrap(),
        ends_on: None,
    };
    let mut tx = stage.write().await;
    people::add_person(&mut tx, &person).await.unwrap();
    people::add_employment(&mut tx, &employment).await.unwrap();
    tx.commit().await.unwrap();
    member.person = Some(person.id);
}

async fn give(stage: &Stage, human: Uuid, seat: (Uuid, Role)) {
    let mut tx = stage.write().await;
    privacy::give_seat(&mut tx, human, seat, (stage.now(), Edge::open_end())).await.unwrap();
    tx.commit().await.unwrap();
}
