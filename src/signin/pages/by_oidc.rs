//! To the organisation's own sign-in service and back.
use axum::extract::RawQuery;
use chrono::Duration;

use super::{
    super::{oidc, second, store, throttle, visit},
    by_code::next_of,
};
use crate::{
    desk::{Desk, see_other},
    privacy::session::Strength,
    web::{Answer, Failure},
};

/// How long a visit may stay away.
const AWAY: Duration = Duration::minutes(15);

fn only_where_there_is_one(desk: &Desk) -> Result<(), Failure> {
    if desk.house.config.get("oidc_issuer").is_empty() { Err(Failure::NotFound) } else { Ok(()) }
}

fn refused(error: &oidc::OidcError) -> Failure {
    tracing::warn!(%error, "signing in by the organisation's service");
    Failure::Refused("signin-refused-oidc")
}

/// Sends the visit away. Writes only what the visit itself then waits for; a form could not go to another server, since
/// the policy of the page forbids it.
pub(in super::super) async fn leave(net: visit::Net, desk: Desk, RawQuery(query): RawQuery) -> Answer {
    only_where_there_is_one(&desk)?;
    let net = throttle::name(&desk.house, throttle::Kind::Net, &net.0);
    let mut tx = desk.house.db.write_counted(&desk.visit.tally).await?;
    throttle::count(&mut tx, throttle::Kind::Net, &net, desk.now).await?;
    throttle::sweep(&mut tx, desk.now).await?;
    tx.commit().await?;
    let (url, abroad) = oidc::begin(&desk.house, &next_of(query.as_deref())).await.map_err(|error| refused(&error))?;
    let mut tx = desk.house.db.write_counted(&desk.visit.tally).await?;
    store::put_abroad(&mut tx, &visit::visit_hash(&desk), &abroad, desk.now + AWAY).await?;
    tx.commit().await?;
    Ok(see_other(&url))
}

/// The visit comes back with a code, once, in the browser that went away.
pub(in super::super) async fn come_back(net: visit::Net, desk: Desk, RawQuery(query): RawQuery) -> Answer {
    only_where_there_is_one(&desk)?;
    let said: Vec<(String, String)> = serde_html_form::from_str(&query.unwrap_or_default()).unwrap_or_default();
    let said = |name: &str| said.iter().find(|(given, _)| given == name).map(|(_, value)| value.clone());
    let mut tx = desk.house.db.write_counted(&desk.visit.tally).await?;
    let abroad = store::take_abroad(&mut tx, &visit::visit_hash(&desk), desk.now).await?;
    tx.commit().await?;
    let state = oidc::state_hash(&said("state").unwrap_or_default());
    let abroad = abroad.filter(|abroad| super::super::same(&abroad.state_hash, &state));
    let (Some(abroad), Some(code)) = (abroad, said("code")) else {
        return Err(Failure::Refused("signin-refused-oidc"));
    };
    let next = abroad.next.clone();
    let known = oidc::finish(&desk.house, abroad, code).await.map_err(|error| refused(&error))?;
    let mut tx = desk.house.db.write_counted(&desk.visit.tally).await?;
    let human_id = oidc::account_of(&mut tx, &known).await?.ok_or(Failure::Refused("signin-refused-oidc-unknown"))?;
    throttle::good_net(&mut tx, &throttle::name(&desk.house, throttle::Kind::Net, &net.0)).await?;
    if known.strong {
        return visit::enter(&desk, tx, human_id, (Strength::Second, &next)).await;
    }
    second::go_on(&desk, tx, human_id, &next).await
}
