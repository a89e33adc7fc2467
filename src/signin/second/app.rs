//! The authenticator app: six digits of every half minute (TOTP, RFC 6238), from a secret that app and house share.
use data_encoding::BASE32_NOPAD;
use qrcodegen::{QrCode, QrCodeEcc};
use totp_rs::Builder;

use crate::{clock::Moment, ident, web};

/// 160 bits, as RFC 4226 recommends.
pub type Secret = [u8; 20];

/// A new secret as it is sealed and typed: 32 letters and digits of base 32.
pub fn fresh() -> String {
    BASE32_NOPAD.encode(&ident::secret::<20>())
}

/// The step of the code, if it is right now or was or will be within half a minute: people type slowly and phones' clocks
/// differ.
pub fn step(key: &str, code: &str, now: Moment) -> Option<i64> {
    let secret: Secret = BASE32_NOPAD.decode(key.as_bytes()).ok()?.try_into().ok()?;
    let digits: String = code.chars().filter(|c| !c.is_whitespace()).collect();
    let app = Builder::new().with_secret(secret).build().ok()?;
    let found = app.check(&digits, u64::try_from(now.timestamp()).ok()?)?;
    i64::try_from(found).ok()
}

/// The secret in groups of four, for typing.
pub fn in_groups(key: &str) -> String {
    let groups: Vec<&str> = (0..key.len()).step_by(4).filter_map(|at| key.get(at..key.len().min(at + 4))).collect();
    groups.join(" ")
}

/// The address that a phone's app opens: `otpauth://totp/SITE:WHO?secret=…`.
pub fn address(site: &str, who: &str, key: &str) -> String {
    let plain = |words: &str| web::encode(&words.replace([':', '/'], " "));
    let site = plain(site);
    format!("otpauth://totp/{site}:{}?secret={key}&issuer={site}", plain(who))
}

/// A QR code as the lines of an SVG path, in a square of [`Picture::size`] with the quiet zone around.
pub struct Picture {
    pub size: i32,
    pub path: String,
}

/// The address as a picture; none when it is too long for one.
pub fn picture(address: &str) -> Option<Picture> {
    const QUIET: i32 = 4;
    let code = QrCode::encode_text(address, QrCodeEcc::Medium).ok()?;
    let dark = (0..code.size()).flat_map(|y| (0..code.size()).map(move |x| (x, y)));
    let path = dark
        .filter(|(x, y)| code.get_module(*x, *y))
        .map(|(x, y)| format!("M{} {}h1v1h-1z", x + QUIET, y + QUIET))
        .collect();
    Some(Picture { size: code.size() + 2 * QUIET, path })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::clock;

    /// The secret of RFC 6238's appendix B, `12345678901234567890`.
    const RFC: &str = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    fn at(seconds: i64) -> Moment {
        clock::start_of(chrono::NaiveDate::from_ymd_opt(1970, 1, 2).unwrap()) - chrono::Duration::hours(22)
            + chrono::Duration::seconds(seconds)
    }

    /// Appendix B, SHA-1: the last six of the eight digits printed there.
    #[test]
    fn the_codes_are_those_of_the_standard() {
        assert_eq!(at(0).timestamp(), 0);
        for (seconds, code) in [
            (59, "287082"),
            (1_111_111_109, "081804"),
            (1_111_111_111, "050471"),
            (1_234_567_890, "005924"),
            (2_000_000_000, "279037"),
            (20_000_000_000, "353130"),
        ] {
            assert_eq!(step(RFC, code, at(seconds)), Some(seconds / 30), "at {seconds}");
        }
    }

    #[test]
    fn half_a_minute_early_or_late_is_right_and_more_is_not() {
        let (code, moment) = ("005924", 1_234_567_890);
        for away in [-30, 0, 30] {
            assert_eq!(step(RFC, code, at(moment + away)), Some(moment / 30), "{away} s");
        }
        for away in [-90, -60, 60, 90] {
            assert_eq!(step(RFC, code, at(moment + away)), None, "{away} s");
        }
        assert_eq!(step(RFC, " 005 924 ", at(moment)), Some(moment / 30), "spaces are forgiven");
    }

    proptest! {
        #[test]
        fn no_words_break_it(key in ".{0,40}", code in ".{0,12}") {
            prop_assert_eq!(step(&key, &code, at(59)), None);
        }
    }

    #[test]
    fn the_address_names_house_and_human_and_becomes_a_picture() {
        let key = fresh();
        let address = address("Järvilaakso: HR", "kirsi@example.invalid", &key);
        assert_eq!(
            address,
            format!(
                "otpauth://totp/J%C3%A4rvilaakso%20%20HR:kirsi%40example.invalid?secret={key}&issuer=J%C3%A4rvilaakso%20%20HR"
            )
        );
        assert_eq!((key.len(), in_groups(&key).len()), (32, 39));
        let picture = picture(&address).unwrap();
        assert!(picture.size > 40 && picture.path.starts_with("M4 4h1v1h-1z"), "a corner is dark");
    }
}
