//! How a house begins: the set-up code, the first administrator, the organisations and who holds which role.
use uuid::Uuid;

use super::town::{Stuck, Town, Walked};
use crate::{ident, people, privacy::Role, signin};

/// Somebody with a role: name, work address, whether in the county (else in the company), role.
pub type Holder = (&'static str, &'static str, bool, Role);

/// Two organisations and their first people.
pub struct Founding {
    pub county: &'static str,
    pub company: &'static str,
    /// Name and work address of the first administrator.
    pub administrator: (&'static str, &'static str),
    pub holders: &'static [Holder],
}

/// Founds the house by its own pages, or goes on from where that stopped; gives the county.
pub async fn found(town: &Town, founding: &Founding) -> Walked<Uuid> {
    set_up(town, founding).await?;
    let mut arja = town.by_address(founding.administrator.1).await?;
    arja.see("/system/accounts").await?;
    if organisation(town, founding.company).await.is_err() {
        let words = [("organisation", founding.company), ("kind", "company")];
        arja.fill(("/system/organisations", ""), &words).await?;
    }
    let county = organisation(town, founding.county).await?;
    let company = organisation(town, founding.company).await?;
    for (name, address, in_county, role) in founding.holders {
        let place = if *in_county { county } else { company }.to_string();
        if !arja.page().words().contains(name) {
            arja.see("/system/accounts").await?;
            let words = [("name", *name), ("address", *address), ("where", place.as_str()), ("role", role.code())];
            arja.fill(("/system/seats", ""), &words).await?;
        }
    }
    town.settle().await?;
    Ok(county)
}

/// The first page of a fresh house, with the code of its console. Nobody learns the password: one signs in by code.
async fn set_up(town: &Town, founding: &Founding) -> Walked {
    let Some(code) = signin::set_up_code(&town.house).await? else { return Ok(()) };
    let mut visitor = town.visitor();
    visitor.see("/setup").await?;
    let password = data_encoding::HEXLOWER.encode(&ident::secret::<16>());
    let words = [
        ("code", code.as_str()),
        ("organisation", founding.county),
        ("kind", "wellbeing_county"),
        ("name", founding.administrator.0),
        ("address", founding.administrator.1),
        ("password", password.as_str()),
    ];
    visitor.fill(("/setup", ""), &words).await?;
    Ok(())
}

async fn organisation(town: &Town, name: &str) -> Walked<Uuid> {
    let found = people::organisation_named(&mut town.house.db.read().await?, name).await?;
    Ok(found.ok_or_else(|| Stuck::Nobody(name.to_owned()))?.id)
}
