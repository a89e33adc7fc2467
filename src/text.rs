//! Words shown to people, in Finnish, Swedish and English. The catalogue is `texts/{fi,sv,en}/*.ftl` (Fluent);
//! texts that are data (a service's name, a question) are a [`Text`].
use std::{borrow::Cow, collections::HashMap};

use fluent_templates::{fluent_bundle::FluentValue, static_loader};
use serde::{Deserialize, Serialize};
use unic_langid::{LanguageIdentifier, langid};

static_loader! {
    static TEXTS = {
        locales: "./texts",
        fallback_language: "fi",
        customise: |bundle| bundle.set_use_isolating(false),
    };
}

const FI: LanguageIdentifier = langid!("fi");
const SV: LanguageIdentifier = langid!("sv");
const EN: LanguageIdentifier = langid!("en");

/// What stands in place of a text whose key is in no catalogue; the tests look for it on every page.
pub const MISSING: &str = "⟦";

/// One of the three languages of the house.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    #[default]
    Fi,
    Sv,
    En,
}

impl Lang {
    pub const ALL: [Lang; 3] = [Lang::Fi, Lang::Sv, Lang::En];

    /// `fi`, `sv` or `en`: the code for the `lang` attribute and the database.
    pub fn code(self) -> &'static str {
        match self {
            Lang::Fi => "fi",
            Lang::Sv => "sv",
            Lang::En => "en",
        }
    }

    /// Reads a language code; what begins with a known code is that language (`sv-FI`).
    pub fn read(code: &str) -> Option<Lang> {
        Lang::ALL.into_iter().find(|lang| code.get(..2).is_some_and(|start| start.eq_ignore_ascii_case(lang.code())))
    }

    /// The first known language of an `Accept-Language` header.
    pub fn accepted(header: &str) -> Option<Lang> {
        header.split(',').find_map(|part| Lang::read(part.trim()))
    }

    /// The text of `key` in this language.
    pub fn t(self, key: &str) -> String {
        self.find(key, None)
    }

    /// The text of `key` with values put in: `("name", "Maija".into())`.
    pub fn t_with<'a>(self, key: &str, values: impl IntoIterator<Item = (&'static str, FluentValue<'a>)>) -> String {
        let values: HashMap<Cow<'static, str>, FluentValue<'a>> =
            values.into_iter().map(|(name, value)| (Cow::Borrowed(name), value)).collect();
        self.find(key, Some(&values))
    }

    fn find(self, key: &str, values: Option<&HashMap<Cow<'static, str>, FluentValue<'_>>>) -> String {
        let id = match self {
            Lang::Fi => &FI,
            Lang::Sv => &SV,
            Lang::En => &EN,
        };
        // Asked of its own language at once: the loader's way through all of them costs more than the text.
        TEXTS
            .lookup_single_language(id, key, values)
            .or_else(|_| TEXTS.lookup_single_language(&FI, key, values))
            .unwrap_or_else(|_| format!("{MISSING}{key}⟧"))
    }

    /// A number with the language's decimal mark and a real minus: `−0,4`.
    pub fn number(self, value: f64, decimals: usize) -> String {
        let shown = format!("{value:.decimals$}");
        let shown = if shown.trim_start_matches('-').chars().all(|c| "0.".contains(c)) {
            shown.replace('-', "")
        } else {
            shown
        };
        let shown = shown.replace('-', "−");
        if self == Lang::En { shown } else { shown.replace('.', ",") }
    }
}

/// A text that is data. Finnish and Swedish are required to publish; missing English falls back to Finnish.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Text {
    pub fi: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sv: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub en: Option<String>,
}

impl Text {
    /// The same words in every language: names, numbers.
    pub fn same(words: impl Into<String>) -> Text {
        Text { fi: words.into(), sv: None, en: None }
    }

    /// The words in `lang`, in Finnish when they are missing.
    pub fn say(&self, lang: Lang) -> &str {
        match lang {
            Lang::Fi => None,
            Lang::Sv => self.sv.as_deref(),
            Lang::En => self.en.as_deref(),
        }
        .unwrap_or(&self.fi)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_as_the_language_writes_them() {
        assert_eq!(Lang::Fi.number(-0.4, 1), "−0,4");
        assert_eq!(Lang::En.number(1234.5, 1), "1234.5");
        assert_eq!(Lang::Sv.number(-0.001, 1), "0,0");
    }

    #[test]
    fn a_missing_key_is_seen() {
        assert!(Lang::Sv.t("no-such-key").starts_with(MISSING));
    }

    #[test]
    fn missing_english_falls_back_to_finnish() {
        let text = Text { fi: "hakemus".into(), sv: Some("ansökan".into()), en: None };
        assert_eq!((text.say(Lang::Sv), text.say(Lang::En)), ("ansökan", "hakemus"));
    }
}
