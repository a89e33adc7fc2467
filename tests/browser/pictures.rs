//! Pictures of the pages a visitor of the demo sees first, at a desk and on a phone, in each language.
use std::path::PathBuf;

use fantoccini::Locator;

use crate::support::{Browser, setting};

/// Where the pictures go: `docs/pictures/` when they are to be made anew, else a folder that is taken away.
fn folder() -> PathBuf {
    if setting("UPDATE_PICTURES").is_some() {
        PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/pictures"))
    } else {
        std::env::temp_dir().join(format!("urasilta-pictures-{}", std::process::id()))
    }
}

/// Follows the first link of the page in view whose address begins so.
async fn follow(browser: &Browser, start: &str) {
    let css = format!("main a[href^='{start}']");
    browser.client.find(Locator::Css(&css)).await.unwrap().click().await.unwrap();
}

/// Name, persona (none: nobody signed in), first page, the link to follow from it.
const SCENES: [(&str, Option<&str>, &str, Option<&str>); 6] = [
    ("catalogue", None, "/services", None),
    ("application", Some("supervisor"), "/services", Some("/services/")),
    ("queue", Some("coordinator"), "/applications", None),
    ("case", Some("coach"), "/people", Some("/cases/")),
    ("my-path", Some("participant"), "/path", None),
    ("report", Some("committee"), "/reports", Some("/reports/")),
];

#[tokio::test]
async fn the_pages_a_visitor_sees_first_are_whole_in_three_languages_at_a_desk_and_on_a_phone() {
    let browser = Browser::open().await;
    for (name, persona, page, link) in SCENES {
        browser.width(1280).await;
        if let Some(persona) = persona {
            browser.be(persona).await;
        }
        browser.goto(page).await;
        if let Some(start) = link {
            follow(&browser, start).await;
        }
        let path = browser.path().await;
        for lang in ["sv", "en", "fi"] {
            browser.goto(&format!("{path}?lang={lang}")).await;
            assert_eq!(browser.ask("return document.documentElement.lang").await, lang, "{name}");
            assert!(browser.words().await.len() > 60, "{name} in {lang}: {}", browser.words().await);
        }
        for width in [1280, 390] {
            browser.width(width).await;
            let file = folder().join(format!("{name}-{width}.png"));
            browser.picture(&file).await;
            assert!(std::fs::metadata(&file).unwrap().len() > 10_000, "{}", file.display());
        }
    }
    browser.close().await;
}
