//! The demo's mail box: the letters that went out, newest first, as their receivers see them.
use askama::Template;

use super::{
    letters::{Piece, pieces},
    only_in_a_demo,
    store::{self, Kept},
};
use crate::{
    clock,
    desk::Desk,
    ident,
    text::Lang,
    web::{Answer, Ui},
};

/// So many of the newest letters are shown.
const SHOWN: i64 = 40;

#[derive(Template)]
#[template(path = "demo/mail_box.html")]
struct Page {
    ui: Ui,
    letters: Vec<Shown>,
}

/// A letter on the page.
struct Shown {
    kept: Kept,
    lines: Vec<Vec<Piece>>,
}

impl Shown {
    fn of(kept: Kept, home: &str) -> Shown {
        Shown { lines: pieces(&kept.words, home), kept }
    }

    fn code(&self) -> Option<&str> {
        self.lines.iter().flatten().find_map(|piece| match piece {
            Piece::Code(code) => Some(code.as_str()),
            _ => None,
        })
    }

    /// Leads behind the sign-in: the demo lets the receiver in with one click.
    fn leads_in(&self) -> bool {
        let mut links = self.lines.iter().flatten().filter_map(|piece| match piece {
            Piece::Link(path) => Some(path),
            _ => None,
        });
        links.any(|path| !path.starts_with("/o/"))
    }
}

pub(super) async fn show(desk: Desk) -> Answer {
    only_in_a_demo(&desk.house)?;
    let mut tx = desk.read().await?;
    let home = desk.house.config.get("public_url").to_owned();
    let letters = store::newest(&mut tx, SHOWN).await?.into_iter().map(|kept| Shown::of(kept, &home)).collect();
    desk.page(&Page { ui: desk.ui(), letters })
}

pub(super) fn sample(lang: Lang) -> String {
    let sent_at = clock::start_of(clock::read_day("26.11.2026").unwrap_or_default());
    let letter = |subject: &str, words: &str, invitation| Kept {
        id: ident::at(sent_at),
        address: "maija.virtanen@jarvilaakso.example.invalid".into(),
        subject: subject.into(),
        words: words.into(),
        invitation,
        sent_at,
    };
    let kept = [
        letter("Uutta Urasillassa", "Hei!\n\nKirjaudu sisään: https://urasilta.example/path", true),
        letter("Kirjautumiskoodisi", "Hei!\n\nKirjautumiskoodisi on 1234 5678.", false),
        letter("Yksi kysymys sinulle", "Hei!\n\nVastaa tästä: https://urasilta.example/o/abc", false),
    ];
    let letters = kept.into_iter().map(|kept| Shown::of(kept, "https://urasilta.example")).collect();
    Page { ui: Ui { demo: true, ..Ui::plain(lang) }, letters }.render().unwrap_or_default()
}

pub(super) fn empty_sample(lang: Lang) -> String {
    Page { ui: Ui { demo: true, ..Ui::plain(lang) }, letters: Vec::new() }.render().unwrap_or_default()
}
