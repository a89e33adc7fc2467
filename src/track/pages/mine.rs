//! A supervisor's own path: where it stands, the one thing that is next, and the tools.
use std::sync::Arc;

use askama::Template;
use axum::extract::Path;
use uuid::Uuid;

use crate::{
    clock::Moment,
    db::Tx,
    desk::Desk,
    privacy::{Class, Grant},
    programmes::{self, Blueprint, RoundState},
    text::Text,
    track::{
        path::{self, Facts, Kind, Phase, Stand},
        record::{Answer as Says, Guidance, Presence},
        store::{self, Mine},
    },
    web::{Answer, Failure, Ui},
};

/// A station of the path as it is shown.
pub struct Stop {
    pub stand: &'static str,
    pub said: String,
    pub title: String,
    pub meta: String,
    pub href: String,
}

/// The one thing that is next. A verb only where there is something to do.
#[derive(Default)]
pub struct Next {
    pub title: String,
    pub text: String,
    pub href: String,
    pub verb: String,
}

#[derive(Template)]
#[template(path = "track/pages/mine.html")]
pub struct MinePage {
    pub ui: Ui,
    pub round: String,
    pub next: Next,
    pub stops: Vec<Stop>,
    /// Other rounds in which the reader leads somebody.
    pub others: Vec<(String, String)>,
}

#[derive(Template)]
#[template(path = "track/pages/nothing.html")]
pub struct NothingPage {
    pub ui: Ui,
}

/// A track with its service.
pub struct Track {
    pub mine: Mine,
    pub blueprint: Arc<Blueprint>,
}

impl Track {
    pub fn round_name(&self) -> Text {
        serde_json::from_str(&self.mine.name).unwrap_or_else(|_| Text::same(self.mine.name.clone()))
    }

    pub fn facts(&self, now: Moment) -> Facts {
        facts(&self.mine, now)
    }
}

/// What is known of the supervisor's steps now.
pub fn facts(mine: &Mine, now: Moment) -> Facts {
    let past = mine.workshop_starts_at.is_some_and(|starts_at| {
        starts_at + chrono::Duration::minutes(mine.workshop_minutes.unwrap_or_default().into()) < now
    });
    Facts {
        before: mine.before > 0,
        after: mine.after > 0,
        guidance_held: mine.guidance_state == Some(Guidance::Held),
        workshop_over: past || mine.attended == Some(Presence::Came),
        talks: mine.talks.unwrap_or_default(),
        round_over: matches!(mine.state, RoundState::Closed | RoundState::Reviewed),
    }
}

/// The tracks of the human whose desk the grant is for, the newest round first.
pub async fn tracks(tx: &mut Tx, grant: &Grant) -> Result<Vec<Track>, crate::db::Error> {
    let mut found = Vec::new();
    for mine in store::mine(tx, grant).await? {
        let blueprint = programmes::blueprint_at(tx, (mine.blueprint_id, mine.erratum)).await?;
        if path::has_track(&blueprint) {
            found.push(Track { mine, blueprint });
        }
    }
    Ok(found)
}

/// The reader's own track in the round.
pub async fn own(desk: &Desk, tx: &mut Tx, round_id: Uuid) -> Result<(Grant, Track), Failure> {
    let grant = desk.grant(tx, desk.actor()?.human_id, Class::Agreed).await?;
    let mine = store::mine(tx, &grant).await?.into_iter().find(|mine| mine.round_id == round_id);
    let mine = mine.ok_or(Failure::NotFound)?;
    let blueprint = programmes::blueprint_at(tx, (mine.blueprint_id, mine.erratum)).await?;
    if !path::has_track(&blueprint) {
        return Err(Failure::NotFound);
    }
    Ok((grant, Track { mine, blueprint }))
}

pub async fn newest(desk: Desk) -> Answer {
    let mut tx = desk.read().await?;
    // The edge to the own desk is opened when the supervisor is named.
    let Some(grant) = desk.may(&mut tx, desk.actor()?.human_id, Class::Agreed).await? else {
        return desk.page(&NothingPage { ui: desk.ui() });
    };
    let tracks = tracks(&mut tx, &grant).await?;
    match tracks.first() {
        Some(_) => desk.page(&page(desk.ui(), &tracks, (0, desk.now))),
        None => desk.page(&NothingPage { ui: desk.ui() }),
    }
}

pub async fn show(desk: Desk, Path(id): Path<Uuid>) -> Answer {
    let mut tx = desk.read().await?;
    let grant = desk.grant(&mut tx, desk.actor()?.human_id, Class::Agreed).await?;
    let tracks = tracks(&mut tx, &grant).await?;
    let at = tracks.iter().position(|track| track.mine.round_id == id).ok_or(Failure::NotFound)?;
    desk.page(&page(desk.ui(), &tracks, (at, desk.now)))
}

pub fn page(ui: Ui, tracks: &[Track], (at, now): (usize, Moment)) -> MinePage {
    let track = &tracks[at];
    let others = tracks.iter().enumerate().filter(|(other, _)| *other != at);
    MinePage {
        round: ui.say(&track.round_name()).to_owned(),
        next: next(&ui, track, now),
        stops: stops(&ui, track, now),
        others: others
            .map(|(_, other)| (format!("/track/{}", other.mine.round_id), ui.say(&other.round_name()).to_owned()))
            .collect(),
        ui,
    }
}

fn stops(ui: &Ui, track: &Track, now: Moment) -> Vec<Stop> {
    let stations = path::stations(&track.blueprint, &track.facts(now));
    let stop = |station: &path::Station<'_>| Stop {
        stand: station.stand.code(),
        said: ui.t(match station.stand {
            Stand::Done => "track-stand-done",
            Stand::Ready => "track-stand-ready",
            Stand::Open => "track-stand-open",
        }),
        title: ui.say(&station.step.name).to_owned(),
        meta: meta(ui, track, station),
        href: href(track, station),
    };
    stations.iter().map(stop).collect()
}

/// When, how much, or how long.
fn meta(ui: &Ui, track: &Track, station: &path::Station<'_>) -> String {
    let mine = &track.mine;
    let minutes = || station.step.minutes.map(|n| ui.tn("track-minutes", n)).unwrap_or_default();
    match station.kind {
        Kind::Guidance => match (mine.guidance_starts_at, mine.guidance_state) {
            (Some(at), Some(Guidance::Held)) => ui.t1("track-held-on", "day", ui.date(&at)),
            (Some(at), _) => ui.moment(&at),
            _ => minutes(),
        },
        Kind::Workshop => match mine.workshop_starts_at {
            Some(at) if mine.cannot_come_at.is_some() => ui.t1("track-workshop-not-coming", "when", ui.moment(&at)),
            Some(at) => ui.moment(&at),
            None => ui.t("track-no-time-yet"),
        },
        Kind::Sparring => match mine.answer {
            None => ui.t("track-no-pair-yet"),
            Some(Says::Waiting) => ui.t("track-pair-waits"),
            Some(Says::Swap) => ui.t("track-pair-swap-asked"),
            Some(Says::Accepted) => ui.t2("track-talks-of", ("n", "of"), mine.talks.unwrap_or_default(), path::TALKS),
        },
        Kind::Measure(_) | Kind::Other => minutes(),
    }
}

/// Where the station leads; empty while there is nothing to open.
fn href(track: &Track, station: &path::Station<'_>) -> String {
    let mine = &track.mine;
    match station.kind {
        Kind::Measure(phase) if station.stand == Stand::Done || may_answer(track, phase, station.stand) => {
            format!("/track/{}/measure/{phase}", mine.round_id)
        }
        Kind::Guidance if mine.guidance_id.is_some() => format!("/track/{}/guidance", mine.round_id),
        Kind::Workshop if mine.workshop_starts_at.is_some() => format!("/track/{}/workshop", mine.round_id),
        Kind::Sparring => mine.pair_id.map(|id| format!("/track/pairs/{id}")).unwrap_or_default(),
        _ => String::new(),
    }
}

/// Whether the supervisor may turn to it now; a pair is to be confirmed whenever it has been formed.
pub fn is_up(station: &path::Station<'_>, mine: &Mine) -> bool {
    station.stand == Stand::Ready || station.kind == Kind::Sparring && mine.answer == Some(Says::Waiting)
}

fn may_answer(track: &Track, phase: Phase, stand: Stand) -> bool {
    let over = matches!(track.mine.state, RoundState::Closed | RoundState::Reviewed);
    stand == Stand::Ready && !(phase == Phase::Before && (over || track.mine.after > 0))
}

/// What can be done comes before what is waited for.
fn next(ui: &Ui, track: &Track, now: Moment) -> Next {
    let stations = path::stations(&track.blueprint, &track.facts(now));
    let ready = || stations.iter().filter(|station| station.stand == Stand::Ready);
    let doable =
        stations.iter().filter(|station| is_up(station, &track.mine)).find_map(|station| to_do(ui, track, station));
    let waited = || {
        ready().next().map(|station| Next {
            title: ui.say(&station.step.name).to_owned(),
            text: match station.kind {
                Kind::Guidance => ui.t("track-next-guidance-waits"),
                Kind::Workshop => ui.t("track-next-workshop-waits"),
                Kind::Sparring => ui.t("track-next-pair-waits"),
                Kind::Measure(_) | Kind::Other => {
                    station.step.text.as_ref().map(|text| ui.say(text).to_owned()).unwrap_or_default()
                }
            },
            ..Next::default()
        })
    };
    doable.or_else(waited).unwrap_or_else(|| Next {
        title: ui.t("track-next-nothing"),
        text: ui.t("track-next-nothing-text"),
        ..Next::default()
    })
}

fn to_do(ui: &Ui, track: &Track, station: &path::Station<'_>) -> Option<Next> {
    let href = href(track, station);
    let mine = &track.mine;
    if href.is_empty() {
        return None;
    }
    let (text, verb) = match station.kind {
        Kind::Measure(_) => {
            let minutes = station.step.minutes.unwrap_or(3);
            (ui.tn("track-next-measure", minutes), "track-verb-answer")
        }
        Kind::Guidance => {
            (ui.t1("track-next-guidance", "when", ui.moment(&mine.guidance_starts_at?)), "track-verb-see")
        }
        Kind::Workshop if mine.cannot_come_at.is_some() => return None,
        Kind::Workshop => {
            (ui.t1("track-next-workshop", "when", ui.moment(&mine.workshop_starts_at?)), "track-verb-see")
        }
        Kind::Sparring => match mine.answer? {
            Says::Waiting => (ui.t("track-next-pair"), "track-verb-pair"),
            Says::Accepted => (ui.t("track-next-talk"), "track-verb-talk"),
            Says::Swap => return None,
        },
        Kind::Other => return None,
    };
    Some(Next { title: ui.say(&station.step.name).to_owned(), text, href, verb: ui.t(verb) })
}
