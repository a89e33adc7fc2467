//! Naming participants: the coordinator finds people of the organisation, invites them, and sees who takes part.
use std::collections::HashSet;

use askama::Template;
use axum::extract::{Path, Query};
use serde::Deserialize;
use uuid::Uuid;

use super::shown;
use crate::{
    clock,
    db::Tx,
    desk::{Desk, Posted},
    house::Sample,
    ident,
    intake::{
        named::{self, Unnamed},
        places,
        scene::Scene,
        store::{
            counts,
            invitations::{self, Invitation, InvitationState},
        },
    },
    people::{self, ListedPerson},
    privacy::{Class, Grant},
    programmes::{self, Round},
    text::Lang,
    web::{Answer, Check, Failure, Fault, Sheet, Ui, Words},
};

/// So many are found at a time.
const FOUND: i64 = 30;

/// What is looked for: the start of a last name or of a unit.
#[derive(Debug, Default, Deserialize)]
pub struct Asked {
    #[serde(default)]
    q: String,
}

/// Somebody who can be named.
struct Line {
    id: Uuid,
    name: String,
    meta: String,
    chosen: bool,
}

/// Somebody who has been.
struct Guest {
    id: Uuid,
    name: String,
    meta: String,
    state: String,
    tag: &'static str,
    open: bool,
}

#[derive(Template)]
#[template(path = "intake/pages/named.html")]
struct NamedPage {
    ui: Ui,
    round_id: Uuid,
    rev: i64,
    service: String,
    query: String,
    found: Vec<Line>,
    guests: Vec<Guest>,
    free: i64,
    /// Places may be given now.
    gives: bool,
    sheet: Sheet,
}

pub async fn show(desk: Desk, Path(id): Path<Uuid>, Query(asked): Query<Asked>) -> Answer {
    let mut tx = desk.read().await?;
    let grant = desk.grant(&mut tx, id, Class::Service).await?;
    let round = by_name(&mut tx, id).await?;
    let page = page(&desk, &mut tx, (&grant, &round), (&asked.q, Sheet::empty())).await?;
    desk.page(&page)
}

/// A round to which participants may be named.
async fn by_name(tx: &mut Tx, id: Uuid) -> Result<Round, Failure> {
    let round = programmes::round(tx, id).await?.ok_or(Failure::NotFound)?;
    let blueprint = programmes::blueprint_of(tx, &round).await?;
    if blueprint.intake.by_name { Ok(round) } else { Err(Failure::NotFound) }
}

async fn page(
    desk: &Desk,
    tx: &mut Tx,
    (grant, round): (&Grant, &Round),
    (query, sheet): (&str, Sheet),
) -> Result<NamedPage, Failure> {
    let query: String = query.trim().chars().take(100).collect();
    let guests = invitations::of_round(tx, grant).await?;
    let named: HashSet<Uuid> =
        guests.iter().filter(|one| one.state != InvitationState::Withdrawn).map(|one| one.person_id).collect();
    let found = match query.as_str() {
        "" => Vec::new(),
        start => people::find_staff(tx, grant, (round.controller_id, start), FOUND).await?,
    };
    let seen = guests.iter().map(|one| one.person_id).chain(found.iter().map(|one| one.id)).collect::<Vec<_>>();
    desk.note(grant, &seen);
    let today = clock::day(desk.now);
    let free = found.into_iter().filter(|one| !named.contains(&one.id) && one.ends_on.is_none_or(|end| end >= today));
    Ok(NamedPage {
        ui: desk.ui(),
        round_id: round.id,
        rev: round.rev,
        service: round.name().say(desk.lang).to_owned(),
        found: free.map(|one| line(one, &sheet)).collect(),
        guests: guests.iter().map(|one| guest(one, desk.lang)).collect(),
        free: places::capacity(round, &counts::of(tx, round.id).await?).free_places(),
        gives: places::gives_places(round),
        query,
        sheet,
    })
}

fn line(one: ListedPerson, sheet: &Sheet) -> Line {
    let parts = [one.title.as_str(), one.unit_name.as_str()];
    let meta = parts.into_iter().filter(|part| !part.is_empty());
    let chosen = sheet.chosen("person", &one.id.to_string());
    Line { id: one.id, meta: meta.collect::<Vec<_>>().join(" · "), name: one.name(), chosen }
}

/// Whoever said no and whoever did not answer read the same: not taking part.
fn guest(one: &Invitation, lang: Lang) -> Guest {
    let (state, tag) = match one.state {
        InvitationState::Invited => ("invited", "wait"),
        InvitationState::Accepted => ("accepted", "done"),
        InvitationState::Declined | InvitationState::Lapsed => ("not-there", "quiet"),
        InvitationState::Withdrawn => ("withdrawn", "quiet"),
    };
    let until = lang.t_with("intake-named-until", [("day", clock::show_day(one.answer_by).into())]);
    let open = one.state == InvitationState::Invited;
    Guest {
        id: one.id,
        name: one.name.clone(),
        meta: if open { format!("{} · {until}", one.unit_name) } else { one.unit_name.clone() },
        state: lang.t(&format!("intake-named-{state}")),
        tag,
        open,
    }
}

pub async fn invite(Path(id): Path<Uuid>, Posted { desk, words }: Posted) -> Answer {
    let mut act = desk.act(&words).await?;
    let grant = desk.grant(&mut act, id, Class::Service).await?;
    let round = by_name(&mut act, id).await?;
    if !places::gives_places(&round) {
        return Err(Failure::Refused("intake-stop-round"));
    }
    let chosen: Vec<Uuid> = words.all("person").into_iter().filter_map(|id| Uuid::try_parse(id).ok()).collect();
    let mut people = Vec::new();
    for id in chosen.into_iter().take(100) {
        let person = people::person(&mut act, id).await?;
        people.extend(person.filter(|person| person.organisation_id == round.controller_id));
    }
    let mut check = Check::new(desk.lang, &words);
    if people.is_empty() {
        check.fault("person", "fault-intake-named-none");
    }
    if let Err(sheet) = check.done(Some(())) {
        return desk.faulty(&page(&desk, &mut act, (&grant, &round), (words.get("q"), *sheet)).await?);
    }
    if !programmes::take_rev(&mut act, id, shown::rev(&words)?).await? {
        return Err(Failure::Conflict("conflict-changed"));
    }
    let blueprint = programmes::blueprint_of(&mut act, &round).await?;
    match named::name(&mut act, (&round, &blueprint), &people, Scene::of(&desk)).await? {
        Ok(()) => desk.done(act, &format!("/rounds/{id}/named?done=done-intake-named")).await,
        Err((person, why)) => {
            drop(act);
            let mut tx = desk.read().await?;
            let sheet = refused(desk.lang, &words, (&person.name(), why));
            desk.faulty(&page(&desk, &mut tx, (&grant, &round), (words.get("q"), sheet)).await?)
        }
    }
}

/// Nobody was invited: who could not be, and why.
fn refused(lang: Lang, words: &Words, (name, why): (&str, Unnamed)) -> Sheet {
    let key = match why {
        Unnamed::There => "fault-intake-named-there",
        Unnamed::NotStaff => "fault-intake-named-not-staff",
        Unnamed::NotInAudience => "fault-intake-named-audience",
        Unnamed::Full => "fault-intake-named-full",
    };
    let text = lang.t_with(key, [("name", name.to_owned().into())]);
    Sheet { words: words.clone(), faults: vec![Fault { name: "person".into(), text }] }
}

pub async fn withdraw(Path((round_id, id)): Path<(Uuid, Uuid)>, Posted { desk, words }: Posted) -> Answer {
    let mut act = desk.act(&words).await?;
    desk.grant(&mut act, round_id, Class::Service).await?;
    let found = invitations::for_work(&mut act, id).await?.filter(|one| one.round_id == round_id);
    let invitation = found.ok_or(Failure::NotFound)?;
    named::end(&mut act, &invitation, InvitationState::Withdrawn, Scene::of(&desk)).await?;
    desk.done(act, &format!("/rounds/{round_id}/named?done=done-intake-named-withdrawn")).await
}

pub fn samples() -> Vec<Sample> {
    fn page(lang: Lang, full: bool) -> String {
        let guest = |name: &str, state| {
            let one = Invitation {
                id: ident::of("sample", name),
                round_id: Uuid::nil(),
                controller_id: Uuid::nil(),
                person_id: Uuid::nil(),
                human_id: Uuid::nil(),
                name: name.into(),
                unit_name: "Palvelukeskus, Oulu".into(),
                state,
                visits: 4,
                answer_by: clock::read_day("9.4.2018").unwrap_or_default(),
                invited_at: clock::Moment::default(),
            };
            guest(&one, lang)
        };
        let (accepted, declined) = (InvitationState::Accepted, InvitationState::Declined);
        let line = |name: &str| Line {
            id: ident::of("sample", name),
            name: name.into(),
            meta: "palkanlaskija · Palvelukeskus, Oulu".into(),
            chosen: true,
        };
        let page = NamedPage {
            ui: Ui::plain(lang),
            round_id: Uuid::nil(),
            rev: 1,
            service: shown::sample_service(lang),
            query: if full { "Pal".into() } else { String::new() },
            found: if full { vec![line("Aho Reino"), line("Salmi Tarja")] } else { Vec::new() },
            guests: if full {
                let open = InvitationState::Invited;
                vec![guest("Leena Harju", accepted), guest("Sami Koski", open), guest("Minna Lahti", declined)]
            } else {
                Vec::new()
            },
            free: 2,
            gives: true,
            sheet: Sheet::empty(),
        };
        page.render().unwrap_or_default()
    }
    vec![
        Sample { name: "intake/named", render: |lang| page(lang, true) },
        Sample { name: "intake/named-empty", render: |lang| page(lang, false) },
    ]
}
