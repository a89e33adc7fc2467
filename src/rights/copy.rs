//! One packed file with everything of a person and nothing of others: the same things as JSON for machines and as HTML
//! to read.
use std::{
    collections::BTreeSet,
    io::{Cursor, Write},
};

use askama::Template;
use serde_json::{Map, Value, json};
use uuid::Uuid;
use zip::{ZipWriter, result::ZipResult, write::SimpleFileOptions};

use super::store::policy;
use crate::{
    clock,
    db::Tx,
    desk::Desk,
    house::keeping::{Asked, Paper},
    people,
    privacy::{self, Class, Purpose},
    text::Lang,
    web::Failure,
};

/// Everything that is told.
#[derive(Template)]
#[template(path = "rights/copy.html")]
pub struct Copy {
    pub lang: Lang,
    pub name: String,
    pub day: String,
    /// The coach's working note is not in it, by the organisation's decision.
    pub without_note: bool,
    pub papers: Vec<Paper>,
}

/// Gathers what every slice tells of who is signed in.
pub async fn gather(desk: &Desk, tx: &mut Tx) -> Result<Copy, Failure> {
    let actor = desk.actor()?.clone();
    let today = clock::day(desk.now);
    let mut subjects: Vec<Uuid> = Vec::new();
    let (mut notes_of, mut without_note) = (Vec::new(), false);
    for (person, organisation) in people::people_of_human(tx, actor.human_id).await? {
        let Some(_) = desk.may(tx, person.id, Class::Own).await? else { continue };
        subjects.push(person.id);
        if policy::gives_note(tx, organisation.id, today).await? {
            notes_of.push(organisation.id);
        } else {
            without_note = true;
        }
    }
    let asked = Asked { actor, now: desk.now, lang: desk.lang, notes_of };
    let mut papers = Vec::new();
    for tell in &desk.house.plan.told {
        papers.extend(tell(&desk.house, tx, &asked).await.map_err(Failure::broken)?);
    }
    papers.extend(looks(desk, tx, &subjects).await?);
    let (name, day) = (asked.actor.name, clock::show_day(today));
    Ok(Copy { lang: desk.lang, name, day, without_note, papers })
}

/// Who else has looked at the person's data, when and why.
async fn looks(desk: &Desk, tx: &mut Tx, subjects: &[Uuid]) -> Result<Vec<Paper>, Failure> {
    let (me, lang) = (desk.actor()?.human_id, desk.lang);
    let mut papers = Vec::new();
    for subject in subjects {
        let looks = desk.house.views.all_of(*subject, me).await?;
        let humans: Vec<Uuid> = looks.iter().map(|look| look.human_id).collect::<BTreeSet<_>>().into_iter().collect();
        let names = privacy::human_names(tx, &humans).await?;
        let mut paper = Paper::new("view", lang.t("people-looked"));
        for privacy::views::Look { at, human_id, purpose: why, .. } in looks {
            let who = names.get(&human_id).cloned().unwrap_or_else(|| lang.t("people-somebody"));
            let when = format!("{} {}", clock::show_day(clock::day(at)), clock::show_time(at));
            paper.line("look", when, format!("{who} · {}", purpose(lang, why)));
        }
        papers.push(paper);
    }
    papers.retain(|paper| !paper.lines.is_empty());
    Ok(papers)
}

fn purpose(lang: Lang, purpose: Purpose) -> String {
    lang.t(&format!("people-purpose-{}", purpose.code().replace('_', "-")))
}

impl Copy {
    fn json(&self) -> Value {
        let paper = |paper: &Paper| {
            let line = |line: &crate::house::keeping::Line| json!({ "key": line.key, "label": line.label, "value": line.words });
            json!({ "kind": paper.kind, "title": paper.title, "lines": paper.lines.iter().map(line).collect::<Vec<_>>() })
        };
        let mut all = Map::new();
        all.insert("name".into(), self.name.clone().into());
        all.insert("made_on".into(), self.day.clone().into());
        all.insert("working_note_left_out".into(), self.without_note.into());
        all.insert("papers".into(), self.papers.iter().map(paper).collect());
        Value::Object(all)
    }

    /// The packed file.
    pub fn zip(&self) -> Result<Vec<u8>, Failure> {
        let html = self.render().map_err(Failure::broken)?;
        let json = serde_json::to_string_pretty(&self.json()).map_err(Failure::broken)?;
        pack(&[("tiedot.html", &html), ("tiedot.json", &json)]).map_err(Failure::broken)
    }
}

fn pack(files: &[(&str, &str)]) -> ZipResult<Vec<u8>> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, words) in files {
        zip.start_file(*name, SimpleFileOptions::default())?;
        zip.write_all(words.as_bytes())?;
    }
    Ok(zip.finish()?.into_inner())
}
