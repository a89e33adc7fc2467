//! A tool: when to use it, its steps, what can be said, what to avoid, what to write down and what not.
use std::sync::LazyLock;

use serde::{Deserialize, Serialize};

use crate::{codes, text::Text};

codes! {
    /// What a supervisor is facing when looking for a tool.
    #[derive(Serialize, Deserialize)]
    #[serde(rename_all = "snake_case")]
    pub enum Situation {
        Everyday = "everyday",
        Change = "change",
        Beginning = "beginning",
        Worry = "worry",
    }
}

/// One step, with the minutes it takes.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Step {
    pub minutes: i32,
    pub name: Text,
    pub text: Text,
}

/// A tool as it is written in its file.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tool {
    /// Stands in its address.
    pub key: String,
    pub situations: Vec<Situation>,
    /// All the steps together.
    pub minutes: i32,
    pub name: Text,
    pub summary: Text,
    pub gives: Text,
    pub when: Vec<Text>,
    pub steps: Vec<Step>,
    pub say: Vec<Text>,
    pub avoid: Vec<Text>,
    pub write: Vec<Text>,
    pub leave_out: Vec<Text>,
    pub follow_up: Vec<Text>,
}

const FILES: &[&str] = &[
    include_str!("../../toolbox/development-discussion.toml"),
    include_str!("../../toolbox/appreciative-feedback.toml"),
    include_str!("../../toolbox/leading-wellbeing.toml"),
    include_str!("../../toolbox/competence-mapping.toml"),
    include_str!("../../toolbox/induction.toml"),
    include_str!("../../toolbox/raising-a-concern.toml"),
];

static TOOLS: LazyLock<Vec<Tool>> = LazyLock::new(|| {
    let read = |text: &&str| toml::from_str(text).unwrap_or_else(|why| unreachable!("a tool of the house: {why}"));
    FILES.iter().map(read).collect()
});

/// Every tool, in the order in which they are listed.
pub fn tools() -> &'static [Tool] {
    &TOOLS
}

/// The tool with this key.
pub fn tool(key: &str) -> Option<&'static Tool> {
    TOOLS.iter().find(|tool| tool.key == key)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every text of a tool.
    fn texts(tool: &Tool) -> Vec<&Text> {
        let lists = [&tool.when, &tool.say, &tool.avoid, &tool.write, &tool.leave_out, &tool.follow_up];
        let steps = tool.steps.iter().flat_map(|step| [&step.name, &step.text]);
        [&tool.name, &tool.summary, &tool.gives].into_iter().chain(lists.into_iter().flatten()).chain(steps).collect()
    }

    #[test]
    fn every_tool_is_whole_in_three_languages_and_its_minutes_add_up() {
        assert_eq!(tools().len(), 6);
        for tool in tools() {
            assert_eq!(tool.steps.iter().map(|step| step.minutes).sum::<i32>(), tool.minutes, "{}", tool.key);
            for text in texts(tool) {
                let (sv, en) = (text.sv.as_deref().unwrap_or_default(), text.en.as_deref().unwrap_or_default());
                assert!(!text.fi.is_empty() && !sv.is_empty() && !en.is_empty(), "{}: {text:?}", tool.key);
                assert!(text.fi != sv && sv != en && text.fi != en, "{}: {text:?}", tool.key);
            }
            for list in [&tool.when, &tool.say, &tool.avoid, &tool.write, &tool.leave_out, &tool.follow_up] {
                assert!(!list.is_empty(), "{}", tool.key);
            }
        }
    }

    #[test]
    fn every_situation_has_a_tool_and_every_tool_a_situation() {
        for situation in Situation::ALL {
            assert!(tools().iter().any(|tool| tool.situations.contains(situation)), "{situation}");
        }
        assert!(tools().iter().all(|tool| !tool.situations.is_empty()));
    }
}
