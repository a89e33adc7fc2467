//! The follow-up discussion, dated from the end.
use super::support::{book, coached, confirmed, held};
use crate::{coaching::support::ended, support::Stage};

#[tokio::test]
async fn two_months_after_the_end_aino_is_told_and_the_three_meet_once_more() {
    let stage = Stage::new().await;
    let case = coached(&stage).await;
    confirmed(&stage, &case).await;
    stage.letters().await;
    let first = book(&stage, &case, ("12.10.2023", "13.00"), Some("1. jakso: Tilanne")).await;
    stage.letters().await;
    held(&stage, &first, "12.10.2023").await;
    ended(&stage, &case).await;
    let mut aino = stage.actor("Aino").await;
    assert_eq!(aino.status(&format!("{case}/sessions/new")).await, 200);
    assert!(!aino.see("/today").await.contains("Jatkokeskustelun aika on tullut"), "its day has not come");
    stage.on("12.12.2023");
    let letters = stage.letters().await;
    assert!(letters.iter().any(|letter| letter.to == "aino@example.invalid"), "{letters:?}");
    let mut aino = stage.back(aino, stage.world.human("Aino")).await;
    assert!(aino.see("/today").await.contains("Jatkokeskustelun aika on tullut"));
    let talk = book(&stage, &case, ("14.12.2023", "13.00"), None).await;
    let sent = crate::coaching::support::calendars(&stage.letters().await).len();
    assert_eq!(sent, 3, "participant, coach and supervisor, although the coaching is over");
    assert!(!aino.see("/today").await.contains("Jatkokeskustelun aika on tullut"));
    assert!(stage.actor("Pekka").await.see("/waiting").await.contains("Yhteinen keskustelu: Maija Virtanen"));
    held(&stage, &talk, "14.12.2023").await;
    assert!(stage.actor("Aino").await.see(&talk).await.contains("Jatkokeskustelu"));
    stage.end().await;
}
