//! From the catalogue to a reported outcome by clicking alone, in each language, at a desk and on a phone: six people go
//! the whole way through one round of the demo that `./run` starts. After the first address nothing is typed but answers
//! and what people write. One of them has no scripts; along another's way every kind of page is looked at with care.
use crate::{
    support::{Browser, stand},
    way::{Care, TRAVELLERS, Way, each, leap},
};

#[tokio::test]
async fn six_people_are_carried_from_the_catalogue_to_a_reported_outcome_by_clicking_alone() {
    let browser = Browser::open_at(stand()).await;
    let mut care = Care::new();
    browser.goto("/demo").await;
    each(&browser, async |way| way.apply(&mut care).await).await;
    each(&browser, async |way| way.decide(&mut care).await).await;
    each(&browser, async |way| way.accept(&mut care).await).await;
    each(&browser, async |way| way.coach(&mut care).await).await;
    each(&browser, async |way| way.book(&mut care).await).await;
    leap(&browser, "week").await;
    leap(&browser, "tomorrow").await;
    each(&browser, async |way| way.meet(&mut care).await).await;
    each(&browser, async |way| way.look_back(&mut care).await).await;
    for _ in 0..3 {
        leap(&browser, "month").await;
    }
    leap(&browser, "tomorrow").await;
    each(&browser, async |way| way.outcome(&mut care).await).await;
    each(&browser, async |way| way.report(&mut care).await).await;
    browser.close().await;
}

impl Way<'_> {
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
        self.get_coach(care).await;
        self.be("coach").await;
        self.station(care, "today-begin").await;
        let begin = self.browser.within(".row", self.name, "a[href$='/sessions/new']").await;
        self.browser.press(&begin).await;
        self.propose_time(care).await;
        self.station(care, "time-proposed").await;
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
