//! The beginning of a house: the code from the console, the first organisation and its administrator. Works once; after
//! that there is no such page.
use askama::Template;

use super::{
    super::{password, second, setup, throttle, visit},
    by_code::can_be_reached,
};
use crate::{
    db::Tx,
    desk::{Desk, Posted},
    events::Event,
    ident,
    people::{self, Organisation, OrganisationKind},
    privacy::{self, Edge, Human, Role, account},
    text::Lang,
    web::{Answer, Check, Failure, Sheet, Ui, Words},
};

#[derive(Template)]
#[template(path = "signin/pages/set_up.html")]
struct Page {
    ui: Ui,
    sheet: Sheet,
    kinds: Vec<Choice>,
}

/// A line of a list to choose from.
pub(super) struct Choice {
    pub value: String,
    pub label: String,
    pub hint: &'static str,
    pub chosen: bool,
}

/// What the first administrator says.
struct Beginning {
    organisation: String,
    kind: OrganisationKind,
    name: String,
    address: String,
}

fn page(ui: Ui, sheet: Sheet) -> Page {
    Page { kinds: kinds(&ui, &sheet), ui, sheet }
}

/// The kinds of organisations, for the field `kind`.
pub(super) fn kinds(ui: &Ui, sheet: &Sheet) -> Vec<Choice> {
    let choice = |kind: &OrganisationKind| Choice {
        value: kind.code().to_owned(),
        label: ui.t(&format!("signin-kind-{}", kind.code().replace('_', "-"))),
        hint: "",
        chosen: sheet.chosen("kind", kind.code()),
    };
    OrganisationKind::ALL.iter().map(choice).collect()
}

/// There is a page as long as nobody has an account.
async fn only_at_the_beginning(tx: &mut Tx) -> Result<(), Failure> {
    if account::has_humans(tx).await? { Err(Failure::NotFound) } else { Ok(()) }
}

pub(in super::super) async fn show(desk: Desk) -> Answer {
    only_at_the_beginning(&mut desk.read().await?).await?;
    desk.page(&page(desk.ui(), Sheet::empty()))
}

pub(in super::super) async fn begin(net: visit::Net, Posted { desk, words }: Posted) -> Answer {
    let net = throttle::name(&desk.house, throttle::Kind::Setup, &net.0);
    let mut tx = desk.house.db.write().await?;
    only_at_the_beginning(&mut tx).await?;
    throttle::count(&mut tx, throttle::Kind::Setup, &net, desk.now).await?;
    tx.commit().await?;
    let beginning = match read(&desk, &words) {
        Ok(beginning) => beginning,
        Err(sheet) => return desk.faulty(&page(desk.ui(), *sheet)),
    };
    let hash = password::make(words.get("password").to_owned()).await?;
    let mut tx = desk.house.db.write().await?;
    if !setup::take(&mut tx, words.get("code")).await? {
        drop(tx);
        let mut check = Check::new(desk.lang, &words);
        check.fault("code", "signin-fault-setup");
        let sheet = check.done::<()>(None).err().map(|sheet| without_password(*sheet)).unwrap_or_default();
        return desk.faulty(&page(desk.ui(), sheet));
    }
    let human_id = first(&mut tx, &desk, beginning, hash).await?;
    second::go_on(&desk, tx, human_id, "/?done=done-signin-setup").await
}

fn read(desk: &Desk, words: &Words) -> Result<Beginning, Box<Sheet>> {
    let mut check = Check::new(desk.lang, words);
    check.text("code", "signin-fault-setup");
    let organisation = check.text("organisation", "fault-missing");
    let kind = check.one_of("kind", "fault-choose", OrganisationKind::read);
    let name = check.text("name", "fault-missing");
    let reach = |words: &str| (words.contains('@') && can_be_reached(words)).then(|| words.to_owned());
    let address = check.one_of("address", "signin-fault-address", reach);
    if let Some(key) = password::fault(words.get("password"), &[&organisation, &name, words.get("address"), "Urasilta"])
    {
        check.fault("password", key);
    }
    let beginning = kind.zip(address).map(|(kind, address)| Beginning { organisation, kind, name, address });
    check.done(beginning).map_err(|sheet| Box::new(without_password(*sheet)))
}

/// A password is never sent back to the page.
fn without_password(mut sheet: Sheet) -> Sheet {
    sheet.words.set("password", "");
    sheet
}

/// The first organisation with its administrator.
async fn first(tx: &mut Tx, desk: &Desk, said: Beginning, hash: String) -> Result<uuid::Uuid, Failure> {
    let now = desk.now;
    let organisation = Organisation { id: ident::at(now), kind: said.kind, name: said.organisation, business_id: None };
    people::add_organisation(tx, &organisation, now).await?;
    let human = Human {
        id: ident::at(now),
        name: said.name,
        lang: desk.lang.code().to_owned(),
        address: Some(said.address),
        phone: None,
        password_hash: Some(hash),
    };
    privacy::add_human(tx, &human, now).await?;
    privacy::give_seat(tx, human.id, (organisation.id, Role::Admin), (now, Edge::open_end())).await?;
    Event::new("organisation.began", organisation.id, organisation.id, now)
        .by(Some(human.id))
        .fact("kind", organisation.kind.code())
        .record(tx)
        .await?;
    Ok(human.id)
}

pub(super) fn sample(lang: Lang) -> String {
    page(Ui::plain(lang), Sheet::empty()).render().unwrap_or_default()
}
