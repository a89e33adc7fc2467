//! What coachings keep of people, what is told to them of it, and how it is erased: the key of the case is destroyed.
use uuid::Uuid;

use super::{
    pages::{preparation::in_words, view},
    store::{
        self,
        notes::{self, NoteKind},
        preparation::{Own, Part},
    },
};
use crate::{
    clock,
    db::Tx,
    forms::Answers,
    house::{
        House, JobResult,
        keeping::{Asked, Kept, Paper, Told},
    },
    privacy::{self, Class, Grant},
    programmes,
    text::Text,
    web::Ui,
};

pub fn kept() -> Kept {
    Kept {
        class: "coaching",
        find: |tx, scope, at_most| Box::pin(store::kept::closed(tx, scope, at_most)),
        erase: |house, tx, id| Box::pin(erase(house, tx, id)),
    }
}

/// The key is destroyed, so that no copy of what was sealed under it can be read; then the sealed rows go too.
async fn erase(house: &House, tx: &mut Tx, id: Uuid) -> JobResult {
    house.vault.erase(tx, id).await?;
    Ok(store::kept::erase(tx, id, house.clock.now()).await?)
}

pub async fn tell(house: &House, tx: &mut Tx, asked: &Asked) -> Told {
    let mut papers = Vec::new();
    for case_id in store::cases::own_cases(tx, asked.actor.human_id).await? {
        let Some(grant) = privacy::grant(tx, &asked.actor, (case_id, Class::Own), asked.now).await? else { continue };
        case(tx, asked, &grant, &mut papers).await?;
        notes(house, tx, (asked, &grant), &mut papers).await?;
        prepared(house, tx, (asked, &grant), &mut papers).await?;
    }
    Ok(papers)
}

async fn case(tx: &mut Tx, asked: &Asked, grant: &Grant, papers: &mut Vec<Paper>) -> Result<(), crate::db::Error> {
    let ui = Ui::plain(asked.lang);
    let case = store::cases::case(tx, grant).await?;
    let round = programmes::round(tx, case.round_id).await?;
    let name = round.map(|round| ui.say(&round.name()).to_owned()).unwrap_or_default();
    let day = |at: Option<crate::clock::Moment>| at.map(|at| clock::show_day(clock::day(at))).unwrap_or_default();
    let mut paper = Paper::new("coaching", format!("{}: {name}", ui.t("coaching-told-coaching")));
    paper.line("state", ui.t("coaching-state"), view::state(&ui, &case.state));
    paper.line("opened_at", ui.t("coaching-opened"), day(Some(case.opened_at)));
    paper.line("ended_at", ui.t("coaching-ended"), day(case.ended_at));
    paper.line("coach", ui.t("coaching-coach"), case.coach_name.clone().unwrap_or_default());
    paper.line("visits", ui.t("coaching-visits"), view::visits(&ui, &case.visits_used, &case.visits_granted));
    for step in store::steps::steps(tx, case.id).await? {
        let state = view::coded(&ui, "coaching-step-", step.state.code());
        let done = day(step.done_at);
        let words = if done.is_empty() { state } else { format!("{state}, {done}") };
        paper.line(&step.step_key, ui.say(&step.text()).to_owned(), words);
    }
    papers.push(paper);
    for session in store::sessions::sessions(tx, grant).await? {
        let shown = view::shown(&ui, &session);
        let mut paper = Paper::new("meeting", ui.t("coaching-meeting"));
        paper.line("when", ui.t("coaching-told-when"), shown.when);
        paper.line("how", ui.t("coaching-told-how"), shown.meta);
        paper.line("state", ui.t("coaching-state"), shown.state);
        papers.push(paper);
    }
    Ok(())
}

/// The shared memo; the coach's working note where the organisation's policy gives it.
async fn notes(
    house: &House,
    tx: &mut Tx,
    (asked, grant): (&Asked, &Grant),
    papers: &mut Vec<Paper>,
) -> Result<(), Box<dyn std::error::Error + Send + Sync>> {
    for notes::Own { kind, sealed, saved_at, controller_id } in store::notes::of_case(tx, grant).await? {
        if kind == NoteKind::WorkingNote && !asked.notes_of.contains(&controller_id) {
            continue;
        }
        let words = house.vault.open(tx, grant.resource(), &sealed).await?;
        let (name, title) = match kind {
            NoteKind::Memo => ("memo", "coaching-memo-title"),
            NoteKind::WorkingNote => ("working_note", "coaching-note-title"),
        };
        let mut paper = Paper::new(name, asked.lang.t(title));
        paper.line("saved_at", asked.lang.t("coaching-told-saved"), clock::show_day(clock::day(saved_at)));
        paper.line("words", asked.lang.t("coaching-told-words"), words);
        papers.push(paper);
    }
    Ok(())
}

/// What the participant wrote around the periods, question by question.
async fn prepared(
    house: &House,
    tx: &mut Tx,
    (asked, grant): (&Asked, &Grant),
    papers: &mut Vec<Paper>,
) -> Result<(), Box<dyn std::error::Error + Send + Sync>> {
    let written = store::preparation::of_case(tx, grant).await?;
    if written.is_empty() {
        return Ok(());
    }
    let ui = Ui::plain(asked.lang);
    let case = store::cases::case(tx, grant).await?;
    let Some(round) = programmes::round(tx, case.round_id).await? else { return Ok(()) };
    let blueprint = programmes::blueprint_of(tx, &round).await?;
    for Own { step_key, name, part, sealed, saved_at } in written {
        let words = house.vault.open(tx, grant.resource(), &sealed).await?;
        let name: Text = serde_json::from_str(&name).unwrap_or_else(|_| Text::same(name));
        let title = format!("{}: {}", asked.lang.t(part.title()), ui.say(&name));
        let mut paper = Paper::new("preparation", title);
        paper.line("saved_at", asked.lang.t("coaching-told-saved"), clock::show_day(clock::day(saved_at)));
        let questions = blueprint.step(&step_key).map(|step| match part {
            Part::Before => step.before.as_slice(),
            Part::Closing => step.closing.as_slice(),
        });
        for (question, answer) in in_words(&ui, questions.unwrap_or_default(), &Answers::of_json(&words)) {
            paper.line("answer", question, answer);
        }
        papers.push(paper);
    }
    Ok(())
}
