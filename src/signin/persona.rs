//! The invented people of a demo, who can be entered as with one click.
use uuid::Uuid;

use super::store;
use crate::{
    codes,
    db::{Result, Tx},
    house::House,
    privacy,
};

codes! {
    /// Whose eyes a demo is seen with.
    pub enum Persona {
        Participant = "participant",
        /// Somebody who agrees with the supervisor and the coach.
        Agreeing = "agreeing",
        Supervisor = "supervisor",
        Coach = "coach",
        Coordinator = "coordinator",
        Provider = "provider",
        Administrator = "administrator",
        Committee = "committee",
    }
}

/// The demo's human for the persona; a later one takes the place of an earlier.
pub async fn set_persona(tx: &mut Tx, persona: Persona, human_id: Uuid) -> Result<()> {
    store::put_persona(tx, persona, human_id).await?;
    Ok(())
}

/// The personas that there are, with the names of their humans.
pub async fn personas(house: &House) -> Result<Vec<(Persona, String)>> {
    let mut tx = house.db.read().await?;
    let mut found = Vec::new();
    for (persona, human_id) in store::personas(&mut tx).await? {
        if let Some(human) = privacy::human(&mut tx, human_id).await? {
            found.push((persona, human.name));
        }
    }
    found.sort();
    Ok(found)
}

/// One more whom a visitor may be: somebody with nothing under way yet.
pub async fn add_guest(tx: &mut Tx, human_id: Uuid, place: i32) -> Result<()> {
    store::put_guest(tx, human_id, place).await?;
    Ok(())
}

/// Those who have nothing under way yet, with their names.
pub(super) async fn guests(tx: &mut Tx) -> Result<Vec<(Uuid, String)>> {
    let mut found = Vec::new();
    for (human_id,) in store::guests(tx).await? {
        if let Some(human) = privacy::human(tx, human_id).await? {
            found.push((human_id, human.name));
        }
    }
    Ok(found)
}

/// The human of a persona.
pub(super) async fn human_of(tx: &mut Tx, persona: Persona) -> Result<Option<Uuid>> {
    Ok(store::personas(tx).await?.into_iter().find(|(found, _)| *found == persona).map(|(_, human_id)| human_id))
}
