//! A round: one run of a published blueprint, with its places, visits, dates and terms.
use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::{
    clock::Moment,
    codes,
    db::FromRow,
    privacy::{Actor, Role},
    text::Text,
};

codes! {
    /// Where a round stands.
    pub enum RoundState {
        Planned = "planned",
        Open = "open",
        Selecting = "selecting",
        Running = "running",
        Closed = "closed",
        Reviewed = "reviewed",
    }
}

impl RoundState {
    /// The state after this one; none after the last.
    pub fn next(self) -> Option<RoundState> {
        let at = RoundState::ALL.iter().position(|state| *state == self)?;
        RoundState::ALL.get(at + 1).copied()
    }
}

codes! {
    /// The supervisor's part in applying.
    #[derive(Serialize, Deserialize, JsonSchema)]
    #[serde(rename_all = "snake_case")]
    pub enum SupervisorPart {
        Approves = "approves",
        IsTold = "is_told",
        IsNotTold = "is_not_told",
    }
}

codes! {
    /// How places are given.
    #[derive(Serialize, Deserialize, JsonSchema)]
    #[serde(rename_all = "snake_case")]
    pub enum Selection {
        FirstCome = "first_come",
        Priority = "priority",
        Lottery = "lottery",
        Manual = "manual",
    }
}

codes! {
    /// How a place that comes free goes to the next in line.
    #[derive(Serialize, Deserialize, JsonSchema)]
    #[serde(rename_all = "snake_case")]
    pub enum HandOn {
        Automatic = "automatic",
        /// After the coordinator's yes.
        Confirmed = "confirmed",
    }
}

/// A round as it is stored.
#[derive(Clone, Debug, FromRow)]
pub struct Round {
    pub id: Uuid,
    pub controller_id: Uuid,
    pub programme_id: Uuid,
    /// The published version that it runs.
    pub blueprint_id: Uuid,
    /// A [`Text`] as JSON; see [`Round::name`].
    pub name: String,
    pub state: RoundState,
    pub opens_on: NaiveDate,
    /// The last day to apply.
    pub closes_on: NaiveDate,
    pub places: i32,
    /// Visits of all packages together.
    pub visits: i32,
    pub visits_per_package: i32,
    pub supervisor_part: SupervisorPart,
    pub selection: Selection,
    /// Days to answer an offer.
    pub offer_days: i32,
    pub hand_on: HandOn,
    /// Unused visits of an interrupted coaching come back to the round.
    pub returns_unused: bool,
    /// The hash of the seed, published before the draw.
    pub lottery_commitment: Option<String>,
    pub lottery_seed: Option<String>,
    /// The newest correction of the texts of its version.
    pub erratum: Option<i32>,
    pub rev: i64,
}

impl Round {
    pub fn name(&self) -> Text {
        serde_json::from_str(&self.name).unwrap_or_else(|_| Text::same(self.name.clone()))
    }

    /// Whether the actor, or a visitor, may know that there is the round: a planned one is its coordinators' own affair.
    pub fn is_told_to(&self, actor: Option<&Actor>) -> bool {
        let keeps = |actor: &Actor| {
            actor.seats.iter().any(|seat| (seat.role, seat.organisation_id) == (Role::Coordinator, self.controller_id))
        };
        self.state != RoundState::Planned || actor.is_some_and(keeps)
    }

    /// Whether applications are taken at this moment.
    pub fn takes_applications(&self, now: Moment) -> bool {
        self.state == RoundState::Open
            && now >= crate::clock::start_of(self.opens_on)
            && now < crate::clock::end_of(self.closes_on)
    }
}

/// A round to be made.
#[derive(Clone, Debug)]
pub struct NewRound {
    pub controller_id: Uuid,
    pub programme_id: Uuid,
    pub blueprint_id: Uuid,
    pub name: Text,
    pub opens_on: NaiveDate,
    pub closes_on: NaiveDate,
    pub places: i32,
    pub visits_per_package: i32,
    pub supervisor_part: SupervisorPart,
    pub selection: Selection,
    pub offer_days: i32,
    pub hand_on: HandOn,
    pub returns_unused: bool,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_round_goes_through_its_states_in_order_and_ends() {
        let mut seen = vec![RoundState::Planned];
        while let Some(next) = seen.last().and_then(|state| state.next()) {
            seen.push(next);
        }
        assert_eq!(seen, RoundState::ALL);
    }
}
