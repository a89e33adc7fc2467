//! What an organisation bought of a provider: packages of visits, for a time. Pure.
use chrono::NaiveDate;
use uuid::Uuid;

use crate::{
    clock::{self, Moment},
    db::FromRow,
};

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
    pub requirements_met_by: Option<Uuid>,
    pub requirements_met_at: Option<Moment>,
    pub rev: i64,
}

impl Contract {
    pub fn in_force(&self, day: NaiveDate) -> bool {
        self.starts_on <= day && day <= self.ends_on
    }

    /// Visits of all packages.
    pub fn bought(&self) -> i32 {
        self.packages * self.visits_per_package
    }

    /// When what the provider sees ends.
    pub fn over_at(&self) -> Moment {
        clock::end_of(self.ends_on)
    }

    /// Whether a case of the round can be placed under it on `day`.
    pub fn takes(&self, round_id: Uuid, day: NaiveDate) -> bool {
        day <= self.ends_on
            && self.requirements_met_at.is_some()
            && self.round_id.is_none_or(|own| own == round_id)
            && self.visits_given < self.bought()
    }
}

/// The contract for a new case: that of its own round before a general one, then the one that ends first.
pub fn choose(contracts: &[Contract], round_id: Uuid, day: NaiveDate) -> Option<&Contract> {
    contracts
        .iter()
        .filter(|contract| contract.takes(round_id, day))
        .min_by_key(|contract| (contract.round_id.is_none(), contract.ends_on, contract.id))
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
            requirements_met_at: Some(Moment::UNIX_EPOCH),
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
        assert_eq!(choose(&all, round, day).map(|contract| contract.id), Some(own.id));
        let used_up = [contract(Some(round), "31.12.2024", 6), general.clone()];
        assert_eq!(choose(&used_up, round, day).map(|contract| contract.id), Some(general.id));
        assert!(choose(&[contract(None, "1.10.2023", 0)], round, day).is_none());
        let unchecked = Contract { requirements_met_at: None, ..general };
        assert!(choose(&[unchecked], round, day).is_none());
    }
}
