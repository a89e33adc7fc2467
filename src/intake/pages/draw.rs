//! The lottery told to everyone: the seal before the draw, and after it the seed and the tickets in the drawn order.
use askama::Template;
use axum::extract::Path;
use uuid::Uuid;

use super::shown;
use crate::{
    desk::Desk,
    house::Sample,
    intake::{selection, store::draws},
    programmes::{self, Selection},
    text::Lang,
    web::{Answer, Failure, Ui},
};

/// A ticket and the number by which it stands.
struct Lot {
    ticket: String,
    lot: String,
}

#[derive(Template)]
#[template(path = "intake/pages/draw.html")]
struct DrawPage {
    ui: Ui,
    service: String,
    commitment: String,
    /// Empty before the draw.
    seed: String,
    lots: Vec<Lot>,
}

pub async fn show(desk: Desk, Path(round_id): Path<Uuid>) -> Answer {
    let mut tx = desk.read().await?;
    let round = programmes::round(&mut tx, round_id).await?.filter(|round| round.selection == Selection::Lottery);
    let round = round.ok_or(Failure::NotFound)?;
    let seed = round.lottery_seed.clone().unwrap_or_default();
    let tickets = if seed.is_empty() { Vec::new() } else { draws::tickets(&mut tx, round_id).await? };
    desk.page(&DrawPage {
        ui: desk.ui(),
        service: round.name().say(desk.lang).to_owned(),
        commitment: round.lottery_commitment.clone().unwrap_or_default(),
        lots: tickets.into_iter().map(|ticket| Lot { lot: selection::lot(&seed, &ticket), ticket }).collect(),
        seed,
    })
}

pub fn samples() -> Vec<Sample> {
    fn page(lang: Lang, drawn: bool) -> String {
        let seed = "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";
        let ticket = "0000000000000001".to_owned();
        let page = DrawPage {
            ui: Ui::plain(lang),
            service: shown::sample_service(lang),
            commitment: selection::commitment(seed),
            seed: if drawn { seed.into() } else { String::new() },
            lots: if drawn { vec![Lot { lot: selection::lot(seed, &ticket), ticket }] } else { Vec::new() },
        };
        page.render().unwrap_or_default()
    }
    vec![
        Sample { name: "intake/draw-before", render: |lang| page(lang, false) },
        Sample { name: "intake/draw", render: |lang| page(lang, true) },
    ]
}
