//! Reading answers from the words of a form.
use super::{Answer, Answers, Question, QuestionKind};
use crate::web::{Check, Words};

/// Reads the answer to a question. None when it is not answered or not right; then the fault is in `check`.
/// A ranking comes as one field per option, `KEY-OPTION` = its place.
pub fn read(question: &Question, words: &Words, check: &mut Check) -> Option<Answer> {
    let key = &question.key;
    let given = words.has(key);
    let must = question.required && !given;
    match &question.kind {
        QuestionKind::Short | QuestionKind::Long => {
            let text = if must { check.text(key, "fault-missing") } else { check.optional(key) };
            if matches!(question.kind, QuestionKind::Short) && text.chars().count() > 300 {
                check.fault(key, "fault-forms-short");
            }
            (!text.is_empty()).then_some(Answer::Text(text))
        }
        QuestionKind::OneOf { options } => {
            if !given && !question.required {
                return None;
            }
            let known = |said: &str| options.iter().find(|option| option.key == said).map(|option| option.key.clone());
            check.one_of(key, "fault-choose", known).map(|chosen| Answer::Keys(vec![chosen]))
        }
        QuestionKind::ManyOf { options } => {
            let said = words.all(key);
            let chosen: Vec<String> =
                options.iter().filter(|option| said.contains(&option.key.as_str())).map(|o| o.key.clone()).collect();
            if chosen.is_empty() && question.required {
                check.fault(key, "fault-forms-choose-some");
            }
            (!chosen.is_empty()).then_some(Answer::Keys(chosen))
        }
        QuestionKind::Ranking { .. } => ranking(question, words, check),
        QuestionKind::Scale { from, to, .. } => {
            if !given {
                if question.required {
                    check.fault(key, "fault-forms-scale");
                }
                return None;
            }
            let number = check.number(key, i64::from(*from)..=i64::from(*to))?;
            i32::try_from(number).ok().map(|number| Answer::Number(f64::from(number)))
        }
        QuestionKind::Date => (given || must).then(|| check.day(key)).flatten().map(Answer::Day),
        QuestionKind::Consent => {
            if words.get(key) == "yes" {
                return Some(Answer::Yes(true));
            }
            if question.required {
                check.fault(key, "fault-forms-consent");
            }
            None
        }
    }
}

/// Reads every question; the answers hold what could be read, the faults are in `check`.
pub fn read_all<'q>(questions: impl IntoIterator<Item = &'q Question>, words: &Words, check: &mut Check) -> Answers {
    let mut answers = Answers::default();
    for question in questions {
        answers.set(&question.key, read(question, words, check));
    }
    answers
}

fn ranking(question: &Question, words: &Words, check: &mut Check) -> Option<Answer> {
    let QuestionKind::Ranking { options, at_most } = &question.kind else { return None };
    let mut placed: Vec<(usize, &str)> = Vec::new();
    for option in options {
        let said = words.get(&format!("{}-{}", question.key, option.key));
        if said.is_empty() {
            continue;
        }
        match said.parse::<usize>() {
            Ok(place) if (1..=*at_most).contains(&place) => placed.push((place, &option.key)),
            _ => {
                check.fault(&question.key, "fault-forms-place");
                return None;
            }
        }
    }
    placed.sort_unstable();
    if placed.windows(2).any(|pair| pair[0].0 == pair[1].0) {
        check.fault(&question.key, "fault-forms-same-place");
        return None;
    }
    if placed.is_empty() && question.required {
        check.fault(&question.key, "fault-forms-rank");
    }
    // A gap in the places (1 and 3) still tells the order.
    let keys: Vec<String> = placed.into_iter().map(|(_, key)| key.to_owned()).collect();
    (!keys.is_empty()).then_some(Answer::Keys(keys))
}
