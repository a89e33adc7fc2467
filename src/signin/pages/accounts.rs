//! Organisations, and who holds which role in them. The administrator opens doors for others and never for themself.
use std::collections::BTreeSet;

use askama::Template;
use axum::extract::{Path, Query};
use serde::Deserialize;
use uuid::Uuid;

use super::{
    super::{second, visit, welcome},
    by_code::can_be_reached,
    set_up::{Choice, kinds},
};
use crate::{
    db::Tx,
    desk::{Desk, Posted},
    events::Event,
    ident,
    people::{self, Organisation, OrganisationKind},
    privacy::{
        self, Edge, Human, Role,
        account::{self, Holder},
    },
    text::Lang,
    web::{Answer, Check, Failure, Sheet, Ui},
};

/// The roles that are held in an organisation.
const HELD: [Role; 6] =
    [Role::Coordinator, Role::Supervisor, Role::Coach, Role::Provider, Role::Committee, Role::Admin];

/// How many a page lists.
const PAGE: usize = 50;

/// Where the lists go on.
#[derive(Debug, Default, Deserialize)]
pub(in super::super) struct Asked {
    /// The seat's organisation and role, and the human, of the last row of the page before: `organisation.role.human`.
    #[serde(default)]
    after: String,
    /// The last human of the page before, of those without a role.
    #[serde(default)]
    others: Uuid,
}

impl Asked {
    fn place(&self) -> Option<(Uuid, Role, Uuid)> {
        let mut parts = self.after.splitn(3, '.');
        let organisation = parts.next()?.parse().ok()?;
        Some((organisation, Role::read(parts.next()?)?, parts.next()?.parse().ok()?))
    }
}

/// Where each list goes on and whether it began before; empty when it does not.
#[derive(Default)]
struct Ways {
    first: bool,
    next: String,
    others_first: bool,
    others_next: String,
}

#[derive(Template)]
#[template(path = "signin/pages/accounts.html")]
struct Page {
    ui: Ui,
    sheet: Sheet,
    holders: Vec<Holder>,
    /// Who has an authenticator app.
    with_app: BTreeSet<Uuid>,
    /// Those of them who hold no role: id and name.
    others: Vec<(Uuid, String)>,
    ways: Ways,
    organisations: Vec<Organisation>,
    roles: Vec<Choice>,
    places: Vec<Choice>,
    kinds: Vec<Choice>,
    langs: Vec<Choice>,
}

impl Page {
    fn meta(&self, holder: &Holder) -> String {
        let place = self.organisations.iter().find(|one| one.id == holder.organisation_id);
        let role = self.ui.t(&format!("signin-role-{}", holder.role));
        self.ui.t2("signin-accounts-holds", ("role", "where"), role, place.map_or("", |one| one.name.as_str()))
    }

    fn has_app(&self, human_id: &Uuid) -> bool {
        self.with_app.contains(human_id)
    }
}

async fn page(desk: &Desk, tx: &mut Tx, asked: &Asked, sheet: Sheet) -> Result<Page, Failure> {
    let organisations = people::organisations(tx).await?;
    let at_most = i64::try_from(PAGE + 1).unwrap_or(i64::MAX);
    let place = asked.place();
    let after = place.map_or((Uuid::nil(), "", Uuid::nil()), |(place, role, human)| (place, role.code(), human));
    let mut holders = account::holders(tx, desk.now, after, at_most).await?;
    let mut others = second::without_role(tx, (desk.now, asked.others), at_most).await?;
    let (more, more_others) = (holders.len() > PAGE, others.len() > PAGE);
    holders.truncate(PAGE);
    others.truncate(PAGE);
    let mut ways = Ways { first: place.is_some(), others_first: !asked.others.is_nil(), ..Ways::default() };
    if let Some(last) = holders.last().filter(|_| more) {
        ways.next = format!("/system/accounts?after={}.{}.{}", last.organisation_id, last.role, last.human_id);
    }
    if let Some(last) = others.last().filter(|_| more_others) {
        ways.others_next = format!("/system/accounts?others={last}");
    }
    let ids: Vec<Uuid> = holders.iter().map(|holder| holder.human_id).collect();
    let with_app = second::among(tx, &ids).await?.into_iter().collect();
    let mut names = privacy::human_names(tx, &others).await?;
    let others = others.into_iter().filter_map(|id| Some((id, names.remove(&id)?))).collect();
    Ok(Page { with_app, others, ways, ..made(desk.ui(), sheet, (organisations, holders)) })
}

fn made(ui: Ui, sheet: Sheet, (organisations, holders): (Vec<Organisation>, Vec<Holder>)) -> Page {
    let role = |role: Role| Choice {
        value: role.code().to_owned(),
        label: ui.t(&format!("signin-role-{role}")),
        hint: "",
        chosen: sheet.chosen("role", role.code()),
    };
    let place = |one: &Organisation| Choice {
        value: one.id.to_string(),
        label: one.name.clone(),
        hint: "",
        chosen: sheet.chosen("where", &one.id.to_string()),
    };
    let (roles, places) = (HELD.map(role).into(), organisations.iter().map(place).collect());
    let (with_app, others) = (BTreeSet::new(), Vec::new());
    let lang = |lang: &Lang| Choice {
        value: lang.code().to_owned(),
        label: ui.t(&format!("signin-lang-{}", lang.code())),
        hint: "",
        chosen: if sheet.words.has("lang") { sheet.chosen("lang", lang.code()) } else { *lang == ui.lang },
    };
    let langs = Lang::ALL.iter().map(lang).collect();
    let ways = Ways::default();
    Page { langs, kinds: kinds(&ui, &sheet), roles, places, organisations, holders, with_app, others, ways, sheet, ui }
}

pub(in super::super) async fn show(desk: Desk, Query(asked): Query<Asked>) -> Answer {
    let mut tx = desk.read().await?;
    let page = page(&desk, &mut tx, &asked, Sheet::empty()).await?;
    desk.page(&page)
}

/// A new organisation: an employer, or a provider of coaching.
pub(in super::super) async fn add_organisation(Posted { desk, words }: Posted) -> Answer {
    let mut check = Check::new(desk.lang, &words);
    let name = check.text("organisation", "fault-missing");
    let kind = check.one_of("kind", "fault-choose", OrganisationKind::read);
    let business_id = Some(check.optional("business_id")).filter(|id| !id.is_empty());
    let kind = match check.done(kind) {
        Ok(kind) => kind,
        Err(sheet) => return again(&desk, *sheet).await,
    };
    let mut act = desk.act(&words).await?;
    let organisation = Organisation { id: ident::at(desk.now), kind, name, business_id };
    people::add_organisation(&mut act, &organisation, desk.now).await?;
    let event = Event::new("organisation.began", organisation.id, organisation.id, desk.now);
    desk.event(&mut act, event.fact("kind", kind.code())).await?;
    desk.done(act, "/system/accounts?done=done-saved").await
}

/// Gives somebody a role; makes the account when the address is new.
pub(in super::super) async fn give(Posted { desk, words }: Posted) -> Answer {
    let mut check = Check::new(desk.lang, &words);
    let name = check.text("name", "fault-missing");
    let reach = |words: &str| (words.contains('@') && can_be_reached(words)).then(|| words.to_owned());
    let address = check.one_of("address", "signin-fault-address", reach);
    let role = check.one_of("role", "fault-choose", |code| Role::read(code).filter(|role| HELD.contains(role)));
    let place = check.one_of("where", "fault-choose", |id| Uuid::parse_str(id).ok());
    let (address, role, place) = match check.done(address.zip(role).zip(place)) {
        Ok(((address, role), place)) => (address, role, place),
        Err(sheet) => return again(&desk, *sheet).await,
    };
    let mut act = desk.act(&words).await?;
    people::organisation(&mut act, place).await?.ok_or(Failure::NotFound)?;
    let human_id = match privacy::human_by_address(&mut act, &address).await? {
        Some(human) => human.id,
        None => open_account(&mut act, &desk, (name, address), Lang::read(words.get("lang"))).await?,
    };
    if human_id == desk.actor()?.human_id {
        return Err(Failure::Refused("signin-refused-own-role"));
    }
    welcome(&mut act, &desk, human_id, ((place, role), (desk.now, Edge::open_end()))).await?;
    desk.event(&mut act, Event::new("seat.given", human_id, place, desk.now).fact("role", role.code())).await?;
    desk.done(act, "/system/accounts?done=done-saved").await
}

/// A new account; its letters are in the language said, else in the administrator's.
async fn open_account(
    tx: &mut Tx,
    desk: &Desk,
    (name, address): (String, String),
    lang: Option<Lang>,
) -> Result<Uuid, Failure> {
    let id = ident::at(desk.now);
    let lang = lang.unwrap_or(desk.lang).code().to_owned();
    let human = Human { id, name, lang, address: Some(address), phone: None, password_hash: None };
    privacy::add_human(tx, &human, desk.now).await?;
    Event::new("account.opened", id, visit::accounts(), desk.now).by(Some(desk.actor()?.human_id)).record(tx).await?;
    Ok(id)
}

/// Ends somebody's role.
pub(in super::super) async fn end(
    Path((human_id, seat_id)): Path<(Uuid, Uuid)>,
    Posted { desk, words }: Posted,
) -> Answer {
    let mut act = desk.act(&words).await?;
    let held = account::holder(&mut act, (human_id, seat_id), desk.now).await?.ok_or(Failure::NotFound)?;
    if human_id == desk.actor()?.human_id {
        return Err(Failure::Refused("signin-refused-own-role"));
    }
    privacy::take_seat(&mut act, human_id, (held.organisation_id, held.role), desk.now).await?;
    let event = Event::new("seat.ended", human_id, held.organisation_id, desk.now);
    desk.event(&mut act, event.fact("role", held.role.code())).await?;
    desk.done(act, "/system/accounts?done=done-saved").await
}

/// Takes the authenticator app of somebody who has lost phone and recovery codes away, and ends their sessions.
pub(in super::super) async fn reset(Path(human_id): Path<Uuid>, Posted { desk, words }: Posted) -> Answer {
    let mut act = desk.act(&words).await?;
    let by = desk.actor()?.human_id;
    if human_id == by {
        return Err(Failure::Refused("signin-refused-own-second"));
    }
    if !second::end(&mut act, &desk.house, human_id, (desk.now, Some(by))).await? {
        return Err(Failure::NotFound);
    }
    desk.done(act, "/system/accounts?done=done-signin-second-reset").await
}

async fn again(desk: &Desk, sheet: Sheet) -> Answer {
    let mut tx = desk.house.db.read_counted(&desk.visit.tally).await?;
    let page = page(desk, &mut tx, &Asked::default(), sheet).await?;
    desk.faulty(&page)
}

/// Where the list begins, when its beginning is not in view.
pub(in super::super) fn back(began_before: &bool) -> &'static str {
    if *began_before { "/system/accounts" } else { "" }
}

pub(super) fn sample(lang: Lang) -> String {
    let county = Organisation {
        id: Uuid::nil(),
        kind: OrganisationKind::WellbeingCounty,
        name: "Järvilaakson hyvinvointialue".into(),
        business_id: None,
    };
    let kirsi = Holder {
        human_id: Uuid::nil(),
        name: "Kirsi Salo".into(),
        address: Some("kirsi.salo@example.invalid".into()),
        seat_id: Uuid::nil(),
        organisation_id: county.id,
        role: Role::Coordinator,
    };
    let ui = Ui { name: Some("Arja Korpi".into()), ..Ui::plain(lang) };
    let page = made(ui, Sheet::empty(), (vec![county], vec![kirsi]));
    let (with_app, others) = ([Uuid::nil()].into(), vec![(Uuid::nil(), "Maija Virtanen".to_owned())]);
    let ways = Ways { first: true, next: "/system/accounts".into(), ..Ways::default() };
    Page { with_app, others, ways, ..page }.render().unwrap_or_default()
}
