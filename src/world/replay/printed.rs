//! What is printed: the published report and nothing else, with what the replay had to assume.
use std::fmt::Write;

use serde_json::{Value, json};

use super::NAME;
use crate::world::keusote;

/// What the source does not tell and the replay decides.
const ASSUMED: [&str; 5] = [
    "The people are invented; each title is placed in a unit and a service area by us.",
    "The source does not say how 32 came of 30 packages: two coachings break off after one visit, and the four visits \
     that come back are handed on to two more people.",
    "Two refuse their place and one does not answer; three more are asked from the reserve list.",
    "Who used how many of the one to three visits, and every answer, is drawn from the seed.",
    "What became of people at 3, 6 and 12 months is told by those who answered at the end; the report is that of March 2025.",
];

/// The report with what was assumed.
pub fn as_json(report: &Value) -> Value {
    let mut all = report.as_object().cloned().unwrap_or_default();
    all.insert("replay".into(), NAME.into());
    all.insert("seed".into(), keusote::SEED.into());
    all.insert("assumed".into(), json!(ASSUMED));
    Value::Object(all)
}

/// The same as lines of text. A hidden number is a dash.
pub fn as_text(report: &Value) -> String {
    lines(&format!("{NAME}: the published report of the replayed pilot (seed {})", keusote::SEED), report)
}

/// A report as lines of text under a title, with what was assumed at its end.
pub fn lines(title: &str, report: &Value) -> String {
    let mut out = format!("{title}\n");
    for (name, value) in report.as_object().into_iter().flatten() {
        if !["replay", "seed", "assumed"].contains(&name.as_str()) {
            line(&mut out, name, value, 0);
        }
    }
    let assumed = report["assumed"].as_array().into_iter().flatten().filter_map(Value::as_str);
    for (place, words) in assumed.enumerate() {
        let head = if place == 0 { "\nAssumed, since the source does not tell:\n" } else { "" };
        let _ = writeln!(out, "{head}  {words}");
    }
    out
}

fn line(out: &mut String, name: &str, value: &Value, depth: usize) {
    let name = format!("{}{}", "  ".repeat(depth), name.replace('_', " "));
    match value {
        Value::Object(parts) if !parts.is_empty() => {
            let _ = writeln!(out, "{name}");
            for (name, value) in parts {
                line(out, name, value, depth + 1);
            }
        }
        Value::Array(parts) if parts.iter().any(Value::is_object) => {
            let _ = writeln!(out, "{name}");
            for (number, value) in parts.iter().enumerate() {
                line(out, &format!("{}", number + 1), value, depth + 1);
            }
        }
        value => {
            let _ = writeln!(out, "{name:<44} {}", said(value));
        }
    }
}

fn said(value: &Value) -> String {
    match value {
        Value::Null => "–".into(),
        Value::String(words) => words.clone(),
        Value::Array(parts) => parts.iter().map(said).collect::<Vec<_>>().join(" … "),
        other => other.to_string(),
    }
}
