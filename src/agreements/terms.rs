//! What a service lets its three share with the supervisor, in its own words where it has them, and whether they sign.
use serde::{Deserialize, Serialize};

use crate::{
    coaching::three::Shared,
    forms::Choice,
    programmes::blueprint::{Blueprint, Signature},
    web::Ui,
};

/// The terms of one service, kept with each version so that it reads as it was agreed.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Terms {
    /// The service's own words for what can be shared, by the codes of [`Shared`]; empty: everything, in the house's words.
    #[serde(default)]
    pub shares: Vec<Choice>,
    /// Each signs on a page of its own, and it is in force when all have.
    #[serde(default)]
    pub signed: bool,
}

impl Terms {
    /// Those of a service.
    pub fn of(blueprint: &Blueprint) -> Terms {
        let terms = blueprint.steps.iter().find_map(|step| step.agreement.as_ref());
        terms.map_or_else(Terms::default, |terms| Terms {
            shares: terms.shares.clone(),
            signed: terms.signature == Signature::Formal,
        })
    }

    /// As they were kept.
    pub fn read(json: &str) -> Terms {
        serde_json::from_str(json).unwrap_or_default()
    }

    pub fn json(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// What can be shared, in the order of [`Shared`].
    pub fn offered(&self) -> Vec<Shared> {
        let named = |what: &Shared| self.shares.is_empty() || self.own(*what).is_some();
        Shared::ALL.iter().copied().filter(named).collect()
    }

    fn own(&self, what: Shared) -> Option<&Choice> {
        self.shares.iter().find(|choice| choice.key == what.code())
    }

    /// What it is called.
    pub fn label(&self, ui: &Ui, what: Shared) -> String {
        match self.own(what) {
            Some(choice) => ui.say(&choice.text).to_owned(),
            None => ui.t(&format!("agreements-share-{what}")),
        }
    }
}

/// Codes with a space between, as a list; what is no code is left out.
pub fn shares(codes: &str) -> Vec<Shared> {
    codes.split_whitespace().filter_map(Shared::read).collect()
}

/// The list as codes with a space between.
pub fn codes(shares: &[Shared]) -> String {
    shares.iter().map(|what| what.code()).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Text;

    #[test]
    fn a_service_with_words_of_its_own_offers_those_alone() {
        assert_eq!(Terms::default().offered(), Shared::ALL);
        let own = Choice { key: "actions".into(), text: Text::same("Toimet"), hint: None };
        let stray = Choice { key: "diary".into(), text: Text::same("Päiväkirja"), hint: None };
        let terms = Terms { shares: vec![own, stray], signed: true };
        assert_eq!(terms.offered(), [Shared::Actions]);
        assert_eq!(Terms::read(&terms.json()), terms);
    }

    #[test]
    fn codes_are_read_as_they_were_written() {
        assert_eq!(shares(&codes(&[Shared::Aims, Shared::Ratings])), [Shared::Aims, Shared::Ratings]);
        assert_eq!(shares("aims diary"), [Shared::Aims]);
    }
}
