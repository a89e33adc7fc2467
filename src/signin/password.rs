//! Passwords: argon2id, at least twelve characters, nothing that is guessed first. Hashing is slow on purpose, so it runs
//! beside the server's own work and only a few at a time.
use std::sync::LazyLock;

use argon2::{
    Argon2,
    password_hash::{PasswordHasher, PasswordVerifier, phc::PasswordHash},
};
use tokio::{sync::Semaphore, task};

use crate::web::Failure;

/// The fewest characters.
pub const SHORTEST: usize = 12;
/// The most: longer ones cost time and add nothing.
pub const LONGEST: usize = 200;

/// How many are hashed at once: each takes 19 MiB and a core.
static TURNS: Semaphore = Semaphore::const_new(2);

/// Verified against when there is no account, so that the answer takes as long.
static NOBODY: LazyLock<String> = LazyLock::new(|| hash("nobody has this password").unwrap_or_default());

/// Why a password is not taken, as the key of what to do.
pub fn fault(password: &str, own_words: &[&str]) -> Option<&'static str> {
    let length = password.chars().count();
    if length < SHORTEST {
        return Some("signin-fault-password-short");
    }
    if length > LONGEST {
        return Some("signin-fault-password-long");
    }
    let plain = plain(password);
    let left = without(&plain, own_words.iter().flat_map(|words| words.split(|c: char| !c.is_alphanumeric())));
    if letters(&left) < 6 && letters(&plain) > letters(&left) {
        return Some("signin-fault-password-own");
    }
    let left = without(&left, COMMON.iter().copied());
    (letters(&left) < 6 || is_run(&password.to_lowercase())).then_some("signin-fault-password-common")
}

/// Words that stand in most guessed passwords, in the three languages and on the keyboard.
const COMMON: &[&str] = &[
    "password",
    "passord",
    "salasana",
    "tunnussana",
    "losenord",
    "lösenord",
    "qwertyuiop",
    "qwerty",
    "asdfghjkl",
    "asdfgh",
    "zxcvbnm",
    "zxcvbn",
    "welcome",
    "tervetuloa",
    "valkommen",
    "välkommen",
    "letmein",
    "iloveyou",
    "admin",
    "administrator",
    "user",
    "login",
    "master",
    "monkey",
    "dragon",
    "football",
    "baseball",
    "superman",
    "princess",
    "sunshine",
    "suomi",
    "finland",
    "helsinki",
    "perkele",
    "saatana",
    "vittu",
    "paska",
    "kissa",
    "koira",
    "kulta",
    "rakas",
    "kesä",
    "kesa",
    "syksy",
    "talvi",
    "kevät",
    "kevat",
    "summer",
    "autumn",
    "winter",
    "spring",
    "sommar",
    "höst",
    "vinter",
    "maanantai",
    "tiistai",
    "keskiviikko",
    "torstai",
    "perjantai",
    "lauantai",
    "sunnuntai",
    "tammikuu",
    "helmikuu",
    "maaliskuu",
    "huhtikuu",
    "toukokuu",
    "kesäkuu",
    "heinäkuu",
    "elokuu",
    "syyskuu",
    "lokakuu",
    "marraskuu",
    "joulukuu",
    "january",
    "february",
    "march",
    "april",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
    "aurinko",
    "moikka",
    "hello",
    "secret",
    "salainen",
    "hemlig",
    "test",
    "testi",
    "changeme",
    "vaihda",
    "default",
    "guest",
    "sairaala",
    "hoitaja",
    "uusi",
    "vanha",
    "abc",
];

/// Small letters, with the digits and marks that people put for letters read as those.
fn plain(password: &str) -> String {
    let read = |c: char| match c {
        '0' => 'o',
        '1' | '!' => 'i',
        '3' => 'e',
        '4' | '@' => 'a',
        '5' | '$' => 's',
        '7' => 't',
        other => other,
    };
    password.to_lowercase().chars().map(read).collect()
}

fn without<'w>(password: &str, words: impl Iterator<Item = &'w str>) -> String {
    let mut words: Vec<String> = words.map(plain).filter(|word| word.chars().count() >= 3).collect();
    words.sort_by_key(|word| std::cmp::Reverse(word.len()));
    words.iter().fold(password.to_owned(), |left, word| left.replace(word.as_str(), " "))
}

/// How many different characters that are no spaces are left: a digit or mark in a row of one kind adds little.
fn letters(password: &str) -> usize {
    let mut found: Vec<char> = password.chars().filter(|c| !c.is_whitespace()).collect();
    found.sort_unstable();
    found.dedup();
    found.len()
}

/// Whether most of it goes up, goes down or stands still by one: 123456…, aaaa…, zyxw….
fn is_run(password: &str) -> bool {
    let codes: Vec<i64> = password.chars().map(|c| i64::from(u32::from(c))).collect();
    let steps = codes.windows(2).filter(|pair| (pair[1] - pair[0]).abs() <= 1).count();
    steps * 10 >= codes.len() * 7
}

/// The argon2id text of a password, made beside the server's own work.
pub async fn make(password: String) -> Result<String, Failure> {
    let _turn = TURNS.acquire().await.map_err(Failure::broken)?;
    task::spawn_blocking(move || hash(&password))
        .await
        .map_err(Failure::broken)?
        .ok_or_else(|| Failure::broken("argon2"))
}

/// Whether it is the password of the hash; without a hash it takes as long and is not.
pub async fn fits(password: String, known: Option<String>) -> Result<bool, Failure> {
    let _turn = TURNS.acquire().await.map_err(Failure::broken)?;
    let verified = task::spawn_blocking(move || {
        let fits = verify(&password, known.as_deref().unwrap_or(&NOBODY));
        fits && known.is_some()
    });
    verified.await.map_err(Failure::broken)
}

fn hash(password: &str) -> Option<String> {
    Argon2::default().hash_password(password.as_bytes()).ok().map(|hash: PasswordHash| hash.to_string())
}

fn verify(password: &str, known: &str) -> bool {
    let password: String = password.chars().take(LONGEST).collect();
    PasswordHash::new(known).is_ok_and(|known| Argon2::default().verify_password(password.as_bytes(), &known).is_ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    const OWN: &[&str] = &["Järvilaakson hyvinvointialue", "Maija Virtanen", "maija@example.invalid", "Urasilta"];

    #[test]
    fn what_is_guessed_first_is_refused_with_its_reason() {
        for (password, why) in [
            ("lyhyt", "signin-fault-password-short"),
            ("Salasana2024!!", "signin-fault-password-common"),
            ("P4ssw0rd!P4ssw0rd!", "signin-fault-password-common"),
            ("Kesä2024kesä2024", "signin-fault-password-common"),
            ("123456789012345", "signin-fault-password-common"),
            ("aaaaaaaaaaaaaaaa", "signin-fault-password-common"),
            ("abcdefghijklmnop", "signin-fault-password-common"),
            ("hyvinvointialue1", "signin-fault-password-own"),
            ("MaijaVirtanen123", "signin-fault-password-own"),
            ("Urasilta!Urasilta", "signin-fault-password-own"),
        ] {
            assert_eq!(fault(password, OWN), Some(why), "{password}");
        }
        assert_eq!(fault(&"pitkä ".repeat(50), OWN), Some("signin-fault-password-long"));
    }

    #[test]
    fn a_phrase_of_ones_own_is_taken() {
        for password in ["vene keinuu laiturissa", "tretton blå cyklar", "k9#mVx!2qLp7Zw", "correct horse battery"] {
            assert_eq!(fault(password, OWN), None, "{password}");
        }
    }

    #[tokio::test]
    async fn a_password_fits_its_own_hash_alone() {
        let hash = make("vene keinuu laiturissa".into()).await.unwrap();
        assert!(hash.starts_with("$argon2id$"), "{hash}");
        assert!(fits("vene keinuu laiturissa".into(), Some(hash.clone())).await.unwrap());
        assert!(!fits("vene keinuu laiturilla".into(), Some(hash)).await.unwrap());
        assert!(!fits("nobody has this password".into(), None).await.unwrap());
    }
}
