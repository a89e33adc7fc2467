//! What `forms/question.html` shows of a question. The template is included where `question`, `sheet` and `ui` are in
//! reach, alone or in a loop over questions.
use super::{Choice, Question, QuestionKind};
use crate::{text::Lang, web::Sheet};

/// A choice as the field macros take it.
#[derive(Clone, Debug, PartialEq)]
pub struct ShownChoice {
    pub value: String,
    pub label: String,
    pub hint: String,
    pub chosen: bool,
}

/// A line of a ranking.
#[derive(Clone, Debug, PartialEq)]
pub struct ShownRank {
    /// The field, `KEY-OPTION`.
    pub name: String,
    pub label: String,
    /// 0 = none yet.
    pub place: i64,
}

/// The scale as the field macro takes it.
#[derive(Clone, Debug, PartialEq)]
pub struct ShownScale {
    pub from: i64,
    pub to: i64,
    pub low: String,
    pub high: String,
}

impl Question {
    /// The question as the label says it; one that may be left out says so.
    pub fn label(&self, lang: &Lang) -> String {
        let text = self.text.say(*lang);
        if self.required || matches!(self.kind, QuestionKind::Scale { .. }) {
            text.to_owned()
        } else {
            lang.t_with("forms-optional", [("question", text.into())])
        }
    }

    pub fn hint(&self, lang: &Lang) -> String {
        self.hint.as_ref().map_or_else(String::new, |hint| hint.say(*lang).to_owned())
    }

    fn options(&self) -> &[Choice] {
        match &self.kind {
            QuestionKind::OneOf { options }
            | QuestionKind::ManyOf { options }
            | QuestionKind::Ranking { options, .. } => options,
            _ => &[],
        }
    }

    pub fn choices(&self, sheet: &Sheet, lang: &Lang) -> Vec<ShownChoice> {
        let shown = |option: &Choice| ShownChoice {
            value: option.key.clone(),
            label: option.text.say(*lang).to_owned(),
            hint: option.hint.as_ref().map_or_else(String::new, |hint| hint.say(*lang).to_owned()),
            chosen: sheet.chosen(&self.key, &option.key),
        };
        self.options().iter().map(shown).collect()
    }

    pub fn ranks(&self, sheet: &Sheet, lang: &Lang) -> Vec<ShownRank> {
        let shown = |option: &Choice| {
            let name = format!("{}-{}", self.key, option.key);
            let place = sheet.value(&name).parse().unwrap_or(0);
            ShownRank { name, label: option.text.say(*lang).to_owned(), place }
        };
        self.options().iter().map(shown).collect()
    }

    /// The places of a ranking.
    pub fn places(&self) -> i64 {
        match self.kind {
            QuestionKind::Ranking { at_most, .. } => i64::try_from(at_most).unwrap_or(i64::MAX),
            _ => 0,
        }
    }

    pub fn scale(&self, lang: &Lang) -> ShownScale {
        let say =
            |text: &Option<crate::text::Text>| text.as_ref().map_or_else(String::new, |t| t.say(*lang).to_owned());
        match &self.kind {
            QuestionKind::Scale { from, to, low, high } => {
                ShownScale { from: i64::from(*from), to: i64::from(*to), low: say(low), high: say(high) }
            }
            _ => ShownScale { from: 0, to: 0, low: String::new(), high: String::new() },
        }
    }
}
