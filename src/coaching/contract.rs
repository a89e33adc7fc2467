//! What an organisation bought of a provider: packages of visits, for a time. Pure.
use chrono::NaiveDate;
use uuid::Uuid;

use crate::{
    clock::{self, Moment},
    codes,
    db::FromRow,
};

codes! {
    /// Why a contract ended before its last day.
    pub enum ContractEnd {
        Agreed = "agreed",
        Provider = "provider",
        Breach = "breach",
        Other = "other",
    }
}

/// A provider contract.
#[derive(Clone, Debug, FromRow)]
pub struct Contract {
    pub id: Uuid,
    pub controller_id: Uuid,
    pub provider_id: Uuid,
    /// The one round it is for; none: every round of the organisation.
    pub round_id: Option<Uuid>,
    pub name: String,
    pub starts_on: NaiveDate,
    /// The last day.
    pub ends_on: NaiveDate,
    pub packages: i32,
    pub visits_per_package: i32,
    /// Visits given to cases so far, those that came back left out.
    pub visits_given: i32,
    /// Unused visits of an interrupted coaching come back.
    pub returns_unused: bool,
    /// A meeting that the participant does not come to uses a visit.
    pub no_show_uses_visit: bool,
    /// Who saw all requirements met at once; else each is recorded on its own.
    pub requirements_met_by: Option<Uuid>,
    pub requirements_met_at: Option<Moment>,
    /// It ended before its last day.
    pub ended_at: Option<Moment>,
    pub end_reason: Option<ContractEnd>,
    pub rev: i64,
}

impl Contract {
    pub fn in_force(&self, day: NaiveDate) -> bool {
        self.ended_at.is_none() && self.starts_on <= day && day <= self.ends_on
    }

    /// Visits of all packages.
    pub fn bought(&self) -> i32 {
        self.packages * self.visits_per_package
    }

    /// When what the provider sees ends.
    pub fn over_at(&self) -> Moment {
        let last = clock::end_of(self.ends_on);
        self.ended_at.map_or(last, |at| at.min(last))
    }

    /// Whether a case of the round can be placed under it on `day`, once the requirements are met.
    pub fn takes(&self, round_id: Uuid, day: NaiveDate) -> bool {
        day <= self.ends_on
            && self.ended_at.is_none()
            && self.round_id.is_none_or(|own| own == round_id)
            && self.visits_given < self.bought()
    }
}

/// The contracts for a new case: that of its own round before a general one, then the one that ends first.
pub fn choices(contracts: &[Contract], round_id: Uuid, day: NaiveDate) -> Vec<&Contract> {
    let mut found: Vec<&Contract> = contracts.iter().filter(|contract| contract.takes(round_id, day)).collect();
    found.sort_by_key(|contract| (contract.round_id.is_none(), contract.ends_on, contract.id));
    found
}

/// Whether the provider may be assigned: all that the service asks for has been recorded as met.
pub fn is_fit<'r>(asked: impl IntoIterator<Item = &'r str>, met: &[String]) -> bool {
    asked.into_iter().all(|key| met.iter().any(|one| one == key))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ident;

    fn contract(round_id: Option<Uuid>, ends_on: &str, given: i32) -> Contract {
        Contract {
            id: ident::random(),
            controller_id: ident::random(),
            provider_id: ident::random(),
            round_id,
            name: "Valmennus 2023".into(),
            starts_on: clock::read_day("1.9.2023").unwrap(),
            ends_on: clock::read_day(ends_on).unwrap(),
            packages: 2,
            visits_per_package: 3,
            visits_given: given,
            returns_unused: true,
            no_show_uses_visit: true,
            requirements_met_by: None,
            requirements_met_at: None,
            ended_at: None,
            end_reason: None,
            rev: 0,
        }
    }

    #[test]
    fn a_rounds_own_contract_comes_first_and_a_used_up_or_ended_one_never() {
        let round = ident::random();
        let day = clock::read_day("2.10.2023").unwrap();
        let own = contract(Some(round), "31.12.2024", 0);
        let general = contract(None, "31.12.2023", 0);
        let all = [
            general.clone(),
            own.clone(),
            contract(None, "1.10.2023", 0),
            contract(Some(ident::random()), "1.1.2024", 0),
        ];
        let choose = |contracts: &[Contract]| choices(contracts, round, day).first().map(|contract| contract.id);
        assert_eq!(choose(&all), Some(own.id));
        let used_up = [contract(Some(round), "31.12.2024", 6), general.clone()];
        assert_eq!(choose(&used_up), Some(general.id));
        assert_eq!(choose(&[contract(None, "1.10.2023", 0)]), None);
        let ended = Contract { ended_at: Some(Moment::UNIX_EPOCH), ..general };
        assert_eq!(choose(std::slice::from_ref(&ended)), None);
        assert_eq!(ended.over_at(), Moment::UNIX_EPOCH);
    }

    #[test]
    fn a_provider_is_fit_when_every_requirement_is_met() {
        let met = ["sector".to_owned(), "secrecy".to_owned(), "of another service".to_owned()];
        assert!(is_fit(["sector", "secrecy"], &met) && is_fit([], &[]));
        assert!(!is_fit(["sector", "languages"], &met));
    }
}
