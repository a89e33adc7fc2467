//! A message to the organisation about one's own data: to put something right, or to erase it.
use chrono::{Months, NaiveDate};

use super::store::requests;
use crate::{
    clock, codes,
    db::Tx,
    house::{
        House,
        keeping::{Asked, Paper, Told},
    },
};

codes! {
    /// What is asked for.
    pub enum Kind {
        Rectification = "rectification",
        Erasure = "erasure",
    }
}

/// The last day for the answer: a month from the day it was sent (GDPR, article 12(3)).
pub fn due_on(sent_on: NaiveDate) -> NaiveDate {
    sent_on.checked_add_months(Months::new(1)).unwrap_or(sent_on)
}

/// What the person has asked, and what was answered; and who has looked at the person's data.
pub async fn tell(house: &House, tx: &mut Tx, asked: &Asked) -> Told {
    let (lang, mut papers) = (asked.lang, Vec::new());
    for request in requests::of_human(tx, asked.actor.human_id).await? {
        let mut paper = Paper::new("request", lang.t(&format!("rights-kind-{}", request.kind)));
        paper.line("sent_at", lang.t("rights-told-sent"), clock::show_day(clock::day(request.sent_at)));
        paper.line("due_on", lang.t("rights-told-due"), clock::show_day(request.due_on));
        let sealed: Vec<&[u8]> = std::iter::once(&request.words).chain(&request.answer).map(Vec::as_slice).collect();
        let mut opened = house.vault.open_all(tx, request.id, &sealed).await?.into_iter();
        paper.line("words", lang.t("rights-told-words"), opened.next().unwrap_or_default());
        paper.line("answer", lang.t("rights-told-answer"), opened.next().unwrap_or_default());
        papers.push(paper);
    }
    Ok(papers)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_answer_comes_within_a_month() {
        let day = |words: &str| clock::read_day(words).unwrap();
        assert_eq!(due_on(day("2.10.2023")), day("2.11.2023"));
        assert_eq!(due_on(day("31.1.2024")), day("29.2.2024"));
    }
}
