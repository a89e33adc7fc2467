//! Pages that stand at the door for everybody: privacy, accessibility, and the one that tells nothing.
use askama::Template;

use crate::{
    desk::Desk,
    privacy::retention,
    text::Lang,
    web::{Answer, Ui},
};

#[derive(Template)]
#[template(path = "signin/pages/privacy.html")]
struct PrivacyPage {
    ui: Ui,
    /// What is kept, and for how long.
    kept: Vec<(String, String)>,
}

impl PrivacyPage {
    fn of(ui: Ui) -> PrivacyPage {
        let class = |class: &retention::Class| {
            (ui.t(&format!("signin-privacy-class-{}", class.key)), ui.tn("signin-privacy-years", class.years))
        };
        PrivacyPage { kept: retention::classes().iter().map(class).collect(), ui }
    }
}

#[derive(Template)]
#[template(path = "signin/pages/accessibility.html")]
struct AccessibilityPage {
    ui: Ui,
    /// Where feedback goes besides the phone.
    mail: String,
}

#[derive(Template)]
#[template(path = "signin/pages/closed.html")]
struct ClosedPage {
    lang: Lang,
}

pub(in super::super) async fn privacy(desk: Desk) -> Answer {
    desk.page(&PrivacyPage::of(desk.ui()))
}

pub(in super::super) async fn accessibility(desk: Desk) -> Answer {
    let from = desk.house.config.get("mail_from");
    let mail = from.rsplit('<').next().unwrap_or_default().trim_end_matches('>').to_owned();
    desk.page(&AccessibilityPage { ui: desk.ui(), mail })
}

/// Left on the screen after the quick exit: no name of the house, nothing to go back to.
pub(in super::super) async fn closed(desk: Desk) -> Answer {
    desk.page(&ClosedPage { lang: desk.lang })
}

pub(super) fn privacy_sample(lang: Lang) -> String {
    PrivacyPage::of(Ui::plain(lang)).render().unwrap_or_default()
}

pub(super) fn accessibility_sample(lang: Lang) -> String {
    let page = AccessibilityPage { ui: Ui::plain(lang), mail: "urasilta@example.invalid".into() };
    page.render().unwrap_or_default()
}

pub(super) fn closed_sample(lang: Lang) -> String {
    ClosedPage { lang }.render().unwrap_or_default()
}
