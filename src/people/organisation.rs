//! Organisations and units.
use uuid::Uuid;

use crate::{codes, db::FromRow};

codes! {
    /// What an organisation is; the part it plays is said by seats and contracts.
    pub enum OrganisationKind {
        WellbeingCounty = "wellbeing_county",
        Municipality = "municipality",
        StateAgency = "state_agency",
        Company = "company",
        School = "school",
    }
}

/// An organisation. Its id is the `controller_id` of the registers it keeps.
#[derive(Clone, Debug, PartialEq, Eq, FromRow)]
pub struct Organisation {
    pub id: Uuid,
    pub kind: OrganisationKind,
    pub name: String,
    /// Y-tunnus.
    pub business_id: Option<String>,
}

/// A unit of an organisation, known by its name there.
#[derive(Clone, Debug, PartialEq, Eq, FromRow)]
pub struct Unit {
    pub id: Uuid,
    pub organisation_id: Uuid,
    pub parent_id: Option<Uuid>,
    pub name: String,
    /// Palvelualue.
    pub service_area: String,
    /// The person who leads the unit.
    pub supervisor_id: Option<Uuid>,
    /// Day of the month, 1–31, when the next duty roster closes.
    pub roster_closes_day: Option<i32>,
}
