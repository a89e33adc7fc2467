//! The list when there are many: pages, order, filters, and proposing across them.
use urasilta::{
    ident,
    intake::{Made, Start, State, Work, add_made},
    people::sort_key,
};
use uuid::Uuid;

use super::support::{USUAL, open_round};
use crate::support::{Actor, Stage};

/// As Finns sort them: å, ä and ö last, v and w apart.
const LAST: [&str; 6] = ["Aalto", "Virtanen", "Wallin", "Åberg", "Äijälä", "Öhman"];

/// So many people who have applied, every other one from higher education.
async fn many(stage: &Stage, round_id: Uuid, numbers: std::ops::Range<usize>) {
    let mut tx = stage.write().await;
    let made: Vec<Made> = numbers.map(|n| one(stage, round_id, n)).collect();
    add_made(&mut tx, round_id, &made).await.unwrap();
    tx.commit().await.unwrap();
}

fn one(stage: &Stage, round_id: Uuid, n: usize) -> Made {
    // Their ids and arrival are in no order of their names.
    let at = stage.now() + chrono::Duration::minutes(i64::try_from(n * 37 % 120).unwrap());
    let (first, last) = (format!("Nimi{n:03}"), LAST[n % LAST.len()]);
    let work = Work {
        unit_name: "Lyhytaikaishoito".into(),
        service_area: "Ikäihmisten palvelut".into(),
        title: "lähihoitaja".into(),
        education: if n.is_multiple_of(2) { "higher" } else { "secondary" }.into(),
        ..Work::default()
    };
    let start = Start {
        id: ident::random(),
        round_id,
        controller_id: stage.world.county,
        human_id: ident::random(),
        person_id: ident::random(),
        ticket: format!("{n:016x}"),
        sort_key: sort_key(last, &first),
        first_name: first,
        last_name: last.into(),
        work,
        late: false,
        at,
    };
    Made { start, state: State::Eligible, answers: "{}".into(), submitted_at: Some(at), offer: None }
}

/// The names of a page of the list, in order.
fn names(actor: &Actor) -> Vec<String> {
    let html = actor.page.html();
    let links = html.split("/applications/").skip(1).filter_map(|rest| rest.split_once("\">")?.1.split('<').next());
    links.filter(|name| name.contains("Nimi")).map(str::to_owned).collect()
}

/// Walks on from the page in view to the last one; gives everyone's names page by page.
async fn walk(actor: &mut Actor) -> Vec<Vec<String>> {
    let mut pages = vec![names(actor)];
    while let Some(next) = next_of(actor) {
        actor.see(&next).await;
        let queries: u32 = actor.page.headers["x-queries"].to_str().unwrap().parse().unwrap();
        assert!(queries <= 6, "{queries} queries");
        pages.push(names(actor));
    }
    pages
}

fn next_of(actor: &Actor) -> Option<String> {
    let html = actor.page.html();
    let link = html.split("rel=\"next\" href=\"").nth(1)?.split('"').next()?;
    Some(link.replace("&amp;", "&").replace("&#38;", "&"))
}

#[tokio::test]
async fn every_page_of_a_long_list_follows_the_one_before_in_finnish_order() {
    let stage = Stage::new().await;
    let round = open_round(&stage, USUAL).await;
    many(&stage, round, 0..120).await;
    let mut kirsi = stage.actor("Kirsi").await;
    kirsi.see("/applications").await;
    let pages = walk(&mut kirsi).await;
    assert_eq!(pages.iter().map(Vec::len).collect::<Vec<_>>(), [50, 50, 20]);
    let all = pages.concat();
    let mut wanted: Vec<String> = (0..120).map(|n| format!("{} Nimi{n:03}", LAST[n % LAST.len()])).collect();
    wanted.sort_by_key(|name| LAST.iter().position(|last| name.starts_with(last)).unwrap() * 1000 + number(name));
    assert_eq!(all, wanted, "nobody twice, nobody missing, å ä ö last");
    assert!(kirsi.page.words().contains("Alkuun"), "and a way back to the beginning");
    // The same with a filter, by arrival: the filter and the order stay from page to page.
    kirsi.see("/applications?education=secondary&order=arrival").await;
    let pages = walk(&mut kirsi).await;
    assert_eq!(pages.iter().map(Vec::len).collect::<Vec<_>>(), [50, 10]);
    let order: Vec<usize> = pages.concat().iter().map(|name| number(name) * 37 % 120).collect();
    assert!(order.is_sorted() && pages.concat().iter().all(|name| number(name) % 2 == 1), "{order:?}");
    // A page's address that somebody has spoilt shows the beginning, not a fault.
    assert!(kirsi.see("/applications?after=xx.yy").await.contains("Aalto Nimi000"));
    stage.end().await;
}

fn number(name: &str) -> usize {
    name.rsplit("Nimi").next().unwrap().parse().unwrap()
}

#[tokio::test]
async fn ticks_of_the_second_page_come_back_to_it_and_everyone_is_proposed_for_across_pages() {
    let stage = Stage::new().await;
    let round = open_round(&stage, USUAL).await;
    many(&stage, round, 0..120).await;
    let mut kirsi = stage.actor("Kirsi").await;
    kirsi.see("/applications?education=secondary").await;
    let second = next_of(&kirsi).unwrap();
    kirsi.see(&second).await;
    let there = names(&kirsi);
    let form = kirsi.page.form(&format!("/rounds/{round}"), "/proposals").unwrap();
    let picks = form.fields.iter().find(|field| field.name == "pick").unwrap().options.clone();
    let words =
        kirsi.send_form(&format!("/rounds/{round}/proposals"), &[("pick", &picks[0]), ("proposal", "select")]).await;
    assert_eq!(names(&kirsi), there, "back on the same page of the same list");
    assert_eq!(words.matches("Ehdotettu: valitaan").count(), 1);
    let across = kirsi.page.address(&format!("/rounds/{round}/proposals-for-all"), "").unwrap();
    let words = kirsi.see(&across).await;
    assert!(words.contains("60 hakijaa"), "{words}");
    let action = format!("/rounds/{round}/proposals-for-all");
    // Somebody comes meanwhile: the coordinator is told, and nothing is done yet.
    many(&stage, round, 121..122).await;
    kirsi.submit(&action, &[("proposal", "reserve")]).await;
    assert_eq!(kirsi.page.status.as_u16(), 409);
    assert!(kirsi.page.words().contains("Lista on muuttunut") && kirsi.page.words().contains("61 hakijaa"));
    kirsi.send_form(&action, &[("proposal", "reserve")]).await;
    kirsi.see("/applications?education=secondary").await;
    let mut proposed = kirsi.page.words().matches("Ehdotettu: varasijalle").count();
    let next = next_of(&kirsi).unwrap();
    proposed += kirsi.see(&next).await.matches("Ehdotettu: varasijalle").count();
    assert_eq!(proposed, 61);
    assert!(!kirsi.see("/applications?education=higher").await.contains("Ehdotettu: varasijalle"), "only the filtered");
    stage.end().await;
}
