//! "Odottaa sinua": what waits for the supervisor, and who of the own people has applied where the round tells it.
use askama::Template;
use axum::{extract::Path, http::StatusCode};
use uuid::Uuid;

use super::shown;
use crate::{
    clock,
    desk::{Desk, Posted},
    house::{Sample, waiting::Awaited},
    ident,
    intake::{
        record::Support,
        scene::Scene,
        store::{self, Stop, support::Asked},
    },
    privacy::{Class, Role},
    text::Lang,
    web::{Answer, Check, Failure, Sheet, Ui},
};

struct Waiting {
    href: String,
    name: String,
    meta: String,
    /// What is asked of the supervisor; empty when nothing is.
    verb: String,
}

#[derive(Template)]
#[template(path = "intake/pages/waiting.html")]
struct WaitingPage {
    ui: Ui,
    /// What empties.
    asked: Vec<Waiting>,
    /// For information: nothing is to be done.
    told: Vec<Waiting>,
}

impl WaitingPage {
    fn of(ui: Ui, rows: Vec<Waiting>) -> WaitingPage {
        let (told, asked) = rows.into_iter().partition(|row| row.verb.is_empty());
        WaitingPage { ui, asked, told }
    }
}

pub async fn list(desk: Desk) -> Answer {
    let mut tx = desk.read().await?;
    let me = desk.actor()?.human_id;
    // The edge to the own desk is opened with the first application in which the supervisor has a part.
    let mut rows = Vec::new();
    if let Some(grant) = desk.may(&mut tx, me, Class::Agreed).await? {
        let asked = store::support::of_supervisor(&mut tx, &grant).await?;
        desk.note(&grant, &asked.iter().map(|one| one.person_id).collect::<Vec<_>>());
        let awaited = Awaited { grant, role: Role::Supervisor, lang: desk.lang, now: desk.now };
        let found = desk.house.waiting(&mut tx, &awaited).await.map_err(Failure::broken)?;
        desk.note(&awaited.grant, &found.iter().filter_map(|row| row.person_id).collect::<Vec<_>>());
        rows.extend(found.into_iter().map(|row| Waiting {
            href: row.href,
            name: row.title,
            meta: row.meta,
            verb: row.verb,
        }));
        rows.extend(asked.iter().map(|one| waiting(one, desk.lang)));
    }
    desk.page(&WaitingPage::of(desk.ui(), rows))
}

fn waiting(one: &Asked, lang: Lang) -> Waiting {
    let service: crate::text::Text =
        serde_json::from_str(&one.round_name).unwrap_or_else(|_| crate::text::Text::same(one.round_name.clone()));
    let support = match one.support {
        Support::Waiting => "intake-waiting-asked",
        Support::Supported => "intake-support-supported",
        Support::NotSupported => "intake-support-not-supported",
        Support::None | Support::Told => "intake-waiting-told",
    };
    Waiting {
        href: format!("/waiting/{}", one.id),
        name: format!("{} {}", one.first_name, one.last_name),
        meta: format!(
            "{} · {} · {}",
            service.say(lang),
            clock::show_day(clock::day(one.submitted_at)),
            lang.t(support)
        ),
        verb: if one.support == Support::Waiting { lang.t("intake-waiting-answer") } else { String::new() },
    }
}

#[derive(Template)]
#[template(path = "intake/pages/support.html")]
struct SupportPage {
    ui: Ui,
    id: Uuid,
    rev: i64,
    service: String,
    name: String,
    lead: &'static str,
    asked: bool,
    /// Told of an accepted place.
    told: bool,
    said: String,
    sheet: Sheet,
}

fn lead(told: bool) -> &'static str {
    if told { "intake-told-lead" } else { "intake-support-lead" }
}

pub async fn show(desk: Desk, Path(id): Path<Uuid>) -> Answer {
    let mut tx = desk.read().await?;
    let page = page(&desk, &mut tx, (id, Sheet::empty())).await?;
    desk.page(&page)
}

async fn page(desk: &Desk, tx: &mut crate::db::Tx, (id, sheet): (Uuid, Sheet)) -> Result<SupportPage, Failure> {
    let grant = desk.grant(tx, id, Class::Agreed).await?;
    let application = store::application(tx, &grant, id).await?.ok_or(Failure::NotFound)?;
    desk.note(&grant, &[application.person_id]);
    let (round, _) = shown::service(tx, &application).await?;
    Ok(SupportPage {
        ui: desk.ui(),
        id,
        rev: application.rev,
        service: round.name().say(desk.lang).to_owned(),
        name: application.name(),
        lead: lead(application.support == Support::Told),
        asked: application.support == Support::Waiting && application.state.is_open(),
        told: application.support == Support::Told,
        said: application.support_words.unwrap_or_default(),
        sheet,
    })
}

/// The supervisor's word: supports or does not, with words to the applicant and the coordinator.
pub async fn speak(Path(id): Path<Uuid>, Posted { desk, words }: Posted) -> Answer {
    let mut act = desk.act(&words).await?;
    let mut check = Check::new(desk.lang, &words);
    let support = check.one_of("support", "fault-choose", |code| match code {
        "supported" => Some(Support::Supported),
        "not_supported" => Some(Support::NotSupported),
        _ => None,
    });
    let said = if support == Some(Support::NotSupported) {
        check.text("words", "fault-intake-support")
    } else {
        check.optional("words")
    };
    let support = match check.done(support) {
        Ok(support) => support,
        Err(sheet) => {
            let page = page(&desk, &mut act, (id, *sheet)).await?;
            let mut response = desk.page(&page)?;
            *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
            return Ok(response);
        }
    };
    let grant = desk.grant(&mut act, id, Class::Agreed).await?;
    let application = store::application(&mut act, &grant, id).await?.ok_or(Failure::NotFound)?;
    if !application.state.is_open() || application.support != Support::Waiting {
        return Err(Stop::Cannot.into());
    }
    if !store::support::speak(&mut act, (id, shown::rev(&words)?), (support, &said), desk.now).await? {
        return Err(Stop::Changed.into());
    }
    Scene::of(&desk).event(&mut act, "application.supervisor_spoke", &application).await?;
    desk.done(act, "/waiting?done=done-intake-support").await
}

pub fn samples() -> Vec<Sample> {
    fn list(lang: Lang, rows: Vec<Waiting>) -> String {
        WaitingPage::of(Ui::plain(lang), rows).render().unwrap_or_default()
    }
    fn support(lang: Lang, asked: bool) -> String {
        let page = SupportPage {
            ui: Ui::plain(lang),
            id: ident::of("sample", "application"),
            rev: 2,
            service: shown::sample_service(lang),
            name: "Maija Virtanen".into(),
            lead: lead(!asked),
            asked,
            told: !asked,
            said: String::new(),
            sheet: Sheet::empty(),
        };
        page.render().unwrap_or_default()
    }
    vec![
        Sample { name: "intake/waiting-empty", render: |lang| list(lang, Vec::new()) },
        Sample {
            name: "intake/waiting",
            render: |lang| {
                let meta = lang.t("intake-waiting-asked");
                list(
                    lang,
                    vec![Waiting {
                        href: "/waiting".into(),
                        name: "Maija Virtanen".into(),
                        meta,
                        verb: lang.t("intake-waiting-answer"),
                    }],
                )
            },
        },
        Sample { name: "intake/support", render: |lang| support(lang, true) },
        Sample { name: "intake/support-told", render: |lang| support(lang, false) },
    ]
}
