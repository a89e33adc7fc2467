//! A document to keep: begun with what all documents of the house have, given as a PDF file.
use axum::{
    http::header,
    response::{IntoResponse, Response},
};
use chrono::Datelike;
use pdf::{Day, Document};

use super::{Answer, Failure, Ui};
use crate::{
    clock::{self, Moment},
    text::Lang,
};

/// A document without its words yet, in the reader's language. `kept` stands under each page beside the title.
pub fn blank(ui: &Ui, (title, kept): (String, &str), now: Moment) -> Document {
    let day = clock::day(now);
    Document {
        lang: match ui.lang {
            Lang::Fi => pdf::Lang::Finnish,
            Lang::Sv => pdf::Lang::Swedish,
            Lang::En => pdf::Lang::English,
        },
        made: Day {
            year: day.year(),
            month: u8::try_from(day.month()).unwrap_or_default(),
            day: u8::try_from(day.day()).unwrap_or_default(),
        },
        author: ui.site.clone(),
        blocks: Vec::new(),
        footer: format!("{title} · {kept} · {}", clock::show_day(day)),
        unshown: ui.t("web-paper-unshown"),
        title,
    }
}

/// The document as a file that the browser shows. `name` tells of nobody. Hold nothing of the database meanwhile.
pub async fn answer(document: Document, name: &str) -> Answer {
    let made = tokio::task::spawn_blocking(move || pdf::make(&document)).await.map_err(Failure::broken)?;
    let headers = [
        (header::CONTENT_TYPE, "application/pdf".to_owned()),
        (header::CONTENT_DISPOSITION, format!("inline; filename=\"{name}.pdf\"")),
    ];
    let answer: Response = (headers, made.map_err(Failure::broken)?).into_response();
    Ok(answer)
}
