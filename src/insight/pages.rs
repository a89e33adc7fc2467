//! The pages of reports: the coordinator's, the personnel committee's and the provider's.
use askama::Template;
use axum::{
    extract::Path,
    http::header,
    response::{IntoResponse, Response},
};
use uuid::Uuid;

use super::{
    build::RULE,
    publish::{Unpublished, publish_edition},
    report::Report,
    review::Review,
    sheet,
    show::{Bar, Bars, Findings, percent},
    store::{self, Edition},
};
use crate::{
    clock,
    db::Tx,
    desk::{Desk, Posted},
    events::Event,
    house::Routes,
    privacy::{self, Actor, Class, Role, Roles},
    programmes::{self, Round, RoundState},
    web::{Answer, Failure, Ui},
};

pub fn routes() -> Routes {
    let readers = Roles::of(Role::Coordinator).or(Role::Committee);
    Routes::default()
        .get("/rounds/{id}/report", Roles::of(Role::Coordinator), of_round)
        .post("/rounds/{id}/report", Roles::of(Role::Coordinator), publish)
        .get("/reports", readers, list)
        .get("/reports/{id}", readers, show)
        .get("/reports/{id}/report.xlsx", readers, download)
        .get("/assignments/{id}/report", Roles::of(Role::Provider), delivery)
}

#[derive(Template)]
#[template(path = "insight/report.html")]
pub struct ReportPage {
    pub ui: Ui,
    /// The way back to the work.
    pub back: Option<String>,
    pub kicker: String,
    pub found: Option<Findings>,
    pub least: u64,
    pub sheet_href: String,
    pub publish_action: String,
}

/// The coordinator's page of a round's published results.
async fn of_round(desk: Desk, Path(id): Path<Uuid>) -> Answer {
    let mut tx = desk.read().await?;
    desk.grant(&mut tx, id, Class::Service).await?;
    let round = programmes::round(&mut tx, id).await?.ok_or(Failure::NotFound)?;
    let edition = store::latest(&mut tx, id).await?;
    let ui = desk.ui();
    desk.page(&ReportPage {
        back: Some(format!("/rounds/{id}")),
        kicker: ui.say(&round.name()).to_owned(),
        found: edition.as_ref().map(|edition| Findings::of(&edition.report, &ui)),
        least: RULE.k(),
        sheet_href: edition.map(|edition| sheet_href(&edition)).unwrap_or_default(),
        publish_action: format!("/rounds/{id}/report"),
        ui,
    })
}

fn sheet_href(edition: &Edition) -> String {
    format!("/reports/{}/report.xlsx", edition.id)
}

async fn publish(Path(id): Path<Uuid>, Posted { desk, words }: Posted) -> Answer {
    let mut act = desk.act(&words).await?;
    desk.grant(&mut act, id, Class::Service).await?;
    let round = programmes::round(&mut act, id).await?.ok_or(Failure::NotFound)?;
    let edition = match publish_edition(&mut act, &round, desk.now).await {
        Ok(edition) => edition,
        Err(Unpublished::NotYet(reason)) => return Err(told(reason)),
        Err(Unpublished::Db(error)) if crate::db::broken_unique(&error).is_some() => {
            return Err(Failure::Conflict("conflict-changed"));
        }
        Err(Unpublished::Db(error)) => return Err(error.into()),
    };
    let event = Event::new("edition.published", edition.id, round.controller_id, desk.now);
    desk.event(&mut act, event.fact("round_id", id.to_string()).fact("number", edition.number)).await?;
    desk.done(act, &format!("/rounds/{id}/report?done=done-insight-published")).await
}

fn told(reason: super::NotYet) -> Failure {
    match reason {
        super::NotYet::TooFew => Failure::Refused("fault-insight-too-few"),
        super::NotYet::NothingNew => Failure::Refused("fault-insight-nothing-new"),
        super::NotYet::Broken(broken) => Failure::broken(broken),
    }
}

/// A line of the list: an edition, or a round that has none.
pub struct Line {
    pub title: String,
    pub meta: String,
    pub href: String,
}

#[derive(Template)]
#[template(path = "insight/list.html")]
pub struct ListPage {
    pub ui: Ui,
    pub lines: Vec<Line>,
}

/// The published reports; for coordinators also the rounds that have none yet.
async fn list(desk: Desk) -> Answer {
    let mut tx = desk.read().await?;
    let ui = desk.ui();
    let mut lines = Vec::new();
    for controller in organisations(desk.actor()?) {
        let editions = store::editions_of(&mut tx, controller).await?;
        let coordinates = coordinates(desk.actor()?, controller);
        if coordinates {
            let rounds = programmes::rounds_of(&mut tx, controller).await?;
            let begun = rounds.iter().filter(|round| round.state != RoundState::Planned);
            let bare = begun.filter(|round| editions.iter().all(|edition| edition.round_id != round.id));
            lines.extend(bare.map(|round| unpublished(round, &ui)));
        }
        lines.extend(editions.iter().map(|edition| published(edition, coordinates, &ui)));
    }
    desk.page(&ListPage { ui, lines })
}

fn unpublished(round: &Round, ui: &Ui) -> Line {
    let meta = ui.t("insight-list-none");
    Line { title: ui.say(&round.name()).to_owned(), meta, href: format!("/rounds/{}/report", round.id) }
}

fn published(edition: &Edition, coordinates: bool, ui: &Ui) -> Line {
    let report = &edition.report;
    let href =
        if coordinates { format!("/rounds/{}/report", edition.round_id) } else { format!("/reports/{}", edition.id) };
    let title = format!("{} · {}", ui.say(&report.programme), ui.say(&report.round));
    Line { title, meta: ui.t1("insight-list-published", "day", ui.date(&edition.made_at)), href }
}

fn organisations(actor: &Actor) -> Vec<Uuid> {
    let readers = actor.seats.iter().filter(|seat| matches!(seat.role, Role::Coordinator | Role::Committee));
    let mut found: Vec<Uuid> = readers.map(|seat| seat.organisation_id).collect();
    found.sort_unstable();
    found.dedup();
    found
}

fn coordinates(actor: &Actor, organisation: Uuid) -> bool {
    actor.seats.iter().any(|seat| seat.role == Role::Coordinator && seat.organisation_id == organisation)
}

/// An edition of the reader's own organisation; another's does not exist. Editions never change, so that the replica
/// serves as well, unless it has not got this one yet.
async fn own(desk: &Desk, id: Uuid) -> Result<Edition, Failure> {
    let mut edition = store::edition(&mut desk.read_replica().await?, id).await?;
    if edition.is_none() && desk.house.db.has_replica() {
        edition = store::edition(&mut desk.read().await?, id).await?;
    }
    let edition = edition.ok_or(Failure::NotFound)?;
    let own = organisations(desk.actor()?).contains(&edition.controller_id);
    if own { Ok(edition) } else { Err(Failure::NotFound) }
}

/// The one-page report.
async fn show(desk: Desk, Path(id): Path<Uuid>) -> Answer {
    let edition = own(&desk, id).await?;
    let ui = desk.ui();
    desk.page(&ReportPage {
        back: Some("/reports".to_owned()),
        kicker: String::new(),
        found: Some(Findings::of(&edition.report, &ui)),
        least: RULE.k(),
        sheet_href: sheet_href(&edition),
        publish_action: String::new(),
        ui,
    })
}

async fn download(desk: Desk, Path(id): Path<Uuid>) -> Answer {
    let edition = own(&desk, id).await?;
    let bytes = sheet::xlsx(&edition, &desk.ui()).map_err(Failure::broken)?;
    let name = format!("attachment; filename=\"raportti-{}.xlsx\"", clock::day(edition.made_at));
    Ok(file(bytes, name))
}

fn file(bytes: Vec<u8>, disposition: String) -> Response {
    let kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet".to_owned();
    ([(header::CONTENT_TYPE, kind), (header::CONTENT_DISPOSITION, disposition)], bytes).into_response()
}

#[derive(Template)]
#[template(path = "insight/delivery.html")]
pub struct DeliveryPage {
    pub ui: Ui,
    pub kicker: String,
    pub part: Option<Bars>,
    pub waits: Vec<(String, String)>,
    pub least: u64,
    /// The finished review: what worked and what changes.
    pub review: Option<Review>,
}

/// A provider's own process facts of a round, from the published edition alone.
async fn delivery(desk: Desk, Path(round_id): Path<Uuid>) -> Answer {
    let mut tx = desk.read().await?;
    let provider = desk.actor()?.organisation(Role::Provider).ok_or(Failure::NotFound)?;
    delivers(&desk, &mut tx, (round_id, provider)).await?;
    let round = programmes::round(&mut tx, round_id).await?.ok_or(Failure::NotFound)?;
    let edition = store::latest(&mut tx, round_id).await?;
    let ui = desk.ui();
    let report = edition.as_ref().map(|edition| &edition.report);
    desk.page(&DeliveryPage {
        kicker: ui.say(&round.name()).to_owned(),
        part: report.map(|report| delivered(report, provider, &ui)),
        waits: report
            .filter(|report| is_alone(report))
            .map(|report| Findings::of(report, &ui).waits)
            .unwrap_or_default(),
        least: RULE.k(),
        review: store::reviews::review(&mut tx, round_id).await?.filter(|review| review.finished_at.is_some()),
        ui,
    })
}

/// Whether the provider coaches in the round, within the time of a contract.
async fn delivers(desk: &Desk, tx: &mut Tx, (round_id, provider): (Uuid, Uuid)) -> Result<(), Failure> {
    for case_id in store::delivered(tx, round_id, provider).await? {
        // Nothing of the case is told: the access to it stands for the contract's time.
        if privacy::grant(tx, desk.actor()?, (case_id, Class::Service), desk.now).await?.is_some() {
            return Ok(());
        }
    }
    Err(Failure::NotFound)
}

/// Whether one provider coaches the whole round, so that the round's numbers are its own.
fn is_alone(report: &Report) -> bool {
    report.table("provider").is_some_and(|table| table.rows.len() == 1 && table.other.is_none())
}

/// The steps of the provider's own row; hidden when it does not stand alone.
pub fn delivered(report: &Report, provider: Uuid, ui: &Ui) -> Bars {
    let table = report.table("provider");
    let row = table.and_then(|table| table.rows.iter().find(|row| row.key == provider.to_string()));
    let most = row.and_then(|row| row.counts.first().copied().flatten()).unwrap_or(0).max(1);
    let bar = |(at, step): (usize, &&str)| {
        let n = row.and_then(|row| row.counts.get(at).copied().flatten());
        Bar {
            label: ui.t(&format!("insight-step-{step}")),
            count: n.map_or_else(|| ui.t("insight-hidden"), |n| n.to_string()),
            share: String::new(),
            percent: percent(n.unwrap_or(0), most),
            hidden: n.is_none(),
        }
    };
    let bars: Vec<Bar> = ["placed", "started", "completed"].iter().enumerate().map(bar).collect();
    let shown: Vec<String> =
        bars.iter().filter(|bar| !bar.hidden).map(|bar| format!("{}: {}", bar.label, bar.count)).collect();
    let finding = if shown.is_empty() { ui.t("insight-delivery-hidden") } else { shown.join(", ") };
    Bars { title: ui.t("insight-delivery-steps"), finding, rows: bars }
}
