//! The ways out: this session, every session, and the quick exit.
use axum::{
    Extension,
    extract::State,
    http::{HeaderValue, header::HeaderName},
    response::Response,
};

use super::super::visit;
use crate::{
    desk::{Posted, Visit, see_other},
    events::Event,
    house::House,
    privacy::session,
    web::{Answer, Failure},
};

/// Ends this session. No token is asked for: the frame has seen that the request is our own, and whoever wants out gets
/// out, also when the session has ended or the form is old.
pub(in super::super) async fn sign_out(State(house): State<House>, Extension(visit): Extension<Visit>) -> Answer {
    if let Some(token) = &visit.session {
        let mut tx = house.db.write().await?;
        session::end(&mut tx, token).await?;
        tx.commit().await?;
    }
    Ok(gone(&house, "/signin?done=done-signin-out"))
}

/// Ends every session of one's own.
pub(in super::super) async fn sign_out_all(Posted { desk, words: _ }: Posted) -> Answer {
    let human_id = desk.actor()?.human_id;
    let mut tx = desk.house.db.write().await?;
    session::end_all(&mut tx, human_id).await?;
    Event::new("session.all-ended", human_id, visit::accounts(), desk.now).by(Some(human_id)).record(&mut tx).await?;
    tx.commit().await?;
    Ok(gone(&desk.house, "/signin?done=done-signin-out-all"))
}

/// Ends every session of one's own but this one, which goes on under a new token.
pub(in super::super) async fn sign_out_others(Posted { desk, words: _ }: Posted) -> Answer {
    let human_id = desk.actor()?.human_id;
    let mut tx = desk.house.db.write_counted(&desk.visit.tally).await?;
    let event = Event::new("session.others-ended", human_id, visit::accounts(), desk.now);
    event.by(Some(human_id)).record(&mut tx).await?;
    visit::renewed(&desk, tx, human_id, "/me/password?done=done-signin-others").await
}

/// The quick exit: the cookie is gone at once, and what is left on the screen tells nothing. Nothing is written; the
/// session, whose token nobody has any more, ends by the clock.
pub(in super::super) async fn leave(State(house): State<House>) -> Result<Response, Failure> {
    Ok(gone(&house, "/closed"))
}

fn gone(house: &House, to: &str) -> Response {
    let mut response = see_other(to);
    visit::set_session(house, &mut response, "");
    let wipe = HeaderValue::from_static("\"cache\"");
    response.headers_mut().insert(HeaderName::from_static("clear-site-data"), wipe);
    response
}
