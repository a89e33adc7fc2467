//! One version of what the three have agreed, and what each of them may see of it. Pure.
use chrono::NaiveDate;
use uuid::Uuid;

use super::terms::{self, Terms};
use crate::{
    clock::Moment,
    coaching::three::{Party, Shared, Sight, Three},
    codes,
    db::FromRow,
};

codes! {
    /// Where a version stands.
    pub enum Stage {
        /// Written down; nothing is shared.
        Noted = "noted",
        /// The participant has confirmed; signatures are waited for.
        Confirmed = "confirmed",
        InForce = "in_force",
        /// A later one has come in its place.
        Replaced = "replaced",
    }
}

/// A version as it lies, its words sealed.
#[derive(Clone, Debug, FromRow)]
pub struct Agreement {
    pub id: Uuid,
    pub case_id: Uuid,
    pub round_id: Uuid,
    pub controller_id: Uuid,
    pub version: i32,
    pub terms: String,
    /// Empty when the reader may not see it, and when it has been erased.
    pub sealed_aims: Vec<u8>,
    pub sealed_timetable: Vec<u8>,
    pub ends_on: Option<NaiveDate>,
    pub proposed: String,
    pub shares: String,
    pub noted_by: Uuid,
    pub noted_at: Moment,
    pub confirmed_at: Option<Moment>,
    pub supervisor_id: Option<Uuid>,
    pub supervisor_confirmed_at: Option<Moment>,
    pub coach_confirmed_at: Option<Moment>,
    pub participant_signature: Option<Vec<u8>>,
    pub participant_signed_at: Option<Moment>,
    pub supervisor_signature: Option<Vec<u8>>,
    pub coach_signature: Option<Vec<u8>>,
    pub in_force_at: Option<Moment>,
    pub replaced_at: Option<Moment>,
    pub rev: i64,
}

impl Agreement {
    pub fn stage(&self) -> Stage {
        match (self.replaced_at, self.in_force_at, self.confirmed_at) {
            (Some(_), ..) => Stage::Replaced,
            (None, Some(_), _) => Stage::InForce,
            (None, None, Some(_)) => Stage::Confirmed,
            (None, None, None) => Stage::Noted,
        }
    }

    pub fn terms(&self) -> Terms {
        Terms::read(&self.terms)
    }

    /// What is shared by it; before it is confirmed, what was spoken of.
    pub fn named_shares(&self) -> Vec<Shared> {
        terms::shares(if self.confirmed_at.is_some() { &self.shares } else { &self.proposed })
    }

    /// When this party confirmed it.
    pub fn confirmed_by(&self, party: Party) -> Option<Moment> {
        match party {
            Party::Participant => self.confirmed_at,
            Party::Supervisor => self.supervisor_confirmed_at,
            Party::Coach => self.coach_confirmed_at,
        }
    }

    /// The sealed name that this party signed with.
    pub fn signature(&self, party: Party) -> Option<&[u8]> {
        match party {
            Party::Participant => self.participant_signature.as_deref(),
            Party::Supervisor => self.supervisor_signature.as_deref(),
            Party::Coach => self.coach_signature.as_deref(),
        }
    }

    /// When this party signed.
    pub fn signed_at(&self, party: Party) -> Option<Moment> {
        if party == Party::Participant { self.participant_signed_at } else { self.confirmed_by(party) }
    }

    /// Whether this party's confirmation is asked now.
    pub fn asks(&self, three: &Three, party: Party) -> bool {
        let now = self.replaced_at.is_none() && three.state.is_open();
        match party {
            Party::Participant => now && (self.confirmed_at.is_none() || self.is_stale(three)),
            Party::Supervisor => {
                let theirs = self.supervisor_id.is_some() && self.supervisor_id == three.supervisor_human_id;
                now && theirs && self.confirmed_at.is_some() && self.supervisor_confirmed_at.is_none()
            }
            Party::Coach => {
                let named = three.coach_human_id.is_some();
                now && named && self.confirmed_at.is_some() && self.coach_confirmed_at.is_none()
            }
        }
    }

    /// Confirmed, but the supervisor is another now: nothing is shared with them before the participant says so.
    pub fn is_stale(&self, three: &Three) -> bool {
        self.confirmed_at.is_some()
            && self.replaced_at.is_none()
            && three.supervisor_human_id.is_some()
            && self.supervisor_id != three.supervisor_human_id
    }

    /// The same as if the participant had confirmed that these are shared.
    #[must_use]
    pub fn confirmed_as(&self, shares: &[Shared], (three, now): (&Three, Moment)) -> Agreement {
        Agreement {
            shares: terms::codes(shares),
            confirmed_at: Some(now),
            supervisor_id: three.supervisor_human_id,
            ..self.clone()
        }
    }

    /// What of it the reader may see. The supervisor sees what was confirmed to be shared with them by this version and
    /// is shared still: no words besides, not even that there would have been something to share.
    pub fn cut(mut self, sight: &Sight) -> Option<Agreement> {
        if sight.party != Party::Supervisor {
            return Some(self);
        }
        if self.confirmed_at.is_none() || self.supervisor_id != sight.three.supervisor_human_id {
            return None;
        }
        let seen: Vec<Shared> = terms::shares(&self.shares).into_iter().filter(|what| sight.sees(*what)).collect();
        if !seen.contains(&Shared::Aims) {
            self.sealed_aims.clear();
        }
        if !seen.contains(&Shared::Timetable) {
            self.sealed_timetable.clear();
            self.ends_on = None;
        }
        self.shares = terms::codes(&seen);
        self.proposed.clone_from(&self.shares);
        Some(self)
    }
}

/// What is in force now: dates and numbers, no words.
#[derive(Clone, Debug, FromRow)]
pub struct InForce {
    pub case_id: Uuid,
    pub version: i32,
    pub noted_at: Moment,
    pub confirmed_at: Moment,
    pub in_force_at: Moment,
}
