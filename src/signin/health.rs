//! What a proxy, a watchman and a scraper of metrics ask.
use std::{net::SocketAddr, sync::LazyLock, time::Duration};

use axum::{
    extract::{ConnectInfo, State},
    http::{Extensions, HeaderMap, StatusCode, header},
    response::{IntoResponse, Response},
};
use metrics_exporter_prometheus::{PrometheusBuilder, PrometheusHandle};

use crate::{db, house::House, jobs, web::Failure};

static METRICS: LazyLock<Option<PrometheusHandle>> = LazyLock::new(|| PrometheusBuilder::new().install_recorder().ok());

/// The longest that readiness waits for the database.
const PATIENCE: Duration = Duration::from_secs(2);

/// Begins to count; what happened before is not counted.
pub fn begin_metrics() {
    LazyLock::force(&METRICS);
}

/// The process is alive.
pub(super) async fn live() -> &'static str {
    "ok\n"
}

/// The database can be read, so people can be sent here.
pub(super) async fn ready(State(house): State<House>) -> Response {
    match tokio::time::timeout(PATIENCE, waiting_jobs(&house)).await {
        Ok(Ok(_)) => "ready\n".into_response(),
        _ => (StatusCode::SERVICE_UNAVAILABLE, "the database does not answer\n").into_response(),
    }
}

/// Prometheus' text: to the machine itself, or to whoever has the token.
pub(super) async fn metrics(
    State(house): State<House>,
    headers: HeaderMap,
    extensions: Extensions,
) -> Result<Response, Failure> {
    if !may_scrape(&house, &headers, &extensions) {
        return Err(Failure::NotFound);
    }
    let handle = METRICS.as_ref().ok_or(Failure::NotFound)?;
    if let Ok(count) = waiting_jobs(&house).await {
        let count = u32::try_from(count).unwrap_or(u32::MAX);
        metrics::gauge!("jobs_waiting").set(f64::from(count));
    }
    handle.run_upkeep();
    Ok(([(header::CONTENT_TYPE, "text/plain; version=0.0.4")], handle.render()).into_response())
}

async fn waiting_jobs(house: &House) -> db::Result<i64> {
    jobs::waiting(&mut house.db.read().await?, house.clock.now()).await
}

/// With a token set only the token counts; else the machine itself, not what came through a proxy on it.
fn may_scrape(house: &House, headers: &HeaderMap, extensions: &Extensions) -> bool {
    let token = house.config.get("metrics_token");
    if !token.is_empty() {
        let said = headers.get(header::AUTHORIZATION).map_or(&b""[..], axum::http::HeaderValue::as_bytes);
        return super::same(said, format!("Bearer {token}").as_bytes());
    }
    let proxied = headers.contains_key("x-forwarded-for") || headers.contains_key("forwarded");
    let peer = extensions.get::<ConnectInfo<SocketAddr>>();
    !proxied && peer.is_some_and(|ConnectInfo(peer)| peer.ip().is_loopback())
}
