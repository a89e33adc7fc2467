//! The toolbox by situation, and one tool on a page that can be printed.
use askama::Template;
use axum::extract::Path;

use super::{Situation, Tool, tool, tools};
use crate::{
    desk::Desk,
    house::Sample,
    text::{Lang, Text},
    web::{Answer, Failure, Ui},
};

#[derive(Template)]
#[template(path = "toolbox/pages/list.html")]
struct ListPage {
    ui: Ui,
    /// The words of each situation with its tools.
    situations: Vec<(String, Vec<&'static Tool>)>,
}

pub async fn list(desk: Desk) -> Answer {
    desk.page(&list_page(desk.ui()))
}

fn list_page(ui: Ui) -> ListPage {
    let of = |situation: Situation| tools().iter().filter(|tool| tool.situations.contains(&situation)).collect();
    let said = |situation: &Situation| (ui.t(&format!("toolbox-situation-{situation}")), of(*situation));
    ListPage { situations: Situation::ALL.iter().map(said).collect(), ui }
}

#[derive(Template)]
#[template(path = "toolbox/pages/tool.html")]
struct ToolPage {
    ui: Ui,
    tool: &'static Tool,
}

impl ToolPage {
    /// The texts of a list in the reader's language.
    fn said<'a>(&self, texts: &'a [Text]) -> Vec<&'a str> {
        texts.iter().map(|text| text.say(self.ui.lang)).collect()
    }
}

pub async fn show(desk: Desk, Path(key): Path<String>) -> Answer {
    desk.page(&ToolPage { tool: tool(&key).ok_or(Failure::NotFound)?, ui: desk.ui() })
}

pub fn samples() -> Vec<Sample> {
    fn ui(lang: Lang) -> Ui {
        Ui { name: Some("Pekka Niemi".into()), ..Ui::plain(lang) }
    }
    fn tool_page(lang: Lang) -> String {
        tool("raising-a-concern").and_then(|tool| ToolPage { tool, ui: ui(lang) }.render().ok()).unwrap_or_default()
    }
    vec![
        Sample { name: "toolbox/list", render: |lang| list_page(ui(lang)).render().unwrap_or_default() },
        Sample { name: "toolbox/tool", render: tool_page },
    ]
}
