//! What the participant thinks over before a period and looks back on after it: their own until they give it to the
//! coach, and their own again when they take it back.
use askama::Template;
use axum::extract::Path;
use uuid::Uuid;

use super::super::store::{
    self,
    preparation::{Part, Written},
    steps::Step,
};
use crate::{
    db::Tx,
    desk::{Desk, Posted},
    events::Event,
    forms::{Answer as Given, Answers, Question, read_all},
    privacy::{Class, Grant},
    programmes,
    text::Text,
    web::{Answer, Check, Failure, Sheet, Ui},
};

#[derive(Template)]
#[template(path = "coaching/pages/preparation.html")]
pub struct PreparationPage {
    pub ui: Ui,
    pub case_id: Uuid,
    pub step_id: Uuid,
    pub part: Part,
    pub period: String,
    pub theme: String,
    pub questions: Vec<Question>,
    /// What was written, for the coach it is shared with: questions and answers.
    pub answers: Vec<(String, String)>,
    pub is_own: bool,
    pub coach: String,
    /// It has been given to the coach.
    pub shared: bool,
    pub saved: String,
    pub sheet: Sheet,
}

/// A period of the reader's, with what is asked around it.
struct Scene {
    grant: Grant,
    step: Step,
    person_id: Uuid,
    controller_id: Uuid,
    coach: Option<(Uuid, String)>,
    questions: Vec<Question>,
    is_own: bool,
}

async fn scene(desk: &Desk, tx: &mut Tx, (id, step_id): (Uuid, Uuid), part: Part) -> Result<Scene, Failure> {
    let own = desk.may(tx, id, Class::Own).await?;
    let is_own = own.is_some();
    let grant = match own {
        Some(own) => own,
        None => desk.grant(tx, id, Class::CoachOwn).await?,
    };
    let case = store::cases::case(tx, &grant).await?;
    let step = store::steps::step(tx, step_id).await?.filter(|step| step.case_id == id).ok_or(Failure::NotFound)?;
    let round = programmes::round(tx, case.round_id).await?.ok_or(Failure::NotFound)?;
    let blueprint = programmes::blueprint_of(tx, &round).await?;
    let asked = blueprint.step(&step.step_key).map(|step| match part {
        Part::Before => step.before.clone(),
        Part::Closing => step.closing.clone(),
    });
    let questions = asked.filter(|asked| !asked.is_empty()).ok_or(Failure::NotFound)?;
    let coach = case.coach_human_id.zip(case.coach_name.clone());
    let (person_id, controller_id) = (case.person_id, case.controller_id);
    Ok(Scene { grant, step, person_id, controller_id, coach, questions, is_own })
}

impl Scene {
    async fn written(&self, tx: &mut Tx, part: Part) -> Result<Option<Written>, Failure> {
        Ok(store::preparation::written(tx, &self.grant, (self.step.id, part)).await?)
    }

    fn page(&self, desk: &Desk, part: Part, (written, sheet): (Option<&Written>, Sheet)) -> PreparationPage {
        let ui = desk.ui();
        PreparationPage {
            case_id: self.step.case_id,
            step_id: self.step.id,
            part,
            period: ui.say(&self.step.text()).to_owned(),
            theme: self.step.about().map(|theme| ui.say(&theme).to_owned()).unwrap_or_default(),
            questions: self.questions.clone(),
            answers: Vec::new(),
            is_own: self.is_own,
            coach: self.coach.as_ref().map(|(_, name)| name.clone()).unwrap_or_default(),
            shared: written.is_some_and(|it| it.shared_with.is_some() && it.shared_with == self.coach_id()),
            saved: written.map(|it| ui.t1("coaching-saved-at", "when", ui.moment(&it.saved_at))).unwrap_or_default(),
            sheet,
            ui,
        }
    }

    fn coach_id(&self) -> Option<Uuid> {
        self.coach.as_ref().map(|(id, _)| *id)
    }

    /// Where the reader came from and goes on to.
    fn own_page(&self, part: Part) -> String {
        format!("/cases/{}/steps/{}/{}", self.step.case_id, self.step.id, part.page())
    }
}

pub async fn before(desk: Desk, path: Path<(Uuid, Uuid)>) -> Answer {
    show(desk, path, Part::Before).await
}

pub async fn closing(desk: Desk, path: Path<(Uuid, Uuid)>) -> Answer {
    show(desk, path, Part::Closing).await
}

async fn show(desk: Desk, Path(ids): Path<(Uuid, Uuid)>, part: Part) -> Answer {
    let mut tx = desk.read().await?;
    let scene = scene(&desk, &mut tx, ids, part).await?;
    let written = scene.written(&mut tx, part).await?;
    // The coach reads what was given to this coach and not taken back; for everybody else there is nothing here.
    let given = written.as_ref().is_some_and(|it| it.shared_with == Some(scene.grant.human_id()));
    if !scene.is_own && !given {
        return Err(Failure::NotFound);
    }
    let words = match &written {
        Some(written) => desk.house.vault.open(&mut tx, ids.0, &written.sealed).await?,
        None => "{}".to_owned(),
    };
    let answers = Answers::of_json(&words);
    if !scene.is_own {
        desk.note(&scene.grant, &[scene.person_id]);
        let page = scene.page(&desk, part, (written.as_ref(), Sheet::empty()));
        return desk.page(&PreparationPage { answers: in_words(&page.ui, &scene.questions, &answers), ..page });
    }
    desk.page(&scene.page(&desk, part, (written.as_ref(), sheet(&answers))))
}

/// The answers back in the fields.
fn sheet(answers: &Answers) -> Sheet {
    let mut words = crate::web::Words::default();
    for (key, answer) in answers.iter() {
        words.set(key, plain(answer));
    }
    Sheet { words, faults: Vec::new() }
}

fn plain(answer: &Given) -> String {
    match answer {
        Given::Text(words) => words.clone(),
        Given::Number(number) => format!("{number:.0}"),
        _ => String::new(),
    }
}

/// Each question with what was answered to it.
pub fn in_words(ui: &Ui, questions: &[Question], answers: &Answers) -> Vec<(String, String)> {
    let say = |text: &Text| ui.say(text).to_owned();
    let line = |question: &Question| Some((say(&question.text), plain(answers.get(&question.key)?)));
    questions.iter().filter_map(line).collect()
}

pub async fn save_before(path: Path<(Uuid, Uuid)>, posted: Posted) -> Answer {
    save(path, posted, Part::Before).await
}

pub async fn save_closing(path: Path<(Uuid, Uuid)>, posted: Posted) -> Answer {
    save(path, posted, Part::Closing).await
}

/// Saved for oneself; with `how=share` given to the coach too, with `how=keep` taken back.
async fn save(Path(ids): Path<(Uuid, Uuid)>, Posted { desk, words }: Posted, part: Part) -> Answer {
    let mut act = desk.act(&words).await?;
    let scene = scene(&desk, &mut act, ids, part).await?;
    if !scene.is_own {
        return Err(Failure::NotFound);
    }
    let mut check = Check::new(desk.lang, &words);
    let answers = read_all(&scene.questions, &words, &mut check);
    let answers = match check.done(Some(answers)) {
        Ok(answers) => answers,
        Err(sheet) => {
            let written = scene.written(&mut act, part).await?;
            return desk.faulty(&scene.page(&desk, part, (written.as_ref(), *sheet)));
        }
    };
    let shared = scene.coach_id().filter(|_| words.get("how") == "share");
    let sealed = desk.house.vault.seal(&mut act, ids.0, &answers.to_json()).await?;
    let written = Written { sealed, saved_at: desk.now, shared_with: shared };
    store::preparation::save(&mut act, &scene.grant, (scene.step.id, part), &written).await?;
    let event = Event::new("preparation.saved", scene.step.id, scene.controller_id, desk.now)
        .fact("part", part.code())
        .fact("shared", shared.is_some());
    desk.event(&mut act, event).await?;
    let done = if shared.is_some() { "done-coaching-shared" } else { "done-coaching-kept" };
    desk.done(act, &format!("{}?done={done}", scene.own_page(part))).await
}

/// As it stands in the gallery.
pub fn sample(ui: Ui, questions: Vec<Question>, is_own: bool) -> PreparationPage {
    let answers = questions.iter().map(|question| (ui.say(&question.text).to_owned(), "– – –".to_owned())).collect();
    PreparationPage {
        case_id: Uuid::nil(),
        step_id: Uuid::nil(),
        part: Part::Before,
        period: String::new(),
        theme: String::new(),
        questions,
        answers: if is_own { Vec::new() } else { answers },
        is_own,
        coach: "Aino Laine".into(),
        shared: true,
        saved: String::new(),
        sheet: Sheet::empty(),
        ui,
    }
}
