//! Signing in by a one-time code. Whoever asks gets the same answer, known or not.
use askama::Template;
use axum::extract::RawQuery;

use super::super::{code, second, throttle, visit};
use crate::{
    desk::{Desk, Posted, see_other},
    text::Lang,
    web::{Answer, Check, Failure, Fault, Sheet, Ui},
};

#[derive(Template)]
#[template(path = "signin/pages/by_code.html")]
struct AskPage {
    ui: Ui,
    sheet: Sheet,
    next: String,
    /// The organisation has a sign-in service of its own.
    has_oidc: bool,
    has_sms: bool,
}

#[derive(Template)]
#[template(path = "signin/pages/code.html")]
struct EnterPage {
    ui: Ui,
    sheet: Sheet,
}

impl AskPage {
    /// The query that takes `next` along.
    fn onward(&self) -> String {
        serde_html_form::to_string([("next", &self.next)]).unwrap_or_default()
    }
}

/// The value of `next` in a query, if it is a path of our own.
pub(in super::super) fn next_of(query: Option<&str>) -> String {
    let pairs: Vec<(String, String)> = serde_html_form::from_str(query.unwrap_or_default()).unwrap_or_default();
    let next = pairs.iter().find(|(name, _)| name == "next").map_or("", |(_, path)| path.as_str());
    visit::own_path(next).to_owned()
}

/// Whether words can be an address or a phone number at all.
pub(super) fn can_be_reached(words: &str) -> bool {
    let address = words.split_once('@').is_some_and(|(name, host)| {
        !name.is_empty() && host.contains('.') && !host.starts_with('.') && !host.ends_with('.')
    });
    let plain = !words.chars().any(|c| c.is_whitespace() || c.is_control()) && words.len() <= 254;
    address && plain || code::phone(words).is_some()
}

fn ask_page(desk: &Desk, sheet: Sheet, next: &str) -> AskPage {
    let config = &desk.house.config;
    AskPage {
        ui: desk.ui(),
        sheet,
        next: next.to_owned(),
        has_oidc: !config.get("oidc_issuer").is_empty(),
        has_sms: !config.get("sms_url").is_empty(),
    }
}

pub(in super::super) async fn show(desk: Desk, RawQuery(query): RawQuery) -> Answer {
    desk.page(&ask_page(&desk, Sheet::empty(), &next_of(query.as_deref())))
}

pub(in super::super) async fn ask(net: visit::Net, Posted { desk, words }: Posted) -> Answer {
    let next = visit::own_path(words.get("next")).to_owned();
    let mut check = Check::new(desk.lang, &words);
    let whose =
        check.one_of("address", "signin-fault-address", |words| can_be_reached(words).then(|| words.to_owned()));
    let whose = match check.done(whose) {
        Ok(whose) => whose,
        Err(sheet) => return desk.faulty(&ask_page(&desk, *sheet, &next)),
    };
    let mut act = desk.act(&words).await?;
    let name = |kind, whose: &str| throttle::name(&desk.house, kind, whose);
    throttle::count(&mut act, throttle::Kind::Net, &name(throttle::Kind::Net, &net.0), desk.now).await?;
    throttle::count(&mut act, throttle::Kind::Code, &name(throttle::Kind::Code, &whose), desk.now).await?;
    throttle::sweep(&mut act, desk.now).await?;
    code::send(&mut act, &desk, &whose, &next).await?;
    desk.done(act, "/signin/code").await
}

pub(in super::super) async fn show_code(desk: Desk) -> Answer {
    let mut tx = desk.read().await?;
    if !code::waits(&mut tx, &desk).await? {
        return Ok(see_other("/signin"));
    }
    desk.page(&EnterPage { ui: desk.ui(), sheet: Sheet::empty() })
}

pub(in super::super) async fn enter(net: visit::Net, Posted { desk, words }: Posted) -> Answer {
    let mut tx = desk.house.db.write_counted(&desk.visit.tally).await?;
    let Some((human_id, next)) = code::prove(&mut tx, &desk, words.get("code")).await? else {
        // The try has been counted; that is to stay.
        tx.commit().await?;
        return wrong(&desk).await;
    };
    let net = throttle::name(&desk.house, throttle::Kind::Net, &net.0);
    throttle::good_net(&mut tx, &net).await?;
    second::go_on(&desk, tx, human_id, &next).await
}

async fn wrong(desk: &Desk) -> Result<axum::response::Response, Failure> {
    visit::refused(desk, "code");
    let waits = code::waits(&mut desk.house.db.read().await?, desk).await?;
    let key = if waits { "signin-fault-code" } else { "signin-fault-code-over" };
    let fault = Fault { name: "code".into(), text: desk.lang.t(key) };
    desk.faulty(&EnterPage { ui: desk.ui(), sheet: Sheet { faults: vec![fault], ..Sheet::empty() } })
}

pub(super) fn ask_sample(lang: Lang) -> String {
    let page = AskPage {
        ui: Ui::plain(lang),
        sheet: Sheet {
            faults: vec![Fault { name: "address".into(), text: lang.t("signin-fault-address") }],
            ..Sheet::empty()
        },
        next: "/".into(),
        has_oidc: true,
        has_sms: true,
    };
    page.render().unwrap_or_default()
}

pub(super) fn enter_sample(lang: Lang) -> String {
    EnterPage { ui: Ui::plain(lang), sheet: Sheet::empty() }.render().unwrap_or_default()
}
