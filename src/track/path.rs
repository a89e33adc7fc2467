//! A supervisor's own path: the steps of the blueprint that are theirs, how far each is, and the one that is next. Pure.
use crate::{
    codes,
    programmes::{Blueprint, Step, StepFor, StepKind, blueprint},
};

codes! {
    /// When the measure of leading is answered.
    pub enum Phase {
        Before = "before",
        After = "after",
    }
}

/// What a step of the supervisors is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Measure(Phase),
    Guidance,
    Workshop,
    Sparring,
    /// To be read.
    Other,
}

codes! {
    /// Where a step stands.
    pub enum Stand {
        Done = "done",
        /// Its turn has come.
        Ready = "current",
        /// Another comes first.
        Open = "open",
    }
}

/// So many conversations make a sparring.
pub const TALKS: i32 = 3;

/// What is known of a supervisor's track.
#[derive(Clone, Copy, Debug, Default)]
pub struct Facts {
    pub before: bool,
    pub after: bool,
    pub guidance_held: bool,
    /// The workshop's time is over, or the supervisor was noted to have come.
    pub workshop_over: bool,
    pub talks: i32,
    /// The round is over: nothing waits for another step any more.
    pub round_over: bool,
}

/// A step of the supervisors and where it stands.
#[derive(Clone, Copy, Debug)]
pub struct Station<'b> {
    pub step: &'b Step,
    pub kind: Kind,
    pub stand: Stand,
}

/// Whether the service has a track for supervisors.
pub fn has_track(blueprint: &Blueprint) -> bool {
    steps(blueprint).next().is_some()
}

/// The supervisors' steps in the order of the path.
pub fn steps(blueprint: &Blueprint) -> impl Iterator<Item = &Step> {
    blueprint.steps.iter().filter(|step| step.who == StepFor::Supervisor)
}

/// The supervisors' step of this kind.
pub fn step_of(blueprint: &Blueprint, kind: Kind) -> Option<&Step> {
    steps(blueprint).find(|step| kind_of(step) == kind)
}

pub fn kind_of(step: &Step) -> Kind {
    match (step.kind, step.phase) {
        (StepKind::Instrument, Some(blueprint::Phase::Before)) => Kind::Measure(Phase::Before),
        (StepKind::Instrument, Some(blueprint::Phase::After)) => Kind::Measure(Phase::After),
        (StepKind::Meeting, _) => Kind::Guidance,
        (StepKind::Event, _) => Kind::Workshop,
        _ if step.sparring => Kind::Sparring,
        _ => Kind::Other,
    }
}

/// The stations of the path.
pub fn stations<'b>(blueprint: &'b Blueprint, facts: &Facts) -> Vec<Station<'b>> {
    let own: Vec<&Step> = steps(blueprint).collect();
    let is_done = |key: &str| {
        let step = own.iter().find(|step| step.key == key);
        step.is_none_or(|step| done(kind_of(step), facts))
    };
    let station = |step: &&'b Step| {
        let kind = kind_of(step);
        let stand = if done(kind, facts) {
            Stand::Done
        } else if facts.round_over || step.after.iter().all(|key| is_done(key)) {
            Stand::Ready
        } else {
            Stand::Open
        };
        Station { step, kind, stand }
    };
    own.iter().map(station).collect()
}

fn done(kind: Kind, facts: &Facts) -> bool {
    match kind {
        Kind::Measure(Phase::Before) => facts.before,
        Kind::Measure(Phase::After) => facts.after,
        Kind::Guidance => facts.guidance_held,
        Kind::Workshop => facts.workshop_over,
        Kind::Sparring => facts.talks >= TALKS,
        Kind::Other => false,
    }
}

/// Whether the measure can be answered: its turn has come, and the one before is not asked when the track is over.
pub fn may_answer(blueprint: &Blueprint, phase: Phase, facts: &Facts) -> bool {
    let turn = |station: &Station<'_>| station.kind == Kind::Measure(phase) && station.stand == Stand::Ready;
    let too_late = phase == Phase::Before && (facts.after || facts.round_over);
    !too_late && stations(blueprint, facts).iter().any(turn)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::programmes::{blueprint::load, shipped};

    fn stands(facts: &Facts) -> Vec<&'static str> {
        let blueprint = load(shipped("palkeet-renewal-of-work").unwrap()).unwrap();
        stations(&blueprint, facts).iter().map(|station| station.stand.code()).collect()
    }

    #[test]
    fn a_path_opens_step_by_step() {
        let at_first = Facts::default();
        assert_eq!(stands(&at_first), ["current", "current", "current", "open", "open"]);
        let taught = Facts { before: true, guidance_held: true, workshop_over: true, ..at_first };
        assert_eq!(stands(&taught), ["done", "done", "done", "current", "open"]);
        assert_eq!(stands(&Facts { talks: 2, ..taught })[4], "open");
        assert_eq!(stands(&Facts { talks: TALKS, ..taught })[3..], ["done", "current"]);
    }

    #[test]
    fn when_the_round_is_over_the_last_measure_waits_for_nothing_and_the_first_is_too_late() {
        let blueprint = load(shipped("palkeet-renewal-of-work").unwrap()).unwrap();
        let over = Facts { round_over: true, ..Facts::default() };
        assert!(may_answer(&blueprint, Phase::After, &over) && !may_answer(&blueprint, Phase::Before, &over));
        let begun = Facts::default();
        assert!(may_answer(&blueprint, Phase::Before, &begun) && !may_answer(&blueprint, Phase::After, &begun));
    }
}
