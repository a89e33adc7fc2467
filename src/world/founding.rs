//! How a house begins: the set-up code, the first administrator, the organisations and who holds which role.
use uuid::Uuid;

use super::town::{Stuck, Town, Walked};
use crate::{ident, people, privacy::Role, signin};

/// The company that coaches.
pub const COMPANY: &str = "Polku Valmennus Oy";
/// Those who hold roles, by the part of their work address before the @.
pub const ADMIN: &str = "arja.korpi";
pub const COORDINATOR: &str = "kirsi.salo";
pub const PUBLISHER: &str = "leena.ranta";
pub const COMMITTEE: &str = "tuula.jokela";
pub const PROVIDER: &str = "olli.maki";

/// Name, address, whether in the county (else in the company), role.
const HOLDERS: [(&str, &str, bool, Role); 4] = [
    ("Kirsi Salo", COORDINATOR, true, Role::Coordinator),
    ("Leena Ranta", PUBLISHER, true, Role::Coordinator),
    ("Tuula Jokela", COMMITTEE, true, Role::Committee),
    ("Olli Mäki", PROVIDER, false, Role::Provider),
];

/// Founds the house by its own pages, or goes on from where that stopped; gives the county.
pub async fn found(town: &Town) -> Walked<Uuid> {
    set_up(town).await?;
    let mut arja = town.of_county(ADMIN).await?;
    arja.see("/system/accounts").await?;
    if organisation(town, COMPANY).await.is_err() {
        let words = [("organisation", COMPANY), ("kind", "company")];
        arja.fill(("/system/organisations", ""), &words).await?;
    }
    let county = organisation(town, town.place.county).await?;
    let company = organisation(town, COMPANY).await?;
    for (name, address, in_county, role) in HOLDERS {
        let place = if in_county { county } else { company }.to_string();
        if !arja.page().words().contains(name) {
            arja.see("/system/accounts").await?;
            let address = town.place.address(address, in_county);
            let words =
                [("name", name), ("address", address.as_str()), ("where", place.as_str()), ("role", role.code())];
            arja.fill(("/system/seats", ""), &words).await?;
        }
    }
    town.settle().await?;
    Ok(county)
}

/// The first page of a fresh house, with the code of its console. Nobody learns the password: one signs in by code.
async fn set_up(town: &Town) -> Walked {
    let Some(code) = signin::set_up_code(&town.house).await? else { return Ok(()) };
    let mut visitor = town.visitor();
    visitor.see("/setup").await?;
    let address = town.place.address(ADMIN, true);
    let password = data_encoding::HEXLOWER.encode(&ident::secret::<16>());
    let words = [
        ("code", code.as_str()),
        ("organisation", town.place.county),
        ("kind", town.place.kind),
        ("name", "Arja Korpi"),
        ("address", address.as_str()),
        ("password", password.as_str()),
    ];
    visitor.fill(("/setup", ""), &words).await?;
    Ok(())
}

async fn organisation(town: &Town, name: &str) -> Walked<Uuid> {
    let found = people::organisation_named(&mut town.house.db.read().await?, name).await?;
    Ok(found.ok_or_else(|| Stuck::Nobody(name.to_owned()))?.id)
}
