//! What the words of a cell mean, in the spellings that offices use in three languages.
use chrono::{Datelike, NaiveDate};

use super::column::plain;
use crate::{
    clock,
    people::{Education, Position},
};

pub fn address(words: &str) -> Option<String> {
    words.parse::<lettre::Address>().ok().map(|address| address.to_string().to_lowercase())
}

/// `1.2.2020`, `2020-02-01` or `2020-02-01T00:00:00`.
pub fn day(words: &str) -> Option<NaiveDate> {
    let day = words.split_once('T').map_or(words, |(day, _)| day);
    clock::read_day(day).filter(|day| (1930..=2100).contains(&day.year()))
}

/// A day of the month.
pub fn roster_day(words: &str) -> Option<i32> {
    words.trim_end_matches('.').parse().ok().filter(|day| (1..=31).contains(day))
}

pub fn yes(words: &str) -> Option<bool> {
    match plain(words).as_str() {
        "kyllä" | "kylla" | "k" | "x" | "1" | "on" | "tosi" | "ja" | "j" | "yes" | "y" | "true" => Some(true),
        "ei" | "e" | "0" | "epätosi" | "nej" | "n" | "no" | "false" | "" => Some(false),
        _ => None,
    }
}

const HIGHER: &str = "korkea yliopist maister kandi tohtori lisensiaa högskol universit magister doktor licentiat higher \
                      tertiary bachelor master doctor amktutkinto opistoaste institutnivå";
const HIGHER_WHOLE: &str = "amk yamk ylempiamk opisto yh";
const SECONDARY: &str = "toinenaste toisenast 2aste keskiaste ammati ammatti lukio ylioppila perustutkinto andrastadiet \
                         yrkesexamen yrkesutbild yrkesskola gymnasi studentexamen grundexamen secondary vocational highschool";
const SECONDARY_WHOLE: &str = "yo student";
const OTHER: &str = "perusast peruskoulu kansakoulu keskikoulu grundskol grundnivå folkskola basic comprehensive";
const OTHER_WHOLE: &str = "muu muut muukoulutus eitiedossa eitietoa tuntematon annan annat övrig övriga okänd uppgiftsaknas other \
                           unknown none";

/// The level of an education by what its name has in it; a higher one is told first (ammattikorkeakoulu).
pub fn education(words: &str) -> Option<Education> {
    let words = plain(words);
    let is = |parts: &str, whole: &str| has(&words, parts) || whole.split_whitespace().any(|name| name == words);
    if is(HIGHER, HIGHER_WHOLE) {
        Some(Education::Higher)
    } else if is(SECONDARY, SECONDARY_WHOLE) {
        Some(Education::Secondary)
    } else if is(OTHER, OTHER_WHOLE) || words.is_empty() {
        Some(Education::Other)
    } else {
        None
    }
}

const POSITIONS: [(Position, &str); 5] = [
    (Position::Supervisor, "esihenkilö esimies johtaja päällik chef supervisor manager ledare"),
    (Position::Physician, "lääkäri läkare physician doctor"),
    (Position::Expert, "asiantuntija expert sakkunnig specialist"),
    (Position::CorporateSupport, "tuki hallinto stöd förvaltning support administrati corporate"),
    (
        Position::Employee,
        "työntekijä henkilöstö hoitaja viranhaltija anställd arbetstagare tjänsteinnehavare personal employee worker staff",
    ),
];

pub fn position(words: &str) -> Option<Position> {
    let words = plain(words);
    POSITIONS.iter().find(|(_, parts)| has(&words, parts)).map(|(position, _)| *position)
}

fn has(words: &str, parts: &str) -> bool {
    parts.split_whitespace().any(|part| words.contains(part))
}

/// A Finnish personal identity code with its right check character, with or without marks around it.
pub fn is_identity_code(word: &str) -> bool {
    const CHECKS: &[u8; 31] = b"0123456789ABCDEFHJKLMNPRSTUVWXY";
    let word = word.trim_matches(|c: char| !c.is_ascii_alphanumeric()).to_ascii_uppercase();
    let [day @ .., century, a, b, c, check] = word.as_bytes() else { return false };
    if day.len() != 6 || !b"+-ABCDEFYXWVU".contains(century) {
        return false;
    }
    let digits = day.iter().chain([a, b, c]);
    let number = digits.map(|digit| char::from(*digit).to_digit(10)).try_fold(0, |sum, digit| Some(sum * 10 + digit?));
    number.is_some_and(|number| CHECKS.get(number as usize % 31) == Some(check))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_education_has_many_spellings() {
        for (words, level) in [
            ("Toinen aste", Education::Secondary),
            ("toisen asteen tutkinto", Education::Secondary),
            ("2. aste", Education::Secondary),
            ("Ammatillinen perustutkinto", Education::Secondary),
            ("yrkesexamen", Education::Secondary),
            ("gymnasium", Education::Secondary),
            ("Upper secondary", Education::Secondary),
            ("vocational", Education::Secondary),
            ("Korkeakoulu", Education::Higher),
            ("AMK", Education::Higher),
            ("ylempi AMK", Education::Higher),
            ("Ammattikorkeakoulu", Education::Higher),
            ("yrkeshögskola", Education::Higher),
            ("Magister", Education::Higher),
            ("Master's degree", Education::Higher),
            ("peruskoulu", Education::Other),
            ("Annan", Education::Other),
            ("other", Education::Other),
        ] {
            assert_eq!(education(words), Some(level), "{words}");
        }
        assert_eq!(education("42"), None);
    }

    #[test]
    fn an_identity_code_is_known_by_its_check_character() {
        // The codes that the Digital and Population Data Services Agency gives as examples; nobody has them.
        for code in ["131052-308T", "010594Y9032", "(131052-308t)"] {
            assert!(is_identity_code(code), "{code}");
        }
        for other in ["131052-308U", "1310523080", "2023-10-02", "", "äöåäöå-äöåä"] {
            assert!(!is_identity_code(other), "{other}");
        }
    }

    #[test]
    fn a_position_is_known_in_three_languages() {
        for (words, meaning) in [
            ("Esihenkilö", Position::Supervisor),
            ("chef", Position::Supervisor),
            ("erikoislääkäri", Position::Physician),
            ("Sakkunnig", Position::Expert),
            ("konsernituki", Position::CorporateSupport),
            ("anställd", Position::Employee),
        ] {
            assert_eq!(position(words), Some(meaning), "{words}");
        }
        assert_eq!(position("?"), None);
    }

    #[test]
    fn a_day_of_another_century_or_a_bare_number_is_no_day() {
        assert!(day("1.2.2020").is_some() && day("2020-02-01T00:00:00").is_some());
        assert!(day("1.2.20").is_none() && day("43831").is_none() && day("2/1/2020").is_none());
    }
}
