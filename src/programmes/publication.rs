//! Publishing a blueprint: checked, frozen, and from then on the same for ever.
use uuid::Uuid;

use super::{
    blueprint::{self, Finding},
    store,
};
use crate::{
    clock::Moment,
    db::{self, Tx},
    events::Event,
    ident,
};

pub use store::Published;

/// The blueprints that come with the house, by id; of one with several versions the newest stands last.
pub const SHIPPED: &[(&str, &str)] = &[
    ("keusote-coaching-pilot", include_str!("../../blueprints/keusote-coaching-pilot/blueprint.toml")),
    ("palkeet-renewal-of-work", include_str!("../../blueprints/palkeet-renewal-of-work/1.toml")),
    ("palkeet-renewal-of-work", include_str!("../../blueprints/palkeet-renewal-of-work/2.toml")),
];

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
    #[error("an erratum corrects the texts of a published version; this changes more: {}", .0.join(", "))]
    MoreThanTexts(Vec<String>),
    #[error("there is no published version to correct, or its last erratum has another number")]
    NoBase,
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
    if blueprint.erratum != 0 {
        return correct(tx, controller_id, (text, &blueprint), (author, by), now).await;
    }
    match store::freeze(tx, controller_id, (text, &blueprint), (author, by), now).await? {
        Some(published) => Ok(published),
        None => Err(Unpublished::VersionTaken(blueprint.version)),
    }
}

/// What an erratum changes besides texts, as the parts' names; `NoBase` when it does not follow a published version.
pub async fn beyond_texts(
    tx: &mut Tx,
    controller_id: Uuid,
    erratum: &blueprint::Blueprint,
) -> Result<(Uuid, Uuid), Unpublished> {
    let base = store::base_of(tx, controller_id, (&erratum.id, erratum.version)).await?.ok_or(Unpublished::NoBase)?;
    let before = store::blueprint_version(tx, base.id).await?;
    if erratum.erratum != before.erratum + 1 {
        return Err(Unpublished::NoBase);
    }
    let parts: Vec<String> = blueprint::rules_changed(&before, erratum).into_iter().map(|change| change.part).collect();
    if parts.is_empty() { Ok((base.programme_id, base.id)) } else { Err(Unpublished::MoreThanTexts(parts)) }
}

/// Publishes an erratum: running rounds say the corrected texts from now on.
async fn correct(
    tx: &mut Tx,
    controller_id: Uuid,
    (text, blueprint): (&str, &blueprint::Blueprint),
    who: (Option<Uuid>, Option<Uuid>),
    now: Moment,
) -> Result<Published, Unpublished> {
    let (programme_id, blueprint_id) = beyond_texts(tx, controller_id, blueprint).await?;
    let canonical = blueprint::canonical(blueprint);
    let sha256 = blueprint::sha256(&canonical);
    let hash = data_encoding::HEXLOWER.encode(&sha256);
    let id = (ident::at(now), blueprint_id, blueprint.erratum);
    if !store::add_erratum(tx, id, (text, canonical, sha256), who, now).await? {
        return Err(Unpublished::NoBase);
    }
    let event = Event::new("blueprint.corrected", blueprint_id, controller_id, now)
        .fact("version", blueprint.version)
        .fact("erratum", blueprint.erratum)
        .fact("sha256", hash)
        .by(who.1);
    event.record(tx).await?;
    Ok(Published { programme_id, blueprint_id, is_new: true })
}
