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

/// The human of a persona.
pub(super) async fn human_of(tx: &mut Tx, persona: Persona) -> Result<Option<Uuid>> {
    Ok(store::personas(tx).await?.into_iter().find(|(found, _)| *found == persona).map(|(_, human_id)| human_id))
}
