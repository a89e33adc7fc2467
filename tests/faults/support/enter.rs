//! Signing in with a one-time code, as people do: asked for on the page, read from the mail folder.
use std::{fs, path::Path, time::Duration};

use super::{Ledger, Said, Server, Somebody, World};

/// Somebody signs in; gives up quietly when the program goes away meanwhile.
pub async fn enter(server: &Server, world: &World, who: &Somebody, ledger: &Ledger) -> Option<()> {
    let mut walker = server.walker();
    walker.get("/signin").await;
    walker.submit("/signin", &[("address", &who.address)]).await;
    if walker.page.path != "/signin/code" {
        return None;
    }
    for _ in 0..200 {
        if let Some(code) = code_to(&world.folder.0.join("mail"), &who.address) {
            let mut form = walker.page.form("/signin/code", "")?;
            form.set("code", &code);
            let body = serde_html_form::to_string(form.pairs()).unwrap();
            let page = walker.send("POST", "/signin/code", Some(body)).await;
            if page.status == 303 {
                ledger.heard(&Said::Entered { human: who.human });
                return Some(());
            }
            return None;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    None
}

/// The code in a letter to this address: two times four digits.
fn code_to(folder: &Path, address: &str) -> Option<String> {
    fs::read_dir(folder).ok()?.filter_map(|entry| fs::read_to_string(entry.ok()?.path()).ok()).find_map(|letter| {
        if !letter.contains(address) {
            return None;
        }
        let body = letter.split_once("\r\n\r\n")?.1;
        let packed: String = body.split_whitespace().collect();
        let text = data_encoding::BASE64
            .decode(packed.as_bytes())
            .map_or(body.to_owned(), |bytes| String::from_utf8_lossy(&bytes).into_owned());
        let four = |word: &&str| word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit());
        let words: Vec<&str> = text.split(|c: char| c.is_whitespace() || c == '.').collect();
        words.windows(2).find(|pair| pair.iter().all(four)).map(<[&str]>::concat)
    })
}
