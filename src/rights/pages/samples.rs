//! Every page with believable contents.
use askama::Template;
use chrono::{NaiveDate, TimeZone, Utc};
use uuid::Uuid;

use super::{
    super::{
        request::Kind,
        store::lists::{Count, Hold, HoldReason, ListState},
    },
    Pick, key,
    own::{OwnPage, Sent},
    requests::RequestPage,
    retention::{self, DryRunPage, RetentionPage},
};
use crate::{
    clock::Moment,
    house::Sample,
    people::{Organisation, OrganisationKind},
    text::Lang,
    web::{Sheet, Ui},
};

pub fn samples() -> Vec<Sample> {
    vec![
        Sample { name: "rights/own", render: |lang| page(&own(lang)) },
        Sample { name: "rights/retention", render: |lang| page(&retention(lang, true)) },
        Sample { name: "rights/retention-empty", render: |lang| page(&retention(lang, false)) },
        Sample { name: "rights/dry-run", render: |lang| page(&dry_run(lang)) },
        Sample { name: "rights/request", render: |lang| page(&request(lang)) },
    ]
}

fn page(page: &impl Template) -> String {
    page.render().unwrap_or_default()
}

fn now() -> Moment {
    Utc.with_ymd_and_hms(2026, 11, 20, 7, 0, 0).single().unwrap_or_default()
}

fn day() -> NaiveDate {
    crate::clock::day(now())
}

fn own(lang: Lang) -> OwnPage {
    let ui = Ui::plain(lang);
    let sent = Sent {
        title: ui.t(&key("rights-kind-", Kind::Rectification.code())),
        meta: ui.t2("rights-waits", ("sent", "due"), ui.date(&now()), ui.day(&day())),
        words: "– – –".into(),
        answer: String::new(),
    };
    let organisation = |name: &str| Organisation {
        id: Uuid::nil(),
        kind: OrganisationKind::WellbeingCounty,
        name: name.into(),
        business_id: None,
    };
    OwnPage::of(ui, &[organisation("Järvilaakson hyvinvointialue")], vec![sent], Sheet::empty())
}

fn count() -> Count {
    Count {
        id: Uuid::from_u128(1),
        organisation: "Järvilaakson hyvinvointialue".into(),
        class: "coaching".into(),
        state: ListState::Listed,
        made_at: now(),
        listed: 12,
        erased: 1,
        held: 2,
        earliest: Some(day()),
    }
}

fn retention(lang: Lang, some: bool) -> RetentionPage {
    let ui = Ui::plain(lang);
    let hold = Hold {
        id: Uuid::from_u128(2),
        person_id: Uuid::from_u128(3),
        first_name: "Maija".into(),
        last_name: "Virtanen".into(),
        reason: HoldReason::LegalClaim,
        placed_at: now(),
    };
    let reasons =
        HoldReason::ALL.iter().map(|one| Pick::new(one.code(), ui.t(&key("rights-hold-", one.code())), false));
    let choices = ["no", "yes"].map(|code| Pick::new(code, ui.t(&key("rights-policy-", code)), code == "no"));
    let waiting = retention::waiting(&ui, (Uuid::from_u128(4), Kind::Erasure), (now(), day()), day());
    RetentionPage {
        classes: retention::classes(&ui),
        lists: some.then(|| retention::listed(&ui, &count(), false)).into_iter().collect(),
        requests: some.then_some(waiting).into_iter().collect(),
        holds: some.then(|| retention::held(&ui, &hold)).into_iter().collect(),
        reasons: reasons.collect(),
        policy: retention::policy_words(&ui, some.then(|| (day(), true))),
        choices: choices.into(),
        ui,
        sheet: Sheet::empty(),
    }
}

fn dry_run(lang: Lang) -> DryRunPage {
    let ui = Ui::plain(lang);
    let lists = vec![retention::listed(&ui, &count(), true)];
    DryRunPage { classes: retention::classes(&ui), lists, ui }
}

fn request(lang: Lang) -> RequestPage {
    let ui = Ui::plain(lang);
    RequestPage {
        id: Uuid::from_u128(4),
        title: ui.t(&key("rights-kind-", Kind::Erasure.code())),
        name: "Maija Virtanen".into(),
        meta: ui.t2("rights-waits", ("sent", "due"), ui.date(&now()), ui.day(&day())),
        words: "– – –".into(),
        answer: String::new(),
        may_erase: true,
        ui,
        sheet: Sheet::empty(),
    }
}
