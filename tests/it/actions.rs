//! Agreed actions: proposed, let go, agreed, done with one tap, dropped with a reason; reminded at the hour each chose;
//! and what of them the supervisor sees.
use std::fmt::Write;

use urasilta::coaching::three::Shared;
use uuid::Uuid;

use crate::{
    goals::{address, id, share, together},
    support::{Actor, Stage},
};

/// Proposes an action; gives the page it led to.
async fn propose(actor: &mut Actor, case: &str, (what, owner, due): (&str, &str, &str)) -> String {
    actor.see(&format!("{case}/actions/new")).await;
    let fields = [("what", what), ("owner", owner), ("due", due)];
    let page = actor.send_form(&format!("{case}/actions"), &fields).await;
    assert!(page.contains("Ehdotus on tallennettu") && page.contains(what), "{page}");
    page
}

/// Presses the one button of the first row that goes to `end`.
async fn press(actor: &mut Actor, case: &str, end: &str) -> String {
    actor.see(&format!("{case}/actions")).await;
    let form = address(actor, &format!("{case}/actions/"), end);
    actor.send_form(&form, &[]).await
}

/// The address of the action with these words.
async fn find(actor: &mut Actor, case: &str, what: &str) -> String {
    actor.see(&format!("{case}/actions")).await;
    let html = actor.page.html();
    let row = html.split("<li class=\"row\">").find(|row| row.contains(what)).unwrap();
    row.split("href=\"").nth(1).unwrap().split('"').next().unwrap().to_owned()
}

async fn state(stage: &Stage) -> Vec<(String, String)> {
    let mut tx = stage.write().await;
    tx.sql("select owner, state from action_state order by due_on, owner").all().await.unwrap()
}

#[tokio::test]
async fn an_action_is_proposed_let_go_agreed_and_done_and_the_supervisors_screen_empties() {
    let stage = Stage::new().await;
    let case = together(&stage, "full").await;
    let (mut aino, mut maija, mut pekka) =
        (stage.actor("Aino").await, stage.actor("Maija").await, stage.actor("Pekka").await);
    assert!(aino.see(&format!("{case}/actions")).await.contains("Toimenpiteitä ei ole vielä sovittu"));
    aino.see(&format!("{case}/actions/new")).await;
    aino.submit(&format!("{case}/actions"), &[("what", "Kurssi listalle"), ("due", "1.10.2023")]).await;
    assert_eq!(aino.page.status, 422);
    let page = aino.page.words();
    assert!(page.contains("Valitse yksi vaihtoehto") && page.contains("Valitse tämä päivä tai myöhempi"), "{page}");
    assert!(aino.page.html().contains("Kurssi listalle"), "the words are kept");
    propose(&mut aino, &case, ("Kurssi listalle", "supervisor", "12.10.2023")).await;
    assert!(!pekka.see("/waiting").await.contains("Kurssi"));
    assert!(!pekka.see(&format!("{case}/actions")).await.contains("Kurssi"), "not before Maija lets it go");
    let page = maija.see("/path").await;
    assert!(page.contains("Kurssi listalle") && page.contains("Hyväksy ehdotus"), "{page}");
    assert!(press(&mut maija, &case, "/release").await.contains("Odottaa vastausta: Pekka Niemi"));
    let page = pekka.see("/waiting").await;
    assert!(
        page.contains("Kurssi listalle") && page.contains("Sovi tästä") && page.contains("Maija Virtanen"),
        "{page}"
    );
    press(&mut pekka, &case, "/agreement").await;
    let page = pekka.see("/waiting").await;
    assert!(page.contains("Merkitse tehdyksi") && page.contains("viimeistään 12.10.2023"), "{page}");
    stage.on("16.10.2023");
    let mut pekka = stage.actor("Pekka").await;
    assert!(pekka.see("/waiting").await.contains("määräpäivä oli 12.10.2023"));
    let mut aino = stage.actor("Aino").await;
    assert!(aino.see("/today").await.contains("Kurssi listalle"), "the coach sees what is late");
    let mut other = stage.actor("Pekka").await;
    other.see(&format!("{case}/actions")).await;
    let page = press(&mut pekka, &case, "/done").await;
    assert!(page.contains("Merkitty tehdyksi") && page.contains("Kaikki sovittu on tehty"), "{page}");
    let form = address(&other, &format!("{case}/actions/"), "/done");
    other.submit(&form, &[]).await;
    assert_eq!(other.page.status, 409, "done once");
    assert!(!pekka.see("/waiting").await.contains("Kurssi"), "the screen is empty");
    assert_eq!(state(&stage).await, [("supervisor".to_owned(), "done".to_owned())]);
    stage.letters().await;
    stage.end().await;
}

#[tokio::test]
async fn who_has_said_yes_already_is_not_asked_again_and_an_agreed_action_moves_or_is_dropped() {
    let stage = Stage::new().await;
    let case = together(&stage, "full").await;
    let (mut aino, mut maija, mut pekka) =
        (stage.actor("Aino").await, stage.actor("Maija").await, stage.actor("Pekka").await);
    let page = propose(&mut maija, &case, ("Kirjaan osaamiseni", "participant", "10.10.2023")).await;
    assert!(page.contains("Merkitse tehdyksi"), "one's own is agreed at once: {page}");
    propose(&mut pekka, &case, ("Järjestän sijaisen", "supervisor", "11.10.2023")).await;
    press(&mut maija, &case, "/release").await;
    let found = state(&stage).await;
    assert!(found.iter().all(|(_, state)| state == "agreed"), "{found:?}");
    let own = find(&mut maija, &case, "Kirjaan").await;
    maija.see(&own).await;
    maija.submit(&format!("{own}/day"), &[("due", "huomenna")]).await;
    assert_eq!(maija.page.status, 422);
    assert!(maija.send_form(&format!("{own}/day"), &[("due", "20.10.2023")]).await.contains("viimeistään 20.10.2023"));
    maija.see(&own).await;
    maija.submit(&format!("{own}/drop"), &[]).await;
    assert_eq!(maija.page.status, 422, "a reason is asked");
    maija.send_form(&format!("{own}/drop"), &[("reason", "Aika ei riittänyt")]).await;
    assert!(aino.see(&own).await.contains("Aika ei riittänyt"));
    // Nobody marks or moves what is another's: the coach's page has no such form, and the address refuses.
    let pekkas = find(&mut aino, &case, "sijaisen").await;
    aino.see(&pekkas).await;
    assert!(aino.page.form(&pekkas, "/done").is_none() && aino.page.form(&pekkas, "/drop").is_none());
    let once =
        aino.page.hidden("/leave").or_else(|| aino.page.forms().first().map(urasilta::walk::Form::pairs)).unwrap();
    let mut fields: Vec<(String, String)> = once;
    fields.push(("rev".into(), "2".into()));
    aino.post(&format!("{pekkas}/done"), &fields).await;
    assert_ne!(aino.page.status, 200);
    assert!(state(&stage).await.contains(&("supervisor".into(), "agreed".into())));
    stage.letters().await;
    stage.end().await;
}

const PROPOSED: &str = "Ehdotusmerkki-Kanerva";
const REFUSED: &str = "Kieltomerkki-Suopursu";
const REASON: &str = "Syymerkki-Raate";
const AGREED: &str = "Sovittumerkki-Lumme";
const OWN: &str = "Omamerkki-Pihlaja";

/// Everything a supervisor can be shown, as they are shown it, and every letter.
async fn all_of_pekka(stage: &Stage, case: &str) -> String {
    let mut pekka = stage.actor("Pekka").await;
    let mut tx = stage.write().await;
    let actions: Vec<(Uuid,)> = tx.sql("select action_id from action_state").all().await.unwrap();
    drop(tx);
    let routes: Vec<String> = stage
        .house()
        .plan
        .access()
        .filter(|(method, ..)| *method == "GET")
        .map(|(_, path, _)| path.to_owned())
        .collect();
    let mut all = String::new();
    for route in &routes {
        for action in &actions {
            let filled = route.replace("{action_id}", &action.0.to_string()).replace("{id}", &id(case).to_string());
            let path = filled.split('/').map(|part| if part.starts_with('{') { "x" } else { part }).collect::<Vec<_>>();
            let page = pekka.send("GET", &path.join("/"), None).await;
            let _ = write!(all, "{}", page.html());
            if !route.contains("{action_id}") {
                break;
            }
        }
    }
    for letter in stage.letters().await {
        let _ = write!(all, "{letter:?}");
    }
    all
}

#[tokio::test]
async fn what_was_not_let_go_refused_or_why_something_was_dropped_is_nowhere_the_supervisor_looks() {
    let stage = Stage::new().await;
    let case = together(&stage, "full").await;
    let (mut aino, mut maija, mut pekka) =
        (stage.actor("Aino").await, stage.actor("Maija").await, stage.actor("Pekka").await);
    propose(&mut aino, &case, (REFUSED, "supervisor", "10.10.2023")).await;
    let refused = find(&mut maija, &case, REFUSED).await;
    maija.see(&refused).await;
    maija.send_form(&format!("{refused}/refusal"), &[]).await;
    propose(&mut aino, &case, (PROPOSED, "supervisor", "11.10.2023")).await;
    propose(&mut maija, &case, (AGREED, "participant", "12.10.2023")).await;
    propose(&mut maija, &case, ("Jätetään pois", "participant", "13.10.2023")).await;
    let dropped = find(&mut maija, &case, "Jätetään pois").await;
    maija.see(&dropped).await;
    maija.send_form(&format!("{dropped}/drop"), &[("reason", REASON)]).await;
    propose(&mut pekka, &case, (OWN, "coach", "14.10.2023")).await;
    let all = all_of_pekka(&stage, &case).await;
    assert!(all.contains(OWN), "one's own proposal is seen");
    for hidden in [REFUSED, PROPOSED, AGREED, REASON] {
        assert!(!all.contains(hidden), "{hidden} is shown to the supervisor, and actions are not shared");
    }
    share(&stage, &case, &[Shared::Actions]).await;
    let all = all_of_pekka(&stage, &case).await;
    assert!(all.contains(AGREED) && all.contains("Jätetään pois"), "what is agreed is shared");
    for hidden in [REFUSED, PROPOSED, REASON] {
        assert!(!all.contains(hidden), "{hidden} is shown to the supervisor");
    }
    assert_eq!(pekka.status(&refused).await, 404);
    let page = maija.see(&format!("{case}/actions")).await;
    assert!(page.contains(PROPOSED) && page.contains(REFUSED) && page.contains("Ei otettu mukaan"), "{page}");
    stage.end().await;
}

#[tokio::test]
async fn each_is_reminded_at_the_hour_they_chose_and_not_of_what_is_done_or_moved() {
    let stage = Stage::new().await;
    let case = together(&stage, "full").await;
    let (mut maija, mut pekka) = (stage.actor("Maija").await, stage.actor("Pekka").await);
    propose(&mut maija, &case, ("Kirjaan osaamiseni", "participant", "12.10.2023")).await;
    propose(&mut pekka, &case, ("Järjestän sijaisen", "supervisor", "12.10.2023")).await;
    press(&mut maija, &case, "/release").await;
    assert!(pekka.see("/me").await.contains("Valitse, milloin muistutamme"));
    assert!(pekka.see("/me/reminders").await.contains("Muistutusten aika"));
    pekka.submit("/me/reminders", &[("hour", "5"), ("days", "all")]).await;
    assert_eq!(pekka.page.status, 422, "not in the night");
    assert!(pekka.send_form("/me/reminders", &[("hour", "20"), ("days", "all")]).await.contains("Tallennettu"));
    // That Pekka's proposal waited for Maija is told at her next time, unless she has answered: she has.
    stage.on("3.10.2023");
    assert!(stage.letters().await.is_empty());
    stage.on("10.10.2023");
    stage.later(chrono::Duration::minutes(-1));
    assert!(stage.letters().await.is_empty());
    stage.on("10.10.2023");
    let letters = stage.letters().await;
    assert_eq!(letters.iter().map(|letter| letter.to.as_str()).collect::<Vec<_>>(), ["maija@example.invalid"]);
    assert_eq!(letters[0].subject, "Sinulla on muistutus");
    let text = &letters[0].text;
    assert!(text.contains("/path") && !text.contains("osaamis") && !text.contains("almennu"), "{text}");
    stage.later(chrono::Duration::hours(11));
    let letters = stage.letters().await;
    assert_eq!(letters.len(), 1, "at eight in the evening");
    assert!(letters[0].to == "pekka@example.invalid" && letters[0].text.contains("/waiting"));
    // Maija moves hers, Pekka does his: the days after the twelfth remind nobody, the new day does.
    let mut maija = stage.actor("Maija").await;
    let own = find(&mut maija, &case, "Kirjaan").await;
    maija.see(&own).await;
    maija.send_form(&format!("{own}/day"), &[("due", "26.10.2023")]).await;
    let mut pekka = stage.actor("Pekka").await;
    press(&mut pekka, &case, "/done").await;
    stage.on("20.10.2023");
    assert!(stage.letters().await.is_empty(), "stale reminders do nothing");
    stage.on("24.10.2023");
    assert_eq!(stage.letters().await.len(), 1);
    // Sunday 29.10. is no working day: the reminder after the day comes on Monday.
    stage.on("29.10.2023");
    assert!(stage.letters().await.is_empty());
    stage.on("30.10.2023");
    assert_eq!(stage.letters().await.len(), 1);
    stage.on("30.11.2023");
    assert!(stage.letters().await.is_empty(), "each once");
    stage.end().await;
}

#[tokio::test]
async fn whoever_is_waited_for_is_told_at_their_time() {
    let stage = Stage::new().await;
    let case = together(&stage, "full").await;
    stage.later(chrono::Duration::hours(2));
    let mut aino = stage.actor("Aino").await;
    propose(&mut aino, &case, ("Kurssi listalle", "supervisor", "12.10.2023")).await;
    assert!(stage.letters().await.is_empty(), "her nine o'clock has passed today");
    stage.on("3.10.2023");
    assert_eq!(
        stage.letters().await.iter().map(|letter| letter.to.as_str()).collect::<Vec<_>>(),
        ["maija@example.invalid"]
    );
    stage.later(chrono::Duration::hours(1));
    let mut maija = stage.actor("Maija").await;
    press(&mut maija, &case, "/release").await;
    stage.on("4.10.2023");
    assert_eq!(
        stage.letters().await.iter().map(|letter| letter.to.as_str()).collect::<Vec<_>>(),
        ["pekka@example.invalid"]
    );
    stage.end().await;
}

#[tokio::test]
async fn actions_ask_the_database_little_go_into_ones_own_copy_and_go_with_the_case() {
    let stage = Stage::new().await;
    let case = together(&stage, "full").await;
    let mut maija = stage.actor("Maija").await;
    propose(&mut maija, &case, (AGREED, "participant", "12.10.2023")).await;
    propose(&mut maija, &case, ("Kurssi listalle", "supervisor", "12.10.2023")).await;
    for name in ["Maija", "Aino", "Pekka"] {
        let mut actor = stage.actor(name).await;
        let one = find(&mut actor, &case, "Kurssi").await;
        for page in [format!("{case}/actions"), format!("{case}/actions/new"), one, "/me/reminders".to_owned()] {
            let answer = actor.send("GET", &page, None).await;
            let queries: u32 = answer.headers.get("x-queries").unwrap().to_str().unwrap().parse().unwrap();
            assert!(queries <= 6, "{name} at {page}: {queries}");
        }
        for (lang, words) in [("sv", "Avtalade åtgärder"), ("en", "Agreed actions")] {
            assert!(actor.see(&format!("{case}/actions?lang={lang}")).await.contains(words));
        }
    }
    assert!(crate::rights::copy(&stage, "Maija").await.iter().any(|(_, words)| words.contains(AGREED)));
    assert!(crate::rights::copy(&stage, "Pekka").await.iter().all(|(_, words)| !words.contains(AGREED)));
    let mut tx = stage.write().await;
    for kept in stage.house().plan.kept.iter().filter(|kept| kept.class == "coaching") {
        (kept.erase)(stage.house(), &mut tx, id(&case)).await.unwrap();
    }
    assert!(tx.sql("select owner, state from action_state").all::<(String, String)>().await.unwrap().is_empty());
    tx.commit().await.unwrap();
    assert!(!stage.actor("Pekka").await.see("/waiting").await.contains("Kurssi"));
    stage.letters().await;
    stage.end().await;
}

/// The plan of what the supervisor's first screen asks, on SQLite: no table is gone through from end to end.
#[tokio::test]
async fn the_supervisors_first_screen_is_found_by_indexes_alone() {
    let stage = Stage::new().await;
    if !stage.house().db.is_sqlite() {
        return stage.end().await;
    }
    let mut tx = stage.write().await;
    for whose in ["t.supervisor_human_id = $1 and a.owner = 'supervisor'", "t.human_id = $1", "t.coach_human_id = $1"] {
        let plan: Vec<(i64, i64, i64, String)> = tx
            .compose(&[
                "explain query plan select a.id, n.first_name from coaching_three t join case_action a \
                 on a.case_id = t.case_id join people_name n on n.person_id = t.person_id where",
                whose,
                "and a.state = 'agreed' order by a.due_on, a.id limit 50",
            ])
            .bind(stage.world.human("Pekka"))
            .all()
            .await
            .unwrap();
        let scans: Vec<&String> = plan.iter().map(|row| &row.3).filter(|step| step.starts_with("SCAN")).collect();
        assert!(scans.is_empty(), "{whose}: {plan:?}");
    }
    drop(tx);
    stage.end().await;
}

#[tokio::test]
async fn oma_polkuni_and_the_coachs_page_lead_to_goals_and_actions_where_the_three_agree() {
    let stage = Stage::new().await;
    let case = together(&stage, "full").await;
    let mut maija = stage.actor("Maija").await;
    maija.see("/path").await;
    assert_eq!(
        maija.page.address(&format!("{case}/goals"), "/goals"),
        None,
        "a service without an agreement has neither"
    );
    let mut tx = stage.write().await;
    tx.sql("update case_step set kind = 'agreement', for_whom = 'three' where position = 1").execute().await.unwrap();
    tx.commit().await.unwrap();
    maija.see("/path").await;
    let mut aino = stage.actor("Aino").await;
    aino.see(&case).await;
    for actor in [&mut maija, &mut aino] {
        for end in ["/goals", "/actions"] {
            let page = address(actor, &case, end);
            assert_eq!(actor.status(&page).await, 200);
        }
    }
    stage.end().await;
}
