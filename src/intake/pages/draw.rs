//! The lottery told to everyone: the seal before the draw, and after it the seed and the tickets in the drawn order.
use askama::Template;
use axum::extract::Path;
use uuid::Uuid;

use super::shown;
use crate::{
    clock,
    desk::Desk,
    house::Sample,
    intake::{selection, store::draws},
    programmes::{self, Selection, lottery},
    text::Lang,
    web::{Answer, Failure, Ui},
};

/// A ticket and the number by which it stands.
struct Lot {
    place: usize,
    ticket: String,
    hash: String,
}

/// The tickets of one draw in their order.
struct Turn {
    title: String,
    lots: Vec<Lot>,
}

/// The example that a reader can do again by hand.
struct Example {
    /// The command and what it gives.
    seal: (String, String),
    /// Place, command and what it gives.
    lots: Vec<(usize, String, String)>,
}

#[derive(Template)]
#[template(path = "intake/pages/draw.html")]
struct DrawPage {
    ui: Ui,
    back: String,
    service: String,
    seal: String,
    /// When it was sealed.
    sealed_at: String,
    /// Empty before the draw.
    seed: String,
    turns: Vec<Turn>,
    example: Example,
}

pub async fn show(desk: Desk, Path(round_id): Path<Uuid>) -> Answer {
    let mut tx = desk.read().await?;
    let round = programmes::round(&mut tx, round_id).await?.filter(|round| round.selection == Selection::Lottery);
    let round = round.filter(|round| round.is_told_to(desk.maybe_actor())).ok_or(Failure::NotFound)?;
    let seed = round.lottery_seed.clone().unwrap_or_default();
    let lots = if seed.is_empty() { Vec::new() } else { draws::of(&mut tx, round_id).await? };
    let sealed_at = programmes::sealed_at(&mut tx, round_id).await?;
    let ui = desk.ui();
    desk.page(&DrawPage {
        back: format!("/services/{round_id}"),
        service: round.name().say(desk.lang).to_owned(),
        seal: round.lottery_commitment.clone().unwrap_or_default(),
        sealed_at: sealed_at.map(|at| ui.moment(&at)).unwrap_or_default(),
        turns: turns(&ui, (&seed, &lots)),
        example: example(),
        seed,
        ui,
    })
}

fn turns(ui: &Ui, (seed, lots): (&str, &[draws::Lot])) -> Vec<Turn> {
    let lot = |(at, lot): (usize, &draws::Lot)| Lot {
        place: at + 1,
        hash: selection::lot(seed, &lot.ticket),
        ticket: lot.ticket.clone(),
    };
    lots.chunk_by(|one, other| one.turn == other.turn)
        .map(|turn| {
            let when = ui.moment(&turn[0].drawn_at);
            let title = match turn[0].turn {
                1 => ui.t1("intake-draw-order", "when", when),
                _ => ui.t1("intake-draw-later", "when", when),
            };
            Turn { title, lots: turn.iter().enumerate().map(lot).collect() }
        })
        .collect()
}

const EXAMPLE: &str = "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";

/// Three invented tickets drawn with an invented seed.
fn example() -> Example {
    let tickets = ["0000000000000001", "0000000000000002", "0000000000000003"];
    let mut lots = tickets.map(|ticket| (selection::lot(EXAMPLE, ticket), ticket));
    lots.sort();
    let command = |ticket: &str| format!("printf '%s:%s' {EXAMPLE} {ticket} | sha256sum");
    Example {
        seal: (format!("printf '%s' {EXAMPLE} | sha256sum"), lottery::seal(EXAMPLE)),
        lots: lots.into_iter().zip(1..).map(|((lot, ticket), place)| (place, command(ticket), lot)).collect(),
    }
}

pub fn samples() -> Vec<Sample> {
    fn page(lang: Lang, drawn: bool) -> String {
        let ui = Ui::plain(lang);
        let at = clock::read_day("21.10.2023").map(clock::start_of).unwrap_or_default();
        let lot = |turn, place: i64| draws::Lot { turn, place, ticket: format!("{place:016x}"), drawn_at: at };
        let lots = [lot(1, 3), lot(1, 1), lot(2, 7)];
        let page = DrawPage {
            back: "/services".into(),
            service: shown::sample_service(lang),
            seal: lottery::seal(EXAMPLE),
            sealed_at: ui.moment(&at),
            seed: if drawn { EXAMPLE.into() } else { String::new() },
            turns: turns(&ui, (EXAMPLE, if drawn { &lots } else { &[] })),
            example: example(),
            ui,
        };
        page.render().unwrap_or_default()
    }
    vec![
        Sample { name: "intake/draw-before", render: |lang| page(lang, false) },
        Sample { name: "intake/draw", render: |lang| page(lang, true) },
    ]
}
