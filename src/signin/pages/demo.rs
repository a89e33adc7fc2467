//! The demo's door: its invented people, entered as with one click. In any other house there is no such page.
use askama::Template;
use axum::extract::{Path, Query};
use chrono::DateTime;
use serde::Deserialize;
use uuid::Uuid;

use super::super::{Persona, persona, visit};
use crate::{
    clock,
    demo::{self, Hands, Piece, only_in_a_demo},
    desk::{Desk, Posted, see_other},
    privacy::{self, session::Strength},
    text::Lang,
    web::{Answer, Failure, Ui},
};

#[derive(Template)]
#[template(path = "signin/pages/demo.html")]
struct Page {
    ui: Ui,
    people: Vec<(Persona, String)>,
    guests: Vec<(Uuid, String)>,
    hands: Hands,
    /// How many letters went out when the clock was moved just now.
    letters: Option<i64>,
}

#[derive(Deserialize)]
pub(in super::super) struct Moved {
    /// The moment from which the clock was moved, in milliseconds.
    since: Option<i64>,
}

impl Page {
    fn role(&self, persona: &Persona) -> String {
        self.ui.t(&format!("signin-persona-{persona}"))
    }

    fn sees(&self, persona: &Persona) -> String {
        self.ui.t(&format!("signin-persona-{persona}-sees"))
    }
}

pub(in super::super) async fn show(desk: Desk, Query(moved): Query<Moved>) -> Answer {
    only_in_a_demo(&desk.house)?;
    let people = persona::personas(&desk.house).await?;
    let hands = demo::hands(&desk.house).await?;
    let mut tx = desk.read().await?;
    let guests = persona::guests(&mut tx).await?;
    let letters = match moved.since.and_then(DateTime::from_timestamp_millis) {
        Some(since) => Some(demo::letters_since(&mut tx, since).await?),
        None => None,
    };
    desk.page(&Page { ui: desk.ui(), people, guests, hands, letters })
}

pub(in super::super) async fn enter(Path(persona): Path<String>, Posted { desk, words: _ }: Posted) -> Answer {
    only_in_a_demo(&desk.house)?;
    let persona = Persona::read(&persona).ok_or(Failure::NotFound)?;
    let mut tx = desk.house.db.write().await?;
    let human_id = persona::human_of(&mut tx, persona).await?.ok_or(Failure::NotFound)?;
    visit::enter(&desk, tx, human_id, (Strength::Invented, "/")).await
}

/// Enters as one of those who have nothing under way yet.
pub(in super::super) async fn enter_guest(Path(id): Path<Uuid>, Posted { desk, words: _ }: Posted) -> Answer {
    only_in_a_demo(&desk.house)?;
    let mut tx = desk.house.db.write().await?;
    let known = persona::guests(&mut tx).await?.into_iter().any(|(human_id, _)| human_id == id);
    if !known {
        return Err(Failure::NotFound);
    }
    visit::enter(&desk, tx, id, (Strength::Invented, "/")).await
}

/// Opens the link of a letter as its receiver, who would sign in first.
pub(in super::super) async fn open_letter(Path(id): Path<Uuid>, Posted { desk, words: _ }: Posted) -> Answer {
    only_in_a_demo(&desk.house)?;
    let mut tx = desk.house.db.write().await?;
    let letter = demo::letter(&mut tx, id).await?.ok_or(Failure::NotFound)?;
    let lines = demo::pieces(&letter.words, desk.house.config.get("public_url"));
    let link = lines.into_iter().flatten().find_map(|piece| match piece {
        Piece::Link(path) => Some(path),
        _ => None,
    });
    let receiver = privacy::human_by_address(&mut tx, &letter.address).await?;
    match (link, receiver) {
        (Some(link), Some(human)) => {
            visit::enter(&desk, tx, human.id, (Strength::Invented, visit::own_path(&link))).await
        }
        (Some(link), None) => Ok(see_other(visit::own_path(&link))),
        _ => Err(Failure::NotFound),
    }
}

pub(super) fn sample(lang: Lang) -> String {
    let names = [
        "Maija Virtanen",
        "Riikka Haavio",
        "Pekka Niemi",
        "Aino Laine",
        "Kirsi Salo",
        "Olli Mäki",
        "Arja Korpi",
        "Tuula Jokela",
    ];
    let people = Persona::ALL.iter().copied().zip(names.map(str::to_owned)).collect();
    let now = clock::start_of(clock::read_day("26.11.2026").unwrap_or_default());
    let guests = vec![(Uuid::nil(), "Sanna Heino".to_owned()), (Uuid::max(), "Jonas Nyman".to_owned())];
    let ui = Ui { demo: true, now: Some(now), ..Ui::plain(lang) };
    Page { ui, people, guests, hands: Hands { now, next: Some(now) }, letters: Some(3) }.render().unwrap_or_default()
}
