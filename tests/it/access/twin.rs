//! One house with two organisations of the same kind, in which everything stands at once: rounds under way, open and
//! planned, cases with both notes, offers, a staged import, a report; and people who once could and can no more. It is
//! furnished once a run, through the pages, and copied for each story.
use std::{
    collections::{BTreeMap, BTreeSet},
    sync::{Arc, LazyLock, Mutex, PoisonError},
};

use tokio::sync::OnceCell;
use urasilta::{db::Tx, privacy::Role};
use uuid::Uuid;

use super::{
    cast::{self, Cast, Place, Side},
    crawl,
    furnish::{self, Rounds, fill},
    marks,
};
use crate::support::{Actor, Kept, Stage};

/// The furnished house, who there is, and what each of those who once could was shown then.
pub struct Twin {
    kept: Kept,
    pub cast: Cast,
    pub once: BTreeMap<&'static str, BTreeSet<String>>,
    /// What was logged meanwhile, at the finest level.
    pub log: String,
}

static TWIN: OnceCell<Twin> = OnceCell::const_new();

/// Those who once could, and by what it ended.
pub const ONCE: &[(&str, &str)] = &[
    ("Kalle", "the coordinator's seat was taken away"),
    ("Toivo", "the committee member's seat was taken away"),
    ("Sirpa", "another leads the supervisor's unit"),
    ("Eeva", "another coaches the case"),
    ("Ester", "the coach's contract is over"),
    ("Oili", "the provider's contract is over"),
];

/// The furnished house of this run.
pub async fn twin() -> &'static Twin {
    TWIN.get_or_init(|| Box::pin(stand())).await
}

impl Twin {
    /// A copy to tell a story in: 9.00 on Monday 9 October 2023.
    pub async fn stage(&self) -> Stage {
        Stage::copied(&self.kept).await
    }
}

async fn stand() -> Twin {
    let (log, listening) = listen();
    let stage = Stage::empty().await;
    let mut cast = Cast::default();
    let [a, b] = cast::enter(&stage, &mut cast).await;
    let former = cast::former(&stage, &a).await;
    // A round of its own for the contract that ends.
    furnish::publish(&stage, &cast, (&a, "Leena")).await;
    furnish::publish(&stage, &cast, (&b, "Bertta")).await;
    let mut kirsi = human(&stage, &cast, "Kirsi").await;
    let ended = furnish::plan(&mut kirsi, "Koekierros", &[("closes_on", "6.10.2023"), ("places", "1")]).await;
    furnish::move_on(&mut kirsi, ended).await;
    furnish::apply(&stage, &cast, ("Rauha", ended)).await;
    furnish::contract(&mut kirsi, former, (Some(ended), "6.10.2023")).await;
    furnish::contract(&mut kirsi, a.provider, (None, "31.12.2023")).await;
    let in_a = furnish::rounds(&stage, &cast, Side::A).await;
    let in_b = furnish::rounds(&stage, &cast, Side::B).await;
    // What a service asks of its provider is known when there is a round of it.
    let mut bertta = human(&stage, &cast, "Bertta").await;
    furnish::contract(&mut bertta, b.provider, (None, "31.12.2023")).await;
    for pair in [("Olli", "Aino"), ("Olli", "Eeva"), ("Oili", "Ester"), ("Bruno", "Britta")] {
        furnish::add_coach(&stage, &cast, pair).await;
    }
    stage.on("4.10.2023");
    decide(&stage, &cast, &[("Kirsi", ended), ("Kirsi", in_a.running), ("Bertta", in_b.running)]).await;
    let changing = coach(&stage, &cast).await;
    speak(&stage, &cast, (in_a, in_b)).await;
    let mut once = BTreeMap::new();
    for (first, _) in ONCE {
        let seen = crawl::crawl(&stage, cast.of(first)).await;
        once.insert(*first, seen.every_address());
    }
    end_what_ends(&stage, &cast, (&a, changing)).await;
    stage.on("9.10.2023");
    leave_open(&stage, &cast, [("Kirsi", "Leena", in_a), ("Bertta", "Bertta", in_b)]).await;
    marks::keep(stage.letters().await);
    let kept = stage.keep().await;
    drop(listening);
    let log = String::from_utf8_lossy(&log.0.lock().unwrap_or_else(PoisonError::into_inner)).into_owned();
    Twin { kept, cast, once, log }
}

async fn human(stage: &Stage, cast: &Cast, first: &str) -> Actor {
    stage.human(cast.of(first).human).await
}

async fn decide(stage: &Stage, cast: &Cast, rounds: &[(&str, Uuid)]) {
    for (coordinator, round) in rounds {
        let mut kirsi = human(stage, cast, coordinator).await;
        furnish::decide(&mut kirsi, *round).await;
        furnish::move_on(&mut kirsi, *round).await;
        marks::keep(stage.letters().await);
    }
}

/// Cases with their coaches, meetings and notes; gives the one whose coach changes.
async fn coach(stage: &Stage, cast: &Cast) -> Uuid {
    let mut cases = BTreeMap::new();
    for (first, provider, coach) in [
        ("Rauha", "Oili", "Ester"),
        ("Maija", "Olli", "Aino"),
        ("Ville", "Olli", "Eeva"),
        ("Sara", "Olli", "Eeva"),
        ("Bea", "Bruno", "Britta"),
    ] {
        let case = furnish::accept(stage, cast, first).await;
        furnish::name_coach(stage, cast, (provider, case, coach)).await;
        cases.insert(first, case);
    }
    let mut held = Vec::new();
    // Rauha and Bea have not answered yet.
    for (coach, first) in
        [("Aino", "Maija"), ("Eeva", "Ville"), ("Eeva", "Sara"), ("Ester", "Rauha"), ("Britta", "Bea")]
    {
        match first {
            "Rauha" => {}
            "Bea" => furnish::read(stage, cast, first).await,
            _ => furnish::answer_steps(stage, cast, first).await,
        }
        held.push((coach, furnish::meet(stage, cast, (coach, cases[first]), ("5.10.2023", "book")).await));
    }
    stage.on("6.10.2023");
    for meeting in held {
        furnish::hold(stage, cast, meeting).await;
    }
    for (coach, first) in [("Aino", "Maija"), ("Eeva", "Sara"), ("Ester", "Rauha"), ("Britta", "Bea")] {
        furnish::note(stage, cast, (coach, cases[first])).await;
    }
    // A meeting proposed, one agreed, one that has begun and is not marked when all is looked at.
    for (coach, first, on, how) in [
        ("Aino", "Maija", "13.10.2023", "propose"),
        ("Britta", "Bea", "13.10.2023", "book"),
        ("Eeva", "Sara", "6.10.2023", "book"),
        ("Ester", "Rauha", "13.10.2023", "propose"),
    ] {
        furnish::meet(stage, cast, (coach, cases[first]), (on, how)).await;
    }
    // One coaching is complete, and what is asked afterwards is answered.
    furnish::complete(stage, cast, ("Eeva", "Ville", cases["Ville"])).await;
    cases["Sara"]
}

/// Somebody asks for another look, a supervisor says a word, and the reports come out.
async fn speak(stage: &Stage, cast: &Cast, (in_a, in_b): (Rounds, Rounds)) {
    let mut one = human(stage, cast, "Heikki").await;
    one.see("/own-applications").await;
    let id = furnish::id_after(&one, "/applications/");
    one.see(&format!("/applications/{id}")).await;
    fill(&mut one, ("/applications/", "/another-look"), &[("look", &marks::look("Heikki"))]).await;
    let mut sirpa = human(stage, cast, "Sirpa").await;
    sirpa.see("/waiting").await;
    let id = furnish::id_after(&sirpa, "/waiting/");
    sirpa.see(&format!("/waiting/{id}")).await;
    let values = [("support", "supported"), ("words", &marks::support("Sirpa"))];
    fill(&mut sirpa, ("/applications/", "/support"), &values).await;
    for (coordinator, round) in [("Kirsi", in_a.running), ("Bertta", in_b.running)] {
        let mut kirsi = human(stage, cast, coordinator).await;
        let path = format!("/rounds/{round}/report");
        kirsi.see(&path).await;
        fill(&mut kirsi, (&path, ""), &[]).await;
    }
}

/// What some could until now.
async fn end_what_ends(stage: &Stage, cast: &Cast, (a, changing): (&Place, Uuid)) {
    furnish::name_coach(stage, cast, ("Olli", changing, "Aino")).await;
    let mut kirsi = human(stage, cast, "Kirsi").await;
    let unit = format!("/staff/units/{}", a.units[1]);
    kirsi.see(&unit).await;
    fill(&mut kirsi, (&unit, ""), &[("supervisor", "NPekka")]).await;
    let mut arja = human(stage, cast, "Arja").await;
    for (first, role) in [("Kalle", Role::Coordinator), ("Toivo", Role::Committee)] {
        let seat = urasilta::privacy::seat_id(a.county, role);
        arja.see("/system/accounts").await;
        fill(&mut arja, (&format!("/system/seats/{}/{seat}/end", cast.of(first).human), ""), &[]).await;
    }
    // Anna has left the organisation, and keeps what is her own.
    let mut tx: Tx = stage.write().await;
    let ended = urasilta::clock::read_day("5.10.2023").unwrap();
    let sql = "update employment set ends_on = $2 where person_id = $1";
    tx.sql(sql).bind(cast.of("Anna").person.unwrap()).bind(ended).execute().await.unwrap();
    tx.commit().await.unwrap();
}

/// What is open while it is asked about: a blueprint being written, and an import read and not yet confirmed.
async fn leave_open(stage: &Stage, cast: &Cast, sides: [(&str, &str, Rounds); 2]) {
    for (keeper, author, _) in sides {
        let mut leena = human(stage, cast, author).await;
        leena.see("/blueprints").await;
        fill(&mut leena, ("/blueprints", ""), &[("from", "keusote-coaching-pilot")]).await;
        let mut kirsi = human(stage, cast, keeper).await;
        kirsi.see("/staff/import").await;
        let form = kirsi.page.form("/staff/import", "").unwrap();
        let (number, first, last) =
            if keeper == "Kirsi" { ("NMaija", "Maija", "Kuusilehto") } else { ("NBea", "Bea", "Bergvik") };
        let file = format!(
            "Henkilönumero;Sukunimi;Etunimi;Sähköposti;Yksikkö;Palvelualue;Nimike;Koulutus;Alkaa\n\
             {number};{last};{first};{};Lyhytaikaishoito {};Ikäihmisten palvelut;sairaanhoitaja;korkeakoulu;1.1.2015\n",
            cast::address(first),
            if keeper == "Kirsi" { "A" } else { "B" },
        );
        kirsi.send_file(&form, "file", ("henkilosto.csv", "text/csv", file.as_bytes())).await;
        assert!(kirsi.page.path.starts_with("/staff/import/"), "{}", kirsi.page.words());
    }
    let mut leena = human(stage, cast, "Leena").await;
    leena.see("/blueprints").await;
    let draft = furnish::id_after(&leena, "/blueprints/");
    leena.see(&format!("/blueprints/{draft}")).await;
    fill(&mut leena, ("/blueprints/", "/review"), &[]).await;
    // A proposal that is not published yet.
    let mut kirsi = human(stage, cast, "Kirsi").await;
    kirsi.see(&format!("/applications?round={}&state=on_reserve", sides[0].2.running)).await;
    let row = furnish::id_after(&kirsi, &format!("/rounds/{}/applications/", sides[0].2.running));
    fill(&mut kirsi, ("/rounds/", "/proposals"), &[("pick", &row.to_string()), ("proposal", "leave_out")]).await;
}

/// Where the log lines of this thread go.
#[derive(Clone, Default)]
pub struct Lines(Arc<Mutex<Vec<u8>>>);

impl std::io::Write for Lines {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).extend_from_slice(bytes);
        Ok(bytes.len())
    }
    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

impl Lines {
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.0.lock().unwrap_or_else(PoisonError::into_inner)).into_owned()
    }
}

/// While it is the only one, a listener of one thread is not asked about what another thread logs first.
static SECOND: LazyLock<tracing::Dispatch> = LazyLock::new(|| tracing::Dispatch::new(listener(std::io::sink)));

fn listener<W>(to: W) -> impl tracing::Subscriber + Send + Sync
where
    W: for<'w> tracing_subscriber::fmt::MakeWriter<'w> + Send + Sync + 'static,
{
    let filter = tracing_subscriber::EnvFilter::new("debug,urasilta=trace");
    tracing_subscriber::fmt().json().with_env_filter(filter).with_writer(to).finish()
}

/// Listens to what this thread logs, at the finest level of ours, until the guard is dropped.
pub fn listen() -> (Lines, tracing::subscriber::DefaultGuard) {
    LazyLock::force(&SECOND);
    let lines = Lines::default();
    let to = lines.clone();
    (lines, tracing::subscriber::set_default(listener(move || to.clone())))
}
