//! Publishing a blueprint: checked, frozen, and from then on the same for ever.
use uuid::Uuid;

use super::{
    blueprint::{self, Finding},
    store,
};
use crate::{
    clock::Moment,
    db::{self, Tx},
};

pub use store::Published;

/// The blueprints that come with the house, by id; of one with several versions the newest stands last.
pub const SHIPPED: &[(&str, &str)] =
    &[("keusote-coaching-pilot", include_str!("../../blueprints/keusote-coaching-pilot/blueprint.toml"))];

/// The text of a blueprint that comes with the house, in its newest version.
pub fn shipped(id: &str) -> Option<&'static str> {
    shipped_versions(id).last().copied()
}

/// Every version of a blueprint that comes with the house, the first first.
pub fn shipped_versions(id: &str) -> Vec<&'static str> {
    SHIPPED.iter().filter(|(known, _)| *known == id).map(|(_, text)| *text).collect()
}

/// Why a blueprint was not published.
#[derive(Debug, thiserror::Error)]
pub enum Unpublished {
    #[error("the blueprint has {} faults; the first: {}", .0.len(), .0.first().map_or_else(String::new, ToString::to_string))]
    Faulty(Vec<Finding>),
    #[error("version {0} has been published with other contents; give the changed blueprint a higher version")]
    VersionTaken(i32),
    #[error(transparent)]
    Db(#[from] db::Error),
}

/// Checks and freezes a blueprint for a controller; `by` is who publishes. The same bytes again are the same version.
pub async fn publish(
    tx: &mut Tx,
    controller_id: Uuid,
    text: &str,
    (author, by): (Option<Uuid>, Option<Uuid>),
    now: Moment,
) -> Result<Published, Unpublished> {
    let blueprint = blueprint::load(text).map_err(Unpublished::Faulty)?;
    match store::freeze(tx, controller_id, (text, &blueprint), (author, by), now).await? {
        Some(published) => Ok(published),
        None => Err(Unpublished::VersionTaken(blueprint.version)),
    }
}
