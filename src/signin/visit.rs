//! Who knocks and from where, and how a session begins.
use std::{
    convert::Infallible,
    net::{IpAddr, SocketAddr},
};

use axum::{
    extract::{ConnectInfo, FromRequestParts},
    http::{HeaderMap, HeaderValue, header, request::Parts},
    response::Response,
};
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use uuid::Uuid;

use crate::{
    db::Tx,
    desk::{self, Desk},
    events::Event,
    house::House,
    ident,
    privacy::session::{self, Strength},
    web::Failure,
};

/// The net address of whoever asks; for counting tries, never stored as it is.
pub(super) struct Net(pub String);

impl FromRequestParts<House> for Net {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, house: &House) -> Result<Net, Infallible> {
        let peer = parts.extensions.get::<ConnectInfo<SocketAddr>>().map(|ConnectInfo(peer)| peer.ip());
        let found = peer.map(|peer| behind_proxies(peer, &parts.headers, house.config.get("trusted_proxies")));
        Ok(Net(found.map_or_else(|| "nowhere".to_owned(), |address| address.to_string())))
    }
}

/// The last address that no trusted proxy has: what stands before it anybody may have written.
fn behind_proxies(peer: IpAddr, headers: &HeaderMap, trusted: &str) -> IpAddr {
    let trusted: Vec<IpAddr> = trusted.split(',').filter_map(|one| one.trim().parse().ok()).collect();
    let said = headers.get_all("x-forwarded-for").iter().filter_map(|line| line.to_str().ok());
    let chain: Vec<IpAddr> = said.flat_map(|line| line.split(',')).filter_map(|one| one.trim().parse().ok()).collect();
    let mut address = peer;
    for before in chain.into_iter().rev() {
        if !trusted.contains(&address) {
            break;
        }
        address = before;
    }
    address
}

/// Where to go on to: the path, if it is one of our own, else the front page.
pub(super) fn own_path(path: &str) -> &str {
    let plain = path.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'\\');
    let own = path.starts_with('/') && !path.starts_with("//") && plain && path.len() <= 500;
    let turns_back = ["/signin", "/signout", "/setup", "/leave", "/closed"].iter().any(|out| path.starts_with(out));
    if own && !turns_back { path } else { "/" }
}

/// A keyed hash: what stands in the database is worth nothing without the server's secret.
pub(super) fn keyed(house: &House, parts: &[&str]) -> Vec<u8> {
    let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(&house.secret) else { return Vec::new() };
    for part in parts {
        mac.update(&(part.len() as u64).to_be_bytes());
        mac.update(part.as_bytes());
    }
    mac.finalize().into_bytes().to_vec()
}

/// The hash that names this browser's visit.
pub(super) fn visit_hash(desk: &Desk) -> Vec<u8> {
    keyed(&desk.house, &["visit", &desk.visit.browser])
}

/// Begins a session with a new token and goes on. Commits.
pub(super) async fn enter(
    desk: &Desk,
    mut tx: Tx,
    human_id: Uuid,
    (strength, to): (Strength, &str),
) -> Result<Response, Failure> {
    let token = begin(desk, &mut tx, human_id, strength).await?;
    tx.commit().await?;
    let mut response = desk::see_other(to);
    set_session(&desk.house, &mut response, &token);
    Ok(response)
}

/// Ends every other session of the human and goes on in this one under a new token. Commits.
pub(super) async fn renewed(desk: &Desk, mut tx: Tx, human_id: Uuid, to: &str) -> Result<Response, Failure> {
    let old = desk.visit.session.as_deref().ok_or(Failure::SignIn)?;
    session::end_others(&mut tx, human_id, old).await?;
    let token = session::renew(&mut tx, old).await?;
    tx.commit().await?;
    let mut response = desk::see_other(to);
    set_session(&desk.house, &mut response, &token);
    Ok(response)
}

/// A session with a new token; the one of before in this browser is over.
pub(super) async fn begin(desk: &Desk, tx: &mut Tx, human_id: Uuid, strength: Strength) -> Result<String, Failure> {
    if let Some(old) = &desk.visit.session {
        session::end(tx, old).await?;
    }
    let token = session::start(tx, human_id, (strength, &desk.visit.device), desk.now).await?;
    let event = Event::new("session.started", human_id, accounts(), desk.now).by(Some(human_id));
    event.fact("strength", strength.code()).record(tx).await?;
    Ok(token)
}

/// A sign-in was refused: a line in the log and a count, which way but not whose.
pub(super) fn refused(desk: &Desk, way: &'static str) {
    tracing::info!(request_id = desk.visit.request_id, way, "a sign-in was refused");
    metrics::counter!("signin_refused", "way" => way).increment(1);
}

/// Puts the session's cookie in the answer; an empty token takes it away.
pub(super) fn set_session(house: &House, response: &mut Response, token: &str) {
    if let Ok(line) = HeaderValue::from_str(&desk::session_cookie(house, token)) {
        response.headers_mut().append(header::SET_COOKIE, line);
    }
}

/// Accounts belong to the house, not to one organisation: this stands as the controller of their events.
pub(super) fn accounts() -> Uuid {
    ident::of("urasilta", "accounts")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_own_paths_are_gone_on_to() {
        for own in ["/", "/applications/1?done=done-saved", "/steps/0198"] {
            assert_eq!(own_path(own), own);
        }
        for other in [
            "",
            "https://evil.example/",
            "//evil.example",
            "/\\evil.example",
            "/a\r\nb",
            "/\tx",
            "javascript:1",
            "/signout",
        ] {
            assert_eq!(own_path(other), "/", "{other:?}");
        }
    }

    #[test]
    fn a_forwarded_address_is_believed_from_trusted_proxies_alone() {
        let mut headers = HeaderMap::new();
        headers.insert("x-forwarded-for", "1.2.3.4, 5.6.7.8, 10.0.0.2".parse().unwrap());
        let of = |peer: &str, trusted: &str| behind_proxies(peer.parse().unwrap(), &headers, trusted).to_string();
        assert_eq!(of("9.9.9.9", "10.0.0.1, 10.0.0.2"), "9.9.9.9");
        assert_eq!(of("10.0.0.1", "10.0.0.1"), "10.0.0.2");
        assert_eq!(
            of("10.0.0.1", "10.0.0.1, 10.0.0.2"),
            "5.6.7.8",
            "what stands before the last unknown is not believed"
        );
    }
}
