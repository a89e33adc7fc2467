//! The vault: what is erased stays erased, in yesterday's backup too, and what stays is still read after every turn of
//! the ring.
use urasilta::{ident, privacy::vault::VaultError};

use crate::support::Stage;

#[tokio::test]
async fn an_erased_case_cannot_be_read_from_an_old_backup_with_todays_ring() {
    let stage = Stage::new().await;
    let house = stage.house();
    let (erased, kept) = (ident::random(), ident::random());
    let mut tx = stage.write().await;
    let secret = house.vault.seal(&mut tx, erased, "Maijan yhteinen muistio").await.unwrap();
    let other = house.vault.seal(&mut tx, kept, "Villen yhteinen muistio").await.unwrap();
    let backup: (i32, Vec<u8>) =
        tx.sql("select generation, wrapped from vault_key where subject_id = $1").bind(erased).one().await.unwrap();
    assert_eq!(house.vault.open(&mut tx, erased, &secret).await.unwrap(), "Maijan yhteinen muistio");
    house.vault.erase(&mut tx, erased).await.unwrap();
    assert!(matches!(house.vault.open(&mut tx, erased, &secret).await, Err(VaultError::Erased(_))));
    tx.commit().await.unwrap();

    assert_eq!(house.vault.turn(&house.db).await.unwrap(), 1);
    assert_eq!(house.vault.turn(&house.db).await.unwrap(), 1);
    let mut tx = stage.write().await;
    tx.sql("insert into vault_key (subject_id, generation, wrapped) values ($1, $2, $3)")
        .bind(erased)
        .bind(backup.0)
        .bind(backup.1)
        .execute()
        .await
        .unwrap();
    let opened = house.vault.open(&mut tx, erased, &secret).await;
    assert!(matches!(opened, Err(VaultError::NoGeneration(generation)) if generation == backup.0), "{opened:?}");
    assert_eq!(house.vault.open(&mut tx, kept, &other).await.unwrap(), "Villen yhteinen muistio");
    drop(tx);
    stage.end().await;
}

#[tokio::test]
async fn a_server_reads_on_after_another_has_turned_the_ring() {
    let stage = Stage::new().await;
    let other = stage.again(&[]).await;
    let case = ident::random();
    let mut tx = stage.write().await;
    let sealed = stage.house().vault.seal(&mut tx, case, "muistio").await.unwrap();
    tx.commit().await.unwrap();
    for _ in 0..3 {
        other.house.vault.turn(&stage.house().db).await.unwrap();
        let mut tx = stage.write().await;
        assert_eq!(stage.house().vault.open(&mut tx, case, &sealed).await.unwrap(), "muistio");
        let new = ident::random();
        let sealed = stage.house().vault.seal(&mut tx, new, "uusi").await.unwrap();
        assert_eq!(other.house.vault.open(&mut tx, new, &sealed).await.unwrap(), "uusi");
        tx.commit().await.unwrap();
    }
    other.house.close().await;
    stage.end().await;
}
