//! The letter to somebody who has been given an account or a role: where to sign in, and nothing else.
use uuid::Uuid;

use crate::{
    clock::Moment,
    db::Tx,
    desk::{self, Desk},
    mail::{self, Letter},
    privacy::{self, Role, account},
    web::Failure,
};

/// The name under which it is remembered that somebody has been written to.
const WRITTEN: &str = "signin.welcome";

/// Gives the role, and writes to its holder when it is new to them: once, also when several are given on one day. Whoever
/// holds it already keeps it and gets no letter.
pub async fn welcome(
    tx: &mut Tx,
    desk: &Desk,
    human_id: Uuid,
    (seat, period): ((Uuid, Role), (Moment, Moment)),
) -> Result<(), Failure> {
    let held = account::holds(tx, human_id, privacy::seat_id(seat.0, seat.1), desk.now).await?;
    privacy::give_seat(tx, human_id, seat, period).await?;
    if held || !desk::first_today(tx, WRITTEN, &human_id.to_string(), desk.now).await? {
        return Ok(());
    }
    let Some(human) = privacy::human(tx, human_id).await? else { return Ok(()) };
    let (lang, Some(to)) = (human.lang(), human.address) else { return Ok(()) };
    let config = &desk.house.config;
    let values = [
        ("site", config.get("site_name").to_owned().into()),
        ("url", format!("{}/signin", config.get("public_url")).into()),
    ];
    let key =
        if seat.1.reads_others() && config.needs_second_factor() { "signin-welcome-app" } else { "signin-welcome" };
    let letter =
        Letter { to, subject: lang.t("signin-welcome-subject"), text: lang.t_with(key, values), calendar: None };
    mail::post(tx, &letter, desk.now).await?;
    Ok(())
}
