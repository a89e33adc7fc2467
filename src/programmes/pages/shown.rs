//! What the pages share: terms of a round in words, and texts that may lack the reader's language.
use crate::{
    forms::ShownChoice,
    programmes::{Blueprint, HandOn, Round, RoundState, Selection, StepFor, StepKind, SupervisorPart},
    text::{Lang, Text},
    web::Sheet,
};

pub fn state(state: RoundState, lang: Lang) -> String {
    lang.t(match state {
        RoundState::Planned => "programmes-state-planned",
        RoundState::Open => "programmes-state-open",
        RoundState::Selecting => "programmes-state-selecting",
        RoundState::Running => "programmes-state-running",
        RoundState::Closed => "programmes-state-closed",
        RoundState::Reviewed => "programmes-state-reviewed",
    })
}

/// The colour of a state's tag.
pub fn state_tag(state: RoundState) -> &'static str {
    match state {
        RoundState::Open | RoundState::Selecting => "wait",
        RoundState::Running => "",
        RoundState::Planned => "quiet",
        RoundState::Closed | RoundState::Reviewed => "done",
    }
}

pub fn supervisor_part(part: SupervisorPart, lang: Lang) -> String {
    lang.t(match part {
        SupervisorPart::Approves => "programmes-supervisor-approves",
        SupervisorPart::IsTold => "programmes-supervisor-is-told",
        SupervisorPart::IsNotTold => "programmes-supervisor-is-not-told",
    })
}

pub fn selection(selection: Selection, lang: Lang) -> String {
    lang.t(match selection {
        Selection::FirstCome => "programmes-selection-first-come",
        Selection::Priority => "programmes-selection-priority",
        Selection::Lottery => "programmes-selection-lottery",
        Selection::Manual => "programmes-selection-manual",
    })
}

pub fn hand_on(hand_on: HandOn, lang: Lang) -> String {
    lang.t(match hand_on {
        HandOn::Automatic => "programmes-hand-on-automatic",
        HandOn::Confirmed => "programmes-hand-on-confirmed",
    })
}

/// Codes as choices of a form.
pub fn choices<T: Copy>(
    all: &[T],
    (code, say): (fn(T) -> &'static str, fn(T, Lang) -> String),
    (field, sheet): (&str, &Sheet),
    lang: Lang,
) -> Vec<ShownChoice> {
    all.iter()
        .map(|one| ShownChoice {
            value: code(*one).to_owned(),
            label: say(*one, lang),
            hint: String::new(),
            chosen: sheet.chosen(field, code(*one)),
        })
        .collect()
}

/// A text as data in the reader's language, or in Finnish and marked so.
#[derive(Clone, Debug)]
pub struct Told {
    pub words: String,
    /// `fi` when the reader's language is missing; empty when it is not.
    pub lang: &'static str,
}

pub fn told(text: &Text, lang: Lang) -> Told {
    let missing = match lang {
        Lang::Fi => false,
        Lang::Sv => text.sv.is_none(),
        Lang::En => text.en.is_none(),
    };
    Told { words: text.say(lang).to_owned(), lang: if missing { "fi" } else { "" } }
}

/// The paragraphs of a text; an empty line parts them.
pub fn paragraphs(text: &Text, lang: Lang) -> Vec<Told> {
    let whole = told(text, lang);
    whole
        .words
        .split("\n\n")
        .filter(|words| !words.trim().is_empty())
        .map(|words| Told { words: words.trim().to_owned(), lang: whole.lang })
        .collect()
}

/// Whether any of the texts a reader meets first lacks the language.
pub fn falls_back(blueprint: &Blueprint, lang: Lang) -> bool {
    [&blueprint.name, &blueprint.summary, &blueprint.description].iter().any(|text| !told(text, lang).lang.is_empty())
}

/// A station of the drawn path.
#[derive(Clone, Debug)]
pub struct Station {
    pub name: String,
    pub meta: String,
}

/// The steps of those as a path; steps that only ask the same thing again later are one station.
pub fn stations(blueprint: &Blueprint, lang: Lang, theirs: fn(StepFor) -> bool) -> Vec<Station> {
    let mut outcomes = 0;
    let mut found = Vec::new();
    for step in blueprint.steps.iter().filter(|step| theirs(step.who)) {
        if step.kind == StepKind::Outcome {
            outcomes += 1;
            if outcomes > 1 {
                continue;
            }
        }
        let owner = blueprint.role(&step.owner).map_or_else(String::new, |role| role.say(lang).to_owned());
        let mut parts = Vec::new();
        if let (Some(most), least) = (step.meetings, step.meetings_least.unwrap_or(1)) {
            let many = if least == most { most.to_string() } else { format!("{least}–{most}") };
            parts.push(lang.t_with("programmes-step-meetings", [("many", many.into())]));
        }
        if let Some(minutes) = step.minutes {
            parts.push(lang.t_with("programmes-step-minutes", [("n", i64::from(minutes).into())]));
        }
        parts.push(lang.t_with("programmes-step-owner", [("role", owner.into())]));
        let name = if step.kind == StepKind::Outcome {
            lang.t("programmes-step-outcomes")
        } else {
            step.name.say(lang).to_owned()
        };
        found.push(Station { name, meta: parts.join(" · ") });
    }
    found
}

/// When a round takes applications, in words.
pub fn when(round: &Round, now: crate::clock::Moment, lang: Lang) -> String {
    let days = [
        ("from", crate::clock::show_day(round.opens_on).into()),
        ("to", crate::clock::show_day(round.closes_on).into()),
    ];
    let key = if round.takes_applications(now) {
        "programmes-when-open"
    } else if round.state == RoundState::Open && now < crate::clock::start_of(round.opens_on) {
        "programmes-when-coming"
    } else {
        "programmes-when-over"
    };
    lang.t_with(key, days)
}
