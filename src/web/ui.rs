//! What every page knows: the language, who is signed in, the menu, and the hidden fields of its forms.
use std::fmt::Display;

use chrono::NaiveDate;
use data_encoding::HEXLOWER;
use sha2::{Digest, Sha256};

use crate::{
    clock::{self, Moment},
    ident,
    text::{Lang, Text},
};

/// A place in the menu.
#[derive(Clone, Debug)]
pub struct MenuEntry {
    pub label: String,
    pub href: &'static str,
    pub current: bool,
}

/// The frame of a page.
#[derive(Clone, Debug)]
pub struct Ui {
    pub lang: Lang,
    /// The path with its query, without the language: where the language switch stays.
    pub path: String,
    /// The organisation's name in the bar.
    pub site: String,
    /// Who is signed in.
    pub name: Option<String>,
    pub menu: Vec<MenuEntry>,
    pub demo: bool,
    /// What the demo's clock shows; in other houses it is everybody's.
    pub now: Option<Moment>,
    /// The phone number of help, shown first in the footer.
    pub phone: String,
    pub csrf: String,
    /// A line that tells what was just done.
    pub notice: Option<String>,
}

impl Ui {
    /// A frame for samples and error pages: nobody signed in.
    pub fn plain(lang: Lang) -> Ui {
        Ui {
            lang,
            path: "/".into(),
            site: "Järvilaakson hyvinvointialue".into(),
            name: None,
            menu: Vec::new(),
            demo: false,
            now: None,
            phone: "09 123 4567".into(),
            csrf: "sample".into(),
            notice: None,
        }
    }

    pub fn t(&self, key: &str) -> String {
        self.lang.t(key)
    }

    pub fn t1(&self, key: &str, name: &'static str, value: impl Display) -> String {
        self.lang.t_with(key, [(name, value.to_string().into())])
    }

    pub fn t2(&self, key: &str, (a, b): (&'static str, &'static str), one: impl Display, two: impl Display) -> String {
        self.lang.t_with(key, [(a, one.to_string().into()), (b, two.to_string().into())])
    }

    /// A text whose form depends on the number `$n`.
    pub fn tn(&self, key: &str, n: impl TryInto<i64>) -> String {
        self.lang.t_with(key, [("n", n.try_into().unwrap_or(i64::MAX).into())])
    }

    /// [`Ui::tn`] with one more value.
    pub fn tn1(&self, key: &str, n: impl TryInto<i64>, (name, value): (&'static str, &str)) -> String {
        self.lang.t_with(key, [("n", n.try_into().unwrap_or(i64::MAX).into()), (name, value.to_owned().into())])
    }

    /// A text that is data.
    pub fn say<'a>(&self, text: &'a Text) -> &'a str {
        text.say(self.lang)
    }

    pub fn day(&self, day: &NaiveDate) -> String {
        clock::show_day(*day)
    }

    /// The local day of a moment: `26.11.2026`.
    pub fn date(&self, at: &Moment) -> String {
        clock::show_day(clock::day(*at))
    }

    /// `26.11.2026 klo 13.00`
    pub fn moment(&self, at: &Moment) -> String {
        self.lang.t_with("web-moment", [("day", self.date(at).into()), ("time", clock::show_time(*at).into())])
    }

    /// `13.00`
    pub fn time(&self, at: &Moment) -> String {
        clock::show_time(*at)
    }

    pub fn number(&self, value: &f64, decimals: usize) -> String {
        self.lang.number(*value, decimals)
    }

    /// The same page in another language.
    pub fn in_lang(&self, lang: &str) -> String {
        let joint = if self.path.contains('?') { '&' } else { '?' };
        format!("{}{joint}lang={lang}", self.path)
    }

    /// The hidden fields of every form: the token against forged requests, a key that makes a second press harmless, and
    /// the page to go back to. Safe to print as it is: nothing in them means something in HTML.
    pub fn hidden(&self) -> String {
        let own = self.hidden_of(&mask(&self.csrf, ident::secret()), &ident::random().simple().to_string());
        format!("{own}<input type=\"hidden\" name=\"_from\" value=\"{}\">", from(&self.path))
    }

    /// A name of the reader in this browser, the same from session to session, that tells nothing: for drafts.
    pub fn reader(&self) -> String {
        data_encoding::HEXLOWER.encode(&Sha256::digest(format!("reader {}", self.csrf))[..12])
    }

    /// The same for a form that is sent on as it came.
    pub fn hidden_of(&self, csrf: &str, once: &str) -> String {
        let plain = |words: &str| words.chars().filter(char::is_ascii_alphanumeric).take(64).collect::<String>();
        format!(
            "<input type=\"hidden\" name=\"_csrf\" value=\"{}\"><input type=\"hidden\" name=\"_once\" value=\"{}\">",
            plain(csrf),
            plain(once)
        )
    }

    /// The address of a built asset with its content hash.
    pub fn asset(&self, name: &str) -> String {
        super::assets::address(name)
    }

    /// The notice of an act that has just been done, by the key in the address.
    #[must_use]
    pub fn with_notice(mut self, key: Option<&str>) -> Ui {
        self.notice = key.map(|key| self.lang.t(key));
        self
    }
}

/// The page's address as a form carries it: without the notice, and with nothing that means something in HTML.
fn from(path: &str) -> String {
    let (path, query) = path.split_once('?').unwrap_or((path, ""));
    let pairs: Vec<&str> = query.split('&').filter(|pair| !pair.is_empty() && !pair.starts_with("done=")).collect();
    let whole = if pairs.is_empty() { path.to_owned() } else { format!("{path}?{}", pairs.join("&")) };
    let plain = |c: char| c.is_ascii_alphanumeric() || "/-_.?=&%+~,:".contains(c);
    if whole.chars().all(plain) { whole.replace('&', "&amp;") } else { "/".to_owned() }
}

/// The token under a fresh mask, so that compressed pages never show the same secret twice: mask, then token ⊕ mask.
fn mask(token: &str, mask: [u8; 16]) -> String {
    let Ok(token) = HEXLOWER.decode(token.as_bytes()) else { return token.to_owned() };
    let masked: Vec<u8> = token.iter().zip(mask).map(|(a, b)| a ^ b).collect();
    HEXLOWER.encode(&[mask.as_slice(), &masked].concat())
}

/// Whether what a form sent is the token, masked or bare; takes the same time whatever differs.
pub fn same_token(sent: &str, token: &str) -> bool {
    let (Ok(sent), Ok(token)) = (HEXLOWER.decode(sent.as_bytes()), HEXLOWER.decode(token.as_bytes())) else {
        return false;
    };
    let bare: Vec<u8> = match sent.split_first_chunk::<16>() {
        Some((mask, masked)) if masked.len() == 16 => masked.iter().zip(mask).map(|(a, b)| a ^ b).collect(),
        _ => sent,
    };
    bare.len() == token.len() && bare.iter().zip(&token).fold(0, |all, (a, b)| all | (a ^ b)) == 0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_masked_token_is_the_token_and_never_looks_the_same_twice() {
        let token = HEXLOWER.encode(&ident::secret::<16>());
        let (one, two) = (mask(&token, ident::secret()), mask(&token, ident::secret()));
        assert_ne!(one, two);
        assert!(same_token(&one, &token) && same_token(&two, &token) && same_token(&token, &token));
        let other = HEXLOWER.encode(&ident::secret::<16>());
        assert!(
            !same_token(&mask(&other, ident::secret()), &token) && !same_token("", &token) && !same_token("zz", &token)
        );
    }
}
