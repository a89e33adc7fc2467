//! One-time codes: eight digits to the address or phone that is known, for ten minutes, five tries, in this browser alone.
//! The answer to whoever asks is made before anybody looks whether the account exists; a job looks.
use chrono::Duration;
use futures_util::future::BoxFuture;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{sms, store, throttle, visit};
use crate::{
    clock::Moment,
    db::Tx,
    desk::Desk,
    house::{House, JobResult},
    ident,
    jobs::{self, Job},
    mail::{self, Letter},
    privacy::{self, Human, account},
    text::Lang,
    web::Failure,
};

/// The kind of job that looks for the account and sends the code.
pub(super) const SEND: &str = "signin.code";

/// How long a code is good.
pub const GOOD_FOR: Duration = Duration::minutes(10);
/// How often one may be tried.
pub const TRIES: i32 = 5;

/// A code on its way to whoever it is for.
#[derive(Serialize, Deserialize)]
struct Errand {
    visit: Vec<u8>,
    hash: Vec<u8>,
    /// What was typed: an address, or a phone number as [`phone`] writes it.
    whose: String,
    code: String,
    until: Moment,
}

/// A code begins to wait in this visit, and a job will send it if somebody is known by `whose`.
pub(super) async fn send(tx: &mut Tx, desk: &Desk, whose: &str, next: &str) -> Result<(), Failure> {
    let code = digits();
    let visit = visit::visit_hash(desk);
    let hash = code_hash(&desk.house, &desk.visit.browser, &code);
    let account = throttle::name(&desk.house, throttle::Kind::Code, whose);
    let until = desk.now + GOOD_FOR;
    let waiting =
        store::NewCode { visit: visit.clone(), hash: hash.clone(), expires_at: until, next: next.to_owned(), account };
    store::put_code(tx, &waiting).await?;
    jobs::ask(tx, SEND, &Errand { visit, hash, whose: whose.to_owned(), code, until }, desk.now).await?;
    Ok(())
}

/// Who the code proves to be there, and where they were going; nobody when it is wrong or over. The try is counted, so
/// the transaction is to be committed either way.
pub(super) async fn prove(tx: &mut Tx, desk: &Desk, code: &str) -> Result<Option<(Uuid, String)>, Failure> {
    let visit = visit::visit_hash(desk);
    let Some(tried) = store::try_code(tx, &visit, TRIES, desk.now).await? else { return Ok(None) };
    let hash = code_hash(&desk.house, &desk.visit.browser, code);
    let Some(human_id) = tried.human_id.filter(|_| super::same(&hash, &tried.code_hash)) else { return Ok(None) };
    store::forget_code(tx, &visit).await?;
    store::forget_tries(tx, &tried.account).await?;
    Ok(account::is_open(tx, human_id).await?.then_some((human_id, tried.next)))
}

/// Whether this visit waits for a code that can still be tried.
pub(super) async fn waits(tx: &mut Tx, desk: &Desk) -> Result<bool, Failure> {
    Ok(store::code_waits(tx, &visit::visit_hash(desk), TRIES, desk.now).await?)
}

/// Spaces between the digits are forgiven.
fn code_hash(house: &House, browser: &str, code: &str) -> Vec<u8> {
    let digits: String = code.chars().filter(char::is_ascii_digit).collect();
    visit::keyed(house, &["code", browser, &digits])
}

/// Eight digits, each as likely as any.
fn digits() -> String {
    const EVEN: u64 = u64::MAX - u64::MAX % 100_000_000;
    loop {
        let number = u64::from_be_bytes(ident::secret());
        if number < EVEN {
            return format!("{:08}", number % 100_000_000);
        }
    }
}

/// A phone number as it is stored: `+358401234567`. Nothing when the words are no number.
pub fn phone(words: &str) -> Option<String> {
    let bare: String = words.chars().filter(|c| !c.is_whitespace() && !"-()".contains(*c)).collect();
    let number = match bare.strip_prefix("00").or(bare.strip_prefix('+')) {
        Some(abroad) => format!("+{abroad}"),
        None => format!("+358{}", bare.strip_prefix('0')?),
    };
    let digits = &number[1..];
    ((7..=15).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit())).then_some(number)
}

/// The job: looks for the account and sends the code there, or does nothing.
pub(super) fn deliver(house: House, job: Job) -> BoxFuture<'static, JobResult> {
    Box::pin(async move {
        let errand: Errand = serde_json::from_str(&job.payload).map_err(|_| "the errand cannot be read")?;
        let mut tx = house.db.write().await?;
        let now = house.clock.now();
        if let Some((human, number)) = find(&mut tx, &house, &errand.whose).await?
            && errand.until > now
            && store::own_code(&mut tx, &errand.visit, &errand.hash, human.id).await?
        {
            tell(&mut tx, &human, number, (&errand, now)).await?;
        }
        if jobs::done(&mut tx, &job).await? {
            tx.commit().await?;
        }
        Ok(())
    })
}

/// The human, with the phone number when a text message is to go there.
async fn find(tx: &mut Tx, house: &House, whose: &str) -> crate::db::Result<Option<(Human, Option<String>)>> {
    let texts = !house.config.get("sms_url").is_empty();
    if let Some(number) = phone(whose) {
        let human = account::human_by_phone(tx, &number).await?;
        return Ok(human.map(|human| (human, texts.then_some(number))));
    }
    let human = privacy::human_by_address(tx, whose).await?;
    Ok(human.map(|human| (human, None)))
}

async fn tell(
    tx: &mut Tx,
    human: &Human,
    number: Option<String>,
    (errand, now): (&Errand, Moment),
) -> crate::db::Result<()> {
    let lang: Lang = human.lang();
    let (four, more) = errand.code.split_at(errand.code.len() / 2);
    let code = format!("{four} {more}");
    if let Some(to) = number {
        let text = lang.t_with("signin-sms-text", [("code", code.into())]);
        return jobs::ask(tx, sms::SEND, &sms::Message { to, text, until: errand.until }, now).await;
    }
    let Some(to) = human.address.clone() else { return Ok(()) };
    let text = lang.t_with("signin-mail-text", [("code", code.into())]);
    mail::post(tx, &Letter { to, subject: lang.t("signin-mail-subject"), text, calendar: None }, now).await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phone_numbers_are_written_in_one_way() {
        for words in ["040 123 4567", "+358 40 1234567", "00358-40-1234567", "(040) 1234567"] {
            assert_eq!(phone(words).as_deref(), Some("+358401234567"), "{words}");
        }
        for words in ["", "maija@example.invalid", "0", "123", "040 12a 4567"] {
            assert_eq!(phone(words), None, "{words}");
        }
    }

    #[test]
    fn codes_are_eight_digits() {
        for _ in 0..50 {
            let code = digits();
            assert!(code.len() == 8 && code.bytes().all(|byte| byte.is_ascii_digit()), "{code}");
        }
    }
}
