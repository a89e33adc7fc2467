//! The supervisor's toolbox.
use crate::support::Stage;

#[tokio::test]
async fn a_supervisor_finds_a_tool_by_the_situation_and_what_not_to_write_down() {
    let stage = Stage::new().await;
    let mut pekka = stage.actor("Pekka").await;
    pekka.see("/waiting").await;
    assert!(pekka.page.html().contains("href=\"/toolbox\""), "the toolbox stands in the supervisor's menu");
    let page = pekka.see("/toolbox").await;
    for words in ["Kun jokin huolettaa", "Puheeksi ottaminen", "Työhyvinvoinnin johtaminen", "Perehdytys", "30 min"] {
        assert!(page.contains(words), "{words}\n{page}");
    }
    let page = pekka.see("/toolbox/raising-a-concern").await;
    for words in [
        "Sano suoraan ja ystävällisesti",
        "Sinun ei tarvitse kertoa syytä.",
        "Jätä nämä kirjaamatta",
        "759/2004",
        "Palaa asiaan",
    ] {
        assert!(page.contains(words), "{words}\n{page}");
    }
    assert!(pekka.see("/toolbox/raising-a-concern?lang=sv").await.contains("Säg det rakt och vänligt"));
    assert!(pekka.see("/toolbox/induction?lang=en").await.contains("Before the first day"));
    assert_eq!(pekka.status("/toolbox/gossip").await, 404);
    stage.end().await;
}

#[tokio::test]
async fn everybody_who_has_signed_in_may_read_it_and_nothing_is_kept_of_that() {
    let stage = Stage::new().await;
    let views = "select count(*) from view_log";
    let (before,): (i64,) = stage.write().await.sql(views).one().await.unwrap();
    assert!(stage.actor("Maija").await.see("/toolbox/appreciative-feedback").await.contains("Arvostava palaute"));
    assert_eq!(stage.visitor().status("/toolbox").await, 303, "a visitor signs in first");
    let (after,): (i64,) = stage.write().await.sql(views).one().await.unwrap();
    assert_eq!(before, after);
    stage.end().await;
}
