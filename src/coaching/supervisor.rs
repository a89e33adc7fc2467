//! The supervisor of a coaching of three: confirmed by the participant, told without content, and then invited.
use uuid::Uuid;

use super::{
    SessionState,
    letters::{self, Says},
    store::{self, sessions::Session},
    three::{self, Three},
};
use crate::{
    db::{Result, Tx},
    house::House,
};

/// The participant confirms who the supervisor is. Meetings of the three that are agreed move to the new one's calendar
/// and leave the one before's.
pub async fn confirm(tx: &mut Tx, house: &House, three: &Three, who: (Uuid, &str)) -> Result<()> {
    let now = house.clock.now();
    let before = three.supervisor_human_id;
    three::name_supervisor(tx, three, who, (three.human_id, now)).await?;
    letters::tell(tx, house, who.0, Says { key: "coaching-mail-supervisor-named", path: "/waiting" }).await?;
    for mut session in store::sessions::open_sessions(tx, three.case_id).await? {
        if !session.with_supervisor {
            continue;
        }
        session.sequence += i32::from(session.starts_at.is_some());
        store::sessions::set_sequence(tx, session.id, session.sequence).await?;
        if let Some(before) = before {
            let gone = Session { state: SessionState::Cancelled, ..session.clone() };
            letters::invite(tx, house, &gone, &[before]).await?;
        }
        letters::invite(tx, house, &session, &[who.0]).await?;
    }
    Ok(())
}
