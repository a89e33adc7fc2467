//! The participant confirms who the supervisor in this coaching is; nobody is told before that.
use askama::Template;
use axum::extract::Path;
use uuid::Uuid;

use super::{
    super::{
        store::{self, cases::Case, steps::Step},
        supervisor,
        three::{self, Shared},
    },
    take_rev,
    view::{self, Pick},
};
use crate::{
    clock::Moment,
    db::Tx,
    desk::{Desk, Posted},
    people::{self, Person},
    privacy::Class,
    web::{Answer, Check, Failure, Sheet, Ui, Words},
};

#[derive(Template)]
#[template(path = "coaching/pages/supervisor.html")]
pub struct SupervisorPage {
    pub ui: Ui,
    pub case_id: Uuid,
    pub rev: i64,
    /// Who it is now; empty when nobody has been confirmed.
    pub now: String,
    /// Who it could be: the one the register knows, and somebody else.
    pub choices: Vec<Pick>,
    pub sheet: Sheet,
}

impl SupervisorPage {
    pub fn of(ui: Ui, case: &Case, proposed: Option<(Uuid, String)>, sheet: Sheet) -> SupervisorPage {
        let pick = |value: String, label: String, hint: String| Pick {
            chosen: sheet.chosen("who", &value),
            value,
            label,
            hint,
        };
        let known = proposed.map(|(id, name)| pick(id.to_string(), name, ui.t("coaching-supervisor-register")));
        let other = pick(OTHER.to_owned(), ui.t("coaching-supervisor-other"), String::new());
        SupervisorPage {
            case_id: case.id,
            rev: case.rev,
            now: case.supervisor_name.clone().unwrap_or_default(),
            choices: known.into_iter().chain(std::iter::once(other)).collect(),
            sheet,
            ui,
        }
    }
}

const OTHER: &str = "other";

/// The participant's own case, in which three meet, and whom the register proposes.
async fn scene(desk: &Desk, tx: &mut Tx, id: Uuid) -> Result<(Case, Option<(Uuid, String)>), Failure> {
    let grant = desk.grant(tx, id, Class::Own).await?;
    let case = store::cases::case(tx, &grant).await?;
    let steps = store::steps::steps(tx, id).await?;
    if !steps.iter().any(Step::is_of_three) {
        return Err(Failure::NotFound);
    }
    let register = people::supervisor_of(tx, case.person_id).await?;
    let proposed = register.filter(|person| may_be(&case, person)).map(|person| (person.human_id, person.name()));
    Ok((case, proposed))
}

/// Neither the participant nor the coach is the supervisor.
fn may_be(case: &Case, person: &Person) -> bool {
    person.human_id != case.human_id && Some(person.human_id) != case.coach_human_id
}

pub async fn ask(desk: Desk, Path(id): Path<Uuid>) -> Answer {
    let mut tx = desk.read().await?;
    let (case, proposed) = scene(&desk, &mut tx, id).await?;
    let first = proposed.as_ref().map_or(OTHER.to_owned(), |(id, _)| id.to_string());
    desk.page(&SupervisorPage::of(desk.ui(), &case, proposed, Sheet::filled([("who", first)])))
}

pub async fn confirm(Path(id): Path<Uuid>, Posted { desk, words }: Posted) -> Answer {
    let mut act = desk.act(&words).await?;
    let (case, proposed) = scene(&desk, &mut act, id).await?;
    let leaders = people::leaders_of(&mut act, case.controller_id).await?;
    let leaders: Vec<&Person> = leaders.iter().filter(|person| may_be(&case, person)).collect();
    let chosen = match read(&desk, &words, (&leaders, proposed.clone())) {
        Ok(chosen) => chosen,
        Err(sheet) => return desk.faulty(&SupervisorPage::of(desk.ui(), &case, proposed, *sheet)),
    };
    take_rev(&mut act, id, &words).await?;
    let three = three::three_unseen(&mut act, id).await?.ok_or(Failure::NotFound)?;
    if three.supervisor_human_id != Some(chosen.0) {
        supervisor::confirm(&mut act, &desk.house, &three, (chosen.0, &chosen.1)).await?;
    }
    desk.done(act, "/path?done=done-coaching-supervisor").await
}

type Named = (Uuid, String);

/// The one who was proposed, or the one of the leaders whose name was written.
fn read(desk: &Desk, words: &Words, (leaders, proposed): (&[&Person], Option<Named>)) -> Result<Named, Box<Sheet>> {
    let mut check = Check::new(desk.lang, words);
    if words.get("who") != OTHER {
        let known = check.one_of("who", "fault-choose", |words| {
            proposed.clone().filter(|(id, _)| Uuid::parse_str(words).is_ok_and(|chosen| chosen == *id))
        });
        return check.done(known);
    }
    let name = check.text("name", "fault-coaching-supervisor-name").trim().to_lowercase();
    let found: Vec<&&Person> = leaders.iter().filter(|person| person.name().to_lowercase() == name).collect();
    if !name.is_empty() && found.len() != 1 {
        let key = if found.is_empty() { "fault-coaching-supervisor-unknown" } else { "fault-coaching-supervisor-two" };
        check.fault("name", key);
    }
    check.done(found.first().map(|person| (person.human_id, person.name())))
}

/// What the supervisor sees of the coaching, in words, from the rows that decide it; nothing when there is no meeting of
/// the three.
pub async fn supervisor_lines(
    tx: &mut Tx,
    ui: &Ui,
    (case, steps): (&Case, &[Step]),
    now: Moment,
) -> Result<Vec<String>, Failure> {
    if !steps.iter().any(Step::is_of_three) {
        return Ok(Vec::new());
    }
    let shared = match case.supervisor_human_id {
        Some(supervisor) => three::shared_with(tx, (case.id, supervisor), now).await?,
        None => Vec::new(),
    };
    Ok(lines(ui, case, &shared))
}

pub fn lines(ui: &Ui, case: &Case, shared: &[Shared]) -> Vec<String> {
    let Some(name) = &case.supervisor_name else { return vec![ui.t("coaching-sees-three-none")] };
    let what: Vec<String> = shared.iter().map(|one| view::coded(ui, "coaching-shared-", one.code())).collect();
    let times = ui.t1("coaching-sees-three", "name", name);
    let shared = if what.is_empty() {
        ui.t1("coaching-sees-shared-nothing", "name", name)
    } else {
        ui.t2("coaching-sees-shared", ("name", "what"), name, what.join(", "))
    };
    vec![times, shared]
}
