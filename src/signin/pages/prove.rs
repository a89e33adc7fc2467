//! The second factor at the door: a code of the app, or a recovery code when the phone is not at hand.
use askama::Template;
use axum::response::Response;

use super::super::{
    second::{
        self,
        half_way::{self, Errand},
    },
    throttle, visit,
};
use crate::{
    desk::{Desk, Posted, see_other},
    privacy::session::Strength,
    text::Lang,
    web::{Answer, Failure, Fault, Sheet, Ui},
};

#[derive(Template)]
#[template(path = "signin/pages/prove.html")]
struct Page {
    ui: Ui,
    sheet: Sheet,
    /// A recovery code is asked instead of the app's.
    recovery: bool,
}

pub(in super::super) async fn show(desk: Desk) -> Answer {
    ask(&desk, false).await
}

pub(in super::super) async fn show_recovery(desk: Desk) -> Answer {
    ask(&desk, true).await
}

async fn ask(desk: &Desk, recovery: bool) -> Answer {
    let half = half_way::waits(&mut desk.read().await?, desk).await?;
    if half.is_none_or(|half| half.errand != Errand::Ask) {
        return Ok(see_other("/signin"));
    }
    desk.page(&Page { ui: desk.ui(), sheet: Sheet::empty(), recovery })
}

pub(in super::super) async fn enter(net: visit::Net, Posted { desk, words }: Posted) -> Answer {
    let recovery = words.pairs().any(|(name, _)| name == "recovery");
    let said = words.get(if recovery { "recovery" } else { "code" });
    let net = throttle::name(&desk.house, throttle::Kind::Net, &net.0);
    let mut tx = desk.house.db.write_counted(&desk.visit.tally).await?;
    throttle::count(&mut tx, throttle::Kind::Net, &net, desk.now).await?;
    let Some(half) = half_way::tried(&mut tx, &desk, true).await? else {
        tx.commit().await?;
        return wrong(&desk, recovery, "signin-fault-second-over");
    };
    let account = throttle::name(&desk.house, throttle::Kind::Second, &half.human_id.to_string());
    throttle::count(&mut tx, throttle::Kind::Second, &account, desk.now).await?;
    if !second::prove(&mut tx, &desk, half.human_id, said).await? {
        // The tries have been counted; that is to stay.
        tx.commit().await?;
        return wrong(&desk, recovery, if recovery { "signin-fault-recovery" } else { "signin-fault-second" });
    }
    throttle::good(&mut tx, &account, &net).await?;
    half_way::through(&mut tx, &desk).await?;
    visit::enter(&desk, tx, half.human_id, (Strength::Second, &half.next)).await
}

fn wrong(desk: &Desk, recovery: bool, key: &str) -> Result<Response, Failure> {
    visit::refused(desk, if recovery { "recovery" } else { "app" });
    let name = if recovery { "recovery" } else { "code" };
    let fault = Fault { name: name.into(), text: desk.lang.t(key) };
    desk.faulty(&Page { ui: desk.ui(), sheet: Sheet { faults: vec![fault], ..Sheet::empty() }, recovery })
}

pub(super) fn sample(lang: Lang) -> String {
    Page { ui: Ui::plain(lang), sheet: Sheet::empty(), recovery: false }.render().unwrap_or_default()
}

pub(super) fn recovery_sample(lang: Lang) -> String {
    Page { ui: Ui::plain(lang), sheet: Sheet::empty(), recovery: true }.render().unwrap_or_default()
}
