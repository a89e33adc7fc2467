//! The pages of the slice, and what they share.
pub mod view;
pub mod home;
pub mod contact;
pub mod ending;
pub mod completion;
pub mod today;
pub mod case;
pub mod memo;
pub mod earlier;
pub mod consent;
pub mod requests;
pub mod readers;
pub mod supervisor;
pub mod preparation;
pub mod booking;
pub mod session;
pub mod past;
pub mod session_acts;
pub mod talk;
pub mod assignments;
pub mod contracts;
pub mod contract_acts;
mod samples;
mod samples_three;
mod era_samples;

pub use samples::samples;

use uuid::Uuid;

use super::store::{self, cases::Case, sessions::Session};
use crate::{
    db::Tx,
    desk::Desk,
    privacy::{Class, Grant},
    web::{Failure, Words},
};

/// A session that the reader is a party of, with its case.
struct Seen {
    grant: Grant,
    case: Case,
    session: Session,
}

async fn seen(desk: &Desk, tx: &mut Tx, session_id: Uuid) -> Result<Seen, Failure> {
    let case_id = store::sessions::session_case(tx, session_id).await?.ok_or(Failure::NotFound)?;
    let (grant, case) = opened(desk, tx, (case_id, Class::Coaching)).await?;
    let session = store::sessions::session(tx, &grant, session_id).await?;
    Ok(Seen { grant, case, session })
}

/// The case, when the reader may see it in this class. Another's look at it is a look at the person.
async fn opened(desk: &Desk, tx: &mut Tx, (case_id, class): (Uuid, Class)) -> Result<(Grant, Case), Failure> {
    let grant = desk.grant(tx, case_id, class).await?;
    let case = store::cases::case(tx, &grant).await?;
    if grant.human_id() != case.human_id {
        desk.note(&grant, &[case.person_id]);
    }
    Ok((grant, case))
}

/// The act takes the revision that the form was made with.
async fn take_rev(tx: &mut Tx, case_id: Uuid, words: &Words) -> Result<(), Failure> {
    let rev = words.get("rev").parse().map_err(|_| Failure::Conflict("conflict-changed"))?;
    if store::cases::take_rev(tx, case_id, rev).await? { Ok(()) } else { Err(Failure::Conflict("conflict-changed")) }
}
