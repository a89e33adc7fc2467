//! Omat tietoni: what the registers say of me, who can see it, who has looked, and where I am reached later.
use std::collections::HashMap;

use askama::Template;
use axum::extract::Path;
use chrono::{Days, NaiveDate};
use uuid::Uuid;

use crate::{
    clock::{self, Moment},
    desk::{Desk, Posted},
    events::Event,
    house::Sample,
    people::{
        Education, Employment, Person, Position,
        store::{self, OwnRecord},
    },
    privacy::{self, Class, Purpose, Role},
    text::Lang,
    web::{Answer, Check, Failure, Sheet, Ui},
};

/// How many rows of looks at the own data are listed.
const LOOKS: usize = 100;
/// A private address is asked for this many days before the work address ends.
const ASKED_BEFORE: u64 = 60;

/// One record with who can see it and who has looked.
struct Mine {
    record: OwnRecord,
    /// `(who, why)`
    readers: Vec<(String, String)>,
    looks: Vec<Look>,
    /// The work address ends soon and nothing else is known.
    asked: bool,
}

/// Looks of one reader on one day for one purpose.
struct Look {
    /// The latest of them.
    at: Moment,
    who: String,
    why: String,
    times: usize,
}

#[derive(Template)]
#[template(path = "people/pages/me.html")]
struct MePage {
    ui: Ui,
    name: String,
    mine: Vec<Mine>,
}

pub async fn show(desk: Desk) -> Answer {
    let mut tx = desk.read().await?;
    let me = desk.actor()?.human_id;
    let mut mine = Vec::new();
    for record in store::own_records(&mut tx, me).await? {
        let person_id = record.person.id;
        if desk.may(&mut tx, person_id, Class::Own).await?.is_none() {
            continue;
        }
        let edges = privacy::readers_of_both(&mut tx, (person_id, record.organisation.id), desk.now).await?;
        let looks = desk.house.views.of(person_id, me).await?;
        let mut humans: Vec<Uuid> = looks.iter().map(|look| look.1).chain(edges.iter().map(|edge| edge.0)).collect();
        humans.sort_unstable();
        humans.dedup();
        let names = privacy::human_names(&mut tx, &humans).await?;
        let seats = seats(desk.lang, &record);
        mine.push(Mine {
            readers: readers(desk.lang, &edges, (me, &names, &seats)),
            looks: told(desk.lang, looks, &names),
            asked: is_asked(&record, clock::day(desk.now)),
            record,
        });
    }
    desk.page(&MePage { ui: desk.ui(), name: desk.actor()?.name.clone(), mine })
}

/// The words of the seats that an organisation may have.
fn seats(lang: Lang, record: &OwnRecord) -> HashMap<Uuid, String> {
    let words = |role: &Role| lang.t(&format!("people-seat-{}", role.code()));
    Role::ALL.iter().map(|role| (privacy::seat_id(record.organisation.id, *role), words(role))).collect()
}

fn purpose(lang: Lang, purpose: Purpose) -> String {
    lang.t(&format!("people-purpose-{}", purpose.code().replace('_', "-")))
}

/// Who can see the record, from the rows that decide.
fn readers(
    lang: Lang,
    edges: &[(Uuid, Class, Purpose)],
    (me, names, seats): (Uuid, &HashMap<Uuid, String>, &HashMap<Uuid, String>),
) -> Vec<(String, String)> {
    let who = |reader: &Uuid| {
        if *reader == me { Some(lang.t("people-you")) } else { names.get(reader).or(seats.get(reader)).cloned() }
    };
    edges.iter().filter_map(|(reader, _, why)| Some((who(reader)?, purpose(lang, *why)))).collect()
}

fn told(lang: Lang, looks: Vec<(Moment, Uuid, Purpose, String)>, names: &HashMap<Uuid, String>) -> Vec<Look> {
    let name = |human| names.get(&human).cloned().unwrap_or_else(|| lang.t("people-somebody"));
    let mut told: Vec<Look> = Vec::new();
    for (at, human, why, _) in looks {
        let (who, why) = (name(human), purpose(lang, why));
        let same = |look: &&mut Look| clock::day(look.at) == clock::day(at) && look.who == who && look.why == why;
        match told.iter_mut().rev().take_while(|look| clock::day(look.at) == clock::day(at)).find(same) {
            Some(look) => look.times += 1,
            None => told.push(Look { at, who, why, times: 1 }),
        }
    }
    told.truncate(LOOKS);
    told
}

fn is_asked(record: &OwnRecord, today: NaiveDate) -> bool {
    let person = &record.person;
    let nothing = person.private_address.is_none() && person.private_phone.is_none();
    let soon = today.checked_add_days(Days::new(ASKED_BEFORE)).unwrap_or(today);
    nothing && record.work.as_ref().is_some_and(|(employment, _)| employment.ends_on.is_some_and(|ends| ends <= soon))
}

#[derive(Template)]
#[template(path = "people/pages/contact.html")]
struct ContactPage {
    ui: Ui,
    id: Uuid,
    sheet: Sheet,
}

pub async fn contact(desk: Desk, Path(id): Path<Uuid>) -> Answer {
    let mut tx = desk.read().await?;
    desk.grant(&mut tx, id, Class::Own).await?;
    let person = store::person(&mut tx, id).await?.ok_or(Failure::NotFound)?;
    let sheet = Sheet::filled([
        ("address", person.private_address.unwrap_or_default()),
        ("phone", person.private_phone.unwrap_or_default()),
    ]);
    desk.page(&ContactPage { ui: desk.ui(), id, sheet })
}

pub async fn change_contact(Path(id): Path<Uuid>, Posted { desk, words }: Posted) -> Answer {
    let mut act = desk.act(&words).await?;
    desk.grant(&mut act, id, Class::Own).await?;
    let person = store::person(&mut act, id).await?.ok_or(Failure::NotFound)?;
    let mut check = Check::new(desk.lang, &words);
    let (address, phone) = (check.optional("address"), check.optional("phone"));
    if !address.is_empty() && address.parse::<lettre::Address>().is_err() {
        check.fault("address", "fault-people-address");
    }
    if !phone.is_empty() && !is_phone(&phone) {
        check.fault("phone", "fault-people-phone");
    }
    if let Err(sheet) = check.done(Some(())) {
        return desk.faulty(&ContactPage { ui: desk.ui(), id, sheet: *sheet });
    }
    let given = |words: &str| (!words.is_empty()).then(|| words.to_owned());
    let (address, phone) = (given(&address), given(&phone));
    store::set_private_contact(&mut act, id, address.as_deref(), phone.as_deref()).await?;
    let event = Event::new("person.contact_changed", id, person.organisation_id, desk.now);
    desk.event(&mut act, event.fact("address", address.is_some()).fact("phone", phone.is_some())).await?;
    desk.done(act, "/me?done=done-saved").await
}

/// Digits with the marks that people write between them.
fn is_phone(words: &str) -> bool {
    let digits = words.chars().filter(char::is_ascii_digit).count();
    (5..=15).contains(&digits) && words.chars().all(|c| c.is_ascii_digit() || "+ -()".contains(c))
}

impl MePage {
    fn or_none(&self, words: Option<&String>) -> String {
        words.cloned().unwrap_or_else(|| self.ui.t("people-not-given"))
    }
    fn look(&self, look: &Look) -> String {
        if look.times == 1 {
            return format!("{} · {}", self.ui.moment(&look.at), look.why);
        }
        format!("{} · {} · {}", self.ui.date(&look.at), look.why, self.ui.tn("people-looked-times", look.times))
    }
    fn ends(&self, employment: &Employment) -> String {
        employment.ends_on.map_or_else(|| self.ui.t("people-no-end"), clock::show_day)
    }
}

pub fn samples() -> Vec<Sample> {
    vec![
        Sample { name: "people/me", render: sample_me },
        Sample { name: "people/me-nothing", render: sample_nothing },
        Sample { name: "people/contact", render: sample_contact },
    ]
}

pub(super) fn sample_of() -> Person {
    Person {
        id: Uuid::nil(),
        organisation_id: Uuid::nil(),
        human_id: Uuid::nil(),
        employee_number: "10231".into(),
        first_name: "Maija".into(),
        last_name: "Virtanen".into(),
        work_address: Some("maija.virtanen@example.invalid".into()),
        work_phone: None,
        private_address: None,
        private_phone: Some("040 123 4567".into()),
    }
}

pub(super) fn sample_employment() -> Employment {
    Employment {
        id: Uuid::nil(),
        person_id: Uuid::nil(),
        unit_id: Uuid::nil(),
        title: "lähihoitaja".into(),
        education: Education::Secondary,
        position: Position::Employee,
        client_work: Some(true),
        starts_on: NaiveDate::from_ymd_opt(2015, 1, 1).unwrap_or_default(),
        ends_on: NaiveDate::from_ymd_opt(2023, 12, 31),
    }
}

fn sample_me(lang: Lang) -> String {
    let record = OwnRecord {
        person: sample_of(),
        organisation: crate::people::Organisation {
            id: Uuid::nil(),
            kind: crate::people::OrganisationKind::WellbeingCounty,
            name: "Järvilaakson hyvinvointialue".into(),
            business_id: None,
        },
        work: Some((sample_employment(), super::units::sample_of())),
        supervisor: Some("Pekka Niemi".into()),
    };
    let readers = Purpose::ALL
        .iter()
        .zip(Role::ALL)
        .map(|(why, role)| (lang.t(&format!("people-seat-{}", role.code())), purpose(lang, *why)));
    let look = |who: &str, times| Look {
        at: chrono::DateTime::UNIX_EPOCH,
        who: who.into(),
        why: purpose(lang, Purpose::StaffRegister),
        times,
    };
    let looks = vec![look("Kirsi Salo", 1), look("Tiina Aho", 3)];
    let mine = vec![Mine { record, readers: readers.collect(), looks, asked: true }];
    MePage { ui: Ui::plain(lang), name: "Maija Virtanen".into(), mine }.render().unwrap_or_default()
}

fn sample_nothing(lang: Lang) -> String {
    MePage { ui: Ui::plain(lang), name: "Aino Laine".into(), mine: Vec::new() }.render().unwrap_or_default()
}

fn sample_contact(lang: Lang) -> String {
    let words = crate::web::Words::of(vec![("address".into(), "maija".into())]);
    let faults = vec![crate::web::Fault { name: "address".into(), text: lang.t("fault-people-address") }];
    ContactPage { ui: Ui::plain(lang), id: Uuid::nil(), sheet: Sheet { words, faults } }.render().unwrap_or_default()
}
