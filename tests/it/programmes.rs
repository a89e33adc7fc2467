//! Services, rounds and the catalogue.
mod rounds;

use urasilta::{
    privacy,
    programmes::{self, blueprint},
    text::Lang,
};

use crate::support::Stage;

#[test]
fn the_blueprints_of_the_house_can_be_published() {
    for (id, text) in programmes::SHIPPED {
        assert_eq!(blueprint::check(text), Vec::new(), "{id}");
        assert_eq!(blueprint::load(text).unwrap().id, *id);
    }
}

#[tokio::test]
async fn a_published_version_never_changes_and_the_same_bytes_are_the_same_version() {
    let stage = Stage::new().await;
    let text = programmes::shipped("keusote-coaching-pilot").unwrap();
    let mut tx = stage.write().await;
    let county = stage.world.county;
    let first = programmes::publish(&mut tx, county, text, (None, None), stage.now()).await.unwrap();
    let again = programmes::publish(&mut tx, county, text, (None, None), stage.now()).await.unwrap();
    assert!(first.is_new && !again.is_new);
    assert_eq!(again.blueprint_id, first.blueprint_id);
    let before = programmes::blueprint_version(&mut tx, first.blueprint_id).await.unwrap();
    let changed = text.replace("offer_days = 7", "offer_days = 8");
    let refused = programmes::publish(&mut tx, county, &changed, (None, None), stage.now()).await;
    assert!(matches!(refused, Err(programmes::Unpublished::VersionTaken(1))), "{refused:?}");
    let second = changed.replace("version = 1", "version = 2");
    let second = programmes::publish(&mut tx, county, &second, (None, None), stage.now()).await.unwrap();
    assert!(second.is_new && second.programme_id == first.programme_id);
    assert_eq!(*programmes::blueprint_version(&mut tx, first.blueprint_id).await.unwrap(), *before);
    assert_eq!(programmes::blueprint_version(&mut tx, second.blueprint_id).await.unwrap().intake.offer_days, 8);
    tx.commit().await.unwrap();
    stage.end().await;
}

/// What is said about a faulty file, each as `line key: message`.
fn said(text: &str) -> String {
    blueprint::check(text).iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
}

/// Every finding is said in every language.
fn in_three_languages(text: &str) {
    for (finding, lang) in blueprint::check(text).iter().flat_map(|it| Lang::ALL.map(|lang| (it, lang))) {
        assert!(!finding.say(lang).contains(urasilta::text::MISSING), "{}", finding.say(lang));
    }
}

#[test]
fn a_faulty_blueprint_is_told_by_line_and_key_in_plain_words() {
    let whole = programmes::shipped("keusote-coaching-pilot").unwrap();
    let faults = [
        ("name.sv = \"Karriärcoachning\"\n", "", "name: the Swedish text is missing"),
        ("name.fi = \"Työuravalmennus\"\n", "", "name: the Finnish text is missing"),
        ("after = [\"welcome\"]", "after = [\"wellcome\"]", "steps[4].after[1]: there is no step `wellcome`"),
        (
            "after = [\"welcome\"]",
            "after = [\"coaching\"]",
            "steps[4].after: the step can never begin: it waits in a circle",
        ),
        ("instrument = \"experience\"", "instrument = \"experiences\"", "there is no instrument `experiences`"),
        ("field = \"employment.active\"", "field = \"employment.actif\"", "the field `employment.actif` is not known"),
        ("values = [\"physician\"]", "values = [\"doctor\"]", "`doctor` is no value of `employment.position`"),
        ("values = [true]\n", "values = [\"yes\"]\n", "`employment.active` is true or false"),
        (
            "values = [true]\n",
            "values = [true]\nop = \"is\"\n",
            "operator `is` is not known; say in, at_least or at_most",
        ),
        ("values = [true]\n", "values = [true, false]\n", "everybody meets this rule"),
        ("due = \"end + 6 months\"", "due = \"end + half a year\"", "the due date `end + half a year` cannot be read"),
        ("places = 30", "places = 0", "intake.places: a round needs at least one place"),
        ("selection = \"first_come\"", "selection = \"priority\"", "needs what gives points"),
        ("key = \"before_skills\"", "key = \"before_career\"", "the key `before_career` stands twice"),
        ("guide = \"work_ability_support\"", "guide = \"nowhere\"", "there is no guide `nowhere`"),
        ("owner = \"coach\"", "owner = \"coaches\"", "there is no role `coaches`"),
        ("kind = \"meeting\"", "kind = \"meetup\"", "`meetup` is not known; say"),
        ("offer_days = 7", "offer_days = 7\noffer_hours = 2", "the key `offer_hours` is not known here"),
        ("version = 1", "version = ", "this is not TOML"),
    ];
    for (from, to, message) in faults {
        assert!(whole.contains(from), "{from}");
        let text = whole.replacen(from, to, 1);
        in_three_languages(&text);
        let said = said(&text);
        assert!(said.contains(message), "{from} → {to}\n{said}");
        let line: usize = said.strip_prefix("line ").unwrap().split([',', ':']).next().unwrap().parse().unwrap();
        let near = whole[..whole.find(from).unwrap()].matches('\n').count() + 1;
        assert!(line.abs_diff(near) <= 20, "{message}: said line {line}, changed line {near}");
    }
}

#[test]
fn what_the_three_share_is_checked_in_plain_words() {
    let whole = programmes::shipped("keusote-coaching-pilot").unwrap();
    let sharing = "[steps.agreement]\nshares = [{ key = \"notes\", text = { fi = \"a\", sv = \"b\" } }]\n";
    let asking = "[[steps.before]]\nkey = \"day\"\nkind = \"date\"\ntext = { fi = \"a\", sv = \"b\" }\n";
    let goals = |rest: &str| {
        format!(
            "[goals]\nform = \"full\"\n{rest}\noccasions = [{{ key = \"a\", text = {{ fi = \"a\", sv = \"b\" }} }}]\n"
        )
    };
    let after_agenda = |words: &str| whole.replacen("[[steps.agenda]]", &format!("{words}[[steps.agenda]]"), 1);
    let faults = [
        (whole.replacen("kind = \"meeting\"", "kind = \"agreement\"", 1), "say under `agreement` what it may share"),
        (after_agenda(sharing), "only a step of kind = \"agreement\" has these terms"),
        (after_agenda(sharing), "an agreement is made by the three"),
        (after_agenda(sharing), "`notes` cannot be shared; say aims, timetable, goals, ratings, actions"),
        (after_agenda(asking), "steps[4].before[1].kind: say short, long or scale here"),
        (after_agenda("sparring = true\n"), "sparring pairs are the supervisors'"),
        (
            whole.replacen("for = \"participant\"", "for = \"round\"", 1),
            "cannot wait for `welcome`, which is for = \"round\"",
        ),
        (whole.replacen("[provider]\n", &format!("{}[provider]\n", goals("least = 3\nmost = 1")), 1), "goals run from"),
        (whole.replacen("[provider]\n", &format!("{}[provider]\n", goals("least = 1\nmost = 3")), 1), "has an area"),
    ];
    for (text, message) in faults {
        assert_ne!(text, whole, "{message}");
        in_three_languages(&text);
        assert!(said(&text).contains(message), "{message}\n{}", said(&text));
    }
}

#[test]
fn the_second_version_says_what_the_first_round_taught() {
    let versions = programmes::shipped_versions("palkeet-renewal-of-work");
    let [first, second] = [0, 1].map(|at| blueprint::load(versions[at]).unwrap());
    assert_eq!((first.version, second.version), (1, 2));
    assert_eq!(second.based_on.as_deref(), Some("palkeet-renewal-of-work@1"));
    assert!(first.changes.iter().all(|it| it.fi.starts_with("Oletimme")), "the first names what was taken for granted");
    assert!(second.learnt_from.is_some() && second.changes.len() >= 4);
    let shares = |blueprint: &programmes::Blueprint| {
        let terms = blueprint.step("agreement").and_then(|step| step.agreement.clone()).unwrap();
        terms.shares.into_iter().map(|share| share.key).collect::<Vec<_>>().join(" ")
    };
    assert_eq!(shares(&first), "aims timetable");
    assert_eq!(shares(&second), "aims timetable goals ratings actions");
    for one in [&first, &second] {
        let periods: Vec<_> = one.steps.iter().filter(|step| step.theme.is_some()).collect();
        assert_eq!(periods.len(), 4);
        assert!(
            periods.iter().all(|it| !it.before.is_empty() && !it.closing.is_empty() && it.meetings > it.meetings_least)
        );
        assert!(one.step("kickoff").is_some_and(|step| !step.who.is_of_case()));
    }
    let supervisors = |one: &programmes::Blueprint| {
        one.steps.iter().filter(|step| step.who == programmes::StepFor::Supervisor).count()
    };
    assert_eq!((supervisors(&first), supervisors(&second)), (0, 5));
    assert_eq!(second.instrument("career_leadership").unwrap().items.len(), 8);
}

#[test]
fn the_schema_of_blueprints_names_every_part() {
    let schema = blueprint::schema();
    for part in
        ["responsibilities", "precheck", "supervisor_in_intake", "learnt_from", "AgreementTerms", "sparring", "by_name"]
    {
        assert!(schema.contains(part), "{part}");
    }
}

/// Publishes the house's service for the county and gives its version's id.
async fn published(stage: &Stage) -> String {
    let mut tx = stage.write().await;
    let text = programmes::shipped("keusote-coaching-pilot").unwrap();
    let published = programmes::publish(&mut tx, stage.world.county, text, (None, None), stage.now()).await.unwrap();
    tx.commit().await.unwrap();
    published.blueprint_id.to_string()
}

/// Kirsi plans a round with the form and opens it; gives its id.
async fn opened(stage: &Stage) -> String {
    let version = published(stage).await;
    let mut kirsi = stage.actor("Kirsi").await;
    let page = kirsi.see("/rounds/new").await;
    assert!(page.contains("Palvelukuvaus") && page.contains("Työuravalmennus, versio 1"), "{page}");
    let mut form = plan(&version);
    form.retain(|(name, _)| *name != "name_sv");
    kirsi.submit("/rounds/new", &form).await;
    assert_eq!(kirsi.page.status.as_u16(), 422);
    assert!(kirsi.page.words().contains("Anna kierrokselle nimi suomeksi ja ruotsiksi."));
    assert!(kirsi.page.html().contains("value=\"Syksy 2023\""), "the words are kept");
    let page = kirsi.send_form("/rounds/new", &plan(&version)).await;
    assert!(page.contains("Kierros tallennettiin suunniteltuna.") && page.contains("Suunniteltu"), "{page}");
    let id = kirsi.page.path.split(['/', '?']).nth(2).unwrap().to_owned();
    assert_eq!(stage.visitor().status(&format!("/services/{id}")).await, 404, "a planned round is not public");
    let page = kirsi.see(&format!("/rounds/{id}/move")).await;
    assert!(page.contains("Avaa haku") && page.contains("Ehtoja ei voi enää muuttaa."), "{page}");
    let page = kirsi.send_form(&format!("/rounds/{id}/move"), &[]).await;
    assert!(page.contains("Haku auki"), "{page}");
    id
}

fn plan(version: &str) -> Vec<(&'static str, &str)> {
    vec![
        ("blueprint", version),
        ("name_fi", "Syksy 2023"),
        ("name_sv", "Hösten 2023"),
        ("opens_on", "2.10.2023"),
        ("closes_on", "23.10.2023"),
        ("places", "30"),
        ("visits_per_package", "3"),
        ("returns_unused", "yes"),
        ("selection", "first_come"),
        ("supervisor_part", "is_told"),
        ("offer_days", "7"),
        ("hand_on", "confirmed"),
    ]
}

#[tokio::test]
async fn a_round_is_planned_opened_and_read_by_anybody_in_three_languages() {
    let stage = Stage::new().await;
    let empty = stage.visitor().see("/services").await;
    assert!(empty.contains("Palveluja ei ole vielä julkaistu"), "{empty}");
    let id = opened(&stage).await;
    let mut visitor = stage.visitor();
    let list = visitor.see("/services").await;
    assert!(list.contains("Syksy 2023") && list.contains("Hae 23.10.2023 mennessä."), "{list}");
    let page = visitor.see(&format!("/services/{id}")).await;
    for words in [
        "Teet asiakas- tai potilastyötä.",
        "Esihenkilösi saa tiedon vasta, kun otat paikan vastaan.",
        "30 paikkaa, kussakin enintään 3 käyntiä",
        "Vain sinä ja valmentaja.",
        "Palveluntuottaja",
        "1–3 tapaamista · 60 min · huolehtii: Valmentaja",
        "Hakujärjestyksessä",
        "Aloita hakeminen",
    ] {
        assert!(page.contains(words), "{words}\n{page}");
    }
    let page = visitor.see(&format!("/services/{id}?lang=sv")).await;
    assert!(page.contains("Påbörja ansökan") && page.contains("Du arbetar med klienter eller patienter."), "{page}");
    let page = visitor.see(&format!("/services/{id}?lang=en")).await;
    assert!(page.contains("Begin your application") && page.contains("Only you and your coach."), "{page}");
    assert!(page.contains("Syksy 2023"), "the name of the round has no English: {page}");
    stage.on("24.10.2023");
    let page = visitor.see(&format!("/services/{id}?lang=fi")).await;
    assert!(page.contains("Haku ei ole nyt auki") && !page.contains("Aloita hakeminen"), "{page}");
    stage.end().await;
}

#[tokio::test]
async fn the_pre_check_guides_on_and_leaves_no_trace() {
    let stage = Stage::new().await;
    let id = opened(&stage).await;
    let path = format!("/services/{id}/precheck");
    let before = traces(&stage).await;
    let mut maija = stage.actor("Maija").await;
    maija.see(&format!("/services/{id}")).await;
    maija.see(&path).await;
    maija.submit(&path, &[]).await;
    assert_eq!(maija.page.status.as_u16(), 422, "a question without an answer is asked again");
    let page = maija.send_form(&path, &[("work_ability", "yes")]).await;
    assert!(page.contains("Työkyvyn tuki") && page.contains("Vastaustasi ei tallennettu."), "{page}");
    assert!(!page.contains("Siirry hakemukseen"), "{page}");
    maija.see(&path).await;
    maija.send_form(&path, &[("work_ability", "no")]).await;
    assert!(maija.page.address("/services/", "/apply").is_some(), "{}", maija.page.words());
    assert_eq!(traces(&stage).await, before, "no event, no view, no job, no key of a form is left");
    stage.end().await;
}

/// How many rows there are in everything that keeps acts and views.
async fn traces(stage: &Stage) -> Vec<(String, i64)> {
    let mut tx = stage.write().await;
    tx.sql(
        "select 'event', count(*) from event union all select 'job', count(*) from job union all \
         select 'idempotency', count(*) from idempotency union all select 'view', count(*) from view_log \
         union all select 'edge', count(*) from access_edge order by 1",
    )
    .all()
    .await
    .unwrap()
}

#[tokio::test]
async fn a_round_moves_on_step_by_step_and_nobody_moves_it_twice() {
    let stage = Stage::new().await;
    let id = opened(&stage).await;
    let path = format!("/rounds/{id}/move");
    let (mut kirsi, mut other) = (stage.actor("Kirsi").await, stage.actor("Kirsi").await);
    other.see(&path).await;
    kirsi.see(&path).await;
    kirsi.send_form(&path, &[]).await;
    other.submit(&path, &[]).await;
    assert_eq!(other.page.status.as_u16(), 409, "{}", other.page.words());
    for (button, state) in [("Merkitse kierros alkaneeksi", "Käynnissä"), ("Päätä kierros", "Päättynyt")] {
        assert!(kirsi.see(&path).await.contains(button), "{button}");
        assert!(kirsi.send_form(&path, &[]).await.contains(state), "{state}");
    }
    let round = kirsi.see(&format!("/rounds/{id}")).await;
    assert!(round.contains("Kirjoita kierroksen arviointi"), "the last stage is its review: {round}");
    assert!(kirsi.page.addresses().contains(&format!("/rounds/{id}/review")), "{:?}", kirsi.page.addresses());
    kirsi.see(&path).await;
    assert!(kirsi.page.form(&path, "").is_none(), "no button moves it on: {}", kirsi.page.words());
    assert_eq!(stage.actor("Pekka").await.status(&format!("/rounds/{id}")).await, 404);
    stage.end().await;
}

#[tokio::test]
async fn a_blueprint_is_written_by_one_and_published_by_another() {
    let stage = Stage::new().await;
    let mut tx = stage.write().await;
    let seat = (stage.world.county, privacy::Role::Coordinator);
    let term = (stage.now(), privacy::Edge::open_end());
    privacy::give_seat(&mut tx, stage.world.human("Sara"), seat, term).await.unwrap();
    tx.commit().await.unwrap();
    let (mut kirsi, mut sara) = (stage.actor("Kirsi").await, stage.actor("Sara").await);

    kirsi.see("/blueprints").await;
    let page =
        kirsi.send_form("/blueprints", &[("from", ""), ("source", "id = \"new-service\"\nversion = \"one\"\n")]).await;
    assert!(page.contains("Yksi korjattava kohta") && page.contains("rivi 2, version: arvo on väärää lajia"), "{page}");
    let path = kirsi.page.path.split('?').next().unwrap().to_owned();
    assert!(kirsi.page.hidden(&format!("{path}/review")).is_none(), "a faulty one is not sent for review");

    let whole = programmes::shipped("keusote-coaching-pilot").unwrap();
    let page = kirsi.send_form(&path, &[("source", whole)]).await;
    assert!(page.contains("Kuvaus on kunnossa"), "{page}");
    let page = kirsi.send_form(&format!("{path}/review"), &[]).await;
    assert!(page.contains("Pyydä toista koordinaattoria lukemaan ja julkaisemaan."), "{page}");
    let publication = format!("{path}/publication");
    assert!(kirsi.page.hidden(&publication).is_none(), "the author gets no button");

    sara.see(&path).await;
    let mut form = sara.page.hidden(&publication).unwrap();
    let page = sara.send_form(&publication, &[]).await;
    assert!(page.contains("Palvelukuvaus on julkaistu.") && page.contains("Julkaistu versio ei enää muutu."), "{page}");
    assert!(stage.visitor().see("/services").await.contains("Työuravalmennus"));
    form.retain(|(name, _)| name == "rev");
    kirsi.see(&path).await;
    let hidden = kirsi.page.hidden("/signout").unwrap();
    form.extend(hidden);
    kirsi.post(&publication, &form).await;
    assert_eq!(kirsi.page.status.as_u16(), 409, "the author cannot publish by hand either");
    stage.end().await;
}

/// The house's service, begun with a kick-off.
fn with_kickoff() -> String {
    let step = "[[steps]]\nkey = \"kickoff\"\nkind = \"meeting\"\nfor = \"round\"\nowner = \"coach\"\n\
                visibility = \"service\"\nname.fi = \"Aloituskokous\"\nname.sv = \"Startmöte\"\n\n[[steps]]";
    programmes::shipped("keusote-coaching-pilot").unwrap().replacen("[[steps]]", step, 1)
}

#[tokio::test]
async fn a_round_that_begins_with_a_kick_off_opens_when_it_stands_fixed() {
    let stage = Stage::new().await;
    let mut tx = stage.write().await;
    let county = stage.world.county;
    let published = programmes::publish(&mut tx, county, &with_kickoff(), (None, None), stage.now()).await.unwrap();
    tx.commit().await.unwrap();
    let mut kirsi = stage.actor("Kirsi").await;
    kirsi.see("/rounds/new").await;
    kirsi.send_form("/rounds/new", &plan(&published.blueprint_id.to_string())).await;
    let round = kirsi.page.path.split('?').next().unwrap().to_owned();
    assert!(kirsi.page.words().contains("Aloituskokousta ei ole vielä vahvistettu."), "{}", kirsi.page.words());
    let hidden = kirsi.page.hidden("/signout").unwrap();
    let (path, kickoff) = (format!("{round}/move"), format!("{round}/kickoff"));
    let page = kirsi.see(&path).await;
    assert!(page.contains("Haun voi avata, kun aloituskokous on pidetty") && kirsi.page.hidden(&path).is_none());
    assert!(kirsi.page.addresses().contains(&kickoff), "the way to the kick-off: {:?}", kirsi.page.addresses());
    let by_hand = [hidden, vec![("to".to_owned(), "open".to_owned())]].concat();
    kirsi.post(&path, &by_hand).await;
    assert_eq!(kirsi.page.status.as_u16(), 422, "not by hand either");

    kirsi.see(&kickoff).await;
    let mut form = vec![
        ("held_on", "29.9.2023"),
        ("present", "Anja Rautio, palveluesihenkilö"),
        ("aims", "Osaaminen näkyväksi"),
        ("target_group", "Neljä hoitajaa"),
    ];
    kirsi.submit(&kickoff, &form).await;
    assert!(kirsi.page.words().contains("Kirjaa aikataulu."), "{}", kirsi.page.words());
    form.push(("timetable", "Loka–joulukuu"));
    let page = kirsi.send_form(&kickoff, &form).await;
    assert!(page.contains("Luonnos on tallennettu."), "{page}");
    assert!(kirsi.see(&path).await.contains("Haun voi avata"), "noted is not fixed");
    let mut other = stage.actor("Kirsi").await;
    other.see(&kickoff).await;
    kirsi.see(&kickoff).await;
    let page = kirsi.send_form(&format!("{kickoff}/fixing"), &[]).await;
    assert!(page.contains("Vahvistettu, versio 1") && page.contains("Neljä hoitajaa"), "{page}");
    other.submit(&kickoff, &form).await;
    assert_ne!(other.page.status.as_u16(), 200, "what is fixed does not change: {}", other.page.words());
    assert!(kirsi.see(&round).await.contains("Osaaminen näkyväksi"), "the aims stand on the round's page");
    kirsi.see(&path).await;
    assert!(kirsi.send_form(&path, &[]).await.contains("Haku auki"));

    kirsi.see(&format!("{kickoff}?change=yes")).await;
    form[2] = ("aims", "Osaaminen ja suunta");
    kirsi.submit(&kickoff, &form).await;
    assert!(kirsi.page.words().contains("Kerro, miksi sovittua muutetaan."), "{}", kirsi.page.words());
    form.push(("reason", "Yksi yksikkö lisää"));
    kirsi.send_form(&kickoff, &form).await;
    let page = kirsi.send_form(&format!("{kickoff}/fixing"), &[]).await;
    for words in ["Vahvistettu, versio 2", "Yksi yksikkö lisää", "Vahvistettu, versio 1", "Osaaminen näkyväksi"] {
        assert!(page.contains(words), "{words}\n{page}");
    }
    assert_eq!(stage.actor("Pekka").await.status(&kickoff).await, 404);
    stage.end().await;
}
