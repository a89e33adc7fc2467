//! Those who go through the house by clicking alone, whichever way they go: who they are, how one enters as anybody of the
//! demo, how one answers what is asked, and how a page on the way is looked at with care.
use std::collections::BTreeSet;

use serde_json::Value;

use crate::{
    care,
    support::{Browser, setting},
};

/// Name, language, width of the window, whether scripts are kept away.
pub const TRAVELLERS: [(&str, &str, u32, bool); 6] = [
    ("Sanna Heino", "fi", 1280, false),
    ("Antti Rantanen", "fi", 390, false),
    ("Jonas Nyman", "sv", 1280, false),
    ("Laura Hämäläinen", "sv", 390, false),
    ("Emma Wikström", "en", 1280, false),
    ("Minna Karppinen", "en", 390, true),
];

/// One who goes the way, and the browser in which everybody on it is seen.
pub struct Way<'b> {
    pub browser: &'b Browser,
    pub number: usize,
    pub name: &'static str,
    pub lang: &'static str,
    pub width: u32,
}

/// What is looked at with care, once each.
pub struct Care {
    axe: String,
    seen: BTreeSet<String>,
}

impl Care {
    pub fn new() -> Care {
        Care { axe: care::axe(), seen: BTreeSet::new() }
    }
}

/// Each traveller goes the leg in turn, in the own language, at the own width.
pub async fn each(browser: &Browser, mut leg: impl AsyncFnMut(Way<'_>)) {
    for (number, (name, lang, width, bare)) in TRAVELLERS.into_iter().enumerate() {
        let way = Way { browser, number, name, lang, width };
        browser.block_scripts(bare).await;
        browser.width(width).await;
        way.backstage().await;
        if browser.ask("return document.documentElement.lang").await != lang {
            browser.press(&format!(".lang a[lang={lang}]")).await;
        }
        leg(way).await;
    }
}

/// The demo's clock goes on, and the page says what has happened.
pub async fn leap(browser: &Browser, to: &str) {
    if !browser.path().await.starts_with("/demo") {
        browser.press(".ribbon a[href='/demo']").await;
    }
    browser.press(&format!("form[action='/demo/clock'] button[value={to}]")).await;
    assert!(browser.has(".notice.done").await, "{}", browser.words().await);
}

impl Way<'_> {
    pub async fn backstage(&self) {
        if self.browser.path().await != "/demo" {
            self.browser.press(".ribbon a[href='/demo']").await;
        }
    }

    /// Enters as one of the demo's people.
    pub async fn be(&self, persona: &str) {
        self.backstage().await;
        self.browser.press(&format!("form[action='/demo/{persona}'] button")).await;
    }

    /// Enters as the traveller.
    pub async fn enter(&self) {
        self.backstage().await;
        let button = self.browser.within(".row", self.name, "form[action^='/demo/people/'] button").await;
        self.browser.press(&button).await;
    }

    /// To a place of the menu.
    pub async fn menu(&self, href: &str) {
        self.browser.press(&format!("nav.nav a[href='{href}']")).await;
    }

    /// A station of the way: the first traveller's is looked at with care, once for each kind of page; a picture of
    /// every Finnish one when somebody wants to look.
    pub async fn station(&self, care: &mut Care, name: &str) {
        let browser = self.browser;
        assert_eq!(browser.ask("return document.documentElement.lang").await, self.lang, "{name}");
        if let Some(folder) = setting("URASILTA_TEST_PICTURES") {
            let file = format!("{name}-{}-{}.png", self.lang, self.width);
            browser.picture(&std::path::Path::new(&folder).join(file)).await;
        }
        if self.number == 0 && care.seen.insert(name.to_owned()) {
            care::ask_axe(browser, &care.axe, name).await;
            care::keyboard(browser, name).await;
            for width in [1280, 640, 390, 320] {
                browser.width(width).await;
                care::look(browser, &format!("{name} at {width}")).await;
            }
            browser.width(self.width).await;
            care::large_text(browser, name).await;
        }
    }

    /// What somebody would write, in their own language.
    pub fn words(&self) -> &'static str {
        match self.lang {
            "fi" => "Haluan miettiä rauhassa, mihin suuntaan työurani voisi jatkua.",
            "sv" => "Jag vill i lugn och ro fundera på hur min karriär kan fortsätta.",
            _ => "I want to think in peace about where my career could go.",
        }
    }

    /// Answers every question of the form in view, each traveller a little differently, and sends it.
    pub async fn answer(&self, shift: usize) {
        let script = "const form = document.querySelector('main form[method=post]'), groups = new Map();
            for (const e of form.elements) {
                if (!['radio', 'checkbox', 'text', 'textarea', 'select-one'].includes(e.type)) continue;
                const key = e.type === 'select-one' ? 'places' : e.name;
                groups.set(key, [...(groups.get(key) || [e.type]), e.id]);
            }
            return [...groups.values()]";
        let asked = self.browser.ask(script).await;
        for (place, question) in asked.as_array().into_iter().flatten().enumerate() {
            let mut parts = question.as_array().into_iter().flatten().filter_map(Value::as_str);
            let (kind, ids) = (parts.next().unwrap_or_default(), parts.collect::<Vec<_>>());
            let pick = |n: usize| format!("#{}", ids[(self.number + shift + place + n) % ids.len()]);
            match kind {
                "radio" | "checkbox" => self.browser.click(&pick(0)).await,
                "select-one" => {
                    for rank in 1..=ids.len().min(3) {
                        self.browser.click(&format!("{} option[value='{rank}']", pick(rank))).await;
                    }
                }
                _ => self.browser.write(&pick(0), self.words()).await,
            }
        }
        self.browser.press("main form[method=post] .btn").await;
    }

    /// The day a week after today's, as the demo's own ribbon tells today.
    pub async fn in_a_week(&self) -> String {
        let script =
            "const [, d, m, y] = document.querySelector('.ribbon p').textContent.match(/(\\d+)\\.(\\d+)\\.(\\d{4})/);
            const day = new Date(Date.UTC(+y, m - 1, +d + 7));
            return `${day.getUTCDate()}.${day.getUTCMonth() + 1}.${day.getUTCFullYear()}`";
        self.browser.ask(script).await.as_str().unwrap().to_owned()
    }

    /// Does what the own path asks next until nothing is asked; gives how many pages were answered.
    pub async fn follow(&self, care: &mut Care, when: &str, shift: usize) -> usize {
        let browser = self.browser;
        let mut answered = 0;
        self.menu("/path").await;
        for turn in 0..12 {
            self.station(care, &format!("my-path-{when}-{turn}")).await;
            if browser.has(".next form").await {
                browser.press(".next form .btn").await;
            } else if browser.has(".next a.btn[href^='/steps/']").await {
                answered += 1;
                browser.press(".next a.btn").await;
                while browser.path().await.starts_with("/steps/") {
                    self.station(care, &format!("step-{when}-{answered}")).await;
                    self.answer(shift).await;
                }
            } else if browser.has(".next a.btn[href$='/contact']").await {
                browser.press(".next a.btn").await;
                self.station(care, "contact").await;
                browser.write("#f-address", &self.at_home()).await;
                browser.press("form[action$='/contact'] .btn").await;
            } else if browser.has(".next a.btn[href$='/completion']").await {
                browser.press(".next a.btn").await;
                self.station(care, "completion").await;
                browser.press("form[action$='/completion'] .btn").await;
                self.station(care, "completed").await;
            } else {
                return answered;
            }
        }
        panic!("the path never ends: {}", browser.words().await)
    }

    /// The traveller's own address, for the time after.
    pub fn at_home(&self) -> String {
        format!("matkaaja{}@koti.example.invalid", self.number)
    }

    /// The provider names Aino as the traveller's coach.
    pub async fn get_coach(&self, care: &mut Care) {
        let browser = self.browser;
        self.be("provider").await;
        self.station(care, "assignments").await;
        let assignment = browser.within(".row", self.name, "a.btn").await;
        browser.press(&assignment).await;
        self.station(care, "assignment").await;
        let aino = browser.within("label.choice", "Aino Laine", "input").await;
        browser.click(&aino).await;
        browser.press("form[action$='/coach'] .btn").await;
    }

    /// The coach fills in the form of a new meeting: online, in a week, at an hour of the traveller's own.
    pub async fn propose_time(&self, care: &mut Care) {
        let browser = self.browser;
        browser.click("input[name=way][value=remote]").await;
        browser.write("#f-place", "https://video.example.invalid/polku").await;
        browser.click("input[name=whose_time]").await;
        browser.write("#f-day1", &self.in_a_week().await).await;
        browser.write("#f-time1", &format!("{}.00", 9 + self.number)).await;
        self.station(care, "propose-time").await;
        browser.press("button[value=propose]").await;
        if browser.has("input[name=roster_seen]").await {
            self.station(care, "roster-closed").await;
            browser.click("input[name=roster_seen]").await;
            browser.press("button[value=propose]").await;
        }
    }
}
