//! The report as JSON: a hidden number is `null`, small rows together are one row `other`. Keys stand in one order and
//! numbers have fixed decimals, so that the same edition gives the same bytes on every engine.
use serde_json::{Map, Value, json};

use super::{
    groups::is_whole,
    report::{AGREEMENT, Change, Leading, OUTCOME, Report, Table},
    store::Edition,
    told::Told,
};

/// All that is published of a round.
pub fn report_json(edition: &Edition) -> Value {
    let report = &edition.report;
    let mut all = json!({
        "edition": edition.number,
        "made_on": crate::clock::day(edition.made_at).to_string(),
        "counts_as_of": report.population.as_of.to_string(),
        "least_count": report.k,
        "applicants": report.step("applied"),
        "eligible": report.step("eligible"),
        "placed": report.step("placed"),
        "started": report.step("started"),
        "completed": report.step("completed"),
        "packages": report.packages,
        "visits_used": report.population.visits_used,
        "by_service_area": rows(report, "service_area", 0),
        "by_unit": units(report),
        "by_title": rows(report, "title", 0),
        "by_education": rows(report, "education", 0),
        "placed_by_service_area": rows(report, "service_area", 1),
        "placed_by_title": rows(report, "title", 1),
        "placed_by_education": rows(report, "education", 1),
        "expectations": expectations(report),
        "waiting_days": waits(report),
        "experiences": experiences(report),
        "paired_change": changes(report),
        "outcomes": outcomes(report),
    });
    if let (Some(all), Some(_)) = (all.as_object_mut(), report.table(AGREEMENT)) {
        all.insert("together".to_owned(), together(report));
    }
    if let (Some(all), Some(found)) = (all.as_object_mut(), &report.leading) {
        all.insert("leading".to_owned(), leading(found));
    }
    all
}

/// How supervisors rated their own leading; `null` when it cannot be told.
fn leading(found: &Leading) -> Value {
    found.told.as_ref().map_or(Value::Null, |told| {
        json!({ "n": told.n, "before": told.before, "after": told.after, "mean": told.mean,
                "ci95": told.ci95.map_or(Value::Null, |(low, high)| json!([low, high])) })
    })
}

/// What three agreed and did together, in services that have it.
fn together(report: &Report) -> Value {
    let one = |key: &str| {
        report.together(key).map_or(Value::Null, |shared| {
            let (n, at_least) = people(shared.n);
            json!({ "n": n, "n_at_least": at_least, "total": shared.total, "mean": shared.mean,
                    "ci95": shared.ci95.map_or(Value::Null, |(low, high)| json!([low, high])) })
        })
    };
    json!({
        "agreements_in_force": report.agreements(),
        "sessions_held": one("sessions"),
        "actions_agreed": one("actions"),
        "follow_through": one("follow_through"),
        "goal_change": one("goals"),
    })
}

/// The categories of a table at one of its steps; `null` when only the total may be published.
fn rows(report: &Report, name: &str, step: usize) -> Value {
    report.table(name).filter(|table| table.is_divided()).map_or(Value::Null, |table| divided(table, step))
}

fn divided(table: &Table, step: usize) -> Value {
    let at = |counts: &[Option<u64>]| counts.get(step).copied().flatten();
    let mut rows: Map<String, Value> = table.rows.iter().map(|row| (row.key.clone(), at(&row.counts).into())).collect();
    if let Some(other) = &table.other {
        rows.insert("other".to_owned(), at(other).into());
    }
    Value::Object(rows)
}

/// Units stand inside the service areas that stand alone; an area that may not be divided is `null`.
fn units(report: &Report) -> Value {
    let areas = report.divided("unit").filter_map(|table| {
        let inside = if table.is_divided() { divided(table, 0) } else { Value::Null };
        Some((table.within.clone()?, inside))
    });
    Value::Object(areas.collect())
}

fn people(told: Told) -> (Value, Value) {
    if told.exact { (told.n.into(), told.n.into()) } else { (Value::Null, told.n.into()) }
}

fn expectations(report: &Report) -> Value {
    let Some(ranking) = &report.expectations else { return Value::Null };
    let (n, at_least) = people(ranking.n);
    let options = ranking.options.iter().enumerate();
    let options = options
        .map(|(i, option)| json!({ "rank": i + 1, "key": option.key, "text": option.text.fi, "mean_rank": option.mean_rank }));
    json!({ "n": n, "n_at_least": at_least, "ranked": options.collect::<Vec<_>>() })
}

fn waits(report: &Report) -> Value {
    let one = |key: &str| {
        let found = report.waits.iter().find(|wait| wait.key == key);
        found.map_or(Value::Null, |wait| {
            let (n, at_least) = people(wait.n);
            json!({ "n": n, "n_at_least": at_least, "median": wait.median, "p90": wait.p90 })
        })
    };
    json!({ "application_to_place": one("place"), "place_to_first_visit": one("session") })
}

fn experiences(report: &Report) -> Value {
    let one = |part: &super::report::Experience| {
        let (n, at_least) = people(part.n);
        json!({ "form": part.form, "question": part.key, "text": part.text.fi, "n": n, "n_at_least": at_least,
                "mean": part.mean, "lowest": part.lowest, "highest": part.highest })
    };
    report.experiences.iter().map(one).collect()
}

/// One object an instrument, its parts inside it.
fn changes(report: &Report) -> Value {
    let wholes = report.changes.iter().filter(|change| is_whole(&change.key));
    let one = |whole: &Change| {
        let parts = report.changes.iter().filter(|part| part.instrument == whole.instrument && !is_whole(&part.key));
        let mut found = change(whole);
        found.insert("subscales".to_owned(), parts.map(|part| Value::Object(change(part))).collect());
        Value::Object(found)
    };
    wholes.map(one).collect()
}

fn change(change: &Change) -> Map<String, Value> {
    let (n, at_least) = people(change.n);
    let pairs = [
        ("instrument", change.instrument.clone().into()),
        ("key", change.key.clone().into()),
        ("n", n),
        ("n_at_least", at_least),
        ("before", change.before.into()),
        ("after", change.after.into()),
        ("mean", change.mean.into()),
        ("ci95", change.ci95.map_or(Value::Null, |(low, high)| json!([low, high]))),
        ("d", change.d.map_or(Value::Null, Value::from)),
    ];
    pairs.into_iter().map(|(key, value)| (key.to_owned(), value)).collect()
}

fn outcomes(report: &Report) -> Value {
    let tables = report.population.tables.iter();
    let points = tables.filter_map(|table| Some((table.name.strip_prefix(OUTCOME)?.to_owned(), table)));
    let one = |table: &Table| if table.is_divided() { divided(table, 0) } else { Value::Null };
    Value::Object(points.map(|(point, table)| (point, one(table))).collect())
}
