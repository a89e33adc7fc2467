//! The second factor. Whoever holds a role that reads others' data proves with an authenticator app too before a session
//! begins; everybody else may. Ten recovery codes stand in for a lost phone, and the administrator for lost codes.
pub mod app;
pub mod half_way;
mod recovery;
mod store;

use axum::response::Response;
use uuid::Uuid;

use super::visit;
use crate::{
    clock::Moment,
    db::Tx,
    desk::{Desk, see_other},
    events::Event,
    house::House,
    ident,
    mail::{self, Letter},
    privacy::{
        self, Role, account,
        session::{self, Strength},
    },
    web::Failure,
};
use half_way::{Errand, HalfWay};

/// What stands between the first factor and the session.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    Nothing,
    /// A code of the app, or a recovery code.
    Code,
    /// To take an app into use.
    Enrol,
}

/// What is asked of somebody with these roles who has an app or not.
pub fn asked(required: bool, roles: &[Role], has: bool) -> Asked {
    match (has, required && is_required_of(roles)) {
        (true, _) => Asked::Code,
        (false, true) => Asked::Enrol,
        (false, false) => Asked::Nothing,
    }
}

fn is_required_of(roles: &[Role]) -> bool {
    roles.iter().any(|role| role.reads_others())
}

/// [`asked`] of a human, now.
pub async fn asked_of(tx: &mut Tx, desk: &Desk, human_id: Uuid) -> Result<Asked, Failure> {
    let roles = account::roles(tx, human_id, desk.now).await?;
    let has = store::set_at(tx, human_id).await?.is_some();
    Ok(asked(desk.house.config.needs_second_factor(), &roles, has))
}

/// The first factor is proven: on to a session, or to the second factor. Commits.
pub async fn go_on(desk: &Desk, mut tx: Tx, human_id: Uuid, next: &str) -> Result<Response, Failure> {
    let (errand, page) = match asked_of(&mut tx, desk, human_id).await? {
        Asked::Nothing => return visit::enter(desk, tx, human_id, (Strength::Single, next)).await,
        Asked::Code => (Errand::Ask, "/signin/second"),
        Asked::Enrol => (Errand::Enrol, "/signin/second/new"),
    };
    half_way::begin(&mut tx, desk, human_id, (errand, next)).await?;
    tx.commit().await?;
    Ok(see_other(page))
}

/// The human's app, as its own page tells it.
pub struct Own {
    pub set_at: Option<Moment>,
    /// Recovery codes not yet used.
    pub left: i64,
    /// The human may not do without.
    pub required: bool,
}

pub async fn own(tx: &mut Tx, desk: &Desk, human_id: Uuid) -> Result<Own, Failure> {
    let roles = account::roles(tx, human_id, desk.now).await?;
    Ok(Own {
        set_at: store::set_at(tx, human_id).await?,
        left: store::recovery_left(tx, human_id).await?,
        required: desk.house.config.needs_second_factor() && is_required_of(&roles),
    })
}

/// Who of these has an app.
pub async fn among(tx: &mut Tx, humans: &[Uuid]) -> Result<Vec<Uuid>, Failure> {
    Ok(store::among(tx, humans).await?)
}

/// Who has an app and holds no role now: those after this human.
pub async fn without_role(tx: &mut Tx, (now, after): (Moment, Uuid), at_most: i64) -> Result<Vec<Uuid>, Failure> {
    Ok(store::without_role(tx, (now, after), at_most).await?)
}

/// Whether the words are a code of the human's app that was not used before, or an unused recovery code. Spends it.
pub async fn prove(tx: &mut Tx, desk: &Desk, human_id: Uuid, words: &str) -> Result<bool, Failure> {
    let digits = words.chars().filter(|c| !c.is_whitespace()).count();
    if digits != 6 {
        let taken = store::take_recovery(tx, human_id, recovery::hash(&desk.house, human_id, words)).await?;
        if taken {
            tell(tx, human_id, (desk.now, "recovered")).await?;
            Event::new("second-factor.recovered", human_id, visit::accounts(), desk.now)
                .by(Some(human_id))
                .record(tx)
                .await?;
        }
        return Ok(taken);
    }
    let Some(sealed) = store::secret(tx, human_id).await? else { return Ok(false) };
    let key = desk.house.vault.open(tx, subject(human_id), &sealed).await?;
    match app::step(&key, words, desk.now) {
        Some(step) => Ok(store::use_step(tx, human_id, step).await?),
        None => Ok(false),
    }
}

/// The key of the app that is being set up.
pub async fn key(tx: &mut Tx, house: &House, half: &HalfWay) -> Result<String, Failure> {
    let sealed = half.secret.as_deref().ok_or(Failure::NotFound)?;
    Ok(house.vault.open(tx, subject(half.human_id), sealed).await?)
}

/// Takes the app into use when its first code is right; gives the recovery codes, which are shown once. Every session of
/// before is over.
pub async fn set(tx: &mut Tx, desk: &Desk, half: &HalfWay, code: &str) -> Result<Option<Vec<String>>, Failure> {
    let key = key(tx, &desk.house, half).await?;
    let (Some(step), Some(sealed)) = (app::step(&key, code, desk.now), &half.secret) else { return Ok(None) };
    let replaces = half.errand == Errand::Change;
    if !store::put(tx, half.human_id, (sealed, step), (desk.now, replaces)).await? {
        return Err(Failure::Refused("signin-refused-second-set"));
    }
    session::end_all(tx, half.human_id).await?;
    Event::new("second-factor.set", half.human_id, visit::accounts(), desk.now)
        .by(Some(half.human_id))
        .fact("replaces", replaces)
        .record(tx)
        .await?;
    tell(tx, half.human_id, (desk.now, "set")).await?;
    Ok(Some(new_codes(tx, desk, half.human_id).await?))
}

/// New recovery codes in place of those that were; they are shown once.
pub async fn new_codes(tx: &mut Tx, desk: &Desk, human_id: Uuid) -> Result<Vec<String>, Failure> {
    let codes = recovery::fresh();
    let hashes = codes.iter().map(|code| recovery::hash(&desk.house, human_id, code)).collect();
    store::put_recovery(tx, human_id, hashes).await?;
    Ok(codes)
}

/// Takes the second factor away: by its human, or by the administrator when phone and codes are lost. Then every session
/// ends. False when there was none.
pub async fn end(
    tx: &mut Tx,
    house: &House,
    human_id: Uuid,
    (now, by): (Moment, Option<Uuid>),
) -> Result<bool, Failure> {
    if !store::forget(tx, human_id).await? {
        return Ok(false);
    }
    house.vault.erase(tx, subject(human_id)).await?;
    let own = by == Some(human_id);
    if !own {
        session::end_all(tx, human_id).await?;
    }
    let what = if own { "second-factor.ended" } else { "second-factor.reset" };
    Event::new(what, human_id, visit::accounts(), now).by(by).record(tx).await?;
    tell(tx, human_id, (now, if own { "ended" } else { "reset" })).await?;
    Ok(true)
}

/// The operator's [`end`], for the human with this work address; false when they have no app.
///
/// # Errors
/// What the database says.
pub async fn reset_second_factor(
    house: &House,
    address: &str,
) -> Result<bool, Box<dyn std::error::Error + Send + Sync>> {
    let failed = |failure: Failure| format!("{failure:?}");
    let mut tx = house.db.write().await?;
    let Some(human) = privacy::human_by_address(&mut tx, address).await? else { return Ok(false) };
    let done = end(&mut tx, house, human.id, (house.clock.now(), None)).await.map_err(failed)?;
    tx.commit().await?;
    Ok(done)
}

/// Tells the human that their second factor changed, in case it was not they who did it. No content.
async fn tell(tx: &mut Tx, human_id: Uuid, (now, what): (Moment, &str)) -> Result<(), Failure> {
    let Some(human) = privacy::human(tx, human_id).await? else { return Ok(()) };
    let (lang, Some(to)) = (human.lang(), human.address) else { return Ok(()) };
    let letter = Letter {
        to,
        subject: lang.t("signin-second-mail-subject"),
        text: lang.t(&format!("signin-second-mail-{what}")),
        calendar: None,
    };
    mail::post(tx, &letter, now).await?;
    Ok(())
}

/// Under which name the vault keeps the key of a human's app.
fn subject(human_id: Uuid) -> Uuid {
    ident::of("urasilta:second-factor", &human_id.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_reads_others_data_is_asked_and_whoever_has_an_app() {
        for role in Role::ALL {
            let asked_without = asked(true, &[*role], false);
            let guarded = matches!(role, Role::Coach | Role::Coordinator | Role::Provider | Role::Admin);
            assert_eq!(asked_without, if guarded { Asked::Enrol } else { Asked::Nothing }, "{role}");
            assert_eq!(asked(false, &[*role], false), Asked::Nothing, "{role} where it is only offered");
            assert_eq!(asked(false, &[*role], true), Asked::Code, "{role} who has taken one");
        }
        assert_eq!(asked(true, &[], false), Asked::Nothing);
        assert_eq!(asked(true, &[Role::Supervisor, Role::Coach], false), Asked::Enrol);
    }
}
