//! A fresh house has no account. The console shows a code that works once; with it the first administrator begins.
use sha2::{Digest, Sha256};

use super::store;
use crate::{
    db::{Result, Tx},
    house::House,
    ident,
    privacy::account,
};

/// A new set-up code when nobody has an account, else nothing. A code that was shown before works no longer.
pub async fn set_up_code(house: &House) -> Result<Option<String>> {
    let mut tx = house.db.write().await?;
    if account::has_humans(&mut tx).await? {
        return Ok(None);
    }
    let letters = data_encoding::BASE32_NOPAD.encode(&ident::secret::<15>());
    let groups: Vec<&str> = (0..letters.len()).step_by(6).map(|at| &letters[at..letters.len().min(at + 6)]).collect();
    let code = groups.join("-");
    store::put_setup(&mut tx, hash(&code)).await?;
    tx.commit().await?;
    Ok(Some(code))
}

/// Takes the code: true once, and only while nobody has an account.
pub(super) async fn take(tx: &mut Tx, code: &str) -> Result<bool> {
    Ok(store::take_setup(tx, hash(code)).await? && !account::has_humans(tx).await?)
}

/// The code has 120 bits of chance, so a plain hash is enough. Spaces, hyphens and small letters are forgiven.
fn hash(code: &str) -> Vec<u8> {
    let bare: String = code.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_uppercase()).collect();
    Sha256::digest(bare.as_bytes()).to_vec()
}
