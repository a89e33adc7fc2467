//! The front page: whoever has signed in goes on to the screen that answers "what do I do now?"; others are told what
//! this is.
use askama::Template;
use axum::http::Method;

use crate::{
    desk::{Desk, see_other},
    house::House,
    privacy::{Actor, Role},
    text::Lang,
    web::{Answer, MenuEntry, Ui},
};

/// The first screen of each role; who has several begins with the work that waits for others.
const FIRST: [(Role, &str); 7] = [
    (Role::Coordinator, "/planner"),
    (Role::Coach, "/today"),
    (Role::Provider, "/assignments"),
    (Role::Supervisor, "/waiting"),
    (Role::Admin, "/system"),
    (Role::Committee, "/reports"),
    (Role::Participant, "/path"),
];

#[derive(Template)]
#[template(path = "signin/pages/front.html")]
struct FrontPage {
    ui: Ui,
}

#[derive(Template)]
#[template(path = "signin/pages/home.html")]
struct HomePage {
    ui: Ui,
    name: String,
}

/// The first screen of the actor among those that the house has.
fn first_screen(house: &House, actor: &Actor) -> Option<&'static str> {
    let there = |path: &str| house.plan.who(&Method::GET, path).is_some_and(|who| actor.may_use(who));
    FIRST.into_iter().find(|(role, path)| actor.is(*role) && there(path)).map(|(_, path)| path)
}

pub(in super::super) async fn show(desk: Desk) -> Answer {
    if let Some(actor) = desk.maybe_actor() {
        return match first_screen(&desk.house, actor) {
            Some(path) => Ok(see_other(path)),
            None => desk.page(&HomePage { name: actor.name.clone(), ui: desk.ui() }),
        };
    }
    if desk.house.plan.who(&Method::GET, "/services").is_some() {
        return Ok(see_other("/services"));
    }
    desk.page(&FrontPage { ui: desk.ui() })
}

pub(super) fn front_sample(lang: Lang) -> String {
    FrontPage { ui: Ui { demo: true, ..Ui::plain(lang) } }.render().unwrap_or_default()
}

pub(super) fn home_sample(lang: Lang) -> String {
    let menu = vec![MenuEntry { label: lang.t("signin-system"), href: "/system", current: false }];
    let ui = Ui { menu, name: Some("Arja Korpi".into()), ..Ui::plain(lang) };
    HomePage { ui, name: "Arja Korpi".into() }.render().unwrap_or_default()
}
