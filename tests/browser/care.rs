//! Care for every reader: each page of each persona, reached by following links, at a desk, at 200 % and at 400 %,
//! by keyboard, and without scripts.
use std::collections::BTreeSet;

use fantoccini::{Locator, key::Key};
use serde_json::Value;

use crate::support::{Browser, setting};

const PERSONAS: [&str; 7] =
    ["participant", "supervisor", "coach", "coordinator", "provider", "committee", "administrator"];

/// At most this many different pages of one persona are walked.
const PAGES: usize = 40;

/// axe-core, from the test peers.
pub fn axe() -> String {
    let peers =
        setting("URASILTA_TEST_PEERS").expect("./test installs the test peers and says where: URASILTA_TEST_PEERS");
    std::fs::read_to_string(format!("{peers}/axe-core/axe.min.js")).unwrap()
}

/// A path with its ids left out: pages of one kind are looked at once.
fn kind(path: &str) -> String {
    let path = path.split(['?', '#']).next().unwrap_or_default();
    path.split('/')
        .map(|part| if part.len() == 36 && part.contains('-') { "ID" } else { part })
        .collect::<Vec<_>>()
        .join("/")
}

const LINKS: &str = "return [...document.querySelectorAll('a[href^=\"/\"]')].map(a => a.getAttribute('href'))";

/// Walks the pages a persona reaches by links; calls nothing, gives their paths.
async fn pages_of(browser: &Browser) -> Vec<String> {
    let mut seen = BTreeSet::new();
    let mut ahead = vec![browser.path().await];
    let mut pages = Vec::new();
    while let Some(path) = ahead.pop() {
        let aside = ["/leave", "/assets", "/signout", "/demo"].iter().any(|start| path.starts_with(start));
        let file = [".xlsx", ".ics", ".csv", ".json", ".pdf"].iter().any(|end| path.ends_with(end));
        if aside || file || path.contains("lang=") || !seen.insert(kind(&path)) || pages.len() >= PAGES {
            continue;
        }
        browser.goto(&path).await;
        let links = browser.ask(LINKS).await;
        ahead.extend(links.as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned));
        pages.push(path);
    }
    pages
}

const SIDEWAYS: &str = "return document.documentElement.scrollWidth - document.documentElement.clientWidth";

/// Text that stands outside its own box.
const SPILL: &str = "return [...document.querySelectorAll('main *, header *, footer *')].filter(e => {
    const s = getComputedStyle(e);
    return e.children.length === 0 && e.textContent.trim() && s.display !== 'inline' && s.overflow === 'visible'
        && !e.closest('.hide, .scroll, svg') && e.clientWidth > 0 && e.scrollWidth > e.clientWidth + 1;
}).map(e => e.tagName + ': ' + e.textContent.trim().slice(0, 60))";

/// Things to press that are smaller than 24 px and not in a sentence.
const SMALL: &str =
    "return [...document.querySelectorAll('button, a.btn, nav a, input:not([type=hidden]), select')].filter(e => {
    const r = (e.closest('label') || e).getBoundingClientRect();
    return r.width > 0 && (r.width < 24 || r.height < 24) && !e.closest('.hide');
}).map(e => e.outerHTML.slice(0, 120))";

pub async fn look(browser: &Browser, what: &str) {
    assert_eq!(browser.ask(SIDEWAYS).await, 0, "{what}: the page scrolls sideways");
    assert_eq!(browser.ask(SPILL).await, serde_json::json!([]), "{what}: text spills from its box");
    assert_eq!(browser.ask(SMALL).await, serde_json::json!([]), "{what}: too small to press");
}

const RUN_AXE: &str = "
    const done = arguments[arguments.length - 1];
    axe.run(document, { runOnly: ['wcag2a','wcag2aa','wcag21a','wcag21aa','wcag22aa','best-practice'] })
       .then(r => done([r.violations.map(v => v.id + ': ' + v.nodes.map(n => n.html.slice(0, 140)).join(' | ')), r.passes.length]))
       .catch(e => done([[String(e)], 0]));";

pub async fn ask_axe(browser: &Browser, axe: &str, what: &str) {
    browser.client.execute(axe, Vec::new()).await.unwrap();
    let answer = browser.client.execute_async(RUN_AXE, Vec::new()).await.unwrap();
    assert_eq!(answer[0], serde_json::json!([]), "{what}: axe");
    assert!(answer[1].as_u64().unwrap_or_default() >= 15, "{what}: axe ran few rules: {answer}");
}

#[tokio::test]
async fn every_page_of_every_persona_is_whole_at_every_width() {
    let (browser, axe) = (Browser::open().await, axe());
    let mut looked = 0;
    for persona in PERSONAS {
        browser.width(1280).await;
        browser.be(persona).await;
        for path in pages_of(&browser).await {
            browser.width(1280).await;
            browser.goto(&path).await;
            ask_axe(&browser, &axe, &format!("{persona} {path}")).await;
            for width in [1280, 640, 390, 320] {
                browser.width(width).await;
                look(&browser, &format!("{persona} {path} at {width}")).await;
            }
            looked += 1;
        }
    }
    assert!(looked > 30, "only {looked} pages were found");
    browser.close().await;
}

#[tokio::test]
async fn taking_an_app_into_use_fits_a_phone_and_needs_no_script() {
    let (browser, axe) = (Browser::open().await, axe());
    browser.width(1280).await;
    browser.block_scripts(true).await;
    browser.be("coordinator").await;
    browser.goto("/me/second-factor").await;
    let button = Locator::Css("form[action='/me/second-factor'] button");
    browser.client.find(button).await.unwrap().click().await.unwrap();
    for _ in 0..100 {
        if browser.path().await == "/signin/second/new" {
            break;
        }
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    let words = browser.words().await;
    assert!(words.contains("Kirjoita sovelluksen näyttämä koodi"), "{words}");
    ask_axe(&browser, &axe, "taking an app into use").await;
    for width in [1280, 640, 390, 320] {
        browser.width(width).await;
        look(&browser, &format!("taking an app into use at {width}")).await;
    }
    browser.close().await;
}

#[tokio::test]
async fn text_at_twice_its_size_still_fits() {
    let browser = Browser::open().await;
    for persona in ["participant", "coordinator"] {
        browser.width(1280).await;
        browser.be(persona).await;
        for path in pages_of(&browser).await.into_iter().take(12) {
            browser.goto(&path).await;
            large_text(&browser, &format!("{persona} {path}")).await;
        }
    }
    browser.close().await;
}

/// Text at twice its size still fits.
pub async fn large_text(browser: &Browser, what: &str) {
    browser.ask("document.documentElement.style.fontSize = '200%'; return 1").await;
    assert_eq!(browser.ask(SIDEWAYS).await, 0, "{what}: with text at 200 % it scrolls sideways");
    browser.ask("document.documentElement.style.fontSize = ''; return 1").await;
}

/// Writes down where the focus goes, and whether it is seen there.
const WATCH: &str = "window.went = [];
    document.addEventListener('focusin', e => {
        const s = getComputedStyle(e.target), near = e.target.nextElementSibling || e.target.closest('label');
        const label = [near, e.target.closest('label')].some(n => n && getComputedStyle(n).outlineStyle !== 'none');
        const seen = s.outlineStyle !== 'none' || s.boxShadow !== 'none' || label;
        if (!window.went.some(w => w[0] === e.target)) window.went.push([e.target, seen]);
    });
    document.body.tabIndex = -1; document.body.focus(); document.body.removeAttribute('tabindex');
    const open = e => e.getClientRects().length && !e.disabled && !e.closest('details:not([open]) > :not(summary)');
    const names = new Set();
    return [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex=\"0\"]')]
        .filter(open).filter(e => e.type !== 'radio' || (!names.has(e.name) && names.add(e.name))).length";

/// The keyboard reaches every control of the page, and the focus is seen on each.
pub async fn keyboard(browser: &Browser, what: &str) {
    let controls = browser.ask(WATCH).await.as_u64().unwrap();
    let tabs = char::from(Key::Tab).to_string().repeat(usize::try_from(controls).unwrap() + 3);
    browser.client.active_element().await.unwrap().send_keys(&tabs).await.unwrap();
    let went = browser
        .ask(
            "const went = window.went.filter(([e]) => e !== document.body);
             return [went.length, went.filter(([, seen]) => !seen).map(([e]) => e.outerHTML.slice(0, 90))]",
        )
        .await;
    assert_eq!(went[1], serde_json::json!([]), "{what}: the focus is not seen");
    assert!(went[0].as_u64().unwrap() >= controls, "{what}: {} of {controls} controls were reached", went[0]);
}

#[tokio::test]
async fn the_keyboard_reaches_every_control_and_the_focus_is_seen() {
    let browser = Browser::open().await;
    browser.width(1280).await;
    for persona in PERSONAS {
        browser.be(persona).await;
        keyboard(&browser, persona).await;
    }
    browser.close().await;
}

#[tokio::test]
async fn without_scripts_a_form_with_faults_still_says_what_to_do() {
    let browser = Browser::open().await;
    browser.block_scripts(true).await;
    browser.width(390).await;
    browser.goto("/signin").await;
    browser.client.find(Locator::Css("main form button[type=submit]")).await.unwrap().click().await.unwrap();
    assert!(browser.client.find(Locator::Css("[data-faults] a")).await.is_ok(), "{}", browser.words().await);
    browser.close().await;
}

#[tokio::test]
async fn with_scripts_the_list_of_faults_takes_the_focus() {
    let browser = Browser::open().await;
    browser.goto("/signin").await;
    browser.client.find(Locator::Css("main form button[type=submit]")).await.unwrap().click().await.unwrap();
    assert_eq!(browser.ask("return document.activeElement.hasAttribute('data-faults')").await, true);
    browser.close().await;
}
