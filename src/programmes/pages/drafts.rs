//! Blueprints being written by several people: draft, in review, published by another human than the last author.
use askama::Template;
use axum::extract::Path;
use uuid::Uuid;

use super::{rounds::own_organisation, versions};
use crate::{
    db::Tx,
    desk::{Desk, Posted, Uploaded},
    events::Event,
    privacy,
    programmes::{
        blueprint::{self, Finding},
        drafts::{self, Draft, DraftState},
        publication::{self, Unpublished},
    },
    text::Lang,
    web::{Answer, Check, Failure, Sheet, Ui, Words},
};

/// A draft in the list.
pub(super) struct Line {
    pub href: String,
    pub name: String,
    pub meta: String,
    pub state: String,
    pub tag: &'static str,
}

#[derive(Template)]
#[template(path = "programmes/pages/drafts.html")]
pub(super) struct DraftsPage {
    pub ui: Ui,
    pub sheet: Sheet,
    pub lines: Vec<Line>,
    pub versions: Vec<versions::Line>,
    /// Ids of the blueprints that come with the house.
    pub shipped: Vec<&'static str>,
}

pub async fn list(desk: Desk) -> Answer {
    let mut tx = desk.read().await?;
    desk.page(&list_page(&desk, &mut tx, Sheet::empty()).await?)
}

async fn list_page(desk: &Desk, tx: &mut Tx, sheet: Sheet) -> Result<DraftsPage, Failure> {
    let (controller, ui) = (own_organisation(desk)?, desk.ui());
    let drafts = drafts::of(tx, controller).await?;
    let lines = drafts.iter().map(|draft| line(draft, &ui)).collect();
    let versions = versions::lines(tx, controller, &ui).await?;
    Ok(DraftsPage { ui, sheet, lines, versions, shipped: shipped() })
}

pub(super) fn shipped() -> Vec<&'static str> {
    let mut ids: Vec<&str> = publication::SHIPPED.iter().map(|(id, _)| *id).collect();
    ids.dedup();
    ids
}

pub(super) fn line(draft: &Draft, ui: &Ui) -> Line {
    Line {
        href: format!("/blueprints/{}", draft.id),
        name: draft.key.clone(),
        meta: ui.t1("programmes-draft-changed", "when", ui.moment(&draft.changed_at)),
        state: state(draft.state, ui.lang),
        tag: match draft.state {
            DraftState::Draft => "quiet",
            DraftState::InReview => "wait",
            DraftState::Published => "done",
        },
    }
}

fn state(state: DraftState, lang: Lang) -> String {
    lang.t(match state {
        DraftState::Draft => "programmes-draft-draft",
        DraftState::InReview => "programmes-draft-in-review",
        DraftState::Published => "programmes-draft-published",
    })
}

/// The blueprint's own id as it stands in the text, whatever else is wrong with it.
fn key_of(source: &str) -> String {
    let id =
        source.lines().find_map(|line| line.trim().strip_prefix("id")?.trim().strip_prefix('=').map(str::to_owned));
    id.map(|id| id.trim().trim_matches('"').chars().take(80).collect())
        .filter(|id: &String| !id.is_empty())
        .unwrap_or_else(|| "?".into())
}

pub async fn add(Posted { desk, words }: Posted) -> Answer {
    let controller = own_organisation(&desk)?;
    let mut act = desk.act(&words).await?;
    let mut check = Check::new(desk.lang, &words);
    let source = match publication::shipped(words.get("from")) {
        Some(text) => text.to_owned(),
        None => source(&words, &mut check),
    };
    if let Err(sheet) = check.done(Some(())) {
        return desk.faulty(&list_page(&desk, &mut act, *sheet).await?);
    }
    let author = desk.actor()?.human_id;
    let id = drafts::add(&mut act, controller, (&key_of(&source), &source), (author, desk.now)).await?;
    desk.event(&mut act, Event::new("blueprint_draft.added", id, controller, desk.now)).await?;
    desk.done(act, &format!("/blueprints/{id}?done=done-saved")).await
}

/// A file instead of its pasted contents: what it holds becomes a draft, or the form is shown again.
pub async fn upload(Uploaded { desk, mut words, bytes, .. }: Uploaded) -> Answer {
    let controller = own_organisation(&desk)?;
    let mut act = desk.act(&words).await?;
    let text = String::from_utf8(bytes).ok().map(|text| text.trim_start_matches('\u{feff}').to_owned());
    let mut check = Check::new(desk.lang, &words);
    match text.as_deref() {
        None => check.fault("file", "fault-programmes-file"),
        Some(text) if text.trim().is_empty() => check.fault("file", "fault-programmes-no-file"),
        Some(text) if text.chars().count() > LONGEST => check.fault("file", "fault-programmes-long"),
        Some(_) => {}
    }
    let text = match check.done(text) {
        Ok(text) => text,
        Err(sheet) => return desk.faulty(&list_page(&desk, &mut act, *sheet).await?),
    };
    words.set("source", text);
    let source = source(&words, &mut Check::new(desk.lang, &words));
    let author = desk.actor()?.human_id;
    let id = drafts::add(&mut act, controller, (&key_of(&source), &source), (author, desk.now)).await?;
    desk.event(&mut act, Event::new("blueprint_draft.added", id, controller, desk.now)).await?;
    desk.done(act, &format!("/blueprints/{id}?done=done-saved")).await
}

/// The longest blueprint, in characters.
const LONGEST: usize = 400_000;

fn source(words: &Words, check: &mut Check) -> String {
    let source = words.get("source");
    if source.is_empty() {
        check.fault("source", "fault-programmes-source");
    } else if source.chars().count() > LONGEST {
        check.fault("source", "fault-programmes-long");
    }
    source.replace('\0', "").replace("\r\n", "\n")
}

#[derive(Template)]
#[template(path = "programmes/pages/draft.html")]
pub(super) struct DraftPage {
    pub ui: Ui,
    pub id: Uuid,
    pub rev: i64,
    pub key: String,
    pub state: DraftState,
    pub state_words: String,
    pub author: String,
    /// Whether the reader is the last author and cannot publish.
    pub own: bool,
    pub sheet: Sheet,
    pub findings: Vec<Finding>,
    /// Of an erratum, what keeps it from being one; empty when nothing does.
    pub erratum: String,
    pub service: Option<Uuid>,
}

impl DraftPage {
    /// A finding in the reader's language.
    fn said(&self, finding: &Finding) -> String {
        finding.say(self.ui.lang)
    }

    fn path(&self, rest: &str) -> String {
        format!("/blueprints/{}{rest}", self.id)
    }
}

async fn own_draft(desk: &Desk, tx: &mut Tx, id: Uuid) -> Result<Draft, Failure> {
    let controller = own_organisation(desk)?;
    drafts::draft(tx, id).await?.filter(|draft| draft.controller_id == controller).ok_or(Failure::NotFound)
}

pub async fn show(desk: Desk, Path(id): Path<Uuid>) -> Answer {
    let mut tx = desk.read().await?;
    let draft = own_draft(&desk, &mut tx, id).await?;
    let author = privacy::human(&mut tx, draft.author_id).await?.map_or_else(String::new, |human| human.name);
    let own = desk.actor()?.human_id == draft.author_id;
    let page = page(desk.ui(), &draft, (author, own));
    let erratum = erratum(&mut tx, &draft, desk.lang).await?;
    desk.page(&DraftPage { erratum, ..page })
}

/// Whether a draft that calls itself an erratum changes texts alone, told against the version that it corrects.
async fn erratum(tx: &mut Tx, draft: &Draft, lang: Lang) -> Result<String, Failure> {
    let written = blueprint::load(&draft.source).ok().filter(|it| it.erratum != 0);
    let Some(written) = written.filter(|_| draft.state != DraftState::Published) else { return Ok(String::new()) };
    match publication::beyond_texts(tx, draft.controller_id, &written).await {
        Ok(_) => Ok(lang.t("programmes-erratum-sound")),
        Err(Unpublished::MoreThanTexts(parts)) => {
            Ok(lang.t_with("programmes-erratum-more", [("parts", parts.join(", ").into())]))
        }
        Err(Unpublished::Db(error)) => Err(error.into()),
        Err(_) => Ok(lang.t("fault-programmes-no-base")),
    }
}

pub(super) fn page(ui: Ui, draft: &Draft, (author, own): (String, bool)) -> DraftPage {
    DraftPage {
        id: draft.id,
        rev: draft.rev,
        key: draft.key.clone(),
        state: draft.state,
        state_words: state(draft.state, ui.lang),
        author,
        own,
        sheet: Sheet::filled([("source", draft.source.clone())]),
        findings: blueprint::check(&draft.source),
        erratum: String::new(),
        service: draft.programme_id,
        ui,
    }
}

pub async fn save(Path(id): Path<Uuid>, Posted { desk, words }: Posted) -> Answer {
    let mut act = desk.act(&words).await?;
    let draft = own_draft(&desk, &mut act, id).await?;
    let mut check = Check::new(desk.lang, &words);
    let source = source(&words, &mut check);
    if let Err(sheet) = check.done(Some(())) {
        let page = DraftPage { sheet: *sheet, ..page(desk.ui(), &draft, (String::new(), false)) };
        return desk.faulty(&page);
    }
    let author = desk.actor()?.human_id;
    let rev = words.get("rev").parse().unwrap_or(-1);
    if !drafts::save(&mut act, (id, rev), (&key_of(&source), &source), (author, desk.now)).await? {
        return Err(Failure::Conflict("conflict-changed"));
    }
    desk.event(&mut act, Event::new("blueprint_draft.saved", id, draft.controller_id, desk.now)).await?;
    desk.done(act, &format!("/blueprints/{id}?done=done-saved")).await
}

pub async fn ask_review(Path(id): Path<Uuid>, Posted { desk, words }: Posted) -> Answer {
    let mut act = desk.act(&words).await?;
    let draft = own_draft(&desk, &mut act, id).await?;
    if !blueprint::check(&draft.source).is_empty() {
        return Err(Failure::Refused("fault-programmes-findings"));
    }
    let rev = words.get("rev").parse().unwrap_or(-1);
    if draft.state != DraftState::Draft || !drafts::ask_review(&mut act, (id, rev)).await? {
        return Err(Failure::Conflict("conflict-changed"));
    }
    desk.event(&mut act, Event::new("blueprint_draft.in_review", id, draft.controller_id, desk.now)).await?;
    desk.done(act, &format!("/blueprints/{id}?done=done-programmes-in-review")).await
}

pub async fn publish(Path(id): Path<Uuid>, Posted { desk, words }: Posted) -> Answer {
    let mut act = desk.act(&words).await?;
    let draft = own_draft(&desk, &mut act, id).await?;
    let by = desk.actor()?.human_id;
    if by == draft.author_id {
        return Err(Failure::Refused("fault-programmes-own"));
    }
    let rev = words.get("rev").parse().unwrap_or(-1);
    if draft.state != DraftState::InReview {
        return Err(Failure::Conflict("conflict-changed"));
    }
    let who = (Some(draft.author_id), Some(by));
    let published = publication::publish(&mut act, draft.controller_id, &draft.source, who, desk.now).await.map_err(
        |why| match why {
            Unpublished::Faulty(_) => Failure::Refused("fault-programmes-findings"),
            Unpublished::NoBase => Failure::Refused("fault-programmes-no-base"),
            Unpublished::MoreThanTexts(_) => Failure::Refused("fault-programmes-more-than-texts"),
            Unpublished::VersionTaken(_) => Failure::Refused("fault-programmes-taken"),
            Unpublished::Db(error) => error.into(),
        },
    )?;
    if !drafts::published(&mut act, (id, rev), published.blueprint_id).await? {
        return Err(Failure::Conflict("conflict-changed"));
    }
    desk.done(act, &format!("/blueprints/{id}?done=done-programmes-published")).await
}
