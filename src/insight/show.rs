//! A report in one language, ready to be drawn: the same values stand in a chart and in the table under it.
use super::{
    groups::is_whole,
    population::UNKNOWN,
    report::{AGREEMENT, Change, Leading, OUTCOME, Report, Shared, Table},
    told::Told,
};
use crate::{clock, text::Text, web::Ui};

/// A bar of a chart; see `bars` and `funnel` in `web/ui/charts.html`.
pub struct Bar {
    pub label: String,
    pub count: String,
    pub share: String,
    /// 0–100.
    pub percent: f64,
    pub hidden: bool,
}

/// A table of categories in words.
pub struct Shown {
    pub title: String,
    pub columns: Vec<String>,
    pub rows: Vec<(String, Vec<String>)>,
    pub total: Vec<String>,
    /// Small rows were merged, or nothing but the total may be shown.
    pub merged: bool,
}

/// A line of before and after; see `before_after` in `web/ui/charts.html`.
pub struct Pair {
    pub label: String,
    pub change: String,
    pub from: f64,
    pub to: f64,
    pub cells: Vec<String>,
}

/// The changes of one instrument.
pub struct Changed {
    pub title: String,
    pub finding: String,
    pub pairs: Vec<Pair>,
    pub lowest: String,
    pub highest: String,
}

/// A chart of bars with its finding.
pub struct Bars {
    pub title: String,
    pub finding: String,
    pub rows: Vec<Bar>,
}

/// The whole report in words.
pub struct Findings {
    pub kicker: String,
    pub lead: String,
    pub funnel: Bars,
    pub tables: Vec<Shown>,
    /// `(text, mean place)`, the most wanted first.
    pub wishes: Vec<(String, String)>,
    pub wishes_n: String,
    pub visits: String,
    pub waits: Vec<(String, String)>,
    pub experiences: Option<Bars>,
    pub changes: Vec<Changed>,
    /// One without rows says in words why nothing may be shown.
    pub outcomes: Vec<Bars>,
    /// What the three did together: what it is, and what is told of it.
    pub together: Vec<(String, String)>,
    /// What is told of the supervisors' own ratings, and of what: also that nothing can be told.
    pub leading: Option<(String, String)>,
}

impl Findings {
    pub fn of(report: &Report, ui: &Ui) -> Findings {
        let funnel = funnel(report, ui);
        let name = format!("{} · {}", ui.say(&report.programme), ui.say(&report.round));
        Findings {
            kicker: ui.t2("insight-kicker", ("name", "day"), name, clock::show_day(report.population.as_of)),
            lead: lead(report, ui),
            funnel,
            tables: tables(report, ui),
            wishes: wishes(report, ui),
            wishes_n: report.expectations.as_ref().map(|found| answered(found.n, ui)).unwrap_or_default(),
            visits: visits(report, ui),
            waits: waits(report, ui),
            experiences: experiences(report, ui),
            changes: changes(report, ui),
            outcomes: outcomes(report, ui),
            together: together(report, ui),
            leading: report.leading.as_ref().map(|found| leading(found, report.k, ui)),
        }
    }
}

pub(super) fn number(n: Option<u64>, ui: &Ui) -> String {
    n.map_or_else(|| ui.t("insight-hidden"), |n| n.to_string())
}

/// `26 vastasi`, or that at least so many did.
fn answered(told: Told, ui: &Ui) -> String {
    ui.tn(if told.exact { "insight-answered" } else { "insight-answered-least" }, i64::try_from(told.n).unwrap_or(0))
}

fn share(n: u64, of: u64, ui: &Ui) -> String {
    (n * 100 + of / 2).checked_div(of).map_or_else(String::new, |share| ui.t1("insight-percent", "n", share))
}

/// A part of a whole, 0–100.
pub fn percent(n: u64, of: u64) -> f64 {
    u32::try_from((n * 100).checked_div(of).unwrap_or(0)).map_or(0.0, f64::from)
}

fn lead(report: &Report, ui: &Ui) -> String {
    let first = match (report.step("applied"), report.step("placed")) {
        (Some(applied), Some(placed)) => ui.t2("insight-lead-placed", ("applied", "placed"), applied, placed),
        (Some(applied), None) => ui.t1("insight-lead-applied", "applied", applied),
        _ => String::new(),
    };
    let whole = report.changes.iter().find(|change| is_whole(&change.key));
    let second = whole.map(|change| {
        let instrument = ui.say(&change.instrument_name);
        match change.ci95 {
            Some((low, _)) if low > 0.0 => ui.t1("insight-lead-rose", "name", instrument),
            Some((_, high)) if high < 0.0 => ui.t1("insight-lead-fell", "name", instrument),
            _ => ui.t1("insight-lead-even", "name", instrument),
        }
    });
    [first, second.unwrap_or_default(), ui.t("insight-lead-safe")].join(" ").trim().to_owned()
}

fn funnel(report: &Report, ui: &Ui) -> Bars {
    let all = report.step("applied").unwrap_or(0);
    let bar = |step: &super::report::Step| Bar {
        label: ui.t(&format!("insight-step-{}", step.key)),
        count: number(step.n, ui),
        share: step.n.filter(|_| step.key != "applied").map(|n| share(n, all, ui)).unwrap_or_default(),
        percent: percent(step.n.unwrap_or(0), all),
        hidden: step.n.is_none(),
    };
    let bars: Vec<Bar> = report.population.funnel.iter().map(bar).collect();
    let said = |bar: &Bar| format!("{}: {}", bar.label, bar.count);
    let shown: Vec<String> = bars.iter().filter(|bar| !bar.hidden).map(said).collect();
    Bars { title: ui.t("insight-funnel"), finding: format!("{}.", shown.join(", ")), rows: bars }
}

fn tables(report: &Report, ui: &Ui) -> Vec<Shown> {
    let wholes = ["service_area", "title", "education", AGREEMENT].into_iter().filter_map(|name| report.table(name));
    let units = report.divided("unit").filter(|table| table.is_divided());
    wholes.chain(units).map(|table| dated(table, report, ui)).collect()
}

/// A table whose counts are older than the funnel says its day.
fn dated(table: &Table, report: &Report, ui: &Ui) -> Shown {
    let mut found = shown(table, ui);
    if table.as_of != report.population.as_of {
        let (title, day) = (found.title, clock::show_day(table.as_of));
        found.title = ui.t2("insight-kicker", ("name", "day"), title, day);
    }
    found
}

/// A table of the report in words. When no category may stand alone, the total stands by itself.
pub fn shown(table: &Table, ui: &Ui) -> Shown {
    let cells = |counts: &[Option<u64>]| counts.iter().map(|n| number(*n, ui)).collect::<Vec<_>>();
    let mut rows: Vec<(String, Vec<String>)> =
        table.rows.iter().map(|row| (category(&table.name, &row.key, ui), cells(&row.counts))).collect();
    if let Some(other) = &table.other {
        rows.push((ui.t("insight-other"), cells(other)));
    }
    let title = match &table.within {
        Some(area) => ui.t1("insight-table-unit-in", "area", area),
        None => ui.t(&format!("insight-table-{}", table.name.replace('_', "-"))),
    };
    Shown {
        title,
        columns: table.steps.iter().map(|step| ui.t(&format!("insight-step-{step}"))).collect(),
        merged: table.other.is_some() || rows.is_empty(),
        rows,
        total: cells(&table.total),
    }
}

fn category(table: &str, key: &str, ui: &Ui) -> String {
    match (table, key) {
        (_, UNKNOWN) => ui.t("insight-unknown"),
        (AGREEMENT, key) => ui.t(&format!("insight-agreement-{}", key.replace('_', "-"))),
        ("education", key) => ui.t(&format!("insight-level-{}", key.replace('_', "-"))),
        (_, key) => key.to_owned(),
    }
}

fn wishes(report: &Report, ui: &Ui) -> Vec<(String, String)> {
    let options = report.expectations.iter().flat_map(|found| &found.options);
    let place = |mean: Option<f64>| mean.map(|mean| ui.number(&mean, 1)).unwrap_or_default();
    options.map(|option| (ui.say(&option.text).to_owned(), place(option.mean_rank))).collect()
}

fn visits(report: &Report, ui: &Ui) -> String {
    match report.population.visits_used {
        Some(used) => ui.t2("insight-visits-used", ("used", "packages"), used, report.packages),
        None => ui.t1("insight-visits-hidden", "packages", report.packages),
    }
}

fn waits(report: &Report, ui: &Ui) -> Vec<(String, String)> {
    let one = |wait: &super::report::Wait| {
        let days = ui.t2("insight-wait-days", ("median", "p90"), ui.number(&wait.median, 0), ui.number(&wait.p90, 0));
        (ui.t(&format!("insight-wait-{}", wait.key)), format!("{days} {}", answered(wait.n, ui)))
    };
    report.waits.iter().map(one).collect()
}

fn experiences(report: &Report, ui: &Ui) -> Option<Bars> {
    let first = report.experiences.first()?;
    let bar = |part: &super::report::Experience| Bar {
        label: ui.say(&part.text).to_owned(),
        count: ui.number(&part.mean, 1),
        share: answered(part.n, ui),
        percent: place(part.mean, part.lowest, part.highest),
        hidden: false,
    };
    let scale =
        ui.t2("insight-experiences-scale", ("from", "to"), ui.number(&first.lowest, 0), ui.number(&first.highest, 0));
    Some(Bars {
        title: ui.t("insight-experiences"),
        finding: scale,
        rows: report.experiences.iter().map(bar).collect(),
    })
}

/// A value's place on its scale, 0–100.
fn place(value: f64, lowest: f64, highest: f64) -> f64 {
    if highest > lowest { ((value - lowest) / (highest - lowest) * 1000.0).round() / 10.0 } else { 0.0 }
}

fn changes(report: &Report, ui: &Ui) -> Vec<Changed> {
    let mut found: Vec<(&str, Vec<&Change>)> = Vec::new();
    for change in &report.changes {
        match found.iter_mut().find(|(instrument, _)| *instrument == change.instrument) {
            Some((_, parts)) => parts.push(change),
            None => found.push((&change.instrument, vec![change])),
        }
    }
    found.into_iter().map(|(_, parts)| changed(&parts, ui)).collect()
}

fn changed(parts: &[&Change], ui: &Ui) -> Changed {
    let whole = parts[0];
    let signed = |value: f64| if value > 0.0 { format!("+{}", ui.number(&value, 2)) } else { ui.number(&value, 2) };
    let interval = |change: &Change| {
        change
            .ci95
            .map_or_else(|| ui.t("insight-no-spread"), |(low, high)| format!("{} – {}", signed(low), signed(high)))
    };
    let n = |told: Told| if told.exact { told.n.to_string() } else { ui.t1("insight-least", "n", told.n) };
    let pair = |change: &&Change| Pair {
        label: ui.say(&change.text).to_owned(),
        change: format!("{} → {}", ui.number(&change.before, 1), ui.number(&change.after, 1)),
        from: place(change.before, change.lowest, change.highest),
        to: place(change.after, change.lowest, change.highest),
        cells: vec![
            n(change.n),
            ui.number(&change.before, 2),
            ui.number(&change.after, 2),
            signed(change.mean),
            interval(change),
            change.d.map_or_else(|| "–".to_owned(), |d| ui.number(&d, 2)),
        ],
    };
    let words = ui.t2("insight-change", ("mean", "interval"), signed(whole.mean), interval(whole));
    let scale = ui.t2("insight-scale", ("from", "to"), ui.number(&whole.lowest, 0), ui.number(&whole.highest, 0));
    Changed {
        title: ui.t1("insight-change-title", "name", ui.say(&whole.instrument_name)),
        finding: [scale, words, answered(whole.n, ui), ui.t("insight-no-cause")].join(" "),
        pairs: parts.iter().map(pair).collect(),
        lowest: ui.number(&whole.lowest, 0),
        highest: ui.number(&whole.highest, 0),
    }
}

pub fn together(report: &Report, ui: &Ui) -> Vec<(String, String)> {
    let said = |shared: &Shared| {
        let spread = |low: f64, high: f64| (ui.number(&low, 1), ui.number(&high, 1));
        let interval = |(low, high): (String, String)| ui.t2("insight-together-between", ("low", "high"), low, high);
        let between = match shared.ci95 {
            Some((low, high)) if shared.key == "follow_through" => interval(spread(low * 100.0, high * 100.0)),
            Some((low, high)) => interval(spread(low, high)),
            None => ui.t("insight-no-spread"),
        };
        let mean = ui.number(&shared.mean, 1);
        let words = match (shared.key.as_str(), shared.total) {
            ("follow_through", _) => ui.t1("insight-together-share", "n", ui.number(&(shared.mean * 100.0), 0)),
            (_, Some(total)) => ui.t2("insight-together-total", ("total", "mean"), total, mean),
            _ => ui.t1("insight-together-change", "mean", if shared.mean > 0.0 { format!("+{mean}") } else { mean }),
        };
        let label = ui.t(&format!("insight-together-{}", shared.key.replace('_', "-")));
        (label, [words, between, answered(shared.n, ui)].join(" "))
    };
    report.together.iter().map(said).collect()
}

/// The supervisors' measure in words; that it does not say why they changed stands beside it.
fn leading(found: &Leading, k: u64, ui: &Ui) -> (String, String) {
    let title = ui.t1("insight-leading", "name", ui.say(&found.name));
    let Some(told) = &found.told else { return (title, ui.t1("insight-leading-few", "k", k)) };
    let signed = |value: f64| if value > 0.0 { format!("+{}", ui.number(&value, 2)) } else { ui.number(&value, 2) };
    let interval = told.ci95.map_or_else(
        || ui.t("insight-no-spread"),
        |(low, high)| ui.t2("insight-together-between", ("low", "high"), signed(low), signed(high)),
    );
    let n = i64::try_from(told.n).unwrap_or(i64::MAX);
    let scale = ui.t2("insight-scale", ("from", "to"), ui.number(&found.lowest, 0), ui.number(&found.highest, 0));
    let words =
        ui.t2("insight-leading-told", ("before", "after"), ui.number(&told.before, 1), ui.number(&told.after, 1));
    (title, [ui.tn("insight-leading-answered", n), words, interval, scale, ui.t("insight-no-cause")].join(" "))
}

fn outcomes(report: &Report, ui: &Ui) -> Vec<Bars> {
    let said = |words: &[(String, Text)], key: &str| {
        words.iter().find(|(known, _)| known == key).map(|(_, text)| ui.say(text).to_owned())
    };
    let tables = report.population.tables.iter().filter(|table| table.is_divided());
    let one = |(point, table): (&str, &Table)| {
        let total = table.total.first().copied().flatten().unwrap_or(0);
        let bar = |label: String, n: Option<u64>| Bar {
            label,
            count: number(n, ui),
            share: n.map(|n| share(n, total, ui)).unwrap_or_default(),
            percent: percent(n.unwrap_or(0), total),
            hidden: n.is_none(),
        };
        let label = |key: &str| said(&report.kinds, key).unwrap_or_else(|| ui.t("insight-unknown"));
        let rows = table.rows.iter().map(|row| bar(label(&row.key), row.counts.first().copied().flatten()));
        let other = table.other.iter().map(|other| bar(ui.t("insight-other"), other.first().copied().flatten()));
        Bars {
            title: said(&report.points, point).unwrap_or_else(|| ui.t("insight-outcomes")),
            finding: ui.tn("insight-outcomes-of", i64::try_from(total).unwrap_or(0)),
            rows: rows.chain(other).collect(),
        }
    };
    let shown: Vec<(&str, &Table)> =
        tables.filter_map(|table| Some((table.name.strip_prefix(OUTCOME)?, table))).collect();
    let hidden = report.points.iter().filter(|(point, _)| shown.iter().all(|(known, _)| known != point));
    let hidden = hidden.map(|(_, title)| Bars {
        title: ui.say(title).to_owned(),
        finding: ui.t1("insight-outcomes-hidden", "k", report.k),
        rows: Vec::new(),
    });
    shown.iter().copied().map(one).chain(hidden).collect()
}
