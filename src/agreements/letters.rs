//! Letters of the slice: that something waits, and a link. A link that confirms leads past sign-in, so it shows nothing,
//! is used once, and only the hash of its token is kept.
use chrono::Duration;
use data_encoding::HEXLOWER;
use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::{
    record::Agreement,
    store::links::{self, Link},
};
use crate::{
    coaching::three::{Party, Three},
    db::{Result, Tx},
    house::House,
    ident,
    mail::{self, Letter},
    privacy,
};

/// How long a link can be used.
const OPEN_FOR: Duration = Duration::days(14);

/// Whether it is said for the first time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Word {
    Ask,
    Remind,
}

/// Asks the participant to confirm what was noted.
pub async fn ask_participant(tx: &mut Tx, house: &House, three: &Three, word: Word) -> Result<()> {
    let key = if word == Word::Ask { "agreements-mail-confirm" } else { "agreements-mail-confirm-again" };
    let page = page(house, &format!("/cases/{}/agreed/confirmation", three.case_id));
    send(tx, house, three.human_id, (key, page, String::new())).await
}

/// Asks each of supervisor and coach whose confirmation is missing; the participant too, when all three sign.
pub async fn ask_others(
    tx: &mut Tx,
    house: &House,
    (three, agreement): (&Three, &Agreement),
    word: Word,
) -> Result<()> {
    let signed = agreement.terms().signed;
    for party in Party::ALL.iter().copied() {
        let Some(human_id) = three.human(party) else { continue };
        if signed {
            if agreement.signature(party).is_none() {
                let page = page(house, &format!("/cases/{}/agreed/signature", three.case_id));
                let key = if word == Word::Ask { "agreements-mail-sign" } else { "agreements-mail-sign-again" };
                send(tx, house, human_id, (key, page, String::new())).await?;
            }
        } else if party != Party::Participant && agreement.asks(three, party) {
            let token = HEXLOWER.encode(&ident::secret::<32>());
            let now = house.clock.now();
            let link = Link { agreement_id: agreement.id, case_id: three.case_id, party, human_id };
            links::insert(tx, hash(&token), link, (now, now + OPEN_FOR)).await?;
            let own = page(house, &format!("/cases/{}/agreed", three.case_id));
            let key = if word == Word::Ask { "agreements-mail-tap" } else { "agreements-mail-tap-again" };
            send(tx, house, human_id, (key, own, page(house, &format!("/v/{token}")))).await?;
        }
    }
    Ok(())
}

pub fn hash(token: &str) -> Vec<u8> {
    Sha256::digest(token.as_bytes()).to_vec()
}

fn page(house: &House, path: &str) -> String {
    format!("{}{path}", house.config.get("public_url").trim_end_matches('/'))
}

async fn send(tx: &mut Tx, house: &House, human_id: Uuid, (key, page, link): (&str, String, String)) -> Result<()> {
    let Some(human) = privacy::human(tx, human_id).await? else { return Ok(()) };
    let (lang, Some(to)) = (human.lang(), human.address.clone()) else { return Ok(()) };
    let letter = Letter {
        to,
        subject: lang.t("agreements-mail-subject"),
        text: lang.t_with(key, [("page", page.into()), ("link", link.into())]),
        calendar: None,
    };
    mail::post(tx, &letter, house.clock.now()).await
}
