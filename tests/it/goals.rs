//! Goals: written, agreed and locked, rated by each of the three, and what of them the supervisor sees.
use urasilta::{
    coaching::three::{self, Shared, Three},
    db::Tx,
    house::keeping::Scope,
    ident, programmes,
    walk::{Form, Walker},
};
use uuid::Uuid;

use crate::{
    coaching::support::coached,
    support::{Actor, Stage},
};

/// Maija's coaching with Aino and Pekka in a service that sets goals in this form; nothing is shared with Pekka. Gives
/// the address of the case.
pub async fn together(stage: &Stage, form: &str) -> String {
    let case = coached(stage).await;
    let text = programmes::shipped("palkeet-renewal-of-work").unwrap();
    let text = text.replace("form = \"full\"", &format!("form = \"{form}\""));
    let mut tx = stage.write().await;
    let (county, now) = (stage.world.county, stage.now());
    let published = programmes::publish(&mut tx, county, &text, (None, None), now).await.unwrap();
    tx.sql("update round set blueprint_id = $1").bind(published.blueprint_id).execute().await.unwrap();
    let three = three_of(&mut tx, &case).await;
    let pekka = (stage.world.human("Pekka"), "Pekka Niemi");
    three::name_supervisor(&mut tx, &three, pekka, (stage.world.human("Aino"), now)).await.unwrap();
    tx.commit().await.unwrap();
    case
}

pub fn id(case: &str) -> Uuid {
    Uuid::parse_str(case.rsplit('/').next().unwrap()).unwrap()
}

async fn three_of(tx: &mut Tx, case: &str) -> Three {
    three::three_unseen(tx, id(case)).await.unwrap().unwrap()
}

/// Exactly these are shared with Pekka from now on.
pub async fn share(stage: &Stage, case: &str, what: &[Shared]) {
    let mut tx = stage.write().await;
    let three = three_of(&mut tx, case).await;
    three::share(&mut tx, &three, what, (ident::random(), stage.now())).await.unwrap();
    tx.commit().await.unwrap();
}

/// The first address of the page in view that begins and ends so.
pub fn address(actor: &Actor, start: &str, end: &str) -> String {
    let found = actor.page.address(start, end);
    found.unwrap_or_else(|| panic!("no {start}…{end} on {}: {}", actor.page.path, actor.page.words()))
}

const LEVELS: [(&str, &str); 5] = [
    ("level0", "Ei lainkaan aikaa."),
    ("level1", "Tunti kuussa."),
    ("level2", "Kaksi tuntia viikossa."),
    ("level3", "Puoli päivää viikossa."),
    ("level4", "Uutta joka viikko."),
];

/// Writes a goal of this weight in the full form.
async fn write(actor: &mut Actor, case: &str, (words, weight): (&str, &str)) {
    actor.see(&format!("{case}/goals/new")).await;
    let fields = [LEVELS.as_slice(), &[("goal", words), ("area", "competence"), ("weight", weight)]].concat();
    let page = actor.send_form(&format!("{case}/goals"), &fields).await;
    assert!(page.contains("Tavoite on kirjattu") && page.contains(words), "{page}");
}

/// Maija agrees to the goals that there are.
async fn agree(stage: &Stage, case: &str) -> String {
    let mut maija = stage.actor("Maija").await;
    maija.see(&format!("{case}/goals")).await;
    let form = maija.page.form(&format!("{case}/goals/agreement"), "").unwrap();
    press(&mut maija, &form).await;
    maija.page.words()
}

/// Sends a form of the page in view as it stands.
async fn press(actor: &mut Actor, form: &Form) {
    let walker: &mut Walker = actor;
    walker.send_form(form).await;
}

/// Gives these ratings to the goals in order; an empty one is left out.
async fn rate(actor: &mut Actor, case: &str, ratings: &[&str]) -> String {
    actor.see(&format!("{case}/goals/rating")).await;
    let mut form = actor.page.form(&format!("{case}/goals/ratings"), "").unwrap();
    let names: Vec<String> =
        form.fields.iter().map(|field| field.name.clone()).filter(|name| name.starts_with("goal-")).collect();
    for (name, rating) in names.iter().zip(ratings).filter(|(_, rating)| !rating.is_empty()) {
        form.set(name, rating);
    }
    press(actor, &form).await;
    assert_eq!(actor.page.status, 200, "{}", actor.page.words());
    actor.page.words()
}

async fn events(stage: &Stage, what: &'static str) -> i64 {
    let mut tx = stage.write().await;
    let (n,): (i64,) = tx.sql("select count(*) from event where what = $1").bind(what.to_owned()).one().await.unwrap();
    n
}

#[tokio::test]
async fn a_goal_is_changed_by_two_without_loss_until_it_is_agreed_and_locked() {
    let stage = Stage::new().await;
    let case = together(&stage, "full").await;
    let goals = format!("{case}/goals");
    let (mut aino, mut maija) = (stage.actor("Aino").await, stage.actor("Maija").await);
    assert!(aino.see(&goals).await.contains("Tavoitteita ei ole vielä kirjattu"));
    aino.see(&format!("{goals}/new")).await;
    aino.submit(&goals, &[("goal", "Opettelen uutta"), ("area", "competence"), ("weight", "2")]).await;
    assert_eq!(aino.page.status, 422);
    assert!(aino.page.words().contains("miltä tämä taso näyttää") && aino.page.html().contains("Opettelen uutta"));
    write(&mut aino, &case, ("Opettelen uutta", "2")).await;
    maija.see(&goals).await;
    let goal = address(&maija, &format!("{goals}/"), "/removal").replace("/removal", "");
    maija.see(&goal).await;
    let mut other = stage.actor("Aino").await;
    other.see(&goals).await;
    aino.see(&goal).await;
    let words = |words| [LEVELS.as_slice(), &[("goal", words), ("area", "competence"), ("weight", "3")]].concat();
    aino.send_form(&goal, &words("Ainon tapa sanoa")).await;
    maija.submit(&goal, &words("Maijan tapa sanoa")).await;
    assert_eq!(maija.page.status, 422);
    let page = maija.page.words();
    assert!(page.contains("Ainon tapa sanoa") && page.contains("Maijan tapa sanoa"), "{page}");
    maija.send_form(&goal, &words("Yhteinen tapa sanoa")).await;
    // A page from before the change: neither its agreement nor its removal touches what it has not seen.
    other.submit(&format!("{goal}/removal"), &[]).await;
    assert_eq!(other.page.status, 409);
    assert!(other.see(&goals).await.contains("Odottaa, että valmennettava sopii tavoitteista"));
    let page = agree(&stage, &case).await;
    assert!(page.contains("Tavoitteista on sovittu") && page.contains("Sovittu 2.10.2023"), "{page}");
    maija.get(&goal).await;
    assert_eq!(maija.page.status, 409);
    assert!(maija.page.words().contains("Tavoitteesta on sovittu, joten sitä ei enää muuteta"));
    aino.submit(&format!("{goal}/removal"), &[]).await;
    assert_ne!(aino.page.status, 200);
    assert!(maija.see(&goals).await.contains("Yhteinen tapa sanoa"));
    assert_eq!((events(&stage, "goal.added").await, events(&stage, "goal.agreed").await), (1, 1));
    stage.end().await;
}

#[tokio::test]
async fn the_supervisor_sees_and_rates_what_is_shared_and_others_ratings_only_when_they_are() {
    let stage = Stage::new().await;
    let case = together(&stage, "full").await;
    let goals = format!("{case}/goals");
    let mut aino = stage.actor("Aino").await;
    write(&mut aino, &case, ("Opettelen uutta", "1")).await;
    agree(&stage, &case).await;
    write(&mut aino, &case, ("Luonnosmerkki-Vaapukka", "1")).await;
    let (mut maija, mut pekka) = (stage.actor("Maija").await, stage.actor("Pekka").await);
    let page = rate(&mut maija, &case, &["-1"]).await;
    assert!(page.contains("Arvioit itse (Alussa): −1, odotettua heikommin"), "{page}");
    assert!(page.contains("Pekka Niemi (esihenkilö) ei näe tavoitteita"), "{page}");
    assert_eq!((pekka.status(&goals).await, pekka.status(&format!("{goals}/rating")).await), (404, 404));
    assert!(!pekka.see("/waiting").await.contains("Arvioi tavoitteet"));
    share(&stage, &case, &[Shared::Goals]).await;
    let page = pekka.see("/waiting").await;
    assert!(page.contains("Arvioi tavoitteet") && page.contains("Maija Virtanen · Alussa"), "{page}");
    let page = pekka.see(&goals).await;
    assert!(page.contains("Opettelen uutta") && page.contains("Muiden arvioita ei ole jaettu"), "{page}");
    assert!(!page.contains("heikommin (") && !page.contains("Maija Virtanen (Alussa)"), "{page}");
    let page = rate(&mut pekka, &case, &["1"]).await;
    assert!(page.contains("Arvioit itse (Alussa): +1") && !page.contains("Maija Virtanen (Alussa)"), "{page}");
    assert!(!pekka.page.html().contains("Vaapukka") && !page.contains("Ero on"), "{page}");
    assert!(!pekka.see("/waiting").await.contains("Arvioi tavoitteet"), "the screen empties");
    let page = maija.see(&goals).await;
    assert!(page.contains("Pekka Niemi (Alussa): +1") && page.contains("Ero on 2"), "{page}");
    assert!(maija.page.html().contains("<details>") && maija.page.html().contains("class=\"zero\""));
    share(&stage, &case, &[Shared::Goals, Shared::Ratings]).await;
    let page = pekka.see(&goals).await;
    assert!(page.contains("Maija Virtanen (Alussa): −1") && page.contains("Ero on 2"), "{page}");
    // Maija corrects hers while the occasion is open: the last stands.
    let page = rate(&mut maija, &case, &["1"]).await;
    assert!(page.contains("Arviot ovat samat") && !page.contains("Alussa): −1"), "{page}");
    assert_eq!(events(&stage, "goal.rated").await, 3);
    share(&stage, &case, &[]).await;
    assert_eq!(pekka.status(&goals).await, 404, "what was taken back is gone");
    stage.end().await;
}

#[tokio::test]
async fn goals_are_counted_together_only_when_each_is_rated_and_a_closed_occasion_takes_no_rating() {
    let stage = Stage::new().await;
    let case = together(&stage, "full").await;
    let goals = format!("{case}/goals");
    let (mut aino, mut maija) = (stage.actor("Aino").await, stage.actor("Maija").await);
    for (words, weight) in [("Ensimmäinen tavoite", "3"), ("Toinen tavoite", "2"), ("Kolmas tavoite", "1")] {
        write(&mut aino, &case, (words, weight)).await;
    }
    assert_eq!(aino.status(&format!("{goals}/new")).await, 200);
    aino.see(&format!("{goals}/new")).await;
    aino.submit(&goals, &[LEVELS.as_slice(), &[("goal", "Neljäs"), ("area", "competence"), ("weight", "1")]].concat())
        .await;
    assert_eq!(aino.page.status, 409, "three at most");
    agree(&stage, &case).await;
    let page = rate(&mut maija, &case, &["2", "1", ""]).await;
    assert!(page.contains("Sinä (Alussa): yhteistä lukua ei voi laskea, koska tavoitteelta 3 puuttuu arvio"), "{page}");
    let page = rate(&mut maija, &case, &["2", "1", "0"]).await;
    assert!(page.contains("Sinä (Alussa): kaikki tavoitteet yhdessä 67,6"), "{page}");
    let mut late = stage.actor("Maija").await;
    late.see(&format!("{goals}/rating")).await;
    aino.see(&goals).await;
    assert!(aino.page.form(&format!("{goals}/occasions"), "").is_none(), "the open one is closed first");
    let close = aino.page.form(&format!("{goals}/closing"), "").unwrap();
    press(&mut aino, &close).await;
    aino.see(&goals).await;
    let next = aino.page.form(&format!("{goals}/occasions"), "").unwrap();
    press(&mut aino, &next).await;
    assert!(aino.page.words().contains("Arviointi on avattu"), "{}", aino.page.words());
    let form = late.page.form(&format!("{goals}/ratings"), "").unwrap();
    press(&mut late, &form).await;
    assert_eq!(late.page.status, 409, "the first occasion is past: {}", late.page.words());
    let page = rate(&mut maija, &case, &["2", "2", "1"]).await;
    assert!(page.contains("Oma arviosi on noussut: +1 → +2"), "{page}");
    aino.see(&goals).await;
    let close = aino.page.form(&format!("{goals}/closing"), "").unwrap();
    press(&mut aino, &close).await;
    assert_eq!(maija.status(&format!("{goals}/rating")).await, 409);
    let mut tx = stage.write().await;
    let rows: Vec<(String, i32, i32)> = tx
        .sql("select occasion, weight, rating from goal_rating_state order by occasion, weight, rating")
        .all()
        .await
        .unwrap();
    assert_eq!(rows.len(), 6, "{rows:?}");
    drop(tx);
    stage.end().await;
}

#[tokio::test]
async fn the_light_form_is_one_sentence_from_0_to_10_and_a_service_without_goals_says_so() {
    let stage = Stage::new().await;
    let case = together(&stage, "light").await;
    let mut maija = stage.actor("Maija").await;
    maija.see(&format!("{case}/goals/new")).await;
    assert!(!maija.page.html().contains("name=\"level0\""));
    maija.send_form(&format!("{case}/goals"), &[("goal", "Löydän suunnan"), ("area", "direction")]).await;
    agree(&stage, &case).await;
    let page = rate(&mut maija, &case, &["6"]).await;
    assert!(page.contains("Arvioit itse (Alussa): 6 / 10") && !page.contains("kaikki tavoitteet yhdessä"), "{page}");
    let mut tx = stage.write().await;
    let pilot = programmes::shipped("keusote-coaching-pilot").unwrap();
    let now = stage.now();
    let published = programmes::publish(&mut tx, stage.world.county, pilot, (None, None), now).await.unwrap();
    tx.sql("update round set blueprint_id = $1").bind(published.blueprint_id).execute().await.unwrap();
    tx.commit().await.unwrap();
    assert!(maija.see(&format!("{case}/goals")).await.contains("ei kirjata tavoitteita erikseen"));
    assert_eq!(maija.status(&format!("{case}/goals/new")).await, 404);
    stage.end().await;
}

#[tokio::test]
async fn goals_ask_the_database_little_go_into_ones_own_copy_and_go_with_the_case() {
    let stage = Stage::new().await;
    let case = together(&stage, "full").await;
    let mut aino = stage.actor("Aino").await;
    write(&mut aino, &case, ("Tavoitemerkki-Karpalo", "1")).await;
    agree(&stage, &case).await;
    share(&stage, &case, &[Shared::Goals]).await;
    for name in ["Maija", "Aino", "Pekka"] {
        let mut actor = stage.actor(name).await;
        for page in [format!("{case}/goals"), format!("{case}/goals/rating")] {
            let answer = actor.send("GET", &page, None).await;
            let queries: u32 = answer.headers.get("x-queries").unwrap().to_str().unwrap().parse().unwrap();
            assert!(queries <= 6, "{name} at {page}: {queries}");
        }
        for (lang, words) in [("sv", "Mål"), ("en", "Goals")] {
            assert!(actor.see(&format!("{case}/goals?lang={lang}")).await.contains(words));
        }
    }
    let copy = crate::rights::copy(&stage, "Maija").await;
    assert!(copy.iter().any(|(_, words)| words.contains("Tavoitemerkki-Karpalo")));
    assert!(crate::rights::copy(&stage, "Pekka").await.iter().all(|(_, words)| !words.contains("Karpalo")));
    let mut tx = stage.write().await;
    let now = stage.now();
    tx.sql("update coaching_case set state = 'completed', ended_at = $2 where id = $1")
        .bind(id(&case))
        .bind(now)
        .execute()
        .await
        .unwrap();
    let of_coaching = || stage.house().plan.kept.iter().filter(|kept| kept.class == "coaching");
    let mut found = 0;
    for kept in of_coaching() {
        let scope = Scope::ClosedBefore(now + chrono::Duration::days(1));
        found += (kept.find)(&mut tx, scope, 10).await.unwrap().len();
    }
    assert_eq!(found, 1, "a case is listed once, whatever slices keep of it");
    for kept in of_coaching() {
        (kept.erase)(stage.house(), &mut tx, id(&case)).await.unwrap();
    }
    let (left,): (i64,) = tx.sql("select count(*) from goal").one().await.unwrap();
    assert_eq!(left, 0);
    tx.commit().await.unwrap();
    stage.end().await;
}
