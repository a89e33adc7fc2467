//! A round's results are published, and everybody reads what is theirs.
use uuid::Uuid;

use crate::support::{Applied, Stage, applied, round};

/// 39 applicants as in the published pilot, 32 of them coached.
async fn pilot(stage: &Stage) -> Uuid {
    let id = round(stage).await;
    let mut tx = stage.write().await;
    let areas = [("Terveys", 12), ("Ikäihmiset", 11), ("Mielenterveys", 15), ("Hyvinvointi", 1)];
    let areas = areas.iter().flat_map(|(area, n)| std::iter::repeat_n(*area, *n));
    for (i, area) in areas.enumerate() {
        let title = match i {
            0..7 => "Lähihoitaja".to_owned(),
            7..13 => "Ohjaaja".to_owned(),
            _ => format!("Nimike {i}"),
        };
        let education = if i < 18 { "secondary" } else { "higher" };
        let visits = (i % 11 < 9).then(|| i32::try_from(i % 3).unwrap() + 1);
        applied(stage, &mut tx, id, &Applied { area, title: &title, education, visits }).await;
    }
    tx.sql("update round set state = 'running' where id = $1").bind(id).execute().await.unwrap();
    tx.commit().await.unwrap();
    id
}

#[tokio::test]
async fn the_coordinator_publishes_and_the_committee_reads_one_page() {
    let stage = Stage::new().await;
    let id = pilot(&stage).await;
    let mut kirsi = stage.actor("Kirsi").await;
    let report = format!("/rounds/{id}/report");
    assert!(kirsi.see(&report).await.contains("Tuloksia ei ole vielä"));
    assert!(kirsi.see("/reports").await.contains("Ei vielä julkaistu"));
    kirsi.see(&report).await;
    let words = kirsi.send_form(&report, &[]).await;
    for said in ["Tulokset on julkaistu", "39 haki ja 33 sai paikan", "Muut yhteensä", "Lähihoitaja", "Mielenterveys"]
    {
        assert!(words.contains(said), "{said}: {words}");
    }
    assert!(words.contains("jokaisessa näytettävässä ryhmässä on oltava vähintään 5 ihmistä"), "{words}");
    for rare in ["Hyvinvointi", "Nimike 20", "Yksikkö"] {
        assert!(!words.contains(rare), "{rare}: {words}");
    }
    kirsi.submit(&report, &[]).await;
    assert_eq!(kirsi.page.status.as_u16(), 409);
    assert!(kirsi.page.words().contains("liian vähän vastauksia"), "{}", kirsi.page.words());

    let mut tuula = stage.actor("Tuula").await;
    tuula.see("/reports").await;
    let page = tuula.page.address("/reports/", "").expect("an edition to read");
    assert!(tuula.see(&page).await.contains("39 haki"));
    assert!(!tuula.page.html().contains("Julkaise tulokset"), "the committee reads and publishes nothing");
    let sheet = tuula.send("GET", &format!("{page}/report.xlsx"), None).await;
    assert_eq!((sheet.status.as_u16(), &sheet.bytes[..2]), (200, &b"PK"[..]));
    assert_eq!(tuula.status(&report).await, 404, "the work of coordinators is not the committee's");

    let mut olli = stage.actor("Olli").await;
    let own = olli.see(&format!("/assignments/{id}/report")).await;
    assert!(own.contains("Sai paikan") && own.contains("33"), "{own}");
    assert_eq!(olli.status(&page).await, 404);
    assert_eq!(stage.actor("Maija").await.status(&page).await, 404);
    stage.end().await;
}

#[tokio::test]
async fn no_small_number_stands_in_any_table_of_the_page() {
    let stage = Stage::new().await;
    let id = pilot(&stage).await;
    let mut kirsi = stage.actor("Kirsi").await;
    let report = format!("/rounds/{id}/report");
    kirsi.see(&report).await;
    kirsi.send_form(&report, &[]).await;
    let html = kirsi.page.html();
    let cells: Vec<&str> = html.split("<td class=\"num\">").skip(1).filter_map(|rest| rest.split('<').next()).collect();
    assert!(cells.contains(&"39") && cells.len() > 15, "{cells:?}");
    let small = |cell: &&&str| cell.parse::<u64>().is_ok_and(|n| (1..5).contains(&n));
    assert_eq!(cells.iter().find(small), None, "{cells:?}");
    stage.end().await;
}

#[tokio::test]
async fn four_applicants_are_too_few_to_publish() {
    let stage = Stage::new().await;
    let id = round(&stage).await;
    let mut tx = stage.write().await;
    for _ in 0..4 {
        let who = Applied { area: "Terveys", title: "Ohjaaja", education: "higher", visits: None };
        applied(&stage, &mut tx, id, &who).await;
    }
    tx.commit().await.unwrap();
    let mut kirsi = stage.actor("Kirsi").await;
    let report = format!("/rounds/{id}/report");
    kirsi.see(&report).await;
    kirsi.submit(&report, &[]).await;
    assert!(kirsi.page.words().contains("liian vähän julkaistavaksi"), "{}", kirsi.page.words());
    stage.end().await;
}
