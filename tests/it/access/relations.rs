//! Route × role × relation: every address that anybody is shown, asked by everybody else.
use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write,
};

use urasilta::{
    house::Plan,
    privacy::{Role, Roles},
    walk::Form,
};
use uuid::Uuid;

use super::{
    ask::{Asker, outcome, rows},
    cast::{Member, Side},
    crawl::{Crawled, ids_in, route_of, told, with_ids},
    twin::{ONCE, Twin, twin},
};
use crate::support::Stage;

/// How somebody stands to an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Relation {
    /// It stands on the pages they are shown.
    Own,
    /// What it is about does, or is theirs; this page or form of it is not.
    Near,
    /// Somebody of their organisation is shown it.
    Same,
    /// Somebody of the other organisation is shown it.
    Other,
    /// They were shown it once.
    Ended,
}

use Relation::{Ended, Near, Other, Own, Same};

impl Relation {
    fn name(self) -> &'static str {
        ["own", "near", "same", "other", "ended"][self as usize]
    }
}

/// What may be opened though it stands on no page of one's own: route, role (each, when none), reason.
const ALLOWED: &[(&str, Option<Role>, &str)] = &[
    ("GET  /services/{id}", None, "the catalogue is public; a service whose round is under way is no longer listed"),
    ("GET  /services/{round_id}/draw", None, "the seal, the seed and the tickets of a lottery are public"),
    ("POST /services/{round_id}/apply", None, "the catalogue is public; whoever is not of the staff is refused"),
    ("GET  /cases/{id}/memo", Some(Role::Coach), "the shared memo stands on the coach's page of the case too"),
    ("GET  /cases/{id}/completion", None, "either of the two ends a coaching"),
    ("POST /cases/{id}/closing", None, "either of the two ends a coaching"),
    ("POST /cases/{id}/completion", None, "either of the two ends a coaching"),
    ("POST /sessions/{id}/choice", Some(Role::Coach), "a party of the meeting; only the other's times can be chosen"),
    ("POST /sessions/{id}/times", Some(Role::Coach), "a party of the meeting"),
    ("POST /sessions/{id}/times", Some(Role::Participant), "a party of the meeting"),
    ("GET  /sessions/{id}", Some(Role::Participant), "the own meeting, when it has been held"),
    ("GET  /reports/{id}", Some(Role::Coordinator), "the published report, which stands on the round's page too"),
];

/// Those who ask for what others are shown: each role in each organisation, with and without something of their own.
const ASKERS: [&str; 22] = [
    "Kirsi", "Pekka", "Tuula", "Arja", "Olli", "Aino", "Eeva", "Maija", "Timo", "Anna", "Saimi", "Bertta", "Bengt",
    "Birgit", "Bruno", "Britta", "Bea", "Kalle", "Toivo", "Sirpa", "Ester", "Oili",
];

/// An address that somebody is shown.
struct Known {
    route: String,
    sides: BTreeSet<Side>,
    /// What is sent there, when it is a form.
    form: Option<Form>,
}

type Cells = BTreeMap<Relation, BTreeSet<&'static str>>;
/// By route and role; no role is a visitor.
type Table = BTreeMap<String, BTreeMap<Option<Role>, Cells>>;

/// Every address with ids that these are shown, by method and address.
fn known(askers: &[Asker]) -> BTreeMap<(&'static str, String), Known> {
    let mut all = BTreeMap::new();
    for (asker, who) in askers.iter().filter_map(|asker| Some((asker, asker.who.as_ref()?))) {
        for (method, address, route, form) in shown(&asker.seen) {
            let new = || Known { route: route.clone(), sides: BTreeSet::new(), form: form.cloned() };
            all.entry((method, address.clone())).or_insert_with(new).sides.insert(who.side);
        }
    }
    all
}

/// What somebody is shown that has ids in its address: method, address, route, form.
fn shown(seen: &Crawled) -> impl Iterator<Item = (&'static str, &String, &String, Option<&Form>)> {
    let pages = seen.visits.iter().filter(|visit| !visit.page.status.is_client_error());
    let pages = pages.map(|visit| ("GET", &visit.address, &visit.route, None));
    let forms = seen.forms.iter().filter(|found| found.is_post);
    let forms = forms.map(|found| ("POST", &found.form.action, &found.route, Some(&found.form)));
    pages.chain(forms).filter(|(_, address, ..)| !ids_in(address).is_empty())
}

fn relation(twin: &Twin, who: &Member, things: &BTreeSet<Uuid>, (address, known): (&str, &Known)) -> Relation {
    let once = || twin.once.get(who.first).is_some_and(|once| once.contains(address));
    match () {
        () if ids_in(address).iter().all(|id| things.contains(id)) => Near,
        () if once() => Ended,
        () if known.sides.contains(&who.side) => Same,
        () => Other,
    }
}

#[tokio::test]
async fn every_address_is_there_for_those_who_are_shown_it_and_not_there_for_everybody_else() {
    let twin = twin().await;
    let stage = twin.stage().await;
    let mut askers = Vec::new();
    for member in twin.cast.all() {
        askers.push(Asker::member(&stage, member).await);
    }
    let mut all = known(&askers);
    // What once was shown and is on nobody's page any more is asked for too.
    for (first, _) in ONCE {
        for address in twin.once[first].iter().filter(|address| !ids_in(address).is_empty()) {
            let Some(route) = route_of(&stage.house().plan, "GET", address) else { continue };
            let sides = BTreeSet::from([twin.cast.of(first).side]);
            all.entry(("GET", address.clone())).or_insert(Known { route, sides, form: None });
        }
    }
    askers.retain(|asker| ASKERS.contains(&asker.name()));
    askers.push(Asker::visitor(&stage).await);
    let (mut table, mut faults, mut asked) = (Table::new(), Vec::new(), 0);
    for asker in &mut askers {
        let before = rows(&stage).await;
        asked += ask_all((twin, &stage), asker, &all, (&mut table, &mut faults)).await;
        assert_eq!(before, rows(&stage).await, "something changed when {} asked", asker.name());
    }
    eprintln!("{} addresses, {} askers, {asked} asked", all.len(), askers.len());
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
    compare(&printed(&stage, &table));
    stage.house().mailer.take();
    stage.end().await;
}

/// Asks for every address as one; gives how many were asked for.
async fn ask_all(
    (twin, stage): (&Twin, &Stage),
    asker: &mut Asker,
    all: &BTreeMap<(&'static str, String), Known>,
    (table, faults): (&mut Table, &mut Vec<String>),
) -> usize {
    let own: BTreeMap<(&str, String), &'static str> = own_outcomes(&asker.seen);
    let mut things: BTreeSet<Uuid> = shown(&asker.seen).flat_map(|(_, address, ..)| ids_in(address)).collect();
    things.extend(theirs(stage, asker.who.as_ref()).await);
    let who = asker.who.clone();
    let mut asked = 0;
    for ((method, address), known) in all {
        let (said, stands) = if let Some(said) = own.get(&(*method, address.clone())) {
            (*said, Own)
        } else {
            asked += 1;
            let (page, nothing) = match &known.form {
                Some(form) => (asker.post(form).await, asker.nothing_to(form).await),
                None => (asker.get(address).await, asker.nothing_at(address).await),
            };
            let said = outcome(&page);
            if said == "not there" && told(&page) != nothing {
                faults.push(format!("{method} {address} as {}: {said}, unlike nothing at all", asker.name()));
            }
            (said, who.as_ref().map_or(Other, |who| relation(twin, who, &things, (address, known))))
        };
        let role = who.as_ref().map(|who| who.role);
        let route = format!("{method:<4} {}", known.route);
        let right = stands == Own || said == if who.is_none() { "sign in" } else { "not there" };
        let may = |line: &&(&str, Option<Role>, &str)| {
            let is_public = line.0.contains(" /services/");
            line.0 == route && (is_public || stands == Near) && (line.1.is_none() || line.1 == role)
        };
        if !right && !ALLOWED.iter().any(|line| may(&line)) {
            faults.push(format!("{route} {address} as {} ({}): {said}", asker.name(), stands.name()));
        }
        table.entry(route).or_default().entry(role).or_default().entry(stands).or_default().insert(said);
    }
    asked
}

/// The things of one's own affairs, whether a page leads to them or not.
async fn theirs(stage: &Stage, who: Option<&Member>) -> Vec<Uuid> {
    let Some(who) = who else { return Vec::new() };
    let sql = "select id from application where human_id = $1 \
               union select id from coaching_case where human_id = $1 \
               union select s.id from case_session s join coaching_case c on c.id = s.case_id where c.human_id = $1 \
               union select t.id from case_step t join coaching_case c on c.id = t.case_id where c.human_id = $1";
    let mut tx = stage.house().db.read().await.unwrap();
    let ids: Vec<(Uuid,)> = tx.sql(sql).bind(who.human).all().await.unwrap();
    ids.into_iter().map(|(id,)| id).collect()
}

/// What somebody was answered at the addresses they are shown; a form is not sent.
fn own_outcomes(seen: &Crawled) -> BTreeMap<(&'static str, String), &'static str> {
    let pages = seen.visits.iter().filter(|visit| !visit.page.status.is_client_error());
    let pages = pages.map(|visit| (("GET", visit.address.clone()), outcome(&visit.page)));
    let forms = seen.forms.iter().filter(|found| found.is_post);
    pages.chain(forms.map(|found| (("POST", found.form.action.clone()), "form"))).collect()
}

/// The table as it is committed: one line a route and its roles that fare alike.
fn printed(stage: &Stage, table: &Table) -> String {
    let mut out = String::from(
        "Every address with ids that anybody is shown in a house with two organisations, asked by everybody else.\n\
         own: it stands on their pages · near: what it is about does, or is their own affair; this page or form of it\n\
         does not · same: it stands on pages of others in their organisation · other: on pages of the other one ·\n\
         ended: it stood on theirs once. The answers: page, form (shown to them; not sent here), goes on, refused, sign\n\
         in, not there (the very words of an address with ids of nothing).\n\n",
    );
    for (route, roles) in table {
        let mut alike: BTreeMap<String, Vec<&str>> = BTreeMap::new();
        for (role, cells) in roles {
            let cells = cells.iter().map(|(relation, said)| {
                format!("{}: {}", relation.name(), said.iter().copied().collect::<Vec<_>>().join(" or "))
            });
            let cells = cells.collect::<Vec<_>>().join(" · ");
            alike.entry(cells).or_default().push(role.map_or("visitor", Role::code));
        }
        let _ = writeln!(out, "{route}");
        for (cells, roles) in alike {
            let _ = writeln!(out, "     {:<50} {cells}", roles.join(" "));
        }
    }
    let _ = writeln!(out, "\nOn nobody's page here:");
    for (method, route, _) in stage.house().plan.access().filter(|(_, route, _)| route.contains('{')) {
        let name = format!("{method:<4} {route}");
        if !table.contains_key(&name) {
            let _ = writeln!(out, "     {name}");
        }
    }
    out
}

fn compare(table: &str) {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/it/output/access-relations.txt");
    if crate::support::rewrite_output() {
        std::fs::write(path, table).unwrap();
    }
    let committed = std::fs::read_to_string(path).unwrap_or_default();
    assert_eq!(table, committed, "who sees what changed: look, then UPDATE_OUTPUT=1 cargo test --test it access");
}

/// Ids of the other organisation, one of each kind, that stand on no page of this one.
fn foreign(askers: &[Asker]) -> Vec<Uuid> {
    let ids = |side: Side| {
        let mut found: Vec<(String, Uuid)> = Vec::new();
        for asker in askers.iter().filter(|asker| asker.who.as_ref().is_some_and(|who| who.side == side)) {
            for (_, address, route, form) in shown(&asker.seen) {
                found.extend(ids_in(address).into_iter().enumerate().map(|(at, id)| (format!("{route} {at}"), id)));
                let fields = form.into_iter().flat_map(|form| &form.fields);
                for field in fields {
                    let words = [field.values.join(" "), field.options.join(" "), field.name.clone()].join(" ");
                    found.extend(
                        ids_in(&words)
                            .into_iter()
                            .map(|id| (format!("{route} {}", with_ids(&field.name, |_| Uuid::nil())), id)),
                    );
                }
            }
        }
        found
    };
    let here: BTreeSet<Uuid> = ids(Side::A).into_iter().map(|(_, id)| id).collect();
    let mut kinds = BTreeMap::new();
    for (kind, id) in ids(Side::B).into_iter().filter(|(_, id)| !here.contains(id)) {
        kinds.entry(kind).or_insert(id);
    }
    kinds.into_values().collect::<BTreeSet<_>>().into_iter().collect()
}

/// Those of one organisation who try the ids of the other in each place that takes an id.
const TRIERS: [&str; 13] =
    ["Kirsi", "Pekka", "Tuula", "Arja", "Olli", "Aino", "Maija", "Sara", "Timo", "Ville", "Hanna", "Heikki", "Mika"];

#[tokio::test]
async fn an_id_of_the_other_organisation_is_an_id_of_nothing_in_every_address_and_field() {
    let twin = twin().await;
    let stage = twin.stage().await;
    let mut askers = Vec::new();
    for member in twin.cast.all() {
        askers.push(Asker::member(&stage, member).await);
    }
    let foreign = foreign(&askers);
    assert!(foreign.len() > 12, "{foreign:?}");
    let before = rows(&stage).await;
    let (mut faults, mut asked) = (Vec::new(), 0);
    for asker in askers.iter_mut().filter(|asker| TRIERS.contains(&asker.name())) {
        asked += addresses_with(&stage.house().plan, asker, (&foreign, &mut faults)).await;
        asked += fields_with(asker, &foreign, &mut faults).await;
    }
    eprintln!("{} ids, {asked} asked", foreign.len());
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
    assert_eq!(before, rows(&stage).await, "an id of the other organisation changed something");
    stage.end().await;
}

/// Each place of an id in one address of each route, with each of the ids.
async fn addresses_with(plan: &Plan, asker: &mut Asker, (foreign, faults): (&[Uuid], &mut Vec<String>)) -> usize {
    let mut examples: BTreeMap<(&str, String), (String, Option<Form>)> = BTreeMap::new();
    for (method, address, route, form) in shown(&asker.seen) {
        let asked = address.split_once('?').map_or("", |(_, query)| query.split('=').next().unwrap_or_default());
        // The catalogue is there for everybody, whosever the service is.
        if plan.who(&method.parse().unwrap(), route).is_some_and(Roles::anyone) || route.starts_with("/services/") {
            continue;
        }
        examples.entry((method, format!("{route}?{asked}"))).or_insert((address.clone(), form.cloned()));
    }
    if asker.seen.visits.iter().any(|visit| visit.route == "/staff") {
        let after = format!("/staff?q=&after={}", Uuid::nil());
        examples.insert(("GET", "/staff?after".into()), (after, None));
    }
    let mut asked = 0;
    for ((method, _), (address, form)) in examples {
        for place in ids_in(&address) {
            let with = |id: Uuid| with_ids(&address, |old| if old == place { id } else { old });
            let nothing = ask(asker, (&with(urasilta::ident::random()), form.as_ref())).await;
            for id in foreign {
                asked += 1;
                let said = ask(asker, (&with(*id), form.as_ref())).await;
                if said != nothing {
                    faults.push(format!("{method} {} as {}: unlike nothing", with(*id), asker.name()));
                }
            }
        }
    }
    asked
}

async fn ask(asker: &mut Asker, (address, form): (&str, Option<&Form>)) -> String {
    match form {
        Some(form) => told(&asker.post(&Form { action: address.to_owned(), ..form.clone() }).await),
        None => told(&asker.get(address).await),
    }
}

/// Each field that holds an id in one form of each route, with each of the ids.
async fn fields_with(asker: &mut Asker, foreign: &[Uuid], faults: &mut Vec<String>) -> usize {
    let mut forms: BTreeMap<(String, String), (Form, bool)> = BTreeMap::new();
    for found in &asker.seen.forms {
        // `_from` is where the form stood: nothing is read by it, a refusal's way back alone.
        for field in found.form.fields.iter().filter(|field| field.name != "_from") {
            let holds = field.values.iter().chain(&field.options).any(|value| !ids_in(value).is_empty());
            if holds {
                let key = (format!("{} {}", found.is_post, found.route), field.name.clone());
                forms.entry(key).or_insert((found.form.clone(), found.is_post));
            }
        }
    }
    let mut asked = 0;
    for ((route, field), (form, is_post)) in forms {
        let with = |id: Uuid| {
            let mut form = form.clone();
            form.set(&field, &id.to_string());
            form
        };
        let nothing = send(asker, (&with(urasilta::ident::random()), is_post)).await;
        for id in foreign {
            asked += 1;
            let said = send(asker, (&with(*id), is_post)).await;
            if said != nothing {
                faults.push(format!("{route}: {field} = {id} as {}: unlike nothing", asker.name()));
            }
        }
        if is_post && nothing.starts_with("303") {
            faults.push(format!("{route}: {field} of nothing as {} is taken", asker.name()));
        }
    }
    asked
}

async fn send(asker: &mut Asker, (form, is_post): (&Form, bool)) -> String {
    if is_post {
        return told(&asker.post(form).await);
    }
    let query = serde_html_form::to_string(form.pairs()).unwrap();
    told(&asker.get(&format!("{}?{query}", form.action)).await)
}
