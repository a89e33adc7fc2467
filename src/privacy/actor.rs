//! Who acts: a signed-in human with the seats they hold.
use uuid::Uuid;

use super::store;
use crate::{
    clock::Moment,
    codes,
    db::{FromRow, Result, Tx},
    ident,
    text::Lang,
};

codes! {
    /// What a human may be in the house. Every signed-in human is a participant of their own affairs.
    pub enum Role {
        Participant = "participant",
        Supervisor = "supervisor",
        Coach = "coach",
        Coordinator = "coordinator",
        /// The manager at a provider of coaching.
        Provider = "provider",
        /// A member of the personnel committee: published reports only.
        Committee = "committee",
        Admin = "admin",
    }
}

impl Role {
    /// Whether the role reads personal data of people who are not its own affair: then a second factor is asked.
    pub const fn reads_others(self) -> bool {
        match self {
            // A supervisor sees of their own people what those have agreed to share; a committee published numbers.
            Role::Participant | Role::Supervisor | Role::Committee => false,
            Role::Coach | Role::Coordinator | Role::Provider | Role::Admin => true,
        }
    }
}

/// A set of roles that may use a route.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Roles(u16);

impl Roles {
    /// Everybody, signed in or not.
    pub const ANYONE: Roles = Roles(1 << 15);
    /// Everybody who has signed in.
    pub const SIGNED_IN: Roles = Roles::of(Role::Participant);

    pub const fn of(role: Role) -> Roles {
        Roles(1 << role as u16)
    }

    #[must_use]
    pub const fn or(self, role: Role) -> Roles {
        Roles(self.0 | 1 << role as u16)
    }

    pub const fn has(self, role: Role) -> bool {
        self.0 & (1 << role as u16) != 0
    }

    pub const fn anyone(self) -> bool {
        self.0 & Roles::ANYONE.0 != 0
    }
}

/// A role that the actor holds for an organisation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Seat {
    pub id: Uuid,
    pub organisation_id: Uuid,
    pub role: Role,
}

/// A signed-in human.
#[derive(Clone, Debug)]
pub struct Actor {
    pub human_id: Uuid,
    pub name: String,
    pub lang: Lang,
    pub seats: Vec<Seat>,
}

impl Actor {
    pub fn is(&self, role: Role) -> bool {
        role == Role::Participant || self.seats.iter().any(|seat| seat.role == role)
    }

    /// Holds a role of the service itself, not only a place in the own working community.
    pub fn works(&self) -> bool {
        self.seats.iter().any(|seat| !matches!(seat.role, Role::Participant | Role::Supervisor))
    }

    pub fn may_use(&self, roles: Roles) -> bool {
        roles.anyone() || Role::ALL.iter().any(|role| roles.has(*role) && self.is(*role))
    }

    /// The organisation for which the actor holds `role`.
    pub fn organisation(&self, role: Role) -> Option<Uuid> {
        self.seats.iter().find(|seat| seat.role == role).map(|seat| seat.organisation_id)
    }

    /// The names under which edges may let this actor read: the human and each seat.
    pub fn readers(&self) -> Vec<Uuid> {
        std::iter::once(self.human_id).chain(self.seats.iter().map(|seat| seat.id)).collect()
    }
}

/// Somebody who can sign in.
#[derive(Clone, Debug, FromRow)]
pub struct Human {
    pub id: Uuid,
    pub name: String,
    pub lang: String,
    /// The work address, in lower case: where one-time codes go.
    pub address: Option<String>,
    pub phone: Option<String>,
    pub password_hash: Option<String>,
}

impl Human {
    pub fn lang(&self) -> Lang {
        Lang::read(&self.lang).unwrap_or_default()
    }
}

/// A new human; the address is stored in lower case and is unique.
pub async fn add_human(tx: &mut Tx, human: &Human, now: Moment) -> Result<()> {
    store::insert_human(tx, human, now).await
}

pub async fn human(tx: &mut Tx, id: Uuid) -> Result<Option<Human>> {
    store::human(tx, id).await
}

/// The human with this work address, whatever its case; not one whose account is closed.
pub async fn human_by_address(tx: &mut Tx, address: &str) -> Result<Option<Human>> {
    store::human_by_address(tx, &address.trim().to_lowercase()).await
}

/// The seat of a role in an organisation: the same id always.
pub fn seat_id(organisation_id: Uuid, role: Role) -> Uuid {
    ident::of("urasilta:seat", &format!("{organisation_id}:{role}"))
}

/// The human holds the role from now until `until`.
pub async fn give_seat(
    tx: &mut Tx,
    human_id: Uuid,
    (organisation_id, role): (Uuid, Role),
    (from, until): (Moment, Moment),
) -> Result<()> {
    let seat = Seat { id: seat_id(organisation_id, role), organisation_id, role };
    store::give_seat(tx, human_id, seat, (from, until)).await
}

/// The human holds the role no longer.
pub async fn take_seat(tx: &mut Tx, human_id: Uuid, (organisation_id, role): (Uuid, Role), now: Moment) -> Result<()> {
    store::end_seat(tx, human_id, seat_id(organisation_id, role), now).await
}
