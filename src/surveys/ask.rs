//! What a step asks and what its answers give. Pure.
use std::collections::BTreeMap;

use super::Phase;
use crate::{
    forms::{Answers, Instrument, Question, QuestionKind},
    programmes::{Step, StepKind, blueprint},
};

/// Questions on one page.
const ON_PAGE: usize = 5;

/// The key of the score over all items.
const WHOLE: &str = "all";

/// The instrument's questions, a page at a time.
pub fn pages(instrument: &Instrument) -> Vec<Vec<Question>> {
    instrument.all_questions().chunks(ON_PAGE).map(<[Question]>::to_vec).collect()
}

/// What reports may know of the answers: of an instrument its scores, of a feedback form each answer on the scale.
pub fn scores(kind: StepKind, instrument: &Instrument, answers: &Answers) -> BTreeMap<String, f64> {
    if kind == StepKind::Feedback {
        let given = instrument.items.iter().filter_map(|item| Some((item.key.clone(), answers.number(&item.key)?)));
        return given.collect();
    }
    let scores = instrument.score(answers);
    let parts = scores.parts.into_iter().filter_map(|(key, score)| Some((key, score?)));
    parts.chain(scores.total.map(|total| (WHOLE.to_owned(), total))).collect()
}

/// When the step measures.
pub fn phase(step: &Step) -> Phase {
    match (step.kind, step.phase) {
        (StepKind::Instrument, Some(blueprint::Phase::Before)) => Phase::Before,
        (StepKind::Instrument, Some(blueprint::Phase::After)) => Phase::After,
        (StepKind::Instrument, _) => Phase::FollowUp,
        _ => Phase::Experience,
    }
}

/// The question of an outcome: the first that offers given answers.
pub fn outcome_question(instrument: &Instrument) -> Option<&Question> {
    instrument.questions.iter().find(|question| matches!(question.kind, QuestionKind::OneOf { .. }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        forms::{Answer, Item, Subscale},
        text::Text,
    };

    fn instrument() -> Instrument {
        let item = |key: &str, reverse| Item {
            key: key.into(),
            text: Text::same(key),
            subscale: Some("self".into()),
            reverse,
        };
        Instrument {
            key: "skills".into(),
            name: Text::same("skills"),
            intro: None,
            from: 0,
            to: 3,
            low: None,
            high: None,
            missing_allowed: 0,
            subscales: vec![Subscale { key: "self".into(), name: Text::same("self"), missing_allowed: 1 }],
            items: vec![item("a", false), item("b", true)],
            questions: Vec::new(),
        }
    }

    #[test]
    fn an_instrument_gives_scores_and_feedback_its_answers() {
        let mut answers = Answers::default();
        answers.set("a", Some(Answer::Number(3.0)));
        answers.set("b", Some(Answer::Number(1.0)));
        let scored = scores(StepKind::Instrument, &instrument(), &answers);
        assert_eq!(scored, BTreeMap::from([("all".into(), 2.5), ("self".into(), 2.5)]));
        let given = scores(StepKind::Feedback, &instrument(), &answers);
        assert_eq!(given, BTreeMap::from([("a".into(), 3.0), ("b".into(), 1.0)]));
    }

    #[test]
    fn too_many_gaps_give_no_score() {
        let mut answers = Answers::default();
        answers.set("a", Some(Answer::Number(3.0)));
        assert_eq!(scores(StepKind::Instrument, &instrument(), &answers), BTreeMap::from([("self".into(), 3.0)]));
    }
}
