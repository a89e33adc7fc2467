//! Taking an authenticator app into use: a picture to point the phone at, the same as text, and the first code. Then the
//! recovery codes, once.
use askama::Template;
use axum::response::Response;

use super::super::{
    second::{
        self,
        app::{self, Picture},
        half_way::{self, Errand, HalfWay},
    },
    throttle, visit,
};
use crate::{
    db::Tx,
    desk::{Desk, Posted, see_other},
    privacy::{self, Human, session::Strength},
    text::Lang,
    web::{Answer, Failure, Fault, Sheet, Ui},
};

#[derive(Template)]
#[template(path = "signin/pages/enrol.html")]
struct Page {
    ui: Ui,
    sheet: Sheet,
    key: String,
    address: String,
    picture: Option<Picture>,
    /// Another app takes the place of the one there is.
    change: bool,
}

/// The answer to the form's second press: the first answer, with the codes, was never seen.
#[derive(Template)]
#[template(path = "signin/pages/pressed_twice.html")]
struct TwicePage {
    ui: Ui,
}

#[derive(Template)]
#[template(path = "signin/pages/recovery_codes.html")]
pub(super) struct CodesPage {
    pub ui: Ui,
    pub codes: Vec<String>,
    pub next: String,
}

async fn page(desk: &Desk, tx: &mut Tx, half: &HalfWay, sheet: Sheet) -> Result<Page, Failure> {
    let key = second::key(tx, &desk.house, half).await?;
    let human = privacy::human(tx, half.human_id).await?.ok_or(Failure::NotFound)?;
    let who = human.address.unwrap_or(human.name);
    Ok(made(desk.ui(), (desk.house.config.get("site_name"), &who), key, sheet, half.errand == Errand::Change))
}

fn made(ui: Ui, (site, who): (&str, &str), key: String, sheet: Sheet, change: bool) -> Page {
    let address = app::address(site, who, &key);
    Page { ui, sheet, key: app::in_groups(&key), picture: app::picture(&address), address, change }
}

pub(in super::super) async fn show(desk: Desk) -> Answer {
    let mut tx = desk.read().await?;
    let half =
        half_way::waits(&mut tx, &desk).await?.filter(|half| matches!(half.errand, Errand::Enrol | Errand::Change));
    let Some(half) = half else { return Ok(see_other("/signin")) };
    let page = page(&desk, &mut tx, &half, Sheet::empty()).await?;
    desk.page(&page)
}

/// The first code of the app. When it is right, the app is in use, a session begins and the recovery codes are shown; a
/// page that answers a form, because what is shown once must not stand behind an address.
pub(in super::super) async fn confirm(net: visit::Net, Posted { desk, words }: Posted) -> Answer {
    let net = throttle::name(&desk.house, throttle::Kind::Net, &net.0);
    let mut tx = desk.house.db.write_counted(&desk.visit.tally).await?;
    throttle::count(&mut tx, throttle::Kind::Net, &net, desk.now).await?;
    let Some(half) = half_way::tried(&mut tx, &desk, false).await? else {
        tx.commit().await?;
        return Ok(see_other("/signin"));
    };
    if half.errand == Errand::Done {
        tx.commit().await?;
        return desk.page(&TwicePage { ui: desk.ui() });
    }
    let Some(codes) = second::set(&mut tx, &desk, &half, words.get("code")).await? else {
        let fault = Fault { name: "code".into(), text: desk.lang.t("signin-fault-second") };
        let page = page(&desk, &mut tx, &half, Sheet { faults: vec![fault], ..Sheet::empty() }).await?;
        tx.commit().await?;
        return desk.faulty(&page);
    };
    throttle::good_net(&mut tx, &net).await?;
    half_way::finished(&mut tx, &desk).await?;
    let token = visit::begin(&desk, &mut tx, half.human_id, Strength::Second).await?;
    let human = privacy::human(&mut tx, half.human_id).await?.ok_or(Failure::NotFound)?;
    tx.commit().await?;
    let mut response = shown(&desk, human, codes, half.next)?;
    visit::set_session(&desk.house, &mut response, &token);
    Ok(response)
}

fn shown(desk: &Desk, human: Human, codes: Vec<String>, next: String) -> Result<Response, Failure> {
    let ui = Ui { name: Some(human.name), ..desk.ui() };
    desk.page(&CodesPage { ui, codes, next })
}

pub(super) fn sample(lang: Lang) -> String {
    let who = ("Järvilaakson hyvinvointialue", "kirsi.salo@example.invalid");
    made(Ui::plain(lang), who, "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ".into(), Sheet::empty(), false)
        .render()
        .unwrap_or_default()
}

pub(super) fn twice_sample(lang: Lang) -> String {
    TwicePage { ui: Ui::plain(lang) }.render().unwrap_or_default()
}

pub(super) fn codes_sample(lang: Lang) -> String {
    let codes = (0..10).map(|n| format!("K7QF-3MZB-XW2P-R5T{n}")).collect();
    let ui = Ui { name: Some("Kirsi Salo".into()), ..Ui::plain(lang) };
    CodesPage { ui, codes, next: "/".into() }.render().unwrap_or_default()
}
