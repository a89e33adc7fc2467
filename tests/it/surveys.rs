//! Steps are answered by their participant, and by a link that shows nothing.
use urasilta::{
    clock, ident, jobs,
    privacy::{self, Class, Edge, Purpose, Reader},
};
use uuid::Uuid;

use crate::support::{Applied, Stage, applied, round};

/// Maija's case with one step of the pilot ready; gives case and step.
async fn ready(stage: &Stage, step_key: &str, kind: &str) -> (Uuid, Uuid) {
    let round_id = round(stage).await;
    let mut tx = stage.write().await;
    let who = Applied { area: "Terveys", title: "Ohjaaja", education: "higher", visits: Some(2) };
    let application = applied(stage, &mut tx, round_id, &who).await;
    let (case,): (Uuid,) = tx
        .sql("select case_id from coaching_case_state where application_id = $1")
        .bind(application)
        .one()
        .await
        .unwrap();
    let step = ident::random();
    tx.sql(
        "insert into case_step (id, case_id, step_key, position, kind, name, for_whom, required, state) \
         values ($1, $2, $3, 1, $4, $5, 'participant', $6, 'ready')",
    )
    .bind(step)
    .bind(case)
    .bind(step_key.to_owned())
    .bind(kind.to_owned())
    .bind(r#"{"fi":"Oma-arvio"}"#)
    .bind(true)
    .execute()
    .await
    .unwrap();
    let edge = Edge {
        reader: Reader::Human(stage.world.human("Maija")),
        resource: case,
        class: Class::Own,
        purpose: Purpose::OwnAffairs,
        from: stage.now(),
        until: Edge::open_end(),
        because_event: ident::random(),
        controller_id: stage.world.county,
    };
    privacy::open_edge(&mut tx, &edge).await.unwrap();
    tx.commit().await.unwrap();
    (case, step)
}

async fn one<T: urasilta::db::Record>(stage: &Stage, sql: &'static str, case: Uuid) -> T {
    let mut tx = stage.house().db.read().await.unwrap();
    tx.sql(sql).bind(case).one().await.unwrap()
}

#[tokio::test]
async fn maija_answers_page_by_page_and_sees_her_answers_alone() {
    let stage = Stage::new().await;
    let (case, step) = ready(&stage, "before_career", "instrument").await;
    let path = format!("/steps/{step}");
    let mut maija = stage.actor("Maija").await;
    let words = maija.see(&path).await;
    assert!(words.contains("Raportissa ne näkyvät vain osana ryhmää") && words.contains("Sivu 1 / 2"), "{words}");
    let first = [("plan", "1"), ("opportunities", "2"), ("motivation", "0"), ("competence", "3"), ("use", "1")];
    let words = maija.send_form(&path, &first).await;
    assert!(words.contains("Sivu 2 / 2"), "{words}");
    // She goes back: what she said is there.
    maija.see(&format!("{path}?page=1")).await;
    assert!(maija.page.html().contains("value=\"2\" id=\"f-opportunities-2\" checked"), "{}", maija.page.html());
    maija.see(&format!("{path}?page=2")).await;
    maija.submit(&path, &[("strengths", "2"), ("develop", "2")]).await;
    assert!(maija.see(&path).await.contains("Olet vastannut tähän"));
    let stored: (String, String, String) =
        one(&stage, "select phase, scores, answers from measure where case_id = $1", case).await;
    assert_eq!((stored.0.as_str(), stored.1.contains("\"all\":")), ("before", true), "{}", stored.1);
    assert!(!stored.2.contains("plan"), "answers are sealed");
    assert_eq!(stage.actor("Kirsi").await.status(&path).await, 404, "the coordinator reads no answers");
    assert_eq!(stage.actor("Aino").await.status(&path).await, 404, "nor does a coach");
    stage.end().await;
}

#[tokio::test]
async fn an_outcome_is_answered_once_by_a_link_that_shows_nothing() {
    let stage = Stage::new().await;
    let (case, step) = ready(&stage, "outcome_3", "outcome").await;
    let mut tx = stage.write().await;
    tx.sql("update person set private_address = 'maija@home.invalid' where human_id = $1")
        .bind(stage.world.human("Maija"))
        .execute()
        .await
        .unwrap();
    jobs::ask(&mut tx, "surveys.ask_outcome", &serde_json::json!({ "step_id": step }), stage.now()).await.unwrap();
    tx.commit().await.unwrap();
    stage.run_jobs().await;
    let letters = stage.letters().await;
    assert_eq!((letters.len(), letters[0].to.as_str()), (1, "maija@home.invalid"));
    let path = letters[0].text.split_whitespace().find(|word| word.contains("/o/")).unwrap();
    let path = &path[path.find("/o/").unwrap()..];
    let mut somebody = stage.visitor();
    let words = somebody.see(path).await;
    for shown in ["Maija", "valmennu", "2023", "Työura"] {
        assert!(!somebody.page.html().contains(shown), "the link shows {shown}: {words}");
    }
    somebody.submit(path, &[]).await;
    assert_eq!(somebody.page.status.as_u16(), 422);
    let thanks = somebody.send_form(path, &[("outcome", "studies")]).await;
    assert!(thanks.contains("Kiitos"), "{thanks}");
    let mut other = stage.visitor();
    assert!(other.see(path).await.contains("ei ole enää voimassa"));
    let stored: (String, String, String) =
        one(&stage, "select kind, source, at_point from outcome where case_id = $1", case).await;
    assert_eq!(stored, ("studies".to_owned(), "link".to_owned(), "outcome_3".to_owned()));
    assert!(clock::day(stage.now()) > clock::read_day("1.1.2023").unwrap());
    stage.run_jobs().await;
    stage.end().await;
}

#[tokio::test]
async fn an_outcome_is_answered_on_the_page_too() {
    let stage = Stage::new().await;
    let (case, step) = ready(&stage, "outcome_end", "outcome").await;
    let path = format!("/steps/{step}");
    let mut maija = stage.actor("Maija").await;
    maija.see(&path).await;
    maija.submit(&path, &[("outcome", "same_work")]).await;
    let stored: (String, String) = one(&stage, "select kind, source from outcome where case_id = $1", case).await;
    assert_eq!(stored, ("same_work".to_owned(), "participant".to_owned()));
    assert!(maija.see(&path).await.contains("Sama työ"));
    stage.end().await;
}
