//! Proposing: for the ticked, each with a reason where places are given by hand, or for everyone on the list's pages.
//! What was ticked and typed stays on the page until it has been saved.
use askama::Template;
use axum::{
    extract::{Path, RawQuery},
    http::StatusCode,
};
use uuid::Uuid;

use super::{
    asked,
    decide::round,
    queue::{self as list, Clash},
    shown,
};
use crate::{
    desk::{Act, Desk, Posted},
    events::Event,
    house::Sample,
    ident,
    intake::{
        places,
        record::Application,
        selection::Proposal,
        store::{
            self,
            queue::{self, MOST, Proposed},
        },
    },
    privacy::{Class, Grant},
    programmes::{self, Round, Selection},
    text::Lang,
    web::{Answer, Check, Failure, Fault, Sheet, Ui, Words},
};

/// A ticked application, as the coordinator saw it, and why.
struct Pick {
    id: Uuid,
    rev: i64,
    reason: Option<String>,
}

pub async fn propose(Path(id): Path<Uuid>, Posted { desk, words }: Posted) -> Answer {
    let mut act = desk.act(&words).await?;
    let (grant, round) = round(&desk, &mut act, id).await?;
    let proposal = Proposal::read(words.get("proposal"));
    let by_hand = round.selection == Selection::Manual && proposal.is_some();
    let picks = match picks(&words, by_hand, desk.lang) {
        Ok(picks) => picks,
        Err(sheet) => {
            drop(act);
            return again(&desk, (&words, sheet, StatusCode::UNPROCESSABLE_ENTITY), Vec::new()).await;
        }
    };
    let count = picks.len();
    let clashes = keep(&mut act, (&grant, id), (picks, proposal), &desk).await?;
    if !clashes.is_empty() {
        // Nothing of this form is kept: the coordinator sees both, with the ticks and words as they were.
        drop(act);
        let sheet = Sheet { words: words.clone(), faults: Vec::new() };
        return again(&desk, (&words, sheet, StatusCode::CONFLICT), clashes).await;
    }
    told(&desk, &mut act, (&round, proposal, count)).await?;
    desk.done(act, &back(id, &words)).await
}

/// Proposes for each; gives those whom somebody else changed first.
async fn keep(
    act: &mut Act,
    (grant, round_id): (&Grant, Uuid),
    (picks, proposal): (Vec<Pick>, Option<Proposal>),
    desk: &Desk,
) -> Result<Vec<Clash>, Failure> {
    let mut rank = queue::last_rank(act, round_id).await?;
    let mut clashes = Vec::new();
    for Pick { id, rev, reason } in picks {
        rank += 1;
        let reason = reason.filter(|_| proposal.is_some());
        let one = Proposed { id, rev, proposal, reason, rank: proposal.map(|_| rank) };
        if !queue::propose(act, round_id, &one).await? {
            let there = store::application(act, grant, id).await?.ok_or(Failure::NotFound)?;
            desk.note(grant, &[there.person_id]);
            let (now, mine) = (standing(&there, desk.lang), said(proposal, desk.lang));
            clashes.push(Clash { name: there.name(), now, mine });
        }
    }
    Ok(clashes)
}

async fn told(
    desk: &Desk,
    act: &mut Act,
    (round, proposal, count): (&Round, Option<Proposal>, usize),
) -> Result<(), Failure> {
    let event = Event::new("round.proposed", round.id, round.controller_id, desk.now)
        .fact("proposal", proposal.map_or("undo", Proposal::code))
        .fact("count", count);
    desk.event(act, event).await?;
    Ok(())
}

/// The ticked ones. By hand each has a reason of its own, or the shared one when that was chosen.
fn picks(words: &Words, by_hand: bool, lang: Lang) -> Result<Vec<Pick>, Sheet> {
    let mut faults = Vec::new();
    let mut fault = |name: String, key: &str| faults.push(Fault { name, text: lang.t(key) });
    let shared = Some(words.get("reason")).filter(|_| words.get("shared") == "yes");
    if by_hand && shared == Some("") {
        fault("reason".into(), "fault-intake-shared");
    }
    let mut picks = Vec::new();
    for picked in words.all("pick") {
        let Ok(id) = picked.parse::<Uuid>() else { continue };
        let rev = words.get(&format!("rev-{id}")).parse().unwrap_or(-1);
        let own = Some(words.get(&format!("reason-{id}"))).filter(|own| !own.is_empty());
        let reason = own.or(shared).map(|reason| reason.replace('\0', "").chars().take(2000).collect());
        if by_hand && reason.is_none() {
            fault(format!("reason-{id}"), "fault-intake-reason");
        }
        picks.push(Pick { id, rev, reason: reason.filter(|_| by_hand) });
    }
    if picks.is_empty() {
        fault("pick".into(), "fault-intake-pick");
    }
    if faults.is_empty() { Ok(picks) } else { Err(Sheet { words: words.clone(), faults }) }
}

/// The same page of the list, with every tick and word.
async fn again(desk: &Desk, (words, sheet, status): (&Words, Sheet, StatusCode), clashes: Vec<Clash>) -> Answer {
    let mut tx = desk.read().await?;
    let asked = asked::read(words.get("query"));
    let mut page = list::view(desk, &mut tx, (&asked, sheet)).await?.ok_or(Failure::NotFound)?;
    page.clashes = clashes;
    let mut response = desk.page(&page)?;
    *response.status_mut() = status;
    Ok(response)
}

/// The page of the list that the form came from.
fn back(round_id: Uuid, words: &Words) -> String {
    let mut asked = asked::read(words.get("query"));
    asked.set("round", round_id.to_string());
    format!("/applications?{}&done=done-intake-proposed", asked::query(&asked))
}

fn standing(application: &Application, lang: Lang) -> String {
    let state = list::mark(application.state, lang);
    match application.proposal {
        Some(proposal) => format!("{state}, {}", said(Some(proposal), lang)),
        None => state,
    }
}

fn said(proposal: Option<Proposal>, lang: Lang) -> String {
    shown::word(lang, "intake-proposal", proposal.map_or("undo", Proposal::code))
}

#[derive(Template)]
#[template(path = "intake/pages/for_all.html")]
struct ForAllPage {
    ui: Ui,
    round_id: Uuid,
    service: String,
    /// How many the list holds that can be proposed for.
    count: usize,
    too_many: bool,
    /// Others came or went since the page was opened.
    changed: bool,
    by_hand: bool,
    query: String,
    back: String,
    sheet: Sheet,
}

pub async fn for_all(desk: Desk, Path(id): Path<Uuid>, RawQuery(query): RawQuery) -> Answer {
    let mut tx = desk.read().await?;
    let grant = desk.grant(&mut tx, id, Class::Service).await?;
    let round = programmes::round(&mut tx, id).await?.filter(places::gives_places).ok_or(Failure::NotFound)?;
    let asked = asked::read(query.as_deref().unwrap_or_default());
    let open = queue::all_open(&mut tx, &grant, &asked::filter(&asked)).await?;
    desk.page(&for_all_page(desk.ui(), (&round, &asked), (open.len(), Sheet::empty())))
}

fn for_all_page(ui: Ui, (round, asked): (&Round, &Words), (count, sheet): (usize, Sheet)) -> ForAllPage {
    ForAllPage {
        round_id: round.id,
        service: round.name().say(ui.lang).to_owned(),
        count: count.min(MOST),
        too_many: count > MOST,
        changed: false,
        by_hand: round.selection == Selection::Manual,
        query: asked::query(asked),
        back: asked::address(asked, None),
        sheet,
        ui,
    }
}

/// Everyone of the list, on all its pages, under the filters that the page named; as many as it said.
pub async fn propose_for_all(Path(id): Path<Uuid>, Posted { desk, words }: Posted) -> Answer {
    let mut act = desk.act(&words).await?;
    let (grant, round) = round(&desk, &mut act, id).await?;
    let asked = asked::read(words.get("query"));
    let open = queue::all_open(&mut act, &grant, &asked::filter(&asked)).await?;
    let proposal = Proposal::read(words.get("proposal"));
    let by_hand = round.selection == Selection::Manual && proposal.is_some();
    let mut check = Check::new(desk.lang, &words);
    let reason = if by_hand { check.text("reason", "fault-intake-shared") } else { String::new() };
    if let Err(sheet) = check.done(Some(())) {
        return desk.faulty(&for_all_page(desk.ui(), (&round, &asked), (open.len(), *sheet)));
    }
    if words.get("count") != open.len().to_string() || open.len() > MOST {
        let sheet = Sheet { words: words.clone(), faults: Vec::new() };
        let page = for_all_page(desk.ui(), (&round, &asked), (open.len(), sheet));
        let mut response = desk.page(&ForAllPage { changed: true, ..page })?;
        *response.status_mut() = StatusCode::CONFLICT;
        return Ok(response);
    }
    let reason = Some(reason).filter(|reason| !reason.is_empty());
    let picks: Vec<Pick> = open.into_iter().map(|(id, rev)| Pick { id, rev, reason: reason.clone() }).collect();
    let count = picks.len();
    if !keep(&mut act, (&grant, id), (picks, proposal), &desk).await?.is_empty() {
        return Err(Failure::Conflict("conflict-changed"));
    }
    told(&desk, &mut act, (&round, proposal, count)).await?;
    desk.done(act, &back(id, &words)).await
}

pub fn samples() -> Vec<Sample> {
    fn page(lang: Lang, (count, changed): (usize, bool)) -> String {
        let page = ForAllPage {
            ui: Ui::plain(lang),
            round_id: ident::of("sample", "round"),
            service: shown::sample_service(lang),
            count,
            too_many: count > MOST,
            changed,
            by_hand: true,
            query: String::new(),
            back: "/applications".into(),
            sheet: Sheet::empty(),
        };
        page.render().unwrap_or_default()
    }
    vec![
        Sample { name: "intake/for-all", render: |lang| page(lang, (51, false)) },
        Sample { name: "intake/for-all-changed", render: |lang| page(lang, (52, true)) },
        Sample { name: "intake/for-all-none", render: |lang| page(lang, (0, false)) },
        Sample { name: "intake/for-all-too-many", render: |lang| page(lang, (2001, false)) },
    ]
}
