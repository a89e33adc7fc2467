//! What the crawl found, told as stories.
use urasilta::{privacy::Role, walk::Walker};
use uuid::Uuid;

use super::{cast::address, twin::twin};
use crate::support::{Actor, Stage};

async fn human(stage: &Stage, first: &str) -> Actor {
    stage.human(twin().await.cast.of(first).human).await
}

/// A round in a state, of one who coordinates it.
async fn round(stage: &Stage, coordinator: &str, state: &str) -> Uuid {
    let sql = "select r.id from round r join seat s on s.organisation_id = r.controller_id and s.role = $3 \
               join seat_member m on m.seat_id = s.id where m.human_id = $1 and r.state = $2";
    let human = twin().await.cast.of(coordinator).human;
    let mut tx = stage.house().db.read().await.unwrap();
    let (id,): (Uuid,) = tx.sql(sql).bind(human).bind(state.to_owned()).bind(Role::Coordinator).one().await.unwrap();
    id
}

#[tokio::test]
async fn a_planned_round_is_its_coordinators_own_affair_at_every_address() {
    let stage = twin().await.stage().await;
    let planned = round(&stage, "Kirsi", "planned").await;
    for path in ["", "/precheck", "/apply", "/draw"] {
        let path = format!("/services/{planned}{path}");
        for who in ["Maija", "Bertta", "Olli"] {
            assert_eq!(human(&stage, who).await.status(&path).await, 404, "{who} {path}");
        }
    }
    let mut kirsi = human(&stage, "Kirsi").await;
    kirsi.see(&format!("/services/{planned}")).await;
    let reports = kirsi.see("/reports").await;
    assert!(!reports.contains("Kolmas kierros"), "there is nothing to report of a planned round: {reports}");
    stage.end().await;
}

#[tokio::test]
async fn a_withdrawn_application_is_no_longer_the_supervisors_to_see() {
    let stage = twin().await.stage().await;
    let (mut pekka, mut hanna) = (human(&stage, "Pekka").await, human(&stage, "Hanna").await);
    hanna.see("/own-applications").await;
    let own = hanna.page.address("/applications/", "").unwrap();
    let waiting = own.replace("/applications/", "/waiting/");
    assert!(pekka.see(&waiting).await.contains("Hanna Salmenkivi"));
    hanna.see(&own).await;
    hanna.send_form(&format!("{own}/withdrawal"), &[]).await;
    assert_eq!(pekka.status(&waiting).await, 404);
    assert!(!pekka.see("/waiting").await.contains("Salmenkivi"));
    stage.letters().await;
    stage.end().await;
}

#[tokio::test]
async fn a_provider_does_not_learn_whose_an_address_is() {
    let stage = twin().await.stage().await;
    let mut olli = human(&stage, "Olli").await;
    olli.see("/assignments/coaches").await;
    let contract = olli.page.html().split("name=\"contract\" value=\"").nth(1).unwrap()[..36].to_owned();
    let address = address("Bea");
    let fields = [("name", "Uusi Valmentaja"), ("address", address.as_str()), ("contract", contract.as_str())];
    let page = olli.send_form("/assignments/coaches", &fields).await;
    assert!(page.contains("Uusi Valmentaja") && !page.contains("Bergvik"), "{page}");
    // Whoever owns the address may be written to; Olli is not told whose it is.
    stage.letters().await;
    stage.end().await;
}

#[tokio::test]
async fn two_coordinators_who_clash_have_both_looked() {
    let stage = twin().await.stage().await;
    let open = round(&stage, "Kirsi", "open").await;
    let risto = twin().await.cast.of("Risto").clone();
    let (mut kirsi, mut leena) = (human(&stage, "Kirsi").await, human(&stage, "Leena").await);
    let list = format!("/applications?round={open}");
    kirsi.see(&list).await;
    leena.see(&list).await;
    let propose = async |one: &mut Actor| {
        let mut form = one.page.form("/rounds/", "/proposals").unwrap();
        let html = one.page.html();
        let id = html.split("Unelmala").next().unwrap().rsplit("value=\"").next().unwrap()[..36].to_owned();
        form.set("pick", &id);
        form.set("proposal", "reserve");
        let walker: &mut Walker = one;
        walker.send_form(&form).await;
    };
    propose(&mut leena).await;
    stage.later(chrono::Duration::seconds(1));
    propose(&mut kirsi).await;
    assert_eq!(kirsi.page.status, 409);
    assert!(kirsi.page.words().contains("Risto Unelmala"), "{}", kirsi.page.words());
    let looks = stage.house().views.of(risto.person.unwrap(), risto.human).await.unwrap();
    let kirsi = twin().await.cast.of("Kirsi").human;
    assert!(
        looks
            .iter()
            .any(|(at, who, _, route)| *at == stage.now() && *who == kirsi && route == "/rounds/{id}/proposals")
    );
    stage.end().await;
}

#[tokio::test]
async fn a_provider_whose_contract_is_over_reads_no_report_of_the_round_either() {
    let twin = twin().await;
    let stage = twin.stage().await;
    let report = twin.once["Oili"].iter().find(|address| address.ends_with("/report")).unwrap();
    assert_eq!(human(&stage, "Oili").await.status(report).await, 404);
    let mut olli = human(&stage, "Olli").await;
    olli.see("/assignments").await;
    let assignments: Vec<String> = olli.page.addresses();
    let case = assignments.iter().find(|address| address.starts_with("/assignments/0")).unwrap();
    olli.see(case).await;
    let report = olli.page.address("/assignments/", "/report").unwrap();
    olli.see(&report).await;
    stage.end().await;
}
