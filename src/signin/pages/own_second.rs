//! The own authenticator app: taken into use, changed for another, new recovery codes, and given up where one may.
use askama::Template;

use super::{
    super::{
        second::{
            self, Own,
            half_way::{self, Errand},
        },
        throttle,
    },
    enrol::CodesPage,
};
use crate::{
    clock::Moment,
    db::Tx,
    desk::{Desk, Posted, see_other},
    events::Event,
    signin::visit,
    text::Lang,
    web::{Answer, Failure, Fault, Sheet, Ui},
};

#[derive(Template)]
#[template(path = "signin/pages/own_second.html")]
struct Page {
    ui: Ui,
    sheet: Sheet,
    own: Own,
}

const PATH: &str = "/me/second-factor";

pub(in super::super) async fn show(desk: Desk) -> Answer {
    let human_id = desk.actor()?.human_id;
    let own = second::own(&mut desk.read().await?, &desk, human_id).await?;
    desk.page(&Page { ui: desk.ui(), sheet: Sheet::empty(), own })
}

/// What is changed is proven first with the app there is, or with a recovery code.
pub(in super::super) async fn act(Posted { desk, words }: Posted) -> Answer {
    let human_id = desk.actor()?.human_id;
    let mut tx = desk.house.db.write_counted(&desk.visit.tally).await?;
    let own = second::own(&mut tx, &desk, human_id).await?;
    if own.set_at.is_none() {
        half_way::begin(&mut tx, &desk, human_id, (Errand::Enrol, PATH)).await?;
        tx.commit().await?;
        return Ok(see_other("/signin/second/new"));
    }
    let account = throttle::name(&desk.house, throttle::Kind::Second, &human_id.to_string());
    throttle::count(&mut tx, throttle::Kind::Second, &account, desk.now).await?;
    if !second::prove(&mut tx, &desk, human_id, words.get("code")).await? {
        tx.commit().await?;
        let fault = Fault { name: "code".into(), text: desk.lang.t("signin-fault-second") };
        return desk.faulty(&Page { ui: desk.ui(), sheet: Sheet { faults: vec![fault], ..Sheet::empty() }, own });
    }
    throttle::good_account(&mut tx, &account).await?;
    do_it(&desk, tx, (words.get("do"), own.required)).await
}

async fn do_it(desk: &Desk, mut tx: Tx, (what, required): (&str, bool)) -> Answer {
    let human_id = desk.actor()?.human_id;
    match what {
        "codes" => {
            let codes = second::new_codes(&mut tx, desk, human_id).await?;
            let event = Event::new("second-factor.codes-made", human_id, visit::accounts(), desk.now);
            event.by(Some(human_id)).record(&mut tx).await?;
            tx.commit().await?;
            desk.page(&CodesPage { ui: desk.ui(), codes, next: PATH.into() })
        }
        "end" if !required => {
            second::end(&mut tx, &desk.house, human_id, (desk.now, Some(human_id))).await?;
            tx.commit().await?;
            Ok(see_other("/me/password?done=done-signin-second-ended"))
        }
        "change" => {
            half_way::begin(&mut tx, desk, human_id, (Errand::Change, PATH)).await?;
            tx.commit().await?;
            Ok(see_other("/signin/second/new"))
        }
        _ => Err(Failure::NotFound),
    }
}

impl Page {
    fn since(&self, at: &Moment) -> String {
        self.ui.t1("signin-own-second-since", "day", self.ui.date(at))
    }
}

pub(super) fn sample(lang: Lang) -> String {
    let at = crate::clock::start_of(chrono::NaiveDate::default());
    let ui = Ui { name: Some("Kirsi Salo".into()), ..Ui::plain(lang) };
    Page { ui, sheet: Sheet::empty(), own: Own { set_at: Some(at), left: 9, required: false } }
        .render()
        .unwrap_or_default()
}
