//! What a demo has and no other house: a clock that its visitor moves on, so that a follow-up of three months is one
//! press away, and a mail box with every letter that went out, as its receiver sees it.
mod time;
mod letters;
mod mail_box;
mod store;

pub use letters::{Piece, pieces};
pub use store::{Kept, letter, letters_since};
pub use time::{Hands, clock, hands};

use crate::{
    clock::Moment,
    db::{Result, Tx},
    house::{House, Module, Routes, Sample},
    mail::Letter,
    privacy::Roles,
    web::Failure,
};

/// What this slice brings to the house.
pub fn module() -> Module {
    Module {
        routes: Routes::default().post("/demo/clock", Roles::ANYONE, time::move_on).get(
            "/demo/mail",
            Roles::ANYONE,
            mail_box::show,
        ),
        samples: vec![
            Sample { name: "demo/mail_box", render: mail_box::sample },
            Sample { name: "demo/mail_box-empty", render: mail_box::empty_sample },
        ],
        ..Module::default()
    }
}

/// In any other house there is no such page.
pub fn only_in_a_demo(house: &House) -> std::result::Result<(), Failure> {
    if house.demo { Ok(()) } else { Err(Failure::NotFound) }
}

/// Keeps a letter that has gone out for the demo's mail box.
pub async fn keep(tx: &mut Tx, letter: &Letter, now: Moment) -> Result<()> {
    store::insert_letter(tx, letter, now).await
}
