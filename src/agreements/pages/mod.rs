//! The pages of the slice.
pub mod view;
pub mod preparation;
pub mod agreed;
pub mod confirmation;
pub mod seen;
pub mod signature;
pub mod pdf;
pub mod link;
pub mod stuck;
mod samples;

pub use samples::samples;

use std::sync::Arc;

use super::{joint::Joint, terms::Terms};
use crate::{
    coaching::three::Party,
    db::Tx,
    programmes::{self, Blueprint},
    web::{Failure, Ui},
};

/// Where each of the three comes from.
fn back(joint: &Joint) -> String {
    match joint.sight.party {
        Party::Participant => "/path".to_owned(),
        Party::Supervisor => "/waiting".to_owned(),
        Party::Coach => format!("/cases/{}", joint.sight.case_id()),
    }
}

/// The service, and the terms of the newest version, or those of the service when nothing has been noted.
async fn terms(tx: &mut Tx, joint: &Joint) -> Result<(Terms, Arc<Blueprint>), Failure> {
    let blueprint = programmes::blueprint_version(tx, joint.sight.three.blueprint_id).await?;
    let terms = joint.newest().map_or_else(|| Terms::of(&blueprint), |newest| newest.agreement.terms());
    Ok((terms, blueprint))
}

/// The names of the two others, "Aino Laine ja Pekka Niemi"; empty when nobody has been named.
fn others(ui: &Ui, joint: &Joint) -> String {
    let three = &joint.sight.three;
    let names: Vec<&str> = Party::ALL
        .iter()
        .filter(|party| **party != joint.sight.party)
        .filter_map(|party| three.name_of(*party))
        .collect();
    match names.as_slice() {
        [one, other] => ui.t2("agreements-and", ("one", "other"), one, other),
        [one] => (*one).to_owned(),
        _ => String::new(),
    }
}
