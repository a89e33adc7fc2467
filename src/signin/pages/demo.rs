//! The demo's door: its invented people, entered as with one click. In any other house there is no such page.
use askama::Template;
use axum::extract::Path;

use super::super::{Persona, persona, visit};
use crate::{
    desk::{Desk, Posted},
    house::House,
    privacy::session::Strength,
    text::Lang,
    web::{Answer, Failure, Ui},
};

#[derive(Template)]
#[template(path = "signin/pages/demo.html")]
struct Page {
    ui: Ui,
    people: Vec<(Persona, String)>,
}

impl Page {
    fn role(&self, persona: &Persona) -> String {
        self.ui.t(&format!("signin-persona-{persona}"))
    }

    fn sees(&self, persona: &Persona) -> String {
        self.ui.t(&format!("signin-persona-{persona}-sees"))
    }
}

fn only_in_a_demo(house: &House) -> Result<(), Failure> {
    if house.demo { Ok(()) } else { Err(Failure::NotFound) }
}

pub(in super::super) async fn show(desk: Desk) -> Answer {
    only_in_a_demo(&desk.house)?;
    let people = persona::personas(&desk.house).await?;
    desk.page(&Page { ui: desk.ui(), people })
}

pub(in super::super) async fn enter(Path(persona): Path<String>, Posted { desk, words: _ }: Posted) -> Answer {
    only_in_a_demo(&desk.house)?;
    let persona = Persona::read(&persona).ok_or(Failure::NotFound)?;
    let mut tx = desk.house.db.write().await?;
    let human_id = persona::human_of(&mut tx, persona).await?.ok_or(Failure::NotFound)?;
    visit::enter(&desk, tx, human_id, (Strength::Invented, "/")).await
}

pub(super) fn sample(lang: Lang) -> String {
    let names =
        ["Maija Virtanen", "Pekka Niemi", "Aino Laine", "Kirsi Salo", "Olli Mäki", "Arja Korpi", "Tuula Jokela"];
    let people = Persona::ALL.iter().copied().zip(names.map(str::to_owned)).collect();
    Page { ui: Ui { demo: true, ..Ui::plain(lang) }, people }.render().unwrap_or_default()
}
