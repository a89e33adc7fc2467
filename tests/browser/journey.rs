//! From the catalogue to a reported outcome by clicking alone, in each language, at a desk and on a phone: six people go
//! the whole way through one round of the demo that `./run` starts. After the first address nothing is typed but answers
//! and what people write. One of them has no scripts; along another's way every kind of page is looked at with care.
use std::collections::BTreeSet;

use serde_json::Value;

use crate::{
    care,
    support::{Browser, setting, stand},
};

/// Name, language, width of the window, whether scripts are kept away.
const TRAVELLERS: [(&str, &str, u32, bool); 6] = [
    ("Sanna Heino", "fi", 1280, false),
    ("Antti Rantanen", "fi", 390, false),
    ("Jonas Nyman", "sv", 1280, false),
    ("Laura Hämäläinen", "sv", 390, false),
    ("Emma Wikström", "en", 1280, false),
    ("Minna Karppinen", "en", 390, true),
];

/// One who goes the way, and the browser in which everybody on it is seen.
struct Way<'b> {
    browser: &'b Browser,
    number: usize,
    name: &'static str,
    lang: &'static str,
    width: u32,
}

/// What is looked at with care, once each.
struct Care {
    axe: String,
    seen: BTreeSet<String>,
}

#[tokio::test]
async fn six_people_are_carried_from_the_catalogue_to_a_reported_outcome_by_clicking_alone() {
    let browser = Browser::open_at(stand()).await;
    let mut care = Care { axe: care::axe(), seen: BTreeSet::new() };
    browser.goto("/demo").await;
    for leg in [Leg::Apply, Leg::Decide, Leg::Accept, Leg::Coach, Leg::Book] {
        go(&browser, &mut care, leg).await;
    }
    leap(&browser, "week").await;
    leap(&browser, "tomorrow").await;
    for leg in [Leg::Meet, Leg::LookBack] {
        go(&browser, &mut care, leg).await;
    }
    for _ in 0..3 {
        leap(&browser, "month").await;
    }
    leap(&browser, "tomorrow").await;
    for leg in [Leg::Outcome, Leg::Report] {
        go(&browser, &mut care, leg).await;
    }
    browser.close().await;
}

/// A part of the way, which each goes in turn.
#[derive(Clone, Copy, Debug)]
enum Leg {
    Apply,
    Decide,
    Accept,
    Coach,
    Book,
    Meet,
    LookBack,
    Outcome,
    Report,
}

async fn go(browser: &Browser, care: &mut Care, leg: Leg) {
    for (number, (name, lang, width, bare)) in TRAVELLERS.into_iter().enumerate() {
        let way = Way { browser, number, name, lang, width };
        browser.block_scripts(bare).await;
        browser.width(width).await;
        way.backstage().await;
        if browser.ask("return document.documentElement.lang").await != lang {
            browser.press(&format!(".lang a[lang={lang}]")).await;
        }
        match leg {
            Leg::Apply => way.apply(care).await,
            Leg::Decide => way.decide(care).await,
            Leg::Accept => way.accept(care).await,
            Leg::Coach => way.coach(care).await,
            Leg::Book => way.book(care).await,
            Leg::Meet => way.meet(care).await,
            Leg::LookBack => way.look_back(care).await,
            Leg::Outcome => way.outcome(care).await,
            Leg::Report => way.report(care).await,
        }
    }
}

/// The demo's clock goes on, and the page says what has happened.
async fn leap(browser: &Browser, to: &str) {
    if !browser.path().await.starts_with("/demo") {
        browser.press(".ribbon a[href='/demo']").await;
    }
    browser.press(&format!("form[action='/demo/clock'] button[value={to}]")).await;
    assert!(browser.has(".notice.done").await, "{}", browser.words().await);
}

impl Way<'_> {
    async fn backstage(&self) {
        if self.browser.path().await != "/demo" {
            self.browser.press(".ribbon a[href='/demo']").await;
        }
    }

    /// Enters as one of the demo's people.
    async fn be(&self, persona: &str) {
        self.backstage().await;
        self.browser.press(&format!("form[action='/demo/{persona}'] button")).await;
    }

    /// Enters as the traveller.
    async fn enter(&self) {
        self.backstage().await;
        let button = self.browser.within(".row", self.name, "form[action^='/demo/people/'] button").await;
        self.browser.press(&button).await;
    }

    /// To a place of the menu.
    async fn menu(&self, href: &str) {
        self.browser.press(&format!("nav.nav a[href='{href}']")).await;
    }

    /// A station of the way: the first traveller's is looked at with care, once for each kind of page; a picture of
    /// every Finnish one when somebody wants to look.
    async fn station(&self, care: &mut Care, name: &str) {
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
    fn words(&self) -> &'static str {
        match self.lang {
            "fi" => "Haluan miettiä rauhassa, mihin suuntaan työurani voisi jatkua.",
            "sv" => "Jag vill i lugn och ro fundera på hur min karriär kan fortsätta.",
            _ => "I want to think in peace about where my career could go.",
        }
    }

    /// Answers every question of the form in view, each traveller a little differently, and sends it.
    async fn answer(&self, shift: usize) {
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

    async fn apply(&self, care: &mut Care) {
        let browser = self.browser;
        self.station(care, "demo").await;
        self.enter().await;
        self.station(care, "my-path-before").await;
        browser.press(".next a.btn").await;
        self.station(care, "catalogue").await;
        let open = browser.within("section.card:has(.tag.done)", "", "a[href^='/services/']").await;
        browser.press(&open).await;
        self.station(care, "service").await;
        browser.press(".next a.btn").await;
        self.station(care, "precheck").await;
        browser.click("main form input[type=radio]").await;
        browser.press("main form .btn").await;
        self.station(care, "may-apply").await;
        browser.press("a.btn[href$='/apply']").await;
        self.station(care, "apply").await;
        browser.press("main form[action$='/apply'] .btn").await;
        let mut questions = 0;
        while browser.path().await.contains("/steps/") {
            questions += 1;
            self.station(care, &format!("question-{questions}")).await;
            self.answer(0).await;
        }
        assert!(questions > 3, "{}", browser.words().await);
        self.station(care, "check-answers").await;
        browser.press("form[action$='/submission'] .btn").await;
        self.station(care, "sent").await;
        assert!(!self.supervisor_sees().await, "a wish is not told to the supervisor");
    }

    /// Whether the supervisor's first page tells of the traveller; never what the traveller wrote.
    async fn supervisor_sees(&self) -> bool {
        self.be("supervisor").await;
        // What is only for information is folded under what waits.
        if self.browser.has("main details").await {
            self.browser.click("main details summary").await;
        }
        let words = self.browser.words().await;
        assert!(!words.contains(self.words()), "{words}");
        self.name.split(' ').all(|part| words.contains(part))
    }

    async fn decide(&self, care: &mut Care) {
        let browser = self.browser;
        self.be("coordinator").await;
        self.station(care, "planner").await;
        self.menu("/applications").await;
        self.station(care, "queue").await;
        let file = browser.within("tr", self.name, "td a").await;
        browser.press(&file).await;
        self.station(care, "file").await;
        let check = "form[action$='/check'] button[value=eligible]";
        if browser.has(check).await {
            browser.write("form[action$='/check'] textarea", self.words()).await;
            browser.press(check).await;
        }
        self.menu("/applications").await;
        self.propose("select").await;
        self.station(care, "proposed").await;
        if self.number == 0 {
            self.propose("undo").await;
            self.station(care, "undone").await;
            self.propose("select").await;
        }
        browser.press("a.btn[href$='/decisions']").await;
        self.station(care, "decisions").await;
        browser.press("form[action$='/decisions'] .btn").await;
        self.station(care, "published").await;
        if self.number + 1 == TRAVELLERS.len() {
            self.move_on().await;
        }
    }

    /// The places are given: the round goes on to selecting, then to running.
    async fn move_on(&self) {
        self.menu("/rounds").await;
        self.browser.press("main .row:first-child a").await;
        for _ in 0..2 {
            self.browser.press(".next a.btn[href$='/move']").await;
            self.browser.press("main form[action$='/move'] .btn").await;
        }
    }

    async fn propose(&self, what: &str) {
        let tick = self.browser.within("tr", self.name, "input[type=checkbox]").await;
        self.browser.click(&tick).await;
        self.browser.press(&format!("button[name=proposal][value={what}]")).await;
    }

    async fn accept(&self, care: &mut Care) {
        let browser = self.browser;
        self.enter().await;
        self.station(care, "my-path-offer").await;
        browser.press(".next a.btn").await;
        if !browser.has("form[action$='/acceptance']").await {
            self.station(care, "own-application").await;
            browser.press("a.btn[href$='/offer']").await;
        }
        self.station(care, "offer").await;
        browser.press("form[action$='/acceptance'] .btn").await;
        self.station(care, "accepted").await;
        assert!(self.supervisor_sees().await, "the supervisor is told of an accepted place");
        self.station(care, "waiting").await;
    }

    async fn coach(&self, care: &mut Care) {
        let browser = self.browser;
        self.be("provider").await;
        self.station(care, "assignments").await;
        let assignment = browser.within(".row", self.name, "a.btn").await;
        browser.press(&assignment).await;
        self.station(care, "assignment").await;
        let aino = browser.within("label.choice", "Aino Laine", "input").await;
        browser.click(&aino).await;
        browser.press("form[action$='/coach'] .btn").await;
        self.be("coach").await;
        self.station(care, "today-begin").await;
        let begin = browser.within(".row", self.name, "a[href$='/sessions/new']").await;
        browser.press(&begin).await;
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
        self.station(care, "time-proposed").await;
    }

    /// The day a week after today's, as the demo's own ribbon tells today.
    async fn in_a_week(&self) -> String {
        let script =
            "const [, d, m, y] = document.querySelector('.ribbon p').textContent.match(/(\\d+)\\.(\\d+)\\.(\\d{4})/);
            const day = new Date(Date.UTC(+y, m - 1, +d + 7));
            return `${day.getUTCDate()}.${day.getUTCMonth() + 1}.${day.getUTCFullYear()}`";
        self.browser.ask(script).await.as_str().unwrap().to_owned()
    }

    async fn book(&self, care: &mut Care) {
        let browser = self.browser;
        self.enter().await;
        self.station(care, "my-path-time").await;
        browser.press(".next a.btn").await;
        self.station(care, "choose-time").await;
        browser.click("form[action$='/choice'] input[type=radio]").await;
        browser.press("form[action$='/choice'] .btn").await;
        self.station(care, "booked").await;
        let answered = self.follow(care, "before", 0).await;
        assert_eq!(answered, 2, "the self-assessments before the coaching");
    }

    /// Does what the own path asks next until nothing is asked; gives how many pages were answered.
    async fn follow(&self, care: &mut Care, when: &str, shift: usize) -> usize {
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
    fn at_home(&self) -> String {
        format!("matkaaja{}@koti.example.invalid", self.number)
    }

    async fn meet(&self, care: &mut Care) {
        let browser = self.browser;
        self.be("coach").await;
        self.station(care, "today").await;
        let meeting = browser.within(".row", self.name, "a[href^='/sessions/']").await;
        browser.press(&meeting).await;
        self.station(care, "mark-held").await;
        browser.press("form[action$='/held'] .btn").await;
        self.menu("/today").await;
        self.station(care, "today-write").await;
        let case = browser.within(".row", self.name, "a[href^='/cases/']").await;
        browser.press(&case).await;
        browser.write("#f-memo", self.words()).await;
        browser.press("form[action$='/memo'] .btn").await;
        self.station(care, "case").await;
        browser.press("a.btn[href$='/completion']").await;
        self.station(care, "closing").await;
        browser.press("form[action$='/closing'] .btn").await;
        self.station(care, "closing-asked").await;
    }

    /// The closing questions and one's own address are answered, and the coaching is ended.
    async fn look_back(&self, care: &mut Care) {
        self.enter().await;
        let answered = self.follow(care, "after", 1).await;
        assert!(answered >= 3, "two self-assessments and feedback: {answered}");
        assert!(!self.browser.has("a[href$='/completion']").await, "the coaching has ended");
    }

    async fn outcome(&self, care: &mut Care) {
        let browser = self.browser;
        browser.press(".ribbon a[href='/demo/mail']").await;
        self.station(care, "mail").await;
        let link = browser.within("section.card:has(a[href^='/o/'])", &self.at_home(), "a[href^='/o/']").await;
        browser.press(&link).await;
        self.station(care, "outcome-link").await;
        assert!(!browser.words().await.contains(self.name), "the link shows nothing of the person");
        self.answer(0).await;
        self.station(care, "outcome-thanks").await;
        assert!(!browser.has("main form[method=post]").await, "it takes one answer");
    }

    async fn report(&self, care: &mut Care) {
        let browser = self.browser;
        self.be("coordinator").await;
        self.menu("/rounds").await;
        self.station(care, "rounds").await;
        browser.press("main .row:first-child a").await;
        self.station(care, "round").await;
        browser.press("a[href$='/report']").await;
        if self.number == 0 {
            browser.press("form[action$='/report'] .btn").await;
        }
        self.station(care, "report").await;
        self.be("committee").await;
        self.station(care, "reports").await;
        browser.press("main .row:first-child a").await;
        self.station(care, "one-pager").await;
        let words = browser.words().await;
        let named = |name: &str| name.split(' ').any(|part| words.contains(part));
        assert!(TRAVELLERS.iter().all(|(name, ..)| !named(name)), "{words}");
    }
}
