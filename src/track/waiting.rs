//! What of the track waits for a supervisor: a measure, an own meeting or a workshop to come, a pair.
use super::{
    pages::mine::{self, Track},
    path::{self, Kind, Phase},
    record::{Answer, Guidance},
};
use crate::{
    clock,
    db::Tx,
    house::waiting::{Awaited, Found, Waiting},
    privacy::Role,
    web::Ui,
};

pub async fn awaits(tx: &mut Tx, awaited: &Awaited) -> Found {
    if awaited.role != Role::Supervisor {
        return Ok(Vec::new());
    }
    let ui = Ui::plain(awaited.lang);
    let tracks = mine::tracks(tx, &awaited.grant).await?;
    Ok(tracks.iter().flat_map(|track| rows(&ui, track, awaited.now)).collect())
}

fn rows(ui: &Ui, track: &Track, now: clock::Moment) -> Vec<Waiting> {
    let own = &track.mine;
    let facts = track.facts(now);
    let stations = path::stations(&track.blueprint, &facts);
    let row = |station: &path::Station<'_>| {
        if !mine::is_up(station, own) {
            return None;
        }
        let (href, verb, due) = match station.kind {
            Kind::Measure(phase) if path::may_answer(&track.blueprint, phase, &facts) => {
                (format!("/track/{}/measure/{phase}", own.round_id), "track-verb-answer", None)
            }
            Kind::Workshop if own.cannot_come_at.is_none() => {
                let on = clock::day(own.workshop_starts_at?);
                (format!("/track/{}/workshop", own.round_id), "track-verb-see", Some(on))
            }
            Kind::Guidance if own.guidance_state == Some(Guidance::Proposed) => {
                let at = own.guidance_starts_at.filter(|at| *at > now)?;
                (format!("/track/{}/guidance", own.round_id), "track-verb-see", Some(clock::day(at)))
            }
            Kind::Sparring if own.answer == Some(Answer::Waiting) => {
                (format!("/track/pairs/{}", own.pair_id?), "track-verb-pair", None)
            }
            _ => return None,
        };
        let meta = match station.kind {
            Kind::Workshop => ui.moment(&own.workshop_starts_at?),
            Kind::Guidance => ui.moment(&own.guidance_starts_at?),
            Kind::Measure(Phase::Before | Phase::After) => ui.t("track-waiting-measure"),
            _ => ui.say(&track.round_name()).to_owned(),
        };
        let title = ui.say(&station.step.name).to_owned();
        Some(Waiting { title, meta, href, verb: ui.t(verb), due, person_id: None })
    };
    stations.iter().filter_map(row).collect()
}
