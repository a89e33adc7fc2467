//! Signing in by a password. Who holds a role proves more: with an authenticator app, or where none is asked, a code.
use askama::Template;
use axum::extract::RawQuery;

use super::{
    super::{code, password, second, throttle, visit},
    by_code::next_of,
};
use crate::{
    desk::{Desk, Posted, see_other},
    privacy::{self, account},
    text::Lang,
    web::{Answer, Failure, Fault, Sheet, Ui},
};

#[derive(Template)]
#[template(path = "signin/pages/by_password.html")]
struct Page {
    ui: Ui,
    sheet: Sheet,
    next: String,
}

pub(in super::super) async fn show(desk: Desk, RawQuery(query): RawQuery) -> Answer {
    desk.page(&Page { ui: desk.ui(), sheet: Sheet::empty(), next: next_of(query.as_deref()) })
}

pub(in super::super) async fn enter(net: visit::Net, Posted { desk, words }: Posted) -> Answer {
    let next = visit::own_path(words.get("next")).to_owned();
    let address = words.get("address").to_owned();
    let account = throttle::name(&desk.house, throttle::Kind::Password, &address);
    let net = throttle::name(&desk.house, throttle::Kind::Net, &net.0);
    let human = {
        let mut tx = desk.house.db.write_counted(&desk.visit.tally).await?;
        throttle::count(&mut tx, throttle::Kind::Net, &net, desk.now).await?;
        throttle::count(&mut tx, throttle::Kind::Password, &account, desk.now).await?;
        let human = privacy::human_by_address(&mut tx, &address).await?;
        tx.commit().await?;
        human
    };
    let known = human.as_ref().and_then(|human| human.password_hash.clone());
    let fits = password::fits(words.get("password").to_owned(), known).await?;
    let Some(human) = human.filter(|_| fits) else { return wrong(&desk, &address, next) };
    let mut tx = desk.house.db.write_counted(&desk.visit.tally).await?;
    throttle::good(&mut tx, &account, &net).await?;
    let asked = second::asked_of(&mut tx, &desk, human.id).await?;
    if asked == second::Asked::Nothing && !account::roles(&mut tx, human.id, desk.now).await?.is_empty() {
        code::send(&mut tx, &desk, &address, &next).await?;
        tx.commit().await?;
        return Ok(see_other("/signin/code"));
    }
    second::go_on(&desk, tx, human.id, &next).await
}

fn wrong(desk: &Desk, address: &str, next: String) -> Result<axum::response::Response, Failure> {
    visit::refused(desk, "password");
    let fault = Fault { name: "password".into(), text: desk.lang.t("signin-fault-password") };
    let sheet = Sheet { faults: vec![fault], ..Sheet::filled([("address", address.to_owned())]) };
    desk.faulty(&Page { ui: desk.ui(), sheet, next })
}

pub(super) fn sample(lang: Lang) -> String {
    Page { ui: Ui::plain(lang), sheet: Sheet::empty(), next: "/".into() }.render().unwrap_or_default()
}
