//! What a page shows of a version: the words are chosen here, for the participant, the coach and the supervisor alike.
use super::super::{
    joint::{Joint, Opened},
    record::Stage,
    terms::Terms,
};
use crate::{
    clock::{self, Moment},
    coaching::three::{Party, Shared, Three},
    web::Ui,
};

/// A box to tick.
#[derive(Clone)]
pub struct Pick {
    pub value: String,
    pub label: String,
    pub hint: String,
    pub chosen: bool,
}

/// A version in words.
#[derive(Clone)]
pub struct Shown {
    pub version: i32,
    pub title: String,
    pub state: String,
    /// The look of the tag.
    pub tag: &'static str,
    /// When it was noted.
    pub noted: String,
    pub aims: String,
    pub timetable: String,
    pub ends_on: String,
    /// What is shared, in words.
    pub shares: Vec<String>,
    /// Over what is shared: it is, or it would be.
    pub shares_title: String,
    /// Who has confirmed it, in words, and whether they have.
    pub parties: Vec<(String, bool)>,
    /// The words are gone.
    pub erased: bool,
}

/// What one of the three thought beforehand and has shared.
#[derive(Clone)]
pub struct Thought {
    pub title: String,
    pub words: String,
}

pub fn shown(ui: &Ui, joint: &Joint, one: &Opened) -> Shown {
    let (agreement, three) = (&one.agreement, &joint.sight.three);
    let stage = agreement.stage();
    let terms = agreement.terms();
    let confirmed = agreement.confirmed_at.is_some();
    let erased = joint.erased || joint.sight.party != Party::Supervisor && agreement.sealed_aims.is_empty();
    Shown {
        version: agreement.version,
        title: ui.t1("agreements-version", "n", agreement.version),
        state: ui.t(&format!("agreements-stage-{}", stage.code().replace('_', "-"))),
        tag: match stage {
            Stage::InForce => "done",
            Stage::Replaced => "quiet",
            Stage::Noted | Stage::Confirmed => "wait",
        },
        noted: ui.t1("agreements-noted-on", "day", ui.date(&agreement.noted_at)),
        aims: one.aims.clone(),
        timetable: one.timetable.clone(),
        ends_on: agreement.ends_on.map(clock::show_day).unwrap_or_default(),
        shares: agreement.named_shares().into_iter().map(|what| terms.label(ui, what)).collect(),
        shares_title: ui.t(if confirmed { "agreements-shared" } else { "agreements-to-share" }),
        parties: if stage == Stage::Replaced { Vec::new() } else { parties(ui, three, (one, &terms)) },
        erased,
    }
}

fn parties(ui: &Ui, three: &Three, (one, terms): (&Opened, &Terms)) -> Vec<(String, bool)> {
    let line = |party: &Party| {
        let name = three.name_of(*party)?;
        let at = given(three, (one, terms), *party);
        let key = match (terms.signed, at.is_some()) {
            (false, true) => "agreements-party-confirmed",
            (false, false) => "agreements-party-waits",
            (true, true) => "agreements-party-signed",
            (true, false) => "agreements-party-signs",
        };
        let day = at.map(|at| ui.date(&at)).unwrap_or_default();
        Some((ui.t2(key, ("name", "day"), name, day), at.is_some()))
    };
    Party::ALL.iter().filter_map(line).collect()
}

/// When the party gave its word: a signature where the service asks for one, else a tap. What a supervisor before this one
/// tapped is not this one's word.
pub fn given(three: &Three, (one, terms): (&Opened, &Terms), party: Party) -> Option<Moment> {
    let agreement = &one.agreement;
    if terms.signed {
        return agreement.signature(party).and(agreement.signed_at(party));
    }
    agreement.confirmed_by(party).filter(|_| party != Party::Supervisor || !agreement.is_stale(three))
}

/// What has been shared of what was thought beforehand.
pub fn thoughts(ui: &Ui, joint: &Joint) -> Vec<Thought> {
    let shared = joint.preparations.iter().filter(|one| one.preparation.shared_at.is_some());
    shared
        .filter_map(|one| {
            let name = joint.sight.three.name_of(one.preparation.party)?;
            Some(Thought { title: ui.t1("agreements-thoughts-of", "name", name), words: one.words.clone() })
        })
        .collect()
}

/// Boxes for what can be shared.
pub fn picks(ui: &Ui, terms: &Terms, (offered, chosen): (&[Shared], &[Shared])) -> Vec<Pick> {
    let pick = |what: &Shared| Pick {
        value: what.code().to_owned(),
        label: terms.label(ui, *what),
        hint: String::new(),
        chosen: chosen.contains(what),
    };
    offered.iter().map(pick).collect()
}
