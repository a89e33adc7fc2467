//! The units with their service area, supervisor and roster closing day.
use askama::Template;
use axum::extract::Path;
use uuid::Uuid;

use super::kept;
use crate::{
    db::Tx,
    desk::{Desk, Posted},
    events::Event,
    house::Sample,
    people::{
        Person, Unit,
        store::{self, UnitEdit},
    },
    privacy::{self, Edge, Role},
    text::Lang,
    web::{Answer, Check, Failure, Sheet, Ui},
};

#[derive(Template)]
#[template(path = "people/pages/units.html")]
struct UnitsPage {
    ui: Ui,
    /// Each with its supervisor's name.
    units: Vec<(Unit, Option<String>)>,
}

pub async fn list(desk: Desk) -> Answer {
    let mut tx = desk.read().await?;
    let (organisation_id, grant) = kept(&desk, &mut tx).await?;
    let units = store::units(&mut tx, organisation_id).await?;
    let leaders = store::leaders(&mut tx, &grant).await?;
    desk.note(&grant, &leaders.values().map(|leader| leader.id).collect::<Vec<_>>());
    let with_leader = |unit: Unit| {
        let leader = unit.supervisor_id.and_then(|id| leaders.get(&id)).map(Person::name);
        (unit, leader)
    };
    desk.page(&UnitsPage { ui: desk.ui(), units: units.into_iter().map(with_leader).collect() })
}

#[derive(Template)]
#[template(path = "people/pages/unit.html")]
struct UnitPage {
    ui: Ui,
    unit: Unit,
    rev: i64,
    sheet: Sheet,
}

pub async fn edit(desk: Desk, Path(id): Path<Uuid>) -> Answer {
    let mut tx = desk.read().await?;
    let (unit, rev, leader) = find(&desk, &mut tx, id).await?;
    let sheet = Sheet::filled([
        ("area", unit.service_area.clone()),
        ("roster_day", unit.roster_closes_day.map(|day| day.to_string()).unwrap_or_default()),
        ("supervisor", leader.map(|leader| leader.employee_number).unwrap_or_default()),
    ]);
    desk.page(&UnitPage { ui: desk.ui(), unit, rev, sheet })
}

/// The unit, its revision and who leads it.
async fn find(desk: &Desk, tx: &mut Tx, id: Uuid) -> Result<(Unit, i64, Option<Person>), Failure> {
    let (organisation_id, grant) = kept(desk, tx).await?;
    let unit = store::unit(tx, id).await?.filter(|unit| unit.organisation_id == organisation_id);
    let unit = unit.ok_or(Failure::NotFound)?;
    let rev = store::unit_rev(tx, id).await?;
    let leader = match unit.supervisor_id {
        Some(person) => store::person(tx, person).await?,
        None => None,
    };
    if let Some(leader) = &leader {
        desk.note(&grant, &[leader.id]);
    }
    Ok((unit, rev, leader))
}

pub async fn change(Path(id): Path<Uuid>, Posted { desk, words }: Posted) -> Answer {
    let mut act = desk.act(&words).await?;
    let (unit, _, before) = find(&desk, &mut act, id).await?;
    let mut check = Check::new(desk.lang, &words);
    let area = check.text("area", "fault-missing");
    let day = words.has("roster_day").then(|| check.number("roster_day", 1..=31)).flatten();
    let number = check.optional("supervisor");
    let leader = store::person_numbered(&mut act, unit.organisation_id, &number).await?;
    if !number.is_empty() && leader.is_none() {
        check.fault("supervisor", "fault-people-no-such-number");
    }
    let rev = words.get("rev").parse().unwrap_or_default();
    if let Err(sheet) = check.done(Some(())) {
        return desk.faulty(&UnitPage { ui: desk.ui(), unit, rev, sheet: *sheet });
    }
    let edit = UnitEdit {
        service_area: area,
        roster_closes_day: day.and_then(|day| i32::try_from(day).ok()),
        supervisor_id: leader.as_ref().map(|leader| leader.id),
    };
    if !store::edit_unit(&mut act, (id, rev), &edit).await? {
        return Err(Failure::Conflict("conflict-changed"));
    }
    let event = Event::new("unit.changed", id, unit.organisation_id, desk.now);
    desk.event(&mut act, event.fact("supervisor", edit.supervisor_id.map(|id| id.to_string()))).await?;
    reseat(&desk, &mut act, unit.organisation_id, (before, leader)).await?;
    desk.done(act, "/staff/units?done=done-saved").await
}

/// The one who leads from now on gets the seat of a supervisor; the one before gives it up unless another unit is theirs.
async fn reseat(
    desk: &Desk,
    tx: &mut Tx,
    organisation_id: Uuid,
    (before, after): (Option<Person>, Option<Person>),
) -> Result<(), Failure> {
    let seat = (organisation_id, Role::Supervisor);
    let same = before.as_ref().map(|person| person.id) == after.as_ref().map(|person| person.id);
    if let Some(before) = before.filter(|_| !same)
        && !store::leads_a_unit(tx, before.id).await?
    {
        privacy::take_seat(tx, before.human_id, seat, desk.now).await?;
    }
    if let Some(after) = after.filter(|_| !same) {
        privacy::give_seat(tx, after.human_id, seat, (desk.now, Edge::open_end())).await?;
    }
    Ok(())
}

impl UnitsPage {
    fn roster(&self, unit: &Unit) -> String {
        unit.roster_closes_day
            .map_or_else(|| self.ui.t("people-not-given"), |day| self.ui.t1("people-roster-day", "day", day))
    }
    fn leader(&self, leader: Option<&String>) -> String {
        leader.cloned().unwrap_or_else(|| self.ui.t("people-not-given"))
    }
}

pub fn samples() -> Vec<Sample> {
    vec![Sample { name: "people/units", render: sample_list }, Sample { name: "people/unit", render: sample_unit }]
}

pub(super) fn sample_of() -> Unit {
    Unit {
        id: Uuid::nil(),
        organisation_id: Uuid::nil(),
        parent_id: None,
        name: "Lyhytaikaishoito".into(),
        service_area: "Ikäihmisten palvelut".into(),
        supervisor_id: None,
        roster_closes_day: Some(20),
    }
}

fn sample_list(lang: Lang) -> String {
    let bare = Unit { roster_closes_day: None, name: "Vastaanottopalvelut".into(), ..sample_of() };
    let units = vec![(sample_of(), Some("Pekka Niemi".to_owned())), (bare, None)];
    UnitsPage { ui: Ui::plain(lang), units }.render().unwrap_or_default()
}

fn sample_unit(lang: Lang) -> String {
    let sheet = Sheet::filled([("area", "Ikäihmisten palvelut".into()), ("roster_day", "20".into())]);
    UnitPage { ui: Ui::plain(lang), unit: sample_of(), rev: 0, sheet }.render().unwrap_or_default()
}
