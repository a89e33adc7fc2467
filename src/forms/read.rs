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

#[cfg(test)]
mod tests {
    use askama::Template;

    use super::*;
    use crate::{
        forms::Choice,
        text::{Lang, Text},
        web::{Sheet, Ui},
    };

    fn question(kind: QuestionKind) -> Question {
        Question { key: "q".into(), text: Text::same("Kysymys"), hint: None, kind, required: true }
    }

    fn options() -> Vec<Choice> {
        ["a", "b", "c"].map(|key| Choice { key: key.into(), text: Text::same(key), hint: None }).to_vec()
    }

    fn answered(kind: QuestionKind, words: &[(&str, &str)]) -> Result<Answer, String> {
        let words = Words::of(words.iter().map(|(name, value)| ((*name).into(), (*value).into())).collect());
        let mut check = Check::new(Lang::Fi, &words);
        let answer = read(&question(kind), &words, &mut check);
        check.done(answer).map_err(|sheet| sheet.error("q").to_owned())
    }

    fn keys(keys: &[&str]) -> Answer {
        Answer::Keys(keys.iter().map(|key| (*key).to_owned()).collect())
    }

    #[test]
    fn a_ranking_is_read_in_order_and_its_faults_are_told() {
        let ranking = || QuestionKind::Ranking { options: options(), at_most: 2 };
        assert_eq!(answered(ranking(), &[("q-a", "2"), ("q-c", "1"), ("q-b", "")]), Ok(keys(&["c", "a"])));
        let same = answered(ranking(), &[("q-a", "1"), ("q-c", "1")]).unwrap_err();
        let far = answered(ranking(), &[("q-a", "3")]).unwrap_err();
        let none = answered(ranking(), &[]).unwrap_err();
        assert_eq!(same, Lang::Fi.t("fault-forms-same-place"));
        assert_eq!(far, Lang::Fi.t("fault-forms-place"));
        assert_eq!(none, Lang::Fi.t("fault-forms-rank"));
    }

    #[test]
    fn only_known_options_and_numbers_of_the_scale_are_answers() {
        let scale = || QuestionKind::Scale { from: 0, to: 3, low: None, high: None };
        assert_eq!(answered(scale(), &[("q", "3")]), Ok(Answer::Number(3.0)));
        assert!(answered(scale(), &[("q", "4")]).unwrap_err().contains('3'));
        assert_eq!(answered(scale(), &[]).unwrap_err(), Lang::Fi.t("fault-forms-scale"));
        let many = || QuestionKind::ManyOf { options: options() };
        assert_eq!(answered(many(), &[("q", "c"), ("q", "x"), ("q", "a")]), Ok(keys(&["a", "c"])));
        assert!(answered(QuestionKind::OneOf { options: options() }, &[("q", "x")]).is_err());
        assert_eq!(answered(QuestionKind::Consent, &[("q", "yes")]), Ok(Answer::Yes(true)));
        assert!(answered(QuestionKind::Date, &[("q", "31.2.2026")]).is_err());
        assert!(answered(QuestionKind::Short, &[("q", &"a".repeat(301))]).is_err());
    }

    #[derive(Template)]
    #[template(source = r#"{% include "forms/question.html" %}"#, ext = "html")]
    struct Alone<'q> {
        question: &'q Question,
        sheet: Sheet,
        ui: Ui,
    }

    #[test]
    fn every_kind_is_shown_with_its_fields() {
        let kinds = [
            (QuestionKind::Short, "type=\"text\""),
            (QuestionKind::Long, "<textarea"),
            (QuestionKind::Date, "type=\"text\""),
            (QuestionKind::OneOf { options: options() }, "type=\"radio\""),
            (QuestionKind::ManyOf { options: options() }, "type=\"checkbox\""),
            (QuestionKind::Ranking { options: options(), at_most: 2 }, "name=\"q-b\""),
            (QuestionKind::Scale { from: 0, to: 3, low: None, high: None }, "value=\"3\""),
            (QuestionKind::Consent, "value=\"yes\""),
        ];
        for (kind, field) in kinds {
            let question = question(kind);
            let page = Alone { question: &question, sheet: Sheet::empty(), ui: Ui::plain(Lang::Fi) };
            let html = page.render().unwrap();
            assert!(html.contains(field) && html.contains("Kysymys"), "{}: {html}", question.kind.code());
        }
    }
}
