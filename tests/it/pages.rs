//! Every page, rendered from its sample in three languages.
use urasilta::{
    app,
    text::{Lang, MISSING},
};

use crate::support::Stage;

#[test]
fn every_page_is_whole_in_three_languages() {
    for sample in app::modules().iter().flat_map(|module| &module.samples) {
        let pages = Lang::ALL.map(|lang| (lang, (sample.render)(lang)));
        for (lang, html) in &pages {
            assert!(html.contains(&format!("<html lang=\"{}\">", lang.code())), "{}: no page in {lang:?}", sample.name);
            let missing = html.split(MISSING).nth(1).map(|rest| rest.chars().take(60).collect::<String>());
            assert_eq!(missing, None, "{} in {lang:?}: a text is missing", sample.name);
            assert_eq!(html.matches("<h1").count(), 1, "{} in {lang:?}: one first heading", sample.name);
            assert_eq!(ids_twice(html), Vec::<&str>::new(), "{} in {lang:?}: an id stands twice", sample.name);
        }
        let [(_, fi), (_, sv), (_, en)] = &pages;
        assert!(fi != sv && sv != en, "{}: the languages say the same", sample.name);
    }
}

/// The ids that stand more than once.
fn ids_twice(html: &str) -> Vec<&str> {
    let mut ids: Vec<&str> = html.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    ids.sort_unstable();
    ids.windows(2).filter(|pair| pair[0] == pair[1]).map(|pair| pair[0]).collect()
}

/// Whoever signs in finds at most five places, and the own affairs behind the own name.
#[tokio::test]
async fn nobodys_menu_has_more_than_five_places() {
    let stage = Stage::new().await;
    for name in ["Maija", "Pekka", "Aino", "Kirsi", "Olli", "Tuula", "Arja"] {
        let mut actor = stage.actor(name).await;
        actor.see("/me").await;
        let html = actor.page.html();
        let menu = html.split("<nav class=\"nav\"").nth(1).and_then(|rest| rest.split("</nav>").next()).unwrap();
        let places = menu.matches("<li>").count();
        assert!((1..=5).contains(&places), "{name}: {places} places");
        assert!(html.contains("<div class=\"me\"><a href=\"/me\">"), "{name}");
        let staff = !matches!(name, "Maija" | "Pekka");
        assert_eq!(!menu.contains("href=\"/path\""), staff, "{name}");
    }
    stage.end().await;
}

#[test]
fn an_id_that_stands_twice_is_found() {
    assert_eq!(ids_twice("<p id=\"a\"><p id=\"b\"><p id=\"a\">"), ["a"]);
}
