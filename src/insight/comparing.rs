//! Two rounds side by side: from their published editions alone, and from what their parties wrote. It tells that numbers
//! differ, never why.
use askama::Template;
use axum::extract::Query;
use serde::Deserialize;
use uuid::Uuid;

use super::{
    build::RULE,
    report::Report,
    review::Review,
    show::{Findings, number},
    store::{self, Edition, reviews},
};
use crate::{
    desk::Desk,
    house::Routes,
    privacy::{Role, Roles},
    programmes::{self, Round, RoundState},
    web::{Answer, Failure, Ui},
};

pub fn routes(routes: Routes) -> Routes {
    routes.get("/rounds/compare", Roles::of(Role::Coordinator), show)
}

/// Which two.
#[derive(Debug, Default, Deserialize)]
struct Asked {
    #[serde(default)]
    a: String,
    #[serde(default)]
    b: String,
}

/// A round to choose.
pub struct Choice {
    pub value: String,
    pub label: String,
    pub chosen: bool,
}

/// A line of the comparison; empty where nothing is told.
pub struct Line {
    pub label: String,
    pub a: String,
    pub b: String,
}

/// What the parties of one round wrote.
pub struct Written {
    pub name: String,
    /// Whether numbers of it have been published.
    pub published: bool,
    pub worked: Vec<String>,
    pub changes: Vec<String>,
}

#[derive(Template)]
#[template(path = "insight/compare.html")]
pub struct ComparePage {
    pub ui: Ui,
    pub of_a: Vec<Choice>,
    pub of_b: Vec<Choice>,
    /// Heading and lines.
    pub sections: Vec<(String, Vec<Line>)>,
    pub written: Vec<Written>,
    pub least: u64,
}

impl ComparePage {
    /// That the numbers of a round are too small to tell.
    fn small(&self, one: &Written) -> String {
        self.ui.t2("insight-compare-small", ("name", "k"), &one.name, self.least)
    }
}

async fn show(desk: Desk, Query(asked): Query<Asked>) -> Answer {
    let controller = desk.actor()?.organisation(Role::Coordinator).ok_or(Failure::NotFound)?;
    let mut tx = desk.read().await?;
    let mut rounds = programmes::rounds_of(&mut tx, controller).await?;
    rounds.retain(|round| round.state != RoundState::Planned);
    let found = |words: &str| Uuid::try_parse(words).ok().and_then(|id| rounds.iter().find(|round| round.id == id));
    let two = (found(&asked.a), found(&asked.b));
    let (editions, reviews) = match two {
        (Some(_), Some(_)) => {
            (store::editions_of(&mut tx, controller).await?, reviews::finished(&mut tx, controller).await?)
        }
        _ => Default::default(),
    };
    desk.page(&page(desk.ui(), &rounds, two, (&editions, &reviews)))
}

pub fn page(
    ui: Ui,
    rounds: &[Round],
    (a, b): (Option<&Round>, Option<&Round>),
    (editions, reviews): (&[Edition], &[Review]),
) -> ComparePage {
    let choices = |chosen: Option<&Round>| {
        let one = |round: &Round| Choice {
            value: round.id.to_string(),
            label: ui.say(&round.name()).to_owned(),
            chosen: chosen.is_some_and(|chosen| chosen.id == round.id),
        };
        rounds.iter().map(one).collect::<Vec<_>>()
    };
    let report =
        |round: &Round| editions.iter().find(|edition| edition.round_id == round.id).map(|found| &found.report);
    let both = a.zip(b);
    let written = |round: &Round| {
        let review = reviews.iter().find(|review| review.round_id == round.id);
        Written {
            name: ui.say(&round.name()).to_owned(),
            published: report(round).is_some(),
            worked: review.map(|review| review.worked.lines().map(str::to_owned).collect()).unwrap_or_default(),
            changes: review.map(|review| said(review, &ui)).unwrap_or_default(),
        }
    };
    ComparePage {
        of_a: choices(a),
        of_b: choices(b),
        sections: both.map(|(a, b)| sections((report(a), report(b)), &ui)).unwrap_or_default(),
        written: both.map(|(a, b)| vec![written(a), written(b)]).unwrap_or_default(),
        least: RULE.k(),
        ui,
    }
}

fn said(review: &Review, ui: &Ui) -> Vec<String> {
    review.changed().iter().map(|change| ui.say(change).to_owned()).collect()
}

/// What is told of a round: the heading's key, the label and the words, in the order of the page.
type Told = Vec<(&'static str, String, String)>;

fn sections((a, b): (Option<&Report>, Option<&Report>), ui: &Ui) -> Vec<(String, Vec<Line>)> {
    let told = |report: Option<&Report>| report.map(|report| told(report, ui)).unwrap_or_default();
    let (a, b) = (told(a), told(b));
    let headings = ["insight-compare-process", "insight-compare-together", "insight-compare-experience"];
    let section = |heading: &'static str| {
        let here = |told: &Told| told.iter().filter(|line| line.0 == heading).cloned().collect::<Vec<_>>();
        let (of_a, of_b) = (here(&a), here(&b));
        let said = |of: &Told, label: &str| of.iter().find(|line| line.1 == label).map(|line| line.2.clone());
        let mut labels: Vec<String> = of_a.iter().map(|line| line.1.clone()).collect();
        labels.extend(of_b.iter().map(|line| line.1.clone()).filter(|label| said(&of_a, label).is_none()));
        let lines = labels.into_iter().map(|label| Line {
            a: said(&of_a, &label).unwrap_or_default(),
            b: said(&of_b, &label).unwrap_or_default(),
            label,
        });
        (ui.t(heading), lines.collect::<Vec<_>>())
    };
    headings.into_iter().map(section).filter(|(_, lines)| !lines.is_empty()).collect()
}

fn told(report: &Report, ui: &Ui) -> Told {
    let found = Findings::of(report, ui);
    let mut told: Told = Vec::new();
    for bar in &found.funnel.rows {
        told.push(("insight-compare-process", bar.label.clone(), format!("{} {}", bar.count, bar.share)));
    }
    told.extend(found.waits.into_iter().map(|(label, words)| ("insight-compare-process", label, words)));
    if report.table(super::report::AGREEMENT).is_some() {
        told.push(("insight-compare-together", ui.t("insight-table-agreement"), number(report.agreements(), ui)));
    }
    told.extend(found.together.into_iter().map(|(label, words)| ("insight-compare-together", label, words)));
    told.extend(found.leading.into_iter().map(|(label, words)| ("insight-compare-together", label, words)));
    for bar in found.experiences.iter().flat_map(|bars| &bars.rows) {
        told.push(("insight-compare-experience", bar.label.clone(), format!("{} {}", bar.count, bar.share)));
    }
    told
}
