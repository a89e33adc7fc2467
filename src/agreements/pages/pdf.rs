//! A version as a paper to keep: what the page shows its reader of it, from the same table, and nothing besides.
use axum::extract::Path;
use pdf::{Block, Document, Pen};
use uuid::Uuid;

use super::{
    super::{
        joint::{self, Joint, Opened},
        record::Stage,
    },
    view::{self, Shown},
};
use crate::{
    clock::Moment,
    coaching::three::Party,
    desk::Desk,
    web::{Answer, Failure, Ui, paper},
};

pub async fn show(desk: Desk, Path((id, version)): Path<(Uuid, String)>) -> Answer {
    let mut tx = desk.read().await?;
    let joint = joint::joint(&desk, &mut tx, id).await?;
    drop(tx);
    let asked = |one: &&Opened| one.agreement.version.to_string() == version;
    let one = joint.versions.iter().find(asked).ok_or(Failure::NotFound)?;
    let ui = desk.ui();
    let name = format!("{}-{version}", ui.t("agreements-pdf-file"));
    paper::answer(document(&ui, (&joint, one), desk.now), &name).await
}

fn document(ui: &Ui, (joint, one): (&Joint, &Opened), now: Moment) -> Document {
    let shown = view::shown(ui, joint, one);
    let blank = paper::blank(ui, (ui.t("agreements-title"), &shown.title), now);
    let mut blocks = vec![Block::Facts(facts(ui, (joint, one), &shown))];
    blocks.extend(words(ui, &shown));
    blocks.extend(given(ui, (joint, one)));
    Document { blocks, ..blank }
}

/// Who and which version.
fn facts(ui: &Ui, (joint, one): (&Joint, &Opened), shown: &Shown) -> Vec<(String, String)> {
    let party = |party: &Party| Some((role(ui, *party), named(joint, one, *party)?.to_owned()));
    let mut facts: Vec<_> = Party::ALL.iter().filter_map(party).collect();
    facts.extend([
        (ui.t("agreements-pdf-version"), shown.version.to_string()),
        (ui.t("agreements-pdf-state"), shown.state.clone()),
        (ui.t("agreements-pdf-noted"), ui.date(&one.agreement.noted_at)),
    ]);
    facts
}

/// Who the party was. Of a replaced version only the participant is named, and no supervisor of whom it was not agreed: there
/// may be others now.
fn named<'a>(joint: &'a Joint, one: &Opened, party: Party) -> Option<&'a str> {
    let three = &joint.sight.three;
    let same = match party {
        Party::Participant => true,
        Party::Supervisor => one.agreement.stage() != Stage::Replaced && !one.agreement.is_stale(three),
        Party::Coach => one.agreement.stage() != Stage::Replaced,
    };
    three.name_of(party).filter(|_| same)
}

fn role(ui: &Ui, party: Party) -> String {
    ui.t(&format!("agreements-party-{party}"))
}

/// What was agreed, as the page tells it.
fn words(ui: &Ui, shown: &Shown) -> Vec<Block> {
    let mut blocks = Vec::new();
    if shown.erased {
        blocks.push(Block::Words(ui.t("agreements-erased")));
    }
    if !shown.aims.is_empty() {
        blocks.extend([Block::Heading(ui.t("agreements-aims")), Block::Words(shown.aims.clone())]);
    }
    let ends = (!shown.ends_on.is_empty()).then(|| ui.t1("agreements-ends", "day", &shown.ends_on));
    let timetable = [Some(shown.timetable.clone()).filter(|words| !words.is_empty()), ends];
    if timetable.iter().any(Option::is_some) {
        blocks.push(Block::Heading(ui.t("agreements-timetable")));
        blocks.extend(timetable.into_iter().flatten().map(Block::Words));
    }
    blocks.push(Block::Heading(shown.shares_title.clone()));
    blocks.push(match shown.shares.as_slice() {
        [] => Block::Words(ui.t("agreements-nothing-shared")),
        shares => Block::List(shares.to_vec()),
    });
    blocks
}

/// Who has given their word and when; where signatures are asked and one is missing, a line to sign with a pen.
fn given(ui: &Ui, (joint, one): (&Joint, &Opened)) -> Vec<Block> {
    let terms = one.agreement.terms();
    let (mut rows, mut pens) = (Vec::new(), Vec::new());
    for party in Party::ALL {
        let at = view::given(&joint.sight.three, (one, &terms), *party);
        // A signature keeps the name that was typed.
        let signed =
            one.names.iter().find(|(who, name)| who == party && !name.is_empty()).map(|(_, name)| name.as_str());
        let Some(name) = signed.or_else(|| named(joint, one, *party)) else { continue };
        let waits = if terms.signed { "agreements-not-signed" } else { "agreements-tag-waits" };
        rows.push(vec![role(ui, *party), name.to_owned(), at.map_or_else(|| ui.t(waits), |at| ui.date(&at))]);
        if terms.signed && at.is_none() && one.agreement.confirmed_at.is_some() && !joint.erased {
            let name = ui.t2("agreements-pdf-pen", ("name", "role"), name, role(ui, *party).to_lowercase());
            pens.push(Pen { name, place: ui.t("agreements-pdf-place") });
        }
    }
    let (title, given) = if terms.signed {
        ("agreements-signatures", "agreements-pdf-signed")
    } else {
        ("agreements-pdf-confirmations", "agreements-pdf-confirmed")
    };
    let head = ["agreements-pdf-party", "agreements-pdf-name", given].map(|key| ui.t(key)).to_vec();
    let mut blocks = Vec::new();
    if !rows.is_empty() {
        blocks.extend([Block::Heading(ui.t(title)), Block::Table(head, rows)]);
    }
    if !pens.is_empty() {
        blocks.push(Block::Pens(pens));
    }
    blocks
}
