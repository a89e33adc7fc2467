//! A published version: what it holds, what changed since the one before, and retiring it.
use askama::Template;
use axum::extract::Path;
use uuid::Uuid;

use super::rounds::own_organisation;
use crate::{
    db::Tx,
    desk::{Desk, Posted},
    events::Event,
    programmes::{
        Blueprint,
        blueprint::{self, Change},
        store::{self, VersionLine},
    },
    text::Lang,
    web::{Answer, Failure, Ui},
};

/// A published version in the list of blueprints.
pub(super) struct Line {
    pub href: String,
    pub name: String,
    pub meta: String,
    pub retired: bool,
}

/// The published versions of an organisation, the newest first.
pub(super) async fn lines(tx: &mut Tx, controller: Uuid, ui: &Ui) -> Result<Vec<Line>, Failure> {
    let mut found = Vec::new();
    for one in store::versions_of(tx, controller).await? {
        let blueprint = store::blueprint_version(tx, one.id).await?;
        found.push(line(ui, &one, &blueprint));
    }
    Ok(found)
}

pub(super) fn line(ui: &Ui, one: &VersionLine, blueprint: &Blueprint) -> Line {
    Line {
        href: format!("/blueprints/versions/{}", one.id),
        name: name(blueprint, ui.lang),
        meta: ui.t1("programmes-version-published", "when", ui.moment(&one.published_at)),
        retired: one.retired_at.is_some(),
    }
}

fn name(blueprint: &Blueprint, lang: Lang) -> String {
    let values = [("name", blueprint.name.say(lang).into()), ("version", blueprint.number().into())];
    lang.t_with("programmes-version", values)
}

/// What differs in one part of the path: before and now, each in words.
pub(super) struct Differs {
    pub part: String,
    pub before: String,
    pub now: String,
}

#[derive(Template)]
#[template(path = "programmes/pages/version.html")]
pub(super) struct VersionPage {
    pub ui: Ui,
    pub id: Uuid,
    pub name: String,
    pub published: String,
    pub hash: String,
    /// When it was retired; empty while it begins rounds.
    pub retired: String,
    /// The version it is compared with; empty when it is the first.
    pub before: String,
    /// What its authors say has changed.
    pub learnt: Vec<String>,
    pub differs: Vec<Differs>,
    pub service: String,
}

async fn own_version(desk: &Desk, tx: &mut Tx, id: Uuid) -> Result<VersionLine, Failure> {
    let controller = own_organisation(desk)?;
    store::version_line(tx, id).await?.filter(|line| line.controller_id == controller).ok_or(Failure::NotFound)
}

pub async fn show(desk: Desk, Path(id): Path<Uuid>) -> Answer {
    let mut tx = desk.read().await?;
    let line = own_version(&desk, &mut tx, id).await?;
    let blueprint = store::blueprint_version(&mut tx, id).await?;
    let hash = blueprint::version_of(&store::hash_of(&mut tx, id).await?);
    let mut before = None;
    for other in store::versions_of(&mut tx, line.controller_id).await? {
        if other.programme_id == line.programme_id {
            let one = store::blueprint_version(&mut tx, other.id).await?;
            if one.version < blueprint.version {
                before = Some(one);
                break;
            }
        }
    }
    desk.page(&page(desk.ui(), (&line, &blueprint, &hash), before.as_deref()))
}

pub(super) fn page(
    ui: Ui,
    (line, blueprint, hash): (&VersionLine, &Blueprint, &str),
    before: Option<&Blueprint>,
) -> VersionPage {
    let differs = before.map(|before| blueprint::changes(before, blueprint)).unwrap_or_default();
    VersionPage {
        id: line.id,
        name: name(blueprint, ui.lang),
        published: ui.moment(&line.published_at),
        hash: hash.to_owned(),
        retired: line.retired_at.map(|at| ui.moment(&at)).unwrap_or_default(),
        before: before.map(|before| name(before, ui.lang)).unwrap_or_default(),
        learnt: blueprint.changes.iter().map(|text| text.say(ui.lang).to_owned()).collect(),
        differs: differs.iter().map(|change| differing(&ui, change)).collect(),
        service: format!("/services/{}", line.programme_id),
        ui,
    }
}

fn differing(ui: &Ui, change: &Change) -> Differs {
    let words = |value: &Option<serde_json::Value>| value.as_ref().map_or_else(|| "–".to_owned(), |it| said(ui, it));
    Differs { part: part(ui, &change.part), before: words(&change.before), now: words(&change.now) }
}

/// The part's name in words, where it has them, with the key it stands under.
fn part(ui: &Ui, path: &str) -> String {
    let (head, rest) = path.split_once(['.', '[']).unwrap_or((path, ""));
    let known = [
        ("name", "programmes-part-texts"),
        ("summary", "programmes-part-texts"),
        ("description", "programmes-part-texts"),
        ("duration", "programmes-part-texts"),
        ("decides", "programmes-part-texts"),
        ("places", "programmes-part-texts"),
        ("aim", "programmes-aim"),
        ("roles", "programmes-responsibilities"),
        ("responsibilities", "programmes-responsibilities"),
        ("visibility", "programmes-who-sees"),
        ("audience", "programmes-for-whom"),
        ("precheck", "programmes-precheck"),
        ("guides", "programmes-precheck"),
        ("intake", "programmes-part-intake"),
        ("steps", "programmes-path"),
        ("instruments", "programmes-part-instruments"),
        ("provider", "programmes-part-provider"),
    ];
    let title = known.iter().find(|(key, _)| *key == head).map_or("programmes-part-other", |(_, words)| *words);
    let place = if rest.is_empty() { head } else { path };
    format!("{} ({place})", ui.t(title))
}

/// A value in words: a text in the reader's language, a list one by one.
fn said(ui: &Ui, value: &serde_json::Value) -> String {
    if let Ok(text) = serde_json::from_value::<crate::text::Text>(value.clone()) {
        return text.say(ui.lang).to_owned();
    }
    match value {
        serde_json::Value::String(words) => words.clone(),
        serde_json::Value::Bool(yes) => ui.t(if *yes { "programmes-yes" } else { "programmes-no" }),
        serde_json::Value::Array(all) => all.iter().map(|one| said(ui, one)).collect::<Vec<_>>().join(", "),
        serde_json::Value::Object(all) => {
            let named = ["name", "text", "task", "what", "key"].iter().find_map(|key| all.get(*key));
            named.map_or_else(|| value.to_string(), |name| said(ui, name))
        }
        other => other.to_string(),
    }
}

/// From now on no new round begins by this version; those that run go on by it.
pub async fn retire(Path(id): Path<Uuid>, Posted { desk, words }: Posted) -> Answer {
    let mut act = desk.act(&words).await?;
    let line = own_version(&desk, &mut act, id).await?;
    if !store::retire(&mut act, id, (desk.actor()?.human_id, desk.now)).await? {
        return Err(Failure::Conflict("conflict-changed"));
    }
    desk.event(&mut act, Event::new("blueprint.retired", id, line.controller_id, desk.now)).await?;
    desk.done(act, &format!("/blueprints/versions/{id}?done=done-programmes-retired")).await
}
