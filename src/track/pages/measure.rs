//! A supervisor answers the measure of leading, before and after. The answers are the supervisor's own: sealed under a
//! key of their own, with the edge to nobody else.
use askama::Template;
use axum::extract::Path;
use uuid::Uuid;

use super::mine::{self, Track};
use crate::{
    clock,
    db::Tx,
    desk::{Desk, Posted},
    events::Event,
    forms::{self, Answers, Instrument, Question},
    privacy::{self, Class, Edge, Grant, Purpose, Reader, vault::VaultError},
    programmes::Step,
    track::{
        leading,
        path::{self, Kind, Phase},
        store::{self, measures::Measure},
    },
    web::{Answer, Check, Failure, Sheet, Ui},
};

#[derive(Template)]
#[template(path = "track/pages/measure.html")]
pub struct MeasurePage {
    pub ui: Ui,
    pub action: String,
    pub back: String,
    pub title: String,
    pub intro: String,
    pub questions: Vec<Question>,
    pub sheet: Sheet,
}

#[derive(Template)]
#[template(path = "track/pages/measured.html")]
pub struct MeasuredPage {
    pub ui: Ui,
    pub back: String,
    pub title: String,
    pub answered: String,
    /// How one's own rating changed, in sentences; empty until both have been answered.
    pub change: Vec<String>,
    pub lines: Vec<(String, String)>,
}

/// The step and what it asks.
pub fn parts(track: &Track, phase: Phase) -> Result<(&Step, &Instrument), Failure> {
    let step = path::step_of(&track.blueprint, Kind::Measure(phase)).ok_or(Failure::NotFound)?;
    let instrument = step.instrument.as_deref().and_then(|key| track.blueprint.instrument(key));
    Ok((step, instrument.ok_or(Failure::NotFound)?))
}

pub fn form(ui: Ui, track: &Track, (phase, sheet): (Phase, Sheet)) -> Result<MeasurePage, Failure> {
    let (step, instrument) = parts(track, phase)?;
    Ok(MeasurePage {
        action: format!("/track/{}/measure/{phase}", track.mine.round_id),
        back: format!("/track/{}", track.mine.round_id),
        title: ui.say(&step.name).to_owned(),
        intro: instrument.intro.as_ref().map(|intro| ui.say(intro).to_owned()).unwrap_or_default(),
        questions: instrument.all_questions(),
        sheet,
        ui,
    })
}

pub async fn show(desk: Desk, Path((id, phase)): Path<(Uuid, String)>) -> Answer {
    let phase = Phase::read(&phase).ok_or(Failure::NotFound)?;
    let mut tx = desk.read().await?;
    let (_, track) = mine::own(&desk, &mut tx, id).await?;
    let answered = if phase == Phase::Before { track.mine.before } else { track.mine.after };
    if answered > 0 {
        return answers(&desk, &mut tx, (&track, phase)).await;
    }
    if !path::may_answer(&track.blueprint, phase, &track.facts(desk.now)) {
        return Err(Failure::Refused("fault-track-not-yet"));
    }
    desk.page(&form(desk.ui(), &track, (phase, Sheet::empty()))?)
}

pub async fn send(Path((id, phase)): Path<(Uuid, String)>, Posted { desk, words }: Posted) -> Answer {
    let phase = Phase::read(&phase).ok_or(Failure::NotFound)?;
    let mut act = desk.act(&words).await?;
    let (_, track) = mine::own(&desk, &mut act, id).await?;
    let (_, instrument) = parts(&track, phase)?;
    if !path::may_answer(&track.blueprint, phase, &track.facts(desk.now)) {
        return Err(Failure::Conflict("conflict-track-answered"));
    }
    let questions = instrument.all_questions();
    let mut check = Check::new(desk.lang, &words);
    let read = forms::read_all(&questions, &words, &mut check);
    if read.is_empty() {
        check.fault(questions.first().map_or("", |question| &question.key), "fault-track-answer-some");
    }
    let answers = match check.done(Some(read)) {
        Ok(answers) => answers,
        Err(sheet) => return desk.faulty(&form(desk.ui(), &track, (phase, *sheet))?),
    };
    let human_id = desk.actor()?.human_id;
    let member_id = store::member(&mut act, (id, track.mine.controller_id), human_id).await?;
    let measure = Measure {
        round_id: id,
        phase,
        instrument_key: instrument.key.clone(),
        sealed: desk.house.vault.seal(&mut act, member_id, &answers.to_json()).await?,
        scores: serde_json::to_string(&leading::scores(instrument, &answers)).map_err(Failure::broken)?,
        answered_on: clock::day(desk.now),
    };
    if !store::measures::insert(&mut act, member_id, &measure).await? {
        return Err(Failure::Conflict("conflict-track-answered"));
    }
    let event = Event::new("track.measure_answered", member_id, track.mine.controller_id, desk.now);
    let because_event = desk.event(&mut act, event.fact("phase", phase.code())).await?;
    let edge = Edge {
        reader: Reader::Human(human_id),
        resource: member_id,
        class: Class::Own,
        purpose: Purpose::OwnAffairs,
        from: desk.now,
        until: Edge::open_end(),
        because_event,
        controller_id: track.mine.controller_id,
    };
    privacy::open_edge(&mut act, &edge).await?;
    publish(&mut act, id, desk.now).await?;
    let to = if phase == Phase::After { format!("/track/{id}/measure/after") } else { format!("/track/{id}") };
    desk.done(act, &format!("{to}?done=done-track-answered")).await
}

/// A new published change of the group, when enough have answered since the last.
async fn publish(tx: &mut Tx, round_id: Uuid, now: clock::Moment) -> Result<(), Failure> {
    let known = store::measures::edition(tx, round_id).await?.map_or(0, |edition| edition.n);
    let all = store::measures::pairs(tx, round_id).await?;
    let scores = |(before, after): &(String, String)| Some((leading::whole(before)?, leading::whole(after)?));
    let pairs: Vec<(f64, f64)> = all.iter().filter_map(scores).collect();
    if let Some(change) = leading::group_change(&pairs, u64::try_from(known).unwrap_or_default()) {
        let edition = store::measures::Edition {
            n: i64::try_from(change.n).unwrap_or(i64::MAX),
            made_on: clock::day(now),
            change: serde_json::to_string(&change).map_err(Failure::broken)?,
        };
        store::measures::insert_edition(tx, round_id, &edition).await?;
    }
    Ok(())
}

async fn answers(desk: &Desk, tx: &mut Tx, (track, phase): (&Track, Phase)) -> Answer {
    let member_id = track.mine.member_id.ok_or(Failure::NotFound)?;
    let grant = desk.grant(tx, member_id, Class::Own).await?;
    let all = opened(desk, tx, &grant).await?;
    let (step, instrument) = parts(track, phase)?;
    let of = |wanted: Phase| all.iter().find(|(measure, _)| measure.phase == wanted);
    let (measure, given) = of(phase).ok_or(Failure::NotFound)?;
    let ui = desk.ui();
    let change = match (of(Phase::Before), of(Phase::After)) {
        (Some(before), Some(after)) => change(&ui, instrument, (before, after)),
        _ => Vec::new(),
    };
    let lines = lines(&ui, instrument, given);
    desk.page(&MeasuredPage {
        back: format!("/track/{}", track.mine.round_id),
        title: ui.say(&step.name).to_owned(),
        answered: ui.t1("track-answered-on", "day", ui.day(&measure.answered_on)),
        change,
        lines,
        ui,
    })
}

/// One's own answers, opened. What has been erased is no answers.
async fn opened(desk: &Desk, tx: &mut Tx, grant: &Grant) -> Result<Vec<(Measure, Answers)>, Failure> {
    let measures = store::measures::measures(tx, grant).await?;
    let sealed: Vec<&[u8]> = measures.iter().map(|measure| measure.sealed.as_slice()).collect();
    let words = match desk.house.vault.open_all(tx, grant.resource(), &sealed).await {
        Ok(words) => words,
        Err(VaultError::Erased(_)) => vec![String::new(); sealed.len()],
        Err(error) => return Err(error.into()),
    };
    Ok(measures.into_iter().zip(words.iter().map(|json| Answers::of_json(json))).collect())
}

/// Each statement with its answer on the scale.
pub fn lines(ui: &Ui, instrument: &Instrument, answers: &Answers) -> Vec<(String, String)> {
    let said = |question: &Question| {
        let words = match answers.number(&question.key) {
            Some(number) => ui.t2("track-of-scale", ("n", "to"), ui.number(&number, 0), instrument.to),
            None => answers.text(&question.key).map_or_else(|| ui.t("track-no-answer"), str::to_owned),
        };
        (ui.say(&question.text).to_owned(), words)
    };
    instrument.all_questions().iter().map(said).collect()
}

type Given = (Measure, Answers);

/// How one's own rating changed, in sentences without causes.
pub fn change(ui: &Ui, instrument: &Instrument, (before, after): (&Given, &Given)) -> Vec<String> {
    let mut said = Vec::new();
    if let (Some(first), Some(last)) = (leading::whole(&before.0.scores), leading::whole(&after.0.scores)) {
        let by = last - first;
        let key = if by.abs() < 0.05 {
            "track-change-same"
        } else if by > 0.0 {
            "track-change-rose"
        } else {
            "track-change-fell"
        };
        let numbers = [
            ("before", ui.number(&first, 1).into()),
            ("after", ui.number(&last, 1).into()),
            ("from", instrument.from.into()),
            ("to", instrument.to.into()),
        ];
        said.push(ui.lang.t_with(key, numbers));
    }
    let (rose, fell) = leading::moved(instrument, &before.1, &after.1);
    for item in &instrument.items {
        let statement = ui.say(&item.text);
        if rose.contains(&item.key) {
            said.push(ui.t1("track-change-up", "statement", statement));
        } else if fell.contains(&item.key) {
            said.push(ui.t1("track-change-down", "statement", statement));
        }
    }
    said
}
