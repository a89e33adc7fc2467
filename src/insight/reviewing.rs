//! The page of a round's written review: noted with the provider, finished once, and the beginning of the next version.
use askama::Template;
use axum::extract::Path;
use uuid::Uuid;

use super::{
    review::{Noted, Review, lines},
    store::reviews,
};
use crate::{
    clock,
    db::Tx,
    desk::{Desk, Posted},
    events::Event,
    house::Routes,
    privacy::{Class, Role, Roles},
    programmes::{self, Learnt, Round, RoundState},
    text::{Lang, Text},
    web::{Answer, Check, Failure, Sheet, Ui, Words},
};

pub fn routes(routes: Routes) -> Routes {
    let coordinator = Roles::of(Role::Coordinator);
    routes
        .get("/rounds/{id}/review", coordinator, show)
        .post("/rounds/{id}/review", coordinator, note)
        .post("/rounds/{id}/review/finishing", coordinator, finish)
        .post("/rounds/{id}/review/draft", coordinator, begin)
}

#[derive(Template)]
#[template(path = "insight/review.html")]
pub struct ReviewPage {
    pub ui: Ui,
    pub round_id: Uuid,
    pub name: String,
    /// The round has ended, so that it can be reviewed.
    pub ended: bool,
    /// What was aimed at in the beginning; empty when nothing was fixed.
    pub aims: String,
    pub review: Option<Review>,
    pub held_on: String,
    pub sheet: Sheet,
}

impl ReviewPage {
    /// In which languages the changes have not been written.
    fn lacking(&self) -> Vec<String> {
        let Some(review) = &self.review else { return Vec::new() };
        let said = [(Lang::Sv, "insight-review-lacks-sv"), (Lang::En, "insight-review-lacks-en")];
        said.into_iter().filter(|(lang, _)| review.lacks(*lang)).map(|(_, key)| self.ui.t(key)).collect()
    }

    fn is_finished(&self) -> bool {
        self.review.as_ref().is_some_and(|review| review.finished_at.is_some())
    }
}

async fn own(desk: &Desk, tx: &mut Tx, id: Uuid) -> Result<Round, Failure> {
    desk.grant(tx, id, Class::Service).await?;
    programmes::round(tx, id).await?.ok_or(Failure::NotFound)
}

fn has_ended(round: &Round) -> bool {
    matches!(round.state, RoundState::Closed | RoundState::Reviewed)
}

pub fn page(ui: Ui, (round, aims): (&Round, String), review: Option<Review>, sheet: Sheet) -> ReviewPage {
    ReviewPage {
        round_id: round.id,
        name: round.name().say(ui.lang).to_owned(),
        ended: has_ended(round),
        aims,
        held_on: review.as_ref().map(|review| ui.day(&review.held_on)).unwrap_or_default(),
        review,
        sheet,
        ui,
    }
}

fn filled(review: Option<&Review>) -> Sheet {
    let Some(review) = review else { return Sheet::empty() };
    Sheet::filled([
        ("held_on", clock::show_day(review.held_on)),
        ("present", review.present.clone()),
        ("worked", review.worked.clone()),
        ("changes", review.changes.clone()),
        ("changes_sv", review.changes_sv.clone()),
        ("changes_en", review.changes_en.clone()),
    ])
}

async fn aims(tx: &mut Tx, round: &Round) -> Result<String, Failure> {
    Ok(programmes::kickoff(tx, round.id).await?.map(|fixed| fixed.aims).unwrap_or_default())
}

async fn show(desk: Desk, Path(id): Path<Uuid>) -> Answer {
    let mut tx = desk.read().await?;
    let round = own(&desk, &mut tx, id).await?;
    let aims = aims(&mut tx, &round).await?;
    let review = reviews::review(&mut tx, id).await?;
    let sheet = filled(review.as_ref());
    desk.page(&page(desk.ui(), (&round, aims), review, sheet))
}

/// What was written; the changes have the same lines in every language in which they stand.
fn read(words: &Words, lang: Lang) -> Result<Noted, Box<Sheet>> {
    let mut check = Check::new(lang, words);
    let held_on = check.day("held_on");
    let present = check.text("present", "fault-insight-review-present");
    let worked = check.text("worked", "fault-insight-review-worked");
    let [changes, changes_sv, changes_en] = ["changes", "changes_sv", "changes_en"].map(|name| check.optional(name));
    for (name, written) in [("changes_sv", &changes_sv), ("changes_en", &changes_en)] {
        let many = lines(written).len();
        if many > 0 && many != lines(&changes).len() {
            check.fault(name, "fault-insight-review-lines");
        }
    }
    check.done(held_on.map(|held_on| Noted { held_on, present, worked, changes, changes_sv, changes_en }))
}

async fn note(Path(id): Path<Uuid>, Posted { desk, words }: Posted) -> Answer {
    let mut act = desk.act(&words).await?;
    let round = own(&desk, &mut act, id).await?;
    if !has_ended(&round) {
        return Err(Failure::Refused("fault-insight-review-early"));
    }
    let review = reviews::review(&mut act, id).await?;
    let noted = match read(&words, desk.lang) {
        Ok(noted) => noted,
        Err(sheet) => {
            let aims = aims(&mut act, &round).await?;
            return desk.faulty(&page(desk.ui(), (&round, aims), review, *sheet));
        }
    };
    let by = desk.actor()?.human_id;
    if !reviews::note(&mut act, &round, words.get("rev").parse().ok(), &noted, (by, desk.now)).await? {
        return Err(Failure::Conflict("conflict-changed"));
    }
    desk.event(&mut act, Event::new("round.review_noted", id, round.controller_id, desk.now)).await?;
    desk.done(act, &format!("/rounds/{id}/review?done=done-insight-review-noted")).await
}

/// The review is finished, and the round is a reviewed one.
async fn finish(Path(id): Path<Uuid>, Posted { desk, words }: Posted) -> Answer {
    let mut act = desk.act(&words).await?;
    let round = own(&desk, &mut act, id).await?;
    let rev = words.get("rev").parse().map_err(|_| Failure::Conflict("conflict-changed"))?;
    if !has_ended(&round) || !reviews::finish(&mut act, (id, rev), desk.now).await? {
        return Err(Failure::Conflict("conflict-changed"));
    }
    desk.event(&mut act, Event::new("round.review_finished", id, round.controller_id, desk.now)).await?;
    let by = Some(desk.actor()?.human_id);
    if round.state == RoundState::Closed
        && !programmes::move_round(&mut act, &round, RoundState::Reviewed, (by, desk.now)).await?
    {
        return Err(Failure::Conflict("conflict-changed"));
    }
    desk.done(act, &format!("/rounds/{id}/review?done=done-insight-review-finished")).await
}

/// A draft of the next version, with the review cited and its changes filled in.
async fn begin(Path(id): Path<Uuid>, Posted { desk, words }: Posted) -> Answer {
    let mut act = desk.act(&words).await?;
    let round = own(&desk, &mut act, id).await?;
    let review = reviews::review(&mut act, id).await?.filter(|review| review.finished_at.is_some());
    let review = review.ok_or(Failure::NotFound)?;
    let (name, day) = (round.name(), clock::show_day(review.held_on));
    let cited = |lang| format!("{}, {day}", name.say(lang));
    let learnt = Learnt {
        review: Text { fi: cited(Lang::Fi), sv: Some(cited(Lang::Sv)), en: Some(cited(Lang::En)) },
        changes: review.changed(),
    };
    let author = desk.actor()?.human_id;
    let draft = programmes::begin_draft(&mut act, round.blueprint_id, &learnt, (author, desk.now)).await?;
    if !reviews::begun(&mut act, id, draft).await? {
        return Err(Failure::Conflict("conflict-changed"));
    }
    let event = Event::new("blueprint_draft.added", draft, round.controller_id, desk.now);
    desk.event(&mut act, event.fact("review_of", id.to_string())).await?;
    let done = if review.lacks(Lang::Sv) { "done-insight-review-begun-swedish" } else { "done-insight-review-begun" };
    desk.done(act, &format!("/blueprints/{draft}?done={done}")).await
}
